// Range, second part: values, formulas and notes.
import type { Rectangle } from '../a1';
import type { SheetModel } from '../book';
import { clearCells, clearFormulas, formulaAt, piecesOf, putFormula, putValue, styleAt, valueAt } from '../cells';
import { displayText, isDateFormat } from '../display';
import { normalFormula } from '../engine';
import { ServiceError } from '../errors';
import { writeInputs } from '../write';
import { instantOfSerial } from '../zone';
import { RangePlace, writable } from './range-place';

export class RangeValues extends RangePlace {
  getValue(): unknown {
    return valuesOf(this, { ...this.area, rows: 1, columns: 1 })[0]?.[0];
  }

  getValues(): unknown[][] {
    return valuesOf(this, this.area);
  }

  getDisplayValue(): string {
    return shownAt(settled(this), this, this.area.row, this.area.column);
  }

  getDisplayValues(): string[][] {
    const sheet = settled(this);
    return gridOf(this, (row, column) => shownAt(sheet, this, row, column));
  }

  setValue(value: unknown): this {
    writeInputs(this.world, writable(this), this.area, () => value, { strict: true });
    return this;
  }

  setValues(values: readonly (readonly unknown[])[]): this {
    requireSize(this, values, 'data');
    writeInputs(this.world, writable(this), this.area, (row, column) => values[row]?.[column], { strict: true });
    return this;
  }

  getFormula(): string {
    return formulaAt(this.model, this.area.row, this.area.column) ?? '';
  }

  getFormulas(): string[][] {
    const sheet = this.model;
    return gridOf(this, (row, column) => formulaAt(sheet, row, column) ?? '');
  }

  setFormula(formula: string): this {
    const sheet = writable(this);
    for (let r = 0; r < this.area.rows; r++) {
      for (let c = 0; c < this.area.columns; c++) placeFormula(sheet, this.area.row + r, this.area.column + c, formula);
    }
    return this;
  }

  setFormulas(formulas: readonly (readonly string[])[]): this {
    requireSize(this, formulas, 'data');
    const sheet = writable(this);
    formulas.forEach((line, r) => {
      line.forEach((formula, c) => {
        placeFormula(sheet, this.area.row + r, this.area.column + c, formula);
      });
    });
    return this;
  }

  clearContent(): this {
    clearCells(writable(this), this.area);
    return this;
  }

  isBlank(): boolean {
    const sheet = settled(this);
    return !anyCell(this, (row, column) => valueAt(sheet, row, column) !== null || formulaAt(sheet, row, column) !== null);
  }

  getNote(): string {
    return noteAt(this.model, this.area.row, this.area.column);
  }

  getNotes(): string[][] {
    const sheet = this.model;
    return gridOf(this, (row, column) => noteAt(sheet, row, column));
  }

  setNote(note: unknown): this {
    const sheet = writable(this);
    const text = note === null ? '' : String(note);
    anyCell(this, (row, column) => putNote(sheet, row, column, text));
    return this;
  }

  setNotes(notes: readonly (readonly unknown[])[]): this {
    requireSize(this, notes, 'data');
    const sheet = writable(this);
    const { row, column } = this.area;
    // Live Sheets reads the number 25 back as "25.0" here, unlike setNote (issuetracker 429373214).
    const text = (note: unknown) => (typeof note === 'number' && Number.isInteger(note) ? `${note}.0` : String(note ?? ''));
    notes.forEach((line, r) => {
      line.forEach((note, c) => {
        putNote(sheet, row + r, column + c, text(note));
      });
    });
    return this;
  }

  clearNote(): this {
    return this.setNote('');
  }
}

/** Formula cells are right before values are read. */
export function settled(range: RangePlace): SheetModel {
  const sheet = range.model;
  range.world.show(sheet);
  return sheet;
}

/** Rows that are finished before the next are begun, while they are still at hand in the processor's cache. */
const BAND = 256;

/** Values as scripts read them: `''` for blank, text for errors, dates where the number format shows one. */
function valuesOf(range: RangePlace, area: Rectangle): unknown[][] {
  const sheet = settled(range);
  const { world } = range;
  const dated = datedPieces(sheet, area);
  const dateOf = dateReader(world.Date, world.book.timeZone);
  return world.realm.values(sheet.cells, area.row - 1, area.column - 1, area.rows, area.columns, BAND, (grid, first, last) => {
    for (const { column, from, to } of dated) {
      for (let r = Math.max(from, first); r < Math.min(to, last); r++) {
        const line = grid[r] as unknown[];
        const value = line[column];
        if (typeof value === 'number') line[column] = dateOf(value);
      }
    }
  });
}

/** Which cells of a rectangle show dates: 0-based within it, `to` exclusive. */
function datedPieces(sheet: SheetModel, area: Rectangle): { column: number; from: number; to: number }[] {
  return Array.from({ length: area.columns }, (_, column) =>
    piecesOf(sheet.styles, area.column + column, area.row, area.rows).flatMap(([row, rows, style]) =>
      style !== null && isDateFormat(style.numberFormat) ? [{ column, from: row - area.row, to: row - area.row + rows }] : [],
    ),
  ).flat();
}

/** Makes dates of serial numbers. A sheet has few distinct days: their instants are remembered, the dates are each their own. */
function dateReader(ScriptDate: DateConstructor, zone: string): (serial: number) => Date {
  const instants = new Map<number, number>();
  return (serial) => {
    let instant = instants.get(serial);
    if (instant === undefined) {
      instant = instantOfSerial(zone, serial);
      instants.set(serial, instant);
    }
    // What `new ScriptDate` makes, without its detours: a table may show a hundred thousand dates.
    return Object.setPrototypeOf(new Date(instant), ScriptDate.prototype) as Date;
  };
}

function shownAt(sheet: SheetModel, range: RangePlace, row: number, column: number): string {
  return displayText(valueAt(sheet, row, column), styleAt(sheet, row, column).numberFormat, range.world.book.locale);
}

export function gridOf<T>(range: RangePlace, of: (row: number, column: number) => T): T[][] {
  const { row, column, rows, columns } = range.area;
  return range.world.realm.grid(rows, columns, (r, c) => of(row + r, column + c));
}

/** Visits cells until one answers true. */
function anyCell({ area }: RangePlace, visit: (row: number, column: number) => boolean | undefined): boolean {
  for (let r = area.row; r < area.row + area.rows; r++) {
    for (let c = area.column; c < area.column + area.columns; c++) if (visit(r, c) === true) return true;
  }
  return false;
}

/** @throws ServiceError in Google's words when a grid is not as large as the range */
export function requireSize({ area }: RangePlace, grid: readonly (readonly unknown[])[], what: string): void {
  if (grid.length !== area.rows) {
    throw new ServiceError(
      `The number of rows in the ${what} does not match the number of rows in the range. The ${what} has ${grid.length} but the range has ${area.rows}.`,
    );
  }
  const odd = grid.find((line) => line.length !== area.columns);
  if (odd !== undefined) {
    throw new ServiceError(
      `The number of columns in the ${what} does not match the number of columns in the range. The ${what} has ${odd.length} but the range has ${area.columns}.`,
    );
  }
}

function placeFormula(sheet: SheetModel, row: number, column: number, formula: string): void {
  clearFormulas(sheet, { row, column, rows: 1, columns: 1 });
  putValue(sheet, row, column, null);
  if (formula === '') return;
  const text = String(formula);
  putFormula(sheet, row, column, normalFormula(text.startsWith('=') ? text : `=${text}`));
}

function noteAt(sheet: SheetModel, row: number, column: number): string {
  return sheet.notes.get(row)?.get(column) ?? '';
}

function putNote(sheet: SheetModel, row: number, column: number, text: string): undefined {
  const line = sheet.notes.get(row) ?? new Map<number, string>();
  if (text === '') line.delete(column);
  else line.set(column, text);
  if (line.size === 0) sheet.notes.delete(row);
  else sheet.notes.set(row, line);
}
