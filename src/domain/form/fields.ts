// The fields of a form, from the columns of the sheet it fills: which, in which step, and how each is entered.
import type { Message } from '../../i18n/index';
import { codes } from '../../template/index';
import type { Cell, ColumnTemplate, Preset, TableTemplate } from '../../template/types';
import { columnInForce, type KindContext, kindOf } from '../kinds/index';

export type Step = 'who' | 'work' | 'follow';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Field {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly input: 'line' | 'text' | 'choice' | 'suggest' | 'date' | 'number' | 'flag';
  readonly required: boolean;
  readonly max: number | null;
  readonly options: readonly Choice[];
  readonly within: string | null;
  readonly essential: boolean;
  readonly closed: Message | null;
}

export interface FieldContext {
  /** The workbook's language, in which values are stored. */
  readonly kinds: KindContext;
  /** The page's language, in which they are read. */
  readonly locale: KindContext['locale'];
  readonly preset: Preset;
  /** Records of another sheet that a reference may hold. */
  readonly records: (sheet: string) => readonly string[];
  /** Why the acting user may not change a column; null: may. */
  readonly closed: (key: string) => Message | null;
}

/** Columns of Customers that have their own place in the sidebar, or say when and not what. */
const ELSEWHERE: readonly string[] = ['claim', 'quick', 'return_reason', 'verified_at'];

/** Where columns are asked for whose band is another. */
const MOVED: Readonly<Record<string, Step>> = { source: 'who', consent_status: 'follow', contact_pref: 'follow' };

const BY_BAND = { identity: 'who', contact: 'who', followUp: 'follow', profile: 'work', system: 'work' } as const;

/** A text longer than this is written on several lines. */
const LINE = 250;

/** Keys of the columns of Customers that people fill in a form: those of the owner, and whose the customer is. */
export function customerKeys({ columns }: TableTemplate): string[] {
  return Object.keys(columns).filter((key) => {
    const column = columns[key];
    const isPeoples = column !== undefined && column.kept !== 'script' && column.kind !== 'id';
    return isPeoples && (column.editor === 'owner' || key === 'owner') && !ELSEWHERE.includes(key);
  });
}

/** Keys of the columns people fill in a row that belongs to a customer. */
export function childKeys({ columns }: TableTemplate): string[] {
  return Object.keys(columns).filter((key) => {
    const column = columns[key];
    return column !== undefined && column.kept !== 'script' && column.kind !== 'id' && key !== 'customer_id';
  });
}

export function stepOf(key: string, column: ColumnTemplate): Step {
  return MOVED[key] ?? BY_BAND[column.band ?? 'profile'];
}

export function fieldOf(key: string, declared: ColumnTemplate, context: FieldContext): Field {
  const { locale, preset } = context;
  const column = columnInForce(declared, context.kinds);
  return {
    key,
    label: column.label[locale],
    help: column.help?.[locale] ?? '',
    input: inputOf(column),
    required: column.required === true && column.kept === undefined,
    max: column.kind === 'text' ? column.max : null,
    options: optionsOf(column, context),
    within: column.kind === 'place' ? (column.within ?? null) : null,
    essential: column.shown === undefined ? column.required === true : column.shown === 'all' || column.shown.includes(preset),
    closed: context.closed(key),
  };
}

function inputOf(column: ColumnTemplate): Field['input'] {
  switch (column.kind) {
    case 'enum':
      return 'choice';
    case 'ref':
      return column.sheet === 'orders' ? 'suggest' : 'choice';
    case 'place':
    case 'code':
      return 'suggest';
    case 'date':
      return 'date';
    case 'number':
    case 'money':
      return 'number';
    case 'flag':
      return 'flag';
    case 'text':
      return column.max > LINE ? 'text' : 'line';
    default:
      return 'line';
  }
}

function optionsOf(column: ColumnTemplate, { kinds, locale, records }: FieldContext): Choice[] {
  if (column.kind === 'enum') {
    const options = kinds.enums[column.enum]?.options ?? [];
    return options.map(({ label }) => ({ value: label[kinds.locale], label: label[locale] }));
  }
  if (column.kind === 'ref') return records(column.sheet).map((value) => ({ value, label: value }));
  if (column.kind === 'code') return codes[column.list].map(({ code, label }) => ({ value: code, label: label[locale] }));
  if (column.kind !== 'place' || column.level !== 'province') return [];
  const names = new Map(
    (kinds.regions ?? []).map((region) => [inLocale(region, 'province', kinds.locale), inLocale(region, 'province', locale)]),
  );
  return [...names].map(([value, label]) => ({ value, label }));
}

type Named = NonNullable<KindContext['regions']>[number];

function inLocale(region: Named, level: 'province' | 'city', locale: KindContext['locale']): string {
  return locale === 'en' ? region[`${level}_en`] : region[level];
}

/** The cities of each province, as they are stored. */
export function citiesByProvince({ regions = [], locale }: KindContext): Record<string, string[]> {
  const cities: Record<string, string[]> = {};
  for (const region of regions) {
    const province = inLocale(region, 'province', locale);
    cities[province] ??= [];
    cities[province].push(inLocale(region, 'city', locale));
  }
  return cities;
}

/** A cell as a form holds it. */
export function formText(cell: Cell | undefined): string {
  if (cell === undefined || cell === null || cell === false) return '';
  return cell === true ? TICKED : String(cell);
}

/**
 * A cell as a form shows it: a telephone number as people write it, where that is read as the same number again.
 * @param context with the record's country
 */
export function shownText(cell: Cell | undefined, column: ColumnTemplate | undefined, context: KindContext): string {
  const stored = formText(cell);
  if (column?.kind !== 'phone' || stored === '') return stored;
  const kind = kindOf(column);
  const shown = kind.format(stored, column, context);
  const read = kind.parse(shown, column, context);
  return read.ok && read.value === stored && read.more === undefined ? shown : stored;
}

/** A ticked box, as a form holds it. */
const TICKED = 'true';

/** What was entered, as somebody might have typed it into the cell; null for nothing. */
export function cellFrom(text: string, column: ColumnTemplate): Cell {
  if (column.kind === 'flag') return text === TICKED;
  return text.trim() === '' ? null : text;
}
