// A workbook as the gateway read it: what the plan compares with the template, and nothing else.
import type { Cell, CustomFields, Locale, Preset } from '../../template/types';
import type { CellRule } from '../kinds/kind';

/** 1-based rectangle; `rows: null` reaches the sheet's last row. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number | null;
  readonly columns: number;
}

/** What a workbook was last brought to. */
export interface Mark {
  /** Template version. */
  readonly version: number;
  readonly locale: Locale;
  readonly preset: Preset;
  /** What the spare columns were made to hold; absent where none is used. */
  readonly fields?: CustomFields;
  /** Sheet ids remembered, by template key. */
  readonly sheets: Readonly<Record<string, number>>;
}

/** What an apply set out to do, written down before its first change; still there when the run was killed. */
export interface Intent {
  readonly locale: Locale;
  readonly preset: Preset;
  /** Names of the sheets it was about to make, by template key. */
  readonly names: Readonly<Record<string, string>>;
}

/** A rule of a kind, or a dropdown of cells of the same page (A1 range). */
export type SheetRule = CellRule | { readonly type: 'cells'; readonly range: string; readonly strict: boolean };

export interface RuleRead {
  /** Formulas in normal form; `other` is a rule of a shape the plan never makes. */
  readonly rule: SheetRule | 'other';
  /** The message a bad value is met with; empty for none. */
  readonly help: string;
  /** Rows from this one down that have a rule, of the same sort as far as was looked. */
  readonly rows: number;
}

/** A format rule that carries our marker. */
export interface FormatRead {
  readonly key: string;
  readonly formula: string;
  readonly areas: readonly Area[];
  readonly look: Look;
}

/** What a format rule does to a cell. */
export interface Look {
  readonly ground: string | null;
  readonly ink: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
}

/** A protection with one of our tags, or one a killed apply left without. */
export interface ProtectionRead {
  readonly tag: string;
  /** Null: the whole sheet. */
  readonly area: Area | null;
  /** Left open inside a protected sheet. */
  readonly open: readonly Area[];
  readonly warning: boolean;
  /** Lower-case addresses; null where this account may not see them, and so may not change them. */
  readonly editors: readonly string[] | null;
}

interface SheetReadBase {
  readonly id: number;
  /** Null where nothing asks for it. */
  readonly name: string | null;
  /** Rows of the grid. */
  readonly rows: number;
  readonly formatRules: readonly FormatRead[];
  readonly protections: readonly ProtectionRead[];
  /** True when the sheet as a whole is protected by somebody else than us. */
  readonly takenOver: boolean;
}

export interface TableRead extends SheetReadBase {
  readonly shape: 'table';
  /** Row 1 and row 2 as wide as the grid. */
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  /** Notes of row 2; null unless the language changes. */
  readonly notes: readonly string[] | null;
  /** Columns at the right end that hold nothing at all; read only after a killed apply, else 0. */
  readonly blankTail: number;
  /** Number formats of row 3. */
  readonly formats: readonly string[];
  /** Rules of row 3. */
  readonly rules: readonly (RuleRead | null)[];
  /** Rows looked at for rules, from row 3 down. */
  readonly ruleRows: number;
  /** The rows by key, of sheets whose first contents are shipped; else null. */
  readonly records: readonly Readonly<Record<string, Cell>>[] | null;
}

export interface ChartRead {
  readonly index: number;
  readonly title: string;
  /** A1 ranges without sheet name. */
  readonly ranges: readonly string[];
}

/** A page, read as far as the template's cells reach; grids by 0-based row and column. */
export interface PageRead extends SheetReadBase {
  readonly shape: 'page';
  readonly values: readonly (readonly Cell[])[];
  /** Empty text where there is none. */
  readonly formulas: readonly (readonly string[])[];
  readonly formats: readonly (readonly string[])[];
  readonly rules: readonly (readonly (RuleRead | null)[])[];
  readonly charts: readonly ChartRead[];
}

export type SheetRead = TableRead | PageRead;

export interface WorkbookSnapshot {
  /** Null: no pool yet. */
  readonly mark: Mark | null;
  readonly unfinished: Intent | null;
  /** Our sheets, by template key. */
  readonly sheets: Readonly<Record<string, SheetRead>>;
  /** Sheets a killed apply inserted and got no further with: id by template key. */
  readonly begun: Readonly<Record<string, number>>;
  /** The empty sheet of a spreadsheet just made; the first of ours takes it over. */
  readonly spare: number | null;
  /** The spreadsheet's own locale, e.g. `en_US`. */
  readonly locale?: string;
  /** Names of sheets that are not ours, as far as they could be in the way. */
  readonly otherNames: readonly string[];
  /** Lower-case addresses of those who may edit the file, without its owner. */
  readonly editors: readonly string[];
}
