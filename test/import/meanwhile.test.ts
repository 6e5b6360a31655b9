// Somebody works in the sheet while customers come in, or between a killed run and the next: nobody's row is written over or doubled.
import type { CellValue, Host } from '../../local/host/index';
import {
  addRows,
  call,
  cellOf,
  commit,
  csvOf,
  customersIn,
  FIRST,
  finish,
  freshPool,
  recordsIn,
  stageFile,
  struck,
  tabOf,
} from './pool';

jest.setTimeout(180_000);

const KNOWN = 3;

/** Three customers, and a staged list of six on both sides of the user's own column, with rows of nobody. */
function prepared(): { readonly host: Host; readonly batch: string } {
  const host = freshPool();
  addRows(
    host,
    'customers',
    Array.from({ length: KNOWN }, (_, i) => ({ customer_id: `C-00000${i + 1}`, name: `旧客户${'甲乙丙'[i]}` })),
  );
  const rows = Array.from({ length: 9 }, (_, i) => [
    i % 3 === 1 ? '' : `李${'梅兰竹菊松柏桃杏桂'[i]}`,
    `1380022334${i}`,
    i % 2 === 0 ? '' : `c${i}@example.com`,
    `要求${i}`,
  ]);
  const batch = stageFile(host, { text: csvOf([['姓名', '手机', '邮箱', '备注'], ...rows]) });
  return { host, batch };
}

type Line = Record<string, CellValue>;

function byId(lines: readonly Line[], key = 'customer_id'): Line[] {
  return [...lines].sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));
}

/** Lines of Quarantine in any order. */
function asides(host: Host): string[] {
  return recordsIn(host, 'quarantine')
    .map((line) => JSON.stringify(line))
    .sort();
}

type Work = (host: Host) => void;

const works: readonly (readonly [string, Work, readonly string[]])[] = [
  [
    'sorts the sheets',
    (host) => {
      const top = FIRST + recordsIn(host, 'customers').length - 1;
      host.sort(`'${tabOf(host, 'customers')}'!A${FIRST}:EZ${top}`, 1, false);
      const lines = recordsIn(host, 'quarantine').length;
      if (lines > 1) host.sort(`'${tabOf(host, 'quarantine')}'!A${FIRST}:Z${FIRST + lines - 1}`, 3, false);
    },
    [],
  ],
  ['takes a customer out', (host) => host.deleteRows(tabOf(host, 'customers'), FIRST), ['C-000001']],
  ['puts a row above them', (host) => host.insertRows(tabOf(host, 'customers'), FIRST), []],
  [
    'takes one of the list out, who comes again',
    (host) => {
      if (customersIn(host).length > KNOWN) host.deleteRows(tabOf(host, 'customers'), FIRST + KNOWN);
    },
    [],
  ],
];

test.each(works)('a run killed after any write, then somebody %s: all others stay as they are', (_title, work, gone) => {
  const { host, batch } = prepared();
  const from = host.snapshot();
  commit(host, batch);
  const wanted = byId(customersIn(host)).filter(({ customer_id }) => !gone.includes(String(customer_id)));
  const aside = asides(host);
  expect(aside.length).toBeGreaterThan(1);
  let moved = 0;
  for (let write = 1; ; write++) {
    host.restore(from);
    if (!struck(host, { write, effect: 'after' }, () => void commit(host, batch))) break;
    work(host);
    const rest = call(host, 'resume');
    // Killed before the act began, or after it was over.
    if (rest === null) continue;
    finish(host, rest);
    moved++;
    expect([write, byId(customersIn(host))]).toEqual([write, wanted]);
    expect([write, asides(host)]).toEqual([write, aside]);
  }
  expect(moved).toBeGreaterThan(4);
});

test('somebody begins a row while a list comes in: it stays, the list goes below, and is taken back without it', () => {
  const { host, batch } = prepared();
  const from = host.snapshot();
  commit(host, batch);
  const wanted = customersIn(host);
  const lost: number[] = [];
  let writes = 0;
  for (let struckYet = true; struckYet; writes++) {
    host.restore(from);
    host.resetCalls();
    struckYet = false;
    host.before(writes + 1, () => {
      struckYet = true;
      // Only a need, so that the row is none of the customers yet.
      host.edit(cellOf(host, 'customers', FIRST + recordsIn(host, 'customers').length, 'needs'), '随手记下');
    });
    commit(host, batch);
    if (!struckYet) break;
    const typed = () => recordsIn(host, 'customers').filter(({ needs }) => needs === '随手记下');
    if (typed().length === 0) {
      lost.push(writes + 1);
      continue;
    }
    expect([writes, customersIn(host)]).toEqual([writes, wanted]);
    const { txn = '' } = call(host, 'history', { page: 0 }).items[0] ?? {};
    finish(host, call(host, 'undo', { txn }));
    expect(customersIn(host)).toHaveLength(KNOWN);
    expect(typed()).toHaveLength(1);
  }
  expect(writes).toBeGreaterThan(6);
  // The one write that puts the rows there: nothing lies between it and the look for the last row.
  expect(lost.length).toBeLessThanOrEqual(1);
});
