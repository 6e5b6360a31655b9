// Settings as columns of one cell each, so that kinds read, judge and rule them like any other value.
import type { Cell, ColumnTemplate, Preset, SettingTemplate } from '../../template/types';

/** The column a setting would be. */
export function settingColumn(setting: SettingTemplate): ColumnTemplate {
  return { label: setting.label, help: setting.help, width: 0, editor: 'admin', ...setting.value };
}

/** The shipped value; an option's id for an enum. */
export function settingDefault(setting: SettingTemplate, preset: Preset | null): Cell {
  const own = preset === null ? undefined : setting.byPreset?.[preset];
  return own === undefined ? setting.dflt : own;
}
