// Whether a value keeps a data validation rule, and what Google says when a strict one is broken.

import type { Area, Book, CellValue, ValidationModel } from './book';
import { valueAt } from './cells';
import { displayText, isDateFormat } from './display';
import { columnLetters } from './engine/tokens';
import { isArea } from './structure';

/** Asked for a rule by formula: whether it holds for the cell once it has the value. */
export type FormulaJudge = (formula: string, cell: { sheetId: number; row: number; column: number }, value: CellValue) => boolean;

export interface JudgedCell {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly numberFormat: string;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const URL = /^(?:(?:https?|ftp):\/\/)?[^\s/.]+(?:\.[^\s/.]+)+(?:[/?#]\S*)?$/i;

export function violationText(cell: { row: number; column: number }): string {
  return `The data you entered in cell ${columnLetters(cell.column)}${cell.row} violates the data validation rules set on this cell.`;
}

/** What a rule by list or range lets in, as its dropdown offers it; formula cells of a range must be right already. */
export function ruleItems(book: Book, rule: ValidationModel): string[] {
  const [first] = rule.values;
  return isArea(first) ? shownTexts(book, first) : rule.values.map(String);
}

function shownTexts(book: Book, area: Area): string[] {
  const sheet = book.sheets.find((one) => one.id === area.sheetId);
  const items: string[] = [];
  if (sheet === undefined) return items;
  for (let r = area.row; r < Math.min(area.row + area.rows, sheet.cells.length + 1); r++) {
    for (let c = area.column; c < area.column + area.columns; c++) {
      const value = valueAt(sheet, r, c);
      if (value !== null) items.push(displayText(value, sheet.styles.get(c)?.at(r)?.numberFormat ?? 'General', book.locale));
    }
  }
  return items;
}

/** One rule over many cells: lists are read once. A blank cell keeps every rule. */
export class RuleJudge {
  private readonly lists = new Map<ValidationModel, ReadonlySet<string>>();
  private readonly book: Book;
  private readonly formula: FormulaJudge;
  private readonly settle: () => void;

  /** @param settle makes formula cells right, before a list in cells is read */
  constructor(book: Book, formula: FormulaJudge, settle: () => void) {
    this.book = book;
    this.formula = formula;
    this.settle = settle;
  }

  keeps(rule: ValidationModel, value: CellValue, cell: JudgedCell): boolean {
    if (value === null || value === '') return true;
    const [a, b] = rule.values;
    if (rule.criteria === 'CUSTOM_FORMULA') return this.formula(String(a), cell, value);
    if (typeof value === 'object') return false;
    if (rule.criteria === 'CHECKBOX') return rule.values.length > 0 ? rule.values.includes(value) : typeof value === 'boolean';
    if (rule.criteria === 'VALUE_IN_LIST' || rule.criteria === 'VALUE_IN_RANGE') {
      return this.list(rule).has(displayText(value, cell.numberFormat, this.book.locale)) || this.list(rule).has(String(value));
    }
    if (rule.criteria.startsWith('NUMBER_')) {
      return typeof value === 'number' && compare(rule.criteria.slice(7), value, Number(a), Number(b));
    }
    if (rule.criteria.startsWith('DATE_')) {
      const day = typeof value === 'number' && isDateFormat(cell.numberFormat) ? Math.floor(value) : null;
      return day !== null && compareDays(rule.criteria.slice(5), day, this.day(a), this.day(b));
    }
    return text(rule.criteria, String(value), String(a));
  }

  private list(rule: ValidationModel): ReadonlySet<string> {
    let known = this.lists.get(rule);
    if (known === undefined) {
      const [first] = rule.values;
      if (isArea(first)) this.settle();
      known = new Set(ruleItems(this.book, rule));
      this.lists.set(rule, known);
    }
    return known;
  }

  /** Days of a criterion are kept as serial numbers. */
  private day(value: unknown): number {
    return typeof value === 'number' ? Math.floor(value) : Number.NaN;
  }
}

function compare(criteria: string, value: number, a: number, b: number): boolean {
  switch (criteria) {
    case 'BETWEEN':
      return value >= a && value <= b;
    case 'NOT_BETWEEN':
      return value < a || value > b;
    case 'EQUAL_TO':
      return value === a;
    case 'NOT_EQUAL_TO':
      return value !== a;
    case 'GREATER_THAN':
      return value > a;
    case 'GREATER_THAN_OR_EQUAL_TO':
      return value >= a;
    case 'LESS_THAN':
      return value < a;
    case 'LESS_THAN_OR_EQUAL_TO':
      return value <= a;
    default:
      throw new Error(`[local host] unknown number criterion ${criteria}`);
  }
}

function compareDays(criteria: string, day: number, a: number, b: number): boolean {
  switch (criteria) {
    case 'IS_VALID_DATE':
      return true;
    case 'AFTER':
      return day > a;
    case 'BEFORE':
      return day < a;
    case 'ON_OR_AFTER':
      return day >= a;
    case 'ON_OR_BEFORE':
      return day <= a;
    default:
      return compare(criteria, day, a, b);
  }
}

function text(criteria: string, value: string, wanted: string): boolean {
  switch (criteria) {
    case 'TEXT_CONTAINS':
      return value.toLowerCase().includes(wanted.toLowerCase());
    case 'TEXT_DOES_NOT_CONTAIN':
      return !value.toLowerCase().includes(wanted.toLowerCase());
    case 'TEXT_EQUAL_TO':
      return value === wanted;
    case 'TEXT_IS_VALID_EMAIL':
      return EMAIL.test(value);
    case 'TEXT_IS_VALID_URL':
      return URL.test(value);
    default:
      throw new Error(`[local host] unknown text criterion ${criteria}`);
  }
}
