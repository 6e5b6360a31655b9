// A copied file keeps its sheets and loses its document properties: what is numbered goes on above what stands there.
import { addRows, call, cellOf, changesBetween, finish, type Given, idsIn, mergeAll, newPool, recordsIn } from './pool';

const customers: Given[] = [1, 2].map((n) => ({
  customer_id: `C-00000${n}`,
  name: '张伟',
  mobile: '+8613900000001',
  remark: `${n}`,
}));

test('the next act is numbered above those in the journal, and both can be told apart', () => {
  const host = newPool();
  addRows(host, 'customers', customers);
  const made = host.snapshot();
  const { txn } = mergeAll(host);
  finish(host, call(host, 'undo', { txn }));
  host.properties.clear();
  while (!call(host, 'applyTemplate', { locale: 'zh-CN', preset: 'b2b' }).finished);
  const again = mergeAll(host).txn;
  expect([txn, again]).toEqual(['X-000001', 'X-000003']);
  finish(host, call(host, 'undo', { txn: again }));
  expect(recordsIn(host, 'journal').map(({ txn_id, state }) => [txn_id, state])).toEqual([
    ['X-000001', 'undone'],
    ['X-000002', 'done'],
    ['X-000003', 'undone'],
    ['X-000004', 'done'],
  ]);
  expect(changesBetween(host, made.book, host.book)).toEqual([]);
});

test('a new customer is numbered above those in Archive', () => {
  const host = newPool();
  addRows(host, 'customers', customers);
  mergeAll(host);
  host.properties.clear();
  while (!call(host, 'applyTemplate', { locale: 'zh-CN', preset: 'b2b' }).finished);
  host.edit(cellOf(host, 'customers', 4, 'name'), '新客户');
  expect(idsIn(host, 'archive', 'record_id')).toEqual(['C-000002']);
  expect(idsIn(host, 'customers', 'customer_id')).toEqual(['C-000001', 'C-000003']);
});
