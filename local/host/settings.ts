// What a host is opened with: people, clock, ceilings of Apps Script, and what its calls are assumed to cost.
import type { Book } from './book';
import type { Memory } from './memory';

/** Ceilings of platform.md §3, for a Workspace account where consumer and Workspace differ. */
export interface Limits {
  /** Virtual milliseconds of a run. */
  readonly runMs: number;
  readonly simpleRunMs: number;
  /** Recipients, not messages, a day and account. */
  readonly mailRecipientsPerDay: number;
  readonly mailRecipientsPerMessage: number;
  readonly mailBodyBytes: number;
  readonly propertyBytes: number;
  readonly propertyStoreBytes: number;
  readonly cacheKeyCharacters: number;
  readonly cacheValueBytes: number;
  readonly cacheSeconds: number;
  readonly triggersPerUser: number;
  readonly listItems: number;
  readonly cells: number;
  readonly columns: number;
  readonly sheets: number;
  /** JSON of one google.script.run call, each way. */
  readonly wireBytes: number;
  /** Edit events waiting at once; further ones are lost. */
  readonly editQueue: number;
  /** Real milliseconds after which a run is taken to hang. */
  readonly realMs: number;
}

export const LIMITS: Limits = {
  runMs: 360_000,
  simpleRunMs: 30_000,
  mailRecipientsPerDay: 1500,
  mailRecipientsPerMessage: 50,
  mailBodyBytes: 400 * 1024,
  propertyBytes: 9 * 1024,
  propertyStoreBytes: 500 * 1024,
  cacheKeyCharacters: 250,
  cacheValueBytes: 100 * 1024,
  cacheSeconds: 21_600,
  triggersPerUser: 20,
  listItems: 500,
  cells: 10_000_000,
  columns: 18_278,
  sheets: 200,
  wireBytes: 1_000_000,
  editQueue: 2,
  realMs: 300_000,
};

/** Virtual milliseconds of service calls: assumptions all (rulings 2). Assert counts, print seconds. */
export interface CostModel {
  readonly read: number;
  readonly readCell: number;
  readonly write: number;
  readonly writeCell: number;
  readonly insertSheet: number;
  readonly sendEmail: number;
  readonly other: number;
}

export const COST: CostModel = {
  read: 40,
  readCell: 0.005,
  write: 35,
  writeCell: 0.01,
  insertSheet: 300,
  sendEmail: 600,
  other: 5,
};

/** Kills the run at its `write`-th service write, counted from now on, before or after the write took effect. */
export interface Fault {
  readonly write: number;
  readonly effect: 'before' | 'after';
}

export interface HostOptions {
  /** Folder of Code.js, Sidebar.html and appsscript.json. */
  readonly dist?: string;
  /** A workbook to open; an empty spreadsheet otherwise. */
  readonly book?: Book;
  /** What a host remembered of it. */
  readonly memory?: Memory;
  readonly owner?: string;
  readonly editors?: readonly string[];
  readonly viewers?: readonly string[];
  /** Of a new spreadsheet, as Google writes it. */
  readonly locale?: string;
  readonly timeZone?: string;
  /** `YYYY-MM-DDTHH:mm` in the spreadsheet's zone; this machine's clock otherwise. */
  readonly now?: string;
  readonly edition?: 'bound' | 'addon';
  /** What Session.getActiveUserLocale answers. */
  readonly activeLocale?: 'zh-CN' | 'en';
  /** Whether the file belongs to a Workspace domain, so that domain-wide editing exists. */
  readonly workspace?: boolean;
  /** Plays the doubt of platform.md §13: triggers find no active spreadsheet. */
  readonly blindTriggers?: boolean;
  readonly limits?: Partial<Limits>;
  readonly cost?: Partial<CostModel>;
  readonly failAt?: Fault;
}
