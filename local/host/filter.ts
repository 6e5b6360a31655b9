// The basic filter as people use it: which values of a column are not shown, and the rows that hides.
import type { Book, SheetModel } from './book';
import { lastRow, styleAt, valueAt } from './cells';
import { displayText } from './display';

/** What a column shows in the filter's rows. */
export interface FilterValue {
  /** As the cells show it; empty for blanks. */
  readonly text: string;
  readonly rows: number;
  readonly hidden: boolean;
}

/** First and last row the filter sorts out, 1-based; its own first row is the heading. Null without a filter over the column. */
function filteredSpan(sheet: SheetModel, column: number): readonly [first: number, last: number] | null {
  const { filter } = sheet;
  if (filter === null || column < filter.column || column >= filter.column + filter.columns) return null;
  return [filter.row + 1, Math.min(filter.row + filter.rows - 1, lastRow(sheet))];
}

/** Every text a column of the filter shows, most frequent first. */
export function filterValues(book: Book, sheet: SheetModel, column: number): FilterValue[] {
  const span = filteredSpan(sheet, column);
  if (span === null) return [];
  const counts = new Map<string, number>();
  for (let row = span[0]; row <= span[1]; row++) {
    const text = shownAt(book, sheet, row, column);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const hidden = sheet.hiddenValues.get(column);
  return Array.from(counts, ([text, rows]) => ({ text, rows, hidden: hidden?.has(text) ?? false })).sort(
    (a, b) => b.rows - a.rows || (a.text < b.text ? -1 : 1),
  );
}

/** Hides the rows whose cells in the column show one of the texts; what other columns hide stays hidden. */
export function hideValues(book: Book, sheet: SheetModel, column: number, texts: readonly string[]): void {
  if (texts.length === 0) sheet.hiddenValues.delete(column);
  else sheet.hiddenValues.set(column, new Set(texts));
  refilter(book, sheet);
}

/** Finds the hidden rows anew: what was typed since shows until then, as in Sheets. */
export function refilter(book: Book, sheet: SheetModel): void {
  sheet.filteredRows = new Set();
  for (const [column, texts] of sheet.hiddenValues) {
    const span = filteredSpan(sheet, column);
    if (span === null) continue;
    for (let row = span[0]; row <= span[1]; row++) {
      if (texts.has(shownAt(book, sheet, row, column))) sheet.filteredRows.add(row);
    }
  }
}

/** The filter goes, and with it what it hid. */
export function dropFilter(sheet: SheetModel): void {
  sheet.filter = null;
  sheet.hiddenValues.clear();
  sheet.filteredRows.clear();
}

function shownAt(book: Book, sheet: SheetModel, row: number, column: number): string {
  return displayText(valueAt(sheet, row, column), styleAt(sheet, row, column).numberFormat, book.locale);
}
