// One kind of evidence, and what every kind of comparison is made with.
import { ints, log2, max, min } from './arithmetic';
import { type Coded, numbering, numbersOf } from './coded';

/** The level of a comparison with nothing on one side. */
export const MISSING = -1;

/**
 * One kind of evidence. Level 0 is “else”, the last one “equal”. The priors are what a table too small to tell is judged by: `m` the
 * share of each level among matches, `u` among other pairs.
 */
export interface Comparison {
  readonly name: string;
  readonly m: readonly number[];
  readonly u: readonly number[];
  /** @param sofar levels of the comparisons before it, for evidence that counts only where other evidence does not */
  level(a: number, b: number, sofar: Int8Array): number;
  /** Number of the value a row brings to it; 0: none. Rows with the same number are equal. */
  key(row: number): number;
  /** How often the value stands in the table that makes two rows equal, or nearly: `[share, worth]`; null where levels say all. */
  readonly frequency: ((a: number, b: number, level: number) => number) | null;
  /** The chance of agreement of two different rows, where it can be told for the very pair, and agreement is all a match could show; else 0. */
  readonly chance?: (a: number, b: number, level: number) => number;
  /** Bits by which agreement is taken for rarer than a table of so few rows shows. */
  readonly given?: number;
  /** 0…1: how much of its weight agreement keeps, by what the shared value is worth. */
  readonly role: ((a: number, b: number) => number) | null;
  /** Share of equal values among pairs of different rows; null: as the prior says. */
  readonly equal: number | null;
  /** Most matches that may be at a level, from level 0 up, whatever the table seems to say; null: no such bound. */
  readonly most?: readonly number[];
  /** No more bits than so, either way; null: none. */
  readonly cap: number | null;
}

/** Σ f(f−1) / n(n−1) over the values of a column: the chance that two different rows agree. */
export function chanceEqual(counts: ArrayLike<number>, from = 1): number {
  let n = 0;
  let equal = 0;
  for (let id = from; id < counts.length; id++) {
    const f = counts[id] ?? 0;
    n += f;
    equal += f * (f - 1);
  }
  return n < 2 ? 0 : equal / (n * (n - 1));
}

/** Values by a part of them, e.g. a surname: the number of each value's part, and the rows that hold each part. */
export function grouped<T>({ values, counts }: Coded<T>, partOf: (value: T) => string): { of: Int32Array; rows: Int32Array } {
  const parts = numbering();
  const of = numbersOf(values, (value) => parts.of(partOf(value)));
  const rows = ints(parts.texts.length);
  for (let id = 1; id < of.length; id++) rows[of[id] ?? 0] = (rows[of[id] ?? 0] ?? 0) + (counts[id] ?? 0);
  return { of, rows };
}

export function present(counts: ArrayLike<number>): number {
  let n = 0;
  for (let id = 1; id < counts.length; id++) n += counts[id] ?? 0;
  return max(1, n);
}

/** A name, a company or a house is at least as rare as in a table of so many rows, however few stand here. */
export const AS_RARE = 1000;

/** What {@link AS_RARE} gives agreement in a table of so many rows. */
export function givenIn(rows: number): number {
  return log2(max(AS_RARE, rows) / max(1, rows));
}

/** Share of rows that hold the value of a row; the rarer of both. */
function shareIn({ ids, counts }: Coded<unknown>, least: number): (a: number, b: number) => number {
  const n = max(least, present(counts));
  return (a, b) => max(1.5, min(counts[ids[a] ?? 0] ?? 0, counts[ids[b] ?? 0] ?? 0)) / n;
}

/** @param asRare see {@link AS_RARE}; 0 for what there are few different values of */
export function simple<T>(
  name: string,
  column: Coded<T>,
  m: readonly number[],
  u: readonly number[],
  compare: (a: T, b: T) => number,
  asRare = 0,
): Comparison {
  const { ids, values } = column;
  const top = m.length - 1;
  const share = shareIn(column, asRare);
  const levelOf =
    values.length <= FEW ? remembered(values, compare) : (i: number, j: number) => compare(values[i] as T, values[j] as T);
  return {
    name,
    m,
    u,
    equal: chanceEqual(column.counts),
    cap: null,
    role: null,
    key: (row) => ids[row] ?? 0,
    frequency: (a, b, level) => (level >= top - 1 ? share(a, b) : 0),
    level: (a, b) => {
      const i = ids[a] ?? 0;
      const j = ids[b] ?? 0;
      if (i === 0 || j === 0) return MISSING;
      return i === j ? top : levelOf(i, j);
    },
  };
}

/** Of so few different values each pair is compared once. */
const FEW = 700;

function remembered<T>(values: readonly T[], compare: (a: T, b: T) => number): (i: number, j: number) => number {
  const size = values.length;
  /** One more than the level; 0 where it was not asked. */
  const known = new Uint8Array(size * size);
  return (i, j) => {
    const at = i * size + j;
    if (known[at] === 0) known[at] = compare(values[i] as T, values[j] as T) + 1;
    return (known[at] ?? 0) - 1;
  };
}
