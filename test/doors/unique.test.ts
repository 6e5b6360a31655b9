// What the template declares unique is said on the cell where somebody types it a second time, in every sheet but Customers, which has its door.

import { idColumn } from '../../src/domain/entry';
import { say } from '../../src/i18n/index';
import { type TableKey, tableOf } from '../../src/template/index';
import type { Cell } from '../../src/template/types';
import { fill } from '../customers/pool';
import { type Violation, violations } from '../domain/record/violations';
import { cellOf, FIRST, type Host, noteOn, recordsIn, watchedPool } from '../watch/pool';

const made: readonly TableKey[] = ['users', 'products', 'orders', 'options', 'settings', 'regions'];
const declared = violations
  .filter(({ table, rule }) => /^(?:unique|uniqueWith|oneFor)$/.test(rule) && made.includes(table))
  .map((violation) => ({ ...violation, row: fitting(violation) }));

/** The value as short as its column wants it. */
function fitting({ table, row }: Violation): Violation['row'] {
  const { columns } = tableOf(table);
  return Object.fromEntries(
    Object.entries(row).map(([key, cell]) => {
      const column = columns[key];
      return [key, column?.kind === 'text' && typeof cell === 'string' ? cell.slice(0, column.max) : cell];
    }),
  );
}

type Cells = Readonly<Record<string, Cell>>;

/** Two records of one value: of one partner too, where the declaration names some, or of two different ones. */
function pairOf({ table, column, rule, row }: Violation): readonly [Cells, Cells] {
  const { uniqueWith = [], oneFor } = tableOf(table).columns[column ?? ''] ?? {};
  const { key, prefix } = idColumn(tableOf(table)) ?? { key: '', prefix: '' };
  const beside = (text: string): Cells =>
    rule === 'oneFor' ? { [oneFor ?? '']: text } : Object.fromEntries(uniqueWith.map((other) => [other, 'x']));
  const record = (number: number): Cells => ({
    ...(key === '' ? {} : { [key]: `${prefix}90000${number}` }),
    ...row,
    ...beside(`C-00000${number}`),
  });
  return [record(1), record(2)];
}

/** Types a value once more into the cell that holds it, and reads what is said on the cell. */
function said(host: Host, { table, column, row }: Violation): string {
  const at = FIRST + recordsIn(host, table).length - 1;
  host.edit(cellOf(host, table, at, column ?? ''), String(row[column ?? '']));
  return noteOn(host, table, at, column ?? '');
}

function reason({ code }: Violation): string {
  return say('zh-CN', { code }).split('{')[0] ?? '';
}

test('there is something to prove in each of these sheets', () => {
  expect([...new Set(declared.map(({ table }) => table))].sort()).toEqual([...made].sort());
});

test.each(declared.map((violation) => [`${violation.table}.${violation.column} ${violation.rule}`, violation] as const))(
  '%s',
  (_title, violation) => {
    const host = watchedPool();
    const [first, second] = pairOf(violation);
    fill(host, violation.table, [first as Record<string, string>]);
    expect(said(host, violation)).not.toContain(reason(violation));
    fill(host, violation.table, [second as Record<string, string>]);
    expect(said(host, violation)).toContain(reason(violation));
  },
);

test('a line is judged anew when its product is what makes it the second of its kind', () => {
  const host = watchedPool();
  fill(host, 'orders', [
    { line_id: 'L-900001', order_no: 'SO-1', product: '标准版' },
    { line_id: 'L-900002', order_no: 'SO-1', product: '培训' },
  ]);
  host.edit(cellOf(host, 'orders', FIRST + 1, 'product'), '标准版');
  expect(noteOn(host, 'orders', FIRST + 1, 'order_no')).toContain('SO-1');
  host.edit(cellOf(host, 'orders', FIRST + 1, 'product'), '培训');
  expect(noteOn(host, 'orders', FIRST + 1, 'order_no')).toBe('');
});
