// Free text and short identifiers: tidied, never rewritten.
import { cut, excerpt, tidyLine, tidyProse } from '../text';
import type { ColumnOf, Kind } from './kind';
import { EMPTY, read, typed } from './reading';

/** Columns up to this length hold one line; longer ones are prose and keep their line breaks. */
const ONE_LINE = 200;

/** Text that begins like a formula stays as it is: the cells are formatted as text, so nothing computes. */
export const text: Kind<ColumnOf<'text'>> = {
  parse(raw, column) {
    const given = typed(raw);
    const value = column.max > ONE_LINE ? tidyProse(given) : tidyLine(given);
    if (value === '') return EMPTY;
    if (value.length <= column.max) return read(value);
    return {
      ok: false,
      reason: { code: 'kind.text.tooLong', args: { text: excerpt(value), length: value.length, max: column.max } },
      // A name cut short is still that name; an identifier cut short is somebody else's.
      ...(column.min === undefined && { kept: cut(value, column.max)[0].trimEnd() }),
    };
  },
  format: (value) => typed(value),
  validate(value, column) {
    const given = typed(value);
    if (given.length > column.max) {
      return { code: 'kind.text.tooLong', args: { text: excerpt(given), length: given.length, max: column.max } };
    }
    if (given !== '' && column.min !== undefined && given.length < column.min) {
      return { code: 'kind.text.tooShort', args: { text: given, length: given.length, min: column.min } };
    }
    return null;
  },
  setup: () => ({ numberFormat: '@', rule: null }),
  initial: () => null,
  likeness: () => 0,
};
