// Every setting: its group, default, the default of presets that differ, and how its value is read.
import { behaviourSettings } from './settings/behaviour';
import { upkeepSettings } from './settings/upkeep';
import type { SettingTemplate, Text } from './types';

/** By stable key `group.name`; enum settings have an option's id as default. */
export const settings = { ...behaviourSettings, ...upkeepSettings } as const satisfies Readonly<Record<string, SettingTemplate>>;

export type SettingKey = keyof typeof settings;

/** Settings something reads by now. The others stand in the sheet, say so, and come into force with their features. */
export const inForce: readonly SettingKey[] = [
  'general.language',
  'general.preset',
  'general.home_region',
  'general.base_currency',
  'general.rates',
  'custom.fields',
  'reminders.send_hour',
  'reminders.quiet_from',
  'reminders.quiet_to',
  'reminders.upcoming_days',
  'reminders.cadence_key',
  'reminders.cadence_standard',
  'reminders.cadence_prospect',
  'reminders.daily_cap',
  'reminders.snooze_limit',
  'reminders.off_day',
  'reminders.item_limit',
  'due.complaint_high',
  'due.complaint_medium',
  'due.complaint_low',
  'due.request',
  'due.suggestion',
  'quality.amount_min',
  'quality.amount_max',
];

/** Before the help of a setting that nothing reads yet. */
export const notYet: Text = { 'zh-CN': '（这个版本还不起作用）', en: '(not in force in this version)' };
