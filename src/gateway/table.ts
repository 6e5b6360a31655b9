// Tables of the workbook: read in one call, written in the fewest; rows by key, days as text.
import { OPEN_ROWS } from '../domain/plan/index';
import { Refusal } from '../domain/refusal';
import { type SheetKey, workbook } from '../template/index';
import type { Cell, TableTemplate } from '../template/types';
import { isDayText, isDoubtful } from './acts-exact';
import type { Run, Sheet } from './run';

/** Data begins here; row 1 holds the keys, row 2 the labels. */
export const FIRST_ROW = 3;

export interface Table {
  readonly key: SheetKey;
  readonly sheet: Sheet;
  /** 0-based position by column key; the user's own columns stand under their `u_` key. */
  readonly columns: ReadonlyMap<string, number>;
  /** Labels as they stand in row 2, by position. */
  readonly labels: readonly string[];
  /** Data rows as wide as the sheet; index i is sheet row i + {@link FIRST_ROW}. Rows below the last filled one are left out. */
  readonly rows: readonly Cell[][];
  /** 0-based column of the first cell of {@link rows}; 0 unless only a part was read. */
  readonly left: number;
  /** 1-based last row that holds anything in any column; only where a part was read. */
  readonly lastRow?: number;
  /** Rows the sheet has, filled or not; only where a part was read to its end. */
  readonly height?: number;
}

export function tableTemplate(key: SheetKey): TableTemplate {
  const sheet = workbook.sheets[key];
  if (sheet.shape !== 'table') throw new Error(`${key} is not a table`);
  return sheet;
}

/** The sheet of a key, by the remembered id, else by its key row; null when there is none. */
export function findSheet(run: Run, key: SheetKey): Sheet | null {
  const id = run.state?.sheets[key];
  const known = id === undefined ? null : run.ss.getSheetById(id);
  return known ?? findByKeys(run, key);
}

/** {@link findSheet} for sheets made when first needed: one that was never made is not looked for, which would read every key row. */
export function findMade(run: Run, key: SheetKey): Sheet | null {
  return key in (run.state?.sheets ?? {}) ? findSheet(run, key) : null;
}

function findByKeys(run: Run, key: SheetKey): Sheet | null {
  const template = workbook.sheets[key];
  if (template.shape !== 'table') return null;
  const wanted = Object.keys(template.columns);
  let best: Sheet | null = null;
  let most = wanted.length / 2;
  for (const sheet of run.ss.getSheets()) {
    const keys = new Set(sheet.getRange(1, 1, 1, Math.max(1, sheet.getLastColumn())).getValues()[0]?.map(String));
    const hits = wanted.filter((k) => keys.has(k)).length;
    // Sheets share keys: one that has many of its own is another one.
    const strange = [...keys].filter((k) => k !== '' && !k.startsWith('u_') && !wanted.includes(k)).length;
    if (hits - strange / 2 > most) {
      most = hits - strange / 2;
      best = sheet;
    }
  }
  return best;
}

/**
 * Reads a table: whole in one service read; or, with `only`, the rectangle around those columns in three, which is cheaper in cells
 * where tens of thousands of rows stand (rulings 2).
 * @throws Refusal `sheet.missing`, or `sheet.keys` when row 1 does not hold the keys of this table's required columns
 */
export function readTable(run: Run, key: SheetKey, only?: readonly string[]): Table {
  const sheet = requireSheet(run, key);
  if (only !== undefined) return readPart(run, key, sheet, only);
  const grid = sheet.getDataRange().getValues() as unknown[][];
  const columns = columnsOf(run, key, grid[0] ?? []);
  return { key, sheet, columns, labels: (grid[1] ?? []).map(String), rows: filledRows(run, grid.slice(FIRST_ROW - 1)), left: 0 };
}

function readPart(run: Run, key: SheetKey, sheet: Sheet, only: readonly string[]): Table {
  const head = readHead(run, key, sheet);
  const at = only.map((k) => head.columns.get(k)).filter((position): position is number => position !== undefined);
  const left = Math.min(...at);
  const lastRow = sheet.getLastRow();
  const height = lastRow - FIRST_ROW + 1;
  const grid =
    height > 0 && at.length > 0 ? sheet.getRange(FIRST_ROW, left + 1, height, Math.max(...at) - left + 1).getValues() : [];
  return { ...head, rows: filledRows(run, grid), left, lastRow };
}

/** A table's keys and labels, without its rows, in one service read. */
export function readHead(run: Run, key: SheetKey, sheet = requireSheet(run, key)): Table {
  return headFrom(run, key, sheet, headRows(sheet));
}

/** The first two rows of a sheet. Whole rows: the sheet's width need not be asked for. */
export function headRows(sheet: Sheet): unknown[][] {
  return sheet.getRange('1:2').getValues();
}

/** A table's keys and labels from {@link headRows}. @throws Refusal `sheet.keys` */
export function headFrom(run: Run, key: SheetKey, sheet: Sheet, head: readonly (readonly unknown[])[]): Table {
  return { key, sheet, columns: columnsOf(run, key, head[0] ?? []), labels: (head[1] ?? []).map(String), rows: [], left: 0 };
}

/** @throws Refusal `sheet.missing` */
export function requireSheet(run: Run, key: SheetKey): Sheet {
  const sheet = findSheet(run, key);
  if (sheet === null) throw new Refusal('sheet.missing', { sheet: labelOf(run, key) });
  return sheet;
}

/** A table whose head was read, with some of its rows, whole or one column of them, in one service read; `row` is 1-based. */
export function withRows(run: Run, head: Table, row: number, rows: number, only?: string): Table {
  const left = only === undefined ? 0 : (head.columns.get(only) ?? 0);
  const range = head.sheet.getRange(row, left + 1, rows, only === undefined ? head.labels.length : 1);
  return { ...head, left, rows: cellsOf(run, range.getValues() as unknown[][]) };
}

function columnsOf(run: Run, key: SheetKey, firstRow: readonly unknown[]): Map<string, number> {
  const columns = new Map<string, number>();
  firstRow.forEach((value, i) => {
    const k = String(value);
    if (k !== '' && !columns.has(k)) columns.set(k, i);
  });
  for (const [k, column] of Object.entries(tableTemplate(key).columns)) {
    if (column.required && !columns.has(k)) throw new Refusal('sheet.keys', { sheet: labelOf(run, key), column: k });
  }
  return columns;
}

function cellsOf(run: Run, grid: readonly unknown[][]): Cell[][] {
  const dayOf = dayReader(run);
  return grid.map((line) => line.map((value) => toCell(value, dayOf)));
}

/** Rows as the domain has them, down to the last filled one. An unticked box is content for Google, not for us. */
export function filledRows(run: Run, grid: readonly unknown[][]): Cell[][] {
  const rows = cellsOf(run, grid);
  while (rows.length > 0 && !rows[rows.length - 1]?.some((cell) => cell !== null && cell !== false)) rows.pop();
  return rows;
}

export function labelOf(run: Run, key: SheetKey): string {
  return workbook.sheets[key].label[run.state?.locale ?? 'zh-CN'];
}

/** Reads cells as the domain has them, one at a time. */
export function cellReader(run: Run): (value: unknown) => Cell {
  const dayOf = dayReader(run);
  return (value) => toCell(value, dayOf);
}

function toCell(value: unknown, dayOf: (date: Date) => string): Cell {
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  // Not `instanceof`: dates come from outside the bundle.
  if (typeof (value as Date).getTime === 'function') return dayOf(value as Date);
  return String(value);
}

/** Days of cell dates, in the spreadsheet's zone. A sheet has few distinct days, and formatDate is a call each: remember them. */
function dayReader(run: Run): (date: Date) => string {
  const known = new Map<number, string>();
  return (date) => {
    const time = date.getTime();
    let text = known.get(time);
    if (text === undefined) {
      text = Utilities.formatDate(date, run.zone, "yyyy-MM-dd' 'HH:mm:ss").replace(' 00:00:00', '');
      known.set(time, text);
    }
    return text;
  };
}

/** A cell of a data row by key; null for a column the sheet has not. */
export function cellOf(table: Table, row: readonly Cell[], key: string): Cell {
  const at = table.columns.get(key);
  return at === undefined ? null : (row[at - table.left] ?? null);
}

/** The same as text; empty for an empty cell. */
export function textOf(table: Table, row: readonly Cell[], key: string): string {
  const cell = cellOf(table, row, key);
  return cell === null ? '' : String(cell);
}

/** A column's label as it stands in row 2; its key for a column the sheet has not. */
export function labelAt(table: Pick<Table, 'columns' | 'labels'>, key: string): string {
  return table.labels[table.columns.get(key) ?? -1] ?? key;
}

/** A row as a record by key, the template's columns and the user's own alike; empty cells are left out. */
export function recordOf(table: Table, row: readonly Cell[]): Record<string, Cell> {
  const record: Record<string, Cell> = {};
  for (const [key, at] of table.columns) {
    const cell = row[at - table.left] ?? null;
    if (cell !== null) record[key] = cell;
  }
  return record;
}

/** Runs of neighbouring columns that are the template's: `[position, keys]`. The user's own columns between them are never written. */
export function ownRuns(table: Table): [number, string[]][] {
  const declared = tableTemplate(table.key).columns;
  const mine = [...table.columns].filter(([key]) => key in declared).sort((a, b) => a[1] - b[1]);
  const runs: [number, string[]][] = [];
  for (const [key, at] of mine) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[0] + last[1].length === at) last[1].push(key);
    else runs.push([at, [key]]);
  }
  return runs;
}

/**
 * Writes whole rows of the template's columns, from a sheet row on; one service write a run of columns. Days go as ISO text, which
 * Sheets reads as dates in every locale.
 * @param row 1-based sheet row of the first record
 */
export function writeRecords(table: Table, row: number, records: readonly Readonly<Record<string, Cell>>[]): void {
  if (records.length === 0) return;
  for (const [at, keys] of ownRuns(table)) {
    const values = records.map((record) => keys.map((key) => record[key] ?? ''));
    writeBlock(table.sheet, row, at + 1, values);
  }
}

/** Adds records below the last filled row, making room first; returns the 1-based sheet row of the first. */
export function appendRecords(table: Table, records: readonly Readonly<Record<string, Cell>>[]): number {
  const row = FIRST_ROW + table.rows.length;
  makeRoom(table.sheet, row + records.length - 1);
  writeRecords(table, row, records);
  return row;
}

/**
 * The 1-based row below the last line of a sheet that only script writes, made sure to have room for `lines` more. One service read: the
 * first column of such a sheet is never blank, and its height is the sheet's.
 * @param first that column, where it was read already
 */
export function rowForLines(sheet: Sheet, lines: number, first: unknown[][] = sheet.getRange('A:A').getValues()): number {
  let row = first.length;
  while (row >= FIRST_ROW && first[row - 1]?.[0] === '') row--;
  const missing = row + lines - first.length;
  if (missing > 0) sheet.insertRowsAfter(first.length, missing);
  return Math.max(FIRST_ROW, row + 1);
}

/**
 * Rows the sheet must have; where it has not, open rows below them come along. New ones take formats and rules of the row above, as
 * inserting in Sheets does. They go before the last row while that one is blank: only what lies inside a range widens it, and format
 * rules, protections, lists and filter shall reach them.
 * @param filled last row that holds anything, where it is known
 * @returns the rows it has then
 */
export function makeRoom(sheet: Sheet, lastRow: number, filled?: number): number {
  const have = sheet.getMaxRows();
  if (have >= lastRow) return have;
  const blank = (filled ?? sheet.getLastRow()) < have;
  sheet.insertRowsAfter(blank ? have - 1 : have, lastRow + OPEN_ROWS - have);
  return lastRow + OPEN_ROWS;
}

/** One rectangle in one service write; nothing else in the bundle sets values of tables. `row` and `column` are 1-based. */
export function writeBlock(sheet: Sheet, row: number, column: number, values: readonly (readonly (Cell | '')[])[]): void {
  const width = values[0]?.length ?? 0;
  if (width === 0) return;
  sheet.getRange(row, column, values.length, width).setValues(values.map((line) => line.map(entered)));
}

/**
 * A leading apostrophe is what people type to mean text: Sheets takes it away, also from plain text cells. So it keeps text as it is
 * even where a column lost its plain text format (platform.md §9). Days are left to become dates.
 */
export function entered(cell: Cell): string | number | boolean {
  if (cell === null) return '';
  return typeof cell === 'string' && isDoubtful(cell) && !isDayText(cell) ? `'${cell}` : cell;
}
