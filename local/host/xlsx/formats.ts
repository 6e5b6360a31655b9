// Conditional formats as a file can say them: formula rules in order of priority, and back.
import type { Area, Book, ConditionalFormatModel, SheetModel } from '../book';
import { criteriaFormula } from '../engine/criteria';
import { translateFormula } from '../engine/shift';
import { columnLetters } from '../engine/tokens';
import { areasOf, endless, type FileNames, fromFileFormula, rangeText, toFileFormula } from './formulas';
import type { ReadStyles } from './read-styles';
import type { RuleStyle, StyleTables } from './styles';
import { childrenOf, type Element, escapedText, unescapedText } from './xml';

/** What a file says of a rule: its formula is written for the first cell of its first area, with `=`. */
export interface FileFormat {
  readonly areas: readonly Area[];
  readonly formula: string;
  readonly style: RuleStyle;
}

export function toFileFormat(rule: ConditionalFormatModel, book: Book, names: FileNames): FileFormat {
  const { areas, criteria, values, background, fontColor, bold, italic, underline, strikethrough } = rule;
  const [first] = areas;
  const formula = criteriaFormula(criteria, values, first ? `${columnLetters(first.column)}${first.row}` : 'A1');
  const style = { background, fontColor, bold, italic, underline, strikethrough };
  return { areas, formula: `=${toFileFormula(formula, book, names)}`, style };
}

export function fromFileFormat({ areas, formula, style }: FileFormat): ConditionalFormatModel {
  return { areas, criteria: 'CUSTOM_FORMULA', values: [formula], ...style };
}

/**
 * `<conditionalFormatting>` elements. One for each area, its formula written for its own first cell: programs disagree which cell a
 * formula over several areas speaks of.
 */
export function formatsXml(sheet: SheetModel, book: Book, names: FileNames, tables: StyleTables): string {
  let priority = 0;
  let xml = '';
  for (const rule of sheet.conditionalFormats) {
    const { areas, formula, style } = toFileFormat(rule, book, names);
    const dxfId = tables.ruleId(style);
    for (const area of areas) {
      const own = escapedText(translatedTo(formula, areas[0], area).slice(1));
      const rules = `<cfRule type="expression" dxfId="${dxfId}" priority="${++priority}"><formula>${own}</formula></cfRule>`;
      xml += `<conditionalFormatting sqref="${rangeText(endless(area, sheet))}">${rules}</conditionalFormatting>`;
    }
  }
  return xml;
}

function translatedTo(formula: string, from: Area | undefined, to: Area): string {
  return from ? translateFormula(formula, to.row - from.row, to.column - from.column) : formula;
}

/** The rules of a read sheet, neighbours that say the same joined again. Scales, bars and icons are not kept. */
export function readFormats(root: Element, sheet: SheetModel, styles: ReadStyles): FileFormat[] {
  const read = childrenOf(root, 'conditionalFormatting').flatMap((element) => {
    const areas = areasOf(element.attributes['sqref'] ?? '', sheet);
    const [first] = areas;
    if (!first) return [];
    return childrenOf(element, 'cfRule').flatMap((rule) => {
      const formula = formulaIn(rule, `${columnLetters(first.column)}${first.row}`);
      if (formula === null) return [];
      const style = styles.rule(Number(rule.attributes['dxfId'] ?? -1));
      return [{ priority: Number(rule.attributes['priority'] ?? 0), areas, formula, style }];
    });
  });
  const joined: FileFormat[] = [];
  for (const { areas, formula, style } of read.sort((a, b) => a.priority - b.priority)) {
    const last = joined[joined.length - 1];
    const [first] = areas;
    const same =
      last &&
      first &&
      JSON.stringify(last.style) === JSON.stringify(style) &&
      translatedTo(last.formula, last.areas[0], first) === formula;
    if (same) joined[joined.length - 1] = { ...last, areas: [...last.areas, ...areas] };
    else joined.push({ areas, formula, style });
  }
  return joined;
}

const COMPARISONS: Readonly<Record<string, string>> = {
  between: 'NUMBER_BETWEEN',
  notBetween: 'NUMBER_NOT_BETWEEN',
  equal: 'NUMBER_EQUAL_TO',
  notEqual: 'NUMBER_NOT_EQUAL_TO',
  greaterThan: 'NUMBER_GREATER_THAN',
  greaterThanOrEqual: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  lessThan: 'NUMBER_LESS_THAN',
  lessThanOrEqual: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
};

/** Rules about texts and blanks carry their formula beside their own words. */
function formulaIn(rule: Element, cell: string): string | null {
  const formulas = childrenOf(rule, 'formula').map(({ text }) => fromFileFormula(unescapedText(text)));
  const { type, operator = '' } = rule.attributes;
  if (type !== 'cellIs') return formulas[0] ?? null;
  const criteria = COMPARISONS[operator];
  const isText = formulas[0]?.startsWith('="');
  if (isText)
    return operator === 'equal' || operator === 'notEqual'
      ? `=${cell}${operator === 'equal' ? '=' : '<>'}${formulas[0]?.slice(1)}`
      : null;
  return criteria ? criteriaFormula(criteria, formulas, cell) : null;
}
