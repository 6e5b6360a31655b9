// The sheet tidies what a person types or pastes into it, on the host, as Sheets would fire it; and never stands in his way.
import fc from 'fast-check';
import type { Host } from '../../local/host/index';
import { addRows, call, cellOf, FIRST, newPool, OWNER, recordsIn, tabOf } from '../acts/pool';

const seed = 20260101;
const STAMP = '2026-11-23 09:00';

let host: Host;
let fresh: ReturnType<Host['snapshot']>;

beforeAll(() => {
  host = newPool(['ann@example.com']);
  call(host, 'saveOwner', { name: '安安', email: 'ann@example.com', role: 'sales', active: true });
  addRows(host, 'customers', [
    {
      ...{ customer_id: 'C-000001', name: '张伟', owner: '安安', next_follow_up: '2026-12-01' },
      ...{ created_at: '2026-01-01 08:00', updated_by: OWNER },
    },
  ]);
  fresh = host.snapshot();
});

beforeEach(() => {
  host.restore(fresh).as(OWNER);
  host.resetCalls();
});

type Typing = string | number | boolean | null;

const at = (key: string, row = FIRST) => cellOf(host, 'customers', row, key);
const customer = (row = FIRST) => recordsIn(host, 'customers')[row - FIRST] ?? {};

/** Pastes values beside each other from a column on. */
function pasteAt(key: string, row: number, ...values: Typing[]): void {
  host.paste(at(key, row), [values], { valuesOnly: true });
}

test.each<[string, string, Typing, Typing]>([
  ['a mobile', 'mobile', '138 0013-8000', '+8613800138000'],
  ['full-width digits', 'mobile', '１３８００１３８０００', '+8613800138000'],
  ['a landline with extension', 'phone', '(010) 6552 9988 转 801', '+86 10 65529988 x801'],
  ['a mail', 'email', 'Chen＠Example.COM ', 'chen@example.com'],
  ['an option by its alias', 'tier', 'VIP', '重要'],
  ['an option of the other language', 'sales_status', 'Won', '成交'],
  ['a birthday', 'birthday', '1988年5月20日', '1988-05-20'],
  ['tags', 'tags', '外贸；月结，外贸', '外贸; 月结'],
  ['a province', 'province', '广东', '广东省'],
  ['a city', 'city', 'Shenzhen', '深圳市'],
  ['a country', 'country', '新加坡', 'SG'],
  ['an owner by his address', 'owner', 'ann@example.com', '安安'],
  ['spaces around a name', 'name', '  李  雷 ', '李 雷'],
  ['what is canonical already', 'mobile', '+8613800138000', '+8613800138000'],
  ['a text that looks like a formula', 'remark', '=IMPORTDATA("x")', '=IMPORTDATA("x")'],
  ["an apostrophe of one's name", 'name', "''t Hooft", "'t Hooft"],
])('%s', (_title, key, typed, value) => {
  pasteAt(key, FIRST, typed);
  expect(customer()[key]).toBe(value);
  expect(customer()).toMatchObject({ updated_at: STAMP, created_at: '2026-01-01 08:00' });
  // A simple trigger is not told who typed: better nobody than the one before.
  expect(customer()).not.toHaveProperty('updated_by');
  expect(customer()).not.toHaveProperty('issue');
  expect(host.calls.reads + host.calls.writes).toBeLessThanOrEqual(12);
});

test('a day typed in words becomes a day', () => {
  pasteAt('next_follow_up', FIRST, '2026年12月5日');
  expect(customer()['next_follow_up']).toBe(Date.parse('2026-12-05T00:00Z') / 86_400_000 + 25_569);
});

test.each<[string, string, Record<string, Typing>, string, Record<string, Typing | undefined>]>([
  [
    'a second number to the other column',
    'mobile',
    {},
    '13800138000/13900139000',
    { mobile: '+8613800138000', phone: '+8613900139000' },
  ],
  [
    'a third to the social accounts',
    'mobile',
    { phone: '+86 10 65529988' },
    '13800138000/13900139000',
    { mobile: '+8613800138000', phone: '+86 10 65529988', other_im: 'tel:+8613900139000' },
  ],
  [
    'no room anywhere: the cell stays as typed',
    'mobile',
    { phone: '+86 10 65529988', other_im: 'x'.repeat(195) },
    '13800138000/13900139000',
    { mobile: '13800138000/13900139000', phone: '+86 10 65529988', other_im: 'x'.repeat(195) },
  ],
  ['the city of a province', 'province', {}, '广东省深圳市', { province: '广东省', city: '深圳市' }],
  ['a city that says another', 'province', { city: '广州市' }, '广东省深圳市', { province: '广东省深圳市', city: '广州市' }],
  ['a second mail', 'email', {}, 'a@example.com; b@example.com', { email: 'a@example.com', other_im: 'email:b@example.com' }],
])('what a cell brings besides: %s', (_title, key, before, typed, after) => {
  for (const [other, value] of Object.entries(before)) pasteAt(other, FIRST, value);
  pasteAt(key, FIRST, typed);
  for (const [other, value] of Object.entries(after)) expect([other, customer()[other]]).toEqual([other, value]);
});

test('a bad value stays where it is and is named; put right, it is named no more', () => {
  host.edit(at('email'), 'a@b');
  expect(customer()).toMatchObject({ email: 'a@b', issue: expect.stringMatching(/^邮箱 → .*a@b/) });
  const [before] = [customer()['completeness'] as number];
  host.edit(at('mobile'), '1380013');
  expect(String(customer()['issue']).split(' · ')).toHaveLength(2);
  host.edit(at('email'), 'a@example.com');
  expect(customer()['issue']).toMatch(/^手机 → /);
  expect(customer()['completeness']).toBeGreaterThan(before);
  host.clear(at('mobile'));
  expect(customer()).not.toHaveProperty('issue');
});

test('a row becomes a customer with its name: id, stamps, defaults; not before', () => {
  const row = FIRST + 1;
  host.edit(at('mobile', row), '138 0013 8000');
  expect(customer(row)).toEqual({ mobile: '+8613800138000' });
  host.edit(at('company', row), '启明科技');
  expect(customer(row)).toMatchObject({
    customer_id: 'C-000002',
    company: '启明科技',
    mobile: '+8613800138000',
    tier: '潜在',
    stage: '潜在客户',
    sales_status: '待跟进',
    country: 'CN',
    consent_status: '未取得',
    created_at: STAMP,
    updated_at: STAMP,
  });
  expect(customer(row)['completeness']).toBeGreaterThan(0);
  host.edit(at('name', row), '王芳');
  expect(customer(row)).toMatchObject({ customer_id: 'C-000002', name: '王芳' });
  host.edit(at('name', row + 1), '李娜');
  expect(customer(row + 1)).toMatchObject({ customer_id: 'C-000003' });
});

test('blanks make no customer', () => {
  host.edit(at('name', FIRST + 1), '   ');
  expect(recordsIn(host, 'customers').map(({ customer_id }) => customer_id)).toEqual(['C-000001', undefined]);
});

test('what a customer was given is not taken back by the id of one who is gone', () => {
  host.edit(at('name', FIRST + 1), '王芳');
  host.deleteRows(tabOf(host, 'customers'), FIRST + 1);
  host.edit(at('name', FIRST + 1), '李娜');
  expect(customer(FIRST + 1)['customer_id']).toBe('C-000003');
});

test('rows pasted at once, some with what a strict column refuses: the rest comes right', () => {
  const keys = (host.values(tabOf(host, 'customers'))[0] ?? []).map(String);
  const line = (cells: Record<string, Typing>) => keys.map((key) => cells[key] ?? null);
  host.paste(
    `'${tabOf(host, 'customers')}'!A${FIRST + 1}`,
    [
      line({ name: '王芳', mobile: '13800138000', tier: '不存在', age: '三百', next_follow_up: '明天' }),
      line({ name: '李娜', mobile: '13900139000', tier: 'VIP', owner: '谁' }),
      line({ company: '启明', age: '３０' }),
    ],
    { valuesOnly: true },
  );
  expect(customer(FIRST + 1)).toMatchObject({
    customer_id: 'C-000002',
    mobile: '+8613800138000',
    tier: '不存在',
    age: '三百',
    next_follow_up: '明天',
    sales_status: '待跟进',
    updated_at: STAMP,
  });
  expect(String(customer(FIRST + 1)['issue'])).toContain('客户分层 → ');
  expect(customer(FIRST + 2)).toMatchObject({ customer_id: 'C-000003', tier: '重要', owner: '谁' });
  expect(customer(FIRST + 3)).toMatchObject({ customer_id: 'C-000004', age: 30 });
});

test('a contact typed by hand gets its number, stamps and options', () => {
  const cell = (key: string) => cellOf(host, 'interactions', FIRST, key);
  host.paste(cell('type'), [['Call']], { valuesOnly: true });
  host.edit(cell('summary'), ' 谈了报价 ');
  expect(recordsIn(host, 'interactions')[0]).toMatchObject({
    interaction_id: 'I-000001',
    type: '电话',
    summary: '谈了报价',
    created_at: STAMP,
  });
});

test('columns kept by script are not read, and the user’s own are none of ours', () => {
  const own = host.snapshot();
  pasteAt('created_at', FIRST, '昨天');
  expect(customer()['created_at']).toBe('昨天');
  host.restore(own);
  host.resetCalls();
  host.edit(at('u_1'), '138 0013 8000');
  expect(customer()['u_1']).toBe('138 0013 8000');
  expect(host.calls.reads + host.calls.writes).toBeLessThanOrEqual(2);
  expect(customer()).toHaveProperty('updated_by');
});

test('edits outside of our sheets cost at most two calls', () => {
  host.insertSheet('我的表');
  for (const address of ["'我的表'!A5", `'${tabOf(host, 'customers')}'!B2`]) {
    host.resetCalls();
    host.edit(address, '13800138000');
    expect(host.calls.reads + host.calls.writes).toBeLessThanOrEqual(2);
  }
  expect(host.values('我的表')[4]?.[0]).toBe(13_800_138_000);
});

test('a paste of more than five hundred cells is left as it is, at no cost', () => {
  const lines = Array.from({ length: 300 }, (_, i) => [`客户${i}`, '']);
  host.paste(at('name', FIRST + 1), lines, { valuesOnly: true });
  expect(host.calls.reads + host.calls.writes).toBe(0);
  expect(recordsIn(host, 'customers').filter(({ customer_id }) => customer_id !== undefined)).toHaveLength(1);
});

test('a salesperson types in his own row under protection', () => {
  call(host, 'applyProtection');
  host.as('ann@example.com');
  host.edit(at('mobile'), '138 0013 8000');
  expect(customer()).toMatchObject({ mobile: '+8613800138000', updated_at: STAMP });
  host.edit(at('name', FIRST + 5), '新客户');
  expect(recordsIn(host, 'customers').find(({ name }) => name === '新客户')).toBeDefined();
});

test('a damaged key row or a lock held by another leaves the cell as typed', () => {
  host.hold('document', 120_000);
  host.edit(at('name', FIRST + 1), '王芳');
  expect(customer(FIRST + 1)).toEqual({ name: '王芳' });
  host.restore(fresh);
  host.paste(`'${tabOf(host, 'customers')}'!A1`, [['', '']], { valuesOnly: true });
  host.edit(`'${tabOf(host, 'customers')}'!D${FIRST}`, '138 0013 8000');
  expect(host.values(tabOf(host, 'customers'))[FIRST - 1]?.[3]).toBe('138 0013 8000');
});

test('whatever is pasted wherever, nothing throws and nothing of it is lost', () => {
  const word = fc.string({ unit: fc.constantFrom(...'bcdfghjklmnpqrstvwxz'), minLength: 5, maxLength: 9 });
  const cell = fc.oneof(
    word,
    word.map((text) => `=${text}`),
    word.map((text) => `@${text}(1)`),
    word.map((text) => `${text}\n${text}`),
    word.map((text) => `<b>${text}</b>`),
    word.map((text) => `13800138000 ${text}`),
    fc.constantFrom<Typing>('', null, true, 0, -1, 1e21, '13800138000/13900139000', '2026-02-30', '\ud800', '💠', '　'),
  );
  const block = fc.array(fc.array(cell, { minLength: 1, maxLength: 16 }), { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(fc.constantFrom('customers', 'interactions', 'orders'), fc.nat({ max: 60 }), block, (key, column, rows) => {
      host.restore(fresh);
      const tab = tabOf(host, key as 'customers');
      const letter = column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`;
      host.paste(`'${tab}'!${column < 52 ? letter : 'A'}${FIRST}`, rows, { valuesOnly: true });
      const found = host.values(tab).flat().join('\n');
      for (const text of rows.flat()) {
        const [wanted] = typeof text === 'string' && !/^[=@]/.test(text) ? (/[b-z]{5,}/.exec(text) ?? []) : [];
        if (wanted !== undefined) expect(found).toContain(wanted);
      }
    }),
    { seed, numRuns: 40 },
  );
});

test('two new rows tidied at once get ids of their own', () => {
  // The first write is taking the lock: the other trigger ran through before it was given.
  host.before(1, () => host.paste(at('name', FIRST + 2), [['李娜']], { valuesOnly: true }));
  pasteAt('name', FIRST + 1, '王芳');
  const ids = [customer(FIRST + 1), customer(FIRST + 2)].map((record) => record['customer_id']);
  expect(ids).toEqual(['C-000003', 'C-000002']);
});
