// Formulas of the user's own columns that read other rows: a deleted row breaks them for good, so they are kept and put right by undo.
import type { Change } from '../domain/acts/change';
import { type KeptFormula, movedFormula, rowsRead, sameButCells } from '../domain/acts/formulas';
import { tokensOf } from '../domain/acts/rows';
import type { SheetKey } from '../template/index';
import { type ActSheet, dataRange, openSheet, usersColumns } from './acts-sheet';
import type { Acting } from './acts-steps';
import type { Run } from './run';
import { FIRST_ROW } from './table';

export type KeptFormulas = Readonly<Partial<Record<SheetKey, readonly KeptFormula[]>>>;

/**
 * Formulas these changes will break, before they are made. Two service reads a sheet that loses or moves rows, and one for each run of
 * the user's columns in it.
 */
export function formulasAtRisk(run: Run, changes: readonly Change[]): KeptFormulas {
  const kept: Partial<Record<SheetKey, readonly KeptFormula[]>> = {};
  for (const change of changes) {
    if (change.type !== 'removed' && change.type !== 'order') continue;
    const sheet = openSheet(run, change.sheet);
    const found = sheet === null ? [] : atRisk(sheet, breaking(change));
    if (found.length > 0) kept[change.sheet] = found;
  }
  return kept;
}

type Breaks = (formula: string, row: number) => boolean;

/** Whether a change breaks a formula of a row; 1-based sheet rows. */
function breaking(change: Extract<Change, { type: 'removed' | 'order' }>): Breaks {
  if (change.type === 'removed' && change.way === 'rows') {
    const gone = new Set(change.rows.map(({ at }) => at + FIRST_ROW));
    return (formula) => rowsRead(formula).some(({ row }) => gone.has(row));
  }
  const moved = movesOf(change);
  // Sorting takes along what a formula reads above it, past the top of the sheet if need be.
  return (formula, row) => rowsRead(formula).some(({ row: read, fixed }) => !fixed && read + moved(row - FIRST_ROW) < 1);
}

/** By how many rows a data row moves, by its 0-based number. */
function movesOf(change: Extract<Change, { type: 'removed' | 'order' }>): (row: number) => number {
  if (change.type === 'order') {
    const target = new Map(change.moves.map((was, is) => [was, is]));
    return (row) => (target.get(row) ?? row) - row;
  }
  const gone = change.rows.map(({ at }) => at);
  return (row) => -countBelow(gone, row);
}

/** How many of the ascending numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? limit) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

function atRisk(sheet: ActSheet, breaks: Breaks): KeptFormula[] {
  const tokens = tokensOf(sheet.ids);
  return usersColumns(sheet).flatMap(({ from, width }) => {
    if (tokens.length === 0) return [];
    const grid = dataRange(sheet, 0, from, tokens.length, width).getFormulas();
    return grid.flatMap((line, i) =>
      line.flatMap((formula, c) => {
        const key = sheet.keys[from + c] ?? '';
        const row = FIRST_ROW + i;
        return formula !== '' && key !== '' && breaks(formula, row) ? [{ id: tokens[i] ?? '', key, row, formula }] : [];
      }),
    );
  });
}

/**
 * Puts formulas back whose cells the sheet changed while rows were gone; one that a person has rewritten since is left.
 * @returns `null` when done, 0 when the rest is for another run
 */
export function healFormulas(act: Acting, key: SheetKey, kept: readonly KeptFormula[]): number | null {
  const sheet = act.open(key);
  if (sheet === null) return null;
  for (const column of new Set(kept.map((one) => one.key))) {
    const at = sheet.columns.get(column);
    if (at === undefined || sheet.ids.length === 0) continue;
    if (act.slice.left < 2) return 0;
    const now = dataRange(sheet, 0, at, sheet.ids.length, 1).getFormulas();
    act.slice.spend(1);
    for (const { id, row: was, formula } of kept.filter((one) => one.key === column)) {
      const row = sheet.rowOf.get(id);
      const found = row === undefined ? '' : (now[row]?.[0] ?? '');
      if (row === undefined || found === '') continue;
      const wanted = movedFormula(formula, was, FIRST_ROW + row);
      if (found === wanted || !sameButCells(found, wanted)) continue;
      if (act.slice.left < 1) return 0;
      dataRange(sheet, row, at, 1, 1).setFormula(wanted);
      act.slice.spend(1);
    }
  }
  return null;
}
