import fc from 'fast-check';
import {
  addRows,
  call,
  cellOf,
  changesBetween,
  finish,
  type Given,
  type Host,
  type HostState,
  idsIn,
  mergeAll,
  newPool,
  OWNER,
  recordsIn,
  tabOf,
} from './pool';

const c = (n: number) => `C-${String(n).padStart(6, '0')}`;

/** A pool of two salespeople who may edit the file. */
function teamPool(): Host {
  const host = newPool(['ann@example.com', 'ben@example.com']);
  for (const [name, email] of [
    ['Ann', 'ann@example.com'],
    ['Ben', 'ben@example.com'],
  ] as const) {
    call(host, 'saveOwner', { name, email, role: 'sales', active: true });
  }
  return host;
}

function protect(host: Host): void {
  while (!call(host, 'applyProtection').finished);
}

/** Who may type into the name of each customer, by id. */
function editable(host: Host, email: string): string[] {
  const before = host.snapshot();
  host.as(email);
  const may = idsIn(host, 'customers', 'customer_id').filter((_, i) => {
    try {
      host.edit(cellOf(host, 'customers', 3 + i, 'remark'), 'x');
      return true;
    } catch {
      return false;
    }
  });
  host.restore(before).as(OWNER);
  return may;
}

function ownedBy(host: Host, owner: string): string[] {
  return recordsIn(host, 'customers')
    .filter((record) => record['owner'] === owner)
    .map((record) => String(record['customer_id']));
}

describe('sorting', () => {
  let host: Host;
  let made: HostState;

  beforeAll(() => {
    host = teamPool();
    addRows(host, 'customers', [
      { customer_id: c(1), name: '甲', u_1: '=B3&"!"' },
      { customer_id: c(2), name: '乙', owner: 'Ben', u_1: '=B4&"!"', u_2: 'x' },
      { customer_id: c(3), name: '丙', owner: 'Ann', u_1: '=B5&"!"' },
      { name: '没有编号', u_2: 'y' },
      { customer_id: c(4), name: '丁', owner: 'Ben', u_1: '=B7&"!"' },
      { customer_id: c(5), name: '戊', owner: 'Ann', u_1: '=B3' },
    ]);
    made = host.snapshot();
  });

  beforeEach(() => {
    host.restore(made);
  });

  test('whole rows move into owners’ blocks, columns and formulas of one’s own with them', () => {
    expect(call(host, 'safeSort')).toMatchObject({ moved: 6 });
    expect(idsIn(host, 'customers', 'customer_id')).toEqual([c(3), c(5), c(2), c(4), c(1), '']);
    expect(recordsIn(host, 'customers').map(({ u_1, u_2 }) => [u_1, u_2])).toEqual([
      ['丙!', undefined],
      [{ error: '#REF!' }, undefined],
      ['乙!', 'x'],
      ['丁!', undefined],
      ['甲!', undefined],
      [undefined, 'y'],
    ]);
    expect(call(host, 'safeSort')).toEqual({ txn: '', moved: 0 });
  });

  test('undo puts every row back, and the formula whose cell had gone past the top', () => {
    const { txn } = call(host, 'safeSort');
    finish(host, call(host, 'undo', { txn }));
    expect(changesBetween(host, made.book, host.book)).toEqual([]);
  });

  test('undo puts rows back among those that came since', () => {
    const { txn } = call(host, 'safeSort');
    addRows(host, 'customers', [{ customer_id: c(9), name: '后来' }]);
    finish(host, call(host, 'undo', { txn }));
    expect(idsIn(host, 'customers', 'customer_id').filter((id) => id !== '')).toEqual([1, 2, 3, 4, 5, 9].map(c));
  });
});

test('owners’ ranges follow their rows when a merge of many and its undo move them', () => {
  const host = teamPool();
  const customers: Given[] = Array.from({ length: 156 }, (_, i) => ({
    customer_id: c(i + 1),
    name: `客户${i % 3 === 2 ? i : i % 3 === 1 ? i - 1 : i}`,
    mobile: `+86139${String(5000 + (i % 3 === 2 ? i : i % 3 === 1 ? i - 1 : i)).padStart(8, '0')}`,
    owner: i < 78 ? 'Ann' : 'Ben',
    ...(i % 3 === 0 ? { tags: 't' } : {}),
  }));
  addRows(host, 'customers', customers);
  protect(host);
  const check = () => {
    expect(editable(host, 'ann@example.com')).toEqual(ownedBy(host, 'Ann'));
    expect(editable(host, 'ben@example.com')).toEqual(ownedBy(host, 'Ben'));
  };
  check();
  const { txn, merged } = mergeAll(host);
  expect(merged).toBe(52);
  expect(ownedBy(host, 'Ann')).toHaveLength(52);
  check();
  finish(host, call(host, 'undo', { txn }));
  expect(ownedBy(host, 'Ann')).toHaveLength(78);
  check();
}, 300_000);

test('undo after a merge is nothing, whatever the pool', () => {
  const host = newPool();
  const empty = host.snapshot();
  const anyone = fc.record({
    name: fc.constantFrom('张伟', '张 伟', '李雷', '王芳'),
    mobile: fc.constantFrom(null, '+8613900000001', '+8613900000002'),
    email: fc.constantFrom(null, 'a@example.com', 'b@example.com'),
    remark: fc.constantFrom(null, '=1+1', '长文\n两行', "'撇号"),
    next_follow_up: fc.constantFrom(null, '2026-11-24', '2026-12-01'),
    tier: fc.constantFrom(null, '重要', '不在列表里'),
    u_1: fc.constantFrom(null, '=B3&B4', '=ROW()', 7),
    u_2: fc.constantFrom(null, '2026-01-05', "'007", true),
  });
  const pools = fc.array(fc.option(anyone, { freq: 8 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(pools, (list) => {
      host.restore(empty);
      // A hole is a row somebody left blank.
      addRows(
        host,
        'customers',
        list.map((person, i): Given => (person === null ? {} : { customer_id: c(i + 1), ...person })),
      );
      const made = host.snapshot();
      const shown = host.shown(tabOf(host, 'customers'));
      const { txn } = mergeAll(host);
      if (txn === '') return;
      finish(host, call(host, 'undo', { txn }));
      // A row that is blank again may keep a number format of the user's column; what is shown tells of all others.
      const changes = changesBetween(host, made.book, host.book).filter((line) => !line.includes(' styles of column '));
      expect(changes).toEqual([]);
      expect(host.shown(tabOf(host, 'customers'))).toEqual(shown);
    }),
    { seed: 20260101, numRuns: 15 },
  );
}, 300_000);

test('the journal and the ranks leave nothing behind', () => {
  const host = newPool();
  addRows(host, 'customers', [
    { customer_id: c(2), name: '乙' },
    { customer_id: c(1), name: '甲' },
  ]);
  const width = host.values(tabOf(host, 'customers'))[0]?.length;
  call(host, 'safeSort');
  expect(host.values(tabOf(host, 'customers'))[0]?.length).toBe(width);
  expect([...host.properties.keys()].filter((key) => key === 'cp:open')).toEqual([]);
});
