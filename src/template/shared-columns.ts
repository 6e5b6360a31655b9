// Columns several sheets have alike.
import type { ColumnTemplate } from './types';

/** Points at a customer, where a row may do without one. */
export const customerRef = {
  kind: 'ref',
  sheet: 'customers',
  holds: 'customer_id',
  label: { 'zh-CN': '客户编号', en: 'Customer ID' },
  help: {
    'zh-CN': '客户编号；写姓名或电话也行，只要只有一位客户符合。',
    en: 'The customer’s ID; a name or phone number will do if it fits one customer only.',
  },
  width: 110,
  band: 'identity',
  editor: 'owner',
  aliases: ['客户ID', '客户号', 'customer no', 'customer number', 'client id'],
} as const satisfies ColumnTemplate;

/** Which customer a row is about. */
export const customerColumns = {
  customer_id: { ...customerRef, required: true },
  customer_name: {
    kind: 'text',
    max: 100,
    label: { 'zh-CN': '客户', en: 'Customer' },
    help: { 'zh-CN': '按客户编号自动填。', en: 'Filled in from the customer ID.' },
    width: 130,
    band: 'identity',
    kept: 'script',
    editor: 'script',
  },
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

/** Who wrote a row and when. */
export const stampColumns = {
  created_at: {
    kind: 'stamp',
    label: { 'zh-CN': '创建时间', en: 'Created' },
    width: 130,
    band: 'system',
    kept: 'script',
    editor: 'script',
  },
  created_by: {
    kind: 'text',
    max: 100,
    label: { 'zh-CN': '创建人', en: 'Created by' },
    width: 110,
    band: 'system',
    kept: 'script',
    editor: 'script',
  },
  updated_at: {
    kind: 'stamp',
    label: { 'zh-CN': '更新时间', en: 'Updated' },
    width: 130,
    band: 'system',
    kept: 'script',
    editor: 'fact',
  },
  /** By address: two people may share a name, never an account. */
  updated_by: {
    kind: 'text',
    max: 100,
    label: { 'zh-CN': '更新人', en: 'Updated by' },
    width: 110,
    band: 'system',
    kept: 'script',
    editor: 'fact',
  },
  is_sample: {
    kind: 'flag',
    label: { 'zh-CN': '样例', en: 'Sample' },
    width: 86,
    band: 'system',
    kept: 'script',
    editor: 'script',
  },
} as const satisfies Readonly<Record<string, ColumnTemplate>>;
