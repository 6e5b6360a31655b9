// What people make of the workbook themselves: options of lists, custom fields; and the tour that shows them around.
import type { CustomField, Text } from '../template/types';
import type { ActResult } from './duplicates-api';

export interface OptionView {
  readonly id: string;
  readonly label: Text;
  readonly aliases: readonly string[];
  /** `#rrggbb` of the cell; null: none. */
  readonly colour: string | null;
  readonly active: boolean;
  /** Came with the product: stays, whatever becomes of its label. */
  readonly shipped: boolean;
}

export interface OptionList {
  readonly key: string;
  readonly label: Text;
  /** Whether options may be added and switched off. */
  readonly open: boolean;
  /** Whether cells wear the option's colour. */
  readonly coloured: boolean;
  /** In order, those switched off among them. */
  readonly options: readonly OptionView[];
}

export interface OptionChange {
  readonly list: string;
  /** Null: a new option. */
  readonly id: string | null;
  readonly label: Text;
  readonly aliases: readonly string[];
  readonly colour: string | null;
  readonly active: boolean;
}

/** Cells an act will rewrite, sheet by sheet. */
export interface Touched {
  readonly sheet: string;
  readonly count: number;
}

export interface OptionPlan {
  /** Cells that hold the option now. */
  readonly used: number;
  /** Of them those that will say its new name. */
  readonly cells: readonly Touched[];
}

export interface FieldSlot {
  readonly slot: string;
  /** What stands above the column. */
  readonly label: string;
  readonly field: CustomField | null;
}

/** A field to be, or, with `field: null`, one to be turned off. */
export interface FieldChange {
  readonly slot: string;
  readonly field: CustomField | null;
  /** First options of a field that is chosen from; those it has already stay. */
  readonly options: readonly Text[];
}

export interface FieldPlan {
  /** Customers for whom the column holds something. */
  readonly filled: number;
  /** Of them those whose cell will be written anew in the field's form. */
  readonly rewritten: number;
  /** Of them those whose cell does not fit; it stays as it is. */
  readonly unfit: number;
  /** Some of the texts that do not fit. */
  readonly examples: readonly string[];
}

/** What the tour shows, in order; the first four are the uses the product is made for. */
export const TOUR_STEPS = ['choose', 'enter', 'contact', 'merge', 'remind', 'leave'] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

export interface SettingsApi {
  optionLists(): readonly OptionList[];
  planOption(change: OptionChange): OptionPlan;
  saveOption(change: OptionChange): ActResult;
  /** Puts a list's options in this order; ids not named keep theirs behind the others. */
  orderOptions(ask: { list: string; ids: readonly string[] }): ActResult;
  /** Only what was added here and stands in no cell. */
  removeOption(ask: { list: string; id: string }): ActResult;
  fields(): readonly FieldSlot[];
  planField(change: FieldChange): FieldPlan;
  saveField(change: FieldChange): ActResult;
  /** Brings a sheet before the user's eyes. */
  showSheet(ask: { sheet: 'customers' }): boolean;
  /** Steps of the tour that are done as far as the workbook shows. */
  tour(): readonly TourStep[];
}
