// RangeList: one call that sets the same on many ranges.
import type { Area } from '../book';
import { Double, type EnumValue } from '../guard';
import type { World } from '../world';
import { RangeDouble } from './range';

type Setter = (range: RangeDouble) => unknown;

export class RangeListDouble extends Double {
  readonly ranges: readonly RangeDouble[];

  constructor(world: World, areas: readonly Area[]) {
    super();
    this.ranges = areas.map((area) => new RangeDouble(world, area));
  }

  getRanges(): Double[] {
    return [...this.ranges];
  }

  setValue(value: unknown): this {
    return each(this, (range) => range.setValue(value));
  }

  setFormula(formula: string): this {
    return each(this, (range) => range.setFormula(formula));
  }

  setNote(note: unknown): this {
    return each(this, (range) => range.setNote(note));
  }

  setNumberFormat(format: string): this {
    return each(this, (range) => range.setNumberFormat(format));
  }

  setBackground(colour: string | null): this {
    return each(this, (range) => range.setBackground(colour));
  }

  setFontColor(colour: string | null): this {
    return each(this, (range) => range.setFontColor(colour));
  }

  setFontWeight(weight: string | null): this {
    return each(this, (range) => range.setFontWeight(weight));
  }

  setFontStyle(style: string | null): this {
    return each(this, (range) => range.setFontStyle(style));
  }

  setFontLine(line: string | null): this {
    return each(this, (range) => range.setFontLine(line));
  }

  setFontSize(size: number): this {
    return each(this, (range) => range.setFontSize(size));
  }

  setVerticalAlignment(alignment: string | null): this {
    return each(this, (range) => range.setVerticalAlignment(alignment));
  }

  setWrap(wrap: boolean): this {
    return each(this, (range) => range.setWrap(wrap));
  }

  setWrapStrategy(strategy: EnumValue): this {
    return each(this, (range) => range.setWrapStrategy(strategy));
  }

  setBorder(...sides: Parameters<RangeDouble['setBorder']>): this {
    return each(this, (range) => range.setBorder(...sides));
  }

  setHorizontalAlignment(alignment: string | null): this {
    return each(this, (range) => range.setHorizontalAlignment(alignment));
  }

  clear(options?: Parameters<RangeDouble['clear']>[0]): this {
    return each(this, (range) => range.clear(options));
  }

  clearContent(): this {
    return each(this, (range) => range.clearContent());
  }

  clearFormat(): this {
    return each(this, (range) => range.clearFormat());
  }

  clearNote(): this {
    return each(this, (range) => range.clearNote());
  }

  clearDataValidations(): this {
    return each(this, (range) => range.clearDataValidations());
  }

  insertCheckboxes(...values: unknown[]): this {
    return each(this, (range) => range.insertCheckboxes(...values));
  }

  check(): this {
    return each(this, (range) => range.check());
  }

  uncheck(): this {
    return each(this, (range) => range.uncheck());
  }
}

/** Permission is asked for every range before the first is changed. */
function each<L extends RangeListDouble>(list: L, set: Setter): L {
  for (const { world, model, area } of list.ranges) world.requireCells(model, area);
  for (const range of list.ranges) set(range);
  return list;
}
