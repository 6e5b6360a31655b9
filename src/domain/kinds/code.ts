// Countries and currencies by their ISO codes; names and common spellings are read as codes.
import { optionKey } from '../text';
import { countries } from './countries';
import { currencies } from './currencies';
import type { ColumnOf, Kind } from './kind';
import { EMPTY, read, typed, unread } from './reading';

type List = ColumnOf<'code'>['list'];

interface Entry {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly aliases: readonly string[];
}

const LISTS: Readonly<Record<List, () => readonly Entry[]>> = { country: countries, currency: currencies };

const spellings: Partial<Record<List, ReadonlyMap<string, string>>> = {};

export const code: Kind<ColumnOf<'code'>> = {
  parse(raw, column) {
    const given = typed(raw).trim();
    if (given === '') return EMPTY;
    const found = codeOf(column.list, given);
    if (found === null) return unread(column.list === 'country' ? 'kind.code.country' : 'kind.code.currency', given);
    return found === raw ? read(found) : read(found, 'option');
  },
  format(value, column, context) {
    const entry = LISTS[column.list]().find((one) => one.code === value);
    if (entry === undefined) return typed(value);
    return context.locale === 'en' ? entry.en : entry.zh;
  },
  validate: () => null,
  setup: (column) => ({ numberFormat: '@', rule: { type: 'list', values: codes(column.list), strict: true } }),
  // A country left out is home; a currency left out is the base currency, which is not known here.
  initial: (column, context) => (column.list === 'country' ? context.homeRegion : null),
  likeness: (given, column) => (codeOf(column.list, given) === null ? -1 : 1),
};

/** All ISO codes of a list, sorted. */
export function codes(list: List): readonly string[] {
  return LISTS[list]()
    .map((entry) => entry.code)
    .sort();
}

/** The ISO code a name or code means, null for none. */
export function codeOf(list: List, text: string): string | null {
  let known = spellings[list];
  if (known === undefined) {
    const map = new Map<string, string>();
    const entries = LISTS[list]();
    for (const entry of entries)
      for (const name of [entry.code, entry.zh, entry.en, ...entry.aliases]) map.set(optionKey(name), entry.code);
    known = map;
    spellings[list] = known;
  }
  return known.get(optionKey(text)) ?? null;
}
