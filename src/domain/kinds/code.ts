// Countries and currencies by their ISO codes; names and common spellings are read as codes.
import { codes } from '../../template/codes';
import { optionKey } from '../text';
import { codeAliases } from './code-aliases';
import type { ColumnOf, Kind } from './kind';
import { EMPTY, read, typed, unread } from './reading';

type List = ColumnOf<'code'>['list'];

const spellings: Partial<Record<List, ReadonlyMap<string, string>>> = {};

export const code: Kind<ColumnOf<'code'>> = {
  parse(raw, column) {
    const given = typed(raw).trim();
    if (given === '') return EMPTY;
    const found = codeOf(column.list, given);
    if (found === null) return unread(column.list === 'country' ? 'kind.code.country' : 'kind.code.currency', given);
    return found === raw ? read(found) : read(found, 'option');
  },
  format: (value, column, context) =>
    codes[column.list].find((entry) => entry.code === value)?.label[context.locale] ?? typed(value),
  validate: () => null,
  setup: (column) => ({
    numberFormat: '@',
    rule: { type: 'list', values: codes[column.list].map((entry) => entry.code), strict: true },
  }),
  // A country left out is home; a currency left out is the base currency, which is not known here.
  initial: (column, context) => (column.list === 'country' ? context.homeRegion : null),
  likeness: (given, column) => (codeOf(column.list, given) === null ? -1 : 1),
};

/** The ISO code a name or code means, null for none. */
function codeOf(list: List, text: string): string | null {
  let known = spellings[list];
  if (known === undefined) {
    known = new Map(spellingsOf(list).map(([spelling, found]) => [optionKey(spelling), found] as const));
    spellings[list] = known;
  }
  return known.get(optionKey(text)) ?? null;
}

/** Every spelling of a list's codes, with its code. */
export function spellingsOf(list: List): readonly (readonly [spelling: string, code: string])[] {
  return codes[list].flatMap(({ code: own, label }) => {
    const aliases = codeAliases[list][own]?.split(',') ?? [];
    return [own, ...Object.values(label), ...aliases].map((spelling) => [spelling, own] as const);
  });
}
