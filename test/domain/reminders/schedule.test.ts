// When mail may go and who gets one.
import type { DayType } from '../../../src/domain/calendar/workdays';
import type { DueCustomer } from '../../../src/domain/reminders/due';
import { digestKey, type LedgerEntry, leftBehind, mayTry, triesOf, withFailure } from '../../../src/domain/reminders/ledger';
import {
  hasBegun,
  type MailHours,
  type Morning,
  mailHour,
  planDigests,
  type Recipient,
} from '../../../src/domain/reminders/schedule';

const WEDNESDAY = '2026-03-11';

test.each<[number, MailHours, boolean]>([
  [7, { sendHour: 8, quiet: [20, 8] }, false],
  [8, { sendHour: 8, quiet: [20, 8] }, true],
  [19, { sendHour: 8, quiet: [20, 8] }, true],
  [20, { sendHour: 8, quiet: [20, 8] }, false],
  [23, { sendHour: 8, quiet: [20, 8] }, false],
  [6, { sendHour: 5, quiet: [20, 8] }, false],
  [12, { sendHour: 8, quiet: [12, 14] }, false],
  [14, { sendHour: 8, quiet: [12, 14] }, true],
  [3, { sendHour: 0, quiet: null }, true],
])('at %d o’clock with %j: %s', (hour, hours, may) => {
  expect(mailHour(hour, hours)).toBe(may);
});

test.each([
  ['2026-03-10 15:04', true],
  ['2026-03-11 07:59', true],
  ['2026-03-11 08:00', false],
  ['2026-03-11 15:04', false],
])('switched on at %s, mail goes on 11 March: %s', (since, goes) => {
  expect(hasBegun(since, WEDNESDAY, 8)).toBe(goes);
});

const person = (name: string, rest: Partial<Recipient> = {}): Recipient => ({
  name,
  email: `${name}@example.com`,
  active: true,
  digest: true,
  language: 'zh-CN',
  leave: '',
  ...rest,
});

const due = (owner: string, nextFollowUp: string, rest: Partial<DueCustomer> = {}): DueCustomer => ({
  id: `C-${owner}-${nextFollowUp}`,
  row: 3,
  name: '张伟',
  company: '',
  owner,
  tier: 'standard',
  status: 'todo',
  nextFollowUp,
  nextAction: '',
  mobile: '',
  phone: '',
  wechat: '',
  email: '',
  value: 0,
  sample: false,
  ...rest,
});

function morning(rest: Partial<Morning>): Morning {
  return {
    today: WEDNESDAY,
    customers: [],
    recipients: [],
    upcomingDays: 3,
    region: 'CN',
    overrides: new Map<string, DayType>(),
    ledger: new Map(),
    sender: 'boss@example.com',
    ...rest,
  };
}

const planned = (rest: Partial<Morning>) => planDigests(morning(rest)).map((digest) => digest.recipient.name);

test.each<[string, Partial<Recipient>, boolean]>([
  ['who works and wants mail gets it', {}, true],
  ['a leaver gets none', { active: false }, false],
  ['who does not want it gets none', { digest: false }, false],
  ['no address, no mail', { email: ' ' }, false],
  ['not on leave', { leave: '2026-03-10..2026-03-12' }, false],
])('%s', (_title, rest, mailed) => {
  expect(planned({ recipients: [person('ann', rest)], customers: [due('ann', WEDNESDAY)] })).toEqual(mailed ? ['ann'] : []);
});

test.each([
  ['2026-03-11', 1],
  ['2026-03-14', 0],
  ['2026-02-17', 0],
  ['2026-02-14', 1],
])('on %s %d mails', (today, mails) => {
  expect(planned({ today, recipients: [person('ann')], customers: [due('ann', today)] })).toHaveLength(mails);
});

test('the urgent go first, so that they are sent when the quota is short', () => {
  expect(
    planned({
      recipients: [person('today'), person('soon'), person('late'), person('later'), person('nothing')],
      customers: [
        due('soon', '2026-03-13'),
        due('today', WEDNESDAY),
        due('late', '2026-03-10'),
        due('later', '2026-03-09'),
        due('later', '2026-03-08'),
      ],
    }),
  ).toEqual(['later', 'late', 'today', 'soon']);
});

test('two names on one account get one mail with the customers of both', () => {
  const recipients = [person('ann', { email: 'Both@example.com' }), person('bob', { email: 'both@example.com' })];
  const [digest, ...more] = planDigests(morning({ recipients, customers: [due('ann', WEDNESDAY), due('bob', '2026-03-10')] }));
  expect(more).toEqual([]);
  expect(digest).toMatchObject({ key: '2026-03-11|both@example.com|digest', recipient: { name: 'ann' } });
  expect([digest?.lists.overdue.length, digest?.lists.today.length]).toEqual([1, 1]);
});

test('sample customers are mailed to nobody but the account that sends', () => {
  const customers = [due('ann', WEDNESDAY, { sample: true }), due('boss', WEDNESDAY, { sample: true })];
  expect(planned({ recipients: [person('ann'), person('boss')], customers })).toEqual(['boss']);
});

const entry = (state: LedgerEntry['state'], error = '', at = '2026-03-11T00:12:00.000Z'): LedgerEntry => ({
  key: digestKey(WEDNESDAY, 'ann@example.com'),
  state,
  error,
  at,
});
const failures = (times: number) =>
  Array.from({ length: times }).reduce<string>((text) => withFailure(text, WEDNESDAY, 'no\nluck'), '');

test.each<[string, LedgerEntry, boolean]>([
  ['sent is sent', entry('sent'), false],
  ['reserved is somebody’s', entry('reserved'), false],
  ['in doubt waits for a person', entry('unknown'), false],
  ['dropped stays dropped', entry('skipped'), false],
  ['put off for want of quota is tried', entry('skipped', 'quota'), true],
  ['failed once is tried', entry('failed', failures(1)), true],
  ['failed three times is tried', entry('failed', failures(3)), true],
  ['failed four times is not', entry('failed', failures(4)), false],
])('%s', (_title, known, again) => {
  expect(mayTry(known)).toBe(again);
  expect(
    planned({ recipients: [person('ann')], customers: [due('ann', WEDNESDAY)], ledger: new Map([[known.key, known]]) }),
  ).toEqual(again ? ['ann'] : []);
});

test('failures are counted by lines, four of them fit the cell', () => {
  const error = Array.from({ length: 4 }).reduce<string>((text) => withFailure(text, '2026-03-11 08:12', 'x\n'.repeat(300)), '');
  expect(triesOf(entry('failed', error))).toBe(4);
  expect(error.length).toBeLessThanOrEqual(500);
  expect(triesOf(entry('failed', withFailure('quota', '2026-03-11 08:12', 'boom')))).toBe(1);
});

test.each([
  ['2026-03-11T00:12:40.000Z', '2026-03-11T00:17:00.000Z', false],
  ['2026-03-11T00:12:40.000Z', '2026-03-11T00:20:00.000Z', true],
  ['2026-03-10T23:58:00.000Z', '2026-03-11T00:01:00.000Z', false],
  ['2026-03-10T23:58:00.000Z', '2026-03-11T00:58:00.000Z', true],
  ['', '2026-03-11T00:58:00.000Z', true],
])('reserved at %s is left behind at %s: %s', (at, now, left) => {
  expect(leftBehind(entry('reserved', '', at), now)).toBe(left);
  expect(leftBehind(entry('sent', '', at), now)).toBe(false);
});
