// Carrying out an import: staged records become customers, a slice a run; journaled by ids alone, finished after a killed run.
import type { ActResult } from '../contract/duplicates-api';
import type { ImportProgress, ImportResult } from '../contract/import-api';
import { type Change, wayOf } from '../domain/acts/change';
import { dateOrders, planRows, type RowPlan, type SourceRecord, type Tally, tally, unknownOwners } from '../domain/import/index';
import { issueText } from '../domain/issues';
import type { DateOrder } from '../domain/kinds/index';
import { Refusal } from '../domain/refusal';
import { idOf, lastNumber, raiseTo, reservedUpTo } from '../gateway/ids';
import {
  type AsideLine,
  addPeople,
  customersToAppendTo,
  nameSpareColumns,
  quarantine,
  rowBelow,
  rowOfCustomer,
  writeCustomers,
} from '../gateway/import-rows';
import { type Outcome, readStage, readStaged, type Stage, writeOutcomes } from '../gateway/import-stage';
import {
  clearOpen,
  closeOldActs,
  markTransaction,
  openHead,
  openTransaction,
  readHeads,
  readTransaction,
  saveCursor,
  type Transaction,
} from '../gateway/journal';
import { enumsInForce } from '../gateway/options';
import { kindContext } from '../gateway/reading';
import { momentOf, type Run } from '../gateway/run';
import { FIRST_ROW, type Table } from '../gateway/table';
import { say } from '../i18n/index';
import { optionLabel, workbook } from '../template/index';
import type { Cell } from '../template/types';

/** Records carried out in one run: planning and writing them stays far under six minutes. */
const SLICE = 10_000;
const { prefix } = workbook.sheets.customers.columns.customer_id;
const { columns, oneOf } = workbook.sheets.customers;

/** What the journal holds of an import: settled before the first row is written, and the same whichever run carries it out. */
interface ImportBody {
  readonly batch: string;
  /** Number of the first customer's id, and how many each slice brings. */
  readonly first: number;
  readonly created: readonly number[];
  /** 1-based sheet row of the first customer. */
  readonly row: number;
  readonly records: number;
  readonly orders: readonly (readonly [number, DateOrder])[];
  /** New people accepted with the import. */
  readonly owners: readonly string[];
  readonly tally: Tally;
}

type Act = Transaction<ImportBody>;

/** Opens the act of a batch: everything is planned, nothing is written but the journal. Call under the lock, with no act open. */
export function beginImport(run: Run, batch: string, acceptOwners: boolean): Act {
  const stage = requireStage(run, batch);
  const { records } = readStaged(stage, 0, stage.size);
  const mapping = stage.head.columns;
  const known = kindContext(run);
  const data = records.filter(({ line }) => line >= stage.head.dataLine);
  const owners = acceptOwners ? unknownOwners(data, mapping, columns, known).map(({ name }) => name) : [];
  const orders = dateOrders(data, mapping, columns, known);
  const plans = planAll(run, stage, records, { today: run.today, owners, orders: [...orders] });
  const table = customersToAppendTo(run);
  const created: number[] = [];
  for (let from = 0; from < plans.length; from += SLICE) created.push(createdIn(plans.slice(from, from + SLICE)));
  const body: ImportBody = {
    batch,
    first: lastNumber(run, table, 'customer_id', prefix) + 1,
    created,
    row: rowBelow(table),
    records: records.length,
    orders: [...orders],
    owners,
    tally: tally(plans.filter((plan) => plan !== null)),
  };
  return openTransaction(run, 'import', body, sum(created));
}

/**
 * Carries out the next slice. Every write first looks whether it was done, so a slice killed anywhere is simply taken again.
 * @param again false only right after {@link beginImport}
 */
export function proceedImport(run: Run, act: Act, again: boolean): ActResult {
  const { body } = act;
  const stage = requireStage(run, body.batch);
  const last = body.first + sum(body.created) - 1;
  // Raised before the first row is written, so that nobody is given these numbers meanwhile.
  if (reservedUpTo(run, prefix) < last) raiseTo(run, prefix, last);
  const from = openHead(run)?.cursor?.from ?? 0;
  if (from === 0) addPeople(run, body.owners, roleOfNewPeople(run));
  const done = takeSlice(run, act, stage, from, again);
  if (done < body.records) saveCursor(run, { step: 0, from: done });
  else {
    markTransaction(run, act, 'done');
    closeOldActs(run, readHeads(run));
  }
  return { txn: act.txn, done, of: body.records, finished: done >= body.records, left: 0 };
}

function takeSlice(run: Run, act: Act, stage: Stage, from: number, again: boolean): number {
  const { body } = act;
  const { records } = readStaged(stage, from, Math.min(SLICE, body.records - from));
  const moment = momentOf(run, act.at);
  const plans = planAll(run, stage, records, { ...moment, owners: body.owners, orders: body.orders });
  const number = body.first + sum(body.created.slice(0, from / SLICE));
  const table = customersToAppendTo(run);
  const numbered = numberPlans(plans, number);
  const rows = numbered.flatMap(({ plan, id }) =>
    id === null || plan === null ? [] : [recordOf(run, act, table, plan, id, moment)],
  );
  const stands = again && rows.length > 0 ? rowOfCustomer(table, idOf(prefix, number)) : null;
  if (from === 0) nameSpareColumns(table, spareNames(stage));
  writeCustomers(table, stands ?? rowBelow(table), rows, stands !== null);
  quarantine(run, asideLines(run, body.batch, stage, records, numbered), again);
  writeOutcomes(
    stage,
    from,
    numbered.map(({ plan, id }) => outcomeOf(run, plan, id)),
  );
  return from + records.length;
}

interface Circumstances {
  readonly today: string;
  readonly owners: readonly string[];
  readonly orders: readonly (readonly [number, DateOrder])[];
}

/** A plan a record; null for titles and the header. */
function planAll(
  run: Run,
  stage: Stage,
  records: readonly SourceRecord[],
  { today, owners, orders }: Circumstances,
): (RowPlan | null)[] {
  const context = kindContext(run);
  const accepted = new Set(owners);
  const lookup = (sheet: string, text: string) =>
    context.lookup?.(sheet, text) ?? (sheet === 'users' && accepted.has(text) ? text : null);
  const { homeRegion, enums, locale } = context;
  const shared = { locale, homeRegion, enums, today, lookup, columns, oneOf, dateOrders: new Map(orders) };
  const regions = context.regions === undefined ? {} : { regions: context.regions };
  const data = records.filter(({ line }) => line >= stage.head.dataLine);
  const plans = planRows(data, stage.head.columns, { ...shared, ...regions });
  let next = 0;
  return records.map(({ line }) => (line < stage.head.dataLine ? null : (plans[next++] ?? null)));
}

function createdIn(plans: readonly (RowPlan | null)[]): number {
  return plans.filter((plan) => plan?.outcome === 'created').length;
}

interface Numbered {
  readonly plan: RowPlan | null;
  readonly id: string | null;
}

function numberPlans(plans: readonly (RowPlan | null)[], first: number): Numbered[] {
  let next = first;
  return plans.map((plan) => ({ plan, id: plan?.outcome === 'created' ? idOf(prefix, next++) : null }));
}

function recordOf(
  run: Run,
  act: Act,
  table: Table,
  { cells, issues }: RowPlan,
  id: string,
  { today, stamp }: { readonly today: string; readonly stamp: string },
): Record<string, Cell> {
  const label = (key: string) => table.labels[table.columns.get(key) ?? -1] ?? key;
  return {
    ...cells,
    customer_id: id,
    issue: issueText(issues, label, run.state?.locale ?? 'zh-CN'),
    status_since: today,
    claimed_at: cells['owner'] === undefined ? null : today,
    created_at: stamp,
    created_by: act.actor,
    updated_at: stamp,
    updated_by: act.actor,
  };
}

function asideLines(
  run: Run,
  batch: string,
  stage: Stage,
  records: readonly SourceRecord[],
  numbered: readonly Numbered[],
): AsideLine[] {
  const locale = run.state?.locale ?? 'zh-CN';
  return numbered.flatMap(({ plan, id }, i) => {
    if (plan === null) return [];
    const line = { batch, row_no: plan.line, record_id: id, column_key: null, value: null, suggestion: null, original: null };
    const whole =
      plan.reason === undefined
        ? []
        : [{ ...line, reason: say(locale, plan.reason), original: JSON.stringify(named(stage, records[i]?.cells ?? [])) }];
    const cells = plan.asides.map(({ column, value, reason, suggestion }) => ({
      ...line,
      column_key: column,
      value,
      reason: say(locale, reason),
      suggestion: suggestion ?? null,
    }));
    return [...whole, ...cells];
  });
}

/** A record as people know it: by the file's headers; a number where one is missing or stands twice. */
function named(stage: Stage, cells: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  cells.forEach((cell, i) => {
    if (cell === '') return;
    const header = stage.head.columns[i]?.header ?? '';
    record[header === '' || header in record ? `${header}#${i + 1}` : header] = cell;
  });
  return record;
}

function outcomeOf(run: Run, plan: RowPlan | null, id: string | null): Outcome {
  if (plan === null) return { outcome: 'header', reason: '', id: '' };
  const reason = plan.reason === undefined ? '' : say(run.state?.locale ?? 'zh-CN', plan.reason);
  return { outcome: plan.outcome, reason, id: id ?? '' };
}

function spareNames(stage: Stage): Record<string, string> {
  const custom = stage.head.columns.filter(({ to, key }) => to === 'custom' && key !== null);
  return Object.fromEntries(custom.map(({ key, header }) => [key, header]));
}

function roleOfNewPeople(run: Run): string {
  return optionLabel(enumsInForce(run), 'role', 'sales', run.state?.locale ?? 'zh-CN') ?? '';
}

function requireStage(run: Run, batch: string): Stage {
  const stage = readStage(run, batch);
  if (stage === null) throw new Refusal('import.noBatch', { batch });
  return stage;
}

/** The kind of act, for whoever finishes or takes back what is open. People added with it stay: others may have got customers since. */
export const importKind = {
  resume(run: Run, head: Parameters<typeof readTransaction>[1]): ActResult {
    const act = readTransaction<ImportBody>(run, head);
    if (readStage(run, act.body.batch) !== null) return proceedImport(run, act, true);
    // Its records are gone from the Import sheet: what came in stays, and can be taken back.
    markTransaction(run, act, 'done');
    if (openHead(run) !== null) clearOpen(run);
    return { txn: act.txn, done: act.body.records, of: act.body.records, finished: true, left: 0 };
  },

  changes(body: unknown): readonly Change[] {
    const { first, created, row } = body as ImportBody;
    const rows = Array.from({ length: sum(created) }, (_, i) => ({ id: idOf(prefix, first + i), at: row - FIRST_ROW + i }));
    return [{ type: 'added', sheet: 'customers', rows, way: wayOf(rows), from: null }];
  },
};

/** The last import of a batch, finished or not; null when it was never begun. */
export function importOf(run: Run, batch: string): Act | null {
  const heads = readHeads(run).filter(({ kind, state }) => kind === 'import' && state !== 'closed');
  const head = heads[heads.length - 1];
  if (head === undefined) return null;
  const act = readTransaction<ImportBody>(run, head);
  return act.body.batch === batch ? act : null;
}

/** @param result what `proceedImport` answered; null when the act was finished by an earlier run */
export function progressOf(run: Run, act: Act, result: ActResult | null): ImportProgress {
  const { batch, records } = act.body;
  if (result !== null && !result.finished) return { batch, done: result.done, of: result.of, result: null };
  return { batch, done: records, of: records, result: resultOf(run, act) };
}

function resultOf(run: Run, act: Act): ImportResult {
  const { batch, tally: account, owners } = act.body;
  const table = customersToAppendTo(run);
  const label = (key: string | null) => (key === null ? null : (table.labels[table.columns.get(key) ?? -1] ?? null));
  const { reasons, ...counts } = account;
  return {
    batch,
    txn: act.txn,
    ...counts,
    columns: requireStage(run, batch).head.columns.map(({ key, why, ...column }) => ({
      ...column,
      key,
      label: label(key),
      why: why as ImportResult['columns'][number]['why'],
      examples: [],
    })),
    newOwners: owners,
    reasons: reasons.map(({ column, reason, count }) => ({ column: label(column), reason, count })),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
