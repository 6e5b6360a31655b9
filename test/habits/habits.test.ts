// What people who know Excel and Sheets expect of a sheet: days as they write them, figures right, leading zeros kept, Tab to the right.
import { type Host, openHost } from '../../local/host/index';
import { type TableKey, tableOf, workbook } from '../../src/template/index';
import type { Preset } from '../../src/template/types';
import { call, cellOf, FIRST, recordsIn, tabOf } from '../acts/pool';

const OWNER = 'owner@example.com';

const made = new Map<string, { readonly host: Host; readonly fresh: ReturnType<Host['snapshot']> }>();

/** A new pool in a spreadsheet of a locale; made once, then taken back to its beginning. */
function poolIn(locale: string, language: 'zh-CN' | 'en' = 'en', preset: Preset = 'b2b'): Host {
  const name = `${locale} ${language} ${preset}`;
  const known = made.get(name);
  if (known !== undefined) return known.host.restore(known.fresh);
  const host = openHost({ owner: OWNER, now: '2026-11-23T09:00', locale });
  while (!call(host, 'applyTemplate', { locale: language, preset }).finished);
  made.set(name, { host, fresh: host.snapshot() });
  return host;
}

/** What people see in a cell. */
function shown(host: Host, key: TableKey, column: string): string {
  const at = (host.values(tabOf(host, key))[0] ?? []).indexOf(column);
  return host.shown(tabOf(host, key))[FIRST - 1]?.[at] ?? '';
}

test.each([
  ['zh_CN', '2026-12-05'],
  ['ja_JP', '2026-12-05'],
  ['en_US', '12/5/2026'],
  ['en_GB', '05/12/2026'],
  ['de_DE', '05.12.2026'],
  ['fr_FR', '05/12/2026'],
])('in a spreadsheet of %s the fifth of December is %s, typed in words or by script', (locale, day) => {
  const host = poolIn(locale);
  host.edit(cellOf(host, 'customers', FIRST, 'name'), 'Ming');
  host.edit(cellOf(host, 'customers', FIRST, 'next_follow_up'), '2026-12-05');
  expect(shown(host, 'customers', 'next_follow_up')).toBe(day);
  expect(recordsIn(host, 'customers')[0]).toMatchObject({
    next_follow_up: Date.parse('2026-12-05T00:00Z') / 86_400_000 + 25_569,
  });
  // Shown otherwise, and still the same day to the product.
  expect(call(host, 'card', { id: 'C-000001' })).toMatchObject({ id: 'C-000001' });
});

test('a spreadsheet that moves to another locale gets its days in order at the next repair, and then stays', () => {
  const host = poolIn('en_US');
  host.book.locale = 'de_DE';
  while (!call(host, 'applyTemplate', { locale: 'en', preset: 'b2b' }).finished);
  host.edit(cellOf(host, 'customers', FIRST, 'next_follow_up'), '2026-12-05');
  expect(shown(host, 'customers', 'next_follow_up')).toBe('05.12.2026');
  host.resetCalls();
  call(host, 'applyTemplate', { locale: 'en', preset: 'b2b' });
  // Lock and lease of the run, no cell.
  expect(host.calls.cellsWritten).toBe(0);
});

/** Columns that keep text as it is typed, in sheets people type into. */
const textColumns = (['customers', 'interactions', 'orders'] as const).flatMap((key) =>
  Object.entries(tableOf(key).columns)
    .filter(([, { kind, kept }]) => kind === 'text' && kept === undefined)
    .filter(([, column]) => !('form' in column))
    .map(([column]) => [key, column] as const),
);

test.each(textColumns)('%s.%s keeps leading zeros, typed or pasted, and takes no formula', (key, column) => {
  const host = poolIn('zh_CN', 'zh-CN');
  for (const put of [
    (text: string) => host.edit(cellOf(host, key, FIRST, column), text),
    (text: string) => host.paste(cellOf(host, key, FIRST, column), [[text]], { valuesOnly: true }),
  ]) {
    for (const text of ['007001', '0010020030', '1-2', '+8613800138000', '=1+1']) {
      put(text);
      expect(recordsIn(host, key)[0]?.[column]).toBe(text);
    }
  }
});

test('figures are figures, so that the sheet sets them to the right, whatever signs they were typed with', () => {
  const host = poolIn('zh_CN', 'zh-CN');
  const order = (column: string) => cellOf(host, 'orders', FIRST, column);
  host.edit(order('order_no'), '0001');
  // Typed so, the column refuses them at once; pasted, they are read.
  host.paste(order('qty'), [['１２', '￥1,234.50']], { valuesOnly: true });
  expect(recordsIn(host, 'orders')[0]).toMatchObject({ order_no: '0001', qty: 12, unit_price: 1234.5 });
  const columns = Object.entries(tableOf('orders').columns);
  for (const [column, { kind }] of columns) {
    const at = (host.values(tabOf(host, 'orders'))[0] ?? []).indexOf(column) + 1;
    const style = host.book.sheets
      .find(({ name }) => name === tabOf(host, 'orders'))
      ?.styles.get(at)
      ?.at(FIRST);
    // Nothing holds a figure to the left, and text stands left by itself.
    expect([kind, style?.horizontalAlignment ?? 'general']).toEqual([kind, 'general']);
  }
});

test.each(['b2b', 'retail', 'consulting', 'ecommerce'] as const)(
  '%s: what matters stands first, and Tab leads through it from left to right',
  (preset) => {
    const host = poolIn('zh_CN', 'zh-CN', preset);
    const [keys = []] = host.values(tabOf(host, 'customers'));
    const { columns, frozenColumns } = workbook.sheets.customers;
    expect(keys.slice(0, frozenColumns)).toEqual(['customer_id', 'name', 'company']);
    const sheet = host.book.sheets.find(({ name }) => name === tabOf(host, 'customers'));
    const visible = keys.map(String).filter((_, i) => !sheet?.hiddenColumns.has(i + 1));
    const place = (key: string) => visible.indexOf(key);
    // Who and how to reach him, whose he is and what comes next, then what is known, what script keeps last.
    for (const [left, right] of [
      ['name', 'mobile'],
      ['mobile', 'owner'],
      ['owner', 'next_follow_up'],
      ['next_follow_up', 'tags'],
      ['tags', 'issue'],
    ] as const) {
      expect([left, right, place(left) >= 0 && place(left) < place(right)]).toEqual([left, right, true]);
    }
    const needed = Object.entries(columns).filter(
      ([key, column]) => 'required' in column && !('kept' in column && column.kept === 'script') && visible.includes(key),
    );
    const last = Math.max(...needed.map(([key]) => place(key)));
    expect(last).toBeLessThan(place('issue'));
  },
);
