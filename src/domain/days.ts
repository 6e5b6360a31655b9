// Calendar days as text, `YYYY-MM-DD`: read, counted and numbered without a clock or a time zone.
import type { Day } from '../template/types';

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Days from 0000-03-01 to 1899-12-30, on which spreadsheets count 0. */
const SERIAL_ZERO = 693_899;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export interface DayParts {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
}

/** Days a month has in the proleptic Gregorian calendar; 0 for a month that is none. */
export function monthLength(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** The day of these parts, or null when the calendar has none, e.g. 30 February. Years 0001–9999. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1 || year > 9999 || day < 1 || day > monthLength(year, month)) return null;
  return written({ year, month, day });
}

export function isDay(text: string): boolean {
  const parts = DAY.exec(text);
  return parts !== null && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

/** The parts of a day known to be one. */
export function partsOf(day: Day): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** The spreadsheet's number of a day: whole days since 1899-12-30, negative before it. */
export function serialOf(day: Day): number {
  return serialOfParts(partsOf(day));
}

/** The same of a day of any year, also of one that is no {@link Day}. */
export function serialOfParts({ year, month, day: dayOfMonth }: DayParts): number {
  // Years begin in March, so that the leap day is the last of its year.
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - SERIAL_ZERO;
}

/** The day of a spreadsheet's number; a fraction (the time) is left off. */
export function dayOfSerial(serial: number): Day {
  const days = Math.floor(serial) + SERIAL_ZERO;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const month = march < 10 ? march + 3 : march - 9;
  return written({
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * march + 2) / 5) + 1,
  });
}

export function addDays(day: Day, days: number): Day {
  return dayOfSerial(serialOf(day) + days);
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return serialOf(to) - serialOf(from);
}

/** 1 Monday … 7 Sunday, as ISO 8601 counts. */
export function weekday(day: Day): number {
  // Serial 0 was a Saturday.
  return ((((serialOf(day) + 5) % 7) + 7) % 7) + 1;
}

function written({ year, month, day }: DayParts): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day;
}
