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

/** Minutes in which who empties a new row takes back what he pasted; later he empties a customer, and may be about to name him anew. */
const MOMENT = 10;
/** Days for which the night takes a row that still stands so for none; an older one is a customer who has lost his name. */
const NEW_FOR = 1;

/** What a new record is given besides its id, its defaults and its owner. */
const GIVEN: readonly string[] = [...STAMPS, 'created_at', 'created_by', 'claimed_at', 'completeness'];

/**
 * Whether a row without a name is none: it is new, holds nothing a person typed, and nothing is known to have happened with it.
 * @param cells all of the row, also those of columns without a key
 * @param isNight it stood so when nobody was at it
 */
export function isBare({ key, run, table }: Site, cells: readonly Cell[], row: Row, isNight: boolean): boolean {
  if (!(isNight ? isNewAtNight(run, row) : minutesSince(run, row['created_at']) <= MOMENT)) return false;
  const ours = new Set(table.columns.values());
  if (!cells.every((cell, at) => ours.has(at) || cell === null || cell === false)) return false;
  const template = tableTemplate(key);
  const given = new Set([...GIVEN, idColumn(template)?.key]);
  // An unticked box is nothing; a nought is nothing where the script counts, and somebody's word elsewhere.
  const isBlank = ([one, cell]: readonly [string, Cell]) =>
    cell === false || (cell === 0 && template.columns[one]?.kept === 'script');
  const rest = Object.entries(row).filter((entry) => !given.has(entry[0]) && !isBlank(entry));
  const initial = initialValues(template, {}, kindContext(run));
  const author = nameByAccount(run);
  const isGiven = ([one, cell]: readonly [string, Cell]) =>
    one === 'owner' ? cell === author(String(row['created_by'] ?? '')) : initial[one] === cell;
  return rest.every(isGiven) && !mentioned(run).has(row[idColumn(template)?.key ?? ''] ?? null);
}

function isNewAtNight(run: Run, { created_at, updated_at }: Row): boolean {
  const created = String(created_at ?? '').slice(0, 10);
  return isDay(created) && daysBetween(created, run.today) <= NEW_FOR && minutesSince(run, updated_at) > MOMENT;
}

/** NaN for what is no stamp. */
function minutesSince({ stamp }: Run, then: Cell | undefined): number {
  const [from, to] = [String(then ?? ''), stamp].map(
    (text) => [text.slice(0, 10), text.slice(11, 13), text.slice(14, 16)] as const,
  );
  if (from === undefined || to === undefined || !isDay(from[0])) return Number.NaN;
  return daysBetween(from[0], to[0]) * 1_440 + (Number(to[1]) - Number(from[1])) * 60 + Number(to[2]) - Number(from[2]);
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

/** What such a row is to hold. */
export function nothing({ key }: Site, row: Row): Record<string, Cell> {
  const { columns } = tableTemplate(key);
  return Object.fromEntries(Object.keys(row).flatMap((one) => (one in columns && row[one] !== false ? [[one, null]] : [])));
}
