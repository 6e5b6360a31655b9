// What people do in the grid: typing, pasting, rows and columns, sorting; refused or followed by events as in Sheets.
import { parseRange } from './a1';
import { type Area, type CellValue, newSheet, type SheetModel } from './book';
import { clearCells, lastRow, putRule, putStyle, valueAt } from './cells';
import { Refused, ServiceError } from './errors';
import { type EditEvent, fireChange, fireEdit, fireFormSubmit } from './events';
import { dropFilter, hideValues, refilter } from './filter';
import { deletionRefusalOf, refusalOf, sheetRefusalOf } from './permission';
import { sortCells } from './sort';
import {
  columnLossRefusal,
  deleteColumns,
  deleteRows,
  insertColumns,
  insertRows,
  lastSheetRefusal,
  nameRefusal,
  overlap,
  removeSheet,
  renameSheet,
  rowLossRefusal,
} from './structure';
import { UndoSteps, type Way } from './undo';
import type { World } from './world';
import { pack, putParcel, writeInputs } from './write';

/** A value as a person types it: text is read by Sheets; `null` or `''` empties the cell. */
export type Typing = string | number | boolean | null;

export class People {
  readonly world: World;
  /** Events of acts done at once; null while each act is followed by its events. */
  private queue: (() => void)[] | null = null;
  private steps = new UndoSteps();

  constructor(world: World) {
    this.world = world;
  }

  /** Types into one cell. @throws Refused by protection or a strict rule */
  edit(address: string, value: Typing): void {
    const { sheet, area } = this.place(address);
    if (area.rows * area.columns !== 1) throw new Error(`edit types into one cell, not ${address}; use paste`);
    this.allowed(refusalOf(this.world.book, sheet, area, this.world.acting));
    this.steps.remember(this.world.acting, { sheet, area });
    this.rewritten(sheet, area, () => {
      try {
        this.write(sheet, area, () => value, true);
      } catch (refused) {
        this.steps.forget(this.world.acting);
        throw refused;
      }
    });
  }

  /**
   * Pastes over a rectangle. Cells of another program bring looks of their own, here none, and take looks and rules away;
   * `valuesOnly` leaves both, and so does plain text, which is then read as typed: a text column keeps it as it is.
   * What a strict rule forbids gets in this way (platform.md §5). Several cells: the event has no value.
   */
  paste(address: string, rows: readonly (readonly Typing[])[], { valuesOnly = false } = {}): void {
    const { sheet, area: corner } = this.place(address);
    const area = { ...corner, rows: rows.length, columns: Math.max(...rows.map((row) => row.length)) };
    this.allowed(refusalOf(this.world.book, sheet, area, this.world.acting));
    this.makeRoom(sheet, area);
    this.steps.remember(this.world.acting, { sheet, area });
    if (!valuesOnly) {
      putStyle(sheet, area, null);
      putRule(sheet, area, null);
    }
    this.write(sheet, area, (row, column) => rows[row]?.[column] ?? null, false);
    this.arrived(sheet, area);
  }

  /** The Delete key: contents go, looks and rules stay. */
  clear(address: string): void {
    const { sheet, area } = this.place(address);
    this.allowed(refusalOf(this.world.book, sheet, area, this.world.acting));
    const before = valueAt(sheet, area.row, area.column);
    this.steps.remember(this.world.acting, { sheet, area });
    clearCells(sheet, area);
    const single = area.rows * area.columns === 1 && before !== null;
    this.edited(single ? { area, oldValue: spoken(before) } : { area });
  }

  /**
   * Copies cells over others, tiled over a larger place: contents, looks and rules. Several cells: the event has no value.
   * @param cut empties where they came from, unless the places overlap
   */
  copy(from: string, to: string, { cut = false, valuesOnly = false } = {}): void {
    const { book, acting } = this.world;
    const source = this.place(from);
    const { sheet, area: corner } = this.place(to);
    const rows = Math.max(source.area.rows, corner.rows);
    const columns = Math.max(source.area.columns, corner.columns);
    const area = { ...corner, rows, columns };
    this.allowed(refusalOf(book, sheet, area, acting));
    if (cut) this.allowed(refusalOf(book, source.sheet, source.area, acting));
    this.makeRoom(sheet, area);
    const parcel = pack(source.sheet, source.area);
    const empties = cut && (source.sheet !== sheet || !overlap(source.area, area));
    this.steps.remember(acting, { sheet, area }, ...(empties ? [source] : []));
    const carried = valuesOnly
      ? ({ values: true } as const)
      : ({ values: true, formulas: true, looks: true, rules: true } as const);
    putParcel(sheet, area, parcel, source.area, carried);
    if (empties) {
      clearCells(source.sheet, source.area);
      this.edited({ area: source.area });
    }
    this.arrived(sheet, area);
  }

  /** Nothing done so far can be undone any more. */
  protected forgetEdits(): void {
    this.steps = new UndoSteps();
  }

  /** Ctrl+Z: the cells of this person's last edit get back what they held. @returns where that was; null when nothing is left */
  undo(): Area | null {
    return this.goBack('done');
  }

  /** Ctrl+Y: what was undone last is done again, unless something was edited since. @returns as {@link undo} */
  redo(): Area | null {
    return this.goBack('undone');
  }

  private goBack(way: Way): Area | null {
    const { book, acting } = this.world;
    const step = this.steps.take(way, acting, book.sheets);
    if (step === null) return null;
    for (const { sheet, area } of step) this.allowed(refusalOf(book, sheet, area, acting));
    this.steps.turn(way, acting, step);
    for (const { sheet, area, before } of step) {
      const back = () => putParcel(sheet, area, before, area, { values: true, formulas: true, looks: true, rules: true });
      if (area.rows * area.columns === 1) this.rewritten(sheet, area, back);
      else {
        back();
        this.edited({ area });
      }
    }
    return step[0].area;
  }

  /** Turns the basic filter over a range on; a sheet has one. */
  makeFilter(address: string): void {
    const { sheet, area } = this.place(address);
    this.allowed(sheetRefusalOf(this.world.book, sheet, this.world.acting));
    dropFilter(sheet);
    sheet.filter = area;
  }

  /** Hides the filter's rows whose cells in a column (1-based) show one of the texts; none shows all again. No script is told. */
  filter(sheetName: string, column: number, texts: readonly string[]): void {
    const sheet = this.changeable(sheetName);
    this.world.show(sheet);
    hideValues(this.world.book, sheet, column, texts);
  }

  /** Rows above `before`; they look like that row. */
  insertRows(sheetName: string, before: number, count = 1): void {
    const sheet = this.changeable(sheetName);
    insertRows(this.world.book, sheet, before, count, 'after');
    this.changed('INSERT_ROW');
  }

  deleteRows(sheetName: string, row: number, count = 1): void {
    const sheet = this.sheet(sheetName);
    const area = { row, rows: count, column: 1, columns: sheet.maxColumns };
    this.allowed(rowLossRefusal(sheet, row, count));
    this.allowed(deletionRefusalOf(this.world.book, sheet, area, this.world.acting));
    deleteRows(this.world.book, sheet, row, count);
    this.changed('REMOVE_ROW');
  }

  insertColumns(sheetName: string, before: number, count = 1): void {
    const sheet = this.changeable(sheetName);
    insertColumns(this.world.book, sheet, before, count, 'after');
    this.changed('INSERT_COLUMN');
  }

  deleteColumns(sheetName: string, column: number, count = 1): void {
    const sheet = this.sheet(sheetName);
    const area = { row: 1, rows: sheet.maxRows, column, columns: count };
    this.allowed(columnLossRefusal(sheet, column, count));
    this.allowed(deletionRefusalOf(this.world.book, sheet, area, this.world.acting));
    deleteColumns(this.world.book, sheet, column, count);
    this.changed('REMOVE_COLUMN');
  }

  insertSheet(name: string): void {
    const { book } = this.world;
    this.allowed(nameRefusal(book, name));
    const sheet = newSheet(book, name);
    this.allowed(sheetRefusalOf(book, sheet, this.world.acting));
    book.sheets.push(sheet);
    this.changed('INSERT_GRID');
  }

  deleteSheet(sheetName: string): void {
    const sheet = this.sheet(sheetName);
    const area = { row: 1, rows: sheet.maxRows, column: 1, columns: sheet.maxColumns };
    this.allowed(deletionRefusalOf(this.world.book, sheet, area, this.world.acting));
    this.allowed(lastSheetRefusal(this.world.book, sheet));
    removeSheet(this.world.book, sheet);
    this.changed('REMOVE_GRID');
  }

  renameSheet(sheetName: string, name: string): void {
    const sheet = this.changeable(sheetName);
    this.allowed(nameRefusal(this.world.book, name, sheet));
    renameSheet(this.world.book, sheet, name);
    this.changed('OTHER');
  }

  /** Turns a range into a Google table: scripts may write its cells, not change their looks or rules. */
  makeTable(address: string): void {
    this.world.tables.push(this.place(address).area);
  }

  /** A linked form's response arrives: a row below the last one, by nobody's hand, so protection does not matter. */
  submitForm(sheetName: string, values: readonly string[]): void {
    const { world } = this;
    const sheet = this.sheet(sheetName);
    const row = lastRow(sheet) + 1;
    if (row > sheet.maxRows) insertRows(world.book, sheet, row, 1, 'before');
    const area = { sheetId: sheet.id, row, column: 1, rows: 1, columns: values.length };
    this.write(sheet, area, (_, column) => values[column] ?? null, false);
    world.touch();
    const titles = values.map((_, i) => String(valueAt(sheet, 1, i + 1) ?? ''));
    this.follow(() => fireFormSubmit(world, area, titles, values));
  }

  /** Sorts the rows of a range by one of its columns (1-based in the sheet). */
  sort(address: string, column: number, ascending = true): void {
    const { sheet, area } = this.place(address);
    this.allowed(refusalOf(this.world.book, sheet, area, this.world.acting));
    sortCells(sheet, area, [{ column, ascending }]);
    refilter(this.world.book, sheet);
    this.changed('OTHER');
  }

  /** Acts faster than the script can follow: of their events only as many fire as Google queues, the rest are lost. */
  burst(acts: () => void): void {
    this.queue ??= [];
    try {
      acts();
    } finally {
      const waiting = this.queue;
      this.queue = null;
      for (const fire of waiting.slice(0, this.world.limits.editQueue)) fire();
    }
  }

  /** A range by address with its sheet, as somebody sees it: `Customers!C3`. */
  place(address: string): { sheet: SheetModel; area: Area } {
    const found = parseRange(address, (name) => {
      const sheet = this.world.book.sheets.find((one) => one.name === name);
      return sheet === undefined ? null : { rows: sheet.maxRows, columns: sheet.maxColumns };
    });
    if (found === null) throw new Error(`No such range: ${address}`);
    const sheet = this.sheet(found.sheet ?? '');
    this.world.show(sheet);
    const { row, column, rows, columns } = found;
    return { sheet, area: { sheetId: sheet.id, row, column, rows, columns } };
  }

  /** A block that reaches over the sheet's edges makes the sheet larger. */
  private makeRoom(sheet: SheetModel, { row, column, rows, columns }: Area): void {
    const below = row + rows - 1 - sheet.maxRows;
    const beside = column + columns - 1 - sheet.maxColumns;
    if (below > 0) insertRows(this.world.book, sheet, sheet.maxRows + 1, below, 'before');
    if (beside > 0) insertColumns(this.world.book, sheet, sheet.maxColumns + 1, beside, 'before');
  }

  private sheet(name: string): SheetModel {
    const sheet = this.world.book.sheets.find((one) => one.name === name);
    if (sheet === undefined) throw new Error(`No such sheet: ${name}`);
    return sheet;
  }

  private changeable(name: string): SheetModel {
    const sheet = this.sheet(name);
    this.allowed(sheetRefusalOf(this.world.book, sheet, this.world.acting));
    return sheet;
  }

  private allowed(refusal: string | null): void {
    if (refusal !== null) throw new Refused(refusal);
  }

  private write(sheet: SheetModel, area: Area, of: (row: number, column: number) => unknown, strict: boolean): void {
    try {
      writeInputs(this.world, sheet, area, of, { strict });
    } catch (error) {
      throw error instanceof ServiceError ? new Refused(error.message) : error;
    }
  }

  /** One cell is written; the event says what was there and what is. */
  private rewritten(sheet: SheetModel, area: Area, write: () => void): void {
    const { world } = this;
    const before = valueAt(sheet, area.row, area.column);
    write();
    world.touch();
    world.show(sheet);
    const after = valueAt(sheet, area.row, area.column);
    this.edited({ area, ...(after !== null && { value: spoken(after) }), ...(before !== null && { oldValue: spoken(before) }) });
  }

  /** Cells were pasted: of a single one the event says what it holds now. */
  private arrived(sheet: SheetModel, area: Area): void {
    const isOne = area.rows * area.columns === 1;
    this.world.touch();
    if (isOne) this.world.show(sheet);
    const single = isOne ? valueAt(sheet, area.row, area.column) : null;
    this.edited(single === null ? { area } : { area, value: spoken(single) });
  }

  private edited(event: EditEvent): void {
    const { world } = this;
    const user = world.acting;
    world.touch();
    this.follow(() => {
      fireEdit(world, user, event);
      fireChange(world, user, 'EDIT');
    });
  }

  private changed(changeType: string): void {
    const { world } = this;
    const user = world.acting;
    world.touch();
    this.follow(() => fireChange(world, user, changeType));
  }

  private follow(fire: () => void): void {
    if (this.queue === null) fire();
    else this.queue.push(fire);
  }
}

/** Values in events are text; dates come as serial numbers. */
function spoken(value: CellValue): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value === null ? '' : typeof value === 'object' ? value.error : String(value);
}
