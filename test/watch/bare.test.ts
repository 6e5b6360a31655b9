// What is left of rows whose content somebody took back: nothing the watcher put there, and everything a person did.
import type { CellValue } from '../../local/host/index';
import type { TableKey } from '../../src/template/index';
import { newPool, struck } from '../acts/pool';
import { fill } from '../customers/pool';

import { ANN, cellOf, FIRST, given, type Host, night, noteOn, OWNER, recordsIn, tabOf, watchedPool } from './pool';

let host: Host;
let fresh: ReturnType<Host['snapshot']>;
/** Without people and without the automation. */
let bare: ReturnType<Host['snapshot']>;

beforeAll(() => {
  bare = newPool().snapshot();
  host = watchedPool([given(1, { mobile: '+8613912345678' })]);
  fresh = host.snapshot();
});

beforeEach(() => {
  host.restore(fresh).as(ANN);
  host.world.logs.splice(0);
});

afterEach(() => {
  expect(host.logs.filter(({ text }) => text.startsWith('fault'))).toEqual([]);
});

const NEW = FIRST + 1;
const at = (key: string, row = NEW) => cellOf(host, 'customers', row, key);
const PASTED = [
  ['李雷', '启明', '139-1234-5678'],
  ['韩梅', '明远', '138 0000 2222'],
  ['赵六', '', '12'],
];

/** What stands in a row, unticked boxes aside. */
function standing(row: number): CellValue[] {
  const line = host.values(tabOf(host, 'customers'))[row - 1] ?? [];
  return line.filter((cell) => cell !== null && cell !== false);
}

/** A cell's address within its sheet. */
const local = (key: string, row: number) => at(key, row).split('!')[1] ?? '';

const rows = () => [0, 1, 2].map((i) => standing(NEW + i));

test('a paste taken back leaves blank rows, without notes, and numbers that are not given again', () => {
  host.paste(at('name'), PASTED, { valuesOnly: true });
  expect(recordsIn(host, 'customers').map(({ customer_id }) => customer_id)).toContain('C-000004');
  expect(noteOn(host, 'customers', NEW, 'mobile')).toContain('C-000001');
  host.undo();
  expect(rows()).toEqual([[], [], []]);
  expect(noteOn(host, 'customers', NEW, 'mobile')).toBe('');
  host.edit(at('name'), '王芳');
  expect(recordsIn(host, 'customers')[1]).toMatchObject({ customer_id: 'C-000005', owner: '安安' });
});

test('where nobody saw it, the night does the same', () => {
  host.paste(at('name'), PASTED, { valuesOnly: true });
  const { triggers } = host.world;
  const edits = triggers.splice(0);
  host.undo();
  triggers.push(...edits);
  expect(standing(NEW)).not.toEqual([]);
  host.advanceTo('2026-11-24T09:00');
  night(host);
  expect(rows()).toEqual([[], [], []]);
});

test('who empties one cell is about to write another', () => {
  host.edit(at('name'), '李雷');
  host.clear(at('name'));
  host.edit(at('name'), '韩梅');
  expect(recordsIn(host, 'customers')[1]).toMatchObject({ customer_id: 'C-000002', name: '韩梅' });
});

test.each<[string, string, CellValue]>([
  ['a number', 'phone', '+86 10 65529988'],
  ['a note', 'remark', '下周再说'],
  ['another owner', 'owner', '鲍勃'],
  ['another option', 'sales_status', '谈判中'],
  ['a day', 'next_follow_up', 46_400],
  ['a column of one’s own', 'u_1', '展位 12'],
])('%s keeps the row', (_title, key, value) => {
  host.edit(at('name'), '李雷');
  const before = recordsIn(host, 'customers')[1];
  const { sheet, area } = host.place(at(key));
  const line = sheet.cells[area.row - 1];
  if (line !== undefined) line[area.column - 1] = value;
  host.clear(at('name'));
  host.paste(at('name'), [['', '']], { valuesOnly: true });
  night(host);
  expect(recordsIn(host, 'customers')[1]).toMatchObject({
    customer_id: before?.['customer_id'],
    created_at: before?.['created_at'],
  });
  expect(standing(NEW)).toContain(value);
});

test.each<[string, TableKey, Readonly<Record<string, CellValue>>]>([
  ['a contact', 'interactions', { interaction_id: 'I-000001', date: 46_349, type: '电话', result: '未接通' }],
  ['an order', 'orders', { line_id: 'L-000001', order_no: 'SO-1', order_date: 46_349 }],
])('%s with him keeps the row', (_title, key, row) => {
  host.edit(at('name'), '李雷');
  fill(host, key, [{ ...row, customer_id: 'C-000002' }]);
  host.paste(at('name'), [['', '']], { valuesOnly: true });
  expect(standing(NEW)).toContain('C-000002');
  night(host);
  expect(standing(NEW)).toContain('C-000002');
});

/** A row with nothing but a name and a company, emptied as a block. */
function emptied(): void {
  host.paste(at('name'), [['李雷', '启明']], { valuesOnly: true });
  host.clear(`${at('name')}:${local('company', NEW)}`);
}

test('a column without a key is a person’s too, and so is a nought in his own', () => {
  // Inserted columns have no key until the next repair.
  host.insertColumns(tabOf(host, 'customers'), 5);
  const { sheet } = host.place(at('name'));
  const put = (position: number, value: CellValue) => {
    const line = sheet.cells[NEW - 1];
    if (line !== undefined) line[position - 1] = value;
  };
  host.paste(at('name'), [['李雷', '启明']], { valuesOnly: true });
  put(5, '我自己的备注：周五回电');
  host.clear(`${at('name')}:${local('company', NEW)}`);
  expect(recordsIn(host, 'customers')[1]).toMatchObject({
    customer_id: 'C-000002',
    owner: '安安',
    created_by: ANN,
  });
  expect(standing(NEW)).toContain('我自己的备注：周五回电');
  put(5, null);
  put(host.place(at('u_1')).area.column, 0);
  host.clear(`${at('name')}:${local('company', NEW)}`);
  expect(recordsIn(host, 'customers')[1]).toMatchObject({ customer_id: 'C-000002', u_1: 0 });
  host.advanceTo('2026-11-23T15:00');
  night(host);
  host.edit(at('name'), '李雷');
  expect(recordsIn(host, 'customers')[1]).toMatchObject({ customer_id: 'C-000002', name: '李雷', created_by: ANN });
});

test('a row of a moment ago is none, one of an hour ago a customer until the night', () => {
  emptied();
  expect(standing(NEW)).toEqual([]);
  host.paste(at('name'), [['李雷', '启明']], { valuesOnly: true });
  host.advanceTo('2026-11-23T10:30');
  host.clear(`${at('name')}:${local('company', NEW)}`);
  expect(standing(NEW)).toContain('C-000003');
  // Somebody is at it just now.
  night(host);
  expect(standing(NEW)).toContain('C-000003');
  host.as(ANN).undo();
  expect(recordsIn(host, 'customers')[1]).toMatchObject({ customer_id: 'C-000003', name: '李雷', company: '启明' });
  host.clear(`${at('name')}:${local('company', NEW)}`);
  host.advanceTo('2026-11-24T03:00');
  night(host);
  expect(standing(NEW)).toEqual([]);
});

test('who was a customer for days keeps his id without a name, by day and by night', () => {
  host.paste(at('name'), [['李雷', '启明']], { valuesOnly: true });
  host.advanceTo('2026-11-25T10:00');
  host.as(ANN).clear(`${at('name')}:${local('company', NEW)}`);
  host.advanceTo('2026-11-26T03:00');
  night(host);
  host.as(ANN).edit(at('name'), '李雷');
  expect(recordsIn(host, 'customers')[1]).toMatchObject({ customer_id: 'C-000002', name: '李雷' });
});

test('without the automation one cell emptied keeps the row, a paste taken back leaves none', () => {
  host.restore(bare).as(OWNER);
  host.edit(at('name', FIRST), '李雷');
  host.clear(at('name', FIRST));
  expect(standing(FIRST)).toContain('C-000001');
  host.edit(at('name', FIRST), '韩梅');
  expect(recordsIn(host, 'customers')).toMatchObject([{ customer_id: 'C-000001', name: '韩梅' }]);
  host.paste(at('name'), [['李雷', '启明']], { valuesOnly: true });
  expect(standing(NEW)).toContain('C-000002');
  host.undo();
  expect(standing(NEW)).toEqual([]);
});

test('a customer of long ago whose name was erased stays who he is', () => {
  fill(host, 'customers', [given(2, { name: null, created_by: OWNER })]);
  night(host);
  expect(standing(NEW)).toContain('C-000002');
});

test('killed at any write, the next night leaves the rows as blank', () => {
  host.paste(at('name'), PASTED, { valuesOnly: true });
  const pasted = host.snapshot();
  let kills = 0;
  // Before a write is after the one before it.
  for (let isStruck = true; isStruck; kills++) {
    host.restore(pasted).as(ANN);
    isStruck = struck(host, { write: kills + 1, effect: 'before' }, () =>
      host.clear(`${at('name')}:${local('mobile', NEW + 2)}`),
    );
    host.advanceTo('2026-11-23T09:20');
    night(host);
    expect(rows()).toEqual([[], [], []]);
  }
  expect(kills).toBeGreaterThan(3);
});
