// Who must be followed up: overdue, due today, due in the next days; the most pressing first.
import type { Day } from '../../template/types';
import { addDays, daysBetween } from '../days';

/** A customer as far as reminders need him; options by id. */
export interface DueCustomer {
  readonly id: string;
  /** 1-based row in the sheet. */
  readonly row: number;
  readonly name: string;
  readonly company: string;
  readonly owner: string;
  readonly tier: string;
  readonly status: string;
  readonly nextFollowUp: Day | null;
  readonly nextAction: string;
  readonly mobile: string;
  readonly phone: string;
  readonly wechat: string;
  readonly email: string;
  /** Value score; 0 while nobody has computed one. */
  readonly value: number;
  readonly sample: boolean;
}

export interface Due extends DueCustomer {
  readonly nextFollowUp: Day;
  /** Days late; 0 today; negative: days ahead. */
  readonly late: number;
}

export interface DueLists {
  readonly overdue: readonly Due[];
  readonly today: readonly Due[];
  readonly soon: readonly Due[];
}

/** Options that take part in the rules, by id. */
const KEY_TIER = 'key';
const INVALID = 'invalid';

/** Whether a customer is somebody's to follow up; the same condition colours the cell. */
export function isActive(customer: Pick<DueCustomer, 'owner' | 'status'>): boolean {
  return customer.owner !== '' && customer.status !== INVALID;
}

/** Active customers that are due until `today + upcomingDays`, by owner's name. One pass, whatever the number of owners. */
export function dueByOwner(customers: readonly DueCustomer[], today: Day, upcomingDays: number): ReadonlyMap<string, Due[]> {
  const last = addDays(today, upcomingDays);
  const byOwner = new Map<string, Due[]>();
  for (const customer of customers) {
    const { nextFollowUp } = customer;
    if (nextFollowUp === null || nextFollowUp > last || !isActive(customer)) continue;
    const due = { ...customer, nextFollowUp, late: daysBetween(nextFollowUp, today) };
    const known = byOwner.get(customer.owner);
    if (known === undefined) byOwner.set(customer.owner, [due]);
    else known.push(due);
  }
  return byOwner;
}

/** Parts by lateness and puts the pressing first: coming ones by day; then key tier, then value × days late, then days late. */
export function dueLists(items: readonly Due[]): DueLists {
  const sorted = [...items].sort(
    (a, b) =>
      Math.min(0, b.late) - Math.min(0, a.late) ||
      Number(b.tier === KEY_TIER) - Number(a.tier === KEY_TIER) ||
      weight(b) - weight(a) ||
      b.late - a.late ||
      (a.id < b.id ? -1 : 1),
  );
  return {
    overdue: sorted.filter((item) => item.late > 0),
    today: sorted.filter((item) => item.late === 0),
    soon: sorted.filter((item) => item.late < 0),
  };
}

/** What waiting costs: value × days late; what is not late yet weighs by value alone. */
function weight(item: Due): number {
  return item.value * Math.max(1, item.late);
}
