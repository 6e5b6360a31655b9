// Number formats: what a cell shows.
import { displayText, isDateFormat } from '../../local/host/display';

test.each([
  ['0', 1234.5, '1235'],
  ['0.00', 1.005, '1.01'],
  ['0.00', -1.005, '-1.01'],
  ['#,##0', 1234567, '1,234,567'],
  ['#,##0.00', 0.5, '0.50'],
  ['#,##0.##', 1234.5, '1,234.5'],
  ['0%', 0.126, '13%'],
  ['0.0%', 0.1264, '12.6%'],
  ['"¥"#,##0.00', 88, '¥88.00'],
  ['[$¥-804]#,##0', -88, '-¥88'],
  ['0.00E+00', 12345, '1.23E+04'],
  ['000', 7, '007'],
  ['0;(0);"none"', -5, '(5)'],
  ['0;(0);"none"', 0, 'none'],
  ['0 "days"', 3, '3 days'],
  ['@', 5, '5'],
  ['General', 0.1 + 0.2, '0.3'],
  ['General', 1 / 3, '0.3333333333'],
  ['General', 123456789012345, '123456789012345'],
  ['yyyy-mm-dd', 46027, '2026-01-05'],
  ['yyyy"年"m"月"d"日"', 46027, '2026年1月5日'],
  ['m/d/yy', 46027, '1/5/26'],
  ['ddd, mmm d', 46027, 'Mon, Jan 5'],
  ['yyyy-mm-dd hh:mm', 46027.5208333333, '2026-01-05 12:30'],
  ['h:mm am/pm', 0.75, '6:00 PM'],
  ['mm:ss', 0.5 / 1440 + 5 / 1440, '05:30'],
  ['[h]:mm', 1.5, '36:00'],
])('%s of %p is %s', (format, value, text) => {
  expect(displayText(value, format, 'en_US')).toBe(text);
});

test.each([
  ['yyyy-mm-dd', true],
  ['h:mm', true],
  ['[h]:mm', true],
  ['m"月"d"日"', true],
  ['General', false],
  ['@', false],
  ['0.00', false],
  ['[Red]0', false],
  ['0 "days"', false],
  ['0.00E+00', false],
  ['#,##0 \\h', false],
])('%s shows a date: %p', (format, yes) => {
  expect(isDateFormat(format)).toBe(yes);
});
