// The identity columns of all customers, in as few service reads as they allow; of single customers whatever else is asked for.
import { doorColumns } from '../domain/door/door';
import { type DoorWeights, readWeights } from '../domain/door/weigh';
import { a1 } from '../domain/plan/index';
import type { Cell } from '../template/types';
import { type Run, setProperties } from './run';
import { FIRST_ROW, filledRows, readHead, recordOf, type Table, withRows } from './table';

const LEARNED = 'cp:learned';

/** What the last search for duplicates learned of this table; read with the run's properties. */
export function learnedWeights(run: Run): DoorWeights {
  return readWeights(run.properties[LEARNED]);
}

/** Remembers it. One service write, and none where it is known already. */
export function keepLearned(run: Run, learned: string): void {
  if (run.properties[LEARNED] !== learned) setProperties(run, { [LEARNED]: learned });
}

/** Columns between two wanted ones that are read along, rather than begin another read. */
const MOST_BETWEEN = 5;

/**
 * The columns the door compares, of every customer: one service read where they stand together, more where users moved them apart.
 * Positions in the table are those of what was read, not of the sheet.
 * @param only columns wanted besides the id and the names; absent: all that are compared
 * @param head where it was read already; else one more service read
 */
export function readIdentity(run: Run, only: readonly string[] = doorColumns, head: Table = readHead(run, 'customers')): Table {
  const wanted = new Set(['customer_id', 'name', 'company', ...only]);
  const places = [...head.columns].filter(([key]) => wanted.has(key)).sort((a, b) => a[1] - b[1]);
  const columns = new Map<string, number>();
  const labels: string[] = [];
  let grid: unknown[][] = [];
  for (const { from, to } of spansOf(places.map(([, at]) => at))) {
    const range = head.sheet.getRange(a1({ row: FIRST_ROW, column: from + 1, rows: null, columns: to - from + 1 }));
    const part = range.getValues() as unknown[][];
    for (const [key, at] of places) if (at >= from && at <= to) columns.set(key, labels.length + at - from);
    labels.push(...head.labels.slice(from, to + 1));
    grid = grid.length === 0 ? part : grid.map((line, i) => [...line, ...(part[i] ?? [])]);
  }
  return {
    key: 'customers',
    sheet: head.sheet,
    columns,
    labels,
    rows: filledRows(run, grid),
    left: 0,
    height: FIRST_ROW - 1 + grid.length,
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Ascending positions joined where little stands between them. */
function spansOf(positions: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (const at of positions) {
    const last = spans[spans.length - 1];
    if (last !== undefined && at - last.to <= MOST_BETWEEN + 1) spans[spans.length - 1] = { from: last.from, to: at };
    else spans.push({ from: at, to: at });
  }
  return spans;
}

/**
 * The whole records of some customers, by their 0-based rows as {@link readIdentity} found them: status, last contact, owner. One
 * service read each, so only of the few that are shown.
 */
export function recordsAt(run: Run, head: Table, rows: readonly number[]): Record<string, Cell>[] {
  return rows.map((row) => {
    const table = withRows(run, head, FIRST_ROW + row, 1);
    return recordOf(table, table.rows[0] ?? []);
  });
}
