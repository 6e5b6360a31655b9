// How a file means 3/4/24: known when other days of the same column can be read in one way only.
import type { ColumnTemplate } from '../../template/types';
import { dayForm } from '../kinds/day-forms';
import { type DateOrder, type KindContext, kindOf } from '../kinds/index';
import { plain } from '../text';
import type { SourceRecord } from './csv';
import type { MappedColumn } from './row-plan';
import { cellText } from './survey';

/** Days of one order it takes to be sure, and how many of them one of another order outweighs. */
const ENOUGH = 2;
const AGAINST_ONE = 20;

/** Only days written in numbers with the year last have an order to find. */
const NUMERIC = /^\s*\S{1,2}\s*[-/.]\s*\S{1,2}\s*[-/.]/;

/**
 * The order of each column that needs one, by 0-based file column. A column with no telling day has none: its ambiguous days are set
 * aside, never guessed.
 */
export function dateOrders(
  records: readonly SourceRecord[],
  mapping: readonly MappedColumn[],
  columns: Readonly<Record<string, ColumnTemplate>>,
  context: KindContext,
): ReadonlyMap<number, DateOrder> {
  const orders = new Map<number, DateOrder>();
  for (const { index, key } of mapping) {
    const column = key === null ? undefined : columns[key];
    if (column === undefined) continue;
    const values = [...new Set(records.map(({ cells }) => cellText(cells[index] ?? '')))].filter((value) => NUMERIC.test(value));
    const asks = values.some((value) => {
      const reading = kindOf(column).parse(value, column, context);
      return !reading.ok && reading.reason.code === 'kind.date.ambiguous';
    });
    const order = asks ? orderOf(values) : null;
    if (order !== null) orders.set(index, order);
  }
  return orders;
}

function orderOf(values: readonly string[]): DateOrder | null {
  const counts = new Map<DateOrder, number>();
  for (const value of values) {
    // The century does not matter: only which number can be a month does.
    const found = dayForm(plain(value), (year) => 2000 + year);
    if (found.form === 'day' && found.order !== undefined) counts.set(found.order, (counts.get(found.order) ?? 0) + 1);
  }
  const [best, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (best === undefined || best[1] < ENOUGH || (second?.[1] ?? 0) * AGAINST_ONE > best[1]) return null;
  return best[0];
}
