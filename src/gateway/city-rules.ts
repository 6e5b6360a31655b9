// The city list of a row, narrowed to the row's province: a part of the Regions sheet, which is sorted by province.
import { optionKey } from '../domain/text';
import { dataColumn, RuleMaker } from './rules';
import type { Run } from './run';
import { FIRST_ROW, findSheet, readTable, type Table, textOf } from './table';

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;
type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * Gives the cells of a city column the cities of their rows' provinces, or all cities where the province is none of the list.
 * One service read, one write for each run of rows.
 * @param at 0-based column of the cities
 * @param provinces by 1-based sheet row, in the workbook's language
 */
export function narrowCities(run: Run, table: Table, at: number, provinces: ReadonlyMap<number, string>, help: string): void {
  if (provinces.size === 0 || findSheet(run, 'regions') === null) return;
  const regions = readTable(run, 'regions');
  const suffix = run.state?.locale === 'en' ? '_en' : '';
  const cityAt = regions.columns.get(`city${suffix}`);
  if (cityAt === undefined) return;
  const listed = regions.rows.map((row) => optionKey(textOf(regions, row, `province${suffix}`)));
  const rules = new Map<string, Rule>();
  const ruleFor = (province: string): Rule => {
    const key = optionKey(province);
    const known = rules.get(key) ?? builtOn(rangeOf(regions, cityAt, listed, key), table, help);
    rules.set(key, known);
    return known;
  };
  const rows = [...provinces.keys()].sort((a, b) => a - b);
  for (let from = 0; from < rows.length; ) {
    let to = from + 1;
    while (to < rows.length && rows[to] === (rows[from] ?? 0) + to - from) to++;
    const lines = rows.slice(from, to).map((row) => [ruleFor(provinces.get(row) ?? '')]);
    table.sheet.getRange(rows[from] ?? FIRST_ROW, at + 1, lines.length, 1).setDataValidations(lines);
    from = to;
  }
}

/** The rows of a province where they stand together, else the whole list. */
function rangeOf(regions: Table, cityAt: number, listed: readonly string[], province: string): Range {
  const [first, last] = [listed.indexOf(province), listed.lastIndexOf(province)];
  const together = province !== '' && first >= 0 && listed.slice(first, last + 1).every((name) => name === province);
  return together
    ? regions.sheet.getRange(FIRST_ROW + first, cityAt + 1, last - first + 1, 1)
    : dataColumn(regions.sheet, cityAt + 1);
}

function builtOn(range: Range, table: Table, help: string): Rule {
  return new RuleMaker({ column: () => range }).make(
    { type: 'range', sheet: 'regions', column: 'city', strict: false },
    help,
    table.sheet,
  );
}
