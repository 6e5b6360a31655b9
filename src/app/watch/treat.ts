// Edited rows put in order: shield, values, ids, duplicates, cities, and what follows for the customers they are about.

import { doorColumns } from '../../domain/door/door-columns';
import { idColumn } from '../../domain/entry';
import { formerLabels, isNamed } from '../../domain/issues';
import { kindOf } from '../../domain/kinds/index';
import { judgedWith } from '../../domain/record/judge';
import { Refusal } from '../../domain/refusal';
import { narrowCities } from '../../gateway/city-rules';
import { readIdentity } from '../../gateway/door';
import { type Notes, setNotes } from '../../gateway/notes';
import { type RowsRead, writeChanges } from '../../gateway/patch';
import { kindContext, memo } from '../../gateway/reading';
import { readRecord } from '../../gateway/records';
import {
  type Damage,
  damagedCells,
  type Edited,
  findDamage,
  isSuspect,
  mendFormats,
  mendRules,
  unharmed,
  withoutBoxes,
} from '../../gateway/shield';
import { cellOf, labelAt, readTable, recordOf, type Table, tableTemplate } from '../../gateway/table';
import { othersOf } from '../../gateway/unique';
import { say } from '../../i18n/index';
import type { Cell } from '../../template/types';
import { refreshFacts } from '../facts';
import { isQuick, type QuickTurn, runQuick } from '../quick';
import { copiesIn, dropMoved, giveIds, idKey, twiceIn } from './ids';
import { doorColumnsOf, type Notice, noticesOf } from './notice';
import { changeOf, isUnnumbered, type Row, type RowChange, type Site } from './record';

/** The rectangle of an edit, as far as it is ours. */
export interface Edit {
  /** Keys of the columns touched. */
  readonly typed: readonly string[];
  /** Whether one cell was edited: then a look at that cell tells whether more is to be looked at. */
  readonly isCell: boolean;
  /** What a cell kept by script held before somebody typed over it, by key, where that is known. */
  readonly restored: Row;
  /** Only looked at: what was edited in the rows is not known, and duplicates are compared at the end. */
  readonly isLook?: boolean;
  /** Of rows looked at, whether somebody is known to have edited them, so that what follows from them is worked out anew. */
  readonly isLeft?: boolean;
  /** All customers, where they were read before the rows were. */
  readonly others?: Table;
  /** What the quick actions of this run share. */
  readonly quick: QuickTurn;
}

export interface Treated {
  readonly repaired: number;
  /** Cells that could not be read or break a rule. */
  readonly bad: number;
  /** What the notes of possible duplicates say, one of each row. */
  readonly duplicates: readonly string[];
  /** What quick actions did. */
  readonly said: readonly string[];
  /** Whether it took few calls, so that its time may be counted. */
  readonly isLean: boolean;
  /** 1-based rows to be looked at later: they moved while others were read, or hold a quick action that was one too many. */
  readonly left: readonly number[];
}

/** Whether putting the edit in order gives ids or changes other rows, so that it needs the lock. */
export function needsLock(site: Site, edit: Edit, read: RowsRead): boolean {
  const { columns } = tableTemplate(site.key);
  if (!edit.isCell || site.key === 'interactions' || site.key === 'orders') return true;
  if (edit.typed.some((key) => key === 'quick' || columns[key]?.kept === 'script')) return true;
  return read.cells.some((cells) => isUnnumbered(site.key, recordOf(site.table, cells)));
}

/** Puts the rows in order; under the lock where {@link needsLock} says so. */
export function treat(site: Site, edit: Edit, read: RowsRead): Treated {
  const kinds = kindContext(site.run);
  const door = site.key === 'customers' && !edit.isLook ? doorColumnsOf(edit.typed) : [];
  const others = memo(() => edit.others ?? readOthers(site, door));
  const edited = editedOf(site, edit, read);
  // A duplicate is told of first: a cell that has one is looked at by the hourly run.
  const early = edit.isCell && door.length > 0 ? null : damageOf(edited, edit, kinds);
  const changes = changesOf(site, edit, read, early, others);
  const fresh = giveIds(site, others, changes);
  const notices = door.length === 0 ? [] : noticed(site, read, changes, others(), door);
  const duplicates = notices.flatMap(({ first }) => first ?? []);
  const isTold = notices.some(({ notes }) => notes.size > 0);
  const damage = early ?? (isTold ? unharmed() : damageOf(edited, edit, kinds));
  // One call that is saved: how full the row is, the nightly look says.
  if (isTold && edit.others !== undefined) for (const { values } of changes.values()) delete values['completeness'];
  const moved = dropMoved(site, read, changes);
  mendFormats(edited, damage, kinds);
  write(read, changes, idKey(site));
  const standing = notices.filter(({ row }) => changes.has(row - read.first));
  const notes = notesOf(site, edit, read, changes, standing);
  setNotes(site.table.sheet, notes);
  mendRules(site.run, edited, withoutBoxes(edited, fresh, damage), kinds);
  const isNarrowed = narrow(site, edit, read, changes, damage);
  follow(site, edit, changes);
  const { said, later } = quickActions(site, edit, read, changes);
  const bad = [...changes.values()].reduce((sum, { issues }) => sum + issues.filter(({ column }) => column !== null).length, 0);
  const isLean = !isNarrowed && notes.size === 0;
  return { repaired: damagedCells(damage), bad, duplicates, said, isLean, left: [...moved, ...later] };
}

/** All records of the table, as far as ids and duplicates are concerned. */
function readOthers({ run, key, table }: Site, door: readonly string[]): Table {
  return key === 'customers' ? readIdentity(run, door, table) : readTable(run, key, [idColumn(tableTemplate(key))?.key ?? '']);
}

function editedOf(site: Site, { typed }: Edit, read: RowsRead): Edited {
  const at = site.table.columns.get(idKey(site)) ?? -1;
  const isRecord = (row: number) => (read.cells[row]?.[at] ?? null) !== null;
  return { table: site.table, first: read.first, rows: read.cells.length, keys: typed, isRecord };
}

function damageOf(edited: Edited, { isCell }: Edit, kinds: ReturnType<typeof kindContext>): Damage {
  return isCell && !isSuspect(edited, kinds) ? unharmed() : findDamage(edited, kinds);
}

function changesOf(site: Site, edit: Edit, read: RowsRead, damage: Damage | null, others: () => Table): Map<number, RowChange> {
  const isNumbered = edit.typed.includes(idKey(site));
  const isCopied = !edit.isLook && (isNumbered || (!edit.isCell && edit.typed.includes('created_at')));
  const copies = isCopied ? copiesIn(site, edit, read, others()) : new Set<number>();
  const twice = isNumbered ? twiceIn(site, read, others()) : new Set<number>();
  const changes = new Map<number, RowChange>();
  read.cells.forEach((cells, i) => {
    if (isBlank(cells)) return;
    changes.set(
      i,
      changeOf(site, cells, edit.typed, {
        isCopy: copies.has(i),
        isTwice: twice.has(i) && !copies.has(i),
        formulas: new Set(damage === null ? [] : formulasIn(site, damage, i)),
        restored: restoredIn(site, edit, cells),
        isLook: edit.isLook === true,
        isBlock: !edit.isCell && !edit.isLook,
        isNight: edit.isLook === true && !edit.isLeft,
        others: othersOf(site.run, site.table, read.first + i),
      }),
    );
  });
  return changes;
}

function isBlank(cells: readonly Cell[]): boolean {
  return cells.every((cell) => cell === null || cell === false);
}

function formulasIn({ table }: Site, { formulas }: Damage, row: number): string[] {
  return [...table.columns].flatMap(([key, at]) => (formulas.get(at)?.includes(row) ? [key] : []));
}

/** What columns kept by script are to hold again: what they held, where it is known; nothing, where nobody can read what was put there. */
function restoredIn(site: Site, edit: Edit, cells: readonly Cell[]): Row {
  const { columns } = tableTemplate(site.key);
  const restored: Record<string, Cell> = {};
  for (const key of edit.typed) {
    const column = columns[key];
    if (column?.kept !== 'script') continue;
    const raw = cellOf(site.table, cells, key);
    if (key in edit.restored) restored[key] = edit.restored[key] ?? null;
    else if (raw !== null && !kindOf(column).parse(raw, column, kindContext(site.run)).ok) restored[key] = null;
  }
  return restored;
}

function noticed(
  site: Site,
  read: RowsRead,
  changes: ReadonlyMap<number, RowChange>,
  others: Table,
  door: readonly string[],
): Notice[] {
  const guests = [...changes].flatMap(([i, { before, values }]) => {
    const cells = { ...before, ...values };
    return (cells['customer_id'] ?? null) === null ? [] : [{ row: read.first + i, cells }];
  });
  const notices = noticesOf(site.run, site.table, others, guests, door);
  for (const { row, issue } of notices) {
    const change = changes.get(row - read.first);
    if (change === undefined) continue;
    if (issue === (change.before['issue'] ?? null)) delete change.values['issue'];
    else change.values['issue'] = issue;
  }
  return notices;
}

/** The ids first: a run killed after them leaves records without stamps, which the next look completes. */
function write(read: RowsRead, changes: ReadonlyMap<number, RowChange>, id: string): void {
  const ids = new Map<number, Row>();
  const rest = new Map<number, Row>();
  for (const [row, { values }] of changes) {
    const { [id]: given, ...others } = values;
    rest.set(row, others);
    if (given !== undefined) ids.set(row, { [id]: given });
  }
  writeChanges(read, ids);
  writeChanges(read, rest);
}

/** Notes of duplicates, and of what is wrong with a cell; none where a note of ours cannot stand. */
function notesOf(
  site: Site,
  { typed, isLook }: Edit,
  read: RowsRead,
  changes: ReadonlyMap<number, RowChange>,
  notices: readonly Notice[],
): Notes {
  const notes = new Map<number, Map<number, string | null>>();
  const put = (key: string, row: number, text: string | null) => {
    const at = site.table.columns.get(key);
    if (at !== undefined) notes.set(at, (notes.get(at) ?? new Map<number, string | null>()).set(row, text));
  };
  const { columns } = tableTemplate(site.key);
  const judged = judgedWith(tableTemplate(site.key), typed);
  const locale = site.run.state?.locale ?? 'zh-CN';
  for (const [i, { before, values, issues }] of changes) {
    const id = idKey(site);
    const isRenamed = formerLabels(before['issue'] ?? null, site.table.labels).length > 0;
    for (const key of typed.includes(id) || issues.some(({ column }) => column === id) ? [...judged, id] : judged) {
      if (columns[key]?.kept === 'script' && key !== id) continue;
      const cell = { ...before, ...values }[key] ?? null;
      const issue = cell === null && key !== id ? undefined : issues.find(({ column }) => column === key);
      if (issue !== undefined) {
        put(key, read.first + i, say(locale, { code: 'watch.check', args: { reason: say(locale, issue.reason) } }));
        continue;
      }
      // Where a sheet has a column for issues, it tells which cells were bad; elsewhere any may have a note.
      const wasBad = isRenamed || !('issue' in columns) || isNamed(String(before['issue'] ?? ''), labelAt(site.table, key));
      const isGone = values[id] === null;
      if (isGone ? wasBad || doorColumns.includes(key) : wasBad && (cell !== null || !isLook)) put(key, read.first + i, null);
    }
  }
  // Whoever is typed into an emptied row next has nothing to do with what was said of the last one.
  read.cells.forEach((cells, i) => {
    if (!isLook && isBlank(cells)) for (const key of typed) put(key, read.first + i, null);
  });
  for (const { row, notes: texts } of notices) {
    for (const [key, text] of texts) {
      const known = notes.get(site.table.columns.get(key) ?? -1)?.get(row) ?? null;
      if (text !== null || known === null) put(key, row, text);
    }
  }
  return notes;
}

/** The lists of cities follow the provinces that were edited. @returns whether there were any */
function narrow(
  site: Site,
  { typed, isLook }: Edit,
  read: RowsRead,
  changes: ReadonlyMap<number, RowChange>,
  { rules }: Damage,
): boolean {
  const { columns } = tableTemplate(site.key);
  let isNarrowed = false;
  for (const [key, column] of Object.entries(columns)) {
    const within = column.kind === 'place' ? column.within : undefined;
    const at = site.table.columns.get(key);
    if (within === undefined || at === undefined) continue;
    const mended = new Set(rules.get(at));
    const rows = [...changes].filter(
      ([row, { before, values }]) =>
        (typed.includes(within) && !isLook) || within in values || (mended.has(row) && (before[within] ?? null) !== null),
    );
    const provinces = rows.map(
      ([i, { before, values }]) => [read.first + i, String({ ...before, ...values }[within] ?? '')] as const,
    );
    narrowCities(site.run, site.table, at, new Map(provinces), column.help?.[site.run.state?.locale ?? 'zh-CN'] ?? '');
    isNarrowed ||= rows.length > 0;
  }
  return isNarrowed;
}

/** Facts of customers whose contacts or orders were edited, and of those whose facts were typed over. */
function follow({ run, key }: Site, { typed, isLook, isLeft }: Edit, changes: ReadonlyMap<number, RowChange>): void {
  const customers = new Set<string>();
  for (const { before, values } of changes.values()) {
    if (isLook && !isLeft && Object.keys(values).length === 0) continue;
    for (const cell of [before['customer_id'], values['customer_id']]) if (typeof cell === 'string') customers.add(cell);
  }
  if (customers.size === 0) return;
  if (key === 'interactions' || key === 'orders') refreshFacts(run, customers, { of: [key] });
  else if (key === 'customers' && !isLook && typed.some((one) => FACTS.includes(one))) refreshFacts(run, customers);
}

/** Columns of a customer that follow from contacts and orders. */
const FACTS: readonly string[] = ['last_contact', 'order_count', 'total_spend', 'last_order'];

/**
 * Does what was picked in the quick column of records; what is closed or cannot be done stays there for a person to see. Of several
 * records each is read again: those before it took their time. @returns what was done, and the 1-based rows that wait
 */
function quickActions(
  { run, key, table, person }: Site,
  { typed, quick, isCell }: Edit,
  read: RowsRead,
  changes: ReadonlyMap<number, RowChange>,
): { readonly said: string[]; readonly later: number[] } {
  const [said, later]: [string[], number[]] = [[], []];
  if (key !== 'customers' || !typed.includes('quick')) return { said, later };
  const locale = run.state?.locale ?? 'zh-CN';
  for (const [row, { before, values }] of changes) {
    const id = before['customer_id'] ?? null;
    if (id === null || !isQuick(run, { ...before, ...values })) continue;
    if (!quick.takes()) {
      later.push(read.first + row);
      continue;
    }
    try {
      const seen = { table, row: read.first + row, cells: { ...before, ...values } };
      const found = isCell ? seen : readRecord(run, 'customers', String(id), seen.row);
      const done = runQuick(run, found, person()?.name ?? '', quick);
      if (done !== null) said.push(say(locale, done));
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      said.push(say(locale, thrown.failure));
    }
  }
  return { said, later };
}
