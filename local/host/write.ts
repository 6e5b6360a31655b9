// Writing cells as Sheets does: typed by their number format, judged by strict rules, all or nothing.
import type { Rectangle } from './a1';
import type { CellStyle, CellValue, SheetModel, ValidationModel } from './book';
import { clearFormulas, patchStyle, piecesOf, putFormula, putRule, putStyle, putValue, trimRows } from './cells';
import { calculatorOf, translateFormula } from './engine';
import { ServiceError } from './errors';
import { type FormulaJudge, RuleJudge, violationText } from './rules';
import { type Typed, type TypingPlace, typeValue } from './typing';
import type { World } from './world';

/** Reads as typed, or as given when the caller has models already. */
export interface WriteOptions {
  /** Strict rules refuse; a paste of a person passes them by. */
  readonly strict: boolean;
}

interface ColumnPlan {
  readonly column: number;
  readonly values: CellValue[];
  readonly formulas: [number, string][];
  /** Rows whose automatic format what was typed replaces: `[row, format]`. */
  readonly formats: [number, string][];
}

export function typingPlace(world: World): TypingPlace {
  const { locale, timeZone } = world.book;
  return { locale, timeZone, year: new Date(world.formulaClock().todaySerial * 86_400_000 - 2_209_161_600_000).getUTCFullYear() };
}

/**
 * Writes a rectangle of inputs; `of` is asked by 0-based row and column within it.
 * @throws ServiceError with Google's sentence when a strict rule is broken or a cell is too long; nothing is written then
 */
export function writeInputs(
  world: World,
  sheet: SheetModel,
  area: Rectangle,
  of: (row: number, column: number) => unknown,
  options: WriteOptions,
): void {
  const place = typingPlace(world);
  const judge = ruleJudge(world);
  const plans = Array.from({ length: area.columns }, (_, c) =>
    planColumn(judge, place, sheet, area, c, (row) => of(row, c), options.strict),
  );
  clearFormulas(sheet, area);
  for (const plan of plans) applyColumn(sheet, area, plan);
  trimRows(sheet);
}

function planColumn(
  judge: RuleJudge,
  place: TypingPlace,
  sheet: SheetModel,
  area: Rectangle,
  offset: number,
  of: (row: number) => unknown,
  strict: boolean,
): ColumnPlan {
  const column = area.column + offset;
  const plan: ColumnPlan = { column, values: new Array(area.rows), formulas: [], formats: [] };
  for (const [row, rows, style] of piecesOf(sheet.styles, column, area.row, area.rows)) {
    const format = style?.numberFormat ?? 'General';
    for (let r = row; r < row + rows; r++) {
      const typed = typeInput(of(r - area.row), format, place);
      plan.values[r - area.row] = typed.value;
      if (typed.formula !== undefined) plan.formulas.push([r, typed.formula]);
      if (typed.format !== undefined && format === 'General') plan.formats.push([r, typed.format]);
    }
  }
  if (strict) judgeColumn(judge, sheet, area, plan);
  return plan;
}

function typeInput(input: unknown, format: string, place: TypingPlace): Typed {
  try {
    return typeValue(input, format, place);
  } catch (error) {
    throw error instanceof RangeError ? new ServiceError(error.message) : error;
  }
}

function judgeColumn(judge: RuleJudge, sheet: SheetModel, area: Rectangle, plan: ColumnPlan): void {
  const formats = new Map(plan.formats);
  const computed = new Set(plan.formulas.map(([row]) => row));
  for (const [row, rows, rule] of piecesOf(sheet.validations, plan.column, area.row, area.rows)) {
    if (rule === null || rule.allowInvalid) continue;
    for (let r = row; r < row + rows; r++) {
      const value = plan.values[r - area.row] ?? null;
      if (value === null || computed.has(r)) continue;
      const numberFormat = formats.get(r) ?? sheet.styles.get(plan.column)?.at(r)?.numberFormat ?? 'General';
      const cell = { sheetId: sheet.id, row: r, column: plan.column, numberFormat };
      if (!judge.keeps(rule, value, cell)) throw new ServiceError(violationText(cell));
    }
  }
}

function applyColumn(sheet: SheetModel, area: Rectangle, plan: ColumnPlan): void {
  for (let i = 0; i < area.rows; i++) putValue(sheet, area.row + i, plan.column, plan.values[i] ?? null);
  for (const [row, formula] of plan.formulas) putFormula(sheet, row, plan.column, formula);
  for (let i = 0; i < plan.formats.length; ) {
    const [row, numberFormat] = plan.formats[i] as [number, string];
    let rows = 1;
    while (plan.formats[i + rows]?.[0] === row + rows && plan.formats[i + rows]?.[1] === numberFormat) rows++;
    patchStyle(sheet, { row, rows, column: plan.column, columns: 1 }, { numberFormat });
    i += rows;
  }
}

/** A judge that asks the formula engine about rules by formula, with the new value in place. */
function ruleJudge(world: World): RuleJudge {
  const judgeFormula: FormulaJudge = (formula, { sheetId, row, column }, value) => {
    const sheet = world.sheetById(sheetId);
    const before = sheet.cells[row - 1]?.[column - 1] ?? null;
    putValue(sheet, row, column, value);
    const text = translateFormula(formula, row - 1, 0);
    const [answer] = calculatorOf(world.book).ask(world.book, world.formulaClock(), [
      { formula: text, place: { sheet, row, column } },
    ]);
    putValue(sheet, row, column, before);
    return answer === true || (typeof answer === 'number' && answer !== 0);
  };
  return new RuleJudge(world.book, judgeFormula, () => world.settle());
}

/** What a copy of cells carries: values with formulas, looks, rules; each may stay behind. */
export interface Parcel {
  readonly values: CellValue[][];
  readonly formulas: (string | null)[][];
  readonly styles: (CellStyle | null)[][];
  readonly rules: (ValidationModel | null)[][];
}

export function pack(sheet: SheetModel, { row, column, rows, columns }: Rectangle): Parcel {
  const grid = <T>(of: (r: number, c: number) => T) =>
    Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => of(row + r, column + c)));
  return {
    values: grid((r, c) => sheet.cells[r - 1]?.[c - 1] ?? null),
    formulas: grid((r, c) => sheet.formulas.get(r)?.get(c) ?? null),
    styles: grid((r, c) => sheet.styles.get(c)?.at(r) ?? null),
    rules: grid((r, c) => sheet.validations.get(c)?.at(r) ?? null),
  };
}

/** What of a parcel is put down. */
export interface Carried {
  readonly values?: true;
  /** Without them, values only. */
  readonly formulas?: true;
  readonly looks?: true;
  readonly rules?: true;
}

/**
 * Puts a parcel down over a place, again and again until it is full; formulas speak of cells as far away as before.
 * @param from where it was packed
 */
export function putParcel(sheet: SheetModel, place: Rectangle, parcel: Parcel, from: Rectangle, carried: Carried): void {
  for (let c = 0; c < place.columns; c++) {
    const column = place.column + c;
    const sc = c % from.columns;
    for (let r = 0; r < place.rows; r++) {
      const sr = r % from.rows;
      const row = place.row + r;
      const cell = { row, column, rows: 1, columns: 1 };
      if (carried.values) {
        const formula = carried.formulas ? (parcel.formulas[sr]?.[sc] ?? null) : null;
        clearFormulas(sheet, cell);
        putValue(sheet, row, column, parcel.values[sr]?.[sc] ?? null);
        if (formula !== null) {
          putFormula(sheet, row, column, translateFormula(formula, row - from.row - sr, column - from.column - sc));
        }
      }
      // One packed row fills its column in one piece.
      const piece = from.rows === 1 ? { ...cell, rows: place.rows } : cell;
      if (from.rows === 1 && r > 0) continue;
      if (carried.looks) putStyle(sheet, piece, parcel.styles[sr]?.[sc] ?? null);
      if (carried.rules) putRule(sheet, piece, parcel.rules[sr]?.[sc] ?? null);
    }
  }
  trimRows(sheet);
}
