// Columns as numbers: every distinct value once, every row the number of its value. All work on text is done per distinct value.

/** One value a row; number 0 is the empty value. */
export interface Coded<T> {
  readonly ids: Int32Array;
  readonly values: readonly T[];
  /** Rows that hold each value. */
  readonly counts: Int32Array;
}

/** Reads a column by way of its distinct texts. */
export function coded<T>(texts: readonly string[], read: (text: string) => T, keyOf: (value: T) => string): Coded<T> {
  const byText = new Map<string, number>();
  const byKey = new Map<string, number>([['', 0]]);
  const values: T[] = [read('')];
  const ids = new Int32Array(texts.length);
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row] ?? '';
    if (text === '') continue;
    let id = byText.get(text);
    if (id === undefined) {
      const value = read(text);
      const key = keyOf(value);
      id = byKey.get(key);
      if (id === undefined) {
        id = values.push(value) - 1;
        byKey.set(key, id);
      }
      byText.set(text, id);
    }
    ids[row] = id;
  }
  return { ids, values, counts: countsOf(ids, values.length) };
}

function countsOf(ids: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

/** Several values a row, as numbers from 1: those of row r stand from `from[r]` to `from[r + 1]`. */
export interface CodedSets {
  readonly from: Int32Array;
  readonly ids: Int32Array;
  readonly values: readonly string[];
  readonly counts: Int32Array;
}

/** Takes the values of one row after the other. */
export class SetCoder {
  private readonly byText = new Map<string, number>();
  private readonly values = [''];
  private readonly from: Int32Array;
  private ids: Int32Array;
  private size = 0;

  constructor(rows: number) {
    this.from = new Int32Array(rows + 1);
    this.ids = new Int32Array(rows);
  }

  /** @param row the rows come in order */
  put(row: number, texts: readonly string[]): void {
    for (const text of texts) {
      let id = this.byText.get(text);
      if (id === undefined) {
        id = this.values.push(text) - 1;
        this.byText.set(text, id);
      }
      if (this.size === this.ids.length) {
        const longer = new Int32Array(this.size * 2 + 16);
        longer.set(this.ids);
        this.ids = longer;
      }
      this.ids[this.size++] = id;
    }
    this.from[row + 1] = this.size;
  }

  done(): CodedSets {
    const ids = this.ids.slice(0, this.size);
    return { from: this.from, ids, values: this.values, counts: countsOf(ids, this.values.length) };
  }
}

/** The first number two rows have in common; 0 for none. */
export function shared({ from, ids }: CodedSets, a: number, b: number): number {
  const toA = from[a + 1] ?? 0;
  const toB = from[b + 1] ?? 0;
  for (let i = from[a] ?? 0; i < toA; i++) for (let j = from[b] ?? 0; j < toB; j++) if (ids[i] === ids[j]) return ids[i] ?? 0;
  return 0;
}

export function has({ from }: CodedSets, row: number): boolean {
  return (from[row + 1] ?? 0) > (from[row] ?? 0);
}
