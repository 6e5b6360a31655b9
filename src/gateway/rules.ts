// Validation rules between plain data and Sheets: built, and read back.
import { a1, FIRST_ROW, normalForm, type SheetRule } from '../domain/plan/index';
import type { Sheet } from './run';

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** There is no rule for just any number; beyond this Sheets shows none exactly. */
const ANY_NUMBER = 1e15;

/** Where the lists of range rules stand. */
export interface ListPlaces {
  /** A data column of a table, to the last row of its sheet; null where there is no such column. */
  column(sheet: string, key: string): Range | null;
  /** The table column a range covers whole, as far as there are records. */
  keyOf(range: Range): { readonly sheet: string; readonly column: string } | null;
}

/** Builds rules, equal ones once: a builder costs five calls. */
export class RuleMaker {
  private readonly places: Pick<ListPlaces, 'column'>;
  private readonly made = new Map<string, Rule>();

  constructor(places: Pick<ListPlaces, 'column'>) {
    this.places = places;
  }

  /** @param sheet the sheet the rule is for; its cells are what a `cells` rule lists */
  make(rule: SheetRule, help: string, sheet: Sheet): Rule {
    const name = `${rule.type === 'cells' ? sheet.getSheetId() : ''}${JSON.stringify(rule)}${help}`;
    const known = this.made.get(name);
    if (known !== undefined) return known;
    const builder = this.criterion(rule, sheet).setAllowInvalid(!rule.strict);
    const built = (help === '' ? builder : builder.setHelpText(help)).build();
    this.made.set(name, built);
    return built;
  }

  private criterion(rule: SheetRule, sheet: Sheet): GoogleAppsScript.Spreadsheet.DataValidationBuilder {
    const builder = SpreadsheetApp.newDataValidation();
    switch (rule.type) {
      case 'list':
        return builder.requireValueInList([...rule.values], true);
      case 'range': {
        const range = this.places.column(rule.sheet, rule.column);
        if (range === null) throw new Error(`no column ${rule.sheet}.${rule.column} to list`);
        return builder.requireValueInRange(range, true);
      }
      case 'cells':
        return builder.requireValueInRange(sheet.getRange(rule.range), true);
      case 'date':
        return rule.notBefore === undefined ? builder.requireDate() : builder.requireDateOnOrAfter(dayOf(rule.notBefore));
      case 'number':
        if (rule.min === undefined && rule.max !== undefined) return builder.requireNumberLessThanOrEqualTo(rule.max);
        if (rule.min !== undefined && rule.max === undefined) return builder.requireNumberGreaterThanOrEqualTo(rule.min);
        return builder.requireNumberBetween(rule.min ?? -ANY_NUMBER, rule.max ?? ANY_NUMBER);
      case 'checkbox':
        return builder.requireCheckbox();
      case 'formula':
        return builder.requireFormulaSatisfied(rule.formula);
    }
  }
}

/** The sort of a rule, as Google names it. */
export function sortOf(rule: Rule): string {
  return String(rule.getCriteriaType());
}

/** A rule as plain data; `other` when the plan makes none like it. */
export function readRule(
  rule: Rule,
  home: Sheet,
  places: Pick<ListPlaces, 'keyOf'>,
  dayText: (day: Date) => string,
): SheetRule | 'other' {
  const sort = sortOf(rule);
  const values = rule.getCriteriaValues() as unknown[];
  const strict = !rule.getAllowInvalid();
  const numbers = values.map(Number);
  const [first = 0, second = 0] = numbers;
  switch (sort) {
    case 'VALUE_IN_LIST':
      return { type: 'list', values: (values[0] as unknown[]).map(String), strict };
    case 'VALUE_IN_RANGE':
      return rangeRule(values[0] as Range, strict, home, places);
    case 'DATE_IS_VALID_DATE':
      return { type: 'date', strict };
    case 'DATE_ON_OR_AFTER':
      return { type: 'date', notBefore: dayText(values[0] as Date), strict };
    case 'NUMBER_BETWEEN':
      return first === -ANY_NUMBER ? { type: 'number', strict } : { type: 'number', min: first, max: second, strict };
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
      return { type: 'number', max: first, strict };
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return { type: 'number', min: first, strict };
    case 'CHECKBOX':
      return values.length === 0 ? { type: 'checkbox', strict } : 'other';
    case 'CUSTOM_FORMULA':
      return { type: 'formula', formula: normalForm(String(values[0])), strict };
    default:
      return 'other';
  }
}

function rangeRule(range: Range, strict: boolean, home: Sheet, places: Pick<ListPlaces, 'keyOf'>): SheetRule | 'other' {
  try {
    const key = places.keyOf(range);
    if (key !== null) return { type: 'range', ...key, strict };
    if (range.getSheet().getSheetId() !== home.getSheetId()) return 'other';
    return { type: 'cells', range: range.getA1Notation(), strict };
  } catch {
    // The list went with its sheet; asking the range for it throws.
    return 'other';
  }
}

/** Midnight in the script's zone: Sheets keeps the day alone. */
function dayOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

/** The data cells of a column, to the end of the sheet. */
export function dataColumn(sheet: Sheet, column: number): Range {
  return sheet.getRange(a1({ row: FIRST_ROW, column, rows: null, columns: 1 }));
}
