// Range, first part: where it lies.
import { parseRange, rangeName } from '../a1';
import type { Area, SheetModel } from '../book';
import { ServiceError } from '../errors';
import { Double } from '../guard';
import { overlap } from '../structure';
import type { World } from '../world';
import { makers } from './makers';

/** An area inside its sheet's grid. @throws ServiceError in Google's words when it is not */
export function checkedArea(sheet: SheetModel, row: number, column: number, rows: number, columns: number): Area {
  const [r, c, height, width] = [row, column, rows, columns].map(Math.trunc) as [number, number, number, number];
  if (r < 1) throw new ServiceError('The starting row of the range is too small.');
  if (c < 1) throw new ServiceError('The starting column of the range is too small.');
  if (height < 1) throw new ServiceError('The number of rows in the range must be at least 1.');
  if (width < 1) throw new ServiceError('The number of columns in the range must be at least 1.');
  if (r + height - 1 > sheet.maxRows || c + width - 1 > sheet.maxColumns) {
    throw new ServiceError('The coordinates of the range are outside the dimensions of the sheet.');
  }
  return { sheetId: sheet.id, row: r, column: c, rows: height, columns: width };
}

/** A range from A1 notation; without a sheet's name it means `home`. */
export function namedArea(world: World, text: string, home: SheetModel): Area {
  const sheetOf = (name: string | null) =>
    name === null ? home : world.book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  const found = parseRange(text, (name) => {
    const sheet = sheetOf(name);
    return sheet === undefined ? null : { rows: sheet.maxRows, columns: sheet.maxColumns };
  });
  const named = world.book.namedRanges.get(text);
  if (named !== undefined) return named;
  if (found === null) throw new ServiceError('Range not found');
  return checkedArea(sheetOf(found.sheet) ?? home, found.row, found.column, found.rows, found.columns);
}

export class RangePlace extends Double {
  readonly world: World;
  readonly area: Area;

  constructor(world: World, area: Area) {
    super();
    this.world = world;
    this.area = area;
  }

  override get span(): number {
    return this.area.rows * this.area.columns;
  }

  get model(): SheetModel {
    return this.world.sheetById(this.area.sheetId);
  }

  getA1Notation(): string {
    return rangeName(this.area);
  }

  getRow(): number {
    return this.area.row;
  }

  getRowIndex(): number {
    return this.area.row;
  }

  getColumn(): number {
    return this.area.column;
  }

  getLastRow(): number {
    return this.area.row + this.area.rows - 1;
  }

  getLastColumn(): number {
    return this.area.column + this.area.columns - 1;
  }

  getNumRows(): number {
    return this.area.rows;
  }

  getNumColumns(): number {
    return this.area.columns;
  }

  getHeight(): number {
    return this.area.rows;
  }

  getWidth(): number {
    return this.area.columns;
  }

  getGridId(): number {
    return this.area.sheetId;
  }

  getSheet(): Double {
    return makers.sheet(this.world, this.model);
  }

  getCell(row: number, column: number): Double {
    if (row < 1 || row > this.area.rows || column < 1 || column > this.area.columns)
      throw new ServiceError('Cell reference out of range');
    return makers.range(this.world, {
      ...this.area,
      row: this.area.row + row - 1,
      column: this.area.column + column - 1,
      rows: 1,
      columns: 1,
    });
  }

  offset(rowOffset: number, columnOffset: number, rows = this.area.rows, columns = this.area.columns): Double {
    const { row, column } = this.area;
    return makers.range(this.world, checkedArea(this.model, row + rowOffset, column + columnOffset, rows, columns));
  }

  canEdit(): boolean {
    return !this.world.bars(this.model, this.area);
  }
}

/** What setters of contents do first. */
export function writable(range: RangePlace): SheetModel {
  const sheet = range.model;
  range.world.requireCells(sheet, range.area);
  return sheet;
}

/** What setters of looks and rules do first: a table made by hand keeps its own (platform.md §5). */
export function dressable(range: RangePlace): SheetModel {
  const typed = range.world.tables.some((table) => table.sheetId === range.area.sheetId && overlap(table, range.area));
  if (typed) throw new ServiceError('This operation is not allowed on cells in typed columns.');
  return writable(range);
}
