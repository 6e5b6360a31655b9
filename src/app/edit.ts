// The simple edit trigger: a courtesy that tidies what was just typed where no watcher does; nothing depends on its having run.
import { Refusal } from '../domain/refusal';
import { withLock } from '../gateway/lock';
import { type RowsRead, readRows, writeRow } from '../gateway/patch';
import { openRun, type Run } from '../gateway/run';
import { FIRST_ROW, readHead, readTable, recordOf, tableTemplate } from '../gateway/table';
import { isWatched } from '../gateway/watch';
import { workbook } from '../template/index';
import { copiesIn, dropMoved, giveIds, idKey } from './watch/ids';
import { changeOf, isUnnumbered, type RowChange, type Site } from './watch/record';
import { tableAt } from './watch/sheet-edit';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

/** Rows tidied at once; a larger paste is left for the repair, which reads whole columns. */
const MOST_CELLS = 500;

export function onEdit(event: EditEvent): void {
  const { range } = event;
  if (range.getLastRow() < FIRST_ROW || range.getNumRows() * range.getNumColumns() > MOST_CELLS) return;
  try {
    const run = openRun();
    // A workbook of a later version is read only to this code.
    if ((run.state?.version ?? 0) <= workbook.version && !isWatched(run)) tidy(run, range);
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
  const isBlock = range.getNumRows() * range.getNumColumns() > 1;
  const site = { run, key, table, person: () => null };
  const mayBeNew = read.cells.some((cells) => isUnnumbered(key, recordOf(table, cells)));
  const mayBeCopied = typed.length > 1 && (typed.includes(idKey(site)) || typed.includes('created_at'));
  if (!mayBeNew && !mayBeCopied) {
    write(site, read, new Map(read.cells.map((cells, i) => [i, changeOf(site, cells, typed, { isBlock })])));
    return;
  }
  withLock(() => {
    // What was read before the lock may be out of date: somebody else may have been given ids meanwhile, or this row its own.
    const now = { ...site, run: openRun() };
    const ids = readTable(now.run, key, [idKey(site)]);
    const again = readRows(now.run, table, first, read.cells.length);
    const copies = mayBeCopied ? copiesIn(now, { typed, restored: {} }, again, ids) : new Set<number>();
    const changes = new Map(again.cells.map((cells, i) => [i, changeOf(now, cells, typed, { isCopy: copies.has(i) })]));
    giveIds(now, () => ids, changes);
    write(now, again, changes);
  });
}

/** Writes rows that are still those read, and of them the cells nobody typed into meanwhile. */
function write(site: Site, read: RowsRead, changes: Map<number, RowChange>): void {
  dropMoved(site, read, changes);
  for (const [row, { values }] of changes) writeRow(read.table, read.first + row, values);
}
