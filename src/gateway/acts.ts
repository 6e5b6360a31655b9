// Carrying out a bulk act in slices: journaled first, finished by a later run if this one ends, and the same whichever run it is.
import { type ActBody, type Change, type GridSize, sizeOf } from '../domain/acts/change';
import { Refusal } from '../domain/refusal';
import type { Message } from '../i18n/message';
import type { SheetKey } from '../template/index';
import type { LeftCell } from './acts-cells';
import { formulasAtRisk } from './acts-formulas';
import { unkeyable } from './acts-remove';
import { OPENING } from './acts-sheet';
import type { Slice } from './acts-slice';
import { type Acting, openSheets, stepsOf } from './acts-steps';
import { type Cursor, openHead, openTransaction, saveCursor, type Transaction } from './journal';
import type { Run } from './run';
import { FIRST_ROW, findSheet, labelOf } from './table';

export { Slice } from './acts-slice';

/** Below this many calls a step is left for the next run. */
const LEAST = 8;

/** How far an act has come; counted in records. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly finished: boolean;
  /** Where the next run goes on; past the last step when finished. */
  readonly cursor: Cursor;
  /** Cells left as they are, of this run. */
  readonly left: readonly LeftCell[];
}

/** What stands in the way of changes, and the service calls it took to know. */
export interface Closed {
  readonly reason: Message | null;
  readonly calls: number;
}

/** Why the runner cannot make these changes: cells closed to him. One service read a sheet, two where rows go, a few more where one is. */
export function closedTo(run: Run, changes: readonly Change[]): Closed {
  let calls = 0;
  for (const key of new Set(changes.map(({ sheet }) => sheet))) {
    calls++;
    if (!mayEdit(run, key)) return { reason: { code: 'act.closed', args: { sheet: labelOf(run, key) } }, calls };
    const leaving = changes.flatMap((change) => (change.type === 'removed' && change.sheet === key ? change.rows : []));
    if (leaving.length === 0) continue;
    const { column, calls: more } = unkeyable(run, key, leaving);
    calls += more;
    if (column !== null) return { reason: { code: 'act.unkeyed', args: { sheet: labelOf(run, key), column } }, calls };
  }
  return { reason: null, calls };
}

/**
 * Refuses an act that would touch cells closed to the runner, before anything is written.
 * @returns the service calls it took
 * @throws Refusal `act.closed`, `act.unkeyed`
 */
export function requireEditable(run: Run, changes: readonly Change[]): number {
  const { reason, calls } = closedTo(run, changes);
  if (reason !== null) throw new Refusal(reason.code, reason.args);
  return calls;
}

/** Whether the runner may edit every data cell of a sheet. */
function mayEdit(run: Run, key: SheetKey): boolean {
  const sheet = findSheet(run, key);
  if (sheet === null) return true;
  const used = sheet.getDataRange();
  const rows = Math.max(1, used.getNumRows() - FIRST_ROW + 1);
  return sheet.getRange(FIRST_ROW, 1, rows, used.getNumColumns()).canEdit();
}

/** Journals an act; call under the lock, then {@link carryOut}. */
export function openAct(run: Run, kind: string, body: Omit<ActBody, 'sizes' | 'formulas'>): Transaction<ActBody> {
  const { changes } = body;
  // What the history reads stands first, in the first piece.
  const { of, about, ...rest } = body;
  const head = { ...(of === undefined ? {} : { of }), ...(about === undefined ? {} : { about }) };
  const whole = { ...head, ...rest, formulas: formulasAtRisk(run, changes), sizes: sizesOf(run, changes) };
  return openTransaction<ActBody>(run, kind, whole, sizeOf(changes));
}

function sizesOf(run: Run, changes: readonly Change[]): Partial<Record<SheetKey, GridSize>> {
  const sizes: Partial<Record<SheetKey, GridSize>> = {};
  for (const { type, sheet: key } of changes) {
    const sheet = type === 'cells' || key in sizes ? null : findSheet(run, key);
    if (sheet !== null) sizes[key] = { rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() };
  }
  return sizes;
}

/** Service calls {@link openAct} makes at most, per sheet whose rows it moves and besides. */
export const OPENING_ACT = 12;

/**
 * Carries out what fits into this slice. Every step looks at the sheet first and does only what is not done, so repeating one after a
 * kill changes nothing; the cursor only saves looking.
 * @param resumed whether an earlier run began it
 */
export function carryOut(run: Run, act: Transaction<ActBody>, slice: Slice, resumed: boolean): Progress {
  const steps = stepsOf(act.body);
  const left: LeftCell[] = [];
  const acting: Acting = {
    run,
    txn: act.txn,
    body: act.body,
    slice,
    resumed,
    ...openSheets(run, slice, OPENING),
    leave: (cells) => left.push(...cells),
  };
  let cursor: Cursor = openHead(run)?.cursor ?? { step: 0, from: 0 };
  for (let step = steps[cursor.step]; step !== undefined && slice.left >= LEAST; step = steps[cursor.step]) {
    const next = step.take(acting, cursor.from);
    if (next === null) cursor = { step: cursor.step + 1, from: 0 };
    else if (next > cursor.from) cursor = { ...cursor, from: next };
    else break;
  }
  const finished = cursor.step >= steps.length;
  if (!finished) saveCursor(run, cursor);
  const weigh = (some: typeof steps) => some.reduce((sum, { weight }) => sum + weight, 0);
  const of = weigh(steps);
  return { done: Math.min(of, weigh(steps.slice(0, cursor.step)) + cursor.from), of, finished, cursor, left };
}
