// Rectangles of the Customers sheet: which cells belong to whom, as few rectangles as the order of rows and columns allows.
import type { TableTemplate } from '../../template/types';

/** 1-based. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Consecutive rows of one owner. */
export interface Block {
  readonly owner: string;
  /** 1-based sheet row. */
  readonly row: number;
  readonly rows: number;
}

/** @param owners owner's name by data row, empty for the pool, which is nobody's block */
export function blocksOf(owners: readonly string[], firstRow: number): Block[] {
  const blocks: { owner: string; row: number; rows: number }[] = [];
  owners.forEach((owner, i) => {
    const last = blocks[blocks.length - 1];
    if (owner === '') return;
    if (last?.owner === owner && last.row + last.rows === firstRow + i) last.rows++;
    else blocks.push({ owner, row: firstRow + i, rows: 1 });
  });
  return blocks;
}

/**
 * Runs of neighbouring columns an owner may edit, 1-based: what the template gives to him or has script keep in his own runs, and the
 * columns people added themselves.
 * @param positions 0-based position by column key
 */
export function ownerColumns(
  template: TableTemplate,
  positions: ReadonlyMap<string, number>,
): { column: number; columns: number }[] {
  const runs: { column: number; columns: number }[] = [];
  for (const [key, at] of [...positions].sort((a, b) => a[1] - b[1])) {
    const editor = template.columns[key]?.editor;
    if (editor !== undefined && editor !== 'owner' && editor !== 'fact') continue;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.column + last.columns === at + 1) last.columns++;
    else runs.push({ column: at + 1, columns: 1 });
  }
  return runs;
}

export function sameRect(a: Rect, b: Rect): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}
