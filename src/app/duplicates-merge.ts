// Merging duplicates: one group as a person decided it, or all of a certainty; first as a dry run, then as a journaled act.
import type { GroupDecision, MergePlanView, MergeResult, ReviewApi } from '../contract/duplicates-api';
import { carried } from '../contract/wire';
import type { ActAbout, ActBody, Change } from '../domain/acts/change';
import { filledCells } from '../domain/acts/rows';
import { fingerprintOf } from '../domain/duplicates/columns';
import { batchOf, stampAfter } from '../domain/duplicates/scan';
import { type Choice, customerRefs, type MergePlan, planMerge } from '../domain/merge/plan';
import { Refusal } from '../domain/refusal';
import { closedTo } from '../gateway/acts';
import { openHead, readHeads, readTransaction } from '../gateway/journal';
import { withLock } from '../gateway/lock';
import { enumsInForce } from '../gateway/options';
import { readPeople } from '../gateway/people';
import { kindContext } from '../gateway/reading';
import { openRun, type Run } from '../gateway/run';
import { loadScan, storeScan } from '../gateway/scan-store';
import { findSheet, readTable, type Table, textOf } from '../gateway/table';
import type { SheetKey } from '../template/index';
import type { Locale } from '../template/types';
import { beginAct, continueOpen, requirePool, settleOpen } from './acts';
import { answeredBy, answerLate, type Merging, requestsDone } from './duplicates-requests';
import { columnLabel, placesOf, scanAnew, scanOf } from './duplicates-scan';
import { completenessIn } from './facts';
import { managerRefusal } from './managers';

/** Service calls up to the plan of a merge: properties, lock, zone, cache, customers and six sheets that point at them, people, options. */
const PLANNED = 18;

/** Values of losers listed in a plan; of long ones fewer. */
const LISTED = 100;

type Batch = Parameters<ReviewApi['mergeBatch']>[0];

export function planDecision({ locale, ...decision }: Parameters<ReviewApi['planDecision']>[0]): MergePlanView {
  return dryRun((_run, table) => [choiceIn(table, decision)], locale);
}

/**
 * @throws Refusal `duplicates.stale` when what is compared of a record changed since the scan that showed the group; of a request
 * `record.gone`, `requests.otherKind`, `requests.decided`, `requests.others`
 */
export function mergeGroup({ request = '', ...decision }: Parameters<ReviewApi['mergeGroup']>[0]): MergeResult {
  const choose: Chooser = (_run, table) => {
    const choice = choiceIn(table, decision);
    const group = loadScan()?.groups.find(({ ids }) => decision.ids.every((id) => ids.includes(id)));
    const isChanged = choice.rows.some((row) => {
      const cells = filledCells(table, row);
      return group !== undefined && group.prints[group.ids.indexOf(idAt(table, row))] !== fingerprintOf(cells);
    });
    if (isChanged) throw new Refusal('duplicates.stale', { count: 1 });
    return [choice];
  };
  return merge(decision.ids, choose, request);
}

export function planBatch({ locale, ...batch }: Parameters<ReviewApi['planBatch']>[0]): MergePlanView {
  return dryRun((run, table) => batchIn(run, table, batch), locale);
}

/** An unfinished merge is carried on with. */
export function mergeBatch(batch: Batch): MergeResult {
  return merge(null, (run, table) => batchIn(run, table, batch));
}

type Chooser = (run: Run, table: Table) => readonly Choice[];

function dryRun(choose: Chooser, locale?: Locale): MergePlanView {
  const run = openRun();
  requirePool(run);
  const people = readPeople(run);
  const table = readTable(run, 'customers');
  const choices = choose(run, table);
  const plan = planned(run, table, choices);
  const groupAt = (i: number) => (choices[i]?.rows ?? []).map((row) => idAt(table, row)).join('+');
  const closed = managerRefusal(run, people, 'duplicates.managerOnly')?.failure ?? closedTo(run, plan.changes).reason;
  if (closed !== null) {
    const leftOut = choices.map((_, i) => ({ group: groupAt(i), reason: closed }));
    return { groups: 0, merged: 0, children: 0, notKept: [], notKeptTotal: 0, leftOut };
  }
  return {
    ...plan.tally,
    notKept: carried(plan.notKept.slice(0, LISTED).map((cell) => ({ ...cell, column: columnLabel(table, cell.column, locale) }))),
    notKeptTotal: plan.notKept.length,
    leftOut: plan.leftOut.map(({ group, reason }) => ({ group: groupAt(group), reason })),
  };
}

/**
 * @param ids of the records asked for; an unfinished merge of the same ones is carried on with, `null`: of any
 * @param request the one it is carried out for. It and all others for the same are done with the merge, and wait again when it is taken back.
 */
function merge(ids: readonly string[] | null, choose: Chooser, request = ''): MergeResult {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    const unfinished = mergeUnderWay(run, ids);
    if (unfinished !== null) {
      const result = continueOpen(run);
      if (result !== null) {
        // The merge comes to its end, be it in further runs, and answers those it took along itself.
        if (request !== '' && !unfinished.answers.has(request)) answerLate(run, unfinished, request);
        return { ...result, ...unfinished.tally };
      }
    }
    settleOpen(run);
    const refusal = managerRefusal(run, readPeople(run), 'duplicates.managerOnly');
    if (refusal !== null) throw refusal;
    const table = readTable(run, 'customers');
    const plan = planned(run, table, choose(run, table));
    const { changes, tally } = plan;
    const [refused] = plan.leftOut;
    // Asked for one group by name, which is not merged: that is an answer of its own.
    if (changes.length === 0 && ids !== null && refused !== undefined) {
      throw new Refusal(refused.reason.code, refused.reason.args);
    }
    if (changes.length === 0) return { txn: '', done: 0, of: 0, finished: true, left: 0, ...tally };
    const there = placesOf(table);
    const asked = requestsDone(run, { into: endsIn(changes), has: (id) => there.has(id) }, request);
    const result = beginAct(
      run,
      'merge',
      { about: aboutOf(table, plan), changes: [...changes, ...asked.changes], tally },
      PLANNED + asked.calls,
    );
    // Also of one that needs more runs: the stamp fits only once they are through.
    forgetMerged(run, table, plan);
    return { ...result, ...tally };
  });
}

type Tally = MergePlan['tally'];

/** The customer that stays, for the history; of several groups only how many. */
function aboutOf(table: Table, { changes, tally: { groups } }: MergePlan): ActAbout {
  const [id = ''] = groups === 1 ? endsIn(changes).values() : [];
  const row = id === '' ? undefined : table.rows.find((cells) => textOf(table, cells, 'customer_id') === id);
  return { groups, id, name: row === undefined ? '' : textOf(table, row, 'name') || textOf(table, row, 'company') };
}

interface UnderWay extends Pick<Merging, 'into'> {
  /** Ids of requests. */
  readonly answers: ReadonlySet<string>;
  readonly tally: Tally;
}

/** What the open merge does, if it is the one asked for. */
function mergeUnderWay(run: Run, ids: readonly string[] | null): UnderWay | null {
  const open = openHead(run);
  if (open?.kind !== 'merge') return null;
  const head = readHeads(run).find(({ txn, state }) => txn === open.txn && state === 'open');
  if (head === undefined) return null;
  const { changes, tally } = readTransaction<ActBody>(run, head).body;
  const into = endsIn(changes);
  if (ids !== null && !ids.every((id) => into.has(id))) return null;
  return { into, answers: new Set(answeredBy(changes)), tally: tally as Tally };
}

/** Where each customer ends that a merge touches. */
function endsIn(changes: readonly Change[]): Map<string, string> {
  const ends = changes.flatMap((change): [string, string][] => {
    if (change.sheet !== 'customers') return [];
    if (change.type === 'cells') return change.records.map(({ id }) => [id, id]);
    return change.type === 'removed' ? change.rows.map(({ id, into = id }) => [id, into]) : [];
  });
  return new Map(ends);
}

function idAt(table: Table, row: number): string {
  return textOf(table, table.rows[row] ?? [], 'customer_id');
}

/** @throws Refusal `duplicates.gone` when a record is no longer there */
function choiceIn(table: Table, { ids, master, fields }: GroupDecision): Choice {
  const wanted = new Set(ids);
  const rows = table.rows.flatMap((_, row) => (wanted.has(idAt(table, row)) ? [row] : []));
  const there = new Set(rows.map((row) => idAt(table, row)));
  const gone = [master, ...ids].find((id) => !there.has(id)) ?? (there.size < 2 ? master : undefined);
  if (gone !== undefined) throw new Refusal('duplicates.gone', { id: gone });
  return { rows, master, fields };
}

/** The groups of these certainties, found anew where the customers changed. */
function batchIn(run: Run, table: Table, { certainties }: Batch): Choice[] {
  const scan = scanOf(table) ?? scanAnew(run, table).scan;
  const rows = placesOf(table);
  return batchOf(scan, certainties).map(({ ids }) => ({ rows: ids.flatMap((id) => rows.get(id) ?? []) }));
}

function planned(run: Run, table: Table, groups: readonly Choice[]): MergePlan {
  return planMerge({
    customers: table,
    children: readChildren(run),
    groups,
    context: kindContext(run),
    lists: enumsInForce(run),
    today: run.today,
    stamp: run.stamp,
    actor: run.actor,
    completeness: (cells) => completenessIn(run, table, cells),
  });
}

function readChildren(run: Run): Partial<Record<SheetKey, Table>> {
  // Sheets that were never made are not looked for: that would read the key row of every other one.
  const made = run.state?.sheets ?? {};
  const sheets = new Set(customerRefs.map(({ sheet }) => sheet).filter((sheet) => sheet in made));
  return Object.fromEntries(
    [...sheets].flatMap((sheet) => (findSheet(run, sheet) === null ? [] : [[sheet, readTable(run, sheet)]])),
  );
}

/** Takes what was merged out of the last scan, so that the next page need not look again. Two service calls. */
function forgetMerged(run: Run, table: Table, { changes }: MergePlan): void {
  const scan = scanOf(table);
  if (scan === null) return;
  const ends = [...endsIn(changes)];
  const gone = new Set(ends.flatMap(([id, into]) => (id === into ? [] : id)));
  const masters = new Set(ends.flatMap(([id, into]) => (id === into ? id : [])));
  const groups = scan.groups.filter(({ ids }) => !ids.some((id) => gone.has(id) || masters.has(id)));
  storeScan({ ...scan, stamp: stampAfter(table, gone, masters, run.stamp), customers: scan.customers - gone.size, groups });
}
