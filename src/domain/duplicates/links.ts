// What holds a group together: of all its pairs those that join it, from the record that stays on.
import { totalOf, type Weighed } from '../linkage/explain';

/** The evidence of two records by their ids; {@link UNKNOWN} where nobody weighed it. */
export type Weigh = (a: string, b: string) => Weighed;

/** Links nobody, where anything else does. */
export const UNKNOWN: Weighed = { start: -1e6, parts: [] };

export interface Link<R> {
  /** The one that was joined before. */
  readonly to: R;
  readonly other: R;
  readonly pair: Weighed;
}

/** A link for each of the others: each time the likeliest match of one that is in with one that is not. */
export function linksOf<R extends { readonly id: string }>(master: R, others: readonly R[], weigh: Weigh): Link<R>[] {
  const links: Link<R>[] = [];
  const linked = (to: R, other: R): Link<R> => ({ to, other, pair: weigh(to.id, other.id) });
  let open = others.map((other) => linked(master, other));
  for (;;) {
    const [next, ...rest] = open.sort((a, b) => totalOf(b.pair) - totalOf(a.pair));
    if (next === undefined) return links;
    links.push(next);
    open = rest.map((held) => {
      const more = linked(next.other, held.other);
      return totalOf(more.pair) > totalOf(held.pair) ? more : held;
    });
  }
}
