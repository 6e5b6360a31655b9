// The hourly run of the steward's account: what waits for nobody is done here.
import { escaped } from '../domain/reminders/mail-page';
import { beginRun, endRun, leaseOf } from '../gateway/lease';
import { withLock } from '../gateway/lock';
import { mailQuota, sendLetter } from '../gateway/mail';
import { openRun, type Run, setProperties } from '../gateway/run';
import { missingPermission, removeTriggers } from '../gateway/triggers';
import { userLocale } from '../gateway/ui';
import { say } from '../i18n/index';
import { workbook } from '../template/index';
import { sendDigests } from './digests';

/** Name of the function Google calls. */
export const HOURLY = 'hourly';

/** Day on which the account was last asked for a missing permission. */
const ASKED = 'cp:asked';

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
    removeTriggers(HOURLY);
    return;
  }
  if (!withLock(() => beginRun(run, lease))) return;
  try {
    sendDigests(run);
  } finally {
    endRun(run, lease);
  }
}

/** Writes to the account itself, once a day; noted first, for a second mail would be worse than none. */
function askAgain(run: Run, url: string): void {
  if (run.properties[ASKED] === run.today || mailQuota() < 1) return;
  setProperties(run, { [ASKED]: run.today });
  const locale = userLocale();
  const text = say(locale, { code: 'mail.authorise.body' });
  sendLetter({
    to: run.actor,
    subject: say(locale, { code: 'mail.authorise.subject' }),
    html: `<p>${escaped(text)}</p><p><a href="${escaped(url)}">${escaped(url)}</a></p>`,
    text: `${text}\n${url}`,
    name: say(locale, { code: 'mail.sender' }),
  });
}
