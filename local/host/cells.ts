// Cells, formulas and looks of one sheet model: read, set, and where content ends.
import type { Rectangle } from './a1';
import { type CellStyle, type CellValue, ColumnRuns, DEFAULT_STYLE, intern, type SheetModel, type ValidationModel } from './book';

export function valueAt(sheet: SheetModel, row: number, column: number): CellValue {
  return sheet.cells[row - 1]?.[column - 1] ?? null;
}

/** Sets a value and leaves formulas alone; {@link clearFormulas} goes before it. */
export function putValue(sheet: SheetModel, row: number, column: number, value: CellValue): void {
  let line = sheet.cells[row - 1];
  if (line === undefined) {
    if (value === null) return;
    while (sheet.cells.length < row - 1) sheet.cells.push(undefined);
    line = [];
    sheet.cells[row - 1] = line;
  }
  if (value === null && column > line.length) return;
  while (line.length < column - 1) line.push(null);
  line[column - 1] = value;
}

/** Drops trailing rows without content, so that {@link lastRow} stays cheap. */
export function trimRows(sheet: SheetModel): void {
  const { cells } = sheet;
  while (cells.length > 0 && (cells[cells.length - 1]?.every((cell) => cell === null) ?? true)) cells.pop();
}

export function formulaAt(sheet: SheetModel, row: number, column: number): string | null {
  return sheet.formulas.get(row)?.get(column) ?? null;
}

export function putFormula(sheet: SheetModel, row: number, column: number, formula: string): void {
  let line = sheet.formulas.get(row);
  if (line === undefined) {
    line = new Map();
    sheet.formulas.set(row, line);
  }
  line.set(column, formula);
}

export function clearFormulas(sheet: SheetModel, { row, column, rows, columns }: Rectangle): void {
  if (sheet.formulas.size === 0) return;
  const few = rows <= sheet.formulas.size;
  const touched = few ? Array.from({ length: rows }, (_, i) => row + i) : [...sheet.formulas.keys()];
  for (const r of touched) {
    const line = r >= row && r < row + rows ? sheet.formulas.get(r) : undefined;
    if (line === undefined) continue;
    for (const c of [...line.keys()]) if (c >= column && c < column + columns) line.delete(c);
    if (line.size === 0) sheet.formulas.delete(r);
  }
}

/** Empties values and formulas. */
export function clearCells(sheet: SheetModel, area: Rectangle): void {
  clearFormulas(sheet, area);
  const last = Math.min(area.row + area.rows - 1, sheet.cells.length);
  for (let r = area.row - 1; r < last; r++) {
    const line = sheet.cells[r];
    if (line !== undefined) line.fill(null, area.column - 1, area.column - 1 + area.columns);
  }
  trimRows(sheet);
}

/** 1-based; unticked boxes, zeros and formulas that show nothing are content, formats and rules are not. 0 for an empty sheet. */
export function lastRow(sheet: SheetModel): number {
  let last = sheet.cells.length;
  while (last > 0 && (sheet.cells[last - 1]?.every((cell) => cell === null) ?? true)) last--;
  for (const row of sheet.formulas.keys()) if (row > last) last = row;
  return last;
}

export function lastColumn(sheet: SheetModel): number {
  let last = 0;
  for (const line of sheet.cells) {
    if (line === undefined) continue;
    let end = line.length;
    while (end > last && (line[end - 1] ?? null) === null) end--;
    if (end > last) last = end;
  }
  for (const line of sheet.formulas.values()) for (const column of line.keys()) if (column > last) last = column;
  return last;
}

export function styleAt(sheet: SheetModel, row: number, column: number): CellStyle {
  return sheet.styles.get(column)?.at(row) ?? DEFAULT_STYLE;
}

function runsOf<T>(map: Map<number, ColumnRuns<T>>, column: number): ColumnRuns<T> {
  let runs = map.get(column);
  if (runs === undefined) {
    runs = new ColumnRuns<T>();
    map.set(column, runs);
  }
  return runs;
}

/**
 * Sets some properties of the looks of a rectangle; a cell that is left with the default look holds none.
 * @param patch the properties, or what makes them of the look that was there
 */
export function patchStyle(
  sheet: SheetModel,
  area: Rectangle,
  patch: Partial<CellStyle> | ((style: CellStyle) => Partial<CellStyle>),
): void {
  for (let c = area.column; c < area.column + area.columns; c++) {
    const runs = runsOf(sheet.styles, c);
    for (const [row, rows, style] of runs.over(area.row, area.rows)) {
      runs.set(row, rows, styleWith(style, typeof patch === 'function' ? patch(style ?? DEFAULT_STYLE) : patch));
    }
  }
}

const plain = intern({ ...DEFAULT_STYLE });

function styleWith(style: CellStyle | null, patch: Partial<CellStyle>): CellStyle | null {
  const next = intern({ ...(style ?? DEFAULT_STYLE), ...patch });
  return next === plain ? null : next;
}

/** Replaces looks or rules of a rectangle as they are, `null` for none. */
export function putStyle(sheet: SheetModel, area: Rectangle, style: CellStyle | null): void {
  const one = style === null ? null : styleWith(style, {});
  for (let c = area.column; c < area.column + area.columns; c++) runsOf(sheet.styles, c).set(area.row, area.rows, one);
}

export function ruleAt(sheet: SheetModel, row: number, column: number): ValidationModel | null {
  return sheet.validations.get(column)?.at(row) ?? null;
}

export function putRule(sheet: SheetModel, area: Rectangle, rule: ValidationModel | null): void {
  const one = rule === null ? null : intern({ ...rule });
  for (let c = area.column; c < area.column + area.columns; c++) {
    if (one !== null || sheet.validations.has(c)) runsOf(sheet.validations, c).set(area.row, area.rows, one);
  }
}

/** Pieces of a column's looks or rules, for those who walk many rows. */
export function piecesOf<T>(
  map: Map<number, ColumnRuns<T>>,
  column: number,
  row: number,
  rows: number,
): [number, number, T | null][] {
  return map.get(column)?.over(row, rows) ?? [[row, rows, null]];
}
