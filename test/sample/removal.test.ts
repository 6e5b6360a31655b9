// The sample goes with one click and comes back with one undo; what is the user's own stays.

import type { Host } from '../../local/host/index';
import { addRows, call, changesBetween, finish, newPool, OWNER, recordsIn, refusal, tabOf } from '../acts/pool';
import { logOf } from '../follow-up/pool';

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
  expect(call(host, 'tour')).not.toContain('leave');
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
  expect(call(host, 'tour')).not.toContain('leave');
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

test.each(['logContact', 'saveEntry'] as const)('what one notes about a customer of the sample is one’s own (%s)', (by) => {
  const host = withSample();
  const customer = String(recordsIn(host, 'customers')[0]?.['customer_id']);
  const before = call(host, 'planSampleRemoval');
  expect(call(host, 'tour')).not.toContain('contact');
  const summary = '谈过报价';
  if (by === 'logContact') {
    const { me } = call(host, 'agenda', { customer, row: 0 });
    call(host, by, logOf({ customer, row: 0, by: me, summary, nextFollowUp: '' }));
  } else {
    const values = { date: '2026-11-23', type: '电话', summary, result: '有效沟通' };
    call(host, by, { sheet: 'interactions', customer, values, token: 't' });
  }
  expect(call(host, 'tour')).toContain('contact');
  expect(call(host, 'planSampleRemoval')).toEqual({ ...before, children: before.children + 1, own: 1 });

  // It goes to Archive with its customer, and comes back with him.
  const act = call(host, 'removeSample');
  finish(host, act);
  expect(recordsIn(host, 'interactions')).toEqual([]);
  expect(recordsIn(host, 'archive').filter((record) => JSON.stringify(record).includes(summary))).toHaveLength(1);
  finish(host, call(host, 'undo', { txn: act.txn }));
  expect(recordsIn(host, 'interactions').filter((record) => record['summary'] === summary)).toHaveLength(1);
});

test('only an admin takes it away', () => {
  const host = withSample();
  host.book.editors.push('seller@example.com');
  host.as('seller@example.com');
  for (const act of ['planSampleRemoval', 'removeSample'] as const) expect(refusal(host, act)).toBe('sample.adminOnly');
  expect(refusal(host, 'loadSample', SAMPLE)).toBe('sample.adminOnly');
});

test('a sample that bears no mark, as an import brings it, is not said to have gone', () => {
  const host = newPool();
  addRows(host, 'customers', [{ customer_id: 'C-000001', name: '王芳' }]);
  expect(call(host, 'tour')).toEqual(['enter']);
});
