// What the template declares, looked for in a file by openpyxl alone: the host's own model has no say in it.
import { columnLetters } from '../../local/host/engine/tokens';
import { workbook } from '../../src/template/index';
import type { Locale, PageTemplate, SheetTemplate, TableTemplate } from '../../src/template/types';
import { holds, listOf } from './judge';
import { type ReadBook, type ReadSheet, readBack } from './openpyxl';

/** @returns what is declared and not in the file, a sentence each */
export async function judgeTemplate(path: string, locale: Locale): Promise<string[]> {
  const read = await readBack(path);
  return Object.entries<SheetTemplate>(workbook.sheets).flatMap(([key, sheet]) => {
    const found = read.sheets.find(({ name }) => name === sheet.label[locale]);
    if (!found) return sheet.made === 'apply' ? [`the sheet ${key} is missing`] : [];
    const hidden = found.state !== 'visible';
    return [
      ...(sheet.place === 'system' && !hidden ? [`${key} is open to everybody`] : []),
      ...(sheet.guard !== 'warning' && !found.protected ? [`${key} is not protected`] : []),
      ...(sheet.shape === 'table' ? tableGaps(key, sheet, found, read, locale) : pageGaps(key, sheet, found, locale)),
    ];
  });
}

function tableGaps(key: string, sheet: TableTemplate, found: ReadSheet, read: ReadBook, locale: Locale): string[] {
  const gaps: string[] = [];
  if (!/^[A-Z]+3$/.test(found.frozen ?? '')) gaps.push(`${key} does not keep its labels in sight: ${found.frozen}`);
  if (!found.hiddenRows.includes(1)) gaps.push(`${key} shows its keys`);
  if (sheet.filter && !found.filter) gaps.push(`${key} has no filter`);
  gaps.push(...markerGaps(key, sheet.formats ?? [], found));
  const keys = new Map(
    Object.entries(found.values).flatMap(([at, value]) => (/^[A-Z]+1$/.test(at) ? [[String(value), at.slice(0, -1)]] : [])),
  );
  for (const [name, column] of Object.entries(sheet.columns)) {
    const letters = keys.get(name);
    if (!letters) gaps.push(`${key}.${name} has no column`);
    else if (column.kind === 'enum') {
      const rule = found.validations.find(({ ranges }) => ranges.some((range) => holds(range, 3, numberOf(letters))));
      const offered = rule ? listOf(rule.formulas[0] ?? '', read) : [];
      const labels = workbook.enums[column.enum as keyof typeof workbook.enums].options.map(({ label }) => label[locale]);
      if (JSON.stringify(offered) !== JSON.stringify(labels)) gaps.push(`${key}.${name} offers ${JSON.stringify(offered)}`);
    }
  }
  return gaps;
}

function pageGaps(key: string, sheet: PageTemplate, found: ReadSheet, locale: Locale): string[] {
  const titles = (sheet.charts ?? []).map(({ title }) => title[locale]);
  const formulas = sheet.cells.filter(({ formula }) => formula !== undefined);
  return [
    ...titles
      .filter((title) => !found.charts.some((chart) => chart.title === title))
      .map((title) => `${key} lacks the chart ${title}`),
    ...formulas
      .map(({ row, column }) => `${columnLetters(column)}${row}`)
      .filter((address) => !found.formulas[address])
      .map((address) => `${key}!${address} has no formula`),
    ...markerGaps(key, sheet.formats ?? [], found),
  ];
}

/** Every format rule of ours carries its key in its formula. */
function markerGaps(key: string, formats: readonly { readonly key: string }[], found: ReadSheet): string[] {
  const said = found.conditionalFormats.map(({ formula }) => formula ?? '').join('\n');
  return formats
    .filter((format) => !said.includes(`"cp:${format.key}"`))
    .map((format) => `${key} lacks the format ${format.key}`);
}

function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
