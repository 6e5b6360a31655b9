// Exact duplicates (rulings 20): one name, one personal identifier, no two different credit codes. The full engine replaces this module.
import { cellAt, compareIds, type Rows, textAt } from '../acts/rows';
import { CODE, type IdentityReader, identifiers, identityReader, isFiller, nameKey } from '../door/identity';
import type { KindContext } from '../kinds/index';

export interface ExactGroup {
  /** 0-based numbers of its rows, by record id. */
  readonly rows: readonly number[];
  /** Keys of the columns, besides the name, in which two of them agree; in the template's order. */
  readonly same: readonly string[];
}

/**
 * Groups of rows that are one customer for certain, by the id of their first row. The same groups in any order of the rows.
 * Rows without id or name take no part.
 */
export function findExact(table: Rows, context: KindContext): ExactGroup[] {
  const people = readPeople(table, identityReader(context));
  const links = new Links(table.rows.length);
  const first = new Map<string, number>();
  for (const { row, name, keys } of people) {
    for (const key of keys.values()) {
      const shared = `${name}\n${key}`;
      const other = first.get(shared);
      if (other === undefined) first.set(shared, row);
      else links.join(other, row);
    }
  }
  const byRoot = new Map<number, Person[]>();
  for (const person of people) {
    const root = links.rootOf(person.row);
    byRoot.set(root, [...(byRoot.get(root) ?? []), person]);
  }
  return [...byRoot.values()]
    .filter((group) => group.length > 1)
    .flatMap(withoutContradiction)
    .map((group) => group.sort((a, b) => compareIds(a.id, b.id) || a.row - b.row))
    .sort(([a], [b]) => compareIds(a?.id ?? '', b?.id ?? ''))
    .map((group) => ({ rows: group.map(({ row }) => row), same: agreeing(group) }));
}

interface Person {
  readonly row: number;
  readonly id: string;
  readonly name: string;
  /** Canonical identifiers by column key, each marked with its column. */
  readonly keys: ReadonlyMap<string, string>;
}

function readPeople(table: Rows, read: IdentityReader): Person[] {
  const people: Person[] = [];
  for (const [name, rows] of rowsByName(table)) {
    // Nobody else of that name: reading what else the row says would be most of the work of a scan.
    if (rows.length === 1) continue;
    for (const row of rows) {
      const keys = new Map<string, string>();
      for (const [key, column] of identifiers) {
        const raw = cellAt(table, row, key);
        const value = raw === null ? null : read(key, column, raw, textAt(table, row, 'country'));
        if (value !== null) keys.set(key, `${key}:${value}`);
      }
      if (keys.size > 0) people.push({ row, id: textAt(table, row, 'customer_id'), name, keys });
    }
  }
  return people;
}

function rowsByName(table: Rows): Map<string, number[]> {
  const byName = new Map<string, number[]>();
  for (let row = 0; row < table.rows.length; row++) {
    const name = nameKey(textAt(table, row, 'name'));
    if (isFiller(name) || textAt(table, row, 'customer_id') === '') continue;
    const rows = byName.get(name);
    if (rows === undefined) byName.set(name, [row]);
    else rows.push(row);
  }
  return byName;
}

/**
 * A group with several credit codes is several customers of one name: rows of one code stay together, and rows without a code, which
 * may belong to either, are left out.
 */
function withoutContradiction(group: readonly Person[]): Person[][] {
  const codes = new Set(group.flatMap(({ keys }) => keys.get(CODE) ?? []));
  if (codes.size <= 1) return [[...group]];
  return [...codes].map((code) => group.filter(({ keys }) => keys.get(CODE) === code)).filter((sharing) => sharing.length > 1);
}

function agreeing(group: readonly Person[]): string[] {
  return identifiers
    .map(([key]) => key)
    .filter((key) => {
      const values = group.flatMap(({ keys }) => keys.get(key) ?? []);
      return new Set(values).size < values.length;
    });
}

/** Rows joined into groups: union-find with path halving. */
class Links {
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  rootOf(row: number): number {
    let at = row;
    for (let up = this.parent[at] ?? at; up !== at; up = this.parent[at] ?? at) {
      const above = this.parent[up] ?? up;
      this.parent[at] = above;
      at = above;
    }
    return at;
  }

  join(a: number, b: number): void {
    this.parent[this.rootOf(a)] = this.rootOf(b);
  }
}
