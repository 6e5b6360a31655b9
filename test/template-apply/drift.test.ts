// What people do to a workbook, by table: repair restores what is ours, keeps what is theirs, and then has nothing left to do.
import type { ColumnRuns, Host, SheetModel, ValidationModel } from '../../local/host/index';
import type { SheetKey } from '../../src/template/index';
import { apply, at, columnOf, findSheet, labelsOf, letters, markersOf, openPool, ownKeys, plan, sheetOf } from './pool';

const undisturbed = openPool();
const saved = undisturbed.snapshot();

/** A fresh pool with one customer in it. */
function pool(): Host {
  const host = undisturbed.restore(saved);
  for (const [column, value] of [
    ['name', '张伟'],
    ['tier', '重要'],
    ['remark', '老朋友'],
  ] as const) {
    host.edit(at(host, 'customers', column, 3), value);
  }
  return host;
}

function ruleAt(host: Host, key: SheetKey, column: string, row: number): ValidationModel | null {
  return (
    sheetOf(host, key)
      .validations.get(columnOf(host, key, column))
      ?.at(row) ?? null
  );
}

function formatAt(host: Host, column: string, row: number): string | undefined {
  return sheetOf(host, 'customers')
    .styles.get(columnOf(host, 'customers', column))
    ?.at(row)?.numberFormat;
}

/** Takes out a stretch of one column's runs. */
function wipe<T>(runs: Map<number, ColumnRuns<T>>, column: number, row: number, rows: number): void {
  runs.get(column)?.set(row, rows, null);
}

function tab(host: Host, key: SheetKey): string {
  return sheetOf(host, key).name;
}

type Drift = readonly [title: string, drift: (host: Host) => void, check: (host: Host) => void];

const missing: readonly Drift[] = [
  [
    'a deleted sheet comes back, and formulas that named it compute again',
    (host) => host.deleteSheet(tab(host, 'orders')),
    (host) => {
      expect(ownKeys(host, 'orders')).toHaveLength(21);
      const cells = sheetOf(host, 'dashboard').cells.flatMap((line) => line ?? []);
      expect(cells.filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([]);
    },
  ],
  [
    'a deleted list comes back with the dropdowns that took it',
    (host) => host.deleteSheet(tab(host, 'users')),
    (host) => {
      const { values } = ruleAt(host, 'customers', 'owner', 50) ?? { values: [] };
      expect(values).toEqual([
        expect.objectContaining({ sheetId: sheetOf(host, 'users').id, column: columnOf(host, 'users', 'name'), row: 3 }),
      ]);
    },
  ],
  [
    'a deleted page is laid out again',
    (host) => host.deleteSheet(tab(host, 'dashboard')),
    (host) => expect(sheetOf(host, 'dashboard').charts).toHaveLength(4),
  ],
  [
    'a deleted column comes back empty at the right end, with its rule',
    (host) => host.deleteColumns(tab(host, 'customers'), columnOf(host, 'customers', 'stage')),
    (host) => {
      expect(columnOf(host, 'customers', 'stage')).toBe(71);
      expect(labelsOf(host, 'customers')['stage']).toBe('生命周期');
      expect(ruleAt(host, 'customers', 'stage', 100)?.criteria).toBe('VALUE_IN_LIST');
      expect(host.shown(tab(host, 'customers'))[2]?.[70]).toBe('');
    },
  ],
  [
    'a deleted chart is drawn again',
    (host) => sheetOf(host, 'dashboard').charts.splice(1, 1),
    (host) => expect(sheetOf(host, 'dashboard').charts.map(({ options }) => options['title'])).toContain('每月新增与成交'),
  ],
  [
    'a deleted setting comes back as shipped',
    (host) => host.deleteRows(tab(host, 'settings'), 5),
    (host) => expect(host.values(tab(host, 'settings'))).toHaveLength(undisturbed.values(tab(host, 'settings')).length),
  ],
];

const heads: readonly Drift[] = [
  [
    'an emptied label is written again',
    (host) => host.clear(at(host, 'customers', 'mobile', 2)),
    (host) => expect(labelsOf(host, 'customers')['mobile']).toBe('手机'),
  ],
  [
    'an emptied key is known by its label',
    (host) => host.clear(at(host, 'customers', 'mobile', 1)),
    (host) => expect(columnOf(host, 'customers', 'mobile')).toBe(4),
  ],
  [
    'a key typed over is known by its label',
    (host) => host.edit(at(host, 'customers', 'mobile', 1), '???'),
    (host) => expect(columnOf(host, 'customers', 'mobile')).toBe(4),
  ],
  [
    'an emptied key row is filled from the labels',
    (host) => {
      const { cells } = sheetOf(host, 'customers');
      cells[0] = [];
    },
    (host) => expect(ownKeys(host, 'customers')).toHaveLength(71),
  ],
  [
    'a deleted key row is put back, hidden and frozen',
    (host) => host.deleteRows(tab(host, 'customers'), 1),
    (host) => {
      const sheet = sheetOf(host, 'customers');
      expect(ownKeys(host, 'customers')).toHaveLength(71);
      expect([[...sheet.hiddenRows], sheet.frozenRows]).toEqual([[1], 2]);
      expect(host.shown(sheet.name)[2]?.[1]).toBe('张伟');
    },
  ],
  [
    'a deleted label row is put back in its colours',
    (host) => {
      host.edit(at(host, 'customers', 'customer_id', 3), 'C-000001');
      host.deleteRows(tab(host, 'customers'), 2);
    },
    (host) => {
      expect(labelsOf(host, 'customers')['name']).toBe('客户姓名');
      expect(host.shown(tab(host, 'customers'))[2]?.[1]).toBe('张伟');
      const style = sheetOf(host, 'customers')
        .styles.get(columnOf(host, 'customers', 'name'))
        ?.at(2);
      expect(style).toMatchObject({ background: '#d6e3f8', fontWeight: 'bold' });
    },
  ],
];

const rules: readonly Drift[] = [
  [
    'a lost rule is set again',
    (host) => wipe(sheetOf(host, 'customers').validations, columnOf(host, 'customers', 'tier'), 3, 200),
    (host) => expect(ruleAt(host, 'customers', 'tier', 150)?.values).toEqual(['重要', '普通', '潜在']),
  ],
  [
    'a rule lost in one row far down is set again',
    (host) => wipe(sheetOf(host, 'customers').validations, columnOf(host, 'customers', 'tier'), 177, 1),
    (host) => expect(ruleAt(host, 'customers', 'tier', 177)?.criteria).toBe('VALUE_IN_LIST'),
  ],
  [
    'a rule pasted over by another column’s is set again',
    (host) => {
      const { validations } = sheetOf(host, 'customers');
      validations.get(columnOf(host, 'customers', 'tier'))?.set(60, 1, ruleAt(host, 'customers', 'next_follow_up', 3));
    },
    (host) => expect(ruleAt(host, 'customers', 'tier', 60)?.criteria).toBe('VALUE_IN_LIST'),
  ],
  [
    'rules by formula follow their row',
    (host) => wipe(sheetOf(host, 'customers').validations, columnOf(host, 'customers', 'email'), 3, 200),
    (host) => expect(ruleAt(host, 'customers', 'email', 90)).toBe(ruleAt(host, 'customers', 'email', 3)),
  ],
  [
    'an option renamed in its list is offered by its new name',
    (host) => {
      const { name } = sheetOf(host, 'options');
      const row = host.values(name).findIndex(([list, id]) => list === 'tier' && id === 'prospect') + 1;
      host.edit(`'${name}'!${letters(columnOf(host, 'options', 'zh'))}${row}`, '待开发');
    },
    (host) => expect(ruleAt(host, 'customers', 'tier', 3)?.values).toEqual(['重要', '普通', '待开发']),
  ],
  [
    'a changed number format is set again',
    (host) => host.world.book.sheets[0]?.styles.delete(columnOf(host, 'customers', 'next_follow_up')),
    (host) => expect(formatAt(host, 'next_follow_up', 120)).toBe('yyyy-mm-dd'),
  ],
  [
    'deleted format rules come back in order',
    (host) => sheetOf(host, 'customers').conditionalFormats.splice(2, 9),
    (host) => expect(markersOf(sheetOf(host, 'customers'))).toEqual(markersOf(saved.book.sheets[0] as SheetModel)),
  ],
  [
    'a changed format rule is set again',
    (host) => {
      const { conditionalFormats } = sheetOf(host, 'customers');
      conditionalFormats[3] = { ...(conditionalFormats[3] as (typeof conditionalFormats)[number]), background: '#00ff00' };
    },
    (host) => expect(sheetOf(host, 'customers').conditionalFormats).toEqual(saved.book.sheets[0]?.conditionalFormats),
  ],
  [
    'a removed protection is set again',
    (host) => {
      sheetOf(host, 'settings').protections = [];
    },
    (host) =>
      expect(sheetOf(host, 'settings').protections.map(({ description, editors }) => [description, editors])).toEqual([
        ['cp:system:settings', []],
      ]),
  ],
  [
    'a formula typed over on the dashboard is put back',
    (host) => host.edit(`'${tab(host, 'dashboard')}'!B6`, '42'),
    (host) => expect(sheetOf(host, 'dashboard').formulas.get(6)?.get(2)).toContain('COUNTIFS('),
  ],
];

describe.each([
  ['what is missing', missing],
  ['heads', heads],
  ['rules, formats, protection', rules],
])('%s', (_group, cases) => {
  test.each(cases)('%s', (_title, drift, check) => {
    const host = pool();
    drift(host);
    expect(plan(host).state).toBe('repair');
    apply(host);
    check(host);
    expect(plan(host)).toMatchObject({ state: 'current', operations: 0 });
    expect(host.shown(tab(host, 'customers'))[2]).toContain('张伟');
  });
});

type Theirs = readonly [title: string, change: (host: Host) => void, kept: (host: Host) => unknown];

const theirs: readonly Theirs[] = [
  [
    'a renamed column',
    (host) => host.edit(at(host, 'customers', 'mobile', 2), '电话一'),
    (host) => labelsOf(host, 'customers')['mobile'],
  ],
  ['a renamed sheet', (host) => host.renameSheet(tab(host, 'orders'), '销售单'), (host) => tab(host, 'orders')],
  [
    'widths',
    (host) => sheetOf(host, 'customers').columnWidths.set(4, 333),
    (host) => sheetOf(host, 'customers').columnWidths.get(4),
  ],
  [
    'hidden columns',
    (host) => sheetOf(host, 'customers').hiddenColumns.add(4),
    (host) => sheetOf(host, 'customers').hiddenColumns.has(4),
  ],
  ['a sheet shown', (host) => Object.assign(sheetOf(host, 'users'), { hidden: false }), (host) => sheetOf(host, 'users').hidden],
  [
    'tab colours',
    (host) => Object.assign(sheetOf(host, 'orders'), { tabColor: '#123456' }),
    (host) => sheetOf(host, 'orders').tabColor,
  ],
  ['the order of tabs', (host) => host.book.sheets.reverse(), (host) => host.book.sheets.map(({ name }) => name)],
  ['a setting', (host) => host.edit(`'${tab(host, 'settings')}'!B9`, '10'), (host) => host.shown(tab(host, 'settings'))[8]?.[1]],
  [
    'the dashboard’s choices',
    (host) => host.edit(`'${tab(host, 'dashboard')}'!J2`, '上月'),
    (host) => host.shown(tab(host, 'dashboard'))[1]?.[9],
  ],
  [
    'words beside the dashboard',
    (host) => host.edit(`'${tab(host, 'dashboard')}'!B42`, '我的话'),
    (host) => host.shown(tab(host, 'dashboard'))[41]?.[1],
  ],
];

test.each(theirs)('%s is the user’s: nothing is planned', (_title, change, kept) => {
  const host = pool();
  change(host);
  const before = kept(host);
  expect(plan(host)).toMatchObject({ state: 'current', operations: 0 });
  expect(kept(host)).toEqual(before);
});

test('a column of one’s own gets a key and is left alone', () => {
  const host = pool();
  host.insertColumns(tab(host, 'customers'), 3);
  host.edit(`'${tab(host, 'customers')}'!C2`, '昵称');
  host.edit(`'${tab(host, 'customers')}'!C3`, '小张');
  apply(host);
  expect(columnOf(host, 'customers', 'u_1')).toBe(3);
  expect(ownKeys(host, 'customers')).toHaveLength(71);
  expect(host.shown(tab(host, 'customers'))[2]?.slice(1, 4)).toEqual(['张伟', '小张', '']);
  expect(plan(host).operations).toBe(0);
});

test('a copied column is one’s own', () => {
  const host = pool();
  host.insertColumns(tab(host, 'customers'), 5);
  host.edit(`'${tab(host, 'customers')}'!E1`, 'mobile');
  host.edit(`'${tab(host, 'customers')}'!E2`, '手机');
  apply(host);
  expect([columnOf(host, 'customers', 'mobile'), columnOf(host, 'customers', 'u_1')]).toEqual([4, 5]);
  expect(plan(host).operations).toBe(0);
});

test('a format rule, a chart, a protection of one’s own stay as they are', () => {
  const host = pool();
  const sheet = sheetOf(host, 'customers');
  const [rule] = sheet.conditionalFormats;
  const mine = { ...(rule as NonNullable<typeof rule>), values: ['=$B3="张伟"'], background: '#abcdef' };
  sheet.conditionalFormats = [...sheet.conditionalFormats.slice(4), mine];
  const page = sheetOf(host, 'dashboard');
  page.charts = [{ ...(page.charts[0] as (typeof page.charts)[number]), id: 99, ranges: [], options: { title: '我的图' } }];
  host.insertSheet('我的表');
  apply(host);
  const after = sheetOf(host, 'customers').conditionalFormats;
  expect(after[0]).toEqual(mine);
  expect(after.slice(1)).toEqual(saved.book.sheets[0]?.conditionalFormats);
  expect(sheetOf(host, 'dashboard').charts.map(({ options }) => options['title'])).toContain('我的图');
  expect(host.book.sheets.map(({ name }) => name)).toContain('我的表');
  expect(plan(host).operations).toBe(0);
});

test('a copy of a sheet is not taken for another one that is missing', () => {
  const host = pool();
  const copy = { ...sheetOf(host, 'customers'), id: 77, name: '客户池的副本', protections: [] };
  host.deleteSheet(tab(host, 'products'));
  host.book.sheets.push(copy);
  apply(host);
  expect(findSheet(host, 'products')?.name).toBe('产品');
  expect(host.book.sheets.find(({ id }) => id === 77)?.maxColumns).toBe(71);
  expect(plan(host).operations).toBe(0);
});

test('cells somebody turned into a table are named, and mended once they are cells again', () => {
  const host = pool();
  wipe(sheetOf(host, 'customers').validations, columnOf(host, 'customers', 'tier'), 3, 200);
  host.makeTable(`'${tab(host, 'customers')}'!A2:BS50`);
  expect(host.rpc('applyTemplate', {})).toEqual({ ok: false, code: 'sheet.typedColumn', args: { sheet: '客户池' } });
  host.world.tables.length = 0;
  apply(host);
  expect(ruleAt(host, 'customers', 'tier', 3)?.criteria).toBe('VALUE_IN_LIST');
  expect(plan(host)).toMatchObject({ state: 'current', operations: 0 });
});
