// Options in force: the shipped ones with what people changed in the Options sheet.
import { type OptionRead, optionsInForce } from '../domain/plan/options';
import { workbook } from '../template/index';
import type { EnumTemplate } from '../template/types';
import type { Run } from './run';
import { cellOf, findSheet, readTable, textOf } from './table';

const held = new WeakMap<Run, Readonly<Record<string, EnumTemplate>>>();

/**
 * Every closed list by its key: labels, order and colours as in the Options sheet, without the options switched off. Read once a
 * run, in one service read; the shipped lists where the sheet is missing.
 */
export function enumsInForce(run: Run): Record<string, EnumTemplate> {
  const known = held.get(run);
  if (known !== undefined) return known;
  const enums = optionsInForce(workbook.enums, readOptions(run));
  held.set(run, enums);
  return enums;
}

function readOptions(run: Run): OptionRead[] {
  if (run.state === null || findSheet(run, 'options') === null) return [];
  const table = readTable(run, 'options');
  return table.rows.map((row) => ({
    list: textOf(table, row, 'enum'),
    id: textOf(table, row, 'id'),
    label: { 'zh-CN': textOf(table, row, 'zh'), en: textOf(table, row, 'en') },
    aliases: textOf(table, row, 'aliases'),
    order: Number(cellOf(table, row, 'order') ?? Number.NaN),
    active: cellOf(table, row, 'active') !== false,
    ground: textOf(table, row, 'colour'),
  }));
}
