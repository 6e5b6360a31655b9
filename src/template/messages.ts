// Desk sheets for messages to customers: Templates, Automations, Coupons.
import { customerColumns, customerRef } from './shared-columns';
import type { ColumnTemplate, RowOf, TableTemplate } from './types';

const templateColumns = {
  template_id: {
    kind: 'id',
    prefix: 'T-',
    label: { 'zh-CN': '编号', en: 'No.' },
    width: 96,
    band: 'identity',
    required: true,
    unique: true,
    kept: 'script',
    editor: 'script',
  },
  key: {
    kind: 'text',
    max: 40,
    label: { 'zh-CN': '名称', en: 'Name' },
    help: {
      'zh-CN': '规则按这个名称引用；两种语言写同一个名称。',
      en: 'Rules refer to it by this name; the same in both languages.',
    },
    width: 150,
    band: 'identity',
    required: true,
    editor: 'manager',
  },
  channel: {
    kind: 'enum',
    enum: 'message_channel',
    label: { 'zh-CN': '渠道', en: 'Channel' },
    help: { 'zh-CN': '邮件由程序发；复制由人贴到聊天里。', en: 'Mail is sent by script; Copy is pasted into a chat by hand.' },
    width: 96,
    band: 'profile',
    required: true,
    editor: 'manager',
  },
  purpose: {
    kind: 'enum',
    enum: 'purpose',
    label: { 'zh-CN': '用途', en: 'Purpose' },
    help: { 'zh-CN': '营销消息只发给已同意的客户。', en: 'Marketing goes only to customers who agreed.' },
    width: 100,
    band: 'profile',
    required: true,
    editor: 'manager',
  },
  lang: {
    kind: 'enum',
    enum: 'language',
    uniqueWith: ['key'],
    label: { 'zh-CN': '语言', en: 'Language' },
    width: 96,
    band: 'profile',
    required: true,
    editor: 'manager',
  },
  subject: {
    kind: 'text',
    max: 150,
    label: { 'zh-CN': '主题', en: 'Subject' },
    width: 240,
    band: 'contact',
    required: true,
    editor: 'manager',
  },
  body: {
    kind: 'text',
    max: 5000,
    label: { 'zh-CN': '正文', en: 'Body' },
    help: { 'zh-CN': '变量写成 {{name}}，用列的键。', en: 'Variables as {{name}}, by the key of the column.' },
    width: 400,
    band: 'contact',
    required: true,
    editor: 'manager',
  },
  active: { kind: 'flag', label: { 'zh-CN': '启用', en: 'Active' }, width: 80, band: 'profile', editor: 'manager' },
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const templates = {
  shape: 'table',
  label: { 'zh-CN': '消息模板', en: 'Templates' },
  place: 'desk',
  guard: 'strict',
  made: 'first-use',
  columns: templateColumns,
} as const satisfies TableTemplate;

export type MessageTemplate = RowOf<typeof templates>;

const automationColumns = {
  rule_id: {
    kind: 'id',
    prefix: 'R-',
    label: { 'zh-CN': '规则号', en: 'No.' },
    width: 96,
    band: 'identity',
    required: true,
    unique: true,
    kept: 'script',
    editor: 'script',
  },
  kind: {
    kind: 'enum',
    enum: 'automation_kind',
    label: { 'zh-CN': '类型', en: 'Kind' },
    width: 110,
    band: 'identity',
    required: true,
    editor: 'manager',
  },
  threshold: {
    kind: 'text',
    max: 40,
    label: { 'zh-CN': '门槛', en: 'Threshold' },
    help: {
      'zh-CN': '累计消费写金额，生命周期写阶段，生日空着。',
      en: 'An amount for spend, a stage for lifecycle, empty for birthdays.',
    },
    width: 110,
    band: 'profile',
    editor: 'manager',
  },
  filter: {
    kind: 'text',
    max: 200,
    label: { 'zh-CN': '范围', en: 'Filter' },
    help: { 'zh-CN': '和侧边栏搜索一样写，如 重要 上海。', en: 'Written as in the sidebar’s search, e.g. key Shanghai.' },
    width: 160,
    band: 'profile',
    editor: 'manager',
  },
  period_days: {
    kind: 'number',
    min: 0,
    max: 3650,
    integer: true,
    label: { 'zh-CN': '周期(天)', en: 'Period' },
    help: { 'zh-CN': '0 表示从第一笔订单算起。', en: 'In days; 0 means since the first order.' },
    width: 96,
    band: 'profile',
    editor: 'manager',
  },
  template: {
    kind: 'ref',
    sheet: 'templates',
    holds: 'key',
    label: { 'zh-CN': '模板', en: 'Template' },
    width: 150,
    band: 'profile',
    required: true,
    editor: 'manager',
  },
  batch: {
    kind: 'text',
    max: 40,
    label: { 'zh-CN': '券批次', en: 'Coupon batch' },
    width: 120,
    band: 'profile',
    editor: 'manager',
  },
  mode: {
    kind: 'enum',
    enum: 'automation_mode',
    label: { 'zh-CN': '方式', en: 'Mode' },
    help: { 'zh-CN': '草稿要负责人批准才发。', en: 'A draft waits for the owner’s approval.' },
    width: 96,
    band: 'followUp',
    required: true,
    editor: 'admin',
  },
  active: { kind: 'flag', label: { 'zh-CN': '启用', en: 'Active' }, width: 80, band: 'followUp', editor: 'admin' },
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const automations = {
  shape: 'table',
  label: { 'zh-CN': '自动化', en: 'Automations' },
  place: 'desk',
  guard: 'strict',
  made: 'first-use',
  columns: automationColumns,
} as const satisfies TableTemplate;

export type Automation = RowOf<typeof automations>;

const couponColumns = {
  code: {
    kind: 'text',
    max: 40,
    label: { 'zh-CN': '券码', en: 'Code' },
    width: 130,
    band: 'identity',
    required: true,
    unique: true,
    editor: 'manager',
  },
  batch: {
    kind: 'text',
    max: 40,
    label: { 'zh-CN': '批次', en: 'Batch' },
    width: 120,
    band: 'identity',
    required: true,
    editor: 'manager',
  },
  expires_on: { kind: 'date', label: { 'zh-CN': '到期日', en: 'Expires' }, width: 106, band: 'profile', editor: 'manager' },
  state: {
    kind: 'enum',
    enum: 'coupon_state',
    label: { 'zh-CN': '状态', en: 'State' },
    width: 96,
    band: 'followUp',
    kept: 'script',
    editor: 'script',
  },
  customer_id: { ...customerRef, kept: 'script', editor: 'script' },
  customer_name: customerColumns.customer_name,
  rule_id: {
    kind: 'ref',
    sheet: 'automations',
    holds: 'rule_id',
    label: { 'zh-CN': '规则号', en: 'Rule' },
    width: 96,
    band: 'followUp',
    kept: 'script',
    editor: 'script',
  },
  issued_on: {
    kind: 'date',
    label: { 'zh-CN': '发放日', en: 'Issued' },
    width: 106,
    band: 'followUp',
    kept: 'script',
    editor: 'script',
  },
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const coupons = {
  shape: 'table',
  label: { 'zh-CN': '优惠券', en: 'Coupons' },
  place: 'desk',
  guard: 'strict',
  made: 'first-use',
  columns: couponColumns,
} as const satisfies TableTemplate;

export type Coupon = RowOf<typeof coupons>;
