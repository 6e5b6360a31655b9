// Validation rules and format rules of a sheet.
import { a1, FIRST_ROW, type FormatWanted, markerOf, type RuleOn, runsOf } from '../domain/plan/index';
import { type Acts, dataRows, type Op, type Site } from './apply-site';
import type { Sheet } from './run';

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;
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
 * Rules of whole columns. On a sheet just made: one block, or where there are formulas, which must follow their row, one row copied
 * down; what a killed run leaves out is seen, for there are no rules yet. Elsewhere old rules of the same sort would hide it, so there each write is whole: neighbours in
 * one block, and a column with a formula by itself.
 */
function setRules(site: Site, { sheet: key, on }: Op<'setRules'>): void {
  const sheet = site.sheet(key);
  const make = ({ rule, help }: RuleOn) => site.rules.make(rule, help, sheet);
  const down = on.filter(({ area }) => area.rows === null);
  if (site.fresh.has(key)) copyDown(site, key, down, make);
  else setWhole(site, key, down, make);
  for (const one of on) if (one.area.rows !== null) sheet.getRange(a1(one.area)).setDataValidation(make(one));
}

function copyDown(site: Site, key: string, down: readonly RuleOn[], make: (one: RuleOn) => Rule): void {
  const byColumn = new Map(down.map((one) => [one.area.column, make(one)]));
  const [first, last] = [Math.min(...byColumn.keys()), Math.max(...byColumn.keys())];
  if (byColumn.size === 0) return;
  const sheet = site.sheet(key);
  const line = Array.from({ length: last - first + 1 }, (_, i) => byColumn.get(first + i) ?? null);
  const [rows, { PASTE_DATA_VALIDATION }] = [dataRows(site, key), SpreadsheetApp.CopyPasteType];
  if (!down.some(({ rule }) => rule.type === 'formula') && site.isSmall(rows, line.length)) {
    sheet.getRange(FIRST_ROW, first, rows, line.length).setDataValidations(new Array<typeof line>(rows).fill(line));
    return;
  }
  const row = sheet.getRange(FIRST_ROW, first, 1, line.length);
  row.setDataValidations([line]);
  row.copyTo(sheet.getRange(FIRST_ROW + 1, first, rows - 1, line.length), PASTE_DATA_VALIDATION, false);
}

function setWhole(site: Site, key: string, down: readonly RuleOn[], make: (one: RuleOn) => Rule): void {
  const [sheet, rows] = [site.sheet(key), dataRows(site, key)];
  const byColumn = new Map(down.map((one) => [one.area.column, one]));
  const alone = ({ rule }: RuleOn) => rule.type === 'formula' || !site.isSmall(rows, byColumn.size);
  for (const one of down) if (alone(one)) sheet.getRange(a1(one.area)).setDataValidation(make(one));
  for (const { at, count } of runsOf(down.filter((one) => !alone(one)).map(({ area }) => area.column))) {
    const line = Array.from({ length: count }, (_, i) => make(byColumn.get(at + i) as RuleOn));
    sheet.getRange(FIRST_ROW, at, rows, count).setDataValidations(new Array<Rule[]>(rows).fill(line));
  }
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
