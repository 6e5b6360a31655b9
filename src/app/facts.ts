// Keeps the facts of customers in step with their contacts and orders, and what script adds to the rows of those.

import { isDay } from '../domain/days';
import { completenessOf } from '../domain/facts/completeness';
import {
  type ContactLine,
  factsOf,
  isCopied,
  isEffective,
  type NextContact,
  newestContacts,
  type OrderLine,
} from '../domain/facts/facts';
import { orderAmounts } from '../domain/facts/order-line';
import { readRates } from '../domain/facts/rates';
import { changed, snoozedNoMore } from '../domain/follow-up/contact';
import { isNamed, issueText, revisedIssue } from '../domain/issues';
import { judgedWith, judgeRecord } from '../domain/record/judge';
import { labelInForce, optionId } from '../gateway/options';
import { kindContext } from '../gateway/reading';
import { type CellsOf, type Found, readRecords, writeMany } from '../gateway/records';
import type { Run } from '../gateway/run';
import { settingsOf } from '../gateway/settings';
import { FIRST_ROW, labelAt, readTable, recordOf, type Table, tableTemplate, textOf } from '../gateway/table';
import { customers as template } from '../template/customers';
import type { Cell, Day } from '../template/types';

type Row = Readonly<Record<string, Cell>>;

/** Sheets whose rows facts follow from. */
type Source = 'interactions' | 'orders';

interface Refresh {
  /** Which of them were touched; the others are not read. */
  readonly of?: readonly Source[];
  /** Whether next date and status of the customers follow from the contacts; those of the sample come with their own. */
  readonly follow?: boolean;
}

/**
 * Works out anew what follows from the contacts and orders of these customers, and writes what differs: last contact, next date, order
 * totals and completeness of the customers; names, effective flags and amounts of the rows. Call under the lock, after the rows were
 * written. Ten service reads at most, besides options, settings and products; a write for each run of neighbouring cells that differ.
 * @returns customers left as they were in part, because they are closed to this account
 */
export function refreshFacts(
  run: Run,
  customers: ReadonlySet<string>,
  { of = ['interactions', 'orders'], follow = true }: Refresh = {},
): number {
  const found = readRecords(run, 'customers', customers);
  const known = new Map(found.map((one) => [String(one.cells['customer_id']), one]));
  const contacts = of.includes('interactions') ? refreshContacts(run, known) : null;
  const orders = of.includes('orders') ? refreshOrders(run, known) : null;
  const facts = factsOf(contacts ?? [], orders ?? []);
  const copied = contacts === null || !follow ? new Map<string, Row>() : copiedDays(run, known, contacts);
  // Of many, facts that are as they were are written too: one block costs less than the gaps in it.
  const differing = found.length > MANY ? (_: Row, after: Row) => after : changed;
  const changes = found.flatMap((one): CellsOf[] => {
    const id = String(one.cells['customer_id']);
    const fact = facts.get(id);
    const values = differing(one.cells, {
      ...(contacts === null ? {} : afterContacts(run, one.cells, fact?.lastContact ?? null, follow)),
      ...copied.get(id),
      ...(orders === null
        ? {}
        : { order_count: fact?.orderCount ?? 0, total_spend: fact?.totalSpend ?? 0, last_order: fact?.lastOrder ?? null }),
    });
    const record = { ...one.cells, ...values };
    const issue = settledIssue(run, one.table, record, Object.keys(values));
    const completeness = completenessIn(run, one.table, { ...record, issue });
    const all = { ...values, ...changed(one.cells, { issue }), ...differing(one.cells, { completeness }) };
    return Object.keys(all).length === 0 ? [] : [{ ...one, values: all }];
  });
  return writeMany(standing(run, changes));
}

/** The customers who still stand where they were read; the nightly look sees to the others. One service read. */
function standing(run: Run, changes: readonly CellsOf[]): readonly CellsOf[] {
  if (changes.length === 0) return changes;
  const ids = readTable(run, 'customers', ['customer_id']);
  return changes.filter(({ row, cells }) => textOf(ids, ids.rows[row - FIRST_ROW] ?? [], 'customer_id') === cells['customer_id']);
}

/** Customers beyond which facts are written in whole blocks. */
const MANY = 20;

/** The last effective contact; a newer one than known ends the snoozing, and the first one makes a customer somebody is in touch with. */
function afterContacts(run: Run, customer: Row, last: Day | null, follow: boolean): Row {
  const known = String(customer['last_contact'] ?? '').slice(0, 10);
  if (last === null || last <= known || !follow) return { last_contact: last };
  const isFirst = optionId(run, 'sales_status', customer['sales_status']) === 'todo';
  return {
    last_contact: last,
    ...snoozedNoMore(customer),
    ...(isFirst && { sales_status: labelInForce(run, 'sales_status', 'contacting'), status_since: last }),
  };
}

/** What is read of a contact and of an order line. */
const CONTACT = ['customer_id', 'customer_name', 'date', 'result', 'effective', 'next_follow_up', 'next_action'];
const ORDER = [
  'order_no',
  'customer_id',
  'customer_name',
  'order_date',
  'product',
  'qty',
  'unit_price',
  'amount',
  'currency',
  'amount_base',
  'status',
];

interface Contact extends ContactLine, NextContact {
  readonly index: number;
}

/** Reads the contacts, and writes what script keeps in those of these customers. */
function refreshContacts(run: Run, customers: ReadonlyMap<string, Found>): Contact[] {
  const table = readTable(run, 'interactions', CONTACT);
  const contacts: Contact[] = [];
  const changes: CellsOf[] = [];
  table.rows.forEach((cells, index) => {
    const customer = customers.get(textOf(table, cells, 'customer_id'));
    if (customer === undefined) return;
    const row = recordOf(table, cells);
    const result = optionId(run, 'result', row['result']);
    contacts.push({
      index,
      customer: String(row['customer_id']),
      date: dayIn(row, 'date'),
      result,
      nextFollowUp: dayIn(row, 'next_follow_up'),
      nextAction: row['next_action'] === undefined ? null : String(row['next_action']),
    });
    const values = changed(
      { ...row, effective: row['effective'] === true },
      { customer_name: nameOf(customer), effective: isEffective(result) },
    );
    if (Object.keys(values).length > 0) changes.push({ table, row: FIRST_ROW + index, cells: row, values });
  });
  writeMany(changes);
  return contacts;
}

/** Next date and action of the newest contacts, by customer, where they take the place of those that stand. */
function copiedDays(run: Run, customers: ReadonlyMap<string, Found>, contacts: readonly Contact[]): ReadonlyMap<string, Row> {
  const open = [...newestContacts(contacts).values()].filter(({ customer, nextFollowUp }) => {
    const standing = customers.get(customer)?.cells ?? {};
    return nextFollowUp !== null && nextFollowUp !== dayIn(standing, 'next_follow_up');
  });
  if (open.length === 0) return new Map();
  const entered = stampsOf(run);
  return new Map(
    open.flatMap((contact): [string, Row][] => {
      const standing = customers.get(contact.customer)?.cells ?? {};
      const { nextFollowUp: day, nextAction } = contact;
      const touched = String(standing['updated_at'] ?? '');
      if (day === null || !isCopied(day, dayIn(standing, 'next_follow_up'), entered(contact), touched)) return [];
      return [[contact.customer, { next_follow_up: day, ...(nextAction !== null && { next_action: nextAction }) }]];
    }),
  );
}

/** When contacts were entered, in one service read more than their table took. */
function stampsOf(run: Run): (contact: Contact) => string {
  const table = readTable(run, 'interactions', ['created_at', 'updated_at']);
  return ({ index, date }) => {
    const row = recordOf(table, table.rows[index] ?? []);
    return String(row['updated_at'] ?? row['created_at'] ?? date ?? '');
  };
}

/** Reads the order lines, and writes what script keeps in those of these customers. */
function refreshOrders(run: Run, customers: ReadonlyMap<string, Found>): OrderLine[] {
  const table = readTable(run, 'orders', ORDER);
  const lines: OrderLine[] = [];
  const changes: CellsOf[] = [];
  const setting = settingsOf(run);
  const money = {
    base: String(setting('general.base_currency')),
    rates: readRates(String(setting('general.rates') ?? '')),
    priceOf: pricesOf(run),
  };
  table.rows.forEach((cells, index) => {
    const customer = customers.get(textOf(table, cells, 'customer_id'));
    if (customer === undefined) return;
    const row = recordOf(table, cells);
    const values = { ...changed(row, { customer_name: nameOf(customer) }), ...orderAmounts(row, money) };
    if (Object.keys(values).length > 0) changes.push({ table, row: FIRST_ROW + index, cells: row, values });
    const amount = { ...row, ...values }['amount_base'] ?? null;
    lines.push({
      customer: String(row['customer_id']),
      orderNo: String(row['order_no'] ?? ''),
      date: dayIn(row, 'order_date'),
      status: optionId(run, 'order_status', row['status']),
      amountBase: typeof amount === 'number' ? amount : null,
    });
  });
  writeMany(changes);
  return lines;
}

/** List prices by product, read when a line first asks for one. */
function pricesOf(run: Run): (product: string) => number | null {
  let held: ReadonlyMap<string, number> | null = null;
  return (product) => {
    if (held === null) {
      const table = readTable(run, 'products');
      held = new Map(
        table.rows.flatMap((cells): [string, number][] => {
          const { name, price } = recordOf(table, cells);
          return typeof price === 'number' ? [[String(name), price]] : [];
        }),
      );
    }
    return held.get(product) ?? null;
  };
}

/** How full a customer's row is; what its issues call unreadable counts as empty. */
export function completenessIn(run: Run, table: Table, record: Row): number {
  const issue = String(record['issue'] ?? '');
  const bad = issue === '' ? [] : Object.keys(template.columns).filter((key) => isNamed(issue, labelAt(table, key)));
  return completenessOf(template.columns, run.state?.preset ?? 'b2b', record, new Set(bad));
}

/** A customer's issues after script changed some of his cells: what was said of those is judged anew. */
export function settledIssue(run: Run, table: Table, record: Row, keys: readonly string[]): Cell {
  const text = String(record['issue'] ?? '');
  if (text === '' || keys.length === 0) return record['issue'] ?? null;
  const rules = tableTemplate('customers');
  const found = judgeRecord(rules, record, kindContext(run, record), { touched: keys });
  const label = (key: string) => labelAt(table, key);
  return revisedIssue(text, {
    judged: judgedWith(rules, keys).map(label),
    settled: [],
    found: issueText(found, label, run.state?.locale ?? 'zh-CN'),
  });
}

function nameOf({ cells }: Found): Cell {
  return cells['name'] ?? cells['company'] ?? null;
}

function dayIn(row: Row, key: string): Day | null {
  // Who pasted an hour with the day means the day all the same.
  const day = String(row[key] ?? '').slice(0, 10);
  return isDay(day) ? day : null;
}
