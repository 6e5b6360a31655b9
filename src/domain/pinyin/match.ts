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

/**
 * Where a text is first read as the letters. Each character takes its whole syllable, its initial (one letter, or zh, ch, sh), or,
 * being the last, any beginning of its syllable; a Latin word of the text counts as a syllable, marks are passed over.
 * @returns null where it is not; one Latin word alone is plain text and never found
 */
export function findPinyin(letters: string, text: string): Span | null {
  if (letters === '') return null;
  for (let from = 0; from < text.length; from++) {
    if (!begins(text, from, letters)) continue;
    const to = endOf(letters, text, from);
    if (to !== null) return [from, to];
  }
  return null;
}

/** The cheap question asked of every character of every customer. */
function begins(text: string, at: number, letters: string): boolean {
  const first = letters.charCodeAt(0);
  for (const reading of readings(text.charAt(at))) if (reading.charCodeAt(0) === first) return true;
  return (text.charCodeAt(at) | 0x20) === first && !isLatin(text.charCodeAt(at - 1));
}

/** All ways are followed at once: how much of the letters may be used up behind each syllable. */
function endOf(letters: string, text: string, from: number): number | null {
  let used = new Set([0]);
  let syllables = 0;
  for (let at = from; at < text.length && used.size > 0; ) {
    const spoken = readings(text.charAt(at));
    const to = spoken.length > 0 ? at + 1 : wordEnd(text, at);
    if (to === at) {
      at++;
      continue;
    }
    const ways = spoken.length > 0 ? spoken : [text.slice(at, to).toLowerCase()];
    syllables += spoken.length > 0 ? CHINESE : 1;
    const next = new Set<number>();
    for (const start of used) for (const way of ways) step(letters, start, way, next);
    if (syllables >= CHINESE && next.has(letters.length)) return to;
    used = next;
    at = to;
  }
  return null;
}

function step(letters: string, start: number, syllable: string, next: Set<number>): void {
  if (letters.startsWith(syllable, start)) next.add(start + syllable.length);
  if (letters.charAt(start) === syllable.charAt(0)) next.add(start + 1);
  if (syllable.charAt(1) === 'h' && letters.startsWith(syllable.slice(0, 2), start)) next.add(start + 2);
  const rest = letters.length - start;
  if (rest > 0 && rest < syllable.length && syllable.startsWith(letters.slice(start))) next.add(letters.length);
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
