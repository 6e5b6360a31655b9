// The sample goes with one click and comes back with one undo; what is the user's own stays.

import type { Host } from '../../local/host/index';
import { call, changesBetween, finish, newPool, OWNER, recordsIn, refusal, tabOf } from '../acts/pool';

const SAMPLE = { seed: 1, size: 60, customers: true };

function withSample(): Host {
  const host = newPool();
  call(host, 'loadSample', SAMPLE);
  return host;
}

const isSample = (record: Readonly<Record<string, unknown>>) => record['is_sample'] === true;

test('one act takes the sample away, and undo brings the workbook back cell by cell', () => {
  const host = withSample();
  const before = host.snapshot().book;
  const plan = call(host, 'planSampleRemoval');
  expect(plan).toMatchObject({ people: 6, own: 0 });
  expect(plan.customers).toBe(recordsIn(host, 'customers').length);
  const act = call(host, 'removeSample');
  finish(host, act);
  for (const key of ['customers', 'interactions', 'orders', 'feedback', 'products'] as const)
    expect([key, recordsIn(host, key).length]).toEqual([key, 0]);
  expect(recordsIn(host, 'users').map(({ email }) => email)).toEqual([OWNER]);
  expect(call(host, 'planSampleRemoval')).toEqual({ customers: 0, children: 0, people: 0, own: 0 });
  expect(call(host, 'tour')).toContain('leave');

  finish(host, call(host, 'undo', { txn: act.txn }));
  expect(changesBetween(host, before, host.snapshot().book)).toEqual([]);
  expect(refusal(host, 'loadSample', SAMPLE)).toBe('sample.loaded');
});

test('once gone it can be loaded again', () => {
  const host = withSample();
  const { length } = recordsIn(host, 'customers');
  finish(host, call(host, 'removeSample'));
  call(host, 'loadSample', SAMPLE);
  expect(recordsIn(host, 'customers').filter(isSample)).toHaveLength(length);
});

test('one’s own customer stays, with the person who looks after him', () => {
  const host = withSample();
  const tab = tabOf(host, 'customers');
  const keys = (host.values(tab)[0] ?? []).map(String);
  const own: Record<string, string> = { customer_id: 'C-000900', name: '真客户', owner: '李雷' };
  const at = 3 + recordsIn(host, 'customers').length;
  host
    .as(OWNER)
    .paste(`'${tab}'!A${at}`, [keys.map((key) => own[key] ?? null), ...Array.from({ length: 9 }, () => keys.map(() => null))], {
      valuesOnly: true,
    });
  expect(call(host, 'tour')).toContain('enter');
  finish(host, call(host, 'removeSample'));
  expect(recordsIn(host, 'customers').map(({ name }) => name)).toEqual(['真客户']);
  expect(recordsIn(host, 'users').map(({ name }) => name)).toContain('李雷');
});

test('only an admin takes it away', () => {
  const host = withSample();
  host.book.editors.push('seller@example.com');
  host.as('seller@example.com');
  expect(refusal(host, 'removeSample')).toBe('owners.adminOnly');
});
