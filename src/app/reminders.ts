// Reminders as the sidebar asks for them: who sends the mails, what waits for a person.
import type { RemindersView, TeamApi } from '../contract/team-api';
import { Refusal } from '../domain/refusal';
import { dayOfKey, QUOTA } from '../domain/reminders/ledger';
import { ensureTable } from '../gateway/ensure';
import { dropLease, leaseOf, mayTake, takeLease } from '../gateway/lease';
import { withLock } from '../gateway/lock';
import { mailQuota } from '../gateway/mail';
import { readPeople, requireAdmin } from '../gateway/people';
import { openRun, poolState, type Run } from '../gateway/run';
import { type LedgerLine, openLedger } from '../gateway/sendlog';
import { settingsOf } from '../gateway/settings';
import { askForReminderScopes, installHourly, installOnEdit, installOnSubmit, removeTriggers } from '../gateway/triggers';
import { beginWatch, endWatch } from '../gateway/watch';
import { requirePool } from './acts';
import { digestNow, sendDigest } from './digests';
import { AUTOMATION, HOURLY } from './hourly';
import { ON_RESPONSE } from './intake/take';
import { SHEET_EDIT } from './watch/sheet-edit';

export const remindersApi = { reminders, remindersOn, remindersOff, settleMail } satisfies Partial<TeamApi>;

function reminders(): RemindersView {
  const run = openRun();
  poolState(run);
  return viewOf(run);
}

/** From a click only: a trigger made inside a trigger comes out dead (platform.md §2). */
function remindersOn(): RemindersView {
  askForReminderScopes();
  return withLock(() => {
    // Opened under the lock: of two people who click at once the second must see the first.
    const run = openRun();
    requirePool(run);
    requireAdmin(run, readPeople(run), 'reminders.adminOnly');
    const lease = leaseOf(run);
    if (!mayTake(run))
      throw new Refusal('reminders.otherSteward', { steward: lease?.account ?? '', beat: lease?.lastRun ?? '—' });
    ensureTable(run, 'send_log');
    takeLease(run);
    installHourly(HOURLY);
    installOnEdit(SHEET_EDIT);
    beginWatch(run);
    installOnSubmit(ON_RESPONSE);
    return viewOf(run);
  });
}

function remindersOff(): RemindersView {
  return withLock(() => {
    const run = openRun();
    const lease = leaseOf(run);
    if (lease !== null && lease.account !== run.actor && !mayTake(run))
      throw new Refusal('reminders.notYours', { steward: lease.account });
    for (const handler of AUTOMATION) removeTriggers(handler);
    endWatch(run);
    if (lease !== null) dropLease(run);
    return viewOf(run);
  });
}

/** The decision of a person on a mail that may or may not have left; under the lock, so that two people do not both send it. */
function settleMail({ key, again }: { key: string; again: boolean }): RemindersView {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    requireAdmin(run, readPeople(run), 'reminders.adminOnly');
    const ledger = openLedger(run);
    const line = ledger?.lines.get(key);
    if (ledger === null || line?.state !== 'unknown') throw new Refusal('reminders.gone');
    if (again) sendAgain(run, ledger, line);
    else ledger.write({ ...line, state: 'skipped', error: '' }, null);
    return viewOf(run);
  });
}

function sendAgain(run: Run, ledger: NonNullable<ReturnType<typeof openLedger>>, line: LedgerLine): void {
  const { key, recipient } = line;
  if (dayOfKey(key) !== run.today) throw new Refusal('reminders.past', { day: dayOfKey(key) });
  const quota = mailQuota();
  if (quota < 1) throw new Refusal('reminders.noQuota');
  const post = digestNow(run, ledger, key);
  if (post === null) throw new Refusal('reminders.nothingDue', { recipient });
  const reason = sendDigest(run, ledger, post.digest, post.frame, quota);
  if (reason !== null) throw new Refusal('reminders.notSent', { recipient, reason });
}

function viewOf(run: Run): RemindersView {
  const lease = leaseOf(run);
  const mine = lease?.account === run.actor;
  const lines = [...(openLedger(run)?.lines.values() ?? [])];
  const ofToday = lines.filter(({ key }) => dayOfKey(key) === run.today);
  return {
    // A steward who has been silent for two days is none: anybody may take over.
    steward: lease !== null && (mine || !mayTake(run)) ? lease.account : null,
    mine,
    lastRun: lease?.lastRun ?? null,
    sendHour: Number(settingsOf(run)('reminders.send_hour')),
    quotaLeft: mailQuota(),
    unknown: lines.filter(({ state }) => state === 'unknown').map(({ key, recipient }) => ({ key, recipient })),
    waiting: ofToday.filter(({ state, error }) => state === 'skipped' && error === QUOTA).length,
    failed: ofToday.filter(({ state }) => state === 'failed').map(({ recipient, error }) => ({ recipient, error })),
  };
}
