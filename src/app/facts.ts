// Keeps the facts of customers in step with their contacts and orders.

import { isDay } from '../domain/days';
import { type ContactLine, factsOf, type OrderLine } from '../domain/facts/facts';
import { optionOf } from '../domain/kinds/enum';
import { enumsInForce } from '../gateway/options';
import type { Run } from '../gateway/run';
import { cellOf, FIRST_ROW, readTable, type Table, textOf, writeBlock } from '../gateway/table';
import type { Cell, Day } from '../template/types';

/**
 * Works out last contact and order totals of these customers anew and writes the columns that hold them. Call under the lock, after
 * the contacts and orders were written. Four service writes, whatever the number of customers.
 */
export function refreshFacts(run: Run, customers: ReadonlySet<string>): void {
  const facts = factsOf(readContacts(run), readOrders(run));
  const ids = readTable(run, 'customers', ['customer_id']);
  const write = (key: string, fact: (id: string) => Cell) => {
    const table = readTable(run, 'customers', [key]);
    const column = table.columns.get(key);
    if (column === undefined || ids.rows.length === 0) return;
    const values = ids.rows.map((row, i) => {
      const id = textOf(ids, row, 'customer_id');
      return [customers.has(id) ? fact(id) : cellOf(table, table.rows[i] ?? [], key)];
    });
    writeBlock(table.sheet, FIRST_ROW, column + 1, values);
  };
  write('last_contact', (id) => facts.get(id)?.lastContact ?? null);
  write('order_count', (id) => facts.get(id)?.orderCount ?? 0);
  write('total_spend', (id) => facts.get(id)?.totalSpend ?? 0);
  write('last_order', (id) => facts.get(id)?.lastOrder ?? null);
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
  const day = textOf(table, row, key);
  return isDay(day) ? day : null;
}
