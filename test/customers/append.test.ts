// Somebody begins a row below the last while a record is being added: his row stays, and the record goes below it.
import type { Host } from '../../local/host/index';
import type { TableKey } from '../../src/template/index';
import { cellOf } from '../acts/pool';
import { followPool, logOf, RAN } from '../follow-up/pool';
import { BOSS, call, recordsIn, tabOf } from '../reminders/pool';
import { FIRST } from './pool';

jest.setTimeout(120_000);

const TYPED = '刚打的一行';

interface Adding {
  readonly sheet: TableKey;
  /** Typed into. */
  readonly column: string;
  readonly id: string;
  readonly act: (host: Host) => void;
  /** What the record holds. */
  readonly added: Readonly<Record<string, unknown>>;
}

const adding: readonly (readonly [string, Adding])[] = [
  [
    'a new customer',
    {
      sheet: 'customers',
      column: 'needs',
      id: 'customer_id',
      act: (host) => {
        const { values } = call(host, 'customerForm', { id: null });
        const filled = { ...values, name: '新客户', mobile: '13900001357', source: '展会' };
        const request = { id: null, base: values, values: filled, reason: '', reasonFor: [], token: 'n' };
        const saved = call(host, 'saveCustomer', request);
        const [, , ...rows] = host.values(tabOf(host, 'customers'));
        if (saved.outcome !== 'saved') throw new Error(saved.outcome);
        expect(rows[saved.row - FIRST]?.[0]).toBe(saved.id);
      },
      added: { name: '新客户', mobile: '+8613900001357', source: '展会', created_by: RAN },
    },
  ],
  [
    'a contact',
    {
      sheet: 'interactions',
      column: 'summary',
      id: 'interaction_id',
      act: (host) => void call(host, 'logContact', logOf()),
      added: { customer_id: 'C-000001', summary: '报价已收到，周五前给答复', created_by: RAN },
    },
  ],
  [
    'an order line',
    {
      sheet: 'orders',
      column: 'product',
      id: 'line_id',
      act: (host) => {
        const values = {
          order_no: 'SO-1',
          order_date: '2026-03-10',
          product: '标准版',
          qty: '2',
          amount: '100',
          currency: 'CNY',
        };
        call(host, 'saveEntry', { sheet: 'orders', customer: 'C-000001', values: { ...values, status: '已付款' }, token: 'o' });
      },
      added: { customer_id: 'C-000001', product: '标准版', created_by: RAN },
    },
  ],
];

function typeBelow(host: Host, { sheet, column }: Adding): void {
  host.as(BOSS).edit(cellOf(host, sheet, FIRST + recordsIn(host, sheet).length, column), TYPED);
}

test.each(adding)('%s, and somebody types into the first blank row before any of its writes', (_title, added) => {
  const host = followPool();
  const from = host.snapshot();
  const lost: number[] = [];
  for (let write = 1; ; write++) {
    host.restore(from).as(RAN);
    host.resetCalls();
    let typed = false;
    host.before(write, () => {
      typed = true;
      typeBelow(host, added);
    });
    added.act(host);
    if (!typed) {
      expect(write).toBeGreaterThan(4);
      break;
    }
    const records = recordsIn(host, added.sheet);
    const kept = records.some((record) => record[added.column] === TYPED);
    if (!kept) lost.push(write);
    const ids = records.flatMap((record) => record[added.id] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(records.filter((record) => Object.entries(added.added).every(([key, value]) => record[key] === value))).toHaveLength(
      1,
    );
  }
  // The write of the row itself: nothing lies between it and the look for the last row.
  expect(lost.length).toBeLessThanOrEqual(1);
});

test('he takes the last row of the sheet: the record gets another', () => {
  const host = followPool().as(BOSS);
  const tab = tabOf(host, 'interactions');
  const rows = host.book.sheets.find(({ name }) => name === tab)?.maxRows ?? 0;
  host.deleteRows(tab, FIRST + 1, rows - FIRST);
  host.as(RAN).resetCalls();
  host.before(2, () => host.as(BOSS).edit(cellOf(host, 'interactions', FIRST, 'summary'), TYPED));
  call(host, 'logContact', logOf());
  expect(recordsIn(host, 'interactions').map(({ summary }) => summary)).toEqual([TYPED, '报价已收到，周五前给答复']);
});
