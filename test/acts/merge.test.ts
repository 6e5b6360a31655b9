import {
  addRows,
  call,
  cellOf,
  changesBetween,
  EXACT,
  finish,
  type Given,
  type Host,
  idsIn,
  mergeAll,
  newPool,
  recordsIn,
  scan,
} from './pool';

const c = (n: number) => `C-${String(n).padStart(6, '0')}`;

/** Twelve customers: three groups, of two, three and two; one more with two owners; three who are alone. */
const customers: Given[] = [
  { customer_id: c(1), name: '张伟', mobile: '+8613900000001', remark: '老客户', u_1: '=B3&"!"', u_2: 7 },
  { customer_id: c(2), name: '李雷', email: 'li@example.com', wechat: 'weixin01' },
  { customer_id: c(3), name: '张 伟', mobile: '+8613900000001', email: 'zhang@example.com', u_1: '=B5&"?"', u_2: "'007" },
  { customer_id: c(4), name: '王芳', mobile: '+8613900000004', u_1: '=B5&B3', u_2: '=COUNTA(B3:B7)' },
  { customer_id: c(5), name: '李雷', email: 'LI@example.com', mobile: '+8613900000005', tags: 'a; b' },
  { customer_id: c(6), name: '赵敏', wechat: 'zhaomin1', owner: '甲' },
  { customer_id: c(7), name: '李雷', wechat: 'weixin01', mobile: '+8613900000007', tags: 'c', next_follow_up: '2026-12-01' },
  { customer_id: c(8), name: '赵敏', wechat: 'zhaomin1', owner: '乙' },
  { customer_id: c(9), name: '孙强', mobile: '+8613900000009', remark: '=不是公式', u_1: '=1+1', u_2: '2026-01-05' },
  { customer_id: c(10), name: '周一', mobile: '+8613900000010' },
  { customer_id: c(11), name: '孙强', mobile: '+8613900000009', needs: '一台样机', u_2: '2026-01-05', u_1: '=1+1' },
  { customer_id: c(12), name: '吴用', mobile: '+8613900000012', u_1: '=B13&B14', u_2: '=SUM(B$3:B$13)' },
];

const interactions: Given[] = [
  { interaction_id: 'I-000001', customer_id: c(3), customer_name: '张 伟', date: '2026-11-01', summary: 'a' },
  { interaction_id: 'I-000002', customer_id: c(4), customer_name: '王芳', date: '2026-11-02', summary: 'b' },
  { interaction_id: 'I-000003', customer_id: c(7), customer_name: '李雷', date: '2026-11-03', summary: 'c' },
  { customer_id: c(11), customer_name: '孙强', date: '2026-11-04', summary: 'd' },
];

const orders: Given[] = [
  { line_id: 'L-000001', order_no: 'A1', customer_id: c(5), customer_name: '李雷', order_date: '2026-10-01', qty: 1 },
  { line_id: 'L-000002', order_no: 'A2', customer_id: c(1), customer_name: '张伟', order_date: '2026-10-02', qty: 2 },
];

let host: Host;
let made: ReturnType<Host['snapshot']>;

beforeAll(() => {
  host = newPool();
  addRows(host, 'customers', customers);
  addRows(host, 'interactions', interactions);
  addRows(host, 'orders', orders);
  made = host.snapshot();
});

beforeEach(() => {
  host.restore(made);
});

test('groups are found, the one with two owners too', () => {
  const found = scan(host);
  expect(found.items.map(({ id, certainty, size }) => [id, certainty, size])).toEqual([
    ['C-000001+C-000003', 'exact', 2],
    ['C-000002+C-000005+C-000007', 'exact', 3],
    ['C-000006+C-000008', 'exact', 2],
    ['C-000009+C-000011', 'exact', 2],
  ]);
  expect(found).toMatchObject({
    page: 0,
    pages: 1,
    total: 4,
    ready: { exact: { groups: 3, losers: 4 }, near: { groups: 0, losers: 0 } },
    customers: 12,
  });
  expect(found.items[2]?.obstacle).toEqual({ code: 'duplicates.owners', args: { owners: '乙 / 甲' } });
});

test('the plan says what will happen and what will not be kept', () => {
  const plan = call(host, 'planBatch', EXACT);
  expect(plan).toMatchObject({ groups: 3, merged: 4, children: 3, notKeptTotal: plan.notKept.length });
  expect(plan.leftOut).toEqual([
    { group: 'C-000006+C-000008', reason: { code: 'duplicates.owners', args: { owners: '乙 / 甲' } } },
  ]);
  expect(plan.notKept).toEqual([
    { id: c(3), column: '我的公式', value: '张 伟?' },
    { id: c(3), column: '我的标记', value: '007' },
  ]);
});

test('merging leaves one record each, moves what points at the others and keeps them in Archive', () => {
  expect(mergeAll(host)).toMatchObject({ groups: 3, merged: 4, children: 3 });
  expect(idsIn(host, 'customers', 'customer_id')).toEqual([1, 4, 6, 7, 8, 9, 10, 12].map(c));
  const [first, , , li] = recordsIn(host, 'customers');
  expect(first).toMatchObject({ email: 'zhang@example.com', remark: '老客户', u_1: '张伟!', u_2: 7 });
  expect(li).toMatchObject({ mobile: '+8613900000007', phone: '+8613900000005', email: 'LI@example.com', tags: 'c; a; b' });
  expect(idsIn(host, 'interactions', 'customer_id')).toEqual([1, 4, 7, 9].map(c));
  expect(idsIn(host, 'interactions', 'customer_name')).toEqual(['张伟', '王芳', '李雷', '孙强']);
  expect(idsIn(host, 'orders', 'customer_id')).toEqual([7, 1].map(c));
  const archive = recordsIn(host, 'archive');
  expect(archive.map(({ record_id, merged_into, txn_id, reason }) => [record_id, merged_into, txn_id, reason])).toEqual([
    [c(2), c(7), 'X-000001', '合并重复客户'],
    [c(3), c(1), 'X-000001', '合并重复客户'],
    [c(5), c(7), 'X-000001', '合并重复客户'],
    [c(11), c(9), 'X-000001', '合并重复客户'],
  ]);
  const row = JSON.parse(String(archive[1]?.['row']));
  expect(row).toMatchObject({ customer_id: c(3), u_1: '张 伟?', u_2: '007', '@': { row: 5, formulas: { u_1: '=B5&"?"' } } });
});

test('a formula of one’s own that was rewritten since is not put back', () => {
  const { txn } = mergeAll(host);
  expect(recordsIn(host, 'customers')[1]).toMatchObject({ customer_id: c(4), u_1: { error: '#REF!' } });
  host.edit(cellOf(host, 'customers', 4, 'u_1'), '="neu "&B4');
  finish(host, call(host, 'undo', { txn }));
  expect(
    recordsIn(host, 'customers')
      .map(({ u_1 }) => u_1)
      .slice(0, 4),
  ).toEqual(['张伟!', undefined, '张 伟?', 'neu 王芳']);
});

test('undo gives the workbook back cell for cell', () => {
  const { txn } = mergeAll(host);
  finish(host, call(host, 'undo', { txn }));
  expect(changesBetween(host, made.book, host.book)).toEqual([]);
  expect(
    call(host, 'history', { page: 0 }).items.map(({ txn: id, kind, state, undoable, size }) => [id, kind, state, undoable, size]),
  ).toEqual([
    ['X-000002', 'undo', 'done', true, 10],
    ['X-000001', 'merge', 'undone', false, 10],
  ]);
});

test('text that begins with an apostrophe stays as it is, merged, moved and back', () => {
  // Pasted as it is typed: the first of two is taken for the mark of text.
  const person = { name: '郑强', wechat: 'zhengq01', owner: '甲' };
  addRows(host, 'customers', [
    { ...person, customer_id: c(20), company: "''甲社", remark: "''a", u_2: "''=1" },
    { ...person, customer_id: c(21), needs: "''b", tags: "''c", email: 'zheng@example.com', u_2: "''x" },
  ]);
  const before = host.snapshot();
  const { txn } = mergeAll(host);
  const merged = recordsIn(host, 'customers').find(({ name }) => name === '郑强');
  expect(merged).toMatchObject({ company: "'甲社", needs: "'b", email: 'zheng@example.com' });
  finish(host, call(host, 'undo', { txn }));
  expect(changesBetween(host, before.book, host.book)).toEqual([]);
  expect(recordsIn(host, 'customers').slice(-2)).toMatchObject([
    { company: "'甲社", remark: "'a", u_2: "'=1" },
    { needs: "'b", tags: "'c", u_2: "'x" },
  ]);
});

test('a contact noted between two runs of a merge follows to the record that stays', () => {
  const first = call(host, 'mergeBatch', EXACT);
  expect(first.finished).toBe(false);
  addRows(host, 'interactions', [{ interaction_id: 'I-000009', customer_id: c(11), customer_name: '孙小强', summary: 'e' }]);
  finish(host, first);
  expect(idsIn(host, 'customers', 'customer_id')).not.toContain(c(11));
  expect(recordsIn(host, 'interactions').at(-1)).toMatchObject({ customer_id: c(9), customer_name: '孙强', summary: 'e' });
  const before = recordsIn(host, 'interactions').length;
  finish(host, call(host, 'undo', { txn: 'X-000001', changed: { default: 'now', cells: {} } }));
  expect(idsIn(host, 'customers', 'customer_id')).toContain(c(11));
  expect(recordsIn(host, 'interactions')).toHaveLength(before);
});
