// Companies: what they are called, their own mail domain and their switchboard as one piece of evidence.
import { ints, log2, max, min } from './arithmetic';
import { type Coded, type CodedSets, has, numbering, numbersOf, shared } from './coded';
import { AS_RARE, type Comparison, chanceEqual, givenIn, grouped, MISSING } from './comparison';
import { isSlip, jaroWinkler, osa } from './distance';
import type { Features } from './features';
import type { CompanyName } from './normalise/company';
import { hasNoArea, localNumber, ownDomain } from './normalise/contact';
import { outlinesOf } from './outline';
import { overlap } from './overlap';

/**
 * Company, own mail domain and landline move together: one comparison, the best of them.
 * @param arePersons people share a company; where nobody is named, two of one name are hardly ever two
 */
export function organisation(features: Features, companies: Companies | null, arePersons: boolean): Comparison | null {
  const { company, emails, landlines } = features;
  if (company === null || companies === null) return null;
  const domains = numbering();
  const domainOf = numbersOf(emails.values, (mail) => domains.of(ownDomain(mail)));
  const domainCounts = ints(domains.texts.length);
  const domain = ints(features.rows);
  for (let row = 0; row < features.rows; row++) {
    for (let i = emails.from[row] ?? 0; i < (emails.from[row + 1] ?? 0); i++) domain[row] ||= domainOf[emails.ids[i] ?? 0] ?? 0;
    if (domain[row]) domainCounts[domain[row] ?? 0] = (domainCounts[domain[row] ?? 0] ?? 0) + 1;
  }
  const n = max(AS_RARE, features.rows);
  const { of: sounds, rows: sounding } = companies.sounds;
  const held = sounds.map((sound) => sounding[sound] ?? 1);
  const isNamed = (row: number) => arePersons && (features.name?.ids[row] ?? 0) !== 0;
  const others = (count: number, areNamed: boolean) => (areNamed ? max(1.5, count) : max(0, count - 2) + BY_CHANCE);
  return {
    name: 'organisation',
    m: [0.12, 0.05, 0.05, 0.06, 0.12, 0.6],
    u: [0.982, 0.01, 0.004, 0.001, 0.0015, 0.0015],
    equal: chanceEqual(sounding) || null,
    cap: null,
    given: givenIn(features.rows),
    role: null,
    key: (row) => company.ids[row] || -(domain[row] ?? 0),
    frequency: (a, b, level) => {
      if (level < 4) return 0;
      const i = company.ids[a] ?? 0;
      const j = company.ids[b] ?? 0;
      if (i !== 0 && j !== 0) return others(min(held[i] ?? 1, held[j] ?? 1), isNamed(a) || isNamed(b)) / n;
      if (domain[a] && domain[a] === domain[b]) return max(1.5, domainCounts[domain[a] ?? 0] ?? 1) / n;
      return max(1.5, landlines.counts[shared(landlines, a, b)] ?? 1) / n;
    },
    level: (a, b) => {
      const i = company.ids[a] ?? 0;
      const j = company.ids[b] ?? 0;
      let best = MISSING;
      if (i !== 0 && j !== 0) best = i === j ? 5 : companies.alike(i, j);
      if (best >= 4) return best;
      if (domain[a] && domain[b]) best = max(best, domain[a] === domain[b] ? 4 : 0);
      if (has(landlines, a) && has(landlines, b))
        best = max(best, shared(landlines, a, b) ? 4 : mayShareLine(landlines, a, b) ? 3 : 0);
      return best;
    },
  };
}

/** Whether a landline said without its area may be one of the other row. */
function mayShareLine({ from, ids, values }: CodedSets, a: number, b: number): boolean {
  for (let i = from[a] ?? 0; i < (from[a + 1] ?? 0); i++)
    for (let j = from[b] ?? 0; j < (from[b + 1] ?? 0); j++) {
      const [x, y] = [values[ids[i] ?? 0] ?? '', values[ids[j] ?? 0] ?? ''];
      if ((hasNoArea(x) || hasNoArea(y)) && localNumber(x) === localNumber(y)) return true;
    }
  return false;
}

/**
 * Whether the companies of two rows are one by name and branch; what names none may be any. People call theirs by its brand and leave out
 * where it is; without them 海尔 is not 海尔电器, nor its head office its branch.
 */
export function companyTest(
  { company }: Features,
  companies: Companies | null,
): (a: number, b: number, arePeople: boolean, least?: number) => boolean {
  if (company === null || companies === null) return () => true;
  return (a, b, arePeople, least = 4) => {
    const [i, j] = [company.ids[a] ?? 0, company.ids[b] ?? 0];
    if (i === 0 || j === 0 || i === j) return true;
    const [x, y] = [company.values[i] as CompanyName, company.values[j] as CompanyName];
    if (!arePeople && (x.han || y.han)) return false;
    if (x.branch !== y.branch && (OFFICE.test(x.branch + y.branch) || (x.branch !== '' && y.branch !== ''))) return false;
    return companies.alike(i, j) >= least;
  };
}

/** Words that say that a company has several. */
const OFFICE = /[司店处行部厅]/;

/** Companies besides two of one name that bear it too, where the table shows none. */
const BY_CHANCE = 0.05;

/** Compares the names of companies by their numbers. */
export interface Companies {
  /** Companies by how they sound, see {@link grouped}. */
  readonly sounds: ReturnType<typeof grouped>;
  /** 5 the same core · 4 one is short for the other · 3 sounds alike, a slip · 2 · 1 some words · 0 else, or another branch. */
  alike(i: number, j: number): number;
}

export function companiesIn(company: Coded<CompanyName>): Companies {
  const { values } = company;
  const rarity = rarityOf(company);
  const sounds = grouped(company, ({ sound }) => sound);
  const outlines = outlinesOf(values.map(({ core }) => core));
  const han = numbersOf(values, (value) => (value.han ? 1 : 0));
  /** Whether two names are Han and different beyond doubt, as most are. */
  const areStrange = (i: number, j: number) =>
    han[i] === 1 && han[j] === 1 && sounds.of[i] !== sounds.of[j] && !outlines.near(i, j) && !outlines.reach(LIKELY, i, j);
  const alike = (i: number, j: number) => {
    if (areStrange(i, j)) return 0;
    const a = values[i] as CompanyName;
    const b = values[j] as CompanyName;
    if (a.branch !== '' && b.branch !== '' && a.branch !== b.branch && a.core === b.core) return 1;
    if (a.core === b.core) return 5;
    if (a.sound === b.sound) return a.han && b.han ? 3 : 4;
    if (a.han && b.han) {
      const [short, long] = a.core.length < b.core.length ? [a.core, b.core] : [b.core, a.core];
      if (short.length >= 2 && (long.startsWith(short) || long.endsWith(short))) return 4;
      if (short.length >= 3 && isSlip(short, long)) return 3;
      return outlines.reach(LIKELY, i, j) && jaroWinkler(a.core, b.core) >= LIKELY ? 2 : 0;
    }
    if (a.han || b.han) {
      const [chinese, latin] = a.han ? [a, b] : [b, a];
      const first = latin.words[0] ?? '';
      return first.length >= 4 && (chinese.sound.startsWith(first) || latin.sound === chinese.sound) ? 4 : 0;
    }
    const { jaccard, contained } = overlap(a.words, b.words, rarity);
    if (jaccard >= 0.8) return 4;
    if (outlines.reach(0.95, i, j) && jaroWinkler(a.core, b.core) >= 0.95) return 4;
    if (a.core.length >= 5 && outlines.within(2, i, j) && osa(a.core, b.core, 2) <= 2) return 3;
    if (contained >= 0.85) return 3;
    if (jaccard >= 0.5) return 2;
    return contained >= 0.5 || jaccard >= 0.3 ? 1 : 0;
  };
  return { sounds, alike };
}

/** Similarity from which on two Han names may be one. */
const LIKELY = 0.85;

/** How rare the words of company names are in this table, in bits. */
function rarityOf({ values }: Coded<CompanyName>): { of(word: string): number } {
  const counts = new Map<string, number>();
  for (const { words } of values) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const n = max(1, values.length);
  const bits = new Map<string, number>();
  for (const [word, count] of counts) bits.set(word, log2((n + 1) / count));
  const most = log2(n + 1);
  return { of: (word) => bits.get(word) ?? most };
}
