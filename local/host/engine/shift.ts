// What formulas become when rows, columns and sheets move under them.
import { type Corner, mapReferences, type Reference } from './tokens';

export type SheetEdit =
  /** `count` rows or columns put before `at`. */
  | { readonly type: 'insertRows' | 'insertColumns'; readonly sheet: string; readonly at: number; readonly count: number }
  | { readonly type: 'deleteRows' | 'deleteColumns'; readonly sheet: string; readonly at: number; readonly count: number }
  | { readonly type: 'renameSheet'; readonly sheet: string; readonly to: string }
  | { readonly type: 'deleteSheet'; readonly sheet: string };

/**
 * The formula after an edit; what it named and is gone becomes `#REF!`.
 * @param home the name, before the edit, of the sheet the formula stands in: references without a sheet mean it
 */
export function shiftFormula(formula: string, home: string, edit: SheetEdit): string {
  return mapReferences(formula, (reference) => {
    if (!sameName(reference.sheet ?? home, edit.sheet)) return reference;
    if (edit.type === 'deleteSheet') return reference.sheet === null ? reference : null;
    if (edit.type === 'renameSheet') return reference.sheet === null ? reference : { ...reference, sheet: edit.to };
    const axis = edit.type.endsWith('Rows') ? 'row' : 'column';
    return moved(reference, axis, edit.at, edit.type.startsWith('insert') ? edit.count : -edit.count);
  });
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function moved(reference: Reference, axis: 'row' | 'column', at: number, count: number): Reference | null {
  const { from, to } = reference;
  const [a, b] = [from[axis], to === null ? from[axis] : to[axis]];
  const [first, last] = [Math.min(a ?? 1, b ?? Infinity), Math.max(a ?? 1, b ?? Infinity)];
  if (a === null && b === null) return reference;
  // Whatever stood in the deleted span is gone; a range loses only its part of it.
  const gone = at - count - 1;
  if (count < 0 && first >= at && last <= gone) return null;
  const start = (place: number) => (place < at ? place : Math.max(place + count, at));
  const end = (place: number) => (place < at ? place : Math.max(place + count, at - 1));
  const put = (corner: Corner, place: number | null, isFirst: boolean): Corner =>
    place === null ? corner : { ...corner, [axis]: isFirst ? start(place) : end(place) };
  const fromIsFirst = a === first || to === null;
  const shifted = { ...reference, from: put(from, a, fromIsFirst), to: to && put(to, b, !fromIsFirst) };
  return shifted.from[axis] === a && (to === null || shifted.to?.[axis] === b) ? reference : shifted;
}

/** The formula as a copy put `rows` lower and `columns` further right reads: what is not fixed by `$` moves along. */
export function translateFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const move = (corner: Corner): Corner => ({
    ...corner,
    row: corner.row === null || corner.rowFixed ? corner.row : corner.row + rows,
    column: corner.column === null || corner.columnFixed ? corner.column : corner.column + columns,
  });
  const outside = ({ row, column }: Corner) => (row !== null && row < 1) || (column !== null && column < 1);
  return mapReferences(formula, (reference) => {
    const from = move(reference.from);
    const to = reference.to && move(reference.to);
    return outside(from) || (to !== null && outside(to)) ? null : { ...reference, from, to };
  });
}
