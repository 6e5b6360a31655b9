// What the page shows of a workbook, as plain data: sheets, a window of cells as a sheet would draw it, mails.

import { lastColumn, lastRow, ruleAt, styleAt, valueAt } from '../host/cells';
import { cellKey, conditionalStyles } from '../host/conditional';
import { displayText } from '../host/display';
import type { CellStyle, CellValue, Host, SheetModel } from '../host/index';
import type { CellView, MailView, SheetView, StateView, StyleView, WindowView } from './wire';

/** Blank rows and columns drawn after the last filled ones, so that a sheet looks like one. */
const BLANK = { rows: 20, columns: 1 };

export function stateOf(host: Host, revision: number): StateView {
  const { book, outbox, now } = host;
  return {
    revision,
    title: book.name,
    now: now.replace('T', ' '),
    user: host.world.acting,
    people: [book.owner, ...book.editors],
    sheets: book.sheets.map(({ id, name, hidden, tabColor }) => ({ id, name, hidden, colour: tabColor })),
    outbox: outbox.map(({ subject, to, at }, id): MailView => ({ id, subject, to, at: at.replace('T', ' ') })),
  };
}

/** A sheet's shape: which rows and columns are drawn, how wide, how many stand still. */
export function sheetOf(host: Host, id: number): SheetView | null {
  const sheet = host.book.sheets.find((each) => each.id === id);
  if (sheet === undefined) return null;
  const rows = Math.min(sheet.maxRows, lastRow(sheet) + BLANK.rows);
  const width = Math.min(sheet.maxColumns, lastColumn(sheet) + BLANK.columns);
  const columns = [];
  for (let column = 1; column <= width; column++) {
    if (!sheet.hiddenColumns.has(column)) columns.push({ column, width: sheet.columnWidths.get(column) ?? 100 });
  }
  return {
    id,
    rows,
    hiddenRows: [...sheet.hiddenRows].filter((row) => row <= rows).sort((a, b) => a - b),
    heights: [...sheet.rowHeights].filter(([row]) => row <= rows),
    columns,
    frozenRows: sheet.frozenRows,
    frozenColumns: columns.filter(({ column }) => column <= sheet.frozenColumns).length,
    gridlines: !sheet.hiddenGridlines,
  };
}

/** Rows of a sheet, hidden columns left out; `row` is 1-based. */
export function windowOf(host: Host, shape: SheetView, row: number, rows: number): WindowView {
  const { world } = host;
  const sheet = world.sheetById(shape.id);
  const last = shape.columns[shape.columns.length - 1]?.column ?? 1;
  const area = { row, column: 1, rows: Math.max(0, Math.min(rows, shape.rows - row + 1)), columns: last };
  const over = conditionalStyles(host.book, sheet, area, world.formulaClock());
  const styles = new StyleTable();
  const lines: CellView[][] = [];
  for (let r = row; r < row + area.rows; r++) {
    lines.push(
      shape.columns.map(({ column }) => {
        const style = { ...styleAt(sheet, r, column), ...over.get(cellKey(r, column)) };
        return cellOf(sheet, r, column, styles.idOf(style, valueAt(sheet, r, column)), style.numberFormat, host.book.locale);
      }),
    );
  }
  return { sheet: shape.id, row, lines, styles: styles.list };
}

function cellOf(sheet: SheetModel, row: number, column: number, style: number, format: string, locale: string): CellView {
  const value = valueAt(sheet, row, column);
  const rule = ruleAt(sheet, row, column);
  if (rule?.criteria === 'CHECKBOX') return { text: value === true ? '☑' : '☐', style };
  const text = displayText(value, format, locale);
  const list = rule?.criteria.startsWith('VALUE_IN_') === true && rule.showDropdown;
  return list ? { text, style, list } : { text, style };
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
