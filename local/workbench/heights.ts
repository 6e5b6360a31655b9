// How high rows are that nobody set: as high as their tallest cell wants, by its font and by the lines its text breaks into.
import { valueAt } from '../host/cells';
import { displayText } from '../host/display';
import type { Book, CellStyle, SheetModel } from '../host/index';

/** Pixels of a row and of a column that nobody sized, in Sheets. */
export const USUAL = { row: 21, column: 100 } as const;
/** Of a column's width, what stands beside the text. */
const MARGIN = 7;
const USUAL_FONT = 10;
/** Points to pixels, and the room of a line. */
const PIXELS = 4 / 3;
const LINE = 1.25;
/** Width of a narrow and of a wide character as parts of the font's size: nobody measures here, so this is near enough. */
const NARROW = 0.54;
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** Pixels by 1-based row, where they differ from the usual: as set, or as the content asks. */
export function heightsOf(book: Book, sheet: SheetModel): Map<number, number> {
  const heights = new Map<number, number>();
  const last = sheet.cells.length;
  for (const [column, runs] of sheet.styles) {
    const room = (sheet.columnWidths.get(column) ?? USUAL.column) - MARGIN;
    for (const [first, rows, style] of runs.runs(last)) {
      if (style.wrapStrategy !== 'WRAP' && style.fontSize <= USUAL_FONT) continue;
      for (let row = first; row < first + rows; row++) {
        const wanted = wantedHeight(book, sheet, row, column, style, room);
        if (wanted > (heights.get(row) ?? USUAL.row)) heights.set(row, wanted);
      }
    }
  }
  for (const [row, height] of sheet.rowHeights) heights.set(row, height);
  return heights;
}

function wantedHeight(book: Book, sheet: SheetModel, row: number, column: number, style: CellStyle, room: number): number {
  const value = valueAt(sheet, row, column);
  if (value === null) return 0;
  const font = style.fontSize * PIXELS;
  const text = displayText(value, style.numberFormat, book.locale);
  const lines = style.wrapStrategy === 'WRAP' ? text.split('\n').reduce((sum, line) => sum + linesOf(line, room / font), 0) : 1;
  return Math.ceil(lines * font * LINE) + 4;
}

/** @param room in sizes of the font */
function linesOf(text: string, room: number): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 1 : NARROW;
  return Math.max(1, Math.ceil(width / room));
}
