// The quick-action column: what was picked is done, said, and its cell cleared.

import { addDays, isDay } from '../domain/days';
import { isEffective } from '../domain/facts/facts';
import { nextFollowUp, SNOOZE_STEPS, type SnoozeStep, snoozedTo } from '../domain/follow-up/agenda';
import { labelInForce, optionId } from '../gateway/options';
import { type Found, writeCells } from '../gateway/records';
import type { Run } from '../gateway/run';
import { forget, outcomeOf, remember } from '../gateway/tokens';
import type { Message } from '../i18n/index';
import type { Cell, Day } from '../template/types';
import { type Booking, planningOf, readBookings } from './agenda';
import { changeCustomer, enterContact, nameOf, unsaid } from './follow-up';

const COLUMN = 'quick';

/** Contacts by the quick action that enters them. */
const CONTACTS: Readonly<Record<string, string>> = { reached: 'reached', no_answer: 'no_answer' };

/** Quick actions a run does, some two dozen calls each; the next one goes on. */
const MOST = 10;

/** What the quick actions of one run share: how many may still be done, and what is planned for whom. */
export class QuickTurn {
  private left = MOST;
  private held: Booking[] | null = null;
  private readonly isLate: () => boolean;
  /** Whether the cell was just filled by a person, so that it is not what a killed run left. */
  readonly isAnew: boolean;

  /** @param isLate whether what is not begun shall wait for another run */
  constructor(isLate: () => boolean, isAnew = false) {
    this.isLate = isLate;
    this.isAnew = isAnew;
  }

  /** Whether one more may be done. */
  takes(): boolean {
    if (this.left === 0 || this.isLate()) return false;
    this.left--;
    return true;
  }

  /** Everybody's dates, read once. */
  bookings(run: Run): Booking[] {
    this.held ??= readBookings(run);
    return this.held;
  }
}

/** Whether something that can be done stands in the quick column. */
export function isQuick(run: Run, cells: Readonly<Record<string, Cell>>): boolean {
  return (cells[COLUMN] ?? null) !== null && optionId(run, COLUMN, cells[COLUMN]) !== '';
}

/**
 * Does what stands in the quick column of a customer and clears it last, so that whoever finds it still there does it once more; what
 * was done already is not repeated. Call under the lock.
 * @param by name of the person who picked it; empty: not known, then the customer's owner
 * @returns what was done; null where the cell holds nothing to be done
 * @throws Refusal `followUp.closed` where the row is closed to this account
 */
export function runQuick(run: Run, found: Found, by: string, turn: QuickTurn): Message | null {
  const { cells } = found;
  const action = optionId(run, COLUMN, cells[COLUMN]);
  const token = tokenOf(run, `quick ${String(cells['customer_id'] ?? '')} ${action}`, turn.isAnew);
  const result = CONTACTS[action];
  const step = SNOOZE_STEPS.find((one) => one === action);
  const done =
    result !== undefined
      ? contact(run, found, result, { by: by || String(cells['owner'] ?? ''), token, turn })
      : step !== undefined
        ? move(run, found, step, token)
        : action === 'verified'
          ? verify(run, found)
          : null;
  if (done === null) return null;
  const [said, now] = done;
  // What a person picked meanwhile is another action.
  if (now.cells[COLUMN] === cells[COLUMN]) writeCells(now, { [COLUMN]: null });
  if (outcomeOf(run, token) !== null) forget(run, token);
  return said;
}

/**
 * The token of an action carries its day: the same one on another day is another contact. What a run began before midnight is still
 * finished after it; what a person picks anew is no rest of a killed run.
 */
function tokenOf(run: Run, action: string, isAnew: boolean): string {
  const [token = '', before = ''] = [run.today, addDays(run.today, -1)].map((day) => `${action} ${day}`);
  if (isAnew && outcomeOf(run, token) !== null) forget(run, token);
  return !isAnew && outcomeOf(run, token) === null && outcomeOf(run, before) !== null ? before : token;
}

interface Picked {
  readonly by: string;
  readonly token: string;
  readonly turn: QuickTurn;
}

/** What was done, and the customer as he was written last. */
type Done = readonly [Message, Found];

function contact(run: Run, found: Found, result: string, { by, token, turn }: Picked): Done {
  const { cells } = found;
  const isReached = isEffective(result);
  const owner = String(cells['owner'] ?? '');
  const bookings = turn.bookings(run);
  const { day } = nextFollowUp(optionId(run, 'tier', cells['tier']), isReached, planningOf(run, owner, bookings));
  // The next one of this run finds this day taken.
  bookings.push({ owner, status: optionId(run, 'sales_status', cells['sales_status']), nextFollowUp: day });
  const entered = enterContact(
    run,
    found,
    {
      date: run.today,
      time: run.stamp.slice(11),
      type: labelInForce(run, 'interaction_type', 'call'),
      result: labelInForce(run, 'result', result),
      summary: unsaid(run, cells, isReached),
      next_follow_up: day,
      next_action: textOf(cells['next_action']),
    },
    { by, token, asked: '' },
  );
  return [{ code: 'quick.logged', args: { name: nameOf(cells), day } }, entered.found];
}

function move(run: Run, found: Found, step: SnoozeStep, token: string): Done {
  const { cells } = found;
  const due = String(cells['next_follow_up'] ?? '').slice(0, 10);
  // Day and count as they were worked out first: a move cut off and done again is still one move.
  const [day, count] = (outcomeOf(run, token) ?? moved()).split(' ') as [Day, string];
  const now = changeCustomer(run, found, { next_follow_up: day, snooze_count: Number(count) });
  return [{ code: 'quick.moved', args: { name: nameOf(cells), day } }, now];

  function moved(): string {
    const to = snoozedTo(step, isDay(due) ? due : null, planningOf(run, String(cells['owner'] ?? ''), []));
    const outcome = `${to} ${Number(cells['snooze_count'] ?? 0) + 1}`;
    remember(run, token, outcome);
    return outcome;
  }
}

function verify(run: Run, found: Found): Done {
  const now = changeCustomer(run, found, { verified_at: run.today });
  return [{ code: 'quick.verified', args: { name: nameOf(found.cells) } }, now];
}

function textOf(cell: Cell | undefined): string | null {
  return cell === undefined || cell === null ? null : String(cell);
}
