// Columns of text on a terminal, where a Chinese character is two cells wide.

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Rows of two columns, indented by two; the first column is as wide as its widest text. */
export function alignedRows(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([first]) => widthOf(first)));
  return rows.map(([first, second]) => `  ${first}${' '.repeat(width - widthOf(first))}  ${second}`.trimEnd()).join('\n');
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}
