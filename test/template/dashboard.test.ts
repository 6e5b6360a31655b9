// The dashboard's figures against a plain count of the same rows; keys and labels stand in rows 1 and 2 as in a workbook.
import fc from 'fast-check';
import { filled, letters, wordText } from '../../src/domain/plan/formulas';
import { optionLabel, tableOf, workbook } from '../../src/template/index';
import type { Cell, Locale, PageCell } from '../../src/template/types';
import { loadEngine } from './engine';

const engine = loadEngine();
const page = workbook.sheets.dashboard;
const cells: readonly PageCell[] = page.cells;
const named = new Map(cells.flatMap((cell) => (cell.name === undefined ? [] : [[cell.name, cell] as const])));
const inputs = ['customers', 'interactions', 'orders', 'users'] as const;

type Row = Readonly<Record<string, Cell>>;
type Rows = Readonly<Record<(typeof inputs)[number], readonly Row[]>>;

interface Choice {
  readonly locale: Locale;
  /** Serial day. */
  readonly today: number;
  readonly period: string;
  readonly owner: string | null;
}

const label = (locale: Locale, list: string, id: string) => optionLabel(workbook.enums, list, id, locale) ?? '';

/** Puts rows and dashboard into the engine. @returns the value of the cell of a name, or at a row and column */
function computed(rows: Rows, { locale, today, period, owner }: Choice) {
  const model = engine.newModel();
  inputs.forEach((key, i) => {
    model.newSheet();
    model.renameSheet(i + 1, tableOf(key).label[locale]);
    Object.entries(tableOf(key).columns).forEach(([column, { label: head }], c) => {
      [column, head[locale], ...rows[key].map((row) => row[column] ?? null)].forEach((value, r) => {
        engine.putValue(model, i + 1, r + 1, c + 1, value);
      });
    });
  });
  const at = ({ row, column }: PageCell) => `${letters(column)}${row}`;
  const fill = (name: string, words: PageCell['words']): string | null => {
    const cell = name.startsWith('@') ? named.get(name.slice(1)) : undefined;
    if (cell) return at(cell);
    const [, sheet = '', column = ''] = /^(\w+)\.(\w+)$/.exec(name) ?? [];
    const key = inputs.find((input) => input === sheet);
    if (key === undefined) return wordText(name, words, locale);
    const letter = letters(Object.keys(tableOf(key).columns).indexOf(column) + 1);
    return `'${tableOf(key).label[locale]}'!${letter}:${letter}`;
  };
  for (const cell of cells) {
    const { row, column, formula, words } = cell;
    if (formula === undefined) engine.putValue(model, 0, row, column, cell.text?.[locale] ?? null);
    else {
      const text = filled(formula, { locale, enums: workbook.enums }, (name) => fill(name, words));
      engine.putFormula(
        model,
        0,
        row,
        column,
        text.replace(/"(?:[^"]|"")*"|;/g, (part) => (part === ';' ? ',' : part)),
      );
    }
  }
  const set = (name: string, value: Cell) => {
    const cell = named.get(name);
    if (cell) engine.putValue(model, 0, cell.row, cell.column, value);
  };
  // Half past noon: what is due today is not overdue.
  set('as_of', today + 0.5);
  set('period', label(locale, 'period', period));
  if (owner !== null) set('owner_filter', owner);
  model.evaluate();
  const value = (row: number, column: number) => engine.readValue(model, 0, row, column);
  return {
    value,
    of: (name: string) => value(named.get(name)?.row ?? 0, named.get(name)?.column ?? 0),
    free: () => model.free(),
  };
}

const DAY = 86_400_000;
const serial = (day: string) => Math.round((Date.parse(`${day}T00:00Z`) - Date.UTC(1899, 11, 30)) / DAY);
const dayOf = (n: number) => new Date(Date.UTC(1899, 11, 30) + n * DAY).toISOString().slice(0, 10);
const monthOf = (n: number) => dayOf(n).slice(0, 7);

/** First and last day of a period, by the platform's calendar. */
function boundsOf(today: number, period: string): [number, number] {
  const [year = 0, month = 1] = dayOf(today).split('-').map(Number);
  const first = (y: number, m: number) => Math.round((Date.UTC(y, m - 1, 1) - Date.UTC(1899, 11, 30)) / DAY);
  if (period === 'last_month') return [first(year, month - 1), first(year, month) - 1];
  if (period === 'this_quarter') return [first(year, month - ((month - 1) % 3)), today];
  if (period === 'six_months') return [first(year, month - 5), today];
  return [first(year, month), today];
}

const march = serial('2026-03-11');
const people = ['李雷', '魏然', '陈静'];
const anyOf = (locale: Locale, list: keyof typeof workbook.enums) =>
  fc.constantFrom(...workbook.enums[list].options.map((option) => option.label[locale]));
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null, freq: 4 });
const owners = maybe(fc.constantFrom(...people));

function anyRows(locale: Locale, today: number): fc.Arbitrary<Rows> {
  const days = fc.integer({ min: today - 250, max: today + 40 });
  const customer = fc.record({
    customer_id: fc.integer({ min: 1, max: 999_999 }).map((n) => `C-${String(n).padStart(6, '0')}`),
    owner: owners,
    sales_status: maybe(anyOf(locale, 'sales_status')),
    stage: maybe(anyOf(locale, 'stage')),
    status_since: maybe(days),
    // What cannot be read stays in its cell as text.
    next_follow_up: fc.oneof(maybe(days), fc.constant('下周')),
    recycle_on: maybe(days),
    created_at: days.map((n) => `${dayOf(n)} 09:30`),
  });
  const interaction = fc.record({ date: days, result: anyOf(locale, 'result'), owner: owners });
  const order = fc.record({
    order_date: days,
    status: maybe(anyOf(locale, 'order_status')),
    amount_base: maybe(fc.integer({ min: 0, max: 90_000 })),
    owner: owners,
  });
  const user = fc.record({ name: fc.constantFrom(...people), role: anyOf(locale, 'role'), active: fc.boolean() });
  return fc.record({
    customers: fc.array(customer, { maxLength: 25 }),
    interactions: fc.array(interaction, { maxLength: 15 }),
    orders: fc.array(order, { maxLength: 20 }),
    users: fc.uniqueArray(user, { maxLength: 3, selector: ({ name }) => name }),
  });
}

/** Among the days: the first and last of a year, a leap day, the last of a month. */
const anyToday = fc.constantFrom('2026-03-11', '2026-01-01', '2025-12-31', '2024-02-29', '2025-08-31').map(serial);

const anyCase = fc.tuple(fc.constantFrom<Locale>('zh-CN', 'en'), anyToday).chain(([locale, today]) =>
  fc.record({
    rows: anyRows(locale, today),
    choice: fc.record({
      locale: fc.constant(locale),
      today: fc.constant(today),
      period: fc.constantFrom('this_month', 'last_month', 'this_quarter', 'six_months'),
      owner: fc.option(fc.constantFrom(...people), { nil: null }),
    }),
  }),
);

/** The same figures by filtering rows. */
function counted({ customers, interactions, orders, users }: Rows, { locale, today, period, owner }: Choice) {
  const [from, to] = boundsOf(today, period);
  const is = (list: string, id: string) => label(locale, list, id);
  const within = (value: Cell | undefined) => typeof value === 'number' && value >= from && value <= to;
  const mine = (row: Row) => owner === null || row['owner'] === owner;
  const own = customers.filter(mine);
  const open = own.filter((row) => row['owner'] && row['sales_status'] !== is('sales_status', 'invalid'));
  const contacts = interactions.filter((row) => mine(row) && within(row['date']));
  const silent = contacts.filter((row) => row['result'] === is('result', 'no_answer'));
  const ended = (id: string) =>
    own.filter((row) => row['sales_status'] === is('sales_status', id) && within(row['status_since'])).length;
  const [won, lost] = [ended('won'), ended('invalid')];
  // People of the team who own somebody who is not invalid.
  const loads = users.map(({ name }) => open.filter((row) => row['owner'] === name).length).filter((load) => load > 0);
  const few = locale === 'en' ? 'Not enough data' : '数据不足';
  const [year = 0, month = 1] = dayOf(today).split('-').map(Number);
  const months = Array.from({ length: 6 }, (_, i) => new Date(Date.UTC(year, month - 6 + i, 1)).toISOString().slice(0, 7));
  const valid = orders.filter(
    (row) => mine(row) && ['paid', 'shipped', 'done'].some((id) => row['status'] === is('order_status', id)),
  );
  return {
    kpi_customers: own.length,
    kpi_pool: customers.filter((row) => !row['owner']).length,
    kpi_overdue: open.filter((row) => typeof row['next_follow_up'] === 'number' && row['next_follow_up'] < today).length,
    kpi_contacts: contacts.length - silent.length,
    kpi_conversion: won + lost < 5 ? few : Number((won / (won + lost)).toPrecision(12)),
    kpi_load: loads.length === 0 ? few : Math.round(loads.reduce((sum, load) => sum + load, 0) / loads.length),
    holders: loads.length,
    newInPeriod: own.filter((row) => {
      const month = String(row['created_at']).slice(0, 7);
      return month >= monthOf(from) && month <= monthOf(to);
    }).length,
    months: months.map((name) => [
      name,
      own.filter((row) => String(row['created_at']).startsWith(name)).length,
      own.filter(
        (row) =>
          row['sales_status'] === is('sales_status', 'won') &&
          typeof row['status_since'] === 'number' &&
          monthOf(row['status_since']) === name,
      ).length,
      valid.filter((row) => monthOf(Number(row['order_date'])) === name).length,
      valid
        .filter((row) => monthOf(Number(row['order_date'])) === name)
        .reduce((sum, row) => sum + Number(row['amount_base'] ?? 0), 0) / 10_000,
    ]),
    statuses: workbook.enums.sales_status.options
      .filter(({ id }) => id !== 'invalid')
      .map((option) => own.filter((row) => row['sales_status'] === option.label[locale]).length),
    stages: workbook.enums.stage.options.map((option) => own.filter((row) => row['stage'] === option.label[locale]).length),
  };
}

/** The row of a data block's head, by the text that heads its first column. */
const headRow = (text: string) => cells.find((cell) => cell.column === 15 && cell.text?.en === text)?.row ?? 0;

test('every figure and chart is a plain count of the rows', () => {
  fc.assert(
    fc.property(anyCase, ({ rows, choice }) => {
      const { value, of, free } = computed(rows, choice);
      const expected = counted(rows, choice);
      for (const name of ['kpi_customers', 'kpi_pool', 'kpi_overdue', 'kpi_contacts', 'kpi_conversion', 'kpi_load'] as const)
        expect([name, of(name)]).toEqual([name, expected[name]]);
      expect(String(value(7, 12))).toMatch(new RegExp(`^${expected.holders} `));
      expect(String(value(7, 2))).toMatch(new RegExp(` ${expected.newInPeriod}$`));
      const months = headRow('Begins');
      expect(expected.months.map((_, i) => [16, 17, 18, 19, 20].map((column) => value(months + 1 + i, column)))).toEqual(
        expected.months.map((month) => month.map((one) => (typeof one === 'number' ? Number(one.toPrecision(12)) : one))),
      );
      const statuses = headRow('Status');
      expect(expected.statuses.map((_, i) => value(statuses + 1 + i, 16))).toEqual(expected.statuses);
      const stages = headRow('Lifecycle');
      expect(expected.stages.map((_, i) => value(stages + 1 + i, 16))).toEqual(expected.stages);
      free();
    }),
    { seed: 20260311, numRuns: 25 },
  );
});

test.each(['zh-CN', 'en'] as const)('%s: an empty workbook shows no error', (locale) => {
  const empty: Rows = { customers: [], interactions: [], orders: [], users: [] };
  const { value, of } = computed(empty, { locale, today: march, period: 'this_month', owner: null });
  const shown = cells.filter(({ formula }) => formula !== undefined).map(({ row, column }) => value(row, column));
  expect(shown.filter((one) => typeof one === 'object' && one !== null)).toEqual([]);
  expect(of('kpi_customers')).toBe(0);
  expect(of('kpi_conversion')).toBe(locale === 'en' ? 'Not enough data' : '数据不足');
  expect(value(3, 2)).toBe('2026-03-01 – 2026-03-11');
  expect(value(3, 4)).toBe(`${locale === 'en' ? 'As of' : '截至'} 2026-03-11 12:00`);
});

test('the owner choice offers all owners, then the people of Users, then nothing', () => {
  const users = people.map((name) => ({ name, role: '销售', active: true }));
  const { value } = computed(
    { customers: [], interactions: [], orders: [], users },
    { locale: 'zh-CN', today: march, period: 'this_month', owner: null },
  );
  expect([3, 4, 5, 6, 7].map((row) => value(row, 22))).toEqual(['全部负责人', ...people, '']);
});

test('charts draw blocks that the page fills, the first cell of each a name', () => {
  const filledAt = new Set(cells.map(({ row, column }) => `${letters(column)}${row}`));
  expect(page.charts).toHaveLength(4);
  for (const { ranges, colours } of page.charts ?? []) {
    expect(colours).toHaveLength(ranges.length - 1);
    const sizes = ranges.map((range) => {
      const [, column = '', top = '', end = '', bottom = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
      expect(end).toBe(column);
      for (let row = Number(top); row <= Number(bottom); row++) expect(filledAt).toContain(`${column}${row}`);
      expect(cells.find((cell) => `${letters(cell.column)}${cell.row}` === `${column}${top}`)?.text).toBeDefined();
      return Number(bottom) - Number(top);
    });
    expect(new Set(sizes).size).toBe(1);
  }
});
