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

/** @returns every customer who answers all terms, best first; none without a term. Rows without an id are none of them */
export function findCustomers(table: SearchTable, terms: readonly Term[], day: SearchDay): Found[] {
  if (terms.length === 0) return [];
  const order = terms
    .map((term, at) => ({ at, cost: COST.indexOf(term.kind), match: matcherOf(term, table, day) }))
    .sort((a, b) => a.cost - b.cost);
  const ids = table.column('customer_id');
  const owners = table.column('owner');
  const days = table.column('next_follow_up');
  const found: Ranked[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (ids(row) === '') continue;
    const matches = answers(order, row);
    if (matches === null) continue;
    const score = matches.reduce((sum, match) => sum + match.score, day.me !== null && owners(row) === day.me ? MINE : 0);
    found.push({ row, matches, score, due: days(row) || NEVER, id: ids(row) });
  }
  return found.sort(byRank);
}

interface Ranked extends Found {
  readonly score: number;
  readonly due: string;
  readonly id: string;
}

/** Less than any better match: among equals my own come first. */
const MINE = 0.5;
const NEVER = '9999';

/** Among equals the longest overdue, then the one entered last. */
function byRank(a: Ranked, b: Ranked): number {
  return b.score - a.score || (a.due < b.due ? -1 : a.due > b.due ? 1 : compareIds(b.id, a.id));
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
