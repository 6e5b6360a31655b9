// Who may edit which customers: the protections wanted against those there are, as plain differences.
import type { Message } from '../../i18n/index';
import type { TableTemplate } from '../../template/types';
import { type Block, blocksOf, ownerColumns, type Rect, sameRect } from './blocks';

/** Marks of our protections; nothing without them is touched. */
export const SHEET_TAG = 'cp:customers';
export const OWNER_TAG = 'cp:owner:';

/** More ranges than this slow a workbook down: sort first (rulings 19). */
const MOST_RANGES = 200;

/** A person of the team; the role by id, the address in lower case. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly active: boolean;
}

/** The Customers sheet as far as protection needs it. */
export interface CustomerSheet {
  readonly template: TableTemplate;
  /** 0-based position by column key. */
  readonly positions: ReadonlyMap<string, number>;
  /** 1-based row of the first customer. */
  readonly firstRow: number;
  /** Owner's name by customer, empty for the pool. */
  readonly owners: readonly string[];
  readonly maxRows: number;
  readonly maxColumns: number;
}

/** Who may open the file for editing, in lower case. */
export interface Access {
  readonly owner: string | null;
  readonly editors: readonly string[];
  /** Who applies the plan: Google keeps him an editor of everything. */
  readonly me: string;
}

/** A protection of the sheet as it is. */
export interface FoundRange extends Rect {
  readonly description: string;
  readonly editors: readonly string[];
}

export interface FoundSheet {
  readonly description: string;
  readonly editors: readonly string[];
  readonly open: readonly Rect[];
}

interface WantedRange extends Rect {
  readonly tag: string;
  /** In lower case, sorted, without owner of the file and applier, who always are. */
  readonly editors: readonly string[];
}

/** One range to be made, or made out of one there is. */
interface RangeChange {
  readonly range: WantedRange;
  /** Index of the found range to change; null: a new one. */
  readonly reuse: number | null;
}

export interface ProtectionPlan {
  readonly wanted: number;
  readonly keep: number;
  readonly changes: readonly RangeChange[];
  /** Indexes of found ranges that are no longer wanted. */
  readonly remove: readonly number[];
  /** The sheet as a whole: its editors and the cells left open; null when it is as wanted or somebody else's. */
  readonly sheet: { readonly editors: readonly string[]; readonly open: readonly Rect[] } | null;
  readonly sortFirst: boolean;
  readonly notes: readonly Message[];
}

/**
 * Plans level 1 (product.md §4.12): the sheet closed, open are the rows below the customers and the claim column, and each owner gets
 * rectangles over his own. A second plan after the first was applied changes nothing.
 */
export function planProtection(
  sheet: CustomerSheet,
  members: readonly Member[],
  access: Access,
  found: { readonly sheet: FoundSheet | null; readonly ranges: readonly FoundRange[] },
): ProtectionPlan {
  const bosses = members.filter((member) => ['admin', 'manager'].includes(member.role) && mayEdit(member, access));
  const { ranges, notes } = wantedRanges(sheet, members, bosses, access);
  if (ranges.length > MOST_RANGES) {
    const note: Message = { code: 'protection.sortFirst', args: { ranges: ranges.length, most: MOST_RANGES } };
    return { wanted: ranges.length, keep: 0, changes: [], remove: [], sheet: null, sortFirst: true, notes: [note, ...notes] };
  }
  if (found.sheet !== null && found.sheet.description !== SHEET_TAG) {
    // Owners' ranges mean nothing unless the sheet around them is closed by us, and two protections intersect.
    const note: Message = { code: 'protection.foreign' };
    return { wanted: ranges.length, keep: 0, changes: [], remove: [], sheet: null, sortFirst: false, notes: [note, ...notes] };
  }
  const { keep, changes, remove } = differences(ranges, found.ranges, access);
  const wantedSheet = { editors: normal(emailsOf(bosses), access), open: [...openCells(sheet), ...ranges] };
  if (access.owner !== null && access.me !== access.owner)
    notes.push({ code: 'protection.notOwner', args: { account: access.me } });
  return {
    wanted: ranges.length,
    keep,
    changes,
    remove,
    sheet: sameSheet(wantedSheet, found.sheet, access) ? null : wantedSheet,
    sortFirst: false,
    notes,
  };
}

/** Whether nothing is to be done. */
export function isSettled(plan: ProtectionPlan): boolean {
  return plan.changes.length === 0 && plan.remove.length === 0 && plan.sheet === null;
}

function wantedRanges(sheet: CustomerSheet, members: readonly Member[], bosses: readonly Member[], access: Access) {
  const ranges: WantedRange[] = [];
  const notes: Message[] = [];
  const columns = ownerColumns(sheet.template, sheet.positions);
  const byName = new Map(members.map((member) => [member.name, member]));
  const left = new Map<string, number>();
  for (const block of blocksOf(sheet.owners, sheet.firstRow)) {
    const member = byName.get(block.owner);
    if (member === undefined || !mayEdit(member, access)) {
      left.set(block.owner, (left.get(block.owner) ?? 0) + block.rows);
      continue;
    }
    const editors = normal(emailsOf([member, ...bosses]), access);
    for (const run of columns) ranges.push({ ...run, ...rowsOf(block), tag: OWNER_TAG + member.id, editors });
  }
  for (const [name, n] of left) notes.push(reasonOf(name, byName.get(name), n));
  return { ranges, notes };
}

function rowsOf({ row, rows }: Block) {
  return { row, rows };
}

function reasonOf(name: string, member: Member | undefined, n: number): Message {
  if (member === undefined) return { code: 'protection.unknownOwner', args: { name, n } };
  if (!member.active) return { code: 'protection.inactive', args: { name, n } };
  if (member.email === '') return { code: 'protection.noEmail', args: { name, n } };
  return { code: 'protection.noAccess', args: { name, email: member.email, n } };
}

function mayEdit(member: Member, access: Access): boolean {
  return member.active && member.email !== '' && (member.email === access.owner || access.editors.includes(member.email));
}

/** Cells left open to everybody: rows for new customers, and the claim column. */
function openCells(sheet: CustomerSheet): Rect[] {
  const { firstRow, maxRows, maxColumns } = sheet;
  const count = sheet.owners.length;
  const open: Rect[] = [];
  if (firstRow + count <= maxRows) {
    open.push({ row: firstRow + count, column: 1, rows: maxRows - firstRow - count + 1, columns: maxColumns });
  }
  for (const [key, at] of sheet.positions) {
    if (sheet.template.columns[key]?.editor === 'anybody' && count > 0)
      open.push({ row: firstRow, column: at + 1, rows: count, columns: 1 });
  }
  return open;
}

/**
 * Pairs wanted with found. A found range of ours that is not wanted as it is becomes one of the same person elsewhere, or gets other
 * editors where it is. A nameless range exactly on a wanted place was left by a run killed between making and naming it.
 */
function differences(wanted: readonly WantedRange[], found: readonly FoundRange[], access: Access) {
  const ours = found.map(({ description }) => description.startsWith(OWNER_TAG));
  const used = new Set<number>();
  const take = (fits: (range: FoundRange, i: number) => boolean): number | null => {
    const at = found.findIndex((range, i) => !used.has(i) && fits(range, i));
    if (at < 0) return null;
    used.add(at);
    return at;
  };
  const open = wanted.filter(
    (range) =>
      take(
        (other) => other.description === range.tag && sameRect(other, range) && sameEditors(range.editors, other.editors, access),
      ) === null,
  );
  const changes = open.map((range) => ({
    range,
    reuse:
      take((other, i) => sameRect(other, range) && (ours[i] === true || other.description === '')) ??
      take((other) => other.description === range.tag && sameEditors(range.editors, other.editors, access)),
  }));
  const remove = found.flatMap((_, i) => (ours[i] === true && !used.has(i) ? [i] : []));
  return { keep: wanted.length - open.length, changes, remove };
}

function sameSheet(
  wanted: { editors: readonly string[]; open: readonly Rect[] },
  found: FoundSheet | null,
  access: Access,
): boolean {
  if (found === null || !sameEditors(wanted.editors, found.editors, access)) return false;
  const left = [...found.open];
  for (const rect of wanted.open) {
    const at = left.findIndex((other) => sameRect(rect, other));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return left.length === 0;
}

function sameEditors(wanted: readonly string[], found: readonly string[], access: Access): boolean {
  return wanted.join() === normal(found, access).join();
}

/** Sorted, once each, without those Google always keeps. */
function normal(emails: readonly string[], access: Access): string[] {
  const named = emails.map((email) => email.toLowerCase()).filter((email) => email !== access.owner && email !== access.me);
  return [...new Set(named)].sort();
}

function emailsOf(members: readonly Member[]): string[] {
  return members.map(({ email }) => email);
}
