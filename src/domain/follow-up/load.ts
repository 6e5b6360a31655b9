// How many follow-ups stand on each day of an owner.
import type { Day } from '../../template/types';
import { type DueCustomer, isActive } from '../reminders/due';

type Booking = Pick<DueCustomer, 'owner' | 'status' | 'nextFollowUp'>;

/** Follow-ups of one owner by day, from a day on. */
export function bookedBy(owner: string, customers: readonly Booking[], from: Day): Map<Day, number> {
  const booked = new Map<Day, number>();
  for (const customer of customers) {
    const { nextFollowUp } = customer;
    if (customer.owner !== owner || nextFollowUp === null || nextFollowUp < from || !isActive(customer)) continue;
    booked.set(nextFollowUp, (booked.get(nextFollowUp) ?? 0) + 1);
  }
  return booked;
}
