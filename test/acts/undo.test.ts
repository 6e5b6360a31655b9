import type { Side } from '../../src/contract/duplicates-api';
import { commit, csvOf, stageFile } from '../import/pool';
import {
  addRows,
  call,
  cellOf,
  changesBetween,
  decisionOf,
  EXACT,
  finish,
  type Given,
  type Host,
  type HostState,
  idsIn,
  mergeAll,
  newPool,
  OWNER,
  recordsIn,
  refusal,
  tabOf,
} from './pool';

const c = (n: number) => `C-${String(n).padStart(6, '0')}`;

const customers: Given[] = [
  { customer_id: c(1), name: '张伟', mobile: '+8613900000001', remark: '老客户' },
  { customer_id: c(2), name: '张伟', mobile: '+8613900000001', email: 'zhang@example.com' },
  { customer_id: c(3), name: '李雷', email: 'li@example.com', remark: 'x' },
  { customer_id: c(4), name: '李雷', email: 'li@example.com', tags: 'a' },
];
const interactions: Given[] = [
  { interaction_id: 'I-000001', customer_id: c(2), customer_name: '张伟', date: '2026-11-01', summary: 'a' },
];

let host: Host;
let made: HostState;

beforeAll(() => {
  host = newPool();
  addRows(host, 'customers', customers);
  addRows(host, 'interactions', interactions);
  made = host.snapshot();
});

beforeEach(() => {
  host.restore(made).as(OWNER);
});

const groups = { zhang: [c(1), c(2)], li: [c(3), c(4)] };

function merge(group: readonly string[]): string {
  const first = call(host, 'mergeGroup', decisionOf(host, group));
  finish(host, first);
  return first.txn;
}

function undo(txn: string, changed?: Side): ReturnType<typeof tryUndo> {
  const first = tryUndo(txn, changed);
  if (first.changedSince.total === 0) finish(host, first);
  return first;
}

function tryUndo(txn: string, changed?: Side) {
  return call(host, 'undo', { txn, changed: changed === undefined ? undefined : { default: changed, cells: {} } });
}

test('acts are taken back one by one, out of order', () => {
  const zhang = merge(groups.zhang);
  const li = merge(groups.li);
  expect(idsIn(host, 'customers', 'customer_id')).toEqual([c(1), c(3)]);
  undo(zhang);
  expect(idsIn(host, 'customers', 'customer_id')).toEqual([c(1), c(2), c(3)]);
  expect(idsIn(host, 'archive', 'record_id')).toEqual([c(4)]);
  undo(li);
  expect(changesBetween(host, made.book, host.book)).toEqual([]);
});

test('the history names the customer of a merge and of its undo, and says of many how many groups', () => {
  const name = '张"}伟\\';
  host.edit(cellOf(host, 'customers', 3, 'name'), name);
  const one = merge(groups.zhang);
  const about = () => call(host, 'history', { page: 0 }).items.map((act) => [act.kind, act.about]);
  expect(about()).toEqual([['merge', { groups: 1, id: c(1), name }]]);
  undo(one);
  undo('X-000002');
  const same = { groups: 1, id: c(1), name };
  expect(about()).toEqual([
    ['redo', same],
    ['undo', same],
    ['merge', same],
  ]);
  host.restore(made);
  mergeAll(host);
  expect(about()).toEqual([['merge', { groups: 2, id: '', name: '' }]]);
});

test('the history names who did it as the team does, and an account nobody named by its address', () => {
  const actor = () => call(host, 'history', { page: 0 }).items[0]?.actor;
  merge(groups.zhang);
  expect(actor()).toBe('owner');
  call(host, 'saveOwner', { name: '林涛', email: 'manager@example.com', role: 'manager', active: true });
  host.book.editors.push('manager@example.com');
  host.as('manager@example.com');
  merge(groups.li);
  expect(actor()).toBe('林涛');
  host.as(OWNER);
  host.edit(cellOf(host, 'users', recordsIn(host, 'users').findIndex(({ name }) => name === '林涛') + 3, 'email'), '');
  expect(actor()).toBe('manager@example.com');
});

test('what was changed since is listed first, and nothing is done', () => {
  const txn = merge(groups.zhang);
  const merged = host.snapshot();
  host.edit(cellOf(host, 'customers', 3, 'email'), 'neu@example.com');
  const edited = host.snapshot();
  expect(tryUndo(txn)).toMatchObject({
    done: 0,
    finished: false,
  });
  expect(tryUndo(txn).changedSince.items).toEqual([
    { cell: `customers/email/${c(1)}`, id: c(1), column: '邮箱', isRow: false, was: '', now: 'neu@example.com' },
  ]);
  expect(changesBetween(host, edited.book, host.book)).toEqual([]);
  undo(txn, 'now');
  expect(recordsIn(host, 'customers')[0]).toMatchObject({ customer_id: c(1), email: 'neu@example.com' });
  expect(idsIn(host, 'customers', 'customer_id')).toEqual([1, 2, 3, 4].map(c));
  host.restore(edited);
  undo(txn, 'then');
  expect(recordsIn(host, 'customers')[0]).not.toHaveProperty('email');
  host.restore(merged);
  expect(tryUndo(txn).changedSince.items).toEqual([]);
});

test('a record merged further is listed where the way back does not find it', () => {
  const txn = merge(groups.zhang);
  host.edit(cellOf(host, 'interactions', 3, 'customer_id'), c(3));
  expect(tryUndo(txn).changedSince.items.map(({ id, was, now }) => [id, was, now])).toEqual([['I-000001', c(2), c(3)]]);
});

/** Logs a contact with a customer. */
function contact(customer: string): void {
  const values = { date: '2026-11-23', type: '电话', result: '有效沟通', summary: '谈了合同' };
  expect(call(host, 'saveEntry', { sheet: 'interactions', customer, values, token: customer })).toMatchObject({
    outcome: 'saved',
  });
}

/** As the form and the watch do when a customer is changed. */
function touch(id: string, stamp: string): void {
  host.edit(cellOf(host, 'customers', 3 + idsIn(host, 'customers', 'customer_id').indexOf(id), 'updated_at'), stamp);
}

const pointers = () => recordsIn(host, 'interactions').map((row) => row['customer_id']);

test('customers an import brought who have got a history since are listed, and stay unless they are told to go', () => {
  const file = ['王芳', '赵磊', '钱一', '孙二'].map((name, i) => [name, `1381111222${i}`]);
  const { txn } = commit(host, stageFile(host, { text: csvOf([['姓名', '手机'], ...file]) }));
  host.advanceTo('2026-12-03T10:00');
  contact(c(6));
  touch(c(7), '2026-12-03 10:00');
  const since = host.snapshot();
  expect(tryUndo(txn).changedSince.items).toEqual(
    [
      [6, '赵磊'],
      [7, '钱一'],
    ].map(([n, now]) => ({
      cell: `customers/customer_id/${c(Number(n))}`,
      id: c(Number(n)),
      column: '客户编号',
      isRow: true,
      was: '',
      now,
    })),
  );
  expect(changesBetween(host, since.book, host.book)).toEqual([]);
  const ids = () => idsIn(host, 'customers', 'customer_id');
  finish(host, tryUndo(txn, 'now'));
  expect(ids()).toEqual([1, 2, 3, 4, 6, 7].map(c));
  host.restore(since);
  finish(host, tryUndo(txn, 'then'));
  expect(ids()).toEqual([1, 2, 3, 4].map(c));
});

test('a merge that is done again takes new contacts along', () => {
  const back = undo(merge(groups.zhang)).txn;
  contact(c(2));
  expect(pointers()).toEqual([c(2), c(2)]);
  undo(back);
  expect(idsIn(host, 'customers', 'customer_id')).toEqual([c(1), c(3), c(4)]);
  expect(pointers()).toEqual([c(1), c(1)]);
});

test.each([undefined, 'now', 'then'] as const)(
  'a merge is not done again with a customer changed since it was undone: %s',
  (side) => {
    const back = undo(merge(groups.zhang)).txn;
    host.advanceTo('2026-11-24T10:00');
    touch(c(2), '2026-11-24 10:00');
    const before = host.snapshot();
    const choice = side && { default: side, cells: {} };
    expect(refusal(host, 'undo', { txn: back, changed: choice })).toBe('undo.mergedChanged');
    expect(refusal(host, 'changedSince', { txn: back, page: 0 })).toBe('undo.mergedChanged');
    expect(changesBetween(host, before.book, host.book)).toEqual([]);
    merge(groups.zhang);
    // Anew, the newest stays.
    expect(idsIn(host, 'customers', 'customer_id')).toEqual([c(2), c(3), c(4)]);
    expect(pointers()).toEqual([c(2)]);
  },
);

test('rows come back to their places although others came in between', () => {
  const txn = merge(groups.zhang);
  addRows(host, 'customers', [{ customer_id: c(9), name: '后来' }]);
  undo(txn);
  expect(idsIn(host, 'customers', 'customer_id')).toEqual([c(1), c(2), c(3), c(4), c(9)]);
});

test('an undo can be undone: the act is done again', () => {
  const txn = merge(groups.zhang);
  const merged = host.snapshot();
  const back = undo(txn);
  undo(back.txn);
  expect(changesBetween(host, merged.book, host.book).filter((line) => !line.includes('txn') && !/X-00000\d/.test(line))).toEqual(
    [],
  );
  expect(call(host, 'history', { page: 0 }).items.map(({ kind, state, undoable }) => [kind, state, undoable])).toEqual([
    ['redo', 'done', true],
    ['undo', 'undone', false],
    ['merge', 'undone', false],
  ]);
  undo('X-000003');
  expect(changesBetween(host, made.book, host.book)).toEqual([]);
});

test.each([
  ['nobody knows it', () => 'X-000009', 'undo.unknown'],
  ['it was undone already', () => undone(), 'undo.already'],
])('refused: %s', (_title, txn, code) => {
  expect(refusal(host, 'undo', { txn: txn() })).toBe(code);
});

function undone(): string {
  const txn = merge(groups.zhang);
  undo(txn);
  return txn;
}

test('acts older than ninety days are closed by the next one, the newest never', () => {
  const txn = merge(groups.zhang);
  host.advanceTo('2027-02-22T09:00');
  expect(call(host, 'history', { page: 0 }).items.map(({ undoable }) => undoable)).toEqual([true]);
  merge(groups.li);
  expect(
    call(host, 'history', { page: 0 }).items.map(({ txn: id, state, undoable, size }) => [id, state, undoable, size]),
  ).toEqual([
    ['X-000002', 'done', true, 2],
    [txn, 'closed', false, 0],
  ]);
  expect(refusal(host, 'undo', { txn })).toBe('undo.closed');
});

test('contents of acts beyond five megabytes go, oldest first', () => {
  const long = '长'.repeat(40_000);
  const pairs = Array.from({ length: 140 }, (_, i): Given => {
    const cells: Given = i < 70 ? { needs: 'n', tags: 't', title: 'x' } : { company: `${i}${long}` };
    return {
      customer_id: c(100 + i),
      name: `张${'伟芳娜敏静丽强'.charAt(i % 7)}${'磊军洋勇艳杰娟涛明超'.charAt(Math.floor((i % 70) / 7))}`,
      wechat: `weixin${i % 70}`,
      ...cells,
    };
  });
  addRows(host, 'customers', pairs);
  const [first, second] = [merge(groups.zhang), mergeAll(host).txn];
  expect(recordsIn(host, 'customers')).toHaveLength(72);
  undo(second);
  // A row longer than a cell holds went to Archive in pieces, and came back whole.
  expect(recordsIn(host, 'customers').filter(({ company }) => String(company ?? '').endsWith(long))).toHaveLength(70);
  const states = new Map(call(host, 'history', { page: 0 }).items.map(({ txn, state }) => [txn, state]));
  expect(states.get(first)).toBe('closed');
  const text = recordsIn(host, 'journal').reduce((sum, { payload }) => sum + String(payload ?? '').length, 0);
  expect(text).toBeGreaterThan(1_000_000);
  expect(Math.max(...recordsIn(host, 'journal').map(({ payload }) => String(payload ?? '').length))).toBeLessThanOrEqual(30_000);
  expect(Math.max(...recordsIn(host, 'archive').map(({ row }) => String(row ?? '').length))).toBeLessThanOrEqual(30_000);
});

test('a salesperson does not merge or sort, nor undo what others did', () => {
  const txn = merge(groups.zhang);
  for (const [name, role] of [
    ['甲', 'manager'],
    ['乙', 'sales'],
  ] as const) {
    call(host, 'saveOwner', { name, email: `${role}@example.com`, role, active: true });
    host.book.editors.push(`${role}@example.com`);
  }
  host.as('sales@example.com');
  expect(refusal(host, 'mergeBatch', EXACT)).toBe('duplicates.managerOnly');
  expect(refusal(host, 'safeSort')).toBe('sort.managerOnly');
  expect(refusal(host, 'undo', { txn })).toBe('undo.managerOnly');
  expect(call(host, 'planBatch', EXACT).leftOut.map(({ reason }) => reason.code)).toEqual(['duplicates.managerOnly']);
  host.as('manager@example.com');
  finish(host, tryUndo(txn));
  expect(idsIn(host, 'customers', 'customer_id')).toEqual([1, 2, 3, 4].map(c));
});

test('a manager is told whom to ask where a column of the team’s own must first get its key', () => {
  call(host, 'saveOwner', { name: '甲', email: 'manager@example.com', role: 'manager', active: true });
  host.book.editors.push('manager@example.com');
  const tab = tabOf(host, 'customers');
  const at = (host.values(tab)[0] ?? []).indexOf('email');
  host.insertColumns(tab, at);
  const cells = host.book.sheets.find(({ name }) => name === tab)?.cells;
  Object.assign(cells?.[1] ?? [], { [at - 1]: '备用' });
  const begin = () => call(host.as('manager@example.com'), 'mergeGroup', decisionOf(host, groups.zhang));
  const empty = host.snapshot();
  finish(host, begin());
  host.restore(empty).as(OWNER);
  Object.assign(host.book.sheets.find(({ name }) => name === tab)?.cells[3] ?? [], { [at - 1]: '有' });
  const before = host.snapshot();
  host.as('manager@example.com');
  expect(call(host, 'planBatch', EXACT).leftOut[0]?.reason).toEqual({
    code: 'act.unkeyed',
    args: { sheet: tab, column: '备用' },
  });
  expect(refusal(host, 'mergeGroup', decisionOf(host, groups.zhang))).toBe('act.unkeyed');
  expect(changesBetween(host, before.book, host.book)).toEqual([]);
  expect(host.properties.has('cp:open')).toBe(false);
  while (!call(host.as(OWNER), 'applyTemplate', {}).finished);
  finish(host, begin());
  expect(idsIn(host, 'customers', 'customer_id')).toEqual([1, 3, 4].map(c));
});

test('a group that changed since the search is not merged', () => {
  const decision = decisionOf(host, groups.zhang);
  host.edit(cellOf(host, 'customers', 4, 'mobile'), '+8613900000099');
  const before = host.snapshot();
  expect(refusal(host, 'mergeGroup', decision)).toBe('duplicates.stale');
  expect(changesBetween(host, before.book, host.book)).toEqual([]);
});

test('a cell a person changes while the act is under way is left, and counted', () => {
  const cell = cellOf(host, 'customers', 3, 'email');
  // While the journal is written: planned already, not yet changed.
  const decision = decisionOf(host, groups.zhang);
  host.before(3, (other) => other.paste(cell, [['ich@example.com']], { valuesOnly: true }));
  const result = call(host, 'mergeGroup', decision);
  const left = [result.left];
  for (let open = !result.finished; open; ) {
    const next = call(host, 'resume');
    left.push(next?.left ?? 0);
    open = next !== null && !next.finished;
  }
  expect(recordsIn(host, 'customers')[0]).toMatchObject({ email: 'ich@example.com' });
  expect(Math.max(...left)).toBe(1);
});

test('a sheet that points at customers may be missing', () => {
  host.deleteSheet(tabOf(host, 'orders'));
  merge(groups.zhang);
  expect(idsIn(host, 'customers', 'customer_id')).toEqual([c(1), c(3), c(4)]);
});
