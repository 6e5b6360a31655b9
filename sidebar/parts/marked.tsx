// A shown value with what met the search marked.
import type { Hit } from '../../src/contract/customer-api';

/** @param hits may touch or overlap, in any order */
export function Marked({ text, hits = [] }: { text: string; hits?: readonly Hit[] | undefined }) {
  return <>{cut(text, hits).map(([part, hit]) => (hit ? <mark>{part}</mark> : part))}</>;
}

/** Cuts a text where marks begin and end. */
export function cut(text: string, hits: readonly Hit[]): (readonly [part: string, hit: boolean])[] {
  const parts: (readonly [string, boolean])[] = [];
  let at = 0;
  const upTo = (to: number, hit: boolean) => {
    if (to > at) parts.push([text.slice(at, to), hit]);
    at = Math.max(at, to);
  };
  for (const [from, to] of [...hits].sort((a, b) => a[0] - b[0])) {
    upTo(Math.min(from, text.length), false);
    upTo(Math.min(to, text.length), true);
  }
  upTo(text.length, false);
  return parts;
}

/** Marks of a stored value carried over to the way it is shown: without its beginning, and with blanks put in. */
export function carried(stored: string, shown: string, hits: readonly Hit[]): Hit[] {
  if (stored === shown) return [...hits];
  const places = [...shown].flatMap((char, place) => (char === ' ' ? [] : [place]));
  const leftOut = stored.length - places.length;
  const first = (from: number) => places[Math.max(0, from - leftOut)] ?? 0;
  return hits.filter(([, to]) => to > leftOut).map(([from, to]) => [first(from), first(to - 1) + 1] as const);
}
