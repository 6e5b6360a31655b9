// The safe sort: customers into their owners' blocks, whole rows, as one act that can be taken back.
import type { ActResult } from '../contract/duplicates-api';
import type { TeamApi } from '../contract/team-api';
import { movedRows, sortOrder } from '../domain/sort/order';
import { withLock } from '../gateway/lock';
import { readPeople } from '../gateway/people';
import { openRun, type Run } from '../gateway/run';
import { readTable, textOf } from '../gateway/table';
import { beginAct, requirePool, settleOpen } from './acts';
import { requireManager } from './managers';

export const sortApi = { safeSort } satisfies Partial<TeamApi>;

export interface SortResult extends ActResult {
  /** Rows that stand elsewhere now. */
  readonly moved: number;
}

/** Service calls up to the plan of a sort. */
const PLANNED = 9;

function safeSort(): ReturnType<TeamApi['safeSort']> {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    requireManager(run, readPeople(run), 'sort.managerOnly');
    settleOpen(run);
    const { txn, moved } = sortCustomers(run);
    return { txn, moved };
  });
}

/**
 * Sorts customers by owner, the pool last, then by the columns given, then by id. Call under the lock, with no act open. Sorting moves
 * no protections: whoever keeps them brings them in line afterwards.
 * @param by column keys
 * @returns `txn` is empty when nothing had to move
 */
export function sortCustomers(run: Run, by: readonly string[] = []): SortResult {
  const table = readTable(run, 'customers', ['customer_id', 'owner', ...by]);
  const moves = sortOrder(table, by);
  const moved = movedRows(moves);
  if (moved === 0) return { txn: '', done: 0, of: 0, finished: true, left: 0, moved };
  const ids = table.rows.map((row) => textOf(table, row, 'customer_id'));
  const changes = [{ type: 'order', sheet: 'customers', ids, moves } as const];
  return { ...beginAct(run, 'sort', { changes, tally: { moved } }, PLANNED), moved };
}
