// Minutes and instants as text: what script writes when something happened.
import { isDay } from '../days';
import { plain } from '../text';
import type { ColumnOf, Kind } from './kind';
import { EMPTY, read, typed, unread } from './reading';

const STAMP = /^(\d{4}-\d\d-\d\d)[ T](\d{1,2}):(\d\d)(?::\d\d(?:\.\d+)?)?$/;
const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/;

/** `yyyy-MM-dd HH:mm` in spreadsheet time. */
export const stamp: Kind<ColumnOf<'stamp'>> = {
  parse(raw) {
    const given = plain(typed(raw));
    if (given === '') return EMPTY;
    const [, day = '', hour = '', minute = ''] = STAMP.exec(given.replace(/\//g, '-')) ?? [];
    if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59) return unread('kind.stamp.form', given);
    const value = `${day} ${hour.padStart(2, '0')}:${minute}`;
    return value === raw ? read(value) : read(value, 'format');
  },
  format: (value) => typed(value),
  validate: () => null,
  setup: () => ({ numberFormat: '@', rule: null }),
  initial: () => null,
  likeness: (given) => (STAMP.test(given.replace(/\//g, '-')) ? 1 : -1),
};

/** UTC, ISO 8601. */
export const instant: Kind<ColumnOf<'instant'>> = {
  parse(raw) {
    const given = plain(typed(raw));
    if (given === '') return EMPTY;
    const [, day = ''] = INSTANT.exec(given) ?? [];
    return isDay(day) ? read(given) : unread('kind.instant.form', given);
  },
  format: (value) => typed(value),
  validate: () => null,
  setup: () => ({ numberFormat: '@', rule: null }),
  initial: () => null,
  likeness: (given) => (INSTANT.test(given) ? 1 : -1),
};
