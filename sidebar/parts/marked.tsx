// A shown value with what met the search marked.
import type { Hit } from '../../src/contract/customer-api';

/** @param hits may touch or overlap, in any order */
export function Marked({ text, hits = [] }: { text: string; hits?: readonly Hit[] | undefined }) {
  return (
    <>
      {cut(text, hits).map((part) =>
        part.hit ? <mark key={part.from}>{part.text}</mark> : <span key={part.from}>{part.text}</span>,
      )}
    </>
  );
}

export interface Part {
  readonly from: number;
  readonly text: string;
  readonly hit: boolean;
}

/** Cuts a text where marks begin and end. */
export function cut(text: string, hits: readonly Hit[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const upTo = (to: number, hit: boolean) => {
    if (to > at) parts.push({ from: at, text: text.slice(at, to), hit });
    at = Math.max(at, to);
  };
  for (const [from, to] of [...hits].sort((a, b) => a[0] - b[0])) {
    upTo(Math.min(from, text.length), false);
    upTo(Math.min(to, text.length), true);
  }
  upTo(text.length, false);
  return parts;
}

/**
 * Marks of a stored value carried over to the way it is shown: the same characters, some left out in front, blanks put in between.
 * @param shown ends with what `stored` ends with, blanks aside
 */
export function carried(stored: string, shown: string, hits: readonly Hit[]): Hit[] {
  /** By place in the stored value, the place in the shown one; counted from the end. */
  const places = new Map<number, number>();
  let to = shown.length - 1;
  for (let from = stored.length - 1; from >= 0 && to >= 0; from -= 1) {
    while (to >= 0 && shown[to] === ' ' && stored[from] !== ' ') to -= 1;
    if (to < 0 || shown[to] !== stored[from]) break;
    places.set(from, to);
    to -= 1;
  }
  const carriedHit = ([from, end]: Hit): Hit[] => {
    const met = [...places].filter(([place]) => place >= from && place < end).map(([, place]) => place);
    return met.length === 0 ? [] : [[Math.min(...met), Math.max(...met) + 1]];
  };
  return hits.flatMap(carriedHit);
}
