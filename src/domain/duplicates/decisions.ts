// What people decided about pairs of customers, and whether it still holds: until anything compared of either changes.
import type { Cell } from '../../template/types';
import { compareIds, filledCells, type Rows, textAt } from '../acts/rows';
import { fingerprintOf } from './columns';

type Row = Readonly<Record<string, Cell>>;

/** `different`: never one customer. `later`: not to be shown for now. `open`: as if nobody had decided. */
export type Verdict = 'different' | 'later' | 'open';

export interface Decision {
  /** Both ids, sorted, divided by `|`. */
  readonly pair: string;
  readonly fingerprint: string;
  readonly verdict: string;
}

/** Decisions that hold for a table. */
export interface Settled {
  /** 0-based rows of pairs that are not one customer. */
  readonly different: readonly (readonly [number, number])[];
  /** Keys of pairs put off. */
  readonly later: ReadonlySet<string>;
}

function pairKey(a: string, b: string): string {
  return (compareIds(a, b) <= 0 ? [a, b] : [b, a]).join('|');
}

/** Whether a group, its ids sorted, is put off: one more record in it is news. */
export function isPutOff(ids: readonly string[], { later }: Pick<Settled, 'later'>): boolean {
  return later.size > 0 && ids.slice(1).every((id, i) => later.has(pairKey(ids[i] ?? '', id)));
}

/** What a verdict about a group says of its pairs; the records sorted by id. */
export function decide(records: readonly Row[], verdict: Verdict): Decision[] {
  // A chain of pairs is enough to know a group by; to keep records apart takes every pair.
  const reach = verdict === 'later' ? 1 : records.length;
  return records.flatMap((a, i) =>
    records.slice(i + 1, i + 1 + reach).map((b) => ({ pair: pairKey(idIn(a), idIn(b)), fingerprint: printOf(a, b), verdict })),
  );
}

/** The decisions that still hold. */
export function settledIn(table: Rows, decisions: readonly Decision[]): Settled {
  const different: [number, number][] = [];
  const later = new Set<string>();
  const rows = new Map(decisions.length === 0 ? [] : table.rows.map((_, row) => [textAt(table, row, 'customer_id'), row]));
  for (const { pair, fingerprint, verdict } of decisions) {
    const [a, b] = pair.split('|').map((id) => rows.get(id));
    if (a === undefined || b === undefined || printOf(filledCells(table, a), filledCells(table, b)) !== fingerprint) continue;
    if (verdict === 'different') different.push([a, b]);
    else if (verdict === 'later') later.add(pair);
  }
  return { different, later };
}

function printOf(a: Row, b: Row): string {
  const [first, second] = compareIds(idIn(a), idIn(b)) <= 0 ? [a, b] : [b, a];
  return `${fingerprintOf(first)}.${fingerprintOf(second)}`;
}

function idIn(record: Row): string {
  return String(record['customer_id'] ?? '');
}
