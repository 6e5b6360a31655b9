// Cells as the clipboard carries them: a line a row, tabs between columns, quoted where a cell holds either.
import type { Block } from '../grid-wire';

/** Reads what was copied in a sheet, in Excel or in a text editor. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const field = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;
  while (field.lastIndex <= body.length) {
    const start = field.lastIndex;
    const found = field.exec(body);
    if (found === null) {
      // A quote that nothing closes, or text behind one: the cell is meant as it stands.
      const end = body.slice(start).search(/[\t\n]/);
      rows[rows.length - 1]?.push(end < 0 ? body.slice(start) : body.slice(start, start + end));
      if (end < 0) break;
      if (body[start + end] === '\n') rows.push([]);
      field.lastIndex = start + end + 1;
      continue;
    }
    const [, quoted, bare, mark] = found;
    rows[rows.length - 1]?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (mark === '\n') rows.push([]);
    if (mark === '') break;
  }
  return rows;
}

/** What a page copied last, to know it again when it is pasted: within the sheet looks and rules come along. */
export interface Copied {
  readonly text: string;
  readonly from: Block & { readonly sheet: number };
  readonly cut: boolean;
}

/**
 * The clipboard can only be filled while the event lasts, and the cells may lie outside what is drawn: so this one request waits.
 * The server is on this machine.
 */
export function textNow(sheet: number, block: Block): string {
  const search = new URLSearchParams(Object.entries({ sheet, ...block }).map(([name, value]) => [name, String(value)]));
  const request = new XMLHttpRequest();
  request.open('GET', `/text?${search}`, false);
  request.send();
  return request.status === 200 ? request.responseText : '';
}
