// The sample on the host: loaded once, complete after a killed run, facts in step with contacts and orders.
import { differences, type Host, openHost } from '../../local/host/index';
import { addRows, BOSS, call, openPool, recordsIn, refusal, WEDNESDAY } from '../reminders/pool';

const CHEN = 'chen.jing@example.com';
const CHOICE = { seed: 1, size: 60, customers: true } as const;
const TABLES = ['users', 'products', 'customers', 'interactions', 'orders', 'feedback'] as const;

const open = () => openPool({ owner: CHEN });
const stands = (host: Host) => TABLES.map((key) => recordsIn(host, key));

test('people, products, customers, contacts, orders and feedback, marked as sample', () => {
  const host = open();
  expect(call(host, 'loadSample', CHOICE)).toEqual({ people: 5, customers: 59, interactions: 180, orders: 120, feedback: 25 });
  const [users = [], products = [], customers = [], interactions = []] = stands(host);
  expect(users.map(({ name, role, active }) => [name, role, active])).toEqual([
    ['陈静', '管理员', true],
    ['林涛', '销售主管', true],
    ['魏然', '销售', true],
    ['李雷', '销售', true],
    ['韩梅', '销售', true],
    ['何静', '客服', true],
  ]);
  expect(products).toHaveLength(8);
  expect(customers).toHaveLength(59);
  // People and customers come in one run: the new people must be known when the customers are read.
  expect(customers.filter(({ owner }) => users.some(({ name }) => name === owner)).length).toBeGreaterThan(40);
  for (const record of [...customers, ...interactions]) expect(record['is_sample']).toBe(true);
  const ids = new Set(customers.map(({ customer_id }) => customer_id));
  expect(interactions.every(({ customer_id }) => ids.has(customer_id))).toBe(true);
});

test('a sheet made on the way does not take the place of the one somebody looks at', () => {
  const host = open();
  const customers = host.front.sheet;
  const sheets = host.book.sheets.length;
  call(host, 'loadSample', CHOICE);
  expect(host.book.sheets.length).toBe(sheets + 1);
  expect(host.front).toMatchObject({ sheet: customers });
});

test.each(['SG', 'US', 'HK'])('a workbook at home in %s gets the customers one at home in CN gets', (homeRegion) => {
  const home = open();
  call(home, 'loadSample', CHOICE);
  const abroad = openHost({ owner: CHEN, now: WEDNESDAY });
  while (!call(abroad, 'applyTemplate', { locale: 'zh-CN', preset: 'b2b', homeRegion }).finished);
  call(abroad, 'loadSample', CHOICE);
  const mobiles = recordsIn(abroad, 'customers').filter(({ mobile }) => String(mobile).startsWith('+861'));
  expect(mobiles.length).toBeGreaterThan(30);
  expect(recordsIn(abroad, 'customers')).toEqual(recordsIn(home, 'customers'));
});

test('facts agree with a count by hand', () => {
  const host = open();
  call(host, 'loadSample', CHOICE);
  const [, , customers = [], interactions = [], orders = []] = stands(host);
  for (const { customer_id, last_contact, order_count, total_spend, last_order } of customers) {
    const contacts = interactions
      .filter((one) => one['customer_id'] === customer_id && one['result'] !== '未接')
      .map(({ date }) => Number(date));
    const valid = orders.filter(
      (one) => one['customer_id'] === customer_id && ['已付款', '已发货', '完成'].includes(String(one['status'])),
    );
    expect(last_contact ?? 0).toBe(Math.max(0, ...contacts));
    expect(last_order ?? 0).toBe(Math.max(0, ...valid.map(({ order_date }) => Number(order_date))));
    if (contacts.length + valid.length === 0) continue;
    expect(order_count ?? 0).toBe(new Set(valid.map(({ order_no }) => order_no)).size);
    expect(total_spend ?? 0).toBeCloseTo(
      valid.reduce((sum, { amount_base }) => sum + Number(amount_base ?? 0), 0),
      2,
    );
  }
  expect(customers.some(({ total_spend }) => Number(total_spend) > 0)).toBe(true);
});

test('a second load adds nothing; without customers there is nobody to talk to', () => {
  const host = open();
  expect(call(host, 'loadSample', { ...CHOICE, customers: false })).toEqual({
    people: 5,
    customers: 0,
    interactions: 0,
    orders: 0,
    feedback: 0,
  });
  call(host, 'loadSample', CHOICE);
  const before = stands(host);
  expect(call(host, 'loadSample', CHOICE)).toEqual({ people: 0, customers: 0, interactions: 0, orders: 0, feedback: 0 });
  expect(stands(host)).toEqual(before);
});

test('after a change of language the sample keeps the names the team and the products have', () => {
  const host = open();
  call(host, 'loadSample', { ...CHOICE, customers: false });
  const users = recordsIn(host, 'users');
  call(host, 'applyTemplate', { locale: 'en' });
  expect(call(host, 'loadSample', CHOICE)).toEqual({ people: 0, customers: 59, interactions: 180, orders: 120, feedback: 25 });
  const [now = [], products = [], customers = [], interactions = [], orders = [], feedback = []] = stands(host);
  const names = users.map(({ name }) => name);
  expect(now.map(({ name }) => name)).toEqual(names);
  for (const { owner } of [...interactions, ...orders]) expect(names).toContain(owner);
  for (const { assignee } of feedback) expect(assignee).toBe('何静');
  expect(customers.filter(({ owner }) => owner !== null && names.includes(owner)).length).toBeGreaterThan(40);
  const sold = products.map(({ name }) => name);
  for (const { product } of orders) expect(sold).toContain(product);
});

test.each([
  ['of another seed', { seed: 2 }, 'zh-CN'],
  ['of another size, in another language', { size: 80 }, 'en'],
] as const)('a second sample %s is refused before anything is written', (_, change, locale) => {
  const host = open();
  call(host, 'loadSample', CHOICE);
  call(host, 'applyTemplate', { locale });
  const before = host.snapshot();
  expect(refusal(host, 'loadSample', { ...CHOICE, ...change })).toBe('sample.loaded');
  expect(differences(before.book, host.book)).toEqual([]);
});

test.each([10, 5001, 60.5])('a size of %p is refused', (size) => {
  expect(refusal(open(), 'loadSample', { ...CHOICE, size })).toBe('sample.size');
});

test('a load costs few calls, whatever its size', () => {
  const host = open();
  host.resetCalls();
  call(host, 'loadSample', { ...CHOICE, size: 2000 });
  expect(host.calls.reads + host.calls.writes).toBeLessThan(400);
  expect(recordsIn(host, 'interactions')).toHaveLength(6000);
});

test('killed at any write and loaded again, the sample is as if undisturbed', () => {
  const host = open();
  const before = host.snapshot();
  host.resetCalls();
  call(host, 'loadSample', CHOICE);
  const { writes } = host.calls;
  const wanted = stands(host);
  for (let write = 1; write <= writes; write += 5) {
    host.restore(before);
    host.failAt({ write, effect: write % 2 === 0 ? 'before' : 'after' });
    try {
      host.rpc('loadSample', CHOICE);
    } catch {
      // killed
    }
    host.failAt(null);
    call(host, 'loadSample', CHOICE);
    const now = stands(host);
    expect([write, now.map((rows) => rows.length)]).toEqual([write, wanted.map((rows) => rows.length)]);
    for (const [i, rows] of now.entries()) {
      const ids = rows.map((row) => Object.values(row)[0]);
      expect([write, TABLES[i], new Set(ids).size]).toEqual([write, TABLES[i], ids.length]);
    }
  }
});

test('facts are written for the sample alone: a bad value in another customer’s row stays and stops nothing', () => {
  const host = openPool();
  addRows(host, 'customers', [
    { customer_id: 'C-000900', name: '旁人', order_count: '许多', last_contact: '上周', updated_by: 'x' },
  ]);
  call(host, 'loadSample', CHOICE);
  const [other, first] = recordsIn(host, 'customers');
  expect(other).toMatchObject({ order_count: '许多', last_contact: '上周' });
  expect(first).toMatchObject({ order_count: expect.any(Number), completeness: expect.any(Number), updated_by: BOSS });
});
