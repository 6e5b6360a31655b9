// Tables as acts see them: rows of cells, where each column stands, and what a row is known by.
import { type SheetKey, workbook } from '../../template/index';
import type { Cell, TableTemplate } from '../../template/types';

export interface Rows {
  /** 0-based position by column key. */
  readonly columns: ReadonlyMap<string, number>;
  /** Position of the first cell of {@link rows}; 0 unless only a part was read. */
  readonly left: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** The cell of a row by column key; `null` where it is empty or the sheet has no such column. */
export function cellAt(table: Rows, row: number, key: string): Cell {
  const at = table.columns.get(key);
  return at === undefined ? null : (table.rows[row]?.[at - table.left] ?? null);
}

/** As {@link cellAt}, for those who ask it of every row. */
export function columnOf(table: Rows, key: string): (row: number) => Cell {
  const at = table.columns.get(key);
  if (at === undefined) return () => null;
  const from = at - table.left;
  return (row) => table.rows[row]?.[from] ?? null;
}

export function textAt(table: Rows, row: number, key: string): string {
  const cell = cellAt(table, row, key);
  return cell === null ? '' : String(cell);
}

/** A row's filled cells by column key, the user's own columns among them; an unticked box counts as empty. */
export function filledCells(table: Rows, row: number): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  for (const key of table.columns.keys()) {
    const cell = cellAt(table, row, key);
    if (cell !== null && cell !== false) cells[key] = cell;
  }
  return cells;
}

/** The column a table's records are known by: its id, else its first unique required column; `null` when it has neither. */
export function idColumnOf(sheet: SheetKey): string | null {
  const columns = Object.entries(tableColumns(sheet));
  const found =
    columns.find(([, column]) => column.kind === 'id' && column.unique) ??
    columns.find(([, column]) => column.unique && column.required);
  return found?.[0] ?? null;
}

/** A sheet's declared columns; none for a page. */
export function tableColumns(sheet: SheetKey): TableTemplate['columns'] {
  const template: TableTemplate | { readonly shape: 'page' } = workbook.sheets[sheet];
  return template.shape === 'table' ? template.columns : {};
}

/** The ids of a table's rows; `null` for a row without, and for every row of a table that has none. */
export function idsOf(sheet: SheetKey, table: Rows): Cell[] {
  const key = idColumnOf(sheet);
  return table.rows.map((_, row) => (key === null ? null : cellAt(table, row, key)));
}

/** What a row stands below, as `PlacedRow` keeps it; nothing where the row above has no id. */
export function rowAbove(ids: readonly Cell[], row: number): { readonly above?: string } {
  if (row === 0) return { above: '' };
  const above = ids[row - 1] ?? null;
  return above === null ? {} : { above: String(above) };
}

/**
 * What each row is known by: its id; a row without one, or with one that stands twice, by its place: `@` and its 0-based number
 * among the data rows.
 */
export function tokensOf(ids: readonly Cell[]): string[] {
  const seen = new Map<string, number>();
  for (const id of ids) seen.set(String(id ?? ''), (seen.get(String(id ?? '')) ?? 0) + 1);
  return ids.map((id, row) => {
    const text = String(id ?? '');
    return text !== '' && seen.get(text) === 1 ? text : `@${row}`;
  });
}

/** Sorts ids as they were given: `C-1000000` after `C-999999`. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
