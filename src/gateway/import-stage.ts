// The Import sheet: a file's records as they were given, and what became of each. One batch stands there at a time.
import type { Delimiter, SourceColumn, SourceRecord } from '../domain/import/index';
import { Refusal } from '../domain/refusal';
import { workbook } from '../template/index';
import { type Run, type Sheet, setProperties } from './run';
import { FIRST_ROW, findSheet, labelOf, makeRoom, writeBlock } from './table';

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
  /** Records above this line are titles and the header. */
  readonly dataLine: number;
}

export type StagedColumn = Pick<SourceColumn, 'index' | 'header' | 'to' | 'key'> & { readonly why: string };

/** What became of a record; `header` for what is none. */
export interface Outcome {
  readonly outcome: 'created' | 'invalid' | 'header';
  readonly reason: string;
  readonly id: string;
}

/** A batch as it stands in the sheet. */
export interface Stage {
  readonly sheet: Sheet;
  readonly head: BatchHead;
  /** Records staged. */
  readonly size: number;
  /** Columns of the records. */
  readonly width: number;
}

/**
 * Begins a batch on an emptied sheet; call under the lock. Reads 3, writes 3 to 4.
 * @param records how many will be staged
 */
export function openBatch(run: Run, file: Omit<BatchHead, 'batch'>, records: number): string {
  const sheet = importSheet(run);
  requireKeys(run, sheet);
  const number = Number(run.properties[BATCH_NUMBER] ?? 0) + 1;
  const batch = `B-${String(number).padStart(6, '0')}`;
  const filled = sheet.getLastRow() - FIRST_ROW + 1;
  if (filled > 0) sheet.getRange(FIRST_ROW, 1, filled, KEYS.length).clearContent();
  makeRoom(sheet, FIRST_ROW + records);
  const { columns, ...rest } = file;
  // Headers stand in the record cells, so that a long one costs the description nothing.
  const described = { ...rest, columns: columns.map(({ index, to, key, why }) => ({ index, to, key, why })) };
  writeBlock(sheet, FIRST_ROW, 1, [[batch, '', 'header', JSON.stringify(described), '', ...columns.map(({ header }) => header)]]);
  setProperties(run, { [BATCH_NUMBER]: String(number) });
  return batch;
}

/**
 * Writes records behind the `staged` ones before them, in one service write. The place follows from the count alone: a slice sent twice
 * overwrites itself.
 */
export function stageRecords(run: Run, batch: string, staged: number, records: readonly SourceRecord[]): void {
  const width = Math.max(0, ...records.map(({ cells }) => cells.length));
  const lines = records.map(({ line, cells }) => [
    batch,
    line,
    '',
    '',
    '',
    ...cells,
    ...new Array<string>(width - cells.length).fill(''),
  ]);
  writeBlock(importSheet(run), FIRST_ROW + 1 + staged, 1, lines);
}

/** The batch that stands in the sheet; null when it is another one, or none. Three service reads. */
export function readStage(run: Run, batch: string): Stage | null {
  const sheet = importSheet(run);
  const lastRow = sheet.getLastRow();
  if (lastRow < FIRST_ROW) return null;
  const width = sheet.getLastColumn();
  const line = (sheet.getRange(FIRST_ROW, 1, 1, width).getValues()[0] ?? []).map(String);
  if (line[0] !== batch) return null;
  const described = JSON.parse(line[HEAD.indexOf('reason')] ?? '') as Omit<BatchHead, 'batch'>;
  const columns = described.columns.map((column, i) => ({ ...column, header: line[HEAD.length + i] ?? '' }));
  return { sheet, head: { ...described, columns, batch }, size: lastRow - FIRST_ROW, width: width - HEAD.length };
}

/** Records from the `from`th on, and what became of them; blank where nothing yet. One service read. */
export function readStaged(stage: Stage, from: number, count: number): { records: SourceRecord[]; outcomes: string[] } {
  const lines = stage.sheet.getRange(FIRST_ROW + 1 + from, 1, count, HEAD.length + stage.width).getValues();
  const records = lines.map((line) => ({
    line: Number(line[HEAD.indexOf('row_no')]),
    cells: line.slice(HEAD.length).map(String),
  }));
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

function importSheet(run: Run): Sheet {
  const sheet = findSheet(run, 'import');
  if (sheet === null) throw new Refusal('sheet.missing', { sheet: labelOf(run, 'import') });
  return sheet;
}

/** Places are counted in this sheet, so its columns must stand as declared. */
function requireKeys(run: Run, sheet: Sheet): void {
  const found = (sheet.getRange(1, 1, 1, KEYS.length).getValues()[0] ?? []).map(String);
  const lost = KEYS.find((key, i) => found[i] !== key);
  if (lost !== undefined) throw new Refusal('sheet.keys', { sheet: labelOf(run, 'import'), column: lost });
}
