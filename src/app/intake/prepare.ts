// Works out what the next responses of the linked form become, before anything is written.
import { dateOrders, type PlanContext, planRows } from '../../domain/import/index';
import { differencesOf, type PlannedResponse, planResponses } from '../../domain/intake/plan';
import { mappingOf, stampColumn, untaken } from '../../domain/intake/response';
import { Refusal } from '../../domain/refusal';
import { learnedWeights, readIdentity, recordsAt } from '../../gateway/door';
import { idOf, lastNumber } from '../../gateway/ids';
import { mayWriteRows } from '../../gateway/import-rights';
import { type AsideLine, customersToAppendTo } from '../../gateway/import-rows';
import { type FormLink, linkOf, readResponses, type TakenLedger, type TakenLine } from '../../gateway/intake';
import { kindContext } from '../../gateway/reading';
import type { Run, Sheet } from '../../gateway/run';
import { labelOf, readHead, readTable, recordOf, type Table } from '../../gateway/table';
import { say } from '../../i18n/index';
import { optionLabel, workbook } from '../../template/index';
import type { Cell } from '../../template/types';
import { asideLines, customerOf, namedCells } from '../import-record';

/** Responses of one act. */
const SLICE = 200;
/** Known customers read one by one; where there are more, the table is read whole. */
const MOST_READS = 40;

const { columns, oneOf } = workbook.sheets.customers;
const { prefix } = columns.customer_id;

/** What batches of a form begin with in Quarantine: answers of known customers, and what could not be read. */
export const DIFFERENCES = 'D-';
export const PROBLEMS = 'F-';

type Row = Readonly<Record<string, Cell>>;

/** All that is to be written, as the journal holds it: whichever run carries it out writes the same. */
export interface IntakeBody {
  /** New customers, whole, with their ids. */
  readonly created: readonly Row[];
  /** 1-based sheet row the first of them was to go to; he goes lower where somebody typed there meanwhile. */
  readonly row: number;
  /** Lines of Quarantine; their batch lacks its number, which is the act's. */
  readonly asides: readonly AsideLine[];
  readonly taken: readonly TakenLine[];
}

export interface Prepared {
  readonly body: IntakeBody;
  /** The customers with their ids. */
  readonly table: Table;
  /** Responses left for the next act. */
  readonly left: number;
}

/** The sheet of the linked form; null when none is linked or it is gone. */
export function linkedSheet(run: Run): Sheet | null {
  const link = linkOf(run);
  return link === null ? null : run.ss.getSheetById(link.sheet);
}

/**
 * Prepares the next slice; null when no response waits.
 * @throws Refusal `act.closed` when rows of customers are closed to the runner: then all of them wait
 */
export function prepareIntake(run: Run, link: FormLink, sheet: Sheet, ledger: TakenLedger): Prepared | null {
  const responses = readResponses(run, sheet);
  const waiting = untaken(responses, ledger.keys);
  const some = waiting.slice(0, SLICE);
  if (some.length === 0) return null;
  const head = readHead(run, 'customers');
  const identity = readIdentity(run, undefined, head);
  const mapping = mappingOf(responses, link.columns);
  const context = contextOf(run);
  const dated = { ...context, dateOrders: dateOrders(responses.records, mapping, columns, context) };
  const stamp = stampColumn(responses);
  const planned = planResponses(
    // When it came is in the ledger; it is no answer.
    some.map(({ record: { line, cells } }) => ({ line, cells: cells.map((cell, i) => (i === stamp ? '' : cell)) })),
    mapping,
    dated,
    identity,
    learnedWeights(run),
  );
  const row = head.sheet.getDataRange().getLastRow() + 1;
  const count = planned.filter(({ outcome }) => outcome === 'created').length;
  if (!mayWriteRows(run, head, row, count)) throw new Refusal('act.closed', { sheet: labelOf(run, 'customers') });

  let number = lastNumber(run, identity, 'customer_id', prefix);
  const created = planned.map(({ plan, outcome }) => {
    const entered = { today: run.today, stamp: run.stamp, actor: run.actor };
    return outcome === 'created' ? customerOf(run, head, plan, idOf(prefix, ++number), entered) : null;
  });
  const known = knownRecords(run, head, planned, created);
  const asked = new Set(mapping.flatMap(({ key }) => key ?? []));
  const silent = defaultsOf(context);
  const asides = planned.flatMap((one, i) => {
    const original = () => namedCells(responses.headers, some[i]?.record.cells ?? []);
    const record = known[i] ?? null;
    if (record === null) return asideLines(run, PROBLEMS, one.plan, textIn(created[i], 'customer_id'), original);
    return reviewLines(run, one, record, { asked, silent, context, original });
  });
  const taken = some.map(({ key }, i) => ({
    response: key,
    outcome: planned[i]?.outcome ?? 'invalid',
    record_id: textIn(created[i] ?? known[i], 'customer_id'),
  }));
  const body = { created: created.filter((record) => record !== null), row, asides, taken };
  return {
    body,
    table: { ...identity, columns: head.columns, labels: head.labels, lastRow: row - 1 },
    left: waiting.length - some.length,
  };
}

/**
 * Prepares a customer from one response a person looked at, whoever he resembles.
 * @param key what the ledger remembers of it, so that a second try makes no second customer
 * @throws Refusal `intake.nobody` when it names nobody, `act.closed`
 */
export function prepareAnew(run: Run, link: FormLink, original: Readonly<Record<string, string>>, key: string): Prepared {
  const headers = Object.keys(original);
  const stamp = stampColumn({ headers, records: [] });
  const cells = Object.values(original).map((cell, i) => (i === stamp ? '' : cell));
  const [plan] = planRows([{ line: 1, cells }], mappingOf({ headers, records: [] }, link.columns), contextOf(run));
  if (plan === undefined || plan.outcome === 'invalid') throw new Refusal('intake.nobody');
  const { table, below: row } = customersToAppendTo(run);
  if (!mayWriteRows(run, table, row, 1)) throw new Refusal('act.closed', { sheet: labelOf(run, 'customers') });
  const id = idOf(prefix, lastNumber(run, table, 'customer_id', prefix) + 1);
  const record = customerOf(run, table, plan, id, { today: run.today, stamp: run.stamp, actor: run.actor });
  const asides = asideLines(run, PROBLEMS, plan, id, () => original);
  return {
    body: { created: [record], row, asides, taken: [{ response: key, outcome: 'created', record_id: id }] },
    table,
    left: 0,
  };
}

function contextOf(run: Run): PlanContext {
  const kinds = { ...kindContext(run) };
  const source = optionLabel(kinds.enums, 'source', 'website', kinds.locale);
  return { ...kinds, columns, oneOf, given: source === null ? {} : { source } };
}

/** Cells any new customer has, whatever he answered. */
function defaultsOf(context: PlanContext): Row {
  const [plan] = planRows([{ line: 1, cells: ['x'] }], [{ index: 0, header: '', to: 'column', key: 'name' }], context);
  return plan?.cells ?? {};
}

function textIn(record: Row | null | undefined, key: string): string | null {
  const cell = record?.[key] ?? null;
  return cell === null ? null : String(cell);
}

/** The record of each known customer as it stands, or as an earlier response of this slice makes it; null for all others. */
function knownRecords(
  run: Run,
  head: Table,
  planned: readonly PlannedResponse[],
  created: readonly (Row | null)[],
): (Row | null)[] {
  const rows = [...new Set(planned.flatMap(({ same }) => (same !== null && 'row' in same ? [same.row] : [])))];
  const whole = rows.length > MOST_READS ? readTable(run, 'customers') : null;
  const records = whole === null ? recordsAt(run, head, rows) : rows.map((row) => recordOf(whole, whole.rows[row] ?? []));
  const byRow = new Map(rows.map((row, i) => [row, records[i] ?? null] as const));
  return planned.map(({ same }) => {
    if (same === null) return null;
    return 'row' in same ? (byRow.get(same.row) ?? null) : (created[same.response] ?? null);
  });
}

interface Reviewed {
  readonly asked: ReadonlySet<string>;
  readonly silent: Row;
  readonly context: PlanContext;
  original(): Readonly<Record<string, string>>;
}

/** Lines for a person to look at: what a known customer answered otherwise, and what of his answers could not be read. */
function reviewLines(
  run: Run,
  { plan }: PlannedResponse,
  record: Row,
  { asked, silent, context, original }: Reviewed,
): AsideLine[] {
  const line = { row_no: plan.line, record_id: textIn(record, 'customer_id'), suggestion: null, original: null };
  const differences = differencesOf(plan, asked, silent, record, context).map(({ column, answer }) => {
    const reason = say(context.locale, { code: 'intake.known' });
    return { ...line, batch: DIFFERENCES, column_key: column, value: String(answer), reason };
  });
  const asides = asideLines(run, PROBLEMS, plan, line.record_id, original);
  const typed = plan.issues.flatMap(({ column, reason }) => {
    const value = column === null || asides.some(({ column_key }) => column_key === column) ? null : textIn(plan.cells, column);
    return value === null ? [] : [{ ...line, batch: PROBLEMS, column_key: column, value, reason: say(context.locale, reason) }];
  });
  const [first, ...others] = [...differences, ...asides, ...typed];
  return first === undefined ? [] : [{ ...first, original: JSON.stringify(original()) }, ...others];
}
