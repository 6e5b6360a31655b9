// Long lists of words, written as text.

/** Words divided by `, `; a line an argument. */
export function listed(...lines: string[]): readonly string[] {
  return lines.flatMap((line) => line.split(', '));
}
