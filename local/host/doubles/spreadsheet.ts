// Spreadsheet, NamedRange and SpreadsheetApp: the one file that is open.
import { type Area, newSheet, type SheetModel } from '../book';
import { ServiceError } from '../errors';
import { Double, type EnumValue } from '../guard';
import { mayEditFile, VIEW_ONLY } from '../permission';
import { lastSheetRefusal, nameRefusal, removeSheet } from '../structure';
import type { World } from '../world';
import { FormatBuilderDouble } from './conditional';
import { makers } from './makers';
import { ProtectionDouble } from './protection';
import { RangeDouble } from './range';
import { RangeListDouble } from './range-list';
import { namedArea, type RangePlace } from './range-place';
import { UserDouble } from './session';
import { SheetDouble } from './sheet';
import { requireRoom } from './sheet-parts';
import { UiDouble } from './ui';
import { ValidationBuilderDouble } from './validation';

export class SpreadsheetDouble extends Double {
  readonly world: World;

  constructor(world: World) {
    super();
    this.world = world;
  }

  getId(): string {
    return this.world.book.id;
  }

  getName(): string {
    return this.world.book.name;
  }

  rename(name: string): void {
    requireEditor(this.world);
    this.world.book.name = String(name);
  }

  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.world.book.id}/edit`;
  }

  getSheets(): Double[] {
    return this.world.book.sheets.map((sheet) => new SheetDouble(this.world, sheet.id));
  }

  getNumSheets(): number {
    return this.world.book.sheets.length;
  }

  getSheetByName(name: string): Double | null {
    return sheetDouble(
      this.world,
      this.world.book.sheets.find((sheet) => sheet.name === String(name)),
    );
  }

  getSheetById(id: number): Double | null {
    return sheetDouble(
      this.world,
      this.world.book.sheets.find((sheet) => sheet.id === id),
    );
  }

  getActiveSheet(): Double {
    return new SheetDouble(this.world, activeSheet(this.world).id);
  }

  setActiveSheet(sheet: SheetDouble): SheetDouble {
    this.world.bringForward(sheet.id, null);
    return sheet;
  }

  getActiveRange(): Double | null {
    const { activeArea, book } = this.world;
    const open = activeArea !== null && book.sheets.some((sheet) => sheet.id === activeArea.sheetId);
    return open ? new RangeDouble(this.world, activeArea) : null;
  }

  setActiveRange(range: RangeDouble): RangeDouble {
    return range.activate();
  }

  getRange(name: string): Double {
    return new RangeDouble(this.world, namedArea(this.world, String(name), activeSheet(this.world)));
  }

  getRangeList(names: readonly string[]): Double {
    return new RangeListDouble(
      this.world,
      names.map((name) => namedArea(this.world, String(name), activeSheet(this.world))),
    );
  }

  /** Arguments in any of Google's orders: a name, an index (0-based), both. */
  insertSheet(...args: unknown[]): Double {
    const { world } = this;
    const { book } = world;
    requireEditor(world);
    if (args.some((arg) => typeof arg === 'object'))
      throw new Error('[local host] insertSheet with a template is not implemented locally');
    if (book.sheets.length >= world.limits.sheets)
      throw new ServiceError(`A workbook may have at most ${world.limits.sheets} sheets.`);
    const name = args.find((arg) => typeof arg === 'string') as string | undefined;
    const index = args.find((arg) => typeof arg === 'number') as number | undefined;
    allow(name === undefined ? null : nameRefusal(book, name));
    const sheet = newSheet(book, name ?? freeName(world));
    requireRoom(world, sheet.maxRows * sheet.maxColumns);
    const after = book.sheets.indexOf(activeSheet(world)) + 1;
    book.sheets.splice(index ?? after, 0, sheet);
    world.bringForward(sheet.id, null);
    return new SheetDouble(world, sheet.id);
  }

  deleteSheet(sheet: SheetDouble): void {
    const { world } = this;
    const { model } = sheet;
    world.requireSheet(model);
    world.requireCells(model, { row: 1, column: 1, rows: model.maxRows, columns: model.maxColumns });
    allow(lastSheetRefusal(world.book, model));
    removeSheet(world.book, model);
  }

  /** 1-based position. */
  moveActiveSheet(position: number): void {
    const { world } = this;
    const { sheets } = world.book;
    requireEditor(world);
    if (position < 1 || position > sheets.length) throw new ServiceError('The sheet index is out of bounds.');
    const sheet = activeSheet(world);
    sheets.splice(sheets.indexOf(sheet), 1);
    sheets.splice(position - 1, 0, sheet);
  }

  getRangeByName(name: string): Double | null {
    const area = this.world.book.namedRanges.get(String(name));
    return area === undefined ? null : new RangeDouble(this.world, area);
  }

  setNamedRange(name: string, range: RangePlace): void {
    requireEditor(this.world);
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(String(name))) throw new ServiceError('The name of the named range is not valid.');
    this.world.book.namedRanges.set(String(name), range.area);
  }

  removeNamedRange(name: string): void {
    requireEditor(this.world);
    if (!this.world.book.namedRanges.delete(String(name))) throw new ServiceError('Named range not found');
  }

  getNamedRanges(): Double[] {
    return [...this.world.book.namedRanges.keys()].map((name) => new NamedRangeDouble(this.world, name));
  }

  getProtections(type: EnumValue): Double[] {
    return this.world.book.sheets
      .flatMap((sheet) => sheet.protections)
      .filter((protection) => protection.type === String(type))
      .map((protection) => new ProtectionDouble(this.world, protection));
  }

  getSpreadsheetTimeZone(): string {
    return this.world.book.timeZone;
  }

  getSpreadsheetLocale(): string {
    return this.world.book.locale;
  }

  getOwner(): UserDouble {
    return new UserDouble(this.world.book.owner);
  }

  /** The owner is an editor too. */
  getEditors(): UserDouble[] {
    const { book, running } = this.world;
    if (!mayEditFile(book, running.user)) throw new ServiceError(VIEW_ONLY);
    return [book.owner, ...book.editors].map((email) => new UserDouble(email));
  }

  toast(message: string): void {
    this.world.toasts.push(String(message));
  }
}

export class NamedRangeDouble extends Double {
  readonly world: World;
  name: string;

  constructor(world: World, name: string) {
    super();
    this.world = world;
    this.name = name;
  }

  getName(): string {
    return this.name;
  }

  getRange(): Double {
    return new RangeDouble(this.world, areaOf(this));
  }

  setRange(range: RangePlace): this {
    requireEditor(this.world);
    this.world.book.namedRanges.set(this.name, range.area);
    return this;
  }

  remove(): void {
    requireEditor(this.world);
    this.world.book.namedRanges.delete(this.name);
  }
}

export class SpreadsheetAppDouble extends Double {
  readonly world: World;

  constructor(world: World) {
    super();
    this.world = world;
  }

  getActive(): Double | null {
    const { world } = this;
    return world.blindTriggers && world.running.cause === 'trigger' ? null : makers.spreadsheet(world);
  }

  getActiveSpreadsheet(): Double | null {
    return this.getActive();
  }

  getActiveSheet(): Double {
    return new SheetDouble(this.world, activeSheet(this.world).id);
  }

  getActiveRange(): Double | null {
    return new SpreadsheetDouble(this.world).getActiveRange();
  }

  setActiveRange(range: RangeDouble): RangeDouble {
    return range.activate();
  }

  setActiveSheet(sheet: SheetDouble): SheetDouble {
    this.world.bringForward(sheet.id, null);
    return sheet;
  }

  getUi(): UiDouble {
    return new UiDouble(this.world);
  }

  flush(): void {
    this.world.running.unflushed = 0;
  }

  newDataValidation(): ValidationBuilderDouble {
    return new ValidationBuilderDouble(this.world);
  }

  newConditionalFormatRule(): FormatBuilderDouble {
    return new FormatBuilderDouble(this.world);
  }
}

function sheetDouble(world: World, model: SheetModel | undefined): Double | null {
  return model === undefined ? null : new SheetDouble(world, model.id);
}

/** The sheet in front: the last one activated, else the first visible. */
function activeSheet(world: World): SheetModel {
  const { sheets } = world.book;
  const found = sheets.find((sheet) => sheet.id === world.activeSheetId) ?? sheets.find((sheet) => !sheet.hidden) ?? sheets[0];
  if (found === undefined) throw new Error('A spreadsheet has at least one sheet');
  return found;
}

function freeName(world: World): string {
  const word = world.book.locale.startsWith('zh') ? '工作表' : 'Sheet';
  const taken = new Set(world.book.sheets.map((sheet) => sheet.name));
  let number = world.book.sheets.length + 1;
  while (taken.has(`${word}${number}`)) number++;
  return `${word}${number}`;
}

function areaOf({ world, name }: NamedRangeDouble): Area {
  const area = world.book.namedRanges.get(name);
  if (area === undefined) throw new ServiceError('Named range not found');
  return area;
}

function allow(refusal: string | null): void {
  if (refusal !== null) throw new ServiceError(refusal);
}

function requireEditor(world: World): void {
  if (!mayEditFile(world.book, world.running.user)) throw new ServiceError(VIEW_ONLY);
}

makers.spreadsheet = (world) => new SpreadsheetDouble(world);
