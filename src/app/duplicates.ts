// Finding and merging duplicates, as the sidebar asks for it.
import type { DuplicateRecord, DuplicatesApi, MergeResult } from '../contract/duplicates-api';

import type { ActBody } from '../domain/acts/change';
import { type ExactGroup, findExact } from '../domain/duplicates/exact';
import { customerRefs, type MergePlan, type Proposal, planMerge, proposalsOf } from '../domain/merge/plan';
import { type MergeRecord, textIn } from '../domain/merge/record';
import { Refusal } from '../domain/refusal';
import { closedTo } from '../gateway/acts';
import { openHead, readHeads, readTransaction } from '../gateway/journal';
import { withLock } from '../gateway/lock';
import { enumsInForce } from '../gateway/options';
import { readPeople } from '../gateway/people';
import { kindContext } from '../gateway/reading';
import { openRun, type Run } from '../gateway/run';
import { FIRST_ROW, findSheet, readTable, type Table } from '../gateway/table';
import type { Message } from '../i18n/index';
import type { SheetKey } from '../template/index';
import { beginAct, continueOpen, requirePool, settleOpen } from './acts';
import { completenessIn } from './facts';
import { managerRefusal } from './managers';
import { pageOf } from './pages';

export const duplicatesApi = { findDuplicates, planMerge: plannedMerge, mergeDuplicates } satisfies Partial<DuplicatesApi>;

/** Service calls up to the plan of a merge: properties, lock, zone, customers and six sheets that point at them, people, options. */
const PLANNED = 14;

/** Values of losers listed in a plan. */
const LISTED = 100;

interface Found {
  readonly table: Table;
  readonly groups: readonly (ExactGroup & { readonly id: string })[];
}

function findDuplicates({ page }: { page: number }): ReturnType<DuplicatesApi['findDuplicates']> {
  const run = openRun();
  requirePool(run);
  const { table, groups } = find(run);
  const proposals = proposalsOf(
    table,
    groups.map(({ rows }) => rows),
  );
  const losers = proposals.reduce((sum, { obstacle, records }) => sum + (obstacle === null ? records.length - 1 : 0), 0);
  const all = groups.map((group, i) => ({ group, proposal: proposals[i] as Proposal }));
  const { items, ...rest } = pageOf(all, page);
  const shown = items.map(({ group, proposal: { master, records } }) => ({
    id: group.id,
    certainty: 'exact' as const,
    master: master.id,
    records: records.map(recordView),
    why: whyOf(table, group),
  }));
  return { items: shown, ...rest, losers };
}

function plannedMerge({ groups }: { groups: readonly string[] | null }): ReturnType<DuplicatesApi['planMerge']> {
  const run = openRun();
  requirePool(run);
  const people = readPeople(run);
  const { table, chosen, plan } = planned(run, groups);
  const closed = managerRefusal(run, people, 'duplicates.managerOnly')?.failure ?? closedTo(run, plan.changes).reason;
  if (closed !== null) {
    const leftOut = chosen.map(({ id }) => ({ group: id, reason: closed }));
    return { groups: 0, merged: 0, children: 0, notKept: [], notKeptTotal: 0, leftOut };
  }
  return {
    ...plan.tally,
    notKept: plan.notKept.slice(0, LISTED).map((cell) => ({ ...cell, column: columnLabel(table, cell.column) })),
    notKeptTotal: plan.notKept.length,
    leftOut: plan.leftOut.map(({ group, reason }) => ({ group: chosen[group]?.id ?? '', reason })),
  };
}

/** Merges all groups, or those named; an unfinished merge of the same records is carried on with. */
function mergeDuplicates({ groups }: { groups: readonly string[] | null }): MergeResult {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    const unfinished = mergeUnderWay(run, groups);
    if (unfinished !== null) {
      const result = continueOpen(run);
      if (result !== null) return { ...result, ...unfinished };
    }
    settleOpen(run);
    const people = readPeople(run);
    const refusal = managerRefusal(run, people, 'duplicates.managerOnly');
    if (refusal !== null) throw refusal;
    const { plan } = planned(run, groups);
    const { changes, tally } = plan;
    if (changes.length === 0) return { txn: '', done: 0, of: 0, finished: true, left: 0, ...tally };
    return { ...beginAct(run, 'merge', { changes, tally }, PLANNED), ...tally };
  });
}

type Tally = MergePlan['tally'];

/** What the open merge does, if it is the one asked for: of all groups, or of records that are all among its own. */
function mergeUnderWay(run: Run, groups: readonly string[] | null): Tally | null {
  const open = openHead(run);
  if (open?.kind !== 'merge') return null;
  const head = readHeads(run).find(({ txn, state }) => txn === open.txn && state === 'open');
  if (head === undefined) return null;
  const { changes, tally } = readTransaction<ActBody>(run, head).body;
  const own = new Set(
    changes.flatMap((change) => {
      if (change.sheet !== 'customers') return [];
      return change.type === 'cells'
        ? change.records.map(({ id }) => id)
        : change.type === 'removed'
          ? change.rows.map(({ id }) => id)
          : [];
    }),
  );
  return groups === null || groups.every((group) => idsOf(group).every((id) => own.has(id))) ? (tally as Tally) : null;
}

function find(run: Run): Found {
  const table = readTable(run, 'customers');
  const groups = findExact(table, kindContext(run));
  return { table, groups: groups.map((group) => ({ ...group, id: groupId(table, group.rows) })) };
}

/** A group is known by its records. */
function groupId(table: Table, rows: readonly number[]): string {
  return proposalIds(table, rows).join('+');
}

function proposalIds(table: Table, rows: readonly number[]): string[] {
  const at = table.columns.get('customer_id') ?? 0;
  return rows.map((row) => String(table.rows[row]?.[at] ?? ''));
}

function idsOf(group: string): string[] {
  return group.split('+');
}

/** @throws Refusal `duplicates.stale` when a group asked for is no longer what it was */
function planned(run: Run, wanted: readonly string[] | null) {
  const { table, groups } = find(run);
  const chosen = wanted === null ? groups : groups.filter(({ id }) => wanted.includes(id));
  const gone = wanted === null ? 0 : new Set(wanted).size - chosen.length;
  if (gone > 0) throw new Refusal('duplicates.stale', { count: gone });
  const plan = planMerge({
    customers: table,
    children: readChildren(run),
    groups: chosen.map(({ rows }) => rows),
    context: kindContext(run),
    lists: enumsInForce(run),
    today: run.today,
    stamp: run.stamp,
    actor: run.actor,
    completeness: (cells) => completenessIn(run, table, cells),
  });
  return { table, chosen, plan };
}

function readChildren(run: Run): Partial<Record<SheetKey, Table>> {
  // Sheets that were never made are not looked for: that would read the key row of every other one.
  const made = run.state?.sheets ?? {};
  const sheets = new Set(customerRefs.map(({ sheet }) => sheet).filter((sheet) => sheet in made));
  return Object.fromEntries(
    [...sheets].flatMap((sheet) => (findSheet(run, sheet) === null ? [] : [[sheet, readTable(run, sheet)]])),
  );
}

function recordView({ id, row, cells, filled }: MergeRecord): DuplicateRecord {
  const text = (key: string) => textIn(cells, key);
  return {
    id,
    row: FIRST_ROW + row,
    name: text('name'),
    company: text('company'),
    mobile: text('mobile'),
    email: text('email'),
    wechat: text('wechat'),
    owner: text('owner'),
    filled,
  };
}

function whyOf(table: Table, { same }: ExactGroup): Message[] {
  const columns = same.map((key): Message => ({ code: 'duplicates.same.column', args: { column: columnLabel(table, key) } }));
  return [{ code: 'duplicates.same.name' }, ...columns];
}

/** A column's label as it stands in the sheet. */
export function columnLabel(table: Table, key: string): string {
  return table.labels[table.columns.get(key) ?? -1] || key;
}
