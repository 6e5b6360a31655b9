// Which cells break their data validation rule: what a warning rule let in, and what a paste brought past a strict one.
import type { CellValue, SheetModel, ValidationModel } from './book';
import { formulaAt, piecesOf, styleAt, valueAt } from './cells';
import { cellKey, type Window } from './conditional';
import { calculatorOf, translateFormula } from './engine';
import { RuleJudge } from './rules';
import type { World } from './world';

interface Ruled {
  readonly row: number;
  readonly column: number;
  readonly rule: ValidationModel;
  readonly value: CellValue;
}

/** Keys ({@link cellKey}) of the cells of some windows whose content their rule forbids. */
export function invalidCells(world: World, sheet: SheetModel, windows: readonly Window[]): Set<string> {
  const ruled = windows.flatMap((window) => ruledCells(sheet, window));
  const answers = formulaAnswers(world, sheet, ruled);
  const judge = new RuleJudge(
    world.book,
    (_formula, { row, column }) => answers.get(cellKey(row, column)) ?? true,
    () => world.settle(),
  );
  const broken = ruled.filter(({ row, column, rule, value }) => {
    const { numberFormat } = styleAt(sheet, row, column);
    return !judge.keeps(rule, value, { sheetId: sheet.id, row, column, numberFormat });
  });
  return new Set(broken.map(({ row, column }) => cellKey(row, column)));
}

function ruledCells(sheet: SheetModel, window: Window): Ruled[] {
  const cells: Ruled[] = [];
  for (let column = window.column; column < window.column + window.columns; column++) {
    for (const [first, rows, rule] of piecesOf(sheet.validations, column, window.row, window.rows)) {
      if (rule === null) continue;
      for (let row = first; row < first + rows; row++) {
        const value = valueAt(sheet, row, column);
        if (value !== null && formulaAt(sheet, row, column) === null) cells.push({ row, column, rule, value });
      }
    }
  }
  return cells;
}

/** Rules by formula are asked about in one go: each question to the engine looks the whole workbook over. */
function formulaAnswers(world: World, sheet: SheetModel, ruled: readonly Ruled[]): Map<string, boolean> {
  const asked = ruled.filter(({ rule }) => rule.criteria === 'CUSTOM_FORMULA');
  if (asked.length === 0) return new Map();
  const questions = asked.map(({ row, column, rule }) => ({
    formula: translateFormula(String(rule.values[0]), row - 1, 0),
    place: { sheet, row, column },
  }));
  const answers = calculatorOf(world.book).ask(world.book, world.formulaClock(), questions);
  return new Map(
    asked.map(({ row, column }, i) => {
      const answer = answers[i] ?? null;
      return [cellKey(row, column), answer === true || (typeof answer === 'number' && answer !== 0)];
    }),
  );
}
