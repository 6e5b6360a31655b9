// Arrays, objects and errors made inside the script's own context, so that its `instanceof` and ours agree (local-host.md §3).
import vm from 'node:vm';
import type { CellValue } from './book';

export interface Realm {
  /** @returns the same items in an array of the context */
  list<T>(items: Iterable<T>): T[];
  grid<T>(rows: number, columns: number, of: (row: number, column: number) => T): T[][];
  /**
   * Copies a rectangle of cells; `''` for blank, the text of an error. 0-based start.
   * @param band rows after which, and at the end, `seen` is told which of them are there: `last` is exclusive
   */
  values(
    cells: readonly (readonly CellValue[] | undefined)[],
    row: number,
    column: number,
    rows: number,
    columns: number,
    band: number,
    seen: (grid: unknown[][], first: number, last: number) => void,
  ): unknown[][];
  record(entries: Iterable<readonly [string, unknown]>): Record<string, unknown>;
  error(name: string, message: string): Error;
  isArray(value: unknown): boolean;
}

const source = new vm.Script(
  `({
    list(items) { const out = []; for (const item of items) out.push(item); return out; },
    grid(rows, columns, of) {
      const out = new Array(rows);
      for (let r = 0; r < rows; r++) {
        const line = new Array(columns);
        for (let c = 0; c < columns; c++) line[c] = of(r, c);
        out[r] = line;
      }
      return out;
    },
    values(cells, row, column, rows, columns, band, seen) {
      const out = new Array(rows);
      for (let first = 0; first < rows; first += band) {
        const last = Math.min(first + band, rows);
        for (let r = first; r < last; r++) {
          const line = new Array(columns);
          const from = cells[row + r];
          const have = from === undefined ? 0 : from.length - column;
          for (let c = 0; c < columns; c++) {
            const value = c < have ? from[column + c] : null;
            line[c] = value === null ? '' : typeof value === 'object' ? value.error : value;
          }
          out[r] = line;
        }
        seen(out, first, last);
      }
      return out;
    },
    record(entries) { const out = {}; for (const [key, value] of entries) out[key] = value; return out; },
    error(name, message) {
      const error = name === 'TypeError' ? new TypeError(message) : new Error(message);
      if (name !== 'TypeError') Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
      return error;
    },
    isArray(value) { return value instanceof Array; },
  })`,
  { filename: 'local-host-realm.js' },
);

export function openRealm(context: vm.Context): Realm {
  return source.runInContext(context) as Realm;
}
