// Counts read off a workbook from outside, independent of what the product says about itself.
import type { Book } from '../host/book';
import type { Host } from '../host/index';

export function visibleSheets(book: Book): number {
  return book.sheets.filter((sheet) => !sheet.hidden).length;
}

/** Ranges that carry a validation: runs of rows of one column with one rule. */
export function ruledRanges(book: Book): number {
  let count = 0;
  for (const sheet of book.sheets) for (const runs of sheet.validations.values()) count += runs.runs(sheet.maxRows).length;
  return count;
}

/** Protected ranges of owners, told by their tag (rulings 19). */
export function protectedRanges(book: Book): number {
  return book.sheets.flatMap((sheet) => sheet.protections).filter(({ description }) => description.startsWith('cp:owner:'))
    .length;
}

/** Gives a person the right to edit the file, as the owner does by hand. */
export function sharedWith(host: Host, email: string): void {
  const address = email.toLowerCase();
  if (address !== host.book.owner && !host.book.editors.includes(address)) host.book.editors.push(address);
}
