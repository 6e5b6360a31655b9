// Whatever becomes of the sheet of responses and whoever takes them, each response counts once.
import fc from 'fast-check';
import type { Host } from '../../local/host/index';
import { OWNER } from '../acts/pool';
import { budgeted, call, customersIn, FORM, freshPool, ledger, link, refusal, row, submit, takeAll } from './pool';

const seed = 20260101;
let host: Host;

beforeEach(() => {
  host = freshPool();
});

/** What people and Google do with the sheet, in any order. */
const step = fc.oneof(
  fc.record({ act: fc.constant('submit' as const), who: fc.nat({ max: 6 }), minute: fc.nat({ max: 5 }) }),
  fc.record({
    act: fc.constantFrom('take' as const, 'sort' as const, 'delete' as const, 'reorder' as const),
    who: fc.nat({ max: 6 }),
    minute: fc.nat({ max: 5 }),
  }),
);

const answers = (who: number, minute: number) => ({
  at: `2026-11-23 08:0${minute}:00`,
  name: `客户${who}`,
  mobile: `1390013900${who}`,
  email: `c${who}@example.com`,
});

test('repeated runs take each response once in any order', () => {
  link(host);
  const from = host.snapshot();
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
      host.restore(from);
      const sent = new Set<string>();
      const seen = new Set<number>();
      let lost = 0;
      for (const { act, who, minute } of steps) {
        const rows = host.values(FORM).length;
        if (act === 'submit') {
          submit(host, answers(who, minute));
          sent.add(`${who} ${minute}`);
          seen.add(who);
        } else if (act === 'take') takeAll(host);
        else if (act === 'sort' && rows > 2) host.sort(`'${FORM}'!A2:G${rows}`, 2, minute % 2 === 0);
        else if (act === 'reorder') host.insertColumns(FORM, 2 + (who % 4));
        else if (act === 'delete' && rows > 2) {
          // Only what was taken may go: what was not is gone with its row.
          lost += takeAll(host);
          host.deleteRows(FORM, 2);
        }
      }
      takeAll(host);
      expect(ledger(host)).toHaveLength(sent.size);
      expect(
        customersIn(host)
          .map(({ name }) => String(name))
          .sort(),
      ).toEqual([...seen].map((who) => `客户${who}`).sort());
      expect(lost).toBeLessThanOrEqual(sent.size);
    }),
    { seed, numRuns: 25 },
  );
});

test('five hundred responses come in with one hourly run', () => {
  link(host);
  call(host, 'remindersOn');
  // The first hour looks at all rows.
  host.run('hourly');
  const rows = Array.from({ length: 500 }, (_, i) => row({ name: `客户${i}`, mobile: String(13_900_200_000 + i), city: '深圳' }));
  host.paste(`'${FORM}'!A2`, rows, { valuesOnly: true });
  const from = host.snapshot();
  host.run('hourly');
  const hour = () => {
    host.resetCalls();
    host.run('hourly');
    return budgeted(host);
  };
  const besides = hour();
  host.restore(from);
  const spent = hour();
  expect(customersIn(host)).toHaveLength(500);
  expect(new Set(customersIn(host).map(({ customer_id }) => customer_id)).size).toBe(500);
  expect(ledger(host)).toHaveLength(500);
  // Three acts; what else the hourly run does is not theirs.
  expect(spent - besides).toBeLessThanOrEqual(3 * 22);
});

test('a response taken as it arrives, and one whose event was lost', () => {
  link(host);
  call(host, 'remindersOn');
  submit(host, answers(1, 0));
  expect(customersIn(host)).toHaveLength(1);
  host.hold('document', 60_000);
  submit(host, answers(2, 1));
  expect(customersIn(host)).toHaveLength(1);
  host.advanceTo('2026-11-23T10:30');
  expect(customersIn(host).map(({ name }) => name)).toEqual(['客户1', '客户2']);
});

test('a workbook of a later version takes no response, and stays as it is', () => {
  link(host);
  call(host, 'remindersOn');
  const state = JSON.parse(host.properties.get('cp:state') ?? '{}') as object;
  host.properties.set('cp:state', JSON.stringify({ ...state, version: 999 }));
  const before = [...host.properties];
  submit(host, answers(1, 0));
  expect(customersIn(host)).toEqual([]);
  expect([...host.properties]).toEqual(before);
});

test('a response whose sender Google names is taken by the steward, who goes on taking', () => {
  link(host);
  call(host, 'remindersOn');
  host.as('ann@example.com');
  submit(host, answers(1, 0));
  submit(host, answers(2, 1));
  expect(customersIn(host)).toMatchObject([{ created_by: OWNER }, { created_by: OWNER }]);
  expect(call(host.as(OWNER), 'intake')).toMatchObject({ automatic: true, waiting: 0 });
});

test('a ledger somebody deleted is made anew: who is known stays as he is', () => {
  link(host);
  submit(host, answers(1, 0));
  submit(host, answers(2, 1));
  takeAll(host);
  const before = customersIn(host);
  host.deleteSheet('表单记录');
  expect(takeAll(host)).toBe(2);
  expect(ledger(host)).toEqual(['known', 'known']);
  expect(customersIn(host)).toEqual(before);
  expect(call(host, 'intake')).toMatchObject({ review: 0, waiting: 0 });
});

test('a linked sheet somebody deleted is said to be gone', () => {
  link(host);
  host.deleteSheet(FORM);
  expect(call(host, 'intake')).toMatchObject({ linked: null, gone: true, waiting: 0 });
  expect(call(host, 'intakeTake')).toEqual({ taken: 0, left: 0 });
});

test('a salesperson neither links nor unlinks, and anybody may look', () => {
  call(host, 'saveOwner', { name: '安安', email: 'ann@example.com', role: 'sales', active: true });
  link(host);
  host.as('ann@example.com');
  expect(refusal(host, 'intakeUnlink')).toBe('intake.managerOnly');
  expect(call(host, 'intake')).toMatchObject({ gone: false });
});

test('with reminders switched off nothing arrives by itself', () => {
  link(host);
  call(host, 'remindersOn');
  call(host, 'remindersOff');
  submit(host, answers(1, 0));
  expect(customersIn(host)).toEqual([]);
  expect(call(host, 'intake')).toMatchObject({ waiting: 1, automatic: false });
});
