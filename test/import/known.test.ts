// A list that names customers the pool knows: whom it finds, what each choice does with them, and that undo gives all of it back.
import type { ImportMatches, KnownChoice } from '../../src/contract/import-api';
import {
  call,
  cellOf,
  commit,
  csvOf,
  customersIn,
  differencesOf,
  FIRST,
  finish,
  freshPool,
  importFile,
  recordsIn,
  stageFile,
  struck,
} from './pool';

const standing = csvOf([
  ['姓名', '公司', '手机', '邮箱', '城市', '标签', '备注', '负责人'],
  ['张伟', '上海明远机械有限公司', '13912345678', '', '', '展会', '老客户', ''],
  ['欧阳娜娜', '', '13712340001', 'nana@example.com', '杭州市', '', '', '李雷'],
  ['李芳', '宁波海曙食品有限公司', '', 'lifang@haishu.example.com', '', '', '', ''],
]);

/** The first two are known, in another spelling; the third stands twice in the file; the fourth may be somebody. */
const incoming = csvOf([
  ['姓名', '公司', '手机', '邮箱', '城市', '标签', '备注', '负责人'],
  ['張偉', '明远机械', '+86 139-1234-5678', 'zw@example.com', '上海市', 'VIP', '要报价', '韩梅'],
  ['欧阳娜娜', '', '１３７１２３４０００１', 'nana@example.com', '', '', '', ''],
  ['魏然', '成都云帆贸易', '13600000001', '', '', '', '', ''],
  ['魏然', '成都云帆贸易有限公司', '136 0000 0001', 'weiran@example.com', '', '', '', ''],
  ['陈静', '', '13500000001', '', '', '', '', ''],
]);

function pool() {
  const host = freshPool();
  importFile(host, { text: standing });
  return host;
}

const outcomes: readonly (readonly [KnownChoice, Partial<ImportMatches['choices']['fill']>])[] = [
  ['skip', { created: 2, updated: 0, duplicate: 3, cells: 0 }],
  ['fill', { created: 2, updated: 2, duplicate: 1, cells: 3 }],
  ['merge', { created: 2, updated: 2, duplicate: 1, cells: 5 }],
  ['keep', { created: 5, updated: 0, duplicate: 0, cells: 0 }],
];

test.each(outcomes)('%s: what was said before is what is done, and the account closes', (known, wanted) => {
  const host = pool();
  const batch = stageFile(host, { text: incoming });
  const before = host.snapshot();
  const view = call(host, 'importMatches', { batch, acceptOwners: true, known, page: 0 });
  expect(differencesOf(host, before.book, host.book)).toEqual([]);
  expect(view).toMatchObject({ certain: 3, choices: { [known]: wanted }, cells: { total: wanted.cells }, closed: null });
  const result = commit(host, batch, true, known);
  const { cells: _cells, ...counts } = view.choices[known];
  expect(result).toMatchObject({ ...counts, read: 5, imported: 5, quarantined: 0 });
  expect(customersIn(host)).toHaveLength(3 + (wanted.created ?? 0));
});

test('empty cells are filled and no other is touched; whose customer it is stays', () => {
  const host = pool();
  const before = customersIn(host);
  importFile(host, { text: incoming, known: 'fill' });
  const [zhang, ouyang, li, wei, chen] = customersIn(host);
  const { completeness, updated_at, ...was } = before[0] ?? {};
  expect(zhang).toMatchObject({ ...was, email: 'zw@example.com', city: '上海市', province: '上海市' });
  expect(zhang?.['completeness']).toBeGreaterThan(Number(completeness));
  expect(zhang).not.toHaveProperty('owner');
  expect([ouyang, li]).toEqual(before.slice(1));
  expect(wei).toMatchObject({ customer_id: 'C-000004', name: '魏然', company: '成都云帆贸易', email: 'weiran@example.com' });
  expect(chen).toMatchObject({ customer_id: 'C-000005', name: '陈静' });
  const fates = recordsIn(host, 'import').filter(({ outcome }) => outcome !== 'header');
  expect(fates.map(({ outcome, record_id }) => `${outcome} ${record_id}`)).toEqual([
    'updated C-000001',
    'duplicate C-000002',
    'created C-000004',
    'updated C-000004',
    'created C-000005',
  ]);
});

test('merging keeps what both say: tags together, notes below one another', () => {
  const host = pool();
  const { batch } = importFile(host, { text: incoming, known: 'merge' });
  expect(customersIn(host)[0]).toMatchObject({ name: '张伟', tags: '展会; VIP', remark: `老客户\n[${batch}/2] 要报价` });
});

test('a row that may be somebody comes in, and is listed', () => {
  const host = pool();
  const text = csvOf([
    ['姓名', '公司', '手机'],
    ['李芳', '宁波海曙食品有限公司', '13800009999'],
  ]);
  const result = importFile(host, { text, known: 'fill' });
  expect(result).toMatchObject({ created: 1, updated: 0, duplicate: 0, possibleTotal: 1 });
  expect(result.possible).toEqual([{ row: 2, id: 'C-000004', other: 'C-000003' }]);
});

/** Each is no customer of the list above, whatever they have in common. */
test.each([
  ['a colleague behind one switchboard', ['王磊', '上海明远机械有限公司', '', '021-65529988']],
  ['another of the same name', ['张伟', '成都云帆贸易有限公司', '13700000009', '']],
  ['a branch elsewhere', ['赵敏', '北京明远机械有限公司', '13700000008', '']],
])('%s is created', (_title, row) => {
  const host = pool();
  const result = importFile(host, { text: csvOf([['姓名', '公司', '手机', '电话'], row]), known: 'fill' });
  expect(result).toMatchObject({ created: 1, updated: 0, duplicate: 0 });
});

test.each(['fill', 'merge'] as const)(
  'undo after %s gives back the cells of customers, and takes out those that came',
  (known) => {
    const host = pool();
    const before = customersIn(host);
    const { txn } = importFile(host, { text: incoming, known });
    const after = customersIn(host);
    const undone = call(host, 'undo', { txn });
    finish(host, undone);
    const stamps = ({ updated_at, updated_by, ...rest }: (typeof before)[number]) => rest;
    expect(customersIn(host).map(stamps)).toEqual(before.map(stamps));
    finish(host, call(host, 'undo', { txn: undone.txn }));
    expect(customersIn(host).map(stamps)).toEqual(after.map(stamps));
  },
);

test('what a person changed after the import is listed before undo, and kept', () => {
  const host = pool();
  const { txn } = importFile(host, { text: incoming, known: 'fill' });
  host.edit(cellOf(host, 'customers', FIRST, 'email'), 'own@example.com');
  const asked = call(host, 'undo', { txn });
  expect(asked.changedSince.items).toMatchObject([{ id: 'C-000001', was: '', now: 'own@example.com' }]);
  finish(host, call(host, 'undo', { txn, changed: { default: 'now', cells: {} } }));
  expect(customersIn(host)[0]).toMatchObject({ email: 'own@example.com' });
  expect(customersIn(host)[0]).not.toHaveProperty('city');
});

test.each(['fill', 'merge'] as const)('%s, killed at every write, before and after: always the same end', (known) => {
  const host = pool();
  const batch = stageFile(host, { text: incoming });
  const from = host.snapshot();
  commit(host, batch, true, known);
  const wanted = host.snapshot().book;
  let kills = 0;
  for (const effect of ['before', 'after'] as const) {
    for (let write = 1; ; write++) {
      host.restore(from);
      if (!struck(host, { write, effect }, () => void commit(host, batch, true, known))) break;
      kills++;
      commit(host, batch, true, known);
      const wrong = differencesOf(host, wanted, host.book);
      if (wrong.length > 0) throw new Error(`killed ${effect} write ${write}:\n${wrong.slice(0, 12).join('\n')}`);
    }
  }
  expect(kills).toBeGreaterThan(16);
});
