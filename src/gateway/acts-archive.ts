// Rows on their way to Archive and back: as JSON by column key, with their formulas, in the order they stood.
import { piecesOf } from '../domain/acts/pieces';
import { Refusal } from '../domain/refusal';
import { say } from '../i18n/index';
import type { Message } from '../i18n/message';
import { type SheetKey, workbook } from '../template/index';
import type { Cell } from '../template/types';
import type { Run } from './run';
import { FIRST_ROW, findSheet, labelOf, makeRoom, writeBlock } from './table';

/** The number format of a cell that chooses one by what is typed. */
export const AUTOMATIC = 'General';

/** A row in Archive: its filled cells by column key; beside them what values alone do not tell. */
export interface ArchivedRow {
  readonly cells: Readonly<Record<string, Cell>>;
  /** Formulas by column key, as they stood in sheet row `row`. */
  readonly formulas: Readonly<Record<string, string>>;
  readonly row: number;
  /** Number formats of the user's own columns by key; what is not here is automatic. */
  readonly formats: Readonly<Record<string, string>>;
  /** Keys of cells that hold text although it reads like a number, a day or a formula. */
  readonly texts: readonly string[];
  /** What stands in the notes of its cells, by column key. */
  readonly notes: Readonly<Record<string, string>>;
}

export interface ArchiveEntry {
  readonly id: string;
  readonly into: string | null;
  readonly row: ArchivedRow;
}

/** Characters of one piece of a row (rulings 12). */
const CHUNK = workbook.sheets.archive.columns.row.max;

/** Where {@link ArchivedRow} keeps what is not a column. */
const BESIDE = '@';

/** Rows written at once, here or back into their sheet, and characters: larger writes are refused or time out. */
export const MOST_ROWS = 2_000;
const MOST_TEXT = 4_000_000;

interface Archive {
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  readonly columns: readonly string[];
  /** 1-based sheet row below the last filled one. */
  readonly end: number;
}

/** Service calls of reading an act's lines, at most. */
export const ARCHIVE_READ = 3;

/**
 * Puts rows into Archive under an act; a row that stands there as it is now is not added again. The last line of a record is the one
 * that counts: a row changed between two runs is there twice.
 * @returns the service calls it took
 */
export function archiveRows(run: Run, txn: string, sheet: SheetKey, entries: readonly ArchiveEntry[], reason: Message): number {
  const archive = openArchive(run);
  const known = new Map(linesOf(archive, txn, sheet).map(({ id, text }) => [id, text]));
  const said = { reason: say(run.state?.locale ?? 'zh-CN', reason), at: run.now.toISOString(), by: run.actor, txn_id: txn };
  const lines = entries.flatMap(({ id, into, row }) => {
    const text = written(row);
    if (known.get(id) === text) return [];
    const head = { sheet, record_id: id, merged_into: into, ...said };
    return piecesOf(text, CHUNK).map((piece): Readonly<Record<string, Cell>> => ({ ...head, row: piece }));
  });
  if (lines.length === 0) return ARCHIVE_READ;
  makeRoom(archive.sheet, archive.end + lines.length - 1);
  let calls = ARCHIVE_READ + 2;
  let row = archive.end;
  for (const batch of batches(lines)) {
    writeBlock(
      archive.sheet,
      row,
      1,
      batch.map((line) => archive.columns.map((key) => line[key] ?? '')),
    );
    row += batch.length;
    calls++;
  }
  return calls;
}

/** The rows an act put into Archive, by record id. {@link ARCHIVE_READ} service reads. */
export function archivedRows(run: Run, txn: string, sheet: SheetKey): Map<string, ArchivedRow> {
  return new Map(linesOf(openArchive(run), txn, sheet).map(({ id, text }) => [id, read(text)]));
}

/**
 * Takes an act's lines out of Archive once their rows are back: the last lines are emptied, so that the sheet is as it was; others are
 * deleted. One service write for each run of lines.
 * @returns the service calls it took
 */
export function forgetArchived(run: Run, txn: string, sheet: SheetKey, keep: ReadonlySet<string>): number {
  const archive = openArchive(run);
  const rows = linesOf(archive, txn, sheet).flatMap(({ id, rows: own }) => (keep.has(id) ? [] : own));
  let calls = ARCHIVE_READ;
  for (let end = rows.length; end > 0; ) {
    let start = end - 1;
    while (start > 0 && (rows[start - 1] ?? 0) + 1 === rows[start]) start--;
    const row = rows[start] ?? 0;
    const count = end - start;
    if (row + count === archive.end) archive.sheet.getRange(row, 1, count, archive.columns.length).clearContent();
    else archive.sheet.deleteRows(row, count);
    end = start;
    calls++;
  }
  return calls;
}

interface Line {
  readonly id: string;
  readonly text: string;
  /** 1-based sheet rows. */
  readonly rows: number[];
}

/** An act's lines of one sheet, pieces put together; of a record's several versions the last. */
function linesOf(archive: Archive, txn: string, sheet: SheetKey): Line[] {
  const height = archive.end - FIRST_ROW;
  if (height < 1) return [];
  const at = (key: string) => archive.columns.indexOf(key) + 1;
  const acts = archive.sheet
    .getRange(FIRST_ROW, at('txn_id'), height, 1)
    .getValues()
    .map(([cell]) => String(cell));
  const first = acts.indexOf(txn);
  if (first < 0) return [];
  const count = acts.lastIndexOf(txn) - first + 1;
  const width = archive.columns.length;
  const grid = archive.sheet.getRange(FIRST_ROW + first, 1, count, width).getValues();
  const found: { id: string; text: string; rows: number[] }[] = [];
  grid.forEach((line, i) => {
    const of = (key: string) => String(line[archive.columns.indexOf(key)] ?? '');
    if (of('txn_id') !== txn || of('sheet') !== sheet) return;
    const row = FIRST_ROW + first + i;
    const last = found[found.length - 1];
    // A row in pieces is no JSON until its last one is there.
    if (last !== undefined && last.id === of('record_id') && !isWhole(last.text)) {
      last.text += of('row');
      last.rows.push(row);
    } else found.push({ id: of('record_id'), text: of('row'), rows: [row] });
  });
  return found;
}

function isWhole(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function openArchive(run: Run): Archive {
  const sheet = findSheet(run, 'archive');
  if (sheet === null) throw new Refusal('sheet.missing', { sheet: labelOf(run, 'archive') });
  const used = sheet.getDataRange();
  const columns = (sheet.getRange(1, 1, 1, used.getNumColumns()).getValues()[0] ?? []).map(String);
  for (const key of ['txn_id', 'record_id', 'sheet', 'row']) {
    if (!columns.includes(key)) throw new Refusal('sheet.keys', { sheet: labelOf(run, 'archive'), column: key });
  }
  return { sheet, columns, end: Math.max(FIRST_ROW, used.getNumRows() + 1) };
}

function written({ cells, ...beside }: ArchivedRow): string {
  const plain = [beside.formulas, beside.formats, beside.texts, beside.notes].every((part) => Object.keys(part).length === 0);
  return JSON.stringify(plain ? cells : { ...cells, [BESIDE]: beside });
}

function read(text: string): ArchivedRow {
  const { [BESIDE]: beside, ...cells } = JSON.parse(text) as Record<string, Cell> & { '@'?: Partial<ArchivedRow> };
  return { cells, formulas: {}, row: 0, formats: {}, texts: [], notes: {}, ...beside };
}

function* batches<T extends Readonly<Record<string, Cell>>>(lines: readonly T[]): Generator<T[]> {
  let batch: T[] = [];
  let size = 0;
  for (const line of lines) {
    const length = String(line['row'] ?? '').length;
    if (batch.length > 0 && (batch.length >= MOST_ROWS || size + length > MOST_TEXT)) {
      yield batch;
      [batch, size] = [[], 0];
    }
    batch.push(line);
    size += length;
  }
  if (batch.length > 0) yield batch;
}
