// A log and a snooze killed at every write, before and after it took effect, then asked for again: nothing doubled, nothing lost.
import type { Host } from '../../local/host/index';
import { differences } from '../../local/host/index';
import { cellOf, struck } from '../acts/pool';
import { call, recordsIn } from '../reminders/pool';
import { customerIn, followPool, logOf, RAN, ROWS } from './pool';

const snoozed = { customer: 'C-000001', row: ROWS['C-000001'], to: '2026-03-16', token: 's' };

/** Picks the quick action, as the watcher sees it: again only where it still stands, for what was done clears its cell. */
function pick(host: Host, action: string, again: boolean): void {
  const cell = cellOf(host, 'customers', ROWS['C-000001'], 'quick');
  if (!again || customerIn(host, 'C-000001')['quick'] === action) host.edit(cell, action);
}

test.each(['未接通', '+3天'])('quick action %s', (action) => {
  const host = followPool().as('boss@example.com');
  call(host, 'remindersOn');
  host.as(RAN).advanceTo('2026-03-11T10:00');
  const from = host.snapshot();
  pick(host, action, false);
  const wanted = host.snapshot();
  let writes = 0;
  for (const effect of ['before', 'after'] as const) {
    for (let write = 1; ; write++) {
      host.restore(from).as(RAN);
      if (!struck(host, { write, effect }, () => pick(host, action, false))) break;
      writes = Math.max(writes, write);
      pick(host, action, true);
      expect({ effect, write, wrong: differences(wanted.book, host.book, 20) }).toEqual({ effect, write, wrong: [] });
    }
  }
  expect(writes).toBeGreaterThan(5);
});

test.each<[string, number, (host: Host) => unknown]>([
  ['a contact', 6, (host) => call(host, 'logContact', logOf())],
  ['a day put off', 6, (host) => call(host, 'snooze', snoozed)],
])('%s', (_title, atLeast, act) => {
  const host = followPool();
  const from = host.snapshot();
  const answer = act(host);
  const wanted = host.snapshot();
  let writes = 0;
  for (const effect of ['before', 'after'] as const) {
    for (let write = 1; ; write++) {
      host.restore(from).as(RAN);
      if (!struck(host, { write, effect }, () => act(host))) break;
      writes = Math.max(writes, write);
      // Whoever looks meanwhile finds one contact at most, and a customer who is whole.
      expect(recordsIn(host, 'interactions').length).toBeLessThanOrEqual(1);
      expect(customerIn(host, 'C-000001')).toMatchObject({ name: '客户1', owner: '魏然' });
      expect(act(host)).toEqual(answer);
      expect({ effect, write, wrong: differences(wanted.book, host.book, 20) }).toEqual({ effect, write, wrong: [] });
    }
  }
  expect(writes).toBeGreaterThanOrEqual(atLeast);
});
