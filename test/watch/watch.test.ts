// The sheet watches what is typed: the steward's trigger on the host, as Sheets would fire it.
import { fill } from '../customers/pool';
import {
  ANN,
  BOB,
  call,
  cellOf,
  EVE,
  FIRST,
  given,
  type Host,
  night,
  noteOn,
  OWNER,
  recordsIn,
  spent,
  tabOf,
  watchedPool,
} from './pool';

const TODAY = Date.parse('2026-11-23T00:00Z') / 86_400_000 + 25_569;

let host: Host;
let fresh: ReturnType<Host['snapshot']>;

beforeAll(() => {
  host = watchedPool([
    given(1, { mobile: '+8613912345678', email: 'one@example.com', company: '启明' }),
    given(2, { name: '王芳', mobile: '+8613900001111', next_follow_up: '2026-12-01' }),
  ]);
  fresh = host.snapshot();
});

beforeEach(() => {
  host.restore(fresh).as(ANN);
  host.world.toasts.splice(0);
  host.world.logs.splice(0);
  host.resetCalls();
});

afterEach(() => {
  expect(host.logs.filter(({ text }) => text.startsWith('fault'))).toEqual([]);
});

const TWO = FIRST + 1;
const NEW = FIRST + 2;
const at = (key: string, row = TWO) => cellOf(host, 'customers', row, key);
const customer = (row = TWO) => recordsIn(host, 'customers')[row - FIRST] ?? {};
const note = (key: string, row = TWO) => noteOn(host, 'customers', row, key);

/** The rule of a cell, as its sort; null for none. */
function ruleAt(address: string): string | null {
  const { sheet, area } = host.place(address);
  return sheet.validations.get(area.column)?.at(area.row)?.criteria ?? null;
}

test('switched on with the automation, off with it', () => {
  expect(host.triggers.map(({ handler, event }) => `${handler} ${event}`)).toEqual(
    expect.arrayContaining(['hourly CLOCK', 'onSheetEdit ON_EDIT']),
  );
  call(host.as(OWNER), 'remindersOn');
  expect(host.triggers.filter(({ handler }) => handler === 'onSheetEdit')).toHaveLength(1);
  call(host, 'remindersOff');
  expect(host.triggers.filter(({ handler }) => handler === 'onSheetEdit')).toEqual([]);
  host.edit(at('mobile'), '139 0000 2222');
  expect(customer()['mobile']).toBe('+8613900002222');
});

test('who typed is known', () => {
  host.edit(at('mobile'), '139 0000 2222');
  expect(customer()).toMatchObject({ mobile: '+8613900002222', updated_by: ANN });
  expect(String(customer()['updated_at'])).toMatch(/^2026-11-23 09:/);
});

test('the light handler leaves to the watcher what the watcher does, and takes over when it is not heard of', () => {
  host.edit(at('mobile'), '139 0000 2222');
  const { lastRun } = host.world;
  expect(lastRun?.name).toBe('onSheetEdit');
  expect(host.calls.byMethod['Range.setValues']).toBeGreaterThan(0);
  // The steward's trigger died with his account: nothing was heard of it for hours.
  host.world.triggers.splice(0);
  host.advanceTo('2026-11-23T13:00');
  host.edit(at('mobile'), '139 0000 3333');
  expect(customer()['mobile']).toBe('+8613900003333');
});

test('a new row becomes its author’s: id, stamps, defaults, owner, check box', () => {
  host.edit(at('name', NEW), '李雷');
  expect(customer(NEW)).toMatchObject({
    customer_id: 'C-000003',
    name: '李雷',
    owner: '安安',
    claimed_at: TODAY,
    tier: '潜在',
    sales_status: '待跟进',
    created_by: ANN,
    updated_by: ANN,
  });
  expect(ruleAt(at('is_sample', NEW))).toBe('CHECKBOX');
  expect(ruleAt(at('is_sample', NEW + 1))).toBeNull();
});

test('the heads of another table, pasted along, are no customer', () => {
  host.paste(
    at('name', NEW),
    [
      ['姓名', '公司'],
      ['李雷', '明远贸易有限公司'],
    ],
    { valuesOnly: true },
  );
  expect(customer(NEW)['customer_id']).toBeUndefined();
  expect(customer(NEW + 1)).toMatchObject({ customer_id: 'C-000003', name: '李雷' });
  night(host);
  expect(customer(NEW)).toEqual({ name: '姓名', company: '公司' });
});

test.each<[string, string, string | undefined]>([
  ['a stranger’s', EVE, undefined],
  ['an assistant’s', BOB, undefined],
])('%s new row stays in the pool', (_title, who, owner) => {
  call(host.as(OWNER), 'saveOwner', { name: '鲍勃', email: BOB, role: 'assistant', active: true, id: 'U-000002' } as never);
  host.as(who).edit(at('name', NEW), '李雷');
  expect(customer(NEW)['customer_id']).toBe('C-000003');
  expect(customer(NEW)['owner']).toBe(owner);
});

describe('at the door', () => {
  const SAID = '可能重复 C-000001 · 客户1 · 负责人 安安 · 联系中';

  test.each<[string, string, string]>([
    ['a mobile', 'mobile', '139-1234-5678'],
    ['a mobile in the other place', 'phone', '13912345678'],
    ['an address', 'email', 'ONE@example.com'],
  ])('%s of another customer: mark, note and message', (_title, key, typed) => {
    host.edit(at(key), typed);
    const { sheet } = host.place(at(key));
    const label = String(sheet.cells[1]?.[host.place(at(key)).area.column - 1]);
    expect(String(customer()['issue']).split(' · ')).toContain(`${label} = C-000001`);
    expect(note(key)).toBe(SAID);
    expect(host.toasts).toEqual([SAID]);
    host.resetCalls();
    host.clear(at(key));
    expect(customer()['issue'] ?? '').not.toContain(' = ');
    expect(note(key)).toBe('');
    expect(spent(host)).toBeLessThanOrEqual(12);
  });

  test('of several who hold a number one’s own is named first; a colleague’s name is masked', () => {
    const mobile = '+8613700000001';
    fill(host, 'customers', [given(3, { mobile, owner: '鲍勃' })]);
    host.resetCalls();
    host.edit(at('mobile'), mobile);
    expect(note('mobile')).toBe('可能重复 C-000003 · 客* · 负责人 鲍勃 · 联系中');
    const alone = spent(host);
    fill(host, 'customers', [given(4, { mobile })]);
    host.clear(at('mobile'));
    host.world.toasts.splice(0);
    host.resetCalls();
    host.edit(at('mobile'), mobile);
    const own = '可能重复 C-000004 · 客户4 · 负责人 安安 · 联系中';
    expect(note('mobile')).toBe(own);
    expect(customer()['issue']).toContain('手机 = C-000004');
    expect(host.toasts).toEqual([own]);
    // One read for each further record, three of them at most.
    expect(spent(host)).toBe(alone + 1);
    expect(spent(host)).toBeLessThanOrEqual(12);
    night(host);
    expect(note('mobile')).toBe(own);
    expect(note('mobile', FIRST + 2)).toMatch(/^可能重复 C-00000[24] · .\* · /u);
  });

  test('and nothing is left of it on a row that is emptied', () => {
    host.paste(at('name', NEW), [['客户1', '启明']], { valuesOnly: true });
    expect(note('company', NEW)).toContain('C-000001');
    host.clear(`${at('customer_id', NEW)}:${at('created_by', NEW).split('!')[1]}`);
    expect([note('name', NEW), note('company', NEW), customer(NEW)]).toEqual(['', '', {}]);
  });

  test('one that was pasted beside it, as it will stand', () => {
    const row = ['韩梅', '蓝湖咨询有限公司'];
    host.paste(at('name', NEW), [row, row], { valuesOnly: true });
    const id = String(customer(NEW)['customer_id']);
    expect(note('name', NEW + 1)).toBe(`可能重复 ${id} · 韩梅 · 负责人 安安 · 待跟进`);
  });

  test('name and company, whoever’s', () => {
    host.edit(at('owner', FIRST), '');
    host.as(OWNER).paste(at('name'), [['客户1', '启 明']], { valuesOnly: true });
    expect(note('name')).toBe('可能重复 C-000001 · 客* · 公海 · 联系中');
    expect(note('company')).toBe(note('name'));
    host.edit(at('company'), '明远');
    expect(note('name')).toBe('');
    expect(String(customer()['issue'] ?? '')).not.toContain(' = ');
  });

  test('a colleague’s note on the cell stays', () => {
    const { sheet, area } = host.place(at('mobile'));
    sheet.notes.set(area.row, new Map([[area.column, '他的助理']]));
    host.edit(at('mobile'), '139-1234-5678');
    expect(note('mobile')).toBe('他的助理');
    expect(customer()['issue']).toContain('手机 = C-000001');
  });

  test('the other row is marked by night, and both are free again when it is settled', () => {
    host.edit(at('mobile'), '139-1234-5678');
    night(host);
    expect(customer(FIRST)['issue']).toContain('手机 = C-000002');
    expect(note('mobile', FIRST)).toContain('C-000002');
    host.as(ANN).edit(at('mobile', FIRST), '139 0000 4444');
    night(host);
    for (const row of [FIRST, TWO]) {
      expect(String(customer(row)['issue'] ?? '')).not.toContain(' = ');
      expect(note('mobile', row)).toBe('');
    }
  });
});

test('a bad value is named, said on its cell and left; put right, nothing is said of it any more', () => {
  host.edit(at('email'), 'a@b');
  expect(customer()).toMatchObject({ email: 'a@b', issue: expect.stringMatching(/^邮箱 → /) });
  expect(note('email')).toMatch(/^待检查：/);
  host.edit(at('email'), 'a@example.com');
  expect(customer()['issue']).toBeUndefined();
  expect(note('email')).toBe('');
});

describe('provinces and cities', () => {
  const citiesAt = (row: number) => {
    const { sheet, area } = host.place(at('city', row));
    const rule = sheet.validations.get(area.column)?.at(area.row);
    const [list] = (rule?.values ?? []) as { row: number; rows: number; column: number; sheetId: number }[];
    const regions = host.book.sheets.find(({ id }) => id === list?.sheetId);
    return Array.from({ length: list?.rows ?? 0 }, (_, i) =>
      String(regions?.cells[(list?.row ?? 1) - 1 + i]?.[(list?.column ?? 1) - 1] ?? ''),
    );
  };

  test('a province narrows its row’s list and clears nothing; another sets it anew; none gives all', () => {
    host.edit(at('city'), '深圳');
    expect(customer()).toMatchObject({ city: '深圳市', province: '广东省' });
    expect(citiesAt(TWO)).toContain('广州市');
    expect(citiesAt(TWO)).not.toContain('杭州市');
    host.edit(at('province'), '浙江');
    expect(customer()).toMatchObject({ city: '深圳市', province: '浙江省' });
    expect(customer()['issue']).toContain('城市 → ');
    expect(citiesAt(TWO)).toContain('杭州市');
    expect(citiesAt(TWO)).not.toContain('广州市');
    host.clear(at('province'));
    expect(citiesAt(TWO).length).toBeGreaterThan(300);
  });

  test('a narrowed list is no drift', () => {
    host.edit(at('province', FIRST), '浙江');
    host.as(OWNER).resetCalls();
    while (!call(host, 'applyTemplate', { locale: 'zh-CN', preset: 'b2b' }).finished);
    expect(host.calls.byMethod['Range.setDataValidation'] ?? 0).toBe(0);
    expect(citiesAt(FIRST)).not.toContain('广州市');
  });
});

describe('the paste shield', () => {
  test('rules and formats come back, values stay, bad ones are counted', () => {
    host.paste(at('tier'), [['VIP', null, '初次购买', '乱写']]);
    expect(customer()).toMatchObject({ tier: '重要', stage: '初次购买', sales_status: '乱写' });
    for (const key of ['tier', 'level', 'stage', 'sales_status']) expect(ruleAt(at(key))).toBe('VALUE_IN_LIST');
    expect(String(customer()['issue'])).toMatch(/跟进状态 → /);
    expect(host.toasts).toEqual(['已修复 4 个单元格。 1 个待检查。']);
  });

  test('one cell pasted over a dropdown gets it back', () => {
    host.paste(at('intent'), [['hot']]);
    expect(ruleAt(at('intent'))).toBe('VALUE_IN_LIST');
    expect(customer()['intent']).toBe('高');
  });

  test('a strict column full of bad values keeps them, and the good ones beside them are cleaned', () => {
    const lines = Array.from({ length: 30 }, (_, i) => [`新${i}`, null, `1380000${1000 + i}`]);
    host.paste(at('name', NEW), lines);
    host.paste(
      at('tier', NEW),
      Array.from({ length: 30 }, (_, i) => [i % 3 === 0 ? '不存在' : i % 3 === 1 ? 'VIP' : '普通']),
    );
    const tiers = recordsIn(host, 'customers')
      .slice(2)
      .map(({ tier }) => tier);
    expect(tiers.slice(0, 6)).toEqual(['不存在', '重要', '普通', '不存在', '重要', '普通']);
    expect(ruleAt(at('tier', NEW + 3))).toBe('VALUE_IN_LIST');
  });

  test('formulas in data columns become what they computed', () => {
    host.edit(at('age'), '=20+3');
    expect(customer()['age']).toBe(23);
    const { sheet, area } = host.place(at('age'));
    expect(sheet.formulas.get(area.row)?.has(area.column) ?? false).toBe(false);
  });

  test('what script keeps is put back', () => {
    const { completeness } = customer();
    host.as(OWNER).edit(at('customer_id'), 'X');
    host.edit(at('created_at'), '昨天');
    host.edit(at('completeness'), 0.99);
    expect(customer()).toMatchObject({ customer_id: 'C-000002', created_at: '2026-01-01 08:00' });
    expect(customer()['completeness']).not.toBe(0.99);
    expect(completeness).not.toBe(0.99);
  });

  test('a copied row is a record of its own', () => {
    const width = host.values(tabOf(host, 'customers'))[0]?.length ?? 0;
    const last = host.place(at('is_sample')).area.column;
    expect(last).toBeLessThanOrEqual(width);
    host
      .as(OWNER)
      .copy(`'${tabOf(host, 'customers')}'!A${TWO}:BZ${TWO}`.replace('BZ', 'BT'), `'${tabOf(host, 'customers')}'!A${NEW}`);
    expect(customer(NEW)).toMatchObject({ customer_id: 'C-000003', name: '王芳', mobile: '+8613900001111' });
    expect(customer()).toMatchObject({ customer_id: 'C-000002' });
    expect(note('mobile', NEW)).toContain('C-000002');
  });
});

describe('other sheets', () => {
  const cell = (key: string, row = FIRST) => cellOf(host, 'interactions', row, key);
  const contact = () => recordsIn(host, 'interactions')[0] ?? {};

  test('a contact typed by hand moves the customer’s last contact, whatever names the customer', () => {
    host.paste(cell('customer_id'), [['王芳', null, '2026-11-20', null, 'Call', null, '谈了报价', 'Reached']], {
      valuesOnly: true,
    });
    expect(contact()).toMatchObject({
      interaction_id: 'I-000001',
      customer_id: 'C-000002',
      customer_name: '王芳',
      type: '电话',
      result: '有效沟通',
      effective: true,
      owner: '安安',
    });
    expect(customer()['last_contact']).toBe(TODAY - 3);
    host.edit(cell('result'), '未接');
    expect(contact()['effective']).toBe(false);
    expect(customer()['last_contact']).toBeUndefined();
  });

  test('an order line typed by hand makes the totals', () => {
    const line = (key: string) => cellOf(host, 'orders', FIRST, key);
    host.paste(line('order_no'), [['A-1']], { valuesOnly: true });
    host.edit(line('customer_id'), 'C-000002');
    host.edit(line('order_date'), '2026-11-20');
    host.paste(line('qty'), [['２', '￥1,000']], { valuesOnly: true });
    host.edit(line('currency'), 'CNY');
    host.edit(line('status'), '已付款');
    expect(recordsIn(host, 'orders')[0]).toMatchObject({
      line_id: 'L-000001',
      amount: 2000,
      amount_base: 2000,
      customer_name: '王芳',
    });
    expect(customer()).toMatchObject({ order_count: 1, total_spend: 2000, last_order: TODAY - 3 });
  });

  test('what cannot be read is said on its cell, and no more when it is put right', () => {
    host.edit(cell('summary'), '谈了报价');
    host.edit(cell('customer_id'), '没有这个人');
    expect(contact()['customer_id']).toBe('没有这个人');
    expect(noteOn(host, 'interactions', FIRST, 'customer_id')).toMatch(/^待检查：/);
    host.edit(cell('customer_id'), 'C-000001');
    expect(noteOn(host, 'interactions', FIRST, 'customer_id')).toBe('');
  });
});

describe('the quick column', () => {
  test('已联系 enters a contact in the name of who picked it, and is cleared', () => {
    host.edit(at('quick'), '已联系');
    expect(customer()).not.toHaveProperty('quick');
    expect(recordsIn(host, 'interactions')[0]).toMatchObject({ customer_id: 'C-000002', owner: '安安', created_by: ANN });
    expect(customer()).toMatchObject({ last_contact: TODAY, updated_by: ANN });
    expect(host.toasts).toHaveLength(1);
  });

  test('+3天 moves the date to a working day', () => {
    host.edit(at('quick'), '+3天');
    expect(customer()).not.toHaveProperty('quick');
    expect(Number(customer()['next_follow_up'])).toBeGreaterThan(TODAY);
    expect(customer()['snooze_count']).toBe(1);
  });

  test('one that no trigger saw is done within the hour', () => {
    fill(host, 'customers', []);
    const { sheet, area } = host.place(at('quick'));
    const line = sheet.cells[area.row - 1];
    if (line !== undefined) line[area.column - 1] = '信息无误';
    host.as(OWNER).run('hourly');
    expect(customer()).toMatchObject({ verified_at: TODAY });
    expect(customer()).not.toHaveProperty('quick');
  });
});

test('after three quarters of an hour a day the rest waits for the hourly run', () => {
  host.properties.set('cp:watch:spent', '2026-11-23 2700');
  host.paste(at('mobile', NEW), [['139 0000 2222'], ['139 0000 3333']], { valuesOnly: true });
  // The light handler still tidies.
  expect(recordsIn(host, 'customers')[2]).toMatchObject({ mobile: '+8613900002222' });
  expect(JSON.parse(host.properties.get('cp:watch') ?? '{}')).toMatchObject({ dirty: { customers: [[NEW, NEW + 1]] } });
  host.properties.delete('cp:watch:spent');
  host.as(OWNER).run('hourly');
  expect(JSON.parse(host.properties.get('cp:watch') ?? '{}')).toEqual({
    dirty: {},
    cursor: null,
    looked: '2026-11-23',
    marked: '',
  });
});

test('a lock held by another leaves the rows for the hourly run', () => {
  host.hold('document', 60_000);
  host.edit(at('name', NEW), '李雷');
  expect(customer(NEW)).toEqual({ name: '李雷' });
  host.advanceTo('2026-11-23T09:30');
  host.as(OWNER).run('hourly');
  expect(customer(NEW)).toMatchObject({ name: '李雷', customer_id: 'C-000003', tier: '潜在' });
});
