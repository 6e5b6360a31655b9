// The simple edit trigger: a courtesy that tidies what was just typed; it leaves early, and nothing depends on its having run.
import { idColumn, initialValues, isRecord, readTyped } from '../domain/entry';
import { completenessOf } from '../domain/facts/completeness';
import { type Issue, isNamed, issueText, revisedIssue } from '../domain/issues';
import { rowReasons } from '../domain/record/judge';
import { Refusal } from '../domain/refusal';
import { reserveIds } from '../gateway/ids';
import { withLock } from '../gateway/lock';
import { kindContext } from '../gateway/reading';
import { openRun, type Run } from '../gateway/run';
import {
  cellOf,
  FIRST_ROW,
  readHead,
  readTable,
  recordOf,
  type Table,
  tableTemplate,
  withRows,
  writeBlock,
} from '../gateway/table';
import { type Message, say } from '../i18n/index';
import { isTableKey, type TableKey } from '../template/index';
import type { Cell } from '../template/types';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

/** Rows tidied at once; a larger paste is left for the repair, which reads whole columns. */
const MOST_CELLS = 500;

/** A row with only a phone number is not a customer yet. */
const NAMED_BY: Partial<Record<TableKey, readonly string[]>> = { customers: ['name', 'company'] };

export function onEdit(event: EditEvent): void {
  const { range } = event;
  if (range.getLastRow() < FIRST_ROW || range.getNumRows() * range.getNumColumns() > MOST_CELLS) return;
  try {
    tidy(openRun(), range);
  } catch (error) {
    // A damaged key row, a lock somebody holds: who types is not to be told by a trigger, and nothing of it is lost.
    if (!(error instanceof Refusal)) throw error;
  }
}

function tidy(run: Run, range: EditEvent['range']): void {
  const sheet = range.getSheet();
  const key = tableAt(run, sheet.getSheetId());
  if (key === null) return;
  const head = readHead(run, key, sheet);
  const touched = [...head.columns].filter(([, at]) => at + 1 >= range.getColumn() && at + 1 <= range.getLastColumn());
  const typed = touched.map(([k]) => k).filter((k) => k in tableTemplate(key).columns);
  if (typed.length === 0) return;
  const first = Math.max(FIRST_ROW, range.getRow());
  const table = withRows(run, head, first, range.getLastRow() - first + 1);
  const changes = table.rows.map((row) => changesOf(run, key, table, row, typed));
  writeNew(table, first, changes);
  changes.forEach(({ values, isNew }, i) => {
    if (!isNew) writeChanges(table, first + i, values);
  });
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

function changesOf(run: Run, key: TableKey, table: Table, cells: readonly Cell[], typed: readonly string[]): RowChange {
  const template = tableTemplate(key);
  const row = recordOf(table, cells);
  const context = kindContext(run, row);
  const { values, issues, judged } = readTyped(template, row, typed, context);
  const id = idColumn(template);
  const hasId = id !== null && (row[id.key] ?? null) !== null;
  const isNew = id !== null && !hasId && isRecord(template, row, NAMED_BY[key] ?? []);
  if (isNew) {
    const initial = initialValues(template, { ...row, ...values }, context);
    Object.assign(values, initial, { created_at: run.stamp, created_by: run.actor });
  }
  if (isNew || hasId) {
    Object.assign(values, { updated_at: run.stamp, updated_by: run.actor });
    Object.assign(values, factsOf(run, table, { ...row, ...values }, judged, issues, rowReasons(template, context)));
  }
  for (const k of Object.keys(values)) if (!(k in template.columns)) delete values[k];
  for (const [k, value] of Object.entries(values)) if (value === (row[k] ?? null)) delete values[k];
  return { values, isNew };
}

/** What the row says of itself: what is wrong in it, and how full it is. */
function factsOf(
  run: Run,
  table: Table,
  row: Readonly<Record<string, Cell>>,
  judged: readonly string[],
  issues: readonly Issue[],
  rowReasons: readonly Message[],
): Record<string, Cell> {
  const { columns } = tableTemplate(table.key);
  const locale = run.state?.locale ?? 'zh-CN';
  const label = (key: string) => table.labels[table.columns.get(key) ?? -1] ?? key;
  const issue = revisedIssue(String(row['issue'] ?? ''), {
    judged: judged.map(label),
    settled: rowReasons.map((reason) => say(locale, reason)),
    found: issueText(issues, label, locale),
  });
  const bad = Object.keys(columns).filter((key) => isNamed(String(issue ?? ''), label(key)));
  return { issue, completeness: completenessOf(columns, run.state?.preset ?? 'b2b', row, new Set(bad)) };
}

/** New records get their ids and are written before the lock is given back, so that the next one sees them. */
function writeNew(table: Table, first: number, changes: readonly RowChange[]): void {
  const { key } = table;
  const id = idColumn(tableTemplate(key));
  if (id === null || !changes.some(({ isNew }) => isNew)) return;
  withLock(() => {
    // What was read before the lock may be out of date: somebody else may have been given ids meanwhile, or this row its own.
    const now = openRun();
    const ids = readTable(now, key, [id.key]);
    const fresh = changes.flatMap(({ values, isNew }, i) => (isNew ? [{ values, row: first + i }] : []));
    const without = fresh.filter(({ row }) => cellOf(ids, ids.rows[row - FIRST_ROW] ?? [], id.key) === null);
    const given = reserveIds(now, ids, id.key, id.prefix, without.length);
    without.forEach(({ values }, i) => {
      values[id.key] = given[i] ?? null;
    });
    for (const { values, row } of fresh) writeChanges(table, row, values);
  });
}

/** Writes only what changed, in runs of neighbouring cells; where a run is refused, cell by cell, so that one does not stop the others. */
function writeChanges(table: Table, row: number, values: Readonly<Record<string, Cell>>): void {
  const cells = Object.entries(values)
    .map(([key, value]) => ({ at: table.columns.get(key) ?? -1, value }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  for (let from = 0; from < cells.length; ) {
    let to = from + 1;
    while (to < cells.length && cells[to]?.at === (cells[from]?.at ?? 0) + to - from) to++;
    const run = cells.slice(from, to);
    const isWritten = attempt(table, row, run);
    if (!isWritten && run.length > 1) for (const cell of run) attempt(table, row, [cell]);
    from = to;
  }
}

/** @returns false where protection or a strict rule refuses the cells: what was typed stands */
function attempt(table: Table, row: number, run: readonly { readonly at: number; readonly value: Cell }[]): boolean {
  try {
    writeBlock(table.sheet, row, (run[0]?.at ?? 0) + 1, [run.map(({ value }) => value)]);
    return true;
  } catch {
    return false;
  }
}
