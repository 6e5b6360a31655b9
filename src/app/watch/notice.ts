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
  /** Of the notes that of the likeliest match; null where nobody matches. */
  readonly first: string | null;
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
  const found = doorMatches(table, probes, kindContext(run), only, learnedWeights(run));
  const known = new Map(knownOf(run, head, found));
  // Whose a row of the same edit is, and how it stands, is about to be written.
  for (const { row, cells } of guests) known.set(row - FIRST_ROW, { ...known.get(row - FIRST_ROW), ...cells });
  return guests.map(({ row, cells }, i): Notice => {
    const ids = new Map<string, string>();
    const notes = new Map<string, string | null>();
    const said = new Map<DoorMatch, string>();
    // By night only what is compared is given of a row.
    const owner = textIn(cells, 'owner') || textIn(known.get(row - FIRST_ROW) ?? {}, 'owner');
    const isOwn = (match: DoorMatch) => owner !== '' && textIn(known.get(match.row) ?? {}, 'owner') === owner;
    const matches = found[i] ?? [];
    // Of several the own one first: he knows it, and need not ask a colleague.
    const best = byColumn([...matches.filter(isOwn), ...matches.filter((match) => !isOwn(match))]);
    for (const key of only) {
      const match = (cells[key] ?? null) === null ? undefined : best.get(key);
      const label = labelAt(head, key);
      if (match !== undefined) {
        const sentence = sentenceOf(run, table, match, known.get(match.row) ?? {}, isOwn(match));
        ids.set(label, match.id);
        notes.set(key, sentence);
        said.set(match, sentence);
      } else if (isMarked(cells['issue'] ?? null, label)) notes.set(key, null);
    }
    const compared = only.map((key) => labelAt(head, key));
    const likeliest = matches.find((match) => said.has(match));
    const first = (likeliest && said.get(likeliest)) ?? null;
    return { row, issue: markedIssue(cells['issue'] ?? null, compared, ids), notes, first };
  });
}

/** The best match of each column. */
export function byColumn(matches: readonly DoorMatch[]): ReadonlyMap<string, DoorMatch> {
  const found = new Map<string, DoorMatch>();
  for (const match of matches) for (const key of match.same) if (!found.has(key)) found.set(key, match);
  return found;
}

/** Whose records these are and how they stand, by row; one service read for each of few records. */
function knownOf(run: Run, head: Table, found: readonly (readonly DoorMatch[])[]): ReadonlyMap<number, Row> {
  const rows = [...new Set(found.flatMap((matches) => matches.map(({ row }) => row)))];
  if (rows.length <= FEW) return new Map(recordsAt(run, head, rows).map((cells, i) => [rows[i] ?? -1, cells]));
  const owners = readTable(run, 'customers', ['owner', 'sales_status']);
  return new Map(rows.map((row) => [row, recordOf(owners, owners.rows[row] ?? [])]));
}

/** Which record it may be, and whose; the name of another's is masked. */
function sentenceOf(
  run: Run,
  table: Table,
  { id, row }: DoorMatch,
  { owner, sales_status: status }: Row,
  isOwn: boolean,
): string {
  const cells = table.rows[row] ?? [];
  const name = textOf(table, cells, 'name') || textOf(table, cells, 'company');
  return say(run.state?.locale ?? 'zh-CN', {
    code: (owner ?? null) === null ? 'watch.duplicate.pool' : 'watch.duplicate',
    args: { id, name: isOwn ? name : maskName(name), owner: String(owner ?? ''), status: String(status ?? '') },
  });
}

function textIn(cells: Row, key: string): string {
  return String(cells[key] ?? '');
}
