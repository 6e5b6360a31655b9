// What a scan keeps between two looks, and what it does not begin.
import { scanIn } from '../../../src/domain/duplicates/scan';
import { context, people } from '../merge/pool';

test('more customers than a run sees the end of are refused, before anything is compared', () => {
  const table = people([{ customer_id: 'C-000001', name: '张伟' }]);
  const [row = []] = table.rows;
  const crowd = { ...table, rows: new Array<typeof row>(150_001).fill(row) };
  expect(() => scanIn(crowd, context, [], '2026-11-23 09:00')).toThrow(
    expect.objectContaining({
      failure: expect.objectContaining({ code: 'duplicates.tooMany', args: { count: 150_001, most: 150_000 } }),
    }),
  );
});
