// The order of cells when a sheet is sorted.
import type { CellValue } from './book';

/** Sheets orders numbers before text before truth values before errors. */
function rank(value: CellValue): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return typeof value === 'boolean' ? 2 : 3;
}

/** Negative when `a` stands above `b`; blanks stay at the bottom in either direction. Text is compared without regard to case. */
export function compareCells(a: CellValue, b: CellValue, ascending: boolean): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const order = rank(a) - rank(b) || compareSame(a, b);
  return ascending ? order : -order;
}

function compareSame(a: CellValue, b: CellValue): number {
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(a) - Number(b) || 0;
}
