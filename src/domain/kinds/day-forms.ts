// The ways people write a day, read without guessing: what has two readings gives both.

import type { Day } from '../../template/types';
import { dayOf, dayOfSerial, serialOfParts } from '../days';
import type { DateOrder } from './kind';

export type DayForm =
  /** One reading. `marked` tells lunar days. */
  | { readonly form: 'day'; readonly day: Day; readonly serial?: true; readonly order?: DateOrder }
  | { readonly form: 'impossible' | 'noYear' }
  /** Both are days; only the column's order can tell. */
  | { readonly form: 'ambiguous'; readonly readings: Readonly<Partial<Record<DateOrder, Day>>> }
  /** Year of the Republic (Taiwan) without saying so; `day` is what it would be. */
  | { readonly form: 'roc'; readonly day: Day }
  | { readonly form: 'none' };

/** Serial numbers taken for days: 1930-01-01 to 2099-12-31. Smaller ones are counts, larger ones other numbers. */
const SERIALS: readonly [number, number] = [10_959, 73_050];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A time of day after the day, dropped. */
const TIME =
  /[T\s]+(?:(?:上午|下午|[ap]m)\s*)?\d{1,2}(?:[:：时点]\d{1,2})(?:[:：分]\d{1,2}(?:[.,]\d+)?)?秒?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const WEEKDAY =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+|\s*[(（]?(?:星期|周|週)[一二三四五六日天][)）]?$/i;

const YEAR_FIRST = /^(\d{4})[-/.\s年](\d{1,2})[-/.\s月](\d{1,2})[日号號]?$/;
/** A date cell of a number beyond the calendar, as the platform writes it. */
const FAR = /^(\d{5,6})-(\d\d)-(\d\d)$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NUMERIC = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4}|\d{2})$/;
const SHORT_HAN = /^(\d{2})年(\d{1,2})月(\d{1,2})[日号號]?$/;
const ROC_SAID = /^(?:民[国國]|中[华華]民[国國])\s*(\d{2,3})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号號]?$/;
const ROC_BARE = /^(1\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号號]?$/;
const DAY_MONTH_NAME = /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]*(?:of\s+)?([a-z]{3,9})\.?,?[\s.-]*(\d{4}|\d{2})$/i;
const MONTH_NAME_DAY = /^([a-z]{3,9})\.?[\s.-]*(\d{1,2})(?:st|nd|rd|th)?,?[\s.-]+(\d{4}|\d{2})$/i;
const YEAR_MONTH_NAME = /^(\d{4})[\s.-]+([a-z]{3,9})\.?[\s.-]+(\d{1,2})$/i;
const NO_YEAR = /^\d{1,2}月\d{1,2}[日号號]?$|^\d{1,2}[-/.]\d{1,2}$/;

/**
 * @param text half-width text
 * @param century the full year a two-digit year means
 */
export function dayForm(text: string, century: (twoDigits: number) => number): DayForm {
  const bare = text.replace(WEEKDAY, '').replace(TIME, '').trim();
  const parts = (pattern: RegExp) => pattern.exec(bare)?.slice(1) ?? null;
  const year = (digits: string) => (digits.length === 2 ? century(Number(digits)) : Number(digits));
  const exact = (y: number, m: string | number, d: string): DayForm => one(dayOf(y, Number(m), Number(d)));

  const far = parts(FAR);
  if (far !== null) {
    const [farYear = 0, month = 0, day = 0] = far.map(Number);
    return serialForm(serialOfParts({ year: farYear, month, day }));
  }
  const ymd = parts(YEAR_FIRST) ?? parts(COMPACT);
  if (ymd !== null) return exact(Number(ymd[0]), ymd[1] ?? '', ymd[2] ?? '');
  if (/^\d{5}(?:\.\d+)?$/.test(bare)) return serialForm(Number(bare));
  const numeric = parts(NUMERIC);
  if (numeric !== null) return numericForm(numeric[0] ?? '', numeric[1] ?? '', numeric[2] ?? '', century);
  const short = parts(SHORT_HAN);
  if (short !== null) return exact(year(short[0] ?? ''), short[1] ?? '', short[2] ?? '');
  const said = parts(ROC_SAID);
  if (said !== null) return exact(Number(said[0]) + 1911, said[1] ?? '', said[2] ?? '');
  const roc = parts(ROC_BARE);
  if (roc !== null) {
    const day = dayOf(Number(roc[0]) + 1911, Number(roc[1]), Number(roc[2]));
    return day === null ? { form: 'none' } : { form: 'roc', day };
  }
  const dmy = parts(DAY_MONTH_NAME);
  if (dmy !== null) return named(year(dmy[2] ?? ''), dmy[1] ?? '', dmy[0] ?? '');
  const mdy = parts(MONTH_NAME_DAY);
  if (mdy !== null) return named(year(mdy[2] ?? ''), mdy[0] ?? '', mdy[1] ?? '');
  const ynd = parts(YEAR_MONTH_NAME);
  if (ynd !== null) return named(Number(ynd[0]), ynd[1] ?? '', ynd[2] ?? '');
  return NO_YEAR.test(bare) ? { form: 'noYear' } : { form: 'none' };
}

/** Years in which eight digits, which a date cell takes for a day of the year 57373, are the day they spell. */
const SPELT_YEARS: readonly [number, number] = [1900, 2099];

/** A spreadsheet's number for a day, as a number cell or as text; of eight digits the day they spell, `20261205`. */
export function serialForm(serial: number): DayForm {
  const [, year = 0, month = 0, day = 0] = (COMPACT.exec(String(serial)) ?? []).map(Number);
  if (year >= SPELT_YEARS[0] && year <= SPELT_YEARS[1]) return one(dayOf(year, month, day));
  if (!(serial >= SERIALS[0] && serial < SERIALS[1] + 1)) return { form: 'none' };
  return { form: 'day', day: dayOfSerial(serial), serial: true };
}

function one(day: Day | null): DayForm {
  return day === null ? { form: 'impossible' } : { form: 'day', day };
}

function named(year: number, month: string, day: string): DayForm {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return number === 0 ? { form: 'none' } : one(dayOf(year, number, Number(day)));
}

/** `3/4/24`, `13/5/2024`: every order that gives a day is a reading. */
function numericForm(a: string, b: string, c: string, century: (twoDigits: number) => number): DayForm {
  const [first, second] = [Number(a), Number(b)];
  const last = c.length === 2 ? century(Number(c)) : Number(c);
  const readings: Partial<Record<DateOrder, Day>> = {};
  const add = (order: DateOrder, day: Day | null) => {
    if (day !== null) readings[order] = day;
  };
  add('dmy', dayOf(last, second, first));
  add('mdy', dayOf(last, first, second));
  if (c.length === 2 && a.length === 2) add('ymd', dayOf(century(first), second, Number(c)));
  const [only, ...others] = Object.entries(readings) as [DateOrder, Day][];
  if (only === undefined) return { form: 'impossible' };
  if (others.every(([, day]) => day === only[1]))
    return { form: 'day', day: only[1], ...(others.length === 0 && { order: only[0] }) };
  return { form: 'ambiguous', readings };
}
