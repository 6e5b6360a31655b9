// Columns as numbers: every distinct value once, every row the number of its value. All work on text is done per distinct value.
import { ints } from './arithmetic';

/** One value a row; number 0 is the empty value. */
export interface Coded<T> {
  readonly ids: Int32Array;
  readonly values: readonly T[];
  /** Rows that hold each value. */
  readonly counts: Int32Array;
}

/**
 * Reads a column by way of its distinct texts. Texts are met as they lie in memory, which is their table's order: in another one each costs
 * a wait.
 * @param order the row at each place, by which values are numbered
 */
export function coded<T>(
  texts: readonly string[],
  order: Int32Array,
  read: (text: string) => T,
  keyOf: (value: T) => string,
): Coded<T> {
  const { texts: distinct, of } = numbering();
  const written = numbersOf(texts, of);
  const byKey = new Map<string, number>([['', 0]]);
  const values: T[] = [read('')];
  const known = ints(distinct.length).fill(UNREAD);
  known[0] = 0;
  const ids = order.map((row) => {
    const number = written[row] ?? 0;
    let id = known[number] ?? 0;
    if (id === UNREAD) {
      const value = read(distinct[number] ?? '');
      const key = keyOf(value);
      id = byKey.get(key) ?? values.push(value) - 1;
      byKey.set(key, id);
      known[number] = id;
    }
    return id;
  });
  return { ids, values, counts: countsOf(ids, values.length) };
}

const UNREAD = -1;

/** Numbers texts as they come, from 1; the empty one is 0. */
export function numbering(): { readonly texts: readonly string[]; of(text: string): number } {
  const known = new Map([['', 0]]);
  const texts = [''];
  const of = (text: string) => {
    let number = known.get(text);
    if (number === undefined) {
      number = texts.push(text) - 1;
      known.set(text, number);
    }
    return number;
  };
  return { texts, of };
}

/** A number for each value; typed arrays' own `from` takes several times as long. */
export function numbersOf<T>(values: readonly T[], numberOf: (value: T, id: number) => number): Int32Array {
  const numbers = ints(values.length);
  for (let id = 0; id < numbers.length; id++) numbers[id] = numberOf(values[id] as T, id);
  return numbers;
}

function countsOf(ids: Int32Array, size: number): Int32Array {
  const counts = ints(size);
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

/** Several values a row, as numbers from 1: those of row r stand from `from[r]` to `from[r + 1]`. */
export interface CodedSets {
  readonly from: Int32Array;
  readonly ids: Int32Array;
  readonly values: readonly string[];
  readonly counts: Int32Array;
  /** The number of each row that has one value, as most have; 0 where it has none, {@link SEVERAL} where it has more. */
  readonly only: Int32Array;
}

export const SEVERAL = -1;

export interface SetCoder {
  /** @param row the rows come in the order of the table, for the same reason as in {@link coded} */
  put(row: number, texts: readonly string[]): void;
  /** @param order the row at each place, by which values are numbered */
  done(order: Int32Array): CodedSets;
}

/** Takes the values of one row after the other. */
export function setCoder(rows: number): SetCoder {
  const { texts: written, of } = numbering();
  const ends = ints(rows + 1);
  let all = ints(rows);
  let size = 0;
  const put = (row: number, texts: readonly string[]) => {
    for (const text of texts) {
      if (size === all.length) {
        const longer = ints(size * 2 + 16);
        longer.set(all);
        all = longer;
      }
      all[size++] = of(text);
    }
    ends[row + 1] = size;
  };
  const done = (order: Int32Array) => {
    const values = [''];
    const known = ints(written.length);
    const from = ints(rows + 1);
    const ids = ints(size);
    let count = 0;
    const only = order.map((row, at) => {
      const first = count;
      for (let i = ends[row] ?? 0; i < (ends[row + 1] ?? 0); i++) {
        const number = all[i] ?? 0;
        known[number] ||= values.push(written[number] ?? '') - 1;
        ids[count++] = known[number] ?? 0;
      }
      from[at + 1] = count;
      return count - first > 1 ? SEVERAL : count > first ? (ids[first] ?? 0) : 0;
    });
    return { from, ids, values, counts: countsOf(ids, values.length), only };
  };
  return { put, done };
}

/** The first number two rows have in common; 0 for none. */
export function shared({ from, ids, only }: CodedSets, a: number, b: number): number {
  const x = only[a] ?? 0;
  const y = only[b] ?? 0;
  if (x >= 0 && y >= 0) return x === y ? x : 0;
  const toA = from[a + 1] ?? 0;
  const toB = from[b + 1] ?? 0;
  for (let i = from[a] ?? 0; i < toA; i++) for (let j = from[b] ?? 0; j < toB; j++) if (ids[i] === ids[j]) return ids[i] ?? 0;
  return 0;
}

export function has({ only }: CodedSets, row: number): boolean {
  return (only[row] ?? 0) !== 0;
}
