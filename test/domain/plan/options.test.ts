// Closed lists as people changed them in the Options sheet.
import { optionRead, optionsInForce, optionsKnown } from '../../../src/domain/plan/options';
import type { Cell, EnumTemplate } from '../../../src/template/types';

const shipped: Record<string, EnumTemplate> = {
  tier: {
    label: { 'zh-CN': '分层', en: 'Tier' },
    options: [
      { id: 'key', label: { 'zh-CN': '重要', en: 'Key' }, aliases: ['VIP'], colour: { ground: '#fbe6f3', ink: '#86195f' } },
      { id: 'standard', label: { 'zh-CN': '普通', en: 'Standard' } },
      { id: 'prospect', label: { 'zh-CN': '潜在', en: 'Prospect' } },
    ],
    dflt: 'prospect',
  },
};

const row = (id: string, more: Record<string, Cell> = {}) => optionRead({ enum: 'tier', id, active: true, ...more });
const idsOf = (enums: Record<string, EnumTemplate>) => enums['tier']?.options.map(({ id }) => id);

test.each([
  ['without rows as shipped', [], ['key', 'standard', 'prospect']],
  [
    'in the order given',
    [row('key', { order: 3 }), row('standard', { order: 1 }), row('prospect', { order: 2 })],
    ['standard', 'prospect', 'key'],
  ],
  ['without those switched off', [row('standard', { active: false })], ['key', 'prospect']],
  ['a shipped one stays when its row is gone', [row('key', { order: 1 })], ['key', 'standard', 'prospect']],
  ['with those of one’s own', [row('gold', { zh: '黄金', order: 0 })], ['gold', 'key', 'standard', 'prospect']],
  [
    'rows of no list are nobody’s',
    [optionRead({ enum: 'constructor', id: 'x' }), optionRead({ enum: 'tier' })],
    ['key', 'standard', 'prospect'],
  ],
])('%s', (_title, rows, expected) => {
  expect(idsOf(optionsInForce(shipped, rows))).toEqual(expected);
});

test('an option switched off is still known: cells hold it', () => {
  expect(idsOf(optionsKnown(shipped, [row('standard', { active: false })]))).toEqual(['key', 'standard', 'prospect']);
});

test.each<[string, Record<string, Cell>, unknown]>([
  ['a renamed label', { zh: '大客户', en: 'Big' }, { label: { 'zh-CN': '大客户', en: 'Big' } }],
  ['an emptied label falls back', { zh: null, en: 'Big' }, { label: { 'zh-CN': '重要', en: 'Big' } }],
  ['aliases divided by semicolons', { aliases: 'VIP; 大户 ;' }, { aliases: ['VIP', '大户'] }],
  ['the shipped ink on the shipped ground', { colour: '#FBE6F3' }, { colour: { ground: '#fbe6f3', ink: '#86195f' } }],
  ['dark text on a light ground', { colour: '#ffffff' }, { colour: { ground: '#ffffff', ink: '#1f1f1f' } }],
  ['light text on a dark ground', { colour: '#0b1b57' }, { colour: { ground: '#0b1b57', ink: '#ffffff' } }],
])('%s', (_title, cells, expected) => {
  const [option] = optionsInForce(shipped, [row('key', { order: 1, ...cells })])['tier']?.options ?? [];
  expect(option).toMatchObject(expected as object);
});

test('no colour where the cell holds none', () => {
  const [option] = optionsInForce(shipped, [row('key', { order: 1, colour: 'rot' })])['tier']?.options ?? [];
  expect(option).not.toHaveProperty('colour');
});
