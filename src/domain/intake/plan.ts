// What becomes of responses: new customers, answers of known ones to be looked at, and what nobody can use.
import type { Cell } from '../../template/types';
import type { Rows } from '../acts/rows';
import { doorColumns, doorMatches } from '../door/door';
import { identifiers, nameKey, numbers } from '../door/identity';
import type { DoorWeights } from '../door/weigh';
import type { SourceRecord } from '../import/csv';
import { planRows } from '../import/index';
import type { MappedColumn, PlanContext, RowPlan } from '../import/row-plan';

type Cells = Readonly<Record<string, Cell>>;

export interface PlannedResponse {
  readonly plan: RowPlan;
  readonly outcome: 'created' | 'known' | 'invalid';
  /** Whom it is about: where he stands among the customers, or which response of these made him one; null unless known. */
  readonly same: { readonly row: number } | { readonly response: number } | null;
}

/** Provisional ids sort behind those that were given, so that of two alike the customer who is there already comes first. */
const provisional = (index: number) => `response-${String(index).padStart(8, '0')}`;

/**
 * Plans responses in their order: of two from one person the first makes the customer, and the second is known.
 * @param customers the columns the door compares
 * @param learned what the last search for duplicates made of them
 */
export function planResponses(
  records: readonly SourceRecord[],
  mapping: readonly MappedColumn[],
  context: PlanContext,
  customers: Rows,
  learned?: DoorWeights,
): PlannedResponse[] {
  const plans = planRows(records, mapping, context);
  const keys = [...customers.columns].sort((a, b) => a[1] - b[1]).map(([key]) => key);
  const rowOf = (cells: Cells, i: number) => keys.map((key) => (key === 'customer_id' ? provisional(i) : (cells[key] ?? null)));
  const columns = new Map(keys.map((key, at) => [key, at] as const));
  const known = customers.rows.map((row) => keys.map((key) => row[(customers.columns.get(key) ?? 0) - customers.left] ?? null));
  const coming = plans.map(({ cells }, i) => rowOf(cells, i));
  const probes = plans.map(({ cells }, i) => ({ id: provisional(i), cells }));
  const matches = doorMatches({ columns, left: 0, rows: [...known, ...coming] }, probes, context, doorColumns, learned);
  const created = new Set<number>();
  return plans.map((plan, i) => {
    if (plan.outcome === 'invalid') return { plan, outcome: 'invalid', same: null };
    const same = (matches[i] ?? []).map(({ row }) => row).find((row) => row < known.length || created.has(row - known.length));
    if (same === undefined) {
      created.add(i);
      return { plan, outcome: 'created', same: null };
    }
    return { plan, outcome: 'known', same: same < known.length ? { row: same } : { response: same - known.length } };
  });
}

/** A cell of a known customer for which the form has another answer. */
export interface Difference {
  readonly column: string;
  readonly answer: Cell;
}

/** Columns whose answers join what stands there instead of taking its place, and what stands between. */
const JOINED: Readonly<Record<string, string>> = { remark: '\n', tags: '; ', other_im: '; ' };

/**
 * What a response says of a known customer that his record does not. Answers that cannot be read are not among it: they are problems of
 * the plan.
 * @param silent cells any response would give, e.g. defaults of a new customer
 */
export function differencesOf(
  { cells, issues }: RowPlan,
  asked: ReadonlySet<string>,
  silent: Cells,
  record: Cells,
  { columns }: PlanContext,
): Difference[] {
  const unreadable = new Set(issues.map(({ column }) => column));
  return Object.entries(cells).flatMap(([column, given]) => {
    const now = record[column] ?? null;
    if (unreadable.has(column) || (column in silent && !asked.has(column)) || saidElsewhere(column, given, record)) return [];
    const declared = columns[column];
    const answer = joined(column, now, given, declared !== undefined && 'max' in declared ? (declared.max ?? null) : null);
    return sameText(answer, now) ? [] : [{ column, answer }];
  });
}

/** Spellings of one text: case, width and spaces make no new answer. */
function sameText(a: Cell, b: Cell): boolean {
  return a === b || (a !== null && b !== null && nameKey(String(a)) === nameKey(String(b)));
}

const CONTACTS = new Set([...numbers, ...identifiers].map(([key]) => key));

/** Whether the record holds a way of contact in another place: a number among the landlines, an address among the social accounts. */
function saidElsewhere(column: string, given: Cell, record: Cells): boolean {
  const isNumber = (key: string) => numbers.some(([other]) => other === key);
  if (isNumber(column) && numbers.some(([other]) => record[other] === given)) return true;
  return CONTACTS.has(column) && String(record['other_im'] ?? '').includes(String(given));
}

function joined(column: string, now: Cell, given: Cell, max: number | null): Cell {
  const between = JOINED[column];
  if (between === undefined || now === null) return given;
  const known = String(now).split(between);
  const fresh = String(given).split(between);
  const whole = [...known, ...fresh.filter((part) => !known.includes(part))].join(between);
  return max !== null && whole.length > max ? given : whole;
}
