// Customers as the search for duplicates sees them: which columns it compares, and as what.
import type { CustomerKey } from '../../template/customers';
import type { Cell } from '../../template/types';
import { idsOf, type Rows, textAt } from '../acts/rows';
import { CODE, isFillerNumber, nameKey, numbers } from '../door/identity';
import { hashOf } from '../hash';
import type { LinkColumn, LinkKind, LinkTable } from '../linkage/index';
import { isCompanyName } from '../linkage/normalise/company';

/** All other columns, the user's own among them, say nothing of who somebody is. */
const kinds = {
  name: 'person_name',
  company: 'company',
  mobile: 'mobile',
  phone: 'phone',
  email: 'email',
  wechat: 'wechat',
  // Where merging puts further numbers, too.
  other_im: 'phone',
  uscc: 'national_id',
  birthday: 'birth_date',
  title: 'title',
  address: 'address',
  postcode: 'postcode',
  city: 'city',
  province: 'province',
  country: 'country',
} as const satisfies Readonly<Partial<Record<CustomerKey, LinkKind>>>;

export const comparedKeys = Object.keys(kinds) as readonly (keyof typeof kinds)[];

/** Columns by the kind of evidence they bring. */
export function columnsOf(...wanted: readonly LinkKind[]): readonly string[] {
  return comparedKeys.filter((key) => wanted.includes(kinds[key]));
}

export function kindOfColumn(key: string): LinkKind {
  return (kinds as Readonly<Record<string, LinkKind>>)[key] ?? 'ignore';
}

/** The rows to be compared; a row without id, or with one that stands twice, too, for nobody knows before. */
export function linkTableOf(table: Rows): LinkTable {
  const columns = comparedKeys.map((key): LinkColumn => {
    const values = table.rows.map((_, row) => comparedText(table, row, key));
    return { kind: kinds[key], values };
  });
  return { ids: idsOf('customers', table).map((id) => String(id ?? '')), columns };
}

function comparedText(table: Rows, row: number, key: keyof typeof kinds): string {
  const text = textAt(table, row, key);
  // A company stands in for a name it has not (rulings 13); and a credit code identifies a company, no person in it.
  if (key === 'name') return isOrganisation(table, row) ? '' : text;
  if (numbers.some(([number]) => number === key)) return isFillerNumber(text) ? '' : text;
  return key === CODE && !isOrganisation(table, row) ? '' : text;
}

function isOrganisation(table: Rows, row: number): boolean {
  const name = textAt(table, row, 'name');
  const company = textAt(table, row, 'company');
  return name === '' || (company === '' ? isCompanyName(name) : nameKey(name) === nameKey(company));
}

/** What a record says that is compared, as a short text that changes when any of it does. */
export function fingerprintOf(record: Readonly<Record<string, Cell>>): string {
  return hashOf(comparedKeys.map((key) => String(record[key] ?? '')).join('\n')).toString(36);
}
