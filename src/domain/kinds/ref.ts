// References: a cell names a record of another sheet by its id, or by its name where people know it by name.
import { excerpt, tidyLine } from '../text';
import { LIST_MAX, optionOf } from './enum';
import type { CellRule, ColumnOf, Kind, KindContext } from './kind';
import { EMPTY, read, typed, unread } from './reading';

/** Sheets small enough for a dropdown; 50,000 customers in one would stall the sheet. */
const LISTED: Readonly<Record<string, { readonly strict: boolean }>> = { users: { strict: true }, products: { strict: false } };

export const ref: Kind<ColumnOf<'ref'>> = {
  parse(raw, column, context) {
    const given = tidyLine(typed(raw));
    if (given === '') return EMPTY;
    const offered = alsoOffered(column, context, given);
    // Without the other sheet at hand nothing can be said against the value.
    const found = offered ?? (context.lookup === undefined ? given : context.lookup(column.sheet, given));
    // A list that only warns takes what it does not know: orders come before somebody has kept up the products.
    if (found === null) return LISTED[column.sheet]?.strict === false ? read(given) : unread('kind.ref.unknown', given);
    return found === raw ? read(found) : read(found, 'format');
  },
  format: (value) => typed(value),
  validate(value, column, context) {
    const given = tidyLine(typed(value));
    const isKnown = given === '' || LISTED[column.sheet]?.strict !== false || context.lookup?.(column.sheet, given) !== null;
    return isKnown ? null : { code: 'kind.ref.unknown', args: { text: excerpt(given) } };
  },
  setup: (column, context) => ({ numberFormat: '@', rule: listRule(column, context) }),
  initial: () => null,
  likeness(given, column, context) {
    if (context.lookup === undefined) return 0;
    return context.lookup(column.sheet, tidyLine(given)) === null ? 0 : 1;
  },
};

/** The label of an option offered beside the records, e.g. “return to pool”. */
function alsoOffered(column: ColumnOf<'ref'>, context: KindContext, given: string): string | null {
  const list = column.also === undefined ? undefined : context.enums[column.also];
  return list === undefined ? null : (optionOf(list, given)?.label[context.locale] ?? null);
}

function listRule(column: ColumnOf<'ref'>, context: KindContext): CellRule | null {
  const listed = LISTED[column.sheet];
  if (listed === undefined) return null;
  // A range cannot hold the options offered beside it: then the sheet only warns.
  const strict = listed.strict && column.also === undefined;
  const also = column.also === undefined ? [] : (context.enums[column.also]?.options ?? []);
  const names = context.offered?.(column.sheet);
  if (also.length > 0 && names !== undefined && names.length + also.length <= LIST_MAX) {
    return { type: 'list', values: [...names, ...also.map((option) => option.label[context.locale])], strict: true };
  }
  return { type: 'range', sheet: column.sheet, column: column.holds, strict };
}
