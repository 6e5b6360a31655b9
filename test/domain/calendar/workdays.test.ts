// Working days of mainland China, of regions without a table, and of teams with rules of their own.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { onLeave } from '../../../src/domain/calendar/leave';
import { type DayType, isWorkingDay, knowsYear, nextWorkingDay, overrideKey } from '../../../src/domain/calendar/workdays';
import { addDays } from '../../../src/domain/days';

const NONE: ReadonlyMap<string, DayType> = new Map();

test.each([
  ['2026-02-17', false, 'Spring Festival'],
  ['2026-02-14', true, 'a Saturday worked before the holiday'],
  ['2026-02-23', false, 'a Monday off instead of a worked weekend'],
  ['2026-03-11', true, 'an ordinary Wednesday'],
  ['2026-03-14', false, 'an ordinary Saturday'],
  ['2041-01-01', true, 'a year without a table knows weekends only'],
  ['2041-01-05', false, 'and its Saturdays are off'],
])('%s in CN works: %s (%s)', (day, works) => {
  expect(isWorkingDay(day, 'CN', NONE)).toBe(works);
});

test('agrees with the package the table was made from, on every day it knows', () => {
  const anyDay = fc.integer({ min: 0, max: 8400 }).map((days) => addDays('2004-01-01', days));
  fc.assert(
    fc.property(anyDay, (day) => {
      fc.pre(knowsYear(day, 'CN'));
      expect(isWorkingDay(day, 'CN', NONE)).toBe(chineseDays.isWorkday(day));
    }),
    { seed: 20260101, numRuns: 2000 },
  );
});

test('what the team wrote into its calendar wins, for its own region only', () => {
  const overrides = new Map<string, DayType>([
    [overrideKey('CN', '2026-03-11'), 'off'],
    [overrideKey('CN', '2026-02-17'), 'work'],
  ]);
  expect(isWorkingDay('2026-03-11', 'CN', overrides)).toBe(false);
  expect(isWorkingDay('2026-02-17', 'CN', overrides)).toBe(true);
  expect(isWorkingDay('2026-03-11', 'SG', overrides)).toBe(true);
});

test.each([
  ['2026-03-11', '2026-03-11', 'a working day is its own next'],
  ['2026-03-14', '2026-03-16', 'over a weekend'],
  ['2026-02-15', '2026-02-24', 'over Spring Festival'],
])('after %s comes %s (%s)', (day, next) => {
  expect(nextWorkingDay(day, 'CN', NONE)).toBe(next);
});

test('a team that never works is not waited for', () => {
  const always = { get: () => 'off' } as unknown as ReadonlyMap<string, DayType>;
  expect(nextWorkingDay('2026-03-11', 'CN', always)).toBe('2026-03-11');
});

test('the committed table is what the installed package says', () => {
  const made = execFileSync(process.execPath, ['scripts/generate-calendar.mjs', '--print'], { encoding: 'utf8' });
  expect(readFileSync('src/domain/calendar/cn.generated.json', 'utf8')).toBe(made);
});

test.each([
  ['2026-02-10..2026-02-15; 2026-05-06', '2026-02-10', true],
  ['2026-02-10..2026-02-15; 2026-05-06', '2026-02-15', true],
  ['2026-02-10..2026-02-15; 2026-05-06', '2026-02-16', false],
  ['2026-02-10..2026-02-15；2026-05-06', '2026-05-06', true],
  ['next week', '2026-05-06', false],
  ['', '2026-05-06', false],
])('leave %p on %s: %s', (leave, day, away) => {
  expect(onLeave(leave, day)).toBe(away);
});
