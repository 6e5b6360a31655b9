// Owners a file names and the team does not know; they are offered as new, inactive people (rulings 16).
import type { ColumnTemplate } from '../../template/types';
import type { KindContext } from '../kinds/index';
import { tidyLine } from '../text';
import type { SourceRecord } from './csv';
import { ownerless } from './row';
import type { MappedColumn } from './row-plan';
import { cellText, saysNothing } from './survey';

export interface UnknownOwner {
  readonly name: string;
  readonly rows: number;
}

/** Names in columns that point at people and fit nobody, those with most rows first. Longer than a name may be: not offered. */
export function unknownOwners(
  records: readonly SourceRecord[],
  mapping: readonly MappedColumn[],
  columns: Readonly<Record<string, ColumnTemplate>>,
  context: KindContext,
): readonly UnknownOwner[] {
  const counts = new Map<string, number>();
  for (const { index, key } of mapping) {
    const column = key === null ? undefined : columns[key];
    if (column === undefined || !('holds' in column) || column.sheet !== 'users') continue;
    for (const { cells } of records) {
      const name = tidyLine(cellText(cells[index] ?? ''));
      if (name === '' || saysNothing(name) || ownerless(name) || name.length > NAME_MAX) continue;
      if ((context.lookup?.('users', name) ?? null) === null) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].map(([name, rows]) => ({ name, rows })).sort((a, b) => b.rows - a.rows);
}

/** As the Users sheet declares it. */
const NAME_MAX = 30;
