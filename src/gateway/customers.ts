// Customers as search, card and form read them: many rows in one read, one row in few.
import { a1 } from '../domain/plan/index';
import type { ColumnTexts, SearchTable } from '../domain/search/match';
import type { CustomerKey } from '../template/customers';
import { workbook } from '../template/index';
import type { Run } from './run';
import { cellReader, FIRST_ROW, readHead, requireSheet } from './table';

const inOrder = Object.keys(workbook.sheets.customers.columns);

/** The columns up to some width, as they were read from the left on. */
interface LeftPart extends SearchTable {
  /**
   * The same with what stands right of it, up to a width: two service reads, none where it is as wide, and three where somebody sorted,
   * inserted or removed rows since it was read.
   */
  widened(width: number): LeftPart;
  has(key: string): boolean;
}

/**
 * The left part of the sheet down to its last row, as far as the wanted columns reach: one service read where they stand as shipped, up to
 * four more where somebody moved one beyond. Cells are turned into texts when they are asked for: most never are.
 * @param known what was read before: only what stands right of it is read
 */
export function readForSearch(run: Run, wanted: readonly string[], known: LeftPart = new Texts(run, [])): LeftPart {
  const table = known.widened(Math.max(...wanted.map((key) => inOrder.indexOf(key))) + 1);
  if (wanted.every((key) => table.has(key))) return table;
  const head = readHead(run, 'customers').columns;
  return table.widened(Math.max(...wanted.map((key) => head.get(key) ?? -1)) + 1);
}

type Grid = readonly (readonly unknown[])[];

/** Tells whether rows stand as they stood. */
const ID = 'customer_id' satisfies CustomerKey;

/** Whole columns in one service read; `left` is 0-based. */
function gridAt(run: Run, left: number, columns: number): Grid {
  const place = a1({ row: 1, column: left + 1, rows: null, columns });
  return requireSheet(run, 'customers').getRange(place).getValues() as unknown[][];
}

class Texts implements LeftPart {
  readonly rows: number;
  readonly own: readonly string[];
  private readonly keys: readonly string[];
  private readonly cell: ReturnType<typeof cellReader>;
  private readonly run: Run;
  private readonly parts: readonly Grid[];

  /** @param parts from the left on, each with its rows of keys and labels */
  constructor(run: Run, parts: readonly Grid[]) {
    this.run = run;
    this.parts = parts;
    this.keys = parts.flatMap((part) => (part[0] ?? []).map(String));
    this.own = this.keys.filter((key) => key.startsWith('u_'));
    this.rows = Math.max(0, (parts[0]?.length ?? 0) - FIRST_ROW + 1);
    this.cell = cellReader(run);
  }

  has(key: string): boolean {
    return this.keys.includes(key);
  }

  widened(width: number): LeftPart {
    const left = this.keys.length;
    if (width <= left) return this;
    const wider = new Texts(this.run, [...this.parts, gridAt(this.run, left, width - left)]);
    // Read apart, the two parts are of the same rows only if these stand as they did.
    return left === 0 || this.isStanding() ? wider : new Texts(this.run, [gridAt(this.run, 0, width)]);
  }

  private isStanding(): boolean {
    const id = this.grid(ID);
    if (id === null) return false;
    const [known, at] = id;
    const now = gridAt(this.run, this.keys.indexOf(ID), 1);
    return now.length === known.length && now.every(([cell], row) => cell === known[row]?.[at]);
  }

  /** Where a column stands: its part, and its 0-based place there. */
  private grid(key: string): readonly [Grid, number] | null {
    let at = this.keys.indexOf(key);
    if (at < 0) return null;
    let of = 0;
    for (; at >= (this.parts[of]?.[0]?.length ?? 0); of++) at -= this.parts[of]?.[0]?.length ?? 0;
    return [this.parts[of] ?? [], at];
  }

  column(key: string): ColumnTexts {
    const found = this.grid(key);
    if (found === null) return () => '';
    const [part, at] = found;
    return (row) => {
      const value = part[FIRST_ROW - 1 + row]?.[at];
      return typeof value === 'string' ? value : String(this.cell(value) ?? '');
    };
  }
}
