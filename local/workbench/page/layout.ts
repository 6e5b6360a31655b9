// Where rows and columns lie, in pixels: what is hidden takes no room.
import type { SheetView } from '../wire';

const ROW = 21;
const NUMBERS = 46;

export interface Layout {
  readonly shape: SheetView;
  /** Of the row numbers at the left. */
  readonly gutter: number;
  readonly width: number;
  readonly frozenHeight: number;
  isHidden(row: number): boolean;
  heightOf(row: number): number;
  /** From the top of row 1 to the top of this row, 1-based. */
  topOf(row: number): number;
  /** The 1-based row at a distance from the top of row 1. */
  rowAt(distance: number): number;
  /** From the left edge to a visible column, 0-based. */
  leftOf(index: number): number;
}

export function layOut(shape: SheetView): Layout {
  const heights = new Map(shape.heights);
  const hidden = new Set(shape.hiddenRows);
  const heightOf = (row: number) => (hidden.has(row) ? 0 : (heights.get(row) ?? ROW));
  // Few rows differ from the usual, so the sum is the usual one put right by those.
  const special = [...new Set([...hidden, ...heights.keys()])].sort((a, b) => a - b);
  const topOf = (row: number) => {
    let top = (row - 1) * ROW;
    for (const each of special) {
      if (each >= row) break;
      top += heightOf(each) - ROW;
    }
    return top;
  };
  const lefts = [NUMBERS];
  for (const { width } of shape.columns) lefts.push((lefts[lefts.length - 1] ?? 0) + width);
  return {
    shape,
    gutter: NUMBERS,
    width: lefts[lefts.length - 1] ?? NUMBERS,
    frozenHeight: topOf(shape.frozenRows + 1),
    isHidden: (row) => hidden.has(row),
    heightOf,
    topOf,
    rowAt(distance) {
      let low = 1;
      let high = shape.rows;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (topOf(middle) <= distance) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    leftOf: (index) => lefts[index] ?? 0,
  };
}
