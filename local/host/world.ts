// Everything a host holds between and during runs: workbook, people, clock, stores, and the run under way.
import type { Rectangle } from './a1';
import type { Area, Book, SheetModel } from './book';
import { clockedDate } from './clock';
import type { Price } from './costs';
import { type Clock, createEngine } from './engine';
import { ServiceError } from './errors';
import { type Double, handleOf, type Warden } from './guard';
import { Meter } from './meter';
import { refusalOf, sheetRefusalOf } from './permission';
import type { Realm } from './realm';
import type { Schedule } from './schedule';
import type { CostModel, Limits } from './settings';
import { serialOf } from './zone';

/** One run of the script. */
export interface Run {
  readonly name: string;
  /** Whose rights and triggers it has. */
  readonly user: string;
  /** Who sits at the keyboard, as far as Google tells; empty where it does not. */
  readonly active: string;
  readonly cause: 'user' | 'simple' | 'trigger';
  readonly authMode: 'NONE' | 'LIMITED' | 'FULL';
  /** Milliseconds since 1970. */
  readonly deadline: number;
  readonly realm: Realm;
  /** Why it was killed; every further call throws. */
  dead: string | null;
  /** Writes to the workbook since the last flush. */
  unflushed: number;
}

export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly replyTo: string;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
  /** `YYYY-MM-DDTHH:mm` in the spreadsheet's zone. */
  readonly at: string;
}

export interface TriggerModel {
  readonly id: string;
  readonly handler: string;
  readonly creator: string;
  readonly event: 'CLOCK' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_OPEN' | 'ON_FORM_SUBMIT';
  /** Of a clock trigger: when it is due next, milliseconds since 1970; null when it is spent. */
  due: number | null;
  /** Null for what is no clock trigger. */
  readonly schedule: Schedule | null;
  /** Made inside a trigger: Google lets it exist and never runs it. */
  readonly disabled: boolean;
}

export interface MenuModel {
  readonly title: string;
  readonly addon: boolean;
  readonly items: readonly MenuItem[];
}

export type MenuItem =
  | { readonly type: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly type: 'separator' }
  | { readonly type: 'menu'; readonly menu: MenuModel };

export interface Page {
  readonly kind: 'sidebar' | 'dialog';
  readonly title: string;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

/** What the last run cost: service calls by the meter, and how it ended. */
export interface RunCost {
  readonly name: string;
  readonly reads: number;
  readonly writes: number;
  readonly virtualSeconds: number;
  /** Why it failed; null when it did not. */
  readonly failed: string | null;
}

export interface LogLine {
  readonly level: 'log' | 'info' | 'warn' | 'error';
  readonly text: string;
}

/** A named lock: whoever holds it, and until when if that is another user played by the test. */
export interface LockState {
  holder: Run | 'another user';
  until: number;
}

export class World implements Warden {
  readonly book: Book;
  readonly dist: string;
  readonly edition: 'bound' | 'addon';
  readonly activeLocale: string;
  readonly workspace: boolean;
  readonly blindTriggers: boolean;
  readonly limits: Limits;
  /** What the manifest asks for, whole addresses. */
  readonly scopes: readonly string[];
  readonly meter: Meter;
  readonly scriptZone: string;
  /** The script's `Date`; dates that reach it are made by this. */
  readonly Date: DateConstructor;
  readonly properties = { document: new Map<string, string>(), users: new Map<string, Map<string, string>>() };
  readonly cache = new Map<string, { value: string; until: number }>();
  readonly locks = new Map<string, LockState>();
  /** Recipients by sender, since the first mail of the quota's day. */
  readonly mailSent = new Map<string, { since: number; recipients: number }>();
  /** Scopes a user has not granted, by lower-case address. */
  readonly withheld = new Map<string, Set<string>>();
  /** Google tables that people made; they outlive no session of the host. */
  tables: Area[] = [];
  triggers: TriggerModel[] = [];
  outbox: Mail[] = [];
  menus: MenuModel[] = [];
  pages: Page[] = [];
  toasts: string[] = [];
  alerts: string[] = [];
  logs: LogLine[] = [];
  /** What Google would let pass and a careful engineer would not, e.g. a lock released before its writes were flushed. */
  warnings: string[] = [];
  acting: string;
  run: Run | null = null;
  lastRun: RunCost | null = null;
  /** How many ids were given out. */
  serials = 0;
  activeSheetId: number | null = null;
  activeArea: Area | null = null;
  /** How often the script has brought a sheet or cells to the front. */
  activations = 0;
  private readonly engine = createEngine();
  private watcher: (() => void) | null = null;
  private stale = true;
  private clockSeen = -1;

  constructor(of: {
    book: Book;
    dist: string;
    edition: 'bound' | 'addon';
    activeLocale: string;
    workspace: boolean;
    blindTriggers: boolean;
    limits: Limits;
    cost: CostModel;
    scriptZone: string;
    scopes: readonly string[];
    now: number;
  }) {
    this.book = of.book;
    this.dist = of.dist;
    this.edition = of.edition;
    this.activeLocale = of.activeLocale;
    this.workspace = of.workspace;
    this.blindTriggers = of.blindTriggers;
    this.limits = of.limits;
    this.meter = new Meter(of.now, of.cost);
    this.scriptZone = of.scriptZone;
    this.scopes = of.scopes;
    this.acting = of.book.owner;
    this.Date = clockedDate(of.scriptZone, () => Math.floor(this.meter.now));
  }

  /** Brings a sheet to the front, and cells of it where the script names some. */
  bringForward(sheetId: number, area: Area | null): void {
    this.activeSheetId = sheetId;
    if (area !== null) this.activeArea = area;
    this.activations += 1;
  }

  get realm(): Realm {
    return this.running.realm;
  }

  get running(): Run {
    if (this.run === null) throw new Error('[local host] a service was called outside a run');
    return this.run;
  }

  admit<T>(label: string, { kind, inFile }: Price, cells: number, act: () => T): T {
    const run = this.running;
    this.stopIfDead(run);
    this.meter.charge(label, kind, cells);
    this.watchTime(run);
    if (kind === 'read') this.meter.enterRead();
    if (kind === 'write') {
      const fate = this.meter.enterWrite();
      // A hook before the write may have run other scripts; this one goes on as if nothing had been in between.
      this.run = run;
      if (fate === 'die before') this.kill(run, `killed before its write ${label}`);
      try {
        const result = this.attempt(run, act);
        if (inFile) {
          this.stale = true;
          run.unflushed++;
        }
        if (fate === 'go') return result;
      } catch (error) {
        // A refused write was a write all the same: the script must not live on by catching the refusal.
        if (fate === 'go') throw error;
      } finally {
        this.watcher?.();
      }
      this.kill(run, `killed after its write ${label}`);
    }
    return this.attempt(run, act);
  }

  /** From now on `watch` is called after each service write, also one that was refused; null ends it. */
  watchWrites(watch: (() => void) | null): void {
    this.watcher = watch;
  }

  /** Ends a run for good: this call throws, and so does every later one. */
  kill(run: Run, why: string): never {
    run.dead = why;
    throw run.realm.error('Exception', why);
  }

  /** Lets virtual time pass inside a run. */
  spend(ms: number): void {
    this.meter.spend(ms);
    this.watchTime(this.running);
  }

  /** Whoever reads values of a sheet asks for this before: its formula cells are right then. Formulas nobody reads wait. */
  show(sheet: SheetModel): void {
    if (sheet.formulas.size > 0) this.settle();
  }

  /** As {@link show}, for all sheets. */
  settle(): void {
    const clock = this.formulaClock();
    if (!this.stale && this.clockSeen === clock.todaySerial) return;
    if (this.book.sheets.some((sheet) => sheet.formulas.size > 0)) this.engine.refresh(this.book, clock);
    this.stale = false;
    this.clockSeen = clock.todaySerial;
  }

  /** Something in the workbook changed outside a script's write. */
  touch(): void {
    this.stale = true;
  }

  formulaClock(): Clock {
    const nowSerial = serialOf(this.book.timeZone, this.meter.now);
    return { nowSerial, todaySerial: Math.floor(nowSerial) };
  }

  /** A number that never comes twice in this host and comes again in the next one. */
  nextSerial(): number {
    return ++this.serials;
  }

  sheetById(id: number): SheetModel {
    const sheet = this.book.sheets.find((one) => one.id === id);
    if (sheet === undefined) throw new ServiceError(`Sheet ${id} not found`);
    return sheet;
  }

  /** @throws ServiceError in Google's words when the run's user may not change the cells */
  requireCells(sheet: SheetModel, area: Rectangle): void {
    const refusal = refusalOf(this.book, sheet, area, this.running.user);
    if (refusal !== null) throw new ServiceError(refusal);
  }

  /** Whether the run's user may not change the cells. */
  bars(sheet: SheetModel, area: Rectangle): boolean {
    return refusalOf(this.book, sheet, area, this.running.user) !== null;
  }

  handle(double: Double): object {
    return handleOf(double, this);
  }

  requireSheet(sheet: SheetModel): void {
    const refusal = sheetRefusalOf(this.book, sheet, this.running.user);
    if (refusal !== null) throw new ServiceError(refusal);
  }

  /** Refuses a service that a simple trigger may not use. */
  requireAuthorised(what: string, scope: string): void {
    const run = this.running;
    const withheld = this.withheld.get(run.user.toLowerCase())?.has(scope) ?? false;
    if (run.authMode === 'FULL' && !withheld) return;
    throw new ServiceError(
      `You do not have permission to call ${what}. Required permissions: https://www.googleapis.com/auth/${scope}`,
    );
  }

  private stopIfDead(run: Run): void {
    if (run.dead !== null) throw run.realm.error('Exception', run.dead);
  }

  private watchTime(run: Run): void {
    if (this.meter.now > run.deadline) this.kill(run, 'Exceeded maximum execution time');
  }

  private attempt<T>(run: Run, act: () => T): T {
    try {
      return act();
    } catch (error) {
      if (error instanceof ServiceError) throw run.realm.error(error.name, error.message);
      throw error;
    }
  }
}
