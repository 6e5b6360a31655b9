// The shapes a workbook is declared in: sheets, columns, options, format rules, charts. Types only.

/** Languages a workbook can be written in. */
export type Locale = 'zh-CN' | 'en';

/** One sentence or label in every language. */
export type Text = Readonly<Record<Locale, string>>;

/** A line of business; it chooses which sheets and columns show, never which exist. */
export type Preset = 'b2b' | 'retail' | 'consulting' | 'ecommerce';

/** A calendar day, `YYYY-MM-DD`, in the spreadsheet's time zone. */
export type Day = string & { readonly __day?: never };

/** What a cell holds for the domain: days are `YYYY-MM-DD` text, `null` is an empty cell. */
export type Cell = string | number | boolean | null;

/**
 * Who may edit a column: the record's owner (and managers, admins), managers, admins, service, anybody who may edit the file;
 * `fact` is written by script, also in the owner's own runs; `script` only in the steward's or a manager's runs.
 */
export type Editor = 'owner' | 'manager' | 'admin' | 'service' | 'anybody' | 'fact' | 'script';

/** Header band a column belongs to; it decides the header's colour. */
export type Band = 'identity' | 'contact' | 'followUp' | 'profile' | 'system';

export interface OptionTemplate {
  /** Stable; never shown, never changed. */
  readonly id: string;
  readonly label: Text;
  /** Other spellings people use, in any language; matched without regard to case and width. */
  readonly aliases?: readonly string[];
  /** Cell colours `#rrggbb`; only for enums whose cells are coloured (rulings 7). */
  readonly colour?: { readonly ground: string; readonly ink: string };
}

/** What a cell of the row must hold for a rule to count: one of these options (ids), none of those, or, with neither, anything. */
export interface Condition {
  readonly column: string;
  readonly options?: readonly string[];
  readonly except?: readonly string[];
}

/** A closed list of options; `dflt` names the option new records take. */
export interface EnumTemplate {
  readonly label: Text;
  readonly options: readonly OptionTemplate[];
  /** People may add options and switch them off; options of other lists mean something to the program. */
  readonly open?: true;
  readonly dflt?: string;
}

interface ColumnBase {
  readonly label: Text;
  /** One line for the header's note and the input message. */
  readonly help?: Text;
  /** Pixels. */
  readonly width: number;
  readonly band?: Band;
  readonly required?: true;
  /** Required where another column of the row holds one of these options (ids). */
  readonly requiredIf?: { readonly column: string; readonly options: readonly string[] };
  /** Looked for where the row meets all of these: what is missing then is named, and never blocks. */
  readonly wantedIf?: readonly Condition[];
  /** On the canonical value. Warns, never blocks. */
  readonly unique?: true;
  /** Unique together with these columns of the row. Warns, never blocks. */
  readonly uniqueWith?: readonly string[];
  /** All rows that share its value agree in this column, e.g. the lines of an order in their customer. Warns, never blocks. */
  readonly oneFor?: string;
  /** Kept by script (A), or suggested by script and overwritten by people (S). */
  readonly kept?: 'script' | 'suggested';
  readonly editor: Editor;
  /** Presets that show the column at first; `'all'` for every one, absent for none. Sheets other than Customers show all. */
  readonly shown?: 'all' | readonly Preset[];
  /** Headers under which other people's files call this column; labels of both languages need not be repeated. */
  readonly aliases?: readonly string[];
}

/** What a column's values are. Each kind's behaviour stands in src/domain/kinds, one file a kind. */
export type KindTemplate =
  /** A spare column: text until an admin makes a field of it (`CustomField`). `slot` is its key. */
  | { readonly kind: 'custom'; readonly slot: string; readonly max: number }
  | { readonly kind: 'text'; readonly max: number; readonly min?: number; readonly form?: 'time' }
  | { readonly kind: 'id'; readonly prefix: string }
  | { readonly kind: 'phone'; readonly line: 'mobile' | 'landline' }
  | { readonly kind: 'email' }
  /** `notBefore` is a column of the same row; a stamp there counts by its day. */
  | { readonly kind: 'date'; readonly notAfterToday?: true; readonly notBefore?: string }
  | { readonly kind: 'birthday' }
  | { readonly kind: 'enum'; readonly enum: string }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly integer?: true; readonly percent?: true }
  /** `within` are the settings that hold the least and the greatest amount. */
  | {
      readonly kind: 'money';
      readonly min?: number;
      readonly max?: number;
      readonly within?: readonly [least: string, greatest: string];
      readonly currency?: string;
    }
  /**
   * Points at a record of another sheet; the cell holds the target's `holds` column. `also` is an enum whose options are offered
   * beside the records.
   */
  | { readonly kind: 'ref'; readonly sheet: string; readonly holds: string; readonly also?: string }
  /** A value of a hidden list, e.g. province and city from Regions; `within` narrows it by another column of the row. */
  | { readonly kind: 'place'; readonly level: 'province' | 'city'; readonly within?: string }
  /** A fixed list of country or currency codes. */
  | { readonly kind: 'code'; readonly list: 'country' | 'currency' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'tags' }
  | { readonly kind: 'url' }
  | { readonly kind: 'uscc' }
  /** `yyyy-MM-dd HH:mm` in spreadsheet time, as text. */
  | { readonly kind: 'stamp' }
  /** UTC ISO instant, as text, in logs. */
  | { readonly kind: 'instant' };

export type ColumnTemplate = ColumnBase & KindTemplate;

/** What the cells of a spare column may be made to hold. */
export type FieldKind = 'text' | 'number' | 'date' | 'enum' | 'flag' | 'tags' | 'url';

/** What an admin made of a spare column. */
export interface CustomField {
  readonly kind: FieldKind;
  readonly label: Text;
  /** Turned off: hidden, with everything it holds. */
  readonly off?: true;
}

/** The fields in use, by the key of their column. */
export type CustomFields = Readonly<Record<string, CustomField>>;

/** How people meet a sheet: daily ones are tabs, desk ones open from the sidebar, system ones stay hidden. */
export type SheetPlace = 'daily' | 'desk' | 'system';

/**
 * Who may write to a sheet beyond its columns' editors: `append` everyone adds rows and script columns are put back; `strict`
 * protected; `warning` warns only, because every user's runs must write there; `owners` per-owner blocks (Customers).
 */
export type SheetGuard = 'append' | 'strict' | 'warning' | 'owners';

/** A data sheet: row 1 keys (hidden), row 2 labels, data from row 3. */
export interface TableTemplate {
  readonly shape: 'table';
  readonly label: Text;
  readonly place: SheetPlace;
  readonly guard: SheetGuard;
  /** Presets in which the sheet is a visible tab from the start; desk and system sheets never are. */
  readonly shown?: 'all' | readonly Preset[];
  /** Made at apply, or on first use by the feature that needs it (rulings 4); a preset that shows a sheet makes it at apply. */
  readonly made: 'apply' | 'first-use';
  readonly frozenColumns?: number;
  readonly filter?: true;
  readonly tabColour?: string;
  /** Groups of columns of which a row needs at least one. */
  readonly oneOf?: readonly (readonly string[])[];
  /** Further such groups, for rows that meet a condition. */
  readonly oneOfIf?: readonly { readonly when: Condition; readonly of: readonly string[] }[];
  readonly columns: Readonly<Record<string, ColumnTemplate>>;
  readonly formats?: readonly FormatTemplate[];
}

/** One cell of a laid-out page: fixed text, a formula of the agreed subset with `{refs}`, or, with a name alone, what script writes. */
export interface PageCell {
  readonly row: number;
  readonly column: number;
  readonly text?: Text;
  /**
   * Formula with `;` separators. `{customers.owner}` stands for that whole column (`'Customers'!J:J`), `{@as_of}` for the named
   * page cell, `{option:sales_status.won}` for the option's label in the workbook's language, quoted, `{word:few}` for a text of
   * `words`, quoted.
   */
  readonly formula?: string;
  readonly words?: Readonly<Record<string, Text>>;
  /** Name other formulas, charts and script find the cell by. */
  readonly name?: string;
  /** A key of `pageStyles` (palette.ts). */
  readonly style?: string;
  readonly numberFormat?: string;
  /** A dropdown: labels in the workbook's language; the first is set at apply, then the value is the user's. */
  readonly list?: readonly Text[];
  /** A dropdown of the values in an A1 range of the same page; `text` is set at apply, then the value is the user's. */
  readonly listRange?: string;
}

/** How a cell of a page looks; what is not named stays as Sheets has it. */
export interface PageStyle {
  /** Points. */
  readonly size?: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly ink?: string;
  readonly ground?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: true;
  /** Colour of a line along the cell's upper edge, or around it. */
  readonly lineAbove?: string;
  readonly lineAround?: string;
}

/** The rules of a workbook as people set them: what a page written in words depends on. */
export interface RulesInForce {
  readonly preset: Preset;
  readonly enums: Readonly<Record<string, EnumTemplate>>;
  /** The value in force of a setting, by its key; an option's id for an enum. */
  readonly setting: (key: string) => Cell;
}

/** A generated sheet laid out by cells: Dashboard, Guide. Cells the plan does not name are the user's. */
export interface PageTemplate {
  readonly shape: 'page';
  readonly label: Text;
  readonly place: SheetPlace;
  readonly guard: SheetGuard;
  readonly shown?: 'all' | readonly Preset[];
  readonly made: 'apply' | 'first-use';
  readonly tabColour?: string;
  readonly frozenRows?: number;
  readonly gridlines?: false;
  /** Pixels by 1-based column. */
  readonly widths: Readonly<Record<number, number>>;
  /** Pixels by 1-based row. */
  readonly heights?: Readonly<Record<number, number>>;
  /** As shipped. */
  readonly cells: readonly PageCell[];
  /** The cells for the rules in force, where they depend on them. */
  readonly written?: (rules: RulesInForce) => readonly PageCell[];
  readonly formats?: readonly PageFormatTemplate[];
  readonly charts?: readonly ChartTemplate[];
}

export type SheetTemplate = TableTemplate | PageTemplate;

/** What a format rule does to a cell, and the marker `cp:<key>` it is known by. */
interface FormatBase {
  /** Marker, unique in its sheet. */
  readonly key: string;
  readonly ground?: string;
  readonly ink?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strikethrough?: true;
}

/** A conditional format of a table; one formula, relative to the row. The order of the rules is their priority. */
export interface FormatTemplate extends FormatBase {
  /** Column keys the rule colours. */
  readonly on: readonly string[];
  /**
   * Formula with `;`. `{column_key}` is that column's cell in the same row, e.g. `$M3`; of the coloured column itself, `{self}` is
   * the cell (`M3`), `{key}` its key (`M$1`), `{head}` its label (`M$2`). `{option:tier.key}` is the option's label, quoted.
   */
  readonly when: string;
}

/** A conditional format of a page, on one A1 range; its formula as in `PageCell`. */
export interface PageFormatTemplate extends FormatBase {
  readonly range: string;
  readonly when: string;
}

export interface ChartTemplate {
  readonly key: string;
  readonly title: Text;
  readonly type: 'BAR' | 'LINE' | 'COLUMN';
  /** A1 ranges on the same page: first the labels, then the series; each begins with a header cell that names it. */
  readonly ranges: readonly string[];
  /** Of the series, in order. */
  readonly colours?: readonly string[];
  /** Top-left cell, 1-based, and size in pixels. */
  readonly at: { readonly row: number; readonly column: number };
  readonly size: { readonly width: number; readonly height: number };
}

/** One setting: its group, default by preset where they differ, and how its value is read. */
export interface SettingTemplate {
  readonly label: Text;
  readonly help: Text;
  readonly group: string;
  readonly value: KindTemplate;
  readonly dflt: Cell;
  readonly byPreset?: Partial<Readonly<Record<Preset, Cell>>>;
}

export interface WorkbookTemplate {
  /** Rises with every change a user's workbook must be upgraded for. */
  readonly version: number;
  readonly enums: Readonly<Record<string, EnumTemplate>>;
  /** In tab order. */
  readonly sheets: Readonly<Record<string, SheetTemplate>>;
  readonly settings: Readonly<Record<string, SettingTemplate>>;
}

type ValueOf<C> = C extends { kind: 'number' | 'money' }
  ? number | null
  : C extends { kind: 'flag' }
    ? boolean | null
    : string | null;

/** The row type of a declared table: a value by column key. */
export type RowOf<T extends { readonly columns: Readonly<Record<string, ColumnTemplate>> }> = {
  readonly [K in keyof T['columns']]: ValueOf<T['columns'][K]>;
};
