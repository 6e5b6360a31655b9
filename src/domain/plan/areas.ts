// Rectangles of cells: joined, compared, written in A1 and read from it.
import { letters } from './formulas';
import type { Area } from './snapshot';

/** `C3:D9`, `C3`, or `C3:D` for an area that reaches the last row. */
export function a1(area: Area): string {
  const first = `${letters(area.column)}${area.row}`;
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${letters(area.column + area.columns - 1)}${area.rows === null ? '' : area.row + area.rows - 1}`;
}

/** Reads `C3`, `C3:D9`, `$C$3:$D`. */
export function areaOf(text: string): Area {
  const [, from = '', top = '1', to = from, bottom] = /^\$?([A-Z]+)\$?(\d+)?(?::\$?([A-Z]+)\$?(\d+)?)?$/.exec(text) ?? [];
  const column = numberOf(from);
  const row = Number(top);
  const rows = text.includes(':') ? (bottom === undefined ? null : Number(bottom) - row + 1) : 1;
  return { row, column, rows, columns: numberOf(to) - column + 1 };
}

function numberOf(text: string): number {
  let column = 0;
  for (const letter of text) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** Whether two lists cover the same cells of a sheet with `rows` rows, however they are cut. */
export function sameAreas(a: readonly Area[], b: readonly Area[], rows: number): boolean {
  return covered(a, rows) === covered(b, rows);
}

/** The cells as text: for each column the stretches of rows, merged. */
function covered(areas: readonly Area[], rows: number): string {
  const byColumn = new Map<number, [number, number][]>();
  for (const area of areas) {
    const end = area.rows === null ? rows : Math.min(rows, area.row + area.rows - 1);
    for (let i = 0; i < area.columns; i++) {
      byColumn.set(area.column + i, [...(byColumn.get(area.column + i) ?? []), [area.row, end]]);
    }
  }
  return [...byColumn]
    .sort((a, b) => a[0] - b[0])
    .map(([column, stretches]) => `${column}:${merged(stretches).join()}`)
    .join(';');
}

function merged(stretches: [number, number][]): string[] {
  const out: [number, number][] = [];
  for (const [from, to] of stretches.sort((a, b) => a[0] - b[0])) {
    const last = out[out.length - 1];
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out.map(([from, to]) => `${from}-${to}`);
}

export interface Run {
  readonly at: number;
  readonly count: number;
}

/** Consecutive numbers joined. */
export function runsOf(numbers: readonly number[]): Run[] {
  const runs: { at: number; count: number }[] = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.at + last.count === n) last.count++;
    else runs.push({ at: n, count: 1 });
  }
  return runs;
}
