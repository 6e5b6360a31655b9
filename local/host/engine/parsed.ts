// A formula understood against its book: which cells it reads, and the text the engine is given for it.
import type { Area, Book, SheetModel } from '../book';
import { columnLetters, quotedSheet, type Reference, type Token, tokensOf } from './tokens';

export interface Clock {
  /** Days since 1899-12-30. */
  readonly todaySerial: number;
  /** The same with the time of day as fraction. */
  readonly nowSerial: number;
}

/** Cells a formula reads, on one sheet; both ends included. */
export interface Span {
  readonly sheet: SheetModel;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Reading {
  readonly engineText: string;
  readonly spans: readonly Span[];
  /** INDIRECT and OFFSET may read any cell. */
  readonly anywhere: boolean;
  /** The value follows the clock. */
  readonly timed: boolean;
  /** The formula is nothing but one cell: an empty one stays empty then, it is not 0. */
  readonly echo: Span | null;
}

/** Where the formula stands: ROW() and references without a sheet mean this place. */
export interface Place {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
}

const ANYWHERE = new Set(['INDIRECT', 'OFFSET']);
const TIMED = new Set(['TODAY', 'NOW']);

/**
 * Reads a formula; what it names and is not in the book becomes `#REF!`.
 * @param say how the engine is to be told of a reference
 */
export function readFormula(
  book: Book,
  formula: string,
  place: Place,
  clock: Clock,
  say: (span: Span) => string = spanText,
): Reading {
  const tokens = tokensOf(formula);
  const spans: Span[] = [];
  let anywhere = false;
  let timed = false;
  let text = '';
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.type === 'separator') text += ',';
    else if (token.type === 'reference' || token.type === 'name') {
      const span = token.type === 'name' ? namedSpan(book, token.text) : spanOf(book, token.reference, place.sheet);
      if (span) spans.push(span);
      text += span ? say(span) : token.type === 'name' ? token.text : '#REF!';
    } else if (token.type === 'call') {
      const name = token.text.toUpperCase();
      anywhere ||= ANYWHERE.has(name);
      timed ||= TIMED.has(name);
      const constant = constantOf(name, place, clock);
      const length = constant === null ? 0 : emptyCallLength(tokens, i);
      text += length > 0 ? `(${constant})` : token.text;
      i += length;
    } else text += token.text;
  }
  const [, only] = tokens;
  const single = only?.type === 'reference' && tokens.length === 2 && only.reference.to === null;
  return { engineText: text, spans, anywhere, timed, echo: single ? (spans[0] ?? null) : null };
}

/** The engine knows no clock but the machine's, and evaluates questions away from their place. */
function constantOf(call: string, place: Place, clock: Clock): number | null {
  if (call === 'TODAY') return clock.todaySerial;
  if (call === 'NOW') return clock.nowSerial;
  if (call === 'ROW') return place.row;
  return call === 'COLUMN' ? place.column : null;
}

/** How many tokens after a call's name make up `()`; 0 when it has arguments. */
function emptyCallLength(tokens: readonly Token[], at: number): number {
  let length = 0;
  for (const wanted of ['(', ')']) {
    do length++;
    while (tokens[at + length]?.text.trim() === '');
    if (tokens[at + length]?.text !== wanted) return 0;
  }
  return length;
}

/** Open ends are closed at the sheet's edge: the engine cannot read `C2:C`, and walks a million rows for `C:C`. */
function spanOf(book: Book, { sheet: name, from, to }: Reference, home: SheetModel): Span | null {
  const sheet = name === null ? home : sheetNamed(book, name);
  if (!sheet) return null;
  const end = to ?? from;
  const [top, bottom] = ordered(from.row ?? 1, end.row ?? Math.max(sheet.maxRows, sheet.cells.length));
  const [left, right] = ordered(from.column ?? 1, end.column ?? sheet.maxColumns);
  return { sheet, top, bottom, left, right };
}

function ordered(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}

function sheetNamed(book: Book, name: string): SheetModel | undefined {
  const wanted = name.toLowerCase();
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}

function namedSpan(book: Book, name: string): Span | null {
  const area = book.namedRanges.get(name) ?? namedIgnoringCase(book, name);
  const sheet = area && book.sheets.find(({ id }) => id === area.sheetId);
  if (!area || !sheet) return null;
  const { row, column, rows, columns } = area;
  return { sheet, top: row, bottom: row + rows - 1, left: column, right: column + columns - 1 };
}

function namedIgnoringCase(book: Book, name: string): Area | undefined {
  const wanted = name.toLowerCase();
  for (const [key, area] of book.namedRanges) if (key.toLowerCase() === wanted) return area;
  return undefined;
}

function spanText({ sheet, top, bottom, left, right }: Span): string {
  const corner = (column: number, row: number) => `$${columnLetters(column)}$${row}`;
  const cells = top === bottom && left === right ? corner(left, top) : `${corner(left, top)}:${corner(right, bottom)}`;
  return `${quotedSheet(engineSheetName(sheet))}!${cells}`;
}

/** The engine refuses names that Sheets allows; such a sheet goes by its number, out of INDIRECT's reach. */
export function engineSheetName({ id, name }: SheetModel): string {
  return name.length <= 31 && !/[[\]:*?/\\]/.test(name) ? name : `sheet ${id}`;
}
