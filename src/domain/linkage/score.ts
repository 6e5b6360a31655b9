// The score of a pair: what all its evidence says together, and the guards that no agreement overrules.
import { log2, max, min } from './arithmetic';
import { type Comparison, type Comparisons, MISSING } from './compare';
import { partsAlike } from './compare-names';
import type { Features } from './features';

/** What each level is worth, see `weights.ts`. */
export interface Weighing {
  /** `log2` of the odds that two rows drawn blindly are one customer. */
  readonly prior: number;
  /** Bits of each level of each comparison. */
  readonly bits: readonly Float64Array[];
  /** Share of each level among pairs of different customers. */
  readonly u: readonly Float64Array[];
}

/** No agreement elsewhere makes one customer of two whose names have nothing in common. */
const STRANGERS = -3;

/** Level from which on the parts of a name, given for family and family for given, are taken as crossed over. */
const CROSSED = 3;
/** Level from which on two names are one, slips and scripts aside. */
const SAME_NAME = 3;
/** Bits from which on a part of a name, as a rare surname, says as much. */
const TELLING = 6;
/** Share of matches in which they are. */
const CROSSING = 0.02;

export class Scorer {
  private readonly list: readonly Comparison[];
  private readonly at: Comparisons['at'];
  private readonly places: readonly number[];
  private readonly own: readonly number[];
  private readonly arePersons: boolean;
  private readonly crossing: ((a: number, b: number) => number) | null;
  private readonly levels: Int8Array;
  private readonly each: Float64Array;
  weighing: Weighing;
  /** Whether what people accept unseen is judged: then no agreement overrules another given name. */
  isStrict = false;

  constructor(features: Features, { list, at, places, own, arePersons }: Comparisons, weighing: Weighing) {
    this.list = list;
    this.at = at;
    this.places = places;
    this.own = own;
    this.arePersons = arePersons;
    this.crossing = at.given >= 0 && at.family >= 0 ? crossingOf(features) : null;
    this.weighing = weighing;
    this.levels = new Int8Array(list.length);
    this.each = new Float64Array(list.length);
  }

  /** log2 odds of any two rows. */
  of(a: number, b: number): number {
    const { list, levels } = this;
    for (let c = 0; c < list.length; c++) levels[c] = (list[c] as Comparison).level(a, b, levels);
    return this.total(a, b, levels, this.each);
  }

  /** The same of two records put together from several rows: each comparison looks at rows of its own. */
  ofEach(rowA: (c: number) => number, rowB: (c: number) => number): number {
    const { prior, bits, u } = this.weighing;
    const { levels, each } = this;
    let sum = prior;
    for (let c = 0; c < this.list.length; c++) {
      const comparison = this.list[c] as Comparison;
      const a = rowA(c);
      const b = rowB(c);
      const level = comparison.level(a, b, levels);
      levels[c] = level;
      each[c] = level === MISSING ? 0 : pairBits(comparison, bits[c] as Float64Array, u[c] as Float64Array, level, a, b);
      sum += each[c] ?? 0;
    }
    const named = max(this.at.name, this.at.given, 0);
    return this.guarded(rowA(named), rowB(named), sum, levels, each, 0);
  }

  /**
   * @param levels of each comparison, beginning at `from`
   * @param each takes the bits of each comparison
   * @returns log2 odds
   */
  total(a: number, b: number, levels: Int8Array, each: Float64Array, from = 0): number {
    const { prior, bits, u } = this.weighing;
    let sum = prior;
    for (let c = 0; c < this.list.length; c++) {
      const level = levels[from + c] ?? MISSING;
      const worth =
        level === MISSING ? 0 : pairBits(this.list[c] as Comparison, bits[c] as Float64Array, u[c] as Float64Array, level, a, b);
      each[c] = worth;
      sum += worth;
    }
    return this.guarded(a, b, sum, levels, each, from);
  }

  private guarded(a: number, b: number, sum: number, levels: Int8Array, each: Float64Array, from: number): number {
    const { name, given, family } = this.at;
    if (name >= 0) {
      if (levels[from + name] === 0) return min(sum, this.strangers(each));
      if (this.isNamesake(levels, from)) return min(sum, STRANGERS);
      return this.isStrict && this.arePersons && !this.isNamed(a, b, levels, each, from) ? min(sum, 0) : sum;
    }
    if (given < 0 || family < 0) return sum;
    const g = levels[from + given] ?? MISSING;
    const f = levels[from + family] ?? MISSING;
    if (g > 1 || (f > 1 && g !== 0)) return sum;
    const crossed = f > 1 ? 0 : (this.crossing?.(a, b) ?? 0);
    if (crossed > 0) {
      const total = sum - (each[given] ?? 0) - (each[family] ?? 0);
      const { u } = this.weighing;
      const top = 4;
      const both = crossed >= 2;
      const chance = both
        ? 2 * (u[given]?.[top] ?? 1) * (u[family]?.[top] ?? 1)
        : (u[given]?.[top] ?? 1) + (u[family]?.[top] ?? 1);
      const worth = log2((both ? CROSSING : CROSSING * 4) / chance);
      each[given] = worth / 2;
      each[family] = worth / 2;
      return total + worth;
    }
    if (g !== 0) return sum;
    // One surname in one house is a family or a slip; only what a person looks at may call it one customer.
    const place = f > 1 && !this.isStrict ? this.placeBits(each) : 0;
    return min(sum, this.strangers(each) + place);
  }

  /** Same name and company, but another mobile and another mail: a colleague of that name. */
  private isNamesake(levels: Int8Array, from: number): boolean {
    const { name, org, mobile, email } = this.at;
    if (org < 0 || mobile < 0 || email < 0 || levels[from + mobile] !== 0 || levels[from + email] !== 0) return false;
    return (levels[from + name] ?? 0) >= 3 && (levels[from + org] ?? 0) >= 3;
  }

  /** Whether a name, or what is nobody else's, says who it is: a company and its address are shared by all who work there. */
  private isNamed(a: number, b: number, levels: Int8Array, each: Float64Array, from: number): boolean {
    const { name } = this.at;
    const level = levels[from + name] ?? MISSING;
    if (level >= SAME_NAME || (each[name] ?? 0) >= TELLING) return true;
    for (const c of this.own) if ((levels[from + c] ?? MISSING) >= (this.list[c]?.m.length ?? 0) - 2) return true;
    // Neither row names anybody: it is about the company.
    return level === MISSING && this.list[name]?.key(a) === 0 && this.list[name]?.key(b) === 0;
  }

  private placeBits(each: Float64Array): number {
    return this.places.reduce((sum, c) => sum + (each[c] ?? 0), 0);
  }

  /** A house, a phone and a company are shared by different people; a day of birth or the number of a card hardly ever. */
  private strangers(each: Float64Array): number {
    const { birth, code } = this.at;
    return STRANGERS + max(0, each[birth] ?? 0) + max(0, each[code] ?? 0);
  }
}

/** 2: given and family name in each other's place; 1: one of them there and the other missing; 0: not. */
function crossingOf({ given, family }: Features): (a: number, b: number) => number {
  const from = given?.values ?? [];
  const to = family?.values ?? [];
  return (a, b) => {
    const [ga, gb] = [from[given?.ids[a] ?? 0], from[given?.ids[b] ?? 0]];
    const [fa, fb] = [to[family?.ids[a] ?? 0], to[family?.ids[b] ?? 0]];
    if (!ga || !gb || !fa || !fb) return 0;
    const one = ga.text !== '' && fb.text !== '' ? partsAlike(ga, fb) >= CROSSED : null;
    const other = fa.text !== '' && gb.text !== '' ? partsAlike(fa, gb) >= CROSSED : null;
    if (one === false || other === false) return 0;
    return (one ? 1 : 0) + (other ? 1 : 0);
  };
}

/** Share of matches that agree in what both sides say in full. */
const CERTAIN = 0.9;

/** Bits one comparison gives a pair, by how rare the value is and what it is worth. */
function pairBits(comparison: Comparison, bits: Float64Array, u: Float64Array, level: number, a: number, b: number): number {
  const top = bits.length - 1;
  const chance = comparison.chance === undefined ? 0 : comparison.chance(a, b, level);
  if (chance > 0) return log2(CERTAIN / chance);
  let sum = bits[level] ?? 0;
  const share = comparison.frequency === null ? 0 : comparison.frequency(a, b, level);
  if (share > 0) {
    const term = log2((u[top] ?? share) / share);
    sum += level === top ? term : max(-4, min(0, term / 2));
  }
  if (sum > 0 && level === top && comparison.role !== null) sum *= comparison.role(a, b);
  const { cap } = comparison;
  return cap === null ? sum : max(-cap, min(cap, sum));
}

export function chanceOf(bits: number): number {
  return bits > 40 ? 1 : 1 / (1 + 2 ** -bits);
}
