// TanStack's virtualizer for Preact: which rows or columns are in view, and where each begins.
import { elementScroll, observeElementOffset, observeElementRect, type VirtualItem, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useState } from 'preact/hooks';
import type { Axis } from './sheet-geometry';

/** Drawn beyond the view, so that a turn of the wheel shows no gap. */
const BEYOND = { rows: 12, columns: 2 } as const;

export interface View {
  /** Those in view that scroll; the same list as long as they are the same. `index` counts all the seen ones, `start` pixels from the canvas's edge. */
  readonly items: readonly { readonly index: number; readonly position: number; readonly start: number; readonly size: number }[];
  /** Pixels of everything, with the head. */
  readonly total: number;
  /** How far it is scrolled. */
  readonly offset: number;
  /** How many are in view at once. */
  readonly page: number;
  /** Pixels from the canvas's edge to a seen one, wherever it is scrolled to. */
  startOf(index: number): number;
  show(index: number): void;
}

/** @param head pixels of what stands before the first row or column */
export function useView(which: 'rows' | 'columns', axis: Axis, head: number, box: RefObject<HTMLDivElement | null>): View {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const { seen, frozen, frozenSize, sizeOf } = axis;
  const before = head + frozenSize;
  const options = {
    count: seen.length - frozen,
    getScrollElement: () => box.current,
    estimateSize: (index: number) => sizeOf(seen[frozen + index] ?? 0),
    horizontal: which === 'columns',
    overscan: BEYOND[which],
    paddingStart: before,
    scrollPaddingStart: before,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(0),
  };
  const [virtual] = useState(() => new Virtualizer<HTMLDivElement, HTMLDivElement>(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  // Sizes are known, never measured: another shape of the sheet is told at once.
  useLayoutEffect(() => virtual.measure(), [virtual, axis]);

  const offset = virtual.scrollOffset ?? 0;
  const starts: number[] = [];
  for (let index = 0, start = head; index < frozen; index++) {
    starts.push(start);
    start += sizeOf(seen[index] ?? 0);
  }
  const drawn = virtual.getVirtualItems();
  const items = useMemo(() => drawn.map((item) => itemOf(item, frozen, seen)), [drawn, axis]);
  return {
    items,
    total: virtual.getTotalSize(),
    offset,
    page: Math.max(1, (virtual.range?.endIndex ?? 1) - (virtual.range?.startIndex ?? 0) - 1),
    startOf: (index) =>
      index < frozen ? offset + (starts[index] ?? 0) : (virtual.measurementsCache[index - frozen]?.start ?? before),
    show(index) {
      if (index >= frozen) virtual.scrollToIndex(index - frozen, { align: 'auto' });
    },
  };
}

function itemOf({ index, start, size }: VirtualItem, frozen: number, seen: readonly number[]): View['items'][number] {
  return { index: frozen + index, position: seen[frozen + index] ?? 0, start, size };
}
