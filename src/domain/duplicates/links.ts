// What holds a group together: of all its pairs those that join it, from the record that stays on.
import { totalOf, type Weighed } from '../linkage/explain';

/** The evidence of two records by their ids; `null` where it is not known. */
export type Weigh = (a: string, b: string) => Weighed | null;

export interface Link {
  /** The one that was joined before. */
  readonly to: string;
  readonly other: string;
  readonly pair: Weighed;
}

/** A link a record: each time the likeliest match of one that is in with one that is not; none for who matches nobody known. */
export function linksOf(master: string, others: readonly string[], weigh: Weigh): Link[] {
  const links: Link[] = [];
  const best = new Map<string, Link>();
  const left = new Set(others);
  for (let to: string | undefined = master; to !== undefined; ) {
    for (const other of left) {
      const pair = weigh(to, other);
      const held = best.get(other);
      if (pair !== null && (held === undefined || totalOf(pair) > totalOf(held.pair))) best.set(other, { to, other, pair });
    }
    const [next] = [...best.values()].sort((a, b) => totalOf(b.pair) - totalOf(a.pair));
    if (next !== undefined) links.push(next);
    to = next?.other;
    left.delete(to ?? '');
    best.delete(to ?? '');
  }
  return links;
}
