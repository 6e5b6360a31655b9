// Carrying out an import: staged records become customers, a slice a run; journaled by ids alone, finished after a killed run.
import type { ActResult } from '../contract/duplicates-api';
import { type Change, sizeOf, wayOf } from '../domain/acts/change';
import { type KnownChoice, type RowPlan, type SourceRecord, type Tally, tally } from '../domain/import/index';
import type { DateOrder } from '../domain/kinds/index';
import { Refusal } from '../domain/refusal';
import { carryOut, type Progress, requireEditable, Slice } from '../gateway/acts';
import { idOf, lastNumber, raiseTo, reservedUpTo } from '../gateway/ids';
import { mayAddPeople, mayNameColumns, mayWriteRows } from '../gateway/import-rights';
import { addPeople, quarantine, rowOfCustomer, unknownPeople, writeCustomers } from '../gateway/import-rows';
import { type Outcome, readStage, readStaged, writeOutcomes } from '../gateway/import-stage';
import {
  clearOpen,
  markTransaction,
  openHead,
  openTransaction,
  readTransaction,
  saveCursor,
  type Transaction,
} from '../gateway/journal';
import { enumsInForce } from '../gateway/options';
import { momentOf, type Run } from '../gateway/run';
import { FIRST_ROW, labelOf } from '../gateway/table';
import { say } from '../i18n/index';
import { optionLabel, type SheetKey, workbook } from '../template/index';
import { fated, type KnownPart, knownPart } from './import-known';
import { planAll, prospectOf, siteOf, spareKeys, withNamedColumns } from './import-prospect';
import { asideLines, customerOf, namedCells } from './import-record';

/** Records carried out in one run: planning and writing them stays far under six minutes. */
const SLICE = 20_000;
const { prefix } = workbook.sheets.customers.columns.customer_id;

/** What the journal holds of an import: settled before the first row is written, and the same whichever run carries it out. */
export interface ImportBody extends KnownPart {
  readonly batch: string;
  /** Number of the first customer's id, and how many each slice brings. */
  readonly first: number;
  readonly created: readonly number[];
  /** 1-based sheet row the first customer was to go to; he goes lower where somebody typed there meanwhile. */
  readonly row: number;
  readonly records: number;
  readonly orders: readonly (readonly [number, DateOrder])[];
  /** New people accepted with the import. */
  readonly owners: readonly string[];
  /** Whether unnamed custom columns are used; where the runner may not name them, their values go to the notes. */
  readonly customs: boolean;
  readonly tally: Tally;
}

export type Act = Transaction<ImportBody>;

interface Begun {
  readonly act: Act;
  readonly staged: readonly SourceRecord[];
}

/**
 * Opens the act of a batch: everything is planned, nothing is written but the journal. Call under the lock, with no act open.
 * People and custom columns that the runner may not add are done without.
 * @returns null when the batch was carried out before
 * @throws Refusal `act.closed` when rows of customers are closed to the runner
 */
export function beginImport(run: Run, batch: string, acceptOwners: boolean, choice: KnownChoice): Begun | null {
  const {
    site,
    records,
    outcome,
    customs,
    owners,
    orders,
    plans: planned,
  } = prospectOf(run, batch, acceptOwners, choice !== 'keep');
  if (outcome !== '') return null;
  const { table, below } = site.customers;
  const first = lastNumber(run, table, 'customer_id', prefix) + 1;
  const known = knownPart(run, batch, choice, table, planned, first);
  const { plans } = fated(known, planned, 0);
  const created: number[] = [];
  for (let from = 0; from < plans.length; from += SLICE) created.push(createdIn(plans.slice(from, from + SLICE)));
  if (!mayWriteRows(run, table, below, sum(created))) throw closed(run, 'customers');
  requireEditable(run, known.changes);
  const body: ImportBody = {
    batch,
    first,
    created,
    row: below,
    records: records.length,
    orders,
    owners,
    customs,
    ...known,
    tally: tally(plans.filter((plan) => plan !== null)),
  };
  const updated = sizeOf(known.changes);
  return { act: openTransaction(run, 'import', body, sum(created) + updated), staged: records };
}

function closed(run: Run, key: SheetKey): Refusal {
  return new Refusal('act.closed', { sheet: labelOf(run, key) });
}

/**
 * An act may be finished by another than who began it, and he may not be allowed all of it.
 * @throws Refusal `act.closed`, before anything is written
 */
function requireRights(run: Run, { body }: Act, from: number): void {
  const { stage, customers } = siteOf(run, body);
  const { table, below } = customers;
  requireEditable(run, body.changes);
  if (from === 0) {
    const missing = unknownPeople(run, body.owners);
    if (missing.length > 0 && !mayAddPeople(run, missing.length)) throw closed(run, 'users');
    if (!mayNameColumns(run, table, spareKeys(table, stage))) throw closed(run, 'customers');
  }
  const slice = from / SLICE;
  const row = rowOfCustomer(table, idOf(prefix, firstOf(body, slice))) ?? below;
  if (!mayWriteRows(run, table, row, body.created[slice] ?? 0)) throw closed(run, 'customers');
}

/** Number of the first customer of a slice. */
function firstOf({ first, created }: ImportBody, slice: number): number {
  return first + sum(created.slice(0, slice));
}

/**
 * Carries out the next slice. Every write first looks whether it was done, so a slice killed anywhere is simply taken again.
 * @param staged all records, right after {@link beginImport} read them; null: this run looks for itself what was done
 */
export function proceedImport(run: Run, act: Act, staged: readonly SourceRecord[] | null): ActResult {
  const { body } = act;
  const cursor = openHead(run)?.cursor;
  const from = cursor?.step === ROWS ? cursor.from : 0;
  if (staged === null) requireRights(run, act, from);
  const last = body.first + sum(body.created) - 1;
  // Raised before the first row is written, so that nobody is given these numbers meanwhile.
  if (reservedUpTo(run, prefix) < last) raiseTo(run, prefix, last);
  if (from === 0) addPeople(run, body.owners, roleOfNewPeople(run));
  const progress = cursor?.step === ROWS ? null : changeKnown(run, act, staged === null);
  const changing = sizeOf(body.changes);
  const of = body.records + changing;
  const left = progress?.left.length ?? 0;
  if (progress?.finished === false) return { txn: act.txn, done: progress.done, of, finished: false, left };
  const done = takeSlice(run, act, from, staged);
  if (done < body.records) saveCursor(run, { step: ROWS, from: done });
  else markTransaction(run, act, 'done');
  return { txn: act.txn, done: changing + done, of, finished: done >= body.records, left };
}

/** Steps of an import, as its cursor counts them: customers that are known change first, then rows are added. */
const ROWS = 1;

/** Service calls of a run before known customers change. */
const SPENT = 12;

function changeKnown(run: Run, act: Act, resumed: boolean): Progress | null {
  const { changes } = act.body;
  if (changes.length === 0) return null;
  return carryOut(run, { ...act, body: { changes, tally: {} } }, new Slice(run, SPENT, 1), resumed);
}

function takeSlice(run: Run, act: Act, from: number, staged: readonly SourceRecord[] | null): number {
  const { body } = act;
  const again = staged === null;
  const site = from === 0 ? withNamedColumns(run, siteOf(run, body)) : siteOf(run, body);
  const { table } = site.customers;
  const { stage } = site;
  const records = staged?.slice(0, SLICE) ?? readStaged(stage, from, Math.min(SLICE, body.records - from)).records;
  const moment = momentOf(run, act.at);
  const planned = planAll(site, records, { today: moment.today, owners: body.owners, orders: body.orders });
  const { plans, idOf: knownId } = fated(body, planned, from);
  const number = firstOf(body, from / SLICE);
  const numbered = numberPlans(plans, number, knownId);
  const rows = numbered.flatMap(({ plan, id }) =>
    id === null || plan?.outcome !== 'created' ? [] : [customerOf(run, table, plan, id, { ...moment, actor: act.actor })],
  );
  writeCustomers(run, table, rows, again);
  const headers = stage.head.columns.map(({ header }) => header);
  const lines = numbered.flatMap(({ plan, id }, i) =>
    plan === null || plan.outcome === 'duplicate'
      ? []
      : asideLines(run, body.batch, plan, id, () => namedCells(headers, records[i]?.cells ?? [])),
  );
  quarantine(run, lines, again);
  writeOutcomes(
    stage,
    from,
    numbered.map(({ plan, id }) => outcomeOf(run, plan, id)),
  );
  return from + records.length;
}

function createdIn(plans: readonly (RowPlan | null)[]): number {
  return plans.filter((plan) => plan?.outcome === 'created').length;
}

interface Numbered {
  readonly plan: RowPlan | null;
  readonly id: string | null;
}

function numberPlans(plans: readonly (RowPlan | null)[], first: number, knownId: (at: number) => string | null): Numbered[] {
  let next = first;
  return plans.map((plan, at) => ({ plan, id: plan?.outcome === 'created' ? idOf(prefix, next++) : knownId(at) }));
}

function outcomeOf(run: Run, plan: RowPlan | null, id: string | null): Outcome {
  if (plan === null) return { outcome: 'header', reason: '', id: '' };
  const reason = plan.reason === undefined ? '' : say(run.state?.locale ?? 'zh-CN', plan.reason);
  return { outcome: plan.outcome, reason, id: id ?? '' };
}

function roleOfNewPeople(run: Run): string {
  return optionLabel(enumsInForce(run), 'role', 'sales', run.state?.locale ?? 'zh-CN') ?? '';
}

/** The kind of act, for whoever finishes or takes back what is open. People added with it stay: others may have got customers since. */
export const importKind = {
  resume(run: Run, head: Parameters<typeof readTransaction>[1]): ActResult {
    const act = readTransaction<ImportBody>(run, head);
    if (readStage(run, act.body.batch) !== null) return proceedImport(run, act, null);
    // Its records are gone from the Import sheet: what came in stays, and can be taken back.
    markTransaction(run, act, 'done');
    if (openHead(run) !== null) clearOpen(run);
    return { txn: act.txn, done: act.body.records, of: act.body.records, finished: true, left: 0 };
  },

  changes(body: unknown): readonly Change[] {
    const { first, created, row, changes } = body as ImportBody;
    const rows = Array.from({ length: sum(created) }, (_, i) => ({ id: idOf(prefix, first + i), at: row - FIRST_ROW + i }));
    return [...changes, { type: 'added', sheet: 'customers', rows, way: wayOf(rows), from: null }];
  },
};

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
