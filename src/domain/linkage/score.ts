// The score of a pair: what all its evidence says together, and the guards that no agreement overrules.
import { floats, log2, max, min } from './arithmetic';
import { shared } from './coded';
import { type Comparison, type Comparisons, MISSING } from './compare';
import { partsAlike } from './compare-names';
import type { Features } from './features';
import { hasNoArea } from './normalise/contact';

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
/** Level from which on two names are one, in either script and any order; one below they sound alike, or differ by a slip. */
const SAME_NAME = 4;
/** Bits from which on a part of a name, as a rare surname, says who somebody is. */
const TELLING = 6;
/** Levels of an address: much the same words, the same house; and that of companies' names from which on they may be one in one house. */
const MUCH_ALIKE = 3;
const ONE_HOUSE = 4;
const LOOSELY = 2;
/** Level of two names one character apart. */
const ONE_OFF = 2;
/** Parts of a name alike enough to be the whole of it. */
const SAME_PART = 3;
/** Share of its worth from which on a shared number identifies somebody: a switchboard or a mailbox of an office does not. */
const PERSONAL = 0.5;
/** Share of matches in which they are. */
const CROSSING = 0.02;

export class Scorer {
  private readonly all: Comparisons;
  private readonly features: Features;
  /** The place of the address in the list, −1 for none. */
  private readonly address: number;
  private readonly crossing: ((a: number, b: number) => number) | null;
  private readonly levels: Int8Array;
  private readonly each: Float64Array;
  weighing: Weighing;
  /** Whether what people accept unseen is judged: then only what is somebody's own tells who he is. */
  isStrict = false;

  constructor(features: Features, comparisons: Comparisons, weighing: Weighing) {
    const { list, at } = comparisons;
    this.all = comparisons;
    this.features = features;
    this.address = list.findIndex(({ name }) => name === 'address');
    this.crossing = at.given >= 0 && at.family >= 0 ? crossingOf(features) : null;
    this.weighing = weighing;
    this.levels = new Int8Array(list.length);
    this.each = floats(list.length);
  }

  /** log2 odds of any two rows. */
  of(a: number, b: number): number {
    const { levels } = this;
    const { list } = this.all;
    for (let c = 0; c < list.length; c++) levels[c] = (list[c] as Comparison).level(a, b, levels);
    return this.total(a, b, levels, this.each);
  }

  /** The same of two records put together from several rows: each comparison looks at rows of its own. */
  ofEach(rowA: (c: number) => number, rowB: (c: number) => number): number {
    const { prior, bits, u } = this.weighing;
    const { levels, each } = this;
    const { list, at } = this.all;
    let sum = prior;
    for (let c = 0; c < list.length; c++) {
      const comparison = list[c] as Comparison;
      const a = rowA(c);
      const b = rowB(c);
      const level = comparison.level(a, b, levels);
      levels[c] = level;
      each[c] = level === MISSING ? 0 : pairBits(comparison, bits[c] as Float64Array, u[c] as Float64Array, level, a, b);
      sum += each[c] ?? 0;
    }
    const named = max(at.name, at.given, 0);
    return this.guarded(rowA(named), rowB(named), sum, levels, each, 0);
  }

  /**
   * @param levels of each comparison, beginning at `from`
   * @param each takes the bits of each comparison
   * @returns log2 odds
   */
  total(a: number, b: number, levels: Int8Array, each: Float64Array, from = 0): number {
    const { prior, bits, u } = this.weighing;
    const { list } = this.all;
    let sum = prior;
    for (let c = 0; c < list.length; c++) {
      const level = levels[from + c] ?? MISSING;
      const worth =
        level === MISSING ? 0 : pairBits(list[c] as Comparison, bits[c] as Float64Array, u[c] as Float64Array, level, a, b);
      each[c] = worth;
      sum += worth;
    }
    return this.guarded(a, b, sum, levels, each, from);
  }

  private guarded(a: number, b: number, sum: number, levels: Int8Array, each: Float64Array, from: number): number {
    const shown = this.shown(a, b, sum, levels, each, from);
    return this.isStrict ? min(shown, this.unseen(a, b, shown, levels, each, from)) : shown;
  }

  private shown(a: number, b: number, sum: number, levels: Int8Array, each: Float64Array, from: number): number {
    const { name, given, family } = this.all.at;
    if (name >= 0) {
      if (levels[from + name] === 0) return min(sum, strangers(this.all.at, each));
      if (isNamesake(this.all.at, levels, from)) return min(sum, STRANGERS);
      return sum;
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
    const place = f > 1 && !this.isStrict ? placeBits(this.all.places, each) : 0;
    return min(sum, strangers(this.all.at, each) + place);
  }

  /** What is left of a score where nobody looks: a company, its numbers and its address are shared by all who work there, a remark may mention anybody. */
  private unseen(a: number, b: number, sum: number, levels: Int8Array, each: Float64Array, from: number): number {
    const { name, org, landline, mention } = this.all.at;
    const known = sum - max(0, each[mention] ?? 0);
    const apart = min(known, 0);
    const level = nameLevel(this.all.at, levels, from);
    const isPersonal = shareOwn(this.all, a, b, levels, from, level);
    const isNameless = level === MISSING && lacksName(this.features, a) && lacksName(this.features, b);
    if (!this.all.arePersons || isNameless) {
      const place = (this.address < 0 ? undefined : levels[from + this.address]) ?? MISSING;
      const isFound = isPersonal || place >= MUCH_ALIKE || shareLine(this.features, a, b);
      const hasLine = isPersonal || shared(this.features.landlines, a, b) !== 0;
      const least = hasLine && place >= ONE_HOUSE ? LOOSELY : undefined;
      return org < 0 || (isFound && this.all.isOneCompany(a, b, false, least)) ? known : apart;
    }
    if (this.areOthers(a, b, level)) return apart;
    if (isPersonal) return known;
    if (org < 0 && landline < 0) return known;
    const rarity = this.all.list[name]?.given ?? 0;
    if ((level < SAME_NAME && (each[name] ?? 0) - rarity < TELLING) || !this.all.isOneCompany(a, b, true)) return apart;
    // The table itself has to show how rare the name and the company are.
    return known - max(0, each[landline] ?? 0) - rarity - (this.all.list[org]?.given ?? 0);
  }

  /** Whether two names are those of different people: nothing alike, or Han names a character apart that sound differently. */
  areOthers(a: number, b: number, level: number): boolean {
    if (level === 0) return true;
    const { name } = this.features;
    return level === ONE_OFF && name?.values[name.ids[a] ?? 0]?.han === true && name.values[name.ids[b] ?? 0]?.han === true;
  }
}

/** Same name and company, but another mobile and another mail: a colleague of that name. */
function isNamesake(at: Comparisons['at'], levels: Int8Array, from: number): boolean {
  const { name, org, mobile, email } = at;
  if (org < 0 || mobile < 0 || email < 0 || levels[from + mobile] !== 0 || levels[from + email] !== 0) return false;
  return (levels[from + name] ?? 0) >= 3 && (levels[from + org] ?? 0) >= 3;
}

/** That of the name, or of its parts where both are the same; below {@link SAME_NAME} where they are not. */
function nameLevel(at: Comparisons['at'], levels: Int8Array, from: number): number {
  const { name, given, family } = at;
  if (name >= 0) return levels[from + name] ?? MISSING;
  const least = min(levels[from + given] ?? MISSING, levels[from + family] ?? MISSING);
  return least >= SAME_PART ? SAME_NAME : least === MISSING ? MISSING : 1;
}

/** A house, a phone and a company are shared by different people; a day of birth or the number of a card hardly ever. */
function strangers(at: Comparisons['at'], each: Float64Array): number {
  const { birth, code } = at;
  return STRANGERS + max(0, each[birth] ?? 0) + max(0, each[code] ?? 0);
}

/** Whether two rows share what is one person's own; a slip in it will do only where the names are the same. */
function shareOwn({ list, own }: Comparisons, a: number, b: number, levels: Int8Array, from: number, named: number): boolean {
  for (const c of own) {
    const comparison = list[c] as Comparison;
    const level = levels[from + c] ?? MISSING;
    const top = comparison.m.length - 1;
    if (level === top && (comparison.role?.(a, b) ?? 1) >= PERSONAL) return true;
    if (level === top - 1 && named >= SAME_NAME) return true;
  }
  return false;
}

function lacksName({ name }: Features, row: number): boolean {
  return (name?.ids[row] ?? 0) === 0;
}

/** Whether two rows share a landline with its area. */
function shareLine({ landlines }: Features, a: number, b: number): boolean {
  const line = shared(landlines, a, b);
  return line !== 0 && !hasNoArea(landlines.values[line] ?? '');
}

function placeBits(places: readonly number[], each: Float64Array): number {
  return places.reduce((sum, c) => sum + (each[c] ?? 0), 0);
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
