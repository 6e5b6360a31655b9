// Custom fields: header, rule, import and form follow what an admin made of a spare column, and nothing in it is lost.

import type { FieldChange } from '../../src/contract/settings-api';
import type { CustomField, FieldKind } from '../../src/template/types';
import { call, cellOf, FIRST, finish, type Host, newPool, OWNER, recordsIn, refusal, tabOf } from '../acts/pool';
import { commit, stageFile } from '../import/pool';
import { columnOf, labelsOf, sheetOf } from '../template-apply/pool';
import { dropdown, fill, ruleOn } from './pool';

const MODEL: FieldChange = {
  slot: 'cf_1',
  field: { kind: 'enum', label: { 'zh-CN': '车型', en: 'Car model' } },
  options: [
    { 'zh-CN': '轿车', en: 'Saloon' },
    { 'zh-CN': '货车', en: 'Truck' },
  ],
};

const isHidden = (host: Host, column: string) =>
  sheetOf(host, 'customers').hiddenColumns.has(columnOf(host, 'customers', column));

function field(kind: FieldKind, zh = '字段', en = 'Field'): CustomField {
  return { kind, label: { 'zh-CN': zh, en } };
}

test('a field with a list of its own: header, dropdown, import column, typed value, other language, turned off and on again', () => {
  const host = newPool();
  fill(host, 3, (i) => ({ cf_1: ['truck', '轿车', '飞机'][i] ?? null }));
  expect(isHidden(host, 'cf_1')).toBe(true);
  expect(call(host, 'planField', MODEL)).toEqual({ filled: 3, rewritten: 1, unfit: 1, examples: ['飞机'] });
  const act = call(host, 'saveField', MODEL);
  finish(host, act);

  expect(labelsOf(host, 'customers')['cf_1']).toBe('车型');
  expect(isHidden(host, 'cf_1')).toBe(false);
  expect(dropdown(host, 'cf_1')).toEqual(['轿车', '货车']);
  expect(recordsIn(host, 'customers').map(({ cf_1 }) => cf_1)).toEqual(['货车', '轿车', '飞机']);
  expect(call(host, 'planTemplate', {}).operations).toBe(0);
  expect(call(host, 'optionLists').find(({ key }) => key === 'cf_1')).toMatchObject({ label: MODEL.field?.label, open: true });

  // A file's column of that name goes into it, and its words are read.
  const { columns } = call(host, 'importPreview', { fileName: 'a.csv', text: '姓名,车型\n王芳,Truck\n', last: true });
  expect(columns.map(({ key }) => key)).toEqual(['name', 'cf_1']);
  // The form asks for it, and for no spare column that nobody named.
  const asked = call(host, 'customerForm', { id: null, locale: 'en' }).steps.flatMap(({ fields }) => fields);
  expect(asked.filter(({ key }) => key.startsWith('cf_'))).toMatchObject([
    {
      key: 'cf_1',
      label: 'Car model',
      input: 'choice',
      options: [
        { value: '轿车', label: 'Saloon' },
        { value: '货车', label: 'Truck' },
      ],
    },
  ]);
  // What is typed is read too.
  host.as(OWNER).edit(cellOf(host, 'customers', FIRST + 2, 'cf_1'), '轿车');
  expect(recordsIn(host, 'customers')[2]?.['cf_1']).toBe('轿车');

  call(host, 'applyTemplate', { locale: 'en', preset: 'b2b' });
  expect(labelsOf(host, 'customers')['cf_1']).toBe('Car model');
  expect(recordsIn(host, 'customers').map(({ cf_1 }) => cf_1)).toEqual(['Truck', 'Saloon', 'Saloon']);
  call(host, 'applyTemplate', { locale: 'zh-CN', preset: 'b2b' });

  finish(host, call(host, 'saveField', { slot: 'cf_1', field: null, options: [] }));
  expect(isHidden(host, 'cf_1')).toBe(true);
  expect(call(host, 'fields')[0]?.field).toEqual({ ...MODEL.field, off: true });
  expect(recordsIn(host, 'customers').map(({ cf_1 }) => cf_1)).toEqual(['货车', '轿车', '轿车']);
  finish(host, call(host, 'saveField', { ...MODEL, options: [] }));
  expect(isHidden(host, 'cf_1')).toBe(false);
  expect(dropdown(host, 'cf_1')).toEqual(['轿车', '货车']);
});

test('undo of a field gives back label, cells and the column as it was', () => {
  const host = newPool();
  fill(host, 2, (i) => ({ cf_2: ['１２ ', 'viele'][i] ?? null }));
  const label = labelsOf(host, 'customers')['cf_2'];
  const act = call(host, 'saveField', { slot: 'cf_2', field: field('number', '员工数', 'Staff'), options: [] });
  finish(host, act);
  expect(recordsIn(host, 'customers').map(({ cf_2 }) => cf_2)).toEqual([12, 'viele']);
  expect(ruleOn(host, 'cf_2')?.criteria).toMatch(/NUMBER/);
  finish(host, call(host, 'undo', { txn: act.txn }));
  expect(recordsIn(host, 'customers').map(({ cf_2 }) => cf_2)).toEqual(['１２ ', 'viele']);
  expect(labelsOf(host, 'customers')['cf_2']).toBe(label);
  expect(ruleOn(host, 'cf_2')).toBeNull();
  expect(isHidden(host, 'cf_2')).toBe(true);
  expect(call(host, 'planTemplate', {}).operations).toBe(0);
});

test('days kept as text become dates, and text again when the field is', () => {
  const host = newPool();
  fill(host, 2, (i) => ({ cf_3: ["'2026-05-01", '2026年6月2日'][i] ?? null }));
  finish(host, call(host, 'saveField', { slot: 'cf_3', field: field('date'), options: [] }));
  const dates = recordsIn(host, 'customers').map(({ cf_3 }) => cf_3);
  expect(dates.map((value) => typeof value)).toEqual(['number', 'number']);
  finish(host, call(host, 'saveField', { slot: 'cf_3', field: field('text'), options: [] }));
  expect(recordsIn(host, 'customers').map(({ cf_3 }) => cf_3)).toEqual(['2026-05-01', '2026-06-02']);
});

test.each<[FieldKind, string, string | null]>([
  ['text', ' 随便 ', '随便'],
  ['number', '1,200', null],
  ['date', '2026/5/1', null],
  ['flag', '是', '是'],
  ['tags', '甲，乙', '甲; 乙'],
  ['url', 'example.com/a', 'https://example.com/a'],
])('a %s field reads what is typed', (kind, typed, stored) => {
  const host = newPool();
  fill(host, 1, () => ({}));
  finish(host, call(host, 'saveField', { slot: 'cf_4', field: field(kind), options: [] }));
  host.as(OWNER).edit(cellOf(host, 'customers', FIRST, 'cf_4'), typed);
  const value = recordsIn(host, 'customers')[0]?.['cf_4'];
  if (stored === null) expect(typeof value).toBe('number');
  else expect(value).toBe(stored);
});

test('what cannot be is refused with its reason', () => {
  const host = newPool();
  const save = (part: Partial<FieldChange>) => refusal(host, 'saveField', { ...MODEL, ...part });
  expect(save({ slot: 'name' })).toBe('fields.unknown');
  expect(save({ field: field('text', '姓|名') })).toBe('fields.name');
  expect(save({ field: field('text', '公司名称') })).toBe('fields.taken');
  expect(save({ options: [] })).toBe('fields.noOptions');
  host.book.editors.push('seller@example.com');
  host.as('seller@example.com');
  expect(save({})).toBe('options.adminOnly');
  expect(tabOf(host, 'customers')).toBe('客户池');
});

test('a definition somebody broke by hand keeps the field as it was', () => {
  const host = newPool();
  finish(host, call(host, 'saveField', MODEL));
  const row = recordsIn(host, 'settings').findIndex(({ key }) => key === 'custom.fields');
  host.as(OWNER).edit(cellOf(host, 'settings', FIRST + row, 'value'), 'cf_1=nonsense|x|y; cf_9=text|a|b');
  call(host, 'applyTemplate', {});
  expect(labelsOf(host, 'customers')['cf_1']).toBe('车型');
  expect(dropdown(host, 'cf_1')).toEqual(['轿车', '货车']);
});

test('an imported column of the field’s name is read as its options', () => {
  const host = newPool();
  finish(host, call(host, 'saveField', MODEL));
  commit(host, stageFile(host, { text: '姓名,车型\n王芳,Truck\n李雷,货车\n韩梅,飞机\n' }));
  expect(recordsIn(host, 'customers').map(({ name, cf_1 }) => [name, cf_1 ?? null])).toEqual([
    ['王芳', '货车'],
    ['李雷', '货车'],
    // A strict list takes no word of its own: the original stands in Quarantine.
    ['韩梅', null],
  ]);
});
