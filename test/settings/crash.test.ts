// Changing options and fields, killed at every service write, before and after it took effect, then run again: always the same end.
import type { ActResult } from '../../src/contract/duplicates-api';
import { call, changesBetween, finish, type Host, type HostState, newPool, recordsIn, struck } from '../acts/pool';
import { dropdown, fill } from './pool';

/** Runs an act killed at one write; whoever comes next finishes it, or begins anew if it had not begun. */
function withKill(host: Host, from: HostState, fault: Parameters<typeof struck>[1], begin: () => ActResult): boolean {
  host.restore(from);
  const run = () => finish(host, begin());
  if (!struck(host, fault, run)) return false;
  host.advanceTo('2026-11-23T09:30');
  const rest = call(host, 'resume');
  if (rest !== null) finish(host, rest);
  else run();
  return true;
}

/** @returns how many writes the act makes */
function everywhere(host: Host, begin: () => ActResult): number {
  const from = host.snapshot();
  finish(host, begin());
  const wanted = host.snapshot().book;
  let writes = 0;
  for (const effect of ['before', 'after'] as const) {
    for (let write = 1; withKill(host, from, { write, effect }, begin); write++) {
      writes = Math.max(writes, write);
      const wrong = changesBetween(host, wanted, host.book);
      if (wrong.length > 0) throw new Error(`killed ${effect} write ${write}:\n${wrong.slice(0, 12).join('\n')}`);
      expect([...host.properties.keys()]).not.toContain('cp:open');
    }
  }
  host.restore(from);
  finish(host, begin());
  return writes;
}

jest.setTimeout(600_000);

test('renaming an option', () => {
  const host = newPool();
  fill(host, 12, (i) => ({ tier: i % 3 === 0 ? '重要' : '普通' }));
  const list = call(host, 'optionLists').find(({ key }) => key === 'tier');
  const option = list?.options.find(({ id }) => id === 'key');
  if (option === undefined) throw new Error('no option');
  const { id, aliases, colour, active } = option;
  const change = { list: 'tier', id, label: { 'zh-CN': '核心', en: 'Key' }, aliases: [...aliases, '重要'], colour, active };
  expect(everywhere(host, () => call(host, 'saveOption', change))).toBeGreaterThan(5);
});

test('adding an option', () => {
  const host = newPool();
  const label = { 'zh-CN': '航天', en: 'Space travel' };
  const change = { list: 'industry', id: null, label, aliases: ['火箭'], colour: null, active: true };
  expect(everywhere(host, () => call(host, 'saveOption', change))).toBeGreaterThan(5);
  expect(dropdown(host, 'industry')).toContain('航天');
});

test('making a spare column a field', () => {
  const host = newPool();
  fill(host, 6, (i) => ({ cf_1: ['2026年5月1日', "'2026-06-01", '某天'][i % 3] ?? null }));
  const field = { kind: 'date', label: { 'zh-CN': '到期日', en: 'Expires' } } as const;
  expect(everywhere(host, () => call(host, 'saveField', { slot: 'cf_1', field, options: [] }))).toBeGreaterThan(5);
  expect(recordsIn(host, 'customers').map(({ cf_1 }) => typeof cf_1)).toContain('number');
});
