// Text as a search compares it: case, width and simplified or traditional do not count; every character keeps its place.
import { simplified } from '../han';

/** Text without anything to fold but case and traditional characters. */
export const ORDINARY = /^[\x20-\x7E\u4E00-\u9FFF]*$/;

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
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (code === 0x3000 || code === 0xa0) return ' ';
  const lower = text.charAt(at).toLowerCase();
  return lower.length === 1 ? lower : text.charAt(at);
}
