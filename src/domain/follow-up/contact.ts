// What a contact with a customer brings with it: the interaction's row and what changes in the customer's.
import type { Cell, Day } from '../../template/types';
import { isEffective } from '../facts/facts';

type Row = Readonly<Record<string, Cell>>;

/** A contact as it goes into Interactions, options as stored. */
export interface ContactRow {
  readonly date: Day;
  readonly time: string;
  readonly type: string;
  readonly summary: string;
  readonly result: string;
  readonly next_follow_up: Day | null;
  readonly next_action: string | null;
}

export interface ContactFacts {
  /** Option id of the contact's result. */
  readonly result: string;
  /** Option id of the customer's status as it stands. */
  readonly status: string;
  /** Label of the status asked for; null: none. */
  readonly asked: string | null;
  /** Label of the status that follows the first contact. */
  readonly contacting: string;
}

/** The customer's cells after a contact; what was so already is left out. Doing it twice changes nothing more. */
export function afterContact(customer: Row, contact: ContactRow, facts: ContactFacts): Record<string, Cell> {
  const after: Record<string, Cell> = { next_follow_up: contact.next_follow_up, next_action: contact.next_action };
  if (isEffective(facts.result)) {
    const last = String(customer['last_contact'] ?? '').slice(0, 10);
    after['last_contact'] = last > contact.date ? last : contact.date;
    Object.assign(after, snoozedNoMore(customer));
  }
  const first = isEffective(facts.result) && facts.status === 'todo' ? facts.contacting : null;
  const status = facts.asked ?? first;
  if (status !== null && status !== customer['sales_status']) {
    after['sales_status'] = status;
    after['status_since'] = contact.date;
  }
  return changed(customer, after);
}

/** An effective contact ends the snoozing. */
export function snoozedNoMore(customer: Row): Record<string, Cell> {
  return Number(customer['snooze_count'] ?? 0) === 0 ? {} : { snooze_count: 0 };
}

/** Only the cells that differ. */
export function changed(before: Row, after: Row): Record<string, Cell> {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => (before[key] ?? null) !== value));
}
