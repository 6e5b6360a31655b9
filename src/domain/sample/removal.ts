// Taking the sample out of a workbook: its rows, what hangs on its customers, and the people who came with it.
import { type SheetKey, workbook } from '../../template/index';
import { type Change, type PlacedRow, wayOf } from '../acts/change';
import { cellAt, idsOf, type Rows, rowAbove, textAt, tokensOf } from '../acts/rows';
import { customerRefs } from '../merge/plan';
import { sampleTeam } from './team';

export interface RemovalInput {
  /** Customers, Users, Products and the sheets that point at customers, as far as they were made. */
  readonly tables: Readonly<Partial<Record<SheetKey, Rows>>>;
  /** Addresses of people who stay whatever they are: the owner of the file, and whoever asks. */
  readonly staying: readonly string[];
}

export interface Removal {
  readonly changes: readonly Change[];
  readonly customers: number;
  readonly children: number;
  readonly people: number;
  /** Rows that are not of the sample and go all the same, because their customer does. */
  readonly own: number;
}

/** Sheets whose rows say themselves that they are of the sample. */
const sampleSheets: readonly SheetKey[] = (Object.keys(workbook.sheets) as SheetKey[]).filter((key) => {
  const sheet = workbook.sheets[key];
  return sheet.shape === 'table' && 'is_sample' in sheet.columns;
});

/** Sheets a removal looks at. */
export const removalSheets: readonly SheetKey[] = [
  ...new Set<SheetKey>(['customers', ...customerRefs.map(({ sheet }) => sheet), ...sampleSheets, 'users']),
];

/** Customers go last: what points at them is taken out before. */
export function planRemoval({ tables, staying }: RemovalInput): Removal {
  const { customers: pool, users } = tables;
  const isSample = (table: Rows, row: number) => cellAt(table, row, 'is_sample') === true;
  const gone = new Set<string>();
  const ownersLeft = new Set<string>();
  pool?.rows.forEach((_, row) => {
    if (isSample(pool, row)) gone.add(textAt(pool, row, 'customer_id'));
    else ownersLeft.add(textAt(pool, row, 'owner'));
  });
  const changes: Change[] = [];
  let [children, own] = [0, 0];
  for (const sheet of removalSheets) {
    const table = tables[sheet];
    if (table === undefined || sheet === 'customers' || sheet === 'users') continue;
    const refs = customerRefs.filter((ref) => ref.sheet === sheet).map(({ column }) => column);
    const points = (row: number) => refs.some((column) => gone.has(textAt(table, row, column)));
    const rows = table.rows.flatMap((_, row) => (isSample(table, row) || points(row) ? [row] : []));
    children += rows.length;
    own += rows.filter((row) => !isSample(table, row)).length;
    changes.push(...removed(sheet, table, rows));
  }
  const rows = pool?.rows.flatMap((_, row) => (isSample(pool, row) ? [row] : [])) ?? [];
  if (pool !== undefined) changes.push(...removed('customers', pool, rows));
  const guests = new Set(sampleTeam.map(({ email }) => email).filter((email) => !staying.includes(email)));
  const people =
    users?.rows.flatMap((_, row) => {
      const isGuest = guests.has(textAt(users, row, 'email').trim().toLowerCase());
      return isGuest && !ownersLeft.has(textAt(users, row, 'name')) ? [row] : [];
    }) ?? [];
  if (users !== undefined) changes.push(...removed('users', users, people));
  return { changes, customers: rows.length, children, people: people.length, own };
}

/**
 * Rows at either end are not deleted: rules, formats and ranges that reach from the first row to the last would not take them in again
 * when they come back.
 */
function removed(sheet: SheetKey, table: Rows, at: readonly number[]): Change[] {
  if (at.length === 0) return [];
  const ids = idsOf(sheet, table);
  const tokens = tokensOf(ids);
  const rows = at.map((row): PlacedRow => ({ id: tokens[row] ?? '', at: row, ...rowAbove(ids, row) }));
  const atEnd = at.includes(0) || at.includes(table.rows.length - 1);
  return [{ type: 'removed', sheet, rows, way: atEnd ? 'sort' : wayOf(rows), reason: { code: 'archive.sample' } }];
}
