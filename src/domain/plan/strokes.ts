// Painting a line of values in the fewest strokes, where each stroke covers neighbours and later strokes cover earlier ones.

export interface Stroke<T> {
  /** 0-based. */
  readonly at: number;
  readonly count: number;
  readonly value: T;
}

/**
 * The fewest strokes after which position i holds `values[i]`, in the order to paint them. Found by length of stretch: a stroke for
 * the first value goes on to a later place of the same value when that saves one. Cubic in the number of runs.
 */
export function strokes<T extends string | number>(values: readonly T[]): Stroke<T>[] {
  const runs: { at: number; end: number; value: T }[] = [];
  values.forEach((value, at) => {
    const last = runs[runs.length - 1];
    if (last?.value === value) last.end = at + 1;
    else runs.push({ at, end: at + 1, value });
  });
  const known = new Map<string, { readonly count: number; readonly joined: number | null }>();
  // Fewest strokes for the runs from..to; `joined`: the run the stroke of the first goes on to, null when it stands alone.
  const best = (from: number, to: number): { readonly count: number; readonly joined: number | null } => {
    if (from > to) return { count: 0, joined: null };
    const name = `${from}-${to}`;
    let found = known.get(name);
    if (found === undefined) {
      found = { count: 1 + best(from + 1, to).count, joined: null };
      for (let k = from + 1; k <= to; k++) {
        if (runs[k]?.value !== runs[from]?.value) continue;
        const count = best(from + 1, k - 1).count + best(k, to).count;
        if (count < found.count) found = { count, joined: k };
      }
      known.set(name, found);
    }
    return found;
  };
  const out: Stroke<T>[] = [];
  // The stroke of run `from` began at run `start`, if it goes on from there.
  const paint = (from: number, to: number, start: number): void => {
    const [first, begin] = [runs[from], runs[start]];
    if (from > to || first === undefined || begin === undefined) return;
    const { joined } = best(from, to);
    if (joined === null) {
      out.push({ at: begin.at, count: first.end - begin.at, value: first.value });
      paint(from + 1, to, from + 1);
    } else {
      // The long stroke first, then what lies on it.
      paint(joined, to, start);
      paint(from + 1, joined - 1, from + 1);
    }
  };
  paint(0, runs.length - 1, 0);
  return out;
}
