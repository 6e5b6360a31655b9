// ConditionalFormatRule, its builder and its condition; colour scales are not built here.
import type { Area, ConditionalFormatModel } from '../book';
import { normalColour } from '../colours';
import { normalFormula } from '../engine';
import { ServiceError } from '../errors';
import { Double, type EnumValue, enumValue } from '../guard';
import type { World } from '../world';
import { instantOfSerial, serialOf } from '../zone';
import { makers } from './makers';
import type { RangePlace } from './range-place';

const EMPTY: ConditionalFormatModel = {
  areas: [],
  criteria: '',
  values: [],
  background: null,
  fontColor: null,
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
};

class FormatReader extends Double {
  readonly world: World;
  rule: ConditionalFormatModel;

  constructor(world: World, rule: ConditionalFormatModel) {
    super();
    this.world = world;
    this.rule = rule;
  }

  getRanges(): Double[] {
    return this.rule.areas.map((area) => makers.range(this.world, area));
  }

  getBooleanCondition(): Double | null {
    return this.rule.criteria === '' ? null : new BooleanConditionDouble(this.world, this.rule);
  }

  getGradientCondition(): null {
    return null;
  }

  copy(): Double {
    return new FormatBuilderDouble(this.world, this.rule);
  }
}

export class FormatRuleDouble extends FormatReader {}

export class BooleanConditionDouble extends Double {
  readonly world: World;
  readonly rule: ConditionalFormatModel;

  constructor(world: World, rule: ConditionalFormatModel) {
    super();
    this.world = world;
    this.rule = rule;
  }

  getCriteriaType(): EnumValue {
    return enumValue('Spreadsheet.BooleanCriteria', this.rule.criteria);
  }

  getCriteriaValues(): unknown[] {
    const { criteria, values } = this.rule;
    const isDay = criteria.startsWith('DATE_') && !criteria.endsWith('_RELATIVE');
    return values.map((value) =>
      isDay && typeof value === 'number' ? new this.world.Date(instantOfSerial(this.world.book.timeZone, value)) : value,
    );
  }

  getBackground(): string | null {
    return this.rule.background;
  }

  getFontColor(): string | null {
    return this.rule.fontColor;
  }

  getBold(): boolean | null {
    return this.rule.bold;
  }

  getItalic(): boolean | null {
    return this.rule.italic;
  }

  getUnderline(): boolean | null {
    return this.rule.underline;
  }

  getStrikethrough(): boolean | null {
    return this.rule.strikethrough;
  }
}

export class FormatBuilderDouble extends FormatReader {
  constructor(world: World, rule: ConditionalFormatModel = EMPTY) {
    super(world, rule);
  }

  whenFormulaSatisfied(formula: string): this {
    return change(this, { criteria: 'CUSTOM_FORMULA', values: [normalFormula(String(formula))] });
  }

  whenCellEmpty(): this {
    return change(this, { criteria: 'CELL_EMPTY', values: [] });
  }

  whenCellNotEmpty(): this {
    return change(this, { criteria: 'CELL_NOT_EMPTY', values: [] });
  }

  whenTextEqualTo(text: string): this {
    return change(this, { criteria: 'TEXT_EQUAL_TO', values: [String(text)] });
  }

  whenTextContains(text: string): this {
    return change(this, { criteria: 'TEXT_CONTAINS', values: [String(text)] });
  }

  whenTextStartsWith(text: string): this {
    return change(this, { criteria: 'TEXT_STARTS_WITH', values: [String(text)] });
  }

  whenNumberGreaterThan(value: number): this {
    return change(this, { criteria: 'NUMBER_GREATER_THAN', values: [value] });
  }

  whenNumberLessThan(value: number): this {
    return change(this, { criteria: 'NUMBER_LESS_THAN', values: [value] });
  }

  whenNumberBetween(low: number, high: number): this {
    return change(this, { criteria: 'NUMBER_BETWEEN', values: [low, high] });
  }

  whenDateBefore(date: unknown): this {
    return change(this, dayCriterion(this.world, 'DATE_BEFORE', date));
  }

  whenDateAfter(date: unknown): this {
    return change(this, dayCriterion(this.world, 'DATE_AFTER', date));
  }

  whenDateEqualTo(date: unknown): this {
    return change(this, dayCriterion(this.world, 'DATE_EQUAL_TO', date));
  }

  withCriteria(criteria: EnumValue, values: readonly unknown[]): this {
    return change(this, { criteria: String(criteria), values: [...values] });
  }

  setBackground(colour: string | null): this {
    return change(this, { background: normalColour(colour) });
  }

  setFontColor(colour: string | null): this {
    return change(this, { fontColor: normalColour(colour) });
  }

  setBold(bold: boolean | null): this {
    return change(this, { bold });
  }

  setItalic(italic: boolean | null): this {
    return change(this, { italic });
  }

  setUnderline(underline: boolean | null): this {
    return change(this, { underline });
  }

  setStrikethrough(strikethrough: boolean | null): this {
    return change(this, { strikethrough });
  }

  setRanges(ranges: readonly RangePlace[]): this {
    const areas: Area[] = ranges.map((range) => range.area);
    return change(this, { areas });
  }

  build(): FormatRuleDouble {
    if (this.rule.areas.length === 0) throw new ServiceError('Conditional format rule cannot be built: it has no ranges.');
    if (this.rule.criteria === '') throw new ServiceError('Conditional format rule cannot be built: it has no condition.');
    return new FormatRuleDouble(this.world, this.rule);
  }
}

function change<B extends FormatBuilderDouble>(builder: B, patch: Partial<ConditionalFormatModel>): B {
  builder.rule = { ...builder.rule, ...patch };
  return builder;
}

function dayCriterion(world: World, criteria: string, date: unknown): Pick<ConditionalFormatModel, 'criteria' | 'values'> {
  const isDate = Object.prototype.toString.call(date) === '[object Date]';
  if (!isDate) return { criteria: `${criteria}_RELATIVE`, values: [String(date)] };
  return { criteria, values: [Math.floor(serialOf(world.book.timeZone, (date as Date).getTime()))] };
}
