// Changing language and line of business: what we shipped follows, what people typed stays, and the way back leads to the same workbook.
import { differences, type Host } from '../../local/host/index';
import { workbook } from '../../src/template/index';
import { apply, at, labelsOf, openPool, plan, sheetOf } from './pool';

/** A pool with a customer, an order, words of the team's own, and cells that only look like options. */
function used(): Host {
  const host = openPool();
  const typed = {
    name: '张伟',
    tier: '重要',
    sales_status: '谈判中',
    gender: '男',
    country: 'CN',
    province: '江苏省',
    city: '苏州市',
    remark: '重要',
  };
  for (const [column, value] of Object.entries(typed)) host.edit(at(host, 'customers', column, 3), value);
  // Without its province a city's name must lead back to it: 苏州 and 宿州 are both Suzhou.
  host.edit(at(host, 'customers', 'city', 4), '宿州市');
  // The sheet filled it in.
  host.edit(at(host, 'customers', 'province', 4), '');
  host.edit(at(host, 'customers', 'city', 5), '上海市');
  host.edit(at(host, 'interactions', 'result', 3), '未接');
  host.edit(at(host, 'customers', 'mobile', 2), '电话一');
  host.edit(`'${sheetOf(host, 'settings').name}'!B9`, '10');
  host.renameSheet(sheetOf(host, 'orders').name, '销售单');
  return host;
}

function row(host: Host, key: 'customers' | 'interactions', line: number): Record<string, unknown> {
  const { cells } = sheetOf(host, key);
  return Object.fromEntries((cells[0] ?? []).map((name, i) => [String(name), cells[line - 1]?.[i] ?? null]));
}

test('labels, options, places, notes, names of sheets and words of pages follow', () => {
  const host = used();
  apply(host, { locale: 'en' });
  expect(row(host, 'customers', 3)).toMatchObject({
    name: '张伟',
    tier: 'Key',
    sales_status: 'Negotiating',
    gender: 'Male',
    province: 'Jiangsu',
    city: 'Suzhou',
    remark: '重要',
  });
  expect([row(host, 'customers', 4)['city'], row(host, 'customers', 5)['city']]).toEqual(['宿州市', 'Shanghai']);
  expect(row(host, 'interactions', 3)['result']).toBe('No answer');
  expect(labelsOf(host, 'customers')).toMatchObject({ name: 'Name', mobile: '电话一' });
  const { notes, validations } = sheetOf(host, 'customers');
  expect(notes.get(2)?.get(2)).toBe(workbook.sheets.customers.columns.name.help.en);
  expect(validations.get(17)?.at(50)?.values).toEqual(['Key', 'Standard', 'Prospect']);
  expect(host.book.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['Customers', '销售单', 'Dashboard']));
  expect(host.shown('Dashboard')[1]).toEqual(expect.arrayContaining(['Dashboard', 'This month', 'All owners']));
  expect(
    host
      .shown('Settings')
      .slice(2, 4)
      .map((line) => line[1]),
  ).toEqual(['English', 'B2B']);
  expect(host.shown('Settings')[8]?.[1]).toBe('10');
  expect(plan(host)).toMatchObject({ state: 'current', operations: 0 });
});

test('from Chinese to English and back is the same workbook', () => {
  const host = used();
  const before = host.snapshot();
  const state = host.properties.get('cp:state');
  apply(host, { locale: 'en' });
  apply(host, { locale: 'zh-CN' });
  expect(differences(before.book, host.book)).toEqual([]);
  expect(host.properties.get('cp:state')).toBe(state);
});

test('issues keep their marks: entries begin with the labels in force, and the way back leads to the same', () => {
  const host = openPool();
  host.edit(at(host, 'customers', 'name', 3), '张伟');
  host.edit(at(host, 'customers', 'mobile', 2), '电话一');
  host.edit(at(host, 'customers', 'phone', 3), '12');
  host.edit(at(host, 'customers', 'email', 3), 'a@@example.com');
  const typed = String(row(host, 'customers', 3)['issue']);
  const { columns } = workbook.sheets.customers;
  const { phone, wechat } = columns;
  expect(typed).toContain(`${phone.label['zh-CN']} → `);
  const more = `${typed} · ${wechat.label['zh-CN']} = C-000144 · 电话一 → 短 · 没有联系方式`;
  host.edit(at(host, 'customers', 'issue', 3), more);
  const before = host.snapshot();
  apply(host, { locale: 'en' });
  const said = (text: string) => text.split(' · ').map((entry) => entry.split(/ → | = /)[0]);
  expect(said(String(row(host, 'customers', 3)['issue']))).toEqual(
    said(more).map((label) => Object.values(columns).find((column) => column.label['zh-CN'] === label)?.label.en ?? label),
  );
  expect(labelsOf(host, 'customers')).toMatchObject({ phone: phone.label.en, mobile: '电话一' });
  apply(host, { locale: 'zh-CN' });
  expect(differences(before.book, host.book)).toEqual([]);
});

test('an English pool in Chinese and back is the same workbook', () => {
  const host = openPool({ locale: 'en', preset: 'retail' });
  const before = host.snapshot();
  apply(host, { locale: 'zh-CN' });
  apply(host, { locale: 'en' });
  expect(differences(before.book, host.book)).toEqual([]);
});

test.each(['retail', 'consulting', 'ecommerce'] as const)('from B2B to %s and back shows the same', (preset) => {
  const host = used();
  // Columns people showed or hid themselves are theirs, where the presets agree.
  const { hiddenColumns } = sheetOf(host, 'customers');
  hiddenColumns.add(2);
  apply(host, { preset });
  const before = host.snapshot();
  expect(plan(host).operations).toBe(0);
  expect(sheetOf(host, 'customers').hiddenColumns.has(2)).toBe(true);
  apply(host, { preset: 'b2b' });
  apply(host, { preset });
  expect(differences(before.book, host.book)).toEqual([]);
});

test('a change of preset changes the settings it brings, unless somebody had changed them', () => {
  const host = openPool();
  const value = (name: string) => host.values(sheetOf(host, 'settings').name).find(([key]) => key === name)?.[1];
  const line = host.values(sheetOf(host, 'settings').name).findIndex(([key]) => key === 'reminders.cadence_standard') + 1;
  host.edit(`'${sheetOf(host, 'settings').name}'!B${line}`, '45');
  apply(host, { preset: 'retail' });
  expect([value('reminders.cadence_key'), value('reminders.cadence_standard')]).toEqual(['30', '45']);
});

test('the home region is a setting', () => {
  const host = openPool({ locale: 'en', preset: 'ecommerce', homeRegion: 'SG' });
  const value = () => host.values('Settings').find(([key]) => key === 'general.home_region')?.[1];
  expect(value()).toBe('SG');
  apply(host, { homeRegion: 'MY' });
  expect(value()).toBe('MY');
  expect(plan(host).operations).toBe(0);
});
