// A pool that lists are imported into, by the calls the sidebar makes, in slices of any size.
import { type Book, type CellValue, differences, type Host } from '../../local/host/index';
import type { ColumnTarget, ImportResult, KnownChoice } from '../../src/contract/import-api';
import { workbook } from '../../src/template/index';
import { call, newPool, recordsIn, tabOf } from '../acts/pool';

export { addRows, call, cellOf, FIRST, finish, recordsIn, refusal, struck, tabOf } from '../acts/pool';

let made: { readonly host: Host; readonly fresh: ReturnType<Host['snapshot']> } | null = null;

/** A new pool with two columns of the user's own; made once a test file, then taken back to its beginning. */
export function freshPool(): Host {
  if (made === null) {
    const host = newPool();
    made = { host, fresh: host.snapshot() };
  }
  made.host.restore(made.fresh);
  made.host.resetCalls();
  return made.host;
}

export interface File {
  readonly text: string;
  readonly fileName?: string;
  /** Characters a call carries. */
  readonly size?: number;
  readonly acceptOwners?: boolean;
  /** What becomes of known customers; absent: every row makes one. */
  readonly known?: KnownChoice;
  /** What the user changes of the proposed columns. */
  readonly choose?: (columns: readonly ColumnTarget[]) => readonly ColumnTarget[];
}

/** Characters of a file that are looked at first: as the sidebar, about as many as one call carries. */
const LOOKED = 200_000;

/** All of an import up to the commit. @returns its batch */
export function stageFile(host: Host, file: File): string {
  const { text, fileName = 'list.csv', size = 50_000, choose = (columns) => columns } = file;
  const looked = Math.min(text.length, LOOKED);
  const preview = call(host, 'importPreview', { fileName, text: text.slice(0, looked), last: looked === text.length });
  const { delimiter, dataLine } = preview;
  let [records, width] = [0, 0];
  slices(text, size, (slice, line, last) => {
    const read = call(host, 'importCheck', { text: slice, delimiter, line, width, last });
    records += read.records;
    width = read.width;
    return read;
  });
  const { batch } = call(host, 'importBegin', { fileName, delimiter, columns: choose(preview.columns), dataLine, records });
  let staged = 0;
  slices(text, size, (slice, line, last) => {
    const read = call(host, 'importStage', { batch, text: slice, delimiter, line, staged, last });
    staged += read.records;
    return read;
  });
  return batch;
}

export function commit(host: Host, batch: string, acceptOwners = true, known?: KnownChoice): ImportResult {
  for (let call_ = 0; call_ < 50; call_++) {
    const { result } = call(host, 'importCommit', { batch, acceptOwners, ...(known && { known }) });
    if (result !== null) return result;
  }
  throw new Error('the import does not come to an end');
}

export function importFile(host: Host, file: File): ImportResult {
  return commit(host, stageFile(host, file), file.acceptOwners, file.known);
}

type Read = { readonly rest: string; readonly line: number };

function slices(text: string, size: number, send: (slice: string, line: number, last: boolean) => Read): void {
  let [at, line] = [0, 1];
  // A record longer than a slice takes a longer one.
  for (let room = size; ; ) {
    const end = endOf(text, at + room);
    const last = end === text.length;
    const read = send(text.slice(at, end), line, last);
    if (last) return;
    room = read.rest.length === end - at ? room * 2 : size;
    line = read.line;
    at = end - read.rest.length;
  }
}

/** Never inside a line break or a character of two units. */
function endOf(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  return /[\r\ud800-\udbff]/.test(text.charAt(wanted - 1)) ? wanted + 1 : wanted;
}

/** A table as CSV, everything quoted that needs it. */
export function csvOf(rows: readonly (readonly string[])[], delimiter = ','): string {
  const quoted = (cell: string) =>
    cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => `${row.map(quoted).join(delimiter)}\r\n`).join('');
}

/** Customers that came in, by key. */
export function customersIn(host: Host): Record<string, CellValue>[] {
  return recordsIn(host, 'customers').filter((record) => typeof record['customer_id'] === 'string');
}

/** Texts of all cells of the sheets a value of a file may come to, joined. */
export function everythingIn(host: Host): string {
  return (['customers', 'quarantine', 'import', 'users'] as const)
    .flatMap((key) => host.values(tabOf(host, key)).slice(key === 'import' ? 3 : 2))
    .flat()
    .filter((value) => value !== null)
    .join('\n');
}

/** Formulas outside of our pages and the user's own column: there must be none. */
export function formulasIn(host: Host): string[] {
  const tables = Object.keys(workbook.sheets).filter((key) => key !== 'dashboard' && key !== 'guide');
  return host.book.sheets
    .filter(({ cells }) => tables.some((key) => String(cells[0]?.[0] ?? '') === firstKey(key)))
    .flatMap(({ name, formulas }) =>
      [...formulas].flatMap(([row, line]) => [...line.values()].map((text) => `${name}!${row} ${text}`)),
    );
}

function firstKey(key: string): string {
  const sheet = workbook.sheets[key as keyof typeof workbook.sheets];
  return sheet.shape === 'table' ? (Object.keys(sheet.columns)[0] ?? '') : '';
}

/** What differs between two moments of a workbook, each as {@link comparable}. */
export function differencesOf(host: Host, wanted: Book, found: Book): string[] {
  return differences(comparable(host, wanted), comparable(host, found), 30);
}

/** A workbook without what may come out otherwise at the end of the same import: numbers of batches, and the journal's instants. */
export function comparable(host: Host, book: Book): Book {
  const journal = tabOf(host, 'journal');
  const batches = [journal, tabOf(host, 'import'), tabOf(host, 'quarantine')];
  const plain = (sheet: Book['sheets'][number]) => {
    const at = sheet.name === journal ? (sheet.cells[0] ?? []).indexOf('at') : -1;
    return { ...sheet, cells: sheet.cells.map((line) => line?.map((cell, i) => (i === at ? null : withoutBatch(cell)))) };
  };
  return { ...book, sheets: book.sheets.map((sheet) => (batches.includes(sheet.name) ? plain(sheet) : sheet)) };
}

function withoutBatch(cell: CellValue): CellValue {
  return typeof cell === 'string' ? cell.replace(/B-\d{6}/g, 'B') : cell;
}

/** Document properties that must come out the same, the number of batches aside. */
export function propertiesOf(host: Host): [string, string][] {
  return [...host.properties].filter(([key]) => key !== 'cp:id:B-').sort();
}
