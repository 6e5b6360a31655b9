// People on the host: added, changed, counted; only by admins.
import { addPeople, addRows, call, due, openPool, recordsIn, refusal } from '../reminders/pool';

const ANN = 'ann@example.com';

test('people are added with a number, changed by name, and shown with their customers', () => {
  const host = openPool({ editors: [ANN] });
  addPeople(host, [{ name: 'ann' }, { name: 'bob', role: '销售主管', email: '' }]);
  addRows(host, 'customers', [due(1, 'ann', '2026-03-07'), due(2, 'ann', '2026-03-11'), due(3, '', '2026-03-11')]);
  // The first admin is whoever made the pool.
  expect(call(host, 'owners').slice(1)).toEqual([
    { name: 'ann', email: ANN, role: 'sales', active: true, customers: 2, editor: true },
    { name: 'bob', email: '', role: 'manager', active: true, customers: 0, editor: false },
  ]);
  const changed = call(host, 'saveOwner', { name: 'bob', email: 'Bob@Example.com ', role: 'admin', active: false });
  expect(changed[2]).toEqual({
    name: 'bob',
    email: 'bob@example.com',
    role: 'admin',
    active: false,
    customers: 0,
    editor: false,
  });
  expect(recordsIn(host, 'users')).toMatchObject([
    { user_id: 'U-000001', name: 'boss', role: '管理员' },
    { user_id: 'U-000002', name: 'ann', role: '销售', digest: true },
    { user_id: 'U-000003', name: 'bob', email: 'bob@example.com', digest: true },
  ]);
});

test.each([
  [{ name: ' ', email: '', role: 'sales', active: true }, 'owners.name'],
  [{ name: 'x'.repeat(31), email: '', role: 'sales', active: true }, 'owners.name'],
  [{ name: 'cid', email: 'not a mail', role: 'sales', active: true }, 'owners.email'],
  [{ name: 'cid', email: 'cid@example.com; cid@example.org', role: 'sales', active: true }, 'owners.email'],
  [{ name: 'cid', email: ANN, role: 'sales', active: true }, 'owners.sameEmail'],
  [{ name: 'cid', email: '', role: 'king', active: true }, 'owners.role'],
])('%j is refused: %s', (person, code) => {
  const host = openPool();
  addPeople(host, [{ name: 'ann' }]);
  expect(refusal(host, 'saveOwner', person)).toBe(code);
  expect(recordsIn(host, 'users')).toHaveLength(2);
});

test('a salesperson does not change people', () => {
  const host = openPool({ editors: [ANN] });
  addPeople(host, [{ name: 'ann' }]);
  expect(refusal(host.as(ANN), 'saveOwner', { name: 'ann', email: ANN, role: 'admin', active: true })).toBe('owners.adminOnly');
});
