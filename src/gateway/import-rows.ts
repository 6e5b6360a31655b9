// Writing what an import planned: customers, their set-aside values, new people; each write can be repeated after a killed run.
import { piecesOf } from '../domain/acts/pieces';
import { workbook } from '../template/index';
import type { Cell } from '../template/types';
import { idOf, lastNumber } from './ids';
import { peopleTable } from './reading';
import { bottomIn, bottomOf } from './records';
import type { Run } from './run';
import {
  appendRecords,
  cellOf,
  cellReader,
  FIRST_ROW,
  makeRoom,
  ownRuns,
  readHead,
  readTable,
  rowForLines,
  type Table,
  textOf,
  withRows,
  writeBlock,
} from './table';

/** A line for Quarantine; `original` is set where the whole row was set aside. */
export interface AsideLine {
  readonly batch: string;
  readonly row_no: number;
  readonly record_id: string | null;
  readonly column_key: string | null;
  readonly value: string | null;
  readonly reason: string;
  readonly suggestion: string | null;
  readonly original: string | null;
}

export interface CustomersToAppendTo {
  /** With their ids read, or all of it. */
  readonly table: Table;
  /** 1-based sheet row below everything that stands in the table, also below a row somebody began to type and that has no id. */
  readonly below: number;
}

/** Two service reads, one where the `whole` table is asked for. */
export function customersToAppendTo(run: Run, whole = false): CustomersToAppendTo {
  const head = whole ? readTable(run, 'customers') : readHead(run, 'customers');
  const lastRow = head.sheet.getDataRange().getLastRow();
  const below = Math.max(FIRST_ROW, lastRow + 1);
  const read = whole || below === FIRST_ROW ? head : withRows(run, head, FIRST_ROW, below - FIRST_ROW, 'customer_id');
  const table = { ...read, lastRow };
  return { table, below };
}

type Line = Readonly<Record<string, Cell>>;

/**
 * Writes customers below all that stands there by now, one service write a run of the template's columns.
 * @param again after a killed run: who stands there already is left as people made him since, wherever he stands by now
 */
export function writeCustomers(run: Run, table: Table, records: readonly Line[], again: boolean): void {
  const place = (count: number) => {
    const below = bottomOf(table);
    const needed = below + count - 1;
    const isRoom = !again && (table.height ?? 0) >= needed;
    return bottomIn(table, below, isRoom ? (table.height ?? 0) : makeRoom(table.sheet, needed, below - 1));
  };
  writeOnce(run, table, records, { by: ['customer_id'], again, place });
}

interface Repeatable {
  /** Columns that tell a record from the others, the one that is never blank first. */
  readonly by: readonly string[];
  readonly again: boolean;
  /** Makes room for as many rows. @returns the 1-based row of the first */
  readonly place: (count: number) => number;
}

/** Writes rows run by run, beginning with the run that holds the column they are found by: a run killed on the way is seen by it. */
function writeOnce(run: Run, table: Table, records: readonly Line[], { by, again, place }: Repeatable): void {
  const [first = ''] = by;
  const runs = ownRuns(table).sort(([, a], [, b]) => Number(b.includes(first)) - Number(a.includes(first)));
  // A killed run may have written the first of them alone.
  const telling = by.filter((key) => runs[0]?.[1].includes(key));
  const rows = again ? standing(readTable(run, table.key, telling), telling, records) : [];
  const missing = records.filter((_, i) => rows[i] === undefined);
  const there = records.flatMap((record, i) => ({ row: rows[i] ?? 0, record })).filter(({ row }) => row > 0);
  there.sort((a, b) => a.row - b.row);
  for (const [at, keys] of runs) writeMissing(run, table, at, keys, there);
  if (missing.length === 0) return;
  const blocks = runs.map(([at, keys]) => [at, linesOf(missing, keys)] as const);
  // Directly before they are written, for people go on typing.
  const below = place(missing.length);
  for (const [at, lines] of blocks) writeBlock(table.sheet, below, at + 1, lines);
}

function linesOf(records: readonly Line[], keys: readonly string[]): Cell[][] {
  return records.map((record) => keys.map((key) => record[key] ?? null));
}

/** 1-based row of each record where it stands by now, by what tells it from others; of several alike the first is the first. */
function standing(table: Table, by: readonly string[], records: readonly Line[]): (number | undefined)[] {
  const named = (lines: readonly (readonly Cell[])[]) => {
    const seen = new Map<string, number>();
    return lines.map((cells) => {
      const name = cells.join('\n');
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      return `${name}\n${nth}`;
    });
  };
  const rows = new Map(
    named(table.rows.map((row) => by.map((key) => cellOf(table, row, key)))).map((name, i) => [name, FIRST_ROW + i]),
  );
  return named(linesOf(records, by)).map((name) => rows.get(name));
}

interface Placed {
  /** 1-based. */
  readonly row: number;
  readonly record: Line;
}

/**
 * Writes what of a run of columns never got into the sheet, one service write where nobody typed into it. A row that holds most of its
 * own values was written, and is left as people made it since; in another one typed cells stay, and the blank ones are filled.
 * @param placed in the order of their rows
 */
function writeMissing(run: Run, table: Table, at: number, keys: readonly string[], placed: readonly Placed[]): void {
  const top = placed[0]?.row;
  if (top === undefined) return;
  const read = cellReader(run);
  const height = (placed[placed.length - 1]?.row ?? top) - top + 1;
  const found = table.sheet.getRange(top, at + 1, height, keys.length).getValues();
  const lines = linesOf(
    placed.map(({ record }) => record),
    keys,
  );
  let blank: Cell[][] = [];
  let next = 0;
  const flush = () => {
    if (blank.length > 0) writeBlock(table.sheet, next - blank.length, at + 1, blank);
    blank = [];
  };
  placed.forEach(({ row }, i) => {
    const line = lines[i] ?? [];
    // An unticked box is nothing typed.
    const cells = (found[row - top] ?? []).map((value) => (value === false ? null : read(value)));
    const isBlank = cells.every((cell) => cell === null);
    if (!isBlank || row !== next) flush();
    if (isBlank) {
      blank.push(line);
      next = row + 1;
      return;
    }
    const wanted = line.filter((cell) => cell !== null).length;
    const kept = line.filter((cell, j) => cell !== null && String(cell) === String(cells[j])).length;
    if (kept * 2 > wanted) return;
    line.forEach((cell, j) => {
      if (cell !== null && cells[j] === null) writeBlock(table.sheet, row, at + 1 + j, [[cell]]);
    });
  });
  flush();
}

/** 1-based sheet row of a customer; null when there is none. */
export function rowOfCustomer(table: Table, id: string): number | null {
  const at = table.rows.findIndex((row) => cellOf(table, row, 'customer_id') === id);
  return at < 0 ? null : at + FIRST_ROW;
}

/**
 * Appends lines to Quarantine. Long values go into several lines, for a cell has an end.
 * @param again after a killed run: lines that stand there already are not written twice
 */
export function quarantine(run: Run, lines: readonly AsideLine[], again: boolean): void {
  if (lines.length === 0) return;
  const table = readHead(run, 'quarantine');
  const records = lines.flatMap(inPieces).map((line) => ({ ...line, sheet: 'customers', state: 'open' }));
  const place = (count: number) => rowForLines(table.sheet, count);
  writeOnce(run, table, records, { by: ['batch', 'row_no', 'column_key'], again, place });
}

function inPieces(line: AsideLine): AsideLine[] {
  const { value, original } = workbook.sheets.quarantine.columns;
  const values = piecesOf(line.value ?? '', value.max);
  const originals = piecesOf(line.original ?? '', original.max);
  return Array.from({ length: Math.max(values.length, originals.length) }, (_, i) => ({
    ...line,
    value: values[i] || null,
    original: originals[i] || null,
  }));
}

/**
 * Names spare columns after the file's own headers and shows them, where they still bear the name they were shipped with.
 * @param names header by column key
 * @returns the table with its labels as they now stand
 */
export function nameSpareColumns(table: Table, names: Readonly<Record<string, string>>): Table {
  const labels = [...table.labels];
  for (const [key, name] of Object.entries(names)) {
    const at = table.columns.get(key);
    if (at === undefined || !isSpare(table, key) || name === '') continue;
    // The name last: by it a run after a killed one sees that both are done. The apostrophe keeps `=a` and `1/2` the text they are.
    table.sheet.showColumns(at + 1);
    table.sheet.getRange(FIRST_ROW - 1, at + 1).setValue(`'${name}`);
    labels[at] = name;
  }
  return { ...table, labels };
}

/** Whether a custom column was never named. */
export function isSpare(table: Table, key: string): boolean {
  const at = table.columns.get(key);
  const column = (workbook.sheets.customers.columns as Readonly<Record<string, { label: Readonly<Record<string, string>> }>>)[
    key
  ];
  return at !== undefined && column !== undefined && Object.values(column.label).includes(table.labels[at] ?? '');
}

/** Names nobody in the Users sheet has. */
export function unknownPeople(run: Run, names: readonly string[]): readonly string[] {
  if (names.length === 0) return names;
  const table = peopleTable(run);
  const known = new Set(table.rows.map((row) => textOf(table, row, 'name')));
  return names.filter((name) => !known.has(name));
}

/** Adds inactive people without an address, so that rows can name them (rulings 16). Names known already are left out. */
export function addPeople(run: Run, names: readonly string[], role: string): void {
  const fresh = unknownPeople(run, names);
  if (fresh.length === 0) return;
  const table = peopleTable(run);
  const { prefix } = workbook.sheets.users.columns.user_id;
  const last = lastNumber(run, table, 'user_id', prefix);
  appendRecords(
    table,
    fresh.map((name, i) => ({ user_id: idOf(prefix, last + 1 + i), name, role, active: false, digest: false })),
  );
}
