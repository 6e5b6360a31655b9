// Where which look stands on a sheet: a look for each column as a whole, and the runs of rows that differ.
import { type Area, ColumnRuns, type SheetModel } from '../book';
import type { StyleTables } from './styles';

/** One column's looks by number. */
export interface ColumnLooks {
  /** Of the last row, and so of every row without an entry of its own. */
  readonly whole: number;
  /** First rows of runs, ascending from 1; `styles` holds their numbers. */
  readonly starts: readonly number[];
  readonly styles: readonly number[];
}

/** Looks by 1-based column; index 0 is unused. */
export function looksOf(sheet: SheetModel, tables: StyleTables): ColumnLooks[] {
  const looks: ColumnLooks[] = [];
  for (let column = 1; column <= sheet.maxColumns; column++) looks[column] = columnLooks(sheet, column, tables);
  return looks;
}

function columnLooks(sheet: SheetModel, column: number, tables: StyleTables): ColumnLooks {
  const open = openRows(sheet, column);
  const pieces = (sheet.styles.get(column) ?? new ColumnRuns()).over(1, sheet.maxRows);
  const starts: number[] = [];
  const styles: number[] = [];
  for (const [row, rows, style] of pieces) {
    for (const [start, , isOpen] of open?.over(row, rows) ?? ([[row, rows, null]] as const)) {
      const id = tables.id(style, isOpen === null);
      if (styles[styles.length - 1] === id) continue;
      starts.push(start);
      styles.push(id);
    }
  }
  return { whole: styles[styles.length - 1] ?? 0, starts, styles };
}

/** The last row that must be written for its look alone. */
export function lastOwnLook(looks: readonly ColumnLooks[]): number {
  return looks.reduce((last, { starts }) => Math.max(last, (starts[starts.length - 1] ?? 1) - 1), 0);
}

/** Whether anything on the sheet is locked against everybody but its editors; warnings lock nothing. */
export function isGuarded(sheet: SheetModel): boolean {
  return sheet.protections.some(({ warningOnly }) => !warningOnly);
}

/** The rows of a column that stay open on a protected sheet; null for a sheet without protection. */
function openRows(sheet: SheetModel, column: number): ColumnRuns<true> | null {
  const guards = sheet.protections.filter(({ warningOnly }) => !warningOnly);
  if (guards.length === 0) return null;
  const open = new ColumnRuns<true>();
  const mark = (area: Area, value: true | null) => {
    if (column >= area.column && column < area.column + area.columns) open.set(area.row, area.rows, value);
  };
  const whole = guards.filter(({ type }) => type === 'SHEET');
  if (whole.length === 0) open.set(1, sheet.maxRows, true);
  for (const { unprotected } of whole) for (const area of unprotected) mark(area, true);
  // Where protections overlap, the strictest counts.
  for (const { area } of guards) if (area) mark(area, null);
  return open;
}
