// The history of bulk acts: what was done, taking it back, and finishing what a killed run left open.
import type { ActResult, DuplicatesApi, HistoryEntry } from '../contract/duplicates-api';
import { type ActBody, type Change, wayOf } from '../domain/acts/change';
import { type ChangedCell, planUndo } from '../domain/acts/undo';
import { Refusal } from '../domain/refusal';
import { readHeads, readSizes, readTransaction, type TransactionHead } from '../gateway/journal';
import { withLock } from '../gateway/lock';
import { readPeople } from '../gateway/people';
import { momentOf, openRun, type Run } from '../gateway/run';
import { findSheet, readTable, type Table } from '../gateway/table';
import type { SheetKey } from '../template/index';
import { actKinds, beginAct, continueOpen, requirePool, settleOpen } from './acts';
import { columnLabel } from './duplicates';
import { requireManager } from './managers';
import { pageOf } from './pages';

export const historyApi = { history, undo, resume } satisfies Partial<DuplicatesApi>;

type UndoChoice = Parameters<DuplicatesApi['undo']>[0];
type UndoResult = ReturnType<DuplicatesApi['undo']>;

/** Cells changed since that are listed; the page has no room for thousands. */
const LISTED = 500;

/** Service calls up to the plan of an undo, its sheets not counted. */
const PLANNED = 14;

function history({ page }: { page: number }): ReturnType<DuplicatesApi['history']> {
  const run = openRun();
  requirePool(run);
  const { items, ...rest } = pageOf([...readHeads(run)].reverse(), page);
  const sizes = readSizes(run, [...items].reverse());
  return { items: items.map((head) => entryOf(run, head, sizes.get(head.txn) ?? 0)), ...rest };
}

function entryOf(run: Run, { txn, kind, at, actor, state }: TransactionHead, size: number): HistoryEntry {
  return { txn, kind, at: localTime(run, at), actor, state, size, undoable: state === 'done' && kind in actKinds };
}

/** An instant as `yyyy-MM-dd HH:mm` in spreadsheet time; what a person typed over it as it stands. */
function localTime(run: Run, instant: string): string {
  return Number.isNaN(Date.parse(instant)) ? instant : momentOf(run, instant).stamp;
}

/** Takes an act back. Cells changed since are listed and nothing is done, unless it was said what becomes of them. */
function undo({ txn, changed }: UndoChoice): UndoResult {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    settleOpen(run);
    const head = readHeads(run).find((one) => one.txn === txn);
    const { changes, formulas } = contentsOf(run, txn, head);
    if (head?.actor !== run.actor) requireManager(run, readPeople(run), 'undo.managerOnly');
    const tables = readTables(run, changes);
    const plan = planUndo({ txn, changes, tables, keep: changed ?? 'now', reason: { code: 'archive.undone' } });
    if (changed === undefined && plan.changedSince.length > 0) {
      const changedSince = plan.changedSince.slice(0, LISTED).map((cell) => cellView(tables, cell));
      return { txn, done: 0, of: plan.changedSince.length, finished: false, left: 0, changedSince };
    }
    const body = { changes: plan.changes.map(withWay), tally: {}, of: txn, heal: formulas };
    return { ...beginAct(run, 'undo', body, PLANNED + Object.keys(tables).length), changedSince: [] };
  });
}

/** @throws Refusal when there is no such act, or it cannot be taken back (any more) */
function contentsOf(run: Run, txn: string, head: TransactionHead | undefined): Required<Pick<ActBody, 'changes' | 'formulas'>> {
  if (head === undefined) throw new Refusal('undo.unknown', { txn });
  if (head.state === 'undone') throw new Refusal('undo.already', { txn });
  if (head.state === 'closed') throw new Refusal('undo.closed', { txn });
  const { body } = readTransaction<Partial<ActBody>>(run, head);
  const changes = actKinds[head.kind]?.changes(body) ?? null;
  if (changes === null) throw new Refusal('undo.impossible', { txn });
  return { changes, formulas: body.formulas ?? {} };
}

/** Rows stand elsewhere than when they were added: how they leave is decided by where they are now. */
function withWay(change: Change): Change {
  return change.type === 'removed' ? { ...change, way: wayOf(change.rows) } : change;
}

function readTables(run: Run, changes: readonly Change[]): Partial<Record<SheetKey, Table>> {
  const sheets = [...new Set(changes.map(({ sheet }) => sheet))];
  return Object.fromEntries(sheets.flatMap((sheet) => (findSheet(run, sheet) === null ? [] : [[sheet, readTable(run, sheet)]])));
}

function cellView(tables: Partial<Record<SheetKey, Table>>, { sheet, id, column, was, now }: ChangedCell) {
  const table = tables[sheet];
  const label = table === undefined ? column : columnLabel(table, column);
  // biome-ignore lint/suspicious/noThenProperty: the contract's word; nobody awaits a cell
  return { id, column: label, then: String(was ?? ''), now: String(now ?? '') };
}

function resume(): ActResult | null {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    return continueOpen(run);
  });
}
