// Small workbooks for the tests of engine and files.
import { type Area, type Book, type CellValue, ColumnRuns, newBook, newSheet, type SheetModel } from '../../../local/host/book';

/** Rows by sheet name; a text that begins with `=` is a formula, `null` an empty cell. */
export function bookOf(sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>): Book {
  const book = newBook({ owner: 'owner@example.com', locale: 'zh_CN', timeZone: 'Asia/Shanghai', name: '客户池' });
  book.sheets = [];
  book.nextSheetId = 0;
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = newSheet(book, name);
    book.sheets.push(sheet);
    rows.forEach((values, r) => {
      values.forEach((value, c) => {
        put(sheet, r + 1, c + 1, value);
      });
    });
  }
  return book;
}

export function put(sheet: SheetModel, row: number, column: number, value: CellValue): void {
  while (sheet.cells.length < row) sheet.cells.push(undefined);
  const line = sheet.cells[row - 1] ?? [];
  sheet.cells[row - 1] = line;
  while (line.length < column) line.push(null);
  sheet.formulas.get(row)?.delete(column);
  const isFormula = typeof value === 'string' && value.startsWith('=');
  line[column - 1] = isFormula ? null : value;
  if (!isFormula) return;
  const formulas = sheet.formulas.get(row) ?? new Map<number, string>();
  sheet.formulas.set(row, formulas.set(column, value));
}

export function sheetOf(book: Book, name: string): SheetModel {
  const sheet = book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

export function area(sheet: SheetModel, row: number, column: number, rows = 1, columns = 1): Area {
  return { sheetId: sheet.id, row, column, rows, columns };
}

/** Gives every column of an area the same style or rule. */
export function spread<T>(map: Map<number, ColumnRuns<T>>, { row, column, rows, columns }: Area, value: T | null): void {
  for (let c = column; c < column + columns; c++) {
    const runs = map.get(c) ?? new ColumnRuns<T>();
    runs.set(row, rows, value);
    map.set(c, runs);
  }
}
