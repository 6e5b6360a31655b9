// The hourly run of the steward's account: what waits for nobody is done here.

import { Refusal } from '../domain/refusal';
import { escaped } from '../domain/reminders/mail-page';
import { stampDashboard } from '../gateway/apply-as-of';
import { recordFault } from '../gateway/faults';
import { openHead } from '../gateway/journal';
import { beginRun, endRun, leaseOf } from '../gateway/lease';
import { withLock } from '../gateway/lock';
import { sendLetter } from '../gateway/mail';
import { openRun, type Run, setProperties } from '../gateway/run';
import { missingPermission, removeTriggers } from '../gateway/triggers';
import { userLocale } from '../gateway/ui';
import { say } from '../i18n/index';
import { workbook } from '../template/index';
import { continueOpen } from './acts';
import { sendDigests } from './digests';
import { ON_RESPONSE, takeWaiting } from './intake/take';
import { followOrder } from './protection-state';
import { catchUp } from './watch/catch-up';
import { SHEET_EDIT } from './watch/sheet-edit';

/** Name of the function Google calls. */
export const HOURLY = 'hourly';

/** The functions of the automation, each with a trigger of the steward's. */
export const AUTOMATION: readonly string[] = [HOURLY, SHEET_EDIT, ON_RESPONSE];

/** Day on which the account was last asked for a missing permission. */
const ASKED = 'cp:asked';

/** Milliseconds of a run that unfinished acts may take; mail needs the rest. */
const ACTS_UNTIL = 120_000;
/** Milliseconds for looking at rows, and when it is over in any case; the next run goes on where this one stops. */
const ROWS_FOR = 60_000;
const ROWS_UNTIL = 240_000;
/** Milliseconds the lock is held at once for what can be broken off. */
const LOCKED_FOR = 8_000;

export function hourly(): void {
  const url = missingPermission();
  if (url !== null) {
    askAgain(openRun(), url);
    return;
  }
  const run = openRun();
  // A workbook of a later version is read only to this code.
  if (run.state === null || run.state.version > workbook.version) return;
  const lease = leaseOf(run);
  if (lease === null || lease.account !== run.actor) {
    // Somebody else has taken over: one sender is enough.
    for (const handler of AUTOMATION) removeTriggers(handler);
    return;
  }
  if (!withLock(() => beginRun(run))) return;
  try {
    finishOpenAct(run);
    takeWaiting(run, ACTS_UNTIL);
    stampDashboard(run);
    sendDigests(run, lease.since);
    // The mails are out, whatever these take.
    lookAtRows(run);
    keepProtection(run);
  } finally {
    endRun(run);
  }
}

/** Puts in order what no trigger saw; a fault of it does not keep the run from ending in order. */
function lookAtRows(run: Run): void {
  try {
    // What was open when the run began may have been finished by it.
    const now = openHead(run) === null ? run : openRun(run.now);
    catchUp(now, Math.min(ROWS_UNTIL, Date.now() - run.now.getTime() + ROWS_FOR));
  } catch (thrown) {
    recordFault('catch-up', thrown);
  }
}

/** Lets owners into their rows again when these have moved; an account that may not change protections leaves them to one that may. */
function keepProtection(run: Run): void {
  try {
    let isDone = false;
    // Others wait twenty seconds for the lock: it is let go in between.
    while (!isDone && Date.now() - run.now.getTime() < ROWS_UNTIL) isDone = withLock(() => keptInLine(openRun(run.now)));
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) recordFault('protection', thrown);
  }
}

/** @returns whether nothing is left that this run could do */
function keptInLine(run: Run): boolean {
  const until = Date.now() + LOCKED_FOR;
  return openHead(run) !== null || followOrder(run, () => Date.now() > until);
}

/** Carries on with what a killed run left open, slice by slice; what cannot go on waits for a person and stops nothing else. */
function finishOpenAct(run: Run): void {
  try {
    let done = -1;
    while (Date.now() - run.now.getTime() < ACTS_UNTIL) {
      // Opened under the lock: what is open may be another act by now. The clock goes on, for Google ends all of it together.
      const result = withLock(() => continueOpen(openRun(run.now)));
      // An act that does not get on in a slice will not in the next one either.
      if (result === null || result.finished || result.done <= done) return;
      done = result.done;
    }
  } catch (thrown) {
    recordFault('hourly', thrown);
  }
}

/** Writes to the account itself, once a day; noted first, for a second mail would be worse than none. */
function askAgain(run: Run, url: string): void {
  if (run.properties[ASKED] === run.today) return;
  setProperties(run, { [ASKED]: run.today });
  const locale = userLocale();
  const text = say(locale, { code: 'mail.authorise.body' });
  try {
    sendLetter({
      to: run.actor,
      subject: say(locale, { code: 'mail.authorise.subject' }),
      html: `<p>${escaped(text)}</p><p><a href="${escaped(url)}">${escaped(url)}</a></p>`,
      text: `${text}\n${url}`,
      name: say(locale, { code: 'mail.sender' }),
    });
  } catch {
    // The permission that is missing may be the one to mail. Then the sidebar asks for it when it is next opened.
  }
}
