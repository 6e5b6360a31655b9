// The hourly run killed at every service write, before and after it took effect: nobody is mailed twice, the ledger tells the truth.
import type { Host, HostState } from '../../local/host/index';
import { addPeople, addRows, BOSS, call, due, openPool, recordsIn, refusal } from './pool';

const NAMES = ['ann', 'bob'];
const keyOf = (name: string) => `2026-03-11|${name}@example.com|digest`;

/** Lets the armed run be killed. */
function killedBy(time: string): void {
  try {
    host.advanceTo(time);
  } catch {
    // What Google would log.
  }
}

let host: Host;
let early: HostState;

beforeAll(() => {
  host = openPool({ editors: NAMES.map((name) => `${name}@example.com`), now: '2026-03-10T15:00' });
  addPeople(
    host,
    NAMES.map((name) => ({ name })),
  );
  addRows(
    host,
    'customers',
    NAMES.map((name, i) => due(i + 1, name, '2026-03-10')),
  );
  call(host, 'remindersOn');
  host.advanceTo('2026-03-11T07:30');
  early = host.snapshot();
});

function stateOf(name: string): unknown {
  return recordsIn(host, 'send_log').find(({ key }) => key === keyOf(name))?.['state'];
}
const mailsTo = (name: string) => host.outbox.filter(({ to }) => to === `${name}@example.com`).length;

/** Service writes of an undisturbed day. */
function writesOfDay(): number {
  host.restore(early);
  host.resetCalls();
  host.advanceTo('2026-03-11T09:30');
  return host.calls.writes;
}

test('killed at every write', () => {
  const writes = writesOfDay();
  expect(writes).toBeGreaterThan(10);
  let doubtful = 0;
  for (let write = 1; write <= writes; write++) {
    for (const effect of ['before', 'after'] as const) {
      host.restore(early);
      host.failAt({ write, effect });
      killedBy('2026-03-11T08:59');
      host.failAt(null);
      host.advanceTo('2026-03-11T10:59');
      for (const name of NAMES) {
        const state = stateOf(name);
        // Better one missing than one twice: what is in doubt waits, everybody else has his mail.
        const told = state === 'sent' ? mailsTo(name) === 1 : state === 'unknown' && mailsTo(name) <= 1;
        expect([write, effect, name, state, mailsTo(name), told]).toEqual([write, effect, name, state, mailsTo(name), true]);
        if (state === 'unknown') doubtful++;
      }
      const view = call(host, 'reminders');
      expect(view.unknown.map(({ key }) => key)).toEqual(NAMES.filter((name) => stateOf(name) === 'unknown').map(keyOf));
    }
  }
  expect(doubtful).toBeGreaterThan(0);
});

/** A run killed between the mail to the first recipient and the line after it. */
function inDoubt(): void {
  host.restore(early);
  const writes = writesUntilMail();
  host.restore(early);
  host.failAt({ write: writes, effect: 'before' });
  killedBy('2026-03-11T08:59');
  host.failAt(null);
  host.advanceTo('2026-03-11T10:00');
}

function writesUntilMail(): number {
  for (let write = 1; ; write++) {
    host.restore(early);
    host.failAt({ write, effect: 'after' });
    killedBy('2026-03-11T08:59');
    host.failAt(null);
    if (host.outbox.length > 0) return write;
  }
}

test('a mail in doubt is sent again only by a person, once', () => {
  inDoubt();
  const [doubt] = call(host, 'reminders').unknown;
  if (doubt === undefined) throw new Error('nothing is in doubt');
  expect(host.outbox.filter(({ to }) => to === doubt.recipient)).toEqual([]);
  expect(refusal(host.as('ann@example.com'), 'settleMail', { key: doubt.key, again: true })).toBe('reminders.adminOnly');
  expect(call(host.as(BOSS), 'settleMail', { key: doubt.key, again: true }).unknown).toEqual([]);
  expect(host.outbox.filter(({ to }) => to === doubt.recipient)).toHaveLength(1);
  expect(refusal(host, 'settleMail', { key: doubt.key, again: true })).toBe('reminders.gone');
  host.advanceTo('2026-03-11T20:00');
  expect(host.outbox.filter(({ to }) => to === doubt.recipient)).toHaveLength(1);
});

test('a mail in doubt can be dropped, and a past one not sent again', () => {
  inDoubt();
  const [doubt] = call(host, 'reminders').unknown;
  if (doubt === undefined) throw new Error('nothing is in doubt');
  const before = host.snapshot();
  expect(call(host, 'settleMail', { key: doubt.key, again: false }).unknown).toEqual([]);
  host.advanceTo('2026-03-11T20:00');
  expect(host.outbox.filter(({ to }) => to === doubt.recipient)).toEqual([]);
  host.restore(before);
  host.advanceTo('2026-03-12T07:00');
  expect(refusal(host, 'settleMail', { key: doubt.key, again: true })).toBe('reminders.past');
});
