// Free text and short identifiers: tidied, never rewritten.
import { cut, excerpt, plain, tidyLine, tidyProse } from '../text';
import type { ColumnOf, Kind, Reading } from './kind';
import { EMPTY, read, typed, unread } from './reading';

/** Columns up to this length hold one line; longer ones are prose and keep their line breaks. */
const ONE_LINE = 200;

/** Text that begins like a formula stays as it is: the cells are formatted as text, so nothing computes. */
export const text: Kind<ColumnOf<'text'>> = {
  parse(raw, column) {
    const given = typed(raw);
    const value = column.max > ONE_LINE ? tidyProse(given) : tidyLine(given);
    if (value === '') return EMPTY;
    if (column.form === 'time') return timeOf(value);
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

const TIME = /^(\d{1,2})\s*(?:[:：.]|点|时)\s*(\d{2})?\s*分?$/;

/** A time of the day as `HH:mm`: 9:30, 9：30, 9点30分, 9点. */
function timeOf(value: string): Reading {
  const [, hour = '', minute = '00'] = TIME.exec(plain(value)) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return unread('kind.text.time', value);
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return time === value ? read(time) : read(time, 'format');
}
