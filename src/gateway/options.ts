// Options in force: the shipped ones with what people changed in the Options sheet.
import { fieldLists } from '../domain/fields/fields';
import { optionOf } from '../domain/kinds/enum';
import { type OptionRead, optionRead, optionsInForce } from '../domain/plan/options';
import { Refusal } from '../domain/refusal';
import { optionLabel, workbook } from '../template/index';
import type { Cell, EnumTemplate } from '../template/types';
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
  const enums = optionsInForce({ ...workbook.enums, ...fieldLists(run.state?.fields ?? {}) }, readOptions(run));
  held.set(run, enums);
  return enums;
}

/** The option a stored text means; empty for none. */
export function optionId(run: Run, list: string, text: Cell | undefined): string {
  const known = enumsInForce(run)[list];
  return (known && optionOf(known, String(text ?? ''))?.id) ?? '';
}

/** The label in force of an option. @throws Refusal `option.off` where the team switched it off */
export function labelInForce(run: Run, list: string, id: string): string {
  const label = optionLabel(enumsInForce(run), list, id, run.state?.locale ?? 'zh-CN');
  if (label === null) throw new Refusal('option.off', { option: id });
  return label;
}

function readOptions(run: Run): OptionRead[] {
  if (run.state === null || findSheet(run, 'options') === null) return [];
  const table = readTable(run, 'options');
  return table.rows.map((row) => optionRead(recordOf(table, row)));
}
