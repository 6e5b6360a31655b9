// Sheets that only script writes, made when they are first needed: an empty workbook stays light (rulings 4).
import { regionRows, type TableKey, workbook } from '../template/index';
import type { SheetTemplate, WorkbookTemplate } from '../template/types';
import { applyTemplateIn } from './apply';
import { poolState, type Run } from './run';
import { findSheet } from './table';

/**
 * Makes a table's sheet unless there is one, by the template plan itself, so that it looks, warns and is protected as declared. Call
 * under the lock; a strictly protected sheet is to be made by a run of an admin or the owner.
 */
export function ensureTable(run: Run, key: TableKey): void {
  const { locale, preset } = poolState(run);
  if (findSheet(run, key) !== null) return;
  const sheets: Readonly<Record<string, SheetTemplate>> = workbook.sheets;
  const sheet: SheetTemplate = workbook.sheets[key];
  const template: WorkbookTemplate = { ...workbook, sheets: { ...sheets, [key]: { ...sheet, made: 'apply' } } };
  applyTemplateIn(run, { template, choice: { locale, preset }, rows: { regions: regionRows } });
}
