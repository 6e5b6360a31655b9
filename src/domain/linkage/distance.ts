// How alike two short texts are: Jaro–Winkler and the edit distance with transposition (OSA), on buffers used again and again.
import { abs, imul, max, min } from './arithmetic';

// No lists are taken apart below: that costs more than the comparison where nothing is compiled.

/** Longer texts are compared by their beginnings; identifiers and names never are as long. */
const LONGEST = 120;

const seenA = new Uint8Array(LONGEST);
const seenB = new Uint8Array(LONGEST);

/**
 * Jaro–Winkler similarity, 0…1, prefix of at most four characters at .1 each.
 * Winkler, W. E.: String comparator metrics and enhanced decision rules in the Fellegi–Sunter model of record linkage, 1990.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const n = min(a.length, LONGEST);
  const m = min(b.length, LONGEST);
  if (n === 0 || m === 0) return 0;
  const reach = max(0, (max(n, m) >> 1) - 1);
  seenA.fill(0, 0, n);
  seenB.fill(0, 0, m);
  let common = 0;
  for (let i = 0; i < n; i++) {
    const code = a.charCodeAt(i);
    const to = min(m, i + reach + 1);
    for (let j = max(0, i - reach); j < to; j++) {
      if (seenB[j] === 0 && b.charCodeAt(j) === code) {
        seenA[i] = 1;
        seenB[j] = 1;
        common++;
        break;
      }
    }
  }
  if (common === 0) return 0;
  let moved = 0;
  for (let i = 0, j = 0; i < n; i++) {
    if (seenA[i] === 0) continue;
    while (seenB[j] === 0) j++;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) moved++;
    j++;
  }
  const jaro = (common / n + common / m + (common - moved / 2) / common) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < n && prefix < m && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** The characters of a text as bits, several to a bit: what is missing in one of two such sets is missing in the text. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31);
  return letters;
}

function bitsIn(set: number): number {
  let n = set - ((set >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Whether so few edits can lie between two texts, as far as their letters tell; each edit changes two of them at most. */
export function mayBeWithin(edits: number, lettersA: number, lettersB: number): boolean {
  return bitsIn(lettersA ^ lettersB) <= 2 * edits;
}

/** Whether {@link jaroWinkler} of two texts can reach a value, as far as their lengths and letters tell. */
export function mayBeAlike(least: number, a: string, lettersA: number, b: string, lettersB: number): boolean {
  return a === b || mayReach(least, a.charCodeAt(0) === b.charCodeAt(0), a.length, lettersA, b.length, lettersB);
}

/** {@link mayBeAlike} of two texts of `n` and `m` letters. */
export function mayReach(least: number, isBegun: boolean, n: number, lettersA: number, m: number, lettersB: number): boolean {
  if (n > LONGEST || m > LONGEST) return true;
  const common = min(n - bitsIn(lettersA & ~lettersB), m - bitsIn(lettersB & ~lettersA));
  if (common <= 0) return least <= 0;
  const jaro = (common / n + common / m + 1) / 3;
  return (isBegun ? jaro + 0.4 * (1 - jaro) : jaro) >= least;
}

let before = new Uint16Array(LONGEST + 1);
let last = new Uint16Array(LONGEST + 1);
let row = new Uint16Array(LONGEST + 1);

/**
 * Edit distance in which two neighbours that changed places count one (optimal string alignment).
 * @param most distances above it need not be exact; the answer is then any number above it
 */
export function osa(a: string, b: string, most: number): number {
  if (a === b) return 0;
  const n = min(a.length, LONGEST);
  const m = min(b.length, LONGEST);
  if (abs(n - m) > most) return most + 1;
  for (let j = 0; j <= m; j++) last[j] = j;
  for (let i = 1; i <= n; i++) {
    const code = a.charCodeAt(i - 1);
    const previous = i > 1 ? a.charCodeAt(i - 2) : -1;
    let least = i;
    row[0] = i;
    for (let j = 1; j <= m; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = min((last[j - 1] ?? 0) + (code === other ? 0 : 1), (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (j > 1 && code === b.charCodeAt(j - 2) && previous === other) cost = min(cost, (before[j - 2] ?? 0) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    const spent = before;
    before = last;
    last = row;
    row = spent;
  }
  return last[m] ?? 0;
}

/** Whether one edit at most, a change of places included, makes one text of the other: {@link osa} ≤ 1, without its table. */
export function isSlip(a: string, b: string): boolean {
  const n = a.length;
  const m = b.length;
  if (n > m) return isSlip(b, a);
  if (m - n > 1) return false;
  let i = 0;
  while (i < n && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === n) return true;
  // The rest behind the first difference must be the same, shifted by one where a letter is missing.
  let tail = 0;
  while (tail < n - i && a.charCodeAt(n - 1 - tail) === b.charCodeAt(m - 1 - tail)) tail++;
  const left = n - i - tail;
  if (m > n) return left === 0;
  if (left <= 1) return true;
  return left === 2 && a.charCodeAt(i) === b.charCodeAt(i + 1) && a.charCodeAt(i + 1) === b.charCodeAt(i);
}
