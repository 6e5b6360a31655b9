// Record ids: given under the lock, never given twice, not even after the record is gone.
import { type Run, setProperties } from './run';
import type { Table } from './table';
import { cellOf } from './table';

const DIGITS = 6;

/**
 * Reserves the next `count` ids of a table, e.g. `C-000124`. The highest id ever given stands in a document property, so that an
 * archived record's id is not used again. At most one service write. Call under the lock.
 */
export function reserveIds(run: Run, table: Table, column: string, prefix: string, count: number): string[] {
  const property = `cp:id:${prefix}`;
  let last = Number(run.properties[property] ?? 0);
  for (const row of table.rows) {
    const id = cellOf(table, row, column);
    if (typeof id === 'string' && id.startsWith(prefix)) last = Math.max(last, Number(id.slice(prefix.length)) || 0);
  }
  if (count > 0) setProperties(run, { [property]: String(last + count) });
  return Array.from({ length: count }, (_, i) => prefix + String(last + 1 + i).padStart(DIGITS, '0'));
}
