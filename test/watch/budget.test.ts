// What an edit costs beside 50,000 customers: service calls and cells, counted by the host.
import { fill } from '../customers/pool';
import { ANN, cellOf, FIRST, given, type Host, OWNER, recordsIn, spent, tabOf, watchedPool } from './pool';

/** So many that what grows with them is seen; the case of 50,000 stands at the end. */
const SOME = 300;
const MANY = 50_000;

let host: Host;
let fresh: ReturnType<Host['snapshot']>;

/** Customers whose every identifier is their own. */
function customers(count: number) {
  return Array.from({ length: count }, (_, i) =>
    given(i + 1, {
      name: `客户${i}`,
      company: `公司${i}`,
      mobile: `+86139${String(10_000_000 + i)}`,
      email: `c${i}@example.com`,
      wechat: `wx_${100_000 + i}`,
      next_follow_up: 46_400,
    }),
  );
}

beforeAll(() => {
  host = watchedPool();
  fill(host, 'customers', customers(SOME));
  host.insertRows(tabOf(host, 'customers'), FIRST + SOME, 2000);
  host.insertSheet('别的表');
  fresh = host.snapshot();
}, 120_000);

beforeEach(() => {
  host.restore(fresh).as(ANN);
  host.world.toasts.splice(0);
  host.world.logs.splice(0);
  host.resetCalls();
});

afterEach(() => {
  expect(host.logs.filter(({ text }) => text.startsWith('fault'))).toEqual([]);
});

const LAST = FIRST + SOME - 1;
const NEW = LAST + 1;
const at = (key: string, row = LAST) => cellOf(host, 'customers', row, key);

test.each<[string, () => string]>([
  ['a sheet of somebody’s own', () => "'别的表'!A5"],
  ['a column of one’s own', () => at('u_1')],
  ['a header', () => `'${tabOf(host, 'customers')}'!B2`],
])('outside: %s', (_title, address) => {
  host.as(OWNER).edit(address(), '13800138000');
  expect(spent(host)).toBeLessThanOrEqual(2);
});

test.each<[string, string, string, string]>([
  ['a mobile of one’s own', 'mobile', '138 0000 1111', ''],
  ['a mobile somebody has', 'mobile', '139-1000-0007', 'C-000008'],
  ['a landline place', 'phone', '139-1000-0007', 'C-000008'],
  ['an address', 'email', 'C7@example.com', 'C-000008'],
  ['a WeChat', 'wechat', 'WX_100007', 'C-000008'],
  ['a credit code', 'uscc', '91350100m000100y43', ''],
  ['a company', 'company', '公司7', ''],
  ['an option', 'tier', '重要', ''],
  ['a city', 'city', '深圳', ''],
  ['a province', 'province', '广东', ''],
  ['a day', 'next_follow_up', '2026-12-24', ''],
  ['a note', 'remark', '=1+1', ''],
  ['a bad value', 'email', 'a@b', ''],
])('one validated cell: %s', (_title, key, typed, said) => {
  for (const second of [1, 0]) {
    // An edit in the first of ten seconds pays for counting the time of all.
    host.restore(fresh).as(ANN);
    host.world.meter.now = Math.ceil(host.world.meter.now / 10_000) * 10_000 + second * 1000;
    host.resetCalls();
    host.edit(at(key), typed);
    expect(spent(host)).toBeLessThanOrEqual(12);
  }
  expect(host.toasts.join()).toContain(said);
});

test('a new row', () => {
  host.edit(at('name', NEW), '李雷');
  expect(recordsIn(host, 'customers')[SOME]).toMatchObject({ customer_id: 'C-000301', owner: '安安' });
  expect(spent(host)).toBeLessThanOrEqual(34);
});

test.each<[string, number, string[]]>([
  ['20 rows of 5 columns', 20, ['name', 'company', 'mobile', 'phone', 'u_1', 'email']],
  ['1,000 rows', 1000, ['name', 'company', 'mobile', 'phone', 'u_1', 'email', 'wechat']],
])('a paste of %s', (_title, rows, columns) => {
  const value = (key: string, i: number) =>
    ({ name: `新${i}`, company: `新公司${i}`, mobile: `138-${1000 + i}-0000`, email: `N${i}@Example.com`, wechat: `wxnew_${i}` })[
      key
    ] ?? null;
  host.paste(
    at('name', NEW),
    Array.from({ length: rows }, (_, i) => columns.map((key) => value(key, i))),
  );
  const last = recordsIn(host, 'customers')[SOME + rows - 1];
  expect(last).toMatchObject({ name: `新${rows - 1}`, email: `n${rows - 1}@example.com`, owner: '安安' });
  expect(last).toHaveProperty('customer_id');
  // What 50,000 customers cost more is one read of their names and identifiers: see below.
  expect(host.virtualSeconds).toBeLessThan(20);
  expect(spent(host)).toBeLessThanOrEqual(60);
});

test('a paste of 1,000 rows over every column, half of it bad', () => {
  const keys = (host.values(tabOf(host, 'customers'))[0] ?? []).slice(1, 60).map(String);
  host.paste(
    at('name', NEW),
    Array.from({ length: 1000 }, (_, i) => keys.map((key) => (key === 'name' ? `新${i}` : i % 2 === 0 ? '乱写' : null))),
  );
  expect(recordsIn(host, 'customers')[SOME]).toMatchObject({ name: '新0', tier: '乱写' });
  expect(host.virtualSeconds).toBeLessThan(28);
});

test('beside 50,000 customers: at most twelve calls and 500,000 cells, the duplicate check included', () => {
  fill(host, 'customers', customers(MANY).slice(SOME));
  for (const [key, typed, said] of [
    ['mobile', '139-1000-0007', 'C-000008'],
    ['uscc', '91350100m000100y43', ''],
    ['company', '公司7', ''],
  ] as const) {
    host.resetCalls();
    host.edit(at(key), typed);
    expect(spent(host)).toBeLessThanOrEqual(12);
    expect(host.calls.cellsRead).toBeLessThanOrEqual(500_000);
    expect(host.toasts.join()).toContain(said);
  }
});
