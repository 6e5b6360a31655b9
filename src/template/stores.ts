// Hidden sheets that keep what must not be lost: import, quarantine, archive, journal, backup. Their codes are never translated.
import type { ColumnTemplate, TableTemplate, Text } from './types';

const written = { band: 'system', kept: 'script', editor: 'script' } as const;

const batch = { kind: 'text', max: 40, label: { 'zh-CN': '批次', en: 'Batch' }, width: 130, ...written } as const;
const rowNo = { kind: 'number', integer: true, min: 1, label: { 'zh-CN': '行号', en: 'Row' }, width: 80, ...written } as const;
const sheet = { kind: 'text', max: 40, label: { 'zh-CN': '表', en: 'Sheet' }, width: 110, ...written } as const;
const recordId = { kind: 'text', max: 40, label: { 'zh-CN': '记录', en: 'Record' }, width: 110, ...written } as const;
const reason = { kind: 'text', max: 500, label: { 'zh-CN': '原因', en: 'Reason' }, width: 240, ...written } as const;
const at = { kind: 'instant', label: { 'zh-CN': '时间', en: 'At' }, width: 180, ...written } as const;
const by = { kind: 'text', max: 254, label: { 'zh-CN': '操作人', en: 'By' }, width: 150, ...written } as const;
const txnId = { kind: 'text', max: 40, label: { 'zh-CN': '事务号', en: 'Act' }, width: 130, ...written } as const;
const state = { kind: 'text', max: 20, label: { 'zh-CN': '状态', en: 'State' }, width: 96, ...written } as const;

/** The longest piece of text a cell of ours holds (rulings 12). */
const chunkLength = 30_000;

function text(label: Text, width: number, max = chunkLength) {
  return { kind: 'text', max, label, width, ...written } as const satisfies ColumnTemplate;
}

const originals = Array.from({ length: 80 }, (_, i) => String(i + 1).padStart(2, '0'));

const importColumns = {
  batch,
  row_no: rowNo,
  /** created, updated, duplicate, invalid, skipped */
  outcome: { kind: 'text', max: 20, label: { 'zh-CN': '结果', en: 'Outcome' }, width: 100, ...written },
  reason,
  record_id: recordId,
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

/** The cells of a file's row as they were given. */
const importOriginals: Readonly<Record<string, ColumnTemplate>> = Object.fromEntries(
  originals.map((n) => [`c${n}`, text({ 'zh-CN': `原文 ${n}`, en: `As given ${n}` }, 110)]),
);

export const importSheet = {
  shape: 'table',
  label: { 'zh-CN': '导入', en: 'Import' },
  place: 'system',
  guard: 'warning',
  made: 'apply',
  columns: { ...importColumns, ...importOriginals },
} as const satisfies TableTemplate;

const quarantineColumns = {
  batch,
  row_no: rowNo,
  sheet,
  record_id: recordId,
  column_key: { kind: 'text', max: 60, label: { 'zh-CN': '列', en: 'Column' }, width: 120, ...written },
  value: text({ 'zh-CN': '原值', en: 'Value' }, 200),
  reason,
  suggestion: { kind: 'text', max: 500, label: { 'zh-CN': '建议', en: 'Suggestion' }, width: 180, ...written },
  /** open, fixed, ignored */
  state,
  /** The whole row of the file as JSON, where the row itself was set aside. */
  original: text({ 'zh-CN': '原文', en: 'As given' }, 260),
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const quarantine = {
  shape: 'table',
  label: { 'zh-CN': '隔离区', en: 'Quarantine' },
  place: 'system',
  guard: 'warning',
  made: 'apply',
  columns: quarantineColumns,
} as const satisfies TableTemplate;

const formLogColumns = {
  /** Its time, a fingerprint of its answers, and a mark for each of them. */
  response: { kind: 'text', max: 200, label: { 'zh-CN': '回执', en: 'Response' }, width: 260, unique: true, ...written },
  /** created, known, invalid */
  outcome: { kind: 'text', max: 20, label: { 'zh-CN': '结果', en: 'Outcome' }, width: 100, ...written },
  record_id: recordId,
  txn_id: txnId,
  at,
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

/** Which responses of a linked form were taken: each counts once, wherever it stands in its own sheet. */
export const formLog = {
  shape: 'table',
  label: { 'zh-CN': '表单记录', en: 'FormLog' },
  place: 'system',
  guard: 'warning',
  made: 'first-use',
  columns: formLogColumns,
} as const satisfies TableTemplate;

const archiveColumns = {
  sheet,
  record_id: recordId,
  merged_into: { kind: 'text', max: 40, label: { 'zh-CN': '并入', en: 'Merged into' }, width: 116, ...written },
  reason,
  at,
  by,
  txn_id: txnId,
  /** The row by column key, as JSON. */
  row: text({ 'zh-CN': '内容', en: 'Row' }, 300),
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const archive = {
  shape: 'table',
  label: { 'zh-CN': '归档', en: 'Archive' },
  place: 'system',
  guard: 'warning',
  made: 'apply',
  columns: archiveColumns,
} as const satisfies TableTemplate;

const dupDecisionColumns = {
  /** Both ids, sorted, divided by `|`. */
  pair_key: { kind: 'text', max: 80, label: { 'zh-CN': '记录对', en: 'Pair' }, width: 180, unique: true, ...written },
  fingerprint: { kind: 'text', max: 200, label: { 'zh-CN': '指纹', en: 'Fingerprint' }, width: 200, ...written },
  /** different, later, related */
  verdict: { kind: 'text', max: 20, label: { 'zh-CN': '结论', en: 'Verdict' }, width: 100, ...written },
  by,
  at,
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const dupDecisions = {
  shape: 'table',
  label: { 'zh-CN': '查重决定', en: 'DupDecisions' },
  place: 'system',
  guard: 'warning',
  made: 'first-use',
  columns: dupDecisionColumns,
} as const satisfies TableTemplate;

const inboxColumns = {
  at,
  account: { kind: 'text', max: 254, label: { 'zh-CN': '账号', en: 'Account' }, width: 180, ...written },
  action: { kind: 'text', max: 40, label: { 'zh-CN': '动作', en: 'Action' }, width: 110, ...written },
  payload: text({ 'zh-CN': '内容', en: 'Content' }, 300),
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

/** What happened in runs that may not write Audit. */
export const inbox = {
  shape: 'table',
  label: { 'zh-CN': '待入账', en: 'Inbox' },
  place: 'system',
  guard: 'warning',
  made: 'first-use',
  columns: inboxColumns,
} as const satisfies TableTemplate;

const journalColumns = {
  txn_id: txnId,
  kind: { kind: 'text', max: 40, label: { 'zh-CN': '类型', en: 'Kind' }, width: 110, ...written },
  at,
  actor: { kind: 'text', max: 254, label: { 'zh-CN': '操作人', en: 'By' }, width: 150, ...written },
  /** open, done, undone, closed */
  state,
  seq: { kind: 'number', integer: true, min: 0, label: { 'zh-CN': '分片', en: 'Chunk' }, width: 80, ...written },
  payload: text({ 'zh-CN': '内容', en: 'Content' }, 300),
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const journal = {
  shape: 'table',
  label: { 'zh-CN': '事务', en: 'Journal' },
  place: 'system',
  guard: 'warning',
  made: 'apply',
  columns: journalColumns,
} as const satisfies TableTemplate;

const backupId = { kind: 'text', max: 40, label: { 'zh-CN': '备份号', en: 'No.' }, width: 120, ...written } as const;

const backupColumns = {
  backup_id: backupId,
  at,
  reason,
  sheets: { kind: 'number', integer: true, min: 0, label: { 'zh-CN': '表数', en: 'Sheets' }, width: 86, ...written },
  rows: { kind: 'number', integer: true, min: 0, label: { 'zh-CN': '行数', en: 'Rows' }, width: 86, ...written },
  bytes: { kind: 'number', integer: true, min: 0, label: { 'zh-CN': '字节', en: 'Bytes' }, width: 96, ...written },
  checksum: { kind: 'text', max: 64, label: { 'zh-CN': '校验', en: 'Checksum' }, width: 140, ...written },
  kept_as: { kind: 'text', max: 20, label: { 'zh-CN': '保留为', en: 'Kept as' }, width: 96, ...written },
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const backups = {
  shape: 'table',
  label: { 'zh-CN': '备份', en: 'Backups' },
  place: 'system',
  guard: 'strict',
  made: 'first-use',
  columns: backupColumns,
} as const satisfies TableTemplate;

const backupDataColumns = {
  backup_id: backupId,
  sheet,
  part: { kind: 'number', integer: true, min: 0, label: { 'zh-CN': '分片', en: 'Part' }, width: 80, ...written },
  hash: { kind: 'text', max: 64, label: { 'zh-CN': '校验', en: 'Hash' }, width: 140, ...written },
  chunk: text({ 'zh-CN': '内容', en: 'Content' }, 300),
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const backupData = {
  shape: 'table',
  label: { 'zh-CN': '备份数据', en: 'BackupData' },
  place: 'system',
  guard: 'strict',
  made: 'first-use',
  columns: backupDataColumns,
} as const satisfies TableTemplate;

const series = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'] as const;

const chartDataColumns = {
  block: { kind: 'text', max: 40, label: { 'zh-CN': '图表', en: 'Chart' }, width: 110, ...written },
  label: { kind: 'text', max: 100, label: { 'zh-CN': '标签', en: 'Label' }, width: 140, ...written },
  ...(Object.fromEntries(
    series.map((key, i) => [
      key,
      { kind: 'number', label: { 'zh-CN': `系列 ${i + 1}`, en: `Series ${i + 1}` }, width: 90, ...written } as const,
    ]),
  ) as Record<(typeof series)[number], ColumnTemplate>),
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export const chartData = {
  shape: 'table',
  label: { 'zh-CN': '图表数据', en: 'ChartData' },
  place: 'system',
  guard: 'strict',
  made: 'first-use',
  columns: chartDataColumns,
} as const satisfies TableTemplate;
