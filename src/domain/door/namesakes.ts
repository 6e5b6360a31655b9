// Who bears the name of somebody at the door, in any spelling, and belongs to a company as he does.
import type { Cell } from '../../template/types';
import { columnOf, type Rows } from '../acts/rows';
import { companyName } from '../linkage/normalise/company';
import { folded } from '../linkage/normalise/fold';
import { personName } from '../linkage/normalise/person';
import { spoken } from '../linkage/normalise/sound';
import { isFiller } from './identity';

export interface Namesakes {
  /** Rows of one name, in any spelling, at a company. */
  readonly rows: readonly number[];
  /** How many have the name, and how many the company's. */
  readonly named: number;
  readonly employed: number;
}

export const NOBODY: Namesakes = { rows: [], named: 1, employed: 1 };

/** People of the same name who belong to a company as the probe does, with how common both are. */
export function namesakesOf(table: Rows, probes: readonly { readonly cells: Readonly<Record<string, Cell>> }[]): Namesakes[] {
  const found = probes.map(() => ({ rows: [] as number[], named: 0, employed: 0 }));
  const byName = new Map<string, number[]>();
  const cores: (readonly [string, number])[] = [];
  probes.forEach(({ cells }, probe) => {
    const { key, surnameOnly } = personName(String(cells['name'] ?? ''));
    const { core } = companyName(String(cells['company'] ?? ''));
    if (key === '' || surnameOnly || core === '' || isFiller(key) || isFiller(core)) return;
    byName.set(key, [...(byName.get(key) ?? []), probe]);
    cores.push([core, probe]);
  });
  if (byName.size === 0) return found;
  const keys = new Map<string, string>();
  const maySound = soundingLike([...byName.keys()]);
  const keyOf = (name: string) => {
    const known = keys.get(name) ?? (maySound(name) ? personName(name).key : '');
    keys.set(name, known);
    return known;
  };
  const met: number[] = [];
  const names = textsOf(table, 'name');
  const companies = textsOf(table, 'company');
  const ids = textsOf(table, 'customer_id');
  for (let row = 0; row < table.rows.length; row++) {
    const name = names(row);
    if (name === '') continue;
    for (const probe of byName.get(keyOf(name)) ?? []) {
      const one = found[probe];
      if (one === undefined) continue;
      one.named++;
      if (companies(row) !== '' && ids(row) !== '') one.rows.push(row);
      met.push(probe);
    }
  }
  if (met.length === 0) return found;
  const isMet = new Set(met);
  const wanted = cores.filter(([, probe]) => isMet.has(probe));
  for (let row = 0; row < table.rows.length; row++) {
    const company = companies(row);
    if (company === '') continue;
    for (const [core, probe] of wanted) {
      const one = found[probe];
      if (one !== undefined && company.includes(core)) one.employed++;
    }
  }
  return found;
}

function textsOf(table: Rows, key: string): (row: number) => string {
  const cells = columnOf(table, key);
  return (row) => String(cells(row) ?? '');
}

/** Names as short as these end in a character of the name, unless it is a title. */
const SHORT = /^[\u4E00-\u9FFF]{1,2}[^总工董哥姐叔姨局处科嫂]$/;

/** A quick no to most names: a short Chinese one whose last character sounds like nothing in the names wanted. */
function soundingLike(wanted: readonly string[]): (name: string) => boolean {
  const syllables = new Set(wanted.flatMap((key) => key.split(' ')));
  const known = new Map<string, boolean>();
  return (name) => {
    if (!SHORT.test(name)) return true;
    const last = name.charAt(name.length - 1);
    const answer = known.get(last) ?? syllables.has(spoken(folded(last)));
    known.set(last, answer);
    return answer;
  };
}
