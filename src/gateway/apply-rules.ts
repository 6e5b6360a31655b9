// Validation rules and format rules of a sheet.
import { a1, FIRST_ROW, type FormatWanted, markerOf, type RuleOn, runsOf } from '../domain/plan/index';
import { type Acts, dataRows, type Op, type Site } from './apply-site';
import type { Sheet } from './run';

type FormatRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

export const ruleActs: Acts<'clearRules' | 'setRules' | 'setFormatRules'> = {
  clearRules(site, { sheet, areas }) {
    site.sheet(sheet).getRangeList(areas.map(a1)).clearDataValidations();
  },
  setRules,
  setFormatRules(site, { sheet: key, rules }) {
    const sheet = site.sheet(key);
    const theirs = site.fresh.has(key) ? [] : sheet.getConditionalFormatRules().filter((rule) => !isOurs(rule));
    sheet.setConditionalFormatRules([...theirs, ...rules.map((rule) => formatRule(sheet, rule))]);
  },
};

/**
 * Whole columns are set in one block, or where there are formulas, which must follow their row, in the first data row and copied
 * down: one or two writes for neighbouring columns. On a sheet just made the columns between have no rules to lose, and all of them are one block.
 */
function setRules(site: Site, { sheet: key, on }: Op<'setRules'>): void {
  const sheet = site.sheet(key);
  const make = ({ rule, help }: RuleOn) => site.rules.make(rule, help, sheet);
  const down = new Map(on.filter(({ area }) => area.rows === null).map((one) => [one.area.column, one]));
  const columns = [...down.keys()];
  const blocks =
    site.fresh.has(key) && columns.length > 0
      ? [{ at: Math.min(...columns), count: Math.max(...columns) - Math.min(...columns) + 1 }]
      : runsOf(columns);
  for (const { at, count } of blocks) {
    const rules = Array.from({ length: count }, (_, i) => {
      const one = down.get(at + i);
      return one === undefined ? null : make(one);
    });
    const rows = dataRows(site, key);
    const formulas = blockHasFormulas(at, count, down);
    if (!formulas && site.isSmall(rows, count)) {
      sheet.getRange(FIRST_ROW, at, rows, count).setDataValidations(new Array<typeof rules>(rows).fill(rules));
      continue;
    }
    const first = sheet.getRange(FIRST_ROW, at, 1, count);
    first.setDataValidations([rules]);
    const rest = rows - 1;
    const { PASTE_DATA_VALIDATION } = SpreadsheetApp.CopyPasteType;
    if (rest > 0) first.copyTo(sheet.getRange(FIRST_ROW + 1, at, rest, count), PASTE_DATA_VALIDATION, false);
  }
  for (const one of on) if (one.area.rows !== null) sheet.getRange(a1(one.area)).setDataValidation(make(one));
}

function blockHasFormulas(at: number, count: number, down: ReadonlyMap<number, RuleOn>): boolean {
  return [...down].some(([column, { rule }]) => rule.type === 'formula' && column >= at && column < at + count);
}

function isOurs(rule: FormatRule): boolean {
  const values = rule.getBooleanCondition()?.getCriteriaValues() ?? [];
  return markerOf(String(values[0] ?? '')) !== null;
}

function formatRule(sheet: Sheet, { formula, areas, look }: FormatWanted): FormatRule {
  const builder = SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(formula)
    .setRanges(areas.map((area) => sheet.getRange(a1(area))));
  if (look.ground !== null) builder.setBackground(look.ground);
  if (look.ink !== null) builder.setFontColor(look.ink);
  if (look.bold) builder.setBold(true);
  if (look.italic) builder.setItalic(true);
  if (look.underline) builder.setUnderline(true);
  if (look.strikethrough) builder.setStrikethrough(true);
  return builder.build();
}
