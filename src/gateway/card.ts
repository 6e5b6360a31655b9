// All that a card shows of one customer, in few service reads: the row, and what other sheets hold of him.
import type { History } from '../domain/card/timeline';
import { a1 } from '../domain/plan/index';
import { Refusal } from '../domain/refusal';
import type { TableKey } from '../template/index';
import type { Cell } from '../template/types';
import type { Run, Sheet } from './run';
import { cellReader, FIRST_ROW, findSheet, labelOf, readHead, tableTemplate } from './table';

type Row = Readonly<Record<string, Cell>>;

export interface CardRows {
  /** 1-based. */
  readonly row: number;
  readonly customer: Row;
  /** Labels of row 2 by key, in the order of the columns. */
  readonly labels: ReadonlyMap<string, string>;
  readonly history: History;
  /** The run in the zone its days were read in. */
  readonly run: Run;
}

/** A sheet of so few cells is read whole: one call instead of three. */
const SMALL = 60_000;

/** A row as Google gave it, and where its columns stand. */
interface Raw {
  readonly keys: readonly string[];
  readonly values: readonly unknown[];
}

/**
 * At most three service reads for the customer, two where he still stands in the row he was seen in, and one for each of the other sheets
 * that has rows; the spreadsheet's zone is asked for only where the script's own does not fit its days.
 * @param seen 1-based row; 0: not known
 * @throws Refusal `record.gone`
 */
export function readCard(run: Run, id: string, seen: number): CardRows {
  const found = findCustomer(run, id, seen);
  const history = {
    interactions: rowsOf(run, 'interactions', id),
    orders: rowsOf(run, 'orders', id),
    feedback: rowsOf(run, 'feedback', id),
    moves: rowsOf(run, 'moves', id),
  };
  const zoned = zonedFor(run, [found.raw, ...Object.values(history).flat()]);
  const cell = cellReader(zoned);
  const read = (raw: Raw) => recordIn(raw, cell);
  return {
    row: found.row,
    customer: read(found.raw),
    labels: new Map(found.raw.keys.map((key, at) => [key, String(found.labels[at] ?? '')])),
    history: {
      interactions: history.interactions.map(read),
      orders: history.orders.map(read),
      feedback: history.feedback.map(read),
      moves: history.moves.map(read),
    },
    run: zoned,
  };
}

function recordIn({ keys, values }: Raw, cell: (value: unknown) => Cell): Row {
  const record: Record<string, Cell> = {};
  keys.forEach((key, at) => {
    const value = cell(values[at]);
    if (key !== '' && value !== null && !(key in record)) record[key] = value;
  });
  return record;
}

interface FoundCustomer {
  readonly row: number;
  readonly raw: Raw;
  readonly labels: readonly unknown[];
}

function findCustomer(run: Run, id: string, seen: number): FoundCustomer {
  const gone = new Refusal('record.gone', { id, sheet: labelOf(run, 'customers') });
  const head = sizeOf(run, 'customers');
  if (head === null || id === '') throw gone;
  const { sheet, lastRow, width } = head;
  if (lastRow * width <= SMALL) {
    const grid = sheet.getDataRange().getValues() as unknown[][];
    const keys = (grid[0] ?? []).map(String);
    const at = grid.findIndex((line, i) => i >= FIRST_ROW - 1 && line[keys.indexOf('customer_id')] === id);
    if (at < 0) throw gone;
    return { row: at + 1, raw: { keys, values: grid[at] ?? [] }, labels: grid[1] ?? [] };
  }
  const { columns, labels } = readHead(run, 'customers', sheet);
  const keys = labels.map(() => '');
  for (const [key, at] of columns) keys[at] = key;
  const column = columns.get('customer_id') ?? 0;
  const at = (row: number): FoundCustomer => {
    const [values = []] = sheet.getRange(row, 1, 1, keys.length).getValues() as unknown[][];
    return { row, raw: { keys, values }, labels };
  };
  if (seen >= FIRST_ROW && seen <= lastRow) {
    const found = at(seen);
    if (found.raw.values[column] === id) return found;
  }
  const ids = sheet.getRange(a1({ row: FIRST_ROW, column: column + 1, rows: null, columns: 1 })).getValues();
  const index = ids.findIndex(([one]) => one === id);
  if (index < 0) throw gone;
  return at(FIRST_ROW + index);
}

/** The rows of a sheet that are about the customer; none where there is no such sheet yet. */
function rowsOf(run: Run, key: TableKey, id: string): Raw[] {
  const size = sizeOf(run, key);
  if (size === null) return [];
  const grid = size.sheet.getDataRange().getValues() as unknown[][];
  const keys = (grid[0] ?? []).map(String);
  const column = keys.indexOf('customer_id');
  return grid.slice(FIRST_ROW - 1).flatMap((values) => (values[column] === id ? [{ keys, values }] : []));
}

/** A sheet that has data rows, with its size; the way there is no service read, whereas asking the sheet is. */
function sizeOf(run: Run, key: TableKey): { readonly sheet: Sheet; readonly lastRow: number; readonly width: number } | null {
  // Sheets made on first use stand in the state from then on; looking for them elsewhere would read every sheet.
  const sheet = run.state !== null && !(key in run.state.sheets) && isLate(key) ? null : findSheet(run, key);
  const filled = sheet?.getDataRange();
  if (sheet === null || filled === undefined || filled.getLastRow() < FIRST_ROW) return null;
  return { sheet, lastRow: filled.getLastRow(), width: filled.getLastColumn() };
}

function isLate(key: TableKey): boolean {
  return tableTemplate(key).made === 'first-use';
}

/**
 * The run in the script's own zone, which most spreadsheets share, where all days read are midnights there; else in the spreadsheet's,
 * which is one service read more.
 */
function zonedFor(run: Run, rows: readonly Raw[]): Run {
  const guess = Session.getScriptTimeZone();
  const days = rows.flatMap(({ values }) => values.filter((value) => Object.prototype.toString.call(value) === '[object Date]'));
  const fits = days.every((day) => Utilities.formatDate(day as GoogleAppsScript.Base.Date, guess, 'HHmmss') === '000000');
  return days.length > 0 && fits ? Object.create(run, { zone: { value: guess } }) : run;
}
