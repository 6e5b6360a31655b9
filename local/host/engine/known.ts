// Answers the engine gave before, by all they were computed from: workbooks that are taken back and made again ask the same once more.
import type { Book, CellValue } from '../book';

/** Rows of a column that formulas read; both ends included. */
export interface Wanted {
  readonly sheetId: number;
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/** Above this, looking at every cell takes as long as computing. */
const MOST_CELLS = 100_000;
const MOST_ANSWERS = 2_000;

/** Values of formula cells by what stands for their formulas and for all the cells those read. */
export class Answers {
  private readonly values = new Map<string, readonly CellValue[]>();
  private readonly ids = new Map<string, number>();
  private given = 0;

  known(key: string): readonly CellValue[] | null {
    return this.values.get(key) ?? null;
  }

  learn(key: string, values: readonly CellValue[]): void {
    if (this.values.size >= MOST_ANSWERS) this.values.clear();
    this.values.set(key, values);
  }

  /** A number for a text: the same one for long, never that of another. */
  idOf(text: string): number {
    if (this.ids.size >= MOST_ANSWERS) this.ids.clear();
    const id = this.ids.get(text) ?? ++this.given;
    this.ids.set(text, id);
    return id;
  }
}

/** A sum of 64 bits over all cells seen; only those that changed since the last look are reckoned again. */
export class Fingerprint {
  private readonly seen = new Map<string, CellValue[]>();
  private high = 0;
  private low = 0;

  /** @returns what stands for the content of the columns, the cells of formulas apart; null when they are too many */
  of(book: Book, wanted: readonly Wanted[]): string | null {
    const sheets = new Map(book.sheets.map((sheet) => [sheet.id, sheet]));
    const rows = wanted.map(({ sheetId, last }) => Math.min(last, sheets.get(sheetId)?.cells.length ?? 0));
    if (rows.reduce((sum, each) => sum + each, 0) > MOST_CELLS) return null;
    for (const { sheetId, column, first, last } of wanted) {
      const { cells = [], formulas = null } = sheets.get(sheetId) ?? {};
      const key = `${sheetId} ${column}`;
      const seen = this.seen.get(key) ?? [];
      this.seen.set(key, seen);
      const end = Math.min(last, Math.max(cells.length, seen.length));
      for (let row = first; row <= end; row++) {
        const computed = formulas?.get(row)?.has(column) === true;
        const value = computed ? null : (cells[row - 1]?.[column - 1] ?? null);
        const before = seen[row - 1] ?? null;
        if (value === before) continue;
        this.add(sheetId, column, row, before, -1);
        this.add(sheetId, column, row, value, 1);
        while (seen.length < row) seen.push(null);
        seen[row - 1] = value;
      }
    }
    return `${this.high} ${this.low}`;
  }

  private add(sheetId: number, column: number, row: number, value: CellValue, sign: 1 | -1): void {
    if (value === null) return;
    const isText = typeof value === 'string';
    const text = isText ? value : typeof value === 'object' ? `error ${value.error}` : `${typeof value} ${value}`;
    let high = Math.imul(Math.imul(0xdeadbeef ^ sheetId, 2654435761) ^ column, 2654435761) ^ row;
    let low = Math.imul(Math.imul(0x41c6ce57 ^ sheetId, 1597334677) ^ column, 1597334677) ^ row;
    for (let i = isText ? 0 : -1; i < text.length; i++) {
      // A text that says what something else is written as here is not that.
      const unit = i < 0 ? 0x10000 : text.charCodeAt(i);
      high = Math.imul(high ^ unit, 2654435761);
      low = Math.imul(low ^ unit, 1597334677);
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    this.high = (this.high + sign * high) | 0;
    this.low = (this.low + sign * low) | 0;
  }
}
