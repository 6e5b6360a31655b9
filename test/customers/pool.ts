// A pool with a team and customers whose searches, cards and forms are known; of any size.
import type { CellValue, Host } from '../../local/host/index';
import type { TableKey } from '../../src/template/index';
import { addPeople, BOSS, openPool, tabOf } from '../reminders/pool';

export { BOSS, call, recordsIn, refusal, tabOf } from '../reminders/pool';

/** 1-based sheet row of the first record. */
export const FIRST = 3;

/** The pool's day, 2026-03-11, as a serial number. */
export const TODAY = 46_092;

export const LILEI = 'lilei@example.com';
export const HANMEI = 'hanmei@example.com';

/** A pool of {@link BOSS}, whose team may edit the file. */
export function teamPool(): Host {
  const host = openPool({ editors: [LILEI, HANMEI] });
  addPeople(host, [
    { name: '李雷', email: LILEI },
    { name: '韩梅', email: HANMEI },
  ]);
  return host;
}

/** Puts rows into a sheet as they would stand there, days as serial numbers; no run of the script sees it. */
export function fill(host: Host, key: TableKey, rows: readonly Readonly<Record<string, CellValue>>[]): void {
  const tab = tabOf(host, key);
  const sheet = host.book.sheets.find(({ name }) => name === tab);
  if (sheet === undefined) throw new Error(`no sheet ${key}`);
  const keys = (sheet.cells[0] ?? []).map(String);
  let from = sheet.cells.length;
  while (from > FIRST - 1 && !sheet.cells[from - 1]?.some((cell) => cell !== null && cell !== undefined && cell !== false))
    from--;
  // New rows look like the last one, as those do that script inserts.
  const missing = from + rows.length - sheet.maxRows;
  if (missing > 0) host.insertRows(tab, sheet.maxRows, missing);
  rows.forEach((row, i) => {
    sheet.cells[from + i] = keys.map((k) => row[k] ?? null);
  });
}

/** Closes the Customers sheet to everybody but the owner of the file. */
export function closeSheet(host: Host): void {
  const sheet = host.book.sheets.find(({ name }) => name === tabOf(host, 'customers'));
  if (sheet === undefined) throw new Error('no customers');
  sheet.protections.push({
    id: 'closed',
    type: 'SHEET',
    area: null,
    sheetId: sheet.id,
    description: 'closed',
    warningOnly: false,
    domainEdit: false,
    editors: [],
    unprotected: [],
  });
}
