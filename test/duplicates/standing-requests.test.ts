// Requests that what happens elsewhere would leave standing: every merge answers those for it, whoever merged and from where.
import type { SheetModel } from '../../local/host/index';
import type { ActResult } from '../../src/contract/duplicates-api';
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
import { struck } from '../acts/strike';
import { c, MANAGER, OTHER, SALES, teamPool } from './team';

const customers: Given[] = [
  { customer_id: c(1), name: '陈伟明', mobile: '+8613900001357', remark: 'a' },
  { customer_id: c(2), name: '陈伟明', mobile: '+8613900001357', needs: 'b' },
  { customer_id: c(3), name: '陈伟明', mobile: '+8613900001357', tags: 'c' },
  { customer_id: c(4), name: '李雷', email: 'li@example.com' },
  { customer_id: c(5), name: '李雷', email: 'li@example.com', needs: 'd' },
  ...Array.from({ length: 12 }, (_, i) => ({ customer_id: c(10 + i), name: `王${i}`, mobile: `+86135${10_000_000 + i * 7919}` })),
];
const CHEN = { ids: [c(1), c(2)], master: c(1), fields: {} };
const LI = { ids: [c(4), c(5)], master: c(4), fields: {} };
const ALL = { ids: [c(1), c(2), c(3)], master: c(1), fields: {} };
const BATCH = { certainties: ['exact', 'near'] } as const;

let host: Host;
let made: HostState;

beforeAll(() => {
  host = teamPool(customers);
  made = host.snapshot();
});

beforeEach(() => {
  host.restore(made).as(OWNER);
});

type Decision = typeof CHEN;
const file = (decision: Decision, who = SALES) => call(host.as(who), 'requestMerge', { decision, reason: '电话确认过' }).id;
const merge = (decision: Decision, request?: string) => {
  const result = call(host.as(MANAGER), 'mergeGroup', { ...decision, request });
  finish(host, result);
  return result;
};
const statuses = () => Object.fromEntries(recordsIn(host, 'requests').map((line) => [line['request_id'] ?? '', line['status']]));
const waiting = () => call(host.as(MANAGER), 'mergeRequests', { page: 0 }).items.map(({ id }) => id);

/** A line as people type it, below the others. */
function type(line: Given): void {
  const tab = tabOf(host, 'requests');
  const keys = (host.values(tab)[0] ?? []).map(String);
  const row = 3 + recordsIn(host, 'requests').length;
  host.as(OWNER).paste(`'${tab}'!A${row}`, [keys.map((key) => line[key] ?? null)], { valuesOnly: true });
}

/** A merge killed as soon as it stands in the journal. */
function openKilled(before: HostState): void {
  const isOpen = () => host.properties.has('cp:open') && call(host, 'history', { page: 0 }).items[0]?.state === 'open';
  for (let write = 1; !isOpen(); write++) {
    host.restore(before).as(MANAGER);
    expect(struck(host, { write, effect: 'before' }, () => void call(host, 'mergeGroup', CHEN))).toBe(true);
  }
}

describe('a line that asks for something else', () => {
  const erasure: Given = {
    request_id: 'Q-000900',
    actor: '丙',
    action: '删除个人信息',
    targets: `${c(1)}; ${c(2)}`,
    reason: 'x',
    status: '待处理',
  };

  test('is neither declined, nor done with a merge', () => {
    file(LI);
    type(erasure);
    host.as(MANAGER);
    const before = host.snapshot();
    expect(refusal(host, 'declineMerge', { id: 'Q-000900', reply: '不行' })).toBe('requests.otherKind');
    expect(refusal(host, 'closeMerged', { id: 'Q-000900' })).toBe('requests.otherKind');
    expect(refusal(host, 'mergeGroup', { ...CHEN, request: 'Q-000900' })).toBe('requests.otherKind');
    expect(changesBetween(host, before.book, host.book)).toEqual([]);
    merge(CHEN);
    expect(statuses()).toMatchObject({ 'Q-000900': '待处理' });
  });

  test('a merge of other records leaves the request and the records as they are', () => {
    const id = file(CHEN);
    host.as(MANAGER);
    const before = host.snapshot();
    expect(refusal(host, 'mergeGroup', { ...LI, request: id })).toBe('requests.others');
    expect(refusal(host, 'mergeGroup', { ...LI, request: 'Q-009999' })).toBe('record.gone');
    expect(changesBetween(host, before.book, host.book)).toEqual([]);
    expect(waiting()).toEqual([id]);
  });

  test('a part of what was asked for does not do it, more than was asked for does', () => {
    const id = file(ALL);
    expect(refusal(host.as(MANAGER), 'mergeGroup', { ...CHEN, request: id })).toBe('requests.others');
    const pair = file(CHEN);
    merge(ALL, pair);
    expect(statuses()).toEqual({ [id]: '已完成', [pair]: '已完成' });
  });
});

describe('a merge from elsewhere answers the requests for it', () => {
  test.each([
    ['from the list of duplicates', () => call(host.as(MANAGER), 'mergeGroup', ALL)],
    ['in a batch', () => call(host.as(MANAGER), 'mergeBatch', BATCH)],
  ])('%s, and undoing it opens them again', (_title, begin) => {
    const [pair, all] = [file(CHEN), file(ALL, OTHER)];
    type({ actor: '丙', action: '合并', targets: `${c(3)}，${c(2)}`, reason: 'x' });
    type({ request_id: 'Q-000900', actor: '丙', action: '合并', targets: c(1), reason: 'x' });
    type({ request_id: 'Q-000901', actor: '丙', action: '合并', targets: `${c(1)}; ${c(10)}`, reason: 'x' });
    host.as(MANAGER);
    const before = host.snapshot();
    host.resetCalls();
    const result = begin();
    expect(host.calls.reads + host.calls.writes).toBeLessThanOrEqual(40);
    finish(host, result);
    const standing = { 'Q-000900': undefined, 'Q-000901': undefined };
    expect(statuses()).toEqual({ [pair]: '已完成', [all]: '已完成', 'Q-000003': '已完成', ...standing });
    expect(call(host.as(OTHER), 'mergeRequests', { page: 0 }).items).toContainEqual(
      expect.objectContaining({ id: all, status: 'done', decidedBy: '甲' }),
    );
    finish(host.as(MANAGER), call(host, 'undo', { txn: result.txn }));
    expect(changesBetween(host, before.book, host.book)).toEqual([]);
  });

  test('killed at any write, all come to the same end', () => {
    file(CHEN);
    file(ALL, OTHER);
    host.as(MANAGER);
    const begin = () => {
      if (recordsIn(host, 'archive').length > 0) return { txn: '', done: 0, of: 0, finished: true, left: 0 };
      return call(host, 'mergeGroup', ALL);
    };
    expect(everywhere(host, host.snapshot(), begin, stamp)).toBeGreaterThan(8);
    expect(new Set(Object.values(statuses()))).toEqual(new Set(['已完成']));
  });

  test('killed, and carried on with for one of the requests it took along, it can be undone as any other', () => {
    const id = file(CHEN);
    host.as(MANAGER);
    const before = host.snapshot();
    openKilled(before);
    const { txn, ...rest } = call(host.advanceTo('2026-11-23T09:30').as(MANAGER), 'mergeGroup', { ...CHEN, request: id });
    finish(host, { txn, ...rest });
    expect(statuses()).toEqual({ [id]: '已完成' });
    const undone = call(host, 'undo', { txn });
    expect(undone.changedSince.total).toBe(0);
    finish(host, undone);
    expect(waiting()).toEqual([id]);
  });

  test('where Requests is closed to who merges, the merge is made, and only a request he opened stands in its way', () => {
    const id = file(CHEN);
    const sheet = host.book.sheets.find(({ name }) => name === tabOf(host, 'requests')) as SheetModel;
    const closed = {
      id: 'closed',
      type: 'SHEET',
      area: null,
      sheetId: sheet.id,
      description: 'closed',
      warningOnly: false,
    } as const;
    sheet.protections.push({ ...closed, domainEdit: false, editors: [], unprotected: [] });
    expect(refusal(host.as(MANAGER), 'mergeGroup', { ...CHEN, request: id })).toBe('act.closed');
    expect(merge(CHEN)).toMatchObject({ merged: 1 });
    expect(waiting()).toEqual([id]);
  });

  test('what was merged in part before is followed to where it went', () => {
    const id = file(ALL);
    merge(CHEN);
    expect(waiting()).toEqual([id]);
    const card = call(host, 'duplicateGroup', { ids: ALL.ids, asked: true, master: null });
    expect(card.records.map((record) => record.id)).toEqual([c(1), c(3)]);
    expect(refusal(host, 'duplicateGroup', { ids: ALL.ids, master: null })).toBe('duplicates.gone');
    const before = host.snapshot();
    merge({ ids: [c(1), c(3)], master: c(3), fields: {} });
    expect(statuses()).toEqual({ [id]: '已完成' });
    host.restore(before);
    merge({ ids: [c(1), c(3)], master: c(3), fields: {} }, id);
    expect(statuses()).toEqual({ [id]: '已完成' });
  });
});

test('a merge that moves rows of many sheets comes to its end for who may not edit the first rows', () => {
  const id = file(ALL);
  for (const [sheet, key] of [
    ['interactions', 'interaction_id'],
    ['orders', 'line_id'],
  ] as const)
    addRows(host, sheet, [{ [key]: 'I-000001', customer_id: c(2), customer_name: '陈伟明' }]);
  const spent: number[] = [];
  const run = (act: () => ActResult | null) => {
    host.as(MANAGER).resetCalls();
    const result = act();
    spent.push(host.calls.reads + host.calls.writes);
    return result;
  };
  let next = run(() => call(host, 'mergeGroup', ALL));
  for (let slices = 1; next !== null && !next.finished; slices++) {
    expect(slices).toBeLessThan(9);
    next = run(() => call(host, 'resume'));
  }
  expect(Math.max(...spent)).toBeLessThanOrEqual(40);
  expect(statuses()).toEqual({ [id]: '已完成' });
  expect(recordsIn(host, 'orders')[0]).toMatchObject({ customer_id: c(1) });
});

test('the same merge is asked for once', () => {
  const id = file(CHEN);
  const again = { ...CHEN, ids: [c(2), c(1)], master: c(2) };
  for (const who of [SALES, OTHER]) {
    expect(refusal(host.as(who), 'requestMerge', { decision: again, reason: 'x' })).toBe('requests.twice');
  }
  call(host.as(MANAGER), 'declineMerge', { id, reply: '两个人' });
  expect(file(again)).not.toBe(id);
});

describe('a request whose records are one customer by now', () => {
  /** As it is left by a merge that knew nothing of it. */
  const late = () => type({ request_id: 'Q-000900', actor: '丙', action: '合并', targets: `${c(1)}; ${c(2)}`, reason: 'x' });

  test('is done by a word of who decides', () => {
    file(LI);
    merge(CHEN);
    merge({ ids: [c(1), c(3)], master: c(3), fields: {} });
    late();
    host.as(MANAGER);
    expect(refusal(host, 'duplicateGroup', { ids: CHEN.ids, asked: true, master: null })).toBe('duplicates.merged');
    expect(refusal(host.as(OTHER), 'closeMerged', { id: 'Q-000900' })).toBe('duplicates.managerOnly');
    expect(call(host.as(MANAGER), 'closeMerged', { id: 'Q-000900' })).toEqual({ id: 'Q-000900' });
    expect(recordsIn(host, 'requests').at(-1)).toMatchObject({ status: '已完成', decided_by: '甲' });
    expect(refusal(host, 'closeMerged', { id: 'Q-000900' })).toBe('requests.decided');
  });

  test('is not done while they are two, or went for another reason', () => {
    const id = file(CHEN);
    expect(refusal(host.as(MANAGER), 'closeMerged', { id })).toBe('requests.notMerged');
    type({ request_id: 'Q-000900', actor: '丙', action: '合并', targets: 'C-000998; C-000999', reason: 'x' });
    type({ request_id: 'Q-000901', actor: '丙', action: '合并', targets: c(1), reason: 'x' });
    host.as(MANAGER);
    for (const other of ['Q-000900', 'Q-000901']) expect(refusal(host, 'closeMerged', { id: other })).toBe('requests.notMerged');
  });

  test('filed while the merge was under way, it is done when that is carried on with', () => {
    file(LI);
    host.as(MANAGER);
    const before = host.snapshot();
    openKilled(before);
    late();
    const result = call(host.as(MANAGER), 'mergeGroup', { ...CHEN, request: 'Q-000900' });
    expect(result).toMatchObject({ merged: 1 });
    finish(host, result);
    expect(statuses()).toMatchObject({ 'Q-000900': '已完成' });
  });
});

test('a Requests sheet that cannot be read stops no merge but the one that was asked for', () => {
  const id = file(CHEN);
  host.as(OWNER).edit(cellOf(host, 'requests', 1, 'action'), 'nonsense');
  expect(refusal(host, 'mergeGroup', { ...CHEN, request: id })).toBe('sheet.keys');
  finish(host, call(host, 'mergeGroup', CHEN));
  expect(recordsIn(host, 'archive').map(({ record_id }) => record_id)).toContain(c(2));
});

test('a line that shares its id with another is left to people', () => {
  const id = file(CHEN);
  const other = file(LI);
  host.as(OWNER).edit(cellOf(host, 'requests', 4, 'request_id'), id);
  finish(host, call(host, 'mergeGroup', CHEN));
  expect(other).not.toBe(id);
  expect(new Set(recordsIn(host, 'requests').map(({ status }) => status)).size).toBe(1);
});
