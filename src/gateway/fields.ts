// Cells of a spare column that was made another field: the same values, entered again as the new column holds them.
import { fieldColumn } from '../domain/fields/fields';
import { kindOf } from '../domain/kinds/index';
import type { ColumnTemplate, CustomFields } from '../template/types';
import { type Entry, entryAt, isDayText, readExactly, writeExactly } from './acts-exact';
import { kindContext } from './reading';
import type { Run } from './run';
import { cellReader, FIRST_ROW, readHead, tableTemplate } from './table';

/**
 * A day kept as text is no date for Sheets, and a date in a plain text column is a number for people. So after a column has changed its
 * kind its cells are entered anew, in two to four service calls a column; what they mean does not change.
 * @param before the fields before the workbook was brought in line
 */
export function enterAnew(run: Run, before: CustomFields): void {
  const now = run.state?.fields ?? {};
  const changed = Object.keys({ ...before, ...now }).filter((slot) => before[slot]?.kind !== now[slot]?.kind);
  if (changed.length === 0) return;
  const head = readHead(run, 'customers');
  const rows = head.sheet.getLastRow() - FIRST_ROW + 1;
  for (const slot of changed) {
    const at = head.columns.get(slot);
    const column = tableTemplate('customers').columns[slot];
    if (at === undefined || column === undefined || rows < 1) continue;
    enterColumn(run, column, fieldColumn(column, slot, before[slot]), head.sheet.getRange(FIRST_ROW, at + 1, rows));
  }
}

/** @param former the column before: a date in a column that became text reads as a number */
function enterColumn(run: Run, column: ColumnTemplate, former: ColumnTemplate, range: GoogleAppsScript.Spreadsheet.Range): void {
  const context = kindContext(run);
  const asText = kindOf(column).setup(column, context).numberFormat === '@';
  const read = readExactly(range);
  const cell = cellReader(run);
  let differs = false;
  const entries = read.values.map((line, row): Entry[] => {
    const held = cell(line[0]);
    const kept = entryAt(read, row, 0);
    if (held === null || read.formulas[row]?.[0]) return [kept];
    const isText = typeof line[0] === 'string';
    const as = asText ? former : column;
    const reading = kindOf(as).parse(held, as, context);
    const value = reading.ok && reading.value !== null ? reading.value : held;
    const enters = asText ? !isText : isText && (typeof value === 'number' || isDayText(String(value)));
    if (!enters) return [kept];
    differs = true;
    return [typeof value === 'number' && !asText ? value : { cell: String(value) }];
  });
  if (differs) writeExactly(range, entries);
}
