// What every kind of value can do: be read, shown, judged and ruled.
import type { Message } from '../../i18n/index';
import type { Cell, ColumnTemplate, CustomFields, Day, EnumTemplate, Locale } from '../../template/types';

/** A prefecture-level place of the home country, as the Regions sheet lists it. */
export interface Region {
  readonly province: string;
  readonly city: string;
  readonly province_en: string;
  readonly city_en: string;
}

/** How `3/4/24` is meant. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What reading a value may depend on besides the value. */
export interface KindContext {
  /** The workbook's language: labels of options are stored in it. */
  readonly locale: Locale;
  readonly today: Day;
  /** ISO 3166 code by which national numbers are read when the row names no country. */
  readonly homeRegion: string;
  /** The row's own country, ISO code, if known. */
  readonly country?: string | null;
  /** Options in force (shipped ones and the workbook's own changes). */
  readonly enums: Readonly<Record<string, EnumTemplate>>;
  /** What the spare columns were made to hold; without it they hold text. */
  readonly fields?: CustomFields;
  /** Provinces and cities in force; without them places are free text. */
  readonly regions?: readonly Region[];
  /** How `3/4/24` is meant in this column; absent: ask, never guess. */
  readonly dateOrder?: DateOrder;
  /** Finds the record a reference means, e.g. an active user by name; `null` when none or several fit. */
  readonly lookup?: (sheet: string, text: string) => string | null;
  /** Names a dropdown of a sheet's records offers, e.g. those of active users; used where options stand beside them. */
  readonly offered?: (sheet: string) => readonly string[];
  /** The spreadsheet's own locale, e.g. `en_US`: days are shown as people there write them. Asked for only where a format is wanted. */
  readonly sheetLocale?: () => string;
  /** Settings in force, for kinds whose limits people set; without them there are none. */
  readonly setting?: (key: string) => Cell;
  /** The record's other cells, canonical, by column key; a city is judged by its province. */
  readonly row?: Readonly<Record<string, Cell>>;
}

/** What came of reading: a canonical value with the steps taken, or a reason with a suggestion. */
export type Reading =
  | {
      readonly ok: true;
      readonly value: Cell;
      /** Codes of what was changed on the way, in order, for “what was normalised”. */
      readonly steps?: readonly Step[];
      /** Further values found in the same cell, canonical, e.g. a second phone number. */
      readonly more?: readonly string[];
      /** ISO code of the currency an amount was written with. */
      readonly currency?: string;
    }
  | {
      readonly ok: false;
      readonly reason: Message;
      readonly suggestion?: string;
      /** What of the value the column can hold meanwhile, e.g. a text cut to its limit; absent: the value as typed. */
      readonly kept?: string;
    };

/** What reading changed besides spaces and case. */
export type Step =
  | 'width'
  | 'format'
  | 'country'
  | 'split'
  | 'option'
  | 'place'
  | 'serial'
  | 'lunar'
  | 'unit'
  | 'scheme'
  | 'order';

/** A cell rule as plain data; one a cell. `strict` refuses, otherwise warns. */
export type CellRule = (
  | { readonly type: 'list'; readonly values: readonly string[] }
  /** The values of another sheet's column, by sheet and column key, from row 3 down. */
  | { readonly type: 'range'; readonly sheet: string; readonly column: string }
  | { readonly type: 'date'; readonly notBefore?: Day }
  | { readonly type: 'number'; readonly min?: number; readonly max?: number }
  | { readonly type: 'checkbox' }
  /** Formula with `;`, `{cell}` for the cell itself, e.g. `$D3`. */
  | { readonly type: 'formula'; readonly formula: string }
) & { readonly strict: boolean };

/** How a column of a kind is set up in a sheet. */
export interface KindSetup {
  /** `@` for text: set before values, so that nothing typed becomes a formula. */
  readonly numberFormat: string;
  readonly rule: CellRule | null;
  readonly align?: 'left' | 'right' | 'center';
}

/** The behaviour of one kind. `C` is the column declaration of that kind. */
export interface Kind<C extends ColumnTemplate = ColumnTemplate> {
  /** Reads what was typed, pasted or imported. An empty cell reads as `null` and is no error; a parsed value reads as itself. */
  parse(raw: Cell, column: C, context: KindContext): Reading;
  /** How the canonical value is shown to people outside the sheet. */
  format(value: Cell, column: C, context: KindContext): string;
  /** Judges a canonical value against what the column declares (range, order); `null` when it is fine. */
  validate(value: Cell, column: C, context: KindContext): Message | null;
  /** Columns of the row {@link validate} looks at besides; absent: none. */
  neighbours?(column: C): readonly string[];
  setup(column: C, context: KindContext): KindSetup;
  /** What a new record takes when nothing was given; `null` for nothing. */
  initial(column: C, context: KindContext): Cell;
  /**
   * How much the looks of a value that is not empty speak for a column of this kind: 1 it can hardly be anything else, 0 they
   * say nothing, −1 it cannot be. Import tells columns apart by it.
   */
  likeness(text: string, column: C, context: KindContext): number;
}

/** The column declaration of one kind. */
export type ColumnOf<K extends ColumnTemplate['kind']> = Extract<ColumnTemplate, { readonly kind: K }>;
