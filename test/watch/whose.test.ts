// Whose row it is: copies, lost ids, rows that move and cells typed into while a run is under way.
import { fill } from '../customers/pool';
import { ANN, call, cellOf, FIRST, given, type Host, night, noteOn, OWNER, recordsIn, spent, tabOf, watchedPool } from './pool';

const TODAY = Date.parse('2026-11-23T00:00Z') / 86_400_000 + 25_569;
const FILLED = 12;

let host: Host;
let fresh: ReturnType<Host['snapshot']>;

beforeAll(() => {
  host = watchedPool(
    Array.from({ length: FILLED }, (_, i) =>
      given(i + 1, { company: `公司${i}`, mobile: `+861390000${1000 + i}`, next_follow_up: '2026-12-01' }),
    ),
  );
  night(host);
  fresh = host.snapshot();
});

beforeEach(() => {
  host.restore(fresh).as(ANN);
  host.world.logs.splice(0);
  host.world.toasts.splice(0);
});

afterEach(() => {
  expect(host.logs.filter(({ text }) => text.startsWith('fault'))).toEqual([]);
});

const TWO = FIRST + 1;
const NEW = FIRST + FILLED;
const at = (key: string, row = TWO) => cellOf(host, 'customers', row, key);
const customer = (row = TWO) => {
  const [keys = []] = host.values(tabOf(host, 'customers'));
  const line = host.values(tabOf(host, 'customers'))[row - 1] ?? [];
  return Object.fromEntries(keys.flatMap((key, i) => (line[i] == null ? [] : [[String(key), line[i]]])));
};
const idAt = (row: number) => customer(row)['customer_id'];
const rowAt = (row: number) => `'${tabOf(host, 'customers')}'!A${row}:BT${row}`;
const watch = () => JSON.parse(host.properties.get('cp:watch') ?? '{}') as Record<string, unknown>;

/** Nobody sees what is done. */
function unseen(act: () => void): void {
  const edits = host.world.triggers.filter(({ event }) => event === 'ON_EDIT');
  const others = host.world.triggers.filter(({ event }) => event !== 'ON_EDIT');
  host.world.triggers.splice(0, host.world.triggers.length, ...others);
  act();
  host.world.triggers.push(...edits);
}

describe('copies', () => {
  test.each<[string, () => readonly [number, number]]>([
    [
      'below',
      () => {
        host.as(OWNER).copy(rowAt(TWO), rowAt(NEW));
        return [TWO, NEW];
      },
    ],
    [
      'above',
      () => {
        host.as(OWNER).insertRows(tabOf(host, 'customers'), FIRST);
        host.copy(rowAt(TWO + 1), rowAt(FIRST));
        return [TWO + 1, FIRST];
      },
    ],
  ])('one that nobody saw, %s: both keep the id, and both say so', (_title, act) => {
    let rows: readonly [number, number] = [0, 0];
    unseen(() => {
      rows = act();
    });
    night(host);
    for (const row of rows) {
      expect(idAt(row)).toBe('C-000002');
      expect(String(customer(row)['issue'])).toContain('客户编号 → 另一行也是这个编号');
      expect(noteOn(host, 'customers', row, 'customer_id')).toMatch(/^待检查：/);
    }
    // Whose the copy is, says who deletes its id.
    const [original, copy] = rows;
    host.as(OWNER).clear(at('customer_id', copy));
    expect(idAt(copy)).toBe('C-000013');
    night(host);
    for (const row of [original, copy]) expect(String(customer(row)['issue'] ?? '')).not.toContain('编号');
    expect(idAt(original)).toBe('C-000002');
  });

  test('one that was seen is a record of its own, wherever it stands', () => {
    host.as(OWNER).insertRows(tabOf(host, 'customers'), FIRST);
    host.copy(rowAt(TWO + 1), rowAt(FIRST));
    expect([idAt(FIRST), idAt(TWO + 1)]).toEqual(['C-000013', 'C-000002']);
  });

  test('the light handler tells them as the watcher does', () => {
    call(host.as(OWNER), 'remindersOff');
    host.copy(rowAt(TWO), rowAt(NEW));
    expect([idAt(TWO), idAt(NEW)]).toEqual(['C-000002', 'C-000013']);
    expect(customer(NEW)['created_at']).not.toBe(customer(TWO)['created_at']);
  });

  test('an original far above its copy keeps its id', () => {
    const rows = Array.from({ length: 2600 }, (_, i) => given(i + 1, { company: `公司${i}`, next_follow_up: TODAY + 8 }));
    fill(host, 'customers', [...rows.slice(FILLED), given(2, { company: '公司1', next_follow_up: TODAY + 8 })]);
    night(host);
    expect(idAt(TWO)).toBe('C-000002');
    expect(idAt(FIRST + 2600)).toBe('C-000002');
  });
});

describe('ids that are gone', () => {
  test.each<[string, () => void]>([
    ['with the watcher', () => undefined],
    ['without it', () => call(host.as(OWNER), 'remindersOff')],
  ])('a block of them deleted %s: nobody is renumbered, and undo settles it', (_title, before) => {
    before();
    host.as(OWNER).clear(`'${tabOf(host, 'customers')}'!A${FIRST}:A${TWO}`);
    for (const row of [FIRST, TWO]) {
      expect(idAt(row)).toBeUndefined();
      expect(String(customer(row)['issue'])).toContain('客户编号 → 编号不见了');
    }
    host.undo();
    for (const row of [FIRST, TWO]) expect(String(customer(row)['issue'] ?? '')).not.toContain('编号');
    expect([idAt(FIRST), idAt(TWO)]).toEqual(['C-000001', 'C-000002']);
  });

  test('nor by night', () => {
    unseen(() => host.as(OWNER).clear(`'${tabOf(host, 'customers')}'!A${FIRST}:A${TWO}`));
    night(host);
    expect([idAt(FIRST), idAt(TWO)]).toEqual([undefined, undefined]);
    expect(String(customer()['issue'])).toContain('编号不见了');
  });
});

describe('while a run is under way', () => {
  test('an id is put back where it was typed over, never into the row that came to stand there', () => {
    host.before(1, (other) => other.insertRows(tabOf(host, 'customers'), FIRST));
    host.as(OWNER).edit(at('customer_id'), 'X');
    expect(idAt(TWO)).toBe('C-000001');
    expect(idAt(TWO + 1)).toBe('X');
    expect(watch()['dirty']).toEqual({ customers: [[TWO, TWO]] });
  });

  test('a row that moves before it is written gets its id in the next hour', () => {
    // The lock, then the number that is reserved.
    host.before(2, (other) => other.insertRows(tabOf(host, 'customers'), FIRST));
    host.edit(at('name', NEW), '李雷');
    expect(customer(NEW)).toMatchObject({ customer_id: 'C-000012', name: '客户12' });
    expect(customer(NEW + 1)).toEqual({ name: '李雷' });
    host.as(OWNER).run('hourly');
    expect(customer(NEW + 1)).toMatchObject({ name: '李雷', customer_id: 'C-000014' });
  });

  test.each([
    ['mobile', '139 0011 2233'],
    ['mobile', '139-0000-1004'],
    ['uscc', '91350100m000100y43'],
    ['tier', '重要'],
    ['city', '深圳'],
    ['email', 'a@b'],
  ])('a sheet that is sorted before any of its reads: %s %s changes nobody else', (key, typed) => {
    const sort = `'${tabOf(host, 'customers')}'!A${FIRST}:CZ${FIRST + FILLED - 1}`;
    const others = () =>
      new Map(
        recordsIn(host, 'customers').map(({ customer_id: id, issue: _, updated_at: __, updated_by: ___, ...rest }) => [id, rest]),
      );
    const before = others();
    before.delete('C-000002');
    for (let read = 1; ; read++) {
      host.restore(fresh).as(ANN);
      let isMoved = false;
      host.beforeRead(read, (other) => {
        isMoved = true;
        other.as(OWNER).sort(sort, 1, false);
      });
      host.edit(at(key), typed);
      host.beforeRead(1, null);
      const now = others();
      now.delete('C-000002');
      expect({ read, now }).toEqual({ read, now: before });
      if (!isMoved) break;
    }
  });

  test('what a colleague types between the cells of a paste stays', () => {
    const rows = FILLED;
    // The paste settles the names and every other mobile; the colleague's cell lies between two of those.
    host.before(2, (other) => {
      const { sheet, area } = other.place(at('mobile', FIRST + 4));
      const line = sheet.cells[area.row - 1];
      if (line !== undefined) line[area.column - 1] = '139 7777 7777';
    });
    host.as(OWNER).paste(
      at('name', FIRST),
      Array.from({ length: rows }, (_, i) => [
        ` 新${i} `,
        `公司${i}`,
        i % 2 === 0 ? `+861390000${1000 + i}` : `139-0000-${2000 + i}`,
      ]),
      { valuesOnly: true },
    );
    expect(customer(FIRST + 5)['mobile']).toBe('+8613900002005');
    expect(customer(FIRST + 4)['mobile']).toBe('139 7777 7777');
  });
});

test('a customer whose last contact or order is deleted has none', () => {
  const contact = ['C-000002', null, '2026-11-20', null, '电话', null, '谈了', '有效沟通'];
  host.paste(cellOf(host, 'interactions', FIRST, 'customer_id'), [contact], { valuesOnly: true });
  expect(customer()['last_contact']).toBe(TODAY - 3);
  host.as(OWNER).deleteRows(tabOf(host, 'interactions'), FIRST);
  night(host);
  expect(customer()['last_contact']).toBeUndefined();
});

describe('the quick column', () => {
  test('ten at once; the others are done in the next hours', () => {
    host.paste(
      at('quick', FIRST),
      Array.from({ length: FILLED }, () => ['已联系']),
      { valuesOnly: true },
    );
    expect(recordsIn(host, 'interactions')).toHaveLength(10);
    host.as(OWNER).run('hourly');
    expect(recordsIn(host, 'interactions')).toHaveLength(FILLED);
    expect(new Set(recordsIn(host, 'interactions').map((one) => one['customer_id'])).size).toBe(FILLED);
  });

  test.each(['2026-11-23T10:00', '2026-11-24T10:00'])(
    'what a killed run remembered of an action swallows no other one: %s',
    (then) => {
      host.edit(at('quick'), '已联系');
      host.properties.set(
        'cp:done',
        JSON.stringify(['', ' 2026-11-23'].map((day) => [`quick C-000002 reached${day}`, 'I-000001'])),
      );
      host.advanceTo(then);
      host.as(ANN).edit(at('quick'), '已联系');
      expect(recordsIn(host, 'interactions')).toHaveLength(2);
    },
  );
});

describe('the shield', () => {
  const ruleAt = (key: string, row: number) => {
    const { sheet, area } = host.place(at(key, row));
    return sheet.validations.get(area.column)?.at(area.row) ?? null;
  };

  test('blank rows between records get no check box, and a second night writes nothing', () => {
    for (const row of [2, 4, 6, 8, 10]) host.as(OWNER).clear(rowAt(FIRST + row));
    night(host);
    const boxes = () => Array.from({ length: FILLED }, (_, i) => ruleAt('is_sample', FIRST + i) !== null);
    expect(boxes()).toEqual(Array.from({ length: FILLED }, (_, i) => ![2, 4, 6, 8, 10].includes(i)));
    const { cells: before } = host.place(at('name')).sheet;
    host.resetCalls();
    night(host);
    expect(host.calls.byMethod['Range.setDataValidations'] ?? 0).toBe(0);
    expect(host.calls.byMethod['Range.clearDataValidations'] ?? 0).toBe(0);
    expect(host.place(at('name')).sheet.cells).toEqual(before);
  });

  test('the list of a row between mended ones stays that of its province', () => {
    host.edit(at('province', FIRST + 1), '浙江');
    const narrow = ruleAt('city', FIRST + 1);
    // Every other row loses its rule.
    for (const row of [0, 2, 4, 6, 8, 10]) {
      const { sheet, area } = host.place(at('city', FIRST + row));
      unseen(() => host.paste(at('city', FIRST + row), [[null]]));
      expect(sheet.validations.get(area.column)?.at(area.row) ?? null).toBeNull();
    }
    night(host);
    expect(ruleAt('city', FIRST + 10)).not.toBeNull();
    expect(ruleAt('city', FIRST + 1)).toEqual(narrow);
  });

  test('rules that may not be set keep nothing else from being put right', () => {
    unseen(() => host.as(OWNER).paste(at('tier', FIRST), [['VIP'], ['VIP']]));
    host.makeTable(`'${tabOf(host, 'customers')}'!A1:BT${FIRST}`);
    unseen(() => host.as(OWNER).paste(at('name', TWO), [['  张  三 ']], { valuesOnly: true }));
    night(host);
    expect(customer()).toMatchObject({ name: '张 三', tier: '重要' });
  });
});

test('a workbook of a later version is left alone, watched or not', () => {
  const state = JSON.parse(host.properties.get('cp:state') ?? '{}') as object;
  host.properties.set('cp:state', JSON.stringify({ ...state, version: 99 }));
  host.properties.delete('cp:watch');
  host.edit(at('mobile'), '139 8888 8888');
  expect(customer()['mobile']).toBe('139 8888 8888');
});

test('the time of a block is always counted', () => {
  host.world.meter.now = Math.ceil(host.world.meter.now / 10_000) * 10_000 + 3000;
  host.paste(at('email'), [['a@b'], ['c@d']], { valuesOnly: true });
  expect(host.properties.get('cp:watch:spent')).toMatch(/^2026-11-23 \d+$/);
});

describe('hours and nights', () => {
  test('an idle hour costs at most forty calls', () => {
    host.as(OWNER).resetCalls();
    host.run('hourly');
    expect(spent(host)).toBeLessThanOrEqual(40);
  });

  test('what somebody waits for is done within the hour, the rest by night', () => {
    unseen(() => {
      host.paste(at('mobile'), [['139 6666 6666']], { valuesOnly: true });
      host.paste(at('name', NEW + 1), [['李雷']], { valuesOnly: true });
    });
    host.as(OWNER).run('hourly');
    expect(customer(NEW + 1)).toMatchObject({ name: '李雷', customer_id: 'C-000013' });
    expect(customer()['mobile']).toBe('139 6666 6666');
    host.advanceTo('2026-11-24T03:30');
    expect(customer()['mobile']).toBe('+8613966666666');
  });

  test('rows left for later are worked off from where a killed run stopped', () => {
    host.properties.set('cp:watch', JSON.stringify({ ...watch(), doing: { customers: [[FIRST + 5, NEW]] } }));
    unseen(() => {
      host.paste(at('mobile', FIRST + 1), [['139 6666 6661']], { valuesOnly: true });
      host.paste(at('mobile', FIRST + 6), [['139 6666 6666']], { valuesOnly: true });
    });
    host.as(OWNER).run('hourly');
    expect([customer(FIRST + 1)['mobile'], customer(FIRST + 6)['mobile']]).toEqual(['139 6666 6661', '+8613966666666']);
    expect(watch()).toEqual({ dirty: {}, cursor: null, looked: '2026-11-23', marked: '' });
  });
});
