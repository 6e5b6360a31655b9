// Whether and how well a customer answers a term, and which characters of him do.
import type { Day } from '../../template/types';
import { addDays, isDay, partsOf } from '../days';
import { identifiers } from '../door/identity';
import { type PinyinFinder, pinyinFinder, type Span } from '../pinyin/match';
import { type PartFinder, partFinder } from './fold';
import type { State, Term } from './words';

/** The texts of a column by 0-based row; empty for an empty cell. */
export type ColumnTexts = (row: number) => string;

/** Customers as a search reads them. */
export interface SearchTable {
  readonly rows: number;
  /** Of a column the table has not, or that was not read, always the empty text. */
  column(key: string): ColumnTexts;
  /** Keys of the user's own columns among those read. */
  readonly own: readonly string[];
}

export interface SearchDay {
  readonly today: Day;
  /** Name of the acting person; null for an account the team does not know. */
  readonly me: string | null;
  /** What the invalid status is called. */
  readonly invalid: ReadonlySet<string>;
}

/** How a customer answers a term: in which column, how well, and where in its text. */
export interface Match {
  readonly key: string;
  readonly score: number;
  readonly span: Span | null;
  readonly way: 'text' | 'pinyin' | 'digits' | 'value' | 'state';
}

/** Days ahead within which a birthday counts, as in the daily mail. */
const BIRTHDAY_DAYS = 7;

const LATIN = /^[\x20-\x7E]*$/;
const MARKED = /\d\D+\d/;

/** Columns a part of a text is looked for in, with what finding it there is worth. */
const TEXTS: readonly (readonly [key: string, worth: number])[] = [
  ['name', 100],
  ['customer_id', 90],
  ['company', 60],
  ['email', 50],
  ['wechat', 50],
  ['tags', 40],
  ['city', 40],
  ['province', 35],
];
/** Columns of {@link TEXTS} that hold no Chinese. */
const CODES = new Set(['customer_id', 'email', 'wechat']);
const OWN_WORTH = 20;
/** Columns of {@link TEXTS} that are read only where they are asked for. */
const FAR: readonly string[] = ['tags', 'city', 'province'];
const SPOKEN: readonly (readonly [key: string, worth: number])[] = [
  ['name', 90],
  ['company', 50],
];
const NUMBERS: readonly (readonly [key: string, worth: number])[] = [
  ['customer_id', 80],
  ['mobile', 70],
  ['phone', 60],
];
/** What a word is the very name of: an option, a place, a person of the team. */
const VALUE_WORTH = 120;

/** Columns that every search looks into. They stand at the left: how far right a sheet is read is most of what a search costs. */
export const searchedColumns: readonly string[] = [
  ...new Set([...TEXTS, ...SPOKEN, ...NUMBERS].map(([key]) => key).filter((key) => !FAR.includes(key))),
  'owner',
  'sales_status',
  'next_follow_up',
];

/** Columns a term looks into beyond {@link searchedColumns}. */
export function columnsOf(term: Term): readonly string[] {
  return [
    ...term.values.keys(),
    ...(term.part === '' || term.kind === 'digits' ? [] : ['tags']),
    ...(term.state === 'birthday' ? ['birthday', 'birthday_cal'] : []),
  ];
}

/** Columns worth another look where nothing was found: a place that is in no list may stand there. */
export function furtherColumns(terms: readonly Term[]): readonly string[] {
  return terms.some(({ kind }) => kind === 'text' || kind === 'pinyin') ? FAR : [];
}

export type Matcher = (row: number) => Match | null;

/** A term made ready for a table: the best of the ways in which a row answers it. */
export function matcherOf(term: Term, table: SearchTable, day: SearchDay): Matcher {
  if (term.state !== null) return stateMatcher(term.state, table, day);
  const { part, digits, pinyin } = term;
  const find = partFinder(part);
  const spoken = pinyin === null ? null : pinyinFinder(pinyin);
  const ways = [
    ...valueWays(term, table),
    ...(digits.length > 0 ? NUMBERS.map(([key, worth]) => digitWay(digits, key, worth, table)) : []),
    ...[
      ...TEXTS.filter(([key]) => LATIN.test(part) || !CODES.has(key)),
      ...table.own.map((key) => [key, OWN_WORTH] as const),
    ].map(([key, worth]) => textWay(find, part.length, key, worth, table)),
    ...(spoken === null ? [] : SPOKEN.map(([key, worth]) => spokenWay(spoken, key, worth, table))),
  ];
  return (row) => {
    let best: Match | null = null;
    for (const way of ways) {
      const match = way(row);
      if (match !== null && match.score > (best?.score ?? 0)) best = match;
    }
    return best;
  };
}

function valueWays({ values, owner }: Term, table: SearchTable): Matcher[] {
  const all = new Map([...values, ...(owner === null ? [] : [['owner', new Set([owner])] as const])]);
  return [...all].map(([key, wanted]) => {
    const texts = table.column(key);
    return (row) => {
      const text = texts(row);
      return wanted.has(text) ? { key, score: VALUE_WORTH, span: [0, text.length], way: 'value' } : null;
    };
  });
}

function textWay(find: PartFinder, length: number, key: string, worth: number, table: SearchTable): Matcher {
  const texts = table.column(key);
  return (row) => {
    const text = texts(row);
    const from = text === '' ? -1 : find(text);
    if (from < 0) return null;
    return { key, score: worth + bonus(from, from + length, text), span: [from, from + length], way: 'text' };
  };
}

function spokenWay(find: PinyinFinder, key: string, worth: number, table: SearchTable): Matcher {
  const texts = table.column(key);
  return (row) => {
    const text = texts(row);
    const span = text === '' ? null : find(text);
    return span === null ? null : { key, score: worth + bonus(span[0], span[1], text), span, way: 'pinyin' };
  };
}

function digitWay(wanted: readonly string[], key: string, worth: number, table: SearchTable): Matcher {
  const texts = table.column(key);
  return (row) => {
    const text = texts(row);
    // Numbers are stored without marks between their digits; only what could not be read has some.
    if (!MARKED.test(text) && !wanted.some((one) => text.includes(one))) return null;
    const digits = text.replace(/\D/g, '');
    const found = wanted.find((one) => digits.includes(one));
    if (found === undefined) return null;
    const span = spanOfDigits(text, digits.indexOf(found), found.length);
    return { key, score: worth + (digits.endsWith(found) ? 15 : 0), span, way: 'digits' };
  };
}

/** Where some of a text's digits stand in it, with the marks between them. */
function spanOfDigits(text: string, first: number, count: number): Span {
  const places = Array.from(text.matchAll(/\d/g), ({ index }) => index);
  return [places[first] ?? 0, (places[first + count - 1] ?? 0) + 1];
}

/** The whole text is worth more than its beginning, its beginning more than its middle. */
function bonus(from: number, to: number, text: string): number {
  if (from > 0) return 0;
  return to === text.length ? 30 : 15;
}

function stateMatcher(state: State, table: SearchTable, { today, me, invalid }: SearchDay): Matcher {
  const yes = (key: string): Match => ({ key, score: 1, span: null, way: 'state' });
  const owners = table.column('owner');
  const days = table.column('next_follow_up');
  const statuses = table.column('sales_status');
  // Who must be followed up: the same condition as in the daily mail.
  const due = (fits: (day: string) => boolean): Matcher => {
    return (row) => {
      const day = days(row).slice(0, 10);
      return day !== '' && fits(day) && owners(row) !== '' && !invalid.has(statuses(row)) ? yes('next_follow_up') : null;
    };
  };
  switch (state) {
    case 'overdue':
      return due((day) => day < today);
    case 'today':
      return due((day) => day === today);
    case 'coming':
      return due((day) => day > today);
    case 'pool':
      return (row) => (owners(row) === '' ? yes('owner') : null);
    case 'mine':
      return (row) => (me !== null && owners(row) === me ? yes('owner') : null);
    case 'birthday':
      return birthdayMatcher(table, today, yes('birthday'));
    case 'duplicate':
      return duplicateMatcher(table, yes('duplicate'));
  }
}

/** Days of the lunar calendar are another day each year; nothing here counts them. */
function birthdayMatcher(table: SearchTable, today: Day, yes: Match): Matcher {
  const birthdays = table.column('birthday');
  const wanted = new Set(Array.from({ length: BIRTHDAY_DAYS + 1 }, (_, i) => addDays(today, i).slice(5)));
  const last = addDays(today, BIRTHDAY_DAYS);
  // In a year without 29 February its children celebrate on the 28th.
  if (wanted.has('02-28') && !isDay(`${partsOf(last).year}-02-29`)) wanted.add('02-29');
  return (row) => (wanted.has(birthdays(row).slice(-5)) && !birthdays(row).includes('闰') ? yes : null);
}

/** Customers who share a number, an address, a WeChat ID or a credit code with another. */
function duplicateMatcher(table: SearchTable, yes: Match): Matcher {
  const shared = identifiers
    .filter(([key]) => searchedColumns.includes(key))
    .map(([key]) => {
      const texts = table.column(key);
      const seen = new Map<string, number>();
      for (let row = 0; row < table.rows; row++) {
        const text = texts(row);
        if (text !== '') seen.set(text, (seen.get(text) ?? 0) + 1);
      }
      return (row: number) => (seen.get(texts(row)) ?? 0) > 1;
    });
  return (row) => (shared.some((fits) => fits(row)) ? yes : null);
}
