// Which pairs are worth comparing: rows with equal keys, as far as keys find matches that no other found.
import { ceil, clz32, floats, floor, imul, ints, max, min } from './arithmetic';
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
  const search = searchIn(features, chanceOf);
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
function searchIn(features: Features, chanceOf: (a: number, b: number) => number) {
  const n = features.rows;
  let rank: Int32Array | null = null;
  const passes: Pass[] = [];
  /** What was found, a sorted list a pass: pairs as `a · n + b`, each with its mask behind. */
  const found: Float64Array[] = [];
  let entries = floats(0);
  let keys = ints(0);
  let rows = ints(0);
  const crowded = new Uint8Array(BUCKETS);
  /** Rows of the block that is looked at. */
  let block = ints(1024);
  return { run, result };

  function run(parts: readonly Part[], most: number): void {
    const filled = fill(parts);
    const sorted = entries.subarray(0, filled).sort();
    let pairs = 0;
    let cut = 0;
    const chosen: Band[] = [];
    for (const band of bandsOf(sorted, most)) {
      const isCheap = band.pairs <= CHEAP * n + FREE;
      const fits = pairs + band.pairs <= OF_PASS * n && hasRoom(pairs + band.pairs);
      if (fits && (isCheap || taste(sorted, band, most) >= POOR)) {
        chosen.push(band);
        pairs += band.pairs;
      } else for (let i = 0; i < band.from.length; i++) cut += (band.to[i] ?? 0) - (band.from[i] ?? 0);
    }
    if (pairs === 0) return;
    const mask = parts.reduce((bits, part) => bits | part.mask, 0) % MASKS;
    const fresh = floats(pairs);
    let size = 0;
    for (const band of chosen) {
      for (let i = 0; i < band.from.length; i++) {
        const count = readBlock(sorted, band.from[i] ?? 0, band.to[i] ?? 0, most);
        const reach = count <= most ? count : WINDOW;
        if (count > most) cut += count;
        for (let x = 0; x < count; x++) {
          const a = block[x] ?? 0;
          const last = min(count - 1, x + reach);
          for (let y = x + 1; y <= last; y++) {
            const b = block[y] ?? 0;
            if (a !== b) fresh[size++] = (a < b ? a * n + b : b * n + a) * MASKS + mask;
          }
        }
      }
    }
    found.push(unique(fresh.subarray(0, size).sort()));
    while (lengthOf(2) < lengthOf(1)) mergeLast();
    passes.push({ name: parts.map((part) => part.name).join(' + '), pairs: size, cut });
  }

  /** Whether there is room for so many pairs more. */
  function hasRoom(pairs: number): boolean {
    const areFew = () => found.reduce((sum, { length }) => sum + length, pairs) <= TOTAL * n;
    if (!areFew()) mergeAll();
    return areFew();
  }

  /** How long a list is, counted from the last at 1; none is infinitely long. */
  function lengthOf(last: number): number {
    return found[found.length - last]?.length ?? Infinity;
  }

  /** Makes one list of the last two. */
  function mergeLast(): void {
    const [a, b] = found.splice(-2);
    if (a !== undefined && b !== undefined) found.push(merged(a, b));
  }

  function mergeAll(): void {
    while (found.length > 1) mergeLast();
  }

  /** Reads the rows of a block; of one too large, in order of names. */
  function readBlock(sorted: Float64Array, from: number, to: number, most: number): number {
    const count = to - from;
    if (block.length < count) block = ints(count * 2);
    const key = floor((sorted[from] ?? 0) / ROWS) * ROWS;
    for (let i = 0; i < count; i++) block[i] = (sorted[from + i] ?? 0) - key;
    if (count <= most) return count;
    rank ??= rankOf(features);
    const ranked = floats(count);
    for (let i = 0; i < count; i++) ranked[i] = (rank[block[i] ?? 0] ?? 0) * ROWS + (block[i] ?? 0);
    ranked.sort();
    for (let i = 0; i < count; i++) block[i] = (ranked[i] ?? 0) % ROWS;
    return count;
  }

  /** Share of new matches among some pairs of a band. */
  function taste(sorted: Float64Array, { from, to }: Band, most: number): number {
    const step = max(1, from.length / TASTE);
    const each = ceil(TASTE / from.length);
    let sum = 0;
    let count = 0;
    for (let at = 0; at < from.length; at += step) {
      const i = floor(at);
      const size = readBlock(sorted, from[i] ?? 0, to[i] ?? 0, most);
      const reach = size <= most ? size - 1 : WINDOW;
      for (let k = 0; k < each; k++) {
        const x = (k * 7) % size;
        const a = block[x] ?? 0;
        const b = block[(x + 1 + ((i + k) % reach)) % size] ?? 0;
        count++;
        if (a !== b && !has(a < b ? a * n + b : b * n + a)) sum += chanceOf(a, b);
      }
    }
    return sum / count;
  }

  /** Whether a pair was found before. */
  function has(pair: number): boolean {
    const least = pair * MASKS;
    for (const list of found) {
      let low = 0;
      let high = list.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((list[middle] ?? 0) < least) low = middle + 1;
        else high = middle;
      }
      if (low < list.length && (list[low] ?? 0) < least + MASKS) return true;
    }
    return false;
  }

  /** Keys with their rows; of keys that only one row has, most are left out. */
  function fill(parts: readonly Part[]): number {
    const combos = combinations(parts.map(({ slots }) => slots));
    if (entries.length < combos.length * n) {
      entries = floats(combos.length * n);
      keys = ints(entries.length);
      rows = ints(entries.length);
    }
    crowded.fill(0);
    let filled = 0;
    for (const slots of combos) {
      const [first, second] = slots;
      for (let row = 0; row < n; row++) {
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

  function result(): Candidates {
    mergeAll();
    const pairs = found[0] ?? floats(0);
    const a = ints(pairs.length);
    const b = ints(pairs.length);
    const bound = ints(pairs.length);
    for (let i = 0; i < pairs.length; i++) {
      const entry = pairs[i] ?? 0;
      const pair = floor(entry / MASKS);
      const first = floor(pair / n);
      a[i] = first;
      b[i] = pair - first * n;
      bound[i] = entry - pair * MASKS;
    }
    return { a, b, bound, passes };
  }
}

/** Rows of a key stand together when sorted: the key, then the row. */
const ROWS = 2 ** 20;
/** Bits for the first eighteen comparisons; those after them find no pairs. 100,000 rows squared and they fit a double. */
const MASKS = 2 ** 18;
const BUCKETS = 2 ** 20;

/** Leaves each pair of a sorted list once, bound by what all that found it have in common. */
function unique(sorted: Float64Array): Float64Array {
  return merged(sorted, floats(0), sorted);
}

/** One list of two, as {@link unique}. */
function merged(a: Float64Array, b: Float64Array, into = floats(a.length + b.length)): Float64Array {
  const [n, m] = [a.length, b.length];
  let count = 0;
  /** Behind all entries of the last pair. */
  let end = 0;
  for (let i = 0, j = 0; i < n || j < m; ) {
    const isFirst = j === m || (i < n && (a[i] ?? 0) < (b[j] ?? 0));
    const entry = (isFirst ? a[i++] : b[j++]) ?? 0;
    if (entry < end) {
      const last = into[count - 1] ?? 0;
      const pair = end - MASKS;
      into[count - 1] = pair + ((last - pair) & (entry - pair));
    } else {
      into[count++] = entry;
      end = (floor(entry / MASKS) + 1) * MASKS;
    }
  }
  return into.subarray(0, count);
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
  const place = ints(keys.length);
  order.forEach((id, at) => {
    place[id] = at;
  });
  const ids = (name ?? company)?.ids;
  return Int32Array.from({ length: rows }, (_, row) => place[ids?.[row] ?? 0] ?? 0);
}
