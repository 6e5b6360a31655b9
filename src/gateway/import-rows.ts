// Writing what an import planned: customers, their set-aside values, new people; each write can be repeated after a killed run.
import { piecesOf } from '../domain/acts/pieces';
import { workbook } from '../template/index';
import type { Cell } from '../template/types';
import { idOf, lastNumber } from './ids';
import { peopleTable } from './reading';
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

/**
 * Writes customers from a row on, one service write a run of the template's columns.
 * @param again after a killed run: what stands there already is left, for a person may have worked on it since
 */
export function writeCustomers(
  run: Run,
  table: Table,
  row: number,
  records: readonly Readonly<Record<string, Cell>>[],
  again: boolean,
): void {
  if (records.length === 0) return;
  const needed = row + records.length - 1;
  if ((table.height ?? 0) < needed) makeRoom(table.sheet, needed, table.lastRow);
  writeOnce(run, table, row, records, { first: 'customer_id', again });
}

interface Repeatable {
  readonly first: string;
  readonly again: boolean;
}

/** Writes rows run by run, beginning with the run that holds the column they are found by: a run killed on the way is seen by it. */
function writeOnce(
  run: Run,
  table: Table,
  row: number,
  records: readonly Readonly<Record<string, Cell>>[],
  { first, again }: Repeatable,
): void {
  const runs = ownRuns(table).sort(([, a], [, b]) => Number(b.includes(first)) - Number(a.includes(first)));
  for (const [at, keys] of runs) {
    const lines = records.map((record) => keys.map((key) => record[key] ?? null));
    if (again) writeMissing(run, table, row, at, lines);
    else writeBlock(table.sheet, row, at + 1, lines);
  }
}

/**
 * Writes what of a rectangle never got into the sheet, one service write where nobody typed into it. A row that holds most of its own
 * values was written, and is left as people made it since; in another one typed cells stay, and the blank ones are filled.
 */
function writeMissing(run: Run, table: Table, row: number, at: number, lines: readonly (readonly Cell[])[]): void {
  const read = cellReader(run);
  const found = table.sheet.getRange(row, at + 1, lines.length, lines[0]?.length ?? 0).getValues();
  let blank: (readonly Cell[])[] = [];
  const flush = (below: number) => {
    if (blank.length > 0) writeBlock(table.sheet, below - blank.length, at + 1, blank);
    blank = [];
  };
  lines.forEach((line, i) => {
    // An unticked box is nothing typed.
    const cells = (found[i] ?? []).map((value) => (value === false ? null : read(value)));
    if (cells.every((cell) => cell === null)) {
      blank.push(line);
      return;
    }
    flush(row + i);
    const wanted = line.filter((cell) => cell !== null).length;
    const standing = line.filter((cell, j) => cell !== null && String(cell) === String(cells[j])).length;
    if (standing * 2 > wanted) return;
    line.forEach((cell, j) => {
      if (cell !== null && cells[j] === null) writeBlock(table.sheet, row + i, at + 1 + j, [[cell]]);
    });
  });
  flush(row + lines.length);
}

/** 1-based sheet row of a customer; null when there is none. */
export function rowOfCustomer(table: Table, id: string): number | null {
  const at = table.rows.findIndex((row) => cellOf(table, row, 'customer_id') === id);
  return at < 0 ? null : at + FIRST_ROW;
}

/**
 * Appends lines to Quarantine. Long values go into several lines, for a cell has an end.
 * @param again after a killed run: lines of these rows that stand there already are not written twice
 */
export function quarantine(run: Run, lines: readonly AsideLine[], again: boolean): void {
  const [first] = lines;
  if (first === undefined) return;
  const stands = again ? rowInQuarantine(run, first) : null;
  const table = readHead(run, 'quarantine');
  const records = lines.flatMap(inPieces).map((line) => ({ ...line, sheet: 'customers', state: 'open' }));
  writeOnce(run, table, stands ?? rowForLines(table.sheet, records.length), records, { first: 'row_no', again: stands !== null });
}

/** 1-based sheet row of the first line about a row of a file; null when there is none. */
function rowInQuarantine(run: Run, { batch, row_no }: AsideLine): number | null {
  const table = readTable(run, 'quarantine', ['batch', 'row_no']);
  const at = table.rows.findIndex((row) => textOf(table, row, 'batch') === batch && cellOf(table, row, 'row_no') === row_no);
  return at < 0 ? null : at + FIRST_ROW;
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
