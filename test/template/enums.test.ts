// Every closed list: options with stable ids that no spelling confuses, and colours that can be read.

import { workbook } from '../../src/template/index';
import { headPaints, keptPaint, optionPaints, pageStyles, statePaints } from '../../src/template/palette';
import type { EnumTemplate, Locale, TableTemplate } from '../../src/template/types';

const locales: readonly Locale[] = ['zh-CN', 'en'];
const lists = Object.entries<EnumTemplate>(workbook.enums);

const spelling = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

test.each(lists)('%s: an id, a label or an alias means one option', (_key, { label, options, dflt }) => {
  const owners = new Map<string, string>();
  for (const option of options) {
    expect(option.id).toMatch(/^[a-z0-9][a-z0-9_]*$|^zh-CN$|^0\d-\d\d$/);
    for (const text of new Set([option.id, option.label['zh-CN'], option.label.en, ...(option.aliases ?? [])].map(spelling))) {
      expect([text, owners.get(text) ?? option.id]).toEqual([text, option.id]);
      owners.set(text, option.id);
    }
  }
  if (dflt !== undefined) expect(options.map(({ id }) => id)).toContain(dflt);
  for (const locale of locales) {
    expect(label[locale]).toMatch(/\S/);
    for (const option of options) expect(option.label[locale]).toMatch(/\S/);
  }
});

test('aliases say something the labels do not', () => {
  const idle = lists.flatMap(([key, { options }]) =>
    options.flatMap(({ id, label, aliases = [] }) =>
      aliases.filter((alias) => alias === label['zh-CN'] || alias === label.en).map((alias) => `${key}.${id} ${alias}`),
    ),
  );
  expect(idle).toEqual([]);
});

test('colours go to the five lists of rulings 7, and to all their options', () => {
  const coloured = lists.filter(([, { options }]) => options.some(({ colour }) => colour !== undefined));
  expect(coloured.map(([key]) => key).sort()).toEqual(['consent', 'intent', 'sales_status', 'stage', 'tier']);
  for (const [, { options }] of coloured) for (const { colour } of options) expect(colour).toBeDefined();
});

test('every list is used by a column or a setting', () => {
  const tables = Object.values(workbook.sheets).filter((sheet): sheet is typeof sheet & TableTemplate => sheet.shape === 'table');
  const inColumns = tables.flatMap(({ columns }) =>
    Object.values<TableTemplate['columns'][string]>(columns).flatMap((column) =>
      column.kind === 'enum' ? [column.enum] : column.kind === 'ref' && column.also !== undefined ? [column.also] : [],
    ),
  );
  const inSettings = Object.values(workbook.settings).flatMap(({ value }) => (value.kind === 'enum' ? [value.enum] : []));
  // The dashboard's two choices.
  const used = new Set<string>([...inColumns, ...inSettings, 'period', 'owner_filter']);
  expect(lists.map(([key]) => key).filter((key) => !used.has(key))).toEqual([]);
});

/** Relative luminance and contrast ratio, WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test.each([
  ...Object.entries({ ...headPaints, kept: keptPaint, ...statePaints }).map(([name, { ground, ink }]) => [name, ground, ink]),
  ...Object.entries(optionPaints).map(([name, { ground, ink }]) => [`option ${name}`, ground, ink]),
  ...Object.entries<{ ground?: string; ink?: string }>(pageStyles).map(([name, style]) => [
    `page ${name}`,
    style.ground ?? '#ffffff',
    style.ink ?? '#000000',
  ]),
])('%s can be read', (_name, ground, ink) => {
  expect(contrast(String(ground), String(ink))).toBeGreaterThanOrEqual(4.5);
});
