// The simple edit trigger: a courtesy that tidies what was just typed where no watcher does; nothing depends on its having run.
import { idColumn } from '../domain/entry';
import { Refusal } from '../domain/refusal';
import { reserveIds } from '../gateway/ids';
import { withLock } from '../gateway/lock';
import { type RowsRead, readRows, writeRow } from '../gateway/patch';
import { openRun, type Run } from '../gateway/run';
import { cellOf, FIRST_ROW, readHead, readTable, tableTemplate } from '../gateway/table';
import { othersOf } from '../gateway/unique';
import { isWatched } from '../gateway/watch';
import { changeOf, type RowChange } from './watch/record';
import { tableAt } from './watch/sheet-edit';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

/** Rows tidied at once; a larger paste is left for the repair, which reads whole columns. */
const MOST_CELLS = 500;

export function onEdit(event: EditEvent): void {
  const { range } = event;
  if (range.getLastRow() < FIRST_ROW || range.getNumRows() * range.getNumColumns() > MOST_CELLS) return;
  try {
    const run = openRun();
    if (!isWatched(run)) tidy(run, range);
  } catch (error) {
    // A damaged key row, a lock somebody holds: who types is not to be told by a trigger, and nothing of it is lost.
    if (!(error instanceof Refusal)) throw error;
  }
}

function tidy(run: Run, range: EditEvent['range']): void {
  const sheet = range.getSheet();
  const key = tableAt(run, sheet.getSheetId());
  if (key === null) return;
  const table = readHead(run, key, sheet);
  const touched = [...table.columns].filter(([, at]) => at + 1 >= range.getColumn() && at + 1 <= range.getLastColumn());
  const typed = touched.map(([k]) => k).filter((k) => k in tableTemplate(key).columns);
  if (typed.length === 0) return;
  const first = Math.max(FIRST_ROW, range.getRow());
  const read = readRows(run, table, first, range.getLastRow() - first + 1);
  const site = { run, key, table, person: () => null };
  const changes = read.cells.map((cells, i) => changeOf(site, cells, typed, { others: othersOf(run, table, first + i) }));
  writeNew(read, changes);
  changes.forEach(({ values, isNew }, i) => {
    if (!isNew) writeRow(table, first + i, values);
  });
}

/** New records get their ids and are written before the lock is given back, so that the next one sees them. */
function writeNew(read: RowsRead, changes: readonly RowChange[]): void {
  const { table, first } = read;
  const id = idColumn(tableTemplate(table.key));
  if (id === null || !changes.some(({ isNew }) => isNew)) return;
  withLock(() => {
    // What was read before the lock may be out of date: somebody else may have been given ids meanwhile, or this row its own.
    const now = openRun();
    const ids = readTable(now, table.key, [id.key]);
    const fresh = changes.flatMap(({ values, isNew }, i) => (isNew ? [{ values, row: first + i }] : []));
    const without = fresh.filter(({ row }) => cellOf(ids, ids.rows[row - FIRST_ROW] ?? [], id.key) === null);
    const given = reserveIds(now, ids, id.key, id.prefix, without.length);
    without.forEach(({ values }, i) => {
      values[id.key] = given[i] ?? null;
    });
    for (const { values, row } of fresh) writeRow(table, row, values);
  });
}
