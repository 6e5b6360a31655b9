// Which rows are whose: copies told from originals where that is certain, ids that stand twice, ids for new records.
import { idColumn } from '../../domain/entry';
import { reserveIds } from '../../gateway/ids';
import { type RowsRead, readAgain } from '../../gateway/patch';
import { cellOf, FIRST_ROW, recordOf, type Table, tableTemplate } from '../../gateway/table';
import type { Cell } from '../../template/types';
import { isWithoutId, type Row, type RowChange, type Site } from './record';

/** What of an edit tells copies from originals. */
interface Written {
  readonly typed: readonly string[];
  readonly restored: Row;
}

/** Key of the column that holds a table's own ids; empty for a table without. */
export function idKey({ key }: Pick<Site, 'key'>): string {
  return idColumn(tableTemplate(key))?.key ?? '';
}

/**
 * Rows that an edit just put there as copies of others, by their 0-based number among those read; where rows are only looked at, nobody
 * knows which of two is the copy. Who deletes an id that stands twice says so.
 * @param others ids of the whole table
 */
export function copiesIn(site: Site, { typed, restored }: Written, read: RowsRead, others: Table): ReadonlySet<number> {
  const key = idKey(site);
  const hasWords = typed.some((one) => tableTemplate(site.key).columns[one]?.kept !== 'script');
  const hasStamps = typed.includes('created_at');
  const copies = new Set<number>();
  const seen = new Set<Cell>(idsOutside(read, others, key));
  read.cells.forEach((cells, i) => {
    const id = restored[key] ?? cellOf(site.table, cells, key);
    if (typed.includes(key)) {
      if (id !== null && seen.has(id) && (hasWords || key in restored)) copies.add(i);
      // The stamps came along with what was pasted, the id did not.
    } else if (hasWords && hasStamps && isWithoutId(site.key, recordOf(site.table, cells))) copies.add(i);
    seen.add(id);
  });
  return copies;
}

/** Rows whose id stands in another row too, by their 0-based number among those read. */
export function twiceIn(site: Site, read: RowsRead, others: Table): ReadonlySet<number> {
  const key = idKey(site);
  const ids = read.cells.map((cells) => cellOf(site.table, cells, key));
  const seen = new Set<Cell>();
  const twice = new Set<Cell>([null]);
  for (const id of [...idsOutside(read, others, key), ...ids]) {
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  twice.delete(null);
  return new Set(ids.flatMap((id, i) => (twice.has(id) ? [i] : [])));
}

function idsOutside({ first, cells }: RowsRead, others: Table, key: string): Cell[] {
  const begin = first - FIRST_ROW;
  return others.rows.flatMap((row, i) => (i >= begin && i < begin + cells.length ? [] : [cellOf(others, row, key)]));
}

/** Ids for the new records. @returns their rows */
export function giveIds(site: Site, others: () => Table, changes: ReadonlyMap<number, RowChange>): number[] {
  const id = idColumn(tableTemplate(site.key));
  const fresh = [...changes].filter(([, { isNew }]) => isNew);
  if (id === null || fresh.length === 0) return [];
  const given = reserveIds(site.run, others(), id.key, id.prefix, fresh.length);
  fresh.forEach(([, { values }], i) => {
    values[id.key] = given[i] ?? null;
  });
  return fresh.map(([row]) => row);
}

/**
 * Rows that moved while others were read, or a lock was waited for, are left; so are cells somebody typed into meanwhile.
 * @returns 1-based rows that moved
 */
export function dropMoved(site: Site, read: RowsRead, changes: Map<number, RowChange>): number[] {
  const rows = [...changes].filter(([, { values }]) => Object.keys(values).length > 0).map(([row]) => row);
  const { moved, isAsRead } = readAgain(site.run, read, idKey(site), rows);
  for (const row of rows) {
    const values = changes.get(row)?.values ?? {};
    for (const key of Object.keys(values)) if (!isAsRead(row, site.table.columns.get(key) ?? -1)) delete values[key];
    if (moved.has(row)) changes.delete(row);
  }
  return [...moved].map((row) => read.first + row);
}
