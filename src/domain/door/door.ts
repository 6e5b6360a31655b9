// Who is at the door: customers that the ones being entered may be already, told by what identifies them.
import type { Cell, ColumnTemplate } from '../../template/types';
import { cellAt, columnOf, compareIds, type Rows, textAt } from '../acts/rows';
import type { KindContext } from '../kinds/index';
import { phoneLine } from '../kinds/phone-number';
import { comparedWith, doorColumns } from './door-columns';
import { CODE, identifiers, identityReader, isFiller, nameKey, numbers, spellingReader } from './identity';
import { NOBODY, namesakesOf } from './namesakes';
import { type DoorWeights, oddsOf, UNTAUGHT } from './weigh';

export { comparedWith, doorColumns } from './door-columns';

/** A record that is being entered or was just changed. */
export interface Probe {
  /** Its own id, with which it is never compared; null for one that has none yet. */
  readonly id: string | null;
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface DoorMatch {
  readonly id: string;
  /** 0-based among the rows of the table. */
  readonly row: number;
  /** Keys of the probe's columns in which they agree; `name` and `company` only together. In the template's order. */
  readonly same: readonly string[];
  /** `exact`: one name and one identifier; `near`: hardly ever wrong; `review`: a person has to look. */
  readonly certainty: 'exact' | 'near' | 'review';
}

/** Matches shown of one probe. */
const MOST = 3;

/** Candidates of one probe that are weighed. */
const MOST_WEIGHED = 200;
/** Bits from which on a match is shown, and from which on it is hardly ever wrong. */
const LIKELY = 0;
const NEAR_CERTAIN = 3;

/**
 * For each probe the records that may be the same customer, best first, at most three: those that share what identifies people, and those
 * of one name and company in another spelling, weighed as a search for duplicates weighs them.
 * @param only columns to compare, the names aside; absent: all the table has
 * @param learned what the last search for duplicates made of this table
 */
export function doorMatches(
  table: Rows,
  probes: readonly Probe[],
  context: KindContext,
  only: readonly string[] = doorColumns,
  learned: DoorWeights = UNTAUGHT,
): DoorMatch[][] {
  const keyed = keyMatches(table, probes, context, only);
  const isNamed = only.includes('name') || only.includes('company');
  const namesakes = isNamed ? namesakesOf(table, probes) : [];
  const keys = doorColumns.filter((key) => key === 'name' || key === 'company' || only.includes(key));
  const pick = (cell: (key: string) => Cell) => Object.fromEntries(keys.map((key) => [key, cell(key)]));
  return probes.map((probe, i) => {
    const known = (keyed[i] ?? []).slice(0, MOST_WEIGHED);
    const { rows, ...counts } = namesakes[i] ?? NOBODY;
    const seen = new Set(known.map(({ row }) => row));
    const others = rows.filter((row) => !seen.has(row) && textAt(table, row, 'customer_id') !== probe.id);
    const fresh = others.slice(0, MOST_WEIGHED - known.length).filter((row) => !differInCode(table, row, probe, context));
    if (fresh.length === 0 && known.every(({ certainty }) => certainty === 'exact')) return best(known);
    const records = [...known.map(({ row }) => row), ...fresh].map((row) => pick((key) => cellAt(table, row, key)));
    const mine = pick((key) => probe.cells[key] ?? null);
    const odds = oddsOf(mine, records, { rows: table.rows.length, ...counts }, learned);
    const certaintyOf = (at: number): DoorMatch['certainty'] => ((odds[at]?.unseen ?? 0) >= NEAR_CERTAIN ? 'near' : 'review');
    return best([
      ...known.map((match, at) => (match.certainty === 'exact' ? match : { ...match, certainty: certaintyOf(at) })),
      ...fresh.flatMap((row, k): DoorMatch[] => {
        const at = known.length + k;
        if ((odds[at]?.bits ?? 0) < LIKELY || !odds[at]?.isOneCompany) return [];
        return [{ id: textAt(table, row, 'customer_id'), row, same: ['name', 'company'], certainty: certaintyOf(at) }];
      }),
    ]);
  });
}

function best(matches: readonly DoorMatch[]): DoorMatch[] {
  return [...matches].sort(byWeight).slice(0, MOST);
}

function differInCode(table: Rows, row: number, { cells }: Probe, context: KindContext): boolean {
  const column = identifiers.find(([key]) => key === CODE)?.[1];
  const [mine, theirs] = [cells[CODE] ?? null, cellAt(table, row, CODE)];
  if (column === undefined || mine === null || theirs === null) return false;
  const read = identityReader(context);
  const [a, b] = [mine, theirs].map((raw) => read(CODE, column, raw, ''));
  return a != null && b != null && a !== b;
}

/**
 * For each probe all records that share what identifies people, as spelt by their kinds. Numbers are compared wherever they stand; a
 * landline counts among people of one name only, for a switchboard is everybody's. Two valid credit codes that differ are two customers.
 * @param only columns to compare, the names aside; absent: all the table has
 */
export function keyMatches(
  table: Rows,
  probes: readonly Probe[],
  context: KindContext,
  only: readonly string[] = doorColumns,
): DoorMatch[][] {
  const reader = keyReader(context, only);
  const asked = probes.map(({ cells }) => reader((key) => cells[key] ?? null));
  const byKey = new Map<string, number[]>();
  asked.forEach(({ keys }, probe) => {
    for (const key of keys.keys()) byKey.set(key, [...(byKey.get(key) ?? []), probe]);
  });
  const found = probes.map((): DoorMatch[] => []);
  if (byKey.size === 0) return found;
  const mayMeet = glance(table, new Set(byKey.keys()), context, only);
  for (let row = 0; row < table.rows.length; row++) {
    if (!mayMeet(row)) continue;
    const id = textAt(table, row, 'customer_id');
    if (id === '') continue;
    const known = reader((key) => cellAt(table, row, key));
    const met = new Set([...known.keys.keys()].flatMap((key) => byKey.get(key) ?? []));
    for (const probe of met) {
      const mine = asked[probe];
      if (mine === undefined || probes[probe]?.id === id) continue;
      const match = agreement(mine, known);
      if (match !== null) found[probe]?.push({ id, row, ...match });
    }
  }
  return found.map((matches) => matches.sort(byWeight));
}

/** What identifies one record. */
interface Identity {
  /** As in {@link nameKey}; empty where it says nothing. */
  readonly name: string;
  readonly code: string | null;
  /** Columns by what is compared, e.g. `tel:+8613…`. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

type CellsOf = (key: string) => Cell;
type Compared = readonly (readonly [key: string, column: ColumnTemplate])[];

/** Columns that are compared: numbers wherever they stand, and what else identifies. */
function comparedIn(only: readonly string[]): { readonly tel: Compared; readonly own: Compared; readonly isNamed: boolean } {
  const compared = new Set(only);
  return {
    tel: numbers.filter(([key]) => comparedWith(key).some((other) => compared.has(other))),
    own: identifiers.filter(([key]) => compared.has(key) && !numbers.some(([other]) => other === key)),
    isNamed: compared.has('name') || compared.has('company'),
  };
}

/**
 * A quick look at a row of the table: false where it certainly shares none of the keys. Nearly all rows are turned away by it, so nothing
 * is judged and nothing kept.
 */
function glance(
  table: Rows,
  wanted: ReadonlySet<string>,
  context: KindContext,
  only: readonly string[],
): (row: number) => boolean {
  const { tel, own, isNamed } = comparedIn(only);
  const spelt = spellingReader(context);
  const country = columnOf(table, 'country');
  const values = [
    ...tel.map(([key, column]) => ['tel', key, column] as const),
    ...own.map(([key, column]) => [key, key, column] as const),
  ]
    .map(([prefix, key, column]) => {
      const of = [...wanted].flatMap((one) => (one.startsWith(`${prefix}:`) ? [one.slice(prefix.length + 1)] : []));
      return { cells: columnOf(table, key), column, of: new Set(of) };
    })
    .filter(({ of }) => of.size > 0);
  const names = columnOf(table, 'name');
  const companies = columnOf(table, 'company');
  const who = new Set([...wanted].flatMap((one) => (one.startsWith(WHO) ? [one.slice(WHO.length).split('\n')[0] ?? ''] : [])));
  return (row) => {
    for (const { cells, column, of } of values) {
      const raw = cells(row);
      if (raw !== null && (of.has(raw as string) || of.has(spelt(column, raw, textOf(country(row))) ?? ''))) return true;
    }
    return isNamed && who.size > 0 && who.has(nameKey(textOf(names(row))) || nameKey(textOf(companies(row))));
  };
}

/** What stands before name and company in a key. */
const WHO = 'who:';

function keyReader(context: KindContext, only: readonly string[]): (cells: CellsOf) => Identity {
  const read = identityReader(context);
  const { tel, own, isNamed } = comparedIn(only);
  return (cells) => {
    const country = textOf(cells('country'));
    const keys = new Map<string, string[]>();
    const add = (value: string, column: string) => keys.set(value, [...(keys.get(value) ?? []), column]);
    for (const [key, column] of tel) {
      const raw = cells(key);
      const value = raw === null ? null : read(key, column, raw, country);
      if (value !== null) add(`tel:${value}`, key);
    }
    for (const [key, column] of own) {
      const raw = cells(key);
      const value = raw === null ? null : read(key, column, raw, country);
      if (value !== null) add(`${key}:${value}`, key);
    }
    const company = nameKey(textOf(cells('company')));
    // A row without a name goes by its company.
    const name = nameKey(textOf(cells('name'))) || company;
    if (isNamed && !isFiller(name) && !isFiller(company)) keys.set(`${WHO}${name}\n${company}`, ['name', 'company']);
    const code = identifiers.find(([key]) => key === CODE);
    const raw = code === undefined ? null : cells(CODE);
    return {
      name: isFiller(name) ? '' : name,
      code: code === undefined || raw === null ? null : read(CODE, code[1], raw, country),
      keys,
    };
  };
}

function textOf(cell: Cell): string {
  return cell === null ? '' : String(cell);
}

function agreement(mine: Identity, known: Identity): Pick<DoorMatch, 'same' | 'certainty'> | null {
  if (mine.code !== null && known.code !== null && mine.code !== known.code) return null;
  const sameName = mine.name !== '' && mine.name === known.name;
  const shared = [...mine.keys].filter(([key]) => known.keys.has(key) && (sameName || !isLandline(key)));
  if (shared.length === 0) return null;
  const same = new Set(shared.flatMap(([, columns]) => columns));
  const personal = shared.some(([key]) => !key.startsWith('who:') && !isLandline(key));
  return { same: doorColumns.filter((key) => same.has(key)), certainty: sameName && personal ? 'exact' : 'review' };
}

function isLandline(key: string): boolean {
  return key.startsWith('tel:') && phoneLine(key.slice('tel:'.length)) === 'landline';
}

const CERTAINTIES: readonly DoorMatch['certainty'][] = ['exact', 'near', 'review'];

function byWeight(a: DoorMatch, b: DoorMatch): number {
  const rank = ({ certainty }: DoorMatch) => CERTAINTIES.indexOf(certainty);
  return rank(a) - rank(b) || b.same.length - a.same.length || compareIds(a.id, b.id);
}
