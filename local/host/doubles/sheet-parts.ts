// Sheet, first part: its rows and columns, and what hangs on it: rules, formats, protections, charts, filter.
import type { Rectangle } from '../a1';
import type { SheetModel } from '../book';
import { lastRow } from '../cells';
import { ServiceError } from '../errors';
import { Double, type EnumValue } from '../guard';
import { deletionRefusalOf } from '../permission';
import { columnLossRefusal, deleteColumns, deleteRows, insertColumns, insertRows, rowLossRefusal } from '../structure';
import type { World } from '../world';
import { writeInputs } from '../write';
import { ChartBuilderDouble, ChartDouble } from './chart';
import { FormatRuleDouble } from './conditional';
import { FilterDouble } from './filter';
import { makers } from './makers';
import { newProtection, ProtectionDouble } from './protection';

export class SheetParts extends Double {
  readonly world: World;
  readonly id: number;

  constructor(world: World, id: number) {
    super();
    this.world = world;
    this.id = id;
  }

  get model(): SheetModel {
    return this.world.sheetById(this.id);
  }

  getParent(): Double {
    return makers.spreadsheet(this.world);
  }

  insertRowsAfter(after: number, rows: number): this {
    return addRows(this, after + 1, rows, 'before');
  }

  insertRowAfter(after: number): this {
    return addRows(this, after + 1, 1, 'before');
  }

  insertRowsBefore(before: number, rows: number): this {
    return addRows(this, before, rows, 'after');
  }

  insertRowBefore(before: number): this {
    return addRows(this, before, 1, 'after');
  }

  insertRows(before: number, rows = 1): void {
    addRows(this, before, rows, 'after');
  }

  deleteRow(row: number): this {
    return dropRows(this, row, 1);
  }

  deleteRows(row: number, rows: number): void {
    dropRows(this, row, rows);
  }

  insertColumnsAfter(after: number, columns: number): this {
    return addColumns(this, after + 1, columns, 'before');
  }

  insertColumnAfter(after: number): this {
    return addColumns(this, after + 1, 1, 'before');
  }

  insertColumnsBefore(before: number, columns: number): this {
    return addColumns(this, before, columns, 'after');
  }

  insertColumnBefore(before: number): this {
    return addColumns(this, before, 1, 'after');
  }

  insertColumns(before: number, columns = 1): void {
    addColumns(this, before, columns, 'after');
  }

  deleteColumn(column: number): this {
    return dropColumns(this, column, 1);
  }

  deleteColumns(column: number, columns: number): void {
    dropColumns(this, column, columns);
  }

  appendRow(values: readonly unknown[]): this {
    const { world, model } = this;
    const row = lastRow(model) + 1;
    const area = { sheetId: this.id, row, column: 1, rows: 1, columns: values.length };
    world.requireCells(model, area);
    if (row > model.maxRows) insertRows(world.book, model, row, 1, 'before');
    writeInputs(world, model, area, (_, column) => values[column], { strict: true });
    return this;
  }

  getConditionalFormatRules(): Double[] {
    return this.model.conditionalFormats.map((rule) => new FormatRuleDouble(this.world, rule));
  }

  /** Replaces all rules of the sheet; their order is their rank. */
  setConditionalFormatRules(rules: readonly FormatRuleDouble[]): void {
    const { model, world } = this;
    world.requireSheet(model);
    const foreign = rules.some(({ rule }) => rule.areas.some((area) => area.sheetId !== this.id));
    if (foreign) throw new ServiceError('Conditional format rule ranges must be on the same sheet.');
    model.conditionalFormats = rules.map(({ rule }) => rule);
  }

  clearConditionalFormatRules(): void {
    this.setConditionalFormatRules([]);
  }

  getProtections(type: EnumValue): Double[] {
    return this.model.protections
      .filter((protection) => protection.type === String(type))
      .map((protection) => new ProtectionDouble(this.world, protection));
  }

  /** A protected sheet gives its protection back. */
  protect(): ProtectionDouble {
    const { model, world } = this;
    const standing = model.protections.find((protection) => protection.type === 'SHEET');
    if (standing === undefined) world.requireSheet(model);
    return new ProtectionDouble(world, standing ?? newProtection(world, model, null));
  }

  getCharts(): Double[] {
    return this.model.charts.map((chart) => new ChartDouble(this.world, chart));
  }

  newChart(): ChartBuilderDouble {
    return new ChartBuilderDouble(this.world);
  }

  insertChart({ chart }: ChartDouble): void {
    const { model, world } = this;
    world.requireSheet(model);
    model.charts.push({ ...chart, id: world.book.nextChartId++ });
  }

  updateChart({ chart }: ChartDouble): void {
    const { model, world } = this;
    world.requireSheet(model);
    model.charts[chartIndex(model, chart.id)] = chart;
  }

  removeChart({ chart }: ChartDouble): void {
    const { model, world } = this;
    world.requireSheet(model);
    model.charts.splice(chartIndex(model, chart.id), 1);
  }

  getFilter(): FilterDouble | null {
    return this.model.filter === null ? null : new FilterDouble(this.world, this.model);
  }
}

function chartIndex(sheet: SheetModel, id: number): number {
  const index = sheet.charts.findIndex((chart) => chart.id === id);
  if (index < 0) throw new ServiceError('The embedded chart does not exist.');
  return index;
}

function addRows<S extends SheetParts>(sheet: S, at: number, rows: number, inherit: 'before' | 'after'): S {
  const { world, model } = sheet;
  world.requireSheet(model);
  if (at < 1 || at > model.maxRows + 1 || rows < 1) throw new ServiceError('Those rows are out of bounds.');
  requireRoom(world, rows * model.maxColumns);
  insertRows(world.book, model, at, rows, inherit);
  return sheet;
}

function dropRows<S extends SheetParts>(sheet: S, row: number, rows: number): S {
  const { world, model } = sheet;
  const refusal = rowLossRefusal(model, row, rows);
  if (refusal !== null) throw new ServiceError(refusal);
  requireDeletable(world, model, { row, rows, column: 1, columns: model.maxColumns });
  deleteRows(world.book, model, row, rows);
  return sheet;
}

function addColumns<S extends SheetParts>(sheet: S, at: number, columns: number, inherit: 'before' | 'after'): S {
  const { world, model } = sheet;
  world.requireSheet(model);
  if (at < 1 || at > model.maxColumns + 1 || columns < 1) throw new ServiceError('Those columns are out of bounds.');
  if (model.maxColumns + columns > world.limits.columns)
    throw new ServiceError(`A sheet may have at most ${world.limits.columns} columns.`);
  requireRoom(world, columns * model.maxRows);
  insertColumns(world.book, model, at, columns, inherit);
  return sheet;
}

function dropColumns<S extends SheetParts>(sheet: S, column: number, columns: number): S {
  const { world, model } = sheet;
  const refusal = columnLossRefusal(model, column, columns);
  if (refusal !== null) throw new ServiceError(refusal);
  requireDeletable(world, model, { row: 1, rows: model.maxRows, column, columns });
  deleteColumns(world.book, model, column, columns);
  return sheet;
}

function requireDeletable(world: World, model: SheetModel, area: Rectangle): void {
  const refusal = deletionRefusalOf(world.book, model, area, world.running.user);
  if (refusal !== null) throw new ServiceError(refusal);
}

/** @throws ServiceError when the workbook would hold more cells than Sheets allows, empty ones counted */
export function requireRoom(world: World, more: number): void {
  const have = world.book.sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, 0);
  if (have + more > world.limits.cells) {
    throw new ServiceError(
      `This action would increase the number of cells in the workbook above the limit of ${world.limits.cells} cells.`,
    );
  }
}
