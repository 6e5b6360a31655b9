// Options people change: a new name reaches the cells, the dropdowns and the colours, and goes back with one undo.

import type { OptionChange } from '../../src/contract/settings-api';
import { call, cellOf, changesBetween, FIRST, finish, type Host, newPool, OWNER, recordsIn, refusal } from '../acts/pool';
import { sheetOf } from '../template-apply/pool';
import { dropdown, fill } from './pool';

const KEY: OptionChange = {
  list: 'tier',
  id: 'key',
  label: { 'zh-CN': '重要', en: 'Key' },
  aliases: ['VIP'],
  colour: null,
  active: true,
};

function optionOf(host: Host, list: string, id: string) {
  return call(host, 'optionLists')
    .find(({ key }) => key === list)
    ?.options.find((option) => option.id === id);
}

/** The change that leaves an option as it is, but for a part. */
function change(host: Host, list: string, id: string, part: Partial<OptionChange>): OptionChange {
  const option = optionOf(host, list, id);
  if (option === undefined) throw new Error(`no option ${list}.${id}`);
  const { label, aliases, colour, active } = option;
  return { list, id, label, aliases, colour, active, ...part };
}

test('a new name is written in 1,000 rows, dropdown and colour follow, and undo brings all of it back', () => {
  const host = newPool();
  fill(host, 1000, (i) => ({ tier: i % 2 === 0 ? '重要' : '普通' }));
  const renamed = change(host, 'tier', 'key', { label: { 'zh-CN': '核心', en: 'Key' }, colour: '#123456' });
  expect(call(host, 'planOption', renamed)).toEqual({ used: 500, cells: [{ sheet: '客户池', count: 500 }] });
  const before = host.book.sheets.map(({ name }) => name);

  const act = call(host, 'saveOption', renamed);
  finish(host, act);
  const tiers = () => recordsIn(host, 'customers').map(({ tier }) => tier);
  expect(tiers().filter((tier) => tier === '核心')).toHaveLength(500);
  expect(tiers().filter((tier) => tier === '重要')).toHaveLength(0);
  expect(dropdown(host, 'tier')).toContain('核心');
  const rules = JSON.stringify(sheetOf(host, 'customers').conditionalFormats);
  expect(rules).toContain('核心');
  expect(rules.toLowerCase()).toContain('#123456');
  // The name it had is still understood.
  expect(optionOf(host, 'tier', 'key')?.aliases).toContain('重要');
  // Nothing is left to repair.
  expect(call(host, 'planTemplate', {}).operations).toBe(0);

  finish(host, call(host, 'undo', { txn: act.txn }));
  expect(tiers().filter((tier) => tier === '重要')).toHaveLength(500);
  expect(dropdown(host, 'tier')).toContain('重要');
  expect(dropdown(host, 'tier')).not.toContain('核心');
  expect(optionOf(host, 'tier', 'key')?.label).toEqual(KEY.label);
  expect(call(host, 'planTemplate', {}).operations).toBe(0);
  expect(host.book.sheets.map(({ name }) => name)).toEqual(before);
});

test('an option of one’s own is added, ordered, refused to go while it is used, and goes when it is not', () => {
  const host = newPool();
  const own: OptionChange = {
    list: 'industry',
    id: null,
    label: { 'zh-CN': '航天', en: 'Space travel' },
    aliases: ['火箭'],
    colour: null,
    active: true,
  };
  finish(host, call(host, 'saveOption', own));
  expect(optionOf(host, 'industry', 'space_travel')).toMatchObject({ label: own.label, active: true, shipped: false });
  expect(dropdown(host, 'industry').at(-1)).toBe('航天');
  const ids =
    call(host, 'optionLists')
      .find(({ key }) => key === 'industry')
      ?.options.map(({ id }) => id) ?? [];
  finish(host, call(host, 'orderOptions', { list: 'industry', ids: ['space_travel', ...ids.slice(0, -1)] }));
  expect(dropdown(host, 'industry')[0]).toBe('航天');

  // What is typed by its alias is read as the option.
  fill(host, 1, () => ({}));
  host.as(OWNER).edit(cellOf(host, 'customers', FIRST, 'industry'), '航天');
  expect(refusal(host, 'removeOption', { list: 'industry', id: 'space_travel' })).toBe('options.used');
  host.as(OWNER).edit(cellOf(host, 'customers', FIRST, 'industry'), '');
  const removed = call(host, 'removeOption', { list: 'industry', id: 'space_travel' });
  finish(host, removed);
  expect(dropdown(host, 'industry')).not.toContain('航天');
  finish(host, call(host, 'undo', { txn: removed.txn }));
  expect(dropdown(host, 'industry')).toContain('航天');
});

test('an option switched off is offered no more and stays where it stands', () => {
  const host = newPool();
  fill(host, 2, () => ({ source: '展会' }));
  finish(host, call(host, 'saveOption', change(host, 'source', 'fair', { active: false })));
  expect(dropdown(host, 'source')).not.toContain('展会');
  expect(recordsIn(host, 'customers').map(({ source }) => source)).toEqual(['展会', '展会']);
  expect(optionOf(host, 'source', 'fair')?.active).toBe(false);
});

test('what cannot be is refused with its reason, and nothing is changed', () => {
  const host = newPool(['seller@example.com']);
  const before = host.snapshot();
  const tier = (part: Partial<OptionChange>) => refusal(host, 'saveOption', change(host, 'tier', 'key', part));
  expect(tier({ label: { 'zh-CN': '普通', en: 'Key' } })).toBe('options.taken');
  expect(tier({ aliases: ['Standard'] })).toBe('options.taken');
  expect(tier({ label: { 'zh-CN': ' ', en: 'Key' } })).toBe('options.name');
  expect(tier({ label: { 'zh-CN': '甲;乙', en: 'Key' } })).toBe('options.name');
  expect(tier({ colour: 'red' })).toBe('options.colour');
  expect(tier({ active: false })).toBe('options.needed');
  expect(refusal(host, 'saveOption', { ...KEY, id: null, label: { 'zh-CN': '新', en: 'New' }, aliases: [] })).toBe(
    'options.closed',
  );
  expect(refusal(host, 'removeOption', { list: 'tier', id: 'key' })).toBe('options.shipped');
  expect(refusal(host, 'saveOption', { ...KEY, list: 'language', id: 'en' })).toBe('options.gone');
  host.as('seller@example.com');
  for (const name of ['planOption', 'saveOption'] as const) expect(refusal(host, name, KEY)).toBe('options.adminOnly');
  host.as(OWNER);
  expect(changesBetween(host, before.book, host.snapshot().book)).toEqual([]);
});
