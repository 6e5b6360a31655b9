// Search as the sidebar asks for it: what words find, how they were read, what is shown of whom, and what it costs.
import type { CellValue, Host } from '../../local/host/index';
import { workbook } from '../../src/template/index';
import { BOSS, call, FIRST, fill, HANMEI, LILEI, recordsIn, TODAY, tabOf, teamPool } from './pool';

/** Cells of the team, the options and the settings. */
const SMALL_TABLES = 20_000;

const common = { tier: '普通', sales_status: '联系中', stage: '潜在客户', source: '展会' };

const PEOPLE = [
  {
    ...common,
    customer_id: 'C-000001',
    name: '张伟',
    company: '上海启明科技有限公司',
    mobile: '+8613800002468',
    wechat: 'qm_zhangwei',
    owner: '李雷',
    tier: '重要',
    sales_status: '已报价',
    next_follow_up: TODAY - 4,
    last_contact: TODAY - 12,
    tags: '外贸; 月结',
    province: '上海市',
    city: '上海市',
  },
  {
    ...common,
    customer_id: 'C-000002',
    name: '章雯',
    company: '上海禾木设计',
    mobile: '+8613600009753',
    owner: '李雷',
    next_follow_up: TODAY,
    province: '上海市',
    city: '上海市',
  },
  {
    ...common,
    customer_id: 'C-000003',
    name: '曾薇',
    company: '曾薇工作室',
    email: 'zengwei@example.com',
    owner: '韩梅',
    next_follow_up: TODAY - 1,
    province: '浙江省',
    city: '杭州市',
  },
  {
    ...common,
    customer_id: 'C-000004',
    name: 'Zhou Wen',
    company: 'Pudong Foods',
    mobile: '+8618600003579',
    tier: '潜在',
    province: '上海市',
    city: '上海市',
  },
  {
    ...common,
    customer_id: 'C-000005',
    name: '單曉峰',
    company: '尉遲食品',
    phone: '+86 10 65529988',
    owner: '韩梅',
    sales_status: '无效',
    next_follow_up: TODAY - 30,
    city: 'Singapore',
    birthday: '1988-03-14',
  },
  {
    ...common,
    customer_id: 'C-000006',
    name: '吕明',
    company: '重要时刻广告',
    mobile: '+8613800002468',
    tier: '潜在',
    sales_status: '成交',
    birthday: '03-30',
    next_follow_up: TODAY + 5,
    owner: '李雷',
    province: '广东省',
    city: '深圳市',
  },
];

function pool() {
  const host = teamPool();
  fill(host, 'customers', PEOPLE);
  return host.as(LILEI);
}

function searched(text: string, host = pool()) {
  const { items, tokens } = call(host, 'search', { text, page: 0, locale: 'zh-CN' });
  return { found: items.map(({ name }) => name).join(' '), read: tokens.map((token) => token.as).join(' '), items, tokens };
}

test.each([
  ['initials, mine before others', 'zw', '张伟 章雯 曾薇 Zhou Wen', 'pinyin'],
  ['syllables', 'zhangwei', '张伟', 'pinyin'],
  ['a surname read as one', 'shan', '單曉峰 张伟 章雯', 'pinyin'],
  ['initials of a company', 'qmkj', '张伟', 'pinyin'],
  ['ü', 'lvming', '吕明', 'pinyin'],
  ['part of a name', '伟', '张伟', 'text'],
  ['simplified for traditional', '单晓', '單曉峰', 'text'],
  ['traditional for simplified', '啟明', '张伟', 'text'],
  ['part of a company', '工作室', '曾薇', 'text'],
  ['part of an address', 'zengwei@', '曾薇', 'text'],
  ['a WeChat ID', 'QM_ZHANG', '张伟', 'text'],
  ['digits of a mobile', '9753', '章雯', 'digits'],
  ['digits in full width', '９７５３', '章雯', 'digits'],
  ['a number as it is dialled', '010-6552', '單曉峰', 'digits'],
  ['digits of an id', '000004', 'Zhou Wen', 'digits'],
  ['an id', 'c-000004', 'Zhou Wen', 'text'],
  ['an option', '重要', '张伟 吕明', 'option'],
  ['an option in the other language', 'Quoted', '张伟', 'option'],
  ['an option and a state', '重要 逾期', '张伟', 'option due'],
  ['a place', '上海', '张伟 章雯 Zhou Wen', 'place'],
  ['a place in the other language', 'Hangzhou', '曾薇', 'place'],
  ['a place in no list', 'singapore', '單曉峰', 'place'],
  ['a tag', '月结', '张伟', 'tag'],
  ['an owner', '韩梅', '單曉峰 曾薇', 'owner'],
  ['overdue, of those somebody follows', '逾期', '张伟 曾薇', 'due'],
  ['today', 'today', '章雯', 'due'],
  ['coming', '未来', '吕明', 'due'],
  ['the pool', '公海', 'Zhou Wen', 'pool'],
  ['mine', '我的', '张伟 章雯 吕明', 'mine'],
  ['a birthday in the next days', '生日', '單曉峰', 'birthday'],
  ['shared numbers', '重复', '张伟 吕明', 'duplicate'],
  ['three words at once', 'zw 上海 逾期', '张伟', 'pinyin place due'],
  ['nobody', '不存在', '', 'text'],
])('%s: %s', (_title, text, found, read) => {
  const answer = searched(text);
  expect([answer.found, answer.read]).toEqual([found, read]);
});

test('the page marks what met the search', () => {
  const { items, tokens } = searched('zw 上海 2468');
  expect(tokens.map(({ label }) => label)).toEqual(['zw', '上海市', '2468']);
  expect(items[0]).toMatchObject({
    id: 'C-000001',
    row: FIRST,
    statusLabel: '已报价',
    tier: 'key',
    mine: true,
    masked: false,
    late: 4,
    due: '2026-03-07',
    lastContact: '2026-02-27',
    hits: { name: [[0, 2]], city: [[0, 3]], phone: [[10, 14]] },
  });
});

test('numbers of the pool are masked, also where they were searched', () => {
  const { items } = searched('3579');
  expect(items[0]).toMatchObject({ name: 'Zhou Wen', phone: '186****3579', masked: true, owner: '', hits: {} });
});

test('mine are those of who asks', () => {
  expect(searched('我的', pool().as(HANMEI)).found).toBe('單曉峰 曾薇');
  // An account the team does not know has none.
  expect(searched('我的', pool().as('stranger@example.com')).found).toBe('');
});

test('labels come in the language of the page', () => {
  const { items, tokens } = call(pool(), 'search', { text: 'shanghai overdue', page: 0, locale: 'en' });
  expect(tokens.map(({ label }) => label)).toEqual(['Shanghai', 'Overdue']);
  expect(items[0]?.statusLabel).toBe('Quoted');
});

test('an empty search reads no customer', () => {
  const host = pool();
  host.resetCalls();
  expect(call(host, 'search', { text: ' ，', page: 0 })).toMatchObject({ tokens: [], items: [], total: 0 });
  expect(host.calls.reads).toBeLessThanOrEqual(4);
});

test('columns moved to the right are still found', () => {
  const host = pool().as(BOSS);
  host.insertColumns(tabOf(host, 'customers'), 2, 40);
  expect(searched('zw', host.as(LILEI)).found).toBe('张伟 章雯 曾薇 Zhou Wen');
  expect(recordsIn(host, 'customers')).toHaveLength(PEOPLE.length);
});

test.each<[string, (cells: (CellValue[] | undefined)[]) => void]>([
  ['sorts', (cells) => cells.splice(FIRST - 1, PEOPLE.length, ...cells.slice(FIRST - 1, FIRST - 1 + PEOPLE.length).reverse())],
  ['inserts a row', (cells) => cells.splice(FIRST - 1, 0, [])],
  ['removes a row', (cells) => cells.splice(FIRST - 1, 1)],
])('who %s while the right part is read makes nobody live elsewhere', (_does, act) => {
  const host = pool();
  const { meter, book } = host.world;
  const { cells = [], maxRows: height = 1 } = book.sheets.find(({ name }) => name === tabOf(host, 'customers')) ?? {};
  const charge = meter.charge.bind(meter);
  let reads = 0;
  const spy = jest.spyOn(meter, 'charge').mockImplementation((label, kind, count) => {
    // Whole columns: the left part of the customers comes first, the right one second.
    if (count > 0 && count % height === 0 && ++reads === 2) act(cells);
    charge(label, kind, count);
  });
  const { items } = searched('singapore', host);
  spy.mockRestore();
  expect(items).toMatchObject([{ id: 'C-000005', name: '單曉峰', city: 'Singapore' }]);
  // Those two, the ids, and all at once.
  expect(reads).toBe(4);
});

describe('beside 50,000 customers', () => {
  const [names, given] = ['王李张刘陈杨赵黄周吴单曾', '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'];
  const rows = Array.from({ length: 50_000 }, (_, i) => ({
    ...common,
    customer_id: `C-${String(i + 1).padStart(6, '0')}`,
    name: `${names[i % 12]}${given[(i * 7) % 20]}${given[(i * 3) % 20]}`,
    company: `上海${given[i % 20]}${given[(i * 11) % 20]}贸易${i % 977}有限公司`,
    mobile: `+8613${800_000_000 + i}`,
    email: `c${i}@example.com`,
    owner: ['李雷', '韩梅', ''][Math.floor(i / 12) % 3] ?? '',
    next_follow_up: TODAY + (i % 90) - 30,
  }));
  let host: Host;
  let height: number;
  const width = (key: string) => Object.keys(workbook.sheets.customers.columns).indexOf(key) + 1;

  beforeAll(() => {
    host = teamPool();
    fill(host, 'customers', rows);
    height = host.book.sheets.find(({ name }) => name === tabOf(host, 'customers'))?.maxRows ?? 0;
  }, 60_000);

  beforeEach(() => host.as(LILEI).resetCalls());

  test('they are searched in one read, and shown by pages of 50', () => {
    const first = call(host, 'search', { text: 'zw', page: 0 });
    // Properties, people, options, the zone, and the customers at once, as far as tags reach.
    expect(host.calls).toMatchObject({ reads: 5, writes: 0 });
    expect(host.calls.cellsRead).toBeLessThanOrEqual(height * width('tags') + SMALL_TABLES);
    const isZw = (name: string) => /[张赵周曾]伟/.test(name);
    expect(first.total).toBe(rows.filter(({ name }) => isZw(name)).length);
    expect(first.items).toHaveLength(50);
    expect(first.items.every(({ mine }) => mine)).toBe(true);
    const last = call(host, 'search', { text: 'zw', page: first.pages - 1 });
    expect(last.items.every(({ name }) => isZw(name))).toBe(true);
    expect(last.page).toBe(first.pages - 1);
  });

  // Who is found nowhere may live in a place of that name: places stand further right, and nothing but the ids is read twice.
  test('whom nobody is called, nobody is: one read more, of what was not read, and one that tells whether the rows stand', () => {
    expect(call(host, 'search', { text: '不存在', page: 0 }).total).toBe(0);
    expect(host.calls).toMatchObject({ reads: 7, writes: 0 });
    expect(host.calls.cellsRead).toBeLessThanOrEqual(height * (width('city') + 1) + SMALL_TABLES);
  });

  test('who is at the door is known from their identifying columns alone', () => {
    const values = { name: '陳小姐', company: '别处', mobile: '138 0004 9999', email: 'C7@Example.com', wechat: 'wx_9' };
    const { matches } = call(host, 'checkCustomer', { id: null, values, touched: Object.keys(values) });
    expect(matches.map(({ id }) => id)).toEqual(['C-000008', 'C-050000']);
    expect(host.calls.reads + host.calls.writes).toBeLessThanOrEqual(10);
    expect(host.calls.cellsRead).toBeLessThanOrEqual(500_000);
  });
});
