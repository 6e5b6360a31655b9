// Sorting the rows of a range: contents, formulas, looks, rules and notes travel, protections stay (platform.md §4).
import type { Area, CellValue, ColumnRuns, SheetModel } from './book';
import { putFormula, trimRows, valueAt } from './cells';
import { translateFormula } from './engine/shift';
import { noteShift } from './structure';

export interface SortSpec {
  /** 1-based in the sheet. */
  readonly column: number;
  readonly ascending: boolean;
}

/** Orders whole rows of the area by value; blanks last in either direction, equal rows stay in order. */
export function sortCells(sheet: SheetModel, area: Area, specs: readonly SortSpec[]): void {
  const keys = Array.from({ length: area.rows }, (_, i) => specs.map(({ column }) => valueAt(sheet, area.row + i, column)));
  // By position in the area: the row that stands there afterwards, as it is now.
  const order = keys.map((_, i) => i);
  order.sort((a, b) => {
    for (const [i, { ascending }] of specs.entries()) {
      const turn = compareCells(keys[a]?.[i] ?? null, keys[b]?.[i] ?? null, ascending);
      if (turn !== 0) return turn;
    }
    return a - b;
  });
  if (order.every((from, to) => from === to)) return;
  noteShift(sheet);
  moveValues(sheet, area, order);
  moveFormulas(sheet, area, order);
  moveNotes(sheet, area, order);
  for (const map of [sheet.styles, sheet.validations] as Map<number, ColumnRuns<unknown>>[]) {
    for (let c = area.column; c < area.column + area.columns; c++) moveRuns(map.get(c), area, order);
  }
  trimRows(sheet);
}

function moveValues(sheet: SheetModel, area: Area, order: readonly number[]): void {
  const { row, column, columns } = area;
  const before = order.map((_, i) => {
    const line = sheet.cells[row - 1 + i]?.slice(column - 1, column - 1 + columns) ?? [];
    while (line.length < columns) line.push(null);
    return line;
  });
  while (sheet.cells.length < row - 1 + order.length) sheet.cells.push(undefined);
  order.forEach((from, to) => {
    const line = sheet.cells[row - 1 + to] ?? [];
    while (line.length < column - 1) line.push(null);
    const moved = before[from] as CellValue[];
    for (let c = 0; c < columns; c++) line[column - 1 + c] = moved[c] ?? null;
    sheet.cells[row - 1 + to] = line;
  });
}

function moveFormulas(sheet: SheetModel, area: Area, order: readonly number[]): void {
  if (sheet.formulas.size === 0) return;
  const before = order.map((_, i) => takeInside(sheet.formulas, area.row + i, area));
  order.forEach((from, to) => {
    for (const [column, formula] of before[from] ?? []) {
      putFormula(sheet, area.row + to, column, translateFormula(formula, to - from, 0));
    }
  });
}

function moveNotes(sheet: SheetModel, area: Area, order: readonly number[]): void {
  if (sheet.notes.size === 0) return;
  const before = order.map((_, i) => takeInside(sheet.notes, area.row + i, area));
  order.forEach((from, to) => {
    const notes = before[from] ?? [];
    if (notes.length > 0) sheet.notes.set(area.row + to, new Map([...(sheet.notes.get(area.row + to) ?? []), ...notes]));
  });
}

/** Takes a row's entries inside the area's columns out of a nested map. */
function takeInside<T>(map: Map<number, Map<number, T>>, row: number, { column, columns }: Area): [number, T][] {
  const line = map.get(row);
  if (line === undefined) return [];
  const inside = [...line].filter(([c]) => c >= column && c < column + columns);
  for (const [c] of inside) line.delete(c);
  if (line.size === 0) map.delete(row);
  return inside;
}

function moveRuns(runs: ColumnRuns<unknown> | undefined, area: Area, order: readonly number[]): void {
  const pieces = runs?.over(area.row, area.rows) ?? [];
  if (runs === undefined || pieces.length < 2) return;
  const before: unknown[] = [];
  for (const [, rows, value] of pieces) for (let i = 0; i < rows; i++) before.push(value);
  for (let start = 0; start < order.length; ) {
    const value = before[order[start] ?? 0];
    let end = start + 1;
    while (end < order.length && before[order[end] ?? 0] === value) end++;
    runs.set(area.row + start, end - start, value);
    start = end;
  }
}

/** Sheets orders numbers before text before truth values before errors. */
function rank(value: CellValue): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return typeof value === 'boolean' ? 2 : 3;
}

/** Negative when `a` stands above `b`. Text is compared without regard to case. */
function compareCells(a: CellValue, b: CellValue, ascending: boolean): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const turn = rank(a) - rank(b) || compareSame(a, b);
  return ascending ? turn : -turn;
}

function compareSame(a: CellValue, b: CellValue): number {
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(a) - Number(b) || 0;
}
