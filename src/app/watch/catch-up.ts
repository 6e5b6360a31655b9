// The hourly look at all rows: what no trigger saw, what a killed run left, what was too much at once. The sheet comes out the same.

import { isDay } from '../../domain/days';
import { doorColumns } from '../../domain/door/door';
import { type ContactLine, type Facts, factsOf, type OrderLine } from '../../domain/facts/facts';
import { readIdentity } from '../../gateway/door';
import { openHead } from '../../gateway/journal';
import { withLock } from '../../gateway/lock';
import { type Notes, setNotes } from '../../gateway/notes';
import { optionId } from '../../gateway/options';
import { readRows, writeChanges } from '../../gateway/patch';
import { onBehalfOf, openRun, type Run } from '../../gateway/run';
import { cellOf, FIRST_ROW, findSheet, readHead, readTable, type Table, tableTemplate, textOf } from '../../gateway/table';
import { type Stretch, saveWatch, type Watch, watchOf } from '../../gateway/watch';
import type { TableKey } from '../../template/index';
import type { Cell } from '../../template/types';
import { refreshFacts } from '../facts';
import { noticesOf } from './notice';
import { siteOf } from './sheet-edit';
import { treat } from './treat';

/** Tables people type into, in the order they are looked at: whom a row is about comes before it. */
const LOOKED_AT: readonly TableKey[] = ['users', 'products', 'customers', 'interactions', 'orders', 'feedback', 'requests'];

/** Rows looked at under one lock, which others wait for. */
const SLICE = 2_500;

/**
 * Looks at rows that were left for later, then at all others, as far as the time allows; the next run goes on from there.
 * @param until milliseconds since the run began
 */
export function catchUp(run: Run, until: number): void {
  const watch = watchOf(run);
  // An act under way puts its own rows in order.
  if (watch === null || openHead(run) !== null) return;
  const isLate = () => Date.now() - run.now.getTime() > until;
  const left = new Map(Object.entries(watch.dirty) as [TableKey, readonly Stretch[]][]);
  for (const [key, stretches] of left) {
    if (!stretches.every(([first, last]) => look(run, key, first, last, isLate) === null)) return;
    left.delete(key);
    save(run, { dirty: Object.fromEntries(left) as Watch['dirty'], cursor: watch.cursor });
  }
  const begin = watch.cursor === null ? 0 : Math.max(0, LOOKED_AT.indexOf(watch.cursor.key));
  for (const key of LOOKED_AT.slice(begin)) {
    const stopped = look(run, key, key === watch.cursor?.key ? watch.cursor.row : FIRST_ROW, Number.POSITIVE_INFINITY, isLate);
    if (stopped !== null) {
      save(run, { dirty: {}, cursor: { key, row: stopped } });
      return;
    }
  }
  withLock(() => {
    const now = openRun(run.now);
    markDuplicates(now);
    keepFacts(now);
  });
  save(run, { dirty: {}, cursor: null });
}

/** What is remembered is written only where it differs. */
function save(run: Run, watch: Watch): void {
  if (JSON.stringify(watchOf(run)) !== JSON.stringify(watch)) saveWatch(run, watch);
}

/** @returns the 1-based row where the time was up; null when all was seen */
function look(run: Run, key: TableKey, first: number, last: number, isLate: () => boolean): number | null {
  if (isEmpty(run, key)) return null;
  for (let row = first; row <= last; row += SLICE) {
    if (isLate()) return row;
    const isEnd = withLock(() => {
      const now = onBehalfOf(openRun(run.now), '');
      const head = readHead(now, key);
      const end = Math.min(last, head.sheet.getDataRange().getLastRow());
      if (row > end) return true;
      const site = siteOf(now, key, head);
      const typed = Object.keys(tableTemplate(key).columns).filter((one) => head.columns.has(one));
      treat(site, { typed, isCell: false, restored: {}, isLook: true }, readRows(now, head, row, Math.min(SLICE, end - row + 1)));
      return row + SLICE > end;
    });
    if (isEnd) return null;
  }
  return null;
}

/** Whether there is nothing to look at, in no service call; a sheet that was never made is not looked for, which would read every other. */
function isEmpty(run: Run, key: TableKey): boolean {
  if (!(key in (run.state?.sheets ?? {}))) return true;
  return (findSheet(run, key)?.getDataRange().getLastRow() ?? 0) < FIRST_ROW;
}

/** Marks every customer that may be another one, and takes back marks that hold no longer. */
function markDuplicates(run: Run): void {
  if (isEmpty(run, 'customers')) return;
  const head = readHead(run, 'customers');
  const identity = readIdentity(run, doorColumns, head);
  const issues = readTable(run, 'customers', ['issue']);
  const guests = identity.rows.flatMap((line, i) => {
    const cells: Record<string, Cell> = { issue: cellOf(issues, issues.rows[i] ?? [], 'issue') };
    for (const key of doorColumns) cells[key] = cellOf(identity, line, key);
    return cells['customer_id'] === null ? [] : [{ row: FIRST_ROW + i, cells }];
  });
  const compared = doorColumns.filter((key) => key !== 'customer_id');
  const notices = noticesOf(run, head, identity, guests, compared);
  const notes = new Map<number, Map<number, string | null>>();
  const changes = new Map<number, Readonly<Record<string, Cell>>>();
  notices.forEach(({ row, issue, notes: texts }, i) => {
    if (issue !== (guests[i]?.cells['issue'] ?? null)) changes.set(row - FIRST_ROW, { issue });
    for (const [key, text] of texts) {
      const at = head.columns.get(key);
      if (at !== undefined) notes.set(at, (notes.get(at) ?? new Map<number, string | null>()).set(row, text));
    }
  });
  if (changes.size > 0) writeChanges(issueRows(head, issues), changes);
  setNotes(head.sheet, notes satisfies Notes);
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

/** Works out anew the facts of customers whose contacts or orders say something else than their rows. */
function keepFacts(run: Run): void {
  if (isEmpty(run, 'customers')) return;
  const ids = readTable(run, 'customers', ['customer_id']);
  const refresh = (
    of: 'interactions' | 'orders',
    facts: ReadonlyMap<string, Facts>,
    stands: Readonly<Record<string, keyof Facts>>,
  ) => {
    if (facts.size === 0) return;
    const table = readTable(run, 'customers', Object.keys(stands));
    const stale = new Set<string>();
    ids.rows.forEach((row, i) => {
      const fact = facts.get(textOf(ids, row, 'customer_id'));
      if (fact === undefined) return;
      const differs = Object.entries(stands).some(([key, name]) => {
        const cell = cellOf(table, table.rows[i] ?? [], key);
        return (typeof fact[name] === 'number' ? Number(cell ?? 0) : cell) !== fact[name];
      });
      if (differs) stale.add(textOf(ids, row, 'customer_id'));
    });
    if (stale.size > 0) refreshFacts(run, stale, { of: [of] });
  };
  refresh('interactions', factsOf(readContacts(run), []), { last_contact: 'lastContact' });
  refresh('orders', factsOf([], readOrders(run)), {
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
