// What happened with the sample's customers: contacts, orders, feedback, for the customers a workbook really has.
import type { Cell, Day } from '../../template/types';
import { type DayType, plusWorkingDays } from '../calendar/workdays';
import { addDays } from '../days';
import { isEffective } from '../facts/facts';
import { type Random, randomOf } from './random';
import { type Naming, nameIn, SELLERS, SERVICE, sampleProducts, sampleTeam } from './team';
import * as words from './words';

/** A customer the records can point at. */
export interface Target {
  readonly id: string;
  readonly name: string;
  /** Name of an active owner, or null: then a seller takes turns. */
  readonly owner: string | null;
}

/** Records by column key, ids aside; options by id, as `{option}`. */
export interface SampleActivity {
  readonly interactions: readonly SampleRecord[];
  readonly orders: readonly SampleRecord[];
  readonly feedback: readonly SampleRecord[];
}

/** An option's id where a label goes in, the rest as it stands. */
export type SampleRecord = Readonly<Record<string, Cell | { readonly option: string }>>;

export interface ActivityOrigin extends Naming {
  readonly seed: number;
  readonly today: Day;
  /** Customers of the sample: three contacts, two order lines and not quite half a feedback for each. */
  readonly size: number;
  /** Working days within which feedback must be settled, by kind and severity. */
  readonly dueDays: (kind: string, severity: string | null) => number | null;
}

const NO_OVERRIDES: ReadonlyMap<string, DayType> = new Map();
const option = (id: string) => ({ option: id });

/** Everything is dated up to today. Without targets there is nothing. */
export function sampleActivity(targets: readonly Target[], origin: ActivityOrigin): SampleActivity {
  const [first, ...others] = targets;
  if (first === undefined) return { interactions: [], orders: [], feedback: [] };
  const random = randomOf(origin.seed + 1);
  const all: readonly [Target, ...Target[]] = [first, ...others];
  return {
    interactions: Array.from({ length: origin.size * 3 }, (_, i) => contact(all[i % all.length] ?? first, i, origin, random)),
    orders: orderLines(all, origin, random),
    feedback: Array.from({ length: Math.round((origin.size * 5) / 12) }, (_, i) => opinion(random.pick(all), i, origin, random)),
  };
}

function contact(target: Target, index: number, origin: ActivityOrigin, random: Random): SampleRecord {
  const { locale, today } = origin;
  const date = addDays(today, -random.below(180));
  const result = random.pick(['reached', 'reached', 'reached', 'no_answer', 'pending', 'refused', 'won']);
  const later = random.chance(20) ? addDays(date, 7 + random.below(14)) : null;
  return {
    customer_id: target.id,
    customer_name: target.name,
    date,
    time: `${String(9 + random.below(9)).padStart(2, '0')}:${random.pick(['00', '10', '30', '45'])}`,
    type: option(random.pick(['call', 'wechat', 'e_mail', 'visit', 'meeting', 'return_visit'])),
    direction: option(random.chance(75) ? 'out' : 'in'),
    summary: random.pick(words.summaries)[locale],
    result: option(result),
    effective: isEffective(result),
    next_follow_up: later,
    next_action: later === null ? null : random.pick(words.nextActions)[locale],
    owner: target.owner ?? sellerName(index, origin),
    duration_min: random.below(45) + 1,
  };
}

/** Two of three customers buy; an order has up to three lines, each another product. */
function orderLines(targets: readonly [Target, ...Target[]], origin: ActivityOrigin, random: Random): SampleRecord[] {
  const buyers = targets.filter((_, i) => i % 3 !== 2);
  const lines: SampleRecord[] = [];
  const wanted = origin.size * 2;
  for (let order = 1; lines.length < wanted; order++) {
    const buyer = buyers[random.below(buyers.length)] ?? targets[0];
    const date = addDays(origin.today, -random.below(300));
    const number = `SO-${date.slice(0, 4)}-${String(order).padStart(4, '0')}`;
    const status = random.pick(['paid', 'shipped', 'done', 'done', 'done', 'pending', 'returned', 'cancelled']);
    const currency = random.pick(['CNY', 'CNY', 'CNY', 'CNY', 'CNY', 'CNY', 'CNY', 'USD', 'HKD', 'EUR']);
    const from = random.below(sampleProducts.length);
    const many = Math.min(1 + random.below(3), wanted - lines.length);
    for (let i = 0; i < many; i++) {
      const product = sampleProducts[(from + i * 3) % sampleProducts.length] ?? sampleProducts[0];
      const qty = 1 + random.below(12);
      lines.push({
        order_no: number,
        customer_id: buyer.id,
        customer_name: buyer.name,
        order_date: date,
        product: nameIn(origin, product),
        qty,
        unit_price: product.price,
        amount: Math.round(product.price * qty * 100) / 100,
        currency,
        status: option(status),
        return_reason: status === 'returned' ? option(random.pick(['quality', 'wrong_item', 'damaged', 'unwanted'])) : null,
        invoice: status === 'done' ? `0${String(31_000_000 + order)}` : null,
        owner: buyer.owner ?? sellerName(order, origin),
      });
    }
  }
  return lines;
}

function opinion(target: Target, index: number, origin: ActivityOrigin, random: Random): SampleRecord {
  const { locale, today } = origin;
  const kind = random.pick(['survey', 'survey', 'complaint', 'request', 'suggestion']);
  const date = addDays(today, -random.below(60));
  const severity = kind === 'complaint' ? random.pick(['high', 'medium', 'low']) : null;
  const status = kind === 'survey' ? 'closed' : random.pick(['new', 'in_progress', 'solved']);
  const within = origin.dueDays(kind, severity);
  const settled = addDays(date, 1 + random.below(4));
  return {
    customer_id: target.id,
    customer_name: target.name,
    date,
    kind: option(kind),
    csat: kind === 'survey' ? 2 + random.below(4) : null,
    nps: kind === 'survey' ? 4 + random.below(7) : null,
    content: random.pick(words.opinions)[locale],
    severity: severity === null ? null : option(severity),
    status: option(status),
    assignee: sampleTeam[SERVICE] === undefined ? null : nameIn(origin, sampleTeam[SERVICE]),
    due_on: within === null ? null : plusWorkingDays(date, within, 'CN', NO_OVERRIDES),
    resolved_on: status === 'solved' ? (settled > today ? today : settled) : null,
    product: index % 2 === 0 ? nameIn(origin, random.pick(sampleProducts)) : null,
  };
}

function sellerName(index: number, naming: Naming): string {
  const seller = sampleTeam[SELLERS[index % SELLERS.length] ?? 1];
  return seller === undefined ? '' : nameIn(naming, seller);
}
