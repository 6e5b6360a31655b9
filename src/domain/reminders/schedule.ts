// When mail may go, and to whom: hours, working days, leave, and one mail a day and recipient.
import type { Day, Locale } from '../../template/types';
import { onLeave } from '../calendar/leave';
import { isWorkingDay, type Overrides } from '../calendar/workdays';
import { type Due, type DueCustomer, type DueLists, dueByOwner, dueLists } from './due';
import { digestKey, type LedgerEntry, mayTry } from './ledger';

/** A person of the team as far as mail needs him. */
export interface Recipient {
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  /** Wants the daily mail. */
  readonly digest: boolean;
  readonly language: Locale;
  /** As written in the leave cell. */
  readonly leave: string;
}

/** Hours of the file's own zone, 0–23. */
export interface MailHours {
  readonly sendHour: number;
  /** Quiet from the first hour up to the second, over midnight when the first is larger; null: never quiet. */
  readonly quiet: readonly [from: number, to: number] | null;
}

export interface Digest {
  /** Ledger key. */
  readonly key: string;
  readonly recipient: Recipient;
  readonly lists: DueLists;
}

export interface Morning {
  readonly today: Day;
  readonly customers: readonly DueCustomer[];
  readonly recipients: readonly Recipient[];
  readonly upcomingDays: number;
  /** ISO code of the country whose holidays count. */
  readonly region: string;
  readonly overrides: Overrides;
  readonly ledger: ReadonlyMap<string, LedgerEntry>;
  /** The account that sends: sample customers are mailed to nobody else. */
  readonly sender: string;
}

/** Whether mail may go in this hour. */
export function mailHour(hour: number, { sendHour, quiet }: MailHours): boolean {
  if (hour < sendHour) return false;
  if (quiet === null || quiet[0] === quiet[1]) return true;
  const [from, to] = quiet;
  return from < to ? hour < from || hour >= to : hour < from && hour >= to;
}

/** Whether reminders switched on at a stamp have begun: a click in the afternoon brings the first mail next morning, not at once. */
export function hasBegun(since: string, today: Day, sendHour: number): boolean {
  return since.slice(0, 10) < today || Number(since.slice(11, 13)) < sendHour;
}

/**
 * The mails of the day that are still to be sent, urgent first: whoever has overdue customers, most of them first, then those with
 * something due today. Nobody without anything due is written to, nobody twice, nobody on a day he does not work.
 */
export function planDigests(morning: Morning): Digest[] {
  const { today, region, overrides, ledger } = morning;
  if (!isWorkingDay(today, region, overrides)) return [];
  const due = dueByOwner(morning.customers, today, morning.upcomingDays);
  const digests: Digest[] = [];
  for (const [email, people] of byAddress(morning.recipients)) {
    const at = people.filter((person) => !onLeave(person.leave, today));
    const [recipient] = at;
    const key = digestKey(today, email);
    if (recipient === undefined || !mayTry(ledger.get(key))) continue;
    const items = at.flatMap((person) => due.get(person.name) ?? []).filter((item) => mailable(item, email, morning.sender));
    if (items.length > 0) digests.push({ key, recipient, lists: dueLists(items) });
  }
  return digests.sort(
    (a, b) =>
      b.lists.overdue.length - a.lists.overdue.length || b.lists.today.length - a.lists.today.length || (a.key < b.key ? -1 : 1),
  );
}

function mailable(item: Due, email: string, sender: string): boolean {
  return !item.sample || email === sender.toLowerCase();
}

/** Active people who want mail, by address: two names on one account get one mail. */
function byAddress(recipients: readonly Recipient[]): ReadonlyMap<string, Recipient[]> {
  const known = new Map<string, Recipient[]>();
  for (const person of recipients) {
    const email = person.email.trim().toLowerCase();
    if (!person.active || !person.digest || email === '') continue;
    const others = known.get(email);
    if (others === undefined) known.set(email, [person]);
    else others.push(person);
  }
  return known;
}
