// A refused act in the page's language: Google's sentence, and where one record is closed, which it is and whose.
import { say } from '../../src/i18n/local';
import type { Locale } from '../../src/template/types';
import { valueAt } from '../host/cells';
import type { Host, SheetModel } from '../host/index';
import { PROTECTED, refusalOf, VIEW_ONLY } from '../host/permission';
import type { GridAct } from './grid-wire';
import { teamOf } from './state';

/** @param message what the host said, in Google's English */
export function refusedIn(locale: Locale, host: Host, asked: GridAct, message: string): string {
  if (message === VIEW_ONLY) return say(locale, { code: 'workbench.grid.viewOnly' });
  const cell = /^The data you entered in cell (\w+) violates/.exec(message)?.[1];
  if (cell !== undefined) return say(locale, { code: 'workbench.grid.violates', args: { cell } });
  if (message !== PROTECTED) return message;
  const whose = recordOf(host, asked);
  const sentence = say(locale, { code: 'workbench.grid.protected' });
  return whose === null ? sentence : `${say(locale, { code: 'workbench.grid.whose', args: whose })}\n${sentence}`;
}

/** The first record the act may not touch, where somebody else has it. */
function recordOf(host: Host, asked: GridAct): { id: string; owner: string } | null {
  if (!('at' in asked)) return null;
  const { book, world } = host;
  const sheet = world.sheetById(asked.sheet);
  const rows = asked.act === 'paste' ? asked.rows.length : 'rows' in asked.at ? asked.at.rows : 1;
  const owner = columnOf(sheet, 'owner');
  if (owner === 0) return null;
  for (let row = asked.at.row; row < asked.at.row + rows; row++) {
    if (refusalOf(book, sheet, { ...asked.at, row, rows: 1, columns: 1 }, world.acting) === null) continue;
    const found = { id: String(valueAt(sheet, row, 1) ?? ''), owner: String(valueAt(sheet, row, owner) ?? '') };
    // His own record is closed to nobody but in cells that are filled by themselves.
    const own = found.owner === teamOf(book.sheets).get(world.acting.toLowerCase())?.name;
    return found.id === '' || found.owner === '' || own ? null : found;
  }
  return null;
}

/** 1-based; 0 where there is none. Columns are known by their keys in row 1, wherever they stand. */
function columnOf(sheet: SheetModel, key: string): number {
  return (sheet.cells[0]?.indexOf(key) ?? -1) + 1;
}
