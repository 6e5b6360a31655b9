// Rows that leave a sheet: into Archive as they stand, then out.
import { type Change, type PlacedRow, runsOf } from '../domain/acts/change';
import type { SheetKey } from '../template/index';
import type { Cell } from '../template/types';
import { ARCHIVE_READ, type ArchivedRow, type ArchiveEntry, AUTOMATIC, archiveRows, MOST_ROWS } from './acts-archive';
import { stretchesOf } from './acts-blocks';
import { EXACT_READ, isDayText, readExactly } from './acts-exact';
import { isRanked, SORTING, sortRows } from './acts-order';
import { type ActSheet, dataRange, isInPlace, isOwnAt, OPENING, openSheet, usersColumns, withIds } from './acts-sheet';
import type { Acting } from './acts-steps';
import type { Run } from './run';
import { cellReader, FIRST_ROW, findSheet } from './table';

type Removed = Extract<Change, { type: 'removed' }>;

/** Stretches of rows read to be archived, at most. */
const MOST_STRETCHES = 4;
/** Calls that must be left for taking rows out once they are archived: else every run would archive, and none take out. */
const TAKING_OUT = { rows: 8, sort: SORTING + 2 } as const;

/**
 * Puts rows into Archive as they stand now, then takes them out of the sheet, from the bottom. A row that is gone already is done.
 * @returns `null` when done, 0 when the rest is for another run
 */
export function removeRows(act: Acting, change: Removed): number | null {
  for (;;) {
    const sheet = act.open(change.sheet);
    if (sheet === null) return null;
    const present = placed(sheet, change.rows);
    const part = change.way === 'rows' ? present.slice(-MOST_ROWS) : present;
    if (part.length > 0 && stretchesAffordable(act, sheet, change) < 1) return 0;
    const kept = part.length === 0 || isAtEnd(act, sheet, part) ? sheet : archive(act, sheet, change, part);
    if (kept === null) return 0;
    if (change.way === 'sort') return clearAndClose(act, kept, part);
    if (part.length === 0) return null;
    if (!deleteRows(act, kept, part)) return 0;
  }
}

/** Service reads of one stretch besides the formats of the user's columns: its cells, and their notes. */
const STRETCH_READ = EXACT_READ + 1;

/** How many stretches of rows can be read for Archive so that calls are left to take them out. */
function stretchesAffordable(act: Acting, sheet: ActSheet, change: Removed): number {
  const spare = act.slice.left - ARCHIVE_READ - TAKING_OUT[change.way];
  return Math.min(MOST_STRETCHES, Math.floor(spare / (STRETCH_READ + formatReads(sheet).length)));
}

/** Whether a killed run has sorted these rows to the end already, and archived them before. */
function isAtEnd(act: Acting, sheet: ActSheet, rows: readonly PlacedRow[]): boolean {
  return isRanked(act, sheet) && rows[0]?.at === sheet.ids.length - rows.length;
}

/** @returns whether all could be deleted in this run, and stood where they were archived */
function deleteRows(act: Acting, sheet: ActSheet, rows: readonly PlacedRow[]): boolean {
  const ids = [...sheet.ids];
  for (const run of runsOf(rows).reverse()) {
    if (act.slice.left < 2) return false;
    act.slice.spend(2);
    const { at } = run[0] as PlacedRow;
    if (!isInPlace(act, sheet, at, run.length)) return false;
    sheet.sheet.deleteRows(FIRST_ROW + at, run.length);
    ids.splice(at, run.length);
    act.keepSheet(withIds(sheet, ids));
  }
  return true;
}

/** Those of the rows that stand in the sheet, where they stand now, in sheet order. */
function placed(sheet: ActSheet, rows: readonly PlacedRow[]): PlacedRow[] {
  return rows
    .flatMap((row) => {
      const at = sheet.rowOf.get(row.id);
      return at === undefined ? [] : [{ ...row, at }];
    })
    .sort((a, b) => a.at - b.at);
}

/** Sorts the rows to the end, where one call clears them; all others keep their order. */
function clearAndClose(act: Acting, sheet: ActSheet, present: readonly PlacedRow[]): number | null {
  if (present.length === 0 && !isRanked(act, sheet)) return null;
  if (act.slice.left < TAKING_OUT.sort) return 0;
  const gone = new Set(present.map(({ at }) => at));
  const width = sheet.keys.length - (isRanked(act, sheet) ? 1 : 0);
  const stay = sheet.ids.length - present.length;
  const sorted = withIds(sheet, [
    ...sheet.ids.filter((_, row) => !gone.has(row)),
    ...present.map(({ at }) => sheet.ids[at] ?? ''),
  ]);
  const isDone = sortRows(
    act,
    sheet,
    () => sheet.ids.map((_, row) => row + (gone.has(row) ? sheet.ids.length : 0)),
    () => {
      if (present.length === 0) return true;
      act.slice.spend(2);
      if (!isInPlace(act, sorted, stay, present.length)) return false;
      // In one call: contents that are gone with their notes left would be read again without them, or leave them to whoever comes below.
      dataRange(sheet, stay, 0, present.length, width).clear({ contentsOnly: true, commentsOnly: true });
      return true;
    },
  );
  return isDone ? null : 0;
}

/** @returns the sheet with the keys it was given, `null` when its rows no longer stand where they were found: another run looks anew */
function archive(act: Acting, sheet: ActSheet, change: Removed, present: readonly PlacedRow[]): ActSheet | null {
  const width = sheet.keys.filter((key) => !key.startsWith('cp:')).length;
  const cell = cellReader(act.run);
  const entries: ArchiveEntry[] = [];
  let keyed = sheet;
  const stretches = stretchesOf(
    present.map(({ at }) => at),
    stretchesAffordable(act, sheet, change),
  );
  for (const { from, to } of stretches) {
    const range = dataRange(sheet, from, 0, to - from + 1, width);
    const read = readExactly(range);
    if (!isInPlace(act, sheet, from, to - from + 1, read.values)) return null;
    const notes = range.getNotes();
    const formats = formatsOf(act, sheet, from, to - from + 1);
    const inside = present.filter(({ at }) => at >= from && at <= to);
    const linesOf = (at: number): RowLines => ({
      values: read.values[at - from] ?? [],
      formulas: read.formulas[at - from] ?? [],
      notes: notes[at - from] ?? [],
      formatAt: (column) => formats.get(column)?.[at - from] ?? AUTOMATIC,
    });
    keyed = withKeys(
      keyed,
      inside.map(({ at }) => linesOf(at).values),
    );
    for (const { id, at, into } of inside) entries.push({ id, into: into ?? null, row: readRow(keyed, linesOf(at), cell, at) });
  }
  act.slice.spend(STRETCH_READ * stretches.length + archiveRows(act.run, act.txn, change.sheet, entries, change.reason));
  act.keepSheet(keyed);
  return keyed;
}

/** What Sheets calls {@link AUTOMATIC} when asked. */
const AUTOMATIC_READ = '0.###############';

/** What is read to know the number formats of the user's columns: each run of them, or what lies between if there are several. */
function formatReads(sheet: ActSheet): readonly { readonly from: number; readonly width: number }[] {
  const runs = usersColumns(sheet);
  const [first] = runs;
  const last = runs[runs.length - 1];
  if (first === undefined || last === undefined || runs.length <= 2) return runs;
  return [{ from: first.from, width: last.from + last.width - first.from }];
}

/** Number formats of the user's own columns, by position; the template's are the same all the way down. */
function formatsOf(act: Acting, sheet: ActSheet, row: number, rows: number): Map<number, string[]> {
  const formats = new Map<number, string[]>();
  for (const { from, width } of formatReads(sheet)) {
    const grid = dataRange(sheet, row, from, rows, width).getNumberFormats();
    act.slice.spend(1);
    for (let c = 0; c < width; c++) {
      if (isOwnAt(sheet, from + c)) continue;
      formats.set(
        from + c,
        grid.map((line) => (line[c] === AUTOMATIC_READ ? AUTOMATIC : (line[c] ?? AUTOMATIC))),
      );
    }
  }
  return formats;
}

interface RowLines {
  readonly values: readonly unknown[];
  readonly formulas: readonly string[];
  readonly notes: readonly string[];
  formatAt(column: number): string;
}

/** Gives keys to columns of the user's that have none yet and hold something of these rows: without one it would be lost. */
function withKeys(sheet: ActSheet, rows: readonly (readonly unknown[])[]): ActSheet {
  const nameless = sheet.keys.flatMap((key, at) => (key === '' && rows.some((row) => (row[at] ?? '') !== '') ? [at] : []));
  if (nameless.length === 0) return sheet;
  const keys = [...sheet.keys];
  let next = 1 + Math.max(0, ...keys.map((key) => Number(/^u_(\d+)$/.exec(key)?.[1] ?? 0)));
  for (const at of nameless) {
    const key = `u_${next++}`;
    sheet.sheet.getRange(1, at + 1).setValue(key);
    keys[at] = key;
  }
  return { ...sheet, keys, columns: new Map(keys.flatMap((key, at) => (key === '' ? [] : [[key, at] as const])).reverse()) };
}

/** Whether some of these values are there to be lost. */
function isFilled(values: readonly (readonly unknown[])[]): boolean {
  return values.some(([value]) => (value ?? '') !== '');
}

/**
 * A column of the user's that {@link withKeys} would have to give a key to although its first row is closed to the runner, by its label.
 * One service read, two and two for each such column where the row is closed.
 */
export function unkeyable(
  run: Run,
  key: SheetKey,
  rows: readonly PlacedRow[],
): { readonly column: string | null; readonly calls: number } {
  const opened = findSheet(run, key);
  if (opened === null || opened.getRange('1:1').canEdit()) return { column: null, calls: 1 };
  const sheet = openSheet(run, key);
  let calls = 1 + OPENING;
  for (const [at, name] of (sheet?.keys ?? []).entries()) {
    if (sheet === null || name !== '' || sheet.ids.length === 0 || sheet.sheet.getRange(1, at + 1).canEdit()) continue;
    const values = sheet.sheet.getRange(FIRST_ROW - 1, at + 1, 1 + sheet.ids.length, 1).getValues();
    calls += 2;
    if (isFilled(placed(sheet, rows).map((row) => values[row.at + 1] ?? [])))
      return { column: String(values[0]?.[0] ?? ''), calls };
  }
  return { column: null, calls };
}

function readRow({ keys }: ActSheet, lines: RowLines, cell: (value: unknown) => Cell, at: number): ArchivedRow {
  const cells: Record<string, Cell> = {};
  const formulas: Record<string, string> = {};
  const formats: Record<string, string> = {};
  const texts: string[] = [];
  const notes: Record<string, string> = {};
  lines.values.forEach((value, column) => {
    const key = keys[column] ?? '';
    const read = cell(value);
    if (key === '' || key in cells) return;
    if (lines.notes[column]) notes[key] = lines.notes[column];
    if (read !== null) cells[key] = read;
    if (lines.formatAt(column) !== AUTOMATIC) formats[key] = lines.formatAt(column);
    if (lines.formulas[column]) formulas[key] = lines.formulas[column];
    else if (typeof value === 'string' && isDayText(value)) texts.push(key);
  });
  return { cells, formulas, row: FIRST_ROW + at, formats, texts, notes };
}
