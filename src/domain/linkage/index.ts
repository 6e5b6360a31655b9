// Record linkage: which rows of a table are the same customer, and how sure that is.
import { floats, ints, log2, max, min } from './arithmetic';
import { type Candidates, candidatesOf, type Pass } from './candidates';
import { clustersOf, crowdsOf, type Edges, goldenRound, meanScore } from './cluster';
import { type Comparisons, comparisonsOf } from './compare';
import { type Features, featuresOf } from './features';
import { type Compared, comparedOf } from './levels';
import { chanceOf, Scorer } from './score';
import type { LinkTable } from './table';
import { estimate, firstWeights, type Weights } from './weights';

export { inferKind } from './infer';
export type { LinkColumn, LinkKind, LinkTable } from './table';
export { linkKinds } from './table';

/** `review`: what a user is shown. `certain`: exact and near-certain only, of which many may be accepted at once. */
export type Certainty = 'review' | 'certain';

export interface Linked {
  /** The cluster of each row of the table: the number of its first row. */
  readonly cluster: Int32Array;
  /** A member's chance to belong to its cluster; of a row alone, the chance that it is alone. */
  readonly confidence: Float64Array;
  readonly candidates: number;
  readonly passes: readonly Pass[];
}

/** Everything learned of a table, by which any two of its rows can be judged. */
export interface Judged {
  readonly features: Features;
  readonly comparisons: Comparisons;
  readonly weights: Weights;
  readonly scorer: Scorer;
  readonly candidates: Candidates;
  readonly edges: Edges;
}

/** Links of a batch that people accept unseen are at least so strong, in bits. */
const NEAR_CERTAIN = 3;

/** Thresholds of the golden round, in bits. */
const GOLDEN = { edge: -2, score: 2, mean: -4 };

/** @param mark told the name of each stage as it ends */
export function judge(table: LinkTable, mark: (stage: string) => void = () => undefined): Judged {
  const features = featuresOf(table);
  mark('normalise');
  const comparisons = comparisonsOf(features);
  const first = firstWeights(features, comparisons);
  mark('encode');
  const guess = new Scorer(features, comparisons, first);
  const candidates = candidatesOf(features, comparisons, (a, b) => chanceOf(guess.of(a, b)));
  mark('block');
  const compared = comparedOf(candidates, comparisons);
  mark('compare');
  const weights = estimate(features, comparisons, compared, first);
  mark('estimate');
  const scorer = new Scorer(features, comparisons, weights);
  const edges = { a: compared.a, b: compared.b, score: scoresOf(compared, comparisons.list.length, scorer) };
  mark('score');
  return { features, comparisons, weights, scorer, candidates, edges };
}

function scoresOf({ a, b, levels }: Compared, width: number, scorer: Scorer): Float64Array {
  const scores = floats(a.length);
  const each = floats(width);
  for (let i = 0; i < a.length; i++) scores[i] = scorer.total(a[i] ?? 0, b[i] ?? 0, levels, each, i * width);
  return scores;
}

export function link(table: LinkTable, certainty: Certainty = 'review', mark: (stage: string) => void = () => undefined): Linked {
  const judged = judge(table, mark);
  const { features, candidates, scorer, edges } = judged;
  const group = groupsOf(judged, certainty);
  const sure = confidenceOf(group, edges, scorer);
  const cluster = ints(features.rows);
  const confidence = floats(features.rows);
  const first = ints(features.rows).fill(features.rows);
  features.order.forEach((row, at) => {
    const name = group[at] ?? 0;
    first[name] = min(first[name] ?? row, row);
  });
  features.order.forEach((row, at) => {
    cluster[row] = first[group[at] ?? 0] ?? row;
    confidence[row] = sure[at] ?? 0;
  });
  mark('cluster');
  return { cluster, confidence, candidates: candidates.a.length, passes: candidates.passes };
}

/** Rows, by their place in the engine's order, that must never share a group, whatever they have in common. */
export type Apart = (a: readonly number[], b: readonly number[]) => boolean;

/** The group of each row in the engine's order, named by its first. What is certain is always part of what is shown. */
function groupsOf(judged: Judged, certainty: Certainty, apart?: Apart): Int32Array {
  const shown = shownGroups(judged, apart);
  return certainty === 'review' ? shown : certainGroups(judged, shown, apart);
}

/** The groups a user is shown. */
export function shownGroups(judged: Judged, apart?: Apart): Int32Array {
  const { features, comparisons, weights, scorer, edges } = judged;
  const score = (a: number, b: number) => scorer.of(a, b);
  const least = thresholdOf(features.rows, weights.prior);
  const group = clustersOf(features.rows, edges, { edge: least, link: least }, score, apart);
  const keys = comparisons.list.map((comparison) => (row: number) => comparison.key(row));
  const scoreEach = (a: Int32Array, b: Int32Array) =>
    scorer.ofEach(
      (c) => a[c] ?? 0,
      (c) => b[c] ?? 0,
    );
  return goldenRound(group, edges, GOLDEN, keys, score, scoreEach, apart);
}

/** What of the groups shown may be accepted unseen. */
export function certainGroups(judged: Judged, shown: Int32Array, apart?: Apart): Int32Array {
  const { features, comparisons, weights, edges } = judged;
  const inside = edges.score.map((bits, i) => (shown[edges.a[i] ?? 0] === shown[edges.b[i] ?? 0] ? bits : -Infinity));
  const strict = new Scorer(features, comparisons, weights);
  strict.isStrict = true;
  const isDoubtful = doubtfulIn(judged);
  const strictly = inside.map((bits, i) => {
    const [a, b] = [edges.a[i] ?? 0, edges.b[i] ?? 0];
    return bits < NEAR_CERTAIN ? bits : isDoubtful(a, b) ? -Infinity : strict.of(a, b);
  });
  const thresholds = { edge: NEAR_CERTAIN, link: NEAR_CERTAIN };
  const others = othersTest(judged);
  const surelyApart: Apart = (left, right) => others(left, right) || (apart?.(left, right) ?? false);
  return clustersOf(features.rows, { ...edges, score: strictly }, thresholds, (a, b) => strict.of(a, b), surelyApart);
}

/** Whether among two groups there are names of different people. */
function othersTest({ features: { name }, comparisons: { list, at }, scorer }: Judged): Apart {
  const comparison = list[at.name];
  if (name === null || comparison === undefined) return () => false;
  const sofar = new Int8Array(list.length);
  // One row a name: most of a large group bear the same.
  const spokesmen = (rows: readonly number[]) => {
    const found = new Map<number, number>();
    let last = -1;
    for (const row of rows) {
      const id = name.ids[row] ?? 0;
      if (id !== last) found.set(id, row);
      last = id;
    }
    return [...found.values()];
  };
  return (left, right) => {
    const others = spokesmen(right);
    return spokesmen(left).some((a) => others.some((b) => scorer.areOthers(a, b, comparison.level(a, b, sofar))));
  };
}

/** Pairs one of which is named in part only, and might as well be somebody of another name: `J. Smith` between John and Jane. */
function doubtfulIn(judged: Judged): (a: number, b: number) => boolean {
  const { edges, comparisons } = judged;
  const comparison = comparisons.list[comparisons.at.name];
  if (comparison === undefined) return () => false;
  const others = othersTest(judged);
  const sofar = new Int8Array(comparisons.list.length);
  const isPartly = (a: number, b: number) => comparison.level(a, b, sofar) < ALIKE || judged.scorer.kin(a, b) > 0;
  const fitting = new Map<number, number[]>();
  for (let i = 0; i < edges.score.length; i++) {
    if ((edges.score[i] ?? 0) < 0) continue;
    const [a, b] = [edges.a[i] ?? 0, edges.b[i] ?? 0];
    if (!isPartly(a, b)) continue;
    for (const [row, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const list = fitting.get(row);
      if (list === undefined) fitting.set(row, [other]);
      else list.push(other);
    }
  }
  const doubtful = new Set([...fitting].flatMap(([row, rows]) => (rows.length > 1 && others(rows, rows) ? [row] : [])));
  return (a, b) => (doubtful.has(a) || doubtful.has(b)) && isPartly(a, b);
}

/** Level from which on two names are told whole. */
const ALIKE = 3;

/**
 * The mean score at which groups join, in bits. Where a customer has many rows, each pair of them has others that vouch for it, and less
 * than even odds will do; in a table of colleagues they will not. It stays above what strangers by name are held at.
 */
function thresholdOf(rows: number, prior: number): number {
  const matchesOfARow = 2 ** prior * (rows - 1);
  return -max(0, min(2.5, 1 + 2 * log2(matchesOfARow)));
}

function confidenceOf(group: Int32Array, { a, b, score }: Edges, scorer: Scorer): Float64Array {
  const best = floats(group.length).fill(-Infinity);
  for (let i = 0; i < score.length; i++) {
    const x = a[i] ?? 0;
    const y = b[i] ?? 0;
    best[x] = max(best[x] ?? 0, score[i] ?? 0);
    best[y] = max(best[y] ?? 0, score[i] ?? 0);
  }
  const sure = best.map((bits) => 1 - (bits === -Infinity ? 0 : chanceOf(bits)));
  const of = (x: number, y: number) => scorer.of(x, y);
  for (const members of crowdsOf(group).values()) {
    const [one = 0, other = 0] = members;
    if (members.length === 2) {
      sure[one] = chanceOf(meanScore([one], [other], of));
      sure[other] = sure[one] ?? 0;
      continue;
    }
    for (const row of members)
      sure[row] = chanceOf(
        meanScore(
          [row],
          members.filter((other) => other !== row),
          of,
        ),
      );
  }
  return sure;
}
