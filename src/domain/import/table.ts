// Where the table of a file begins: titles above it, its header row, or no header at all.
import { isDay } from '../days';
import { plain } from '../text';
import type { SourceRecord } from './csv';

export interface SourceTable {
  /** Names of the columns; a column without one has an empty name. */
  readonly headers: readonly string[];
  /** The header row; null when the file begins with data. */
  readonly header: SourceRecord | null;
  /** Index of the first data record among those given. */
  readonly start: number;
  /** Titles and remarks above the header; they are no data records. */
  readonly above: readonly SourceRecord[];
}

/** Records in which the header is looked for, and by which the usual width is known. */
const TITLES = 10;
const BODY = 40;

/**
 * Finds the header among a file's first records.
 * @param known whether a text is the name of a column somebody would import
 */
export function findTable(records: readonly SourceRecord[], known: (header: string) => boolean): SourceTable {
  const widths = records.slice(0, BODY).map(filled);
  const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1;
  // A title stands alone in a row that others fill; a table of one column has no titles.
  const first = widths.slice(0, TITLES).findIndex((width) => width >= Math.max(Math.min(2, usual), usual * 0.5));
  const at = namedAbove(records, Math.max(0, first), known);
  const candidate = records[at];
  const width = records.reduce((most, record) => Math.max(most, record.cells.length), 0);
  const above = records.slice(0, at);
  if (candidate === undefined || isData(candidate, known)) {
    return { headers: Array.from({ length: width }, () => ''), header: null, start: at, above };
  }
  const headers = Array.from({ length: width }, (_, i) => plain(candidate.cells[i] ?? '').replace(/\s+/g, ' '));
  return { headers, header: candidate, start: at + 1, above };
}

/** A header that names few of its columns looks like a title; but a title names none, and stands above a row that does. */
function namedAbove(records: readonly SourceRecord[], first: number, known: (header: string) => boolean): number {
  if (records[first]?.cells.some(known)) return first;
  const named = records.slice(0, first).findIndex(({ cells }) => cells.some(known));
  return named === -1 ? first : named;
}

/** A record with contacts, days or long numbers in it and no known name is data, not a header. */
function isData(record: SourceRecord, known: (header: string) => boolean): boolean {
  if (record.cells.some(known)) return false;
  return record.cells.some((cell) => {
    const text = plain(cell);
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) || /^[+(]?\d[\d\s().-]{5,}$/.test(text) || isDay(text.replace(/\//g, '-'));
  });
}

/** Whether a data record is the header once more, as in files glued together. */
export function repeatsHeader(record: SourceRecord, headers: readonly string[]): boolean {
  const same = record.cells.filter((cell, i) => cell.trim() !== '' && plain(cell).replace(/\s+/g, ' ') === headers[i]).length;
  const named = headers.filter((header) => header !== '').length;
  return same === filled(record) && same >= Math.min(2, named);
}

function filled(record: SourceRecord): number {
  return record.cells.filter((cell) => cell.trim() !== '').length;
}

/** How a column without a name is called: the letters it has in a spreadsheet. `index` is 0-based. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}
