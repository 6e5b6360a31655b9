// The guided tour: what of it is done as far as the workbook shows, and bringing a sheet before the user's eyes.
import type { SettingsApi, TourStep } from '../contract/settings-api';
import { readHeads } from '../gateway/journal';
import { leaseOf } from '../gateway/lease';
import { openRun, type Run } from '../gateway/run';
import { cellOf, FIRST_ROW, findSheet, readHead, requireSheet, withRows } from '../gateway/table';
import type { TableKey } from '../template/index';
import { requirePool } from './acts';

export const tourApi = { tour, showSheet } satisfies Partial<SettingsApi>;

/** Choosing from a list leaves no trace of its own: that step is ticked by whoever takes the tour. */
function tour(): readonly TourStep[] {
  const run = openRun();
  requirePool(run);
  const [customers, interactions] = [rowsIn(run, 'customers'), rowsIn(run, 'interactions')];
  const heads = readHeads(run);
  const isDone = (act: string) => heads.some(({ kind, state }) => kind === act && state === 'done');
  const done: Readonly<Partial<Record<TourStep, boolean>>> = {
    enter: customers.own > 0,
    contact: interactions.own > 0,
    merge: isDone('merge'),
    remind: leaseOf(run) !== null,
    // Customers of an import bear no mark, the demo's among them: that none bears it does not say that they went.
    leave: customers.sample === 0 && isDone('sample'),
  };
  return (Object.keys(done) as TourStep[]).filter((step) => done[step]);
}

/** Rows of the sample and of the user's own, in four service reads. */
function rowsIn(run: Run, key: TableKey): { readonly sample: number; readonly own: number } {
  if (findSheet(run, key) === null) return { sample: 0, own: 0 };
  const head = readHead(run, key);
  const height = head.sheet.getLastRow() - FIRST_ROW + 1;
  if (height < 1) return { sample: 0, own: 0 };
  const count = (column: string, counts: (cell: unknown) => boolean) => {
    const table = withRows(run, head, FIRST_ROW, height, column);
    return table.rows.filter((row) => counts(cellOf(table, row, column))).length;
  };
  const sample = count('is_sample', (cell) => cell === true);
  return { sample, own: count(key === 'customers' ? 'customer_id' : 'interaction_id', (cell) => cell !== null) - sample };
}

function showSheet({ sheet: key }: { sheet: 'customers' }): boolean {
  const sheet = requireSheet(openRun(), key);
  if (sheet.isSheetHidden()) sheet.showSheet();
  sheet.activate();
  return true;
}
