// The workbook as data: every sheet, column, list, format, chart and setting, in tab order.
import { customers } from './customers';
import { dashboard } from './dashboard';
import { enums } from './enums';
import { feedback } from './feedback';
import { guide } from './guide';
import { interactions } from './interactions';
import { calendar, options, regions, settingsSheet } from './lists';
import { audit, consent, health, moves, sendLog } from './logs';
import { automations, coupons, templates } from './messages';
import { orders } from './orders';
import { suggestions, users } from './people';
import { products } from './products';
import { requests } from './requests';
import { settings } from './settings';
import {
  archive,
  backupData,
  backups,
  chartData,
  dupDecisions,
  formLog,
  importSheet,
  inbox,
  journal,
  quarantine,
} from './stores';
import type { EnumTemplate, Locale, TableTemplate, WorkbookTemplate } from './types';

export const workbook = {
  version: 1,
  enums,
  sheets: {
    customers,
    interactions,
    orders,
    products,
    feedback,
    requests,
    dashboard,
    guide,
    users,
    templates,
    automations,
    coupons,
    calendar,
    regions,
    options,
    settings: settingsSheet,
    suggestions,
    consent,
    moves,
    health,
    import: importSheet,
    quarantine,
    form_log: formLog,
    archive,
    dup_decisions: dupDecisions,
    inbox,
    journal,
    audit,
    send_log: sendLog,
    backups,
    backup_data: backupData,
    chart_data: chartData,
  },
  settings,
} as const satisfies WorkbookTemplate;

export type SheetKey = keyof typeof workbook.sheets;

/** Keys of the sheets that hold rows, not pages. */
export type TableKey = {
  [K in SheetKey]: (typeof workbook.sheets)[K] extends { readonly shape: 'table' } ? K : never;
}[SheetKey];

/** Whether a key is that of a sheet that holds rows. */
export function isTableKey(key: string): key is TableKey {
  return key in workbook.sheets && workbook.sheets[key as SheetKey].shape === 'table';
}

/** The declaration of a data sheet, seen as any table. */
export function tableOf(key: TableKey): TableTemplate {
  return workbook.sheets[key];
}

/** An option's label; `null` when the enum has no such option. */
export function optionLabel(
  from: Readonly<Record<string, EnumTemplate>>,
  key: string,
  id: string,
  locale: Locale,
): string | null {
  return from[key]?.options.find((option) => option.id === id)?.label[locale] ?? null;
}

export { codes } from './codes';
export type { CustomerKey } from './customers';
export { enums } from './enums';
export { issueMarks } from './formats';
export { regionRows } from './regions';
export type { SettingKey } from './settings';
