// Days as people say them, in both languages.
import { sayDate, sayDay } from '../../../src/domain/calendar/spoken';

const TODAY = '2026-03-11';

test.each([
  ['2026-03-07', '逾期 4 天', '4 days late'],
  ['2026-03-10', '逾期 1 天', '1 day late'],
  ['2026-03-11', '今天', 'Today'],
  ['2026-03-12', '明天', 'Tomorrow'],
  ['2026-03-13', '周五', 'Fri'],
  ['2026-03-17', '周二', 'Tue'],
  ['2026-03-18', '3月18日 周三', 'Wed 18 March'],
  ['2027-01-04', '2027-01-04', '2027-01-04'],
])('%s seen from Wednesday 11 March 2026', (day, zh, en) => {
  expect(sayDay(day, TODAY, 'zh-CN')).toBe(zh);
  expect(sayDay(day, TODAY, 'en')).toBe(en);
});

test('a date carries its weekday', () => {
  expect(sayDate('2026-11-01', 'zh-CN')).toBe('11月1日 周日');
  expect(sayDate('2026-11-01', 'en')).toBe('Sun 1 November');
});
