// Moving whole rows, the user's own columns and formulas with them: every row is given a rank in a column of its own, then sorted by it.
import type { Change } from '../domain/acts/change';
import { type ActSheet, dataRange, isInPlace } from './acts-sheet';
import type { Acting } from './acts-steps';
import { FIRST_ROW, writeBlock } from './table';

type Order = Extract<Change, { type: 'order' }>;

/** Service calls {@link sortRows} makes, but for what happens in between. */
export const SORTING = 8;

/** Stands in row 1 above the ranks while an act sorts: whoever finds it knows which act, and that its ranks are all there. */
function markOf(act: Acting): string {
  return `cp:rank:${act.txn}`;
}

/** Whether a killed run of this act left its ranks in the sheet. */
export function isRanked(act: Acting, sheet: ActSheet): boolean {
  return sheet.keys.includes(markOf(act));
}

/**
 * Sorts the data rows; done again after a kill it goes on where it was. Sorting moves contents, looks and rules, never protections.
 * @param ranks a number for each data row; asked only when they do not stand in the sheet yet
 * @param between what is to happen once the rows are sorted and before their ranks are gone; whether it did
 * @returns false when rows were moved meanwhile, so that the ranks have to be taken anew
 */
export function sortRows(act: Acting, sheet: ActSheet, ranks: () => readonly number[], between?: () => boolean): boolean {
  act.slice.spend(SORTING);
  const found = sheet.keys.indexOf(markOf(act));
  const column = found >= 0 ? found : rankColumn(act, sheet);
  if (found < 0) {
    const lines = [[markOf(act)], [''], ...ranks().map((rank) => [rank])];
    const range = sheet.sheet.getRange(1, column + 1, FIRST_ROW - 1 + sheet.ids.length, 1);
    // A new column takes rules and formats of its neighbour: a check box refuses numbers, and text sorts 10 before 9.
    range.clearDataValidations();
    range.setNumberFormat('0');
    writeBlock(sheet.sheet, 1, column + 1, lines);
  }
  const isRight = found >= 0 || isInPlace(act, sheet, 0, sheet.ids.length);
  if (isRight) dataRange(sheet, 0, 0, sheet.ids.length, column + 1).sort(column + 1);
  const isDone = isRight && (between?.() ?? true);
  sheet.sheet.deleteColumn(column + 1);
  act.forgetSheet(sheet.key);
  return isDone;
}

/** A new column at the right end, 0-based; the one a killed run added and did not fill is taken. */
function rankColumn(act: Acting, sheet: ActSheet): number {
  const columns = sheet.sheet.getMaxColumns();
  const before = act.body.sizes?.[sheet.key]?.columns;
  if (before === undefined || columns !== before + 1) sheet.sheet.insertColumnsAfter(columns, 1);
  else return columns - 1;
  return columns;
}

/** Puts rows into the order wanted. @returns as all steps: `null` when done, 0 when there was no room left to do it */
export function orderRows(act: Acting, change: Order): number | null {
  const sheet = act.open(change.sheet);
  if (sheet === null) return null;
  const after = change.moves.map((was) => change.ids[was] ?? '');
  if (!isRanked(act, sheet) && sameOrder(sheet.ids, after)) return null;
  if (act.slice.left < SORTING) return 0;
  return sortRows(act, sheet, () => ranksOf(sheet.ids, change)) ? null : 0;
}

/** Rows without id keep their order at the end, so trailing ones do not count. */
function sameOrder(now: readonly string[], wanted: readonly string[]): boolean {
  const length = Math.max(now.length, wanted.length);
  for (let i = 0; i < length; i++) if ((now[i] ?? '') !== (wanted[i] ?? '')) return false;
  return true;
}

/**
 * The place of each row that stands there now; rows that have come since go behind those the act knows. Rows without id never overtake
 * one another, so the first of them is the first wherever they are.
 */
function ranksOf(now: readonly string[], { ids, moves }: Order): number[] {
  const target: number[] = [];
  moves.forEach((was, is) => {
    target[was] = is;
  });
  const places = new Map<string, number[]>();
  ids.forEach((id, was) => {
    const known = places.get(id);
    if (known === undefined) places.set(id, [target[was] ?? was]);
    else known.push(target[was] ?? was);
  });
  const taken = new Map<string, number>();
  return now.map((id, row) => {
    const nth = taken.get(id) ?? 0;
    taken.set(id, nth + 1);
    return places.get(id)?.[nth] ?? ids.length + row;
  });
}
