// Settings and options as the other parts of the product read them, through the doors that show them.
import { apply, at, columnOf, openPool, sheetOf } from './pool';

test('a sheet that shares keys with a missing one is not read as it', () => {
  const host = openPool();
  host.deleteSheet(sheetOf(host, 'products').name);
  // Customers has seven of the eleven keys of Products.
  const reply = host.rpc('loadSample', { seed: 1, size: 60, customers: false });
  expect(reply).toMatchObject({ ok: false, code: 'sheet.missing' });
  expect(host.values(sheetOf(host, 'customers').name)).toHaveLength(2);
});

test('an option by its own name is read, written and offered', () => {
  const host = openPool();
  const { name } = sheetOf(host, 'options');
  const row = host.values(name).findIndex(([list, id]) => list === 'tier' && id === 'prospect') + 1;
  host.edit(`'${name}'!${String.fromCharCode(64 + columnOf(host, 'options', 'zh'))}${row}`, '待开发');
  apply(host);
  host.edit(at(host, 'customers', 'name', 3), '张伟');
  expect(sheetOf(host, 'customers').cells[2]).toContain('待开发');
});
