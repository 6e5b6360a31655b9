// People go on inserting and deleting rows while an act is under way: nobody is lost by it, and nobody is given what is another's.
import {
  addRows,
  call,
  EXACT,
  FIRST,
  finish,
  type Given,
  type Host,
  type HostState,
  nameOf,
  newPool,
  OWNER,
  recordsIn,
  struck,
  tabOf,
} from './pool';

jest.setTimeout(300_000);

const c = (n: number) => `C-${String(n).padStart(6, '0')}`;
/** Of the first who is nobody else. */
const ROW = FIRST + 2;
const COLUMNS = ['name', 'mobile', 'email', 'remark', 'tags'];

/** Pairs of duplicates with somebody else below each of them, and nobody's row at either end. */
function crowd(pairs: number): Given[] {
  const rows: Given[] = [];
  const add = (cells: Given) => rows.push({ customer_id: c(rows.length + 1), ...cells });
  const stranger = () =>
    add({ name: nameOf(1000 + rows.length), mobile: `+861370000${1000 + rows.length}`, remark: `r${rows.length}` });
  for (let pair = 0; pair < pairs; pair++) {
    const both = { name: nameOf(pair), mobile: `+861390000${1000 + pair}` };
    add({ ...both, email: `p${pair}@example.com` });
    add({ ...both, remark: `m${pair}` });
    stranger();
  }
  return rows;
}

/** What stands of each customer, by id. */
function standing(host: Host): Map<string, string> {
  return new Map(
    recordsIn(host, 'customers').map((row) => [String(row['customer_id'] ?? ''), COLUMNS.map((key) => row[key] ?? '').join('|')]),
  );
}

/**
 * The writes of an act before which somebody may do something and be seen: all but those that change customers themselves, for between
 * the last look and the write nobody can look.
 */
function seen(host: Host, from: HostState, act: () => void): number[] {
  host.restore(from);
  const rows = () => JSON.stringify([...standing(host)]);
  const states = host.moments(act).map((moment) => {
    host.restore(moment);
    return rows();
  });
  host.restore(from);
  const before = rows();
  return states.flatMap((state, i) => (state === (states[i - 1] ?? before) ? [i + 1] : []));
}

/** Lets somebody insert a row, or delete one, before each write of an act where he can be seen, and compares who is left. */
function amidst(host: Host, from: HostState, act: () => void): void {
  const tab = tabOf(host, 'customers');
  const writes = seen(host, from, act);
  expect(writes.length).toBeGreaterThan(6);
  host.restore(from);
  act();
  const wanted = standing(host);
  for (const kind of ['inserts', 'deletes'] as const) {
    for (const write of writes) {
      host.restore(from);
      let gone = '';
      host.before(write, (other) => {
        other.as(OWNER);
        if (kind === 'inserts') return void other.insertRows(tab, ROW);
        gone = String(other.values(tab)[ROW - 1]?.[0]);
        other.deleteRows(tab, ROW);
      });
      act();
      const left = new Map([...wanted].filter(([id]) => id !== gone));
      const told = `somebody ${kind} a row before write ${write}`;
      expect([told, [...standing(host)].filter(([id]) => id !== '').sort()]).toEqual([told, [...left].sort()]);
      const archived = recordsIn(host, 'archive').map(({ record_id: id, row }) => [id, JSON.parse(String(row)).customer_id]);
      expect(archived.filter(([id, held]) => id !== held)).toEqual([]);
    }
  }
}

test.each([
  ['few', 2],
  ['many', 52],
])('a merge of %s, and its undo', (_title, pairs) => {
  const host = newPool();
  addRows(host, 'customers', crowd(pairs));
  const from = host.snapshot();
  const merge = () => void finish(host, call(host, 'mergeBatch', EXACT));
  amidst(host, from, merge);
  host.restore(from);
  merge();
  expect(standing(host).size).toBe(pairs * 2);
  const merged = host.snapshot();
  const choice = { default: 'now', cells: {} } as const;
  amidst(host, merged, () => void finish(host, call(host, 'undo', { txn: 'X-000001', changed: choice })));
});

test('what somebody types into a row of his own before a killed undo goes on', () => {
  const host = newPool();
  addRows(host, 'customers', crowd(2));
  finish(host, call(host, 'mergeBatch', EXACT));
  const from = host.snapshot();
  const tab = tabOf(host, 'customers');
  const act = () => void finish(host, call(host, 'undo', { txn: 'X-000001' }));
  const writes = host.moments(act).length;
  const wanted = [...standing(host)].sort();
  for (let write = 1; write < writes; write++) {
    host.restore(from);
    expect(struck(host, { write, effect: 'after' }, act)).toBe(true);
    host.as(OWNER).insertRows(tab, FIRST + 1);
    host.edit(`'${tab}'!D${FIRST + 1}`, '13512345678');
    const rest = call(host, 'resume');
    if (rest !== null) finish(host, rest);
    else if (standing(host).size < wanted.length) act();
    const now = [...standing(host)];
    expect([write, now.filter(([id]) => id !== '').sort()]).toEqual([write, wanted]);
    expect(now.filter(([id, cells]) => id === '' && cells.includes('13512345678'))).toHaveLength(1);
  }
});
