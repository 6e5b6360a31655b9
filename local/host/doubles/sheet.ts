// Sheet: its name, size and looks, and the ways to its ranges.
import type { SheetModel } from '../book';
import { lastColumn, lastRow } from '../cells';
import { normalColour } from '../colours';
import { ServiceError } from '../errors';
import type { Double } from '../guard';
import { nameRefusal, renameSheet } from '../structure';
import { makers } from './makers';
import { RangeDouble } from './range';
import { RangeListDouble } from './range-list';
import { checkedArea, namedArea } from './range-place';
import { SheetParts } from './sheet-parts';
import { TextFinderDouble } from './text-finder';

const DEFAULT_WIDTH = 100;
const DEFAULT_HEIGHT = 21;

export class SheetDouble extends SheetParts {
  getName(): string {
    return this.model.name;
  }

  getSheetName(): string {
    return this.model.name;
  }

  setName(name: string): this {
    const model = changed(this);
    const text = String(name);
    const refusal = nameRefusal(this.world.book, text, model);
    if (refusal !== null) throw new ServiceError(refusal);
    renameSheet(this.world.book, model, text);
    return this;
  }

  getSheetId(): number {
    return this.id;
  }

  getIndex(): number {
    return this.world.book.sheets.indexOf(this.model) + 1;
  }

  activate(): this {
    this.world.bringForward(this.id, null);
    return this;
  }

  getRange(first: number | string, column?: number, rows = 1, columns = 1): RangeDouble {
    const { model, world } = this;
    const area =
      typeof first === 'string' ? namedArea(world, first, model) : checkedArea(model, first, column ?? 1, rows, columns);
    return new RangeDouble(world, area);
  }

  getRangeList(names: readonly string[]): RangeListDouble {
    const { model, world } = this;
    return new RangeListDouble(
      world,
      names.map((name) => namedArea(world, String(name), model)),
    );
  }

  getDataRange(): RangeDouble {
    const { model, world } = this;
    const [rows, columns] = [Math.max(1, lastRow(model)), Math.max(1, lastColumn(model))];
    return new RangeDouble(world, { sheetId: this.id, row: 1, column: 1, rows, columns });
  }

  getLastRow(): number {
    return lastRow(this.model);
  }

  getLastColumn(): number {
    return lastColumn(this.model);
  }

  getMaxRows(): number {
    return this.model.maxRows;
  }

  getMaxColumns(): number {
    return this.model.maxColumns;
  }

  getFrozenRows(): number {
    return this.model.frozenRows;
  }

  setFrozenRows(rows: number): void {
    changed(this).frozenRows = rows;
  }

  getFrozenColumns(): number {
    return this.model.frozenColumns;
  }

  setFrozenColumns(columns: number): void {
    changed(this).frozenColumns = columns;
  }

  getColumnWidth(column: number): number {
    return this.model.columnWidths.get(column) ?? DEFAULT_WIDTH;
  }

  setColumnWidth(column: number, width: number): this {
    return this.setColumnWidths(column, 1, width);
  }

  setColumnWidths(start: number, columns: number, width: number): this {
    const model = changed(this);
    for (let c = start; c < start + columns; c++) model.columnWidths.set(c, width);
    return this;
  }

  getRowHeight(row: number): number {
    return this.model.rowHeights.get(row) ?? DEFAULT_HEIGHT;
  }

  setRowHeight(row: number, height: number): this {
    return this.setRowHeights(row, 1, height);
  }

  setRowHeights(start: number, rows: number, height: number): this {
    const model = changed(this);
    for (let r = start; r < start + rows; r++) model.rowHeights.set(r, height);
    return this;
  }

  hideRows(start: number, rows = 1): void {
    const model = changed(this);
    for (let r = start; r < start + rows; r++) model.hiddenRows.add(r);
  }

  showRows(start: number, rows = 1): void {
    const model = changed(this);
    for (let r = start; r < start + rows; r++) model.hiddenRows.delete(r);
  }

  isRowHiddenByUser(row: number): boolean {
    return this.model.hiddenRows.has(row);
  }

  hideColumns(start: number, columns = 1): void {
    const model = changed(this);
    for (let c = start; c < start + columns; c++) model.hiddenColumns.add(c);
  }

  showColumns(start: number, columns = 1): void {
    const model = changed(this);
    for (let c = start; c < start + columns; c++) model.hiddenColumns.delete(c);
  }

  isColumnHiddenByUser(column: number): boolean {
    return this.model.hiddenColumns.has(column);
  }

  hideSheet(): this {
    const model = changed(this);
    const others = this.world.book.sheets.filter((sheet) => sheet !== model && !sheet.hidden);
    if (others.length === 0) throw new ServiceError("You can't hide all the sheets in a document.");
    model.hidden = true;
    return this;
  }

  showSheet(): this {
    changed(this).hidden = false;
    return this;
  }

  isSheetHidden(): boolean {
    return this.model.hidden;
  }

  getTabColor(): string | null {
    return this.model.tabColor;
  }

  setTabColor(colour: string | null): this {
    changed(this).tabColor = normalColour(colour);
    return this;
  }

  hasHiddenGridlines(): boolean {
    return this.model.hiddenGridlines;
  }

  setHiddenGridlines(hidden: boolean): this {
    changed(this).hiddenGridlines = hidden;
    return this;
  }

  clear(options?: Parameters<RangeDouble['clear']>[0]): this {
    wholeRange(this).clear(options);
    return this;
  }

  clearContents(): this {
    wholeRange(this).clearContent();
    return this;
  }

  clearNotes(): this {
    wholeRange(this).clearNote();
    return this;
  }

  createTextFinder(text: string): Double {
    const { maxRows: rows, maxColumns: columns } = this.model;
    return new TextFinderDouble(this.world, [{ sheetId: this.id, row: 1, column: 1, rows, columns }], String(text));
  }

  /** By one column, frozen rows staying where they are. */
  sort(column: number, ascending = true): this {
    const { frozenRows, maxRows, maxColumns: columns } = this.model;
    const area = { sheetId: this.id, row: frozenRows + 1, column: 1, rows: maxRows - frozenRows, columns };
    new RangeDouble(this.world, area).sort({ column, ascending });
    return this;
  }
}

function wholeRange({ world, id, model }: SheetDouble): RangeDouble {
  return new RangeDouble(world, { sheetId: id, row: 1, column: 1, rows: model.maxRows, columns: model.maxColumns });
}

function changed({ world, model }: SheetDouble): SheetModel {
  world.requireSheet(model);
  return model;
}

makers.range = (world, area) => new RangeDouble(world, area);
makers.sheet = (world, model) => new SheetDouble(world, model.id);
