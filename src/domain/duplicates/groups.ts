// Groups of customers that may be one, by how sure that is; what people called different shares none.
import { compareIds, type Rows, textAt } from '../acts/rows';
import { CODE, identifiers, identityReader } from '../door/identity';
import { weightsText } from '../door/weigh';
import type { KindContext } from '../kinds/index';
import { clustersOf, membersOf } from '../linkage/cluster';
import { shared } from '../linkage/coded';
import { type Part, totalOf, type Weighed, weigh } from '../linkage/explain';
import { type Apart, certainGroups, type Judged, judge, shownGroups } from '../linkage/index';
import { linkTableOf } from './columns';

/** `exact`: one identifier, one name, nothing against it. `near`: hardly ever wrong. `review`: likely. */
export type GroupCertainty = 'exact' | 'near' | 'review';

export interface FoundGroup {
  /** 0-based, by record id. */
  readonly rows: readonly number[];
  readonly certainty: GroupCertainty;
}

export interface Found {
  /** Exact ones first, then near-certain ones, each by their first id, then those to review, the likeliest first. */
  readonly groups: readonly FoundGroup[];
  /** The evidence of any two rows. */
  weigh(a: number, b: number): Weighed;
  /** What was learned of this table, for the next record at the door. */
  readonly learned: string;
}

/** Records of a group that are weighed each against each. */
export const MOST_WEIGHED = 12;

/** The groups each row is in, by how sure they are: rows of one number are one group. */
export interface Levels {
  readonly judged: Judged;
  /** The place of each row in the engine's order. */
  readonly place: Int32Array;
  /** By place. */
  readonly groups: Readonly<Record<GroupCertainty, Int32Array>>;
  /** The evidence of any two rows. */
  weigh(a: number, b: number): Weighed;
}

/** @param different pairs of rows that are not one customer */
export function levelsIn(table: Rows, context: KindContext, different: readonly (readonly [number, number])[]): Levels {
  const compared = linkTableOf(table);
  const judged = judge(compared);
  const { order } = judged.features;
  const place = new Int32Array(order.length);
  order.forEach((row, at) => {
    place[row] = at;
  });
  const codes = codesOf(table, context);
  const told = apartOf(
    different.map(([a, b]) => [place[a] ?? 0, place[b] ?? 0]),
    order.map((row) => codes[row] ?? 0),
  );
  const names = compared.columns.find(({ kind }) => kind === 'person_name')?.values ?? [];
  const isPerson = (at: number) => (names[order[at] ?? 0] ?? '') !== '';
  // A person and the company he works for: a record of the company alone may be his if it has his number, and then a person looks at it.
  const isMixed: Apart = (left, right) => left.some(isPerson) !== right.some(isPerson);
  const apart: Apart = (left, right) =>
    told(left, right) || (isMixed(left, right) && !left.some((a) => right.some((b) => isKnown(judged, a, b))));
  const surelyApart: Apart = (left, right) => told(left, right) || isMixed(left, right);
  const shown = shownGroups(judged, apart);
  const isTold = new Set(different.flat());
  // Rows that say the same, nobody having told them apart.
  const says = (at: number) => {
    const row = order[at] ?? 0;
    return isTold.has(row) ? `#${row}` : [codes[row], ...compared.columns.map(({ values }) => values[row] ?? '')].join('\n');
  };
  const { exact, crowd } = exactGroups(judged, surelyApart, says);
  const isCrowd = (at: number) => crowd.has(exact[at] ?? at);
  const groups = {
    exact: exact.map((name, at) => (crowd.has(name) ? at : name)),
    near: certainGroups(judged, shown, (left, right) => surelyApart(left, right) || left.some(isCrowd) || right.some(isCrowd)),
    review: shown.map((name, at) => crowd.get(exact[at] ?? at) ?? name),
  };
  return { judged, place, groups, weigh: (a, b) => weigh(judged, place[a] ?? 0, place[b] ?? 0) };
}

/**
 * Within a group that is likely as a whole, its surest parts come first; what else there is of it shows once they are one record.
 * @param different pairs of rows that are not one customer
 */
export function findGroups(table: Rows, context: KindContext, different: readonly (readonly [number, number])[]): Found {
  const { judged, groups: levels, weigh: weighRows } = levelsIn(table, context, different);
  const { order } = judged.features;
  const idOf = (row: number) => textAt(table, row, 'customer_id');
  const taken = new Set<number>();
  const groups: (FoundGroup & { readonly strength: number })[] = [];
  for (const certainty of ['exact', 'near', 'review'] as const) {
    for (const places of membersOf(levels[certainty]).values()) {
      if (places.length < 2 || places.some((at) => taken.has(at))) continue;
      const rows = places.map((at) => order[at] ?? 0).filter((row) => idOf(row) !== '');
      if (rows.length < 2) continue;
      for (const at of places) taken.add(at);
      rows.sort((a, b) => compareIds(idOf(a), idOf(b)) || a - b);
      groups.push({ rows, certainty, strength: certainty === 'review' ? strengthOf(rows, weighRows) : 0 });
    }
  }
  const rank: readonly GroupCertainty[] = ['exact', 'near', 'review'];
  groups.sort(
    (a, b) =>
      rank.indexOf(a.certainty) - rank.indexOf(b.certainty) ||
      b.strength - a.strength ||
      compareIds(idOf(a.rows[0] ?? 0), idOf(b.rows[0] ?? 0)),
  );
  return { groups, weigh: weighRows, learned: weightsText(judged) };
}

/** The mean weight of its pairs; of a large group those of its first records. */
function strengthOf(rows: readonly number[], weighRows: Found['weigh']): number {
  const first = rows.slice(0, MOST_WEIGHED);
  const totals = first.flatMap((a, i) => first.slice(i + 1).map((b) => totalOf(weighRows(a, b))));
  return totals.reduce((sum, total) => sum + total, 0) / totals.length;
}

/** Valid credit codes by row, numbered from 1; 0: none. */
function codesOf(table: Rows, context: KindContext): Int32Array {
  const read = identityReader(context);
  const column = identifiers.find(([key]) => key === CODE)?.[1];
  const numbers = new Map<string, number>();
  return Int32Array.from(table.rows, (_, row) => {
    const raw = textAt(table, row, CODE);
    const code = raw === '' || column === undefined ? null : read(CODE, column, raw, textAt(table, row, 'country'));
    if (code === null) return 0;
    if (!numbers.has(code)) numbers.set(code, numbers.size + 1);
    return numbers.get(code) ?? 0;
  });
}

/** Apart stay pairs people called different, and rows of different credit codes. */
function apartOf(pairs: readonly (readonly [number, number])[], codes: Int32Array): Apart {
  const foes = new Map<number, number[]>();
  for (const [a, b] of pairs) {
    foes.set(a, [...(foes.get(a) ?? []), b]);
    foes.set(b, [...(foes.get(b) ?? []), a]);
  }
  const codeOf = (rows: readonly number[]) => codes[rows.find((row) => codes[row] !== 0) ?? -1] ?? 0;
  return (left, right) => {
    const [a, b] = [codeOf(left), codeOf(right)];
    if (a !== 0 && b !== 0 && a !== b) return true;
    return foes.size > 0 && left.some((row) => foes.get(row)?.some((foe) => right.includes(foe)));
  };
}

/** Spellings of one customer beyond which no click takes them all for one: that is for a person to look at. */
const MOST_SPELLINGS = 60;

/**
 * Groups held together by exact matches, no two of whose records contradict each other.
 * @param says what is compared of a row, by place
 * @returns the group of each row; and of groups that are parts of one crowd, too large to be judged, the first
 */
function exactGroups(
  judged: Judged,
  apart: Apart,
  says: (at: number) => string,
): { readonly exact: Int32Array; readonly crowd: ReadonlyMap<number, number> } {
  const { features, edges } = judged;
  const speaker = speakers(
    edges,
    (at) => (isKnown(judged, at, at) ? says(at) : ''),
    (at) => isExact(judged, at, at),
  );
  const [a, b] = [edges.a, edges.b].map((ends) => ends.map((at) => speaker.get(at) ?? at)) as [Int32Array, Int32Array];
  const score = edges.score.map((bits, i) => {
    const [left, right] = [a[i] ?? 0, b[i] ?? 0];
    return left !== right && isKnown(judged, left, right) && isExact(judged, left, right) ? bits : -Infinity;
  });
  const differ = (one: number, other: number) => hasConflict(weigh(judged, one, other).parts);
  const crowded: (readonly [number, number])[] = [];
  const conflict: Apart = (left, right) => {
    if (apart(left, right)) return true;
    if (left.length + right.length <= MOST_SPELLINGS) return left.some((one) => right.some((other) => differ(one, other)));
    const [one = 0, other = 0] = [left[0], right[0]];
    if (!differ(one, other)) crowded.push([one, other]);
    return true;
  };
  const group = clustersOf(features.rows, { a, b, score }, { edge: -1e9, link: -Infinity }, () => 0, conflict);
  return { exact: group.map((_, at) => group[speaker.get(at) ?? at] ?? at), crowd: crowdsOf(crowded, group) };
}

/** Groups that rows of two groups each hold together, each with the first of them. */
function crowdsOf(pairs: readonly (readonly [number, number])[], group: Int32Array): Map<number, number> {
  const crowd = new Map<number, number>();
  for (const [a, b] of pairs) {
    const [x, y] = [group[a] ?? a, group[b] ?? b].map((name) => crowd.get(name) ?? name) as [number, number];
    const first = Math.min(x, y);
    crowd.set(x, first).set(y, first);
    for (const [name, to] of crowd) if (to === x || to === y) crowd.set(name, first);
  }
  return crowd;
}

/** Whether two rows have a number, an address, an account or a code in common. */
function isKnown({ features: { mobiles, emails, accounts, codes } }: Judged, a: number, b: number): boolean {
  return [mobiles, emails, accounts, codes].some((set) => shared(set, a, b) !== 0);
}

/** The first of rows that say the same, for each after it: thousands of copies are judged once. */
function speakers({ a, b }: Judged['edges'], says: (at: number) => string, isOne: (at: number) => boolean): Map<number, number> {
  const first = new Map<string, number>();
  const speaker = new Map<number, number>();
  for (const at of [...new Set([...a, ...b])].sort((x, y) => x - y)) {
    const text = says(at);
    const known = text === '' ? undefined : first.get(text);
    if (known !== undefined) speaker.set(at, known);
    else if (text !== '' && isOne(at)) first.set(text, at);
  }
  return speaker;
}

const IDENTIFIERS = ['mobile', 'email', 'account', 'code'];

/** A personal identifier in common, one name, nothing against it (dedupe.md §1); of a company the name with its branch. */
function isExact(judged: Judged, a: number, b: number): boolean {
  const { parts } = weigh(judged, a, b);
  const person = parts.find(({ about }) => about === 'name');
  if (person === undefined && !judged.comparisons.isOneCompany(a, b, false)) return false;
  const name = person ?? parts.find(({ about }) => about === 'organisation');
  return (
    parts.some(({ about, level, top, not }) => IDENTIFIERS.includes(about) && level === top && not === null) &&
    name !== undefined &&
    name.level === name.top &&
    !hasConflict(parts)
  );
}

/** Levels up to which evidence of a kind speaks of somebody else. */
const CONFLICTING: Readonly<Record<string, number>> = { name: 2, organisation: 1, birth: 1, strangers: 0, namesakes: 0 };

function hasConflict(parts: readonly Part[]): boolean {
  return parts.some(({ about, level, not }) => not === null && level <= (CONFLICTING[about] ?? -1));
}
