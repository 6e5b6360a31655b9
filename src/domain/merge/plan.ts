// Merging as a plan: which record of each group stays and with which values, what moves to it, what goes to Archive.
import type { Message } from '../../i18n/index';
import { customers } from '../../template/customers';
import { type SheetKey, workbook } from '../../template/index';
import type { Cell, Day, EnumTemplate } from '../../template/types';
import { type CellChange, type Change, type PlacedRow, type RowsWay, wayOf } from '../acts/change';
import { cellAt, idsOf, type Rows, rowAbove, tableColumns, textAt, tokensOf } from '../acts/rows';
import type { KindContext } from '../kinds/index';
import { contactKept, contactKeys, mergeContacts } from './contacts';
import { isPeoples, type MergeRecord, masterOf, newestFirst, recordAt, textIn } from './record';
import { type MergeGroup, survivorshipOf } from './survivorship';

/** A column that points at customers, found in the template. */
export interface CustomerRef {
  readonly sheet: SheetKey;
  readonly column: string;
}

/** Every column of another sheet that holds a customer's id. */
export const customerRefs: readonly CustomerRef[] = (Object.keys(workbook.sheets) as SheetKey[]).flatMap((sheet) =>
  Object.entries(tableColumns(sheet)).flatMap(([column, declared]) =>
    declared.kind === 'ref' && declared.sheet === 'customers' && sheet !== 'customers' ? [{ sheet, column }] : [],
  ),
);

/** The customer's name beside his id, kept by script. */
const NAME_BESIDE = 'customer_name';

/** A group and what a person decided of it. */
export interface Choice {
  /** 0-based row numbers. */
  readonly rows: readonly number[];
  /** Id of the record that stays; absent: the proposed one. */
  readonly master?: string;
  /** Whose value stays, by column key: a record's id. Of columns whose rule is a law it is not asked. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface MergeInput {
  readonly customers: Rows;
  /** The sheets of {@link customerRefs} that exist. */
  readonly children: Readonly<Partial<Record<SheetKey, Rows>>>;
  readonly groups: readonly Choice[];
  readonly context: KindContext;
  readonly lists: Readonly<Record<string, EnumTemplate>>;
  readonly today: Day;
  /** For `updated_at` and `updated_by` of the records that stay; the actor by address, as people may share a name. */
  readonly stamp: string;
  readonly actor: string;
  /** How full a customer's row is, by its cells. */
  completeness(cells: Readonly<Record<string, Cell>>): number;
}

interface NotKept {
  readonly id: string;
  /** Column key. */
  readonly column: string;
  readonly value: string;
}

export interface MergePlan {
  readonly changes: readonly Change[];
  readonly tally: { readonly groups: number; readonly merged: number; readonly children: number };
  readonly notKept: readonly NotKept[];
  /** Groups left alone: their place in the input, and why. */
  readonly leftOut: readonly { readonly group: number; readonly reason: Message }[];
}

/** Plans the merge of all groups; every record is in one group at most. */
export function planMerge(input: MergeInput): MergePlan {
  const masters: CellChange[] = [];
  const losers: PlacedRow[] = [];
  const notKept: NotKept[] = [];
  const leftOut: { group: number; reason: Message }[] = [];
  const names = new Map<string, string>();
  const ids = idsOf('customers', input.customers);
  proposalsOf(input.customers, input.groups).forEach(({ records, master, obstacle: reason }, group) => {
    if (reason !== null) {
      leftOut.push({ group, reason });
      return;
    }
    const others = newestFirst(records.filter((record) => record !== master));
    const merged = mergedRecord(records, master, input.groups[group]?.fields ?? {}, input);
    masters.push(cellChange(master.id, master.cells, merged));
    notKept.push(...lost([master, ...others], merged, input.context));
    for (const { id, row } of others) losers.push({ id, at: row, ...rowAbove(ids, row), into: master.id });
    names.set(master.id, textIn(merged, 'name'));
  });
  losers.sort((a, b) => a.at - b.at);
  const into = new Map(losers.map(({ id, into: master = '' }) => [id, master]));
  const children = customerRefs.flatMap((ref) => repointed(ref, input.children[ref.sheet], into, names));
  const changes: Change[] = [
    { type: 'cells', sheet: 'customers', records: masters },
    ...children,
    {
      type: 'removed',
      sheet: 'customers',
      rows: losers,
      way: wayWithin(losers, input.customers),
      reason: { code: 'archive.merged' },
    },
  ];
  return {
    changes: losers.length === 0 ? [] : changes,
    tally: {
      groups: masters.length,
      merged: losers.length,
      children: children.reduce((n, { records }) => n + records.length, 0),
    },
    notKept,
    leftOut,
  };
}

/**
 * Rows at either end are not deleted: rules, formats and ranges that reach from the first row to the last would not take them in again
 * when they come back.
 */
function wayWithin(losers: readonly PlacedRow[], { rows }: Rows): RowsWay {
  return losers.some(({ at }) => at === 0 || at === rows.length - 1) ? 'sort' : wayOf(losers);
}

/** What a merge of a group would do, for showing it beforehand. */
export interface Proposal {
  readonly records: readonly MergeRecord[];
  readonly master: MergeRecord;
  /** Why a person has to decide; `null` when nothing stands against the merge. */
  readonly obstacle: Message | null;
}

export function proposalsOf(table: Rows, groups: MergeInput['groups']): Proposal[] {
  const tokens = tokensOf(idsOf('customers', table));
  return groups.map(({ rows, master, fields = {} }) => {
    const records = rows.map((row) => recordAt(table, row));
    const stays = records.find(({ id }) => id === master) ?? masterOf(records);
    return { records, master: stays, obstacle: obstacle(records, tokens, OWNER in fields) };
  });
}

const OWNER = 'owner';

/**
 * Why a group is for a person to decide; `null` when nothing stands against merging it.
 * @param isDecided whether somebody said which owner stays
 */
function obstacle(records: readonly MergeRecord[], tokens: readonly string[], isDecided: boolean): Message | null {
  const owners = [...new Set(records.flatMap(({ cells }) => textIn(cells, OWNER) || []))].sort();
  if (owners.length > 1 && !isDecided) return { code: 'duplicates.owners', args: { owners: owners.join(' / ') } };
  const double = records.find(({ id, row }) => tokens[row] !== id);
  return double === undefined ? null : { code: 'duplicates.doubleId', args: { id: double.id } };
}

/** The records whose values were chosen, by column; a law takes no choice. */
function chosenIn(records: readonly MergeRecord[], fields: Readonly<Record<string, string>>): Record<string, MergeRecord> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, id]) => {
      const record = records.find((one) => one.id === id);
      return record === undefined || isLocked(key) ? [] : [[key, record]];
    }),
  );
}

/** Whether nobody chooses what stays in a column: contacts all stay, laws are laws, and one's own columns stay the master's. */
export function isLocked(key: string): boolean {
  return contactKeys.includes(key) || !(key in customers.columns) || survivorshipOf(key).locked;
}

/** What it takes to work out the record that stays. */
type Merging = Omit<MergeInput, 'children' | 'groups'>;

/** The columns of the template with the values that stay; the user's own columns are never rewritten (rulings 18). */
export function mergedRecord(
  records: readonly MergeRecord[],
  master: MergeRecord,
  fields: Readonly<Record<string, string>>,
  input: Merging,
): Record<string, Cell> {
  const others = newestFirst(records.filter((record) => record !== master));
  const group: MergeGroup = { master, others, today: input.today, lists: input.lists, chosen: chosenIn(records, fields) };
  const merged = mergeContacts(group, input.context);
  for (const key of Object.keys(customers.columns)) {
    if (contactKeys.includes(key) || !input.customers.columns.has(key)) continue;
    merged[key] = survivorshipOf(key).choose(key, group);
  }
  if ('completeness' in merged) merged['completeness'] = input.completeness(merged);
  return { ...merged, updated_at: input.stamp, updated_by: input.actor };
}

/** Only the cells that differ. */
function cellChange(id: string, before: Readonly<Record<string, Cell>>, after: Readonly<Record<string, Cell>>): CellChange {
  const keys = Object.keys(after).filter((key) => (before[key] ?? null) !== after[key]);
  const of = (cells: Readonly<Record<string, Cell>>) => Object.fromEntries(keys.map((key) => [key, cells[key] ?? null]));
  return { id, before: of(before), after: of(after) };
}

/** People's values that stand nowhere in the record that stays. */
export function lost(records: readonly MergeRecord[], merged: Readonly<Record<string, Cell>>, context: KindContext): NotKept[] {
  const master = records[0]?.cells ?? {};
  return records.flatMap(({ id, cells }) =>
    Object.entries(cells).flatMap(([column, cell]) => {
      if (!isPeoples(column)) return [];
      const stays = textIn(column in customers.columns ? merged : master, column);
      const kept = contactKeys.includes(column) && contactKept(column, cell, merged, context);
      return kept || survivorshipOf(column).keeps(stays, String(cell)) ? [] : [{ id, column, value: String(cell) }];
    }),
  );
}

/** Child rows of records that go, pointed at the records that stay. */
function repointed(
  { sheet, column }: CustomerRef,
  table: Rows | undefined,
  into: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): Extract<Change, { type: 'cells' }>[] {
  if (table === undefined) return [];
  const records = tokensOf(idsOf(sheet, table)).flatMap((id, row) => {
    const master = into.get(textAt(table, row, column));
    if (master === undefined) return [];
    const before: Record<string, Cell> = { [column]: cellAt(table, row, column) };
    const after: Record<string, Cell> = { [column]: master };
    if (table.columns.has(NAME_BESIDE) && cellAt(table, row, NAME_BESIDE) !== (names.get(master) || null)) {
      before[NAME_BESIDE] = cellAt(table, row, NAME_BESIDE);
      after[NAME_BESIDE] = names.get(master) || null;
    }
    return [{ id, before, after }];
  });
  return records.length === 0 ? [] : [{ type: 'cells', sheet, records }];
}
