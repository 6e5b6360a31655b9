// Days as people say them.
import { type MessageCode, say } from '../../i18n/index';
import type { Day, Locale } from '../../template/types';
import { daysBetween, partsOf, weekday } from '../days';

const WEEKDAYS = ['day.mon', 'day.tue', 'day.wed', 'day.thu', 'day.fri', 'day.sat', 'day.sun'] as const satisfies MessageCode[];
const MONTHS = [
  'day.jan',
  'day.feb',
  'day.mar',
  'day.apr',
  'day.may',
  'day.jun',
  'day.jul',
  'day.aug',
  'day.sep',
  'day.oct',
  'day.nov',
  'day.dec',
] as const satisfies MessageCode[];

/** 3月18日 周三, Wed 18 March. */
export function sayDate(day: Day, locale: Locale): string {
  const parts = partsOf(day);
  const month = say(locale, { code: MONTHS[parts.month - 1] ?? 'day.jan' });
  return say(locale, { code: 'day.date', args: { month, day: parts.day, weekday: sayWeekday(day, locale) } });
}

/** As seen from today: late by days, today, tomorrow, a weekday within six days, else the date; another year's in ISO. */
export function sayDay(day: Day, today: Day, locale: Locale): string {
  const ahead = daysBetween(today, day);
  if (ahead < 0) return say(locale, { code: 'day.late', args: { n: -ahead } });
  if (ahead === 0) return say(locale, { code: 'day.today' });
  if (ahead === 1) return say(locale, { code: 'day.tomorrow' });
  if (ahead <= 6) return sayWeekday(day, locale);
  return day.slice(0, 4) === today.slice(0, 4) ? sayDate(day, locale) : day;
}

function sayWeekday(day: Day, locale: Locale): string {
  return say(locale, { code: WEEKDAYS[weekday(day) - 1] ?? 'day.mon' });
}
