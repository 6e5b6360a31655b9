// Formulas of dashboard and formats: only what Sheets, IronCalc and LibreOffice compute alike, naming only what exists.
import { workbook } from '../../src/template/index';
import type { EnumTemplate, PageTemplate, SheetTemplate, TableTemplate } from '../../src/template/types';

/** local-host.md §7. */
const agreed = new Set(
  (
    'SUM COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS SUMIFS AVERAGE AVERAGEIFS MAX MIN MAXIFS MINIFS MEDIAN PERCENTILE LARGE SMALL RANK ' +
    'IF IFS SWITCH CHOOSE IFERROR IFNA AND OR NOT VLOOKUP INDEX MATCH TODAY DATE YEAR MONTH DAY EDATE EOMONTH DATEDIF NETWORKDAYS ' +
    'WORKDAY WEEKDAY WEEKNUM TEXT TEXTJOIN SUBSTITUTE SEARCH LEFT MID LEN TRIM UPPER EXACT REPT INT MOD ABS ROUND ROUNDUP ROUNDDOWN ' +
    'N ISBLANK ISNUMBER ISERROR SUMPRODUCT'
  ).split(' '),
);

const enums: Readonly<Record<string, EnumTemplate>> = workbook.enums;
const sheets: Readonly<Record<string, SheetTemplate>> = workbook.sheets;
const pages = Object.entries(sheets).filter((entry): entry is [string, PageTemplate] => entry[1].shape === 'page');
const tables = Object.entries(sheets).filter((entry): entry is [string, TableTemplate] => entry[1].shape === 'table');

const pageFormulas = pages.flatMap(([key, page]) =>
  page.cells.flatMap((cell): [string, string, PageTemplate, readonly string[]][] =>
    cell.formula === undefined ? [] : [[`${key} r${cell.row}c${cell.column}`, cell.formula, page, Object.keys(cell.words ?? {})]],
  ),
);
const pageRules = pages.flatMap(([key, page]) =>
  (page.formats ?? []).map((format): [string, string, PageTemplate, readonly string[]] => [
    `${key} ${format.key}`,
    `=${format.when}`,
    page,
    [],
  ]),
);
const tableRules = tables.flatMap(([key, table]) =>
  (table.formats ?? []).map((format): [string, string, TableTemplate] => [`${key} ${format.key}`, `=${format.when}`, table]),
);

const placeholders = (formula: string) => [...formula.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '');
const bare = (formula: string) => formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/\{[^{}]*\}/g, 'A1');

function optionExists(name: string): boolean {
  const [, list = '', id = ''] = /^option:(\w+)\.(.+)$/.exec(name) ?? [];
  return enums[list]?.options.some((option) => option.id === id) ?? false;
}

test.each([...pageFormulas, ...pageRules, ...tableRules].map(([name, formula]) => [name, formula]))(
  '%s keeps to the neutral subset',
  (_name, formula) => {
    const text = bare(formula);
    expect(text).toMatch(/^=[^=]/);
    for (const [, name] of text.matchAll(/([A-Z][A-Z.]*)\(/g)) expect(agreed).toContain(name);
    expect(text).not.toMatch(/,/);
    expect(text).not.toMatch(/[{}]/);
    expect(text).not.toMatch(/\d\.\d/);
    expect(text).not.toMatch(/--/);
    // An open range such as C2:C.
    expect(text).not.toMatch(/[A-Z]+\d+:[A-Z]+(?!\d|[A-Z])/);
    expect([...text].filter((c) => c === '(').length).toBe([...text].filter((c) => c === ')').length);
  },
);

test.each([...pageFormulas, ...pageRules])('%s names only what exists', (_name, formula, page, words) => {
  const names = new Set(page.cells.flatMap(({ name }) => name ?? []));
  for (const placeholder of placeholders(formula)) {
    const [, sheet, column] = /^(\w+)\.(\w+)$/.exec(placeholder) ?? [];
    if (placeholder.startsWith('@')) expect(names).toContain(placeholder.slice(1));
    else if (placeholder.startsWith('word:')) expect(words).toContain(placeholder.slice(5));
    else if (placeholder.startsWith('option:')) expect([placeholder, optionExists(placeholder)]).toEqual([placeholder, true]);
    else {
      const table = sheets[sheet ?? ''];
      expect(table?.shape === 'table' && Object.keys(table.columns)).toContain(column);
      expect(table?.made).toBe('apply');
    }
  }
});

test.each(tableRules)('%s names only what exists', (_name, formula, table) => {
  const own = new Set([...Object.keys(table.columns), 'self', 'key', 'head']);
  for (const placeholder of placeholders(formula))
    if (placeholder.startsWith('option:')) expect([placeholder, optionExists(placeholder)]).toEqual([placeholder, true]);
    else expect(own).toContain(placeholder);
});

test('today stands in format rules only: cells read the day from the dashboard', () => {
  for (const [, formula] of pageFormulas) expect(formula).not.toMatch(/TODAY\(/);
  expect(tableRules.some(([, formula]) => formula.includes('TODAY()'))).toBe(true);
});

test.each(tables)('%s has at most 28 format rules, each with a marker of its own, on columns it has', (_key, table) => {
  const formats = table.formats ?? [];
  expect(formats.length).toBeLessThanOrEqual(28);
  expect(new Set(formats.map(({ key }) => key)).size).toBe(formats.length);
  for (const { key, on } of formats) {
    expect(key).toMatch(/^[a-z0-9_.-]+$/);
    expect(on.length).toBeGreaterThan(0);
    expect(Object.keys(table.columns)).toEqual(expect.arrayContaining([...on]));
  }
});

test('in Customers what is wrong is coloured before what is due, and that before options', () => {
  const keys = workbook.sheets.customers.formats.map(({ key }) => key);
  expect(keys.slice(0, 6)).toEqual(['invalid', 'duplicate', 'missing', 'overdue', 'today', 'soon']);
  expect(keys).toHaveLength(27);
});

test.each(tables)('%s: no option reads like a key or label above it, which whole columns count too', (_key, table) => {
  for (const [key, column] of Object.entries(table.columns)) {
    if (column.kind !== 'enum') continue;
    const heads = [key, column.label['zh-CN'], column.label.en].map((text) => text.toLowerCase());
    for (const { label } of enums[column.enum]?.options ?? [])
      for (const text of [label['zh-CN'], label.en]) expect(heads).not.toContain(text.toLowerCase());
  }
});

test('cells of a page and names on it are given once', () => {
  for (const [, page] of pages) {
    const places = page.cells.map(({ row, column }) => `${row},${column}`);
    expect(new Set(places).size).toBe(places.length);
    const names = page.cells.flatMap(({ name }) => name ?? []);
    expect(new Set(names).size).toBe(names.length);
  }
});
