// The plan of a batch as the page is told it, however much it is about.
import { addRows, call, EXACT, type Given, newPool } from '../acts/pool';

test('a plan whose values are longer than a call carries lists some, and counts all', () => {
  const host = newPool();
  const twins = Array.from({ length: 24 }, (_, i): Given => {
    const pair = Math.floor(i / 2);
    return {
      customer_id: `C-${String(i + 1).padStart(6, '0')}`,
      name: `郑${'甲乙丙丁戊己庚辛壬癸子丑'.charAt(pair)}`,
      mobile: `+86137${20_000_000 + pair}`,
      needs: `${i}${'需'.repeat(40_000)}`,
    };
  });
  addRows(host, 'customers', twins);
  const plan = call(host, 'planBatch', EXACT);
  expect(plan).toMatchObject({ groups: 12, merged: 12, notKeptTotal: 12 });
  expect(plan.notKept).toHaveLength(4);
});
