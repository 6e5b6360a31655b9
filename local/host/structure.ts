// Rows, columns and sheets that come and go: everything that points at cells moves along.
import type { Rectangle } from './a1';
import { type Area, type Book, type ColumnRuns, type ConditionalFormatModel, intern, type SheetModel } from './book';
import { type SheetEdit, shiftFormula, translateFormula } from './engine/shift';

type SpanEdit = Extract<SheetEdit, { at: number }>;

/** A span of rows or columns after `count` were inserted before `at`, or `-count` deleted from it on; null when nothing is left. */
function shiftSpan(start: number, length: number, at: number, count: number): [number, number] | null {
  if (count > 0) {
    if (at <= start) return [start + count, length];
    return at < start + length ? [start, length + count] : [start, length];
  }
  const end = at - count;
  const before = Math.max(0, Math.min(at, start + length) - start);
  const after = Math.max(0, start + length - Math.max(end, start));
  return before + after === 0 ? null : [start < at ? start : Math.max(start, end) + count, before + after];
}

/** Inserts `count` rows before `at`; they look and are ruled as the row above (`inherit: 'before'`) or below. */
export function insertRows(book: Book, sheet: SheetModel, at: number, count: number, inherit: 'before' | 'after'): void {
  moveReferences(book, sheet, { type: 'insertRows', sheet: sheet.name, at, count });
  if (sheet.cells.length >= at) sheet.cells.splice(at - 1, 0, ...new Array<undefined>(count));
  for (const runs of [...sheet.styles.values(), ...sheet.validations.values()] as ColumnRuns<unknown>[]) {
    runs.insert(at, count, inherit === 'before');
  }
  sheet.maxRows += count;
  moveRows(sheet, at, count);
  if (at <= sheet.frozenRows) sheet.frozenRows += count;
}

export function deleteRows(book: Book, sheet: SheetModel, at: number, count: number): void {
  moveReferences(book, sheet, { type: 'deleteRows', sheet: sheet.name, at, count });
  sheet.cells.splice(at - 1, count);
  for (const runs of [...sheet.styles.values(), ...sheet.validations.values()] as ColumnRuns<unknown>[]) runs.remove(at, count);
  sheet.maxRows -= count;
  moveRows(sheet, at, -count);
  sheet.frozenRows -= Math.max(0, Math.min(sheet.frozenRows, at + count - 1) - at + 1);
}

export function insertColumns(book: Book, sheet: SheetModel, at: number, count: number, inherit: 'before' | 'after'): void {
  moveReferences(book, sheet, { type: 'insertColumns', sheet: sheet.name, at, count });
  for (const line of sheet.cells)
    if (line !== undefined && line.length >= at) line.splice(at - 1, 0, ...new Array<null>(count).fill(null));
  sheet.maxColumns += count;
  moveColumns(sheet, at, count);
  const model = inherit === 'before' && at > 1 ? at - 1 : at + count;
  for (let c = at; c < at + count; c++) {
    const [style, rule, width] = [sheet.styles.get(model), sheet.validations.get(model), sheet.columnWidths.get(model)];
    if (style !== undefined) sheet.styles.set(c, style.copy());
    if (rule !== undefined) sheet.validations.set(c, rule.copy());
    if (width !== undefined) sheet.columnWidths.set(c, width);
  }
  if (at <= sheet.frozenColumns) sheet.frozenColumns += count;
}

export function deleteColumns(book: Book, sheet: SheetModel, at: number, count: number): void {
  moveReferences(book, sheet, { type: 'deleteColumns', sheet: sheet.name, at, count });
  for (const line of sheet.cells) line?.splice(at - 1, count);
  sheet.maxColumns -= count;
  moveColumns(sheet, at, -count);
  sheet.frozenColumns -= Math.max(0, Math.min(sheet.frozenColumns, at + count - 1) - at + 1);
}

/** Formulas that named the sheet read `#REF!` from now on; names and charts that showed it lose their ranges. */
export function removeSheet(book: Book, sheet: SheetModel): void {
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  for (const [name, area] of book.namedRanges) if (area.sheetId === sheet.id) book.namedRanges.delete(name);
  for (const other of book.sheets) {
    for (const chart of other.charts) chart.ranges = chart.ranges.filter((area) => area.sheetId !== sheet.id);
  }
  mapFormulas(book, (formula, home) => shiftFormula(formula, home, { type: 'deleteSheet', sheet: sheet.name }));
}

export function renameSheet(book: Book, sheet: SheetModel, name: string): void {
  mapFormulas(book, (formula, home) => shiftFormula(formula, home, { type: 'renameSheet', sheet: sheet.name, to: name }));
  sheet.name = name;
}

/** Google's sentence why a sheet may not bear a name; null when it may. Names differ in more than capitals. */
export function nameRefusal(book: Book, name: string, bearer: SheetModel | null = null): string | null {
  const taken = book.sheets.some((sheet) => sheet !== bearer && sheet.name.toLowerCase() === name.toLowerCase());
  return taken ? `A sheet with the name "${name}" already exists. Please enter another name.` : null;
}

/** Google's sentence why a sheet may not go; null when it may. Somebody who opens the file must see one. */
export function lastSheetRefusal(book: Book, sheet: SheetModel): string | null {
  const seen = book.sheets.some((other) => other !== sheet && !other.hidden);
  return seen ? null : "You can't remove all the visible sheets in a document.";
}

/** Google's sentence why rows may not go; null when they may. */
export function rowLossRefusal({ maxRows, frozenRows }: SheetModel, row: number, rows: number): string | null {
  if (row < 1 || rows < 1 || row + rows - 1 > maxRows) return 'Those rows are out of bounds.';
  if (rows >= maxRows) return "You can't delete all the rows on the sheet.";
  return row <= frozenRows + 1 && row + rows > maxRows ? 'Sorry, it is not possible to delete all non-frozen rows.' : null;
}

/** The same of columns. */
export function columnLossRefusal({ maxColumns }: SheetModel, column: number, columns: number): string | null {
  if (column < 1 || columns < 1 || column + columns - 1 > maxColumns) return 'Those columns are out of bounds.';
  return columns >= maxColumns ? "You can't delete all the columns on the sheet." : null;
}

function moveRows(sheet: SheetModel, at: number, count: number): void {
  sheet.formulas = movedKeys(sheet.formulas, at, count);
  sheet.notes = movedKeys(sheet.notes, at, count);
  sheet.rowHeights = movedKeys(sheet.rowHeights, at, count);
  sheet.hiddenRows = movedSet(sheet.hiddenRows, at, count);
  sheet.filteredRows = movedSet(sheet.filteredRows, at, count);
  for (const chart of sheet.charts) {
    const span = shiftSpan(chart.position.row, 1, at, count);
    chart.position = { ...chart.position, row: span?.[0] ?? at };
  }
}

function moveColumns(sheet: SheetModel, at: number, count: number): void {
  for (const [row, line] of sheet.formulas) sheet.formulas.set(row, movedKeys(line, at, count));
  for (const [row, line] of sheet.notes) sheet.notes.set(row, movedKeys(line, at, count));
  sheet.styles = movedKeys(sheet.styles, at, count);
  sheet.validations = movedKeys(sheet.validations, at, count);
  sheet.columnWidths = movedKeys(sheet.columnWidths, at, count);
  sheet.hiddenColumns = movedSet(sheet.hiddenColumns, at, count);
  sheet.hiddenValues = movedKeys(sheet.hiddenValues, at, count);
  for (const chart of sheet.charts) {
    const span = shiftSpan(chart.position.column, 1, at, count);
    chart.position = { ...chart.position, column: span?.[0] ?? at };
  }
}

function movedKeys<T>(map: Map<number, T>, at: number, count: number): Map<number, T> {
  if (![...map.keys()].some((key) => key >= at)) return map;
  const moved = new Map<number, T>();
  for (const [key, value] of map) {
    const span = shiftSpan(key, 1, at, count);
    if (span !== null) moved.set(span[0], value);
  }
  return moved;
}

function movedSet(set: Set<number>, at: number, count: number): Set<number> {
  return new Set(movedKeys(new Map(Array.from(set, (key) => [key, true])), at, count).keys());
}

const shifts = new WeakMap<SheetModel, number>();

/** Rises whenever cells of the sheet change places: whoever remembers positions asks. */
export function shiftsOf(sheet: SheetModel): number {
  return shifts.get(sheet) ?? 0;
}

/** Cells of the sheet have changed places. */
export function noteShift(sheet: SheetModel): void {
  shifts.set(sheet, shiftsOf(sheet) + 1);
}

function moveReferences(book: Book, sheet: SheetModel, shift: SpanEdit): void {
  noteShift(sheet);
  const area = (old: Area) => shiftArea(old, sheet.id, shift);
  const areas = (list: readonly Area[]) => list.map(area).filter((moved) => moved !== null);
  for (const [name, old] of book.namedRanges) {
    const moved = area(old);
    if (moved === null) book.namedRanges.delete(name);
    else if (moved !== old) book.namedRanges.set(name, moved);
  }
  sheet.merges = areas(sheet.merges);
  if (sheet.filter !== null) sheet.filter = area(sheet.filter);
  sheet.protections = sheet.protections.filter((protection) => {
    protection.unprotected = areas(protection.unprotected);
    if (protection.area === null) return true;
    protection.area = area(protection.area);
    return protection.area !== null;
  });
  for (const other of book.sheets) {
    for (const chart of other.charts) chart.ranges = areas(chart.ranges);
    other.conditionalFormats = other.conditionalFormats
      .map((rule) => moveFormat(rule, areas(rule.areas), other, shift))
      .filter((rule) => rule.areas.length > 0);
    moveRules(other, sheet, shift);
    for (const line of other.formulas.values()) {
      for (const [column, formula] of line) {
        const moved = shiftFormula(formula, other.name, shift);
        if (moved !== formula) line.set(column, moved);
      }
    }
  }
}

function moveFormat(
  rule: ConditionalFormatModel,
  areas: readonly Area[],
  home: SheetModel,
  shift: SpanEdit,
): ConditionalFormatModel {
  const [from] = rule.areas;
  const [to] = areas;
  if (from === undefined || to === undefined) return { ...rule, areas };
  return {
    ...rule,
    areas,
    values: rule.values.map((value) => (isFormula(value) ? moveFormula(value, home, shift, from, to) : value)),
  };
}

/** Rules whose list stands in the changed sheet point at where it is now; rules by formula read the same cells as before. */
function moveRules(home: SheetModel, changed: SheetModel, shift: SpanEdit): void {
  for (const [column, runs] of home.validations) {
    for (const [row, rows, rule] of runs.runs(home.maxRows)) {
      const from = { sheetId: home.id, row, rows, column, columns: 1 };
      const to = home === changed ? shiftArea(from, changed.id, shift) : from;
      if (to === null) continue;
      const values = rule.values.map((value) => {
        if (isArea(value)) return shiftArea(value, changed.id, shift) ?? '#REF!';
        if (!isFormula(value)) return value;
        return translateFormula(moveFormula(translateFormula(value, row - 1, 0), home, shift, from, to), 1 - to.row, 0);
      });
      if (values.some((value, i) => value !== rule.values[i])) runs.set(row, rows, intern({ ...rule, values }));
    }
  }
}

/**
 * A formula written for the top left cell of `from`, rewritten for that of `to`. It is moved as a cell would see it that stays:
 * deleting the first row of a rule's range must not turn the rule into `#REF!`.
 */
function moveFormula(formula: string, home: SheetModel, shift: SpanEdit, from: Area, to: Area): string {
  const deleting = shift.type.startsWith('delete') && shift.sheet === home.name;
  const byRow = shift.type.endsWith('Rows');
  const start = byRow ? from.row : from.column;
  const stays = deleting && start >= shift.at ? Math.max(start, shift.at + shift.count) : start;
  const lands =
    shift.sheet === home.name ? (shiftSpan(stays, 1, shift.at, deleting ? -shift.count : shift.count)?.[0] ?? stays) : stays;
  const [out, back] = [stays - start, (byRow ? to.row : to.column) - lands];
  const there = translateFormula(formula, byRow ? out : 0, byRow ? 0 : out);
  return translateFormula(shiftFormula(there, home.name, shift), byRow ? back : 0, byRow ? 0 : back);
}

function isFormula(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('=');
}

export function isArea(value: unknown): value is Area {
  return typeof value === 'object' && value !== null && 'sheetId' in value;
}

function shiftArea(area: Area, sheetId: number, shift: SpanEdit): Area | null {
  if (area.sheetId !== sheetId) return area;
  const count = shift.type.startsWith('insert') ? shift.count : -shift.count;
  const byRow = shift.type.endsWith('Rows');
  const span = byRow ? shiftSpan(area.row, area.rows, shift.at, count) : shiftSpan(area.column, area.columns, shift.at, count);
  if (span === null) return null;
  const [start, length] = span;
  if (byRow) return start === area.row && length === area.rows ? area : { ...area, row: start, rows: length };
  return start === area.column && length === area.columns ? area : { ...area, column: start, columns: length };
}

function mapFormulas(book: Book, change: (formula: string, home: string) => string): void {
  for (const sheet of book.sheets) {
    const text = (value: unknown) => (typeof value === 'string' && value.startsWith('=') ? change(value, sheet.name) : value);
    for (const line of sheet.formulas.values()) {
      for (const [column, formula] of line) line.set(column, change(formula, sheet.name));
    }
    sheet.conditionalFormats = sheet.conditionalFormats.map((rule) => ({ ...rule, values: rule.values.map(text) }));
    mapRules(sheet, text);
  }
}

function mapRules(sheet: SheetModel, change: (value: unknown) => unknown): void {
  for (const runs of sheet.validations.values()) {
    for (const [row, rows, rule] of runs.runs(sheet.maxRows)) {
      const values = rule.values.map(change);
      if (values.some((value, i) => value !== rule.values[i])) runs.set(row, rows, intern({ ...rule, values }));
    }
  }
}

/** Whether two rectangles of one sheet share a cell. */
export function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}
