// Keeps the facts of customers in step with their contacts and orders.

import { runsOf } from '../domain/acts/change';
import { isDay } from '../domain/days';
import { type ContactLine, type Facts, factsOf, type OrderLine } from '../domain/facts/facts';
import { optionOf } from '../domain/kinds/enum';
import { enumsInForce } from '../gateway/options';
import type { Run } from '../gateway/run';
import { cellOf, FIRST_ROW, readTable, type Table, textOf, writeBlock } from '../gateway/table';
import type { Cell, Day } from '../template/types';

/**
 * Works out last contact and order totals of these customers anew and writes them. Call under the lock, after the contacts and orders
 * were written. Only these customers' cells are written, where they stand at that moment: three service reads a column, and one write
 * for each run of neighbouring rows.
 */
export function refreshFacts(run: Run, customers: ReadonlySet<string>): void {
  const facts = factsOf(readContacts(run), readOrders(run));
  const columns: Readonly<Record<string, (known: Facts | undefined) => Cell>> = {
    last_contact: (known) => known?.lastContact ?? null,
    order_count: (known) => known?.orderCount ?? 0,
    total_spend: (known) => known?.totalSpend ?? 0,
    last_order: (known) => known?.lastOrder ?? null,
  };
  for (const [key, fact] of Object.entries(columns)) {
    const table = readTable(run, 'customers', ['customer_id']);
    const column = table.columns.get(key);
    if (column === undefined) continue;
    const touched = table.rows.flatMap((row, at) => {
      const id = textOf(table, row, 'customer_id');
      return customers.has(id) ? [{ at, value: fact(facts.get(id)) }] : [];
    });
    for (const rows of runsOf(touched)) {
      const from = FIRST_ROW + (rows[0]?.at ?? 0);
      writeBlock(
        table.sheet,
        from,
        column + 1,
        rows.map(({ value }) => [value]),
      );
    }
  }
}

function readContacts(run: Run): ContactLine[] {
  const table = readTable(run, 'interactions', ['customer_id', 'date', 'result']);
  const results = enumsInForce(run)['result'];
  return table.rows.map((row) => ({
    customer: textOf(table, row, 'customer_id'),
    date: dayOf(table, row, 'date'),
    result: (results && optionOf(results, textOf(table, row, 'result'))?.id) ?? '',
  }));
}

function readOrders(run: Run): OrderLine[] {
  const table = readTable(run, 'orders', ['order_no', 'customer_id', 'order_date', 'amount_base', 'status']);
  const statuses = enumsInForce(run)['order_status'];
  return table.rows.map((row) => {
    const amount = cellOf(table, row, 'amount_base');
    return {
      customer: textOf(table, row, 'customer_id'),
      orderNo: textOf(table, row, 'order_no'),
      date: dayOf(table, row, 'order_date'),
      status: (statuses && optionOf(statuses, textOf(table, row, 'status'))?.id) ?? '',
      amountBase: typeof amount === 'number' ? amount : null,
    };
  });
}

function dayOf(table: Table, row: readonly Cell[], key: string): Day | null {
  // Who pasted an hour with the day means the day all the same.
  const day = textOf(table, row, key).slice(0, 10);
  return isDay(day) ? day : null;
}
