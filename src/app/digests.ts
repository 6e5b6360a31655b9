// The daily mails: what is due is read and planned once, then each mail is noted in the ledger, sent, and noted again.
import { isWorkingDay, type Overrides } from '../domain/calendar/workdays';
import { digestMail, type MailFrame } from '../domain/reminders/digest-mail';
import { type LedgerEntry, leftBehind, QUOTA, withFailure } from '../domain/reminders/ledger';
import { type Digest, hasBegun, type Morning, mailHour, planDigests } from '../domain/reminders/schedule';
import { readCalendar, readDueCustomers } from '../gateway/due-customers';
import { ensureTable } from '../gateway/ensure';
import { withLock } from '../gateway/lock';
import { mailQuota, sendLetter } from '../gateway/mail';
import { enumsInForce } from '../gateway/options';
import { actingPerson, type People, readPeople } from '../gateway/people';
import { isLate, type Run } from '../gateway/run';
import { type Ledger, openLedger } from '../gateway/sendlog';
import { settingsOf } from '../gateway/settings';
import { findSheet } from '../gateway/table';
import { say } from '../i18n/index';
import type { SettingKey } from '../template/index';

/** A morning in this workbook, and how its mails are framed. */
interface Post {
  readonly morning: Morning;
  readonly frame: MailFrame;
}

/**
 * Sends what is due in this hour; mails that a killed run left in doubt are given up to a person first.
 * @param since stamp of the click that switched reminders on
 */
export function sendDigests(run: Run, since: string): void {
  const known = openLedger(run);
  if (known !== null) giveUpLost(known);
  const setting = settingsOf(run);
  const number = (key: SettingKey) => Number(setting(key));
  const quiet = [number('reminders.quiet_from'), number('reminders.quiet_to')] as const;
  const sendHour = number('reminders.send_hour');
  if (!mailHour(Number(run.stamp.slice(11, 13)), { sendHour, quiet }) || !hasBegun(since, run.today, sendHour)) return;
  const overrides = readCalendar(run);
  // Customers are read only on a day on which somebody may be written to.
  if (!isWorkingDay(run.today, String(setting('general.home_region')), overrides)) return;
  const ledger = known ?? madeLedger(run);
  const { morning, frame } = readPost(run, ledger.lines, setting, overrides);
  let quota = mailQuota();
  for (const digest of planDigests(morning)) {
    if (isLate(run)) return;
    if (quota > 0) {
      sendDigest(run, ledger, digest, frame, quota);
      quota--;
    } else if (ledger.lines.get(digest.key)?.state !== 'skipped') {
      ledger.write({ ...lineOf(digest), state: 'skipped', error: QUOTA }, quota);
    }
  }
}

/** The digest of one recipient as it would be sent now; null when nothing is due for him. */
export function digestNow(run: Run, ledger: Ledger, key: string): { digest: Digest; frame: MailFrame } | null {
  const others = new Map<string, LedgerEntry>(ledger.lines);
  others.delete(key);
  const { morning, frame } = readPost(run, others, settingsOf(run), readCalendar(run));
  const digest = planDigests(morning).find((one) => one.key === key);
  return digest === undefined ? null : { digest, frame };
}

/** Sends one mail between two lines of the ledger. @returns what Google said when it was not sent, else null */
export function sendDigest(run: Run, ledger: Ledger, digest: Digest, frame: MailFrame, quota: number): string | null {
  const { recipient, lists } = digest;
  const before = ledger.lines.get(digest.key);
  const line = { ...lineOf(digest), error: before?.state === 'failed' ? before.error : '' };
  const mail = digestMail(recipient.name, lists, recipient.language, frame);
  ledger.write({ ...line, state: 'reserved' }, quota);
  try {
    sendLetter({ to: recipient.email, ...mail, name: say(recipient.language, { code: 'mail.sender' }) });
  } catch (thrown) {
    const reason = String((thrown as { message?: unknown }).message ?? thrown);
    ledger.write({ ...line, state: 'failed', error: withFailure(line.error, run.stamp, reason) }, quota);
    return reason;
  }
  ledger.write({ ...line, state: 'sent', error: '' }, quota - 1);
  return null;
}

function lineOf({ key, recipient, lists }: Digest) {
  const ids = [...lists.overdue, ...lists.today, ...lists.soon].map(({ id }) => id).join(', ');
  return { key, recipient: recipient.email, kind: 'digest', ids: ids.slice(0, IDS_MAX) };
}

/** Longest text of a cell of ours (rulings 12). */
const IDS_MAX = 30_000;

/** A run that reserved a mail and did not come back may have sent it: it is never sent again unasked. */
function giveUpLost(ledger: Ledger): void {
  const now = new Date().toISOString();
  for (const line of ledger.lines.values()) if (leftBehind(line, now)) ledger.write({ ...line, state: 'unknown' }, null);
}

function madeLedger(run: Run): Ledger {
  withLock(() => ensureTable(run, 'send_log'));
  const ledger = openLedger(run);
  if (ledger === null) throw new Error('the ledger was made and is not there');
  return ledger;
}

function readPost(run: Run, ledger: Morning['ledger'], setting: ReturnType<typeof settingsOf>, overrides: Overrides): Post {
  const people = readPeople(run);
  const upcomingDays = Number(setting('reminders.upcoming_days'));
  const morning: Morning = {
    today: run.today,
    customers: readDueCustomers(run),
    recipients: people.list,
    upcomingDays,
    region: String(setting('general.home_region')),
    overrides,
    ledger,
    sender: run.actor,
  };
  const frame: MailFrame = {
    today: run.today,
    upcomingDays,
    itemLimit: Number(setting('reminders.item_limit')),
    sender: actingPerson(run, people)?.name ?? run.actor,
    url: run.ss.getUrl(),
    sheetId: findSheet(run, 'customers')?.getSheetId() ?? 0,
    tiers: enumsInForce(run)['tier'],
    ...labelsOf(people),
  };
  return { morning, frame };
}

/** As the workbook calls them now, so that the reader finds them. */
function labelsOf({ table }: People) {
  return { peopleLabel: table.sheet.getName(), digestLabel: table.labels[table.columns.get('digest') ?? -1] ?? '' };
}
