// A table read for comparing: rows in an order of their own, every kind of evidence normalised and numbered.

import { hashOf } from '../hash';
import { floats, floor, imul, ints, max } from './arithmetic';
import { type Coded, type CodedSets, coded, setCoder } from './coded';
import { type CompanyName, companyName, isCompanyName } from './normalise/company';
import { addContacts, addMentioned, type Contacts, noContacts } from './normalise/contact';
import { birthNumber } from './normalise/date';
import { folded, HAN, unaccented } from './normalise/fold';
import { isPersonName, type PersonName, personName } from './normalise/person';
import { type Address, address, placeName } from './normalise/place';
import { spoken } from './normalise/sound';
import type { LinkKind, LinkTable } from './table';

/** One of a person's names by itself. */
export interface NamePart {
  readonly text: string;
  readonly sound: string;
  readonly han: boolean;
}

export interface Features {
  readonly rows: number;
  /** The input row at each place of the engine's own order, so that the order of the table changes nothing. */
  readonly order: Int32Array;
  readonly name: Coded<PersonName> | null;
  readonly given: Coded<NamePart> | null;
  readonly family: Coded<NamePart> | null;
  readonly company: Coded<CompanyName> | null;
  readonly mobiles: CodedSets;
  readonly landlines: CodedSets;
  readonly emails: CodedSets;
  readonly accounts: CodedSets;
  /** Ways of contact a remark or a name mentions, in the rows that do and in those whose own they are. */
  readonly mentions: CodedSets;
  readonly codes: CodedSets;
  readonly birth: Coded<number> | null;
  readonly age: Coded<string> | null;
  readonly address: Coded<Address> | null;
  readonly city: Coded<string> | null;
  readonly province: Coded<string> | null;
  readonly district: Coded<string> | null;
  readonly country: Coded<string> | null;
  readonly postcode: Coded<string> | null;
  /** Titles, categories and texts: weak evidence, each column by itself. */
  readonly weak: readonly Coded<string>[];
}

/** @param isSure that columns hold what they are called: a few rows of a table do not tell */
export function featuresOf(table: LinkTable, isSure = false): Features {
  const order = canonicalOrder(table);
  const columnsOf = (...kinds: LinkKind[]) =>
    table.columns.filter(({ kind }) => kinds.includes(kind)).map(({ values }) => values);
  const rows = order.length;
  const numbered = <T>(list: readonly string[], read: (text: string) => T, keyOf: (value: T) => string) =>
    coded(list, order, read, keyOf);
  /** The cells of some columns, joined; null where there is no such column or nothing in it. */
  const texts = (columns: readonly (readonly string[])[], joined = false): string[] | null => {
    if (columns.length === 0) return null;
    const list: string[] = [];
    let isEmpty = true;
    for (let row = 0; row < rows; row++) {
      let text = '';
      for (const column of columns) {
        const cell = column[row] ?? '';
        if (cell === '') continue;
        text = text === '' ? cell : `${text} ${cell}`;
        if (!joined) break;
      }
      list.push(text);
      if (text !== '') isEmpty = false;
    }
    return isEmpty ? null : list;
  };
  const one = (kind: LinkKind, read: (text: string) => string): Coded<string> | null => {
    const list = texts(columnsOf(kind));
    return list && numbered(list, read, (value) => value);
  };
  const given = texts(columnsOf('given_name'));
  const family = texts(columnsOf('family_name'));
  const [nameColumns, odd] = isSure ? [columnsOf('person_name'), []] : parted(columnsOf('person_name'));
  const names =
    given || family ? table.ids.map((_, row) => wholeName(given?.[row] ?? '', family?.[row] ?? '')) : texts(nameColumns);
  const companies = texts(columnsOf('company'));
  if (names && companies) untangle(names, companies);
  const streets = [...columnsOf('street_number'), ...columnsOf('address')];
  const births = texts(columnsOf('birth_date'));
  return {
    rows,
    order,
    name: names && numbered(names, personName, ({ text, generation }) => (generation === 0 ? text : `${text}\n${generation}`)),
    given: given && numbered(given, namePart, ({ text }) => text),
    family: family && numbered(family, namePart, ({ text }) => text),
    company: companies && numbered(companies, companyName, ({ core, branch }) => (core === '' ? '' : `${core}\n${branch}`)),
    ...contactsOf(table, order),
    codes: codesOf(columnsOf('national_id'), order),
    birth: births && numbered(births, birthNumber, (value) => (value === 0 ? '' : String(value))),
    age: one('age', (text) => String(Number.parseInt(folded(text), 10) || '')),
    address: ((list) => list && numbered(list, address, ({ words }) => words.join(' ')))(texts(streets, true)),
    city: one('city', placeName),
    province: one('province', placeName),
    district: one('district', placeName),
    country: one('country', placeName),
    postcode: one('postcode', code),
    weak: [...odd, ...columnsOf('title', 'category', 'text')].flatMap((column) => {
      const list = texts([column]);
      return list === null
        ? []
        : [
            numbered(
              list,
              (text) => unaccented(folded(text)),
              (value) => value,
            ),
          ];
    }),
  };
}

function wholeName(given: string, family: string): string {
  return HAN.test(family) ? family + given : `${given} ${family}`.trim();
}

/** A person in the column of companies and a company in that of names change places. */
function untangle(names: string[], companies: string[]): void {
  const doubtful: number[] = [];
  companies.forEach((company, row) => {
    const name = names[row] ?? '';
    const isPerson = isPersonName(company);
    if (isCompanyName(name) ? company === '' || isPerson : isPerson && name.length > 4 && HAN.test(name) && !isPersonName(name))
      [names[row], companies[row]] = [company, name];
    else if (isPerson && name !== '' && name !== company) doubtful.push(row);
  });
  // 双达 and 方雪莉 may both be either: the rest of the table knows.
  const keyOf = (text: string) => personName(text).text;
  const keys = new Set(doubtful.flatMap((row) => [keyOf(names[row] ?? ''), keyOf(companies[row] ?? '')]));
  const count = (column: readonly string[]) => {
    const counts = new Map(Array.from(keys, (key) => [key, 0]));
    for (const text of column) {
      const sofar = counts.get(text);
      if (sofar !== undefined) counts.set(text, sofar + 1);
    }
    return (text: string) => counts.get(text) ?? 0;
  };
  const [asName, asCompany] = [count(names), count(companies)];
  for (const row of doubtful) {
    const name = keyOf(names[row] ?? '');
    const company = keyOf(companies[row] ?? '');
    const isNoName = !isPersonName(name) || asCompany(name) > 0;
    if (isNoName && asName(name) <= 1 && asName(company) > asCompany(company) - 1)
      [names[row], companies[row]] = [companies[row] ?? '', names[row] ?? ''];
  }
}

function namePart(raw: string): NamePart {
  const text = unaccented(folded(raw)).replace(/[.']/g, '');
  const han = HAN.test(text);
  return { text, han, sound: han ? spoken(text) : text };
}

function code(raw: string): string {
  return folded(raw).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Columns called names that hold a few words over and over, or numbers, are none. */
function parted(columns: readonly (readonly string[])[]): [(readonly string[])[], (readonly string[])[]] {
  const real: (readonly string[])[] = [];
  const odd: (readonly string[])[] = [];
  for (const column of columns) {
    const distinct = new Set<string>();
    let filled = 0;
    let lettered = 0;
    for (const text of column) {
      if (text === '') continue;
      filled++;
      if (distinct.size <= MANY) distinct.add(text);
      if (isLettered(text)) lettered++;
    }
    const isName = lettered * 2 > filled && (distinct.size > MANY || distinct.size * 10 > filled);
    (isName ? real : odd).push(column);
  }
  return [real, odd];
}

/** So many different values are no mere few words. */
const MANY = 100;

function isLettered(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= FIRST_HAN && code <= LAST_HAN) || /\p{L}{2}|[\u3400-\u9FFF]/u.test(text);
}

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

const CONTACT_KINDS: readonly LinkKind[] = ['mobile', 'phone', 'email', 'wechat'];

/** Contacts of a row from every column of contacts, whichever of them they were put in, and apart from them those it only mentions. */
function contactsOf(table: LinkTable, order: Int32Array): Pick<Features, keyof Contacts | 'mentions'> {
  const columns = table.columns.filter(({ kind }) => CONTACT_KINDS.includes(kind));
  const rows = order.length;
  const isMainland = areMainland(columns);
  const mentioned = mentionsIn(table);
  const known = new Set([...mentioned.values()].flat());
  const mentions = setCoder(rows);
  const found = noContacts();
  const kinds = (Object.keys(found) as (keyof Contacts)[]).map((name) => ({ name, list: found[name], coder: setCoder(rows) }));
  for (let row = 0; row < rows; row++) {
    for (const { list } of kinds) list.length = 0;
    for (const { kind, values } of columns) {
      const raw = values[row];
      if (raw) addContacts(raw, kind, found, isMainland);
    }
    for (const { list, coder } of kinds) coder.put(row, list);
    const mentioning = mentioned.get(row) ?? NONE;
    const own = known.size === 0 ? NONE : allIn(found).filter((text) => known.has(text));
    mentions.put(row, own.length === 0 ? mentioning : [...new Set([...own, ...mentioning])]);
  }
  const sets = Object.fromEntries(kinds.map(({ name, coder }) => [name, coder.done(order)]));
  return { ...(sets as Record<keyof Contacts, CodedSets>), mentions: mentions.done(order) };
}

/** What remarks and names mention, by row: it may be his who introduced somebody, or ours who looks after him. */
function mentionsIn(table: LinkTable): Map<number, readonly string[]> {
  const prose = table.columns.filter(({ kind }) => kind === 'person_name' || kind === 'text');
  const mentions = new Map<number, readonly string[]>();
  let found = noContacts();
  for (let row = 0; row < table.ids.length; row++) {
    for (const { values } of prose) {
      addMentioned(values[row] ?? '', found);
      const all = allIn(found);
      if (all.length === 0) continue;
      mentions.set(row, [...new Set([...(mentions.get(row) ?? NONE), ...all])]);
      found = noContacts();
    }
  }
  return mentions;
}

const NONE: readonly string[] = [];

function allIn({ mobiles, emails, accounts }: Contacts): string[] {
  return [...mobiles, ...emails, ...accounts];
}

/** Whether most numbers of a table are mainland mobiles. */
function areMainland(columns: LinkTable['columns']): boolean {
  let numbers = 0;
  let mobiles = 0;
  for (const { kind, values } of columns) {
    if (kind !== 'mobile' && kind !== 'phone') continue;
    const step = max(1, floor(values.length / SAMPLE));
    for (let row = 0; row < values.length; row += step) {
      const found = noContacts();
      addContacts(values[row] ?? '', kind, found);
      numbers += found.mobiles.length;
      for (const number of found.mobiles) if (/^1/.test(number)) mobiles++;
    }
  }
  return mobiles * 2 > numbers;
}

/** Cells of a column looked at. */
const SAMPLE = 500;

function codesOf(columns: readonly (readonly string[])[], order: Int32Array): CodedSets {
  const codes = setCoder(order.length);
  for (let row = 0; row < order.length; row++)
    codes.put(
      row,
      columns.map((column) => code(column[row] ?? '')).filter((text) => text !== ''),
    );
  return codes.done(order);
}

/** Rows by what they say, then by id: the order of the table is no evidence. */
function canonicalOrder({ ids, columns }: LinkTable): Int32Array {
  const n = ids.length;
  const compared = columns.filter(({ kind }) => kind !== 'id' && kind !== 'ignore');
  // Added, not chained: the order of the columns is no evidence either.
  const sumOf = (row: number, hash: (text: string) => number) => {
    let sum = 0;
    for (const { kind, values } of compared) {
      const text = values[row] ?? '';
      if (text !== '') sum = (sum + imul(hash(text) ^ kind.length, 0x9e3779b1)) | 0;
    }
    return sum >>> 0;
  };
  const entries = floats(n);
  for (let row = 0; row < n; row++) entries[row] = sumOf(row, endsOf) * ROWS + row;
  entries.sort();
  const order = ints(n);
  for (let at = 0; at < n; at++) order[at] = (entries[at] ?? 0) - floor((entries[at] ?? 0) / ROWS) * ROWS;
  // Few rows begin and end alike in every cell; those are told apart by all they say.
  for (let from = 0; from < n; ) {
    const key = floor((entries[from] ?? 0) / ROWS);
    let to = from + 1;
    while (to < n && floor((entries[to] ?? 0) / ROWS) === key) to++;
    if (to - from > 1) {
      const whole = new Map(Array.from(order.subarray(from, to), (row) => [row, sumOf(row, hashOf)]));
      const id = (row: number) => ids[row] ?? '';
      order
        .subarray(from, to)
        .sort((a, b) => (whole.get(a) ?? 0) - (whole.get(b) ?? 0) || (id(a) < id(b) ? -1 : id(a) > id(b) ? 1 : 0));
    }
    from = to;
  }
  return order;
}

const ROWS = 2 ** 20;

/** A hash of a text's length, its first two and its last four characters: enough to tell most apart. */
function endsOf(text: string): number {
  const last = text.length - 1;
  let hash = 0x811c9dc5 ^ last;
  hash = imul(hash ^ text.charCodeAt(0), 0x01000193);
  hash = imul(hash ^ text.charCodeAt(last >> 1), 0x01000193);
  for (let i = max(0, last - 3); i <= last; i++) hash = imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
