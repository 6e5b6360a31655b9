// What the runner of an import may write, found out before its act is opened: one that cannot be finished would block all others.
import { isAccountOf } from './people';
import { peopleTable } from './reading';
import type { Run } from './run';
import { FIRST_ROW, ownRuns, type Table } from './table';

const owners = new WeakMap<Run, boolean>();

/** Whether the file's owner runs this, whom no protection bars. One service read a run. */
function isOwner(run: Run): boolean {
  const known = owners.get(run) ?? isAccountOf(run, [run.ss.getOwner()?.getEmail().toLowerCase() ?? '']);
  owners.set(run, known);
  return known;
}

/**
 * Whether the runner may write `count` rows of the template's columns from a 1-based row on, new rows below the last included. One
 * service read where he may and the table's height is known.
 */
export function mayWriteRows(run: Run, table: Table, row: number, count: number): boolean {
  if (count === 0 || (table.height === undefined && isOwner(run))) return true;
  const have = table.height ?? table.sheet.getMaxRows();
  const standing = Math.min(have, row + count - 1) - row + 1;
  if (standing < count && isSheetClosed(table)) return false;
  return standing < 1 || ownRuns(table).every(([at, keys]) => table.sheet.getRange(row, at + 1, standing, keys.length).canEdit());
}

/** Whether the runner may name custom columns and show them. */
export function mayNameColumns(run: Run, table: Table, keys: readonly string[]): boolean {
  if (keys.length === 0 || isOwner(run)) return true;
  const places = keys.flatMap((key) => table.columns.get(key) ?? []);
  return places.every((at) => table.sheet.getRange(FIRST_ROW - 1, at + 1).canEdit()) && !isSheetClosed(table);
}

export function mayAddPeople(run: Run, count: number): boolean {
  const people = peopleTable(run);
  return mayWriteRows(run, people, FIRST_ROW + people.rows.length, count);
}

/** Whether the sheet as such is closed to the runner: then it gets no rows and shows no columns, whatever is open inside. */
function isSheetClosed({ sheet }: Table): boolean {
  return sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).some((one) => !one.isWarningOnly() && !one.canEdit());
}
