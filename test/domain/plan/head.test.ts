// Which column is which: by key, by label where the key was lost, and whose it is otherwise.
import { headOf, lostHeadRow } from '../../../src/domain/plan/head';
import type { TableRead } from '../../../src/domain/plan/index';
import type { TableTemplate } from '../../../src/template/types';

const text = (zh: string, en: string) =>
  ({ kind: 'text', max: 9, label: { 'zh-CN': zh, en }, width: 100, editor: 'owner' }) as const;
const template: TableTemplate = {
  shape: 'table',
  label: { 'zh-CN': '表', en: 'Sheet' },
  place: 'daily',
  guard: 'append',
  made: 'apply',
  columns: { id: { ...text('编号', 'No.'), kind: 'id', prefix: 'T-' }, name: text('姓名', 'Name'), note: text('备注', 'Note') },
};

function read(keys: string[], labels: string[], more: Partial<TableRead> = {}): TableRead {
  return {
    ...{
      shape: 'table',
      id: 1,
      name: null,
      rows: 10,
      keys,
      labels,
      notes: null,
      blankTail: 0,
      formats: [],
      rules: [],
      ruleRows: 0,
    },
    ...{ records: null, formatRules: [], protections: [], takenOver: false },
    ...more,
  };
}

type Case = [string, TableRead, Record<string, number>, [number, number, string][]];

test.each<Case>([
  ['as it should be', read(['id', 'name', 'note'], ['编号', '姓名', '备注']), { id: 1, name: 2, note: 3 }, []],
  ['moved and renamed', read(['note', 'id', 'name'], ['说明', '编号', '姓名']), { note: 1, id: 2, name: 3 }, []],
  [
    'a lost key, known by its label',
    read(['id', '', 'note'], ['编号', '姓名', '备注']),
    { id: 1, name: 2, note: 3 },
    [[1, 2, 'name']],
  ],
  [
    'a lost key, known by its label of the other language',
    read(['id', '', 'note'], ['编号', 'Name', '备注']),
    { id: 1, name: 2, note: 3 },
    [[1, 2, 'name']],
  ],
  ['a key typed over', read(['id', 'x', 'note'], ['编号', '姓名', '备注']), { id: 1, name: 2, note: 3 }, [[1, 2, 'name']]],
  [
    'a strange key that stands in nobody’s place stays',
    read(['id', 'name', 'note', 'x'], ['编号', '姓名', '备注', '其他']),
    { id: 1, name: 2, note: 3 },
    [],
  ],
  ['an emptied label', read(['id', 'name', 'note'], ['编号', '', '备注']), { id: 1, name: 2, note: 3 }, [[2, 2, '姓名']]],
  [
    'one’s own column',
    read(['id', '', 'name', 'note'], ['编号', '昵称', '姓名', '备注']),
    { id: 1, u_1: 2, name: 3, note: 4 },
    [[1, 2, 'u_1']],
  ],
  [
    'another one of one’s own',
    read(['id', 'u_4', '', 'name', 'note'], ['编号', '甲', '乙', '姓名', '备注']),
    { id: 1, u_4: 2, u_5: 3, name: 4, note: 5 },
    [[1, 3, 'u_5']],
  ],
  [
    'a copy of a column',
    read(['id', 'name', 'name', 'note'], ['编号', '姓名', '姓名', '备注']),
    { id: 1, name: 2, u_1: 3, note: 4 },
    [[1, 3, 'u_1']],
  ],
  ['a blank column is nobody’s', read(['id', '', 'name', 'note'], ['编号', '', '姓名', '备注']), { id: 1, name: 3, note: 4 }, []],
  [
    'a deleted column comes at the right end',
    read(['id', 'note'], ['编号', '备注']),
    { id: 1, note: 2, name: 3 },
    [
      [1, 3, 'name'],
      [2, 3, '姓名'],
    ],
  ],
  [
    'and takes the one a killed run had added',
    read(['id', 'note', ''], ['编号', '备注', ''], { blankTail: 1 }),
    { id: 1, note: 2, name: 3 },
    [
      [1, 3, 'name'],
      [2, 3, '姓名'],
    ],
  ],
])('%s', (_title, found, positions, cells) => {
  const head = headOf(template, found, 'zh-CN', false);
  expect(Object.fromEntries(head.positions)).toEqual(positions);
  expect(head.cells.map(({ row, column, value }) => [row, column, value])).toEqual(cells);
});

test('another language rewrites the labels we shipped, and no others', () => {
  const head = headOf(template, read(['id', 'name', 'note'], ['编号', '称呼', '备注']), 'en', true);
  expect(head.cells).toEqual([
    { row: 2, column: 1, value: 'No.' },
    { row: 2, column: 3, value: 'Note' },
  ]);
});

test.each<[string, TableRead, 1 | 2 | null]>([
  ['whole', read(['id', 'name', 'note'], ['编号', '姓名', '备注']), null],
  ['the keys are gone', read(['编号', '姓名', '备注'], ['T-000001', '张伟', '']), 1],
  ['the labels are gone, a record stands there', read(['id', 'name', 'note'], ['T-000001', '张伟', '']), 2],
  ['every label renamed', read(['id', 'name', 'note'], ['号', '名', '注']), null],
  ['every label emptied', read(['id', 'name', 'note'], ['', '', '']), null],
])('which row is lost: %s', (_title, found, row) => {
  expect(lostHeadRow(template, found)).toBe(row);
});
