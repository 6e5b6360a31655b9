// The history of bulk acts: what was done, taking it back, and finishing what a killed run left open.
import type { ActResult, ChangedCellView, DuplicatesApi, HistoryEntry } from '../contract/duplicates-api';
import type { Page } from '../contract/wire';
import { type ActAbout, type ActBody, type Change, wayOf } from '../domain/acts/change';
import { type ChangedCell, cellName, KEEP_NOW, planUndo, type SideChoice, type UndoPlan } from '../domain/acts/undo';
import { customerRefs } from '../domain/merge/plan';
import { Refusal } from '../domain/refusal';
import { readHeads, readOutlines, readTransaction, type TransactionHead } from '../gateway/journal';
import { withLock } from '../gateway/lock';
import { nameByAccount, readPeople } from '../gateway/people';
import { momentOf, openRun, type Run } from '../gateway/run';
import { findSheet, readTable, type Table } from '../gateway/table';
import type { SheetKey } from '../template/index';
import { actKinds, beginAct, continueOpen, requirePool, settleOpen } from './acts';
import { columnLabel } from './duplicates';
import { requireManager } from './managers';
import { pageOf } from './pages';

export const historyApi = { history, undo, changedSince, resume } satisfies Partial<DuplicatesApi>;

type UndoChoice = Parameters<DuplicatesApi['undo']>[0];
type UndoResult = ReturnType<DuplicatesApi['undo']>;

/** Service calls up to the plan of an undo, its sheets not counted. */
const PLANNED = 14;

function history({ page }: { page: number }): ReturnType<DuplicatesApi['history']> {
  const run = openRun();
  requirePool(run);
  const heads = readHeads(run);
  const { items, ...rest } = pageOf([...heads].reverse(), page);
  const outlines = readOutlines(run, [...items].reverse());
  const kinds = new Map(heads.map(({ txn, kind }) => [txn, kind]));
  const named = nameByAccount(run);
  const entry = (head: TransactionHead): HistoryEntry => {
    const { size = 0, of = null, about = null } = outlines.get(head.txn) ?? {};
    const { txn, kind, at, actor, state } = head;
    const undoable = state === 'done' && kind in actKinds;
    const taken = of === null ? null : { txn: of, kind: kinds.get(of) ?? '' };
    return { txn, kind, at: localTime(run, at), actor: named(actor), state, size, undoable, about, of: taken };
  };
  return { items: items.map(entry), ...rest };
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
    const { kind, about, plan, tables, formulas } = planned(run, txn, changed ?? KEEP_NOW);
    const open = changed === undefined ? plan.changedSince : [];
    const changedSince = viewsOf(tables, open, 0);
    if (open.length > 0) return { txn, done: 0, of: open.length, finished: false, left: 0, changedSince };
    const body = { of: txn, ...(about && { about }), changes: plan.changes.map(withWay), tally: {}, heal: formulas };
    return { ...beginAct(run, kind === 'undo' ? 'redo' : 'undo', body, PLANNED + Object.keys(tables).length), changedSince };
  });
}

function changedSince({ txn, page }: { txn: string; page: number }): ReturnType<DuplicatesApi['changedSince']> {
  const run = openRun();
  requirePool(run);
  const { plan, tables } = planned(run, txn, KEEP_NOW);
  return viewsOf(tables, plan.changedSince, page);
}

interface Planned {
  /** Of the act that is taken back. */
  readonly kind: string;
  readonly about: ActAbout | undefined;
  readonly plan: UndoPlan;
  readonly tables: Tables;
  readonly formulas: NonNullable<ActBody['formulas']>;
}

function planned(run: Run, txn: string, choice: SideChoice): Planned {
  const head = readHeads(run).find((one) => one.txn === txn);
  const { about, changes, formulas = {} } = contentsOf(run, txn, head);
  if (head?.actor !== run.actor) requireManager(run, readPeople(run), 'undo.managerOnly');
  const tables = readTables(run, changes);
  const plan = planUndo({
    txn,
    since: localTime(run, head?.at ?? ''),
    changes,
    tables,
    choice,
    reason: { code: 'archive.undone' },
  });
  return { kind: head?.kind ?? '', about, plan, tables, formulas };
}

/** @throws Refusal when there is no such act, or it cannot be taken back (any more) */
function contentsOf(run: Run, txn: string, head: TransactionHead | undefined): Pick<ActBody, 'about' | 'changes' | 'formulas'> {
  if (head === undefined) throw new Refusal('undo.unknown', { txn });
  if (head.state === 'undone') throw new Refusal('undo.already', { txn });
  if (head.state === 'closed') throw new Refusal('undo.closed', { txn });
  const { body } = readTransaction<Partial<ActBody>>(run, head);
  const changes = actKinds[head.kind]?.changes(body) ?? null;
  if (changes === null) throw new Refusal('undo.impossible', { txn });
  return { ...body, changes };
}

/** Rows stand elsewhere than when they were added: how they leave is decided by where they are now. */
function withWay(change: Change): Change {
  return change.type === 'removed' ? { ...change, way: wayOf(change.rows) } : change;
}

type Tables = Partial<Record<SheetKey, Table>>;

function readTables(run: Run, changes: readonly Change[]): Tables {
  const brought = changes.some(({ type, sheet }) => type === 'added' && sheet === 'customers');
  const pointing = brought ? customerRefs.filter(({ sheet }) => sheet in (run.state?.sheets ?? {})) : [];
  const sheets = new Set([...changes, ...pointing].map(({ sheet }) => sheet));
  return Object.fromEntries(
    [...sheets].flatMap((sheet) => (findSheet(run, sheet) === null ? [] : [[sheet, readTable(run, sheet)]])),
  );
}

function viewsOf(tables: Tables, cells: readonly ChangedCell[], page: number): Page<ChangedCellView> {
  const { items, ...rest } = pageOf(cells, page);
  return { items: items.map((cell) => cellView(tables, cell)), ...rest };
}

function cellView(tables: Tables, changed: ChangedCell): ChangedCellView {
  const { sheet, id, column, isRow, was, now } = changed;
  const table = tables[sheet];
  const label = table === undefined ? column : columnLabel(table, column);
  return { cell: cellName(changed), id, column: label, isRow, was: String(was ?? ''), now: String(now ?? '') };
}

function resume(): ActResult | null {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    return continueOpen(run);
  });
}
