// Long texts in pieces that cells can hold.

/** What a cell may take for the beginning of something else than text. */
const NOT_A_START = "=+-@'";

/**
 * Cuts a text into pieces of at most `max` characters; together they are the text. None begins like a formula, and none ends inside a
 * character: half of one would not survive being stored.
 */
export function piecesOf(text: string, max: number): string[] {
  const pieces: string[] = [];
  let at = 0;
  while (text.length - at > max) {
    let end = at + max;
    while (end > at + 1 && !isCut(text, end)) end--;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return [...pieces, text.slice(at)];
}

function isCut(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return !(code >= 0xdc00 && code <= 0xdfff) && !NOT_A_START.includes(text.charAt(at));
}
