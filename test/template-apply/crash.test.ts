// Apply, repair, a change of language and an upgrade of the line of business, killed at every service write and run again.
import { differences, type Host, Killed } from '../../local/host/index';
import type { TemplateChoice } from '../../src/contract/template-api';
import { apply, at, CHINESE, columnOf, openEmpty, openPool, plan, sheetOf } from './pool';

/** Whether the fault struck before the act was over. */
function struck(host: Host, write: number, effect: 'before' | 'after', choice: TemplateChoice): boolean {
  host.failAt({ write, effect });
  try {
    apply(host, choice);
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  } finally {
    host.failAt(null);
  }
}

/**
 * Kills the act at each of its writes and runs it again; lists where the end differs from the undisturbed one. Killed before a write
 * is killed after the one before: nothing the workbook keeps happens in between. So `after` is tried everywhere, `before` here and
 * there.
 */
function otherEnds(host: Host, choice: TemplateChoice): string[] {
  const from = host.snapshot();
  host.resetCalls();
  apply(host, choice);
  const { writes } = host.calls;
  const end = host.snapshot();
  const states = stateOf(host);
  const bad: string[] = [];
  for (let write = 1; write <= writes; write++) {
    for (const effect of write % 11 === 1 ? (['before', 'after'] as const) : (['after'] as const)) {
      host.restore(from);
      if (!struck(host, write, effect, choice)) bad.push(`${effect} write ${write}: not killed`);
      apply(host, choice);
      const found = differences(end.book, host.book, 3);
      if (stateOf(host) !== states) found.push(`${states} → ${stateOf(host)}`);
      bad.push(...found.map((text) => `${effect} write ${write}: ${text}`));
    }
  }
  host.restore(end);
  expect(plan(host)).toMatchObject({ state: 'current', operations: 0 });
  return bad;
}

/** What the product keeps about the workbook outside its cells. */
function stateOf(host: Host): string {
  return ['cp:state', 'cp:apply'].map((key) => host.properties.get(key)).join();
}

test('making a pool', () => {
  expect(otherEnds(openEmpty(), CHINESE)).toEqual([]);
});

test('repairing one in which much is broken', () => {
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
});

test('changing the language', () => {
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
});

test('changing the line of business', () => {
  expect(otherEnds(openPool(), { preset: 'consulting' })).toEqual([]);
});

test('a killed apply is finished as it was meant before another language is made of it', () => {
  const host = openEmpty();
  expect(struck(host, 60, 'after', CHINESE)).toBe(true);
  apply(host, { locale: 'en' });
  const english = openPool({ locale: 'en', preset: 'b2b' });
  apply(english, { locale: 'zh-CN' });
  apply(english, { locale: 'en' });
  expect(host.book.sheets.map(({ name }) => name)).toEqual(english.book.sheets.map(({ name }) => name));
  expect(sheetOf(host, 'customers').cells[1]).toEqual(sheetOf(english, 'customers').cells[1]);
  expect(plan(host)).toMatchObject({ state: 'current', operations: 0 });
});
