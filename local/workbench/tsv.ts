// Cells as the clipboard carries them: a line a row, tabs between columns, quoted where a cell holds either.

export function tsvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\n');
}

/** A tab or a line break inside a cell would part it. */
function quoted(text: string): string {
  return /[\t\n\r]/.test(text) || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

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
