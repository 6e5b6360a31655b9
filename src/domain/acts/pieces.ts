// Long texts in pieces that cells can hold.

/** What a cell may take for the beginning of something else than text. */
const NOT_A_START = "=+-@'";

/**
 * Cuts a text into pieces of at most `max` characters; together they are the text. None ends inside a character, for half of one would
 * not survive being stored; none begins like a formula, unless a whole piece of such signs leaves no other place.
 */
export function piecesOf(text: string, max: number): string[] {
  const pieces: string[] = [];
  let at = 0;
  while (text.length - at > max) {
    const whole = splitsCharacter(text, at + max) ? at + max - 1 : at + max;
    let end = whole;
    while (end > at && (splitsCharacter(text, end) || NOT_A_START.includes(text.charAt(end)))) end--;
    if (end === at) end = whole;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return [...pieces, text.slice(at)];
}

function splitsCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
