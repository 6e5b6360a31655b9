// What passes between the server and the grid. Types only. Rows and columns are 1-based, as the sheet counts them.

export interface Spot {
  readonly row: number;
  readonly column: number;
}

export interface Block extends Spot {
  readonly rows: number;
  readonly columns: number;
}

/** A sheet's shape. */
export interface SheetView {
  readonly id: number;
  /** All there are, hidden ones too. */
  readonly rows: number;
  readonly columns: number;
  /** Rows nobody sees, hidden by hand or by the filter, as `[first, count]`. */
  readonly hiddenRows: readonly (readonly [row: number, count: number])[];
  readonly hiddenColumns: readonly number[];
  /** Pixels of a row and of a column that nobody sized. */
  readonly usual: { readonly row: number; readonly column: number };
  /** Pixels, where they differ from the usual. */
  readonly heights: readonly (readonly [row: number, height: number])[];
  readonly widths: readonly (readonly [column: number, width: number])[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridlines: boolean;
  readonly filter: FilterView | null;
}

export interface FilterView extends Block {
  /** Columns that hide something. */
  readonly active: readonly number[];
}

/** A window of visible cells: as many as were asked for, or fewer at the end of the sheet. */
export interface WindowView {
  readonly columns: readonly number[];
  readonly lines: readonly { readonly row: number; readonly cells: readonly CellView[] }[];
  readonly styles: readonly StyleView[];
}

export interface CellView {
  readonly text: string;
  /** Position in the window's styles. */
  readonly style: number;
  /** Offers a list. */
  readonly list?: true;
  /** A check box, ticked or not. */
  readonly check?: boolean;
  readonly note?: string;
  /** The acting user may not change it. */
  readonly locked?: true;
  /** Its rule forbids what it holds. */
  readonly invalid?: true;
}

export interface StyleView {
  readonly ground: string | null;
  readonly ink: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly line: 'none' | 'underline' | 'line-through';
  /** Points. */
  readonly size: number;
  readonly align: 'left' | 'center' | 'right';
  readonly wrap: boolean;
  /** `top,right,bottom,left`. */
  readonly borders: readonly (string | null)[] | null;
}

/** One cell, for whoever is about to change it. */
export interface CellDetail {
  /** What the formula bar shows. */
  readonly input: string;
  /** What its dropdown offers. */
  readonly options: readonly string[] | null;
  /** What ticking and unticking writes. */
  readonly box: { readonly on: string | boolean; readonly off: string | boolean } | null;
  /** What its rule asks for, as the rule says it. */
  readonly hint: string | null;
}

/** A text in a column of the filter, and how many rows show it. */
export interface ValueView {
  readonly text: string;
  readonly rows: number;
  readonly hidden: boolean;
}

/** What a person does in the grid. */
export type GridAct =
  | { readonly act: 'edit'; readonly sheet: number; readonly at: Spot; readonly value: string | boolean }
  | {
      readonly act: 'paste';
      readonly sheet: number;
      readonly at: Spot;
      readonly rows: readonly (readonly string[])[];
      readonly valuesOnly: boolean;
    }
  | {
      readonly act: 'copy';
      readonly sheet: number;
      readonly at: Block;
      readonly from: Block & { readonly sheet: number };
      readonly cut: boolean;
      readonly valuesOnly: boolean;
    }
  | { readonly act: 'clear'; readonly sheet: number; readonly at: Block }
  | { readonly act: 'undo' | 'redo' }
  | {
      readonly act: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns';
      readonly sheet: number;
      readonly first: number;
      readonly count: number;
    }
  | { readonly act: 'sort'; readonly sheet: number; readonly column: number; readonly ascending: boolean }
  | { readonly act: 'filter'; readonly sheet: number; readonly column: number; readonly hidden: readonly string[] }
  | { readonly act: 'makeFilter'; readonly sheet: number };

/** Done, with the place where something was taken back; or refused in Google's words, nothing done. */
export type GridAnswer =
  | { readonly done: true; readonly sheet?: number; readonly at?: Block; readonly failed?: string }
  | { readonly done: false; readonly refused: string };
