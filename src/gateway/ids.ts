// Record ids: given under the lock, never given twice, not even after the record is gone.
import { type Run, setProperties } from './run';
import { cellOf, findSheet, readTable, type Table } from './table';

const DIGITS = 6;

/**
 * Reserves the next `count` ids of a table, e.g. `C-000124`. The highest id ever given stands in a document property, so that an
 * archived record's id is not used again. At most one service write. Call under the lock.
 * @param also properties to be set in the same write, by the ids given
 */
export function reserveIds(
  run: Run,
  table: Table,
  column: string,
  prefix: string,
  count: number,
  also: (ids: readonly string[]) => Readonly<Record<string, string>> = () => ({}),
): string[] {
  const last = lastNumber(run, table, column, prefix);
  const ids = Array.from({ length: count }, (_, i) => idOf(prefix, last + 1 + i));
  if (count > 0) setProperties(run, { [propertyOf(prefix)]: String(last + count), ...also(ids) });
  return ids;
}

/**
 * The highest number given so far, by the property or by what stands in the table. Where a copied file lost the property, merged
 * customers count too, who stand in Archive only: three service reads, once.
 */
export function lastNumber(run: Run, table: Table, column: string, prefix: string): number {
  const last = Math.max(reservedUpTo(run, prefix), highestIn(table, column, prefix));
  const known = propertyOf(prefix) in run.properties || table.key !== 'customers' || table.rows.length === 0;
  return !known && findSheet(run, 'archive') !== null
    ? Math.max(last, highestIn(readTable(run, 'archive', ['record_id']), 'record_id', prefix))
    : last;
}

function highestIn(table: Table, column: string, prefix: string): number {
  return table.rows.reduce((last, row) => {
    const id = cellOf(table, row, column);
    return typeof id === 'string' && id.startsWith(prefix) ? Math.max(last, Number(id.slice(prefix.length)) || 0) : last;
  }, 0);
}

export function reservedUpTo(run: Run, prefix: string): number {
  return Number(run.properties[propertyOf(prefix)] ?? 0);
}

/** Numbers up to this one are given. One service write. */
export function raiseTo(run: Run, prefix: string, number: number): void {
  setProperties(run, { [propertyOf(prefix)]: String(number) });
}

export function idOf(prefix: string, number: number): string {
  return prefix + String(number).padStart(DIGITS, '0');
}

function propertyOf(prefix: string): string {
  return `cp:id:${prefix}`;
}
