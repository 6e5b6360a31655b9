// Delimited text to records, slice by slice (RFC 4180, and what programs write instead).
import type { Message } from '../../i18n/index';

export type Delimiter = ',' | ';' | '\t';

export const delimiters: readonly Delimiter[] = [',', ';', '\t'];

/** Columns the Import sheet has room for (rulings 17). */
const MAX_COLUMNS = 80;

/** Characters a cell of a sheet holds (rulings 17). */
const MAX_CELL = 50_000;

export interface SourceRecord {
  /** Line of the file the record begins on, 1-based. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Slice {
  readonly ok: true;
  /** Without wholly blank ones. */
  readonly records: readonly SourceRecord[];
  /** Text after the last whole record; it goes first into the next slice. */
  readonly rest: string;
  /** Line on which `rest` begins. */
  readonly nextLine: number;
}

export type SliceReading = Slice | { readonly ok: false; readonly reason: Message };

export interface SliceOptions {
  readonly delimiter: Delimiter;
  /** Line of the file the text begins on, 1-based. */
  readonly firstLine: number;
  /** Whether the file ends with this text. */
  readonly last: boolean;
  /** Read for itself and not into a sheet: no limits, and a record of nothing but delimiters is one too. */
  readonly unbounded?: boolean;
}

/**
 * Reads the whole records of a slice. A record may be shorter or longer than its neighbours; quoted cells may hold delimiters, line
 * breaks and doubled quotes; a quote inside an unquoted cell is a quote.
 * @returns codes `csv.quote` (a quoted cell never ends), `csv.columns` (over {@link MAX_COLUMNS}), `csv.cell` (over
 *   {@link MAX_CELL}), each naming the line
 */
export function readRecords(text: string, { delimiter, firstLine, last, unbounded = false }: SliceOptions): SliceReading {
  const records: SourceRecord[] = [];
  let at = firstLine === 1 ? afterPreface(text) : 0;
  let line = firstLine + (at > 0 && text.charCodeAt(at - 1) === LINE_FEED ? 1 : 0);
  while (at < text.length) {
    const record = readRecord(text, at, line, delimiter, last, unbounded);
    if (record === null) break;
    if ('reason' in record) return { ok: false, reason: record.reason };
    const said = unbounded ? text.slice(at, record.end).trim() !== '' : record.cells.some((cell) => cell.trim() !== '');
    if (said) records.push({ line, cells: record.cells });
    at = record.end;
    line += record.lines;
  }
  return { ok: true, records, rest: text.slice(at), nextLine: line };
}

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;

/** Byte order mark, and the line `sep=;` by which some programs tell Excel the delimiter. */
function afterPreface(text: string): number {
  return /^\uFEFF?(?:"?sep=.?"?\r?\n)?/i.exec(text)?.[0].length ?? 0;
}

type RecordReading =
  | { readonly cells: readonly string[]; readonly end: number; readonly lines: number }
  | { readonly reason: Message };

/** One record from `start`; null when the slice ends before it does. */
function readRecord(
  text: string,
  start: number,
  line: number,
  delimiter: Delimiter,
  last: boolean,
  unbounded = false,
): RecordReading | null {
  const mostCells = unbounded ? Number.POSITIVE_INFINITY : MAX_COLUMNS;
  const longest = unbounded ? Number.POSITIVE_INFINITY : MAX_CELL;
  const mark = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let at = start;
  let lines = 0;
  while (true) {
    const quoted = quoteAt(text, at, mark);
    let cell = '';
    if (quoted !== -1) {
      const end = quoteEnd(text, quoted + 1);
      const tooLong = (end === -1 ? text.length : end) - quoted > longest * 2 + 1;
      if (tooLong || (end === -1 && last)) {
        const code = end === -1 && last ? 'csv.quote' : 'csv.cell';
        return { reason: { code, args: { line: line + lines, column: cells.length + 1, max: MAX_CELL } } };
      }
      if (end === -1) return null;
      cell = text.slice(quoted + 1, end).replace(/""/g, '"');
      lines += breaksIn(cell);
      at = end + 1;
    }
    // What stands behind a closing quote belongs to the cell as well: nothing is lost.
    const stop = cellEnd(text, at, mark);
    const tail = text.slice(at, stop);
    cell = quoted === -1 ? tail : cell + tail.replace(/ +$/, '');
    if (cell.length > longest) return { reason: { code: 'csv.cell', args: { line, column: cells.length + 1, max: MAX_CELL } } };
    cells.push(cell);
    const sign = text.charCodeAt(stop);
    at = stop + 1;
    if (sign === mark) continue;
    // The end of the text may cut a cell, or the two signs of a line break.
    if (stop >= text.length && !last) return null;
    if (sign === RETURN && at >= text.length && !last) return null;
    if (sign === RETURN && text.charCodeAt(at) === LINE_FEED) at++;
    const filled = withoutBlankEnd(cells);
    if (filled.length > mostCells)
      return { reason: { code: 'csv.columns', args: { line, columns: filled.length, max: MAX_COLUMNS } } };
    return { cells: filled, end: Math.min(at, text.length), lines: lines + 1 };
  }
}

/** Position of the quote a cell begins with, spaces before it allowed; −1 for an unquoted cell. */
function quoteAt(text: string, from: number, mark: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE && mark !== SPACE) at++;
  return text.charCodeAt(at) === QUOTE ? at : -1;
}

/** Position of the quote that closes a cell; −1 when there is none. */
function quoteEnd(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

/** Position of the delimiter or line break that ends a cell, or the end of the text. */
function cellEnd(text: string, from: number, mark: number): number {
  for (let at = from; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === mark || sign === LINE_FEED || sign === RETURN) return at;
  }
  return text.length;
}

function breaksIn(cell: string): number {
  return cell.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** Programs pad records with empty cells; a blank end says nothing. At least one cell stays. */
function withoutBlankEnd(cells: readonly string[]): readonly string[] {
  let length = cells.length;
  while (length > 1 && (cells[length - 1] ?? '').trim() === '') length--;
  return length === cells.length ? cells : cells.slice(0, length);
}

/** Text looked at to find the delimiter. */
const SAMPLE = 65_536;

/** The delimiter by which the beginning of a file falls into the most even columns. */
export function detectDelimiter(text: string): Delimiter {
  const said = /^\uFEFF?"?sep=(.)/i.exec(text)?.[1];
  const named = delimiters.find((delimiter) => delimiter === said);
  if (named !== undefined) return named;
  const head = text.slice(0, SAMPLE);
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const score = evenness(head, delimiter, head.length === text.length);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Share of records that have the usual number of columns, more for more columns; 0 when the usual number is one. */
function evenness(text: string, delimiter: Delimiter, last: boolean): number {
  const widths = new Map<number, number>();
  let at = afterPreface(text);
  let count = 0;
  while (at < text.length && count < 200) {
    const record = readRecord(text, at, 1, delimiter, last, true);
    if (record === null || 'reason' in record) break;
    at = record.end;
    if (record.cells.length === 1 && record.cells[0]?.trim() === '') continue;
    count++;
    widths.set(record.cells.length, (widths.get(record.cells.length) ?? 0) + 1);
  }
  // Blank ends are cut, so records of one table differ: the columns most records reach are what counts.
  let sum = 0;
  let reached = 0;
  for (const [width, records] of widths) {
    if (width < 2) continue;
    reached += records;
    sum += width * records;
  }
  return count === 0 || reached === 0 ? 0 : (reached / count) * (1 + Math.log2(sum / reached));
}
