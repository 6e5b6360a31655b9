// Who is at the door: customers that the ones being entered may be already, told by what identifies them.
import type { Cell } from '../../template/types';
import { cellAt, compareIds, type Rows, textAt } from '../acts/rows';
import type { KindContext } from '../kinds/index';
import { phoneLine } from '../kinds/phone-number';
import { CODE, identifiers, identityReader, isFiller, nameKey, numbers } from './identity';

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
  /** `exact`: one name and one identifier; `review`: a person has to look. */
  readonly certainty: 'exact' | 'review';
}

/** Matches shown of one probe. */
const MOST = 3;

/** Columns a door table needs; what is not among its columns is not compared. */
export const doorColumns: readonly string[] = [
  'customer_id',
  'name',
  'company',
  ...new Set([...numbers.map(([key]) => key), ...identifiers.map(([key]) => key)]),
];

/** Columns that have to be read to compare a column: a number may stand in either place, a name means nothing without the company. */
export function comparedWith(key: string): readonly string[] {
  if (key === 'name' || key === 'company') return ['name', 'company'];
  return numbers.some(([other]) => other === key) ? numbers.map(([other]) => other) : [key];
}

/**
 * For each probe the records that may be the same customer, best first, at most three. Numbers are compared wherever they stand; a
 * landline counts among people of one name only, for a switchboard is everybody's. Two valid credit codes that differ are two customers.
 * @param only columns to compare, the names aside; absent: all the table has
 */
export function doorMatches(
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
  for (let row = 0; row < table.rows.length; row++) {
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
  return found.map((matches) => matches.sort(byWeight).slice(0, MOST));
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

function keyReader(context: KindContext, only: readonly string[]): (cells: CellsOf) => Identity {
  const read = identityReader(context);
  const compared = new Set(only);
  const own = identifiers.filter(([key]) => compared.has(key) && !numbers.some(([other]) => other === key));
  const tel = numbers.filter(([key]) => comparedWith(key).some((other) => compared.has(other)));
  return (cells) => {
    const country = textIn(cells, 'country');
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
    const company = nameKey(textIn(cells, 'company'));
    // A row without a name goes by its company.
    const name = nameKey(textIn(cells, 'name')) || company;
    if ((compared.has('name') || compared.has('company')) && !isFiller(name) && !isFiller(company)) {
      keys.set(`who:${name}\n${company}`, ['name', 'company']);
    }
    const code = identifiers.find(([key]) => key === CODE);
    const raw = code === undefined ? null : cells(CODE);
    return {
      name: isFiller(name) ? '' : name,
      code: code === undefined || raw === null ? null : read(CODE, code[1], raw, country),
      keys,
    };
  };
}

function textIn(cells: CellsOf, key: string): string {
  const cell = cells(key);
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

function byWeight(a: DoorMatch, b: DoorMatch): number {
  const rank = ({ certainty }: DoorMatch) => (certainty === 'exact' ? 0 : 1);
  return rank(a) - rank(b) || b.same.length - a.same.length || compareIds(a.id, b.id);
}
