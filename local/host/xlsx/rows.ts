// The cells of a sheet as XML: by far the largest part of the file, so it is built in chunks of bytes.
import type { CellError, CellValue, SheetModel } from '../book';
import { columnLetters } from '../engine/tokens';
import { cut } from './formulas';
import { type ColumnLooks, lastOwnLook } from './looks';
import type { SharedStrings } from './strings';
import { attributes, escapedText } from './xml';

/** Characters a cell of a file holds. */
export const MAX_TEXT = 32_767;
/** Ends a text that was cut; the whole text stands in the host's side file. */
export const CUT_MARK = '…✂';

/** Errors a file knows; any other would make Excel repair the file. */
const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

const CHUNK = 1 << 20;
const POINTS_PER_PIXEL = 0.75;

/** What a file holds of a text. */
export function textInFile(text: string): string {
  return text.length <= MAX_TEXT ? text : cut(text, MAX_TEXT - CUT_MARK.length) + CUT_MARK;
}

export interface RowsOf {
  readonly sheet: SheetModel;
  readonly looks: readonly ColumnLooks[];
  readonly strings: SharedStrings;
  /** Formulas without their `=`, as the file writes them. */
  readonly formula: (text: string) => string;
  /** Whether formulas come with their last value: programs that find one need not compute. */
  readonly cached: boolean;
}

/** `<sheetData>` in pieces. */
export function sheetData(of: RowsOf): Buffer[] {
  const pieces: Buffer[] = [];
  let chunk = '<sheetData>';
  const rows = new RowWriter(of);
  for (let row = 1; row <= lastRow(of); row++) {
    chunk += rows.write(row);
    if (chunk.length < CHUNK) continue;
    pieces.push(Buffer.from(chunk));
    chunk = '';
  }
  pieces.push(Buffer.from(`${chunk}</sheetData>`));
  return pieces;
}

function lastRow({ sheet, looks }: RowsOf): number {
  const last = (keys: Iterable<number>) => [...keys].reduce((a, b) => Math.max(a, b), 0);
  const own = [sheet.formulas.keys(), sheet.rowHeights.keys(), sheet.hiddenRows].map(last);
  return Math.min(sheet.maxRows, Math.max(sheet.cells.length, lastOwnLook(looks), ...own));
}

class RowWriter {
  private readonly of: RowsOf;
  private readonly letters: string[] = [];
  /** By column: the run of looks the current row lies in. */
  private readonly runs: number[] = [];

  constructor(of: RowsOf) {
    this.of = of;
    for (let column = 1; column < of.looks.length; column++) {
      this.letters[column] = columnLetters(column);
      this.runs[column] = 0;
    }
  }

  /** Rows come in ascending order; one with nothing to say is empty text. */
  write(row: number): string {
    const { sheet, looks } = this.of;
    const values = sheet.cells[row - 1] ?? [];
    const formulas = sheet.formulas.get(row);
    let cells = '';
    for (let column = 1; column < looks.length; column++) {
      const look = looks[column] as ColumnLooks;
      const style = this.styleAt(look, row, column);
      const value = values[column - 1] ?? null;
      const formula = formulas?.get(column);
      if (value === null && formula === undefined && style === look.whole) continue;
      const open = `<c r="${this.letters[column]}${row}"${style > 0 ? ` s="${style}"` : ''}`;
      cells += formula === undefined ? this.constant(open, value) : this.computed(open, formula, value);
    }
    const height = sheet.rowHeights.get(row);
    const own = attributes({
      ht: height === undefined ? null : height * POINTS_PER_PIXEL,
      customHeight: height === undefined ? null : true,
      hidden: sheet.hiddenRows.has(row) || null,
    });
    return cells === '' && own === '' ? '' : `<row r="${row}"${own}>${cells}</row>`;
  }

  private styleAt({ starts, styles }: ColumnLooks, row: number, column: number): number {
    let run = this.runs[column] ?? 0;
    while ((starts[run + 1] ?? Number.POSITIVE_INFINITY) <= row) run++;
    this.runs[column] = run;
    return styles[run] ?? 0;
  }

  private constant(open: string, value: CellValue): string {
    if (value === null) return `${open}/>`;
    if (typeof value === 'number') return `${open}><v>${value}</v></c>`;
    if (typeof value === 'string') return `${open} t="s"><v>${this.of.strings.id(textInFile(value))}</v></c>`;
    return `${open}${otherValue(value, '')}`;
  }

  private computed(open: string, formula: string, value: CellValue): string {
    const text = `<f>${escapedText(this.of.formula(formula))}</f>`;
    if (!this.of.cached || value === null) return `${open}>${text}</c>`;
    if (typeof value === 'number') return `${open}>${text}<v>${value}</v></c>`;
    if (typeof value === 'string') return `${open} t="str">${text}<v>${escapedText(textInFile(value))}</v></c>`;
    return `${open}${otherValue(value, text)}`;
  }
}

function otherValue(value: boolean | CellError, formula: string): string {
  if (typeof value === 'boolean') return ` t="b">${formula}<v>${Number(value)}</v></c>`;
  return ` t="e">${formula}<v>${ERRORS.has(value.error) ? value.error : '#VALUE!'}</v></c>`;
}
