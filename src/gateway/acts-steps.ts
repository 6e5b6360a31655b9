// What carrying out an act works with, and in which order its changes are made.
import type { ActBody, Change } from '../domain/acts/change';
import type { SheetKey } from '../template/index';
import { changeCells, type LeftCell } from './acts-cells';
import { healFormulas } from './acts-formulas';
import { orderRows } from './acts-order';
import { removeRows } from './acts-remove';
import { restoreRows, tidyArchive } from './acts-restore';
import { type ActSheet, openSheet } from './acts-sheet';
import type { Slice } from './acts-slice';
import { followMerged } from './acts-strays';
import type { Run } from './run';

/** An act being carried out in this run. */
export interface Acting {
  readonly run: Run;
  readonly txn: string;
  readonly body: ActBody;
  readonly slice: Slice;
  /** Whether an earlier run began it. */
  readonly resumed: boolean;
  /** Where things stand in a sheet; read once a run and kept in step. */
  open(key: SheetKey): ActSheet | null;
  keepSheet(sheet: ActSheet): void;
  forgetSheet(key: SheetKey): void;
  leave(cells: readonly LeftCell[]): void;
}

export interface Step {
  readonly weight: number;
  /** @returns where to go on in another run, `null` when the step is done */
  take(act: Acting, from: number): number | null;
}

/**
 * The steps of an act, the same for the same changes. Rows come back before anything is written to them and leave after everything was
 * taken from them; Archive lets go of a row when it stands in its sheet again.
 */
export function stepsOf({ changes, heal = {} }: ActBody): Step[] {
  const of = <T extends Change['type']>(type: T) =>
    changes.filter((change): change is Extract<Change, { type: T }> => change.type === type);
  const returned = of('added').filter(({ from }) => from !== null);
  return [
    ...returned.map((change) => ({ weight: change.rows.length, take: (act: Acting) => restoreRows(act, change) })),
    ...of('cells').map((change) => ({
      weight: change.records.length,
      take: (act: Acting, from: number) => changeCells(act, change, from),
    })),
    ...of('removed').map((change) => ({ weight: change.rows.length, take: (act: Acting) => removeRows(act, change) })),
    ...of('removed').map((change) => ({ weight: 0, take: (act: Acting, from: number) => followMerged(act, change, from) })),
    ...of('order').map((change) => ({ weight: change.moves.length, take: (act: Acting) => orderRows(act, change) })),
    ...(Object.entries(heal) as [SheetKey, NonNullable<(typeof heal)[SheetKey]>][]).map(([key, kept]) => ({
      weight: 0,
      take: (act: Acting) => healFormulas(act, key, kept),
    })),
    ...returned.map((change) => ({ weight: 0, take: (act: Acting) => tidyArchive(act, change) })),
  ];
}

/** Sheets kept open for one run of an act. */
export function openSheets(run: Run, slice: Slice, spending: number): Pick<Acting, 'open' | 'keepSheet' | 'forgetSheet'> {
  const held = new Map<SheetKey, ActSheet | null>();
  return {
    open(key) {
      if (!held.has(key)) {
        held.set(key, openSheet(run, key));
        slice.spend(spending);
      }
      return held.get(key) ?? null;
    },
    keepSheet(sheet) {
      held.set(sheet.key, sheet);
    },
    forgetSheet(key) {
      held.delete(key);
    },
  };
}
