// Birthdays: a day, a day without its year, or a lunar day; kept as text because no calendar cell holds all three.

import type { Day } from '../../template/types';
import { daysBetween, isDay, monthLength, partsOf } from '../days';
import { simplified } from '../han';
import { plain } from '../text';
import { dayLikeness, dayReading } from './date';
import { dayForm, serialForm } from './day-forms';
import type { ColumnOf, Kind, KindContext, Reading } from './kind';
import { EMPTY, read, typed, unread } from './reading';

/** `05-20`, `闰06-15`, either with a year before it. */
const CANONICAL = /^(?:(\d{4})-)?(闰?)(\d\d)-(\d\d)$/;
const LUNAR =
  /^(?:农历|阴历|旧历)?\s*(?:(\d{4})年?[-/.\s]?)?(闰)?(\d{1,2}|正|十?[一二三四五六七八九十]|冬|腊)[-/.月](?:初)?(\d{1,2}|[一二三四五六七八九十廿卅]{1,3})[日号]?$/;
const MONTH_DAY = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/;

const OLDEST = 120;

export const birthday: Kind<ColumnOf<'birthday'>> = {
  parse(raw, _column, context) {
    const given = plain(typed(raw));
    if (given === '') return EMPTY;
    if (isBirthday(given)) return given === raw ? read(given) : read(given, 'format');
    if (typeof raw === 'number') return dayReading(serialForm(raw), given, context);
    const bare = simplified(given);
    const found = dayForm(given, (year) => pastYear(year, context.today));
    if (found.form !== 'none' && found.form !== 'noYear') return dayReading(found, given, context);
    return withoutYear(bare, given, context) ?? lunar(bare) ?? unread('kind.birthday.form', given);
  },
  format: (value) => typed(value),
  validate(value, _column, context) {
    const given = typed(value);
    const [, year, leap, month = '', day = ''] = CANONICAL.exec(given) ?? [];
    if (leap === '' && !isDay(`${year ?? 2000}-${month}-${day}`) && !saidLunar(context)) {
      return { code: 'kind.birthday.onlyLunar', args: { text: given } };
    }
    if (!isDay(given)) return null;
    if (daysBetween(context.today, given as Day) > 0) return { code: 'kind.birthday.future', args: { text: given } };
    const years = partsOf(context.today).year - Number(year) - (context.today.slice(5) < given.slice(5) ? 1 : 0);
    return years > OLDEST ? { code: 'kind.birthday.tooOld', args: { text: given, years } } : null;
  },
  neighbours: () => ['birthday_cal'],
  setup: () => ({
    numberFormat: '@',
    rule: { type: 'formula', formula: 'AND(LEN({cell})>4;LEN({cell})<12;ISNUMBER(SEARCH("-";{cell})))', strict: false },
  }),
  initial: () => null,
  likeness(given, _column, context) {
    const century = (year: number) => pastYear(year, context.today);
    const found = dayForm(plain(given), century);
    if (found.form === 'day' && daysBetween(context.today, found.day) > 0) return -1;
    return isBirthday(given) ? 1 : dayLikeness(given, century);
  },
};

function isBirthday(text: string): boolean {
  const [, year, , month = '', day = ''] = CANONICAL.exec(text) ?? [];
  return lunarDay(Number(month), Number(day)) || (Number(day) === 31 && isDay(`${year ?? 2000}-${month}-${day}`));
}

/** Lunar months have at most 30 days, and every one may have them. */
function lunarDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 30;
}

/** Whether the row's calendar column says that the birthday is a lunar one. */
function saidLunar(context: KindContext): boolean {
  const option = context.enums['birthday_cal']?.options.find(({ id }) => id === 'lunar');
  return option !== undefined && context.row?.['birthday_cal'] === option.label[context.locale];
}

/** `5月20日`, `5/20`: a birthday need not say its year. */
function withoutYear(bare: string, given: string, context: KindContext): Reading | null {
  const [, a, b] = MONTH_DAY.exec(bare) ?? [];
  if (a === undefined || b === undefined) return null;
  const written = (month: number, day: number) =>
    day >= 1 && day <= monthLength(2000, month) ? `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : null;
  const [first, second] = [Number(a), Number(b)];
  const monthFirst = written(first, second);
  const dayFirst = /[月]/.test(bare) || bare.includes('-') ? null : written(second, first);
  if (monthFirst === null && dayFirst === null) return unread('kind.date.noSuchDay', given);
  if (monthFirst !== null && dayFirst !== null && monthFirst !== dayFirst && context.dateOrder !== 'ymd') {
    if (context.dateOrder === undefined)
      return unread('kind.date.ambiguous', given, { args: { first: monthFirst, second: dayFirst } });
    return read(context.dateOrder === 'dmy' ? dayFirst : monthFirst, 'order');
  }
  return read(monthFirst ?? dayFirst, 'format');
}

/** `农历八月十五`, `闰6月15`, `1990年腊月初八`: the lunar month and day, with the year if given. */
function lunar(bare: string): Reading | null {
  const [, year, leap = '', month = '', day = ''] = LUNAR.exec(bare) ?? [];
  const monthNumber = hanNumber(month);
  const dayNumber = hanNumber(day);
  if (!lunarDay(monthNumber, dayNumber)) return null;
  const said = `${leap}${String(monthNumber).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`;
  return read(year === undefined ? said : `${year}-${said}`, 'lunar');
}

const HAN_DIGITS = '〇一二三四五六七八九十';

/** Numbers up to 39 as months and days are written: 正 冬 腊, 初八, 廿三, 三十. */
function hanNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const special = { 正: 1, 冬: 11, 腊: 12, 廿: 20, 卅: 30 }[text];
  if (special !== undefined) return special;
  const tens = /^(廿|卅|[二三]?十)?([一二三四五六七八九])?$/.exec(text);
  if (tens === null || text === '') return Number.NaN;
  const base = { 廿: 20, 卅: 30, 十: 10, 二十: 20, 三十: 30 }[tens[1] ?? ''] ?? 0;
  return base + (tens[2] === undefined ? 0 : HAN_DIGITS.indexOf(tens[2]));
}

/** People are born in the past: a two-digit year that is still to come belongs to the last century. */
function pastYear(twoDigits: number, today: Day): number {
  const now = partsOf(today).year;
  const year = now - (now % 100) + twoDigits;
  return year > now ? year - 100 : year;
}
