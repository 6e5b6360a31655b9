// What finding and merging may cost: service calls a slice, whatever the size.
import type { ActResult } from '../../src/contract/duplicates-api';
import { addRows, call, EXACT, type Given, type Host, nameOf, newPool, scan } from './pool';

const c = (n: number) => `C-${String(n).padStart(6, '0')}`;

/** Calls of each slice of an act. */
function slices(host: Host, begin: () => ActResult | null): number[] {
  const spent: number[] = [];
  for (let next: ActResult | null | undefined; next === undefined || (next !== null && !next.finished); ) {
    host.resetCalls();
    next = next === undefined ? begin() : call(host, 'resume');
    spent.push(host.calls.reads + host.calls.writes);
    if (spent.length > 100) throw new Error(`no end in sight: ${spent.join(' ')}`);
  }
  return spent;
}

/** `groups` pairs far apart among `rows` customers, each with children; now and then a value no dropdown knows. */
function crowd(rows: number, groups: number): { customers: Given[]; interactions: Given[]; orders: Given[] } {
  const who = Array.from({ length: rows }, (_, i) => i);
  // 7919 is prime: the pairs are all over the sheet.
  for (let k = 0; k < groups; k++) who[((2 * k + 1) * 7919) % rows] = (2 * k * 7919) % rows;
  const customers = who.map(
    (person, i): Given => ({
      customer_id: c(i + 1),
      name: nameOf(person),
      mobile: `+86139${String(10_000_000 + person)}`,
      remark: `备注${i}`,
      created_at: '2026-01-01 09:00',
      gender: i % 500 === 0 ? '不存在' : null,
      u_1: `=B${i + 3}`,
      u_2: i,
    }),
  );
  const children = who.map((_, i) => c(((i * 7919) % rows) + 1));
  return {
    customers,
    interactions: children.map((customer_id, i) => ({ interaction_id: `I-${String(i + 1).padStart(6, '0')}`, customer_id })),
    orders: children
      .slice(0, rows / 2)
      .map((customer_id, i) => ({ line_id: `L-${String(i + 1).padStart(6, '0')}`, customer_id })),
  };
}

test.each([
  ['a few groups', 300, 12],
  ['hundreds of groups', 4_000, 400],
])(
  '%s',
  (_title, rows, groups) => {
    const host = newPool();
    const { customers, interactions, orders } = crowd(rows, groups);
    addRows(host, 'customers', customers);
    addRows(host, 'interactions', interactions);
    addRows(host, 'orders', orders);
    host.resetCalls();
    const found = scan(host);
    expect(host.calls.reads + host.calls.writes).toBeLessThanOrEqual(10);
    expect(found.counts.exact).toBeGreaterThanOrEqual(groups - 1);
    const merge = slices(host, () => call(host, 'mergeBatch', EXACT));
    expect(Math.max(...merge)).toBeLessThanOrEqual(40);
    const undo = slices(host, () => call(host, 'undo', { txn: 'X-000001' }));
    expect(Math.max(...undo)).toBeLessThanOrEqual(40);
    expect(scan(host).counts).toEqual(found.counts);
  },
  120_000,
);
