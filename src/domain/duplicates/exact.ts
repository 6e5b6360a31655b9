// Exact duplicates (rulings 20): one name, one personal identifier, no two different credit codes. The full engine replaces this module.
import { customers } from '../../template/customers';
import type { Cell, ColumnTemplate } from '../../template/types';
import { cellAt, compareIds, type Rows, textAt } from '../acts/rows';
import { type KindContext, kindOf } from '../kinds/index';
import { plain } from '../text';

export interface ExactGroup {
  /** 0-based numbers of its rows, by record id. */
  readonly rows: readonly number[];
  /** Keys of the columns, besides the name, in which two of them agree; in the template's order. */
  readonly same: readonly string[];
}

/** The column that no two records of one customer may contradict each other in. */
const CODE = 'uscc';

const columns: Readonly<Record<string, ColumnTemplate>> = customers.columns;

/** Columns that identify one person or company: those the template calls unique, the record's own id aside. */
const identifiers = Object.entries(columns).filter(([, column]) => column.unique && column.kind !== 'id');

/** What people write where there is nothing to write, and numbers of advertisements; see `nameKey` for the form. */
const FILLER = /^(?:[\s\-_/\\.*?#x0]+|无|没有|不详|未知|暂无|待补充|空|测试|test(?:ing)?|n\/?a|none|null|nil|unknown|tbd)$/;
const FILLER_PHONES = new Set(['+8613800138000', '+8613900139000']);
/** Mailboxes of an office, not of a person. */
const ROLE_MAILBOX =
  /^(?:info|sales|admin|office|contact|service|support|hello|hr|marketing|test|no-?reply|webmaster|postmaster)@/;

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

type IdentityReader = (key: string, column: ColumnTemplate, raw: Cell, country: string) => string | null;

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
    if (name === '' || FILLER.test(name) || textAt(table, row, 'customer_id') === '') continue;
    const rows = byName.get(name);
    if (rows === undefined) byName.set(name, [row]);
    else rows.push(row);
  }
  return byName;
}

/** Most Chinese names: nothing in them to fold. */
const HAN_ONLY = /^[\u4E00-\u9FFF]+$/;

/** Names that differ in width, case and spaces only are one name. */
export function nameKey(name: string): string {
  if (HAN_ONLY.test(name)) return name;
  const flat = plain(name).toLowerCase().replace(/\s+/g, ' ');
  return !flat.includes(' ') ? flat : flat.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}

/** Reads identifiers in their canonical form; `null` for what cannot be read, breaks its column's rules or identifies nobody. */
function identityReader(context: KindContext): IdentityReader {
  const abroad = new Map<string, KindContext>();
  return (key, column, raw, country) => {
    let here = abroad.get(country);
    if (here === undefined) {
      here = country === '' ? context : { ...context, country };
      abroad.set(country, here);
    }
    const kind = kindOf(column);
    const reading = kind.parse(raw, column, here);
    if (!reading.ok || reading.value === null || kind.validate(reading.value, column, here) !== null) return null;
    const value = plain(String(reading.value)).toLowerCase();
    return FILLER.test(value) || FILLER_PHONES.has(value) || (key === 'email' && ROLE_MAILBOX.test(value)) ? null : value;
  };
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
