// Reads the words of a search: what each may mean, from a state of the customer down to any part of a text.
import { customers } from '../../template/customers';
import type { ColumnTemplate, EnumTemplate, Locale } from '../../template/types';
import { optionOf } from '../kinds/enum';
import { gazetteer, placeKey } from '../kinds/gazetteer';
import type { Region } from '../kinds/index';
import { pinyinLetters } from '../pinyin/match';
import { optionKey, plain } from '../text';
import { folded } from './fold';

/** What is asked of a customer instead of his texts. */
export type State = 'overdue' | 'today' | 'coming' | 'pool' | 'mine' | 'birthday' | 'duplicate';

/** How a word was read; several ways may lead to a customer, this is the narrowest. */
export type TermKind = 'state' | 'option' | 'place' | 'owner' | 'digits' | 'pinyin' | 'text';

/** One word, or several that mean one thing together (Hong Kong). */
export interface Term {
  readonly text: string;
  readonly kind: TermKind;
  /** What it stands for, in the page's language; the word itself where it means nothing more. */
  readonly label: string;
  readonly state: State | null;
  /** Values that answer to the word, by column key: labels of an option in every language, spellings of a place. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
  /** The owner's name. */
  readonly owner: string | null;
  /** Spellings of a number, without marks. */
  readonly digits: readonly string[];
  readonly pinyin: string | null;
  /** As `folded` writes it; empty where the word is not looked for in texts. */
  readonly part: string;
}

export interface Vocabulary {
  /** The page's language. */
  readonly locale: Locale;
  readonly enums: Readonly<Record<string, EnumTemplate>>;
  readonly regions: readonly Region[];
  /** Names of the team. */
  readonly people: readonly string[];
}

/** Words beyond these make no search narrower that a person types. */
const MOST_WORDS = 12;
const LONGEST_WORD = 100;
/** Words that may mean one thing together. */
const TOGETHER = 3;
const FEWEST_DIGITS = 3;

const STATES: Readonly<Record<State, readonly string[]>> = {
  overdue: ['逾期', '过期', '超期', 'overdue', 'late'],
  today: ['今天', '今日', 'today'],
  coming: ['未来', '即将', 'coming', 'upcoming'],
  pool: ['公海', '客户池', '无负责人', 'pool', 'unowned'],
  mine: ['我的', '我', 'mine', 'my'],
  birthday: ['生日', 'birthday', 'birthdays'],
  duplicate: ['重复', '疑似重复', 'duplicate', 'duplicates'],
};
const stateOf = new Map(Object.entries(STATES).flatMap(([state, spellings]) => spellings.map((one) => [one, state as State])));

const columns: Readonly<Record<string, ColumnTemplate>> = customers.columns;
const enumColumns = Object.entries(columns).flatMap(([key, column]) =>
  // What runs an act and clears itself says nothing of the customer.
  column.kind === 'enum' && key !== 'quick' ? [{ key, list: column.enum }] : [],
);

/** @returns a term for each word, in order; words that only together are an option, a place or a person are one */
export function readWords(text: string, vocabulary: Vocabulary): Term[] {
  const words = plain(text)
    .split(/[\s,;，、；]+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD));
  const terms: Term[] = [];
  for (let at = 0; at < words.length; ) {
    const [term, taken] = longest(words.slice(at, at + TOGETHER), vocabulary);
    terms.push(term);
    at += taken;
  }
  return terms;
}

function longest(words: readonly string[], vocabulary: Vocabulary): [Term, number] {
  for (let count = words.length; count > 1; count--) {
    const term = termOf(words.slice(0, count).join(' '), vocabulary);
    if (term.kind === 'option' || term.kind === 'place' || term.kind === 'owner') return [term, count];
  }
  return [termOf(words[0] ?? '', vocabulary), 1];
}

function termOf(text: string, vocabulary: Vocabulary): Term {
  const state = stateOf.get(optionKey(text)) ?? null;
  const part = folded(text);
  const nothing = { text, state, label: text, values: new Map(), owner: null, digits: [], pinyin: null, part };
  // A state is nothing else: `pool` would find everybody in Liverpool.
  if (state !== null) return { ...nothing, kind: 'state', part: '' };
  const options = optionsOf(text, vocabulary);
  const place = placeOf(text, vocabulary);
  const owner = vocabulary.people.find((name) => folded(name) === part) ?? null;
  const digits = digitsOf(text);
  const pinyin = pinyinLetters(text);
  const values = new Map([...options.values, ...place.values]);
  const read = { ...nothing, values, owner, digits, pinyin };
  // Labels that are Latin words would be read as initials of half the table.
  if (options.label !== null) return { ...read, kind: 'option', label: options.label, pinyin: null };
  if (place.label !== null) return { ...read, kind: 'place', label: place.label };
  if (owner !== null) return { ...read, kind: 'owner', label: owner };
  if (digits.length > 0) return { ...read, kind: 'digits' };
  return { ...read, kind: pinyin === null ? 'text' : 'pinyin' };
}

interface Named {
  readonly label: string | null;
  readonly values: Map<string, ReadonlySet<string>>;
}

function optionsOf(text: string, { locale, enums }: Vocabulary): Named {
  const values = new Map<string, ReadonlySet<string>>();
  let label: string | null = null;
  // One letter is an initial, not the code of an option.
  if (/^[a-z]$/i.test(text)) return { label, values };
  for (const { key, list } of enumColumns) {
    const option = enums[list] === undefined ? null : optionOf(enums[list], text);
    if (option === null) continue;
    values.set(key, new Set(Object.values(option.label)));
    label ??= option.label[locale];
  }
  return { label, values };
}

function placeOf(text: string, { locale, regions }: Vocabulary): Named {
  const { provinces, cities } = gazetteer(regions);
  const key = placeKey(text);
  const values = new Map<string, ReadonlySet<string>>();
  const city = cities.get(key);
  const province = provinces.get(key);
  if (city !== undefined) values.set('city', new Set(city.flatMap((region) => [region.city, region.city_en])));
  if (province !== undefined)
    values.set('province', new Set(province.flatMap((region) => [region.province, region.province_en])));
  const [inCity] = city ?? [];
  const [inProvince] = province ?? [];
  const name = locale === 'en' ? (inCity?.city_en ?? inProvince?.province_en) : (inCity?.city ?? inProvince?.province);
  return { label: name ?? null, values };
}

/** Numbers are stored with their country; who types one as it is dialled at home begins with a 0 that is not stored. */
function digitsOf(text: string): string[] {
  if (!/^\+?[\d().-]+$/.test(text)) return [];
  const digits = text.replace(/\D/g, '');
  if (digits.length < FEWEST_DIGITS) return [];
  const national = digits.replace(/^0+/, '');
  return national.length >= FEWEST_DIGITS && national !== digits ? [digits, national] : [digits];
}
