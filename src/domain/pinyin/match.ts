// Finds what was typed in pinyin: whole syllables, initials, or both mixed, as people type names into a search box.
import { plain } from '../text';
import { readings } from './readings';

// What a person types longer than this is no name.
const LONGEST = 60;
// A Chinese character is pinyin by itself, Latin words are from the second on: one alone is found as text.
const CHINESE = 2;

/** `[from, to)` in UTF-16 units. */
export type Span = readonly [from: number, to: number];

/**
 * @returns the letters to compare, or null where the word cannot be pinyin. ü is `v`, and so is the u of lue, nue, lyu and nyu,
 * as keyboards and passports write it; apostrophes that part syllables do not count
 */
export function pinyinLetters(word: string): string | null {
  const letters = plain(word)
    .toLowerCase()
    .replace(/ü|u:/g, 'v')
    .replace(/['’]/g, '')
    .replace(/([ln])(?:yu(?![ae])|u(?=e))/g, '$1v');
  return letters.length <= LONGEST && /^[a-z]+$/.test(letters) ? letters : null;
}

/** Where a text is first read as what was typed; null where it is not. */
export type PinyinFinder = (text: string) => Span | null;

/**
 * Made once for the letters, asked of every text. Each character takes its whole syllable, its initial (one letter, or zh, ch, sh), or,
 * being the last, any beginning of its syllable; a Latin word of the text counts as a syllable, marks are passed over. One Latin word
 * alone is plain text and never found.
 */
export function pinyinFinder(letters: string): PinyinFinder {
  if (letters === '') return () => null;
  const begins = beginnings(letters);
  const start = reading(letters);
  return (text) => {
    for (let from = 0; from < text.length; from++) {
      const answer = begins.known[text.charCodeAt(from)];
      if (answer === NO || (answer !== YES && !begins.asked(text.charCodeAt(from)))) continue;
      const to = endOf(start, text, from);
      if (to !== null) return [from, to];
    }
    return null;
  };
}

const UNITS = 0x10000;
const [YES, NO] = [1, 2];

/** The cheap question asked of every character of every customer; the answer is remembered. */
function beginnings(letters: string): { readonly known: Uint8Array; readonly asked: (code: number) => boolean } {
  const known = new Uint8Array(UNITS);
  const first = letters.charCodeAt(0);
  const asked = (code: number) => {
    const spoken = readings(String.fromCharCode(code));
    const isFirst = (code | 0x20) === first || spoken.some((one) => one.charCodeAt(0) === first);
    known[code] = isFirst ? YES : NO;
    return isFirst;
  };
  return { known, asked };
}

/** How far the letters may have been read: all ways are followed at once. */
interface Reached {
  /** Whether all letters are used up, by more than one Latin word. */
  readonly isWhole: boolean;
  /** What is reached behind a Chinese character, as far as it was asked; null where it is not read so. */
  readonly behind: Map<number, Reached | null>;
  /** What is reached behind a syllable of several readings. */
  after(spoken: readonly string[], worth: number): Reached | null;
}

/** The beginning of the letters. What is reached is one thing however it was: few characters are ever read letter by letter. */
function reading(letters: string): Reached {
  const all = letters.length;
  const known = new Map<string, Reached>();
  const reached = (used: ReadonlySet<number>, syllables: number): Reached => {
    const key = `${syllables}:${[...used].sort((a, b) => a - b).join(' ')}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const after = (spoken: readonly string[], worth: number) => {
      const next = new Set<number>();
      for (const start of used) for (const syllable of spoken) step(letters, start, syllable, next);
      return next.size === 0 ? null : reached(next, Math.min(CHINESE, syllables + worth));
    };
    const made = { isWhole: syllables === CHINESE && used.has(all), behind: new Map(), after };
    known.set(key, made);
    return made;
  };
  return reached(new Set([0]), 0);
}

function step(letters: string, start: number, syllable: string, next: Set<number>): void {
  if (letters.startsWith(syllable, start)) next.add(start + syllable.length);
  if (letters.charAt(start) === syllable.charAt(0)) next.add(start + 1);
  if (syllable.charAt(1) === 'h' && letters.startsWith(syllable.slice(0, 2), start)) next.add(start + 2);
  const rest = letters.length - start;
  if (rest > 0 && rest < syllable.length && syllable.startsWith(letters.slice(start))) next.add(letters.length);
}

/** Up to where a text is read as the letters from a place on. */
function endOf(start: Reached, text: string, from: number): number | null {
  if (isLatin(text.charCodeAt(from - 1)) && isLatin(text.charCodeAt(from))) return null;
  let at = from;
  for (let reached = start; at < text.length; ) {
    const code = text.charCodeAt(at);
    let next = reached.behind.get(code);
    let to = at + 1;
    if (next === undefined) {
      const spoken = readings(text.charAt(at));
      if (spoken.length > 0) {
        next = reached.after(spoken, CHINESE);
        reached.behind.set(code, next);
      } else {
        to = wordEnd(text, at);
        next = to > at ? reached.after([text.slice(at, to).toLowerCase()], 1) : reached;
        to = Math.max(to, at + 1);
      }
    }
    if (next === null) return null;
    if (next.isWhole) return to;
    reached = next;
    at = to;
  }
  return null;
}

/** Behind the Latin word that stands there; the same place where none does. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (isLatin(text.charCodeAt(end))) end++;
  return end;
}

function isLatin(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
