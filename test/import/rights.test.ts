// Lists brought in by salespeople: what is closed to them is done without or refused before the act is opened, and nobody is blocked.
import type { Host } from '../../local/host/index';
import { call, newPool, OWNER, recordsIn, refusal, struck, tabOf } from '../acts/pool';
import { commit, csvOf, customersIn, importFile, stageFile } from './pool';

const SELLER = 'ann@example.com';

let made: { readonly host: Host; readonly fresh: ReturnType<Host['snapshot']> } | null = null;

function pool(): Host {
  if (made === null) {
    const host = newPool([SELLER]);
    call(host, 'saveOwner', { name: '安安', email: SELLER, role: 'sales', active: true });
    made = { host, fresh: host.snapshot() };
  }
  made.host.restore(made.fresh);
  return made.host.as(SELLER);
}

const list = csvOf([
  ['姓名', '手机', '负责人', '会员卡号'],
  ['张伟', '138 0013 8000', '李雷', 'V-001'],
  ['李娜', '13900139000', '安安', 'V-002'],
]);

/** Whether an act stays open, for whoever comes next. */
const isBlocked = (host: Host) => host.properties.has('cp:open');

test('unknown owners are set aside, and columns nobody named go to the notes', () => {
  const host = pool();
  const [, labels] = host.values(tabOf(host, 'customers'));
  const people = recordsIn(host, 'users');
  const result = importFile(host, { text: list });
  expect(result).toMatchObject({ imported: 2, newOwners: [], setAside: 1 });
  expect(result.columns.find(({ header }) => header === '会员卡号')).toMatchObject({ to: 'notes', key: null, label: null });
  expect(customersIn(host).map(({ name, owner, remark }) => [name, owner, remark])).toEqual([
    ['张伟', undefined, '会员卡号: V-001'],
    ['李娜', '安安', '会员卡号: V-002'],
  ]);
  expect(recordsIn(host, 'quarantine')).toMatchObject([{ column_key: 'owner', value: '李雷' }]);
  expect(recordsIn(host, 'users')).toEqual(people);
  expect(host.values(tabOf(host, 'customers'))[1]).toEqual(labels);
  expect(isBlocked(host)).toBe(false);
});

test('killed anywhere, the seller finishes his own import without what is closed to him', () => {
  const host = pool();
  const batch = stageFile(host, { text: list });
  const from = host.snapshot();
  commit(host, batch);
  const wanted = customersIn(host);
  for (let write = 1; ; write++) {
    host.restore(from).as(SELLER);
    if (!struck(host, { write, effect: 'after' }, () => void commit(host, batch))) break;
    commit(host, batch);
    expect(customersIn(host)).toEqual(wanted);
  }
});

test('rows of customers closed to him: refused before the act is opened', () => {
  const host = pool();
  const tab = tabOf(host, 'customers');
  const batch = stageFile(host, { text: list });
  protect(host, tab);
  const before = host.values(tab);
  expect(refusal(host.as(SELLER), 'importCommit', { batch, acceptOwners: true })).toBe('act.closed');
  expect(isBlocked(host)).toBe(false);
  expect(host.values(tab)).toEqual(before);
  expect(commit(host.as(OWNER), batch)).toMatchObject({ imported: 2, newOwners: ['李雷'] });
});

test('what the owner began and the seller may not finish is refused with a sentence, and left to the owner', () => {
  const host = pool().as(OWNER);
  const batch = stageFile(host, { text: list });
  const from = host.snapshot();
  commit(host, batch);
  const wanted = customersIn(host);
  let refused = 0;
  for (let write = 1; ; write++) {
    host.restore(from).as(OWNER);
    if (!struck(host, { write, effect: 'after' }, () => void commit(host, batch))) break;
    const code = refusal(host.as(SELLER), 'resume');
    expect([null, 'act.closed']).toContain(code);
    if (code !== null) refused++;
    commit(host.as(OWNER), batch);
    expect(customersIn(host)).toEqual(wanted);
  }
  expect(refused).toBeGreaterThan(1);
});

test('two imports begun at once have batches of their own', () => {
  const host = pool();
  const file = { fileName: 'a.csv', delimiter: ',' as const, columns: [], dataLine: 1, records: 1 };
  let other: string | null = null;
  // The first write of all is taking the lock: whoever was there before it has a number by now.
  host.before(1, () => {
    other = call(host, 'importBegin', file).batch;
  });
  const { batch } = call(host, 'importBegin', file);
  expect(other).not.toBeNull();
  expect(batch).not.toBe(other);
});

function protect(host: Host, tab: string): void {
  const sheet = host.book.sheets.find(({ name }) => name === tab);
  if (sheet === undefined) throw new Error(tab);
  sheet.protections.push({
    ...(sheet.protections[0] as (typeof sheet.protections)[number]),
    type: 'SHEET',
    area: null,
    unprotected: [],
    warningOnly: false,
    editors: [],
    description: 'closed',
  });
}
