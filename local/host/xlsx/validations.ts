// Data validation rules as a file can say them, and back.
import { type Area, type Book, intern, type SheetModel, type ValidationModel } from '../book';
import { criteriaFormula } from '../engine/criteria';
import { translateFormula } from '../engine/shift';
import { columnLetters } from '../engine/tokens';
import { areaOf, areasOf, endless, type FileNames, fixedRangeText, fromFileFormula, rangeText, toFileFormula } from './formulas';
import { attributes, child, childrenOf, type Element, escapedText, isTrue, unescapedText } from './xml';

/** What a file says of a rule. Formulas are written as for row 1 of the rule's column, as in {@link ValidationModel}. */
export interface FileRule {
  readonly type: string;
  readonly operator: string | null;
  /** Sheet form, with `=`; a list of texts has `items` instead. */
  readonly formulas: readonly string[];
  readonly items: readonly string[] | null;
  readonly strict: boolean;
  readonly prompt: string | null;
  readonly dropdown: boolean;
}

const MAX_PROMPT = 255;
/** Of a list written into the rule itself, commas included. */
const MAX_INLINE = 255;

const OPERATORS: Readonly<Record<string, string>> = {
  BETWEEN: 'between',
  NOT_BETWEEN: 'notBetween',
  EQUAL_TO: 'equal',
  NOT_EQUAL_TO: 'notEqual',
  GREATER_THAN: 'greaterThan',
  GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  LESS_THAN: 'lessThan',
  LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
};
const DAY_OPERATORS: Readonly<Record<string, string>> = {
  AFTER: 'greaterThan',
  BEFORE: 'lessThan',
  ON_OR_AFTER: 'greaterThanOrEqual',
  ON_OR_BEFORE: 'lessThanOrEqual',
  EQUAL_TO: 'equal',
  BETWEEN: 'between',
  NOT_BETWEEN: 'notBetween',
};
/** The first and the last day a file can write: what any day lies between. */
const ANY_DAY = ['=1', '=2958465'];
const TICKED = ['TRUE', 'FALSE'];

/** Areas are named in it as they stand, so that the same rule always reads the same. */
export function toFileRule(rule: ValidationModel, column: number, book: Book, names: FileNames): FileRule {
  const { criteria, values } = rule;
  const common = {
    operator: null,
    formulas: [],
    items: null,
    strict: !rule.allowInvalid,
    prompt: rule.helpText === null ? null : rule.helpText.slice(0, MAX_PROMPT),
    dropdown: true,
  };
  const list = { ...common, type: 'list', dropdown: rule.showDropdown };
  if (criteria === 'VALUE_IN_LIST') return { ...list, items: values.map(String) };
  if (criteria === 'CHECKBOX') return { ...common, type: 'list', items: values.length > 0 ? values.map(String) : TICKED };
  if (criteria === 'VALUE_IN_RANGE') return { ...list, formulas: [`=${rangeOf(values[0], names)}`] };
  const operand = (value: unknown) => (String(value).startsWith('=') ? String(value) : `=${String(value)}`);
  if (criteria === 'DATE_IS_VALID_DATE') return { ...common, type: 'date', operator: 'between', formulas: ANY_DAY };
  const [, kind, name = ''] = /^(NUMBER|DATE)_(.+)$/.exec(criteria) ?? [];
  const operator = kind === 'NUMBER' ? OPERATORS[name] : kind === 'DATE' ? DAY_OPERATORS[name] : undefined;
  if (operator) return { ...common, type: kind === 'NUMBER' ? 'decimal' : 'date', operator, formulas: values.map(operand) };
  const formula = criteriaFormula(criteria, values, `${columnLetters(column)}1`);
  return { ...common, type: 'custom', formulas: [inFile(formula, book, names)] };
}

function inFile(formula: string, book: Book, names: FileNames): string {
  return `=${toFileFormula(formula, book, names)}`;
}

function rangeOf(value: unknown, names: FileNames): string {
  return typeof value === 'object' && value !== null ? fixedRangeText(value as Area, names) : '#REF!';
}

/** @param column the rule's own, which its formulas are written for */
export function fromFileRule(file: FileRule, column: number, sheetNamed: SheetNamed): ValidationModel {
  const common = { allowInvalid: !file.strict, helpText: file.prompt, showDropdown: file.dropdown };
  const model = (criteria: string, values: readonly unknown[]) => intern({ criteria, values, ...common });
  const [first = '=#REF!'] = file.formulas;
  if (file.type === 'list') {
    if (file.items === null) return model('VALUE_IN_RANGE', [areaOf(first, sheetNamed) ?? '#REF!']);
    const isBox = file.items.length === TICKED.length && file.items.every((item, i) => item === TICKED[i]);
    return isBox ? model('CHECKBOX', []) : model('VALUE_IN_LIST', file.items);
  }
  if (file.type === 'custom') return model('CUSTOM_FORMULA', [first]);
  const isDay = file.type === 'date';
  if (isDay && file.formulas.every((formula, i) => formula === ANY_DAY[i])) return model('DATE_IS_VALID_DATE', []);
  const values = file.formulas.map((formula) => (Number.isFinite(Number(formula.slice(1))) ? Number(formula.slice(1)) : formula));
  const named = Object.entries(isDay ? DAY_OPERATORS : OPERATORS).find(
    ([, operator]) => operator === (file.operator ?? 'between'),
  );
  const criteria = `${isDay ? 'DATE' : 'NUMBER'}_${named?.[0] ?? 'BETWEEN'}`;
  if (file.type !== 'textLength') return model(criteria, values);
  return model('CUSTOM_FORMULA', [criteriaFormula(criteria, values, `LEN(${columnLetters(column)}1)`)]);
}

export type SheetNamed = (name: string) => SheetModel | undefined;

/** Where a list stands that is too long, or holds a comma, and cannot be written into its rule. */
export type ListRange = (items: readonly string[]) => string;

interface Group {
  readonly rule: FileRule;
  areas: Area[];
}

/** `<dataValidations>`, or nothing. */
export function validationsXml(sheet: SheetModel, book: Book, names: FileNames, listRange: ListRange): string {
  const groups = new Map<string, Group>();
  for (const [column, runs] of [...sheet.validations].sort(([a], [b]) => a - b)) {
    if (column > sheet.maxColumns) continue;
    for (const [row, rows, model] of runs.runs(sheet.maxRows)) {
      const rule = toFileRule(model, column, book, names);
      // A formula is written for one column; other rules say the same in all.
      const key = JSON.stringify([rule, rule.type === 'custom' ? column : null]);
      const group = groups.get(key) ?? { rule, areas: [] };
      groups.set(key, group);
      addArea(group.areas, { sheetId: sheet.id, row, rows, column, columns: 1 });
    }
  }
  if (groups.size === 0) return '';
  const rules = [...groups.values()].map((group) => ruleXml(group, sheet, listRange));
  return `<dataValidations count="${groups.size}">${rules.join('')}</dataValidations>`;
}

/** Joins the area to its left neighbour of the same rows. */
function addArea(areas: Area[], area: Area): void {
  const beside = areas.findIndex(
    ({ row, rows, column, columns }) => row === area.row && rows === area.rows && column + columns === area.column,
  );
  const left = areas[beside];
  if (left) areas[beside] = { ...left, columns: left.columns + area.columns };
  else areas.push(area);
}

function ruleXml({ rule, areas }: Group, sheet: SheetModel, listRange: ListRange): string {
  const [base] = areas;
  const down = (base?.row ?? 1) - 1;
  const formulas = rule.items
    ? [isInline(rule.items) ? `"${rule.items.join(',')}"` : listRange(rule.items)]
    : rule.formulas.map((formula) => translateFormula(formula, down, 0).slice(1));
  const values = {
    type: rule.type,
    errorStyle: rule.strict ? null : 'warning',
    operator: rule.operator === 'between' ? null : rule.operator,
    allowBlank: true,
    showDropDown: rule.dropdown ? null : true,
    showInputMessage: rule.prompt === null ? null : true,
    showErrorMessage: true,
    prompt: rule.prompt,
    sqref: areas.map((area) => rangeText(endless(area, sheet))).join(' '),
  };
  const inner = formulas.map((text, i) => `<formula${i + 1}>${escapedText(text)}</formula${i + 1}>`);
  return `<dataValidation${attributes(values)}>${inner.join('')}</dataValidation>`;
}

function isInline(items: readonly string[]): boolean {
  return items.join(',').length <= MAX_INLINE && items.every((item) => item !== '' && item === item.trim() && !/[",]/.test(item));
}

/** What a file may refer its rules to. */
export interface RuleSources {
  readonly sheetNamed: SheetNamed;
  /** The texts of a list kept aside by {@link ListRange}; null for ranges of the book's own sheets. */
  readonly listAt: (range: string) => readonly string[] | null;
}

/** Puts the rules of a read sheet where they apply, and says which file form each came from. */
export function readValidations(root: Element, sheet: SheetModel, sources: RuleSources, put: PutRule): void {
  for (const element of childrenOf(child(root, 'dataValidations'), 'dataValidation')) {
    const { type = 'none', sqref = '' } = element.attributes;
    if (type === 'none') continue;
    const areas = areasOf(sqref, sheet);
    const [base] = areas;
    if (!base) continue;
    const rule = fileRuleIn(element, sources);
    for (const area of areas) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const move = (formula: string) => translateFormula(formula, 1 - base.row, column - base.column);
        const own = { ...rule, formulas: rule.items || type === 'list' ? rule.formulas : rule.formulas.map(move) };
        put(column, area.row, area.rows, own);
      }
    }
  }
}

export type PutRule = (column: number, row: number, rows: number, rule: FileRule) => void;

function fileRuleIn(element: Element, { listAt }: RuleSources): FileRule {
  const { type = 'none', operator, errorStyle, prompt, showDropDown } = element.attributes;
  const kind = type === 'list' || type === 'custom' ? null : (operator ?? 'between');
  // Some programs write a second formula for rules that have none.
  const parts = kind === 'between' || kind === 'notBetween' ? ['formula1', 'formula2'] : ['formula1'];
  const texts = parts.flatMap((name) => {
    const found = child(element, name);
    return found ? [unescapedText(found.text)] : [];
  });
  const [first = ''] = texts;
  const isText = type === 'list' && first.startsWith('"');
  const items = isText
    ? first
        .slice(1, -1)
        .replaceAll('""', '"')
        .split(',')
        .map((item) => item.trim())
    : type === 'list'
      ? listAt(first)
      : null;
  return {
    type: type === 'whole' || type === 'time' ? 'decimal' : type,
    operator: kind,
    formulas: items ? [] : texts.map(fromFileFormula),
    items,
    strict: (errorStyle ?? 'stop') === 'stop',
    prompt: prompt === undefined ? null : unescapedText(prompt),
    dropdown: !isTrue(showDropDown),
  };
}
