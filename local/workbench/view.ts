// What the page shows of a sheet, as plain data: its shape, and windows of cells as a sheet would draw them.

import { lastRow, ruleAt, styleAt, valueAt } from '../host/cells';
import { cellKey, conditionalStyles, type Window } from '../host/conditional';
import { displayText } from '../host/display';
import type { Book, CellStyle, CellValue, Host, SheetModel } from '../host/index';
import { invalidCells } from '../host/invalid';
import { refusalOf } from '../host/permission';
import type { CellView, SheetView, StyleView, WindowView } from './grid-wire';
import { heightsOf, USUAL } from './heights';
import { tsvOf } from './tsv';

export function sheetOf(host: Host, id: number): SheetView | null {
  const sheet = host.world.book.sheets.find((each) => each.id === id);
  if (sheet === undefined) return null;
  const { filter } = sheet;
  return {
    id,
    rows: sheet.maxRows,
    columns: sheet.maxColumns,
    hiddenRows: runsOf(unseenRows(sheet)),
    hiddenColumns: [...sheet.hiddenColumns],
    usual: USUAL,
    heights: [...heightsOf(host.world.book, sheet)],
    widths: [...sheet.columnWidths],
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    gridlines: !sheet.hiddenGridlines,
    filter: filter && { ...filter, active: [...sheet.hiddenValues.keys()] },
  };
}

function unseenRows(sheet: SheetModel): Set<number> {
  return sheet.filter === null ? sheet.hiddenRows : new Set([...sheet.hiddenRows, ...sheet.filteredRows]);
}

function runsOf(rows: ReadonlySet<number>): [row: number, count: number][] {
  const runs: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[0] + last[1] === row) last[1] += 1;
    else runs.push([row, 1]);
  }
  return runs;
}

/** From the how manieth visible row or column on (0-based), and how many. */
export interface Slice {
  readonly from: number;
  readonly count: number;
}

/** Visible cells of a sheet, for the acting user's eyes. */
export function windowOf(host: Host, sheet: SheetModel, down: Slice, across: Slice): WindowView {
  const { world } = host;
  world.settle();
  const rows = visible(sheet.maxRows, unseenRows(sheet), down);
  const columns = visible(sheet.maxColumns, sheet.hiddenColumns, across);
  const windows = windowsOf(rows, columns);
  const over = conditionalStyles(world.book, sheet, windows, world.formulaClock());
  const invalid = invalidCells(world, sheet, windows);
  const styles = new StyleTable();
  const lines = rows.map((row) => ({
    row,
    cells: columns.map((column): CellView => {
      const own = styleAt(sheet, row, column);
      const value = valueAt(sheet, row, column);
      const key = cellKey(row, column);
      const note = sheet.notes.get(row)?.get(column);
      const one = { row, column, rows: 1, columns: 1 };
      return {
        ...contentOf(world.book, sheet, row, column),
        style: styles.idOf({ ...own, ...over.get(key) }, value),
        ...(note !== undefined && { note }),
        ...(refusalOf(world.book, sheet, one, world.acting) !== null && { locked: true }),
        ...(invalid.has(key) && { invalid: true }),
      };
    }),
  }));
  return { columns, lines, styles: styles.list };
}

/** The positions of a slice of what is not hidden. */
function visible(all: number, hidden: ReadonlySet<number>, { from, count }: Slice): number[] {
  const found: number[] = [];
  let passed = 0;
  for (let position = 1; position <= all && found.length < count; position++) {
    if (hidden.has(position)) continue;
    if (passed >= from) found.push(position);
    passed += 1;
  }
  return found;
}

/** Rows without gaps become one window each; the columns between the first and the last come along. */
function windowsOf(rows: readonly number[], columns: readonly number[]): Window[] {
  const [column] = columns;
  const last = columns[columns.length - 1];
  if (column === undefined || last === undefined) return [];
  return runsOf(new Set(rows)).map(([row, count]) => ({ row, rows: count, column, columns: last - column + 1 }));
}

function contentOf(book: Book, sheet: SheetModel, row: number, column: number): Pick<CellView, 'text' | 'check' | 'list'> {
  const value = valueAt(sheet, row, column);
  const rule = ruleAt(sheet, row, column);
  const text = displayText(value, styleAt(sheet, row, column).numberFormat, book.locale);
  if (rule?.criteria === 'CHECKBOX') return { text, check: rule.values.length > 0 ? value === rule.values[0] : value === true };
  return rule?.criteria.startsWith('VALUE_IN_') === true && rule.showDropdown ? { text, list: true } : { text };
}

/** What cells show, as the clipboard carries them: without the rows a filter hides, with those a person hid himself. */
export function textOf(host: Host, sheet: SheetModel, area: Window): string {
  const { world } = host;
  world.settle();
  const lines: string[][] = [];
  // Whole columns end with the content.
  const end = Math.max(area.row + 1, Math.min(area.row + area.rows, lastRow(sheet) + 1));
  for (let row = area.row; row < end; row++) {
    if (sheet.filter !== null && sheet.filteredRows.has(row)) continue;
    const cells: string[] = [];
    for (let column = area.column; column < area.column + area.columns; column++) {
      cells.push(contentOf(world.book, sheet, row, column).text);
    }
    lines.push(cells);
  }
  return tsvOf(lines);
}

/** Looks of cells, each said once. */
class StyleTable {
  readonly list: StyleView[] = [];
  private readonly known = new Map<string, number>();

  idOf(style: CellStyle, value: CellValue): number {
    const view: StyleView = {
      ground: style.background,
      ink: style.fontColor,
      bold: style.fontWeight === 'bold',
      italic: style.fontStyle === 'italic',
      line: style.fontLine,
      size: style.fontSize,
      align: alignOf(style, value),
      wrap: style.wrapStrategy === 'WRAP',
      borders: style.borders.some((colour) => colour !== null) ? style.borders : null,
    };
    const key = JSON.stringify(view);
    const id = this.known.get(key) ?? this.list.push(view) - 1;
    this.known.set(key, id);
    return id;
  }
}

/** Sheets puts figures right, truth values in the middle and text left where nobody said otherwise. */
function alignOf({ horizontalAlignment }: CellStyle, value: CellValue): StyleView['align'] {
  if (horizontalAlignment === 'left' || horizontalAlignment === 'right' || horizontalAlignment === 'center')
    return horizontalAlignment;
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null) ? 'center' : 'left';
}
