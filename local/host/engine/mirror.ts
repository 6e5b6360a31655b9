// The engine's copy of the cells that formulas read, brought up to date by comparison; the book need not report its changes.
import type { Model } from '@ironcalc/wasm';
import type { Book, CellValue, SheetModel } from '../book';
import { Fingerprint } from './known';
import { engineSheetName, type Span } from './parsed';
import { newModel, putFormula, putValue, readValue, reserve } from './wasm';

interface MirroredColumn {
  /** Rows that formulas read; the engine may hold more. */
  first: number;
  last: number;
  /** What the engine holds, by 0-based row. */
  readonly values: CellValue[];
}

interface Change {
  readonly sheetId: number;
  readonly index: number;
  readonly row: number;
  readonly number: number;
  readonly column: MirroredColumn;
  readonly value: CellValue;
}

interface MirroredSheet {
  readonly index: number;
  readonly name: string;
  readonly columns: Map<number, MirroredColumn>;
}

/** Cells that changed, as one run of rows a column: too many rather than too few. */
export class Touched {
  private readonly sheets = new Map<number, Map<number, [number, number]>>();

  get any(): boolean {
    return this.sheets.size > 0;
  }

  add(sheetId: number, row: number, column: number): void {
    const columns = this.sheets.get(sheetId) ?? new Map<number, [number, number]>();
    this.sheets.set(sheetId, columns);
    const run = columns.get(column);
    if (!run) columns.set(column, [row, row]);
    else {
      run[0] = Math.min(run[0], row);
      run[1] = Math.max(run[1], row);
    }
  }

  hits({ sheet, top, bottom, left, right }: Span): boolean {
    for (const [column, [first, last]] of this.sheets.get(sheet.id) ?? []) {
      if (column >= left && column <= right && first <= bottom && last >= top) return true;
    }
    return false;
  }
}

/** Sheet 0 of the engine is for questions asked away from any cell. */
const QUESTIONS = 0;

export class Mirror {
  private readonly model: Model = newModel();
  private readonly sheets = new Map<number, MirroredSheet>();
  private readonly fingerprint = new Fingerprint();
  private inputs = 0;

  constructor() {
    this.model.renameSheet(QUESTIONS, '~questions~');
  }

  free(): void {
    this.model.free();
  }

  /** Whether the engine's undo history, which cannot be switched off, has outgrown the cells: time for a new mirror. */
  get worn(): boolean {
    let cells = 0;
    for (const { columns } of this.sheets.values()) for (const { values } of columns.values()) cells += values.length;
    return this.inputs > 2 * cells + 500_000;
  }

  /** Whether the book's sheets still bear the names the engine knows them by. */
  fits(book: Book): boolean {
    const names = new Map(book.sheets.map((sheet) => [sheet.id, engineSheetName(sheet)]));
    for (const [id, { name }] of this.sheets) if (names.get(id) !== name) return false;
    return true;
  }

  /** Says that the cells of `span` are read from now on. */
  want({ sheet, top, bottom, left, right }: Span): void {
    for (let number = left; number <= right; number++) {
      const column = this.columnOf(sheet, number);
      column.first = Math.min(column.first, top);
      column.last = Math.max(column.last, bottom);
    }
  }

  /** What stands for all wanted cells as the book has them now, see {@link Fingerprint}. */
  print(book: Book): string | null {
    const wanted = [...this.sheets].flatMap(([sheetId, { columns }]) =>
      Array.from(columns, ([column, { first, last }]) => ({ sheetId, column, first, last })),
    );
    return this.fingerprint.of(book, wanted);
  }

  /** Hands over every wanted cell that differs from what the engine holds; formulas' own cells apart. */
  update(book: Book): Touched {
    const changes: Change[] = [];
    for (const sheet of book.sheets) {
      const mirrored = this.sheets.get(sheet.id);
      if (!mirrored) continue;
      for (const [number, column] of mirrored.columns) collectChanges(sheet, mirrored.index, number, column, changes);
    }
    const touched = new Touched();
    if (changes.length > 0) reserve(changes.length);
    for (const { sheetId, index, row, number, column, value } of changes) {
      putValue(this.model, index, row, number, value);
      hold(column, row, value);
      touched.add(sheetId, row, number);
    }
    this.settle(changes.length);
    return touched;
  }

  /** Computes formulas of cells and questions in one go and leaves only their values behind, so that the next go is short. */
  compute(cells: readonly CellFormula[], questions: readonly string[]): { cells: CellValue[]; questions: CellValue[] } {
    const places = [
      ...cells.map(({ sheet, row, column, text }) => ({ index: this.sheetOf(sheet).index, row, column, text })),
      ...questions.map((text, i) => ({ index: QUESTIONS, row: i + 1, column: 1, text })),
    ];
    for (const { index, row, column, text } of places) putFormula(this.model, index, row, column, text);
    this.model.evaluate();
    const values = places.map(({ index, row, column }) => readValue(this.model, index, row, column));
    places.forEach(({ index, row, column }, i) => {
      putValue(this.model, index, row, column, index === QUESTIONS ? null : (values[i] ?? null));
    });
    cells.forEach(({ sheet, row, column }, i) => {
      hold(this.columnOf(sheet, column), row, values[i] ?? null);
    });
    this.settle(2 * places.length);
    return { cells: values.slice(0, cells.length), questions: values.slice(cells.length) };
  }

  /** Empties the queue in which every input waits for the screens of other users. */
  private settle(inputs: number): void {
    if (inputs > 0) this.model.flushSendQueue();
    this.inputs += inputs;
  }

  private sheetOf(sheet: SheetModel): MirroredSheet {
    const known = this.sheets.get(sheet.id);
    if (known) return known;
    const made = { index: this.sheets.size + 1, name: engineSheetName(sheet), columns: new Map<number, MirroredColumn>() };
    this.model.newSheet();
    this.model.renameSheet(made.index, made.name);
    this.sheets.set(sheet.id, made);
    return made;
  }

  private columnOf(sheet: SheetModel, number: number): MirroredColumn {
    const { columns } = this.sheetOf(sheet);
    const known = columns.get(number);
    if (known) return known;
    const made = { first: Number.MAX_SAFE_INTEGER, last: 0, values: [] };
    columns.set(number, made);
    return made;
  }
}

/** A formula on its way to the engine, as the engine is to read it. */
export interface CellFormula {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function collectChanges(
  { id, cells, formulas }: SheetModel,
  index: number,
  number: number,
  column: MirroredColumn,
  out: Change[],
): void {
  const { first, values } = column;
  const last = Math.min(column.last, Math.max(cells.length, values.length));
  for (let row = first; row <= last; row++) {
    const value = cells[row - 1]?.[number - 1] ?? null;
    const held = values[row - 1] ?? null;
    if (value === held || sameError(value, held)) continue;
    if (formulas.size > 0 && formulas.get(row)?.has(number)) continue;
    out.push({ sheetId: id, index, row, number, column, value });
  }
}

function hold({ values }: MirroredColumn, row: number, value: CellValue): void {
  while (values.length < row - 1) values.push(null);
  values[row - 1] = value;
}

function sameError(a: CellValue, b: CellValue): boolean {
  return typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && a.error === b.error;
}
