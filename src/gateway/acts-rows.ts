// Rows that leave a sheet for Archive, and rows that come back.
import { type Change, type PlacedRow, runsOf } from '../domain/acts/change';
import { movedFormula } from '../domain/acts/formulas';
import { a1 } from '../domain/plan/areas';
import type { Cell } from '../template/types';
import { ARCHIVE_READ, type ArchivedRow, type ArchiveEntry, archivedRows, archiveRows, forgetArchived } from './acts-archive';
import { stretchesOf } from './acts-blocks';
import { type Entry, EXACT_READ, EXACT_WRITE, isDayText, readExactly, writeExactly } from './acts-exact';
import { isRanked, SORTING, sortRows } from './acts-order';
import { type ActSheet, dataRange, usersColumns, withIds } from './acts-sheet';
import type { Acting } from './acts-steps';
import { cellReader, FIRST_ROW, makeRoom } from './table';

type Removed = Extract<Change, { type: 'removed' }>;
type Added = Extract<Change, { type: 'added' }>;

/** Stretches of rows read to be archived, at most: many rows are all over the sheet anyway. */
const STRETCHES = { rows: 4, sort: 1 } as const;

/** Rows archived, or put back, at once: more in one write are refused or time out. */
const MOST_ROWS = 2_000;

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
    if (part.length > 0 && act.slice.left < ARCHIVE_READ + EXACT_READ * STRETCHES[change.way]) return 0;
    const kept = part.length === 0 ? sheet : archive(act, sheet, change, part);
    if (change.way === 'sort') return clearAndClose(act, kept, part);
    if (part.length === 0) return null;
    if (!deleteRows(act, kept, part)) return 0;
  }
}

/** @returns whether all could be deleted in this run */
function deleteRows(act: Acting, sheet: ActSheet, rows: readonly PlacedRow[]): boolean {
  const ids = [...sheet.ids];
  for (const run of runsOf(rows).reverse()) {
    if (act.slice.left < 1) return false;
    const { at } = run[0] as PlacedRow;
    sheet.sheet.deleteRows(FIRST_ROW + at, run.length);
    act.slice.spend(1);
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

/** Clears the rows in one call and closes the gaps; all others keep their order. */
function clearAndClose(act: Acting, sheet: ActSheet, present: readonly PlacedRow[]): number | null {
  if (present.length === 0 && !isRanked(act, sheet)) return null;
  if (act.slice.left < SORTING + 1) return 0;
  const gone = new Set(present.map(({ at }) => at));
  const width = sheet.keys.length - (isRanked(act, sheet) ? 1 : 0);
  sortRows(
    act,
    sheet,
    () => sheet.ids.map((_, row) => row + (gone.has(row) ? sheet.ids.length : 0)),
    () => {
      if (present.length === 0) return;
      const areas = runsOf(present).map(([first, ...more]) =>
        a1({ row: FIRST_ROW + (first?.at ?? 0), column: 1, rows: 1 + more.length, columns: width }),
      );
      sheet.sheet.getRangeList(areas).clearContent();
      act.slice.spend(1);
    },
  );
  return null;
}

function archive(act: Acting, sheet: ActSheet, change: Removed, present: readonly PlacedRow[]): ActSheet {
  const width = sheet.keys.filter((key) => !key.startsWith('cp:')).length;
  const cell = cellReader(act.run);
  const entries: ArchiveEntry[] = [];
  let keyed = sheet;
  const stretches = stretchesOf(
    present.map(({ at }) => at),
    STRETCHES[change.way],
  );
  for (const { from, to } of stretches) {
    const read = readExactly(dataRange(sheet, from, 0, to - from + 1, width));
    const formats = formatsOf(act, sheet, from, to - from + 1);
    const inside = present.filter(({ at }) => at >= from && at <= to);
    const linesOf = (at: number): RowLines => ({
      values: read.values[at - from] ?? [],
      formulas: read.formulas[at - from] ?? [],
      formatAt: (column) => formats.get(column)?.[at - from] ?? AUTOMATIC,
    });
    keyed = withKeys(
      keyed,
      inside.map(({ at }) => linesOf(at).values),
    );
    for (const { id, at, into } of inside) entries.push({ id, into: into ?? null, row: readRow(keyed, linesOf(at), cell, at) });
  }
  act.slice.spend(EXACT_READ * stretches.length + archiveRows(act.run, act.txn, change.sheet, entries, change.reason));
  act.keepSheet(keyed);
  return keyed;
}

/** What sets a cell back to choosing its format by what is typed; Sheets itself calls it by the second name. */
const AUTOMATIC = 'General';
const AUTOMATIC_READ = '0.###############';

/** Number formats of the user's own columns, by position; the template's are the same all the way down. */
function formatsOf(act: Acting, sheet: ActSheet, row: number, rows: number): Map<number, string[]> {
  const formats = new Map<number, string[]>();
  for (const { from, width } of usersColumns(sheet)) {
    const grid = dataRange(sheet, row, from, rows, width).getNumberFormats();
    act.slice.spend(1);
    for (let c = 0; c < width; c++) {
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

function readRow({ keys }: ActSheet, lines: RowLines, cell: (value: unknown) => Cell, at: number): ArchivedRow {
  const cells: Record<string, Cell> = {};
  const formulas: Record<string, string> = {};
  const formats: Record<string, string> = {};
  const texts: string[] = [];
  lines.values.forEach((value, column) => {
    const key = keys[column] ?? '';
    const read = cell(value);
    if (key === '' || key in cells) return;
    if (read !== null) cells[key] = read;
    if (lines.formatAt(column) !== AUTOMATIC) formats[key] = lines.formatAt(column);
    if (lines.formulas[column]) formulas[key] = lines.formulas[column];
    else if (typeof value === 'string' && isDayText(value)) texts.push(key);
  });
  return { cells, formulas, row: FIRST_ROW + at, formats, texts };
}

/**
 * Brings rows back from Archive to where they stood. A row that is there already is done.
 * @returns `null` when done, 0 when the rest is for another run
 */
export function restoreRows(act: Acting, change: Added): number | null {
  const sheet = act.open(change.sheet);
  if (sheet === null || change.from === null) return null;
  const missing = change.rows.filter(({ id }) => !sheet.rowOf.has(id));
  if (missing.length === 0 && (change.way === 'rows' || !isOut(act, sheet, change))) return null;
  if (act.slice.left < ARCHIVE_READ + EXACT_WRITE + 2) return 0;
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
  const whole = (id: string, row: ArchivedRow) => Object.keys(row.cells).every((key) => sheet.columns.has(key)) && back.has(id);
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
    if (act.slice.left < 1 + EXACT_WRITE) return 0;
    const at = Math.min(run[0]?.at ?? 0, ids.length);
    const waiting = empty === run.length && ids.slice(at, at + run.length).every((id) => id === '');
    // Below a row of data, so that the new ones look and are ruled like it.
    if (!waiting && at > 0) sheet.sheet.insertRowsAfter(FIRST_ROW + at - 1, run.length);
    if (!waiting && at === 0) sheet.sheet.insertRowsBefore(FIRST_ROW, run.length);
    empty = 0;
    act.slice.spend(1 + fill(sheet, at, run, rows));
    ids.splice(at, waiting ? run.length : 0, ...run.map(({ id }) => id));
    act.keepSheet(withIds(sheet, ids));
  }
  return null;
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
    if (act.slice.left < 2 + EXACT_WRITE) return 0;
    makeRoom(grown.sheet, FIRST_ROW + grown.ids.length + part.length - 1);
    act.slice.spend(2 + fill(grown, grown.ids.length, part, rows));
    grown = withIds(grown, [...grown.ids, ...part.map(({ id }) => id)]);
    act.keepSheet(grown);
  }
  if (act.slice.left < SORTING) return 0;
  const whole = padded(grown, change);
  makeRoom(whole.sheet, FIRST_ROW + whole.ids.length - 1);
  sortRows(act, whole, () => ranksAmong(whole, change));
  return null;
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

/** Writes archived rows into empty ones, from data row `at` on. @returns the service calls it took */
function fill(sheet: ActSheet, at: number, run: readonly PlacedRow[], rows: ReadonlyMap<string, ArchivedRow>): number {
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
  return own.length + writeExactly(dataRange(sheet, at, 0, run.length, sheet.keys.length), entries);
}

function restored(row: ArchivedRow, key: string, sheetRow: number): Entry {
  const formula = row.formulas[key];
  if (formula !== undefined) return { formula: movedFormula(formula, row.row, sheetRow) };
  const cell = row.cells[key] ?? '';
  return typeof cell === 'string' && cell !== '' && !row.texts.includes(key) ? { cell } : cell;
}
