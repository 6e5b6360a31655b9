// The score of a pair: what all its evidence says together, and the guards that no agreement overrules.
import { floats, log2, max, min } from './arithmetic';
import { shared } from './coded';
import { type Comparison, type Comparisons, MISSING } from './compare';
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

/** Level from which on two names are one, in either script and any order; one below they sound alike, or differ by a slip. */
const SAME_NAME = 4;
/** Bits from which on a part of a name, as a rare surname, says who somebody is. */
const TELLING = 6;
/** Levels of an address: much the same words, the same house; and that of companies' names from which on they may be one in one house. */
const MUCH_ALIKE = 3;
const ONE_HOUSE = 4;
const LOOSELY = 2;
/** Level of mailboxes that are much alike, and not the same. */
const MUCH_LIKE = 1;
/** Level from which on names are told whole, but for slips. */
const TOLD = 3;
/** Level of two names one character apart. */
const ONE_OFF = 2;
/** Level from which on whole names may be one though the given names are not: Robert William, called William. */
const PARTLY = 2;
/** Father and son of one name. */
const TWO = 2;
/** Level of days of birth that differ by a slip; and most bits of other days, where the rows of one person agree. */
const A_SLIP = 3;
const OWN_DAY = -2;
/** Parts of a name that are one but for a slip. */
const SAME_PART = 3;
/** Share of its worth from which on a shared number identifies somebody: a switchboard or a mailbox of an office does not. */
const PERSONAL = 0.5;
/** Bits a name may say more than how often it stands in the table: one customer may stand there several times. */
const SEVERAL = 3;
/** Share of matches in which they are. */
const CROSSING = 0.02;

export class Scorer {
  private readonly list: readonly Comparison[];
  private readonly at: Comparisons['at'];
  private readonly places: readonly number[];
  private readonly own: readonly number[];
  private readonly whole: Comparison | null;
  private readonly arePersons: boolean;
  private readonly isOneCompany: Comparisons['isOneCompany'];
  private readonly features: Features;
  /** The place of the address in the list, −1 for none. */
  private readonly address: number;
  /** Whether any name says of which generation it is. */
  private readonly hasKin: boolean;
  private readonly levels: Int8Array;
  private readonly each: Float64Array;
  weighing: Weighing;
  /** Whether what people accept unseen is judged: then only what is somebody's own tells who he is. */
  isStrict = false;

  constructor(features: Features, { list, at, places, own, whole, arePersons, isOneCompany }: Comparisons, weighing: Weighing) {
    this.list = list;
    this.at = at;
    this.places = places;
    this.own = own;
    this.whole = whole;
    this.arePersons = arePersons;
    this.isOneCompany = isOneCompany;
    this.features = features;
    this.address = list.findIndex(({ name }) => name === 'address');
    this.hasKin = features.name?.values.some(({ generation }) => generation > 0) ?? false;
    this.weighing = weighing;
    this.levels = new Int8Array(list.length);
    this.each = floats(list.length);
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
    const shown = this.shown(a, b, sum, levels, each, from);
    return this.isStrict ? min(shown, this.unseen(a, b, shown, levels, each, from)) : shown;
  }

  private shown(a: number, b: number, sum: number, levels: Int8Array, each: Float64Array, from: number): number {
    const { name, given, family, org, mobile, email } = this.at;
    if (this.kin(a, b) === TWO) return min(sum, STRANGERS);
    if (name >= 0) {
      const named = levels[from + name] ?? MISSING;
      if (named === 0) return min(sum, this.strangers(each));
      // Names alike in part, and born on other days: relatives on one phone.
      const isRelative = named > 0 && named <= ONE_OFF && this.bornApart(a, b, levels, from);
      return isRelative || this.isNamesake(levels, from) ? min(sum, STRANGERS) : sum;
    }
    if (given < 0 || family < 0) return sum;
    const g = levels[from + given] ?? MISSING;
    const f = levels[from + family] ?? MISSING;
    const both = (each[given] ?? 0) + (each[family] ?? 0);
    const say = (worth: number) => {
      each[given] = worth / 2;
      each[family] = worth / 2;
      return sum - both + worth;
    };
    if (g > 1 && f > 1) {
      // Parts that are rare each may make a name that several people bear.
      const most = SEVERAL - log2(this.whole?.frequency?.(a, b, SAME_NAME) ?? 0);
      return both > most ? say(most) : sum;
    }
    const whole = this.whole?.level(a, b, levels) ?? MISSING;
    // Nothing alike as they stand, and something all the same: the parts are in each other's place.
    if (g <= 0 && f <= 0 && whole > 0) {
      const { u } = this.weighing;
      const top = 4;
      const one = u[given]?.[top] ?? 1;
      const other = u[family]?.[top] ?? 1;
      const areBoth = g + f === 0 && whole >= PARTLY;
      return say(log2(areBoth ? CROSSING / (2 * one * other) : (CROSSING * 4) / (one + other)));
    }
    if (whole === MISSING || whole >= (g === 0 ? PARTLY : 1)) return sum;
    const held = this.strangers(each);
    if (this.isStrict || (g <= 1 && f <= 1)) return min(sum, held);
    // One surname in one house is a family or a slip, one given name with another surname a marriage: only what a person looks at may
    // call it one customer. Where companies stand, house and phone are theirs.
    const [mails, calls] = g >= SAME_PART ? [good(each, email), good(each, mobile)] : [0, 0];
    const lives = this.places.reduce((bits, c) => bits + (each[c] ?? 0), 0);
    return min(sum, held + mails + (org < 0 ? lives + calls : 0));
  }

  /** Same name and company, but another mobile and another mail: a colleague of that name. */
  private isNamesake(levels: Int8Array, from: number): boolean {
    const { name, org, mobile, email } = this.at;
    if (org < 0 || mobile < 0 || email < 0 || levels[from + mobile] !== 0 || levels[from + email] !== 0) return false;
    return (levels[from + name] ?? 0) >= 3 && (levels[from + org] ?? 0) >= 3;
  }

  /** Whether two days of birth are known and differ by more than a slip, in a table whose people have one each. */
  private bornApart(a: number, b: number, levels: Int8Array, from: number): boolean {
    const { birth } = this.features;
    const at = this.at.birth;
    if (birth === null || (levels[from + at] ?? MISSING) >= A_SLIP || (this.weighing.bits[at]?.[0] ?? 0) > OWN_DAY) return false;
    const isDay = (row: number) => (birth.values[birth.ids[row] ?? 0] ?? 0) % 10000 !== 0;
    return isDay(a) && isDay(b);
  }

  /** What is left of a score where nobody looks: a company, its numbers and its address are shared by all who work there, a remark may mention anybody. */
  private unseen(a: number, b: number, sum: number, levels: Int8Array, each: Float64Array, from: number): number {
    const { name, org, landline, mention } = this.at;
    const known = sum - good(each, mention);
    const apart = min(known, 0);
    const level = this.nameLevel(a, b, levels, from);
    const isPersonal = this.isPersonal(a, b, levels, from, level);
    const isNameless = level === MISSING && this.isNameless(a) && this.isNameless(b);
    if (!this.arePersons || isNameless) {
      const place = (this.address < 0 ? undefined : levels[from + this.address]) ?? MISSING;
      const { landlines } = this.features;
      const line = shared(landlines, a, b);
      // One without its area may be of any city.
      const isFound = isPersonal || place >= MUCH_ALIKE || (line !== 0 && !hasNoArea(landlines.values[line] ?? ''));
      const least = (isPersonal || line !== 0) && place >= ONE_HOUSE ? LOOSELY : undefined;
      return org < 0 || (isFound && this.isOneCompany(a, b, false, least)) ? known : apart;
    }
    if (this.areOthers(a, b, level) || this.bornApart(a, b, levels, from)) return apart;
    if (isPersonal) return known;
    if (org < 0 && landline < 0) return known;
    const rarity = this.list[name]?.given ?? 0;
    if (
      (level < SAME_NAME && ((each[name] ?? 0) - rarity < TELLING || (level < TOLD && this.hasOther(levels, from)))) ||
      !this.isOneCompany(a, b, true)
    )
      return apart;
    // The table itself has to show how rare the name and the company are.
    return known - good(each, landline) - rarity - (this.list[org]?.given ?? 0);
  }

  /** That of the name, whole also where it stands in two columns. */
  private nameLevel(a: number, b: number, levels: Int8Array, from: number): number {
    const { name, given, family } = this.at;
    if (name >= 0) return levels[from + name] ?? MISSING;
    const least = min(levels[from + given] ?? MISSING, levels[from + family] ?? MISSING);
    return least >= SAME_PART ? SAME_NAME : (this.whole?.level(a, b, levels) ?? MISSING);
  }

  private isNameless(row: number): boolean {
    return (this.features.name?.ids[row] ?? 0) === 0;
  }

  /** Whether two rows share what is one person's own; a slip in it will do only where the names are the same. */
  private isPersonal(a: number, b: number, levels: Int8Array, from: number, named: number): boolean {
    const { org, mobile } = this.at;
    const { mobiles } = this.features;
    const isDoubtful = org >= 0 && (named === MISSING || (named < TOLD && this.hasOther(levels, from)));
    for (const c of this.own) {
      const comparison = this.list[c] as Comparison;
      const level = levels[from + c] ?? MISSING;
      const top = comparison.m.length - 1;
      // Nobody can tell whether a number from abroad is a switchboard.
      if (c === mobile && isDoubtful && mobiles.values[shared(mobiles, a, b)]?.startsWith('t')) continue;
      if (level === top && (comparison.role?.(a, b) ?? 1) >= PERSONAL) return true;
      if (level === top - 1 && named >= SAME_NAME) return true;
    }
    return false;
  }

  /** Whether two rows have a mobile or a mail each, and another one. */
  private hasOther(levels: Int8Array, from: number): boolean {
    const { mobile, email } = this.at;
    const mails = email < 0 ? MISSING : (levels[from + email] ?? MISSING);
    return mails === 0 || mails === MUCH_LIKE || (mobile >= 0 && levels[from + mobile] === 0);
  }

  /** {@link TWO} where two names are those of father and son, 1 where one of them says which of both it is, else 0. */
  kin(a: number, b: number): number {
    const { name } = this.features;
    if (!this.hasKin || name === null) return 0;
    const x = name.values[name.ids[a] ?? 0]?.generation;
    const y = name.values[name.ids[b] ?? 0]?.generation;
    return x === y ? 0 : x && y ? TWO : 1;
  }

  /** Whether two names are those of different people: nothing alike, unless one given name, or Han names a character apart that sound differently. */
  areOthers(a: number, b: number, level: number): boolean {
    if (this.kin(a, b) === TWO) return true;
    if (level === 0) return (this.list[this.at.given]?.level(a, b, this.levels) ?? MISSING) < SAME_PART;
    const { name } = this.features;
    return level === ONE_OFF && name?.values[name.ids[a] ?? 0]?.han === true && name.values[name.ids[b] ?? 0]?.han === true;
  }

  /** A house, a phone and a company are shared by different people; a day of birth or the number of a card hardly ever. */
  private strangers(each: Float64Array): number {
    const { birth, code } = this.at;
    return STRANGERS + good(each, birth) + good(each, code);
  }
}

/** What a comparison says for a pair, if it does. */
function good(each: Float64Array, c: number): number {
  return max(0, each[c] ?? 0);
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
