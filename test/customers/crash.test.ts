// Forms in a protected workbook: closed rows are told before, and a save killed at any write, then asked for again, is done once and whole.
import type { Host } from '../../local/host/index';
import { differences } from '../../local/host/index';
import type { SaveRequest } from '../../src/contract/customer-api';
import { struck } from '../acts/pool';
import { customerIn, followPool, logOf, RAN } from '../follow-up/pool';
import { BOSS, call, recordsIn, refusal } from '../reminders/pool';

jest.setTimeout(300_000);

/** Looks after the third of the pool's customers. */
const LI = 'li@example.com';

function filledIn(host: Host): SaveRequest {
  const { values } = call(host, 'customerForm', { id: null });
  return {
    id: null,
    base: values,
    values: { ...values, name: '新客户', mobile: '13900001357', source: '展会', city: '杭州' },
    reason: '',
    reasonFor: [],
    token: 'n',
  };
}

function edited(host: Host, id: string): SaveRequest {
  const { values } = call(host, 'customerForm', { id });
  return {
    id,
    base: values,
    values: { ...values, company: '改名公司', sales_status: '已报价', city: '杭州市', remark: '=1+1' },
    reason: '',
    reasonFor: [],
    token: 'e',
  };
}

const order = {
  sheet: 'orders',
  customer: 'C-000001',
  values: {
    order_no: 'SO-1',
    order_date: '2026-03-10',
    product: '标准版',
    qty: '2',
    amount: '100',
    currency: 'CNY',
    status: '已付款',
  },
  token: 'o',
} as const;

test.each<[string, number, (host: Host) => (again: Host) => unknown]>([
  [
    'a new customer',
    4,
    (host) => {
      const request = filledIn(host);
      return (again) => call(again, 'saveCustomer', request);
    },
  ],
  [
    'an edit',
    5,
    (host) => {
      const request = edited(host, 'C-000001');
      return (again) => call(again, 'saveCustomer', request);
    },
  ],
  ['an order', 4, () => (again) => call(again, 'saveEntry', order)],
])('%s', (_title, atLeast, opened) => {
  const host = followPool();
  const act = opened(host);
  const from = host.snapshot();
  const answer = act(host);
  const wanted = host.snapshot();
  let writes = 0;
  for (const effect of ['before', 'after'] as const) {
    for (let write = 1; ; write++) {
      host.restore(from).as(RAN);
      if (!struck(host, { write, effect }, () => act(host))) break;
      writes = Math.max(writes, write);
      expect(recordsIn(host, 'customers').length).toBeLessThanOrEqual(4);
      expect(act(host)).toEqual(answer);
      expect({ effect, write, wrong: differences(wanted.book, host.book, 20) }).toEqual({ effect, write, wrong: [] });
    }
  }
  expect(writes).toBeGreaterThanOrEqual(atLeast);
});

test('a contact that was cut off and never asked for again is in the customer’s facts by the next day', () => {
  const host = followPool();
  call(host.as(BOSS), 'remindersOn');
  // All rows were looked at once, and nothing is open.
  host.advanceTo('2026-03-12T08:30');
  const from = host.snapshot();
  const facts = () => {
    const { last_contact, next_follow_up, next_action, sales_status } = customerIn(host, 'C-000001');
    return { last_contact, next_follow_up, next_action, sales_status };
  };
  const log = () => call(host.as(RAN), 'logContact', logOf());
  const before = facts();
  log();
  const wanted = facts();
  expect(wanted).not.toEqual(before);
  let entered = 0;
  for (let write = 1; ; write++) {
    host.restore(from);
    if (!struck(host, { write, effect: 'after' }, log)) break;
    const isEntered = recordsIn(host, 'interactions').length > 0;
    if (isEntered) entered++;
    host.advanceTo('2026-03-13T08:30');
    expect({ write, ...facts() }).toEqual({ write, ...(isEntered ? wanted : before) });
  }
  expect(entered).toBeGreaterThan(0);
});

test('whoever may not edit a customer is told before a word is typed, and nothing of his is written', () => {
  const host = followPool();
  const request = edited(host.as(RAN), 'C-000001');
  expect(call(host, 'customerForm', { id: 'C-000001' }).closed).toBeNull();
  expect(call(host.as(LI), 'customerForm', { id: 'C-000001' }).closed).toEqual({ code: 'form.closed', args: { owner: '魏然' } });
  const before = host.snapshot();
  expect(refusal(host.as(LI), 'saveCustomer', request)).toBe('form.closed');
  expect(differences(before.book, host.book, 5)).toEqual([]);
  expect(customerIn(host, 'C-000001')).toMatchObject({ owner: '魏然' });
});
