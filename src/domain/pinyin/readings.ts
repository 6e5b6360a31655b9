// How Chinese characters are read aloud: pinyin without tones, every reading a character has as a word or as a surname.
import { simplified } from '../han';
import { numberAt } from '../letters';
import table from './readings.generated.json';

// scripts/generate-pinyin.mjs says how an entry is written.
const LONG = 2;
const FIRST_HAN = 0x4e00;

const NONE: readonly string[] = [];

/** For each code the number of its first entry, counted from 1; 0 where there is none. */
let firsts: Uint16Array | null = null;
/** Of each character asked for, by its place among the Han characters. */
const known = new Array<readonly string[] | undefined>(0x10000 - FIRST_HAN);
const names = table.syllables.split(' ');

/**
 * @param char one character, in simplified or traditional form
 * @returns its readings in plain letters with `v` for ü, the usual one first: 单 is dan, shan, chan; none for what is not Han or rare
 */
export function readings(char: string): readonly string[] {
  const code = char.charCodeAt(0);
  if (code < FIRST_HAN) return NONE;
  // Remembered: a search asks for the same characters fifty thousand times.
  let found = known[code - FIRST_HAN];
  if (found === undefined) {
    firsts ??= indexed();
    const own = firsts[code] ?? 0;
    found = entriesFrom(own > 0 ? own : (firsts[simplified(char).charCodeAt(0)] ?? 0));
    known[code - FIRST_HAN] = found;
  }
  return found;
}

/** The readings of each character of a text, in UTF-16 units. */
export function syllables(text: string): (readonly string[])[] {
  return Array.from({ length: text.length }, (_, at) => readings(text.charAt(at)));
}

function indexed(): Uint16Array {
  const found = new Uint16Array(0x10000);
  let code = FIRST_HAN;
  for (let at = 0; at < table.entries.length; at += LONG) {
    const entry = numberAt(table.entries, at, LONG);
    code += Math.floor(entry / names.length);
    // The empty syllable only bridges a wide gap.
    if (entry % names.length > 0 && found[code] === 0) found[code] = at / LONG + 1;
  }
  return found;
}

/** The syllables from an entry on that belong to one character: those that go no further. */
function entriesFrom(first: number): readonly string[] {
  if (first === 0) return NONE;
  const found: string[] = [];
  for (let at = (first - 1) * LONG; at < table.entries.length; at += LONG) {
    const entry = numberAt(table.entries, at, LONG);
    if (found.length > 0 && entry >= names.length) break;
    found.push(names[entry % names.length] ?? '');
  }
  return found;
}
