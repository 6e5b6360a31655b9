// A table read for comparing: rows in an order of their own, every kind of evidence normalised and numbered.
import { type Coded, type CodedSets, coded, codedSets } from './coded';
import { type CompanyName, companyName, isCompanyName } from './normalise/company';
import { addContacts, type Contacts } from './normalise/contact';
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

export function featuresOf(table: LinkTable): Features {
  const order = canonicalOrder(table);
  const columnsOf = (...kinds: LinkKind[]) =>
    table.columns.filter(({ kind }) => kinds.includes(kind)).map(({ values }) => values);
  const rows = order.length;
  /** The cells of some columns in the engine's order, joined; null where there is no such column or nothing in it. */
  const texts = (columns: readonly (readonly string[])[], joined = false): string[] | null => {
    if (columns.length === 0) return null;
    const list = Array.from(order, (row) => {
      if (joined)
        return columns
          .map((column) => column[row] ?? '')
          .join(' ')
          .trim();
      for (const column of columns) if (column[row]) return column[row] ?? '';
      return '';
    });
    return list.some((text) => text !== '') ? list : null;
  };
  const one = (kind: LinkKind, read: (text: string) => string): Coded<string> | null => {
    const list = texts(columnsOf(kind));
    return list && coded(list, read, (value) => value);
  };
  const given = texts(columnsOf('given_name'));
  const family = texts(columnsOf('family_name'));
  const [nameColumns, odd] = parted(columnsOf('person_name'));
  const names =
    given || family ? Array.from(order, (_, at) => wholeName(given?.[at] ?? '', family?.[at] ?? '')) : texts(nameColumns);
  const companies = texts(columnsOf('company'));
  if (names && companies) untangle(names, companies);
  const streets = [...columnsOf('street_number'), ...columnsOf('address')];
  const births = texts(columnsOf('birth_date'));
  return {
    rows,
    order,
    name: names && coded(names, personName, ({ text }) => text),
    given: given && coded(given, namePart, ({ text }) => text),
    family: family && coded(family, namePart, ({ text }) => text),
    company: companies && coded(companies, companyName, ({ core, branch }) => (core === '' ? '' : `${core}\n${branch}`)),
    ...contactsOf(table, order),
    codes: codedSets(
      Array.from(order, (row) =>
        columnsOf('national_id')
          .map((c) => code(c[row] ?? ''))
          .filter((c) => c !== ''),
      ),
    ),
    birth: births && coded(births, birthNumber, (value) => (value === 0 ? '' : String(value))),
    age: one('age', (text) => String(Number.parseInt(folded(text), 10) || '')),
    address: ((list) => list && coded(list, address, ({ words }) => words.join(' ')))(texts(streets, true)),
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
            coded(
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
  names.forEach((name, row) => {
    const company = companies[row] ?? '';
    const isTurned = isCompanyName(name)
      ? company === '' || isPersonName(company)
      : isPersonName(company) && !isPersonName(name) && name.length > 4;
    if (isTurned) [names[row], companies[row]] = [company, name];
  });
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
    const filled = column.filter((text) => text !== '');
    const distinct = new Set(filled).size;
    const lettered = filled.filter((text) => /\p{L}{2}|[\u3400-\u9FFF]/u.test(text)).length;
    const isName = lettered * 2 > filled.length && (distinct > 100 || distinct * 10 > filled.length);
    (isName ? real : odd).push(column);
  }
  return [real, odd];
}

const CONTACT_KINDS: readonly LinkKind[] = ['mobile', 'phone', 'email', 'wechat'];

/** Contacts of a row from every column of contacts, whichever of them they were put in. */
function contactsOf(table: LinkTable, order: Int32Array): Pick<Features, 'mobiles' | 'landlines' | 'emails' | 'accounts'> {
  const columns = table.columns.filter(({ kind }) => CONTACT_KINDS.includes(kind));
  const found: Contacts[] = Array.from(order, (row) => {
    const contacts: Contacts = { mobiles: [], landlines: [], emails: [], accounts: [] };
    for (const { kind, values } of columns) {
      const raw = values[row];
      if (raw) addContacts(raw, kind, contacts);
    }
    return contacts;
  });
  // Where no companies stand, a landline is a family's: as good as any number.
  const hasCompanies = table.columns.some(({ kind }) => kind === 'company');
  return {
    mobiles: codedSets(found.map(({ mobiles, landlines }) => (hasCompanies ? mobiles : [...mobiles, ...landlines]))),
    landlines: codedSets(found.map(({ landlines }) => (hasCompanies ? landlines : []))),
    emails: codedSets(found.map(({ emails }) => emails)),
    accounts: codedSets(found.map(({ accounts }) => accounts)),
  };
}

/** Rows by what they say, then by id: the order of the table is no evidence. */
function canonicalOrder({ ids, columns }: LinkTable): Int32Array {
  const hash = new Uint32Array(ids.length);
  // Added, not chained: the order of the columns is no evidence either.
  for (const { kind, values } of columns) {
    if (kind === 'id' || kind === 'ignore') continue;
    values.forEach((text, row) => {
      if (text !== '') hash[row] = (hash[row] ?? 0) + hashOf(`${kind}\n${text}`);
    });
  }
  const order = Int32Array.from(ids, (_, row) => row);
  return order.sort(
    (a, b) => (hash[a] ?? 0) - (hash[b] ?? 0) || (ids[a] === ids[b] ? 0 : (ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1),
  );
}

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
