// Text as a search compares it: case, width and simplified or traditional do not count; every character keeps its place.
import { simplified, spellings } from '../han';

/** Text without anything to fold but case and traditional characters. */
const ORDINARY = /^[\x20-\x7E\u4E00-\u9FFF]*$/;

/** Code units between full-width characters and the plain ones they stand for. */
const WIDE = 0xfee0;

/** The text folded, of the same length in UTF-16 units, so that what is found in it can be marked in the original. */
export function folded(text: string): string {
  const plain = simplified(text);
  if (ORDINARY.test(plain)) return plain.toLowerCase();
  let out = '';
  for (let at = 0; at < plain.length; at++) out += foldedUnit(plain, at);
  return out;
}

function foldedUnit(text: string, at: number): string {
  const code = text.charCodeAt(at);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - WIDE).toLowerCase();
  if (code === 0x3000 || code === 0xa0) return ' ';
  const lower = text.charAt(at).toLowerCase();
  return lower.length === 1 ? lower : text.charAt(at);
}

/** Where a part stands first in a text folded; -1 where it does not. */
export type PartFinder = (text: string) => number;

/**
 * Made once for a part, itself folded, and asked of every text. Folding fifty thousand texts takes longer than looking in them for every
 * spelling at once.
 */
export function partFinder(part: string): PartFinder {
  if (!ORDINARY.test(part)) return (text) => (text.length < part.length ? -1 : folded(text).indexOf(part));
  const spelt = new RegExp(Array.from(part, (char) => `[${spellingsOf(char).map(escaped).join('')}]`).join(''));
  return (text) => text.search(spelt);
}

/** Every unit that is folded to a plain or Chinese character. */
function spellingsOf(char: string): readonly string[] {
  if (char > '\x7E') return spellings(char);
  const cases = [...new Set([char, char.toUpperCase()])];
  const wide = char === ' ' ? ['\u3000', '\u00A0'] : cases.map((one) => String.fromCharCode(one.charCodeAt(0) + WIDE));
  // The sign for kelvin is a capital k by another name.
  return [...cases, ...wide, ...(char === 'k' ? ['\u212A'] : [])];
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
