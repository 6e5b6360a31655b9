// How likely a record at the door is one already there: the comparisons of a search for duplicates, by counts of the whole table.
import type { Cell } from '../../template/types';
import { linkTableOf } from '../duplicates/columns';
import { type Comparison, comparisonsOf, MISSING } from '../linkage/compare';
import { featuresOf } from '../linkage/features';
import type { Judged } from '../linkage/index';
import { Scorer } from '../linkage/score';
import { bitsOf } from '../linkage/weights';
import { doorColumns } from './door-columns';

/** What the last search for duplicates learned of levels, by comparison; shares of matches and of other pairs. */
export type DoorWeights = Readonly<Record<string, Readonly<Record<'m' | 'u', readonly number[]>>>>;

/** Before the first search the priors alone. */
export const UNTAUGHT: DoorWeights = {};

/** As one document property keeps it: some three kilobytes. */
export function weightsText({ comparisons, weights }: Pick<Judged, 'comparisons' | 'weights'>): string {
  const short = (shares: ArrayLike<number> | undefined) => Array.from(shares ?? [], (share) => Number(share.toPrecision(3)));
  const learned = comparisons.list.map(({ name }, c) => [name, { m: short(weights.m[c]), u: short(weights.u[c]) }]);
  return JSON.stringify(Object.fromEntries(learned));
}

/** What {@link weightsText} wrote; nothing of anything else. */
export function readWeights(text: string | undefined): DoorWeights {
  try {
    const read: unknown = JSON.parse(text ?? '{}');
    return typeof read === 'object' && read !== null ? (read as DoorWeights) : UNTAUGHT;
  } catch {
    return UNTAUGHT;
  }
}

/** How often what a probe says stands in the table. */
export interface Counts {
  readonly rows: number;
  readonly named: number;
  readonly employed: number;
}

/** A value is at least as rare as in a table of so many rows, however few stand here. */
const AS_RARE = 2000;
/** Rows of a customer that are expected where nothing is known. */
const EXPECTED = 0.5;

type Cells = Readonly<Record<string, Cell>>;

export interface Odds {
  /** Bits that two records are one customer. */
  readonly bits: number;
  /** The same where nobody looks: of a name and a company alone no more than a person has to judge. */
  readonly unseen: number;
  /** Whether their companies, as far as both name one, are one: not another branch of it. */
  readonly isOneCompany: boolean;
}

/** Level from which on two companies are taken for one: one is short for the other, or sounds like it. */
const ONE_COMPANY = 3;

/** For each of some records how likely the probe is the same customer; both hold what is to be compared and nothing else. */
export function oddsOf(probe: Cells, records: readonly Cells[], counts: Counts, learned: DoorWeights): Odds[] {
  const lines = [probe, ...records].map((cells, i) =>
    doorColumns.map((key) => (key === 'customer_id' ? `@${i}` : (cells[key] ?? null))),
  );
  const table = { columns: new Map(doorColumns.map((key, at) => [key, at])), left: 0, rows: lines };
  const features = featuresOf(linkTableOf(table), true);
  const { list, ...rest } = comparisonsOf(features);
  const counted = list.map((comparison) => countedIn(comparison, counts));
  const shares = (kind: 'm' | 'u') =>
    list.map((comparison) => {
      const known = learned[comparison.name]?.[kind];
      return Float64Array.from(known?.length === comparison[kind].length ? known : comparison[kind]);
    });
  const [m, u] = [shares('m'), shares('u')];
  const prior = Math.log2(EXPECTED / Math.max(counts.rows, AS_RARE));
  const bits = m.map((share, c) => bitsOf(share, u[c] ?? share));
  const scorer = new Scorer(features, { list: counted, ...rest }, { prior, bits, u });
  const place = new Int32Array(lines.length);
  features.order.forEach((row, at) => {
    place[row] = at;
  });
  const company = list[rest.at.org];
  const sofar = new Int8Array(list.length);
  return records.map((_, i) => {
    const [a, b] = [place[0] ?? 0, place[i + 1] ?? 0];
    const level = company?.level(a, b, sofar) ?? MISSING;
    scorer.isStrict = false;
    const shown = scorer.of(a, b);
    scorer.isStrict = true;
    return { bits: shown, unseen: scorer.of(a, b), isOneCompany: level === MISSING || level >= ONE_COMPANY };
  });
}

/** Agreement is worth by how often the value stands in the whole table, not among the few that are compared. */
function countedIn({ chance: _chance, ...comparison }: Comparison, { rows, named, employed }: Counts): Comparison {
  const share = (count: number) => Math.max(1.5, count) / Math.max(rows, AS_RARE);
  const top = comparison.m.length - 1;
  const from: Readonly<Record<string, readonly [number, number]>> = {
    name: [3, named],
    organisation: [4, employed],
    mobile: [top, 1],
    email: [top, 1],
    account: [top, 1],
    code: [top, 1],
  };
  const [least, count] = from[comparison.name] ?? [Infinity, 1];
  return { ...comparison, frequency: (_a, _b, level) => (level >= least ? share(count) : 0) };
}
