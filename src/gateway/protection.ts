// Protections of the Customers sheet: read as plain rectangles, changed one difference at a time.

import type { Rect } from '../domain/protection/blocks';
import { type FoundRange, type FoundSheet, OWNER_TAG, type ProtectionPlan, SHEET_TAG } from '../domain/protection/plan';
import { Refusal } from '../domain/refusal';
import type { Run, Sheet } from './run';

type Protection = GoogleAppsScript.Spreadsheet.Protection;
type Range = GoogleAppsScript.Spreadsheet.Range;

export interface FoundProtections {
  readonly sheet: FoundSheet | null;
  readonly ranges: readonly FoundRange[];
  /** The protection behind each of {@link ranges}, and behind {@link sheet}. */
  readonly handles: { readonly sheet: Protection | null; readonly ranges: readonly Protection[] };
}

/** Reads what protects a sheet: two service reads, and the editors of those that may be ours. */
export function readProtections(sheet: Sheet): FoundProtections {
  const [whole = null] = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
  const ranges = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).filter((one) => !one.isWarningOnly());
  return {
    sheet: whole && {
      description: whole.getDescription(),
      editors: editorsOf(whole),
      open: whole.getUnprotectedRanges().map(rectOf),
    },
    ranges: ranges.map((one) => ({
      ...rectOf(one.getRange()),
      description: one.getDescription(),
      editors: isOurs(one) ? editorsOf(one) : [],
    })),
    handles: { sheet: whole, ranges },
  };
}

/** Whether owners' ranges are in force, ours by their tag. One service read. */
export function hasOwnerRanges(sheet: Sheet): boolean {
  return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).some((one) => one.getDescription().startsWith(OWNER_TAG));
}

/**
 * Carries out a plan made from these protections. New ranges come first and old ones go last, so that between two writes cells are
 * rather closed to somebody than open to everybody. Safe to break off: what is left is in the next plan.
 * @param stop asked between two changes; a protection is some eight calls, and two hundred of them outlast a run
 * @returns whether all was done
 * @throws Refusal `protection.closed` when one of ours may not be changed by this account
 */
export function applyProtections(
  run: Run,
  sheet: Sheet,
  found: FoundProtections,
  plan: ProtectionPlan,
  stop: () => boolean = () => false,
): boolean {
  const touched = [...plan.remove, ...plan.changes.flatMap(({ reuse }) => reuse ?? [])].map((i) => found.handles.ranges[i]);
  if (touched.some((one) => one !== undefined && !one.canEdit()))
    throw new Refusal('protection.closed', { owner: ownerName(run) });
  if (plan.sheet !== null && found.handles.sheet?.canEdit() === false)
    throw new Refusal('protection.closed', { owner: ownerName(run) });
  for (const { range, reuse } of plan.changes) {
    if (stop()) return false;
    const area = sheet.getRange(range.row, range.column, range.rows, range.columns);
    const known = reuse === null ? undefined : found.handles.ranges[reuse];
    const was = reuse === null ? undefined : found.ranges[reuse];
    const protection = known ?? area.protect();
    if (was === undefined || was.description !== range.tag) protection.setDescription(range.tag);
    if (was !== undefined && rectKey(was) !== rectKey(range)) protection.setRange(area);
    setEditors(protection, range.editors);
  }
  if (plan.sheet !== null) {
    if (stop()) return false;
    const whole = found.handles.sheet ?? sheet.protect().setDescription(SHEET_TAG);
    whole.setUnprotectedRanges(plan.sheet.open.map((rect) => sheet.getRange(rect.row, rect.column, rect.rows, rect.columns)));
    setEditors(whole, plan.sheet.editors);
  }
  for (const i of plan.remove) {
    if (stop()) return false;
    found.handles.ranges[i]?.remove();
  }
  return true;
}

/**
 * Lets in these, the file's owner and whoever runs this, who cannot be removed. A protection bars nobody until its list of editors is
 * changed, and a fresh one lets in all editors of the file (platform.md §4): so the runner comes first, then the others go.
 * @param editors addresses in lower case
 */
export function setEditors(protection: Protection, editors: readonly string[]): void {
  const wanted = new Set([...editors, Session.getEffectiveUser().getEmail().toLowerCase()]);
  const has = editorsOf(protection);
  const gone = has.filter((email) => !wanted.has(email));
  const come = editors.filter((email) => !has.includes(email));
  // One call must change the list, or whoever becomes an editor of the file later is let in too.
  if (come.length > 0) protection.addEditors([...come]);
  else if (gone.length === 0) protection.addEditor(Session.getEffectiveUser());
  if (gone.length > 0) protection.removeEditors(gone);
  closeDomain(protection);
}

function closeDomain(protection: Protection): void {
  try {
    if (protection.canDomainEdit()) protection.setDomainEdit(false);
  } catch {
    // Files owned outside a domain have no such switch, and say so by throwing.
  }
}

/** In lower case; of a protection that bars this account Google does not tell. */
function editorsOf(protection: Protection): string[] {
  return protection.canEdit() ? protection.getEditors().map((user) => user.getEmail().toLowerCase()) : [];
}

function isOurs(protection: Protection): boolean {
  const description = protection.getDescription();
  return description === '' || description.startsWith(OWNER_TAG);
}

function rectOf(range: Range): Rect {
  return { row: range.getRow(), column: range.getColumn(), rows: range.getNumRows(), columns: range.getNumColumns() };
}

function rectKey({ row, column, rows, columns }: Rect): string {
  return [row, column, rows, columns].join();
}

function ownerName(run: Run): string {
  return run.ss.getOwner()?.getEmail() ?? '';
}
