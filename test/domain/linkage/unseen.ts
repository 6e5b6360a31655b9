// Small tables of customers, and what of them a batch or the command would merge without anybody looking.
import { findGroups } from '../../../src/domain/duplicates/groups';
import type { LinkKind } from '../../../src/domain/linkage/index';
import { context, type Given, people } from '../merge/pool';
import { foreigners, groupsIn, others } from './tables';

export type Row = Readonly<
  Partial<Record<'name' | 'company' | 'mobile' | 'phone' | 'email' | 'title' | 'city' | 'address' | 'remark', string>>
>;

const kinds = {
  name: 'person_name',
  company: 'company',
  mobile: 'mobile',
  phone: 'phone',
  email: 'email',
  title: 'title',
  city: 'city',
  address: 'address',
  remark: 'text',
} as const satisfies Record<keyof Row, LinkKind>;

export const colleagues: readonly Row[] = others
  .slice(0, 60)
  .map(({ person_name = '', company = '', mobile = '', city = '' }) => ({
    name: person_name,
    company,
    mobile,
    city,
  }));
export const shoppers: readonly Row[] = colleagues.map(({ company: _company, ...row }) => row);
export const companies: readonly Row[] = colleagues.map(({ company = '', mobile = '' }) => ({ company, phone: mobile }));
export const abroad: readonly Row[] = foreigners.slice(0, 60).map(({ person_name = '', company = '', phone = '' }) => ({
  name: person_name,
  company,
  phone,
}));

/** Pairs of the rows, by their numbers, that one click or a batch would make one. */
export function merged(rows: readonly Row[], background: readonly Row[]): string[] {
  const all = [...rows, ...background];
  const certain = groupsIn(
    all.map((row) => Object.fromEntries(Object.entries(row).map(([key, text]) => [kinds[key as keyof Row], text]))),
    'certain',
  );
  const records = all.map(
    (row, i): Given => ({ customer_id: `C-${String(i + 1).padStart(6, '0')}`, ...row, name: row.name ?? row.company ?? null }),
  );
  const pairs = new Set<string>();
  const add = (one: readonly number[], how: string) => {
    for (const a of one) for (const b of one) if (a < b) pairs.add(`${how} ${a + 1}+${b + 1}`);
  };
  const among = rows.map((_, row) => row);
  for (const name of new Set(among.map((row) => certain[row])))
    add(
      among.filter((row) => certain[row] === name),
      'certain',
    );
  for (const group of findGroups(people(records), context, []).groups)
    if (group.certainty !== 'review')
      add(
        group.rows.filter((row) => row < rows.length),
        group.certainty,
      );
  return [...pairs];
}
