// Merges asked for, through the bundle: filed, seen by who decides, carried out with the request or declined, and taken back.
import { everywhere, stamp } from '../acts/kills';
import {
  addRows,
  call,
  cellOf,
  changesBetween,
  finish,
  type Given,
  type Host,
  type HostState,
  OWNER,
  recordsIn,
  refusal,
  tabOf,
} from '../acts/pool';
import { c, MANAGER, OTHER, SALES, teamPool } from './team';

const customers: Given[] = [
  { customer_id: c(1), name: '陈伟明', mobile: '+8613900001357', city: '广州市', owner: '乙', remark: 'a' },
  { customer_id: c(2), name: '陈伟明', mobile: '+8613900001357', city: '佛山市', owner: '乙', needs: 'b' },
  { customer_id: c(3), name: '李雷', email: 'li@example.com', owner: '乙' },
  { customer_id: c(4), name: '李雷', email: 'li@example.com', owner: '甲' },
  ...Array.from({ length: 20 }, (_, i) => ({ customer_id: c(10 + i), name: `王${i}`, mobile: `+86135${10_000_000 + i * 7919}` })),
];
const CHEN = { ids: [c(1), c(2)], master: c(2), fields: { city: c(1) } };
const LI = { ids: [c(3), c(4)], master: c(3), fields: {} };

let host: Host;
let made: HostState;

beforeAll(() => {
  host = teamPool(customers);
  addRows(host, 'interactions', [{ interaction_id: 'I-000001', customer_id: c(1), customer_name: '陈伟明', summary: 'a' }]);
  made = host.snapshot();
});

beforeEach(() => {
  host.restore(made).as(OWNER);
});

const list = (who: string) => call(host.as(who), 'mergeRequests', { page: 0 });
const file = (decision = CHEN, reason = '电话确认过') => call(host.as(SALES), 'requestMerge', { decision, reason }).id;
const statusOf = (id: string) => recordsIn(host, 'requests').find(({ request_id }) => request_id === id);

test('who decides sees what waits, who asked sees his own, and nobody else sees either', () => {
  expect(list(SALES)).toMatchObject({ items: [], decides: false });
  const id = file();
  const view = { id, by: '乙', confidence: 'verified', reason: '电话确认过', status: 'open', names: ['陈伟明'], ...CHEN };
  expect(list(MANAGER)).toMatchObject({ items: [view], total: 1, decides: true });
  expect(list(SALES)).toMatchObject({ items: [view], total: 1, decides: false });
  expect(list(OTHER)).toMatchObject({ items: [], decides: false });
  host.as(MANAGER).resetCalls();
  list(MANAGER);
  expect(host.calls.reads + host.calls.writes).toBeLessThanOrEqual(6);
});

test('a merge that was asked for is done with its request, and undoing it opens the request again', () => {
  const id = file();
  const filed = host.snapshot();
  const [asked] = list(MANAGER).items;
  expect(call(host, 'duplicateGroup', { ids: asked?.ids ?? [], master: asked?.master ?? null }).obstacle).toBeNull();
  host.resetCalls();
  const result = call(host, 'mergeGroup', { ...CHEN, request: id });
  expect(host.calls.reads + host.calls.writes).toBeLessThanOrEqual(40);
  finish(host, result);
  expect(recordsIn(host, 'customers').find(({ customer_id }) => customer_id === c(2))).toMatchObject({
    city: '广州市',
    remark: '[C-000001] a',
  });
  expect(statusOf(id)).toMatchObject({ status: '已完成', decided_by: '甲', decided_at: '2026-11-23 09:00' });
  expect(list(MANAGER).items).toEqual([]);
  expect(list(SALES).items).toMatchObject([{ id, status: 'done', decidedBy: '甲' }]);
  expect(refusal(host.as(MANAGER), 'mergeGroup', { ...LI, fields: { owner: c(3) }, request: id })).toBe('requests.decided');
  finish(host, call(host, 'undo', { txn: result.txn }));
  expect(changesBetween(host, filed.book, host.book)).toEqual([]);
  expect(list(MANAGER).items).toMatchObject([{ id, status: 'open' }]);
});

test('a request is declined with an answer, by who decides, and once', () => {
  const id = file();
  expect(refusal(host.as(OTHER), 'declineMerge', { id, reply: '两个人' })).toBe('duplicates.managerOnly');
  expect(refusal(host.as(MANAGER), 'declineMerge', { id, reply: ' ' })).toBe('requests.reply');
  expect(refusal(host, 'declineMerge', { id: 'Q-009999', reply: '两个人' })).toBe('record.gone');
  call(host, 'declineMerge', { id, reply: '两个人，共用一部电话' });
  expect(statusOf(id)).toMatchObject({ status: '已拒绝', decided_by: '甲', reply: '两个人，共用一部电话', reason: '电话确认过' });
  expect(refusal(host, 'declineMerge', { id, reply: '两个人' })).toBe('requests.decided');
  expect(list(MANAGER).items).toEqual([]);
  expect(list(SALES).items).toMatchObject([{ id, status: 'rejected', decidedBy: '甲', reply: '两个人，共用一部电话' }]);
  expect(recordsIn(host, 'customers')).toHaveLength(customers.length);
});

test('what is agreed to in the sheet waits until it is carried out; what people typed there is read as far as it goes', () => {
  const first = file();
  const tab = tabOf(host, 'requests');
  const keys = (host.values(tab)[0] ?? []).map(String);
  host.as(OWNER).edit(cellOf(host, 'requests', 3, 'status'), '已同意');
  const typed: Given = {
    request_id: 'Q-000900',
    actor: '丙',
    action: '合并',
    targets: `${c(3)}，${c(4)} ${c(3)}`,
    params: '{"master":7',
    reason: 'x',
  };
  host.paste(`'${tab}'!A4`, [keys.map((key) => typed[key] ?? null)], { valuesOnly: true });
  const claim: Given = { ...typed, request_id: 'Q-000901', action: '认领' };
  host.paste(`'${tab}'!A5`, [keys.map((key) => claim[key] ?? null)], { valuesOnly: true });
  expect(list(MANAGER).items).toMatchObject([
    { id: first, status: 'approved' },
    { id: 'Q-000900', by: '丙', status: 'open', confidence: 'unknown', names: [], ids: LI.ids, master: null, fields: {} },
  ]);
});

test('killed at any write, the merge and its request come to the same end', () => {
  const id = file();
  host.as(MANAGER);
  const merge = () => {
    // Whoever comes next and finds it done has nothing to do.
    if (recordsIn(host, 'archive').length > 0) return { txn: '', done: 0, of: 0, finished: true, left: 0 };
    return call(host, 'mergeGroup', { ...CHEN, request: id });
  };
  expect(everywhere(host, host.snapshot(), merge, stamp)).toBeGreaterThan(8);
  expect(statusOf(id)).toMatchObject({ status: '已完成', decided_by: '甲' });
});
