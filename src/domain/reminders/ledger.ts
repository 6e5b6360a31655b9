// The ledger of sent mail: what its states mean, and when a mail may be tried.
import type { Day } from '../../template/types';
import { isDay, serialOf } from '../days';

/**
 * `reserved` stands before a mail goes and `sent` or `failed` after it, so that a killed run leaves a trace. `skipped`: not sent for
 * want of quota, or dropped by a person. `unknown`: reserved by a run that did not come back; it may have been sent.
 */
export type SendState = 'reserved' | 'sent' | 'failed' | 'skipped' | 'unknown';

export interface LedgerEntry {
  /** `day|recipient|kind`. */
  readonly key: string;
  readonly state: SendState;
  /** A line a failed try. */
  readonly error: string;
  /** Instant of the last change. */
  readonly at: string;
}

/** The first try and three later ones. */
const TRIES = 4;

/** No run lives longer than 6 minutes; instants are compared by their minute. */
const RUN_MINUTES = 8;

export function digestKey(day: Day, email: string): string {
  return `${day}|${email}|digest`;
}

/** The day of a key. */
export function dayOfKey(key: string): Day {
  return key.slice(0, 10);
}

/** Whether a mail may be sent by itself: never sent, put off for want of quota, or failed fewer than four times. */
export function mayTry(entry: LedgerEntry | undefined): boolean {
  if (entry === undefined) return true;
  if (entry.state === 'skipped') return entry.error === QUOTA;
  return entry.state === 'failed' && triesOf(entry) < TRIES;
}

/** Written into `error` where the day's quota was used up; such a mail is tried again by the next run. */
export const QUOTA = 'quota';

/** How often a mail has failed. */
export function triesOf(entry: LedgerEntry): number {
  return entry.error === '' ? 0 : entry.error.split('\n').length;
}

/** Adds a failed try; what Google says is put on one line, so that lines can be counted, and cut, so that four fit the cell. */
export function withFailure(error: string, stamp: string, message: string): string {
  const line = `${stamp} ${message.replace(/\s+/g, ' ').trim().slice(0, 100)}`;
  return error === '' || error === QUOTA ? line : `${error}\n${line}`;
}

/** Whether a reserved mail belongs to a run that can no longer be alive. `now` is an instant, as `at` is. */
export function leftBehind(entry: LedgerEntry, now: string): boolean {
  return entry.state === 'reserved' && minutesOf(now) - minutesOf(entry.at) >= RUN_MINUTES;
}

/** Minutes of an instant `yyyy-mm-ddThh:mm:ss.sssZ`; an unreadable one is long past. */
function minutesOf(instant: string): number {
  const day = instant.slice(0, 10);
  if (!isDay(day)) return Number.NEGATIVE_INFINITY;
  return serialOf(day) * 1440 + Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16));
}
