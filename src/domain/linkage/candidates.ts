// Which pairs are worth comparing: rows with equal keys, as far as keys find matches that no other found.
import { ceil, clz32, floor, imul, max, min } from './arithmetic';
import type { Comparisons } from './compare';
import type { Features } from './features';
import { type Part, passesOf } from './keys';

export interface Pass {
  readonly name: string;
  /** Pairs it found, others' among them. */
  readonly pairs: number;
  /** Rows whose block was too large and was only looked through in order of names, or not at all. */
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

/** Most candidates a row on the whole, and of a pass. */
const TOTAL = 25;
const OF_PASS = 12;
/** So many pairs, and so many a row more, cost too little to ask what they yield. */
const FREE = 3000;
const CHEAP = 0.1;
/** Least share of matches among the pairs of a key that no key before it found. */
const POOR = 0.005;
/** Pairs looked at to know it. */
const TASTE = 200;
/** In blocks too large to be compared in full each row meets so many neighbours in order of names. */
const WINDOW = 8;

/** @param chanceOf the chance that two rows are one customer, as far as it can be told before anything is learned from the table */
export function candidatesOf(features: Features, { list }: Comparisons, chanceOf: (a: number, b: number) => number): Candidates {
  const bits = new Map(list.map(({ name }, i) => [name, 1 << i]));
  const maskOf = (...names: string[]) => names.reduce((mask, name) => mask | (bits.get(name) ?? 0), 0);
  const search = new Search(features, chanceOf);
  for (const [parts, most] of passesOf(features, maskOf)) search.run(parts, most);
  return search.result();
}

/** Blocks of a key that are about as large: half or twice as large ones yield differently. */
interface Band {
  readonly from: number[];
  readonly to: number[];
  pairs: number;
}

/** Looks for rows with equal keys, pass by pass. */
class Search {
  private readonly n: number;
  private readonly features: Features;
  private rank: Int32Array | null = null;
  private readonly chanceOf: (a: number, b: number) => number;
  private readonly passes: Pass[] = [];
  /** What was found, a sorted list a pass: pairs as `a · n + b`, each with its mask behind. */
  private readonly found: Float64Array[] = [];
  private entries = new Float64Array(0);
  private keys = new Int32Array(0);
  private rows = new Int32Array(0);
  private readonly crowded = new Uint8Array(BUCKETS);

  constructor(features: Features, chanceOf: (a: number, b: number) => number) {
    this.n = features.rows;
    this.features = features;
    this.chanceOf = chanceOf;
  }

  run(parts: readonly Part[], most: number): void {
    const filled = this.fill(parts);
    const sorted = this.entries.subarray(0, filled).sort();
    let pairs = 0;
    let cut = 0;
    const chosen: Band[] = [];
    for (const band of bandsOf(sorted, most)) {
      const isCheap = band.pairs <= CHEAP * this.n + FREE;
      const fits = pairs + band.pairs <= OF_PASS * this.n && this.fits(pairs + band.pairs);
      if (fits && (isCheap || this.taste(sorted, band, most) >= POOR)) {
        chosen.push(band);
        pairs += band.pairs;
      } else for (let i = 0; i < band.from.length; i++) cut += (band.to[i] ?? 0) - (band.from[i] ?? 0);
    }
    if (pairs === 0) return;
    const mask = parts.reduce((bits, part) => bits | part.mask, 0) % MASKS;
    const found = new Float64Array(pairs);
    let size = 0;
    for (const band of chosen) {
      for (let i = 0; i < band.from.length; i++) {
        const rows = this.rowsOf(sorted, band.from[i] ?? 0, band.to[i] ?? 0, most);
        const reach = rows.length <= most ? rows.length : WINDOW;
        if (rows.length > most) cut += rows.length;
        for (let x = 0; x < rows.length; x++) {
          const a = rows[x] ?? 0;
          const last = min(rows.length - 1, x + reach);
          for (let y = x + 1; y <= last; y++) {
            const b = rows[y] ?? 0;
            if (a !== b) found[size++] = (a < b ? a * this.n + b : b * this.n + a) * MASKS + mask;
          }
        }
      }
    }
    this.found.push(unique(found.subarray(0, size).sort()));
    while (this.length(-2) < this.length(-1)) this.merge(2);
    this.passes.push({ name: parts.map((part) => part.name).join(' + '), pairs: size, cut });
  }

  /** Whether there is room for so many pairs more. */
  private fits(pairs: number): boolean {
    const room = TOTAL * this.n - pairs;
    if (this.found.reduce((sum, { length }) => sum + length, 0) > room) this.merge(this.found.length);
    return this.found.reduce((sum, { length }) => sum + length, 0) <= room;
  }

  /** Length of a list, counted from the last at −1; none is infinitely long. */
  private length(at: number): number {
    return this.found[this.found.length + at]?.length ?? Infinity;
  }

  /** Makes one list of the last ones. */
  private merge(count: number): void {
    const lists = this.found.splice(-count);
    const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const list of lists) {
      all.set(list, at);
      at += list.length;
    }
    this.found.push(unique(all.sort()));
  }

  /** Rows of a block; of one too large, in order of names. */
  private rowsOf(sorted: Float64Array, from: number, to: number, most: number): Int32Array {
    const rows = new Int32Array(to - from);
    for (let i = from; i < to; i++) rows[i - from] = (sorted[i] ?? 0) % ROWS;
    if (rows.length <= most) return rows;
    const rank = this.rank ?? rankOf(this.features);
    this.rank = rank;
    const ranked = Float64Array.from(rows, (row) => (rank[row] ?? 0) * ROWS + row).sort();
    for (let i = 0; i < rows.length; i++) rows[i] = (ranked[i] ?? 0) % ROWS;
    return rows;
  }

  /** Share of new matches among some pairs of a band. */
  private taste(sorted: Float64Array, { from, to }: Band, most: number): number {
    const step = max(1, from.length / TASTE);
    const each = ceil(TASTE / from.length);
    let sum = 0;
    let count = 0;
    for (let at = 0; at < from.length; at += step) {
      const i = floor(at);
      const rows = this.rowsOf(sorted, from[i] ?? 0, to[i] ?? 0, most);
      const reach = rows.length <= most ? rows.length - 1 : WINDOW;
      for (let k = 0; k < each; k++) {
        const x = (k * 7) % rows.length;
        const a = rows[x] ?? 0;
        const b = rows[(x + 1 + ((i + k) % reach)) % rows.length] ?? 0;
        count++;
        if (a !== b && !this.has(a < b ? a * this.n + b : b * this.n + a)) sum += this.chanceOf(a, b);
      }
    }
    return sum / count;
  }

  /** Whether a pair was found before. */
  private has(pair: number): boolean {
    for (const list of this.found) {
      let low = 0;
      let high = list.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((list[middle] ?? 0) < pair * MASKS) low = middle + 1;
        else high = middle;
      }
      if (low < list.length && (list[low] ?? 0) < (pair + 1) * MASKS) return true;
    }
    return false;
  }

  /** Keys with their rows; of keys that only one row has, most are left out. */
  private fill(parts: readonly Part[]): number {
    const combos = combinations(parts.map(({ slots }) => slots));
    if (this.entries.length < combos.length * this.n) {
      this.entries = new Float64Array(combos.length * this.n);
      this.keys = new Int32Array(this.entries.length);
      this.rows = new Int32Array(this.entries.length);
    }
    const { entries, keys, rows, crowded } = this;
    crowded.fill(0);
    let filled = 0;
    for (const slots of combos) {
      const [first, second] = slots;
      for (let row = 0; row < this.n; row++) {
        const one = first?.[row] ?? 0;
        if (one === 0) continue;
        const other = second === undefined ? 0 : (second[row] ?? 0);
        if (second !== undefined && other === 0) continue;
        const key = imul(imul(one, 0x9e3779b1) ^ other, 0x85ebca6b);
        const bucket = key & (BUCKETS - 1);
        const crowd = crowded[bucket] ?? 0;
        if (crowd < 2) crowded[bucket] = crowd + 1;
        keys[filled] = key;
        rows[filled++] = row;
      }
    }
    let kept = 0;
    for (let i = 0; i < filled; i++) {
      const key = keys[i] ?? 0;
      if (crowded[key & (BUCKETS - 1)] === 2) entries[kept++] = (key >>> 0) * ROWS + (rows[i] ?? 0);
    }
    return kept;
  }

  result(): Candidates {
    this.merge(this.found.length);
    const pairs = this.found[0] ?? new Float64Array(0);
    const a = new Int32Array(pairs.length);
    const b = new Int32Array(pairs.length);
    const bound = new Int32Array(pairs.length);
    for (let i = 0; i < pairs.length; i++) {
      const pair = floor((pairs[i] ?? 0) / MASKS);
      a[i] = floor(pair / this.n);
      b[i] = pair % this.n;
      bound[i] = (pairs[i] ?? 0) % MASKS;
    }
    return { a, b, bound, passes: this.passes };
  }
}

/** Rows of a key stand together when sorted: the key, then the row. */
const ROWS = 2 ** 20;
/** Bits for the first eighteen comparisons; those after them find no pairs. 100,000 rows squared and they fit a double. */
const MASKS = 2 ** 18;
const BUCKETS = 2 ** 18;

/** Leaves each pair of a sorted list once, bound by what all that found it have in common. */
function unique(sorted: Float64Array): Float64Array {
  let count = 0;
  let last = -1;
  for (let i = 0; i < sorted.length; i++) {
    const entry = sorted[i] ?? 0;
    const pair = floor(entry / MASKS);
    if (pair === last) sorted[count - 1] = pair * MASKS + (((sorted[count - 1] ?? 0) % MASKS) & (entry % MASKS));
    else {
      sorted[count++] = entry;
      last = pair;
    }
  }
  return sorted.subarray(0, count);
}

/** Blocks of rows with one key, by size; those compared in part come last. */
function bandsOf(sorted: Float64Array, most: number): Band[] {
  const bands: Band[] = [];
  const filled = sorted.length;
  for (let from = 0; from < filled; ) {
    const key = floor((sorted[from] ?? 0) / ROWS);
    const end = (key + 1) * ROWS;
    let to = from + 1;
    while (to < filled && (sorted[to] ?? 0) < end) to++;
    const size = to - from;
    if (size > 1) {
      const at = size > most ? 31 : 31 - clz32(size);
      const band = bands[at] ?? { from: [], to: [], pairs: 0 };
      bands[at] = band;
      band.from.push(from);
      band.to.push(to);
      band.pairs += size <= most ? (size * (size - 1)) / 2 : size * WINDOW;
    }
    from = to;
  }
  return bands.filter((band) => band !== undefined);
}

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
