// Which conditional formats apply to the cells of a window, as a sheet would show them.
import type { Book, CellStyle, CellValue, ConditionalFormatModel, SheetModel } from './book';
import { type Clock, calculatorOf, columnLetters, translateFormula } from './engine';
import { criteriaFormula } from './engine/criteria';

/** What conditional formats put over a cell's own style. */
export interface ConditionalStyle
  extends Partial<Pick<CellStyle, 'background' | 'fontColor' | 'fontWeight' | 'fontStyle' | 'fontLine'>> {
  /** Keys (`cp:overdue`) of the rules that apply, in order of priority; rules of the user's have none. */
  readonly markers: readonly string[];
}

/** 1-based. */
export interface Window {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

interface Candidate {
  readonly row: number;
  readonly column: number;
  readonly rule: ConditionalFormatModel;
}

export function cellKey(row: number, column: number): string {
  return `${row},${column}`;
}

/** Styles by {@link cellKey}; cells without any are not in the map. Of rules that disagree the earlier wins. */
export function conditionalStyles(
  book: Book,
  sheet: SheetModel,
  windows: readonly Window[],
  clock: Clock,
): Map<string, ConditionalStyle> {
  const candidates = sheet.conditionalFormats.flatMap((rule) => windows.flatMap((window) => cellsUnder(rule, window)));
  const styles = new Map<string, ConditionalStyle>();
  if (candidates.length === 0) return styles;
  const questions = candidates.map(({ rule, row, column }) => ({
    formula: formulaAt(rule, row, column),
    place: { sheet, row, column },
  }));
  const answers = calculatorOf(book).ask(book, clock, questions);
  for (const [i, { rule, row, column }] of candidates.entries()) {
    if (!holds(answers[i] ?? null)) continue;
    const key = cellKey(row, column);
    const above = styles.get(key);
    const markers = [...(above?.markers ?? []), ...markersOf(rule)];
    styles.set(key, { ...styleOf(rule), ...above, markers });
  }
  return styles;
}

function cellsUnder(rule: ConditionalFormatModel, window: Window): Candidate[] {
  const cells: Candidate[] = [];
  for (const area of rule.areas) {
    const bottom = Math.min(area.row + area.rows, window.row + window.rows);
    const right = Math.min(area.column + area.columns, window.column + window.columns);
    for (let row = Math.max(area.row, window.row); row < bottom; row++) {
      for (let column = Math.max(area.column, window.column); column < right; column++) cells.push({ row, column, rule });
    }
  }
  return cells;
}

/** A rule's formula speaks of the first cell of its first range; others read it as a copy. */
function formulaAt({ areas: [first], criteria, values }: ConditionalFormatModel, row: number, column: number): string {
  if (!first) throw new Error('A conditional format without a range.');
  const formula = criteriaFormula(criteria, values, `${columnLetters(first.column)}${first.row}`);
  return translateFormula(formula, row - first.row, column - first.column);
}

function holds(answer: CellValue): boolean {
  return answer === true || (typeof answer === 'number' && answer !== 0);
}

/** Our own rules carry their key as a text inside the formula. */
function markersOf({ values }: ConditionalFormatModel): string[] {
  const marker = /"(cp:[^"]+)"/.exec(String(values[0] ?? ''));
  return marker?.[1] ? [marker[1]] : [];
}

function styleOf(rule: ConditionalFormatModel): Omit<ConditionalStyle, 'markers'> {
  return {
    ...(rule.background !== null && { background: rule.background }),
    ...(rule.fontColor !== null && { fontColor: rule.fontColor }),
    ...(rule.bold !== null && { fontWeight: rule.bold ? 'bold' : 'normal' }),
    ...(rule.italic !== null && { fontStyle: rule.italic ? 'italic' : 'normal' }),
    ...(rule.underline && { fontLine: 'underline' }),
    ...(rule.strikethrough && { fontLine: 'line-through' }),
  };
}
