// Why two rows match: what each kind of evidence is worth, what was left out and why, and the guards that spoke last.
import { floats } from './arithmetic';
import { shared } from './coded';
import { MISSING } from './compare';
import type { Judged } from './index';
import { ownDomain } from './normalise/contact';

/** One kind of evidence of a pair. */
export interface Part {
  /** A comparison's name; `domain` and `landline`, which stand for the organisation; or a guard: `strangers`, `namesakes`. */
  readonly about: string;
  /** 0 “else” … {@link top} “equal”. */
  readonly level: number;
  readonly top: number;
  /** Tenths of a bit. */
  readonly tenths: number;
  /** Why it does not count: other evidence says the same, or too many people share the value. */
  readonly not: 'same' | 'crowd' | null;
}

export interface Weighed {
  /** Tenths of a bit before anything is compared. */
  readonly start: number;
  readonly parts: readonly Part[];
}

/** Everything together, in tenths of a bit. */
export function totalOf({ start, parts }: Weighed): number {
  return parts.reduce((sum, { tenths }) => sum + tenths, start);
}

/** A value in so many hands, by its role, identifies nobody. */
const CROWDED = 0.5;

/** @param a place of a row in the engine's order, as is `b` */
export function weigh(judged: Judged, a: number, b: number): Weighed {
  const { comparisons, scorer, weights } = judged;
  const { list, at } = comparisons;
  const levels = new Int8Array(list.length);
  const each = floats(list.length);
  list.forEach((comparison, c) => {
    levels[c] = comparison.level(a, b, levels);
  });
  const score = scorer.total(a, b, levels, each);
  const parts = list.flatMap((comparison, c): Part[] => {
    const level = levels[c] ?? MISSING;
    const top = comparison.m.length - 1;
    if (level === MISSING) {
      const isSaid = comparison.key(a) !== 0 && comparison.key(b) !== 0;
      return isSaid ? [{ about: comparison.name, level: 0, top, tenths: 0, not: 'same' }] : [];
    }
    const isCrowded = level === top && (comparison.role?.(a, b) ?? 1) < CROWDED;
    return [{ about: comparison.name, level, top, tenths: tenthsOf(each[c] ?? 0), not: isCrowded ? 'crowd' : null }];
  });
  const sum = each.reduce((total, bits) => total + bits, weights.prior);
  const held = tenthsOf(score - sum);
  const guard = levels[at.name] === 0 || at.name < 0 ? 'strangers' : 'namesakes';
  return {
    start: tenthsOf(weights.prior),
    parts: [
      ...parts,
      ...(at.org >= 0 && (levels[at.org] ?? MISSING) > 0 ? alongside(judged, a, b, at.org) : []),
      ...(held < 0 ? [{ about: guard, level: 0, top: 1, tenths: held, not: null }] : []),
    ],
  };
}

/** What moves together with the company: a mail domain of its own, a landline. */
function alongside({ features, comparisons }: Judged, a: number, b: number, org: number): Part[] {
  const { emails, landlines, company } = features;
  if (!company?.ids[a] || !company.ids[b]) return [];
  const domains = (row: number) =>
    Array.from(emails.ids.subarray(emails.from[row], emails.from[row + 1]), (id) => ownDomain(emails.values[id] ?? ''));
  const own = new Set(domains(a).filter((domain) => domain !== ''));
  const top = (comparisons.list[org]?.m.length ?? 1) - 1;
  const part = (about: string): Part => ({ about, level: top, top, tenths: 0, not: 'same' });
  return [
    ...(domains(b).some((domain) => own.has(domain)) ? [part('domain')] : []),
    ...(shared(landlines, a, b) === 0 ? [] : [part('landline')]),
  ];
}

function tenthsOf(bits: number): number {
  // −0 would be another value than 0.
  return Math.round(bits * 10) || 0;
}
