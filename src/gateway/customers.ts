// Customers as search, card and form read them: many rows in one read, one row in few.
import { a1 } from '../domain/plan/index';
import type { ColumnTexts, SearchTable } from '../domain/search/match';
import { workbook } from '../template/index';
import type { Run } from './run';
import { cellReader, FIRST_ROW, readHead, requireSheet } from './table';

const inOrder = Object.keys(workbook.sheets.customers.columns);

/**
 * The left part of the sheet down to its last row, as far as the wanted columns reach: one service read where they stand as shipped, two
 * more where somebody moved one beyond. Cells are turned into texts when they are asked for: most never are.
 */
export function readForSearch(run: Run, wanted: readonly string[]): SearchTable {
  const sheet = requireSheet(run, 'customers');
  const read = (width: number) =>
    sheet.getRange(a1({ row: 1, column: 1, rows: null, columns: width })).getValues() as unknown[][];
  const first = read(Math.max(...wanted.map((key) => inOrder.indexOf(key))) + 1);
  const beyond = reachBeyond(run, first[0] ?? [], wanted);
  const grid = beyond === null ? first : read(beyond + 1);
  return new Texts(run, grid);
}

/** The 0-based position of the furthest wanted column, where some stand right of what was read; null: all there are were read. */
function reachBeyond(run: Run, keys: readonly unknown[], wanted: readonly string[]): number | null {
  if (wanted.every((key) => keys.includes(key))) return null;
  const head = readHead(run, 'customers').columns;
  const furthest = Math.max(...wanted.map((key) => head.get(key) ?? -1));
  return furthest < keys.length ? null : furthest;
}

class Texts implements SearchTable {
  readonly rows: number;
  readonly own: readonly string[];
  private readonly keys: readonly string[];
  private readonly grid: readonly (readonly unknown[])[];
  private readonly cell: ReturnType<typeof cellReader>;

  constructor(run: Run, grid: readonly (readonly unknown[])[]) {
    this.keys = (grid[0] ?? []).map(String);
    this.own = this.keys.filter((key) => key.startsWith('u_'));
    this.grid = grid.slice(FIRST_ROW - 1);
    this.rows = this.grid.length;
    this.cell = cellReader(run);
  }

  column(key: string): ColumnTexts {
    const at = this.keys.indexOf(key);
    if (at < 0) return () => '';
    return (row) => {
      const value = this.grid[row]?.[at];
      return typeof value === 'string' ? value : String(this.cell(value) ?? '');
    };
  }
}
