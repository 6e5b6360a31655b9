// The look at what no trigger saw, a killed run left, was too much at once: what waits hourly, all rows by night. The sheet comes out the same.

import { isDay } from '../../domain/days';
import { doorColumns } from '../../domain/door/door';
import { markedIssue } from '../../domain/door/marks';
import { type ContactLine, type Facts, factsOf, NONE, type OrderLine } from '../../domain/facts/facts';
import { formerLabels } from '../../domain/issues';
import { readIdentity } from '../../gateway/door';
import { recordFault } from '../../gateway/faults';
import { lastAct, openHead } from '../../gateway/journal';
import { withLock } from '../../gateway/lock';
import { type Notes, setNotes } from '../../gateway/notes';
import { optionId } from '../../gateway/options';
import { readRows, writeChanges } from '../../gateway/patch';
import { onBehalfOf, openRun, type Run } from '../../gateway/run';
import {
  cellOf,
  FIRST_ROW,
  findSheet,
  readHead,
  readTable,
  recordOf,
  type Table,
  tableTemplate,
  textOf,
  withRows,
} from '../../gateway/table';
import { changeWatch, joined, leaveDirty, type Stretch, takeDirty, type Watch, watchOf } from '../../gateway/watch';
import type { TableKey } from '../../template/index';
import type { Cell } from '../../template/types';
import { refreshFacts } from '../facts';
import { isQuick, QuickTurn } from '../quick';
import { idKey } from './ids';
import { noticesOf } from './notice';
import { isWithoutId } from './record';
import { siteOf } from './sheet-edit';
import { type Edit, treat } from './treat';

/** Tables people type into, in the order they are looked at: whom a row is about comes before it. */
const LOOKED_AT: readonly TableKey[] = ['users', 'products', 'customers', 'interactions', 'orders', 'feedback', 'requests'];

/** Rows looked at under one lock, which others wait for. */
const SLICE = 2_500;
/** From this hour on a run belongs to the night (product.md, night run). */
const NIGHT = '02';
/** Quick actions looked for at once; more are not done in a run. */
const MOST_QUICK = 10;

interface Turn {
  readonly run: Run;
  readonly quick: QuickTurn;
  isLate(): boolean;
}

/**
 * Looks at rows that were left for later and at new ones nobody saw; once a night at all. As far as the time allows: the next run goes on
 * from there.
 * @param until milliseconds since the run began
 */
export function catchUp(run: Run, until: number): void {
  const watch = watchOf(run);
  // An act under way puts its own rows in order.
  if (watch === null || openHead(run) !== null) return;
  const isLate = () => Date.now() - run.now.getTime() > until;
  const turn: Turn = { run, isLate, quick: new QuickTurn(isLate) };
  if (!lookAtLeft(turn, watch)) return;
  lookForNew(turn);
  if (isDue(run, watch)) lookAtAll(turn, watch.cursor);
  else if (watch.marked !== lastAct(run) && !isLate()) markAnew(run);
}

/** The first run after two looks at everything, and so does the first run of all. */
function isDue({ today, stamp }: Run, { cursor, looked }: Watch): boolean {
  return cursor !== null || looked === undefined || (looked !== today && stamp.slice(11) >= NIGHT);
}

/** Rows that were left, and what follows from them. @returns whether all were seen */
function lookAtLeft(turn: Turn, watch: Watch): boolean {
  const { run } = turn;
  if (Object.keys({ ...watch.dirty, ...watch.doing }).length === 0) return true;
  const taken = Object.entries(changeWatch(run, takeDirty)?.doing ?? {}) as [TableKey, readonly Stretch[]][];
  const keep = (rest: readonly (readonly [TableKey, readonly Stretch[]])[]) =>
    changeWatch(run, ({ doing: _, ...others }) => {
      const doing = Object.fromEntries(rest.filter(([, stretches]) => stretches.length > 0));
      return Object.keys(doing).length === 0 ? others : { ...others, doing };
    });
  for (const [i, [key, stretches]] of taken.entries()) {
    for (const [j, [first, last]] of stretches.entries()) {
      const later = stretches.slice(j + 1);
      const isSeen = look(turn, key, [first, last], true, (row) => keep([[key, [[row, last], ...later]], ...taken.slice(i + 1)]));
      if (!isSeen) return false;
      keep([[key, later], ...taken.slice(i + 1)]);
    }
  }
  return true;
}

/** Records without an id, and quick actions: what somebody waits for. Two service reads a table, and two more for the customers. */
function lookForNew(turn: Turn): void {
  const { run } = turn;
  for (const key of LOOKED_AT) {
    if (turn.isLate()) return;
    if (isEmpty(run, key)) continue;
    const head = readHead(run, key);
    for (const [first, last] of joined(newRows(run, key, head).map((row): Stretch => [row, row])))
      look(turn, key, [first, last], true);
  }
}

/** 1-based rows. */
function newRows(run: Run, key: TableKey, head: Table): number[] {
  const id = idKey({ key });
  const rows = head.sheet.getDataRange().getLastRow() - FIRST_ROW + 1;
  if (id === '' || rows < 1) return [];
  if (head.key !== 'customers')
    return rowsWhere(withRows(run, head, FIRST_ROW, rows, id), (row, table) => cellOf(table, row, id) === null);
  const unnumbered = rowsWhere(readIdentity(run, [], head), (row, table) => isWithoutId('customers', recordOf(table, row)));
  if (!head.columns.has('quick')) return unnumbered;
  const quick = rowsWhere(withRows(run, head, FIRST_ROW, rows, 'quick'), (row, table) => isQuick(run, recordOf(table, row)));
  return [...unnumbered, ...quick.slice(0, MOST_QUICK)];
}

function rowsWhere(table: Table, holds: (row: readonly Cell[], table: Table) => boolean): number[] {
  return table.rows.flatMap((row, i) => (holds(row, table) ? [FIRST_ROW + i] : []));
}

function lookAtAll(turn: Turn, cursor: Watch['cursor']): void {
  const { run } = turn;
  const begin = cursor === null ? 0 : Math.max(0, LOOKED_AT.indexOf(cursor.key));
  for (const key of LOOKED_AT.slice(begin)) {
    const first = key === cursor?.key ? cursor.row : FIRST_ROW;
    const isSeen = look(turn, key, [first, Number.POSITIVE_INFINITY], false, (row) =>
      changeWatch(run, (watch) => ({ ...watch, cursor: { key, row } })),
    );
    if (!isSeen) return;
  }
  markAnew(run);
  withLock(() => keepFacts(openRun(run.now)));
  changeWatch(run, (watch) => ({ ...watch, cursor: null, looked: run.today }));
}

/** Marks duplicates as they are after the acts so far. Others wait for the lock: everybody is compared before it is taken. */
function markAnew(run: Run): void {
  const now = openRun(run.now);
  const write = marksOf(now);
  withLock(() => {
    if (write()) changeWatch(now, (watch) => ({ ...watch, marked: lastAct(now) }));
  });
}

/**
 * @param isLeft whether somebody is known to have edited these rows
 * @param reached is told the 1-based row up to which all was seen, whenever there is more
 * @returns whether all was seen
 */
function look(
  { run, quick, isLate }: Turn,
  key: TableKey,
  [first, last]: Stretch,
  isLeft: boolean,
  reached: (row: number) => void = () => undefined,
): boolean {
  if (isEmpty(run, key)) return true;
  for (let row = first; row <= last; row += SLICE) {
    if (isLate()) {
      reached(row);
      return false;
    }
    const seen = withLock(() => lookAtSlice(run, key, row, last, { isLeft, quick }));
    if (seen.left.length > 0) leaveDirty(run, key, [Math.min(...seen.left), Math.max(...seen.left)]);
    if (seen.isEnd) return true;
    reached(row + SLICE);
  }
  return true;
}

function lookAtSlice(
  run: Run,
  key: TableKey,
  row: number,
  last: number,
  how: Pick<Edit, 'isLeft' | 'quick'>,
): { readonly isEnd: boolean; readonly left: readonly number[] } {
  const now = onBehalfOf(openRun(run.now), '');
  const head = readHead(now, key);
  const end = Math.min(last, head.sheet.getDataRange().getLastRow());
  if (row > end) return { isEnd: true, left: [] };
  const isEnd = row + SLICE > end;
  const typed = Object.keys(tableTemplate(key).columns).filter((one) => head.columns.has(one));
  try {
    const rows = readRows(now, head, row, Math.min(SLICE, end - row + 1));
    return {
      isEnd,
      left: treat(siteOf(now, key, head), { typed, isCell: false, restored: {}, isLook: true, ...how }, rows).left,
    };
  } catch (thrown) {
    // What is wrong with some rows is no reason to leave those below them.
    recordFault('catch-up', thrown);
    return { isEnd, left: [] };
  }
}

/** Whether there is nothing to look at, in no service call; a sheet that was never made is not looked for, which would read every other. */
function isEmpty(run: Run, key: TableKey): boolean {
  return lastRowIn(run, key) < FIRST_ROW;
}

/** 0 where there is no such sheet. */
function lastRowIn(run: Run, key: TableKey): number {
  if (!(key in (run.state?.sheets ?? {}))) return 0;
  return findSheet(run, key)?.getDataRange().getLastRow() ?? 0;
}

/**
 * Compares all customers.
 * @returns marks those who may be others and takes back marks that hold no longer, under the lock; false where rows have moved since
 */
function marksOf(run: Run): () => boolean {
  if (isEmpty(run, 'customers')) return () => true;
  const head = readHead(run, 'customers');
  const identity = readIdentity(run, doorColumns, head);
  const issues = readTable(run, 'customers', ['issue']);
  const issueAt = (i: number) => cellOf(issues, issues.rows[i] ?? [], 'issue');
  const guests = identity.rows.flatMap((line, i) => {
    const issue = issueAt(i);
    // Marks under a label that is gone are set anew under the one that stands, or hold no longer.
    const cells: Record<string, Cell> = { issue: markedIssue(issue, formerLabels(issue, head.labels), new Map()) };
    for (const key of doorColumns) cells[key] = cellOf(identity, line, key);
    return cells['customer_id'] === null ? [] : [{ row: FIRST_ROW + i, cells }];
  });
  const compared = doorColumns.filter((key) => key !== 'customer_id');
  const notices = noticesOf(run, head, identity, guests, compared);
  return () => {
    // Comparing takes its time. Who was edited meanwhile was judged by that edit.
    if (!isStanding(run, head, identity)) return false;
    const stands = readTable(run, 'customers', ['issue']);
    const notes = new Map<number, Map<number, string | null>>();
    const changes = new Map<number, Readonly<Record<string, Cell>>>();
    for (const { row, issue, notes: texts } of notices) {
      const i = row - FIRST_ROW;
      if (cellOf(stands, stands.rows[i] ?? [], 'issue') !== issueAt(i)) continue;
      if (issue !== issueAt(i)) changes.set(i, { issue });
      for (const [key, text] of texts) {
        const at = head.columns.get(key);
        if (at !== undefined) notes.set(at, (notes.get(at) ?? new Map<number, string | null>()).set(row, text));
      }
    }
    if (changes.size > 0) writeChanges(issueRows(head, stands), changes);
    setNotes(head.sheet, notes satisfies Notes);
    return true;
  };
}

/** Whether every customer stands where he was read, in one service read. */
function isStanding(run: Run, head: Table, read: Table): boolean {
  const rows = read.rows.length;
  const now = rows === 0 ? head : withRows(run, head, FIRST_ROW, rows, 'customer_id');
  return read.rows.every((row, i) => cellOf(read, row, 'customer_id') === cellOf(now, now.rows[i] ?? [], 'customer_id'));
}

/** The issue column as rows to be patched. */
function issueRows(head: Table, issues: Table) {
  const at = head.columns.get('issue') ?? 0;
  const raw = issues.rows.map((row) => {
    const line: unknown[] = [];
    line[at] = cellOf(issues, row, 'issue') ?? '';
    return line;
  });
  return { table: head, first: FIRST_ROW, raw, cells: [] };
}

/** Works out anew the facts of customers whose contacts or orders say something else than their rows; without any, there are none. */
function keepFacts(run: Run): void {
  if (isEmpty(run, 'customers')) return;
  const ids = readTable(run, 'customers', ['customer_id']);
  const refresh = (
    of: 'interactions' | 'orders',
    read: () => ReadonlyMap<string, Facts>,
    stands: Readonly<Record<string, keyof Facts>>,
  ) => {
    // A sheet that is gone says nothing of anybody.
    if (lastRowIn(run, of) === 0) return;
    const facts = read();
    const table = readTable(run, 'customers', Object.keys(stands));
    const stale = new Set<string>();
    ids.rows.forEach((row, i) => {
      const id = textOf(ids, row, 'customer_id');
      const fact = facts.get(id) ?? NONE;
      const differs = Object.entries(stands).some(([key, name]) => {
        const cell = cellOf(table, table.rows[i] ?? [], key);
        return (typeof fact[name] === 'number' ? Number(cell ?? 0) : cell) !== fact[name];
      });
      if (differs && id !== '') stale.add(id);
    });
    if (stale.size > 0) refreshFacts(run, stale, { of: [of] });
  };
  refresh('interactions', () => factsOf(readContacts(run), []), { last_contact: 'lastContact' });
  refresh('orders', () => factsOf([], readOrders(run)), {
    order_count: 'orderCount',
    total_spend: 'totalSpend',
    last_order: 'lastOrder',
  });
}

function readContacts(run: Run): ContactLine[] {
  if (isEmpty(run, 'interactions')) return [];
  const table = readTable(run, 'interactions', ['customer_id', 'date', 'result']);
  return table.rows.map((row) => ({
    customer: textOf(table, row, 'customer_id'),
    date: dayOf(table, row, 'date'),
    result: optionId(run, 'result', cellOf(table, row, 'result')),
  }));
}

function readOrders(run: Run): OrderLine[] {
  if (isEmpty(run, 'orders')) return [];
  const table = readTable(run, 'orders', ['order_no', 'customer_id', 'order_date', 'amount_base', 'status']);
  return table.rows.map((row) => ({
    customer: textOf(table, row, 'customer_id'),
    orderNo: textOf(table, row, 'order_no'),
    date: dayOf(table, row, 'order_date'),
    status: optionId(run, 'order_status', cellOf(table, row, 'status')),
    amountBase: Number(cellOf(table, row, 'amount_base') ?? 0),
  }));
}

function dayOf(table: Table, row: readonly Cell[], key: string): string | null {
  const day = textOf(table, row, key).slice(0, 10);
  return isDay(day) ? day : null;
}
