// DataValidation and its builder: one criterion a rule, the last one named wins.
import type { Area, ValidationModel } from '../book';
import { ServiceError } from '../errors';
import { Double, doubleOf, type EnumValue, enumValue } from '../guard';
import { isArea } from '../structure';
import type { World } from '../world';
import { instantOfSerial, serialOf } from '../zone';
import { makers } from './makers';
import type { RangePlace } from './range-place';

const EMPTY: ValidationModel = { criteria: '', values: [], allowInvalid: true, helpText: null, showDropdown: true };

/** What rule and builder have in common; formulas are written as the script gave them. */
class ValidationReader extends Double {
  readonly world: World;
  rule: ValidationModel;

  constructor(world: World, rule: ValidationModel) {
    super();
    this.world = world;
    this.rule = rule;
  }

  getCriteriaType(): EnumValue {
    return enumValue('Spreadsheet.DataValidationCriteria', this.rule.criteria);
  }

  getCriteriaValues(): unknown[] {
    const { criteria, values, showDropdown } = this.rule;
    if (criteria.includes('_RELATIVE')) throw new ServiceError('Service error: Spreadsheets');
    if (criteria === 'VALUE_IN_LIST') return [this.world.realm.list(values), showDropdown];
    const [first] = values;
    if (isArea(first)) return [makers.range(this.world, first), showDropdown];
    const { timeZone } = this.world.book;
    return values.map((value) =>
      criteria.startsWith('DATE_') && typeof value === 'number' ? new this.world.Date(instantOfSerial(timeZone, value)) : value,
    );
  }

  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }

  getHelpText(): string | null {
    return this.rule.helpText;
  }

  copy(): Double {
    return new ValidationBuilderDouble(this.world, this.rule);
  }
}

export class ValidationDouble extends ValidationReader {}

export class ValidationBuilderDouble extends ValidationReader {
  constructor(world: World, rule: ValidationModel = EMPTY) {
    super(world, rule);
  }

  requireCheckbox(...values: unknown[]): this {
    return criterion(this, 'CHECKBOX', values);
  }

  requireDate(): this {
    return criterion(this, 'DATE_IS_VALID_DATE', []);
  }

  requireDateAfter(date: Date): this {
    return criterion(this, 'DATE_AFTER', [date]);
  }

  requireDateBefore(date: Date): this {
    return criterion(this, 'DATE_BEFORE', [date]);
  }

  requireDateBetween(start: Date, end: Date): this {
    return criterion(this, 'DATE_BETWEEN', [start, end]);
  }

  requireDateEqualTo(date: Date): this {
    return criterion(this, 'DATE_EQUAL_TO', [date]);
  }

  requireDateOnOrAfter(date: Date): this {
    return criterion(this, 'DATE_ON_OR_AFTER', [date]);
  }

  requireDateOnOrBefore(date: Date): this {
    return criterion(this, 'DATE_ON_OR_BEFORE', [date]);
  }

  requireFormulaSatisfied(formula: string): this {
    return criterion(this, 'CUSTOM_FORMULA', [formula]);
  }

  requireNumberBetween(low: number, high: number): this {
    return criterion(this, 'NUMBER_BETWEEN', [low, high]);
  }

  requireNumberEqualTo(value: number): this {
    return criterion(this, 'NUMBER_EQUAL_TO', [value]);
  }

  requireNumberGreaterThan(value: number): this {
    return criterion(this, 'NUMBER_GREATER_THAN', [value]);
  }

  requireNumberGreaterThanOrEqualTo(value: number): this {
    return criterion(this, 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [value]);
  }

  requireNumberLessThan(value: number): this {
    return criterion(this, 'NUMBER_LESS_THAN', [value]);
  }

  requireNumberLessThanOrEqualTo(value: number): this {
    return criterion(this, 'NUMBER_LESS_THAN_OR_EQUAL_TO', [value]);
  }

  requireTextContains(text: string): this {
    return criterion(this, 'TEXT_CONTAINS', [text]);
  }

  requireTextDoesNotContain(text: string): this {
    return criterion(this, 'TEXT_DOES_NOT_CONTAIN', [text]);
  }

  requireTextEqualTo(text: string): this {
    return criterion(this, 'TEXT_EQUAL_TO', [text]);
  }

  requireTextIsEmail(): this {
    return criterion(this, 'TEXT_IS_VALID_EMAIL', []);
  }

  requireTextIsUrl(): this {
    return criterion(this, 'TEXT_IS_VALID_URL', []);
  }

  requireValueInList(values: readonly unknown[], showDropdown = true): this {
    const { listItems } = this.world.limits;
    if (values.length > listItems) {
      const limit = `The data validation rule has more items than the limit of ${listItems}.`;
      throw new ServiceError(`${limit} Use the 'List from a range' criteria instead.`);
    }
    criterion(this, 'VALUE_IN_LIST', values.map(String));
    this.rule = { ...this.rule, showDropdown };
    return this;
  }

  requireValueInRange(range: RangePlace, showDropdown = true): this {
    criterion(this, 'VALUE_IN_RANGE', [range.area]);
    this.rule = { ...this.rule, showDropdown };
    return this;
  }

  withCriteria(criteria: EnumValue, values: readonly unknown[]): this {
    const name = String(criteria);
    if (name === 'VALUE_IN_LIST') return this.requireValueInList(values[0] as unknown[], values[1] !== false);
    const [first] = values;
    const range = doubleOf(first) as RangePlace | null;
    if (name === 'VALUE_IN_RANGE' && range !== null) return this.requireValueInRange(range, values[1] !== false);
    return criterion(this, name, values);
  }

  setAllowInvalid(allowInvalid: boolean): this {
    this.rule = { ...this.rule, allowInvalid };
    return this;
  }

  setHelpText(helpText: string): this {
    this.rule = { ...this.rule, helpText: String(helpText) };
    return this;
  }

  build(): ValidationDouble {
    if (this.rule.criteria === '') throw new ServiceError('Cannot build a data validation rule without criteria.');
    return new ValidationDouble(this.world, this.rule);
  }
}

/** Replaces the criterion; days are kept as serial numbers, without their time. */
function criterion<B extends ValidationBuilderDouble>(builder: B, criteria: string, values: readonly unknown[]): B {
  const { timeZone } = builder.world.book;
  const kept = values.map((value) => {
    const isDate = Object.prototype.toString.call(value) === '[object Date]';
    return isDate ? Math.floor(serialOf(timeZone, (value as Date).getTime())) : (value as string | number | boolean | Area);
  });
  builder.rule = { ...builder.rule, criteria, values: kept };
  return builder;
}
