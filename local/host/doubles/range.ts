// Range, whole: what moves or orders cells, and what looks for something in them.
import { rangeName } from '../a1';
import type { Area, SheetModel } from '../book';
import { clearCells, putRule, putStyle } from '../cells';
import { ServiceError } from '../errors';
import type { Double, EnumValue } from '../guard';
import { type SortSpec, sortCells } from '../sort';
import { overlap } from '../structure';
import { type Carried, pack, putParcel } from '../write';
import { FilterDouble } from './filter';
import { dressable, writable } from './range-place';
import { RangeRules } from './range-rules';
import { settled } from './range-values';
import { TextFinderDouble } from './text-finder';

interface ClearOptions {
  readonly contentsOnly?: boolean;
  readonly formatOnly?: boolean;
  readonly validationsOnly?: boolean;
  readonly commentsOnly?: boolean;
}

export class RangeDouble extends RangeRules {
  activate(): this {
    this.world.bringForward(this.area.sheetId, this.area);
    return this;
  }

  /** Everything but notes and check box rules; with options only what they name. */
  clear(options: ClearOptions = {}): this {
    const sheet = dressable(this);
    const all = Object.values(options).every((wanted) => wanted !== true);
    if (all || options.contentsOnly) clearCells(sheet, this.area);
    if (all || options.formatOnly) putStyle(sheet, this.area, null);
    if (options.validationsOnly) putRule(sheet, this.area, null);
    if (options.commentsOnly) this.clearNote();
    return this;
  }

  /** The destination's size matters: a larger one is tiled, a smaller one overrun. */
  copyTo(destination: RangeDouble, how: EnumValue | ClearOptions = {}, transposed = false): void {
    const options = how as { contentsOnly?: boolean; formatOnly?: boolean };
    const type = options.contentsOnly
      ? 'PASTE_VALUES'
      : options.formatOnly
        ? 'PASTE_FORMAT'
        : isEnum(how)
          ? String(how)
          : 'PASTE_NORMAL';
    copyCells(this, destination, type, transposed);
  }

  sort(spec: unknown): this {
    const sheet = writable(this);
    settled(this);
    sortCells(sheet, this.area, sortSpecs(this.world.realm.isArray(spec) ? (spec as unknown[]) : [spec], this.area));
    return this;
  }

  getFilter(): FilterDouble | null {
    const { filter } = this.model;
    return filter !== null && overlap(filter, this.area) ? new FilterDouble(this.world, this.model) : null;
  }

  createFilter(): FilterDouble {
    const sheet = this.model;
    this.world.requireSheet(sheet);
    if (sheet.filter !== null) throw new ServiceError("You can't create a filter in a sheet that already has a filter.");
    sheet.filter = this.area;
    return new FilterDouble(this.world, sheet);
  }

  createTextFinder(text: string): Double {
    return new TextFinderDouble(this.world, [this.area], String(text));
  }
}

function isEnum(how: unknown): boolean {
  return typeof how === 'object' && how !== null && 'enumName' in how;
}

/** What each way of pasting carries. */
const CARRIED: Readonly<Record<string, Carried & { widths?: true }>> = {
  PASTE_NORMAL: { values: true, formulas: true, looks: true, rules: true },
  PASTE_NO_BORDERS: { values: true, formulas: true, looks: true, rules: true },
  PASTE_FORMAT: { looks: true },
  PASTE_FORMULA: { values: true, formulas: true },
  PASTE_DATA_VALIDATION: { rules: true },
  PASTE_VALUES: { values: true },
  PASTE_COLUMN_WIDTHS: { widths: true },
};

function copyCells(from: RangeDouble, to: RangeDouble, type: string, transposed: boolean): void {
  const carried = CARRIED[type];
  if (carried === undefined || transposed)
    throw new Error(`[local host] Range.copyTo ${type}${transposed ? ' transposed' : ''} is not implemented locally`);
  const source = settled(from);
  const parcel = pack(source, from.area);
  const rows = Math.max(from.area.rows, to.area.rows);
  const columns = Math.max(from.area.columns, to.area.columns);
  const target = to.model;
  const place: Area = { ...to.area, rows, columns };
  if (place.row + rows - 1 > target.maxRows || place.column + columns - 1 > target.maxColumns) {
    throw new ServiceError('The coordinates of the target range are outside the dimensions of the sheet.');
  }
  from.world.requireCells(target, place);
  putParcel(target, place, parcel, from.area, carried);
  if (carried.widths) {
    for (let c = 0; c < columns; c++) setWidth(source, target, from.area.column + (c % from.area.columns), place.column + c);
  }
}

function setWidth(source: SheetModel, target: SheetModel, from: number, to: number): void {
  const width = source.columnWidths.get(from);
  if (width === undefined) target.columnWidths.delete(to);
  else target.columnWidths.set(to, width);
}

function sortSpecs(specs: readonly unknown[], area: Area): SortSpec[] {
  return specs.map((spec) => {
    const { column, ascending = true } = typeof spec === 'number' ? { column: spec } : (spec as Partial<SortSpec>);
    if (column === undefined || column < area.column || column >= area.column + area.columns) {
      throw new ServiceError(`Sort column ${column} is out of range ${rangeName(area)}.`);
    }
    return { column, ascending };
  });
}
