// The order of a safe sort: owners' blocks, the pool last, inside by chosen columns; whole rows move.
import type { Cell } from '../../template/types';
import { cellAt, compareIds, type Rows, textAt } from '../acts/rows';

/**
 * The order wanted: `moves[i]` is the present 0-based number of the row that is to stand in place i. Rows that compare equal keep
 * their order, so a second sort moves nothing; rows without id go last as they stand, for nobody could tell them apart afterwards.
 * @param by column keys inside a block, the customer's id after them
 */
export function sortOrder(table: Rows, by: readonly string[] = []): number[] {
  const keys = table.rows.map((_, at) => ({
    at,
    place: textAt(table, at, 'customer_id') === '' ? 2 : textAt(table, at, 'owner') === '' ? 1 : 0,
    owner: textAt(table, at, 'owner'),
    cells: by.map((key) => cellAt(table, at, key)),
    id: textAt(table, at, 'customer_id'),
  }));
  keys.sort(
    (a, b) =>
      a.place - b.place ||
      (a.place === 2 ? a.at - b.at : 0) ||
      compareCells(a.owner, b.owner) ||
      compareLists(a.cells, b.cells) ||
      compareIds(a.id, b.id) ||
      a.at - b.at,
  );
  return keys.map(({ at }) => at);
}

/** Rows that stand elsewhere afterwards, as people see it: those that do not keep their place. */
export function movedRows(moves: readonly number[]): number {
  return moves.filter((was, is) => was !== is).length;
}

function compareLists(a: readonly Cell[], b: readonly Cell[]): number {
  const first = a.findIndex((cell, i) => compareCells(cell, b[i] ?? null) !== 0);
  return first < 0 ? 0 : compareCells(a[first] ?? null, b[first] ?? null);
}

/** Numbers, then text, then ticks, empty cells last; text by code point. */
function compareCells(a: Cell, b: Cell): number {
  const kind = (cell: Cell) =>
    cell === null || cell === '' ? 3 : typeof cell === 'number' ? 0 : typeof cell === 'string' ? 1 : 2;
  if (kind(a) !== kind(b)) return kind(a) - kind(b);
  if (a === null || b === null || a === b) return 0;
  return a < b ? -1 : 1;
}
