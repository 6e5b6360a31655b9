// Customers at the door of the sheet: which edited rows may be another customer, said in the issue column, on the cells and in a message.
import { comparedWith, type DoorMatch, doorColumns, doorMatches } from '../../domain/door/door';
import { isMarked, markedIssue } from '../../domain/door/marks';
import { maskName } from '../../domain/reminders/mask';
import { learnedWeights, recordsAt } from '../../gateway/door';
import { kindContext } from '../../gateway/reading';
import type { Run } from '../../gateway/run';
import { FIRST_ROW, labelAt, readTable, recordOf, type Table, textOf } from '../../gateway/table';
import { say } from '../../i18n/index';
import type { Cell } from '../../template/types';
import type { Row } from './record';

/** Records read one by one; of more, two columns are read whole. */
const FEW = 3;

/** A row as it will be, by its 1-based sheet row. */
export interface Guest {
  readonly row: number;
  readonly cells: Row;
}

export interface Notice {
  readonly row: number;
  readonly issue: Cell;
  /** Notes by column key; null where one of ours has to go. */
  readonly notes: ReadonlyMap<string, string | null>;
}

/** Columns of an edit that the door compares, with those that belong to them. */
export function doorColumnsOf(typed: readonly string[]): string[] {
  return [...new Set(typed.filter((key) => doorColumns.includes(key) && key !== 'customer_id').flatMap(comparedWith))];
}

/**
 * Compares edited rows with all customers.
 * @param identity as it was read; the edited rows are taken as given instead
 * @param only what {@link doorColumnsOf} said
 */
export function noticesOf(run: Run, head: Table, identity: Table, guests: readonly Guest[], only: readonly string[]): Notice[] {
  const rows = [...identity.rows];
  for (const { row, cells } of guests) {
    const line = new Array<Cell>(identity.labels.length).fill(null);
    for (const [key, at] of identity.columns) line[at] = cells[key] ?? null;
    while (rows.length <= row - FIRST_ROW) rows.push([]);
    rows[row - FIRST_ROW] = line;
  }
  const table = { ...identity, rows };
  const probes = guests.map(({ cells }) => ({ id: textIn(cells, 'customer_id') || null, cells }));
  const found = doorMatches(table, probes, kindContext(run), only, learnedWeights(run)).map(byColumn);
  const met = new Set(found.flatMap((matches) => [...matches.values()].map(({ row }) => row)));
  const sentenceOf = sentences(run, head, table, [...met]);
  return guests.map(({ row, cells }, i): Notice => {
    const ids = new Map<string, string>();
    const notes = new Map<string, string | null>();
    for (const key of only) {
      const match = (cells[key] ?? null) === null ? undefined : found[i]?.get(key);
      const label = labelAt(head, key);
      if (match !== undefined) {
        ids.set(label, match.id);
        notes.set(key, sentenceOf(match));
      } else if (isMarked(cells['issue'] ?? null, label)) notes.set(key, null);
    }
    const compared = only.map((key) => labelAt(head, key));
    return { row, issue: markedIssue(cells['issue'] ?? null, compared, ids), notes };
  });
}

/** The best match of each column. */
export function byColumn(matches: readonly DoorMatch[]): ReadonlyMap<string, DoorMatch> {
  const found = new Map<string, DoorMatch>();
  for (const match of matches) for (const key of match.same) if (!found.has(key)) found.set(key, match);
  return found;
}

/** Which record it may be, and whose; one service read for each of few records. */
function sentences(run: Run, head: Table, table: Table, rows: readonly number[]): (match: DoorMatch) => string {
  const known = new Map<number, Row>();
  if (rows.length > FEW) {
    const owners = readTable(run, 'customers', ['owner', 'sales_status']);
    for (const row of rows) known.set(row, recordOf(owners, owners.rows[row] ?? []));
  } else {
    recordsAt(run, head, rows).forEach((cells, i) => {
      known.set(rows[i] ?? -1, cells);
    });
  }
  return ({ id, row }) => {
    const cells = table.rows[row] ?? [];
    const { owner, sales_status: status } = known.get(row) ?? {};
    const name = maskName(textOf(table, cells, 'name') || textOf(table, cells, 'company'));
    return say(run.state?.locale ?? 'zh-CN', {
      code: (owner ?? null) === null ? 'watch.duplicate.pool' : 'watch.duplicate',
      args: { id, name, owner: String(owner ?? ''), status: String(status ?? '') },
    });
  };
}

function textIn(cells: Row, key: string): string {
  return String(cells[key] ?? '');
}
