// What is known of texts without reading them: enough to tell of most pairs that they are not alike.
import { numbersOf } from './coded';
import { lettersOf, mayBeWithin, mayReach } from './distance';

/** Asks of two values of a column, by their numbers. */
export interface Outlines {
  /** Whether so few edits can lie between them. */
  within(edits: number, i: number, j: number): boolean;
  /** Whether their Jaro–Winkler similarity can reach a value. */
  reach(least: number, i: number, j: number): boolean;
  /** Whether one can be a part of the other, or a slip of it. */
  near(i: number, j: number): boolean;
}

export function outlinesOf(texts: readonly string[]): Outlines {
  const lengths = numbersOf(texts, (text) => text.length);
  const letters = numbersOf(texts, lettersOf);
  const firsts = numbersOf(texts, (text) => text.charCodeAt(0));
  return {
    within: (edits, i, j) => mayBeWithin(edits, letters[i] ?? 0, letters[j] ?? 0),
    reach: (least, i, j) =>
      mayReach(least, firsts[i] === firsts[j], lengths[i] ?? 0, letters[i] ?? 0, lengths[j] ?? 0, letters[j] ?? 0),
    near: (i, j) => {
      const x = letters[i] ?? 0;
      const y = letters[j] ?? 0;
      // A slip changes two letters at most: without its two lowest bits nothing is left of the difference.
      const odd = x ^ y;
      const rest = odd & (odd - 1);
      return (rest & (rest - 1)) === 0 || (x & ~y) === 0 || (y & ~x) === 0;
    },
  };
}
