// Customers who are gone because they were merged: into whom, by the lines of Archive.
import { followMerges } from '../domain/merge/asked';
import type { Run } from '../gateway/run';
import { findMade, readTable, textOf } from '../gateway/table';
import { placesOf } from './duplicates-scan';

const KEY = 'archive';

/**
 * Says of each id which customer it is now; its own where it was not merged. Three service reads.
 * @param has whether there is such a customer
 */
export function mergedBefore(run: Run, has: (id: string) => boolean): (id: string) => string {
  const into = new Map<string, string>();
  if (findMade(run, KEY) !== null) {
    const table = readTable(run, KEY, ['record_id', 'merged_into']);
    for (const row of table.rows) into.set(textOf(table, row, 'record_id'), textOf(table, row, 'merged_into'));
  }
  return (id) => followMerges(id, into, has);
}

/** Who these are now, each once. Three service reads, and three more where one is gone. */
export function standNow(run: Run, ids: readonly string[]): string[] {
  const table = readTable(run, 'customers', ['customer_id']);
  const there = placesOf(table);
  const has = (id: string) => there.has(id);
  return ids.every(has) ? [...new Set(ids)] : [...new Set(ids.map(mergedBefore(run, has)))];
}
