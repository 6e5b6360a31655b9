// Rows in which nothing stands but what the watcher put there: somebody took back what he had pasted, and the row is none any more.
import { daysBetween, isDay } from '../../domain/days';
import { idColumn, initialValues, STAMPS } from '../../domain/entry';
import { customerRefs } from '../../domain/merge/plan';
import { nameByAccount } from '../../gateway/people';
import { kindContext } from '../../gateway/reading';
import type { Run } from '../../gateway/run';
import { cellOf, readTable, tableTemplate } from '../../gateway/table';
import type { Cell } from '../../template/types';
import type { Row, Site } from './record';

/** Days for which a new row may turn out to be none; who erases an older customer's name has not taken back a paste. */
const NEW_FOR = 7;

/** What a new record is given besides its id, its defaults and its owner. */
const GIVEN: readonly string[] = [...STAMPS, 'created_at', 'created_by', 'claimed_at', 'completeness'];

/** Whether a row without a name holds nothing a person typed, and nothing is known to have happened with it. */
export function isBare({ key, run }: Site, row: Row): boolean {
  const created = String(row['created_at'] ?? '').slice(0, 10);
  if (!isDay(created) || daysBetween(created, run.today) > NEW_FOR) return false;
  const template = tableTemplate(key);
  const given = new Set([...GIVEN, idColumn(template)?.key]);
  const rest = Object.entries(row).filter(([one, cell]) => !given.has(one) && !isBlank(cell));
  const initial = initialValues(template, {}, kindContext(run));
  const author = nameByAccount(run);
  const isGiven = ([one, cell]: readonly [string, Cell]) =>
    one === 'owner' ? cell === author(String(row['created_by'] ?? '')) : initial[one] === cell;
  return rest.every(isGiven) && !mentioned(run).has(row[idColumn(template)?.key ?? ''] ?? null);
}

const known = new WeakMap<Run, ReadonlySet<Cell>>();

/** Customers that other sheets hold something of; read once a run, and only where a row would be bare. */
function mentioned(run: Run): ReadonlySet<Cell> {
  let ids = known.get(run);
  if (ids === undefined) {
    const made = customerRefs.filter(({ sheet }) => sheet in (run.state?.sheets ?? {}));
    ids = new Set(
      made.flatMap(({ sheet, column }) => {
        const table = readTable(run, sheet, [column]);
        return table.rows.map((line) => cellOf(table, line, column)).filter((id) => id !== null);
      }),
    );
    known.set(run, ids);
  }
  return ids;
}

/** An unticked box is nothing, and so is a count of nothing. */
function isBlank(cell: Cell): boolean {
  return cell === null || cell === false || cell === 0 || cell === '';
}

/** What such a row is to hold. */
export function nothing({ key }: Site, row: Row): Record<string, Cell> {
  const { columns } = tableTemplate(key);
  return Object.fromEntries(Object.keys(row).flatMap((one) => (one in columns && row[one] !== false ? [[one, null]] : [])));
}
