// What carrying out a plan works on: the run, the sheets by key, sizes known so far.
import { FIRST_ROW, type Operation, type OperationType } from '../domain/plan/index';
import { dataColumn, RuleMaker } from './rules';
import type { Run, Sheet } from './run';
import type { WorkbookReading } from './snapshot';

/** One operation of a type. */
export type Op<T extends OperationType> = Extract<Operation, { readonly type: T }>;

/** How operations are carried out, by type. */
export type Acts<T extends OperationType> = { readonly [K in T]: (site: Site, operation: Op<K>) => void };

/** Cells of one block: written so, 40,000 cost less than a dozen calls. */
const BLOCK_CELLS = 40_000;

export class Site {
  readonly run: Run;
  readonly reading: WorkbookReading;
  readonly rules: RuleMaker;
  /** Sheets made by this plan: nobody else has written to them. */
  readonly fresh = new Set<string>();
  /** Of these, the ones no earlier apply had begun. */
  readonly inserted = new Set<string>();
  private readonly rows = new Map<string, number>();
  private readonly keys = new Map<string, readonly string[]>();

  constructor(run: Run, reading: WorkbookReading) {
    this.run = run;
    this.reading = reading;
    this.rules = new RuleMaker({ column: (sheet, key) => this.column(sheet, key) });
  }

  sheet(key: string): Sheet {
    const sheet = this.reading.sheets.get(key);
    if (sheet === undefined) throw new Error(`there is no sheet ${key}`);
    return sheet;
  }

  /** Rows of a sheet's grid. */
  rowsOf(key: string): number {
    const known = this.rows.get(key) ?? this.sheet(key).getMaxRows();
    this.rows.set(key, known);
    return known;
  }

  sized(key: string, rows: number): void {
    this.rows.set(key, rows);
  }

  /** Whether a block is set cell by cell in one write, rather than by columns. */
  isSmall(rows: number, columns: number): boolean {
    return rows * columns <= BLOCK_CELLS;
  }

  /** The keys of a table, left to right, once they are written. */
  keyed(key: string, keys: readonly string[]): void {
    this.keys.set(key, keys);
  }

  keysOf(key: string): readonly string[] {
    const read = this.reading.snapshot.sheets[key];
    return this.keys.get(key) ?? (read?.shape === 'table' ? read.keys : []);
  }

  private column(sheet: string, key: string): GoogleAppsScript.Spreadsheet.Range | null {
    const at = this.keysOf(sheet).indexOf(key);
    return at < 0 || !this.reading.sheets.has(sheet) ? null : dataColumn(this.sheet(sheet), at + 1);
  }
}

/** Rows from the first data row to the end of the sheet. */
export function dataRows(site: Site, key: string): number {
  return site.rowsOf(key) - FIRST_ROW + 1;
}
