// How alike two rows are in each kind of evidence: levels, best last; what is missing on either side says nothing.
import { abs, floor, max, min } from './arithmetic';
import type { Coded } from './coded';
import { CODE, identifier, LINE, MAIL, mention, PHONE, roleless } from './compare-contacts';
import { nameComparison, partComparison } from './compare-names';
import { companiesIn, companyTest, organisation } from './compare-organisation';
import { AS_RARE, type Comparison, MISSING, present, simple } from './comparison';
import { isSlip, jaroWinkler, osa } from './distance';
import type { Features } from './features';
import type { Address } from './normalise/place';
import { overlap } from './overlap';
import { holdersOf, worthOf } from './worth';

export type { Comparison } from './comparison';
export { MISSING } from './comparison';

export interface Comparisons {
  readonly list: readonly Comparison[];
  /** Places of some in the list, −1 where the table has none. */
  readonly at: {
    readonly [name in
      | 'name'
      | 'given'
      | 'family'
      | 'org'
      | 'mobile'
      | 'landline'
      | 'email'
      | 'account'
      | 'mention'
      | 'birth'
      | 'code']: number;
  };
  /** Places in the list of what says where somebody lives. */
  readonly places: readonly number[];
  /** Places of what is one person's own. */
  readonly own: readonly number[];
  /** Compares names whole, also those that stand in two columns and are in the list part by part. */
  readonly whole: Comparison | null;
  /** Whether rows are people, and not the organisations they work for. */
  readonly arePersons: boolean;
  /** Whether the companies of two rows, as far as both name one, are one by name and branch. */
  readonly isOneCompany: ReturnType<typeof companyTest>;
}

export function comparisonsOf(features: Features): Comparisons {
  const holder = holdersOf(features);
  const arePersons = features.name !== null && !arePlaces(features);
  const list: Comparison[] = [];
  const at = {
    name: -1,
    given: -1,
    family: -1,
    org: -1,
    mobile: -1,
    landline: -1,
    email: -1,
    account: -1,
    mention: -1,
    birth: -1,
    code: -1,
  };
  const add = (key: keyof typeof at | null, comparison: Comparison | null) => {
    if (comparison === null) return;
    if (key !== null) at[key] = list.length;
    list.push(comparison);
  };
  const whole = features.name && nameComparison(features.name);
  if (features.given && features.family) {
    add('given', partComparison('given', features.given));
    add('family', partComparison('family', features.family));
  } else add('name', whole);
  const mine = (comparison: Comparison | null) => (features.name || features.company ? comparison : allThereIs(comparison));
  const emailWorth = worthOf(features.emails, holder);
  add('mobile', mine(identifier('mobile', features.mobiles, worthOf(features.mobiles, holder), PHONE)));
  const mails = mine(identifier('email', features.emails, roleless(features.emails, emailWorth), MAIL));
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
  add('account', mine(identifier('account', features.accounts, worthOf(features.accounts, holder), CODE)));
  const contacts = [at.mobile, at.email, at.account].filter((c) => c >= 0);
  add(
    'mention',
    mention(
      features.mentions,
      worthOf(features.mentions, holder),
      contacts.map((c) => [c, (list[c]?.m.length ?? 0) - 1]),
    ),
  );
  // Where no companies stand, a landline is that of a house.
  if (features.company === null)
    add('landline', mine(identifier('landline', features.landlines, worthOf(features.landlines, holder), LINE)));
  add('code', identifier('code', features.codes, worthOf(features.codes, holder), CODE));
  const companies = features.company && companiesIn(features.company);
  add('org', organisation(features, companies, arePersons));
  add('birth', features.birth && birthComparison(features.birth));
  add(null, features.age && ageComparison(features.age));
  const org = at.org;
  const address = features.address && addressComparison(features.address, !arePersons && features.company !== null);
  add(null, address && arePersons && org >= 0 ? ofTheirs(address, features.name, org) : address);
  add(null, features.postcode && codeComparison('postcode', features.postcode));
  const city = features.city && placeComparison('city', features.city, arePersons ? org : -1);
  add(null, city);
  const cityAt = city ? list.length - 1 : -1;
  add(null, features.district && placeComparison('district', features.district, -1));
  add(null, features.province && placeComparison('province', features.province, cityAt));
  add(null, features.country && placeComparison('country', features.country, cityAt));
  for (const [i, column] of features.weak.entries()) add(null, weakComparison(`weak ${i + 1}`, column));
  const [only] = list;
  if (only && list.length === 1 && org === 0) list[0] = scaled(only);
  const places = list.flatMap(({ name }, i) => (PLACES.includes(name) ? [i] : []));
  const own = [at.mobile, at.email, at.account, at.code, at.birth].filter((c) => c >= 0);
  return { list, at, places, own, whole, arePersons, isOneCompany: companyTest(features, companies) };
}

/** Share of equal numbers, or names of firms, that are two customers', in a list that says nothing else of anybody. */
const BY_OTHERS = 1 / 128;

/** A list of numbers or mails and no names: who keeps one means that the same number is the same customer, and one alike another. */
function allThereIs(comparison: Comparison | null): Comparison | null {
  if (comparison === null) return null;
  const { m, u } = comparison;
  return { ...scaled(comparison), m: m.map((share, level) => (level === m.length - 1 ? share : (u[level] ?? share))) };
}

function scaled(comparison: Comparison): Comparison {
  const { frequency } = comparison;
  return frequency === null ? comparison : { ...comparison, frequency: (a, b, level) => BY_OTHERS * frequency(a, b, level) };
}

const PLACES = ['address', 'postcode', 'city'];

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
    AS_RARE,
  );
  return places ? { ...base, most: OF_A_PLACE } : base;
}

/** Everybody in a company shares its address: it does not tell whom a row without a name is about. */
function ofTheirs(address: Comparison, name: Features['name'], org: number): Comparison {
  const isNamed = (row: number) => (name?.ids[row] ?? 0) !== 0;
  return {
    ...address,
    level: (a, b, sofar) => (isNamed(a) !== isNamed(b) && (sofar[org] ?? MISSING) >= 3 ? MISSING : address.level(a, b, sofar)),
  };
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
  return simple(
    'birth',
    column,
    [0.05, 0.05, 0.08, 0.17, 0.65],
    [0.965, 0.028, 0.004, 0.002, 0.001],
    (a, b) => {
      const [textA, textB] = [String(a), String(b)];
      const yearA = floor(a / 10000);
      const yearB = floor(b / 10000);
      if (a % 10000 === 0 || b % 10000 === 0) return yearA === yearB ? 2 : osa(String(yearA), String(yearB), 1) <= 1 ? 1 : 0;
      const distance = osa(textA, textB, 2);
      const turned = yearA * 10000 + (a % 100) * 100 + (floor(a / 100) % 100);
      if (distance <= 1 || turned === b) return 3;
      if (distance === 2) return 2;
      return yearA === yearB ? 1 : 0;
    },
    AS_RARE,
  );
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
  const base = simple(name, column, [0.4, 0.1, 0.5], [0.8, 0.05, 0.15], (a, b) =>
    min(a.length, b.length) > 3 && jaroWinkler(a, b) >= 0.88 ? 1 : 0,
  );
  return { ...base, cap: 2 };
}
