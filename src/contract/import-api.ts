// Importing a list: preview, check, stage, commit; text goes up in slices, the answer says what to send again.
import type { Message } from '../i18n/index';
import type { Page } from './wire';

export type Delimiter = ',' | ';' | '\t';

/** Where one column of the file goes. */
export interface ColumnTarget {
  /** 0-based position in the file. */
  readonly index: number;
  readonly header: string;
  readonly to: 'column' | 'custom' | 'notes' | 'empty';
  /** Key of the customers' column; null unless `column` or `custom`. */
  readonly key: string | null;
  /** That column's label in the workbook's language. */
  readonly label: string | null;
  readonly why: 'name' | 'values' | 'chosen' | 'leftover';
  readonly examples: readonly string[];
}

export interface ImportPreview {
  readonly delimiter: Delimiter;
  readonly columns: readonly ColumnTarget[];
  /** Customers' columns a file can fill, as the sheet calls them: where a person may send a column instead. */
  readonly targets: readonly { readonly key: string; readonly label: string }[];
  /** Line of the file on which the data begins, 1-based: titles and the header stand above it. */
  readonly dataLine: number;
  /** Data records in the text given, wholly blank ones not counted. */
  readonly records: number;
}

/** What of a slice could not be read yet goes first into the next one. */
export interface SliceRead {
  readonly rest: string;
  /** Line of the file on which `rest` begins, 1-based. */
  readonly line: number;
  readonly records: number;
}

/**
 * What becomes of rows whose customers are known: left as they are, empty cells filled, merged as duplicates are, or a customer of their
 * own all the same.
 */
export type KnownChoice = 'skip' | 'fill' | 'merge' | 'keep';

/** What an import would do, by what is chosen. */
export interface ImportForecast {
  readonly created: number;
  readonly updated: number;
  readonly duplicate: number;
  /** Cells of customers that would change. */
  readonly cells: number;
}

/** A cell an import would change. */
export interface CellForecast {
  readonly id: string;
  readonly name: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** Rows of a file seen against the customers and each other, before anything is written to them. */
export interface ImportMatches {
  /** Rows that surely are a customer or an earlier row, and those that may be. */
  readonly certain: number;
  readonly possible: number;
  readonly quarantined: number;
  readonly choices: Readonly<Record<KnownChoice, ImportForecast>>;
  /** Of the choice asked for. */
  readonly cells: Page<CellForecast>;
  /** Why the runner cannot change these customers; null when he can. */
  readonly closed: Message | null;
}

/** A row that came in as a customer of its own and may be another one. */
export interface PossibleDuplicate {
  /** Line of the file. */
  readonly row: number;
  readonly id: string;
  readonly other: string;
}

export interface ImportProgress {
  readonly batch: string;
  readonly done: number;
  readonly of: number;
  /** Present when all is done. */
  readonly result: ImportResult | null;
}

export interface ImportResult {
  readonly batch: string;
  readonly txn: string;
  readonly read: number;
  /** created + updated + duplicate. */
  readonly imported: number;
  readonly created: number;
  readonly updated: number;
  /** Known, and nothing of them taken. */
  readonly duplicate: number;
  readonly quarantined: number;
  readonly skipped: number;
  /** Cells whose original went to Quarantine while the row came in. */
  readonly setAside: number;
  /** Rows that came in with an entry in their issue cell. */
  readonly withIssues: number;
  readonly columns: readonly ColumnTarget[];
  /** Owners not known before, added as inactive users (rulings 16). */
  readonly newOwners: readonly string[];
  /** Why rows and cells are not as they should be, most frequent first; `column` is its label, null for whole rows. */
  readonly reasons: readonly { readonly column: string | null; readonly reason: Message; readonly count: number }[];
  /** The first of them. */
  readonly possible: readonly PossibleDuplicate[];
  readonly possibleTotal: number;
}

export interface ImportApi {
  /** Reads the first slice without writing anything. */
  importPreview(file: { fileName: string; text: string; last: boolean }): ImportPreview;
  /** Reads a slice without writing anything; refuses what rulings 17 refuses, naming line and column. */
  importCheck(slice: { text: string; delimiter: Delimiter; line: number; width: number | null; last: boolean }): SliceRead & {
    readonly width: number;
  };
  /**
   * Opens a batch and makes room for `records` rows; the columns are the preview's, changed or not. Rows staged earlier and never
   * committed are dropped: nothing of them was in the pool.
   * @param file `first` is its first slice, which is staged with it; without one nothing is
   */
  importBegin(file: {
    fileName: string;
    delimiter: Delimiter;
    columns: readonly ColumnTarget[];
    dataLine: number;
    records: number;
    first?: { text: string; last: boolean } | undefined;
  }): SliceRead & {
    readonly batch: string;
  };
  /**
   * Stages a slice behind the `staged` records before it. Sending a slice again overwrites it with itself, so a lost answer costs nothing.
   */
  importStage(slice: {
    batch: string;
    text: string;
    delimiter: Delimiter;
    line: number;
    staged: number;
    last: boolean;
  }): SliceRead;
  /** Looks whom a staged batch brings that is known already; writes nothing. `page` is of the cells that would change. */
  importMatches(query: { batch: string; acceptOwners: boolean; known: KnownChoice; page: number }): ImportMatches;
  /**
   * Carries out the next part; call until `result` is there. Safe to call again after a killed run: what was chosen first counts.
   * @param batch without `known` every row makes a customer
   */
  importCommit(batch: { batch: string; acceptOwners: boolean; known?: KnownChoice }): ImportProgress;
  /** What was set aside in a batch, with reasons. */
  importRejected(query: { batch: string; page: number }): {
    readonly items: readonly {
      readonly row: number;
      readonly column: string | null;
      readonly value: string;
      readonly reason: string;
    }[];
    readonly pages: number;
    readonly total: number;
  };
}
