// What becomes of records whose customers are known: nothing, their empty cells filled, merged, or a customer of their own all the same.
import type { Cell } from '../../template/types';
import type { CellChange } from '../acts/change';
import { cellAt, filledCells, idsOf, tokensOf } from '../acts/rows';
import { contactKeys } from '../merge/contacts';
import { type MergeInput, mergedRecord } from '../merge/plan';
import { isPeoples, type MergeRecord } from '../merge/record';
import { survivorshipOf } from '../merge/survivorship';
import type { Match, Planned } from './match';
import type { RowPlan } from './row-plan';

export const knownChoices = ['skip', 'fill', 'merge', 'keep'] as const;

/** `skip`: left as they are · `fill`: empty cells only · `merge`: as when duplicates are merged · `keep`: another customer is made. */
export type KnownChoice = (typeof knownChoices)[number];

type Row = Readonly<Record<string, Cell>>;

export interface KnownInput
  extends Pick<MergeInput, 'customers' | 'context' | 'lists' | 'today' | 'stamp' | 'actor' | 'completeness'> {
  /** A record's name in notes it is quoted in, by its number. */
  sourceOf(record: number): string;
  /** The issues of a customer after some of its cells changed. */
  issueOf(cells: Row, keys: readonly string[]): Cell;
}

/** A record that is a customer of its own no more. */
export interface Fate {
  readonly record: number;
  readonly outcome: 'updated' | 'duplicate';
  readonly to: Pick<Match, 'with' | 'at'>;
}

export interface Settled {
  /** In the order of the file. */
  readonly fates: readonly Fate[];
  /** Of customers; one each. */
  readonly changes: readonly CellChange[];
  /** What a record that makes a customer takes from later ones that are the same, by its number. */
  readonly joined: ReadonlyMap<number, Row>;
}

/** Whose customer somebody is, a list does not decide (product.md §4.8). */
const NEVER = new Set(['owner']);

/** @param matches of `plans`, see match.ts; only certain ones count */
export function settleKnown(
  choice: KnownChoice,
  plans: readonly Planned[],
  matches: readonly (Match | null)[],
  input: KnownInput,
): Settled {
  const fates: Fate[] = [];
  const joined = new Map<number, Row>();
  const changed = new Map<number, MergeRecord>();
  const masterAt = (match: Match): MergeRecord => {
    if (match.with === 'customer') return changed.get(match.at) ?? recordOf(filledCells(input.customers, match.at));
    return recordOf(joined.get(match.at) ?? givenIn(plans[match.at]));
  };
  matches.forEach((match, record) => {
    if (choice === 'keep' || match === null || !match.certain) return;
    const master = masterAt(match);
    const taken = choice === 'skip' ? {} : takenFrom(choice, master, givenIn(plans[record]), record, input);
    const isTaken = Object.keys(taken).length > 0;
    fates.push({ record, outcome: isTaken ? 'updated' : 'duplicate', to: { with: match.with, at: match.at } });
    if (!isTaken) return;
    const cells = { ...master.cells, ...taken };
    if (match.with === 'customer') changed.set(match.at, recordOf(cells));
    else joined.set(match.at, cells);
  });
  const tokens = tokensOf(idsOf('customers', input.customers));
  const changes = [...changed].map(([row, { cells }]) => changeOf(tokens[row] ?? '', row, cells, input));
  return { fates, changes, joined };
}

/** What the file itself says of a row. */
function givenIn(plan: Planned | undefined): Row {
  const defaults = new Set(plan?.defaults);
  return Object.fromEntries(Object.entries(plan?.cells ?? {}).filter(([key]) => !defaults.has(key) && !NEVER.has(key)));
}

function recordOf(cells: Row): MergeRecord {
  return { id: String(cells['customer_id'] ?? ''), row: 0, cells, filled: 0 };
}

/** Cells the master gets from a record, those that differ alone. */
function takenFrom(
  choice: 'fill' | 'merge',
  master: MergeRecord,
  given: Row,
  record: number,
  input: KnownInput,
): Record<string, Cell> {
  const { today, lists } = input;
  // A status it brings is its own since today.
  const cells = 'sales_status' in given ? { ...given, status_since: today } : given;
  const other: MergeRecord = { id: input.sourceOf(record), row: 0, cells, filled: 0 };
  const chosen = choice === 'merge' ? mergedRecord([master, other], master, {}, input) : filledFrom(master, other);
  return Object.fromEntries(
    Object.entries(chosen).filter(
      ([key, cell]) => (isPeoples(key) || key === 'status_since') && cell !== null && cell !== (master.cells[key] ?? null),
    ),
  );

  function filledFrom(own: MergeRecord, from: MergeRecord): Record<string, Cell> {
    const group = { master: own, others: [from], today, lists, chosen: {} };
    const empty = Object.keys(from.cells).filter((key) => (own.cells[key] ?? null) === null && input.customers.columns.has(key));
    return Object.fromEntries(
      empty.map((key) => {
        // A rule may say no where a cell is empty: no city of another province.
        return [key, contactKeys.includes(key) ? (from.cells[key] ?? null) : survivorshipOf(key).choose(key, group)];
      }),
    );
  }
}

/** With what script keeps of a customer that changed. */
function changeOf(id: string, row: number, cells: Row, input: KnownInput): CellChange {
  const { customers, stamp, actor } = input;
  const keys = Object.keys(cells).filter((key) => cellAt(customers, row, key) !== cells[key] && cells[key] !== false);
  const issue = input.issueOf(cells, keys);
  const kept: Record<string, Cell> = {
    issue,
    completeness: input.completeness({ ...cells, issue }),
    updated_at: stamp,
    updated_by: actor,
  };
  const after: Record<string, Cell> = {};
  for (const key of keys) after[key] = cells[key] ?? null;
  for (const [key, cell] of Object.entries(kept)) {
    if (customers.columns.has(key) && cellAt(customers, row, key) !== cell) after[key] = cell;
  }
  return { id, before: Object.fromEntries(Object.keys(after).map((key) => [key, cellAt(customers, row, key)])), after };
}

/** Plans as their records came out: those known already make no customer, and those that took something in have it. */
export function withFates(
  plans: readonly Planned[],
  outcomeOf: (record: number) => Fate['outcome'] | null,
  joinedIn: (record: number) => Row | null,
): Planned[] {
  return plans.map((plan, record): Planned => {
    if (plan === null) return null;
    const outcome = outcomeOf(record);
    if (outcome !== null) return { ...plan, outcome };
    const joined = joinedIn(record);
    return joined === null ? plan : joinedPlan(plan, joined);
  });
}

function joinedPlan(plan: RowPlan, cells: Row): RowPlan {
  const keys = Object.keys(cells).filter((key) => plan.cells[key] !== cells[key]);
  // What concerns the whole row is that nobody can be reached.
  const isReached = keys.some((key) => contactKeys.includes(key));
  const issues = plan.issues.filter(({ column }) => (column === null ? !isReached : !keys.includes(column)));
  return { ...plan, cells: { ...plan.cells, ...cells }, defaults: plan.defaults.filter((key) => !keys.includes(key)), issues };
}
