// A cell that points at a record of another sheet takes any name of it, and says when there is none.
import { openHost } from '../../local/host/index';
import { workbook } from '../../src/template/index';
import { addRows, call, cellOf, FIRST, recordsIn } from '../acts/pool';

const OWNER = 'owner@example.com';

function pool() {
  const host = openHost({ owner: OWNER, now: '2026-03-11T09:00' });
  while (!call(host, 'applyTemplate', { locale: 'zh-CN', preset: 'retail' }).finished);
  addRows(host, 'customers', [{ customer_id: 'C-000001', name: '张伟', mobile: '+8613900139001' }]);
  return host;
}

const feedback = { date: '2026-03-10', kind: '建议', status: '待处理', content: '包装破了' };
const settle = (order_no: string) => ({
  sheet: 'feedback' as const,
  customer: 'C-000001',
  values: { ...feedback, order_no },
  token: order_no,
});

test('a product is known by its number too, and written by its name', () => {
  const host = pool();
  const { label, columns } = workbook.sheets.products;
  host.paste(
    `'${label['zh-CN']}'!A${FIRST}`,
    [Object.keys(columns).map((key) => ({ sku: 'W-1', name: '真丝围巾' })[key] ?? null)],
    {
      valuesOnly: true,
    },
  );
  host.edit(cellOf(host, 'orders', FIRST, 'order_no'), '2026001');
  host.paste(cellOf(host, 'orders', FIRST, 'product'), [['w-1']], { valuesOnly: true });
  expect(recordsIn(host, 'orders')[0]).toMatchObject({ order_no: '2026001', product: '真丝围巾' });
  // The list only warns, and so do we: what was sold was sold.
  host.paste(cellOf(host, 'orders', FIRST, 'product'), [['羊毛帽']], { valuesOnly: true });
  expect(recordsIn(host, 'orders')[0]).toMatchObject({ product: '羊毛帽' });
});

test('feedback on an order nobody knows is not saved; before the first order it may be on any', () => {
  const host = pool();
  expect(call(host, 'saveEntry', settle('2026000'))).toMatchObject({ outcome: 'saved' });
  addRows(host, 'orders', [{ line_id: 'L-000001', order_no: '2026001', customer_id: 'C-000001', product: '真丝围巾' }]);
  expect(call(host, 'saveEntry', settle('2026001'))).toMatchObject({ outcome: 'saved' });
  expect(call(host, 'saveEntry', settle('2026002'))).toMatchObject({
    outcome: 'invalid',
    notes: [{ key: 'order_no', state: 'problem', message: { code: 'kind.ref.unknown', args: { text: '2026002' } } }],
  });
});
