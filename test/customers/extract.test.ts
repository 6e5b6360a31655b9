// Pasting a card into the form of a new customer: what it answers in this workbook, what it costs, and what a saved one holds.
import fc from 'fast-check';
import { openHost } from '../../local/host/index';
import { tidyProse } from '../../src/domain/text';
import { finish } from '../acts/pool';
import { formulasIn } from '../import/pool';
import { BOSS, call, LILEI, recordsIn, refusal, teamPool } from './pool';
import { typed } from './typed';

const CARD =
  '李雷\n采购经理\n云杉科技有限公司\n电话：138 0000 2468（微信同号）\n行业：制造\n车型：轿车\n地址：深圳市福田区深南大道 100 号';

test('a card is taken apart by the options and own fields of the workbook, which are the one thing read besides its settings', () => {
  const host = teamPool();
  const field = { kind: 'text', label: { 'zh-CN': '车型', en: 'Model' } } as const;
  finish(host, call(host, 'saveField', { slot: 'cf_1', field, options: [] }));
  host.as(LILEI).resetCalls();
  const pieces = call(host, 'extractCustomer', { text: CARD });
  // Two of them are every run's: its properties and its time zone.
  expect(host.calls).toMatchObject({ reads: 4, writes: 0 });
  expect(Object.fromEntries(pieces.map(({ key, value }) => [key, value]))).toEqual({
    name: '李雷',
    title: '采购经理',
    company: '云杉科技有限公司',
    mobile: '138 0000 2468',
    wechat: '13800002468',
    industry: '制造',
    cf_1: '轿车',
    address: '深圳市福田区深南大道 100 号',
    province: '广东省',
    city: '深圳市',
  });
});

test('what a card holds is judged and saved as what is typed, in a workbook of either language', () => {
  const host = teamPool().as(LILEI);
  const text = '=HYPERLINK("http://example.com")\n<b>张伟</b>\n+8613900001357\n市场部 @SUM(A1)\n来源：展会';
  const pieces = call(host, 'extractCustomer', { text });
  const { values: base } = call(host, 'customerForm', { id: null });
  const values: Record<string, string> = { ...base, remark: text };
  for (const { key, value } of pieces) if (key !== null && key !== 'remark') values[key] = value;
  const request = { id: null, base, values, reason: '', reasonFor: [], token: 'p1' };
  expect(call(host, 'checkCustomer', { id: null, values, touched: Object.keys(values) }).notes).not.toContainEqual(
    expect.objectContaining({ state: 'problem' }),
  );
  expect(call(host, 'saveCustomer', request)).toMatchObject({ outcome: 'saved' });
  expect(recordsIn(host, 'customers')[0]).toMatchObject({ name: '张伟', mobile: '+8613900001357', source: '展会', remark: text });
  expect(formulasIn(host)).toEqual([]);
});

test('whatever is pasted, somebody gets an answer, with every character in it', () => {
  const host = teamPool().as(LILEI);
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 4 }), (parts) => {
      const text = parts.join('\n');
      expect(refusal(host, 'extractCustomer', { text })).toBeNull();
      const pieces = call(host, 'extractCustomer', { text });
      const signs = (of: string) => [...of.replace(/\s/gu, '')].length;
      expect(signs(pieces.map(({ words }) => words).join(''))).toBe(signs(tidyProse(text)));
    }),
    { seed: 20261122, numRuns: 60 },
  );
  expect(recordsIn(host, 'customers')).toEqual([]);
});

test('without a pool nothing is taken apart', () => {
  expect(refusal(openHost({ owner: BOSS }), 'extractCustomer', { text: CARD })).toBe('pool.none');
});
