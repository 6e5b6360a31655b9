// How much of a record is filled in, of what the line of business shows and people keep.
import type { Cell, ColumnTemplate, Preset } from '../../template/types';
import { importable } from '../import/vocabulary';

/**
 * Filled ÷ shown columns, required ones counted twice; 0 to 1 in steps of a percent (product.md §4.13).
 * @param bad keys of columns whose value cannot be read: they count as empty
 */
export function completenessOf(
  columns: Readonly<Record<string, ColumnTemplate>>,
  preset: Preset,
  record: Readonly<Record<string, Cell>>,
  bad: ReadonlySet<string>,
): number {
  let all = 0;
  let filled = 0;
  for (const { key, weight } of weighed(columns, preset)) {
    all += weight;
    const cell = record[key] ?? null;
    if (cell !== null && cell !== '' && !bad.has(key)) filled += weight;
  }
  return all === 0 ? 0 : Math.round((filled / all) * 100) / 100;
}

interface Weighed {
  readonly key: string;
  readonly weight: number;
}

const held = new WeakMap<object, Map<Preset, readonly Weighed[]>>();

/** The columns that count; worked out once, for an import asks for every row. */
function weighed(columns: Readonly<Record<string, ColumnTemplate>>, preset: Preset): readonly Weighed[] {
  const known = held.get(columns) ?? new Map<Preset, readonly Weighed[]>();
  held.set(columns, known);
  const found = known.get(preset) ?? importable(columns).flatMap((key) => weight(key, columns[key], preset));
  known.set(preset, found);
  return found;
}

function weight(key: string, column: ColumnTemplate | undefined, preset: Preset): Weighed[] {
  if (column === undefined || !(column.shown === 'all' || column.shown?.includes(preset))) return [];
  return [{ key, weight: column.required ? 2 : 1 }];
}
