// Options in force: the shipped ones with what people changed in the Options sheet.
import { type OptionRead, optionRead, optionsInForce } from '../domain/plan/options';
import { workbook } from '../template/index';
import type { EnumTemplate } from '../template/types';
import type { Run } from './run';
import { findSheet, readTable, recordOf } from './table';

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
  return table.rows.map((row) => optionRead(recordOf(table, row)));
}
