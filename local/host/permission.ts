// Who may change what: file access, then every protection over the cells; overlaps intersect, the owner always passes.
import type { Rectangle } from './a1';
import type { Area, Book, ProtectionModel, SheetModel } from './book';
import { overlap } from './structure';

/** Google's sentence for a write that a protection bars. */
export const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
/** Google's sentence for somebody who may only look. */
export const VIEW_ONLY = 'You do not have permission to perform that action.';

export function isOwner(book: Book, user: string): boolean {
  return user.toLowerCase() === book.owner.toLowerCase();
}

export function mayEditFile(book: Book, user: string): boolean {
  return isOwner(book, user) || book.editors.some((editor) => editor.toLowerCase() === user.toLowerCase());
}

/** Whether one protection lets the user through, wherever it lies. */
export function passes(book: Book, protection: ProtectionModel, user: string): boolean {
  if (!mayEditFile(book, user)) return false;
  if (protection.warningOnly || isOwner(book, user) || protection.editors.includes(user.toLowerCase())) return true;
  return protection.domainEdit && domainOf(user) === domainOf(book.owner);
}

/** Whether a protection covers any cell of a rectangle of its sheet. */
function covers(protection: ProtectionModel, area: Rectangle): boolean {
  if (protection.type === 'RANGE') return protection.area !== null && overlap(protection.area, area);
  return !filled(area, protection.unprotected);
}

/** Google's sentence why the user may not change the cells; null when he may. */
export function refusalOf(book: Book, sheet: SheetModel, area: Rectangle, user: string): string | null {
  if (!mayEditFile(book, user)) return VIEW_ONLY;
  if (isOwner(book, user)) return null;
  const barred = sheet.protections.some((protection) => !passes(book, protection, user) && covers(protection, area));
  return barred ? PROTECTED : null;
}

/** The same for the sheet itself: its name, size, order, format rules. Open ranges inside a protected sheet do not help. */
export function sheetRefusalOf(book: Book, sheet: SheetModel, user: string): string | null {
  if (!mayEditFile(book, user)) return VIEW_ONLY;
  const barred = sheet.protections.some((protection) => protection.type === 'SHEET' && !passes(book, protection, user));
  return barred ? PROTECTED : null;
}

/** The same for deleting whole rows or columns, which takes protected cells away with them. */
export function deletionRefusalOf(book: Book, sheet: SheetModel, area: Rectangle, user: string): string | null {
  const barred = sheet.protections.some(
    (protection) => protection.area !== null && !passes(book, protection, user) && overlap(protection.area, area),
  );
  return sheetRefusalOf(book, sheet, user) ?? (barred ? PROTECTED : null);
}

export function domainOf(user: string): string {
  return user.slice(user.lastIndexOf('@') + 1).toLowerCase();
}

/** Whether the holes together contain the whole rectangle; cut it along one hole and ask for what is left. */
function filled(area: Rectangle, holes: readonly Area[]): boolean {
  if (area.rows <= 0 || area.columns <= 0) return true;
  const hole = holes.find((candidate) => overlap(candidate, area));
  if (hole === undefined) return false;
  const rest = holes.filter((candidate) => candidate !== hole);
  const bottom = area.row + area.rows;
  const right = area.column + area.columns;
  const top = Math.max(area.row, hole.row);
  const low = Math.min(bottom, hole.row + hole.rows);
  return (
    filled({ ...area, rows: top - area.row }, rest) &&
    filled({ ...area, row: low, rows: bottom - low }, rest) &&
    filled({ row: top, rows: low - top, column: area.column, columns: hole.column - area.column }, rest) &&
    filled({ row: top, rows: low - top, column: hole.column + hole.columns, columns: right - hole.column - hole.columns }, rest)
  );
}
