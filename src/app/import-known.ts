// Known customers in an import: found in one read of the customers, settled before anything is written, the same in every slice.
import type { CellForecast, ImportForecast, ImportMatches, PossibleDuplicate } from '../contract/import-api';
import type { Page } from '../contract/wire';
import type { CellChange, Change } from '../domain/acts/change';
import { idsOf, textAt } from '../domain/acts/rows';
import {
  type Fate,
  type KnownChoice,
  knownChoices,
  type Match,
  matchesOf,
  nameIn,
  type Planned,
  settleKnown,
  withFates,
} from '../domain/import/index';
import { isPeoples } from '../domain/merge/record';
import { closedTo } from '../gateway/acts';
import { idOf } from '../gateway/ids';
import { enumsInForce } from '../gateway/options';
import { kindContext } from '../gateway/reading';
import type { Run } from '../gateway/run';
import type { Table } from '../gateway/table';
import { workbook } from '../template/index';
import type { Cell } from '../template/types';
import { completenessIn, settledIssue } from './facts';
import { pageOf } from './pages';

const { prefix } = workbook.sheets.customers.columns.customer_id;

/** Of what the journal holds of an import: who was known, and what is done about it. */
export interface KnownPart {
  readonly changes: readonly Change[];
  /** Records that make no customer: number, the customer's id, what came of it. */
  readonly known: readonly (readonly [number, string, Fate['outcome']])[];
  /** What records take from later ones. */
  readonly joined: readonly (readonly [number, Readonly<Record<string, Cell>>])[];
  readonly possible: readonly PossibleDuplicate[];
}

const NOBODY: KnownPart = { changes: [], known: [], joined: [], possible: [] };

interface Seen {
  readonly customers: Table;
  readonly matches: readonly (Match | null)[];
}

function seen(run: Run, customers: Table, plans: readonly Planned[]): Seen {
  return { customers, matches: matchesOf(customers, plans, kindContext(run)) };
}

function settled(run: Run, batch: string, choice: KnownChoice, plans: readonly Planned[], { customers, matches }: Seen) {
  return settleKnown(choice, plans, matches, {
    customers,
    context: kindContext(run),
    lists: enumsInForce(run),
    today: run.today,
    stamp: run.stamp,
    actor: run.actor,
    completeness: (cells) => completenessIn(run, customers, cells),
    issueOf: (cells, keys) => settledIssue(run, customers, cells, keys),
    sourceOf: (record) => `${batch}/${plans[record]?.line ?? 0}`,
  });
}

/**
 * @param customers whole, unless all rows are kept
 * @param first number of the first customer the import makes
 */
export function knownPart(
  run: Run,
  batch: string,
  choice: KnownChoice,
  customers: Table,
  plans: readonly Planned[],
  first: number,
): KnownPart {
  if (choice === 'keep') return NOBODY;
  const look = seen(run, customers, plans);
  const { fates, changes, joined } = settled(run, batch, choice, plans, look);
  const gone = new Set(fates.map(({ record }) => record));
  let next = first;
  const made = plans.map((plan, record) => (plan?.outcome === 'created' && !gone.has(record) ? idOf(prefix, next++) : ''));
  const idAt = (to: Pick<Match, 'with' | 'at'>) =>
    to.with === 'customer' ? textAt(look.customers, to.at, 'customer_id') : (made[to.at] ?? '');
  return {
    changes: cellsOf(changes),
    known: fates.map(({ record, outcome, to }) => [record, idAt(to), outcome]),
    joined: [...joined],
    possible: look.matches.flatMap((match, record) =>
      match?.certain === false ? [{ row: plans[record]?.line ?? 0, id: made[record] ?? '', other: idAt(match) }] : [],
    ),
  };
}

function cellsOf(records: readonly CellChange[]): Change[] {
  return records.length === 0 ? [] : [{ type: 'cells', sheet: 'customers', records }];
}

/** Plans of a slice as they come out, and the ids of those that make no customer. */
export function fated(
  part: KnownPart,
  plans: readonly Planned[],
  from: number,
): { plans: Planned[]; idOf(at: number): string | null } {
  const known = new Map(part.known.map(([record, id, outcome]) => [record, { id, outcome }]));
  const joined = new Map(part.joined);
  return {
    plans: withFates(
      plans,
      (at) => known.get(from + at)?.outcome ?? null,
      (at) => joined.get(from + at) ?? null,
    ),
    idOf: (at) => known.get(from + at)?.id ?? null,
  };
}

/** What an import would do, for each choice; of one of them cell by cell. */
export function matchesView(
  run: Run,
  batch: string,
  customers: Table,
  plans: readonly Planned[],
  choice: KnownChoice,
  page: number,
): ImportMatches {
  const look = seen(run, customers, plans);
  const rows = plans.filter((plan) => plan?.outcome === 'created').length;
  const outcomes = knownChoices.map((each) => [each, settled(run, batch, each, plans, look)] as const);
  const forecast = ({ fates, changes }: ReturnType<typeof settled>): ImportForecast => ({
    created: rows - fates.length,
    updated: fates.filter(({ outcome }) => outcome === 'updated').length,
    duplicate: fates.filter(({ outcome }) => outcome === 'duplicate').length,
    cells: changes.reduce((sum, { after }) => sum + Object.keys(after).filter(isPeoples).length, 0),
  });
  const chosen = outcomes.find(([each]) => each === choice)?.[1].changes ?? [];
  return {
    certain: look.matches.filter((match) => match?.certain).length,
    possible: look.matches.filter((match) => match?.certain === false).length,
    quarantined: plans.filter((plan) => plan?.outcome === 'invalid').length,
    choices: Object.fromEntries(outcomes.map(([each, one]) => [each, forecast(one)])) as ImportMatches['choices'],
    cells: cellViews(look.customers, chosen, page),
    closed: chosen.length === 0 ? null : closedTo(run, cellsOf(chosen)).reason,
  };
}

/** Cells before and after, the page of them that is shown. */
function cellViews(customers: Table, changes: readonly CellChange[], page: number): Page<CellForecast> {
  const cells = changes.flatMap((change) =>
    Object.keys(change.after)
      .filter(isPeoples)
      .map((key) => ({ change, key })),
  );
  const { items, ...rest } = pageOf(cells, page);
  const rows = new Map(idsOf('customers', customers).map((id, row) => [id, row]));
  const view = ({ change: { id, before, after }, key }: (typeof cells)[number]): CellForecast => {
    const row = rows.get(id);
    return {
      id,
      name: row === undefined ? id : nameIn(customers, row),
      column: customers.labels[customers.columns.get(key) ?? -1] || key,
      before: String(before[key] ?? ''),
      after: String(after[key] ?? ''),
    };
  };
  return { items: items.map(view), ...rest };
}
