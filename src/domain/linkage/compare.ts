// How alike two rows are in each kind of evidence: levels, best last; what is missing on either side says nothing.
import { abs, floor, log2, max, min } from './arithmetic';
import { type Coded, type CodedSets, has, shared } from './coded';
import { isSlip, jaroWinkler, lettersOf, mayBeAlike, mayBeWithin, osa } from './distance';
import type { Features, NamePart } from './features';
import type { CompanyName } from './normalise/company';
import { isRole, ownDomain } from './normalise/contact';
import type { PersonName } from './normalise/person';
import type { Address } from './normalise/place';
import { segmented } from './normalise/sound';
import { holdersOf, type Worth, worthOf } from './worth';

/** The level of a comparison with nothing on one side. */
export const MISSING = -1;

/**
 * One kind of evidence. Level 0 is “else”, the last one “equal”. The priors are what a table too small to tell is judged by: `m` the
 * share of each level among matches, `u` among other pairs.
 */
export interface Comparison {
  readonly name: string;
  readonly m: readonly number[];
  readonly u: readonly number[];
  /** @param sofar levels of the comparisons before it, for evidence that counts only where other evidence does not */
  level(a: number, b: number, sofar: Int8Array): number;
  /** Number of the value a row brings to it; 0: none. Rows with the same number are equal. */
  key(row: number): number;
  /** How often the value stands in the table that makes two rows equal, or nearly: `[share, worth]`; null where levels say all. */
  readonly frequency: ((a: number, b: number, level: number) => number) | null;
  /** The chance of agreement of two different rows, where it can be told for the very pair, and agreement is all a match could show; else 0. */
  readonly chance?: (a: number, b: number, level: number) => number;
  /** 0…1: how much of its weight agreement keeps, by what the shared value is worth. */
  readonly role: ((a: number, b: number) => number) | null;
  /** Share of equal values among pairs of different rows; null: as the prior says. */
  readonly equal: number | null;
  /** Most matches that may be at a level, from level 0 up, whatever the table seems to say; null: no such bound. */
  readonly most?: readonly number[];
  /** No more bits than so, either way; null: none. */
  readonly cap: number | null;
}

export interface Comparisons {
  readonly list: readonly Comparison[];
  /** Places of some in the list, −1 where the table has none. */
  readonly at: { readonly [name in 'name' | 'given' | 'family' | 'org' | 'mobile' | 'email' | 'birth' | 'code']: number };
  /** Places in the list of what says where somebody lives. */
  readonly places: readonly number[];
}

export function comparisonsOf(features: Features): Comparisons {
  const holder = holdersOf(features);
  const list: Comparison[] = [];
  const at = { name: -1, given: -1, family: -1, org: -1, mobile: -1, email: -1, birth: -1, code: -1 };
  const add = (key: keyof typeof at | null, comparison: Comparison | null) => {
    if (comparison === null) return;
    if (key !== null) at[key] = list.length;
    list.push(comparison);
  };
  if (features.given && features.family) {
    add('given', partComparison('given', features.given));
    add('family', partComparison('family', features.family));
  } else add('name', features.name && nameComparison(features.name));
  const emailWorth = worthOf(features.emails, holder);
  add('mobile', identifier('mobile', features.mobiles, worthOf(features.mobiles, holder), PHONE));
  const mails = identifier('email', features.emails, roleless(features.emails, emailWorth), MAIL);
  const named = max(at.name, at.family);
  add(
    'email',
    mails && {
      ...mails,
      level: (a, b, sofar) => {
        const level = mails.level(a, b, sofar);
        // Mailboxes are made of names: where the names agree, it is no news that they do.
        return (level === 1 || level === 2) && named >= 0 && (sofar[named] ?? MISSING) > 1 ? MISSING : level;
      },
    },
  );
  add(null, identifier('account', features.accounts, worthOf(features.accounts, holder), CODE));
  add('code', identifier('code', features.codes, worthOf(features.codes, holder), CODE));
  add('org', organisation(features));
  add('birth', features.birth && birthComparison(features.birth));
  add(null, features.age && ageComparison(features.age));
  add(null, features.address && addressComparison(features.address, arePlaces(features)));
  const org = at.org;
  add(null, features.postcode && codeComparison('postcode', features.postcode));
  const city = features.city && placeComparison('city', features.city, org);
  add(null, city);
  const cityAt = city ? list.length - 1 : -1;
  add(null, features.district && placeComparison('district', features.district, -1));
  add(null, features.province && placeComparison('province', features.province, cityAt));
  add(null, features.country && placeComparison('country', features.country, cityAt));
  for (const [i, column] of features.weak.entries()) add(null, weakComparison(`weak ${i + 1}`, column));
  const places = list.flatMap(({ name }, i) => (PLACES.includes(name) ? [i] : []));
  return { list, at, places };
}

const PLACES = ['address', 'postcode', 'city'];

/** Σ f(f−1) / n(n−1) over the values of a column: the chance that two different rows agree. */
function chanceEqual(counts: ArrayLike<number>, from = 1): number {
  let n = 0;
  let equal = 0;
  for (let id = from; id < counts.length; id++) {
    const f = counts[id] ?? 0;
    n += f;
    equal += f * (f - 1);
  }
  return n < 2 ? 0 : equal / (n * (n - 1));
}

/** Rows that hold a part of a value, e.g. a surname. */
function tally<T>({ values, counts }: Coded<T>, keyOf: (value: T) => string): Map<string, number> {
  const rows = new Map<string, number>();
  for (let id = 1; id < values.length; id++) {
    const key = keyOf(values[id] as T);
    rows.set(key, (rows.get(key) ?? 0) + (counts[id] ?? 0));
  }
  return rows;
}

function present(counts: ArrayLike<number>): number {
  let n = 0;
  for (let id = 1; id < counts.length; id++) n += counts[id] ?? 0;
  return max(1, n);
}

/** Share of rows that hold the value of a row; the rarer of both. */
function shareIn({ ids, counts }: Coded<unknown>): (a: number, b: number) => number {
  const n = present(counts);
  return (a, b) => max(1.5, min(counts[ids[a] ?? 0] ?? 0, counts[ids[b] ?? 0] ?? 0)) / n;
}

function simple<T>(
  name: string,
  column: Coded<T>,
  m: readonly number[],
  u: readonly number[],
  compare: (a: T, b: T) => number,
  cap: number | null = null,
): Comparison {
  const { ids, values } = column;
  const top = m.length - 1;
  const share = shareIn(column);
  return {
    name,
    m,
    u,
    equal: chanceEqual(column.counts),
    cap,
    role: null,
    key: (row) => ids[row] ?? 0,
    frequency: (a, b, level) => (level >= top - 1 ? share(a, b) : 0),
    level: (a, b) => {
      const i = ids[a] ?? 0;
      const j = ids[b] ?? 0;
      if (i === 0 || j === 0) return MISSING;
      return i === j ? top : compare(values[i] as T, values[j] as T);
    },
  };
}

function nameComparison(names: Coded<PersonName>): Comparison {
  const base = simple(
    'name',
    names,
    [0.04, 0.06, 0.06, 0.08, 0.11, 0.65],
    [0.97, 0.02, 0.004, 0.002, 0.0005, 0.0005],
    namesAlike,
  );
  // Both scripts of a name count together.
  const counts = tally(names, ({ key }) => key);
  const n = present(names.counts);
  const held = Float32Array.from(names.values, ({ key, surnameOnly }) => (surnameOnly ? 0 : max(1.5, counts.get(key) ?? 0) / n));
  const ids = names.ids;
  const surnames = tally(names, ({ surname }) => surname);
  return {
    ...base,
    chance: (a, b, level) => {
      if (level !== 1) return 0;
      const [x, y] = [names.values[ids[a] ?? 0], names.values[ids[b] ?? 0]];
      return x && y && (x.surnameOnly || y.surnameOnly) ? (surnames.get((x.surnameOnly ? x : y).surname) ?? 1) / n : 0;
    },
    frequency: (a, b, level) => (level >= 3 ? min(held[ids[a] ?? 0] ?? 0, held[ids[b] ?? 0] ?? 0) : 0),
  };
}

/** 5 equal · 4 the same in the other script or another order · 3 sounds alike, a slip · 2 one character off, an initial · 1 a part · 0 else. */
export function namesAlike(a: PersonName, b: PersonName): number {
  if (a.text === b.text) return a.surnameOnly ? 1 : 5;
  if (a.surnameOnly || b.surnameOnly) return sharesSurname(a, b) ? 1 : 0;
  if (a.key === b.key) return a.han && b.han ? 3 : 4;
  if (a.han && b.han) {
    if (a.text.length >= 3 && b.text.length >= 3 && isSlip(a.text, b.text)) return 2;
    return 0;
  }
  if (a.han || b.han) return sharesSurname(a, b) ? 1 : 0;
  if (min(a.text.length, b.text.length) >= 5 && isSlip(a.text, b.text)) return 3;
  return wordsAlike(a, b);
}

/** Words of the longer name that already have a partner. */
const taken: boolean[] = [];

/** Latin names word by word, the best partners first: 3 slips only · 2 an initial or a word more · 1 a part · 0 another given name. */
function wordsAlike(a: PersonName, b: PersonName): number {
  const [few, many] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const n = few.words.length;
  let level = n === many.words.length ? 3 : 2;
  let equal = 0;
  for (let j = 0; j < many.words.length; j++) taken[j] = false;
  for (let i = 0; i < n; i++) {
    const word = few.words[i] ?? '';
    let best = -1;
    let most = 0;
    for (let j = 0; j < many.words.length; j++) {
      if (taken[j]) continue;
      const other = many.words[j] ?? '';
      let alike = 0;
      if (word === other) alike = 1;
      else if (word.length === 1 || other.length === 1) alike = word.charCodeAt(0) === other.charCodeAt(0) ? INITIAL : 0;
      else if (mayBeAlike(ALIKE, word, few.letters[i] ?? 0, other, many.letters[j] ?? 0)) alike = jaroWinkler(word, other);
      if (alike > most) {
        most = alike;
        best = j;
      }
    }
    if (most < ALIKE) return n > 2 && equal > 0 ? 1 : 0;
    if (word.length > 1) equal++;
    if (most < 0.88) level = min(level, 2);
    taken[best] = true;
  }
  return equal === 0 ? 0 : n === 1 ? 1 : level;
}

/** Words less alike are two words; an initial is a little better. */
const ALIKE = 0.78;
const INITIAL = 0.8;

function sharesSurname(a: PersonName, b: PersonName): boolean {
  if (a.han && b.han) return a.surname === b.surname;
  if (!a.han && !b.han) return a.words.some((word) => b.words.includes(word));
  const [han, latin] = a.han ? [a, b] : [b, a];
  return latin.words.some((word) => word === han.surname || segmented(word)?.[0] === han.surname);
}

function partComparison(name: 'given' | 'family', column: Coded<NamePart>): Comparison {
  return simple(name, column, [0.06, 0.05, 0.05, 0.14, 0.7], [0.93, 0.05, 0.01, 0.005, 0.005], partsAlike);
}

/** 4 equal · 3 a slip, or the same sound · 2 · 1 · 0 else. */
export function partsAlike(a: NamePart, b: NamePart): number {
  if (a.text === b.text) return 4;
  if (a.han || b.han) return a.sound === b.sound ? 3 : 0;
  const alike = jaroWinkler(a.text, b.text);
  if (alike >= 0.92 || (min(a.text.length, b.text.length) >= 3 && isSlip(a.text, b.text))) return 3;
  if (alike >= 0.85 || ((a.text.length === 1 || b.text.length === 1) && a.text.charAt(0) === b.text.charAt(0))) return 2;
  return alike >= 0.72 ? 1 : 0;
}

interface Alikeness {
  readonly m: readonly number[];
  readonly u: readonly number[];
  /** Compares values of a column by their numbers. */
  readonly near: (texts: readonly string[]) => (a: number, b: number) => number;
}

const PHONE: Alikeness = { m: [0.25, 0.05, 0.7], u: [0.9999, 0.00001, 0.00009], near: codesAlike(9) };
const CODE: Alikeness = { m: [0.12, 0.08, 0.8], u: [0.9999, 0.00001, 0.00009], near: codesAlike(6) };
const MAIL: Alikeness = { m: [0.2, 0.06, 0.06, 0.1, 0.58], u: [0.996, 0.003, 0.0009, 0.00002, 0.00008], near: mailsAlike };

/** 1 a slip, in long codes two · 0 else; short ones are near each other by chance. */
function codesAlike(shortest: number): Alikeness['near'] {
  return (texts) => (i, j) => {
    const [a = '', b = ''] = [texts[i], texts[j]];
    if (min(a.length, b.length) < shortest) return 0;
    return isSlip(a, b) || (a.length > 14 && osa(a, b, 2) <= 2) ? 1 : 0;
  };
}

/** A mail taken apart once, as it is compared again and again. */
interface Mail {
  readonly text: string;
  readonly box: string;
  readonly host: string;
  /** The box without digits: chen340 and chen912 are two accounts, not a slip. */
  readonly bare: string;
  readonly role: boolean;
  /** {@link lettersOf} the whole and the box. */
  readonly letters: number;
  readonly boxLetters: number;
}

function mailOf(text: string): Mail {
  const at = text.indexOf('@');
  const box = at < 0 ? text : text.slice(0, at);
  return {
    text,
    box,
    host: at < 0 ? '' : text.slice(at + 1),
    bare: box.replace(/\d/g, ''),
    role: isRole(text),
    letters: lettersOf(text),
    boxLetters: lettersOf(box),
  };
}

/** 3 a slip in each part at most · 2 the same mailbox elsewhere · 1 a mailbox much alike · 0 else. */
function mailsAlike(texts: readonly string[]): (a: number, b: number) => number {
  const known: Mail[] = [];
  const mail = (i: number) => {
    const found = known[i] ?? mailOf(texts[i] ?? '');
    known[i] = found;
    return found;
  };
  return (i, j) => {
    const a = mail(i);
    const b = mail(j);
    const sameBox = a.box === b.box;
    if (!sameBox && a.bare === b.bare) return 0;
    if ((sameBox || isSlip(a.box, b.box)) && osa(a.host, b.host, 2) <= 2) return 3;
    const isLong = a.text.length >= 10 && b.text.length >= 10;
    if (isLong && mayBeWithin(2, a.letters, b.letters) && osa(a.text, b.text, 2) <= 2) return 3;
    if (sameBox && jaroWinkler(a.host, b.host) >= 0.8) return 2;
    if (a.role || b.role || min(a.box.length, b.box.length) < 5) return 0;
    if (sameBox) return 2;
    return mayBeAlike(0.88, a.box, a.boxLetters, b.box, b.boxLetters) && jaroWinkler(a.box, b.box) >= 0.88 ? 1 : 0;
  };
}

/** A number or a mail is at least as rare as in a table of so many rows, however few stand here. */
const AS_RARE = 2000;

function identifier(name: string, sets: CodedSets, worth: Worth, { m, u, near }: Alikeness): Comparison | null {
  if (sets.ids.length === 0) return null;
  const top = m.length - 1;
  const alike = near(sets.values);
  const rows = sets.from.length - 1;
  let n = 0;
  for (let row = 0; row < rows; row++) if (has(sets, row)) n++;
  return {
    name,
    m,
    u,
    equal: chanceEqual(worth.holders.map((held, id) => (id === 0 ? 0 : max(1.5, held)))),
    cap: null,
    key: (row) => (has(sets, row) ? (sets.ids[sets.from[row] ?? 0] ?? 0) : 0),
    frequency: (a, b, level) => (level === top ? max(1.5, worth.holders[shared(sets, a, b)] ?? 1) / max(n, AS_RARE) : 0),
    role: (a, b) => worth.role[shared(sets, a, b)] ?? 1,
    level: (a, b) => {
      if (!has(sets, a) || !has(sets, b)) return MISSING;
      if (shared(sets, a, b) !== 0) return top;
      let best = 0;
      for (let i = sets.from[a] ?? 0; i < (sets.from[a + 1] ?? 0); i++)
        for (let j = sets.from[b] ?? 0; j < (sets.from[b + 1] ?? 0); j++)
          best = max(best, alike(sets.ids[i] ?? 0, sets.ids[j] ?? 0));
      return best;
    },
  };
}

/** A mailbox of an office identifies nobody, however few write from it. */
function roleless(emails: CodedSets, worth: Worth): Worth {
  return { holders: worth.holders, role: worth.role.map((role, id) => (isRole(emails.values[id] ?? '') ? role * 0.3 : role)) };
}

/** Company, own mail domain and landline move together: one comparison, the best of them. */
function organisation(features: Features): Comparison | null {
  const { company, emails, landlines } = features;
  if (company === null) return null;
  const domains = emails.values.map(ownDomain);
  const byDomain = new Map<string, number>();
  const domainOf = Int32Array.from(domains, (domain) => {
    if (domain === '') return 0;
    const known = byDomain.get(domain) ?? byDomain.size + 1;
    byDomain.set(domain, known);
    return known;
  });
  const domainCounts = new Int32Array(byDomain.size + 1);
  const domain = new Int32Array(features.rows);
  for (let row = 0; row < features.rows; row++) {
    for (let i = emails.from[row] ?? 0; i < (emails.from[row + 1] ?? 0); i++) domain[row] ||= domainOf[emails.ids[i] ?? 0] ?? 0;
    if (domain[row]) domainCounts[domain[row] ?? 0] = (domainCounts[domain[row] ?? 0] ?? 0) + 1;
  }
  const rarity = new Rarity(company);
  const n = features.rows;
  const sound = tally(company, (value) => value.sound);
  const held = Int32Array.from(company.values, (value) => sound.get(value.sound) ?? 1);
  return {
    name: 'organisation',
    m: [0.12, 0.05, 0.05, 0.06, 0.12, 0.6],
    u: [0.982, 0.01, 0.004, 0.001, 0.0015, 0.0015],
    equal: chanceEqual([0, ...sound.values()]) || null,
    cap: null,
    role: null,
    key: (row) => company.ids[row] || -(domain[row] ?? 0),
    frequency: (a, b, level) => {
      if (level < 4) return 0;
      const i = company.ids[a] ?? 0;
      const j = company.ids[b] ?? 0;
      if (i !== 0 && j !== 0) return max(1.5, min(held[i] ?? 1, held[j] ?? 1)) / n;
      if (domain[a] && domain[a] === domain[b]) return max(1.5, domainCounts[domain[a] ?? 0] ?? 1) / n;
      return max(1.5, landlines.counts[shared(landlines, a, b)] ?? 1) / n;
    },
    level: (a, b) => {
      const i = company.ids[a] ?? 0;
      const j = company.ids[b] ?? 0;
      let best = MISSING;
      if (i !== 0 && j !== 0)
        best = i === j ? 5 : companiesAlike(company.values[i] as CompanyName, company.values[j] as CompanyName, rarity);
      if (best >= 4) return best;
      if (domain[a] && domain[b]) best = max(best, domain[a] === domain[b] ? 4 : 0);
      if (has(landlines, a) && has(landlines, b)) best = max(best, shared(landlines, a, b) ? 4 : 0);
      return best;
    },
  };
}

/** How rare the words of company names are in this table, in bits. */
class Rarity {
  private readonly bits = new Map<string, number>();
  private readonly most: number;

  constructor(company: Coded<CompanyName>) {
    const counts = new Map<string, number>();
    let n = 1;
    company.values.forEach(({ words }, id) => {
      if (id > 0) n++;
      for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
    });
    this.most = log2(n + 1);
    for (const [word, count] of counts) this.bits.set(word, log2((n + 1) / count));
  }

  of(word: string): number {
    return this.bits.get(word) ?? this.most;
  }
}

/** 5 the same core · 4 one is short for the other · 3 sounds alike, a slip · 2 · 1 some words · 0 else, or another branch. */
function companiesAlike(a: CompanyName, b: CompanyName, rarity: Rarity): number {
  if (a.branch !== '' && b.branch !== '' && a.branch !== b.branch && a.core === b.core) return 1;
  if (a.core === b.core) return 5;
  if (a.sound === b.sound) return a.han && b.han ? 3 : 4;
  if (a.han && b.han) {
    const [short, long] = a.core.length < b.core.length ? [a.core, b.core] : [b.core, a.core];
    if (short.length >= 2 && (long.startsWith(short) || long.endsWith(short))) return 4;
    if (short.length >= 3 && isSlip(short, long)) return 3;
    return mayBeAlike(0.85, a.core, a.letters, b.core, b.letters) && jaroWinkler(a.core, b.core) >= 0.85 ? 2 : 0;
  }
  if (a.han || b.han) {
    const [han, latin] = a.han ? [a, b] : [b, a];
    const first = latin.words[0] ?? '';
    return first.length >= 4 && (han.sound.startsWith(first) || latin.sound === han.sound) ? 4 : 0;
  }
  const { jaccard, contained } = overlap(a.words, b.words, rarity);
  if (jaccard >= 0.8) return 4;
  if (mayBeAlike(0.95, a.core, a.letters, b.core, b.letters) && jaroWinkler(a.core, b.core) >= 0.95) return 4;
  if (a.core.length >= 5 && mayBeWithin(2, a.letters, b.letters) && osa(a.core, b.core, 2) <= 2) return 3;
  if (contained >= 0.85) return 3;
  if (jaccard >= 0.5) return 2;
  return contained >= 0.5 || jaccard >= 0.3 ? 1 : 0;
}

/** Weighted shares of common words: of the larger side, and of the smaller. A word one edit off counts .8. */
function overlap(
  a: readonly string[],
  b: readonly string[],
  rarity: { of(word: string): number },
): { jaccard: number; contained: number } {
  let common = 0;
  let sumA = 0;
  let sumB = 0;
  for (const word of b) sumB += rarity.of(word);
  for (const word of a) {
    const weight = rarity.of(word);
    sumA += weight;
    if (b.includes(word)) common += weight;
    else if (word.length >= 4 && hasSlip(b, word)) common += 0.8 * weight;
  }
  const larger = max(sumA, sumB);
  const smaller = min(sumA, sumB);
  return { jaccard: larger === 0 ? 0 : common / larger, contained: smaller === 0 ? 0 : min(1, common / smaller) };
}

function hasSlip(words: readonly string[], word: string): boolean {
  for (const other of words) if (other.length >= 4 && isSlip(word, other)) return true;
  return false;
}

const EVEN = { of: (word: string) => min(6, word.length) };

/** 5 the same · 4 the same house of a road spelt nearly so · 3 much the same words · 2 the road, another house · 1 some words · 0 else. */
function addressComparison(column: Coded<Address>, places: boolean): Comparison {
  const base = simple(
    'address',
    column,
    [0.15, 0.08, 0.07, 0.1, 0.2, 0.4],
    [0.985, 0.01, 0.003, 0.0008, 0.0007, 0.0005],
    (a, b) => {
      const sameNumber = a.number !== '' && a.number === b.number;
      const roads = a.road === b.road ? 1 : jaroWinkler(a.road, b.road);
      const { jaccard, contained } = overlap(a.words, b.words, EVEN);
      if (sameNumber && (roads >= 0.9 || jaccard >= 0.8)) return 4;
      if (sameNumber && (contained >= 0.6 || roads >= 0.8)) return 3;
      if (jaccard >= 0.8) return 3;
      if (roads >= 0.9 || jaccard >= 0.5) return a.number === '' || b.number === '' ? 3 : 2;
      return contained >= 0.5 || sameNumber ? 1 : 0;
    },
  );
  return places ? { ...base, most: OF_A_PLACE } : base;
}

/** An organisation at another address is another branch of it, though name and phone are the same. */
const OF_A_PLACE = [0.0005, 0.0005, 0.003];

/** Whether the rows are organisations and not the people in them. */
function arePlaces({ company, name }: Features): boolean {
  const named = name === null ? 0 : present(name.counts);
  return company !== null && named * 3 < present(company.counts);
}

/** 4 equal · 3 one digit off, day and month in turn · 2 two digits off · 1 the same year · 0 else. */
function birthComparison(column: Coded<number>): Comparison {
  return simple('birth', column, [0.05, 0.05, 0.08, 0.17, 0.65], [0.965, 0.028, 0.004, 0.002, 0.001], (a, b) => {
    const [textA, textB] = [String(a), String(b)];
    const yearA = floor(a / 10000);
    const yearB = floor(b / 10000);
    if (a % 10000 === 0 || b % 10000 === 0) return yearA === yearB ? 2 : osa(String(yearA), String(yearB), 1) <= 1 ? 1 : 0;
    const distance = osa(textA, textB, 2);
    const turned = yearA * 10000 + (a % 100) * 100 + (floor(a / 100) % 100);
    if (distance <= 1 || turned === b) return 3;
    if (distance === 2) return 2;
    return yearA === yearB ? 1 : 0;
  });
}

function ageComparison(column: Coded<string>): Comparison {
  return simple('age', column, [0.2, 0.3, 0.5], [0.94, 0.04, 0.02], (a, b) => (abs(Number(a) - Number(b)) <= 1 ? 1 : 0));
}

/** 4 equal · 3 a slip · 2 the same first half · 1 the same area · 0 else. */
function codeComparison(name: string, column: Coded<string>): Comparison {
  return simple(name, column, [0.15, 0.05, 0.05, 0.1, 0.65], [0.96, 0.03, 0.006, 0.002, 0.002], (a, b) => {
    if (isSlip(a, b)) return 3;
    const half = max(2, min(a.length, b.length) - 2);
    if (a.slice(0, half) === b.slice(0, half)) return 2;
    return a.slice(0, 2) === b.slice(0, 2) ? 1 : 0;
  });
}

/** 2 equal · 1 a slip · 0 else; of no account where what stands at `unless` in the list already agrees. */
function placeComparison(name: string, column: Coded<string>, unless: number): Comparison {
  const base = simple(name, column, [0.2, 0.1, 0.7], [0.93, 0.01, 0.06], (a, b) =>
    isSlip(a, b) || jaroWinkler(a, b) >= 0.9 ? 1 : 0,
  );
  if (unless < 0) return base;
  return {
    ...base,
    level: (a, b, sofar) => ((sofar[unless] ?? MISSING) >= (name === 'city' ? 3 : 0) ? MISSING : base.level(a, b, sofar)),
  };
}

/** 2 equal · 1 much alike · 0 else. */
function weakComparison(name: string, column: Coded<string>): Comparison {
  return simple(
    name,
    column,
    [0.4, 0.1, 0.5],
    [0.8, 0.05, 0.15],
    (a, b) => (min(a.length, b.length) > 3 && jaroWinkler(a, b) >= 0.88 ? 1 : 0),
    2,
  );
}
