// Companies: what they are called, their own mail domain and their switchboard as one piece of evidence.
import { log2, max, min } from './arithmetic';
import { type Coded, type CodedSets, has, shared } from './coded';
import { AS_RARE, type Comparison, chanceEqual, givenIn, MISSING, tally } from './comparison';
import { isSlip, jaroWinkler, mayBeAlike, mayBeWithin, osa } from './distance';
import type { Features } from './features';
import type { CompanyName } from './normalise/company';
import { hasNoArea, localNumber, ownDomain } from './normalise/contact';
import { overlap } from './overlap';

/**
 * Company, own mail domain and landline move together: one comparison, the best of them.
 * @param arePersons people share a company; where nobody is named, two of one name are hardly ever two
 */
export function organisation(features: Features, arePersons: boolean): Comparison | null {
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
  const n = max(AS_RARE, features.rows);
  const sound = tally(company, (value) => value.sound);
  const held = Int32Array.from(company.values, (value) => sound.get(value.sound) ?? 1);
  const isNamed = (row: number) => arePersons && (features.name?.ids[row] ?? 0) !== 0;
  const others = (count: number, areNamed: boolean) => (areNamed ? max(1.5, count) : max(0, count - 2) + BY_CHANCE);
  return {
    name: 'organisation',
    m: [0.12, 0.05, 0.05, 0.06, 0.12, 0.6],
    u: [0.982, 0.01, 0.004, 0.001, 0.0015, 0.0015],
    equal: chanceEqual([0, ...sound.values()]) || null,
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
      if (i !== 0 && j !== 0)
        best = i === j ? 5 : companiesAlike(company.values[i] as CompanyName, company.values[j] as CompanyName, rarity);
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
export function companyTest({ company }: Features): (a: number, b: number, arePeople: boolean, least?: number) => boolean {
  if (company === null) return () => true;
  const rarity = new Rarity(company);
  return (a, b, arePeople, least = 4) => {
    const [i, j] = [company.ids[a] ?? 0, company.ids[b] ?? 0];
    if (i === 0 || j === 0 || i === j) return true;
    const [x, y] = [company.values[i] as CompanyName, company.values[j] as CompanyName];
    if (!arePeople && (x.han || y.han)) return false;
    if (x.branch !== y.branch && (OFFICE.test(x.branch + y.branch) || (x.branch !== '' && y.branch !== ''))) return false;
    return companiesAlike(x, y, rarity) >= least;
  };
}

/** Words that say that a company has several. */
const OFFICE = /[司店处行部厅]/;

/** Companies besides two of one name that bear it too, where the table shows none. */
const BY_CHANCE = 0.05;

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
