// What holds of a merge whatever the records say: nothing is lost unseen, and the order of rows decides nothing.
import fc from 'fast-check';
import { planMerge } from '../../../src/domain/merge/plan';
import { isPeoples } from '../../../src/domain/merge/record';
import { customers } from '../../../src/template/customers';
import type { Cell } from '../../../src/template/types';
import { customerKeys, type Given, merging, only } from './pool';

const texts = fc.constantFrom(null, '甲', '乙', 'a; b', '一台样机', '=1+1');
const anyCustomer = fc.record(
  Object.fromEntries(
    customerKeys
      .filter((key) => !['customer_id', 'owner', 'is_sample'].includes(key))
      .map((key): [string, fc.Arbitrary<Cell>] => {
        const column = customers.columns[key as keyof typeof customers.columns];
        if (column.kind === 'phone')
          return [key, fc.constantFrom(null, '+8613900000001', '+8613900000002', '139 0000 0001', '+86 10 65529988')];
        if (column.kind === 'date') return [key, fc.constantFrom(null, '2026-01-01', '2026-12-01')];
        if (column.kind === 'stamp') return [key, fc.constantFrom(null, '2026-01-01 09:00', '2026-02-01 09:00')];
        if (column.kind === 'number' || column.kind === 'money') return [key, fc.constantFrom(null, 1, 2.5)];
        return [key, texts];
      }),
  ),
);

test('every value people gave is in the record that stays, or listed', () => {
  fc.assert(
    fc.property(fc.array(anyCustomer, { minLength: 2, maxLength: 4 }), (list) => {
      const records = list.map((record, i) => ({ customer_id: `C-00000${i + 1}`, ...record }));
      const plan = planMerge(merging(records));
      const change = only(plan, 'cells').records[0];
      const master: Given = { ...records.find((record) => record.customer_id === change?.id), ...change?.after };
      const all = Object.values(master).map(String).join('\n');
      const listed = new Set(plan.notKept.map(({ id, column, value }) => `${id} ${column} ${value}`));
      const figures = (text: string) => text.replace(/[^\d\n]/g, '');
      for (const record of records) {
        for (const [key, cell] of Object.entries(record as Given)) {
          if (cell === null || !isPeoples(key)) continue;
          const pieces = String(cell).split('; ');
          const there =
            pieces.every((piece) => all.includes(piece)) ||
            (/\d{4} ?\d{4}/.test(String(cell)) && figures(all).includes(figures(String(cell)).slice(-11)));
          if (!there) expect(listed).toContain(`${record.customer_id} ${key} ${String(cell)}`);
        }
      }
    }),
    { seed: 20260101, numRuns: 150 },
  );
});

test('the order of rows changes nothing but their places', () => {
  const groups = fc.array(anyCustomer, { minLength: 2, maxLength: 4 }).chain((list) => {
    const records = list.map((record, i) => ({ customer_id: `C-00000${i + 1}`, ...record }));
    return fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length }));
  });
  fc.assert(
    fc.property(groups, ([records, others]) => {
      const known = (list: readonly Given[]) => {
        const plan = planMerge(merging(list));
        const gone = only(plan, 'removed').rows.map(({ id, into: master }) => `${id} ${master}`);
        return [only(plan, 'cells').records, gone.sort(), [...plan.notKept].map((n) => JSON.stringify(n)).sort()];
      };
      expect(known(others)).toEqual(known(records));
    }),
    { seed: 20260101, numRuns: 100 },
  );
});
