// Which pairs are worth comparing: keys that follow from the kinds of evidence there are, kept small by what the table itself holds.
import type { CodedSets } from './coded';
import type { Comparisons } from './compare';
import type { Features } from './features';
import { hashOf } from './features';
import { ownDomain } from './normalise/contact';
import { segmented } from './normalise/sound';

/** Part of a key: up to a few numbers a row, 0 for none, and the comparisons it speaks for. */
interface Part {
  readonly name: string;
  readonly slots: readonly Int32Array[];
  /** Bits of the comparisons that are not free evidence for pairs this part found. */
  readonly mask: number;
}

export interface Pass {
  readonly name: string;
  /** Pairs it found, others' among them. */
  readonly pairs: number;
  /** Rows whose block was too large and was only looked through in order of names. */
  readonly cut: number;
}

export interface Candidates {
  /** Rows in the engine's order, `a[i] < b[i]`, sorted. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Comparisons that found each pair: a bit is set where every pass that found it looked at that comparison. */
  readonly bound: Int32Array;
  readonly passes: readonly Pass[];
}

/** Most candidates a row on the whole. */
const TOTAL = 25;
/** Most pairs a row of a pass, by what it yields: a pass that finds matches is worth more work. */
const OF_PASS = 12;
const OF_POOR_PASS = 0.7;
const POOR = 0.12;
/** Pairs of a pass looked at to know what it yields. */
const TASTE = 120;
/** Largest blocks compared in full: of a strong key, of a weak one. */
const STRONG = 200;
const WEAK = 50;
/** In larger blocks each row meets so many neighbours in order of names. */
const WINDOW = 8;

/** @param chanceOf the chance that two rows are one customer, as far as it can be told before anything is learned from the table */
export function candidatesOf(features: Features, { list }: Comparisons, chanceOf: (a: number, b: number) => number): Candidates {
  const n = features.rows;
  const bits = new Map(list.map(({ name }, i) => [name, 1 << i]));
  const search = new Search(n, rankOf(features), chanceOf);
  for (const [parts, most] of passesOf(
    partsOf(features, (...names) => names.reduce((m, name) => m | (bits.get(name) ?? 0), 0)),
  )) {
    search.run(parts, most);
  }
  return search.result();
}

/** Looks for rows with equal keys, pass by pass. */
class Search {
  private found = new Float64Array(1 << 16);
  private size = 0;
  private readonly passes: Pass[] = [];
  private entries: Float64Array;

  private readonly n: number;
  private readonly rank: Int32Array;

  private readonly chanceOf: (a: number, b: number) => number;

  constructor(n: number, rank: Int32Array, chanceOf: (a: number, b: number) => number) {
    this.chanceOf = chanceOf;
    this.n = n;
    this.rank = rank;
    this.entries = new Float64Array(n);
  }

  run(parts: readonly Part[], most: number): void {
    const filled = this.fill(parts);
    const sorted = this.entries.subarray(0, filled).sort();
    const blocks: [number, number][] = [];
    let pairs = 0;
    for (let from = 0; from < filled; ) {
      const key = Math.floor((sorted[from] ?? 0) / ROWS);
      let to = from + 1;
      while (to < filled && Math.floor((sorted[to] ?? 0) / ROWS) === key) to++;
      const size = to - from;
      if (size > 1) {
        blocks.push([from, to]);
        pairs += size <= most ? (size * (size - 1)) / 2 : size * WINDOW;
      }
      from = to;
    }
    const name = parts.map((part) => part.name).join(' + ');
    if (
      pairs === 0 ||
      pairs > OF_PASS * this.n ||
      (this.size + pairs > TOTAL * this.n && this.compact() + pairs > TOTAL * this.n)
    )
      return;
    const taste = this.taste(sorted, blocks);
    if (pairs > OF_POOR_PASS * this.n && taste < POOR) {
      return;
    }
    this.grow(pairs);
    const mask = parts.reduce((bits, part) => bits | part.mask, 0) % MASKS;
    let cut = 0;
    for (const [from, to] of blocks) {
      const rows = Int32Array.from(sorted.subarray(from, to), (entry) => entry % ROWS);
      const whole = rows.length <= most;
      if (!whole) {
        rows.sort((a, b) => (this.rank[a] ?? 0) - (this.rank[b] ?? 0) || a - b);
        cut += rows.length;
      }
      const reach = whole ? rows.length : WINDOW;
      for (let i = 0; i < rows.length; i++)
        for (let j = i + 1; j < rows.length && j <= i + reach; j++) this.put(rows[i] ?? 0, rows[j] ?? 0, mask);
    }
    this.passes.push({ name, pairs, cut });
  }

  /** Share of matches among some pairs of a pass. */
  private taste(sorted: Float64Array, blocks: readonly (readonly [number, number])[]): number {
    const step = Math.max(1, Math.floor(blocks.length / TASTE));
    let sum = 0;
    let count = 0;
    for (let i = 0; i < blocks.length; i += step) {
      const [from, to] = blocks[i] ?? [0, 0];
      const other = from + 1 + (i % (to - from - 1));
      // A large block stands for its many pairs.
      const weight = Math.min(to - from, 50) - 1;
      sum += weight * this.chanceOf((sorted[from] ?? 0) % ROWS, (sorted[other] ?? 0) % ROWS);
      count += weight;
    }
    return count === 0 ? 0 : sum / count;
  }

  private fill(parts: readonly Part[]): number {
    const combos = combinations(parts.map(({ slots }) => slots));
    if (this.entries.length < combos.length * this.n) this.entries = new Float64Array(combos.length * this.n);
    let filled = 0;
    for (const slots of combos) {
      for (let row = 0; row < this.n; row++) {
        let key = 0;
        for (const slot of slots) {
          const part = slot[row] ?? 0;
          if (part === 0) {
            key = 0;
            break;
          }
          key = (Math.imul(key ^ part, 0x9e3779b1) >>> 0) + 1;
        }
        if (key !== 0) this.entries[filled++] = key * ROWS + row;
      }
    }
    return filled;
  }

  private put(a: number, b: number, mask: number): void {
    if (a !== b) this.found[this.size++] = ((a < b ? a : b) * this.n + (a < b ? b : a)) * MASKS + mask;
  }

  /** Sorts what was found and leaves each pair once, bound by what all its passes have in common; how many there are. */
  private compact(): number {
    const sorted = this.found.subarray(0, this.size).sort();
    let count = 0;
    let last = -1;
    for (let i = 0; i < sorted.length; i++) {
      const entry = sorted[i] ?? 0;
      const pair = Math.floor(entry / MASKS);
      if (pair === last) {
        const kept = sorted[count - 1] ?? 0;
        sorted[count - 1] = pair * MASKS + ((kept % MASKS) & (entry % MASKS));
      } else {
        sorted[count++] = entry;
        last = pair;
      }
    }
    this.size = count;
    return count;
  }

  private grow(more: number): void {
    if (this.size + more <= this.found.length) return;
    const larger = new Float64Array(Math.max(this.found.length * 2, this.size + more));
    larger.set(this.found.subarray(0, this.size));
    this.found = larger;
  }

  result(): Candidates {
    const count = this.compact();
    const a = new Int32Array(count);
    const b = new Int32Array(count);
    const bound = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      const entry = this.found[i] ?? 0;
      const pair = Math.floor(entry / MASKS);
      a[i] = Math.floor(pair / this.n);
      b[i] = pair % this.n;
      bound[i] = entry % MASKS;
    }
    return { a, b, bound, passes: this.passes };
  }
}

/** Rows of a key stand together when sorted: the key, then the row. */
const ROWS = 2 ** 20;
/** Bits for the first eighteen comparisons; those after them find no pairs. 100,000 rows squared and they fit a double. */
const MASKS = 2 ** 18;

function combinations(parts: readonly (readonly Int32Array[])[]): Int32Array[][] {
  return parts.reduce<Int32Array[][]>((all, slots) => all.flatMap((done) => slots.map((slot) => [...done, slot])), [[]]);
}

/** Rows in the alphabetical order of names, or of companies where there are none. */
function rankOf({ rows, name, company }: Features): Int32Array {
  const keys = name ? name.values.map(({ key }) => key) : (company?.values.map(({ sound }) => sound) ?? []);
  const order = Int32Array.from(keys, (_, id) => id).sort((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1));
  const place = new Int32Array(keys.length);
  order.forEach((id, at) => {
    place[id] = at;
  });
  const ids = (name ?? company)?.ids;
  return Int32Array.from({ length: rows }, (_, row) => place[ids?.[row] ?? 0] ?? 0);
}

type PartName =
  | 'name'
  | 'word'
  | 'sound'
  | 'mobile'
  | 'email'
  | 'mailbox'
  | 'account'
  | 'code'
  | 'core'
  | 'head'
  | 'rare'
  | 'domain'
  | 'landline'
  | 'birth'
  | 'year'
  | 'monthday'
  | 'road'
  | 'house'
  | 'number'
  | 'city'
  | 'postcode'
  | 'district';

type Parts = Partial<Record<PartName, Part>>;

/** Single keys first, those of identifiers before all; then what a name, a company or a place says together with something else. */
function passesOf(parts: Parts): [Part[], number][] {
  const passes: [Part[], number][] = [];
  const add = (most: number, ...names: PartName[]) => {
    const found = names.map((name) => parts[name]);
    if (found.every((part) => part !== undefined)) passes.push([found as Part[], most]);
  };
  for (const key of ['mobile', 'email', 'mailbox', 'account', 'code'] as const) add(STRONG, key);
  add(WEAK, 'name');
  for (const other of ['head', 'domain', 'birth', 'postcode', 'house', 'city', 'landline', 'year', 'monthday', 'road'] as const) {
    add(STRONG, 'name', other);
    add(WEAK, 'word', other);
  }
  for (const key of ['core', 'landline', 'house', 'birth', 'domain'] as const) add(WEAK, key);
  for (const other of ['birth', 'monthday', 'postcode', 'house', 'road', 'head', 'city', 'year'] as const)
    add(WEAK, 'sound', other);
  for (const other of ['number', 'postcode', 'city', 'district', 'road'] as const) {
    add(WEAK, 'rare', other);
    add(WEAK, 'head', other);
  }
  for (const [a, b] of [
    ['birth', 'city'],
    ['birth', 'postcode'],
    ['monthday', 'city'],
    ['monthday', 'postcode'],
    ['year', 'postcode'],
    ['road', 'number'],
    ['number', 'postcode'],
    ['road', 'postcode'],
    ['road', 'city'],
  ] as const)
    add(WEAK, a, b);
  add(WEAK, 'rare');
  add(WEAK, 'postcode');
  add(WEAK, 'sound');
  return passes;
}

function partsOf(features: Features, mask: (...comparisons: string[]) => number): Parts {
  const { rows, name, company, address, birth } = features;
  const parts: Parts = {};
  const add = (key: PartName, slots: readonly Int32Array[], bits: number) => {
    const filled = slots.filter((slot) => slot.some((id) => id !== 0));
    if (filled.length > 0) parts[key] = { name: key, slots: filled, mask: bits };
  };
  /** One slot a text of each distinct value. */
  const perValue = <T>(
    column: { readonly ids: Int32Array; readonly values: readonly T[] } | null,
    most: number,
    read: (value: T) => readonly string[],
  ) => {
    if (column === null) return [];
    const texts = column.values.map((value, id) => (id === 0 ? [] : read(value)));
    return Array.from({ length: most }, (_, slot) => {
      const keys = Int32Array.from(texts, (list) => (list[slot] ? hashOf(list[slot] ?? '') | 1 : 0));
      return column.ids.map((id) => keys[id] ?? 0);
    });
  };
  const nameBits = mask('name', 'given', 'family');
  add(
    'name',
    perValue(name, 1, ({ key, surnameOnly }) => (surnameOnly ? [] : [key])),
    nameBits,
  );
  add(
    'word',
    perValue(name, 3, ({ words }) => [...new Set(words)].filter((word) => word.length > 1)),
    nameBits,
  );
  add(
    'sound',
    perValue(name, 3, ({ words }) => [...new Set(words.map(soundOf))].filter((word) => word.length > 1)),
    nameBits,
  );
  const sets = (column: CodedSets, read: (text: string) => string = (text) => text) => {
    const keys = Int32Array.from(column.values, (text) => (read(text) === '' ? 0 : hashOf(read(text)) | 1));
    return [0, 1, 2].map((slot) => {
      const ids = new Int32Array(rows);
      for (let row = 0; row < rows; row++) {
        const at = (column.from[row] ?? 0) + slot;
        if (at < (column.from[row + 1] ?? 0)) ids[row] = keys[column.ids[at] ?? 0] ?? 0;
      }
      return ids;
    });
  };
  add('mobile', sets(features.mobiles), mask('mobile'));
  add('email', sets(features.emails), mask('email', 'organisation'));
  add(
    'mailbox',
    sets(features.emails, (text) => ((text.split('@')[0] ?? '').length >= 6 ? (text.split('@')[0] ?? '') : '')),
    mask('email'),
  );
  add('account', sets(features.accounts), mask('account'));
  add('code', sets(features.codes), mask('code'));
  add('landline', sets(features.landlines), mask('organisation'));
  add('domain', sets(features.emails, ownDomain), mask('organisation', 'email'));
  const orgBits = mask('organisation', 'city', 'province', 'email');
  add(
    'core',
    perValue(company, 1, ({ sound }) => [sound]),
    orgBits,
  );
  add(
    'head',
    perValue(company, 1, ({ core, han, words, sound }) => [han ? core.slice(0, 2) : (words[0] ?? sound)]),
    orgBits,
  );
  add('rare', perValue(company, 2, rareWords(company)), orgBits);
  add(
    'birth',
    perValue(birth, 1, (value) => (value % 10000 === 0 ? [] : [String(value)])),
    mask('birth'),
  );
  add(
    'year',
    perValue(birth, 1, (value) => [String(Math.floor(value / 10000))]),
    mask('birth'),
  );
  add(
    'monthday',
    perValue(birth, 1, (value) => (value % 10000 === 0 ? [] : [String(value % 10000)])),
    mask('birth'),
  );
  const place = mask('address');
  add(
    'road',
    perValue(address, 1, ({ road }) => [road.slice(0, 5)]),
    place,
  );
  add(
    'number',
    perValue(address, 1, ({ number }) => [number]),
    place,
  );
  add(
    'house',
    perValue(address, 1, ({ road, number }) => (road === '' || number === '' ? [] : [`${number} ${road.slice(0, 3)}`])),
    place,
  );
  for (const key of ['city', 'postcode', 'district'] as const)
    add(
      key,
      perValue(features[key], 1, (text) => [text]),
      mask(key),
    );
  return parts;
}

/** The two words of a company's name that fewest others have. */
function rareWords(
  company: Features['company'],
): (value: { readonly words: readonly string[]; readonly core: string; readonly han: boolean }) => readonly string[] {
  const counts = new Map<string, number>();
  for (const { words } of company?.values ?? []) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return ({ words, han, core }) =>
    han
      ? [core.slice(-4, -2)].filter((text) => text.length === 2)
      : [...new Set(words)].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1)).slice(0, 2);
}

/** Words that are easily mistaken for each other share it: consonants for Latin words, pinyin as the south speaks it. */
export function soundOf(word: string): string {
  if (segmented(word) !== null)
    return word
      .replace(/([zcs])h/g, '$1')
      .replace(/ng\b/g, 'n')
      .replace(/^l/, 'n');
  const first = word.charAt(0);
  const rest = word
    .slice(1)
    .replace(/[aeiouyhw]/g, '')
    .replace(/[bfpv]/g, '1')
    .replace(/[cgjkqsxz]/g, '2')
    .replace(/[dt]/g, '3')
    .replace(/l/g, '4')
    .replace(/[mn]/g, '5')
    .replace(/r/g, '6')
    .replace(/(.)\1+/g, '$1');
  return first + rest.slice(0, 4);
}
