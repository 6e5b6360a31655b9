// The watcher: the steward's edit trigger. It leaves early, reads what was edited anew, and leaves to the hourly run what it cannot do.
import { kindOf } from '../../domain/kinds/index';
import { Refusal } from '../../domain/refusal';
import { readIdentity } from '../../gateway/door';
import { recordFault } from '../../gateway/faults';
import { leaseOf } from '../../gateway/lease';
import { withLock } from '../../gateway/lock';
import { type RowsRead, readRows } from '../../gateway/patch';
import { actingPerson, readPeople } from '../../gateway/people';
import { kindContext } from '../../gateway/reading';
import { isLate, onBehalfOf, openRun, type Run } from '../../gateway/run';
import { cellOf, FIRST_ROW, headFrom, headRows, recordOf, type Table, tableTemplate } from '../../gateway/table';
import { triggerAccount } from '../../gateway/triggers';
import { countSome, countTime, isSpent, leaveDirty, watchOf } from '../../gateway/watch';
import { say } from '../../i18n/index';
import { isTableKey, type TableKey, workbook } from '../../template/index';
import type { Cell, TableTemplate } from '../../template/types';
import { QuickTurn } from '../quick';
import { idKey } from './ids';
import { customerLookup } from './lookup';
import { doorColumnsOf } from './notice';
import { isUnnumbered, type Row, type Site } from './record';
import { needsLock, type Treated, treat } from './treat';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

/** Name of the function Google calls. */
export const SHEET_EDIT = 'onSheetEdit';

/** Rows put in order at once; more wait for the hourly run. */
const MOST_ROWS = 1_200;

export function onSheetEdit(event: EditEvent): void {
  const { range } = event;
  if (range.getLastRow() < FIRST_ROW) return;
  const sheet = range.getSheet();
  const head = headRows(sheet);
  const keys = (head[0] ?? []).slice(range.getColumn() - 1, range.getLastColumn()).map(String);
  if (!mayBeOurs(head[0] ?? [], keys)) return;
  const run = openRun();
  const key = tableAt(run, sheet.getSheetId());
  if (key === null || !watches(run)) return;
  const first = Math.max(FIRST_ROW, range.getRow());
  const last = range.getLastRow();
  try {
    const table = headFrom(run, key, sheet, head);
    const typed = keys.filter((one) => one in tableTemplate(key).columns);
    if (typed.length === 0) return;
    if (isSpent(run)) {
      leaveDirty(run, key, [first, last]);
      return;
    }
    const until = Math.min(last, first + MOST_ROWS - 1);
    const done = watched(run, key, table, event, { typed, first, rows: until - first + 1 });
    if (done === null) leaveDirty(run, key, [first, until]);
    else if (done.left.length > 0) leaveDirty(run, key, [Math.min(...done.left), Math.max(...done.left)]);
    if (until < last) leaveDirty(run, key, [until + 1, last]);
    if (done !== null) tell(run, done, until < last);
    // What a single cell costs is budgeted; the time of a block is always counted, for a block takes most of it.
    if (!isCell(event)) countTime(run);
    else if (done?.isLean) countSome(run);
  } catch (thrown) {
    // A lock somebody holds, a damaged key row, a fault of ours: who types is not to be told by a trigger, and the hourly run looks again.
    leaveDirty(run, key, [first, last]);
    if (!(thrown instanceof Refusal)) recordFault(SHEET_EDIT, thrown);
  }
}

const ownKeys = new Set(
  Object.values(workbook.sheets).flatMap((sheet) => (sheet.shape === 'table' ? Object.keys(sheet.columns) : [])),
);

/** Whether row 1 is that of one of our tables and a column of ours was touched; what only looks like it is told apart by its id. */
function mayBeOurs(row: readonly unknown[], touched: readonly string[]): boolean {
  if (!touched.some((key) => ownKeys.has(key))) return false;
  const keys = new Set(row.map(String));
  return Object.values(workbook.sheets).some(
    (sheet) => sheet.shape === 'table' && requiredKeys(sheet.columns).every((key) => keys.has(key)),
  );
}

function requiredKeys(columns: TableTemplate['columns']): string[] {
  return Object.keys(columns).filter((key) => columns[key]?.required);
}

/** The table whose sheet it is. */
export function tableAt(run: Run, sheetId: number): TableKey | null {
  for (const [key, id] of Object.entries(run.state?.sheets ?? {})) if (id === sheetId && isTableKey(key)) return key;
  return null;
}

/** Whether this trigger is the steward's, and the workbook none of a later version. */
function watches(run: Run): boolean {
  return watchOf(run) !== null && leaseOf(run)?.account === triggerAccount() && (run.state?.version ?? 0) <= workbook.version;
}

interface Place {
  readonly typed: readonly string[];
  readonly first: number;
  readonly rows: number;
}

/** @returns null where the edited cell's row moved while the lock was waited for: what stands there now is another record */
function watched(run: Run, key: TableKey, table: Table, event: EditEvent, { typed, first, rows }: Place): Treated | null {
  const author = authorOf(event);
  const site = siteOf(onBehalfOf(run, author), key, table);
  const door = key === 'customers' && isCell(event) ? doorColumnsOf(typed) : [];
  if (door.length > 0) {
    // Everybody first, for that takes its time; then the row, which is written as soon as it was read.
    const others = readIdentity(site.run, door, table);
    const isNew = isUnnumbered(key, recordOf(others, others.rows[first - FIRST_ROW] ?? []));
    const edit = { typed, isCell: true, restored: {}, others, quick: new QuickTurn(() => true) };
    if (!isNew) return treat(site, edit, readRows(site.run, table, first, rows));
  }
  const read = readRows(site.run, table, first, rows);
  // A cell that was filled already may hold what a killed run began with.
  const quick = new QuickTurn(() => isLate(run), isCell(event) && event.oldValue === undefined);
  const edit = { typed, isCell: isCell(event), restored: restoredOf(site, event, typed, read), quick };
  if (!needsLock(site, edit, read)) return treat(site, edit, read);
  return withLock(() => {
    // Read again under the lock: rows may have moved, ids may have been given.
    const now = siteOf(onBehalfOf(openRun(run.now), author), key, table);
    const again = readRows(now.run, table, first, rows);
    if (edit.isCell && !isSameRow(site, typed, read, again)) return null;
    return treat(now, { ...edit, restored: restoredOf(now, event, typed, again) }, again);
  });
}

function isCell({ range }: EditEvent): boolean {
  return range.getNumRows() * range.getNumColumns() === 1;
}

/** Whether a single row is the record it was: by its id, or, where that was edited or is not there yet, by all that stood in it. */
function isSameRow(site: Site, typed: readonly string[], before: RowsRead, after: RowsRead): boolean {
  const [then = [], now = []] = [before.cells[0], after.cells[0]];
  const key = idKey(site);
  const id = cellOf(site.table, then, key);
  if (id !== null && !typed.includes(key)) return cellOf(site.table, now, key) === id;
  return then.every((cell, at) => cell === null || at === site.table.columns.get(key) || now[at] === cell);
}

/** Where an edit is put in order. */
export function siteOf(run: Run, key: TableKey, table: Table): Site {
  const person = () => (run.actor === '' ? null : actingPerson(run, readPeople(run)));
  return { run, key, table, person, lookup: customerLookup(run) };
}

/** Who typed; Google says so within one domain only. */
function authorOf({ user }: EditEvent): string {
  try {
    return user.getEmail();
  } catch {
    return '';
  }
}

/**
 * What a cell kept by script held before it was typed over: the one thing only the event knows. Nothing where the cell does not read as
 * the event says any more: then another row stands there.
 */
function restoredOf(site: Site, { value, oldValue }: EditEvent, typed: readonly string[], read: RowsRead): Row {
  const [key = ''] = typed;
  const column = tableTemplate(site.key).columns[key];
  if (column?.kept !== 'script' || oldValue === undefined) return {};
  const told = (text: unknown): Cell => {
    if (text === undefined || text === '') return null;
    const serial = column.kind === 'date' && /^\d+(?:\.\d+)?$/.test(String(text)) ? Number(text) : String(text);
    const reading = kindOf(column).parse(serial, column, kindContext(site.run));
    return reading.ok ? reading.value : null;
  };
  const stands = cellOf(site.table, read.cells[0] ?? [], key);
  const isTyped = stands === null ? (value ?? '') === '' : String(stands) === String(value) || stands === told(value);
  return isTyped && told(oldValue) !== null ? { [key]: told(oldValue) } : {};
}

/** Says in the corner of the sheet what was repaired, what is to be checked, and who may be a customer already. */
function tell(run: Run, { repaired, bad, duplicates, said }: Treated, isCut: boolean): void {
  const locale = run.state?.locale ?? 'zh-CN';
  const [only, ...others] = duplicates;
  const lines = [
    ...said.slice(0, 1),
    ...(repaired > 0 ? [say(locale, { code: 'watch.repaired', args: { cells: repaired } })] : []),
    ...(repaired > 0 && bad > 0 ? [say(locale, { code: 'watch.toCheck', args: { bad } })] : []),
    ...(only !== undefined && others.length === 0 ? [only] : []),
    ...(others.length > 0 ? [say(locale, { code: 'watch.duplicates', args: { count: duplicates.length } })] : []),
    ...(isCut ? [say(locale, { code: 'watch.later' })] : []),
  ];
  if (lines.length > 0) run.ss.toast(lines.join(' '));
}
