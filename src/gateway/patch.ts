// Changed cells of some rows of a table: only what changed is written, in the fewest calls that allow it.
import type { Cell } from '../template/types';
import type { Run } from './run';
import { cellReader, entered, type Table, withRows, writeBlock } from './table';

/** Rows of a table as the sheet gave them and as the domain has them. */
export interface RowsRead {
  readonly table: Table;
  /** 1-based sheet row of the first. */
  readonly first: number;
  readonly raw: readonly (readonly unknown[])[];
  readonly cells: readonly (readonly Cell[])[];
}

/** Some whole rows in one service read. */
export function readRows(run: Run, head: Table, first: number, count: number): RowsRead {
  const raw = head.sheet.getRange(first, 1, count, head.labels.length).getValues() as unknown[][];
  const read = cellReader(run);
  return { table: head, first, raw, cells: raw.map((line) => line.map(read)) };
}

/** Rows as they stand directly before they are written. */
export interface Again {
  /** Rows, by their 0-based number among those read, that hold another record now. */
  readonly moved: ReadonlySet<number>;
  /** Whether a cell, by 0-based column, may be written: it holds what was read. */
  isAsRead(row: number, at: number): boolean;
}

/** Rows that are read again as a whole; of more, the ids tell whether they are the same. */
const FEW_WHOLE = 20;

/**
 * Reads rows once more: while others were read, or a lock was waited for, they may have moved, or somebody typed into them. One service
 * read. @param id key of the column that holds the ids
 */
export function readAgain(run: Run, { table, first, cells }: RowsRead, id: string, rows: readonly number[]): Again {
  const [from, to] = [Math.min(...rows), Math.max(...rows)];
  const idAt = table.columns.get(id);
  const isWhole = to - from < FEW_WHOLE;
  if (rows.length === 0 || (!isWhole && idAt === undefined)) return { moved: new Set(), isAsRead: () => true };
  const places = isWhole ? table.labels.map((_, at) => at) : [idAt ?? 0];
  const now = isWhole
    ? readRows(run, table, first + from, to - from + 1).cells
    : withRows(run, table, first + from, to - from + 1, id).rows;
  const cellNow = (row: number, at: number): Cell => now[row - from]?.[isWhole ? at : 0] ?? null;
  const cellRead = (row: number, at: number): Cell => cells[row]?.[at] ?? null;
  const isAsRead = (row: number, at: number) => cellNow(row, at) === cellRead(row, at);
  const isMoved = (row: number) => {
    if (idAt !== undefined && !isAsRead(row, idAt)) return true;
    // Without an id what stood in the row tells; what came to it meanwhile does not.
    return (
      (idAt === undefined || cellRead(row, idAt) === null) &&
      places.some((at) => cellRead(row, at) !== null && !isAsRead(row, at))
    );
  };
  return { moved: new Set(rows.filter(isMoved)), isAsRead: (row, at) => !isWhole || isAsRead(row, at) };
}

/** Values by column key for a row, by its 0-based number among the rows read. */
export type Changes = ReadonlyMap<number, Readonly<Record<string, Cell>>>;

/** Rows up to which each is written by itself; more are written by columns. */
const FEW_ROWS = 3;
/** Separate stretches of a column that are written one by one; of more, the cells between are written along as they stand. */
const MOST_STRETCHES = 6;

/** Writes the changes of rows; where a write is refused, cell by cell, so that one does not stop the others. */
export function writeChanges(read: RowsRead, changes: Changes): void {
  const rows = [...changes].filter(([, values]) => Object.keys(values).length > 0);
  if (rows.length <= FEW_ROWS) for (const [row, values] of rows) writeRow(read.table, read.first + row, values);
  else for (const block of blocksOf(read, rows)) writeColumns(read, block);
}

/** One row, in runs of neighbouring cells. */
export function writeRow(table: Table, row: number, values: Readonly<Record<string, Cell>>): void {
  const cells = placed(table, values);
  for (let from = 0; from < cells.length; ) {
    let to = from + 1;
    while (to < cells.length && cells[to]?.at === (cells[from]?.at ?? 0) + to - from) to++;
    const run = cells.slice(from, to);
    const isWritten = attempt(table, row, run);
    if (!isWritten && run.length > 1) for (const cell of run) attempt(table, row, [cell]);
    from = to;
  }
}

interface Placed {
  readonly at: number;
  readonly value: Cell;
}

function placed(table: Table, values: Readonly<Record<string, Cell>>): Placed[] {
  return Object.entries(values)
    .map(([key, value]) => ({ at: table.columns.get(key) ?? -1, value }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
}

/** @returns false where protection or a strict rule refuses the cells: what was typed stands */
function attempt(table: Table, row: number, run: readonly Placed[]): boolean {
  try {
    writeBlock(table.sheet, row, (run[0]?.at ?? 0) + 1, [run.map(({ value }) => value)]);
    return true;
  } catch {
    return false;
  }
}

/** Neighbouring columns that change in the same stretch of rows. */
interface Block {
  readonly from: number;
  readonly to: number;
  /** 0-based columns, left to right, each with its new values by row. */
  readonly columns: { readonly at: number; readonly values: ReadonlyMap<number, Cell> }[];
}

function blocksOf({ table }: RowsRead, rows: readonly (readonly [number, Readonly<Record<string, Cell>>])[]): Block[] {
  const byColumn = new Map<number, Map<number, Cell>>();
  for (const [row, values] of rows) {
    for (const { at, value } of placed(table, values)) byColumn.set(at, (byColumn.get(at) ?? new Map()).set(row, value));
  }
  const open: Block[] = [];
  const done: Block[] = [];
  for (const [at, values] of [...byColumn].sort((a, b) => a[0] - b[0])) {
    const next: Block[] = stretches([...values.keys()]).map(([from, to]) => {
      const left = open.find(
        (block) => block.from === from && block.to === to && (block.columns[0]?.at ?? 0) + block.columns.length === at,
      );
      left?.columns.push({ at, values });
      return left ?? { from, to, columns: [{ at, values }] };
    });
    done.push(...open.filter((block) => !next.includes(block)));
    open.splice(0, open.length, ...next);
  }
  return [...done, ...open];
}

/** Runs of consecutive numbers, or the one run around them all when there are too many. */
function stretches(rows: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[1] + 1 === row) last[1] = row;
    else runs.push([row, row]);
  }
  const [first, last] = [runs[0], runs[runs.length - 1]];
  return runs.length > MOST_STRETCHES && first !== undefined && last !== undefined ? [[first[0], last[1]]] : runs;
}

/**
 * One block. Where cells of others lie in it, it is read again directly before, and what somebody typed meanwhile is left to him.
 * What is closed to this account is left as it is, and the rest of the block is written.
 */
function writeColumns(read: RowsRead, block: Block): void {
  const { table, first, raw } = read;
  const { from, to, columns } = block;
  const range = table.sheet.getRange(first + from, (columns[0]?.at ?? 0) + 1, to - from + 1, columns.length);
  const isBridge = columns.some(({ values }) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i).some((row) => !values.has(row)),
  );
  const now = isBridge ? (range.getValues() as unknown[][]) : null;
  const lines = Array.from({ length: to - from + 1 }, (_, i) =>
    columns.map(({ at, values }, column) => {
      const value = values.get(from + i);
      const stands = now?.[i]?.[column];
      const isOurs = value !== undefined && (now === null || plain(stands) === plain(raw[from + i]?.[at]));
      return isOurs ? entered(value) : asItStands(stands);
    }),
  );
  try {
    range.setValues(lines);
  } catch {
    try {
      // One bad value that people left in a strict column refuses the whole block (rulings 11). A kill in between loses rules, which the
      // nightly look puts back.
      const rules = range.getDataValidations();
      range.clearDataValidations();
      range.setValues(lines);
      range.setDataValidations(rules);
    } catch {
      if (from === to) return;
      const middle = Math.floor((from + to) / 2);
      writeColumns(read, { from, to: middle, columns });
      writeColumns(read, { from: middle + 1, to, columns });
    }
  }
}

/** A cell as it compares: two dates of one moment are two objects. */
function plain(value: unknown): unknown {
  return Object.prototype.toString.call(value) === '[object Date]' ? (value as Date).getTime() : (value ?? '');
}

/** A text goes back as the text it is: Sheets would read it again as if it were typed. */
function asItStands(value: unknown): unknown {
  return typeof value === 'string' && value !== '' ? `'${value}` : (value ?? '');
}
