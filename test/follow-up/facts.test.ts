// What follows from contacts and orders typed by hand: next date, last contact, totals, names, amounts; and what the quick column does.
import type { Host } from '../../local/host/index';
import type { TableKey } from '../../src/template/index';
import { cellOf } from '../acts/pool';
import { call, recordsIn } from '../reminders/pool';
import { customerIn, followPool, RAN, ROWS, serial, spent } from './pool';

let host: Host;
let fresh: ReturnType<Host['snapshot']>;

beforeAll(() => {
  host = followPool().as('boss@example.com');
  call(host, 'remindersOn');
  fresh = host.snapshot();
});

beforeEach(() => {
  host.restore(fresh).as(RAN);
  host.advanceTo('2026-03-11T10:00');
  host.resetCalls();
});

/** Types a row as people do: cells beside each other, from the first named column on. */
function typeRow(key: TableKey, row: number, from: string, ...values: (string | number | null)[]): void {
  host.paste(cellOf(host, key, row, from), [values], { valuesOnly: true });
}

const contacts = () => recordsIn(host, 'interactions');

/** Columns of Interactions from the customer's id to the next action. */
function contact(row: number, customer: string, date: string, result: string, next: string | null, action: string | null): void {
  typeRow('interactions', row, 'customer_id', customer, null, date, null, '电话', null, '谈了价格', result, null, next, action);
}

test('a contact typed by hand: its flag and name, the customer’s dates and status', () => {
  contact(3, 'C-000001', '2026-03-11', '有效沟通', '2026-03-25', '寄样品');
  expect(contacts()).toMatchObject([{ customer_name: '客户1', effective: true }]);
  expect(customerIn(host, 'C-000001')).toMatchObject({
    last_contact: serial('2026-03-11'),
    next_follow_up: serial('2026-03-25'),
    next_action: '寄样品',
    sales_status: '联系中',
    status_since: serial('2026-03-11'),
  });
});

test.each<[string, [string, string, string | null][], string]>([
  [
    'the newest counts',
    [
      ['2026-03-10', '有效沟通', '2026-03-30'],
      ['2026-03-11', '有效沟通', '2026-03-20'],
    ],
    '2026-03-20',
  ],
  [
    'an older one typed later does not',
    [
      ['2026-03-11', '有效沟通', '2026-03-20'],
      ['2026-03-02', '有效沟通', '2026-03-30'],
    ],
    '2026-03-20',
  ],
  [
    'of one day the lower',
    [
      ['2026-03-11', '有效沟通', '2026-03-20'],
      ['2026-03-11', '未接', '2026-03-13'],
    ],
    '2026-03-13',
  ],
  ['one without a next date leaves the day', [['2026-03-11', '有效沟通', null]], '2026-03-07'],
])('next date: %s', (_title, rows, day) => {
  for (const [i, [date, result, next]] of rows.entries()) contact(3 + i, 'C-000001', date, result, next, null);
  expect(customerIn(host, 'C-000001')).toMatchObject({ next_follow_up: serial(day), next_action: '确认二期报价' });
});

test('a date typed into the customer’s row after the contact stays', () => {
  contact(3, 'C-000001', '2026-03-11', '有效沟通', '2026-03-25', null);
  host.advanceTo('2026-03-11T11:00');
  host.edit(cellOf(host, 'customers', ROWS['C-000001'], 'next_follow_up'), '2026-03-13');
  host.advanceTo('2026-03-11T12:00');
  host.edit(cellOf(host, 'interactions', 3, 'result'), '成交');
  host.advanceTo('2026-03-11T13:00');
  typeRow('orders', 3, 'order_no', 'SO-1', 'C-000001', null, '2026-03-11', null, 2, 10, null, 'CNY', null, '已付款');
  expect(customerIn(host, 'C-000001')['order_count']).toBe(1);
});

test('an order line: amount where none was typed, its base, the totals', () => {
  typeRow('orders', 3, 'order_no', 'SO-1', 'C-000001', null, '2026-03-10', null, 2, 10.5, null, 'CNY', null, '已付款');
  typeRow('orders', 4, 'order_no', 'SO-1', 'C-000001', null, '2026-03-10', null, 1, 10.5, 9, 'CNY', null, '已付款');
  typeRow('orders', 5, 'order_no', 'SO-2', 'C-000001', null, '2026-03-11', null, 1, 7, null, 'USD', null, '完成');
  expect(recordsIn(host, 'orders')).toMatchObject([
    { customer_name: '客户1', amount: 21, amount_base: 21 },
    { amount: 9, amount_base: 9 },
    { amount: 7 },
  ]);
  expect(recordsIn(host, 'orders')[2]).not.toHaveProperty('amount_base');
  expect(customerIn(host, 'C-000001')).toMatchObject({ order_count: 2, total_spend: 30, last_order: serial('2026-03-11') });
});

test('a contact that turns out to be none takes the last contact back', () => {
  contact(3, 'C-000001', '2026-03-11', '有效沟通', null, null);
  host.advanceTo('2026-03-11T10:05');
  host.edit(cellOf(host, 'interactions', 3, 'result'), '未接');
  expect(contacts()).toMatchObject([{ result: '未接' }]);
  expect(customerIn(host, 'C-000001')).not.toHaveProperty('last_contact');
});

test.each<[string, string, Record<string, unknown>, readonly Record<string, unknown>[]]>([
  [
    '已联系',
    'C-000001',
    { next_follow_up: serial('2026-03-18'), last_contact: serial('2026-03-11'), sales_status: '联系中' },
    [{ interaction_id: 'I-000001', result: '有效沟通', summary: '已联系：确认二期报价', type: '电话', effective: true }],
  ],
  ['未接通', 'C-000001', { next_follow_up: serial('2026-03-12'), sales_status: '待跟进' }, [{ result: '未接' }]],
  ['+1天', 'C-000001', { next_follow_up: serial('2026-03-12'), snooze_count: 1 }, []],
  ['+3天', 'C-000001', { next_follow_up: serial('2026-03-16'), snooze_count: 1 }, []],
  ['+1周', 'C-000001', { next_follow_up: serial('2026-03-18'), snooze_count: 1 }, []],
  ['下周一', 'C-000001', { next_follow_up: serial('2026-03-16'), snooze_count: 1 }, []],
  ['信息无误', 'C-000001', { verified_at: serial('2026-03-11'), next_follow_up: serial('2026-03-07') }, []],
])('quick action %s', (action, id, customer, entered) => {
  host.edit(cellOf(host, 'customers', ROWS['C-000001'], 'quick'), action);
  expect(spent(host)).toBeLessThanOrEqual(31);
  expect(customerIn(host, id)).toMatchObject(customer);
  expect(customerIn(host, id)).not.toHaveProperty('quick');
  expect(contacts()).toMatchObject(entered);
  expect(contacts()).toHaveLength(entered.length);
});

test('the same quick action again is another contact', () => {
  for (const at of ['10:00', '14:00']) {
    host.advanceTo(`2026-03-11T${at}`);
    host.edit(cellOf(host, 'customers', ROWS['C-000001'], 'quick'), '未接通');
  }
  expect(contacts()).toHaveLength(2);
});
