// One run of the script: the open spreadsheet, what is known of its pool, the clock and the actor; nothing is read before it is asked for.
import { Refusal } from '../domain/refusal';
import type { SheetKey } from '../template/index';
import type { CustomFields, Day, Locale, Preset } from '../template/types';

export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What the product keeps about a workbook outside its cells: document property `cp:state`. */
export interface WorkbookState {
  /** Template version the workbook was last brought to. */
  readonly version: number;
  readonly locale: Locale;
  readonly preset: Preset;
  /** What the spare columns of Customers were made to hold; absent where none is used. */
  readonly fields?: CustomFields;
  /** Sheet ids by template key; a hint only, checked against the key row when a sheet is read. */
  readonly sheets: Readonly<Partial<Record<SheetKey, number>>>;
}

export interface Run {
  readonly ss: Spreadsheet;
  /** All document properties, read once; {@link setProperties} keeps them in step. */
  readonly properties: Readonly<Record<string, string>>;
  readonly state: WorkbookState | null;
  /** The spreadsheet's time zone: every day and stamp is in it. */
  readonly zone: string;
  readonly now: Date;
  readonly today: Day;
  /** `yyyy-MM-dd HH:mm` in {@link zone}. */
  readonly stamp: string;
  /** Address of the account at the keyboard or behind the trigger; empty where Google does not say. */
  readonly actor: string;
}

const STATE = 'cp:state';

/**
 * @param now when the script was started; given where one start reads the workbook's state anew
 * @throws Refusal `run.noSpreadsheet` where no spreadsheet is open (an add-on's trigger may meet that, platform.md §13)
 */
export function openRun(now = new Date()): Run {
  const ss = SpreadsheetApp.getActive();
  if (ss === null) throw new Refusal('run.noSpreadsheet');
  return new LiveRun(ss, now);
}

/** The same run on behalf of somebody else than the account it runs as: who typed what a trigger sees. */
export function onBehalfOf(run: Run, actor: string): Run {
  return Object.create(run, { actor: { value: actor } }) as Run;
}

class LiveRun implements Run {
  readonly ss: Spreadsheet;
  readonly now: Date;
  private held: Record<string, string> | null = null;
  private zoneHeld: string | null = null;
  private todayHeld: Day | null = null;
  private stampHeld: string | null = null;

  constructor(ss: Spreadsheet, now: Date) {
    this.ss = ss;
    this.now = now;
  }

  get properties(): Record<string, string> {
    this.held ??= PropertiesService.getDocumentProperties().getProperties();
    return this.held;
  }

  get state(): WorkbookState | null {
    const text = this.properties[STATE];
    return text === undefined ? null : (JSON.parse(text) as WorkbookState);
  }

  get zone(): string {
    this.zoneHeld ??= this.ss.getSpreadsheetTimeZone();
    return this.zoneHeld;
  }

  get today(): Day {
    this.todayHeld ??= Utilities.formatDate(this.now, this.zone, 'yyyy-MM-dd');
    return this.todayHeld;
  }

  get stamp(): string {
    this.stampHeld ??= Utilities.formatDate(this.now, this.zone, 'yyyy-MM-dd HH:mm');
    return this.stampHeld;
  }

  get actor(): string {
    try {
      return Session.getActiveUser().getEmail() || Session.getEffectiveUser().getEmail();
    } catch {
      // A simple trigger may be refused the question.
      return '';
    }
  }
}

/** Milliseconds. Google ends a run after six minutes, which nothing can catch (platform.md §3). */
const LATE = 270_000;

/** Whether a run has so little time left that the rest is for the next one. */
export function isLate(run: Run): boolean {
  return Date.now() - run.now.getTime() > LATE;
}

/** Day and stamp of another moment, in the run's zone; `instant` as the journal keeps it. */
export function momentOf(run: Run, instant: string): { readonly today: Day; readonly stamp: string } {
  const stamp = Utilities.formatDate(new Date(instant), run.zone, 'yyyy-MM-dd HH:mm');
  return { today: stamp.slice(0, 10), stamp };
}

/** Sets document properties in one service write and keeps the run's copy in step. */
export function setProperties(run: Run, values: Readonly<Record<string, string>>): void {
  PropertiesService.getDocumentProperties().setProperties(values);
  Object.assign(run.properties, values);
}

export function deleteProperty(run: Run, key: string): void {
  PropertiesService.getDocumentProperties().deleteProperty(key);
  delete (run.properties as Record<string, string>)[key];
}

export function saveState(run: Run, state: WorkbookState): void {
  setProperties(run, { [STATE]: JSON.stringify(state) });
}

/** The state of a workbook that has a pool. @throws Refusal `pool.none` when the template was never applied */
export function poolState(run: Run): WorkbookState {
  const state = run.state;
  if (state === null) throw new Refusal('pool.none');
  return state;
}
