// Owners' protection on the host: whose cells are open to whom, and that only differences are written.
import { cloneBook, type Host, openHost, Refused } from '../../local/host/index';
import { addPeople, addRows, BOSS, call, due, openPool, refusal, tabOf } from '../reminders/pool';

const mail = (name: string) => `${name}@example.com`;
const TEAM = ['ann', 'bob', 'mia', 'old'];

/** Enough people for protecting them all to outlast a run at eight seconds a write. */
const CROWD = ['dai', 'eva', 'fay', 'gus', 'hal'];

function pool(owners: readonly string[], more: readonly string[] = []): Host {
  const host = openPool({ editors: [...TEAM, ...more].map(mail) });
  addPeople(host, [
    { name: 'ann' },
    { name: 'bob' },
    { name: 'mia', role: 'manager' },
    { name: 'out' },
    { name: 'old', active: false },
    ...more.map((name) => ({ name })),
  ]);
  addRows(
    host,
    'customers',
    owners.map((owner, i) => due(i + 1, owner, '2026-03-13')),
  );
  return host;
}

function cell(host: Host, key: string, row: number): string {
  const tab = tabOf(host, 'customers');
  const at = (host.values(tab)[0] ?? []).indexOf(key);
  const letters = (n: number): string => (n < 0 ? '' : letters(Math.floor(n / 26) - 1) + String.fromCharCode(65 + (n % 26)));
  return `'${tab}'!${letters(at)}${row}`;
}

/** The sheet row of a customer. */
function rowOf(host: Host, number: number): number {
  return host.values(tabOf(host, 'customers')).findIndex((row) => row[0] === `C-${String(number).padStart(6, '0')}`) + 1;
}

function mayType(host: Host, name: string, key: string, row: number): boolean {
  const before = host.snapshot();
  try {
    host.as(mail(name)).edit(cell(host, key, row), key === 'name' ? '改名' : null);
    return true;
  } catch (thrown) {
    // Refused before anything was typed; what a trigger throws afterwards does not undo the typing.
    return !(thrown instanceof Refused);
  } finally {
    host.restore(before).as(BOSS);
  }
}

const ranges = (host: Host) =>
  host.book.sheets.flatMap(({ protections }) => protections.filter(({ description }) => description.startsWith('cp:owner:')));

test('an owner types in his own rows, nobody else does but managers; claim and new rows are open', () => {
  const host = pool(['ann', 'ann', 'bob', '']);
  const done = call(host, 'applyProtection');
  expect(done).toMatchObject({ wanted: 4, add: 4, remove: 0, keep: 0, sortFirst: false, finished: true, notes: [] });
  expect(ranges(host)).toHaveLength(4);
  const [ann, bob, nobody] = [rowOf(host, 1), rowOf(host, 3), rowOf(host, 4)];
  const may = (name: string, row: number) =>
    ['name', 'remark', 'claim', 'owner', 'customer_id'].filter((key) => mayType(host, name, key, row));
  expect(may('ann', ann)).toEqual(['name', 'remark', 'claim']);
  expect(may('bob', ann)).toEqual(['claim']);
  expect(may('bob', bob)).toEqual(['name', 'remark', 'claim']);
  expect(may('ann', nobody)).toEqual(['claim']);
  expect(may('old', ann)).toEqual(['claim']);
  expect(may('mia', nobody)).toEqual(expect.arrayContaining(['name', 'remark', 'claim', 'owner']));
  expect(mayType(host, 'ann', 'name', 12)).toBe(true);
});

test('the second time nothing is written; a change of owner touches what it must', () => {
  const host = pool(['ann', 'ann', 'bob', 'bob', '']);
  call(host, 'applyProtection');
  host.resetCalls();
  const again = call(host, 'applyProtection');
  expect(again).toMatchObject({ add: 0, remove: 0, keep: 4 });
  const { byMethod } = host.calls;
  expect(Object.keys(byMethod).filter((name) => /Protection\.(add|set|remove)|Range\.(protect|set)/.test(name))).toEqual([]);
  host.edit(cell(host, 'owner', rowOf(host, 2)), 'bob');
  expect(call(host, 'planProtection')).toMatchObject({ wanted: 4, keep: 0 });
  call(host, 'applyProtection');
  expect(mayType(host, 'ann', 'name', rowOf(host, 2))).toBe(false);
  expect(mayType(host, 'bob', 'name', rowOf(host, 2))).toBe(true);
  expect(call(host, 'planProtection')).toMatchObject({ add: 0, remove: 0 });
});

test('somebody sorts by a header: within the hour everybody has his own rows again', () => {
  const host = pool(['bob', 'ann', 'bob', 'ann', '']);
  call(host, 'applyProtection');
  call(host, 'remindersOn');
  host.advanceTo('2026-03-11T10:30');
  const [first, last] = [rowOf(host, 2), rowOf(host, 3)];
  // The ranges stay where they were: the rows under them are others' now.
  host.sort(`'${tabOf(host, 'customers')}'!A${first}:${cell(host, 'updated_by', last).split('!')[1]}`, 1);
  expect([rowOf(host, 1), mayType(host, 'bob', 'name', rowOf(host, 1))]).toEqual([first, false]);
  host.advanceTo('2026-03-11T12:00');
  const mine = (name: string) => [1, 2, 3, 4, 5].filter((number) => mayType(host, name, 'name', rowOf(host, number)));
  expect([mine('ann'), mine('bob')]).toEqual([
    [2, 4],
    [1, 3],
  ]);
});

test('whoever cannot get a block is listed, and his rows stay closed', () => {
  const host = pool(['out', 'old', 'old', 'stranger']);
  const { notes, wanted } = call(host, 'planProtection');
  expect(wanted).toBe(0);
  expect(notes.map(({ code, args }) => [code, args?.['name'], args?.['n']]).sort()).toEqual([
    ['protection.inactive', 'old', 2],
    ['protection.noAccess', 'out', 1],
    ['protection.unknownOwner', 'stranger', 1],
  ]);
});

test('only admins protect; a salesperson is told whom to ask', () => {
  const host = pool(['ann']);
  expect(refusal(host.as(mail('ann')), 'applyProtection')).toBe('protection.adminOnly');
  expect(ranges(host)).toEqual([]);
});

test('ranges of others are left alone', () => {
  const host = pool(['ann', 'bob']);
  const sheet = host.book.sheets.find(({ name }) => name === tabOf(host, 'customers'));
  sheet?.protections.push({
    id: 'theirs',
    type: 'RANGE',
    area: { sheetId: sheet.id, row: 3, column: 2, rows: 1, columns: 1 },
    sheetId: sheet.id,
    description: 'mine, do not touch',
    warningOnly: false,
    domainEdit: false,
    editors: [mail('ann')],
    unprotected: [],
  });
  call(host, 'applyProtection');
  expect(sheet?.protections.find(({ id }) => id === 'theirs')).toMatchObject({
    description: 'mine, do not touch',
    editors: [mail('ann')],
  });
});

test('killed at any write and applied again, the protection is as if undisturbed', () => {
  const host = pool(['ann', 'bob', 'ann', '']);
  const before = host.snapshot();
  host.resetCalls();
  call(host, 'applyProtection');
  const writes = host.calls.writes;
  const wanted = ranges(host).map(({ area, description, editors }) => ({ area, description, editors: [...editors].sort() }));
  expect(writes).toBeGreaterThan(10);
  for (let write = 1; write <= writes; write++) {
    for (const effect of ['before', 'after'] as const) {
      host.restore(before).as(BOSS);
      host.failAt({ write, effect });
      try {
        host.rpc('applyProtection');
      } catch {
        // killed
      }
      host.failAt(null);
      call(host, 'applyProtection');
      const now = ranges(host).map(({ area, description, editors }) => ({ area, description, editors: [...editors].sort() }));
      expect([write, effect, now.map((one) => JSON.stringify(one)).sort()]).toEqual([
        write,
        effect,
        wanted.map((one) => JSON.stringify(one)).sort(),
      ]);
      expect(call(host, 'planProtection')).toMatchObject({ add: 0, remove: 0 });
    }
  }
});

test('protecting stops ahead of the time limit and goes on where it stopped', () => {
  const fast = pool(['ann', 'ann', 'bob', 'mia', '', ...CROWD], CROWD);
  const memory = fast.memory();
  // Eight seconds a write: all of it is more than a run may take.
  const host = openHost({ owner: BOSS, book: cloneBook(fast.book), memory, now: '2026-03-11T10:00', cost: { write: 8_000 } });
  let calls = 1;
  while (!call(host.as(BOSS), 'applyProtection').finished && calls < 20) calls++;
  expect(calls).toBeGreaterThan(1);
  expect(ranges(host)).toHaveLength(16);
  expect(call(host, 'planProtection')).toMatchObject({ add: 0, remove: 0, keep: 16 });
});

test('a switch for the domain that cannot be set stops neither repairing nor protecting', () => {
  const host = pool(['ann']);
  call(host, 'applyProtection');
  const all = host.book.sheets.flatMap(({ protections }) =>
    protections.filter(({ description }) => description.startsWith('cp:')),
  );
  const strict = all.filter(({ warningOnly }) => !warningOnly);
  // As a file that left its domain: said to be open to it, and the switch throws.
  for (const one of strict) Object.assign(one, { domainEdit: true, editors: [...one.editors, mail('old')] });
  while (!call(host, 'applyTemplate', {}).finished);
  call(host, 'applyProtection');
  expect(strict.length).toBeGreaterThan(5);
  expect(strict.filter(({ editors }) => editors.includes(mail('old'))).map(({ description }) => description)).toEqual([]);
});

test('a sort whose rows take many protections along is left open and goes on where it stopped', () => {
  const fast = pool(['ann', 'ann', 'bob', 'mia', '', ...CROWD], CROWD);
  call(fast, 'applyProtection');
  fast.edit(cell(fast, 'owner', rowOf(fast, 1)), 'mia');
  const memory = fast.memory();
  const host = openHost({ owner: BOSS, book: cloneBook(fast.book), memory, now: '2026-03-11T10:00', cost: { write: 8_000 } });
  call(host.as(BOSS), 'safeSort');
  expect(host.properties.has('cp:open')).toBe(true);
  for (let calls = 1; call(host, 'resume')?.finished === false; calls++) expect(calls).toBeLessThan(20);
  expect(call(host, 'planProtection')).toMatchObject({ add: 0, remove: 0 });
  expect(call(host, 'history', { page: 0 }).items[0]).toMatchObject({ kind: 'sort', state: 'done' });
});
