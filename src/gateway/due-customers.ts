// Customers as far as reminders need them, and the team's own calendar.
import { type DayType, overrideKey } from '../domain/calendar/workdays';
import { isDay } from '../domain/days';
import { optionOf } from '../domain/kinds/enum';
import type { DueCustomer } from '../domain/reminders/due';
import { enumsInForce } from './options';
import type { Run } from './run';
import { cellOf, FIRST_ROW, findMade, readTable, textOf } from './table';

/** Where they stand close together; the two far to the right are read by themselves (rulings 2). */
const NEAR = [
  'customer_id',
  'name',
  'company',
  'mobile',
  'phone',
  'email',
  'wechat',
  'owner',
  'tier',
  'sales_status',
  'next_follow_up',
  'next_action',
];

/** All customers with an id. Nine service reads and the options, whatever their number. */
export function readDueCustomers(run: Run): DueCustomer[] {
  const table = readTable(run, 'customers', NEAR);
  const values = readTable(run, 'customers', ['value_score']);
  const samples = readTable(run, 'customers', ['is_sample']);
  const { tier, sales_status: status } = enumsInForce(run);
  const customers: DueCustomer[] = [];
  table.rows.forEach((row, i) => {
    const text = (key: string) => textOf(table, row, key);
    if (text('customer_id') === '') return;
    // Who pasted an hour with the day means the day all the same.
    const next = text('next_follow_up').slice(0, 10);
    customers.push({
      id: text('customer_id'),
      row: FIRST_ROW + i,
      name: text('name') || text('company'),
      company: text('company'),
      owner: text('owner'),
      tier: (tier && optionOf(tier, text('tier'))?.id) ?? text('tier'),
      status: (status && optionOf(status, text('sales_status'))?.id) ?? text('sales_status'),
      nextFollowUp: isDay(next) ? next : null,
      nextAction: text('next_action'),
      mobile: text('mobile'),
      phone: text('phone'),
      wechat: text('wechat'),
      email: text('email'),
      value: Number(cellOf(values, values.rows[i] ?? [], 'value_score') ?? 0) || 0,
      sample: cellOf(samples, samples.rows[i] ?? [], 'is_sample') === true,
    });
  });
  return customers;
}

/** Days the team declared off or working in its Calendar sheet; none before that sheet is made. */
export function readCalendar(run: Run): ReadonlyMap<string, DayType> {
  const overrides = new Map<string, DayType>();
  if (findMade(run, 'calendar') === null) return overrides;
  const table = readTable(run, 'calendar');
  const { day_type: types } = enumsInForce(run);
  for (const row of table.rows) {
    const day = textOf(table, row, 'date');
    const type = types && optionOf(types, textOf(table, row, 'day_type'))?.id;
    if (isDay(day) && (type === 'off' || type === 'work')) overrides.set(overrideKey(textOf(table, row, 'region'), day), type);
  }
  return overrides;
}
