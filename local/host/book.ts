// The workbook of the local host as plain data: what Apps Script classes, formula engine and .xlsx file share.

/** A formula's error value, e.g. `#NAME?`. */
export interface CellError {
  readonly error: string;
}

/** What a cell holds: dates are serial numbers (days since 1899-12-30) whose number format makes them dates. */
export type CellValue = string | number | boolean | CellError | null;

export interface CellStyle {
  readonly numberFormat: string;
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly fontWeight: 'normal' | 'bold';
  readonly fontStyle: 'normal' | 'italic';
  readonly fontLine: 'none' | 'underline' | 'line-through';
  readonly fontSize: number;
  readonly fontFamily: string;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrapStrategy: 'OVERFLOW' | 'WRAP' | 'CLIP';
  /** `top,right,bottom,left` as `#rrggbb` or null. */
  readonly borders: readonly [string | null, string | null, string | null, string | null];
}

/** One data validation rule; criteria by the names of SpreadsheetApp.DataValidationCriteria. */
export interface ValidationModel {
  readonly criteria: string;
  /**
   * Strings, numbers, booleans, days as serial numbers, or a range as an {@link Area}. The formula of CUSTOM_FORMULA is written as for
   * row 1 of its column, so that one rule down a column is one object: in row r it reads translated by r - 1 rows.
   */
  readonly values: readonly unknown[];
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
  readonly showDropdown: boolean;
}

/** 1-based rectangle. */
export interface Area {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface ConditionalFormatModel {
  readonly areas: readonly Area[];
  /** By the names of SpreadsheetApp.BooleanCriteria. */
  readonly criteria: string;
  /** Formulas are written as for the top left cell of the first area. */
  readonly values: readonly unknown[];
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly underline: boolean | null;
  readonly strikethrough: boolean | null;
}

export interface ProtectionModel {
  readonly id: string;
  readonly type: 'RANGE' | 'SHEET';
  /** Moves with inserted and deleted rows; `null` area of a sheet protection. */
  area: Area | null;
  sheetId: number;
  description: string;
  warningOnly: boolean;
  domainEdit: boolean;
  /** Lower-case addresses; the file's owner always passes. */
  editors: string[];
  unprotected: Area[];
}

export interface ChartModel {
  readonly id: number;
  type: string;
  ranges: Area[];
  options: Record<string, unknown>;
  numHeaders: number;
  position: { row: number; column: number; offsetX: number; offsetY: number };
}

/**
 * Values along a column stored as runs, so that a rule over 50,000 rows costs one entry. Rows are 1-based; a run holds from its
 * start to the next one's.
 */
export class ColumnRuns<T> {
  private starts: number[] = [1];
  private values: (T | null)[] = [null];

  at(row: number): T | null {
    return this.values[this.find(row)] ?? null;
  }

  /** Sets `rows` rows from `row` on; equal neighbours are joined. */
  set(row: number, rows: number, value: T | null): void {
    if (rows <= 0) return;
    this.cut(row);
    this.cut(row + rows);
    const from = this.find(row);
    const to = this.find(row + rows);
    this.starts.splice(from, to - from, row);
    this.values.splice(from, to - from, value);
    this.join(from);
  }

  /** Rows inserted before `row`; they take the value of the row above when `inherit`, else of the row below. */
  insert(row: number, rows: number, inherit: boolean): void {
    const value = this.at(inherit && row > 1 ? row - 1 : row);
    this.cut(row);
    const from = this.find(row);
    for (let i = from; i < this.starts.length; i++) this.starts[i] = (this.starts[i] ?? 1) + rows;
    if (from === 0) {
      this.starts.unshift(1);
      this.values.unshift(value);
    } else {
      this.starts.splice(from, 0, row);
      this.values.splice(from, 0, value);
    }
    this.join(from);
  }

  remove(row: number, rows: number): void {
    this.cut(row);
    this.cut(row + rows);
    const from = this.find(row);
    const to = this.find(row + rows);
    this.starts.splice(from, to - from);
    this.values.splice(from, to - from);
    for (let i = from; i < this.starts.length; i++) this.starts[i] = (this.starts[i] ?? 1) - rows;
    this.join(from);
  }

  /** Runs that hold a value, top down, up to `lastRow`: `[firstRow, rows, value]`. */
  runs(lastRow: number): [number, number, T][] {
    const out: [number, number, T][] = [];
    for (let i = 0; i < this.starts.length; i++) {
      const start = this.starts[i] ?? 1;
      const value = this.values[i] ?? null;
      if (value === null || start > lastRow) continue;
      const end = Math.min((this.starts[i + 1] ?? lastRow + 1) - 1, lastRow);
      out.push([start, end - start + 1, value]);
    }
    return out;
  }

  /** The pieces of `rows` rows from `row` on, without gaps, `null` where nothing is set: `[firstRow, rows, value]`. */
  over(row: number, rows: number): [number, number, T | null][] {
    const out: [number, number, T | null][] = [];
    const end = row + rows;
    for (let i = this.find(row), from = row; from < end; i++) {
      const next = Math.min(this.starts[i + 1] ?? end, end);
      out.push([from, next - from, this.values[i] ?? null]);
      from = next;
    }
    return out;
  }

  /** Whether all rows hold the very same values. */
  equals(other: ColumnRuns<unknown> | undefined): boolean {
    if (other === undefined || other.starts.length !== this.starts.length) return false;
    return this.starts.every((start, i) => start === other.starts[i] && this.values[i] === other.values[i]);
  }

  copy(): ColumnRuns<T> {
    const twin = new ColumnRuns<T>();
    twin.starts = this.starts.slice();
    twin.values = this.values.slice();
    return twin;
  }

  private find(row: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if ((this.starts[mid] ?? 1) <= row) low = mid;
      else high = mid - 1;
    }
    return low;
  }

  private cut(row: number): void {
    const i = this.find(row);
    if (this.starts[i] === row) return;
    this.starts.splice(i + 1, 0, row);
    this.values.splice(i + 1, 0, this.values[i] ?? null);
  }

  private join(around: number): void {
    for (let i = Math.min(around + 1, this.starts.length - 1); i >= Math.max(1, around); i--) {
      if (this.values[i] === this.values[i - 1]) {
        this.starts.splice(i, 1);
        this.values.splice(i, 1);
      }
    }
  }
}

export interface SheetModel {
  readonly id: number;
  name: string;
  hidden: boolean;
  tabColor: string | null;
  maxRows: number;
  maxColumns: number;
  frozenRows: number;
  frozenColumns: number;
  hiddenGridlines: boolean;
  /** By 0-based row, then 0-based column; missing rows and cells are empty. Formula cells hold the last computed value. */
  cells: (CellValue[] | undefined)[];
  /** By 1-based row, then 1-based column; the text begins with `=` and uses `,`. */
  formulas: Map<number, Map<number, string>>;
  /** By 1-based column. Equal styles and rules are one object (interned), so that runs join by identity. */
  styles: Map<number, ColumnRuns<CellStyle>>;
  validations: Map<number, ColumnRuns<ValidationModel>>;
  notes: Map<number, Map<number, string>>;
  /** Pixels by 1-based column; 100 where missing. */
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  hiddenColumns: Set<number>;
  hiddenRows: Set<number>;
  merges: Area[];
  conditionalFormats: ConditionalFormatModel[];
  protections: ProtectionModel[];
  charts: ChartModel[];
  filter: Area | null;
  /** Texts the filter does not show, by 1-based column. No file keeps them. */
  hiddenValues: Map<number, ReadonlySet<string>>;
  /** Rows the filter hides; those a person hid himself are in `hiddenRows`. */
  filteredRows: Set<number>;
}

export interface Book {
  readonly id: string;
  name: string;
  /** As Google writes it, e.g. `zh_CN`, `en_US`. */
  locale: string;
  timeZone: string;
  owner: string;
  editors: string[];
  viewers: string[];
  sheets: SheetModel[];
  namedRanges: Map<string, Area>;
  nextSheetId: number;
  nextChartId: number;
  nextProtectionId: number;
}

/** `General` is Google's automatic format: what is typed decides how it shows. */
export const DEFAULT_STYLE: CellStyle = Object.freeze({
  numberFormat: 'General',
  background: null,
  fontColor: null,
  fontWeight: 'normal',
  fontStyle: 'normal',
  fontLine: 'none',
  fontSize: 10,
  fontFamily: 'Arial',
  horizontalAlignment: 'general',
  verticalAlignment: 'bottom',
  wrapStrategy: 'OVERFLOW',
  borders: Object.freeze([null, null, null, null]) as CellStyle['borders'],
});

const interned = new Map<string, unknown>();

/** The one object that stands for all equal styles or rules; key order counts, so build them by spread from a whole one. */
export function intern<T extends CellStyle | ValidationModel>(value: T): T {
  const key = JSON.stringify(value);
  const known = interned.get(key);
  if (known !== undefined) return known as T;
  interned.set(key, Object.freeze(value));
  return value;
}

/** A sheet as `insertSheet` makes it. It is not yet in `book.sheets`. */
export function newSheet(book: Book, name: string): SheetModel {
  return {
    id: book.nextSheetId++,
    name,
    hidden: false,
    tabColor: null,
    maxRows: 1000,
    maxColumns: 26,
    frozenRows: 0,
    frozenColumns: 0,
    hiddenGridlines: false,
    cells: [],
    formulas: new Map(),
    styles: new Map(),
    validations: new Map(),
    notes: new Map(),
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenColumns: new Set(),
    hiddenRows: new Set(),
    merges: [],
    conditionalFormats: [],
    protections: [],
    charts: [],
    filter: null,
    hiddenValues: new Map(),
    filteredRows: new Set(),
  };
}

/** A new spreadsheet with its one empty sheet, named as Google names it in the locale's language. */
export function newBook(of: { owner: string; locale: string; timeZone: string; name?: string; id?: string }): Book {
  const chinese = of.locale.startsWith('zh');
  const book: Book = {
    id: of.id ?? 'local-spreadsheet',
    name: of.name ?? (chinese ? '未命名电子表格' : 'Untitled spreadsheet'),
    locale: of.locale,
    timeZone: of.timeZone,
    owner: of.owner.toLowerCase(),
    editors: [],
    viewers: [],
    sheets: [],
    namedRanges: new Map(),
    nextSheetId: 0,
    nextChartId: 1,
    nextProtectionId: 1,
  };
  book.sheets.push(newSheet(book, chinese ? '工作表1' : 'Sheet1'));
  return book;
}
