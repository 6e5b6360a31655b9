// Values as the sidebar shows them.

import type { Say } from '../../sidebar/panel';
import { dayName, phone, size } from '../../sidebar/show';
import { say as sentence } from '../../src/i18n/index';

const say: Say = (said, args = {}) => sentence('zh-CN', typeof said === 'string' ? { code: said, args } : said);

test.each([
  ['a day of this year by name', '2026-03-18', 'zh-CN', '3月18日 周三'],
  ['the same in English', '2026-03-18', 'en', 'Wed 18 March'],
  ['another year in full', '2027-01-02', 'en', '2027-01-02'],
  ['what is no day as it stands', 'soon', 'en', 'soon'],
] as const)('%s', (_title, day, locale, shown) => {
  expect(dayName(day, locale, '2026-03-11')).toBe(shown);
});

test.each([
  ['a mainland mobile in groups, without its code', '+8613800002468', '138 0000 2468'],
  ['a foreign number with its code', '+447700900123', '+447700900123'],
  ['a mainland landline with its code', '+861065529988', '+861065529988'],
  ['a number a list has rounded as lost', '1.38E+10', '号码损坏'],
  ['what is no number as it stands', '前台转 12', '前台转 12'],
])('%s', (_title, stored, shown) => {
  expect(phone(say, stored)).toBe(shown);
});

test.each([
  [512, '512 B'],
  [592_676, '593 kB'],
  [1_181_009, '1.2 MB'],
])('%i bytes read %s', (bytes, shown) => {
  expect(size(bytes, 'en')).toBe(shown);
});
