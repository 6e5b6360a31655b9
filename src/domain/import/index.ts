// Importing a list: text to records, columns to places, records to rows. Pure; whoever calls it numbers, stamps and writes.
export {
  type Delimiter,
  delimiters,
  detectDelimiter,
  readRecords,
  type Slice,
  type SourceRecord,
} from './csv';
export { dateOrders } from './date-order';
export { type ImportTarget, recogniseColumns, type SourceColumn } from './headers';
export { type Fate, type KnownChoice, knownChoices, settleKnown, withFates } from './known';
export { type Match, matchesOf, nameIn, type Planned } from './match';
export { unknownOwners } from './owners';
export { planRows } from './plan';
export type { MappedColumn, PlanContext, RowOutcome, RowPlan } from './row-plan';
export { findTable } from './table';
export { type Tally, tally } from './tally';
export { importable, knownHeader } from './vocabulary';
