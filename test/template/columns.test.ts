// Every column of every sheet: complete in both languages, pointing only at what exists, small at first.
import { type TableKey, tableOf, workbook } from '../../src/template/index';
import type { ColumnTemplate, Condition, Locale, Preset, SheetTemplate, TableTemplate } from '../../src/template/types';

const locales: readonly Locale[] = ['zh-CN', 'en'];
const presets: readonly Preset[] = ['b2b', 'retail', 'consulting', 'ecommerce'];
const sheets = Object.entries<SheetTemplate>(workbook.sheets);
const tables = sheets.filter((entry): entry is [TableKey, TableTemplate] => entry[1].shape === 'table');
const columns = tables.flatMap(([sheet, table]) =>
  Object.entries(table.columns).map(([key, column]): [string, ColumnTemplate, TableTemplate] => [
    `${sheet}.${key}`,
    column,
    table,
  ]),
);

const startsShown = ({ shown }: { readonly shown?: 'all' | readonly Preset[] }, preset: Preset) =>
  shown === 'all' || (shown?.includes(preset) ?? false);

/** Headers are compared without regard to case, width, spaces and marks. */
const headerOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

test('a customer has 71 columns, identity first, in the order one read needs', () => {
  const keys = Object.keys(tableOf('customers').columns);
  expect(keys).toHaveLength(71);
  expect(keys.slice(0, 8)).toEqual(['customer_id', 'name', 'company', 'mobile', 'phone', 'email', 'wechat', 'uscc']);
});

test.each(presets)('%s starts with at most forty columns of Customers and six tabs', (preset) => {
  const shown = Object.values(tableOf('customers').columns).filter((column) => startsShown(column, preset));
  expect(shown.length).toBeLessThanOrEqual(40);
  expect(shown.length).toBeGreaterThan(25);
  expect(sheets.filter(([, sheet]) => startsShown(sheet, preset))).toHaveLength(6);
});

test('only daily sheets are tabs, and tabs stand before all others', () => {
  const places = sheets.map(([, { place }]) => place);
  expect(places).toEqual([...places].sort((a, b) => 'daily desk system'.indexOf(a) - 'daily desk system'.indexOf(b)));
  for (const [, sheet] of sheets) if (sheet.place !== 'daily') expect(sheet.shown).toBeUndefined();
});

test.each(locales)('sheets have names of their own in %s', (locale) => {
  const names = sheets.map(([, { label }]) => label[locale]);
  expect(new Set(names).size).toBe(names.length);
  // Characters no sheet name may hold, here or in .xlsx.
  for (const name of names) expect(name).toMatch(/^[^[\]*?/\\:']{1,31}$/);
});

test.each(tables)('%s: labels and aliases lead to one column each', (_key, table) => {
  for (const locale of locales) {
    const labels = Object.values(table.columns).map(({ label }) => label[locale]);
    expect(new Set(labels).size).toBe(labels.length);
  }
  const owners = new Map<string, string>();
  for (const [key, { label, aliases = [] }] of Object.entries(table.columns)) {
    for (const header of new Set([label['zh-CN'], label.en, ...aliases].map(headerOf))) {
      expect([header, owners.get(header) ?? key]).toEqual([header, key]);
      owners.set(header, key);
    }
  }
});

test.each(columns)('%s is written in both languages and fits its width', (name, column, table) => {
  expect(name.split('.')[1]).toMatch(/^[a-z][a-z0-9_]*$/);
  for (const locale of locales) {
    expect(column.label[locale]).toMatch(/\S/);
    if (column.help) expect(column.help[locale]).toMatch(/^.{2,120}$/);
    // A filter's arrow takes room beside the label.
    expect(widthOf(column.label[locale]) + (table.filter ? 26 : 10)).toBeLessThanOrEqual(column.width);
  }
  expect(column.label['zh-CN']).toMatch(/[\p{Script=Han}]|^SKU$/u);
  expect(column.label.en).not.toMatch(/\p{Script=Han}/u);
});

/** Pixels of bold 10 point Arial, roughly: Han characters 13, capitals 9, others 7. */
function widthOf(label: string): number {
  return [...label].reduce((sum, char) => sum + (char > '\u2e7f' ? 13 : /[A-Z]/.test(char) ? 8.5 : 6.8), 0);
}

test('columns people see at first say what to type', () => {
  const seen = columns.filter(([name, column, table]) =>
    name.startsWith('customers.') ? column.shown !== undefined : table.shown !== undefined && column.band !== 'system',
  );
  expect(seen.filter(([, { help }]) => help === undefined).map(([name]) => name)).toEqual([]);
});

test.each(columns)('%s points only at what exists', (_name, column, table) => {
  const own = Object.keys(table.columns);
  if (column.kind === 'enum') expect(Object.keys(workbook.enums)).toContain(column.enum);
  if (column.kind === 'ref') {
    const target = workbook.sheets[column.sheet as TableKey];
    expect(Object.keys(target.columns)).toContain(column.holds);
    if (column.also !== undefined) expect(Object.keys(workbook.enums)).toContain(column.also);
  }
  if (column.kind === 'date' && column.notBefore !== undefined) expect(own).toContain(column.notBefore);
  if (column.kind === 'place' && column.within !== undefined) expect(own).toContain(column.within);
  if (column.kind === 'money' && column.currency !== undefined) expect(own).toContain(column.currency);
  for (const key of column.uniqueWith ?? []) expect(own).toContain(key);
  if (column.kind === 'money') for (const key of column.within ?? []) expect(Object.keys(workbook.settings)).toContain(key);
  if (column.oneFor !== undefined) expect(own).toContain(column.oneFor);
  if (column.requiredIf) expectCondition(table, column.requiredIf);
  for (const condition of column.wantedIf ?? []) expectCondition(table, condition);
});

/** A condition names a column of its table, and options of that column's list. */
function expectCondition(table: TableTemplate, { column, options = [], except = [] }: Condition): void {
  const other = table.columns[column];
  expect(other).toBeDefined();
  if (options.length + except.length === 0) return;
  const ids = other?.kind === 'enum' ? workbook.enums[other.enum as keyof typeof workbook.enums].options.map(({ id }) => id) : [];
  expect(ids).toEqual(expect.arrayContaining([...options, ...except]));
}

test.each(tables)('%s: what script keeps, only script or a run of the owner writes', (_key, table) => {
  for (const { kept, editor } of Object.values(table.columns)) {
    if (kept === 'script') expect(['script', 'fact']).toContain(editor);
    if (editor === 'fact') expect(kept).toBe('script');
  }
  for (const { when, of } of table.oneOfIf ?? []) {
    expectCondition(table, when);
    expect(Object.keys(table.columns)).toEqual(expect.arrayContaining([...of]));
  }
  for (const group of table.oneOf ?? []) expect(Object.keys(table.columns)).toEqual(expect.arrayContaining([...group]));
});

test('ids have a prefix of their own, so that a record is known by its id', () => {
  const prefixes = columns.flatMap(([, column]) => (column.kind === 'id' ? [column.prefix] : []));
  expect(prefixes.length).toBeGreaterThan(8);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  for (const prefix of prefixes) expect(prefix).toMatch(/^[A-Z]-$/);
});

test('sheets that an apply makes hold what the first day needs', () => {
  const made = sheets.filter(([, sheet]) => sheet.made === 'apply').map(([key]) => key);
  for (const key of ['customers', 'interactions', 'orders', 'dashboard', 'guide', 'settings', 'options', 'users', 'regions'])
    expect(made).toContain(key);
  for (const key of ['journal', 'import', 'quarantine', 'archive']) expect(made).toContain(key);
  // A list that a rule of a made sheet takes from another must be there too.
  const targets = columns.flatMap(([name, column]) =>
    column.kind === 'ref' && made.includes(name.split('.')[0] ?? '') && column.editor !== 'script' ? [column.sheet] : [],
  );
  expect(made).toEqual(expect.arrayContaining(targets));
});

test('every setting has a name, a help line, a group and a default its kind can hold', () => {
  for (const [key, setting] of Object.entries(workbook.settings)) {
    expect(key).toMatch(/^[a-z]+\.[a-z_]+$/);
    expect(key.startsWith(`${setting.group}.`)).toBe(true);
    for (const locale of locales) {
      expect(setting.label[locale]).toMatch(/\S/);
      expect(setting.help[locale]).toMatch(/\S/);
    }
    const { value, dflt } = setting;
    if (value.kind === 'enum') expect(workbook.enums[value.enum].options.map(({ id }) => id)).toContain(dflt);
    if (value.kind === 'number') {
      const { min, max }: { min?: number; max?: number } = value;
      expect(Number(dflt)).toBeGreaterThanOrEqual(min ?? Number.NEGATIVE_INFINITY);
      expect(Number(dflt)).toBeLessThanOrEqual(max ?? Number.POSITIVE_INFINITY);
    }
  }
});
