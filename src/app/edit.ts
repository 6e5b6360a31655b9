// The simple edit trigger: a courtesy that tidies what was just typed; it leaves early, and nothing depends on its having run.
import { idColumn, initialValues, isRecord, readTyped } from '../domain/entry';
import { reserveIds } from '../gateway/ids';
import { withLock } from '../gateway/lock';
import { kindContext } from '../gateway/reading';
import { openRun, type Run } from '../gateway/run';
import { FIRST_ROW, partOf, readTable, recordOf, type Table, tableTemplate, writeBlock } from '../gateway/table';
import { isTableKey, type TableKey } from '../template/index';
import type { Cell } from '../template/types';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

/** Rows tidied at once; a larger paste is left for the repair, which reads whole columns. */
const MOST_CELLS = 500;

/** Two records typed into Customers are told apart by these; a row with only a phone number is not a customer yet. */
const NAMED_BY: Partial<Record<TableKey, readonly string[]>> = { customers: ['name', 'company'] };

export function onEdit(event: EditEvent): void {
  const { range } = event;
  const rows = range.getNumRows();
  if (range.getLastRow() < FIRST_ROW || rows * range.getNumColumns() > MOST_CELLS) return;
  const run = openRun();
  const key = tableAt(run, range.getSheet().getSheetId());
  if (key === null) return;
  const first = Math.max(FIRST_ROW, range.getRow());
  const table = partOf(run, key, range.getSheet(), first, range.getLastRow() - first + 1);
  const typed = [...table.columns]
    .filter(([, at]) => at + 1 >= range.getColumn() && at + 1 <= range.getLastColumn())
    .map(([k]) => k);
  if (!typed.some((k) => k in tableTemplate(key).columns)) return;
  const changes = table.rows.map((row) => changesOf(run, key, recordOf(table, row), typed));
  giveIds(run, key, changes);
  writeChanges(table, first, changes);
}

function tableAt(run: Run, sheetId: number): TableKey | null {
  for (const [key, id] of Object.entries(run.state?.sheets ?? {})) if (id === sheetId && isTableKey(key)) return key;
  return null;
}

interface RowChange {
  readonly values: Record<string, Cell>;
  /** A record that has no id yet. */
  readonly isNew: boolean;
}

function changesOf(run: Run, key: TableKey, row: Readonly<Record<string, Cell>>, typed: readonly string[]): RowChange {
  const template = tableTemplate(key);
  const context = kindContext(run, row);
  const values = readTyped(template, row, typed, context);
  const id = idColumn(template);
  const isNew = id !== null && (row[id.key] ?? null) === null && isRecord(template, row, NAMED_BY[key] ?? []);
  if (isNew)
    Object.assign(values, initialValues(template, { ...row, ...values }, context), {
      created_at: run.stamp,
      created_by: run.actor,
    });
  if (isNew || (id !== null && (row[id.key] ?? null) !== null))
    Object.assign(values, { updated_at: run.stamp, updated_by: run.actor });
  for (const k of Object.keys(values)) if (!(k in template.columns)) delete values[k];
  return { values, isNew };
}

function giveIds(run: Run, key: TableKey, changes: readonly RowChange[]): void {
  const id = idColumn(tableTemplate(key));
  const fresh = changes.filter((change) => change.isNew);
  if (id === null || fresh.length === 0) return;
  withLock(() => {
    const ids = reserveIds(run, readTable(run, key, [id.key]), id.key, id.prefix, fresh.length);
    fresh.forEach((change, i) => {
      change.values[id.key] = ids[i] ?? null;
    });
  });
}

/** Writes only what changed, in runs of neighbouring cells: a strict rule on an untouched cell cannot stop them. */
function writeChanges(table: Table, first: number, changes: readonly RowChange[]): void {
  changes.forEach(({ values }, i) => {
    const cells = Object.entries(values)
      .map(([key, value]) => ({ at: table.columns.get(key) ?? -1, value }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    for (let from = 0; from < cells.length; ) {
      let to = from + 1;
      while (to < cells.length && cells[to]?.at === (cells[from]?.at ?? 0) + to - from) to++;
      writeBlock(table.sheet, first + i, (cells[from]?.at ?? 0) + 1, [cells.slice(from, to).map(({ value }) => value)]);
      from = to;
    }
  });
}
