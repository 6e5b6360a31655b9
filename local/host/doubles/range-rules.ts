// Range, fourth part: data validation, check boxes, protection.
import { rangeName } from '../a1';
import type { ValidationModel } from '../book';
import { piecesOf, putRule, putValue, ruleAt, valueAt } from '../cells';
import { normalFormula, translateFormula } from '../engine';
import type { Double } from '../guard';
import { isArea } from '../structure';
import { newProtection, ProtectionDouble } from './protection';
import { RangeLooks } from './range-looks';
import { dressable } from './range-place';
import { gridOf, requireSize } from './range-values';
import { ValidationDouble } from './validation';

export class RangeRules extends RangeLooks {
  getDataValidation(): ValidationDouble | null {
    return ruleDouble(this, ruleAt(this.model, this.area.row, this.area.column), this.area.row);
  }

  getDataValidations(): (object | null)[][] {
    const sheet = this.model;
    const { area, world } = this;
    const grid = gridOf<object | null>(this, () => null);
    for (let c = 0; c < area.columns; c++) {
      for (const [row, rows, rule] of piecesOf(sheet.validations, area.column + c, area.row, area.rows)) {
        if (rule === null) continue;
        // One object for a run of cells: thousands of equal ones would only cost memory.
        const shared = rule.criteria === 'CUSTOM_FORMULA' ? null : world.handle(new ValidationDouble(world, rule));
        for (let r = row; r < row + rows; r++) {
          (grid[r - area.row] as (object | null)[])[c] = shared ?? world.handle(ruleDouble(this, rule, r) as Double);
        }
      }
    }
    return grid;
  }

  setDataValidation(rule: ValidationDouble | null): this {
    const sheet = dressable(this);
    for (let c = 0; c < this.area.columns; c++) {
      const column = { ...this.area, column: this.area.column + c, columns: 1 };
      putRule(sheet, column, rule === null ? null : keptRule(rule.rule, this.area.row, c));
    }
    return this;
  }

  setDataValidations(rules: readonly (readonly (ValidationDouble | null)[])[]): this {
    requireSize(this, rules, 'data');
    const sheet = dressable(this);
    const { row, column, rows, columns } = this.area;
    for (let c = 0; c < columns; c++) {
      for (let r = 0; r < rows; ) {
        const rule = rules[r]?.[c] ?? null;
        let same = 1;
        // A formula is relative to its own cell, so each is kept by itself.
        while (rule?.rule.criteria !== 'CUSTOM_FORMULA' && r + same < rows && (rules[r + same]?.[c] ?? null) === rule) same++;
        const place = { row: row + r, rows: same, column: column + c, columns: 1 };
        putRule(sheet, place, rule === null ? null : keptRule(rule.rule, row + r, 0));
        r += same;
      }
    }
    return this;
  }

  clearDataValidations(): this {
    putRule(dressable(this), this.area, null);
    return this;
  }

  insertCheckboxes(...values: unknown[]): this {
    const sheet = dressable(this);
    putRule(sheet, this.area, { criteria: 'CHECKBOX', values, allowInvalid: false, helpText: null, showDropdown: true });
    const { row, column, rows, columns } = this.area;
    for (let r = row; r < row + rows; r++) {
      // A new box is an unticked one: FALSE is content from now on.
      for (let c = column; c < column + columns; c++) if (typeof valueAt(sheet, r, c) !== 'boolean') putValue(sheet, r, c, false);
    }
    return this;
  }

  removeCheckboxes(): this {
    const sheet = dressable(this);
    for (let c = this.area.column; c < this.area.column + this.area.columns; c++) {
      for (const [row, rows, rule] of piecesOf(sheet.validations, c, this.area.row, this.area.rows)) {
        if (rule?.criteria !== 'CHECKBOX') continue;
        putRule(sheet, { row, rows, column: c, columns: 1 }, null);
        for (let r = row; r < row + rows; r++) putValue(sheet, r, c, null);
      }
    }
    return this;
  }

  check(): this {
    return this.setValue(true);
  }

  uncheck(): this {
    return this.setValue(false);
  }

  protect(): ProtectionDouble {
    const sheet = this.model;
    this.world.requireSheet(sheet);
    this.world.requireCells(sheet, this.area);
    return new ProtectionDouble(this.world, newProtection(this.world, sheet, this.area));
  }
}

function ruleDouble(range: RangeRules, rule: ValidationModel | null, row: number): ValidationDouble | null {
  if (rule === null) return null;
  const values =
    rule.criteria === 'CUSTOM_FORMULA' ? rule.values.map((text) => translateFormula(String(text), row - 1, 0)) : rule.values;
  return new ValidationDouble(range.world, { ...rule, values });
}

/** A rule as the model keeps it: formulas as for row 1, moved to the `offset`-th column of the range they were set on. */
function keptRule(rule: ValidationModel, row: number, offset: number): ValidationModel {
  if (rule.criteria !== 'CUSTOM_FORMULA') return rule;
  const values = rule.values.map((value) => {
    if (isArea(value)) return value;
    const kept = translateFormula(normalFormula(String(value)), 1 - row, offset);
    if (kept.includes('#REF!')) {
      throw new Error(
        `[local host] a rule's formula that reads rows above its cell is not kept: ${String(value)} at ${rangeName({ row, column: 1, rows: 1, columns: 1 })}`,
      );
    }
    return kept;
  });
  return { ...rule, values };
}
