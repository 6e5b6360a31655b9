import fc from 'fast-check';
import { type MappedColumn, planRows, type RowPlan, tally, unknownOwners } from '../../../src/domain/import/index';
import { say } from '../../../src/i18n/index';
import { columns, context, imported } from './files';

const seed = 20260101;

/** The first row of a file. */
function row(text: string, change: Parameters<typeof imported>[1] = {}): RowPlan {
  const [first] = imported(text, change).plans;
  if (first === undefined) throw new Error('no row');
  return first;
}

test.each<[string, string, object]>([
  [
    'each cell by its column’s kind',
    '姓名,手机,性别,下次跟进日期,标签\n张伟,138-0013-8000,先生,2026年5月1日,外贸；月结',
    {
      name: '张伟',
      mobile: '+8613800138000',
      gender: '男',
      next_follow_up: '2026-05-01',
      tags: '外贸; 月结',
    },
  ],
  ['a company without a name gives its own', '公司名称,手机\n启明科技,13800138000', { name: '启明科技', company: '启明科技' }],
  ['family name first in Chinese', '姓,名,手机\n欧阳,敏,13800138000', { name: '欧阳敏' }],
  ['given name first in Latin', 'First name,Middle name,Last name,Phone\nJane,Q.,Doe,13800138000', { name: 'Jane Q. Doe' }],
  [
    'an address from its parts',
    'Name,Street number,Address,Address 2,Phone\nJane,12,High Street,Floor 2,+447700900123',
    {
      address: '12 High Street, Floor 2',
    },
  ],
  ['a district before its street', '姓名,区县,详细地址,手机\n张伟,南山区,科技园1号,13800138000', { address: '南山区科技园1号' }],
  [
    'a district the address already names',
    '姓名,区县,详细地址,手机\n张伟,南山区,深圳市南山区科技园1号,13800138000',
    {
      address: '深圳市南山区科技园1号',
    },
  ],
  ['the province of a city', '姓名,城市,手机\n张伟,深圳,13800138000', { province: '广东省', city: '深圳市' }],
  [
    'province, city and district in one cell',
    '姓名,所在地区,手机\n张伟,广东省/深圳市/南山区,13800138000',
    {
      province: '广东省',
      city: '深圳市',
      address: '南山区',
    },
  ],
  [
    'province and city an address begins with',
    '姓名,地址,手机\n张伟,浙江省 杭州市 西湖区 文三路1号,13800138000',
    {
      province: '浙江省',
      city: '杭州市',
      address: '浙江省 杭州市 西湖区 文三路1号',
    },
  ],
  [
    'the row’s country reads its phone',
    'Name,Country,Phone\nJane,United Kingdom,07700 900123',
    { country: 'GB', mobile: '+447700900123' },
  ],
  [
    'a lunar birthday sets its calendar',
    '姓名,生日,手机\n张伟,农历八月十五,13800138000',
    { birthday: '08-15', birthday_cal: '农历' },
  ],
  [
    'a landline in the one phone column',
    '姓名,电话\n张伟,010-65529988转801\n李娜,13800138000\n王芳,13900139000',
    {
      phone: '+86 10 65529988 x801',
    },
  ],
  [
    'a second number to the other phone column',
    '姓名,手机\n张伟,13800138000/13900139000',
    {
      mobile: '+8613800138000',
      phone: '+8613900139000',
    },
  ],
  [
    'a third to the social accounts',
    '姓名,手机,座机\n张伟,13800138000/13900139000,010-65529988',
    {
      mobile: '+8613800138000',
      phone: '+86 10 65529988',
      other_im: 'tel:+8613900139000',
    },
  ],
  ['the same number twice', '姓名,手机,电话\n张伟,13800138000,+86 138 0013 8000', { mobile: '+8613800138000' }],
  ['a second mail', '姓名,邮箱\n张伟,a@example.com; b@example.com', { email: 'a@example.com', other_im: 'email:b@example.com' }],
  ['social accounts under their type', '姓名,QQ,手机\n张伟,10001,13800138000', { other_im: 'qq:10001' }],
  [
    'formula-like text, as text',
    '姓名,手机,备注\n@SUM(A1),13800138000,"=IMPORTDATA(""x"")"',
    { name: '@SUM(A1)', remark: '=IMPORTDATA("x")' },
  ],
  [
    'what an export put before it is taken off',
    `姓名,手机,备注\n张伟,'13800138000,'=1+1`,
    { mobile: '+8613800138000', remark: '=1+1' },
  ],
  [
    'defaults of a new record',
    '姓名,手机\n张伟,13800138000',
    {
      tier: '潜在',
      stage: '潜在客户',
      sales_status: '待跟进',
      source: '导入',
      country: 'CN',
      consent_status: '未取得',
    },
  ],
  [
    'what the file says goes before them',
    '姓名,手机,客户来源,客户分层\n张伟,13800138000,展会,VIP',
    { source: '展会', tier: '重要' },
  ],
  ['nobody’s customer', '姓名,手机,负责人\n张伟,13800138000,公海', { name: '张伟' }],
  ['Namibia is a country', 'Name,Country,Phone\nJane,NA,+264811234567\nAda,US,+12025550123', { country: 'NA' }],
])('%s', (_title, text, cells) => {
  const plan = row(text);
  expect(plan.outcome).toBe('created');
  expect(plan.cells).toMatchObject(cells);
  expect(plan.issues).toEqual([]);
});

test.each<[string, string, string, unknown]>([
  ['a phone', '姓名,手机\n张伟,1.38E+10', 'mobile', '1.38E+10'],
  ['a mail', '姓名,手机,邮箱\n张伟,13800138000,a@b', 'email', 'a@b'],
  ['a birthday', '姓名,手机,生日\n张伟,13800138000,19993219', 'birthday', '19993219'],
])('%s that cannot be read stays as typed and is named', (_title, text, key, value) => {
  const plan = row(text);
  expect(plan.cells[key]).toBe(value);
  expect(plan.issues.map((issue) => issue.column)).toEqual([key]);
  expect(plan.asides).toEqual([]);
});

test.each<[string, string, string, string]>([
  ['a date that may be two days', '姓名,手机,下次跟进日期\n张伟,13800138000,3/4/26', 'next_follow_up', '3/4/26'],
  [
    'an option nobody knows',
    '姓名,手机,客户来源\n张伟,13800138000,地推\n李娜,13900139000,展会\n王芳,13700137000,官网',
    'source',
    '地推',
  ],
  ['an owner nobody knows', '姓名,手机,负责人\n张伟,13800138000,韩梅', 'owner', '韩梅'],
  ['an age in words', '姓名,手机,年龄\n张伟,13800138000,三百\n李娜,13900139000,30\n王芳,13700137000,31', 'age', '三百'],
  ['an age of 300', '姓名,手机,年龄\n张伟,13800138000,300\n李娜,13900139000,30\n王芳,13700137000,31', 'age', '300'],
])('%s leaves its strict cell to the default and is set aside', (_title, text, column, value) => {
  const plan = row(text);
  expect(plan.cells[column]).not.toBe(value);
  expect(plan.asides).toMatchObject([{ column, value }]);
  expect(plan.issues.map((issue) => issue.column)).toEqual([column]);
});

test('text too long is cut in its cell and kept whole aside', () => {
  const long = '长'.repeat(150);
  const plan = row(`姓名,公司,手机\n张伟,${long},13800138000`);
  expect(plan.cells['company']).toBe('长'.repeat(100));
  expect(plan.asides).toMatchObject([{ column: 'company', value: long }]);
});

test('an identifier too long is kept as typed: cut short it would be somebody else’s', () => {
  expect(row(`姓名,微信,手机\n张伟,${'x'.repeat(25)},13800138000`).cells['wechat']).toBe('x'.repeat(25));
});

test('what has no column becomes lines of the notes, under the notes of the file', () => {
  const text = '姓名,手机,甲,乙,丙,丁,戊,己,备注\n张伟,13800138000,1,2,3,4,5,6,老客户\n李娜,13900139000,1,2,3,4,5,,';
  const { mapping, plans } = imported(text);
  expect(mapping.find(({ to }) => to === 'notes')?.header).toBe('己');
  expect(plans[0]?.cells['remark']).toBe('老客户\n己: 6');
});

test('notes that do not fit are set aside whole lines', () => {
  const text = `姓名,手机,甲,乙,丙,丁,戊,己\n张伟,13800138000,1,2,3,4,5,${'x'.repeat(1990)}\n李娜,13900139000,1,2,3,4,5,`;
  const plan = row(text.replace('\n李娜', `,${'y'.repeat(50)}\n李娜`));
  expect(plan.cells['remark']).toBe(`己: ${'x'.repeat(1990)}`);
  expect(plan.asides).toMatchObject([{ column: 'remark', value: `I: ${'y'.repeat(50)}` }]);
});

test.each<[string, string, string]>([
  ['neither name nor company', '姓名,公司,手机\n,,13800138000', 'import.row.nobody'],
  ['names that say nothing', '姓名,公司,手机\nN/A,无,13800138000', 'import.row.nobody'],
  ['the header once more', '姓名,公司,手机\n姓名,公司,手机', 'import.row.header'],
  ['a total', '姓名,公司,手机\n合计,3家,1', 'import.row.total'],
])('a row goes to Quarantine only when it is nobody’s: %s', (_title, text, code) => {
  expect(row(text)).toMatchObject({ outcome: 'invalid', reason: { code }, cells: {} });
});

test('no way of contact is an issue, not a refusal', () => {
  const plan = row('姓名,手机\n张伟,');
  expect(plan).toMatchObject({ outcome: 'created', issues: [{ column: null, reason: { code: 'record.oneOf' } }] });
});

test('a column’s order of day and month is learnt from its own days', () => {
  const text = '姓名,手机,下次跟进日期\n张伟,13800138000,3/4/2026\n李娜,13900139000,25/4/2026\n王芳,13700137000,28/4/2026';
  expect(imported(text).plans.map(({ cells }) => cells['next_follow_up'])).toEqual(['2026-04-03', '2026-04-25', '2026-04-28']);
});

test('days of both orders teach nothing', () => {
  const text = '姓名,手机,下次跟进日期\n张伟,13800138000,3/4/2026\n李娜,13900139000,25/4/2026\n王芳,13700137000,4/28/2026';
  expect(imported(text).plans[0]?.cells['next_follow_up']).toBeUndefined();
});

test('owners nobody knows are listed with their rows', () => {
  const records = [['李雷'], ['韩梅'], ['韩 梅'], ['韩梅'], ['公海'], ['无'], ['x'.repeat(31)]].map((cells, i) => ({
    line: i + 2,
    cells,
  }));
  const mapping: MappedColumn[] = [{ index: 0, header: '负责人', to: 'column', key: 'owner' }];
  expect(unknownOwners(records, mapping, columns, context)).toEqual([
    { name: '韩梅', rows: 2 },
    { name: '韩 梅', rows: 1 },
  ]);
});

test('an owner accepted is looked up like a known one', () => {
  const plan = row('姓名,手机,负责人\n张伟,13800138000,韩梅', { lookup: (_sheet, name) => name });
  expect(plan).toMatchObject({ cells: { owner: '韩梅' }, asides: [] });
});

test('a cell beyond the header, or in a column that was empty at first, is kept', () => {
  const mapping: MappedColumn[] = [
    { index: 0, header: '姓名', to: 'column', key: 'name' },
    { index: 1, header: '旧编号', to: 'empty', key: null },
  ];
  const [plan] = planRows([{ line: 2, cells: ['张伟', 'K1', 'extra'] }], mapping, context);
  expect(plan?.cells['remark']).toBe('旧编号: K1\nC: extra');
});

test('the account closes', () => {
  const { plans } = imported('姓名,手机,下次跟进日期\n张伟,13800138000,3/4/26\n,13900139000,\n李娜,,');
  expect(tally(plans)).toMatchObject({ read: 3, imported: 2, quarantined: 1, skipped: 0, setAside: 1, withIssues: 2 });
});

/** Texts no kind rewrites and nothing takes for something else, each different. */
const word = fc.string({ unit: fc.constantFrom(...'bcdfghjklmnpqrstvwxz'), minLength: 4, maxLength: 12 });
const keys = ['name', 'company', 'address', 'needs', 'remark', 'interests', 'cf_1', 'wechat', 'other_im', 'tags', null];

test('whatever feeds whatever, no text of a row is lost', () => {
  const file = fc
    .uniqueArray(word, { minLength: 2, maxLength: 12 })
    .chain((texts) =>
      fc.tuple(fc.constant(texts), fc.array(fc.constantFrom(...keys), { minLength: texts.length, maxLength: texts.length })),
    );
  fc.assert(
    fc.property(file, ([texts, feeds]) => {
      const mapping = feeds.map(
        (key, index): MappedColumn => ({ index, header: `h${index}`, to: key === null ? 'notes' : 'column', key }),
      );
      const [plan] = planRows([{ line: 2, cells: texts }], mapping, context);
      if (plan === undefined || plan.outcome === 'invalid') {
        expect(feeds.some((key) => key === 'name' || key === 'company')).toBe(false);
        return;
      }
      const kept = [...Object.values(plan.cells), ...plan.asides.map(({ value }) => value)].join('\n');
      for (const text of texts) expect(kept).toContain(text);
    }),
    { seed, numRuns: 500 },
  );
});

test('every issue can be said in both languages', () => {
  const { plans } = imported('姓名,手机,邮箱,生日\n张伟,1.38E+10,a@b,19993219\n,1,,\n李娜,,,');
  for (const plan of plans) {
    for (const reason of [...plan.issues.map((issue) => issue.reason), ...(plan.reason === undefined ? [] : [plan.reason])]) {
      for (const locale of ['zh-CN', 'en'] as const) expect(say(locale, reason)).not.toMatch(/[{}]/);
    }
  }
});
