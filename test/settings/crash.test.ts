// Changing options and fields, killed at every service write, before and after it took effect, then run again: always the same end.
import type { ActResult } from '../../src/contract/duplicates-api';
import { everywhere } from '../acts/kills';
import { call, finish, type Host, newPool, recordsIn } from '../acts/pool';
import { dropdown, fill } from './pool';

/** Kills an act at every write, then lets it be done. @returns how many writes it makes */
function killed(host: Host, begin: () => ActResult): number {
  const from = host.snapshot();
  const writes = everywhere(host, from, begin);
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
  expect(killed(host, () => call(host, 'saveOption', change))).toBeGreaterThan(5);
});

test('adding an option', () => {
  const host = newPool();
  const label = { 'zh-CN': '航天', en: 'Space travel' };
  const change = { list: 'industry', id: null, label, aliases: ['火箭'], colour: null, active: true };
  expect(killed(host, () => call(host, 'saveOption', change))).toBeGreaterThan(5);
  expect(dropdown(host, 'industry')).toContain('航天');
});

test('making a spare column a field', () => {
  const host = newPool();
  fill(host, 6, (i) => ({ cf_1: ['2026年5月1日', "'2026-06-01", '某天'][i % 3] ?? null }));
  const field = { kind: 'date', label: { 'zh-CN': '到期日', en: 'Expires' } } as const;
  expect(killed(host, () => call(host, 'saveField', { slot: 'cf_1', field, options: [] }))).toBeGreaterThan(5);
  expect(recordsIn(host, 'customers').map(({ cf_1 }) => typeof cf_1)).toContain('number');
});
