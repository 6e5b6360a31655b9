// A new pool from the built bundle: what is made, what it costs, and that nothing is left to do afterwards.
import { type TableKey, tableOf, workbook } from '../../src/template/index';
import type { Preset, SheetTemplate } from '../../src/template/types';
import { apply, CHINESE, columnOf, findSheet, markersOf, openEmpty, openPool, plan, sheetOf } from './pool';

const presets: readonly Preset[] = ['b2b', 'retail', 'consulting', 'ecommerce'];
const sheets = Object.entries<SheetTemplate>(workbook.sheets) as [TableKey, SheetTemplate][];

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  test.each(presets)('%s: applied within 400 calls and 30 virtual seconds, then nothing is left to do', (preset) => {
    const host = openEmpty();
    const result = apply(host, { locale, preset });
    expect(result).toMatchObject({ finished: true, plan: { state: 'new' } });
    expect(host.calls.reads + host.calls.writes).toBeLessThanOrEqual(400);
    expect(host.virtualSeconds).toBeLessThanOrEqual(30);

    host.resetCalls();
    const second = apply(host, { locale, preset });
    expect(second).toMatchObject({ operations: 0, finished: true, plan: { state: 'current', operations: 0 } });
    expect(host.calls.writes).toBe(0);
    expect(host.calls.reads).toBeLessThanOrEqual(80);
  });

  test.each(presets)('%s: the sheets of the template, visible as the preset says, no other', (preset) => {
    const host = openPool({ locale, preset });
    const wanted = sheets.filter(([, { made, shown }]) => made === 'apply' || shown === 'all' || shown?.includes(preset));
    const found = host.book.sheets.map(({ name, hidden }) => [name, hidden]);
    expect(found).toEqual(wanted.map(([, { label, shown }]) => [label[locale], !(shown === 'all' || shown?.includes(preset))]));
  });
});

describe('a new pool', () => {
  const host = openPool();
  const tables = sheets.filter(([key, { shape }]) => shape === 'table' && findSheet(host, key) !== undefined).map(([key]) => key);

  test('has no columns but ours, and open rows below the data', () => {
    for (const key of tables) {
      const { cells, maxColumns, maxRows } = sheetOf(host, key);
      expect(cells[0]).toEqual(Object.keys(tableOf(key).columns));
      expect(maxColumns).toBe(Object.keys(tableOf(key).columns).length);
      expect(maxRows).toBe(cells.length + 200);
    }
  });

  test('hides the key row, freezes the head and shows the columns of the preset', () => {
    for (const key of tables) {
      const { hiddenRows, frozenRows, frozenColumns, hiddenColumns } = sheetOf(host, key);
      expect([[...hiddenRows], frozenRows, frozenColumns]).toEqual([[1], 2, tableOf(key).frozenColumns ?? 0]);
      if (key !== 'customers') expect(hiddenColumns.size).toBe(0);
    }
    const shown = Object.entries(tableOf('customers').columns).filter(
      ([, column]) => column.shown === 'all' || column.shown?.includes('b2b'),
    );
    const { hiddenColumns, maxColumns } = sheetOf(host, 'customers');
    expect(maxColumns - hiddenColumns.size).toBe(shown.length);
    expect(shown.every(([key]) => !hiddenColumns.has(columnOf(host, 'customers', key)))).toBe(true);
  });

  test('carries every format rule of ours, on data rows to the end of the sheet', () => {
    for (const key of tables) {
      const sheet = sheetOf(host, key);
      expect(markersOf(sheet)).toEqual((tableOf(key).formats ?? []).map((format) => format.key));
      for (const { areas } of sheet.conditionalFormats) {
        expect(areas.every(({ row, rows }) => row === 3 && rows === sheet.maxRows - 2)).toBe(true);
      }
    }
  });

  test('computes its dashboard without an error', () => {
    const cells = sheetOf(host, 'dashboard').cells.flatMap((line) => line ?? []);
    expect(cells.filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([]);
    expect(sheetOf(host, 'dashboard').charts).toHaveLength(4);
  });

  test('makes whoever built it its first admin', () => {
    const [keys = [], , first = []] = host.values(sheetOf(host, 'users').name);
    const person = Object.fromEntries(keys.map((key, i) => [String(key), first[i]]));
    expect(person).toMatchObject({ user_id: 'U-000001', email: 'owner@example.com', role: '管理员', active: true });
  });

  test('offers nothing that its own rules refuse', () => {
    const choices = sheetOf(host, 'dashboard').cells[1] ?? [];
    expect([choices[9], choices[11]]).toEqual(['本月', '全部负责人']);
  });
});

test('a spreadsheet in use keeps its sheets; a name that is taken gets a suffix', () => {
  const host = openEmpty();
  host.edit("'工作表1'!A1", '我的笔记');
  host.renameSheet('工作表1', '订单');
  apply(host, CHINESE);
  expect(host.values('订单')).toEqual([['我的笔记']]);
  expect(sheetOf(host, 'orders').name).toBe('订单(客户池)');
  expect(plan(host)).toMatchObject({ state: 'current', operations: 0 });
});

test('what a plan says is what an apply does', () => {
  const host = openEmpty();
  const { operations, byType, columns, shownColumns, charts } = plan(host, CHINESE);
  const done = apply(host, CHINESE);
  const { maxColumns, hiddenColumns } = sheetOf(host, 'customers');
  expect({ columns, shownColumns, charts }).toEqual({
    columns: maxColumns,
    shownColumns: maxColumns - hiddenColumns.size,
    charts: sheetOf(host, 'dashboard').charts.length,
  });
  expect(done.operations).toBe(operations);
  expect(done.plan.byType).toEqual(byType);
});

test('a run that is short of time stops, and the next one goes on', () => {
  const host = openEmpty({ cost: { write: 2000 } });
  const first = apply(host, CHINESE);
  expect(first.finished).toBe(false);
  let calls = 1;
  while (!apply(host, CHINESE).finished) calls++;
  expect(calls).toBeLessThan(6);
  expect(plan(host)).toMatchObject({ state: 'current', operations: 0 });
});

test('only an admin repairs a pool that stands', () => {
  const host = openPool();
  host.clear(`'${sheetOf(host, 'orders').name}'!A2`);
  const reply = host.as('wei@example.com').rpc('applyTemplate', {}) as { ok: boolean; code?: string };
  expect(reply).toMatchObject({ ok: false, code: 'template.admin' });
});

test('the hourly run tells the dashboard the time', () => {
  const host = openPool();
  expect(host.rpc('remindersOn')).toMatchObject({ ok: true });
  host.advanceTo('2026-03-12T10:30');
  const { name } = sheetOf(host, 'dashboard');
  expect(host.shown(name)[2]?.[15]).toMatch(/^2026-03-12 (09|10):\d\d$/);
  expect(host.shown(name)[3]?.[15]).toBe('2026-03-12');
  expect(plan(host)).toMatchObject({ state: 'current', operations: 0 });
});
