// Days: every usual spelling becomes `YYYY-MM-DD`; what has two readings is asked about.

import type { Cell, Day } from '../../template/types';
import { daysBetween, isDay, partsOf } from '../days';
import { plain } from '../text';
import { dayForm, serialForm } from './day-forms';
import type { ColumnOf, Kind, KindContext, Reading } from './kind';
import { EMPTY, read, typed, unread } from './reading';

/** A two-digit year lies at most this many years ahead, else in the past century. */
const YEARS_AHEAD = 20;

export const date: Kind<ColumnOf<'date'>> = {
  parse(raw, _column, context) {
    const given = plain(typed(raw));
    if (given === '') return EMPTY;
    if (isDay(given)) return given === raw ? read(given) : read(given, 'format');
    const found = typeof raw === 'number' ? serialForm(raw) : dayForm(given, (year) => nearYear(year, context.today));
    return dayReading(found, given, context);
  },
  format: (value) => typed(value),
  validate(value, column, context) {
    const day = typed(value) as Day;
    if (day === '') return null;
    if (column.notAfterToday && daysBetween(context.today, day) > 0) return { code: 'kind.date.future', args: { text: day } };
    const limit = dayIn(column.notBefore === undefined ? null : (context.row?.[column.notBefore] ?? null));
    return limit !== null && daysBetween(limit, day) < 0 ? { code: 'kind.date.before', args: { text: day, limit } } : null;
  },
  neighbours: ({ notBefore }) => (notBefore === undefined ? [] : [notBefore]),
  setup: (_column, context) => ({
    get numberFormat() {
      return dayFormat(context.sheetLocale?.());
    },
    rule: { type: 'date', strict: true },
  }),
  initial: () => null,
  likeness(given, _column, context) {
    return dayLikeness(given, (year) => nearYear(year, context.today));
  },
};

/** What a spelling of a day comes to under the column's order. */
export function dayReading(found: ReturnType<typeof dayForm>, given: string, context: KindContext): Reading {
  switch (found.form) {
    case 'day':
      return read(found.day, found.serial ? 'serial' : 'format');
    case 'ambiguous': {
      const meant = context.dateOrder === undefined ? undefined : found.readings[context.dateOrder];
      if (meant !== undefined) return read(meant, 'order');
      const days = [...new Set(Object.values(found.readings))];
      return unread('kind.date.ambiguous', given, { args: { first: days[0] ?? '', second: days[1] ?? '' } });
    }
    case 'roc':
      return unread('kind.date.roc', given, { args: { suggestion: found.day }, suggestion: found.day });
    case 'impossible':
      return unread('kind.date.noSuchDay', given);
    case 'noYear':
      return unread('kind.date.noYear', given);
    case 'none':
      return unread('kind.date.form', given);
  }
}

/** 1 for what can only be a day, 0 for a bare number that may be one, −1 for anything else. */
export function dayLikeness(given: string, century: (year: number) => number): number {
  const found = dayForm(plain(given), century);
  if (found.form === 'none') return -1;
  if (found.form === 'day') return found.serial ? 0 : 1;
  return found.form === 'noYear' ? 0.2 : 0.6;
}

function nearYear(twoDigits: number, today: Day): number {
  const now = partsOf(today).year;
  const year = now - (now % 100) + twoDigits;
  return year > now + YEARS_AHEAD ? year - 100 : year;
}

/** The day of a cell that holds one, or of a stamp; null for anything else. */
function dayIn(cell: Cell): Day | null {
  const day = typed(cell).slice(0, 10);
  return isDay(day) ? (day as Day) : null;
}

/** How days are written, by language, or by language and country where countries differ; all others begin with the year. */
const DAY_FORMATS: Readonly<Record<string, string>> = {
  ...spelt('m/d/yyyy', 'en_US en_PH es_US'),
  ...spelt('dd/mm/yyyy', 'ar ca el es fr gl it ms pt vi en_AU en_GB en_HK en_IE en_IN en_MY en_NZ en_SG id'),
  ...spelt('dd.mm.yyyy', 'az be bg cs da de et fi hr hy is ka kk lv mk nb no pl ro ru sk sl sr tr uk de_CH fr_CH it_CH'),
  ...spelt('dd-mm-yyyy', 'nl'),
  ...spelt('yyyy-mm-dd', 'fr_CA'),
};

function spelt(format: string, locales: string): Record<string, string> {
  return Object.fromEntries(locales.split(' ').map((locale) => [locale, format]));
}

/** Number format of days in a spreadsheet of a locale such as `de_DE`; ISO where it is not known, and where the year comes first. */
function dayFormat(locale = ''): string {
  const [language = ''] = locale.split('_');
  return DAY_FORMATS[locale] ?? DAY_FORMATS[language] ?? 'yyyy-mm-dd';
}
