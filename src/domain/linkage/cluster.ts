// From scored pairs to groups: two groups become one when their members agree on average, so that one bridge joins nobody.
import { floor, max, min } from './arithmetic';

export interface Edges {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** log2 odds. */
  readonly score: Float64Array;
}

/** Members of each side that stand for it when two groups are compared. */
const SPOKESMEN = 6;
/** One pair cannot outweigh all others. */
const CLIP = 12;

export interface Thresholds {
  /** Pairs below are no edge. */
  readonly edge: number;
  /** Mean score at which two groups join. */
  readonly link: number;
}

/**
 * Average-link agglomeration over the edges, best first.
 * @param scoreOf the score of any two rows, candidates or not
 * @param apart rows that must never share a group
 * @returns the group of each row, named by its first row
 */
export function clustersOf(
  rows: number,
  edges: Edges,
  { edge, link }: Thresholds,
  scoreOf: (a: number, b: number) => number,
  apart: (a: readonly number[], b: readonly number[]) => boolean = () => false,
): Int32Array {
  const chosen: number[] = [];
  for (let i = 0; i < edges.score.length; i++) if ((edges.score[i] ?? 0) >= edge) chosen.push(i);
  const order = Int32Array.from(chosen);
  const { a, b, score } = edges;
  order.sort((x, y) => (score[y] ?? 0) - (score[x] ?? 0) || (a[x] ?? 0) - (a[y] ?? 0) || (b[x] ?? 0) - (b[y] ?? 0));
  const group = Int32Array.from({ length: rows }, (_, row) => row);
  const members = new Map<number, number[]>();
  const refused = new Set<number>();
  for (const i of order) {
    const ga = group[a[i] ?? 0] ?? 0;
    const gb = group[b[i] ?? 0] ?? 0;
    if (ga === gb) continue;
    const [first, second] = ga < gb ? [ga, gb] : [gb, ga];
    const pair = first * rows + second;
    if (refused.has(pair)) continue;
    const left = members.get(first) ?? [first];
    const right = members.get(second) ?? [second];
    const alone = left.length === 1 && right.length === 1;
    if (apart(left, right) || (!alone && meanScore(left, right, scoreOf) < link) || (alone && (score[i] ?? 0) < link)) {
      refused.add(pair);
      continue;
    }
    const joined = [...left, ...right].sort((x, y) => x - y);
    members.delete(second);
    members.set(first, joined);
    for (const row of right) group[row] = first;
  }
  return group;
}

export function meanScore(left: readonly number[], right: readonly number[], scoreOf: (a: number, b: number) => number): number {
  let sum = 0;
  let count = 0;
  for (const x of spokesmen(left)) {
    for (const y of spokesmen(right)) {
      sum += max(-CLIP, min(CLIP, scoreOf(x, y)));
      count++;
    }
  }
  return sum / count;
}

/** Evenly spaced members of a group, by their order. */
function spokesmen(members: readonly number[]): readonly number[] {
  if (members.length <= SPOKESMEN) return members;
  return Array.from({ length: SPOKESMEN }, (_, i) => members[floor((i * (members.length - 1)) / (SPOKESMEN - 1))] ?? 0);
}

/** The row of a group that holds its most frequent value, for each comparison. */
function goldenRows(members: readonly number[], keys: readonly ((row: number) => number)[]): Int32Array {
  return Int32Array.from(keys, (keyOf) => {
    const counts = new Map<number, number>();
    let best = members[0] ?? 0;
    let most = 0;
    for (const row of members) {
      const key = keyOf(row);
      if (key === 0) continue;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count > most) {
        most = count;
        best = row;
      }
    }
    return best;
  });
}

export interface Golden {
  /** Pairs below do not bring two groups together for another look. */
  readonly edge: number;
  /** Score of the golden rows, and mean score of the members, at which two groups join. */
  readonly score: number;
  readonly mean: number;
}

const GOLDEN_ROUNDS = 3;

/**
 * Groups that say the same once their slips are outvoted: each is put together into one record of its most frequent values, and groups
 * whose records match join, best first, each once a round.
 */
export function goldenRound(
  group: Int32Array,
  { a, b, score }: Edges,
  { edge, score: least, mean }: Golden,
  keys: readonly ((row: number) => number)[],
  scoreOf: (a: number, b: number) => number,
  scoreEach: (a: Int32Array, b: Int32Array) => number,
  apart: (a: readonly number[], b: readonly number[]) => boolean = () => false,
): Int32Array {
  let current = group;
  for (let round = 0; round < GOLDEN_ROUNDS; round++) {
    const members = crowdsOf(current);
    const golden = new Map<number, Int32Array>();
    const rowsOf = (name: number) => {
      const known = golden.get(name) ?? goldenRows(members.get(name) ?? [name], keys);
      golden.set(name, known);
      return known;
    };
    const tried = new Set<number>();
    const found: { readonly x: number; readonly y: number; readonly worth: number }[] = [];
    for (let i = 0; i < score.length; i++) {
      if ((score[i] ?? 0) < edge) continue;
      const [p, q] = [current[a[i] ?? 0] ?? 0, current[b[i] ?? 0] ?? 0];
      if (p === q) continue;
      const [x, y] = p < q ? [p, q] : [q, p];
      // Two single rows are their own golden rows, and were judged.
      if (!members.has(x) && !members.has(y)) continue;
      const pair = x * group.length + y;
      if (tried.has(pair)) continue;
      tried.add(pair);
      const [left, right] = [members.get(x) ?? [x], members.get(y) ?? [y]];
      const worth = scoreEach(rowsOf(x), rowsOf(y));
      if (worth >= least && meanScore(left, right, scoreOf) >= mean && !apart(left, right)) found.push({ x, y, worth });
    }
    if (found.length === 0) return current;
    found.sort((p, q) => q.worth - p.worth || p.x - q.x || p.y - q.y);
    const used = new Set<number>();
    const to = new Map<number, number>();
    for (const { x, y } of found) {
      if (used.has(x) || used.has(y)) continue;
      used.add(x).add(y);
      to.set(y, x);
    }
    current = current.map((name) => to.get(name) ?? name);
  }
  return current;
}

/** The members of each group of several rows, by its name, which is that of its first row. */
export function crowdsOf(group: Int32Array): Map<number, number[]> {
  const members = new Map<number, number[]>();
  group.forEach((name, row) => {
    if (name === row) return;
    const list = members.get(name) ?? [name];
    list.push(row);
    members.set(name, list);
  });
  return members;
}

export function membersOf(group: Int32Array): Map<number, number[]> {
  const members = new Map<number, number[]>();
  group.forEach((name, row) => {
    const list = members.get(name);
    if (list === undefined) members.set(name, [row]);
    else list.push(row);
  });
  return members;
}
