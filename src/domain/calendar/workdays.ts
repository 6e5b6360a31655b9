// Working days: weekends, a country's holidays and make-up days, and what the team changed in its Calendar sheet.
import type { Day } from '../../template/types';
import { addDays, weekday } from '../days';
import cn from './cn.generated.json';

export type DayType = 'off' | 'work';

/** Days the team set itself, by {@link overrideKey}. */
export type Overrides = ReadonlyMap<string, DayType>;

/** A year's exceptions to the weekend as `MMDD` separated by spaces: weekdays off 休, weekend days worked 班. */
interface Year {
  readonly off: string;
  readonly work: string;
}

const TABLES: Readonly<Record<string, Readonly<Record<string, Year>>>> = { CN: cn };

/** Days looked ahead for a working day; who is off longer than a year is not waited for. */
const HORIZON = 366;

/** @param region ISO 3166 code */
export function overrideKey(region: string, day: Day): string {
  return `${region} ${day}`;
}

/** Whether a region's holidays of that year are known; where they are not, only weekends are off. */
export function knowsYear(day: Day, region: string): boolean {
  return yearOf(day, region) !== undefined;
}

/** @param region ISO 3166 code of the country whose calendar counts */
export function isWorkingDay(day: Day, region: string, overrides: Overrides): boolean {
  const own = overrides.get(overrideKey(region, day));
  if (own !== undefined) return own === 'work';
  const weekend = weekday(day) >= 6;
  const year = yearOf(day, region);
  if (year === undefined) return !weekend;
  const date = day.slice(5, 7) + day.slice(8, 10);
  return weekend ? year.work.includes(date) : !year.off.includes(date);
}

/** The first working day on or after a day; the day itself when the next year has none. */
export function nextWorkingDay(day: Day, region: string, overrides: Overrides): Day {
  for (let ahead = 0; ahead < HORIZON; ahead++) {
    const candidate = addDays(day, ahead);
    if (isWorkingDay(candidate, region, overrides)) return candidate;
  }
  return day;
}

/** The day on which `count` working days after a day have passed; `count` 0 is the day itself. */
export function plusWorkingDays(day: Day, count: number, region: string, overrides: Overrides): Day {
  let at = day;
  for (let i = 0; i < count; i++) at = nextWorkingDay(addDays(at, 1), region, overrides);
  return at;
}

function yearOf(day: Day, region: string): Year | undefined {
  return TABLES[region]?.[day.slice(0, 4)];
}
