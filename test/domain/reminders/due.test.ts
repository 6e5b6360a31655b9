// Which customers are due for whom, and in what order.
import fc from 'fast-check';
import { addDays } from '../../../src/domain/days';
import { type DueCustomer, dueByOwner, dueLists } from '../../../src/domain/reminders/due';

const TODAY = '2026-03-11';

function customer(id: string, rest: Partial<DueCustomer>): DueCustomer {
  return {
    id,
    row: 3,
    name: id,
    company: '',
    owner: '魏然',
    tier: 'standard',
    status: 'contacting',
    nextFollowUp: TODAY,
    nextAction: '',
    mobile: '',
    phone: '',
    wechat: '',
    email: '',
    value: 0,
    sample: false,
    ...rest,
  };
}

const listed = (customers: DueCustomer[]) => {
  const { overdue, today, soon } = dueLists(dueByOwner(customers, TODAY, 3).get('魏然') ?? []);
  return { overdue: overdue.map((c) => c.id), today: today.map((c) => c.id), soon: soon.map((c) => c.id) };
};

test.each<[string, Partial<DueCustomer>, 'overdue' | 'today' | 'soon' | null]>([
  ['yesterday is overdue', { nextFollowUp: '2026-03-10' }, 'overdue'],
  ['today is today', { nextFollowUp: TODAY }, 'today'],
  ['tomorrow is soon', { nextFollowUp: '2026-03-12' }, 'soon'],
  ['the third day is soon', { nextFollowUp: '2026-03-14' }, 'soon'],
  ['the fourth is not', { nextFollowUp: '2026-03-15' }, null],
  ['no date, no reminder', { nextFollowUp: null }, null],
  ['an invalid customer is let go', { nextFollowUp: '2026-03-10', status: 'invalid' }, null],
  ['one on hold has a day to come back to', { nextFollowUp: '2026-03-10', status: 'paused' }, 'overdue'],
  ['the pool belongs to nobody', { nextFollowUp: '2026-03-10', owner: '' }, null],
  ['others have their own mail', { nextFollowUp: '2026-03-10', owner: '李雷' }, null],
])('%s', (_title, rest, section) => {
  const found = listed([customer('C-000001', rest)]);
  expect(found).toEqual({ overdue: [], today: [], soon: [], ...(section && { [section]: ['C-000001'] }) });
});

test('key tier first, then value × days late, then days late; the coming by day', () => {
  const late = (id: string, days: number, value: number, tier = 'standard') =>
    customer(id, { nextFollowUp: addDays(TODAY, -days), value, tier });
  expect(
    listed([
      late('long-and-poor', 9, 5),
      late('short-and-rich', 2, 90),
      late('unknown-value-long', 5, 0),
      late('unknown-value-short', 1, 0),
      late('key', 1, 1, 'key'),
      customer('today-rich', { value: 50 }),
      customer('today-key', { tier: 'key' }),
      customer('in-two-days-key', { nextFollowUp: '2026-03-13', tier: 'key' }),
      customer('tomorrow', { nextFollowUp: '2026-03-12' }),
    ]),
  ).toEqual({
    overdue: ['key', 'short-and-rich', 'long-and-poor', 'unknown-value-long', 'unknown-value-short'],
    today: ['today-key', 'today-rich'],
    soon: ['tomorrow', 'in-two-days-key'],
  });
});

test('every active customer with a near date is in exactly one list, whatever the order of rows', () => {
  const anyCustomer = fc.record({
    offset: fc.option(fc.integer({ min: -40, max: 10 })),
    value: fc.integer({ min: 0, max: 100 }),
    tier: fc.constantFrom('key', 'standard', 'prospect'),
    status: fc.constantFrom('todo', 'won', 'invalid'),
  });
  fc.assert(
    fc.property(fc.array(anyCustomer, { maxLength: 40 }), fc.integer(), (rows, seed) => {
      const customers = rows.map(({ offset, ...rest }, i) =>
        customer(`C-${String(i).padStart(6, '0')}`, { ...rest, nextFollowUp: offset === null ? null : addDays(TODAY, offset) }),
      );
      const wanted = rows.filter((row) => row.offset !== null && row.offset <= 3 && row.status !== 'invalid').length;
      const lists = listed(customers);
      expect(lists.overdue.length + lists.today.length + lists.soon.length).toBe(wanted);
      const turned = customers.map((c, i) => [(i * 7919 + seed) % 101, c] as const).sort((a, b) => a[0] - b[0]);
      expect(listed(turned.map(([, c]) => c))).toEqual(lists);
    }),
    { seed: 20260101 },
  );
});
