// A1 notation: columns as letters, ranges as text, both ways.
import { columnLetters, columnNumber } from './engine/tokens';

export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** One cell as `C3`, more as `C3:D9`. */
export function rangeName({ row, column, rows, columns }: Rectangle): string {
  const first = `${columnLetters(column)}${row}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}

const PART = /^\$?([A-Za-z]{1,3})?\$?(\d{1,8})?$/;

/**
 * Reads `C3`, `C3:D9`, `C:C`, `C3:D`, `4:6`, with or without a sheet before `!`; open ends reach the sheet's last row or column.
 * @param extent the grid's size, asked by sheet name (null where the text names none); null when there is no such sheet
 * @returns null when the text is no range
 */
export function parseRange(
  text: string,
  extent: (sheet: string | null) => { rows: number; columns: number } | null,
): (Rectangle & { readonly sheet: string | null }) | null {
  const bang = text.lastIndexOf('!');
  const sheet =
    bang < 0
      ? null
      : text
          .slice(0, bang)
          .replace(/^'(.*)'$/s, '$1')
          .replaceAll("''", "'");
  const size = extent(sheet);
  const [from = '', to = from, more] = text
    .slice(bang + 1)
    .trim()
    .split(':');
  const a = PART.exec(from);
  const b = PART.exec(to);
  if (size === null || more !== undefined || a === null || b === null || from === '' || to === '') return null;
  if (from === to && (a[1] === undefined || a[2] === undefined) && !text.includes(':')) return null;
  const top = a[2] === undefined ? 1 : Number(a[2]);
  const bottom = b[2] === undefined ? size.rows : Number(b[2]);
  const left = a[1] === undefined ? 1 : columnNumber(a[1]);
  const right = b[1] === undefined ? size.columns : columnNumber(b[1]);
  const row = Math.min(top, bottom);
  const column = Math.min(left, right);
  return { sheet, row, column, rows: Math.max(top, bottom) - row + 1, columns: Math.max(left, right) - column + 1 };
}
