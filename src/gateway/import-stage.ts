// The Import sheet: a file's records as they were given, and what became of each. One batch stands there at a time.
import type { Delimiter, RowOutcome, SourceColumn, SourceRecord } from '../domain/import/index';
import { Refusal } from '../domain/refusal';
import { workbook } from '../template/index';
import { reservedUpTo } from './ids';
import { type Run, type Sheet, setProperties } from './run';
import { FIRST_ROW, labelOf, requireSheet, writeBlock } from './table';

/** The sheet's columns before the records' own cells: batch, row_no, outcome, reason, record_id. */
const KEYS = Object.keys(workbook.sheets.import.columns);
const HEAD = KEYS.slice(0, KEYS.indexOf('record_id') + 1);
const OUTCOME = HEAD.indexOf('outcome');
const BATCH_NUMBER = 'cp:id:B-';

/** What is remembered of a file while it is being imported. */
export interface BatchHead {
  readonly batch: string;
  readonly fileName: string;
  readonly delimiter: Delimiter;
  readonly columns: readonly StagedColumn[];
  /** Records announced; all of them must have been staged before any comes in. */
  readonly records: number;
  /** Records above this line are titles and the header. */
  readonly dataLine: number;
}

export type StagedColumn = Pick<SourceColumn, 'index' | 'header' | 'to' | 'key'> & { readonly why: string };

/** What became of a record; `header` for what is none. */
export interface Outcome {
  readonly outcome: RowOutcome | 'header';
  readonly reason: string;
  readonly id: string;
}

/** A batch as it stands in the sheet. */
export interface Stage {
  readonly sheet: Sheet;
  readonly head: BatchHead;
  /** All lines of the batch as they stand in the sheet, where they were read with its head. */
  readonly lines?: readonly unknown[][];
}

/** Cells a spreadsheet holds (platform.md §3), and what the other sheets may take of them. */
const MOST_CELLS = 10_000_000;
const OTHER_SHEETS = 500_000;

/**
 * How many records may still be imported: each takes a row as given and a row of the customers'. The sheet's own height is asked for only
 * where the numbers given to customers so far leave it open, because every call counts.
 */
export function roomForRecords(run: Run, records: number): number {
  const { columns } = workbook.sheets.customers;
  const width = Object.keys(columns).length;
  const beside = (customers: number) => Math.floor((MOST_CELLS - OTHER_SHEETS - customers * width) / (KEYS.length + width));
  const room = beside(reservedUpTo(run, columns.customer_id.prefix));
  return records <= room ? room : Math.max(0, beside(requireSheet(run, 'customers').getMaxRows()));
}

/**
 * Begins a batch, on an emptied sheet. Reads 2, writes 2 to 4. Its number is taken first: whatever a killed run left in the sheet is
 * known to be there by it.
 * @param first records staged with it
 */
export function openBatch(run: Run, file: Omit<BatchHead, 'batch'>, first: readonly SourceRecord[]): string {
  const sheet = requireSheet(run, 'import');
  const number = begun(run) + 1;
  const batch = batchOf(number);
  setProperties(run, { [BATCH_NUMBER]: String(number) });
  const rows = sheet.getMaxRows();
  if (number > 1) sheet.getRange(FIRST_ROW, 1, rows - FIRST_ROW + 1, KEYS.length).clearContent();
  const missing = FIRST_ROW + file.records - rows;
  if (missing > 0) sheet.insertRowsAfter(rows, missing);
  const { columns, ...rest } = file;
  // Headers stand in the record cells, so that a long one costs the description nothing.
  const described = { ...rest, columns: columns.map(({ index, to, key, why }) => ({ index, to, key, why })) };
  const line = [batch, '', 'header', JSON.stringify(described), '', ...columns.map(({ header }) => header)];
  writeBlock(sheet, FIRST_ROW, 1, even([line, ...linesOf(batch, first)]));
  return batch;
}

/** Number of the last batch that was begun; 0 when there was none. */
function begun(run: Run): number {
  return Number(run.properties[BATCH_NUMBER] ?? 0);
}

function batchOf(number: number): string {
  return `B-${String(number).padStart(6, '0')}`;
}

/**
 * Writes records behind the `staged` ones before them, in one service write. The place follows from the count alone: a slice sent twice
 * overwrites itself.
 * @throws Refusal `import.noBatch` when another batch was begun meanwhile: its records stand there
 */
export function stageRecords(run: Run, batch: string, staged: number, records: readonly SourceRecord[]): void {
  if (batch !== batchOf(begun(run))) throw new Refusal('import.noBatch', { batch });
  writeBlock(requireSheet(run, 'import'), FIRST_ROW + 1 + staged, 1, even(linesOf(batch, records)));
}

function linesOf(batch: string, records: readonly SourceRecord[]): (string | number)[][] {
  return records.map(({ line, cells }) => [batch, line, '', '', '', ...cells]);
}

/** Lines as long as the longest. */
function even(lines: readonly (readonly (string | number)[])[]): (string | number)[][] {
  const width = lines.reduce((most, { length }) => Math.max(most, length), 0);
  return lines.map((line) => [...line, ...new Array<string>(width - line.length).fill('')]);
}

/**
 * The batch that stands in the sheet; null when it is another one, or none. One service read.
 * @param whole reads its records, too
 * @throws Refusal `sheet.keys`: places are counted in this sheet, so its columns must stand as declared
 */
export function readStage(run: Run, batch: string, whole = false): Stage | null {
  const sheet = requireSheet(run, 'import');
  const range = whole ? sheet.getDataRange() : sheet.getRange('1:3');
  const [keys = [], , line = [], ...lines] = range.getValues() as unknown[][];
  const lost = KEYS.find((key, i) => keys[i] !== key);
  if (lost !== undefined) throw new Refusal('sheet.keys', { sheet: labelOf(run, 'import'), column: lost });
  if (line[0] !== batch) return null;
  const described = JSON.parse(String(line[HEAD.indexOf('reason')])) as Omit<BatchHead, 'batch'>;
  const columns = described.columns.map((column, i) => ({ ...column, header: String(line[HEAD.length + i]) }));
  return { sheet, head: { ...described, columns, batch }, ...(whole && { lines }) };
}

/**
 * Records from the `from`th on, and what became of them; blank where nothing yet. One service read, none where they were read already.
 * @throws Refusal `import.partStaged` when not all of them were sent
 */
export function readStaged(stage: Stage, from: number, count: number): { records: SourceRecord[]; outcomes: string[] } {
  if (count === 0) return { records: [], outcomes: [] };
  // As wide as the sheet: a record may be longer than the header.
  const lines =
    stage.lines?.slice(from, from + count) ?? stage.sheet.getRange(FIRST_ROW + 1 + from, 1, count, KEYS.length).getValues();
  const { batch } = stage.head;
  if (lines.length < count || lines.some(([own]) => own !== batch)) throw new Refusal('import.partStaged', { batch });
  const records = lines.map((line) => ({ line: Number(line[HEAD.indexOf('row_no')]), cells: cellsOf(line) }));
  return { records, outcomes: lines.map((line) => String(line[OUTCOME])) };
}

/** Writes what became of records from the `from`th on: the mark that their slice is done. One service write. */
export function writeOutcomes(stage: Stage, from: number, outcomes: readonly Outcome[]): void {
  writeBlock(
    stage.sheet,
    FIRST_ROW + 1 + from,
    OUTCOME + 1,
    outcomes.map(({ outcome, reason, id }) => [outcome, reason, id]),
  );
}

/** A record's cells without the blank ones behind its last. */
function cellsOf(line: readonly unknown[]): string[] {
  let end = Math.min(line.length, KEYS.length);
  while (end > HEAD.length && line[end - 1] === '') end--;
  return line.slice(HEAD.length, end).map(String);
}
