// Finds customers by words that all must fit, the best first; one pass over the rows as they were read, nothing kept for the next time.
import { compareIds } from '../acts/rows';
import { type Match, type Matcher, matcherOf, type SearchDay, type SearchTable } from './match';
import type { Term } from './words';

export interface Found {
  /** 0-based among the rows of the table. */
  readonly row: number;
  /** A match for each term, in the order of the terms. */
  readonly matches: readonly Match[];
}

/** What costs least is asked first: most rows are turned away by it. */
const COST = ['state', 'option', 'place', 'owner', 'digits', 'text', 'pinyin'];

/**
 * @param shown how many from the best on are to stand in order; of the others only the better come before the worse
 * @returns every customer who answers all terms, best first; none without a term. Rows without an id are none of them
 */
export function findCustomers(table: SearchTable, terms: readonly Term[], day: SearchDay, shown = Infinity): Found[] {
  if (terms.length === 0) return [];
  const order = terms
    .map((term, at) => ({ at, cost: COST.indexOf(term.kind), match: matcherOf(term, table, day) }))
    .sort((a, b) => a.cost - b.cost);
  const ids = table.column('customer_id');
  const owners = table.column('owner');
  const found: Ranked[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (ids(row) === '') continue;
    const matches = answers(order, row);
    if (matches === null) continue;
    const score = matches.reduce((sum, match) => sum + match.score, day.me !== null && owners(row) === day.me ? MINE : 0);
    found.push({ row, matches, score });
  }
  found.sort((a, b) => b.score - a.score);
  // Who is overdue is asked only among those who may be shown: half of a table may answer.
  for (let from = 0; from < Math.min(shown, found.length); ) {
    const { score } = found[from] ?? { score: 0 };
    const next = found.findIndex((one, at) => at > from && one.score < score);
    const equals = found.slice(from, next < 0 ? found.length : next);
    for (const one of inOrder(equals, table)) found[from++] = one;
  }
  return found;
}

interface Ranked extends Found {
  readonly score: number;
}

/** Less than any better match: among equals my own come first. */
const MINE = 0.5;
const NEVER = '9999';

/** Among equals the longest overdue, then the one entered last. */
function inOrder(equals: readonly Ranked[], table: SearchTable): Ranked[] {
  const ids = table.column('customer_id');
  const days = table.column('next_follow_up');
  return equals
    .map((one) => ({ one, due: days(one.row) || NEVER, id: ids(one.row) }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : compareIds(b.id, a.id)))
    .map(({ one }) => one);
}

function answers(order: readonly { readonly at: number; readonly match: Matcher }[], row: number): Match[] | null {
  const matches: Match[] = [];
  for (const { at, match } of order) {
    const found = match(row);
    if (found === null) return null;
    matches[at] = found;
  }
  return matches;
}

/** How a term was read after all: by what it found, where that is one thing throughout. */
export function readAs(at: number, term: Term, found: readonly Found[]): 'tag' | 'place' | 'text' | Term['kind'] {
  if (term.kind !== 'text' && term.kind !== 'pinyin') return term.kind;
  const all = (fits: (match: Match | undefined) => boolean) =>
    found.length > 0 && found.every(({ matches }) => fits(matches[at]));
  if (all((match) => match?.key === 'tags')) return 'tag';
  if (all((match) => match?.key === 'city' || match?.key === 'province')) return 'place';
  return term.kind === 'pinyin' && all((match) => match?.way === 'text') ? 'text' : term.kind;
}
