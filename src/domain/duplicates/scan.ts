// What a search for duplicates found, as it is kept between two looks: ids and evidence, nothing that stands in the sheet anyway.
import type { Message } from '../../i18n/index';
import { cellAt, filledCells, type Rows, textAt } from '../acts/rows';
import type { KindContext } from '../kinds/index';
import type { Weighed } from '../linkage/explain';
import { type Proposal, proposalsOf } from '../merge/plan';
import { masterOf } from '../merge/record';
import { Refusal } from '../refusal';
import { fingerprintOf } from './columns';
import { type Decision, isPutOff, settledIn } from './decisions';
import { type Found, findGroups, type GroupCertainty, MOST_WEIGHED } from './groups';

export interface ScanGroup {
  /** Sorted. */
  readonly ids: readonly string[];
  /** Of each record, see {@link fingerprintOf}. */
  readonly prints: readonly string[];
  readonly certainty: GroupCertainty;
  readonly names: readonly string[];
  /** Why a person has to look at it. */
  readonly obstacle: Message | null;
  readonly isPutOff: boolean;
  /** Evidence by the places of two records, `0.1`: of every pair of a small group, of a large one the master's and what was asked for. */
  readonly pairs: Readonly<Record<string, Weighed>>;
}

/** Records of a group a card shows; the others are proposed again when these are dealt with. */
const MOST_SHOWN = 50;

export interface Scan {
  /** Of the customers as they were, see {@link stampOf}. */
  readonly stamp: string;
  /** `yyyy-MM-dd HH:mm`. */
  readonly at: string;
  readonly customers: number;
  /** Pairs kept apart because people said so. */
  readonly different: number;
  readonly groups: readonly ScanGroup[];
}

export interface Scanned {
  readonly scan: Scan;
  /** The evidence of any two rows. */
  readonly weigh: Found['weigh'];
  readonly learned: Found['learned'];
}

/** Customers up to which a run sees its end (docs/decisions/0014). */
const MOST_CUSTOMERS = 150_000;

/**
 * Looks through all customers; `at` is the moment.
 * @throws Refusal `duplicates.tooMany`
 */
export function scanIn(table: Rows, context: KindContext, decisions: readonly Decision[], at: string): Scanned {
  const count = table.rows.length;
  if (count > MOST_CUSTOMERS) throw new Refusal('duplicates.tooMany', { count, most: MOST_CUSTOMERS });
  const settled = settledIn(table, decisions);
  const found = findGroups(table, context, settled.different);
  const proposals = proposalsOf(table, found.groups);
  const groups = found.groups.map(({ rows, certainty }, i): ScanGroup => {
    const ids = rows.map((row) => textAt(table, row, 'customer_id'));
    return {
      ids,
      prints: rows.map((row) => fingerprintOf(filledCells(table, row))),
      certainty,
      names: [...new Set(rows.map((row) => textAt(table, row, 'name') || textAt(table, row, 'company')))],
      obstacle: proposals[i]?.obstacle ?? null,
      isPutOff: isPutOff(shownOf(ids), settled),
      pairs: pairsOf(rows, proposals[i], found.weigh),
    };
  });
  // Rows emptied by hand stay where they were, and are nobody.
  const customers = table.rows.filter((_, row) => textAt(table, row, 'customer_id') !== '').length;
  const scan = { stamp: stampOf(table), at, customers, different: settled.different.length, groups };
  return { scan, weigh: found.weigh, learned: found.learned };
}

/**
 * Tells whether customers are still those of a scan, by who they are and when each was last changed.
 * @param table with the columns of the id and of the last change
 */
export function stampOf(table: Rows): string {
  return stampOfLines(table.rows.map((_, row) => lineOf(cellAt(table, row, 'customer_id'), cellAt(table, row, 'updated_at'))));
}

/** The stamp that will be once records have gone into others, changed at a moment. */
export function stampAfter(table: Rows, gone: ReadonlySet<string>, changed: ReadonlySet<string>, moment: string): string {
  return stampOfLines(
    table.rows.flatMap((_, row) => {
      const id = textAt(table, row, 'customer_id');
      return gone.has(id) ? [] : [lineOf(id, changed.has(id) ? moment : cellAt(table, row, 'updated_at'))];
    }),
  );
}

function lineOf(id: unknown, changed: unknown): string {
  // To the minute: a cell read as a date has seconds, too.
  return `${id ?? ''} ${String(changed ?? '').slice(0, 16)}`;
}

function stampOfLines(lines: readonly string[]): string {
  let [low, high, count] = [0x811c9dc5, 0, 0];
  for (const line of lines) {
    if (line === ' ') continue;
    count++;
    for (let i = 0; i < line.length; i++) {
      low = Math.imul(low ^ line.charCodeAt(i), 0x01000193);
      high = (Math.imul(high, 31) + line.charCodeAt(i)) | 0;
    }
  }
  return `${count}.${(low >>> 0).toString(36)}.${(high >>> 0).toString(36)}`;
}

/** The group that holds all these records, unchanged since; `null` when there is none. */
export function groupWith(scan: Scan, ids: readonly string[], prints: readonly string[]): ScanGroup | null {
  const group = scan.groups.find((one) => ids.every((id) => one.ids.includes(id)));
  return group !== undefined && ids.every((id, i) => group.prints[group.ids.indexOf(id)] === prints[i]) ? group : null;
}

export function shownOf<T>(records: readonly T[]): readonly T[] {
  return records.slice(0, MOST_SHOWN);
}

function pairsOf(rows: readonly number[], proposal: Proposal | undefined, weigh: Found['weigh']): ScanGroup['pairs'] {
  const pair = (i: number, k: number) => [`${i}.${k}`, weigh(rows[i] ?? 0, rows[k] ?? 0)] as const;
  if (rows.length <= MOST_WEIGHED)
    return Object.fromEntries(rows.flatMap((_, i) => rows.slice(i + 1).map((__, k) => pair(i, i + 1 + k))));
  const shown = shownOf(proposal?.records ?? []);
  const master = shown.indexOf(masterOf(shown));
  return Object.fromEntries(shown.flatMap((_, i) => (i === master ? [] : [pair(Math.min(i, master), Math.max(i, master))])));
}

function placeOf({ ids }: ScanGroup, a: string, b: string): string {
  return [ids.indexOf(a), ids.indexOf(b)].sort((x, y) => x - y).join('.');
}

/** Evidence of two records of a group; `null` where it was not kept. */
export function pairIn(group: ScanGroup, a: string, b: string): Weighed | null {
  return group.pairs[placeOf(group, a, b)] ?? null;
}

/** A scan that holds more evidence of one of its groups: of a record and others, and what an earlier scan held of the same group. */
export function withPairs(
  scan: Scan,
  group: ScanGroup,
  earlier: ScanGroup | null,
  a: string,
  others: readonly (readonly [string, Weighed])[],
): Scan {
  const known = earlier?.ids.join() === group.ids.join() ? earlier.pairs : {};
  const more = Object.fromEntries(others.map(([b, pair]) => [placeOf(group, a, b), pair]));
  const pairs = { ...known, ...group.pairs, ...more };
  return { ...scan, groups: scan.groups.map((one) => (one === group ? { ...one, pairs } : one)) };
}

/** Groups of a certainty that can be merged at once, and the rows that would move to Archive. */
export function readyIn(scan: Scan, certainty: GroupCertainty): { readonly groups: number; readonly losers: number } {
  const ready = batchOf(scan, [certainty]).filter(({ obstacle }) => obstacle === null);
  return { groups: ready.length, losers: ready.reduce((sum, { ids }) => sum + ids.length - 1, 0) };
}

/** Groups of these certainties, those put off aside. */
export function batchOf(scan: Scan, certainties: readonly GroupCertainty[]): ScanGroup[] {
  return scan.groups.filter(({ certainty, isPutOff: later }) => certainties.includes(certainty) && !later);
}
