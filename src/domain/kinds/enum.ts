// Options of a closed list: found by id, by the label of either language or by an alias, stored as the workbook's label.
import type { EnumTemplate, OptionTemplate } from '../../template/types';
import { optionKey } from '../text';
import type { ColumnOf, Kind, KindContext } from './kind';
import { EMPTY, read, typed, unread } from './reading';

/** A dropdown of Google Sheets takes at most 500 items. */
export const LIST_MAX = 500;

/** `enum` is a reserved word. */
export const enumeration: Kind<ColumnOf<'enum'>> = {
  parse(raw, column, context) {
    const given = typed(raw).trim();
    if (given === '') return EMPTY;
    const list = listOf(column, context);
    const option = optionOf(list, given);
    if (option === null) {
      const near = nearOption(list, given);
      return unread('kind.enum.unknown', given, {
        args: { list: list.label[context.locale] },
        ...(near !== null && { suggestion: near.label[context.locale] }),
      });
    }
    const label = option.label[context.locale];
    return label === raw ? read(label) : read(label, 'option');
  },
  format: (value) => typed(value),
  validate: () => null,
  setup(column, context) {
    const values = listOf(column, context).options.map((option) => option.label[context.locale]);
    return {
      numberFormat: '@',
      rule:
        values.length <= LIST_MAX
          ? { type: 'list', values, strict: true }
          : { type: 'range', sheet: 'options', column: context.locale === 'en' ? 'en' : 'zh', strict: true },
    };
  },
  initial(column, context) {
    const list = listOf(column, context);
    return list.options.find((option) => option.id === list.dflt)?.label[context.locale] ?? null;
  },
  likeness: (given, column, context) => (optionOf(listOf(column, context), given) === null ? -1 : 1),
};

function listOf(column: ColumnOf<'enum'>, context: KindContext): EnumTemplate {
  const list = context.enums[column.enum];
  if (list === undefined) throw new Error(`no list ${column.enum}`);
  return list;
}

/** Keys of a list's options; lists are replaced, never changed, so what was worked out once stays right. */
const known = new WeakMap<EnumTemplate, ReadonlyMap<string, OptionTemplate>>();

/** The option a spelling means, null for none. Labels come before aliases, where two options claim one spelling. */
export function optionOf(list: EnumTemplate, text: string): OptionTemplate | null {
  let keys = known.get(list);
  if (keys === undefined) {
    keys = keysOf(list);
    known.set(list, keys);
  }
  return keys.get(optionKey(text)) ?? keys.get(idKey(text)) ?? null;
}

function keysOf(list: EnumTemplate): ReadonlyMap<string, OptionTemplate> {
  const keys = new Map<string, OptionTemplate>();
  const add = (text: string, option: OptionTemplate) => {
    const key = optionKey(text);
    if (key !== '' && !keys.has(key)) keys.set(key, option);
  };
  for (const option of list.options) for (const label of Object.values(option.label)) add(label, option);
  for (const option of list.options) keys.set(idKey(option.id), option);
  for (const option of list.options) for (const alias of option.aliases ?? []) add(alias, option);
  return keys;
}

/** Ids count letter by letter: 19 is not 1_9. */
function idKey(id: string): string {
  return `#${id.toLowerCase()}`;
}

/** The only option whose label is part of the text or has the text as a part; null when there is none or several. */
function nearOption(list: EnumTemplate, text: string): OptionTemplate | null {
  const key = optionKey(text);
  if (key.length < 2) return null;
  const near = list.options.filter((option) =>
    [...Object.values(option.label), ...(option.aliases ?? [])].some((label) => {
      const other = optionKey(label);
      return other.length >= 2 && (key.includes(other) || other.includes(key));
    }),
  );
  return near.length === 1 ? (near[0] ?? null) : null;
}
