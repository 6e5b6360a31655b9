// Facts of a customer that script keeps: when he was last reached, what he ordered.
import type { Day } from '../../template/types';

/** A contact; results by option id. */
export interface ContactLine {
  readonly customer: string;
  readonly date: Day | null;
  readonly result: string;
}

/** What a contact says of the next one. */
export interface NextContact {
  readonly customer: string;
  readonly date: Day | null;
  readonly nextFollowUp: Day | null;
  readonly nextAction: string | null;
}

/** The newest contact of each customer; of one day the one that stands lower. */
export function newestContacts<C extends NextContact>(contacts: readonly C[]): ReadonlyMap<string, C> {
  const newest = new Map<string, C>();
  for (const contact of contacts) {
    if (contact.date === null) continue;
    const known = newest.get(contact.customer)?.date ?? '';
    if (contact.date >= known) newest.set(contact.customer, contact);
  }
  return newest;
}

/**
 * Whether the next date of a contact takes the place of the one that stands: it does unless the customer was touched after the contact
 * was entered, for then somebody may have typed the date that stands.
 * @param entered stamp of the contact; its day where it has none
 * @param touched stamp of the customer; empty: never
 */
export function isCopied(next: Day, standing: Day | null, entered: string, touched: string): boolean {
  if (next === standing) return false;
  if (standing === null) return true;
  return touched === '' ? next > standing : entered >= touched;
}

/** An order line; statuses by option id. */
export interface OrderLine {
  readonly customer: string;
  readonly orderNo: string;
  readonly date: Day | null;
  readonly status: string;
  /** In the base currency; null without a rate. */
  readonly amountBase: number | null;
}

export interface Facts {
  readonly lastContact: Day | null;
  /** Distinct numbers of valid orders. */
  readonly orderCount: number;
  readonly totalSpend: number;
  readonly lastOrder: Day | null;
}

/** Of a customer without contacts and orders. */
export const NONE: Facts = { lastContact: null, orderCount: 0, totalSpend: 0, lastOrder: null };
const VALID_ORDER = ['paid', 'shipped', 'done'];

/** Whether a contact counts: somebody was there. */
export function isEffective(result: string): boolean {
  return result !== '' && result !== 'no_answer';
}

/** Whether an order counts towards the totals; by option id. */
export function isValidOrder(status: string): boolean {
  return VALID_ORDER.includes(status);
}

/** Facts by customer id, for customers that have a contact or an order line. */
export function factsOf(contacts: readonly ContactLine[], orders: readonly OrderLine[]): ReadonlyMap<string, Facts> {
  const facts = new Map<string, Facts>();
  const numbers = new Set<string>();
  for (const { customer, date, result } of contacts) {
    const known = facts.get(customer) ?? NONE;
    facts.set(customer, isEffective(result) ? { ...known, lastContact: later(known.lastContact, date) } : known);
  }
  for (const line of orders) {
    const known = facts.get(line.customer) ?? NONE;
    if (!isValidOrder(line.status)) {
      facts.set(line.customer, known);
      continue;
    }
    const number = `${line.customer} ${line.orderNo}`;
    facts.set(line.customer, {
      ...known,
      orderCount: known.orderCount + (numbers.has(number) ? 0 : 1),
      totalSpend: cents(known.totalSpend + (line.amountBase ?? 0)),
      lastOrder: later(known.lastOrder, line.date),
    });
    numbers.add(number);
  }
  return facts;
}

function later(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** Sums of prices drift in binary fractions; a total is a whole number of cents. */
function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
