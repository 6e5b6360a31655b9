// The changes a plan is made of, as plain data; carried out in order, each of them harmless to repeat.
import type { Cell, ChartTemplate, CustomFields, Locale, PageStyle, Preset } from '../../template/types';
import type { Area, Look, SheetRule } from './snapshot';

/** 1-based. */
export interface Span {
  readonly column: number;
  readonly columns: number;
}

/** How a new column looks; set once, then the user's. */
export interface Dress {
  /** Pixels. */
  readonly width: number;
  readonly ground: string;
  readonly ink: string;
  /** Required. */
  readonly bold: boolean;
  /** Kept by script. */
  readonly italic: boolean;
  readonly note: string;
  /** Paint of the cells below; null: none. */
  readonly cells: { readonly ground: string; readonly ink: string } | null;
}

interface CellAt {
  readonly row: number;
  readonly column: number;
}

export interface ValueAt extends CellAt {
  /** Text that begins with `=` is a formula where the cell is not formatted as text. */
  readonly value: Cell;
}

/** How the values of a column are said in another language. */
export interface Translation {
  readonly column: number;
  readonly labels: Readonly<Record<string, string>>;
  /** The cells are issue entries: the labels they begin with are said, the sentences stay. */
  readonly entries?: true;
  /** Where the words depend on another cell of the row: its column, and words by its value. They go before `labels`. */
  readonly by?: { readonly column: number; readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>> };
}

export interface RuleOn {
  readonly area: Area;
  readonly rule: SheetRule;
  readonly help: string;
}

export interface FormatWanted {
  readonly key: string;
  readonly formula: string;
  readonly areas: readonly Area[];
  readonly look: Look;
}

export interface ProtectionWanted {
  readonly tag: string;
  /** Null: the whole sheet. */
  readonly area: Area | null;
  readonly open: readonly Area[];
  readonly warning: boolean;
  /** Lower-case addresses beside the owner of the file and whoever applies; empty when it only warns. */
  readonly editors: readonly string[];
}

/** An operation for each of the types. */
type OnSheet<T extends string, Rest = object> = T extends string
  ? { readonly type: T; readonly sheet: string } & Readonly<Rest>
  : never;

export type Operation =
  /** A row of the head was deleted: puts an empty one back. Nothing else is planned for that sheet before it is read again. */
  | OnSheet<'insertHead', { row: 1 | 2 }>
  /** A step of an upgrade: the column of one key gets another. */
  | OnSheet<'renameKey', { from: string; to: string }>
  | OnSheet<'renameSheet', { name: string }>
  /** `after`: the key of the sheet it stands behind, null for the end; `reuse`: id of a sheet that becomes it. */
  | OnSheet<'addSheet', { name: string; after: string | null; reuse: number | null; rows: number; columns: number }>
  /** At the right end; `have` columns there are before it. */
  | OnSheet<'addColumns', { have: number; count: number }>
  /** `headOnly`: nothing but the cells of row 2; `clip`: long texts stay in their cell instead of covering the next one. */
  | OnSheet<'dressColumns', { column: number; columns: readonly Dress[]; headOnly: boolean; clip: boolean }>
  | OnSheet<
      'frame',
      {
        hideFirstRow: boolean;
        frozenRows: number;
        frozenColumns: number;
        filter: Area | null;
        tabColour: string | null;
        gridlines: boolean;
      }
    >
  | OnSheet<
      'dressPage',
      {
        widths: Readonly<Record<number, number>>;
        heights: Readonly<Record<number, number>>;
        cells: readonly (CellAt & { style: PageStyle })[];
      }
    >
  | OnSheet<'hideColumns' | 'showColumns', { spans: readonly Span[] }>
  | OnSheet<'hideSheet' | 'showSheet'>
  | OnSheet<'setHead' | 'setCells', { cells: readonly ValueAt[] }>
  | OnSheet<'setNotes', { notes: readonly { readonly column: number; readonly text: string }[] }>
  | OnSheet<'setNumberFormats', { on: readonly { readonly area: Area; readonly format: string }[] }>
  /** Whole rows, written below the last record. */
  | OnSheet<'fillRows', { row: number; values: readonly (readonly Cell[])[] }>
  | OnSheet<'translateCells', { columns: readonly Translation[] }>
  /** So that a strict rule does not refuse the words of another language; set again by what follows. */
  | OnSheet<'clearRules', { areas: readonly Area[] }>
  | OnSheet<'setRules', { on: readonly RuleOn[] }>
  /** All of ours, in order of priority; the user's own stay before them. */
  | OnSheet<'setFormatRules', { rules: readonly FormatWanted[] }>
  | OnSheet<'protect', { protection: ProtectionWanted }>
  | OnSheet<'unprotect', { tag: string }>
  | OnSheet<'addChart', { chart: ChartTemplate; title: string }>
  | OnSheet<'retitleChart', { index: number; title: string }>
  /** The sheet people see first. */
  | OnSheet<'activate'>
  | {
      readonly type: 'stamp';
      readonly version: number;
      readonly locale: Locale;
      readonly preset: Preset;
      readonly fields: CustomFields;
    };

export type OperationType = Operation['type'];
