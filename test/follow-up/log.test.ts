// A contact logged from the sidebar: what stands in the sheets afterwards, once, at a known price, and only for whom it may.
import type { Host } from '../../local/host/index';
import type { ContactLog } from '../../src/contract/today-api';
import { cellOf } from '../acts/pool';
import { addRows, call, due, recordsIn, refusal } from '../reminders/pool';
import { customerIn, followPool, logOf, RAN, ROWS, serial, spent } from './pool';

let host: Host;
let fresh: ReturnType<Host['snapshot']>;

beforeAll(() => {
  host = followPool();
  fresh = host.snapshot();
});

beforeEach(() => {
  host.restore(fresh).as(RAN);
  host.resetCalls();
});

const contacts = () => recordsIn(host, 'interactions');

test('a contact stands in both sheets, in fifteen calls at most', () => {
  expect(call(host, 'logContact', logOf())).toEqual({
    id: 'I-000001',
    customer: 'C-000001',
    name: '客户1',
    nextFollowUp: '2026-03-18',
  });
  // The customer's row is looked for again before each of its two writes.
  expect(spent(host)).toBeLessThanOrEqual(15);
  expect(contacts()).toEqual([
    {
      interaction_id: 'I-000001',
      customer_id: 'C-000001',
      customer_name: '客户1',
      date: serial('2026-03-11'),
      time: '09:00',
      type: '电话',
      summary: '报价已收到，周五前给答复',
      result: '有效沟通',
      effective: true,
      next_follow_up: serial('2026-03-18'),
      next_action: '寄合同',
      owner: '魏然',
      created_at: '2026-03-11 09:00',
      created_by: RAN,
      updated_at: '2026-03-11 09:00',
      updated_by: RAN,
    },
  ]);
  expect(customerIn(host, 'C-000001')).toMatchObject({
    next_follow_up: serial('2026-03-18'),
    next_action: '寄合同',
    last_contact: serial('2026-03-11'),
    sales_status: '联系中',
    status_since: serial('2026-03-11'),
    updated_at: '2026-03-11 09:00',
    updated_by: RAN,
  });
});

test('a first contact that also fills a field takes one more', () => {
  host.edit(cellOf(host, 'customers', ROWS['C-000001'], 'next_action'), null);
  const before = Number(customerIn(host, 'C-000001')['completeness']);
  host.resetCalls();
  call(host, 'logContact', logOf());
  expect(spent(host)).toBeLessThanOrEqual(16);
  expect(Number(customerIn(host, 'C-000001')['completeness'])).toBeGreaterThan(before);
});

test.each<[string, Partial<ContactLog>, Record<string, unknown>]>([
  [
    'nobody reached: no last contact, the status stays',
    { result: 'no_answer', nextFollowUp: '2026-03-12' },
    { next_follow_up: serial('2026-03-12'), sales_status: '待跟进' },
  ],
  ['a status asked for', { status: 'quoted' }, { sales_status: '已报价', status_since: serial('2026-03-11') }],
  ['nothing to be done next', { nextAction: '  ' }, { next_follow_up: serial('2026-03-18') }],
  ['a day typed as people do', { nextFollowUp: '2026年4月1日' }, { next_follow_up: serial('2026-04-01') }],
  ['no day: the tier’s cadence', { nextFollowUp: '' }, { next_follow_up: serial('2026-03-18') }],
  ['nobody reached and no day: tomorrow', { result: 'no_answer', nextFollowUp: '' }, { next_follow_up: serial('2026-03-12') }],
])('%s', (_title, given, expected) => {
  call(host, 'logContact', logOf(given));
  const customer = customerIn(host, 'C-000001');
  expect(customer).toMatchObject(expected);
  if (given.result === 'no_answer') expect(customer).not.toHaveProperty('last_contact');
  if (given.nextAction !== undefined) expect(customer).not.toHaveProperty('next_action');
});

test('an effective contact ends the snoozing, another does not', () => {
  const put = (to: string, token: string) => call(host, 'snooze', { customer: 'C-000001', row: ROWS['C-000001'], to, token });
  expect(put('2026-03-12', 's1').count).toBe(1);
  expect(put('2026-03-13', 's2').count).toBe(2);
  call(host, 'logContact', logOf({ result: 'no_answer', token: 'a' }));
  expect(customerIn(host, 'C-000001')).toMatchObject({ snooze_count: 2 });
  call(host, 'logContact', logOf({ token: 'b' }));
  expect(customerIn(host, 'C-000001')).toMatchObject({ snooze_count: 0 });
});

test.each([
  ['what was to be done', 'C-000001', ROWS['C-000001'], 'reached', '已联系：确认二期报价'],
  ['what could not be done', 'C-000001', ROWS['C-000001'], 'no_answer', '未接通：确认二期报价'],
  ['that somebody was there', 'C-000002', ROWS['C-000002'], 'reached', '已联系'],
])('where nobody wrote a summary it says %s', (_title, customer, row, result, summary) => {
  call(host, 'logContact', logOf({ customer, row, result, summary: ' ' }));
  expect(contacts()).toMatchObject([{ summary }]);
});

test('a text that looks like a formula stays one text', () => {
  call(host, 'logContact', logOf({ summary: '=IMPORTDATA("x")', nextAction: '+8613800002001' }));
  expect(contacts()).toMatchObject([{ summary: '=IMPORTDATA("x")', next_action: '+8613800002001' }]);
  expect(customerIn(host, 'C-000001')).toMatchObject({ next_action: '+8613800002001' });
});

test('the same token enters nothing twice, another does', () => {
  const first = call(host, 'logContact', logOf());
  expect(call(host, 'logContact', logOf())).toEqual(first);
  expect(contacts()).toHaveLength(1);
  expect(call(host, 'logContact', logOf({ token: 'log-2' })).id).toBe('I-000002');
  expect(contacts()).toHaveLength(2);
});

test('a customer who moved meanwhile is found by his id', () => {
  call(host, 'logContact', logOf({ row: 5 }));
  expect(customerIn(host, 'C-000001')).toMatchObject({ next_action: '寄合同' });
  expect(customerIn(host, 'C-000002')).not.toHaveProperty('next_action');
});

test('a manager logs in his own name', () => {
  call(host.as('boss@example.com'), 'logContact', logOf({ by: 'boss' }));
  expect(contacts()).toMatchObject([{ owner: 'boss', created_by: 'boss@example.com' }]);
});

test.each<[string, string, Partial<ContactLog>]>([
  ['a customer of somebody else', 'followUp.closed', { customer: 'C-000003', row: ROWS['C-000003'] }],
  ['the same with his name in the call', 'followUp.closed', { customer: 'C-000003', row: ROWS['C-000003'], by: '李雷' }],
  ['a customer who is gone', 'record.gone', { customer: 'C-000009', row: 9 }],
  ['no customer at all', 'record.gone', { customer: '', row: 0 }],
  ['a type nobody knows', 'kind.enum.unknown', { type: 'telepathy' }],
  ['a status nobody knows', 'option.off', { status: 'lost' }],
  ['a next date before today', 'kind.date.before', { nextFollowUp: '2026-03-01' }],
])('refused before anything is written: %s', (_title, code, given) => {
  const before = recordsIn(host, 'customers');
  expect(refusal(host, 'logContact', logOf(given))).toBe(code);
  expect(contacts()).toEqual([]);
  expect(recordsIn(host, 'customers')).toEqual(before);
});

test('an account the team does not know is told so', () => {
  host.book.editors.push('stranger@example.com');
  expect(refusal(host.as('stranger@example.com'), 'logContact', logOf({ by: '' }))).toBe('followUp.stranger');
});

test('what the row was said to lack is taken back', () => {
  host.as('boss@example.com');
  addRows(host, 'customers', [{ ...due(4, '李雷', ''), created_at: '2026-01-05 10:00' }]);
  host.edit(cellOf(host, 'customers', 6, 'issue'), '下次跟进日期 → 还没有填 · 手机 → 号码不全');
  call(host, 'logContact', logOf({ customer: 'C-000004', row: 0, by: 'boss' }));
  expect(customerIn(host, 'C-000004')).toMatchObject({ next_follow_up: serial('2026-03-18'), issue: '手机 → 号码不全' });
});

test('putting off: the day moves, the count says how often, in fourteen calls at most', () => {
  const ask = { customer: 'C-000001', row: ROWS['C-000001'], to: '2026-03-16', token: 's' };
  expect(call(host, 'snooze', ask)).toEqual({ customer: 'C-000001', name: '客户1', to: '2026-03-16', count: 1, limit: 3 });
  expect(spent(host)).toBeLessThanOrEqual(14);
  expect(call(host, 'snooze', ask).count).toBe(1);
  expect(customerIn(host, 'C-000001')).toMatchObject({
    next_follow_up: serial('2026-03-16'),
    snooze_count: 1,
    next_action: '确认二期报价',
    updated_by: RAN,
  });
  expect(refusal(host, 'snooze', { ...ask, to: '2026-03-11', token: 't' })).toBe('followUp.past');
  expect(refusal(host, 'snooze', { ...ask, to: 'soon', token: 't' })).toBe('followUp.past');
  expect(refusal(host, 'snooze', { ...ask, customer: 'C-000003', row: ROWS['C-000003'], token: 't' })).toBe('followUp.closed');
});

test('the agenda of a card is its owner’s; Today reads it with the list', () => {
  const { agenda, overdue } = call(host, 'today');
  expect(overdue.map(({ id }) => id)).toEqual(['C-000001']);
  expect(agenda).toMatchObject({ owner: '魏然', me: '魏然', booked: { '2026-03-11': 1 }, cap: 15 });
  expect(agenda.reached['key']?.day).toBe('2026-03-18');
  expect(agenda.snooze['2026-03-11']?.map(({ day }) => day)).toEqual(['2026-03-12', '2026-03-16', '2026-03-18', '2026-03-16']);
  expect(call(host, 'agenda', { customer: 'C-000003', row: ROWS['C-000003'] })).toMatchObject({
    owner: '李雷',
    me: '魏然',
    booked: {},
  });
});

test('cadence, cap and limit are the team’s', () => {
  const settings = recordsIn(host, 'settings').map((record) => String(record['key']));
  const set = (key: string, value: string) => {
    const tab = host.book.sheets.find(({ cells }) => cells[0]?.includes('dflt') || cells[0]?.includes('value'))?.name ?? '';
    const keys = (host.values(tab)[0] ?? []).map(String);
    const letter = String.fromCharCode(65 + keys.indexOf('value'));
    host.as('boss@example.com').edit(`'${tab}'!${letter}${settings.indexOf(key) + 3}`, value);
  };
  set('reminders.cadence_key', '5');
  set('reminders.daily_cap', '1');
  set('reminders.snooze_limit', '0');
  const { agenda } = call(host.as(RAN), 'today');
  expect(agenda.reached['key']?.day).toBe('2026-03-16');
  expect(agenda.cap).toBe(1);
  expect(call(host, 'snooze', { customer: 'C-000001', row: ROWS['C-000001'], to: '2026-03-16', token: 's' }).limit).toBe(0);
});
