// Changing cells of records: found by id and column key, compared with what stands there, written in few blocks.
import type { CellChange, Change } from '../domain/acts/change';
import { tableColumns } from '../domain/acts/rows';
import { sameCell } from '../domain/acts/undo';
import type { SheetKey } from '../template/index';
import type { Cell } from '../template/types';
import { type Block, blocksOf } from './acts-blocks';
import { type Entry, EXACT_READ, EXACT_WRITE, entryAt, readExactly, writeExactly } from './acts-exact';
import { type ActSheet, dataRange, isInPlace, isOwnAt } from './acts-sheet';
import type { Acting } from './acts-steps';
import { cellReader } from './table';

type Cells = Extract<Change, { type: 'cells' }>;

/** A cell that was not changed: a person changed it meanwhile, or its record or column is gone. */
export interface LeftCell {
  readonly sheet: SheetKey;
  readonly id: string;
  /** Column key; `''` for a whole row. */
  readonly column: string;
}

/** Service calls a block takes. */
const PER_BLOCK = EXACT_READ + 1 + EXACT_WRITE;

/**
 * Brings cells from before to after. Repeating it changes nothing: a cell that is as it shall be is left, and so is one that is
 * neither, which a person has changed meanwhile.
 * @param from the first record still to be done
 * @returns the next one for another run, `null` when all are done
 */
export function changeCells(act: Acting, change: Cells, from: number): number | null {
  const sheet = act.open(change.sheet);
  const waiting = change.records.slice(from);
  if (sheet === null) {
    for (const record of waiting) act.leave(leftOf(change.sheet, record));
    return null;
  }
  let count = waiting.length;
  let blocks = plan(sheet, waiting);
  while (count > 1 && blocks.length * PER_BLOCK > act.slice.left) {
    count = Math.ceil(count / 2);
    blocks = plan(sheet, waiting.slice(0, count));
  }
  const records = waiting.slice(0, count);
  for (const [i, block] of blocks.entries()) {
    // Blocks with bad values took more calls than planned; those done are not written again.
    if (i > 0 && act.slice.left < PER_BLOCK) return from;
    if (!changeBlock(act, sheet, block, records)) return from;
  }
  for (const record of records) act.leave(homeless(sheet, record));
  return from + count < change.records.length ? from + count : null;
}

function plan(sheet: ActSheet, records: readonly CellChange[]): Block[] {
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (const { id, after } of records) {
    const row = sheet.rowOf.get(id);
    if (row === undefined) continue;
    rows.add(row);
    for (const key of Object.keys(after)) {
      const at = sheet.columns.get(key);
      if (at !== undefined) columns.add(at);
    }
  }
  return blocksOf(ascending(rows), ascending(columns), (at) => isOwnAt(sheet, at));
}

/** @returns false when its rows no longer stand where they were found: nothing is done, another run looks anew */
function changeBlock(act: Acting, sheet: ActSheet, { rows, columns }: Block, records: readonly CellChange[]): boolean {
  const height = rows.to - rows.from + 1;
  const width = columns.to - columns.from + 1;
  const range = dataRange(sheet, rows.from, columns.from, height, width);
  const read = readExactly(range);
  const cell = cellReader(act.run);
  const left: LeftCell[] = [];
  const changed = new Map<number, Map<number, Cell>>();
  for (const record of records) {
    const row = (sheet.rowOf.get(record.id) ?? -1) - rows.from;
    if (row < 0 || row >= height) continue;
    for (const [key, after] of Object.entries(record.after)) {
      const column = (sheet.columns.get(key) ?? -1) - columns.from;
      if (column < 0 || column >= width) continue;
      const now = cell(read.values[row]?.[column]);
      if (sameCell(now, after)) continue;
      // A formula of somebody's making is not ours to replace, whatever it shows.
      if (!sameCell(now, record.before[key] ?? null) || read.formulas[row]?.[column]) {
        // What script keeps was brought up to date since: no person's change.
        if (tableColumns(sheet.key)[key]?.kept !== 'script') left.push({ sheet: sheet.key, id: record.id, column: key });
        continue;
      }
      const line = changed.get(row) ?? new Map<number, Cell>();
      changed.set(row, line.set(column, after));
    }
  }
  act.slice.spend(EXACT_READ);
  if (changed.size === 0 && left.length === 0) return true;
  act.slice.spend(1);
  if (!isInPlace(act, sheet, rows.from, height)) return false;
  act.leave(left);
  if (changed.size === 0) return true;
  const entries = read.values.map((line, row) =>
    line.map((_, column): Entry => {
      const after = changed.get(row)?.get(column);
      return after === undefined ? entryAt(read, row, column) : plannedEntry(after);
    }),
  );
  act.slice.spend(writeExactly(range, entries));
  return true;
}

/** A cell of the domain as an entry. */
function plannedEntry(cell: Cell): Entry {
  return typeof cell === 'string' ? { cell } : (cell ?? '');
}

/** Cells of a record whose row or column is no longer there. */
function homeless(sheet: ActSheet, record: CellChange): LeftCell[] {
  if (!sheet.rowOf.has(record.id)) return leftOf(sheet.key, record);
  return leftOf(sheet.key, record).filter(({ column }) => !sheet.columns.has(column));
}

function leftOf(sheet: SheetKey, { id, after }: CellChange): LeftCell[] {
  return Object.keys(after).map((column) => ({ sheet, id, column }));
}

function ascending(numbers: ReadonlySet<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}
