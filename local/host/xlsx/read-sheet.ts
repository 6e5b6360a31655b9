// One sheet of a read file: its head, its cells, and where which look stands.
import { type CellValue, ColumnRuns, type SheetModel } from '../book';
import { areaOf, areasOf } from './formulas';
import { type RowSink, readRows } from './read-rows';
import type { ReadStyles } from './read-styles';
import { CHARACTER_WIDTH } from './save';
import { child, childrenOf, type Element, isTrue, parseXml } from './xml';

/** The sheet's XML without its cells, and the bytes of the cells. */
export interface SplitSheet {
  readonly root: Element;
  readonly rows: Buffer;
}

export function splitSheet(part: Buffer): SplitSheet {
  const name = part.indexOf('sheetData');
  const open = part.lastIndexOf('<', name);
  const openEnd = part.indexOf('>', name);
  if (name < 0 || part[openEnd - 1] === '/'.charCodeAt(0)) return { root: parseXml(part), rows: Buffer.alloc(0) };
  const close = part.lastIndexOf('</', part.lastIndexOf('sheetData>'));
  const after = part.indexOf('>', close) + 1;
  const root = parseXml(part.toString('utf8', 0, open) + part.toString('utf8', after));
  return { root, rows: part.subarray(openEnd + 1, close) };
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
}

/** Runs of looks by number, one column's; rows come in ascending order. */
class LookRuns {
  private start = 0;
  private last = 0;
  private style = -1;
  readonly runs: [row: number, rows: number, style: number][] = [];

  add(row: number, style: number): void {
    if (style === this.style && row === this.last + 1) this.last = row;
    else {
      this.close();
      this.start = this.last = row;
      this.style = style;
    }
  }

  close(): void {
    if (this.start > 0) this.runs.push([this.start, this.last - this.start + 1, this.style]);
    this.start = 0;
  }
}

export interface ReadCells {
  /** Rows that are open on a protected sheet, by column. */
  readonly open: ReadonlyMap<number, ColumnRuns<true>>;
}

/** Fills the sheet from what was read, apart from rules, formats, protections, notes and charts. */
export function fillSheet(
  sheet: SheetModel,
  { root, rows }: SplitSheet,
  strings: readonly string[],
  styles: ReadStyles,
  least: Grid,
): ReadCells {
  const looks = new Map<number, LookRuns>();
  let lastRow = 0;
  let lastColumn = 0;
  const sink: RowSink = {
    value(row, column, value) {
      putValue(sheet, row, column, value);
    },
    formula(row, column, formula) {
      const line = sheet.formulas.get(row) ?? new Map<number, string>();
      sheet.formulas.set(row, line.set(column, formula));
    },
    look(row, column, style) {
      lastRow = Math.max(lastRow, row);
      lastColumn = Math.max(lastColumn, column);
      let runs = looks.get(column);
      if (!runs) {
        runs = new LookRuns();
        looks.set(column, runs);
      }
      runs.add(row, style);
    },
    height(row, pixels) {
      sheet.rowHeights.set(row, pixels);
      lastRow = Math.max(lastRow, row);
    },
    hidden(row) {
      sheet.hiddenRows.add(row);
      lastRow = Math.max(lastRow, row);
    },
  };
  readRows(rows, strings, sink);
  fitGrid(sheet, root, least, lastRow, lastColumn);
  const whole = readColumns(sheet, root);
  const open = new Map<number, ColumnRuns<true>>();
  for (let column = 1; column <= sheet.maxColumns; column++) {
    const own = looks.get(column);
    own?.close();
    const style = whole.get(column) ?? 0;
    const pieces = [[1, sheet.maxRows, style] as const, ...(own?.runs ?? [])];
    putRuns(sheet.styles, column, pieces, (id) => styles.cell(id));
    putRuns(open, column, pieces, (id) => (styles.isLocked(id) ? null : true));
  }
  readView(sheet, root);
  return { open };
}

function putValue(sheet: SheetModel, row: number, column: number, value: CellValue): void {
  let line = sheet.cells[row - 1];
  if (!line) {
    while (sheet.cells.length < row - 1) sheet.cells.push(undefined);
    sheet.cells[row - 1] = line = [];
  }
  while (line.length < column - 1) line.push(null);
  line[column - 1] = value;
}

function putRuns<T>(
  map: Map<number, ColumnRuns<T>>,
  column: number,
  pieces: readonly (readonly [row: number, rows: number, style: number])[],
  meaning: (style: number) => T | null,
): void {
  const runs = new ColumnRuns<T>();
  for (const [row, rows, style] of pieces) runs.set(row, rows, meaning(style));
  if (runs.runs(Number.MAX_SAFE_INTEGER).length > 0) map.set(column, runs);
}

function fitGrid(sheet: SheetModel, root: Element, least: Grid, lastRow: number, lastColumn: number): void {
  const [, far = 'A1'] = (child(root, 'dimension')?.attributes['ref'] ?? 'A1:A1').split(':');
  const extent = areaOf(far, () => undefined, {
    ...sheet,
    maxRows: Number.MAX_SAFE_INTEGER,
    maxColumns: Number.MAX_SAFE_INTEGER,
  });
  sheet.maxRows = Math.max(extent?.row ?? 1, lastRow, least.rows);
  sheet.maxColumns = Math.max(extent?.column ?? 1, lastColumn, least.columns);
}

/** @returns looks by number of columns as a whole */
function readColumns(sheet: SheetModel, root: Element): Map<number, number> {
  const styles = new Map<number, number>();
  for (const { attributes } of childrenOf(child(root, 'cols'), 'col')) {
    const last = Math.min(Number(attributes['max']), sheet.maxColumns);
    for (let column = Number(attributes['min']); column <= last; column++) {
      if (isTrue(attributes['customWidth']))
        sheet.columnWidths.set(column, Math.round(Number(attributes['width']) * CHARACTER_WIDTH));
      if (isTrue(attributes['hidden'])) sheet.hiddenColumns.add(column);
      if (attributes['style'] !== undefined) styles.set(column, Number(attributes['style']));
    }
  }
  return styles;
}

function readView(sheet: SheetModel, root: Element): void {
  const tab = child(root, 'sheetPr', 'tabColor')?.attributes['rgb'];
  if (tab) sheet.tabColor = `#${tab.slice(-6).toLowerCase()}`;
  const view = child(root, 'sheetViews', 'sheetView');
  const grid = view?.attributes['showGridLines'];
  sheet.hiddenGridlines = grid !== undefined && !isTrue(grid);
  const pane = child(view, 'pane')?.attributes;
  if (pane?.['state']?.startsWith('frozen')) {
    sheet.frozenRows = Number(pane['ySplit'] ?? 0);
    sheet.frozenColumns = Number(pane['xSplit'] ?? 0);
  }
  const filter = child(root, 'autoFilter')?.attributes['ref'];
  sheet.filter = filter ? (areasOf(filter, sheet)[0] ?? null) : null;
  sheet.merges = childrenOf(child(root, 'mergeCells'), 'mergeCell').flatMap(({ attributes }) =>
    areasOf(attributes['ref'] ?? '', sheet),
  );
}
