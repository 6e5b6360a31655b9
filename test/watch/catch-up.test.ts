// The sheet comes out the same whether the watcher saw each edit, some, or none, and wherever a run of it was killed.
import fc from 'fast-check';
import { workbook } from '../../src/template/index';
import type { ColumnTemplate } from '../../src/template/types';
import { mergeAll, scan, struck } from '../acts/pool';
import { cellOf, EVE, FIRST, given, type Host, night, noteOn, OWNER, recordsIn, tabOf, watchedPool } from './pool';

const seed = 20260101;
const declared: Readonly<Record<string, ColumnTemplate>> = workbook.sheets.customers.columns;

let host: Host;
let fresh: ReturnType<Host['snapshot']>;

beforeAll(() => {
  host = watchedPool([
    given(1, { mobile: '+8613912345678', email: 'one@example.com', next_follow_up: '2026-12-01', owner: null }),
    given(2, { name: '王芳', mobile: '+8613900001111', next_follow_up: '2026-12-01', owner: null }),
    given(3, { name: '李雷', company: '启明', next_follow_up: '2026-12-01', owner: null }),
  ]);
  // Once, so that what the pool itself is given is in order before anything is edited.
  host.as(OWNER).run('hourly');
  fresh = host.snapshot();
});

beforeEach(() => {
  begin();
});

/** Nobody knows the stranger who types: what only the event knows, whose the new customers are, is left out. */
function begin(): void {
  host.restore(fresh).as(EVE);
  host.world.logs.splice(0);
}

const STAMPS = ['created_at', 'created_by', 'updated_at', 'updated_by'];
const NOTED = ['name', 'company', 'mobile', 'phone', 'email'];

/** Records and notes, the stamps aside; ids by their order, for a killed run may have used one up. */
function state(): unknown {
  return (['customers', 'interactions'] as const).map((key) =>
    recordsIn(host, key).map((record, i) => ({
      ...Object.fromEntries(Object.entries(record).filter(([column]) => !STAMPS.includes(column))),
      ...(key === 'interactions' && { interaction_id: String(record['interaction_id']).slice(0, 2) }),
      ...(key === 'customers' && i >= 3 && { customer_id: String(record['customer_id']).slice(0, 2) }),
      issue: String(record['issue'] ?? '').replace(/C-\d+/g, 'C-'),
      notes: key === 'customers' ? NOTED.map((column) => noteOn(host, key, FIRST + i, column).replace(/C-\d+/, 'C-')) : [],
    })),
  );
}

function faults(): string[] {
  return host.logs.filter(({ text }) => text.startsWith('fault')).map(({ text }) => text);
}

function hourly(): void {
  night(host);
  expect(faults()).toEqual([]);
}

/** Nobody sees what is typed. */
function unseen(act: () => void): void {
  const { triggers } = host.world;
  const edits = triggers.filter(({ event }) => event === 'ON_EDIT');
  for (const trigger of edits) triggers.splice(triggers.indexOf(trigger), 1);
  act();
  triggers.push(...edits);
}

interface Act {
  readonly row: number;
  readonly column: string;
  readonly values: readonly (string | null)[];
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  name: [' 王  芳 ', '李雷', '赵六', '=A1', "O'Brien"],
  company: ['启明', '启 明', '明远（上海）'],
  mobile: ['139-1234-5678', '１３９００００１１１１', '138 0000 2222', '12', '@SUM(1)'],
  phone: ['13912345678', '(010) 6552 9988', 'x'],
  email: ['ONE@example.com', 'new＠Example.com', 'a@b'],
  tier: ['VIP', '普通', '乱写'],
  province: ['广东', '纽约'],
  remark: ['=1+1', '+86', '<b>x</b>', '\ud800', '多行\n文字'],
  tags: ['外贸；月结', 'a,a'],
};

/** Each cell once: what is typed over leaves traces only who saw it knows, e.g. the province of a city. */
const acts = fc.uniqueArray(
  fc
    .nat({ max: 5 })
    .chain((row) =>
      fc
        .constantFrom(...Object.keys(VALUES))
        .chain((column) =>
          fc.constantFrom(...(VALUES[column] ?? [])).map((value): Act => ({ row: FIRST + row, column, values: [value] })),
        ),
    ),
  { selector: ({ row, column }) => `${row} ${column}`, minLength: 1, maxLength: 6 },
);

function perform(list: readonly Act[]): void {
  // New rows from the top down, so that ids are given in one order.
  for (const { row, column, values } of [...list].sort((a, b) => a.row - b.row)) {
    host.as(EVE).paste(cellOf(host, 'customers', row, column), [[...values]], { valuesOnly: true });
  }
}

test('catching up comes to what seeing every edit comes to, and a second look finds nothing', () => {
  fc.assert(
    fc.property(acts, (list) => {
      begin();
      perform(list);
      hourly();
      const seen = state();
      begin();
      unseen(() => perform(list));
      hourly();
      expect(state()).toEqual(seen);
      hourly();
      expect(state()).toEqual(seen);
    }),
    { seed, numRuns: 12, endOnFailure: true },
  );
});

test.each<[string, string, string | null, string, boolean]>([
  ['a cell an import had to leave empty', 'age', null, '年龄 → 三百', true],
  ['a text an import had to cut', 'next_action', 'x'.repeat(200), '下次跟进事项 → 太长', true],
  ['a value that is fine', 'email', 'two@example.com', '邮箱 → 多了一个 @', false],
  ['an empty cell that need not be filled', 'company', null, '公司名称 → 必填，还没有填', false],
])('what an issue says of %s', (_title, key, value, issue, stays) => {
  for (const [column, cell] of [
    [key, value],
    ['issue', issue],
  ] as const) {
    const { sheet, area } = host.place(cellOf(host, 'customers', FIRST + 1, column));
    const line = sheet.cells[area.row - 1];
    if (line !== undefined) line[area.column - 1] = cell;
  }
  hourly();
  expect(String(recordsIn(host, 'customers')[1]?.['issue'] ?? '').includes(issue)).toBe(stays);
});

test('whatever is typed, nothing throws, nothing of it is lost and nothing computes', () => {
  const word = fc.string({ unit: fc.constantFrom(...'bcdfghjklmnpqrstvwxz'), minLength: 5, maxLength: 9 });
  const cell = fc.oneof(
    word,
    word.map((text) => `=${text}(1)`),
    word.map((text) => `@${text}`),
    word.map((text) => `<img src=x onerror=${text}>`),
    word.map((text) => `${text}\n${text}`),
    fc.constantFrom(
      '',
      '+86',
      '-1',
      '\ud800',
      '💠',
      '　',
      '=1+1',
      '1.2万',
      '2026-02-30',
      '13800138000/13900139000',
      'x'.repeat(3000),
    ),
  );
  const block = fc.array(fc.array(cell, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 });
  const keys = ['name', 'mobile', 'owner', 'tier', 'needs', 'age', 'country', 'consent_status', 'remark'] as const;
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.nat({ max: 4 }), block, fc.boolean(), (key, row, rows, valuesOnly) => {
      begin();
      const width = Math.max(...rows.map((line) => line.length));
      host.paste(
        cellOf(host, 'customers', FIRST + row, key),
        rows.map((line) => [...line, ...new Array<null>(width - line.length).fill(null)]),
        {
          valuesOnly,
        },
      );
      expect(faults()).toEqual([]);
      const text = recordsIn(host, 'customers')
        .flatMap((record) => Object.values(record).map(String))
        .join('\n');
      const columns = (host.values(tabOf(host, 'customers'))[0] ?? []).map(String);
      for (const line of rows) {
        line.forEach((typed, i) => {
          // What script keeps is put back.
          const isKept = declared[columns[columns.indexOf(key) + i] ?? '']?.kept === 'script';
          const [wanted] = isKept || /^[=@]/.test(typed) ? [] : (/[b-z]{5,}/.exec(typed) ?? []);
          if (wanted !== undefined) expect(text).toContain(wanted);
        });
      }
      const { sheet } = host.place(cellOf(host, 'customers', FIRST, 'customer_id'));
      const computing = [...sheet.formulas].flatMap(([row, line]) =>
        [...line.keys()].filter((column) => row >= FIRST && (columns[column - 1] ?? '') in declared),
      );
      expect(computing).toEqual([]);
    }),
    { seed, numRuns: 25, endOnFailure: true },
  );
});

test('what stands under a label that was given up goes by night, and so does its note; a duplicate is marked under the new one', () => {
  const at = (key: string, row: number) => cellOf(host, 'customers', row, key);
  const issueOf = (i: number) => String(recordsIn(host, 'customers')[i]?.['issue'] ?? '');
  host.edit(at('email', FIRST), 'nobody');
  host.edit(at('mobile', FIRST + 2), '139-1234-5678');
  expect([issueOf(0), issueOf(2)]).toEqual([expect.stringContaining('邮箱 → '), expect.stringContaining('手机 = C-')]);
  host.as(OWNER).edit(at('email', 2), '电子信箱');
  host.edit(at('mobile', 2), '移动电话');
  unseen(() => host.as(EVE).edit(at('email', FIRST), 'somebody@example.com'));
  hourly();
  expect(issueOf(0)).not.toContain('邮箱 → ');
  expect(noteOn(host, 'customers', FIRST, 'email')).toBe('');
  expect(issueOf(2)).not.toContain('手机');
  expect(issueOf(2)).toContain('移动电话 = C-');
  expect(noteOn(host, 'customers', FIRST + 2, 'mobile')).not.toBe('');
  host.edit(at('mobile', FIRST + 2), '139-8765-4321');
  expect([issueOf(2).includes('移动电话'), noteOn(host, 'customers', FIRST + 2, 'mobile')]).toEqual([false, '']);
});

test.each<[string, () => void]>([
  ['a new customer', () => host.edit(cellOf(host, 'customers', FIRST + 3, 'name'), '赵六')],
  [
    'a paste of three, one of them here already',
    () =>
      host.paste(cellOf(host, 'customers', FIRST + 3, 'name'), [
        ['赵六', '启明', '138-0000-2222'],
        ['钱七', null, '139-1234-5678'],
        ['孙八', '明远', 'x'],
      ]),
  ],
  ['a mobile somebody has', () => host.edit(cellOf(host, 'customers', FIRST + 1, 'mobile'), '139-1234-5678')],
  [
    'a contact',
    () =>
      host.paste(
        cellOf(host, 'interactions', FIRST, 'customer_id'),
        [['王芳', null, '2026-11-20', null, '电话', null, '谈了报价', '有效沟通']],
        { valuesOnly: true },
      ),
  ],
])('killed at any write of %s, the next hour repairs it', (_title, act) => {
  act();
  hourly();
  const whole = state();
  let kills = 0;
  for (let write = 1; ; write++) {
    const strikes = (['before', 'after'] as const).map((effect) => {
      begin();
      const isStruck = struck(host, { write, effect }, act);
      host.advanceTo('2026-11-23T09:20');
      if (isStruck) {
        kills++;
        hourly();
        expect(state()).toEqual(whole);
      }
      return isStruck;
    });
    if (strikes.includes(false)) break;
  }
  expect(kills).toBeGreaterThan(3);
});

test('a mark of a duplicate goes within the hour when the other is merged into it, and its note with it', () => {
  const issue = () => String(recordsIn(host, 'customers')[0]?.['issue'] ?? '');
  const note = () => noteOn(host, 'customers', FIRST, 'mobile');
  host.as(OWNER).edit(cellOf(host, 'customers', FIRST + 1, 'name'), '客户1');
  host.edit(cellOf(host, 'customers', FIRST + 1, 'mobile'), '139 1234 5678');
  night(host);
  expect([issue(), note()]).toEqual([expect.stringContaining('C-000002'), expect.stringContaining('C-000002')]);
  scan(host);
  mergeAll(host);
  expect(recordsIn(host, 'customers').map((record) => record['customer_id'])).toEqual(['C-000001', 'C-000003']);
  host.resetCalls();
  host.as(OWNER).run('hourly');
  const { cellsRead } = host.calls;
  expect([issue(), note()]).toEqual([expect.not.stringContaining('C-000002'), '']);
  host.resetCalls();
  host.as(OWNER).run('hourly');
  // Without a further act nobody is compared again.
  expect(host.calls.cellsRead).toBeLessThan(cellsRead / 2);
});
