// How alike all candidates are, kept as numbers: strangers by name are let go at once.
import { ints } from './arithmetic';
import type { Candidates } from './candidates';
import { type Comparisons, MISSING } from './compare';

export interface Compared {
  /** Rows of each pair that is left, in the order of the candidates. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly bound: Int32Array;
  /** A level a comparison, pair after pair. */
  readonly levels: Int8Array;
}

export function comparedOf({ a, b, bound }: Candidates, { list, at }: Comparisons): Compared {
  const width = list.length;
  const named = at.name < 0 ? undefined : list[at.name];
  // Most pairs of a blocked table are strangers, and nothing but a birth date or a card could change that.
  const isFinal = named !== undefined && at.birth < 0 && at.code < 0;
  const left = ints(a.length);
  const names = new Int8Array(a.length).fill(MISSING);
  const sofar = new Int8Array(width);
  let count = 0;
  for (let i = 0; i < a.length; i++) {
    const level = named === undefined ? MISSING : named.level(a[i] ?? 0, b[i] ?? 0, sofar);
    if (isFinal && level === 0) continue;
    names[count] = level;
    left[count++] = i;
  }
  const pick = (all: Int32Array) => (count === all.length ? all : left.subarray(0, count).map((i) => all[i] ?? 0));
  const pairs = { a: pick(a), b: pick(b), bound: pick(bound) };
  const levels = new Int8Array(count * width);
  for (let i = 0; i < count; i++) {
    const x = pairs.a[i] ?? 0;
    const y = pairs.b[i] ?? 0;
    for (let c = 0; c < width; c++) {
      const level = c === at.name ? (names[i] ?? MISSING) : (list[c]?.level(x, y, sofar) ?? MISSING);
      sofar[c] = level;
      levels[i * width + c] = level;
    }
  }
  return { ...pairs, levels };
}
