// The host as tests, demo and workbench hold it: acts of people, calls of the page, the clock, faults, and what can be read.
import type { Reply } from '../../src/contract/wire';
import type { Area, Book, CellValue } from './book';
import { lastColumn, lastRow, styleAt, valueAt } from './cells';
import { displayText } from './display';
import { ScriptError } from './errors';
import { advance, fireClock, fireOpen } from './events';
import { type Memory, memoryOf, recall } from './memory';
import type { Calls } from './meter';
import { People } from './people';
import { runScript } from './runner';
import type { Fault } from './settings';
import { cloneBook } from './snapshot';
import type { LogLine, Mail, MenuModel, Page, RunCost, TriggerModel } from './world';
import { saveBook } from './xlsx/index';
import { instantOfText, textOfInstant } from './zone';

/** A moment of a host: workbook, memory and clock (milliseconds since 1970). */
export interface HostState {
  readonly book: Book;
  readonly memory: Memory;
  readonly now: number;
}

export class Host extends People {
  /** The workbook itself; whoever changes it by hand is believed. */
  get book(): Book {
    this.world.settle();
    this.world.touch();
    return this.world.book;
  }

  /** `YYYY-MM-DDTHH:mm` in the spreadsheet's zone. */
  get now(): string {
    return textOfInstant(this.world.book.timeZone, this.world.meter.now);
  }

  /** Mails sent, oldest first. */
  get outbox(): readonly Mail[] {
    return this.world.outbox;
  }

  /** Service calls since the last reset; a copy. */
  get calls(): Readonly<Calls> {
    const { calls } = this.world.meter;
    return { ...calls, byMethod: { ...calls.byMethod } };
  }

  get virtualSeconds(): number {
    return this.world.meter.virtual / 1000;
  }

  /** What the run that ended last cost; null before the first. */
  get lastRun(): RunCost | null {
    return this.world.lastRun;
  }

  get triggers(): readonly TriggerModel[] {
    return this.world.triggers;
  }

  get logs(): readonly LogLine[] {
    return this.world.logs;
  }

  /** What Google lets pass and nobody should do. */
  get warnings(): readonly string[] {
    return this.world.warnings;
  }

  /** The add-on's menus as onOpen built them. */
  get menus(): readonly MenuModel[] {
    return this.world.menus;
  }

  /** Sidebars and dialogs shown, the last one in front. */
  get pages(): readonly Page[] {
    return this.world.pages;
  }

  get toasts(): readonly string[] {
    return this.world.toasts;
  }

  /** What the script brought to the front last, and how often it did. */
  get front(): { readonly times: number; readonly sheet: number | null; readonly area: Area | null } {
    const { activations, activeSheetId, activeArea } = this.world;
    return { times: activations, sheet: activeSheetId, area: activeArea?.sheetId === activeSheetId ? activeArea : null };
  }

  /** Document properties. */
  get properties(): Map<string, string> {
    return this.world.properties.document;
  }

  /** From now on this person acts. */
  as(email: string): this {
    this.world.acting = email;
    return this;
  }

  /** Opens the file: builds the menus. */
  open(): this {
    fireOpen(this.world, this.world.acting);
    return this;
  }

  /** Clicks the menu item that calls a function; there must be one. */
  menu(functionName: string): void {
    if (!this.world.menus.some((menu) => offers(menu, functionName))) throw new Error(`No menu offers ${functionName}`);
    this.run(functionName);
  }

  /** Runs a function as the acting person, with all rights he has given; the result is of the script's realm. */
  run(functionName: string, ...args: readonly unknown[]): unknown {
    return runScript(this.world, { name: functionName, user: this.world.acting, cause: 'user', args: () => args });
  }

  /**
   * google.script.run as the page has it: JSON both ways, names ending in `_` hidden.
   * @throws ScriptError what the page's failure handler would get
   */
  serverCall(functionName: string, args: readonly unknown[]): unknown {
    if (functionName.endsWith('_')) throw new TypeError(`google.script.run.${functionName} is not a function`);
    const sent = this.wire(args, 'argument');
    const result = runScript(this.world, {
      name: functionName,
      user: this.world.acting,
      cause: 'user',
      args: (realm) => realm.list(JSON.parse(sent) as unknown[]),
    });
    // The page gets null for a result with a date or a function anywhere in it, and is told nothing (platform.md §3).
    return result === undefined || !isSendable(result) ? null : (JSON.parse(this.wire(result, 'result')) as unknown);
  }

  /** Calls the bundle's one door and reads its answer, a `Reply`. */
  rpc(name: string, ...args: readonly unknown[]): Reply {
    const answer = this.serverCall('rpc', [name, this.wire(args, 'argument')]);
    if (typeof answer !== 'string') throw new Error(`rpc answered ${typeof answer}, not JSON`);
    return JSON.parse(answer) as Reply;
  }

  /** Lets time pass until then, running the clock triggers that fall due, in order. */
  advanceTo(time: string): this {
    advance(this.world, instantOfText(this.world.book.timeZone, time));
    return this;
  }

  /** Runs a clock trigger now, whenever it is due. */
  fire(triggerId: string): void {
    const trigger = this.world.triggers.find(({ id, event, disabled }) => id === triggerId && event === 'CLOCK' && !disabled);
    if (trigger === undefined) throw new Error(`No clock trigger ${triggerId}`);
    fireClock(this.world, trigger);
  }

  resetCalls(): void {
    this.world.meter.reset();
  }

  /** Arms or (with null) disarms a fault; writes are counted from here. */
  failAt(fault: Fault | null): void {
    this.world.meter.failAt(fault);
  }

  /** Just before the `write`-th service write from here on, something else happens: another user edits, another run starts. */
  before(write: number, act: (host: this) => void): void {
    this.world.meter.before(write, () => this.meanwhile(act));
  }

  /** The same just before the `read`-th service read; a later call takes the place of the one before, null takes it back. */
  beforeRead(read: number, act: ((host: this) => void) | null): void {
    this.world.meter.beforeRead(read, act && (() => this.meanwhile(act)));
  }

  private meanwhile(act: (host: this) => void): void {
    const { acting, run } = this.world;
    this.world.run = null;
    try {
      act(this);
    } finally {
      this.world.acting = acting;
      this.world.run = run;
    }
  }

  /** Another user holds a lock for so long. */
  hold(lock: 'document' | 'script', ms: number): void {
    this.world.locks.set(lock, { holder: 'another user', until: this.world.meter.now + ms });
  }

  /** The user takes a scope back, e.g. `script.send_mail`. */
  withhold(email: string, scope: string): void {
    const user = email.toLowerCase();
    const scopes = this.world.withheld.get(user) ?? new Set<string>();
    this.world.withheld.set(user, scopes.add(scope));
  }

  /** All values of a sheet, to its last row and column with content; dates as serial numbers, `null` for blank. */
  values(sheetName: string): CellValue[][] {
    const { sheet } = this.place(`'${sheetName.replaceAll("'", "''")}'!A1`);
    this.world.settle();
    const columns = lastColumn(sheet);
    return Array.from({ length: lastRow(sheet) }, (_, r) =>
      Array.from({ length: columns }, (__, c) => valueAt(sheet, r + 1, c + 1)),
    );
  }

  /** What the sheet shows, as {@link values}. */
  shown(sheetName: string): string[][] {
    const { sheet } = this.place(`'${sheetName.replaceAll("'", "''")}'!A1`);
    const { locale } = this.world.book;
    return this.values(sheetName).map((line, r) =>
      line.map((value, c) => displayText(value, styleAt(sheet, r + 1, c + 1).numberFormat, locale)),
    );
  }

  /** What the host remembers beside the book; JSON. */
  memory(): Memory {
    return memoryOf(this.world);
  }

  /** Everything that matters to a test, to go back to with {@link restore}; cheap. */
  snapshot(): HostState {
    return { book: cloneBook(this.book), memory: this.memory(), now: this.world.meter.now };
  }

  /** Goes back. Book and sheets stay the same objects, with what the formula engine knows of them. */
  restore({ book, memory, now }: HostState): this {
    const here = new Map(this.world.book.sheets.map((sheet) => [sheet.id, sheet]));
    const then = cloneBook(book);
    then.sheets = then.sheets.map((sheet) => Object.assign(here.get(sheet.id) ?? sheet, sheet));
    Object.assign(this.world.book, then);
    this.forgetEdits();
    recall(this.world, memory);
    this.world.meter.now = now;
    this.world.locks.clear();
    this.world.touch();
    return this;
  }

  /**
   * Lets an act of calls go on undisturbed, of which each waits for the one before.
   * @returns after each service write, refused ones among them, what a run killed there leaves behind
   */
  moments(act: () => void): HostState[] {
    const { book, meter } = this.world;
    const seen: HostState[] = [];
    this.world.watchWrites(() => {
      seen.push({ book: cloneBook(book, seen[seen.length - 1]?.book), memory: this.memory(), now: meter.now });
    });
    try {
      act();
    } finally {
      this.world.watchWrites(null);
    }
    return seen;
  }

  /** The workbook as an .xlsx file. */
  xlsx(): Promise<Uint8Array> {
    return saveBook(this.book);
  }

  private wire(value: unknown, what: 'argument' | 'result'): string {
    if (!isSendable(value)) throw new ScriptError(new TypeError(`Failed due to illegal value in property: ${what}`));
    const text = JSON.stringify(value);
    const bytes = Buffer.byteLength(text);
    const { wireBytes } = this.world.limits;
    if (bytes > wireBytes)
      throw new ScriptError(new Error(`The ${what} is too large: ${bytes} bytes of JSON, at most ${wireBytes}.`));
    return text;
  }
}

function offers({ items }: MenuModel, functionName: string): boolean {
  return items.some((item) =>
    item.type === 'menu' ? offers(item.menu, functionName) : item.type === 'item' && item.functionName === functionName,
  );
}

/** False with a `Date`, a function or a cycle anywhere. */
function isSendable(value: unknown, above: readonly unknown[] = []): boolean {
  const isDate = Object.prototype.toString.call(value) === '[object Date]';
  if (typeof value === 'function' || typeof value === 'bigint' || isDate || above.includes(value)) return false;
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((inner) => isSendable(inner, [...above, value]));
}
