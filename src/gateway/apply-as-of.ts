// Tells the dashboard what time it is: its formulas never ask the clock themselves (rulings 8).
import { type SheetKey, workbook } from '../template/index';
import type { SheetTemplate } from '../template/types';
import type { Run } from './run';

/**
 * Two reads and a write. Nothing where people moved or deleted the cell, which a repair puts right, and nothing for an account that
 * the page is closed to.
 */
export function stampDashboard(run: Run): void {
  for (const [key, page] of Object.entries<SheetTemplate>(workbook.sheets)) {
    const cell = page.shape === 'page' ? page.cells.find(({ name }) => name === 'as_of') : undefined;
    const id = run.state?.sheets[key as SheetKey];
    const sheet = id === undefined ? null : run.ss.getSheetById(id);
    if (page.shape !== 'page' || cell === undefined || sheet === null) continue;
    const label = page.cells.find(({ row, column }) => row === cell.row && column === cell.column - 1)?.text;
    const before = String(sheet.getRange(cell.row, cell.column - 1).getValue());
    const place = sheet.getRange(cell.row, cell.column);
    if (label !== undefined && Object.values(label).includes(before) && place.canEdit()) place.setValue(run.stamp);
  }
}
