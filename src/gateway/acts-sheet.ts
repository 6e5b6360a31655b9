// A sheet as an act sees it: where its columns and records stand right now.
import { idColumnOf, tokensOf } from '../domain/acts/rows';
import type { SheetKey } from '../template/index';
import type { Acting } from './acts-steps';
import type { Run, Sheet } from './run';
import { cellReader, FIRST_ROW, findSheet, tableTemplate } from './table';

/** Service reads {@link openSheet} makes at most. */
export const OPENING = 2;

export interface ActSheet {
  readonly key: SheetKey;
  readonly sheet: Sheet;
  /** Row 1, by position; a column nobody knows has `''`. */
  readonly keys: readonly string[];
  /** 0-based position by column key. */
  readonly columns: ReadonlyMap<string, number>;
  /** Ids as they stand, by data row; `''` for a row without. */
  readonly ids: readonly string[];
  /** 0-based data row by what the record is known by (see `tokensOf`). */
  readonly rowOf: ReadonlyMap<string, number>;
}

/** Reads where things stand; `null` when there is no such sheet. */
export function openSheet(run: Run, key: SheetKey): ActSheet | null {
  const sheet = findSheet(run, key);
  if (sheet === null) return null;
  const used = sheet.getDataRange();
  const rows = used.getNumRows() - FIRST_ROW + 1;
  const keys = (sheet.getRange(1, 1, 1, used.getNumColumns()).getValues()[0] ?? []).map(String);
  const columns = new Map<string, number>();
  keys.forEach((k, at) => {
    if (k !== '' && !columns.has(k)) columns.set(k, at);
  });
  const at = idsAt({ key, columns });
  const ids = rows < 1 || at === undefined ? [] : sheet.getRange(FIRST_ROW, at + 1, rows, 1).getValues();
  return withIds({ key, sheet, keys, columns, ids: [], rowOf: new Map() }, rowIds(run, ids, rows));
}

function rowIds(run: Run, column: readonly (readonly unknown[])[], rows: number): string[] {
  const cell = cellReader(run);
  return Array.from({ length: Math.max(0, rows) }, (_, row) => String(cell(column[row]?.[0]) ?? ''));
}

/** The same sheet after rows came or went. */
export function withIds(sheet: ActSheet, ids: readonly string[]): ActSheet {
  return { ...sheet, ids, rowOf: new Map(tokensOf(ids).map((token, row) => [token, row])) };
}

/** 0-based position of the column the sheet's records are known by. */
function idsAt({ key, columns }: Pick<ActSheet, 'key' | 'columns'>): number | undefined {
  return columns.get(idColumnOf(key) ?? '');
}

/**
 * Whether data rows still stand where they stood when the sheet was opened; if not, it is to be opened anew. People insert, delete and
 * sort rows while an act is under way, so this is asked right before what cannot be taken back.
 * @param lines whole rows just read, where there are any; else one service read
 */
export function isInPlace(
  { run, forgetSheet }: Pick<Acting, 'run' | 'forgetSheet'>,
  sheet: ActSheet,
  from: number,
  rows: number,
  lines?: readonly (readonly unknown[])[],
): boolean {
  const at = idsAt(sheet);
  if (at === undefined) return true;
  const column = lines?.map((line) => [line[at]]) ?? dataRange(sheet, from, at, rows, 1).getValues();
  const isSo = rowIds(run, column, rows).every((id, i) => id === (sheet.ids[from + i] ?? ''));
  if (!isSo) forgetSheet(sheet.key);
  return isSo;
}

/** Whether the column at a position is the template's; the user's own are never rewritten. */
export function isOwnAt({ key, keys }: ActSheet, at: number): boolean {
  const name = keys[at] ?? '';
  return name !== '' && name in tableTemplate(key).columns;
}

/** Runs of neighbouring columns that are the user's, keyed or not; positions are 0-based. */
export function usersColumns(sheet: ActSheet): { readonly from: number; readonly width: number }[] {
  const runs: { from: number; width: number }[] = [];
  sheet.keys.forEach((_, at) => {
    if (isOwnAt(sheet, at)) return;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.from + last.width === at) last.width++;
    else runs.push({ from: at, width: 1 });
  });
  return runs;
}

/** A rectangle of data cells; numbers are 0-based. */
export function dataRange({ sheet }: ActSheet, row: number, column: number, rows: number, columns: number) {
  return sheet.getRange(FIRST_ROW + row, column + 1, rows, columns);
}
