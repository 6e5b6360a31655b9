// The linked form in the workbook: which sheet its responses come to, what stands there, and which of them were taken.
import type { LinkedColumn, Responses } from '../domain/intake/response';
import { workbook } from '../template/index';
import { deleteProperty, type Run, type Sheet, setProperties } from './run';
import { cellReader, FIRST_ROW, findSheet, readHead, rowForLines, writeBlock } from './table';

const LINK = 'cp:form';

/** The sheet a form's responses come to, and where its questions go. */
export interface FormLink {
  readonly sheet: number;
  readonly columns: readonly LinkedColumn[];
}

/** From the properties alone. */
export function linkOf(run: Run): FormLink | null {
  const text = run.properties[LINK];
  return text === undefined ? null : (JSON.parse(text) as FormLink);
}

export function saveLink(run: Run, link: FormLink): void {
  setProperties(run, { [LINK]: JSON.stringify(link) });
}

export function dropLink(run: Run): void {
  deleteProperty(run, LINK);
}

/** Sheets that are none of ours: what people made, and what a form fills. No service read. */
export function foreignSheets(run: Run): Sheet[] {
  const ours = new Set<number>(Object.values(run.state?.sheets ?? {}));
  return run.ss.getSheets().filter((sheet) => !ours.has(sheet.getSheetId()));
}

const FAULT = /^#[A-Z][A-Z/0]+[!?]?$/;

/** What a sheet of responses holds, in one service read, two where answers look like formulas; questions in its first row. The sheet is never written to. */
export function readResponses(run: Run, sheet: Sheet): Responses {
  const read = cellReader(run);
  const range = sheet.getDataRange();
  const [headers = [], ...rows] = range.getValues() as unknown[][];
  const texts = rows.map((row, i) => ({ line: i + 2, cells: row.map((cell) => String(read(cell) ?? '')) }));
  // An answer such as “+86 138 0013 8000” stands there as a formula that cannot be worked out: what was answered is the formula.
  const formulas = texts.some(({ cells }) => cells.some((cell) => FAULT.test(cell))) ? range.getFormulas() : [];
  for (const { line, cells } of texts) {
    cells.forEach((cell, at) => {
      if (FAULT.test(cell)) cells[at] = (formulas[line - 1]?.[at] || cell).replace(/^=/, '');
    });
  }
  return { headers: headers.map(String), records: texts.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
}

/** A line of the ledger. */
export interface TakenLine {
  readonly response: string;
  readonly outcome: string;
  readonly record_id: string | null;
}

export interface TakenLedger {
  readonly sheet: Sheet;
  /** Its first column as it stands. */
  readonly column: unknown[][];
  readonly keys: ReadonlySet<string>;
}

/** Which responses were taken, in one service read; null before the ledger was made. */
export function readTaken(run: Run): TakenLedger | null {
  const sheet = findSheet(run, 'form_log');
  if (sheet === null) return null;
  const column = sheet.getRange('A:A').getValues() as unknown[][];
  return { sheet, column, keys: new Set(column.slice(FIRST_ROW - 1).map(([key]) => String(key))) };
}

/** Adds lines to the ledger; one service write, and one to make room. Its columns are script's own and stand as the template has them. */
export function writeTaken(
  { sheet, column }: TakenLedger,
  lines: readonly TakenLine[],
  { txn, at }: { readonly txn: string; readonly at: string },
): void {
  if (lines.length === 0) return;
  const row = rowForLines(sheet, lines.length, column);
  writeBlock(
    sheet,
    row,
    1,
    lines.map(({ response, outcome, record_id }) => [response, outcome, record_id, txn, at]),
  );
}

/** A line of Quarantine with the rows it stands in, 1-based: several where a cell could not hold all of it. */
export interface AsideRead {
  readonly rows: readonly number[];
  readonly values: Readonly<Record<string, string>>;
}

/** Lines of Quarantine that wait for somebody and belong to batches of a kind; two service reads. */
export function readOpenAsides(run: Run, isMine: (batch: string) => boolean): AsideRead[] {
  const head = readHead(run, 'quarantine');
  const at = (key: string) => head.columns.get(key) ?? -1;
  const rows = head.sheet.getDataRange().getValues() as unknown[][];
  const lines: AsideRead[] = [];
  rows.slice(FIRST_ROW - 1).forEach((cells, i) => {
    if (!isMine(String(cells[at('batch')])) || cells[at('state')] !== 'open') return;
    const values = Object.fromEntries([...head.columns].map(([key, column]) => [key, String(cells[column] ?? '')]));
    const line: AsideRead = { rows: [FIRST_ROW + i], values };
    const last = lines[lines.length - 1];
    if (last !== undefined && goesOn(last, line)) lines[lines.length - 1] = joined(last, line);
    else lines.push(line);
  });
  return lines;
}

/** Columns of Quarantine whose texts go on in the next row where a cell cannot hold them. */
const LONG = ['value', 'original'] as const;

function goesOn(last: AsideRead, line: AsideRead): boolean {
  const { columns } = workbook.sheets.quarantine;
  const isSame = ['batch', 'row_no', 'column_key', 'reason'].every((key) => last.values[key] === line.values[key]);
  // A piece may end early: inside no character, and before no sign that begins a formula.
  const isFull = LONG.some((key) => (last.values[key] ?? '').length >= (last.rows.length * columns[key].max) / 2);
  return isSame && isFull;
}

function joined(last: AsideRead, line: AsideRead): AsideRead {
  const texts = Object.fromEntries(LONG.map((key) => [key, `${last.values[key] ?? ''}${line.values[key] ?? ''}`]));
  return { rows: [...last.rows, ...line.rows], values: { ...last.values, ...texts } };
}

/** Marks lines of Quarantine; one service write each, one read for all. */
export function markAsides(run: Run, rows: readonly number[], state: 'fixed' | 'ignored'): void {
  if (rows.length === 0) return;
  const { sheet, columns } = readHead(run, 'quarantine');
  const column = (columns.get('state') ?? 0) + 1;
  for (const row of rows) sheet.getRange(row, column).setValue(state);
}
