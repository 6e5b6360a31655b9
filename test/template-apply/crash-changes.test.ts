// Repair, a change of language and of the line of business, killed at every service write and run again: always the same end.
import { struck } from '../acts/strike';
import { otherEnds } from './kill';
import { apply, at, CHINESE, columnOf, openEmpty, openPool, plan, sheetOf } from './pool';

/** A few hundred kills, each with the run that follows it. */
const MINUTES = 10 * 60_000;

test(
  'repairing one in which much is broken',
  () => {
    const host = openPool();
    const customers = sheetOf(host, 'customers').name;
    host.edit(at(host, 'customers', 'name', 3), '张伟');
    host.deleteSheet(sheetOf(host, 'products').name);
    host.deleteSheet(sheetOf(host, 'guide').name);
    host.deleteRows(sheetOf(host, 'orders').name, 1);
    host.insertColumns(customers, 3);
    host.edit(`'${customers}'!C2`, '昵称');
    for (const key of ['wechat', 'stage', 'cf_2']) host.deleteColumns(customers, columnOf(host, 'customers', key));
    host.clear(at(host, 'customers', 'mobile', 1));
    host.clear(at(host, 'customers', 'email', 2));
    const sheet = sheetOf(host, 'customers');
    sheet.validations.get(columnOf(host, 'customers', 'tier'))?.set(3, 50, null);
    sheet.conditionalFormats = sheet.conditionalFormats.slice(5);
    sheet.protections = [];
    sheetOf(host, 'interactions').protections = [];
    sheetOf(host, 'dashboard').charts = [];
    host.edit(`'${sheetOf(host, 'dashboard').name}'!B6`, '42');
    expect(otherEnds(host, {})).toEqual([]);
  },
  MINUTES,
);

test(
  'changing the language',
  () => {
    const host = openPool();
    for (const [column, value] of [
      ['name', '张伟'],
      ['tier', '重要'],
      ['stage', '潜在客户'],
      ['province', '江苏省'],
      ['city', '苏州市'],
    ] as const) {
      host.edit(at(host, 'customers', column, 3), value);
    }
    expect(otherEnds(host, { locale: 'en' })).toEqual([]);
  },
  MINUTES,
);

test(
  'changing the line of business',
  () => {
    expect(otherEnds(openPool(), { preset: 'consulting' })).toEqual([]);
  },
  MINUTES,
);

test('a killed apply is finished as it was meant before another language is made of it', () => {
  const host = openEmpty();
  expect(struck(host, { write: 60, effect: 'after' }, () => apply(host, CHINESE))).toBe(true);
  apply(host, { locale: 'en' });
  const english = openPool({ locale: 'en', preset: 'b2b' });
  apply(english, { locale: 'zh-CN' });
  apply(english, { locale: 'en' });
  expect(host.book.sheets.map(({ name }) => name)).toEqual(english.book.sheets.map(({ name }) => name));
  expect(sheetOf(host, 'customers').cells[1]).toEqual(sheetOf(english, 'customers').cells[1]);
  expect(plan(host)).toMatchObject({ state: 'current', operations: 0 });
});
