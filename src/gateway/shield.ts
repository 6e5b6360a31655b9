// The paste shield: finds rules, number formats and check boxes that a paste took from cells, and formulas it left in them; puts right.

import { type KindContext, kindOf } from '../domain/kinds/index';
import { noteOf, onCell, plainFormat, runsOf } from '../domain/plan/index';
import { isTableKey, type SheetKey } from '../template/index';
import type { ColumnTemplate } from '../template/types';
import { dataColumn, RuleMaker, sortOf } from './rules';
import type { Run } from './run';
import { findSheet, readHead, type Table, tableTemplate } from './table';

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

/** Rules whose sort is asked for, a call each; of the others it counts that one is there. */
const MOST_SORTS = 40;
/** Stretches of a column that are mended one by one; of more, the column from the first to the last, the cells between as they stand. */
const MOST_STRETCHES = 4;

/** Damaged cells by 0-based column: 0-based rows among those looked at. */
type Cells = Map<number, number[]>;

export interface Damage {
  readonly formats: Cells;
  readonly rules: Cells;
  /** Cells whose rule is none of ours. */
  readonly strays: Cells;
  readonly formulas: Cells;
}

/** Rows of a table that were edited, and the columns of ours among those edited. */
export interface Edited {
  readonly table: Table;
  /** 1-based sheet row. */
  readonly first: number;
  readonly rows: number;
  readonly keys: readonly string[];
  /** Whether a row, 0-based, is a record: only records have check boxes. */
  isRecord(row: number): boolean;
}

/** Looks at the edited rectangle: three service reads. A rule's or format's looks are compared by its sort alone. */
export function findDamage(edited: Edited, kinds: KindContext): Damage {
  const damage = unharmed();
  const columns = columnsOf(edited);
  if (columns.length === 0) return damage;
  const left = Math.min(...columns.map(({ at }) => at));
  const width = Math.max(...columns.map(({ at }) => at)) - left + 1;
  const range = edited.table.sheet.getRange(edited.first, left + 1, edited.rows, width);
  const [formulas, formats, rules] = [range.getFormulas(), range.getNumberFormats(), range.getDataValidations()];
  const sorts = new Map<Rule, string>();
  const sort = (rule: Rule) => {
    if (!sorts.has(rule) && sorts.size < MOST_SORTS) sorts.set(rule, sortOf(rule));
    return sorts.get(rule);
  };
  for (const { at, column } of columns) {
    const { numberFormat, rule } = kindOf(column).setup(column, kinds);
    const wanted = rule === null ? null : SORTS[rule.type];
    for (let row = 0; row < edited.rows; row++) {
      if ((formulas[row]?.[at - left] ?? '') !== '') note(damage.formulas, at, row);
      if (plainFormat(formats[row]?.[at - left]) !== numberFormat) note(damage.formats, at, row);
      const found = rules[row]?.[at - left] ?? null;
      const here = wanted === 'CHECKBOX' && !edited.isRecord(row) ? null : wanted;
      if (here === null) {
        if (found !== null) note(damage.strays, at, row);
      } else if (found === null || !isOf(here, sort(found))) note(damage.rules, at, row);
    }
  }
  return damage;
}

function isOf(names: string, sort: string | undefined): boolean {
  return sort === undefined || names.split(' ').includes(sort);
}

/**
 * Whether a single cell wants a closer look, in one service read: a paste takes rule and number format together, and only a cell that is
 * not plain text computes, which costs one more.
 */
export function isSuspect(edited: Edited, kinds: KindContext): boolean {
  const [only] = columnsOf(edited);
  if (only === undefined) return false;
  const { numberFormat, rule } = kindOf(only.column).setup(only.column, kinds);
  const cell = edited.table.sheet.getRange(edited.first, only.at + 1);
  const isPasted =
    rule === null || rule.type === 'checkbox'
      ? plainFormat(cell.getNumberFormat()) !== numberFormat
      : cell.getDataValidation() === null;
  return isPasted || (numberFormat !== '@' && cell.getFormula() !== '');
}

/** No damage. */
export function unharmed(): Damage {
  return { formats: new Map(), rules: new Map(), strays: new Map(), formulas: new Map() };
}

/** The columns of ours that have check boxes get them in these rows, which have become records. */
export function withoutBoxes({ table }: Edited, rows: readonly number[], damage: Damage): Damage {
  const rules = new Map(damage.rules);
  for (const [key, column] of Object.entries(tableTemplate(table.key).columns)) {
    const at = table.columns.get(key);
    if (column.kind === 'flag' && at !== undefined && rows.length > 0) {
      rules.set(
        at,
        [...new Set([...(rules.get(at) ?? []), ...rows])].sort((a, b) => a - b),
      );
    }
  }
  return { ...damage, rules };
}

/** Names Google gives the rules the template makes. */
const SORTS = {
  list: 'VALUE_IN_LIST',
  range: 'VALUE_IN_RANGE VALUE_IN_LIST',
  date: 'DATE_IS_VALID_DATE DATE_ON_OR_AFTER',
  number: 'NUMBER_BETWEEN NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_GREATER_THAN_OR_EQUAL_TO',
  checkbox: 'CHECKBOX',
  formula: 'CUSTOM_FORMULA',
} as const;

/** Cells that are damaged in any way but by a formula. */
export function damagedCells({ formats, rules, strays }: Damage): number {
  const cells = new Set<string>();
  for (const kind of [formats, rules, strays]) for (const [at, rows] of kind) for (const row of rows) cells.add(`${at}:${row}`);
  return cells.size;
}

/** Formats before values: text set to `@` cannot become a formula. One service write a format and stretch of columns. */
export function mendFormats(edited: Edited, { formats }: Damage, kinds: KindContext): void {
  for (const block of blocksOf(formats)) {
    const line = block.columns.map((at) => formatAt(edited, at, kinds));
    mend(() => rangeOf(edited, block).setNumberFormats(new Array<string[]>(block.to - block.from + 1).fill(line)));
  }
}

/** Rules come last: a strict one would refuse what was pasted and stays. */
export function mendRules(run: Run, edited: Edited, { rules, strays }: Damage, kinds: KindContext): void {
  for (const block of blocksOf(strays)) setRules(edited, block, strays, () => null);
  const maker = new RuleMaker({ column: columnPlaces(run) });
  const plain: Cells = new Map();
  for (const [at, rows] of rules) {
    const column = columnAt(edited, at);
    if (column !== null && kindOf(column).setup(column, kinds).rule?.type === 'formula') {
      for (const block of blocksOf(new Map([[at, rows]]))) {
        const rule = ruleAt(run, edited, at, block.from, kinds, maker);
        mend(() => rangeOf(edited, block).setDataValidation(rule));
      }
    } else plain.set(at, rows);
  }
  for (const block of blocksOf(plain)) setRules(edited, block, plain, (at) => ruleAt(run, edited, at, block.from, kinds, maker));
}

/** Gives damaged cells of a block their rules; of those between the rules are read again: a check box or a list of cities is its row's. */
function setRules(edited: Edited, block: Block, damaged: Cells, ruleOf: (at: number) => Rule | null): void {
  const { columns, from, to } = block;
  mend(() => {
    const range = rangeOf(edited, block);
    const line = columns.map(ruleOf);
    if (columns.every((at) => (damaged.get(at)?.length ?? 0) > to - from)) {
      range.setDataValidations(new Array<typeof line>(to - from + 1).fill(line));
      return;
    }
    const stands = range.getDataValidations();
    const sets = columns.map((at) => new Set(damaged.get(at)));
    range.setDataValidations(
      stands.map((rules, i) => rules.map((rule, at) => (sets[at]?.has(from + i) ? (line[at] ?? null) : rule))),
    );
  });
}

/** What is closed to this account stays as it is, and stops nothing else. */
function mend(act: () => unknown): void {
  try {
    act();
  } catch {
    return;
  }
}

function rangeOf({ table, first }: Edited, { columns, from, to }: Block): GoogleAppsScript.Spreadsheet.Range {
  return table.sheet.getRange(first + from, (columns[0] ?? 0) + 1, to - from + 1, columns.length);
}

function ruleAt(run: Run, { table, first }: Edited, at: number, row: number, kinds: KindContext, maker: RuleMaker): Rule | null {
  const column = columnAt({ table }, at);
  const rule = column === null ? null : kindOf(column).setup(column, kinds).rule;
  if (column === null || rule === null) return null;
  return maker.make(onCell(rule, at + 1, first + row), noteOf(column, run.state?.locale ?? 'zh-CN'), table.sheet);
}

function formatAt(edited: Edited, at: number, kinds: KindContext): string {
  const column = columnAt(edited, at);
  return column === null ? 'General' : kindOf(column).setup(column, kinds).numberFormat;
}

/** Where lists of other sheets stand, looked up once a sheet. */
function columnPlaces(run: Run): (sheet: string, key: string) => GoogleAppsScript.Spreadsheet.Range | null {
  const heads = new Map<string, Table | null>();
  return (key, column) => {
    if (!heads.has(key)) heads.set(key, isTableKey(key) && findSheet(run, key) !== null ? readHead(run, key as SheetKey) : null);
    const head = heads.get(key);
    const at = head?.columns.get(column);
    return head == null || at === undefined ? null : dataColumn(head.sheet, at + 1);
  };
}

function columnsOf({ table, keys }: Edited): { readonly at: number; readonly column: ColumnTemplate }[] {
  const declared = tableTemplate(table.key).columns;
  return keys.flatMap((key) => {
    const [at, column] = [table.columns.get(key), declared[key]];
    return at === undefined || column === undefined ? [] : [{ at, column }];
  });
}

function columnAt({ table }: Pick<Edited, 'table'>, at: number): ColumnTemplate | null {
  const declared = tableTemplate(table.key).columns;
  for (const [key, place] of table.columns) if (place === at) return declared[key] ?? null;
  return null;
}

function note(cells: Cells, at: number, row: number): void {
  const known = cells.get(at);
  if (known === undefined) cells.set(at, [row]);
  else known.push(row);
}

interface Block {
  readonly columns: number[];
  /** First and last row, 0-based. */
  readonly from: number;
  readonly to: number;
}

/** Rectangles around the cells: neighbouring columns damaged in the same rows are one. */
function blocksOf(cells: Cells): Block[] {
  const blocks: Block[] = [];
  for (const [at, rows] of [...cells].sort((a, b) => a[0] - b[0])) {
    let runs = runsOf(rows).map(({ at: from, count }) => ({ from, to: from + count - 1 }));
    const [first, last] = [runs[0], runs[runs.length - 1]];
    if (runs.length > MOST_STRETCHES && first !== undefined && last !== undefined) runs = [{ from: first.from, to: last.to }];
    for (const { from, to } of runs) {
      const left = blocks.find(
        (block) => block.from === from && block.to === to && block.columns[block.columns.length - 1] === at - 1,
      );
      if (left === undefined) blocks.push({ columns: [at], from, to });
      else left.columns.push(at);
    }
  }
  return blocks;
}
