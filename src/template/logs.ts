// Sheets script writes line by line: consent, moves, health, audit, mail. Codes and keys in hidden ones are the same in every language.
import { optionFormats } from './formats';
import { customerColumns } from './shared-columns';
import type { ColumnTemplate, TableTemplate } from './types';

const written = { kept: 'script', editor: 'script' } as const;
const customerWritten = {
  customer_id: { ...customerColumns.customer_id, ...written },
  customer_name: customerColumns.customer_name,
} as const;

const consentColumns = {
  consent_id: {
    kind: 'id',
    prefix: 'S-',
    label: { 'zh-CN': '编号', en: 'No.' },
    width: 96,
    band: 'identity',
    required: true,
    unique: true,
    ...written,
  },
  at: { kind: 'stamp', label: { 'zh-CN': '时间', en: 'At' }, width: 130, band: 'identity', ...written },
  ...customerWritten,
  purpose: {
    kind: 'enum',
    enum: 'purpose',
    label: { 'zh-CN': '用途', en: 'Purpose' },
    width: 100,
    band: 'contact',
    required: true,
    ...written,
  },
  status: {
    kind: 'enum',
    enum: 'consent',
    label: { 'zh-CN': '状态', en: 'Status' },
    width: 110,
    band: 'contact',
    required: true,
    ...written,
  },
  channel: {
    kind: 'enum',
    enum: 'channel',
    label: { 'zh-CN': '方式', en: 'Channel' },
    width: 96,
    band: 'contact',
    required: true,
    ...written,
  },
  evidence: { kind: 'text', max: 500, label: { 'zh-CN': '凭据', en: 'Evidence' }, width: 240, band: 'contact', ...written },
  operator: { kind: 'text', max: 100, label: { 'zh-CN': '经办人', en: 'Operator' }, width: 110, band: 'system', ...written },
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const consent = {
  shape: 'table',
  label: { 'zh-CN': '授权台账', en: 'Consent' },
  place: 'desk',
  guard: 'append',
  made: 'first-use',
  columns: consentColumns,
  formats: optionFormats(consentColumns, ['consent']),
} as const satisfies TableTemplate;

const moveColumns = {
  move_id: {
    kind: 'id',
    prefix: 'M-',
    label: { 'zh-CN': '编号', en: 'No.' },
    width: 96,
    band: 'identity',
    required: true,
    unique: true,
    ...written,
  },
  day: { kind: 'date', label: { 'zh-CN': '日期', en: 'Day' }, width: 106, band: 'identity', ...written },
  at: { kind: 'instant', label: { 'zh-CN': '时间', en: 'At' }, width: 180, band: 'identity', ...written },
  ...customerWritten,
  kind: { kind: 'enum', enum: 'move_kind', label: { 'zh-CN': '类型', en: 'Kind' }, width: 96, band: 'contact', ...written },
  from: { kind: 'text', max: 30, label: { 'zh-CN': '原负责人', en: 'From' }, width: 110, band: 'contact', ...written },
  to: { kind: 'text', max: 30, label: { 'zh-CN': '新负责人', en: 'To' }, width: 110, band: 'contact', ...written },
  reason: { kind: 'text', max: 200, label: { 'zh-CN': '原因', en: 'Reason' }, width: 200, band: 'contact', ...written },
  by: { kind: 'text', max: 100, label: { 'zh-CN': '操作人', en: 'By' }, width: 110, band: 'system', ...written },
  confidence: {
    kind: 'enum',
    enum: 'confidence',
    label: { 'zh-CN': '身份', en: 'Identity' },
    width: 96,
    band: 'system',
    ...written,
  },
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const moves = {
  shape: 'table',
  label: { 'zh-CN': '流转记录', en: 'Moves' },
  place: 'desk',
  guard: 'append',
  made: 'first-use',
  columns: moveColumns,
} as const satisfies TableTemplate;

const healthColumns = {
  check: { kind: 'text', max: 100, label: { 'zh-CN': '检查项', en: 'Check' }, width: 180, band: 'identity', ...written },
  state: { kind: 'enum', enum: 'health_state', label: { 'zh-CN': '状态', en: 'State' }, width: 90, band: 'identity', ...written },
  detail: { kind: 'text', max: 1000, label: { 'zh-CN': '说明', en: 'Detail' }, width: 400, band: 'contact', ...written },
  fix: { kind: 'text', max: 300, label: { 'zh-CN': '处理', en: 'Fix' }, width: 240, band: 'contact', ...written },
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const health = {
  shape: 'table',
  label: { 'zh-CN': '体检', en: 'Health' },
  place: 'desk',
  guard: 'strict',
  made: 'first-use',
  columns: healthColumns,
} as const satisfies TableTemplate;

const auditColumns = {
  seq: { kind: 'number', integer: true, min: 1, label: { 'zh-CN': '序号', en: 'Seq' }, width: 80, band: 'system', ...written },
  at: { kind: 'instant', label: { 'zh-CN': '时间', en: 'At' }, width: 180, band: 'system', ...written },
  actor: { kind: 'text', max: 254, label: { 'zh-CN': '操作人', en: 'By' }, width: 150, band: 'system', ...written },
  confidence: { kind: 'text', max: 20, label: { 'zh-CN': '身份', en: 'Identity' }, width: 96, band: 'system', ...written },
  action: { kind: 'text', max: 40, label: { 'zh-CN': '动作', en: 'Action' }, width: 110, band: 'system', ...written },
  sheet: { kind: 'text', max: 40, label: { 'zh-CN': '表', en: 'Sheet' }, width: 110, band: 'system', ...written },
  record_id: { kind: 'text', max: 40, label: { 'zh-CN': '记录', en: 'Record' }, width: 110, band: 'system', ...written },
  column_key: { kind: 'text', max: 60, label: { 'zh-CN': '列', en: 'Column' }, width: 120, band: 'system', ...written },
  before: { kind: 'text', max: 500, label: { 'zh-CN': '原值', en: 'Before' }, width: 180, band: 'system', ...written },
  after: { kind: 'text', max: 500, label: { 'zh-CN': '新值', en: 'After' }, width: 180, band: 'system', ...written },
  txn_id: { kind: 'text', max: 40, label: { 'zh-CN': '事务号', en: 'Act' }, width: 120, band: 'system', ...written },
  salt: { kind: 'text', max: 64, label: { 'zh-CN': '盐', en: 'Salt' }, width: 100, band: 'system', ...written },
  digest: { kind: 'text', max: 64, label: { 'zh-CN': '摘要', en: 'Digest' }, width: 120, band: 'system', ...written },
  prev_hash: { kind: 'text', max: 64, label: { 'zh-CN': '前哈希', en: 'Previous hash' }, width: 126, band: 'system', ...written },
  hash: { kind: 'text', max: 64, label: { 'zh-CN': '哈希', en: 'Hash' }, width: 120, band: 'system', ...written },
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const audit = {
  shape: 'table',
  label: { 'zh-CN': '审计日志', en: 'Audit' },
  place: 'system',
  guard: 'strict',
  made: 'first-use',
  columns: auditColumns,
} as const satisfies TableTemplate;

const sendLogColumns = {
  key: {
    kind: 'text',
    max: 300,
    label: { 'zh-CN': '键', en: 'Key' },
    help: { 'zh-CN': '日期|收件人|类型', en: 'day|recipient|kind' },
    width: 260,
    band: 'system',
    unique: true,
    ...written,
  },
  recipient: { kind: 'text', max: 254, label: { 'zh-CN': '收件人', en: 'Recipient' }, width: 180, band: 'system', ...written },
  kind: { kind: 'text', max: 40, label: { 'zh-CN': '类型', en: 'Kind' }, width: 110, band: 'system', ...written },
  ids: { kind: 'text', max: 30_000, label: { 'zh-CN': '记录', en: 'Records' }, width: 200, band: 'system', ...written },
  state: { kind: 'text', max: 20, label: { 'zh-CN': '状态', en: 'State' }, width: 96, band: 'system', ...written },
  quota_left: {
    kind: 'number',
    integer: true,
    label: { 'zh-CN': '余量', en: 'Quota left' },
    width: 96,
    band: 'system',
    ...written,
  },
  error: { kind: 'text', max: 500, label: { 'zh-CN': '错误', en: 'Error' }, width: 200, band: 'system', ...written },
  at: { kind: 'instant', label: { 'zh-CN': '时间', en: 'At' }, width: 180, band: 'system', ...written },
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

/** The ledger of mails: a line stands before a mail is sent. */
export const sendLog = {
  shape: 'table',
  label: { 'zh-CN': '发送日志', en: 'SendLog' },
  place: 'system',
  guard: 'strict',
  made: 'first-use',
  columns: sendLogColumns,
} as const satisfies TableTemplate;
