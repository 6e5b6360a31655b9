// What passes between the workbench's server and its page. Types only.

export interface StateView {
  /** Rises with every run of the script. */
  readonly revision: number;
  readonly title: string;
  /** `yyyy-MM-dd HH:mm` in the spreadsheet's zone. */
  readonly now: string;
  /** Who acts, and who else may: addresses of the file's owner and editors. */
  readonly user: string;
  readonly people: readonly string[];
  readonly sheets: readonly {
    readonly id: number;
    readonly name: string;
    readonly hidden: boolean;
    readonly colour: string | null;
  }[];
  readonly outbox: readonly MailView[];
}

export interface MailView {
  /** 0-based, in the order of sending. */
  readonly id: number;
  readonly subject: string;
  readonly to: string;
  readonly at: string;
}

export interface SheetView {
  readonly id: number;
  readonly rows: number;
  readonly hiddenRows: readonly number[];
  /** Pixels by 1-based row, where they differ from the usual. */
  readonly heights: readonly (readonly [row: number, height: number])[];
  /** Visible ones: 1-based position and pixels. */
  readonly columns: readonly { readonly column: number; readonly width: number }[];
  readonly frozenRows: number;
  /** Of the visible ones. */
  readonly frozenColumns: number;
  readonly gridlines: boolean;
}

export interface WindowView {
  readonly sheet: number;
  /** 1-based row of the first line. */
  readonly row: number;
  /** A cell for each of the sheet's visible columns. */
  readonly lines: readonly (readonly CellView[])[];
  readonly styles: readonly StyleView[];
}

export interface CellView {
  readonly text: string;
  /** Position in the window's styles. */
  readonly style: number;
  /** Offers a list. */
  readonly list?: true;
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
}

/** What the shim sends, and what it gets back. */
export interface ScriptCall {
  readonly function: string;
  readonly args: readonly unknown[];
}
export type ScriptAnswer = { readonly value: unknown } | { readonly error: { readonly name: string; readonly message: string } };

/** Whoever acts from now on. */
export interface ActingCall {
  readonly user: string;
}

/** What the page begins with. */
export interface PageStart {
  readonly locale: 'zh-CN' | 'en';
  /** Sentences by code without the area's name. */
  readonly words: Readonly<Record<string, string>>;
}
