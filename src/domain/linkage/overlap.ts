// How much two lists of words have in common.
import { max, min } from './arithmetic';
import { isSlip } from './distance';

/** Weighted shares of common words: of the larger side, and of the smaller. A word one edit off counts .8. */
export function overlap(
  a: readonly string[],
  b: readonly string[],
  rarity: { of(word: string): number },
): { jaccard: number; contained: number } {
  let common = 0;
  let sumA = 0;
  let sumB = 0;
  for (const word of b) sumB += rarity.of(word);
  for (const word of a) {
    const weight = rarity.of(word);
    sumA += weight;
    if (b.includes(word)) common += weight;
    else if (word.length >= 4 && hasSlip(b, word)) common += 0.8 * weight;
  }
  const larger = max(sumA, sumB);
  const smaller = min(sumA, sumB);
  return { jaccard: larger === 0 ? 0 : common / larger, contained: smaller === 0 ? 0 : min(1, common / smaller) };
}

function hasSlip(words: readonly string[], word: string): boolean {
  for (const other of words) if (other.length >= 4 && isSlip(word, other)) return true;
  return false;
}
