// Who the rows of a file are already: a customer, or an earlier row of the same file, as sure as a search for duplicates would be.
import type { Cell } from '../../template/types';
import { cellAt, type Rows, textAt } from '../acts/rows';
import { keyMatches } from '../door/door';
import { comparedKeys } from '../duplicates/columns';
import { type Levels, levelsIn } from '../duplicates/groups';
import type { KindContext } from '../kinds/index';
import { totalOf } from '../linkage/explain';
import type { RowPlan } from './row-plan';

/** Whom a record of a file is, or may be. */
export interface Match {
  /** `customer`: a 0-based row of the table; `record`: the 0-based number of an earlier record. */
  readonly with: 'customer' | 'record';
  readonly at: number;
  /** False: likely, and for a person to decide. */
  readonly certain: boolean;
}

/** A record that comes in; null for titles and the header. */
export type Planned = RowPlan | null;

/** Members of a group among which the best is looked for. */
const MOST_WEIGHED = 20;

/**
 * For each record whom it matches, if anybody: a customer before another record, and of several the one with the strongest evidence. All
 * is judged at once, the customers and the file as one table.
 */
export function matchesOf(customers: Rows, plans: readonly Planned[], context: KindContext): (Match | null)[] {
  const found = plans.map((): Match | null => null);
  const own = plans.flatMap((plan, at) => (plan?.outcome === 'created' ? [at] : []));
  if (customers.rows.length + own.length < 2) return found;
  const first = customers.rows.length;
  const file = own.map((at) => plans[at]?.cells ?? {});
  const levels = levelsIn(together(customers, file), context, []);
  const fellows = fellowsIn(levels);
  own.forEach((at, i) => {
    const row = first + i;
    const known = (['exact', 'near'] as const).map((certainty) => fellows(certainty, row));
    const among = known.flatMap(
      (rows) =>
        best(
          levels,
          row,
          rows.filter((other) => other < first),
        ) ?? [],
    )[0];
    const before = known.flatMap((rows) => rows.find((other) => other >= first && other < row) ?? [])[0];
    if (among !== undefined) found[at] = { with: 'customer', at: among, certain: true };
    else if (before !== undefined) found[at] = followed(found, own[before - first] ?? 0, true);
    else found[at] = likely(fellows('review', row));

    function likely(rows: readonly number[]): Match | null {
      const customer = best(
        levels,
        row,
        rows.filter((other) => other < first),
      );
      if (customer !== undefined) return { with: 'customer', at: customer, certain: false };
      const earlier = rows.find((other) => other >= first && other < row);
      return earlier === undefined ? null : followed(found, own[earlier - first] ?? 0, false);
    }
  });
  // Too little evidence for the table as a whole may still be what a person entering the row would be told.
  const silent = own.filter((at) => found[at] === null);
  const probes = silent.map((at) => ({ id: null, cells: plans[at]?.cells ?? {} }));
  keyMatches(customers, probes, context).forEach(([met], i) => {
    const at = silent[i];
    if (met !== undefined && at !== undefined) found[at] = { with: 'customer', at: met.row, certain: false };
  });
  return found;
}

/** A record that is an earlier one is whoever that one is. */
function followed(found: readonly (Match | null)[], at: number, certain: boolean): Match {
  const whose = found[at] ?? null;
  return whose?.certain ? { ...whose, certain } : { with: 'record', at, certain };
}

/** Customers and records in one table, of what is compared alone; a record has an id like no customer's. */
function together(customers: Rows, file: readonly Readonly<Record<string, Cell>>[]): Rows {
  const keys = ['customer_id', ...comparedKeys];
  const known = customers.rows.map((_, row) => keys.map((key) => cellAt(customers, row, key)));
  const fresh = file.map((cells, i) => [`@${i}`, ...comparedKeys.map((key) => cells[key] ?? null)]);
  return { columns: new Map(keys.map((key, at) => [key, at])), left: 0, rows: [...known, ...fresh] };
}

type Fellows = (certainty: keyof Levels['groups'], row: number) => readonly number[];

/** The other rows of a row's group, in the order of the table. */
function fellowsIn({ place, groups }: Levels): Fellows {
  const listed = (group: Int32Array) => {
    const members = new Map<number, number[]>();
    place.forEach((at, row) => {
      const name = group[at] ?? 0;
      const list = members.get(name);
      if (list === undefined) members.set(name, [row]);
      else list.push(row);
    });
    return members;
  };
  const members = { exact: listed(groups.exact), near: listed(groups.near), review: listed(groups.review) };
  return (certainty, row) => {
    const name = groups[certainty][place[row] ?? 0] ?? 0;
    return (members[certainty].get(name) ?? []).filter((other) => other !== row);
  };
}

function best({ weigh }: Levels, row: number, others: readonly number[]): number | undefined {
  if (others.length < 2) return others[0];
  const weighed = others.slice(0, MOST_WEIGHED).map((other) => ({ other, worth: totalOf(weigh(row, other)) }));
  return weighed.reduce((a, b) => (b.worth > a.worth ? b : a)).other;
}

/** How a customer is called in a list. */
export function nameIn(customers: Rows, row: number): string {
  return textAt(customers, row, 'name') || textAt(customers, row, 'company');
}
