// Which rows and columns are seen, in which order and how large; what is hidden takes no room.
import type { Block, SheetView, Spot } from '../grid-wire';

/** Pixels of the column letters on top, and of the row numbers at the left. */
export const HEAD = { height: 22, width: 46 } as const;

/** Rows or columns of a sheet. */
export interface Axis {
  /** Seen positions, 1-based, ascending; the standing ones come first. */
  readonly seen: readonly number[];
  /** How many of them stand still, and their pixels. */
  readonly frozen: number;
  readonly frozenSize: number;
  sizeOf(position: number): number;
  /** Where a position stands among the seen; where it would stand when it is hidden. */
  indexOf(position: number): number;
}

export interface Geometry {
  readonly shape: SheetView;
  readonly rows: Axis;
  readonly columns: Axis;
}

export function geometryOf(shape: SheetView): Geometry {
  const hiddenRows = new Set<number>();
  for (const [row, count] of shape.hiddenRows) for (let i = 0; i < count; i++) hiddenRows.add(row + i);
  return {
    shape,
    rows: axisOf(shape.rows, shape.frozenRows, hiddenRows, new Map(shape.heights), shape.usual.row),
    columns: axisOf(shape.columns, shape.frozenColumns, new Set(shape.hiddenColumns), new Map(shape.widths), shape.usual.column),
  };
}

function axisOf(
  count: number,
  frozenUpTo: number,
  hidden: ReadonlySet<number>,
  sizes: ReadonlyMap<number, number>,
  usual: number,
): Axis {
  const seen: number[] = [];
  for (let position = 1; position <= count; position++) if (!hidden.has(position)) seen.push(position);
  const sizeOf = (position: number) => sizes.get(position) ?? usual;
  const frozen = seen.filter((position) => position <= frozenUpTo);
  return {
    seen,
    frozen: frozen.length,
    frozenSize: frozen.reduce((sum, position) => sum + sizeOf(position), 0),
    sizeOf,
    indexOf(position) {
      let low = 0;
      let high = seen.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((seen[middle] ?? 0) < position) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

/** The seen position so many steps further, at most the last one. */
export function stepped({ seen, indexOf }: Axis, position: number, steps: number): number {
  const index = Math.min(Math.max(indexOf(position) + steps, 0), seen.length - 1);
  return seen[index] ?? position;
}

/** The rectangle between two cells. */
export function blockBetween(a: Spot, b: Spot): Block {
  return {
    row: Math.min(a.row, b.row),
    column: Math.min(a.column, b.column),
    rows: Math.abs(a.row - b.row) + 1,
    columns: Math.abs(a.column - b.column) + 1,
  };
}

export function isInside({ row, column, rows, columns }: Block, spot: Spot): boolean {
  return spot.row >= row && spot.row < row + rows && spot.column >= column && spot.column < column + columns;
}

/** Whether the filter hides nothing inside. What a person hid himself is copied all the same. */
export function isWhole({ rows, shape: { filter } }: Geometry, { row, rows: count }: Block): boolean {
  return filter === null || filter.active.length === 0 || rows.indexOf(row + count) - rows.indexOf(row) === count;
}

export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function addressOf({ row, column }: Spot): string {
  return `${lettersOf(column)}${row}`;
}
