// An import killed at every service write, before and after it took effect, then run again: always the same end.
import { differences, type Fault, type Host, type HostState } from '../../local/host/index';
import { strikeEach } from '../acts/strike';
import {
  call,
  cellOf,
  commit,
  comparable,
  csvOf,
  customersIn,
  FIRST,
  type File,
  finish,
  freshPool,
  importFile,
  propertiesOf,
  recordsIn,
  stageFile,
  struck,
  tabOf,
} from './pool';

/** Forty messy rows: bad cells, rows of nobody, owners nobody knows, custom columns, notes. */
const messy: File = {
  size: 1500,
  text: csvOf([
    ['姓名', '公司', '手机', '邮箱', '负责人', '下次跟进日期', '客户来源', '甲', '乙', '丙', '丁', '戊', '己'],
    ...Array.from({ length: 40 }, (_, i) => [
      i % 9 === 4 ? '' : `客户${i}`,
      i % 18 === 4 ? '' : `公司${i}，“有限”`,
      i % 5 === 0 ? `1.38E+1${i % 3}` : `138${String(10_000_000 + i)}`,
      i % 7 === 0 ? `c${i}@nowhere` : `c${i}@example.com`,
      ['李雷', '韩 梅', '=魏然', '公海'][i % 4] ?? '',
      i % 6 === 0 ? '3/4/26' : `2026-12-${String(1 + (i % 28)).padStart(2, '0')}`,
      i % 8 === 0 ? '地推' : '展会',
      `甲${i}`,
      `乙${i}`,
      `丙\n${i}`,
      `丁${i}`,
      `戊${i}`,
      `己${i}`,
    ]),
  ]),
};

// Each kill is a run of its own, from a copy of the workbook.
jest.setTimeout(180_000);

type Again = (host: Host, batch: string) => void;

/** How the sidebar goes on when a commit was killed: by asking once more, or from the card about unfinished work. */
const again: readonly (readonly [string, Again])[] = [
  ['commits once more', (host, batch) => void commit(host, batch)],
  [
    'is finished from the card',
    (host, batch) => {
      const rest = call(host, 'resume');
      if (rest !== null) finish(host, rest);
      else commit(host, batch);
    },
  ],
];

/** Kills an act at each of its writes, goes on, and compares with the undisturbed end. @returns the number of its writes */
function everywhere(host: Host, from: HostState, act: () => void, goOn: (fault: Fault) => void): number {
  host.restore(from);
  act();
  const wanted = comparable(host, host.snapshot().book);
  const properties = propertiesOf(host);
  return strikeEach(
    host,
    () => void host.restore(from),
    act,
    (fault) => {
      goOn(fault);
      const wrong = differences(wanted, comparable(host, host.book), 30);
      if (wrong.length > 0) throw new Error(`killed ${fault.effect} write ${fault.write}:\n${wrong.slice(0, 12).join('\n')}`);
      expect(propertiesOf(host)).toEqual(properties);
    },
  );
}

test('killed while the file goes up: the file is chosen again, and nothing of the first try is left', () => {
  const host = freshPool();
  const from = host.snapshot();
  const writes = everywhere(
    host,
    from,
    () => void stageFile(host, messy),
    () => void stageFile(host, messy),
  );
  expect(writes).toBeGreaterThan(4);
});

test('killed while a shorter and narrower file goes up over an earlier one', () => {
  const host = freshPool();
  importFile(host, messy);
  const next: File = {
    text: csvOf([
      ['姓名', '手机'],
      ['张伟', '13900139000'],
    ]),
  };
  const from = host.snapshot();
  everywhere(
    host,
    from,
    () => void importFile(host, next),
    () => {
      const rest = call(host, 'resume');
      if (rest !== null) finish(host, rest);
      // What came in is not chosen once more.
      else if (customersIn(host).every(({ name }) => name !== '张伟')) importFile(host, next);
    },
  );
  expect(recordsIn(host, 'import')).toHaveLength(3);
});

test.each(again)('killed while customers come in; it %s', (_title, goOn) => {
  const host = freshPool();
  const batch = stageFile(host, messy);
  const from = host.snapshot();
  const writes = everywhere(
    host,
    from,
    () => void commit(host, batch),
    () => goOn(host, batch),
  );
  expect(writes).toBeGreaterThan(10);
  const ids = customersIn(host).map((record) => String(record['customer_id']));
  expect(ids).toEqual(Array.from({ length: 38 }, (_, i) => `C-${String(i + 1).padStart(6, '0')}`));
});

test('columns moved and the user’s own between them', () => {
  const host = freshPool();
  const tab = tabOf(host, 'customers');
  // The id to the right of what is written with it, so that it is not in the first rectangle.
  const width = host.values(tab)[0]?.length ?? 0;
  host.insertColumns(tab, width + 1);
  moveColumn(host, tab, 1, width + 1);
  const batch = stageFile(host, messy);
  const from = host.snapshot();
  everywhere(
    host,
    from,
    () => void commit(host, batch),
    () => void commit(host, batch),
  );
});

test('somebody types below the data between the kill and the second run: his row stays, and no customer is lost or doubled', () => {
  const host = freshPool();
  const batch = stageFile(host, messy);
  const from = host.snapshot();
  commit(host, batch);
  const wanted = names(host);
  for (let write = 1; ; write++) {
    host.restore(from);
    if (!struck(host, { write, effect: 'after' }, () => void commit(host, batch))) break;
    const row = FIRST + recordsIn(host, 'customers').length;
    // Only a need, so that the row is none of the customers yet.
    host.edit(cellOf(host, 'customers', row, 'needs'), '随手记下');
    commit(host, batch);
    expect(names(host)).toEqual(wanted);
    expect(recordsIn(host, 'customers').filter(({ needs }) => needs === '随手记下')).toHaveLength(1);
  }
});

test('somebody types into a customer that is only half there: his cell stays, and no other cell of the list is lost', () => {
  const host = freshPool();
  const batch = stageFile(host, messy);
  const from = host.snapshot();
  commit(host, batch);
  const wanted = customersIn(host);
  let typed = 0;
  for (let write = 1; ; write++) {
    host.restore(from);
    if (!struck(host, { write, effect: 'after' }, () => void commit(host, batch))) break;
    const half = customersIn(host).some(({ customer_id }, i) => customer_id !== undefined && halved(host, i));
    if (half) {
      typed++;
      host.edit(cellOf(host, 'customers', FIRST + 1, 'remark'), '刚打的电话');
    }
    commit(host, batch);
    const found = customersIn(host).map(({ remark, issue, completeness, updated_at, updated_by, ...rest }) => rest);
    const same = wanted.map(({ remark, issue, completeness, updated_at, updated_by, ...rest }) => rest);
    expect(found).toEqual(same);
    if (half) expect(customersIn(host)[1]?.['remark']).toBe('刚打的电话');
  }
  expect(typed).toBeGreaterThan(0);
});

/** Whether a customer has an id and nothing of the columns behind the user's own. */
function halved(host: Host, index: number): boolean {
  const record = customersIn(host)[index] ?? {};
  return record['completeness'] === undefined && record['created_at'] === undefined;
}

test('a second slice of a long list, killed at each of its writes', () => {
  const host = freshPool();
  const rows = 20_030;
  const lines = Array.from({ length: rows }, (_, i) => `客户${i},${i % 1000 === 0 ? '1.38E+10' : 13_800_000_000 + i}`);
  const batch = stageFile(host, { size: 300_000, text: `姓名,手机\n${lines.join('\n')}` });
  expect(call(host, 'importCommit', { batch, acceptOwners: true })).toMatchObject({ done: 20_000, result: null });
  const from = host.snapshot();
  const writes = everywhere(
    host,
    from,
    () => void commit(host, batch),
    () => void commit(host, batch),
  );
  expect(writes).toBeGreaterThan(5);
  expect(new Set(names(host)).size).toBe(rows);
});

function names(host: Host): string[] {
  return customersIn(host).map(({ customer_id, name }) => `${customer_id} ${name}`);
}

/** Cuts a column and pastes it over an empty one, as people move one; the column it left is taken out. */
function moveColumn(host: Host, tab: string, from: number, to: number): void {
  const letter = (column: number): string =>
    column > 26
      ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) + letter(((column - 1) % 26) + 1)
      : String.fromCharCode(64 + column);
  const cells = host.values(tab).map((line) => [line[from - 1] ?? null]);
  host.paste(`'${tab}'!${letter(to)}1`, cells as (string | number | boolean | null)[][], { valuesOnly: true });
  host.deleteColumns(tab, from);
}
