// Rows that come back from Archive, to where they stood.
import { type Change, type PlacedRow, runsOf } from '../domain/acts/change';
import { movedFormula } from '../domain/acts/formulas';
import { ARCHIVE_READ, type ArchivedRow, AUTOMATIC, archivedRows, forgetArchived, MOST_ROWS } from './acts-archive';
import { type Entry, EXACT_WRITE, writeExactly } from './acts-exact';
import { isRanked, SORTING, sortRows } from './acts-order';
import { type ActSheet, dataRange, isInPlace, usersColumns, withIds } from './acts-sheet';
import type { Acting } from './acts-steps';
import { FIRST_ROW, makeRoom } from './table';

type Added = Extract<Change, { type: 'added' }>;

/** Service calls {@link fill} makes besides the formats of the user's columns: a look at where it is, notes, then cells. */
const FILLING = 2 + EXACT_WRITE;

/**
 * Brings rows back from Archive to where they stood. A row that is there already is done.
 * @returns `null` when done, 0 when the rest is for another run
 */
export function restoreRows(act: Acting, change: Added): number | null {
  const sheet = act.open(change.sheet);
  if (sheet === null || change.from === null) return null;
  const missing = change.rows.filter(({ id }) => !sheet.rowOf.has(id));
  if (missing.length === 0 && (change.way === 'rows' || !isOut(act, sheet, change))) return null;
  if (act.slice.left < ARCHIVE_READ + FILLING + 4) return 0;
  const rows = missing.length === 0 ? new Map<string, ArchivedRow>() : archivedRows(act.run, change.from, change.sheet);
  act.slice.spend(ARCHIVE_READ);
  const there = missing.filter(({ id }) => rows.has(id));
  act.leave(missing.filter(({ id }) => !rows.has(id)).map(({ id }) => ({ sheet: change.sheet, id, column: '' })));
  return change.way === 'rows' ? insert(act, sheet, change, there, rows) : append(act, sheet, change, there, rows);
}

/** Takes the lines of rows that are back out of Archive; those of columns the sheet has no more stay, for they hold what it cannot. */
export function tidyArchive(act: Acting, change: Added): number | null {
  const sheet = act.open(change.sheet);
  if (sheet === null || change.from === null) return null;
  if (act.slice.left < ARCHIVE_READ * 2 + 1) return 0;
  const rows = archivedRows(act.run, change.from, change.sheet);
  const back = new Set(change.rows.map(({ id }) => id));
  const whole = (id: string, row: ArchivedRow) =>
    [row.cells, row.notes].every((of) => Object.keys(of).every((key) => sheet.columns.has(key))) && back.has(id);
  const keep = new Set([...rows].filter(([id, row]) => !whole(id, row)).map(([id]) => id));
  act.slice.spend(ARCHIVE_READ + forgetArchived(act.run, change.from, change.sheet, keep));
  return null;
}

function insert(
  act: Acting,
  sheet: ActSheet,
  change: Added,
  missing: readonly PlacedRow[],
  rows: ReadonlyMap<string, ArchivedRow>,
): number | null {
  const ids = [...sheet.ids];
  // Rows a killed run inserted and did not fill.
  const size = act.body.sizes?.[change.sheet]?.rows ?? 0;
  let empty = sheet.sheet.getMaxRows() - size - (change.rows.length - missing.length);
  act.slice.spend(1);
  for (const run of runsOf(missing).flatMap(inParts)) {
    if (act.slice.left < 2 + FILLING) return 0;
    const at = Math.min(run[0]?.at ?? 0, ids.length);
    const waiting = empty === run.length && isBlank(sheet, at, run.length);
    // Below a row of data, so that the new ones look and are ruled like it.
    if (!waiting && at > 0) sheet.sheet.insertRowsAfter(FIRST_ROW + at - 1, run.length);
    if (!waiting && at === 0) sheet.sheet.insertRowsBefore(FIRST_ROW, run.length);
    empty = 0;
    act.slice.spend(2);
    ids.splice(at, waiting ? run.length : 0, ...run.map(() => ''));
    if (!fill(act, withIds(sheet, ids), at, run, rows)) return 0;
    ids.splice(at, run.length, ...run.map(({ id }) => id));
    act.keepSheet(withIds(sheet, ids));
  }
  return null;
}

/** Whether nothing stands in these rows; somebody may have begun to write in one. One service read. */
function isBlank(sheet: ActSheet, at: number, rows: number): boolean {
  const cells = dataRange(sheet, at, 0, rows, sheet.keys.length).getValues().flat();
  return cells.every((value) => value === '' || value === false);
}

function append(
  act: Acting,
  sheet: ActSheet,
  change: Added,
  missing: readonly PlacedRow[],
  rows: ReadonlyMap<string, ArchivedRow>,
): number | null {
  let grown = sheet;
  for (const part of inParts(missing)) {
    if (act.slice.left < 3 + FILLING) return 0;
    const row = FIRST_ROW + grown.ids.length;
    // Before there is more room: an open formula of the user's fills new rows to the end.
    if (grown.sheet.getLastRow() !== row - 1) {
      act.forgetSheet(grown.key);
      return 0;
    }
    makeRoom(grown.sheet, row + part.length - 1);
    act.slice.spend(3);
    if (!fill(act, grown, grown.ids.length, part, rows)) return 0;
    grown = withIds(grown, [...grown.ids, ...part.map(({ id }) => id)]);
    act.keepSheet(grown);
  }
  if (act.slice.left < SORTING) return 0;
  const whole = padded(grown, change);
  makeRoom(whole.sheet, FIRST_ROW + whole.ids.length - 1);
  return sortRows(act, whole, () => ranksAmong(whole, change)) ? null : 0;
}

/** The sheet with blank rows below the last one, as far down as rows are to stand. */
function padded(sheet: ActSheet, change: Added): ActSheet {
  const blank = change.rows.reduce((height, { at }) => Math.max(height, at + 1), 0) - sheet.ids.length;
  return blank > 0 ? withIds(sheet, [...sheet.ids, ...new Array<string>(blank).fill('')]) : sheet;
}

function inParts(rows: readonly PlacedRow[]): PlacedRow[][] {
  return Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, i) => rows.slice(i * MOST_ROWS, (i + 1) * MOST_ROWS));
}

/** Whether rows that are back still have to be sorted to their places. */
function isOut(act: Acting, sheet: ActSheet, change: Added): boolean {
  return isRanked(act, sheet) || ranksAmong(padded(sheet, change), change).some((rank, row) => rank !== row);
}

/** The place of each row when those that came back stand where they stood and all others keep their order. */
function ranksAmong(sheet: ActSheet, change: Added): number[] {
  const back = new Map(change.rows.map(({ id, at }) => [id, at]));
  const order = sheet.ids.flatMap((id, row) => (back.has(id) ? [] : row));
  const returned = sheet.ids
    .flatMap((id, row) => (back.has(id) ? { row, at: back.get(id) ?? 0 } : []))
    .sort((a, b) => a.at - b.at);
  for (const { row, at } of returned) order.splice(Math.min(at, order.length), 0, row);
  const ranks = new Array<number>(order.length);
  order.forEach((row, rank) => {
    ranks[row] = rank;
  });
  return ranks;
}

/** Writes archived rows into empty ones, from data row `at` on. @returns false when those stand elsewhere by now */
function fill(
  act: Acting,
  sheet: ActSheet,
  at: number,
  run: readonly PlacedRow[],
  rows: ReadonlyMap<string, ArchivedRow>,
): boolean {
  const back = run.map(({ id }) => rows.get(id));
  const own = usersColumns(sheet);
  // Formats first: a number put where days stood would be a day.
  for (const { from, width } of own) {
    const keys = sheet.keys.slice(from, from + width);
    dataRange(sheet, at, from, run.length, width).setNumberFormats(
      back.map((row) => keys.map((key) => row?.formats[key] ?? AUTOMATIC)),
    );
  }
  const entries = back.map((row, i) =>
    sheet.keys.map((key): Entry => (row === undefined ? '' : restored(row, key, FIRST_ROW + at + i))),
  );
  if (!isInPlace(act, sheet, at, run.length)) return false;
  const range = dataRange(sheet, at, 0, run.length, sheet.keys.length);
  // Before the ids, which say that a row is back whole.
  const isNoted = back.some((row) => row !== undefined && Object.keys(row.notes).length > 0);
  if (isNoted) range.setNotes(back.map((row) => sheet.keys.map((key) => row?.notes[key] ?? '')));
  act.slice.spend(own.length + 1 + (isNoted ? 1 : 0) + writeExactly(range, entries));
  return true;
}

function restored(row: ArchivedRow, key: string, sheetRow: number): Entry {
  const formula = row.formulas[key];
  if (formula !== undefined) return { formula: movedFormula(formula, row.row, sheetRow) };
  const cell = row.cells[key] ?? '';
  return typeof cell === 'string' && cell !== '' && !row.texts.includes(key) ? { cell } : cell;
}
