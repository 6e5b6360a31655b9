import fc from 'fast-check';
import { addDays, dayOf, dayOfSerial, daysBetween, isDay, monthLength, partsOf, serialOf, weekday } from '../../src/domain/days';
import type { Day } from '../../src/template/types';

const seed = 20260101;

/** Oracle: the platform's calendar, which domain does without. */
function later(day: string, days: number): Day {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day;
}

const anyDay = fc.integer({ min: 0, max: 120_000 }).map((days) => later('1800-01-01', days));

test('counting days agrees with the calendar, leap years and all', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
      expect(addDays(day, days)).toBe(later(day, days));
      expect(daysBetween(day, addDays(day, days))).toBe(days);
    }),
    { seed },
  );
});

test('weekdays are those of the calendar', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(weekday(day)).toBe(new Date(`${day}T00:00Z`).getUTCDay() || 7);
    }),
    { seed },
  );
});

test('a serial number and its day lead to each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300_000, max: 300_000 }), (serial) => {
      expect(serialOf(dayOfSerial(serial))).toBe(serial);
      expect(dayOfSerial(serial)).toBe(later('1899-12-30', serial));
    }),
    { seed },
  );
});

test.each([
  ['spreadsheets count from here', 0, '1899-12-30'],
  ['a day everybody knows', 45_356, '2024-03-05'],
  ['the time of day is left off', 45_356.99, '2024-03-05'],
])('%s', (_title, serial, day) => {
  expect(dayOfSerial(serial)).toBe(day);
});

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2024-13-01', false],
  ['2024-00-10', false],
  ['2024-04-31', false],
  ['0000-01-01', false],
  ['2024-3-5', false],
  ['2024-03-05 ', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test('parts make the day they came from', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const { year, month, day: dayOfMonth } = partsOf(day);
      expect(dayOf(year, month, dayOfMonth)).toBe(day);
      expect(dayOf(year, month, monthLength(year, month) + 1)).toBeNull();
    }),
    { seed },
  );
});
