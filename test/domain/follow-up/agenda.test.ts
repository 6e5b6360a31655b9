// The next day to follow up: cadence, holidays and days worked instead of them, leave, full days; and the days to put it off to.
import fc from 'fast-check';
import { isWorkingDay, overrideKey } from '../../../src/domain/calendar/workdays';
import { addDays, weekday } from '../../../src/domain/days';
import { nextFollowUp, type Planning, snoozeChoices } from '../../../src/domain/follow-up/agenda';
import { bookedBy } from '../../../src/domain/follow-up/load';
import { type Message, say } from '../../../src/i18n/index';

/** A Wednesday. */
const WEDNESDAY = '2026-03-11';

interface Circumstances {
  readonly today?: string;
  readonly leave?: string;
  readonly offDay?: Planning['calendar']['offDay'];
  readonly booked?: Readonly<Record<string, number>>;
  readonly overrides?: Planning['calendar']['overrides'];
  readonly region?: string;
}

function planning(of: Circumstances = {}): Planning {
  const { today = WEDNESDAY, leave = '', offDay = 'next', booked = {}, overrides = new Map(), region = 'CN' } = of;
  return {
    today,
    calendar: { region, overrides, leave, offDay },
    load: { booked: new Map(Object.entries(booked)), cap: 15 },
    cadence: { key: 7, standard: 30, prospect: 14 },
  };
}

const said = (why: readonly Message[]) => why.map((reason) => say('zh-CN', reason)).join('；');

test.each<[string, string, boolean, Circumstances, string, string]>([
  [
    'the cadence of the tier',
    'key',
    true,
    { booked: { '2026-03-18': 6 } },
    '2026-03-18',
    '重要客户每 7 天；当天已排 6 位，上限 15',
  ],
  ['an ordinary customer', 'standard', true, {}, '2026-04-10', '普通客户每 30 天；当天已排 0 位，上限 15'],
  ['a prospect', 'prospect', true, {}, '2026-03-25', '潜在客户每 14 天；当天已排 0 位，上限 15'],
  ['a tier of the team’s own keeps the ordinary cadence', 'gold', true, {}, '2026-04-10', '每 30 天；当天已排 0 位，上限 15'],
  [
    'a Saturday moves to Monday',
    'key',
    true,
    { today: '2026-03-14' },
    '2026-03-23',
    '重要客户每 7 天；2026-03-21 休息；当天已排 0 位，上限 15',
  ],
  [
    'a holiday moves behind its last day',
    'key',
    true,
    { today: '2026-02-10' },
    '2026-02-24',
    '重要客户每 7 天；2026-02-17 休息；当天已排 0 位，上限 15',
  ],
  [
    'a Saturday that is worked stays',
    'key',
    true,
    { today: '2026-02-07' },
    '2026-02-14',
    '重要客户每 7 天；当天已排 0 位，上限 15',
  ],
  [
    'days off may be brought forward',
    'key',
    true,
    { today: '2026-03-14', offDay: 'previous' },
    '2026-03-20',
    '重要客户每 7 天；2026-03-21 休息；当天已排 0 位，上限 15',
  ],
  [
    'but not to today',
    'prospect',
    false,
    { today: '2026-03-13', offDay: 'previous' },
    '2026-03-16',
    '没联系上，下个工作日再试；2026-03-14 休息；当天已排 0 位，上限 15',
  ],
  ['or be kept', 'key', true, { today: '2026-03-14', offDay: 'keep' }, '2026-03-21', '重要客户每 7 天；当天已排 0 位，上限 15'],
  [
    'leave counts like a day off',
    'key',
    true,
    { leave: '2026-03-16..2026-03-19' },
    '2026-03-20',
    '重要客户每 7 天；2026-03-18 休假；当天已排 0 位，上限 15',
  ],
  [
    'a day the team declared off',
    'key',
    true,
    { overrides: new Map([[overrideKey('CN', '2026-03-18'), 'off']]) },
    '2026-03-19',
    '重要客户每 7 天；2026-03-18 休息；当天已排 0 位，上限 15',
  ],
  [
    'a full day moves to the next with room',
    'prospect',
    true,
    { booked: { '2026-03-25': 15, '2026-03-26': 20, '2026-03-27': 14 } },
    '2026-03-27',
    '潜在客户每 14 天；2026-03-25 已满；当天已排 14 位，上限 15',
  ],
  [
    'over a weekend',
    'prospect',
    true,
    { booked: { '2026-03-25': 15, '2026-03-26': 15, '2026-03-27': 15 } },
    '2026-03-30',
    '潜在客户每 14 天；2026-03-25 已满；当天已排 0 位，上限 15',
  ],
  [
    'a key customer stays on a full day',
    'key',
    true,
    { booked: { '2026-03-18': 15 } },
    '2026-03-18',
    '重要客户每 7 天；当天已排 15 位，上限 15',
  ],
  [
    'where nothing is free the day stands, and it is said',
    'prospect',
    true,
    { booked: { '2026-03-25': 15, '2026-03-26': 15, '2026-03-27': 15, '2026-03-30': 15 } },
    '2026-03-25',
    '潜在客户每 14 天；2026-03-25 和之后 3 个工作日都已满；当天已排 15 位，上限 15',
  ],
  [
    'nobody reached: the next working day',
    'standard',
    false,
    { today: '2026-03-13', booked: { '2026-03-16': 2 } },
    '2026-03-16',
    '没联系上，下个工作日再试；2026-03-14 休息；当天已排 2 位，上限 15',
  ],
])('%s', (_title, tier, reached, of, day, why) => {
  const planned = nextFollowUp(tier, reached, planning(of));
  expect({ day: planned.day, why: said(planned.why) }).toEqual({ day, why });
});

test.each<[string, string | null, Circumstances, string[]]>([
  ['from an overdue day the count begins today', '2026-03-02', {}, ['2026-03-12', '2026-03-16', '2026-03-18', '2026-03-16']],
  ['and so it does without a date', null, {}, ['2026-03-12', '2026-03-16', '2026-03-18', '2026-03-16']],
  ['from a coming day it begins there', '2026-03-13', {}, ['2026-03-16', '2026-03-16', '2026-03-20', '2026-03-16']],
  ['on a Monday the next one is meant', '2026-03-16', {}, ['2026-03-17', '2026-03-19', '2026-03-23', '2026-03-23']],
  [
    'over the spring festival, a Saturday worked',
    null,
    { today: '2026-02-13' },
    ['2026-02-14', '2026-02-24', '2026-02-24', '2026-02-24'],
  ],
  ['and leave', null, { leave: '2026-03-12; 2026-03-16' }, ['2026-03-13', '2026-03-17', '2026-03-18', '2026-03-17']],
])('snoozing %s', (_title, due, of, days) => {
  expect(snoozeChoices(due, planning(of)).map(({ day }) => day)).toEqual(days);
});

test('a full day says so and can be chosen all the same', () => {
  const [tomorrow, monday] = snoozeChoices(null, planning({ booked: { '2026-03-12': 15, '2026-03-16': 14 } }));
  expect(tomorrow).toEqual({ step: 'plus_1d', day: '2026-03-12', booked: 15, full: true });
  expect(monday).toEqual({ step: 'plus_3d', day: '2026-03-16', booked: 14, full: false });
});

test('a planned day is worked on, comes after today, and is full only where that is said', () => {
  const anyDay = fc.integer({ min: 0, max: 1400 }).map((days) => addDays('2025-01-01', days));
  const loads = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 60, maxLength: 60 });
  const anyTier = fc.constantFrom('key', 'standard', 'prospect', '');
  fc.assert(
    fc.property(
      anyDay,
      loads,
      anyTier,
      fc.boolean(),
      fc.constantFrom('next', 'previous'),
      (today, counts, tier, reached, offDay) => {
        const booked = Object.fromEntries(counts.map((count, i) => [addDays(today, i), count]));
        const { day, why } = nextFollowUp(tier, reached, planning({ today, booked, offDay }));
        expect(isWorkingDay(day, 'CN', new Map())).toBe(true);
        expect(day > today).toBe(true);
        const codes = why.map(({ code }) => code);
        const isFull = (booked[day] ?? 0) >= 15;
        expect(isFull && tier !== 'key').toBe(codes.includes('followUp.noRoom'));
        expect(codes[codes.length - 1]).toBe('followUp.booked');
      },
    ),
    { seed: 20260101, numRuns: 500 },
  );
});

test('next Monday is one where nobody has off', () => {
  const anyDay = fc.integer({ min: 0, max: 1400 }).map((days) => addDays('2041-01-01', days));
  fc.assert(
    fc.property(anyDay, (today) => {
      const monday = snoozeChoices(null, planning({ today })).find(({ step }) => step === 'next_mon')?.day ?? '';
      expect(weekday(monday)).toBe(1);
      expect(monday > today && monday <= addDays(today, 7)).toBe(true);
    }),
    { seed: 20260101 },
  );
});

test('an owner’s load: his own, from today on, of customers somebody follows up', () => {
  const of = (owner: string, nextFollowUp: string | null, status = 'contacting') => ({ owner, status, nextFollowUp });
  const booked = bookedBy(
    '魏然',
    [
      of('魏然', '2026-03-12'),
      of('魏然', '2026-03-12', 'won'),
      of('魏然', '2026-03-12', 'invalid'),
      of('魏然', '2026-03-10'),
      of('魏然', null),
      of('李雷', '2026-03-12'),
      of('', '2026-03-12'),
    ],
    WEDNESDAY,
  );
  expect([...booked]).toEqual([['2026-03-12', 2]]);
});
