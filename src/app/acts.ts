// Bulk acts of every kind: begun, carried on after a slice or a killed run, marked when done.
import type { ActResult } from '../contract/duplicates-api';
import type { ActBody, Change } from '../domain/acts/change';
import { FIELDS_SETTING, readFields } from '../domain/fields/fields';
import { Refusal } from '../domain/refusal';
import { carryOut, OPENING_ACT, openAct, requireEditable, Slice } from '../gateway/acts';
import {
  type Cursor,
  clearOpen,
  closeOldActs,
  dropOpen,
  markTransaction,
  openHead,
  readHeads,
  readTransaction,
  saveCursor,
  type Transaction,
  type TransactionHead,
} from '../gateway/journal';
import { poolState, type Run } from '../gateway/run';
import { workbook } from '../template/index';
import type { CustomFields } from '../template/types';
import { importKind } from './import-commit';
import { intakeKind } from './intake/act';
import { followRows } from './protection-state';
import { followDefinitions } from './template';

/** What a kind of act can do besides being begun. */
export interface ActKind {
  /** Carries on with an act that is open; under the lock. */
  resume(run: Run, head: TransactionHead): ActResult;
  /** What it changed, by its journaled contents, so that it can be taken back; `null` for what cannot be. */
  changes(body: unknown): readonly Change[] | null;
}

/** Acts that are nothing but their changes. */
const plain: ActKind = {
  resume: (run, head) => proceed(run, readTransaction<ActBody>(run, head), RESUMED),
  changes: (body) => (body as ActBody).changes,
};

/** Every kind the journal may hold. An area with acts of its own adds them here. */
export const actKinds: Readonly<Record<string, ActKind>> = {
  merge: plain,
  sort: plain,
  undo: plain,
  redo: plain,
  options: plain,
  fields: plain,
  sample: plain,
  import: importKind,
  intake: intakeKind,
  accept: plain,
};

/** Service calls before a resumed act goes on: properties, lock, heads and contents. */
const RESUMED = 8;

/**
 * Most of them that count: an act of many sheets takes more looking at than this, and what is left must be enough for the largest step,
 * taking rows out. Else every run would look, and none get on.
 */
const MOST_SPENT = 12;

/** A workbook this code may write to. @throws Refusal `pool.none`, or `pool.newer` when a later version made it */
export function requirePool(run: Run): void {
  if (poolState(run).version > workbook.version) throw new Refusal('pool.newer');
}

/**
 * Begins an act: journaled, then carried out as far as this slice goes. Call under the lock, with no act open.
 * @param spent service calls this run has made
 */
export function beginAct(run: Run, kind: string, body: ActBody, spent: number): ActResult {
  const looked = requireEditable(run, body.changes);
  return advance(run, openAct(run, kind, body), spent + looked + OPENING_ACT, false);
}

/** Carries on with an act of {@link ActBody}. */
function proceed(run: Run, act: Transaction<ActBody>, spent: number): ActResult {
  const looked = requireEditable(run, act.body.changes);
  return advance(run, act, Math.min(spent + looked, MOST_SPENT), true);
}

function advance(run: Run, act: Transaction<ActBody>, spent: number, resumed: boolean): ActResult {
  const { done, of, finished, left, cursor } = carryOut(run, act, new Slice(run, spent, sheetsMoved(act.body)), resumed);
  const whole = finished && finish(run, act, cursor);
  return { txn: act.txn, done, of, finished: whole, left: left.length };
}

function sheetsMoved({ changes }: ActBody): number {
  return new Set(changes.flatMap(({ type, sheet }) => (type === 'removed' || type === 'added' ? [sheet] : []))).size;
}

/**
 * Marks an act done, and what it takes back undone; the act itself last, so that a kill in between repeats the rest.
 * @returns whether it is; protections of many rows may take runs of their own
 */
function finish(run: Run, act: Transaction<ActBody>, cursor: Cursor): boolean {
  if (act.body.changes.some(movesCustomers) && !followRows(run)) {
    saveCursor(run, cursor);
    return false;
  }
  if (act.body.changes.some(definesColumns) && !followDefinitions(run, formerFields(act.body))) {
    saveCursor(run, cursor);
    return false;
  }
  const heads = readHeads(run);
  const taken = heads.find(({ txn }) => txn === act.body.of);
  if (taken !== undefined) markTransaction(run, taken, 'undone');
  markTransaction(run, act, 'done');
  closeOldActs(run, heads);
  return true;
}

/** The custom fields before an act that changes them; a run that finishes a killed one must not take the new ones for them. */
function formerFields({ changes }: ActBody): CustomFields | undefined {
  for (const change of changes) {
    if (change.type !== 'cells' || change.sheet !== 'settings') continue;
    const setting = change.records.find(({ id }) => id === FIELDS_SETTING);
    if (setting !== undefined) return readFields(String(setting.before['value'] ?? ''));
  }
  return undefined;
}

/** What columns hold and offer is written in these sheets; rules, colours and headers follow from it. */
function definesColumns({ sheet }: Change): boolean {
  return sheet === 'options' || sheet === 'settings';
}

/** Sorting moves rows and no protections; a row put back at the edge of a block stands outside of its protection. */
function movesCustomers(change: Change): boolean {
  if (change.sheet !== 'customers') return false;
  return change.type === 'order' || change.type === 'added' || (change.type === 'removed' && change.way === 'sort');
}

/**
 * Carries on with what a killed run or an earlier slice left open; `null` when nothing is. Under the lock.
 * @throws Refusal `act.unknownKind`
 */
export function continueOpen(run: Run): ActResult | null {
  const open = openHead(run);
  if (open === null) return null;
  const head = readHeads(run).find(({ txn }) => txn === open.txn);
  if (head === undefined) dropOpen(run);
  else if (head.state !== 'open') clearOpen(run);
  else {
    const kind = actKinds[head.kind];
    if (kind === undefined) throw new Refusal('act.unknownKind', { kind: head.kind, txn: head.txn });
    return kind.resume(run, head);
  }
  return null;
}

/**
 * Sees to it that no act is open, so that another may begin.
 * @throws Refusal `act.unfinished` when the open one does not fit into this run
 */
export function settleOpen(run: Run): void {
  const result = continueOpen(run);
  if (result !== null && !result.finished) throw new Refusal('act.unfinished', { txn: result.txn });
}
