// How Chinese characters are read aloud: pinyin without tones, every reading a character has as a word or as a surname.
import { simplified } from '../han';
import { numberAt } from '../letters';
import table from './readings.generated.json';

// scripts/generate-pinyin.mjs says how an entry is written.
const LONG = 2;
const FIRST_HAN = 0x4e00;

const NONE: readonly string[] = [];

let byCode: Map<number, readonly string[]> | null = null;

/**
 * @param char one character, in simplified or traditional form
 * @returns its readings in plain letters with `v` for ü, the usual one first: 单 is dan, shan, chan; none for what is not Han or rare
 */
export function readings(char: string): readonly string[] {
  const code = char.charCodeAt(0);
  if (code < FIRST_HAN) return NONE;
  byCode ??= decoded();
  const known = byCode.get(code);
  if (known) return known;
  // Remembered: a search asks for the same characters fifty thousand times.
  const found = byCode.get(simplified(char).charCodeAt(0)) ?? NONE;
  byCode.set(code, found);
  return found;
}

/** The readings of each character of a text, in UTF-16 units. */
export function syllables(text: string): (readonly string[])[] {
  return Array.from({ length: text.length }, (_, at) => readings(text.charAt(at)));
}

function decoded(): Map<number, readonly string[]> {
  const names = table.syllables.split(' ');
  const found = new Map<number, string[]>();
  let code = FIRST_HAN;
  for (let at = 0; at < table.entries.length; at += LONG) {
    const entry = numberAt(table.entries, at, LONG);
    code += Math.floor(entry / names.length);
    const name = names[entry % names.length];
    // The empty syllable only bridges a wide gap.
    if (!name) continue;
    const known = found.get(code);
    if (known) known.push(name);
    else found.set(code, [name]);
  }
  return found;
}
