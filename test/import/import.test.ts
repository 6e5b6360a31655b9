// Lists brought into the built pool under real limits: nothing of the user's is overwritten, imports follow one another, and are taken back.
import { applyPool, emptyHost, importText, listOf } from '../../bench/pool';
import type { Host } from '../../local/host/index';
import {
  addRows,
  call,
  cellOf,
  commit,
  csvOf,
  customersIn,
  differencesOf,
  FIRST,
  finish,
  formulasIn,
  freshPool,
  importFile,
  recordsIn,
  refusal,
  stageFile,
  tabOf,
} from './pool';

const list = csvOf([
  ['姓名', '手机', '负责人', '渠道经理', '会员卡号'],
  ['张伟', '138 0013 8000', '李雷', '', 'V-001'],
  ['李娜', '13900139000', '', '甲', 'V-002'],
]);

test('customers come in with their ids, stamps, owners, defaults and facts', () => {
  const host = freshPool();
  const result = importFile(host, { text: list });
  expect(result).toMatchObject({ read: 2, imported: 2, quarantined: 0, skipped: 0, newOwners: ['李雷'] });
  expect(customersIn(host)[0]).toMatchObject({
    customer_id: 'C-000001',
    name: '张伟',
    mobile: '+8613800138000',
    owner: '李雷',
    sales_status: '待跟进',
    source: '导入',
    status_since: serial('2026-11-23'),
    claimed_at: serial('2026-11-23'),
    created_at: '2026-11-23 09:00',
    created_by: 'owner@example.com',
  });
  const [owned, pooled] = customersIn(host);
  expect(pooled).not.toHaveProperty('claimed_at');
  // Name, tier, stage, status, source, country and consent are required and count twice.
  expect(owned?.['completeness']).toBeGreaterThan(pooled?.['completeness'] as number);
  expect(pooled?.['completeness']).toBeGreaterThan(0);
  expect(recordsIn(host, 'users').find(({ name }) => name === '李雷')).not.toHaveProperty('email');
});

/** Days since 1899-12-30. */
function serial(day: string): number {
  return Date.parse(`${day}T00:00Z`) / 86_400_000 + 25_569;
}

test('an owner not accepted stays out of the list of people, and in Quarantine', () => {
  const host = freshPool();
  expect(importFile(host, { text: list, acceptOwners: false })).toMatchObject({ newOwners: [], setAside: 1 });
  expect(customersIn(host)[0]).not.toHaveProperty('owner');
  expect(recordsIn(host, 'quarantine')).toMatchObject([{ record_id: 'C-000001', column_key: 'owner', value: '李雷' }]);
});

test('custom columns bear the file’s headers, in the answer too, and a second file finds them', () => {
  const host = freshPool();
  const first = importFile(host, { text: list });
  const custom = first.columns.filter(({ to }) => to === 'custom');
  expect(custom.map(({ label }) => label)).toEqual(custom.map(({ header }) => header));
  const keys = Object.fromEntries(custom.map(({ header, key }) => [header, key]));
  expect(Object.keys(keys)).toContain('会员卡号');
  const second = importFile(host, {
    text: csvOf([
      ['会员卡号', '姓名', '新的'],
      ['V-003', '王芳', 'x'],
    ]),
  });
  expect(second.columns[0]).toMatchObject({ to: 'column', key: keys['会员卡号'], label: '会员卡号' });
  expect(Object.values(keys)).not.toContain(second.columns[2]?.key);
  expect(customersIn(host).map((record) => record[keys['会员卡号'] ?? ''])).toEqual(['V-001', 'V-002', 'V-003']);
});

test('what a named custom column cannot hold is named by its new header', () => {
  const host = freshPool();
  const long = csvOf([
    ['姓名', '手机', '口号'],
    ['张伟', '13800138000', '好'],
    ['李娜', '13900139000', '好'.repeat(1001)],
  ]);
  const preview = call(host, 'importPreview', { fileName: 'a.csv', text: long, last: true });
  const columns = preview.columns.map((column) =>
    column.header === '口号' ? { ...column, to: 'custom' as const, key: 'cf_1' } : column,
  );
  const result = importFile(host, { text: long, choose: () => columns });
  expect(result.reasons.map(({ column }) => column)).toContain('口号');
  expect(String(customersIn(host)[1]?.['issue'])).toMatch(/^口号 → /);
});

test('a batch is carried out once, however often it is asked for, and an answer that was lost can be had again', () => {
  const host = freshPool();
  const batch = stageFile(host, { text: list });
  const result = commit(host, batch);
  const done = host.snapshot();
  expect(commit(host, batch)).toEqual(result);
  expect(differencesOf(host, done.book, host.book)).toEqual([]);
});

test('a slice sent twice, because its answer was lost, is staged once', () => {
  const host = freshPool();
  const lines = ['姓名,手机\n', ...Array.from({ length: 9 }, (_, i) => `客户${i},1380013800${i}\n`)];
  const { delimiter, columns, dataLine } = call(host, 'importPreview', { fileName: 'a', text: lines.join(''), last: true });
  const { batch } = call(host, 'importBegin', { fileName: 'a', delimiter, columns, dataLine, records: lines.length });
  for (const [from, to, last] of [
    [0, 4, false],
    [4, 10, true],
  ] as const) {
    const slice = { batch, text: lines.slice(from, to).join(''), delimiter, line: from + 1, staged: from, last };
    expect(call(host, 'importStage', slice)).toEqual(call(host, 'importStage', slice));
  }
  expect(commit(host, batch)).toMatchObject({ read: 9, imported: 9 });
  expect(customersIn(host).map(({ name }) => name)).toEqual(Array.from({ length: 9 }, (_, i) => `客户${i}`));
});

test('imports follow one another: ids go on, the Import sheet holds the last', () => {
  const host = freshPool();
  importFile(host, { text: list });
  const again = importFile(host, { text: list });
  expect(again.batch).toBe('B-000002');
  expect(customersIn(host).map(({ customer_id }) => customer_id)).toEqual(['C-000001', 'C-000002', 'C-000003', 'C-000004']);
  // Somebody known already is not made a second time.
  expect(recordsIn(host, 'users').filter(({ name }) => name === '李雷')).toHaveLength(1);
  expect(recordsIn(host, 'import').map(({ batch }) => batch)).toEqual(Array(4).fill('B-000002'));
});

test('an import is taken back into Archive, and done again', () => {
  const host = freshPool();
  addRows(host, 'customers', [{ customer_id: 'C-000001', name: '老客户', mobile: '+8613800000000', u_1: '=1+1' }]);
  const { txn } = importFile(host, { text: list });
  const imported = customersIn(host);
  const undone = call(host, 'undo', { txn });
  finish(host, undone);
  expect(customersIn(host).map(({ name }) => name)).toEqual(['老客户']);
  expect(recordsIn(host, 'archive').map(({ record_id }) => record_id)).toEqual(['C-000002', 'C-000003']);
  finish(host, call(host, 'undo', { txn: undone.txn }));
  expect(customersIn(host)).toEqual(imported);
  expect(recordsIn(host, 'archive')).toEqual([]);
});

test('columns renamed, moved and put between, and a row begun below the data: all stay as they are', () => {
  const host = freshPool();
  const tab = tabOf(host, 'customers');
  host.edit(cellOf(host, 'customers', 2, 'mobile'), '联络号码');
  host.edit(cellOf(host, 'customers', FIRST, 'needs'), '没有名字的一行');
  host.edit(cellOf(host, 'customers', FIRST, 'u_1'), '=1+1');
  host.edit(cellOf(host, 'customers', FIRST + 2, 'u_2'), '我的');
  const begun = host.values(tab)[FIRST - 1];
  const result = importFile(host, {
    text: csvOf([
      ['联络号码', '姓名'],
      ['13800138000', '张伟'],
    ]),
  });
  expect(result.columns[0]).toMatchObject({ to: 'column', key: 'mobile', label: '联络号码' });
  expect(host.values(tab)[FIRST - 1]).toEqual(begun);
  const [customer] = customersIn(host);
  expect(customer).toMatchObject({ name: '张伟', mobile: '+8613800138000' });
  expect(host.values(tab)[FIRST + 2]).toContain('张伟');
  expect(recordsIn(host, 'customers').some((record) => record['u_2'] === '我的')).toBe(true);
});

test('a city column that names a province, or both', () => {
  const host = freshPool();
  importFile(host, {
    text: csvOf([
      ['姓名', '手机', '省份', '城市'],
      ['一', '13800138000', '', '河南省'],
      ['二', '13800138001', '河南', '河南省'],
      ['三', '13800138002', '', '广东省深圳市'],
      ['四', '13800138003', '湖北', '河南省'],
    ]),
  });
  const places = customersIn(host).map(({ province, city, issue }) => [province, city, issue ?? null]);
  expect(places.slice(0, 3)).toEqual([
    ['河南省', undefined, null],
    ['河南省', undefined, null],
    ['广东省', '深圳市', null],
  ]);
  expect(places[3]?.slice(0, 2)).toEqual(['湖北省', '河南省']);
  expect(places[3]?.[2]).toContain('“河南省”是省份，不是城市');
});

test('ten thousand customers take at most forty reads and writes, all calls of the sidebar together', async () => {
  const { host, server } = emptyHost();
  await applyPool(server);
  host.resetCalls();
  await importText(server, 'list.csv', listOf(10_000));
  const { reads, writes } = host.calls;
  expect(customersIn(host)).toHaveLength(10_000);
  expect(reads + writes).toBeLessThanOrEqual(40);
});

test('somebody who may not write to the file is refused before anything is written', () => {
  const host = freshPool();
  const before: ReturnType<Host['snapshot']> = host.snapshot();
  host.as('viewer@example.com');
  let said: string | null = 'threw';
  try {
    said = refusal(host, 'importBegin', { fileName: 'a', delimiter: ',', columns: [], dataLine: 1, records: 1 });
  } catch {
    said = 'threw';
  }
  host.as('owner@example.com');
  expect(said).not.toBeNull();
  expect(differencesOf(host, before.book, host.book)).toEqual([]);
  expect(formulasIn(host)).toEqual([]);
});

test('text that looks like a formula stays text where people took the plain text format away', () => {
  const host = freshPool();
  // Pasted from elsewhere, cells bring their own format along.
  host.paste(
    cellOf(host, 'customers', FIRST, 'remark'),
    Array.from({ length: 20 }, () => [null]),
  );
  const remarks = ['=1+1', '+86 好', '-5', '@x', "'t Hooft", '=IMPORTDATA("http://example.com")'];
  importFile(host, {
    text: csvOf([['姓名', '手机', '备注'], ...remarks.map((remark, i) => [`客户${i}`, `1380013800${i}`, remark])]),
  });
  expect(customersIn(host).map(({ remark }) => remark)).toEqual(remarks);
  expect(formulasIn(host)).toEqual([]);
});
