// What a card needs to read records of any sheet: options by id, days, figures, in the page's language.
import { type Message, say } from '../../i18n/index';
import { type TableKey, tableOf } from '../../template/index';
import type { Cell, ColumnTemplate, Day, EnumTemplate, Locale } from '../../template/types';
import { isDay } from '../days';
import { optionOf } from '../kinds/enum';

export type Row = Readonly<Record<string, Cell>>;

export interface CardContext {
  readonly today: Day;
  /** The page's language. */
  readonly locale: Locale;
  /** Options as shipped. */
  readonly enums: Readonly<Record<string, EnumTemplate>>;
  /** Those in force, which cost a service read: asked for only where a cell holds what was not shipped. */
  inForce(): Readonly<Record<string, EnumTemplate>>;
}

export function textIn(row: Row, key: string): string {
  const cell = row[key] ?? null;
  return cell === null ? '' : String(cell);
}

/** The day of a cell, of a stamp or of an instant; null for anything else. */
export function dayIn(row: Row, key: string): Day | null {
  const day = textIn(row, key).slice(0, 10);
  return isDay(day) ? day : null;
}

/** The option a cell holds by its id, and its label as the page reads it; what is no option keeps its text. */
export function optionIn(
  sheet: TableKey,
  row: Row,
  key: string,
  { enums, inForce, locale }: CardContext,
): { id: string; label: string } {
  const column: ColumnTemplate | undefined = tableOf(sheet).columns[key];
  const text = textIn(row, key);
  const among = (lists: CardContext['enums']) => {
    const list = column?.kind === 'enum' ? lists[column.enum] : undefined;
    return list === undefined ? null : optionOf(list, text);
  };
  const option = column?.kind !== 'enum' || text === '' ? null : (among(enums) ?? among(inForce()));
  return { id: option?.id ?? '', label: option?.label[locale] ?? text };
}

/** `CNY 32,000`: fractions only of small amounts, where they mean something. */
export function amountOf(value: number, currency: string): string {
  const digits = Math.abs(value) >= 1000 || Number.isInteger(value) ? 0 : 2;
  const [whole = '', part] = value.toFixed(digits).split('.');
  const figure = whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (part === undefined ? '' : `.${part}`);
  return currency === '' ? figure : `${currency} ${figure}`;
}

export type Say = (message: Message) => string;

export const sayer =
  ({ locale }: CardContext): Say =>
  (message) =>
    say(locale, message);
