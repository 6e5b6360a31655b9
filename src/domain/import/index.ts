// Importing a list: text to records, columns to places, records to rows. Pure; whoever calls it numbers, stamps and writes.
export {
  type Delimiter,
  delimiters,
  detectDelimiter,
  readRecords,
  type Slice,
  type SliceReading,
  type SourceRecord,
} from './csv';
export { dateOrders } from './date-order';
export { type ImportTarget, recogniseColumns, type SourceColumn } from './headers';
export { type UnknownOwner, unknownOwners } from './owners';
export { planRows } from './plan';
export type { Aside, MappedColumn, PlanContext, RowPlan } from './row-plan';
export { findTable, type SourceTable } from './table';
export { addTallies, type Reason, type Tally, tally } from './tally';
export { importable, knownHeader } from './vocabulary';
