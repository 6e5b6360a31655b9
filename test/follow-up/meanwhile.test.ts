// Contacts, dates and quick actions while somebody sorts the sheet: each reaches the customer it is about, and nobody else.
import type { Host } from '../../local/host/index';
import { addRows, call, cellOf, FIRST, newPool, OWNER, recordsIn, tabOf } from '../acts/pool';
import { given, night, watchedPool } from '../watch/pool';

const contact = {
  customer: 'C-000001',
  row: FIRST,
  by: '',
  type: 'call',
  result: 'reached',
  summary: '聊了',
  nextFollowUp: '2026-12-15',
  nextAction: '新计划',
  status: '',
  token: 't',
};

const people = [1, 2, 3].map((n) =>
  given(n, { owner: 'owner', mobile: `+861390000000${n}`, next_follow_up: `2026-12-0${n}`, next_action: `计划${n}` }),
);

/** What a follow-up changes, by customer. */
function plans(host: Host): Readonly<Record<string, string>> {
  return Object.fromEntries(
    recordsIn(host, 'customers').map((one) => [
      String(one['customer_id']),
      [one['next_follow_up'], one['next_action'], one['last_contact'], one['snooze_count'], one['quick']].join(' '),
    ]),
  );
}

test.each<[string, () => Host, (host: Host) => unknown]>([
  [
    'a contact',
    () => {
      const host = newPool();
      addRows(host, 'customers', people);
      return host;
    },
    (host) => call(host, 'logContact', contact),
  ],
  [
    'a date put off',
    () => {
      const host = newPool();
      addRows(host, 'customers', people);
      return host;
    },
    (host) => call(host, 'snooze', { customer: 'C-000001', row: FIRST, to: '2026-12-15', token: 's' }),
  ],
  ['a quick action', () => watchedPool(people), (host) => host.edit(cellOf(host, 'customers', FIRST, 'quick'), '已联系')],
])('%s', (title, made, act) => {
  const host = made().as(OWNER);
  const before = plans(host);
  const fresh = host.snapshot();
  act(host);
  const wanted = plans(host);
  expect(wanted).toEqual({ ...before, 'C-000001': wanted['C-000001'] });
  expect(wanted).not.toEqual(before);
  let reached = 0;
  for (let read = 1; ; read++) {
    host.restore(fresh).as(OWNER);
    let isMoved = false;
    host.beforeRead(read, (other) => {
      isMoved = true;
      other.sort(`'${tabOf(host, 'customers')}'!A${FIRST}:CZ${FIRST + 2}`, 1, false);
    });
    act(host);
    host.beforeRead(1, null);
    if (!isMoved) break;
    const { 'C-000001': own, ...others } = plans(host);
    const { 'C-000001': _, ...untouched } = before;
    expect({ read, others }).toEqual({ read, others: untouched });
    if (own === wanted['C-000001']) reached++;
    // A trigger knows a row only: what moved before it looked is found by the hourly run.
    else expect({ read, title, own }).toEqual({ read, title: 'a quick action', own: `${before['C-000001']}已联系` });
  }
  expect(reached).toBeGreaterThan(5);
});

test('a contact typed into its sheet changes nobody else, and reaches its customer by night at the latest', () => {
  const host = watchedPool(people).as(OWNER);
  addRows(host, 'interactions', [{ interaction_id: 'I-000001', customer_id: 'C-000001', type: '电话', result: '有效沟通' }]);
  const { 'C-000001': _, ...untouched } = plans(host);
  const fresh = host.snapshot();
  for (let read = 1; ; read++) {
    host.restore(fresh).as(OWNER);
    let isMoved = false;
    host.beforeRead(read, (other) => {
      isMoved = true;
      other.sort(`'${tabOf(host, 'customers')}'!A${FIRST}:CZ${FIRST + 2}`, 1, false);
    });
    host.edit(cellOf(host, 'interactions', FIRST, 'date'), '2026-11-20');
    host.beforeRead(1, null);
    const { 'C-000001': own, ...others } = plans(host);
    expect({ read, others }).toEqual({ read, others: untouched });
    night(host);
    expect({ read, own: plans(host)['C-000001'] }).toEqual({ read, own: expect.stringContaining('46346') });
    if (!isMoved) {
      expect(own).toContain('46346');
      break;
    }
  }
});
