// Record numbers: the sheet's prefix and at least six digits.
import { plain } from '../text';
import type { ColumnOf, Kind } from './kind';
import { EMPTY, read, typed, unread } from './reading';

export const id: Kind<ColumnOf<'id'>> = {
  parse(raw, column) {
    const given = plain(typed(raw)).toUpperCase();
    if (given === '') return EMPTY;
    return isId(given, column.prefix) ? read(given) : unread('kind.id.form', given, { args: { prefix: column.prefix } });
  },
  format: (value) => typed(value),
  validate: () => null,
  setup: () => ({ numberFormat: '@', rule: null }),
  initial: () => null,
  likeness: (given, column) => (isId(given.toUpperCase(), column.prefix) ? 1 : -1),
};

function isId(given: string, prefix: string): boolean {
  return given.startsWith(prefix) && /^\d{6,}$/.test(given.slice(prefix.length));
}
