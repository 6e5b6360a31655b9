// Settings in force: what stands in the Settings sheet, read by each setting's kind, else the shipped default.
import { kindOf } from '../domain/kinds/index';
import { settingColumn, settingDefault } from '../domain/plan/settings';
import { type SettingKey, workbook } from '../template/index';
import type { Cell, SettingTemplate } from '../template/types';
import type { Run } from './run';
import { findSheet, readTable, textOf } from './table';

/**
 * Settings by key, in one service read a run. An enum setting answers its option's id, whatever the language; a value that cannot be read
 * answers the default.
 */
export function settingsOf(run: Run): (key: SettingKey) => Cell {
  const typed = readSettings(run);
  return (key) => {
    const setting: SettingTemplate = workbook.settings[key];
    const dflt = settingDefault(setting, run.state?.preset ?? null);
    const raw = typed.get(key);
    if (raw === undefined) return dflt;
    const column = settingColumn(setting);
    const context = { locale: run.state?.locale ?? 'zh-CN', today: run.today, homeRegion: 'CN', enums: workbook.enums };
    const read = kindOf(column).parse(raw, column, context);
    if (!read.ok || kindOf(column).validate(read.value, column, context) !== null) return dflt;
    return column.kind === 'enum' ? optionId(column.enum, read.value) : read.value;
  };
}

const held = new WeakMap<Run, ReadonlyMap<string, string>>();

/** The typed values by setting key, read once a run; empty cells are left out. */
function readSettings(run: Run): ReadonlyMap<string, string> {
  const known = held.get(run);
  if (known !== undefined) return known;
  const values = new Map<string, string>();
  held.set(run, values);
  if (run.state === null || findSheet(run, 'settings') === null) return values;
  const table = readTable(run, 'settings');
  for (const row of table.rows) {
    const value = textOf(table, row, 'value');
    if (value !== '') values.set(textOf(table, row, 'key'), value);
  }
  return values;
}

function optionId(list: string, label: Cell): Cell {
  const options = workbook.enums[list as keyof typeof workbook.enums].options;
  return options.find((option) => option.label['zh-CN'] === label || option.label.en === label)?.id ?? null;
}
