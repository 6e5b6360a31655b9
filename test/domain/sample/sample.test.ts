// The sample: the same for the same seed, its traps read as they should be, something due for everybody.
import { isWorkingDay, nextWorkingDay } from '../../../src/domain/calendar/workdays';
import { addDays } from '../../../src/domain/days';
import { findGroups } from '../../../src/domain/duplicates/groups';
import { kindOf } from '../../../src/domain/kinds/index';
import type { KindContext } from '../../../src/domain/kinds/kind';
import { sampleActivity, type Target } from '../../../src/domain/sample/activity';
import { cast } from '../../../src/domain/sample/cast';
import { customersCsv, type SampleCustomer, SMALLEST, sampleCustomers } from '../../../src/domain/sample/customers';
import { sampleTeam } from '../../../src/domain/sample/team';
import { workbook } from '../../../src/template/index';
import { regionRows } from '../../../src/template/regions';
import type { Cell, ColumnTemplate, Locale } from '../../../src/template/types';

const TODAY = '2026-03-11';
const LOCALES = ['zh-CN', 'en'] as const satisfies readonly Locale[];
const columns: Readonly<Record<string, ColumnTemplate>> = workbook.sheets.customers.columns;
const made = (locale: Locale, size = SMALLEST, seed = 1) => sampleCustomers({ seed, today: TODAY, size, locale });
const columnOf = (key: string): ColumnTemplate => columns[key] ?? fail(key);

function fail(key: string): never {
  throw new Error(`no column ${key}`);
}

function contextOf(customer: SampleCustomer, locale: Locale): KindContext {
  const context = { locale, today: TODAY, homeRegion: 'CN', enums: workbook.enums, regions: regionRows as never };
  const country = kindOf(columnOf('country')).parse(customer.raw.country, columnOf('country'), context);
  const province = customer.raw.province;
  return { ...context, country: country.ok && country.value !== null ? String(country.value) : null, row: { province } };
}

const reading = (customer: SampleCustomer, key: string, locale: Locale) =>
  kindOf(columnOf(key)).parse(customer.raw[key as keyof typeof customer.raw], columnOf(key), contextOf(customer, locale));

test.each(LOCALES)('every trap reads as it should (%s)', (locale) => {
  for (const customer of made(locale)) {
    const who = customer.raw.name || customer.raw.company;
    for (const [key, value] of Object.entries(customer.expected.values)) {
      const read = reading(customer, key, locale);
      expect([who, key, read.ok ? read.value : (read.kept ?? read)]).toEqual([who, key, value]);
    }
    for (const key of [...customer.expected.kept, ...customer.expected.setAside]) {
      expect([who, key, reading(customer, key, locale).ok]).toEqual([who, key, false]);
      const rule = kindOf(columnOf(key)).setup(columnOf(key), contextOf(customer, locale)).rule;
      expect([who, key, rule?.strict ?? false]).toEqual([who, key, customer.expected.setAside.includes(key as never)]);
    }
    const named = customer.raw.name !== '' || customer.raw.company !== '';
    expect([who, customer.expected.rejected]).toEqual([who, !named]);
  }
});

test.each(LOCALES)('cells that are no trap can be read (%s)', (locale) => {
  for (const customer of made(locale, 300)) {
    for (const key of Object.keys(customer.raw)) {
      const trap = [...customer.expected.kept, ...customer.expected.setAside] as string[];
      if (trap.includes(key) || key in customer.expected.values) continue;
      expect([customer.raw.name, key, reading(customer, key, locale)]).toEqual([
        customer.raw.name,
        key,
        expect.objectContaining({ ok: true }),
      ]);
    }
  }
});

test.each([
  ['zh-CN', SMALLEST],
  ['zh-CN', 5000],
  ['en', 1000],
] as const)('exact duplicates are the groups made for it, and nothing else (%s, %d customers)', (locale, size) => {
  const customers = made(locale, size);
  const keys = Object.keys(columns);
  const rows = customers.map((customer, i) =>
    keys.map(
      (key): Cell =>
        key === 'customer_id' ? `C-${String(i + 1).padStart(6, '0')}` : (customer.raw[key as 'name'] ?? null) || null,
    ),
  );
  const table = { columns: new Map(keys.map((key, i) => [key, i])), left: 0, rows };
  const context: KindContext = { locale, today: TODAY, homeRegion: 'CN', enums: workbook.enums };
  const exact = findGroups(table, context, []).groups.filter(({ certainty }) => certainty === 'exact');
  const found = exact.map(({ rows: own }) => own.map((row) => customers[row]?.expected));
  const wanted = [...new Set(customers.flatMap(({ expected }) => expected.together ?? []))];
  const together = found.filter((group) => group[0]?.apart === null);
  expect(together.map((group) => group[0]?.together).sort()).toEqual(wanted.sort());
  for (const group of together) {
    // What differs by script and width only is the same.
    const own = customers.filter(({ expected }) => (expected.together ?? expected.near) === group[0]?.together);
    expect(group).toHaveLength(own.length);
  }
  // One customer two people hold is found, and left to a manager.
  expect(found.filter((group) => group[0]?.apart !== null).map((group) => group.map((one) => one?.apart))).toEqual([
    ['two owners', 'two owners'],
  ]);
});

test('the same seed and day give the same rows, another seed others, the cast stays', () => {
  expect(made('zh-CN', 100, 7)).toEqual(made('zh-CN', 100, 7));
  expect(customersCsv(made('zh-CN', 100, 8), 'zh-CN')).not.toBe(customersCsv(made('zh-CN', 100, 7), 'zh-CN'));
  expect(
    made('zh-CN', 100, 8)
      .map(({ raw }) => raw.name)
      .slice(0, cast.length),
  ).toEqual(
    made('zh-CN', 100, 7)
      .map(({ raw }) => raw.name)
      .slice(0, cast.length),
  );
  expect(cast.length).toBeLessThanOrEqual(SMALLEST);
});

test.each([TODAY, '2026-02-13', '2026-09-30', '2026-11-20', '2041-03-08'])(
  'on the working morning after %s every seller has overdue, today and coming customers',
  (today) => {
    const morning = nextWorkingDay(addDays(today, 1), 'CN', new Map());
    expect(isWorkingDay(morning, 'CN', new Map())).toBe(true);
    const customers = sampleCustomers({ seed: 1, today, size: SMALLEST, locale: 'zh-CN' });
    for (const { name, role } of sampleTeam.filter((person) => ['manager', 'sales'].includes(person.role))) {
      const days = customers
        .filter(({ raw }) => raw.owner === name['zh-CN'])
        .map(({ expected }) => String(expected.values.next_follow_up ?? ''));
      expect([role, days.some((day) => day !== '' && day < morning)]).toEqual([role, true]);
      expect(days).toContain(morning);
      expect(days.some((day) => day > morning && day <= addDays(morning, 3))).toBe(true);
    }
  },
);

test.each(LOCALES)('the CSV has headers of the workbook, one own column inside, one blank line, quoted cells (%s)', (locale) => {
  const customers = made(locale);
  const csv = customersCsv(customers, locale);
  const [header = ''] = csv.split('\r\n');
  expect(header.split(',').slice(0, 3)).toEqual(['name', 'company', 'mobile'].map((key) => columnOf(key).label[locale]));
  expect(header).toContain({ 'zh-CN': '会员卡号', en: 'Loyalty card' }[locale]);
  expect(csv).toContain('"第一行\n第二行，""引号"""');
  expect(csv.match(/^\r\n/gm)).toHaveLength(1);
});

const targets: Target[] = Array.from({ length: 50 }, (_, i) => ({
  id: `C-${i}`,
  name: `客户${i}`,
  owner: i % 4 === 0 ? null : '魏然',
}));
const activity = (size: number) => sampleActivity(targets, { seed: 3, today: TODAY, size, locale: 'zh-CN', dueDays: () => 3 });

test.each([
  [60, 180, 120, 25],
  [5000, 15_000, 10_000, 2083],
])('%d customers come with %d contacts, %d order lines, %d feedback', (size, contacts, lines, feedback) => {
  const made = activity(size);
  expect([made.interactions.length, made.orders.length, made.feedback.length]).toEqual([contacts, lines, feedback]);
});

test('records fit their columns: options known, required cells filled, nothing after today, an order is one customer’s', () => {
  const { interactions, orders, feedback } = activity(60);
  const keep = { interactions, orders, feedback };
  for (const [sheet, records] of Object.entries(keep)) {
    const declared: Readonly<Record<string, ColumnTemplate>> = workbook.sheets[sheet as keyof typeof keep].columns;
    const context: KindContext = { locale: 'zh-CN', today: TODAY, homeRegion: 'CN', enums: workbook.enums };
    for (const record of records) {
      for (const [key, column] of Object.entries(declared)) {
        const cell = record[key] ?? null;
        const raw = typeof cell === 'object' && cell !== null ? cell.option : cell;
        if (column.required && column.kept !== 'script') expect([sheet, key, raw]).toEqual([sheet, key, expect.anything()]);
        const read = kindOf(column).parse(raw, column, context);
        expect([sheet, key, raw, read.ok]).toEqual([sheet, key, raw, true]);
        if (read.ok) expect([sheet, key, kindOf(column).validate(read.value, column, context)]).toEqual([sheet, key, null]);
      }
    }
  }
  const buyers = new Map<unknown, unknown>();
  for (const { order_no, customer_id } of orders) {
    expect(buyers.get(order_no) ?? customer_id).toBe(customer_id);
    buyers.set(order_no, customer_id);
  }
  expect(new Set(orders.map(({ order_no, product }) => `${order_no} ${product}`)).size).toBe(orders.length);
  expect(orders.some(({ amount }) => amount === 0)).toBe(true);
});

test('addresses and numbers are invented', () => {
  for (const { raw } of made('zh-CN', 500)) {
    expect(raw.email.replace('＠', '@').toLowerCase()).toMatch(/^$|not a mail|example\.(com|org)$/);
    expect(raw.mobile).not.toMatch(/1380013800/);
  }
  for (const { email } of sampleTeam) expect(email).toMatch(/@example\.com$/);
});
