// The card of a customer: what it tells first, its facts, its timeline, and what reading it costs.

import type { CellValue, Host } from '../../local/host/index';
import type { OptionChange } from '../../src/contract/settings-api';
import { workbook } from '../../src/template/index';
import { finish } from '../acts/pool';
import { BOSS, call, closeSheet, FIRST, fill, HANMEI, LILEI, recordsIn, refusal, TODAY, teamPool } from './pool';

const CUSTOMER = {
  customer_id: 'C-000123',
  name: '张伟',
  company: '上海启明科技有限公司',
  title: '采购经理',
  mobile: '+8613800002468',
  owner: '李雷',
  tier: '重要',
  stage: '重复购买',
  sales_status: '已报价',
  next_follow_up: TODAY - 4,
  next_action: '确认二期报价',
  snooze_count: 1,
  last_contact: TODAY - 12,
  consent_status: '已同意',
  source: '展会',
  order_count: 6,
  total_spend: 128_400,
  issue: '邮箱 → 多了一个 @ · 手机 = C-000144',
  created_at: '2025-10-30 09:00',
  created_by: BOSS,
};

/** The change that leaves an option as it is. */
function optionOf(host: Host, list: string, id: string): OptionChange {
  const option = call(host, 'optionLists')
    .find(({ key }) => key === list)
    ?.options.find((one) => one.id === id);
  if (option === undefined) throw new Error(`no option ${list}.${id}`);
  const { label, aliases, colour, active } = option;
  return { list, id, label, aliases, colour, active };
}

/** 49,999 other customers around one, and 200 things that happened with him among those of others. */
function busyPool() {
  const host = teamPool();
  const others = Array.from({ length: 49_999 }, (_, i) => ({ customer_id: `C-${200_000 + i}`, name: `客户${i}` }));
  fill(host, 'customers', [...others.slice(0, 30_000), CUSTOMER, ...others.slice(30_000)]);
  const mine = (i: number) => (i % 3 === 0 ? { customer_id: 'C-000123' } : { customer_id: `C-${200_000 + i}` });
  fill(
    host,
    'interactions',
    Array.from({ length: 450 }, (_, i) => ({
      ...mine(i),
      interaction_id: `I-${100_000 + i}`,
      date: TODAY - i,
      type: '电话',
      result: '有效沟通',
      summary: `第 ${i} 次`,
      owner: '李雷',
      duration_min: 8,
    })),
  );
  fill(
    host,
    'orders',
    Array.from({ length: 150 }, (_, i) => ({
      ...mine(i),
      line_id: `L-${100_000 + i}`,
      order_no: `SO-${i}`,
      order_date: TODAY - i,
      product: '标准版',
      qty: 2,
      amount: 1_000 + i,
      amount_base: 1_000 + i,
      currency: 'CNY',
      status: '完成',
    })),
  );
  return host.as(LILEI);
}

test('a card with 200 entries is read in six calls, in five where the page knows the row', () => {
  const host = busyPool();
  host.resetCalls();
  const view = call(host, 'card', { id: 'C-000123', locale: 'zh-CN' });
  expect(host.calls).toMatchObject({ reads: 6, writes: 0 });
  expect(view.counts).toEqual({ interaction: 150, order: 50, feedback: 0, change: 1 });
  expect(view.timeline).toHaveLength(201);
  expect(view.row).toBe(FIRST + 30_000);
  host.resetCalls();
  expect(call(host, 'card', { id: 'C-000123', row: view.row, locale: 'zh-CN' })).toEqual(view);
  expect(host.calls).toMatchObject({ reads: 5, writes: 0 });
  // A row that was sorted away meanwhile costs two more.
  host.resetCalls();
  expect(call(host, 'card', { id: 'C-000123', row: FIRST, locale: 'zh-CN' })).toEqual(view);
  expect(host.calls).toMatchObject({ reads: 7, writes: 0 });
});

test('options are known by the names the team gave them', () => {
  const host = teamPool();
  fill(host, 'customers', [{ ...CUSTOMER, sales_status: '无效' }]);
  const name = (list: string, id: string, label: string) =>
    finish(host, call(host, 'saveOption', { ...optionOf(host, list, id), label: { 'zh-CN': label, en: `${label} en` } }));
  name('tier', 'key', '核心');
  name('sales_status', 'invalid', '作废');
  expect(recordsIn(host, 'customers')[0]).toMatchObject({ tier: '核心', sales_status: '作废' });
  const view = call(host, 'card', { id: 'C-000123', locale: 'en' });
  expect(view.badges).toEqual(
    expect.arrayContaining([
      { key: 'tier', option: 'key', label: '核心 en' },
      { key: 'sales_status', option: 'invalid', label: '作废 en' },
    ]),
  );
  // Nobody is to follow up a customer who is none.
  expect(view.notice).toBeNull();
});

test('who may not edit a customer is told before he types', () => {
  const host = teamPool();
  fill(host, 'customers', [CUSTOMER, { ...CUSTOMER, customer_id: 'C-000124', owner: null }]);
  const closed = (customer: string, row: number) => call(host, 'agenda', { customer, row }).closed;
  host.as(HANMEI);
  expect(closed('C-000123', FIRST)).toBeNull();
  closeSheet(host);
  expect(closed('C-000123', FIRST)).toEqual({ code: 'form.closed', args: { owner: '李雷' } });
  expect(closed('C-000124', FIRST + 1)).toEqual({ code: 'form.closedPool' });
  host.as(BOSS);
  expect(closed('C-000123', FIRST)).toBeNull();
});

test('what presses comes first, facts have their reasons, the timeline begins with the newest', () => {
  const host = teamPool();
  fill(host, 'customers', [CUSTOMER]);
  fill(host, 'interactions', [
    {
      interaction_id: 'I-000001',
      customer_id: 'C-000123',
      date: TODAY - 12,
      type: '电话',
      result: '有效沟通',
      summary: '问二期价格',
      owner: '李雷',
      duration_min: 8,
    },
    { interaction_id: 'I-000002', customer_id: 'C-000999', date: TODAY, type: '电话', result: '有效沟通', summary: '别人的' },
  ]);
  fill(host, 'orders', [
    {
      line_id: 'L-000001',
      order_no: 'SO-1',
      customer_id: 'C-000123',
      order_date: TODAY - 26,
      product: '标准版',
      qty: 2,
      amount: 30_000,
      currency: 'CNY',
      status: '完成',
    },
    {
      line_id: 'L-000002',
      order_no: 'SO-1',
      customer_id: 'C-000123',
      order_date: TODAY - 26,
      product: '培训',
      qty: 1,
      amount: 2_000,
      currency: 'CNY',
      status: '完成',
    },
  ]);
  const zh = call(host, 'card', { id: 'C-000123', locale: 'zh-CN' });
  expect(zh.badges.map(({ label }) => label)).toEqual(['重要', '重复购买', '已报价']);
  expect(zh.notice).toEqual({
    tone: 'overdue',
    message: { code: 'cardNotice.overdueAgain', args: { n: 4, day: '2026-03-07', count: 1 } },
    action: '确认二期报价',
  });
  expect(zh.timeline.map(({ title }) => title)).toEqual(['问二期价格', '订单 SO-1 · CNY 32,000 · 完成', '建档']);
  expect(zh.timeline[0]?.details).toEqual(['电话', '有效沟通', '8 分', '李雷']);
  expect(zh.timeline[1]?.details).toEqual(['标准版 × 2; 培训 × 1']);
  expect(zh.issues).toEqual(['邮箱 → 多了一个 @', '手机与 C-000144 相同']);
  expect(zh.facts.find(({ key }) => key === 'total_spend')).toEqual({
    key: 'total_spend',
    label: '累计金额',
    value: '128,400',
    copy: false,
    note: { code: 'cardFact.orders', args: { n: 6 } },
  });
  const en = call(host, 'card', { id: 'C-000123', locale: 'en' });
  expect(en.badges.map(({ label }) => label)).toEqual(['Key', 'Repeat', 'Quoted']);
  expect(en.facts.find(({ key }) => key === 'source')).toMatchObject({
    label: workbook.sheets.customers.columns.source.label.en,
    value: 'Fair',
  });
});

test.each<[string, Readonly<Record<string, CellValue>>, readonly string[]]>([
  ['nothing but that he was entered', {}, ['建档']],
  ['no change on the day he was entered', { updated_at: '2025-10-30 17:00', updated_by: LILEI }, ['建档']],
  ['who changed him last', { updated_at: '2026-02-01 10:00', updated_by: LILEI }, [`资料有修改 ${LILEI}`, '建档']],
  ['consent with its way', { consent_date: TODAY - 20, consent_channel: '聊天' }, ['授权状态 · 已同意 聊天', '建档']],
  [
    'consent and a change of one day',
    { updated_at: '2026-02-19 10:00', consent_date: TODAY - 20 },
    ['授权状态 · 已同意', '资料有修改', '建档'],
  ],
])('the timeline tells %s, in no call more', (_title, cells, expected) => {
  const host = teamPool();
  fill(host, 'customers', [{ ...CUSTOMER, created_by: null, source: null, ...cells }]);
  host.resetCalls();
  const { timeline } = call(host, 'card', { id: 'C-000123', locale: 'zh-CN' });
  expect(host.calls.reads).toBeLessThanOrEqual(6);
  expect(timeline.map(({ title, details }) => [title, ...details].join(' '))).toEqual(expected);
  expect(new Set(timeline.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(timeline.length);
});

test('what has no exchange rate is said beside the total, and people are called by their names', () => {
  const host = teamPool();
  fill(host, 'customers', [{ ...CUSTOMER, created_by: LILEI, issue: '客户姓名 = C-000011 · 价格 = 高' }]);
  const line = { customer_id: 'C-000123', order_date: TODAY - 3, qty: 1, status: '完成' };
  fill(host, 'orders', [
    { ...line, line_id: 'L-000001', order_no: 'SO-1', amount: 19_000, currency: 'USD' },
    { ...line, line_id: 'L-000002', order_no: 'SO-1', amount: 215, currency: 'USD' },
    { ...line, line_id: 'L-000003', order_no: 'SO-2', amount: 80, currency: 'EUR' },
    // Converted, not yet converted, and no order any more.
    { ...line, line_id: 'L-000004', order_no: 'SO-3', amount: 10, amount_base: 71, currency: 'GBP' },
    { ...line, line_id: 'L-000005', order_no: 'SO-4', amount: 10, currency: 'CNY' },
    { ...line, line_id: 'L-000006', order_no: 'SO-5', amount: 10, currency: 'JPY', status: '已取消' },
  ]);
  const view = call(host, 'card', { id: 'C-000123', locale: 'zh-CN' });
  expect(view.facts.find(({ key }) => key === 'total_spend')?.note).toEqual({
    code: 'cardFact.ordersUnrated',
    args: { n: 6, amounts: 'USD 19,215 + EUR 80', count: 2 },
  });
  expect(view.issues).toEqual(['客户姓名与 C-000011 相同', '价格 = 高']);
  // The page knows by what name an account goes, from the start.
  expect(view.timeline.at(-1)?.details).toEqual(['展会', LILEI]);
  expect(call(host, 'start').people).toContainEqual({ email: LILEI, name: '李雷' });
});

test('numbers of the pool are masked, and nobody presses', () => {
  const host = teamPool();
  fill(host, 'customers', [{ ...CUSTOMER, owner: null }]);
  const view = call(host, 'card', { id: 'C-000123', locale: 'zh-CN' });
  expect(view.facts.find(({ key }) => key === 'mobile')).toMatchObject({ value: '138****2468', copy: false });
  expect(view.notice).toEqual({ tone: 'info', message: { code: 'cardNotice.pool' }, action: '' });
  expect(JSON.stringify(view)).not.toContain('13800002468');
});

test('a history longer than a call carries shows its newest part, and counts all', () => {
  const host = teamPool();
  fill(host, 'customers', [CUSTOMER]);
  const long = (i: number) => `${i} ${'谈了很久'.repeat(1_000)}`;
  const contacts = Array.from({ length: 120 }, (_, i) => ({
    ...{ interaction_id: `I-${100_000 + i}`, customer_id: 'C-000123', date: TODAY - i, type: '电话', summary: long(i) },
  }));
  fill(host, 'interactions', contacts);
  const { counts, timeline } = call(host, 'card', { id: 'C-000123', locale: 'zh-CN' });
  expect(counts.interaction).toBe(120);
  expect(timeline.length).toBeGreaterThan(30);
  expect(timeline.map(({ title }) => title)).toEqual(timeline.map((_, i) => long(i)));
});

test('a customer who is gone is said to be', () => {
  const host = teamPool();
  expect(refusal(host, 'card', { id: 'C-000999' })).toBe('record.gone');
  expect(refusal(host, 'card', { id: '' })).toBe('record.gone');
});

test('days are those of the spreadsheet, whatever the zone of the script', () => {
  const host = teamPool();
  fill(host, 'customers', [CUSTOMER]);
  const day = () => call(host, 'card', { id: 'C-000123' }).facts.find(({ key }) => key === 'next_follow_up')?.value;
  expect(day()).toBe('2026-03-07');
  Object.assign(host.world, { scriptZone: 'America/New_York' });
  expect(day()).toBe('2026-03-07');
});
