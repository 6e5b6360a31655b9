// What a card says of a customer: badges, the most pressing, and facts, each with its reason where it has one.
import type { Message } from '../../i18n/index';
import { customers } from '../../template/customers';
import { issueMarks } from '../../template/index';
import type { ColumnTemplate, Preset } from '../../template/types';
import { daysBetween } from '../days';
import { isValidOrder } from '../facts/facts';
import { maskPhone } from '../reminders/mask';
import { amountOf, type CardContext, dayIn, optionIn, type Row, sayer, textIn } from './reader';

export interface Badge {
  readonly key: string;
  readonly option: string;
  readonly label: string;
}

export interface Notice {
  readonly tone: 'overdue' | 'today' | 'soon' | 'info';
  readonly message: Message;
  readonly action: string;
}

export interface Fact {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly copy: boolean;
  readonly note: Message | null;
}

/** Days ahead in which something counts as soon; the sheet colours the same ones. */
const SOON = 3;

const columns: Readonly<Record<string, ColumnTemplate>> = customers.columns;

export function badgesOf(row: Row, context: CardContext): Badge[] {
  return ['tier', 'stage', 'sales_status'].flatMap((key) => {
    const { id, label } = optionIn('customers', row, key, context);
    return label === '' ? [] : [{ key, option: id, label }];
  });
}

/** What must be done first; null where nothing presses. */
export function noticeOf(row: Row, complaints: readonly Row[], context: CardContext): Notice | null {
  const { today } = context;
  const open = complaints
    .filter((one) => optionIn('feedback', one, 'kind', context).id === 'complaint' && dayIn(one, 'resolved_on') === null)
    .flatMap((one) => dayIn(one, 'due_on') ?? [])
    .sort()[0];
  if (open !== undefined && open <= today) {
    return { tone: 'overdue', message: { code: 'cardNotice.complaint', args: { day: open } }, action: '' };
  }
  if (textIn(row, 'owner') === '') return { tone: 'info', message: { code: 'cardNotice.pool' }, action: '' };
  if (optionIn('customers', row, 'sales_status', context).id === 'invalid') return null;
  return dueNotice(row, context) ?? recycleNotice(row, context) ?? quietNotice(row, context);
}

function dueNotice(row: Row, { today }: CardContext): Notice | null {
  const day = dayIn(row, 'next_follow_up');
  if (day === null) return null;
  const late = daysBetween(day, today);
  const action = textIn(row, 'next_action');
  const count = Number(row['snooze_count'] ?? 0);
  if (late > 0 && count > 0)
    return { tone: 'overdue', message: { code: 'cardNotice.overdueAgain', args: { n: late, day, count } }, action };
  if (late > 0) return { tone: 'overdue', message: { code: 'cardNotice.overdue', args: { n: late, day } }, action };
  if (late === 0) return { tone: 'today', message: { code: 'cardNotice.today' }, action };
  return late >= -SOON ? { tone: 'soon', message: { code: 'cardNotice.soon', args: { n: -late, day } }, action } : null;
}

function recycleNotice(row: Row, { today }: CardContext): Notice | null {
  const day = dayIn(row, 'recycle_on');
  const left = day === null ? null : daysBetween(today, day);
  if (day === null || left === null || left > SOON) return null;
  return { tone: 'soon', message: { code: 'cardNotice.recycle', args: { n: Math.max(0, left), day } }, action: '' };
}

function quietNotice(row: Row, context: CardContext): Notice | null {
  const { id } = optionIn('customers', row, 'contact_pref', context);
  return id === 'do_not_disturb' ? { tone: 'info', message: { code: 'cardNotice.quiet' }, action: '' } : null;
}

/** Facts in the order they are read; empty ones only of what everybody should know. */
const FACTS = [
  'mobile',
  'phone',
  'email',
  'wechat',
  'other_im',
  'owner',
  'next_follow_up',
  'next_action',
  'last_contact',
  'recycle_on',
  'consent_status',
  'contact_pref',
  'total_spend',
  'level',
  'intent',
  'needs',
  'source',
  'tags',
  'industry',
  'company_size',
  'city',
  'address',
  'birthday',
  'uscc',
  'remark',
  'completeness',
] as const satisfies readonly (keyof typeof customers.columns)[];

const ALWAYS: readonly string[] = ['mobile', 'owner', 'next_follow_up'];
const COPIED: readonly string[] = ['mobile', 'phone', 'email', 'wechat', 'uscc', 'address'];

/** What a card shows beside the row's own cells. */
interface Beside {
  /** The user's own filled columns: label and value. */
  readonly own: readonly (readonly [string, string])[];
  /** The customer's order lines. */
  readonly orders: readonly Row[];
  /** The base currency, asked for only where a line has not been converted. */
  base(): string;
}

export function factsOf(row: Row, preset: Preset, context: CardContext, beside: Beside): Fact[] {
  const facts = FACTS.filter((key) => textIn(row, key) !== '' || ALWAYS.includes(key)).map((key) => {
    const value = shownIn(key, row, context);
    const masked = value !== '' && isMasked(key, row);
    return {
      key,
      label: columns[key]?.label[context.locale] ?? key,
      value: masked ? maskPhone(value) : value,
      copy: COPIED.includes(key) && !masked,
      note: key === 'total_spend' ? spendNote(row, beside, context) : noteOf(key, row, preset, context),
    };
  });
  return [...facts, ...beside.own.map(([label, value]) => ({ key: label, label, value, copy: false, note: null }))];
}

/** Nobody's customer is nobody's to call: his numbers are hidden everywhere but in the sheet. */
function isMasked(key: string, row: Row): boolean {
  return columns[key]?.kind === 'phone' && textIn(row, 'owner') === '';
}

function shownIn(key: string, row: Row, context: CardContext): string {
  const cell = row[key] ?? null;
  if (columns[key]?.kind === 'enum') return optionIn('customers', row, key, context).label;
  if (key === 'completeness') return typeof cell === 'number' ? `${Math.round(cell * 100)} %` : textIn(row, key);
  if (key === 'total_spend') return typeof cell === 'number' ? amountOf(cell, '') : textIn(row, key);
  // A place says little without the one around it.
  if (key === 'city')
    return [textIn(row, 'province'), textIn(row, 'city')]
      .filter((part, at, all) => part !== '' && all.indexOf(part) === at)
      .join(' · ');
  return columns[key]?.kind === 'date' ? textIn(row, key).slice(0, 10) : textIn(row, key);
}

function noteOf(key: string, row: Row, preset: Preset, { today }: CardContext): Message | null {
  const day = dayIn(row, key);
  switch (key) {
    case 'next_follow_up':
    case 'recycle_on':
      return day === null || day < today ? null : { code: 'cardFact.left', args: { n: daysBetween(today, day) } };
    case 'last_contact':
      return day === null ? null : { code: 'cardFact.ago', args: { n: daysBetween(day, today) } };
    case 'consent_status': {
      const since = dayIn(row, 'consent_date');
      return since === null ? null : { code: 'cardFact.since', args: { day: since } };
    }
    case 'owner':
      return textIn(row, 'owner') === '' ? { code: 'cardFact.pool' } : sinceOf(row);
    case 'completeness': {
      const empty = shownEmpty(row, preset);
      return empty === 0 ? null : { code: 'cardFact.empty', args: { n: empty } };
    }
    default:
      return null;
  }
}

/** Of how many orders the total is, and what it leaves out because Settings has no rate for it. */
function spendNote(row: Row, { orders, base }: Beside, context: CardContext): Message | null {
  const n = row['order_count'];
  if (typeof n !== 'number') return null;
  const sums = new Map<string, number>();
  const left = new Set<string>();
  for (const line of orders) {
    const amount = line['amount'];
    if (typeof amount !== 'number' || typeof line['amount_base'] === 'number') continue;
    if (!isValidOrder(optionIn('orders', line, 'status', context).id)) continue;
    const currency = textIn(line, 'currency');
    if (currency === '' || currency === base()) continue;
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
    left.add(textIn(line, 'order_no') || `@${textIn(line, 'line_id')}`);
  }
  if (left.size === 0) return { code: 'cardFact.orders', args: { n } };
  const amounts = [...sums].map(([currency, sum]) => amountOf(sum, currency)).join(' + ');
  return { code: 'cardFact.ordersUnrated', args: { n, amounts, count: left.size } };
}

function sinceOf(row: Row): Message | null {
  const since = dayIn(row, 'claimed_at');
  return since === null ? null : { code: 'cardFact.since', args: { day: since } };
}

/** Columns the line of business shows, people fill and this row has empty. */
function shownEmpty(row: Row, preset: Preset): number {
  return Object.entries(columns).filter(
    ([key, { shown, kept }]) => kept === undefined && (shown === 'all' || shown?.includes(preset)) && textIn(row, key) === '',
  ).length;
}

/** What the row says is wrong in it, an entry each; the short mark of a duplicate as a sentence. */
export function issuesOf(row: Row, context: CardContext): string[] {
  const text = textIn(row, 'issue');
  return text === '' ? [] : text.split(issueMarks.between).map((entry) => sameAs(entry, context));
}

function sameAs(entry: string, context: CardContext): string {
  const [label = '', id, ...rest] = entry.split(issueMarks.duplicate);
  if (id === undefined || rest.length > 0 || !/^[A-Z]+-\d+$/.test(id)) return entry;
  return sayer(context)({ code: 'cardIssue.same', args: { label, id } });
}
