// One timeline of a customer: contacts, orders, feedback and changes, newest first.
import { customers } from '../../template/customers';
import type { Cell, Day } from '../../template/types';
import { compareIds } from '../acts/rows';
import { amountOf, type CardContext, dayIn, optionIn, type Row, sayer, textIn } from './reader';

export interface Entry {
  readonly kind: 'interaction' | 'order' | 'feedback' | 'change';
  readonly id: string;
  readonly day: Day;
  readonly title: string;
  readonly details: readonly string[];
}

/** Rows of one customer, by the sheet they stand in. */
export interface History {
  readonly interactions: readonly Row[];
  readonly orders: readonly Row[];
  readonly feedback: readonly Row[];
  readonly moves: readonly Row[];
}

/** @returns everything that has a day, newest first; of one day what was entered last comes first */
export function timelineOf(customer: Row, history: History, context: CardContext): Entry[] {
  const dated = [
    ...history.interactions.map((row) => contactEntry(row, context)),
    ...ordersOf(history.orders).map((lines) => orderEntry(lines, context)),
    ...history.feedback.map((row) => feedbackEntry(row, context)),
    ...history.moves.map((row) => moveEntry(row, context)),
    changedEntry(customer, context),
    consentEntry(customer, context),
    createdEntry(customer, context),
  ].filter((entry): entry is Entry => entry.day !== null);
  return dated.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : compareIds(b.id, a.id)));
}

/** An entry whose day may not be readable; such a one is counted nowhere. */
type Undated = Omit<Entry, 'day'> & { readonly day: Day | null };

function contactEntry(row: Row, context: CardContext): Undated {
  const say = sayer(context);
  const option = (key: string) => optionIn('interactions', row, key, context).label;
  const minutes = row['duration_min'];
  const details = [
    option('type'),
    option('result'),
    typeof minutes === 'number' ? say({ code: 'cardLine.minutes', args: { minutes } }) : '',
    textIn(row, 'owner'),
  ];
  return {
    kind: 'interaction',
    id: textIn(row, 'interaction_id'),
    day: dayIn(row, 'date'),
    title: textIn(row, 'summary') || option('type'),
    details: filled(details),
  };
}

/** Order lines by their order, in the order they stand; a line without a number is an order of its own. */
function ordersOf(lines: readonly Row[]): (readonly [Row, ...Row[]])[] {
  const orders = new Map<string, [Row, ...Row[]]>();
  for (const line of lines) {
    const key = textIn(line, 'order_no') || `@${textIn(line, 'line_id')}`;
    const known = orders.get(key);
    if (known === undefined) orders.set(key, [line]);
    else known.push(line);
  }
  return [...orders.values()];
}

function orderEntry(lines: readonly [Row, ...Row[]], context: CardContext): Undated {
  const [first] = lines;
  const sums = new Map<string, number>();
  for (const line of lines) {
    const amount: Cell = line['amount'] ?? null;
    if (typeof amount === 'number') {
      const currency = textIn(line, 'currency');
      sums.set(currency, (sums.get(currency) ?? 0) + amount);
    }
  }
  const amounts = [...sums].map(([currency, sum]) => amountOf(sum, currency)).join(' + ');
  const statuses = new Set(lines.map((line) => optionIn('orders', line, 'status', context).label));
  const products = lines.map((line) => [textIn(line, 'product'), textIn(line, 'qty')].filter((part) => part !== '').join(' × '));
  const days = lines.map((line) => dayIn(line, 'order_date')).filter((day) => day !== null);
  return {
    kind: 'order',
    id: textIn(first, 'line_id'),
    day: days.sort()[0] ?? null,
    title: filled([
      sayer(context)({ code: 'cardLine.order', args: { order: textIn(first, 'order_no') } }),
      amounts,
      ...statuses,
    ]).join(' · '),
    details: filled([products.filter((product) => product !== '').join('; '), textIn(first, 'owner')]),
  };
}

function feedbackEntry(row: Row, context: CardContext): Undated {
  const say = sayer(context);
  const option = (key: string) => optionIn('feedback', row, key, context).label;
  const score = (key: 'csat' | 'nps') => {
    const points = row[key];
    return typeof points === 'number' ? say({ code: `cardLine.${key}`, args: { points } }) : '';
  };
  const due = dayIn(row, 'due_on');
  const open = dayIn(row, 'resolved_on') === null && due !== null;
  return {
    kind: 'feedback',
    id: textIn(row, 'feedback_id'),
    day: dayIn(row, 'date'),
    title: textIn(row, 'content') || option('kind'),
    details: filled([
      option('kind'),
      option('severity'),
      option('status'),
      score('csat'),
      score('nps'),
      open ? say({ code: 'cardLine.due', args: { day: due } }) : '',
      textIn(row, 'assignee'),
    ]),
  };
}

function moveEntry(row: Row, context: CardContext): Undated {
  const between = filled([textIn(row, 'from') || '—', textIn(row, 'to') || '—']).join(' → ');
  return {
    kind: 'change',
    id: textIn(row, 'move_id'),
    day: dayIn(row, 'day') ?? dayIn(row, 'at'),
    title: `${optionIn('moves', row, 'kind', context).label} · ${between}`,
    details: filled([textIn(row, 'reason'), textIn(row, 'by')]),
  };
}

/** The first thing that is known of every customer. */
function createdEntry(row: Row, context: CardContext): Undated {
  const source = optionIn('customers', row, 'source', context).label;
  return {
    kind: 'change',
    id: textIn(row, 'customer_id'),
    day: dayIn(row, 'created_at'),
    title: sayer(context)({ code: 'cardLine.created' }),
    details: filled([source, textIn(row, 'created_by')]),
  };
}

/** The last change of what is known of him, unless he was entered that day. */
function changedEntry(row: Row, context: CardContext): Undated {
  const day = dayIn(row, 'updated_at');
  return {
    kind: 'change',
    id: `${textIn(row, 'customer_id')} updated_at`,
    day: day === dayIn(row, 'created_at') ? null : day,
    title: sayer(context)({ code: 'cardLine.changed' }),
    details: filled([textIn(row, 'updated_by')]),
  };
}

/** Since when he may be written to, or may not. */
function consentEntry(row: Row, context: CardContext): Undated {
  const option = (key: 'consent_status' | 'consent_channel') => optionIn('customers', row, key, context).label;
  return {
    kind: 'change',
    id: `${textIn(row, 'customer_id')} consent_date`,
    day: dayIn(row, 'consent_date'),
    title: filled([customers.columns.consent_status.label[context.locale], option('consent_status')]).join(' · '),
    details: filled([option('consent_channel')]),
  };
}

function filled(parts: readonly string[]): string[] {
  return parts.filter((part) => part !== '');
}
