// Undo with a choice for every cell changed since: out of order, over pages, killed, and done again.
import fc from 'fast-check';
import type { ChangedChoice, Side } from '../../src/contract/duplicates-api';
import {
  addRows,
  call,
  cellOf,
  changesBetween,
  FIRST,
  finish,
  type Given,
  type Host,
  type HostState,
  mergeAll,
  newPool,
  OWNER,
  recordsIn,
  refusal,
  struck,
  tabOf,
} from '../acts/pool';

const c = (n: number) => `C-${String(n).padStart(6, '0')}`;
const i = (n: number) => `I-${String(n).padStart(6, '0')}`;

/** More than a page of cells that a merge changes: every contact moves to the master. */
const CONTACTS = 60;

const customers: Given[] = [
  {
    customer_id: c(1),
    name: '张伟',
    mobile: '+8613900000001',
    company: '广州联创',
    address: '人民路 1 号',
    remark: 'a',
    tags: 'b',
  },
  { customer_id: c(2), name: '张伟', mobile: '+8613900000001', email: 'zhang@example.com', wechat: 'zhangwei' },
  { customer_id: c(3), name: '王芳', mobile: '+8613900000003' },
];
const contacts = Array.from(
  { length: CONTACTS },
  (_, n): Given => ({ interaction_id: i(n + 1), customer_id: c(2), customer_name: '张伟', date: '2026-11-01', summary: `s${n}` }),
);

let host: Host;
let made: HostState;
let merged: HostState;
let edited: HostState;
let txn: string;

beforeAll(() => {
  host = newPool();
  addRows(host, 'customers', customers);
  addRows(host, 'interactions', contacts);
  made = host.snapshot();
  ({ txn } = mergeAll(host));
  merged = host.snapshot();
  host.as(OWNER).paste(
    cellOf(host, 'interactions', FIRST, 'customer_id'),
    contacts.map(() => [c(3)]),
    { valuesOnly: true },
  );
  host.edit(cellOf(host, 'customers', FIRST, 'email'), 'neu@example.com');
  edited = host.snapshot();
});

beforeEach(() => {
  host.restore(edited).as(OWNER);
});

const emailCell = `customers/email/${c(1)}`;
const contactCell = (n: number) => `interactions/customer_id/${i(n)}`;

function undo(of: string, changed: ChangedChoice): string {
  const first = call(host, 'undo', { txn: of, changed });
  finish(host, first);
  return first.txn;
}

/** Whose customer each contact is. */
const whose = () => recordsIn(host, 'interactions').map(({ customer_id }) => customer_id);
const emailOf = (id: string) => recordsIn(host, 'customers').find(({ customer_id }) => customer_id === id)?.['email'] ?? '';

test('what changed since is listed in pages, and listing does nothing', () => {
  const first = call(host, 'undo', { txn });
  expect(first).toMatchObject({ done: 0, of: CONTACTS + 1, finished: false });
  const second = call(host, 'changedSince', { txn, page: 1 });
  expect(first.changedSince).toMatchObject({ page: 0, pages: 2, total: CONTACTS + 1 });
  expect(second).toMatchObject({ page: 1, pages: 2, total: CONTACTS + 1 });
  const cells = [...first.changedSince.items, ...second.items].map(({ cell }) => cell);
  expect(new Set(cells)).toEqual(new Set([emailCell, ...contacts.map((_, n) => contactCell(n + 1))]));
  expect(changesBetween(host, edited.book, host.book)).toEqual([]);
  expect(call(host, 'history', { page: 0 }).total).toBe(1);
});

test('every cell becomes what was chosen for it, and all else is as before the act', () => {
  const anySide = fc.constantFrom<Side>('now', 'then');
  const anyChoice = fc.record({
    default: anySide,
    contacts: fc.array(fc.tuple(fc.integer({ min: 1, max: CONTACTS }), anySide), { maxLength: 20 }),
    email: fc.option(anySide),
  });
  fc.assert(
    fc.property(anyChoice, (any) => {
      host.restore(edited).as(OWNER);
      const cells: Record<string, Side> = any.email === null ? {} : { [emailCell]: any.email };
      for (const [n, side] of any.contacts) cells[contactCell(n)] = side;
      undo(txn, { default: any.default, cells });
      const sideOf = (cell: string) => cells[cell] ?? any.default;
      expect(emailOf(c(1))).toBe(sideOf(emailCell) === 'now' ? 'neu@example.com' : '');
      expect(whose()).toEqual(contacts.map((_, n) => (sideOf(contactCell(n + 1)) === 'now' ? c(3) : c(2))));
      // The dashboard counts what stands in the sheets.
      const decided = [`${tabOf(host, 'interactions')} `, `${tabOf(host, 'customers')} row ${FIRST} `, '看板 '];
      const lines = changesBetween(host, made.book, host.book);
      expect(lines.filter((line) => decided.every((start) => !line.startsWith(start)))).toEqual([]);
    }),
    { seed: 20260101, numRuns: 12 },
  );
});

test('an undo with choices is itself taken back: what it put back changes again, what was kept stays', () => {
  const back = undo(txn, { default: 'now', cells: { [contactCell(1)]: 'then' } });
  expect(whose().slice(0, 2)).toEqual([c(2), c(3)]);
  const again = undo(back, { default: 'now', cells: {} });
  // Who changed a row last, and which act its Archive line is of, tell that more has happened.
  const told = /owner@example\.com|X-00000\d/;
  expect(changesBetween(host, edited.book, host.book).filter((line) => !told.test(line))).toEqual([]);
  expect(call(host, 'history', { page: 0 }).items.map(({ txn: id, kind, state, of }) => [id, kind, state, of])).toEqual([
    [again, 'redo', 'done', { txn: back, kind: 'undo' }],
    [back, 'undo', 'undone', { txn, kind: 'merge' }],
    [txn, 'merge', 'undone', null],
  ]);
  const once = undo(again, { default: 'now', cells: {} });
  expect(call(host, 'history', { page: 0 }).items[0]).toMatchObject({
    txn: once,
    kind: 'undo',
    of: { txn: again, kind: 'redo' },
  });
  expect(whose().slice(0, 2)).toEqual([c(2), c(3)]);
});

test('an earlier act is taken back under a later one, cell by cell', () => {
  host.restore(merged).as(OWNER);
  addRows(host, 'customers', [
    { customer_id: c(11), name: '王芳', mobile: '+8613900000003', email: 'wang@example.com' },
    { customer_id: c(12), name: '张伟', mobile: '+8613900000001', email: 'zhang@example.com', address: '人民路 2 号' },
  ]);
  // The master of the first merge goes into another record, and takes its contacts with it.
  const later = mergeAll(host).txn;
  const listed = call(host, 'undo', { txn });
  const total = listed.changedSince.total;
  const changed = { default: 'now', cells: {} } as const;
  if (total > 0) undo(txn, changed);
  else finish(host, listed);
  expect(recordsIn(host, 'customers').map(({ customer_id }) => customer_id)).toContain(c(2));
  undo(later, changed);
  const ids = recordsIn(host, 'customers').map(({ customer_id }) => customer_id);
  expect(ids).toEqual(expect.arrayContaining([c(1), c(2), c(3), c(11), c(12)]));
  expect(new Set(ids).size).toBe(ids.length);
});

test('killed at every write, an undo with choices ends as the undisturbed one', () => {
  const changed: ChangedChoice = { default: 'then', cells: { [contactCell(2)]: 'now', [emailCell]: 'now' } };
  undo(txn, changed);
  const wanted = host.snapshot();
  let kills = 0;
  for (const effect of ['before', 'after'] as const) {
    for (let write = 1; ; write++) {
      host.restore(edited).as(OWNER);
      if (!struck(host, { write, effect }, () => undo(txn, changed))) break;
      kills++;
      const rest = call(host, 'resume');
      if (rest !== null) finish(host, rest);
      else if (refusal(host, 'undo', { txn, changed }) === null) finish(host, call(host, 'resume') ?? NOTHING);
      expect(changesBetween(host, wanted.book, host.book)).toEqual([]);
      expect([...host.properties.keys()]).not.toContain('cp:open');
    }
  }
  expect(kills).toBeGreaterThan(12);
});

const NOTHING = { txn: '', done: 0, of: 0, finished: true, left: 0 };

test('who may not undo an act does not see its cells either', () => {
  call(host, 'saveOwner', { name: '乙', email: 'sales@example.com', role: 'sales', active: true });
  host.book.editors.push('sales@example.com');
  host.as('sales@example.com');
  expect(refusal(host, 'changedSince', { txn, page: 0 })).toBe('undo.managerOnly');
});
