// Looks that are set once: headers and columns of tables, cells of pages.
import { a1, FIRST_ROW, runsOf, strokes } from '../domain/plan/index';
import type { PageStyle } from '../template/types';
import { type Acts, dataRows, type Op, type Site } from './apply-site';
import type { Sheet } from './run';

/** Pixels of rows and columns as Sheets makes them. */
const [ROW_HEIGHT, COLUMN_WIDTH] = [21, 100];

/** Points, as Sheets has it. */
const FONT_SIZE = 10;

export const lookActs: Acts<'dressColumns' | 'dressPage'> = { dressColumns, dressPage };

function dressColumns(site: Site, { sheet: key, column, columns, headOnly, clip }: Op<'dressColumns'>): void {
  const sheet = site.sheet(key);
  const head = sheet.getRange(FIRST_ROW - 1, column, 1, columns.length);
  const italic = columns.flatMap((one, i) => (one.italic ? [column + i] : []));
  if (columns.some(({ bold }) => bold)) head.setFontWeights([columns.map(({ bold }) => (bold ? 'bold' : 'normal'))]);
  if (columns.some(({ note }) => note !== '')) head.setNotes([columns.map(({ note }) => note)]);
  if (italic.length > 0) sheet.getRangeList(namesOf(italic, FIRST_ROW - 1, 1)).setFontStyle('italic');
  const heads: Paint[] = columns.map(({ ground, ink }) => ({ ground, ink }));
  if (headOnly) {
    paint(head, [heads]);
    return;
  }
  const rows = dataRows(site, key);
  const cells: Paint[] = columns.map((one) => one.cells ?? { ground: null, ink: null });
  if (site.isSmall(rows, columns.length)) {
    paint(sheet.getRange(FIRST_ROW - 1, column, rows + 1, columns.length), [heads, ...new Array<Paint[]>(rows).fill(cells)]);
  } else {
    paint(head, [heads]);
    paintColumns(sheet, column, cells, rows);
  }
  const widths = columns.map(({ width }) => width);
  setWidths(sheet, column, widths);
  if (clip) sheet.getRange(FIRST_ROW, column, rows, columns.length).setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
}

interface Paint {
  readonly ground: string | null;
  readonly ink: string | null;
}

function paint(range: GoogleAppsScript.Spreadsheet.Range, cells: readonly (readonly Paint[])[]): void {
  range.setBackgrounds(cells.map((line) => line.map(({ ground }) => ground)));
  range.setFontColors(cells.map((line) => line.map(({ ink }) => ink)));
}

/** Whole columns by paint, where cell by cell would be too much. */
function paintColumns(sheet: Sheet, first: number, cells: readonly Paint[], rows: number): void {
  for (const ground of new Set(cells.map((one) => one.ground))) {
    const columns = cells.flatMap((one, i) => (one.ground === ground ? [first + i] : []));
    const ink = cells[(columns[0] ?? first) - first]?.ink ?? null;
    if (ground !== null)
      sheet
        .getRangeList(namesOf(columns, FIRST_ROW, rows))
        .setBackground(ground)
        .setFontColor(ink);
  }
}

/** A1 names of whole columns, neighbours joined. */
function namesOf(columns: readonly number[], row: number, rows: number): string[] {
  return runsOf(columns).map(({ at, count }) => a1({ row, rows, column: at, columns: count }));
}

function setWidths(sheet: Sheet, first: number, widths: readonly number[]): void {
  for (const { at, count, value } of strokes(widths)) sheet.setColumnWidths(first + at, count, value);
}

type Styled = Op<'dressPage'>['cells'];

function dressPage(site: Site, { sheet: key, widths, heights, cells }: Op<'dressPage'>): void {
  const sheet = site.sheet(key);
  const columns = Object.keys(widths).map(Number);
  setWidths(
    sheet,
    1,
    Array.from({ length: Math.max(...columns) }, (_, i) => widths[i + 1] ?? COLUMN_WIDTH),
  );
  const tall = Object.keys(heights).map(Number);
  const lines = Array.from({ length: Math.max(0, ...tall) }, (_, i) => heights[i + 1] ?? ROW_HEIGHT);
  for (const { at, count, value } of strokes(lines)) sheet.setRowHeights(1 + at, count, value);
  const rows = Math.max(...cells.map(({ row }) => row));
  const width = Math.max(...cells.map(({ column }) => column));
  const grid = <V>(of: (style: PageStyle) => V, otherwise: V): V[][] => {
    const lines = Array.from({ length: rows }, () => new Array<V>(width).fill(otherwise));
    for (const { row, column, style } of cells) (lines[row - 1] as V[])[column - 1] = of(style);
    return lines;
  };
  const all = sheet.getRange(1, 1, rows, width);
  all.setBackgrounds(grid<string | null>(({ ground }) => ground ?? null, null));
  all.setFontColors(grid<string | null>(({ ink }) => ink ?? null, null));
  all.setFontWeights(grid<'bold' | 'normal'>(({ bold }) => (bold ? 'bold' : 'normal'), 'normal'));
  if (cells.some(({ style }) => style.align !== undefined)) {
    all.setHorizontalAlignments(grid<'left' | 'center' | 'right' | null>(({ align }) => align ?? null, null));
  }
  const list = (fits: (style: PageStyle) => boolean) => listOf(sheet, cells, fits);
  if (!site.fresh.has(key)) {
    all.setFontSize(FONT_SIZE);
    all.setFontStyle('normal');
    all.setWrapStrategy(SpreadsheetApp.WrapStrategy.OVERFLOW);
  }
  for (const size of new Set(cells.map(({ style }) => style.size ?? FONT_SIZE))) {
    if (size !== FONT_SIZE) list((style) => style.size === size)?.setFontSize(size);
  }
  list((style) => style.italic === true)?.setFontStyle('italic');
  list((style) => style.wrap === true)?.setWrap(true);
  const { SOLID } = SpreadsheetApp.BorderStyle;
  for (const line of new Set(cells.flatMap(({ style }) => style.lineAbove ?? []))) {
    list((style) => style.lineAbove === line)?.setBorder(true, null, null, null, null, null, line, SOLID);
  }
  for (const line of new Set(cells.flatMap(({ style }) => style.lineAround ?? []))) {
    list((style) => style.lineAround === line)?.setBorder(true, true, true, true, null, null, line, SOLID);
  }
}

/** The cells whose style fits, as one list; null when none does. */
function listOf(sheet: Sheet, cells: Styled, fits: (style: PageStyle) => boolean): GoogleAppsScript.Spreadsheet.RangeList | null {
  const fitting = cells.filter(({ style }) => fits(style)).map(({ row, column }) => a1({ row, column, rows: 1, columns: 1 }));
  return fitting.length > 0 ? sheet.getRangeList(fitting) : null;
}
