// What the import tests read files into: the real Customers sheet, its lists, and a team of one.
import {
  dateOrders,
  detectDelimiter,
  findTable,
  knownHeader,
  type PlanContext,
  planRows,
  type RowPlan,
  readRecords,
  recogniseColumns,
  type SourceColumn,
} from '../../../src/domain/import/index';
import { regionRows, workbook } from '../../../src/template/index';
import type { ColumnTemplate } from '../../../src/template/types';

export const columns: Readonly<Record<string, ColumnTemplate>> = workbook.sheets.customers.columns;

export const context: PlanContext = {
  locale: 'zh-CN',
  today: '2026-03-11' as PlanContext['today'],
  homeRegion: 'CN',
  enums: workbook.enums,
  regions: regionRows,
  columns,
  oneOf: workbook.sheets.customers.oneOf,
  lookup: (sheet, name) => (sheet === 'users' && name === '李雷' ? name : null),
};

export const target = { columns, spare: ['cf_1', 'cf_2', 'cf_3', 'cf_4', 'cf_5'] };

export interface Imported {
  readonly mapping: readonly SourceColumn[];
  readonly plans: readonly RowPlan[];
}

/** A file from text to row plans, as the app does it. */
export function imported(text: string, change: Partial<PlanContext> = {}): Imported {
  const used = { ...context, ...change };
  const slice = readRecords(text, { delimiter: detectDelimiter(text), firstLine: 1, last: true });
  if (!slice.ok) throw new Error(slice.reason.code);
  const table = findTable(slice.records, knownHeader(columns));
  const records = slice.records.slice(table.start);
  const mapping = recogniseColumns(table.headers, records, target, used);
  const orders = dateOrders(records, mapping, columns, used);
  return { mapping, plans: planRows(records, mapping, { ...used, dateOrders: orders }) };
}

/** Where each column went: its key, or `notes`, `empty`; custom columns by key as well. */
export function places(mapping: readonly SourceColumn[]): readonly string[] {
  return mapping.map((column) => column.key ?? column.to);
}
