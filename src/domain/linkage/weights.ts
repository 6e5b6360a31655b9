// What each level of each comparison is worth, estimated from the table itself and held by priors where the table is too small to tell.
import { ceil, floats, log2, max, min } from './arithmetic';
import { type Comparison, type Comparisons, MISSING } from './compare';
import type { Features } from './features';
import type { Compared } from './levels';
import { drawer } from './random';
import { chanceOf, Scorer, type Weighing } from './score';

export interface Weights extends Weighing {
  /** Share of each level among matches. */
  readonly m: readonly Float64Array[];
}

const DRAWS = 40_000;
/** Pairs the prior shares of levels count as. */
const U_PRIOR = 200;
const M_PRIOR = 30;
const ROUNDS = 8;
/** Pairs of fewer bits are not looked at again. */
const HOPELESS = -8;
/** Most pairs looked at in a round. */
const TRAINING = 150_000;

/** Weights before anything is learned of matches: how often rows agree by chance in this table, how often matches do in others. */
export function firstWeights(features: Features, comparisons: Comparisons): Weights {
  const u = chance(features, comparisons);
  const m = comparisons.list.map((comparison) => Float64Array.from(comparison.m));
  const n = features.rows;
  const prior = log2(EXPECTED / max(SMALL, n - 1));
  return { prior, m, u, bits: m.map((shares, c) => bitsOf(shares, u[c] as Float64Array)) };
}

/** Duplicates a row has in a table nothing is known of. */
const EXPECTED = 0.5;
/** And at least, in a table that shows none: what is learned of few matches must not talk itself out of all of them. */
const FEWEST = 0.05;
/** Two rows of a very small table are no likelier one customer than two of a table of so many. */
const SMALL = 30;

export function estimate(features: Features, comparisons: Comparisons, compared: Compared, first: Weights): Weights {
  const { list } = comparisons;
  const { a, b, bound, levels } = compared;
  const { u } = first;
  const m = first.m.map((shares) => shares.slice());
  const n = features.rows;
  const all = (n * (n - 1)) / 2;
  const step = max(1, ceil(a.length / TRAINING));
  let looked = Int32Array.from({ length: ceil(a.length / step) }, (_, i) => i * step);
  let { prior, bits } = first;
  const width = list.length;
  const each = floats(width);
  const scorer = new Scorer(features, comparisons, { prior, bits, u });
  for (let round = 0; round < ROUNDS; round++) {
    const sums = list.map((comparison) => floats(comparison.m.length));
    let expected = 0;
    let kept = 0;
    for (const i of looked) {
      const score = scorer.total(a[i] ?? 0, b[i] ?? 0, levels, each, i * width);
      if (score < HOPELESS) continue;
      looked[kept++] = i;
      expected += chanceOf(score);
      for (let c = 0; c < width; c++) {
        const level = levels[i * width + c] ?? MISSING;
        // A pair found by nothing but this comparison agrees in it by selection; and what it says itself is no evidence for its weight.
        if (level === MISSING || ((bound[i] ?? 0) >> c) & 1) continue;
        const others = score - (each[c] ?? 0);
        if (others > 0) (sums[c] as Float64Array)[level] = (sums[c]?.[level] ?? 0) + chanceOf(others) * step;
      }
    }
    looked = looked.subarray(0, kept);
    for (let c = 0; c < width; c++) {
      const comparison = list[c] as Comparison;
      const counts = sums[c] as Float64Array;
      const matches = counts.reduce((total, count) => total + count, 0);
      for (let l = 0; l < counts.length; l++)
        (m[c] as Float64Array)[l] = min(
          comparison.most?.[l] ?? 1,
          ((counts[l] ?? 0) + M_PRIOR * (comparison.m[l] ?? 0)) / (matches + M_PRIOR),
        );
    }
    prior = log2(min(0.3, max(FEWEST * n, expected * step) / max(all, (SMALL * (SMALL - 1)) / 2)));
    bits = list.map((_, c) => bitsOf(m[c] as Float64Array, u[c] as Float64Array));
    scorer.weighing = { prior, bits, u };
  }
  return { prior, bits, m, u };
}

/** Bits of each level; none weighs less than the one below. */
export function bitsOf(m: Float64Array, u: Float64Array): Float64Array {
  const bits = m.map((share, l) => log2(share / (u[l] ?? 1)));
  for (let l = bits.length - 2; l >= 0; l--) bits[l] = min(bits[l] ?? 0, bits[l + 1] ?? 0);
  return bits;
}

/** Shares of levels among pairs drawn blindly, nearly all of them different customers. */
function chance(features: Features, { list }: Comparisons): Float64Array[] {
  const n = features.rows;
  const draw = drawer(n);
  const counts = list.map(({ u }) => floats(u.length));
  const sofar = new Int8Array(list.length);
  const draws = n < 2 ? 0 : min(DRAWS, n * n);
  for (let i = 0; i < draws; i++) {
    const a = draw(n);
    const b = draw(n);
    if (a === b) continue;
    for (let c = 0; c < list.length; c++) {
      const level = list[c]?.level(a, b, sofar) ?? MISSING;
      sofar[c] = level;
      if (level !== MISSING) (counts[c] as Float64Array)[level] = (counts[c]?.[level] ?? 0) + 1;
    }
  }
  return list.map(({ u, equal }, c) => {
    const drawn = counts[c] as Float64Array;
    const total = drawn.reduce((sum, count) => sum + count, 0);
    const share = drawn.map((count, l) => (count + U_PRIOR * (u[l] ?? 0)) / (total + U_PRIOR));
    const top = share.length - 1;
    const pairs = n * (n - 1);
    if (equal !== null && equal > 0) share[top] = (equal * pairs + U_PRIOR * (u[top] ?? 0)) / (pairs + U_PRIOR);
    return share;
  });
}
