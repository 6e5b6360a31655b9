// Single records: found by their id, changed cell by cell, added below the last.
import { runsOf } from '../domain/acts/change';
import { idColumn } from '../domain/entry';
import { Refusal } from '../domain/refusal';
import type { TableKey } from '../template/index';
import type { Cell } from '../template/types';
import { dataColumn } from './rules';
import type { Run } from './run';
import {
  cellOf,
  FIRST_ROW,
  labelOf,
  makeRoom,
  readHead,
  recordOf,
  type Table,
  tableTemplate,
  textOf,
  withRows,
  writeBlock,
  writeRecords,
} from './table';

/** A record where it stands now. */
export interface Found {
  /** With nothing but this row read. */
  readonly table: Table;
  /** 1-based. */
  readonly row: number;
  readonly cells: Readonly<Record<string, Cell>>;
}

/**
 * Reads one record by its id, in two service reads where it still stands in the row it was seen in, else in four.
 * @param seen 1-based row; 0: not known
 * @throws Refusal `record.gone`
 */
export function readRecord(run: Run, key: TableKey, id: string, seen = 0): Found {
  return recordIn(run, readHead(run, key), id, seen);
}

/**
 * A record as it stands directly before it is written: while others are read, rows move and people type. One service read where it still
 * stands in its row, else three. @throws Refusal `record.gone`
 */
export function foundAgain(run: Run, { table, row, cells }: Found): Found {
  return recordIn(run, table, String(cells[idColumn(tableTemplate(table.key))?.key ?? '']), row);
}

function recordIn(run: Run, head: Table, id: string, seen: number): Found {
  const column = idColumn(tableTemplate(head.key))?.key ?? '';
  const lastRow = lastRowOf(head);
  const at = (row: number): Found => {
    const table = withRows(run, head, row, 1);
    return { table, row, cells: recordOf(table, table.rows[0] ?? []) };
  };
  if (seen >= FIRST_ROW && seen <= lastRow) {
    const found = at(seen);
    if (found.cells[column] === id) return found;
  }
  const ids = lastRow < FIRST_ROW ? head : withRows(run, head, FIRST_ROW, lastRow - FIRST_ROW + 1, column);
  const index = ids.rows.findIndex((row) => cellOf(ids, row, column) === id);
  if (id === '' || index < 0) throw new Refusal('record.gone', { id, sheet: labelOf(run, head.key) });
  return at(FIRST_ROW + index);
}

/** A table with its ids read, and where the next record goes. */
export interface Appendable {
  readonly table: Table;
  /** 1-based row below everything that stands in the table, also below a row somebody began to type and that has no id. */
  readonly below: number;
  /** Rows the sheet has. */
  readonly rows: number;
}

/** Two service reads. */
export function readAppendable(run: Run, key: TableKey): Appendable {
  const head = readHead(run, key);
  const lastRow = lastRowOf(head);
  const left = head.columns.get(idColumn(tableTemplate(key))?.key ?? '') ?? 0;
  // To the end of the sheet, whose height is then known too.
  const ids = dataColumn(head.sheet, left + 1).getValues();
  const rows = ids.slice(0, Math.max(0, lastRow - FIRST_ROW + 1)).map(([id]) => [id === '' ? null : String(id)]);
  return { table: { ...head, left, rows, lastRow }, below: bottomOf(head), rows: ids.length + FIRST_ROW - 1 };
}

/** The way to the last row is no service read, whereas asking the sheet for it is. */
function lastRowOf({ sheet }: Table): number {
  return sheet.getDataRange().getLastRow();
}

/** 1-based row below everything that stands in a table by now: people go on typing while a script thinks. No service read. */
export function bottomOf(table: Table): number {
  return Math.max(FIRST_ROW, lastRowOf(table) + 1);
}

/**
 * The bottom by now of a sheet of so many rows in which room was made for this one: an open formula of the user's fills new rows to the
 * end, and then it is this one.
 */
export function bottomIn(table: Table, below: number, height: number): number {
  const bottom = bottomOf(table);
  return bottom > height ? below : bottom;
}

/**
 * Adds one record below the last. One service write, and up to two calls more where the sheet is too short or rows came or went meanwhile.
 * @returns its 1-based row
 */
export function appendRecord({ table, below, rows }: Appendable, record: Readonly<Record<string, Cell>>): number {
  const now = bottomOf(table);
  const height = rows < now || now !== below ? makeRoom(table.sheet, now, now - 1) : rows;
  const row = bottomIn(table, now, height);
  writeRecords(table, row, [record]);
  return row;
}

/**
 * Writes cells of one record, neighbours together; every run of them is one service write.
 * @param bridged keys of columns that may be written as they were read, where that makes one run of two
 */
export function writeCells(
  { table, row, cells }: Found,
  values: Readonly<Record<string, Cell>>,
  bridged: readonly string[] = [],
): void {
  for (const { at, keys } of cellRuns(table, Object.keys(values), bridged)) {
    writeBlock(table.sheet, row, at + 1, [keys.map((key) => (key in values ? (values[key] ?? null) : (cells[key] ?? null)))]);
  }
}

/** Runs of neighbouring columns that cover these keys. */
function cellRuns(table: Table, keys: readonly string[], bridged: readonly string[]): { at: number; keys: string[] }[] {
  const wanted = [...table.columns].filter(([key]) => keys.includes(key) || bridged.includes(key)).sort((a, b) => a[1] - b[1]);
  const runs: { at: number; keys: string[] }[] = [];
  for (const [key, at] of wanted) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.at + last.keys.length === at) last.keys.push(key);
    else runs.push({ at, keys: [key] });
  }
  return runs.flatMap(({ at, keys: all }) => {
    // A bridge that ends nowhere is none.
    const first = all.findIndex((key) => keys.includes(key));
    const last = all.length - [...all].reverse().findIndex((key) => keys.includes(key));
    return first < 0 ? [] : [{ at: at + first, keys: all.slice(first, last) }];
  });
}

/**
 * Reads several records by their ids, in two service reads and one for each of few runs of neighbours, or one for all between the first
 * and the last. Ids that stand nowhere are left out.
 */
export function readRecords(run: Run, key: TableKey, wanted: ReadonlySet<string>): Found[] {
  const head = readHead(run, key);
  const column = idColumn(tableTemplate(key))?.key ?? '';
  const lastRow = lastRowOf(head);
  if (lastRow < FIRST_ROW || wanted.size === 0) return [];
  const ids = withRows(run, head, FIRST_ROW, lastRow - FIRST_ROW + 1, column);
  const places = ids.rows.flatMap((row, at) => (wanted.has(textOf(ids, row, column)) ? [{ at }] : []));
  const runs = runsOf(places);
  const spans = runs.length > FEW ? [places] : runs;
  return spans.flatMap((span) => {
    const from = span[0]?.at ?? 0;
    const to = span[span.length - 1]?.at ?? from;
    const table = withRows(run, head, FIRST_ROW + from, to - from + 1);
    return span.map(({ at }) => ({ table, row: FIRST_ROW + at, cells: recordOf(table, table.rows[at - from] ?? []) }));
  });
}

/** Runs read one by one; more cost more calls than the rows between them cost time. */
const FEW = 3;

/** What is to become of a record's cells. */
export interface CellsOf extends Found {
  readonly values: Readonly<Record<string, Cell>>;
}

/**
 * Writes cells of many records of one table, neighbours together. What is closed to this account, or refused by a strict rule, is left
 * as it is; the rest is written all the same.
 * @param changes in the order of their rows
 * @returns how many records were left in part
 */
export function writeMany(changes: readonly CellsOf[]): number {
  const left = new Set<CellsOf>();
  const table = changes[0]?.table;
  if (table === undefined) return 0;
  const keys = new Set(changes.flatMap(({ values }) => Object.keys(values)));
  for (const { at, keys: columns } of cellRuns(table, [...keys], [])) {
    const touched = changes
      .filter(({ values }) => columns.some((key) => key in values))
      .map((change) => ({ at: change.row, change }));
    for (const rows of runsOf(touched)) {
      const lines = linesOf(table, at, columns, rows);
      if (isWritten(table, rows[0]?.at ?? 0, at, lines)) continue;
      for (const { at: row, change } of rows) {
        const own = columns.filter((key) => key in change.values);
        const done = own.every((key) => isWritten(table, row, table.columns.get(key) ?? 0, [[cellAfter(change, key)]]));
        if (!done) left.add(change);
      }
    }
  }
  return left.size;
}

/** Cells nobody asked to change are written along as they stand now: read again directly before, so that nobody's typing is undone. */
function linesOf(
  table: Table,
  at: number,
  columns: readonly string[],
  rows: readonly { readonly at: number; readonly change: CellsOf }[],
): (readonly (Cell | '')[])[] {
  const isBridge = rows.some(({ change }) => columns.some((key) => !(key in change.values)));
  const now = isBridge ? table.sheet.getRange(rows[0]?.at ?? 0, at + 1, rows.length, columns.length).getValues() : [];
  return rows.map(({ change }, i) =>
    columns.map((key, column) => (key in change.values ? (change.values[key] ?? null) : (now[i]?.[column] as Cell))),
  );
}

function cellAfter({ values, cells }: CellsOf, key: string): Cell {
  return key in values ? (values[key] ?? null) : (cells[key] ?? null);
}

/** @returns false where protection or a strict rule refuses the cells */
function isWritten(table: Table, row: number, at: number, lines: readonly (readonly Cell[])[]): boolean {
  try {
    writeBlock(table.sheet, row, at + 1, lines);
    return true;
  } catch {
    return false;
  }
}
