// Contacts, order lines and feedback entered for a customer: what a form begins with, what is refused, and the facts that follow.
import { BOSS, call, fill, HANMEI, LILEI, recordsIn, refusal, TODAY, teamPool } from './pool';

const CUSTOMER = {
  customer_id: 'C-000086',
  name: '陈伟明',
  owner: '李雷',
  tier: '普通',
  stage: '潜在客户',
  sales_status: '待跟进',
  source: '展会',
  country: 'CN',
  consent_status: '未取得',
  created_at: '2026-01-05 09:00',
};

function pool() {
  const host = teamPool();
  fill(host, 'customers', [CUSTOMER]);
  fill(
    host,
    'products',
    ['标准版', '培训', '专业版'].map((name, i) => ({ product_id: `P-00000${i + 1}`, name, price: 1_200, currency: 'CNY' })),
  );
  return host.as(LILEI);
}

test('a form begins with today, its maker and the customer’s owner', () => {
  const host = pool();
  const contact = call(host, 'entryForm', { sheet: 'interactions', customer: 'C-000086', locale: 'en' });
  expect(contact.values).toMatchObject({ date: '2026-03-11', owner: '李雷' });
  expect(contact.fields.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['date', 'type', 'summary', 'result', 'next_follow_up']),
  );
  expect(contact.fields.some(({ key }) => ['interaction_id', 'customer_id', 'customer_name', 'effective'].includes(key))).toBe(
    false,
  );
  expect(contact.fields.find(({ key }) => key === 'owner')?.closed?.code).toBe('form.ownerByManager');
  const order = call(host.as(HANMEI), 'entryForm', { sheet: 'orders', customer: 'C-000086', locale: 'zh-CN' });
  expect(order.values).toMatchObject({ order_date: '2026-03-11', owner: '李雷', currency: 'CNY' });
  expect(order.fields.find(({ key }) => key === 'product')?.options).toContainEqual({ value: '标准版', label: '标准版' });
  expect(order.fields.find(({ key }) => key === 'amount')?.required).toBe(false);
});

test('an order takes list price, amount and totals; the same token enters it once', () => {
  const host = pool();
  const values = { order_no: 'SO-1', order_date: '2026-03-10', product: '标准版', qty: '2', currency: 'CNY', status: '已付款' };
  const first = call(host, 'saveEntry', { sheet: 'orders', customer: 'C-000086', values, token: 'a' });
  expect(first).toEqual({ outcome: 'saved', id: 'L-000001', issues: [] });
  expect(call(host, 'saveEntry', { sheet: 'orders', customer: 'C-000086', values, token: 'a' })).toEqual(first);
  expect(recordsIn(host, 'orders')).toEqual([
    expect.objectContaining({
      line_id: 'L-000001',
      customer_id: 'C-000086',
      customer_name: '陈伟明',
      unit_price: 1_200,
      amount: 2_400,
      amount_base: 2_400,
      owner: '李雷',
      created_by: LILEI,
    }),
  ]);
  expect(recordsIn(host, 'customers')[0]).toMatchObject({ order_count: 1, total_spend: 2_400, last_order: TODAY - 1 });
});

test('an order line that stands already, or whose number is another customer’s, is entered and said to be', () => {
  const host = pool();
  fill(host, 'customers', [{ ...CUSTOMER, customer_id: 'C-000087', name: '林晓' }]);
  const values = { order_no: 'SO-1', order_date: '2026-03-10', product: '标准版', qty: '2', currency: 'CNY', status: '已付款' };
  const issues = (customer: string, given: Partial<typeof values>, token: string) => {
    const saved = call(host, 'saveEntry', { sheet: 'orders', customer, values: { ...values, ...given }, token });
    return saved.outcome === 'saved' ? saved.issues.map(({ code }) => code) : saved.outcome;
  };
  expect(issues('C-000086', {}, 'a')).toEqual([]);
  expect(issues('C-000086', { product: '培训' }, 'b')).toEqual([]);
  expect(issues('C-000086', { order_no: 'so-1' }, 'c')).toEqual(['record.takenWith']);
  expect(issues('C-000087', { product: '专业版' }, 'd')).toEqual(['record.oneFor']);
  expect(recordsIn(host, 'orders')).toHaveLength(4);
  expect(issues('C-000086', { order_no: 'SO-9', currency: 'USD' }, 'f')).toEqual(['order.noRate']);
});

test('a contact moves the customer on', () => {
  const host = pool();
  const values = {
    date: '2026-03-11',
    type: '电话',
    summary: '谈了报价',
    result: '有效沟通',
    next_follow_up: '2026-03-18',
    next_action: '寄合同',
  };
  call(host, 'saveEntry', { sheet: 'interactions', customer: 'C-000086', values, token: 'b' });
  expect(recordsIn(host, 'interactions')).toEqual([
    expect.objectContaining({ interaction_id: 'I-000001', effective: true, owner: '李雷' }),
  ]);
  expect(recordsIn(host, 'customers')[0]).toMatchObject({
    last_contact: TODAY,
    next_follow_up: TODAY + 7,
    next_action: '寄合同',
    sales_status: '联系中',
  });
});

test('feedback makes its sheet, and a complaint is owed by a day', () => {
  const host = pool();
  const values = { date: '2026-03-11', kind: '投诉', severity: '高', content: '发错货', status: '新建' };
  expect(call(host, 'saveEntry', { sheet: 'feedback', customer: 'C-000086', values, token: 'c' })).toEqual({
    outcome: 'saved',
    id: 'F-000001',
    issues: [],
  });
  expect(recordsIn(host, 'feedback')).toEqual([expect.objectContaining({ customer_name: '陈伟明', due_on: TODAY + 1 })]);
  expect(call(host, 'card', { id: 'C-000086' }).counts.feedback).toBe(1);
});

test('what the sheet would refuse is refused, field by field', () => {
  const host = pool();
  const save = (values: Record<string, string>) => {
    const outcome = call(host, 'saveEntry', { sheet: 'orders', customer: 'C-000086', values, token: 'd' });
    return outcome.outcome === 'invalid' ? outcome.notes.map(({ key, message }) => `${key} ${message.code}`) : [];
  };
  const order = { order_no: 'SO-1', order_date: '2026-03-10', product: '标准版', qty: '2', currency: 'CNY', status: '已付款' };
  expect(save({ ...order, qty: '半个' })).toEqual(expect.arrayContaining([expect.stringMatching(/^qty /)]));
  expect(save({ ...order, order_date: '2030-01-01' })).toEqual(['order_date kind.date.future']);
  expect(save({ ...order, status: '退货' })).toEqual(['return_reason record.missingIf']);
  expect(recordsIn(host, 'orders')).toEqual([]);
});

test('only managers credit others', () => {
  const host = pool();
  const values = { date: '2026-03-11', type: '电话', summary: '谈了报价', result: '有效沟通', owner: '韩梅' };
  expect(refusal(host, 'saveEntry', { sheet: 'interactions', customer: 'C-000086', values, token: 'e' })).toBe(
    'form.ownerByManager',
  );
  expect(call(host.as(BOSS), 'saveEntry', { sheet: 'interactions', customer: 'C-000086', values, token: 'e' })).toMatchObject({
    outcome: 'saved',
  });
});

test('a record is shown in its sheet', () => {
  const host = pool();
  expect(call(host, 'showRecord', { sheet: 'customers', id: 'C-000086' })).toBe(true);
  expect(refusal(host, 'showRecord', { sheet: 'customers', id: 'C-999999' })).toBe('record.gone');
});
