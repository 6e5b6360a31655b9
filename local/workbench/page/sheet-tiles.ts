// The windows of cells the grid draws from: fetched as they come into view, and again when something may have changed.
import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { CellView, StyleView, WindowView } from '../grid-wire';
import { asked } from './asked';

/** A tile's rows and columns. */
const TILE = { rows: 60, columns: 20 } as const;
/** Tiles kept for scrolling back. */
const KEPT = 40;
/** Asked for at once: while they are under way, what is only scrolled past is not asked for at all. */
const AT_ONCE = 2;

export interface Drawn {
  readonly cell: CellView;
  readonly style: StyleView;
}

/** Position of a cell's row and column among the seen ones, and what they are. */
export interface Place {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly row: number;
  readonly column: number;
}

interface Tile {
  readonly stamp: string;
  readonly view: WindowView;
}

class Tiles {
  private readonly sheet: number;
  private readonly arrived: () => void;
  private readonly tiles = new Map<string, Tile>();
  private readonly underWay = new Set<string>();
  private wanted: readonly string[] = [];
  private stamp = '';

  constructor(sheet: number, arrived: () => void) {
    this.sheet = sheet;
    this.arrived = arrived;
  }

  /** @param stamp of the state of the sheet; tiles of another one are shown until they are replaced */
  want(stamp: string, wanted: readonly string[]): void {
    this.stamp = stamp;
    this.wanted = wanted;
    this.pump();
  }

  at({ rowIndex, columnIndex, row, column }: Place): Drawn | null {
    const tile = this.tiles.get(keyOf(Math.floor(rowIndex / TILE.rows), Math.floor(columnIndex / TILE.columns)));
    const across = columnIndex % TILE.columns;
    const line = tile?.view.lines[rowIndex % TILE.rows];
    const cell = line?.cells[across];
    // An older tile may speak of other rows.
    if (tile === undefined || cell === undefined || line?.row !== row || tile.view.columns[across] !== column) return null;
    const style = tile.view.styles[cell.style];
    return style === undefined ? null : { cell, style };
  }

  private pump(): void {
    for (const key of this.wanted) {
      if (this.underWay.size >= AT_ONCE) return;
      if (this.tiles.get(key)?.stamp === this.stamp || this.underWay.has(key)) continue;
      void this.fetch(key, this.stamp);
    }
  }

  private async fetch(key: string, stamp: string): Promise<void> {
    this.underWay.add(key);
    try {
      const [down = 0, across = 0] = key.split(' ').map(Number);
      const view = await asked<WindowView>('/window', {
        sheet: this.sheet,
        row: down * TILE.rows,
        column: across * TILE.columns,
        ...TILE,
      });
      // The oldest first: a map keeps the order of arrival.
      this.tiles.delete(key);
      this.tiles.set(key, { stamp, view });
      for (const old of this.tiles.keys()) if (this.tiles.size > KEPT && !this.wanted.includes(old)) this.tiles.delete(old);
      this.arrived();
    } catch {
      // The page says that the server is gone.
      return;
    } finally {
      this.underWay.delete(key);
    }
    this.pump();
  }
}

function keyOf(down: number, across: number): string {
  return `${down} ${across}`;
}

/**
 * @param stamp changes when the sheet may have changed
 * @param rows indices of the rows drawn, standing ones included; `columns` likewise
 * @returns the cell at a place, `null` until it has come; and a count that rises with each arrival
 */
export function useTiles(
  sheet: number,
  stamp: string,
  rows: readonly number[],
  columns: readonly number[],
  arrived: () => void,
): { at(place: Place): Drawn | null; readonly arrivals: number } {
  const [arrivals, redraw] = useReducer((count: number) => count + 1, 0);
  const heard = useRef(arrived);
  heard.current = arrived;
  const store = useRef<Tiles | null>(null);
  store.current ??= new Tiles(sheet, () => {
    heard.current();
    redraw(0);
  });
  const tiles = store.current;
  const over = (indices: readonly number[], size: number) => [...new Set(indices.map((index) => Math.floor(index / size)))];
  const downs = over(rows, TILE.rows);
  const wanted = over(columns, TILE.columns).flatMap((across) => downs.map((down) => keyOf(down, across)));
  const list = wanted.join();
  // The wanted tiles by their keys.
  useEffect(() => {
    if (stamp !== '') tiles.want(stamp, wanted);
  }, [tiles, stamp, list]);
  return { at: (place) => tiles.at(place), arrivals };
}
