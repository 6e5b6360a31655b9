// What two people made of one record: which fields of mine somebody else changed since my form was opened.
import type { Cell, TableTemplate } from '../../template/types';
import { formText } from './fields';

type Row = Readonly<Record<string, Cell>>;
type Values = { readonly [key: string]: string };

export interface Clash {
  readonly key: string;
  readonly before: string;
  readonly theirs: string;
  readonly mine: string;
}

/** Keys of the fields I changed. A field the form never had is none of them. */
export function changedKeys(base: Values, values: Values, { columns }: TableTemplate): string[] {
  return Object.keys(columns).filter((key) => values[key] !== undefined && values[key].trim() !== (base[key] ?? '').trim());
}

/**
 * @param now the record as it stands
 * @param mine what I want to stand there, canonical
 * @param shown as the form showed it
 */
export function clashesOf(
  keys: readonly string[],
  base: Values,
  now: Row,
  mine: Row,
  shown: (key: string, cell: Cell | undefined) => string = (_key, cell) => formText(cell),
): Clash[] {
  return keys.flatMap((key) => {
    const theirs = shown(key, now[key]);
    const before = base[key] ?? '';
    const wanted = shown(key, mine[key]);
    return theirs.trim() === before.trim() || theirs === wanted ? [] : [{ key, before, theirs, mine: wanted }];
  });
}
