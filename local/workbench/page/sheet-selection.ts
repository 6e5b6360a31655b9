// What is selected, and where the keys take it.
import type { Block, Spot } from '../grid-wire';
import { type Axis, blockBetween, type Geometry, stepped } from './sheet-geometry';

export interface Selection {
  /** The active cell: what is typed goes there. */
  readonly anchor: Spot;
  /** The other corner. */
  readonly focus: Spot;
  readonly block: Block;
}

export function selectionOf(anchor: Spot, focus: Spot = anchor): Selection {
  return { anchor, focus, block: blockBetween(anchor, focus) };
}

/** The first cell anybody sees under the headings. */
export function firstSpot({ rows, columns }: Geometry): Spot {
  return { row: rows.seen[rows.frozen] ?? rows.seen[0] ?? 1, column: columns.seen[0] ?? 1 };
}

/** The same with the active cell where somebody sees it: a whole column begins in the hidden row of keys. */
export function seenSelection({ rows, columns }: Geometry, held: Selection): Selection {
  const { row, column } = held.anchor;
  const anchor = { row: nearest(rows, row), column: nearest(columns, column) };
  if (anchor.row === row && anchor.column === column) return held;
  return held.block.rows * held.block.columns === 1 ? selectionOf(anchor) : { ...held, anchor };
}

/** The position itself where it is seen, else the next one that is. */
function nearest({ seen, indexOf }: Axis, position: number): number {
  return seen[Math.min(indexOf(position), seen.length - 1)] ?? position;
}

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Rows and columns in view at once. */
export interface PageSize {
  readonly rows: number;
  readonly columns: number;
}

/** Where a key takes the selection; null for keys that do not move. */
export function movedBy(geometry: Geometry, { anchor, focus }: Selection, key: Key, page: PageSize): Selection | null {
  const { rows, columns } = geometry;
  const from = key.shiftKey ? focus : anchor;
  const go = (to: Spot) => (key.shiftKey ? selectionOf(anchor, to) : selectionOf(to));
  const control = key.ctrlKey || key.metaKey;
  const down = (steps: number) => go({ ...from, row: stepped(rows, from.row, steps) });
  const across = (steps: number) => go({ ...from, column: stepped(columns, from.column, steps) });
  const far = Number.MAX_SAFE_INTEGER;
  switch (key.key) {
    case 'ArrowDown':
      return down(control ? far : 1);
    case 'ArrowUp':
      return down(control ? -far : -1);
    case 'ArrowRight':
      return across(control ? far : 1);
    case 'ArrowLeft':
      return across(control ? -far : -1);
    case 'PageDown':
      return down(page.rows);
    case 'PageUp':
      return down(-page.rows);
    case 'Home':
      return control ? go(firstSpot(geometry)) : across(-far);
    case 'End':
      return control
        ? go({ row: rows.seen[rows.seen.length - 1] ?? 1, column: columns.seen[columns.seen.length - 1] ?? 1 })
        : across(far);
    case 'Tab':
      return selectionOf({ ...anchor, column: stepped(columns, anchor.column, key.shiftKey ? -1 : 1) });
    case 'Enter':
      return selectionOf({ ...anchor, row: stepped(rows, anchor.row, key.shiftKey ? -1 : 1) });
    default:
      return null;
  }
}
