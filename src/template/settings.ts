// Every setting: its group, default, the default of presets that differ, and how its value is read.
import { behaviourSettings } from './settings/behaviour';
import { upkeepSettings } from './settings/upkeep';
import type { SettingTemplate } from './types';

/** By stable key `group.name`; enum settings have an option's id as default. */
export const settings = { ...behaviourSettings, ...upkeepSettings } as const satisfies Readonly<Record<string, SettingTemplate>>;

export type SettingKey = keyof typeof settings;
