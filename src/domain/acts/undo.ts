// Taking an act back: what it would put back, what has changed since, and what is done about that.
import type { Message } from '../../i18n/index';
import type { SheetKey } from '../../template/index';
import type { Cell } from '../../template/types';
import { customerRefs } from '../merge/plan';
import { Refusal } from '../refusal';
import { type CellChange, type Change, inverse, type PlacedRow } from './change';
import { cellAt, idColumnOf, idsOf, type Rows, rowAbove, tableColumns, textAt, tokensOf } from './rows';

/** A cell that is no longer as the act left it, or a row the act brought that is more than the act left there. */
export interface ChangedCell {
  readonly sheet: SheetKey;
  readonly id: string;
  /** Of a row that of its id. */
  readonly column: string;
  readonly isRow: boolean;
  /** Before the act. */
  readonly was: Cell;
  /** Of a row its name, or its id where it has none. */
  readonly now: Cell;
}

/** What becomes of a cell changed since: it keeps what it has now, or takes what it had then. */
type Side = 'now' | 'then';

/** `cells`: those decided otherwise than the rest, by {@link cellName}. */
export interface SideChoice {
  readonly default: Side;
  readonly cells: Readonly<Record<string, Side>>;
}

/** Cells changed since are left alone. */
export const KEEP_NOW: SideChoice = { default: 'now', cells: {} };

/** Names a cell in a choice; the id stands last, for it alone may hold any character. */
export function cellName({ sheet, column, id }: Pick<ChangedCell, 'sheet' | 'column' | 'id'>): string {
  return `${sheet}/${column}/${id}`;
}

export interface UndoPlan {
  readonly changes: readonly Change[];
  readonly changedSince: readonly ChangedCell[];
}

export interface UndoInput {
  readonly txn: string;
  /** When the act was begun, as `updated_at` has it. */
  readonly since: string;
  readonly changes: readonly Change[];
  /** The sheets the act touched, and where it brought customers those that point at them, as they stand now; one that is gone is left out. */
  readonly tables: Readonly<Partial<Record<SheetKey, Rows>>>;
  readonly choice: SideChoice;
  /** Reason of rows that go to Archive when rows the act added are taken out. */
  readonly reason: Message;
}

/**
 * Plans the way back from what stands in the sheets now. Cells script keeps are never asked about: where one has changed, it was brought
 * up to date since and stays. A row that was changed since, or got something that hangs on it, is listed as a whole.
 * @throws Refusal when a merge is to be done again and a record that would go was changed since: what was planned for the one that stays
 *   no longer holds what people want of both
 */
export function planUndo({ txn, since, changes, tables, choice, reason }: UndoInput): UndoPlan {
  const changedSince: ChangedCell[] = [];
  const inverted = inverse(changes, txn, reason);
  const pointed = pointedAt(inverted, tables);
  const back = inverted.map((change): Change => {
    const { sheet } = change;
    const table = tables[sheet];
    if (change.type === 'removed') {
      const rows = placedNow(sheet, change.rows, table).filter(({ id, at, into }) => {
        if (table === undefined) return true;
        const isTouched = textAt(table, at, 'updated_at').slice(0, since.length) > since;
        if (isTouched && into !== undefined) throw new Refusal('undo.mergedChanged', { id });
        // What points at a record that is merged again follows it.
        const isPointed = sheet === 'customers' && into === undefined && pointed.has(id);
        if (!isTouched && !isPointed) return true;
        const now = textAt(table, at, 'name') || id;
        const cell = { sheet, id, column: idColumnOf(sheet) ?? '', isRow: true, was: null, now };
        changedSince.push(cell);
        return sideOf(choice, cell) === 'then';
      });
      return { ...change, rows };
    }
    if (change.type === 'added' && table !== undefined)
      return { ...change, rows: placesAgain(change.rows, idsOf(change.sheet, table)) };
    if (change.type !== 'cells' || table === undefined) return change;
    const places = placesOf(change.sheet, table);
    const records = change.records.map((record) => {
      const row = places.get(record.id);
      if (row === undefined) return record;
      const read = reconciled(change.sheet, record, (key) => cellAt(table, row, key), choice);
      changedSince.push(...read.changed);
      return read.record;
    });
    return { ...change, records: records.filter(({ after }) => Object.keys(after).length > 0) };
  });
  return { changes: back, changedSince };
}

function sideOf({ cells, default: side }: SideChoice, cell: ChangedCell): Side {
  return cells[cellName(cell)] ?? side;
}

/** Customers that rows point at which these changes leave alone. */
function pointedAt(changes: readonly Change[], tables: UndoInput['tables']): Set<string> {
  const pointed = new Set<string>();
  for (const { sheet, column } of customerRefs) {
    const table = tables[sheet];
    if (table === undefined) continue;
    const own = new Set(
      changes.flatMap((change) => {
        if (change.sheet !== sheet || change.type === 'order') return [];
        return (change.type === 'cells' ? change.records : change.rows).map(({ id }) => id);
      }),
    );
    tokensOf(idsOf(sheet, table)).forEach((token, row) => {
      if (!own.has(token)) pointed.add(textAt(table, row, column));
    });
  }
  return pointed;
}

/** One record's way back, with the cells that changed since as they were chosen. */
function reconciled(
  sheet: SheetKey,
  { id, before: left, after: was }: CellChange,
  nowOf: (key: string) => Cell,
  choice: SideChoice,
): { readonly record: CellChange; readonly changed: ChangedCell[] } {
  const changed: ChangedCell[] = [];
  const before: Record<string, Cell> = {};
  const after: Record<string, Cell> = {};
  for (const [column, value] of Object.entries(was)) {
    const now = nowOf(column);
    const same = sameCell(now, left[column] ?? null) || sameCell(now, value);
    const kept = tableColumns(sheet)[column]?.kept === 'script';
    if (!same && kept) continue;
    if (!same) {
      const cell = { sheet, id, column, isRow: false, was: value, now };
      changed.push(cell);
      if (sideOf(choice, cell) === 'now') continue;
    }
    before[column] = same ? (left[column] ?? null) : now;
    after[column] = value;
  }
  return { record: { id, before, after }, changed };
}

/** Whether two cells are the same to people: an unticked box is empty, a number in a text column is its figures. */
export function sameCell(a: Cell, b: Cell): boolean {
  return a === b || shown(a) === shown(b);
}

function shown(cell: Cell): string {
  return cell === null || cell === false ? '' : String(cell);
}

/** Rows that are to go, where they stand now; those no longer there are done. */
function placedNow(sheet: SheetKey, rows: readonly PlacedRow[], table: Rows | undefined): PlacedRow[] {
  if (table === undefined) return [];
  const ids = idsOf(sheet, table);
  const places = placesOf(sheet, table);
  return rows
    .flatMap((row) => {
      const at = places.get(row.id);
      return at === undefined ? [] : [{ ...row, at, ...rowAbove(ids, at) }];
    })
    .sort((a, b) => a.at - b.at);
}

interface Link {
  readonly id: string;
  next: Link | null;
}

/** Rows that are to come back, by where they will stand: below the row they stood below, or at their number where that is gone. */
function placesAgain(rows: readonly PlacedRow[], ids: readonly Cell[]): PlacedRow[] {
  const top: Link = { id: '', next: null };
  const known = new Map<string, Link>();
  let last = top;
  // Blank rows below the last record are rows too: one may have stood there that came from below them.
  const height = rows.reduce((most, { at }) => Math.max(most, at), ids.length);
  for (const id of [...ids, ...new Array<null>(height - ids.length).fill(null)]) {
    last.next = { id: String(id ?? ''), next: null };
    last = last.next;
    if (last.id !== '') known.set(last.id, last);
  }
  for (const { id, at, above } of rows) {
    if (known.has(id)) continue;
    const below = above === '' ? top : (known.get(above ?? '') ?? nth(top, at));
    below.next = { id, next: below.next };
    known.set(id, below.next);
  }
  const returning = new Map(rows.map((row) => [row.id, row]));
  const placed: PlacedRow[] = [];
  let at = 0;
  for (let link = top.next; link !== null; link = link.next) {
    const row = returning.get(link.id);
    if (row !== undefined) placed.push({ ...row, at });
    at++;
  }
  return placed;
}

/** The link below which row number `at` is to stand, the last one where there are not so many. */
function nth(top: Link, at: number): Link {
  let link = top;
  for (let i = 0; i < at && link.next !== null; i++) link = link.next;
  return link;
}

/** The row each record stands in now. */
function placesOf(sheet: SheetKey, table: Rows): Map<string, number> {
  return new Map(tokensOf(idsOf(sheet, table)).map((token, row) => [token, row]));
}
