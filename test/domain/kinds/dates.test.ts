import type { KindContext } from '../../../src/domain/kinds/index';
import type { KindTemplate } from '../../../src/template/types';
import { doubt, outcome, read } from './context';

const date: KindTemplate = { kind: 'date' };
const birthday: KindTemplate = { kind: 'birthday' };

test.each([
  ['2024-03-05', '2024-03-05'],
  ['2024-3-5', '2024-03-05'],
  ['2024/3/5', '2024-03-05'],
  ['2024.3.5', '2024-03-05'],
  ['2024年3月5日', '2024-03-05'],
  ['２０２４年３月５号', '2024-03-05'],
  ['20240305', '2024-03-05'],
  ['2024-03-05 14:30', '2024-03-05'],
  ['2024-03-05T14:30:00Z', '2024-03-05'],
  ['2024/3/5 下午 2:30', '2024-03-05'],
  ['3/5/2024 2:30:00 PM', 'kind.date.ambiguous'],
  ['2024-03-05（星期二）', '2024-03-05'],
  ['Tuesday, March 5, 2024', '2024-03-05'],
  ['5 Mar 2024', '2024-03-05'],
  ['5th of March, 2024', '2024-03-05'],
  ['05-Mar-24', '2024-03-05'],
  ['Mar-05-2024', '2024-03-05'],
  ['24年3月5日', '2024-03-05'],
  ['民國113年3月5日', '2024-03-05'],
  ['45356', '2024-03-05'],
  ['45356.75', '2024-03-05'],
  [45_356, '2024-03-05'],
  // A cell whose format is a date holds the number for what was typed without marks.
  [20_261_205, '2026-12-05'],
  // As a date cell of that number is read.
  ['57373-04-16', '2026-12-05'],
  ['57373-01-01', 'kind.date.noSuchDay'],
  ['99999-01-01', 'kind.date.form'],
  [20_261_305, 'kind.date.noSuchDay'],
  [57_373_120, 'kind.date.form'],
  [20_261_205.5, 'kind.date.form'],
  ['25/3/2024', '2024-03-25'],
  ['3/25/2024', '2024-03-25'],
  ['12/25/24', '2024-12-25'],
  ['01/31/13', '2013-01-31'],
  ['5/5/2024', '2024-05-05'],
  ['3/4/24', 'kind.date.ambiguous'],
  ['13/05/24', 'kind.date.ambiguous'],
  ['113/3/5', 'kind.date.roc'],
  ['2024-02-30', 'kind.date.noSuchDay'],
  ['31/31/2024', 'kind.date.noSuchDay'],
  ['3月5日', 'kind.date.noYear'],
  ['13', 'kind.date.form'],
  [13_800_138_000, 'kind.date.form'],
  ['明天', 'kind.date.form'],
  ['Marzipan 5 2024', '2024-03-05'],
  ['Foo 5 2024', 'kind.date.form'],
  ['', null],
  [null, null],
])('the date %s reads as %s', (typed, value) => {
  expect(outcome(date, typed)).toBe(value);
});

test.each<[NonNullable<KindContext['dateOrder']>, string, string]>([
  ['dmy', '3/4/24', '2024-04-03'],
  ['mdy', '3/4/24', '2024-03-04'],
  ['dmy', '3/25/2024', '2024-03-25'],
  ['ymd', '13/05/24', '2013-05-24'],
  ['dmy', '13/05/24', '2024-05-13'],
])('by the column’s order %s, %s is %s', (dateOrder, typed, value) => {
  expect(outcome(date, typed, { dateOrder })).toBe(value);
});

test('an ambiguous date names both days, a year of the Republic the one it would be', () => {
  expect(read(date, '3/4/24')).toMatchObject({ reason: { args: { first: '2024-04-03', second: '2024-03-04' } } });
  expect(read(date, '113/3/5')).toMatchObject({ suggestion: '2024-03-05' });
});

test.each([
  ['still to come', { kind: 'date', notAfterToday: true }, '2026-03-12', {}, 'kind.date.future'],
  ['today', { kind: 'date', notAfterToday: true }, '2026-03-11', {}, null],
  [
    'before another column',
    { kind: 'date', notBefore: 'created_at' },
    '2026-03-01',
    { row: { created_at: '2026-03-02 10:00' } },
    'kind.date.before',
  ],
  [
    'on the day of the other column',
    { kind: 'date', notBefore: 'created_at' },
    '2026-03-02',
    { row: { created_at: '2026-03-02 10:00' } },
    null,
  ],
  ['nothing to compare with', { kind: 'date', notBefore: 'created_at' }, '2026-03-01', {}, null],
] as const)('a date %s', (_title, template, value, change, code) => {
  expect(doubt(template, value, change)).toBe(code);
});

test.each([
  ['1988-05-20', '1988-05-20'],
  ['1988/5/20', '1988-05-20'],
  ['19880520', '1988-05-20'],
  ['88-05-20', '1988-05-20'],
  ['03-04-88', 'kind.date.ambiguous'],
  ['30/5/88', '1988-05-30'],
  ['05-20', '05-20'],
  ['5月20日', '05-20'],
  ['5-20', '05-20'],
  ['5/20', '05-20'],
  ['3/4', 'kind.date.ambiguous'],
  ['02-29', '02-29'],
  ['闰06-15', '闰06-15'],
  ['閏六月十五', '闰06-15'],
  ['农历闰6月15', '闰06-15'],
  ['农历八月十五', '08-15'],
  ['農曆1988年八月初五', '1988-08-05'],
  ['腊月廿三', '12-23'],
  ['正月初一', '01-01'],
  ['1862-07-05', '1862-07-05'],
  ['1860-00-01', 'kind.date.noSuchDay'],
  ['13月40日', 'kind.date.noSuchDay'],
  ['19993219', 'kind.date.noSuchDay'],
  ['春天', 'kind.birthday.form'],
  [32_283, '1988-05-20'],
])('the birthday %s reads as %s', (typed, value) => {
  expect(outcome(birthday, typed)).toBe(value);
});

test('a lunar birthday says so', () => {
  expect(read(birthday, '农历八月十五')).toMatchObject({ steps: ['lunar'] });
});

test.each([
  ['2026-03-12', {}, 'kind.birthday.future'],
  ['1862-07-05', {}, 'kind.birthday.tooOld'],
  ['02-30', {}, 'kind.birthday.onlyLunar'],
  ['1987-02-29', {}, 'kind.birthday.onlyLunar'],
  ['1987-02-29', { row: { birthday_cal: '农历' } }, null],
  ['闰06-15', {}, null],
  ['1988-05-20', {}, null],
])('the birthday %s with %j is judged %s', (value, change, code) => {
  expect(doubt(birthday, value, change)).toBe(code);
});

test.each([
  ['2024-03-05 14:30', '2024-03-05 14:30'],
  ['2024/03/05 9:05:59', '2024-03-05 09:05'],
  ['2024-03-05 25:00', 'kind.stamp.form'],
  ['yesterday', 'kind.stamp.form'],
])('the stamp %s reads as %s', (typed, value) => {
  expect(outcome({ kind: 'stamp' }, typed)).toBe(value);
});

test.each([
  ['2024-03-05T14:30:00Z', '2024-03-05T14:30:00Z'],
  ['2024-02-30T14:30:00Z', 'kind.instant.form'],
  ['2024-03-05 14:30', 'kind.instant.form'],
])('the instant %s reads as %s', (typed, value) => {
  expect(outcome({ kind: 'instant' }, typed)).toBe(value);
});
