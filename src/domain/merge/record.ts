// A customer about to be merged, and which of a group stays.
import { customers } from '../../template/customers';
import type { Cell, ColumnTemplate } from '../../template/types';
import { compareIds, filledCells, type Rows } from '../acts/rows';

export interface MergeRecord {
  readonly id: string;
  /** 0-based number among the data rows. */
  readonly row: number;
  /** Filled cells by column key, the user's own columns among them. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** How many of the columns people fill are filled. */
  readonly filled: number;
}

const columns: Readonly<Record<string, ColumnTemplate>> = customers.columns;

/** Columns whose values people gave; what script keeps can be worked out again. */
export function isPeoples(key: string): boolean {
  const column = columns[key];
  return column === undefined || (column.kept !== 'script' && column.kind !== 'id');
}

export function recordAt(table: Rows, row: number): MergeRecord {
  const cells = filledCells(table, row);
  const filled = Object.keys(cells).filter((key) => key in columns && isPeoples(key)).length;
  return { id: textIn(cells, 'customer_id'), row, cells, filled };
}

export function textIn(cells: Readonly<Record<string, Cell>>, key: string): string {
  const cell = cells[key] ?? null;
  return cell === null ? '' : String(cell);
}

/**
 * The record that stays: most complete, then with orders, then of the newest contact, then the oldest, then of the lowest id. Orders and
 * contacts are those the facts tell of.
 */
export function masterOf(group: readonly MergeRecord[]): MergeRecord {
  const [first, ...others] = group;
  if (first === undefined) throw new Error('a group without records');
  return others.reduce((best, next) => (precedes(next, best) ? next : best), first);
}

function precedes(a: MergeRecord, b: MergeRecord): boolean {
  const hasOrders = ({ cells }: MergeRecord) => Number(Number(cells['order_count'] ?? 0) > 0);
  // Without a stamp nobody knows how old it is: it counts as the youngest.
  const made = ({ cells }: MergeRecord) => textIn(cells, 'created_at') || '9';
  const order =
    b.filled - a.filled ||
    hasOrders(b) - hasOrders(a) ||
    compareText(textIn(b.cells, 'last_contact'), textIn(a.cells, 'last_contact')) ||
    compareText(made(a), made(b)) ||
    compareIds(a.id, b.id);
  return order < 0;
}

/** The others by when they were last touched, newest first; ties by higher id. */
export function newestFirst(others: readonly MergeRecord[]): MergeRecord[] {
  const touched = ({ cells }: MergeRecord) => textIn(cells, 'updated_at') || textIn(cells, 'created_at');
  return [...others].sort((a, b) => compareText(touched(b), touched(a)) || compareIds(b.id, a.id));
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
