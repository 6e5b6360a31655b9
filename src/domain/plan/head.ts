// Rows 1 and 2 of a table: which column is which, and what must be written so that every one is known and named.
import type { Locale, TableTemplate } from '../../template/types';
import type { ValueAt } from './operations';
import type { TableRead } from './snapshot';

export interface Head {
  /** 1-based column by key, as they will stand; the user's own under their `u_` keys. */
  readonly positions: ReadonlyMap<string, number>;
  /** Columns of the grid there will be. */
  readonly width: number;
  /** Keys of columns that are added, in order, the first at `addedAt`. */
  readonly added: readonly string[];
  readonly addedAt: number;
  /** Cells of rows 1 and 2 to write, those of added columns included. */
  readonly cells: readonly ValueAt[];
}

const OWN_KEY = /^u_(\d+)$/;

/** The head of a sheet that is to be made. */
export function newHead(template: TableTemplate, locale: Locale): Head {
  const added = Object.keys(template.columns);
  return {
    positions: new Map(added.map((key, i) => [key, i + 1])),
    width: added.length,
    added,
    addedAt: 1,
    cells: namedCells(template, locale, added, 1),
  };
}

/**
 * The head of a sheet there is. A column whose key was lost is known by its label; what nobody knows is added at the right end, and
 * a labelled column without key is the user's own and gets one.
 * @param translate rewrite labels that we shipped in another language
 * @param renamed keys of columns whose label was chosen anew
 */
export function headOf(
  template: TableTemplate,
  read: TableRead,
  locale: Locale,
  translate: boolean,
  renamed: ReadonlySet<string> = new Set(),
): Head {
  const declared = new Set(Object.keys(template.columns));
  const positions = new Map<string, number>();
  const free: number[] = [];
  const cells: ValueAt[] = [];
  read.keys.forEach((key, i) => {
    const ours = declared.has(key) || OWN_KEY.test(key);
    if (ours && !positions.has(key)) positions.set(key, i + 1);
    // A key that is no key of ours stays, unless it stands where one of ours stood.
    else if (ours || key === '' || missingBy(template, read.keys, labelAt(read, i + 1)).length > 0) free.push(i + 1);
  });
  let next = 1 + Math.max(0, ...[...positions.keys()].map((key) => Number(OWN_KEY.exec(key)?.[1] ?? 0)));
  for (const column of free) {
    const label = labelAt(read, column);
    const known = missingBy(template, [...positions.keys()], label)[0];
    if (known === undefined && label === '') continue;
    const key = known ?? `u_${next++}`;
    positions.set(key, column);
    cells.push({ row: 1, column, value: key });
  }
  for (const [key, column] of positions) {
    const wanted = template.columns[key]?.label;
    const label = labelAt(read, column);
    if (wanted === undefined || label === wanted[locale]) continue;
    const shipped = label === wanted['zh-CN'] || label === wanted.en;
    if (label === '' || (translate && shipped) || renamed.has(key)) cells.push({ row: 2, column, value: wanted[locale] });
  }
  const added = Object.keys(template.columns).filter((key) => !positions.has(key));
  const addedAt = read.keys.length - Math.min(read.blankTail, added.length) + 1;
  added.forEach((key, i) => {
    positions.set(key, addedAt + i);
  });
  cells.push(...namedCells(template, locale, added, addedAt));
  return { positions, width: Math.max(read.keys.length, addedAt + added.length - 1), added, addedAt, cells };
}

/** Which row of the head was deleted: the keys, the labels, or neither. */
export function lostHeadRow(template: TableTemplate, read: TableRead): 1 | 2 | null {
  const columns = Object.values(template.columns);
  const labels = new Set(columns.flatMap(({ label }) => [label['zh-CN'], label.en]));
  const keys = new Set(Object.keys(template.columns));
  const labelled = read.keys.filter((text) => labels.has(text) && !keys.has(text)).length;
  if (labelled > columns.length / 2) return 1;
  // A first record under the keys is known by its id.
  const recorded = read.keys.some((key, i) => {
    const column = template.columns[key];
    const text = labelAt(read, i + 1);
    return column?.kind === 'id' && text.startsWith(column.prefix) && /^\d{6,}$/.test(text.slice(column.prefix.length));
  });
  return recorded ? 2 : null;
}

/** Keys not among `keys` whose column we ship under this label in any language. */
function missingBy(template: TableTemplate, keys: readonly string[], label: string): string[] {
  if (label === '') return [];
  return Object.entries(template.columns)
    .filter(([key, column]) => !keys.includes(key) && (column.label['zh-CN'] === label || column.label.en === label))
    .map(([key]) => key);
}

function labelAt(read: TableRead, column: number): string {
  return (read.labels[column - 1] ?? '').trim();
}

function namedCells(template: TableTemplate, locale: Locale, keys: readonly string[], at: number): ValueAt[] {
  return keys.flatMap((key, i) => [
    { row: 1, column: at + i, value: key },
    { row: 2, column: at + i, value: template.columns[key]?.label[locale] ?? key },
  ]);
}
