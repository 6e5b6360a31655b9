import fc from 'fast-check';
import { nameKey } from '../../../src/domain/door/identity';
import { linkTableOf } from '../../../src/domain/duplicates/columns';
import { decide, isPutOff, settledIn } from '../../../src/domain/duplicates/decisions';
import { evidenceOf } from '../../../src/domain/duplicates/evidence';
import { findGroups, type GroupCertainty } from '../../../src/domain/duplicates/groups';
import { totalOf, weigh } from '../../../src/domain/linkage/explain';
import { judge } from '../../../src/domain/linkage/index';
import { context, type Given, people } from '../merge/pool';

const CODE_A = '91350100M000100Y43';
const CODE_B = '91110000600037341L';
const SEED = { seed: 20260101 };

/** Customers that have nothing to do with a case. */
const others: readonly Given[] = Array.from({ length: 60 }, (_, i) => ({
  customer_id: `C-1${String(i).padStart(5, '0')}`,
  name: `${'王李张刘陈杨黄赵吴周'.charAt(i % 10)}${'伟芳娜敏静丽强磊军洋勇'.charAt(i % 11)}${'国文海云春秋冬雪梅兰竹荣'.charAt(i % 12)}`,
  company: `${'恒信达瑞博盛金长银东天宏'.charAt(i % 12)}${'远明丰雅世桥城河方纳佳'.charAt(i % 11)}${['科技', '贸易', '食品'][i % 3]}有限公司`,
  mobile: `+86135${String(10_000_000 + i * 7919)}`,
  city: ['上海市', '深圳市', '杭州市'][i % 3] ?? null,
}));

/** Ids of the groups of a certainty among a hundred others. */
function found(records: readonly Given[], certainty: GroupCertainty = 'exact', different: (readonly [number, number])[] = []) {
  const { groups } = findGroups(people([...records, ...others]), context, different);
  return groups
    .filter((group) => group.certainty === certainty)
    .map(({ rows }) => rows.map((row) => records[row]?.['customer_id']));
}

function two(first: Given, second: Given): Given[] {
  return [
    { customer_id: 'C-000001', name: '张伟', ...first },
    { customer_id: 'C-000002', name: '张伟', ...second },
  ];
}

test.each<[string, Given, Given]>([
  ['one mobile', { mobile: '+8613912345678' }, { mobile: '+8613912345678' }],
  ['one mobile in two spellings', { mobile: '139-1234-5678' }, { mobile: '+8613912345678' }],
  ['one mobile in full-width figures', { mobile: '１３９１２３４５６７８' }, { mobile: '13912345678' }],
  ['one mobile in either column', { mobile: '13912345678' }, { phone: '13912345678' }],
  ['one mobile among what merging set aside', { mobile: '13912345678' }, { other_im: 'mobile:+8613912345678' }],
  ['one address in another case', { email: 'Zhang@Example.com' }, { email: 'zhang@example.com' }],
  ['one WeChat in another case', { wechat: 'ZhangWei88' }, { wechat: 'zhangwei88' }],
  ['names apart by spaces and width', { name: '张 伟', mobile: '+8613912345678' }, { name: '张　伟', mobile: '+8613912345678' }],
  ['names apart by script', { name: '張偉', mobile: '+8613912345678' }, { mobile: '+8613912345678' }],
  ['names apart by case', { name: 'Li ANNA', email: 'a@example.com' }, { name: 'li  anna', email: 'a@example.com' }],
  [
    'companies without a person, by their code',
    { name: '明远机械有限公司', company: '明远机械有限公司', uscc: CODE_A },
    { name: null, company: '明远机械', uscc: CODE_A.toLowerCase() },
  ],
])('the same: %s', (_title, first, second) => {
  expect(found(two(first, second))).toEqual([['C-000001', 'C-000002']]);
});

test.each<[string, Given, Given]>([
  ['nothing but the name', { company: '明远机械' }, { company: '明远机械' }],
  ['family on one phone', { name: '王芳', mobile: '+8613912345678' }, { name: '王强', mobile: '+8613912345678' }],
  ['colleagues behind one switchboard', { phone: '+86 10 65529988' }, { phone: '+86 10 65529988' }],
  ['a landline in the mobile column', { mobile: '010-65529988' }, { mobile: '010-65529988' }],
  ['an advertised number', { mobile: '138 0013 8000' }, { mobile: '+8613800138000' }],
  ['a number of one figure', { mobile: '13999999999' }, { mobile: '13999999999' }],
  ['a mailbox of the office', { email: 'info@example.com' }, { email: 'info@example.com' }],
  ['nothing, written as 无', { wechat: '无' }, { wechat: '无' }],
  ['two codes', { mobile: '+8613912345678', uscc: CODE_A }, { mobile: '+8613912345678', uscc: CODE_B }],
  ['a company’s code, held by two of its people', { name: '王芳', uscc: CODE_A }, { name: '王强', uscc: CODE_A }],
  [
    'two branches with one phone',
    { mobile: '13912345678', company: '云杉贸易上海分公司' },
    { mobile: '13912345678', company: '云杉贸易北京分公司' },
  ],
  ['a name that is none', { name: 'test', mobile: '+8613912345678' }, { name: 'test', mobile: '+8613912345678' }],
  ['no name', { name: null, mobile: '+8613912345678' }, { name: null, mobile: '+8613912345678' }],
  ['a surname only', { name: '张总', mobile: '+8613912345678' }, { mobile: '+8613912345678' }],
  ['a row without id', { customer_id: null, mobile: '+8613912345678' }, { mobile: '+8613912345678' }],
])('not the same for certain: %s', (_title, first, second) => {
  expect(found(two(first, second))).toEqual([]);
});

test('a third record joins two that share nothing between them', () => {
  const records = [
    { customer_id: 'C-000003', name: '李雷', mobile: '+8613912345678' },
    { customer_id: 'C-000001', name: '李雷', email: 'li@example.com' },
    { customer_id: 'C-000002', name: '李雷', mobile: '+8613912345678', email: 'li@example.com' },
  ];
  expect(found(records)).toEqual([['C-000001', 'C-000002', 'C-000003']]);
});

test('what was called different shares no group, not even through a third record', () => {
  const mobile = '+8613912345678';
  const records = [1, 2, 3].map((n) => ({ customer_id: `C-00000${n}`, name: '李雷', mobile }));
  expect(found(records)).toEqual([['C-000001', 'C-000002', 'C-000003']]);
  for (const certainty of ['exact', 'near', 'review'] as const) {
    const groups = found(records, certainty, [[0, 2]]);
    expect(groups.filter((ids) => ids.includes('C-000001') && ids.includes('C-000003'))).toEqual([]);
  }
  expect(found(records, 'exact', [[0, 2]])).toHaveLength(1);
});

describe('decisions', () => {
  const records: readonly Given[] = [
    { customer_id: 'C-000009', name: '李雷', mobile: '13912345678' },
    { customer_id: 'C-000010', name: '李雷', mobile: '13912345678' },
    { customer_id: 'C-000011', name: '李雷', email: 'li@example.com' },
  ];

  test('different holds for every pair, in whichever order the rows stand', () => {
    const decisions = decide(records, 'different');
    expect(decisions.map(({ pair }) => pair)).toEqual(['C-000009|C-000010', 'C-000009|C-000011', 'C-000010|C-000011']);
    expect(settledIn(people([...records].reverse()), decisions).different).toHaveLength(3);
  });

  test.each<[string, Given, number]>([
    ['a compared value', { mobile: '13912345679' }, 1],
    ['a value that is not compared', { remark: '新' }, 3],
  ])('%s changes', (_title, change, left) => {
    const changed = records.map((record, i) => (i === 0 ? { ...record, ...change } : record));
    expect(settledIn(people(changed), decide(records, 'different')).different).toHaveLength(left);
  });

  test('a group put off is shown again when it has one more record', () => {
    const settled = settledIn(people(records), decide(records.slice(0, 2), 'later'));
    expect(isPutOff(['C-000009', 'C-000010'], settled)).toBe(true);
    expect(isPutOff(['C-000009', 'C-000010', 'C-000011'], settled)).toBe(false);
  });
});

const anyPerson = fc.record({
  name: fc.constantFrom('张伟', '张 伟', '李雷', 'Anna Berg', '无', null),
  company: fc.constantFrom(null, '明远机械', '明远机械有限公司', '云杉贸易上海分公司', '云杉贸易北京分公司'),
  mobile: fc.constantFrom(null, '13912345678', '+8613912345678', '13700000001'),
  email: fc.constantFrom(null, 'a@example.com', 'A@EXAMPLE.COM', 'b@mingyuan.example', 'info@mingyuan.example'),
  wechat: fc.constantFrom(null, 'weixin01', 'weixin02', '无'),
  uscc: fc.constantFrom(null, null, CODE_A, CODE_B),
  city: fc.constantFrom(null, '上海市', '广州'),
  birthday: fc.constantFrom(null, '1980-02-03', '1980-03-02', '1975-11-30'),
});
const anyPool = fc
  .array(anyPerson, { minLength: 2, maxLength: 12 })
  .map((list) => list.map((person, i): Given => ({ customer_id: `C-${String(i + 1).padStart(6, '0')}`, ...person })));

test('start and evidence make the score, to a tenth a part', () => {
  fc.assert(
    fc.property(anyPool, (records) => {
      const judged = judge(linkTableOf(people([...records, ...others])));
      for (let a = 0; a < 8; a++) {
        for (let b = a + 1; b < 8; b++) {
          const pair = weigh(judged, a, b);
          expect(Math.abs(totalOf(pair) / 10 - judged.scorer.of(a, b))).toBeLessThanOrEqual(
            0.05 * (pair.parts.length + 1) + 1e-9,
          );
          expect(pair.parts.filter(({ not, tenths }) => not === 'same' && tenths !== 0)).toEqual([]);
          const evidence = evidenceOf(pair, {}, {}, (key) => key);
          // To be the same as most is left out, and speaks against nobody.
          const common = pair.parts.filter(({ level, top, tenths }) => level === top && tenths < 0);
          const left = common.reduce((sum, { tenths }) => sum + tenths, pair.start);
          expect(evidence.reduce((sum, { tenths }) => sum + tenths, left)).toBe(totalOf(pair));
          const against = evidence.filter(({ side, says }) => side === 'against' && says.code === 'evidence.same');
          expect(against).toEqual([]);
        }
      }
    }),
    { ...SEED, numRuns: 40 },
  );
});

test('every record is in one group at most, and the order of rows changes nothing', () => {
  const shuffled = anyPool.chain((records) =>
    fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
  );
  const groupsOf = (records: readonly Given[]) =>
    findGroups(people(records), context, []).groups.map(({ rows, certainty }) => [
      certainty,
      ...rows.map((row) => records[row]?.['customer_id']),
    ]);
  fc.assert(
    fc.property(shuffled, ([records, turned]) => {
      const groups = groupsOf(records);
      expect(groupsOf(turned)).toEqual(groups);
      const ids = groups.flatMap(([, ...rows]) => rows);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { ...SEED, numRuns: 60 },
  );
});

test('a copy of a record that can be reached is in its exact group', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: others.length - 1 }), (i) => {
      const copy: Given = { ...others[i], customer_id: 'C-000001' };
      expect(found([copy]).filter((ids) => ids.includes('C-000001'))).toHaveLength(1);
    }),
    { ...SEED, numRuns: 30 },
  );
});

test.each<[string, Given, Given, string]>([
  ['stays apart', {}, {}, ''],
  ['is looked at where they share a mobile', { mobile: '13912345678' }, { mobile: '13912345678' }, 'review'],
])('a person beside the company he works for %s', (_title, person, company, expected) => {
  const records: Given[] = [
    { customer_id: 'C-000001', name: '王芳', company: '宁波海蓝食品有限公司', city: '宁波市', province: '浙江省', ...person },
    {
      customer_id: 'C-000002',
      name: '宁波海蓝食品有限公司',
      company: '宁波海蓝食品有限公司',
      city: '宁波市',
      province: '浙江省',
      ...company,
    },
  ];
  const together = (['exact', 'near', 'review'] as const).filter((certainty) => found(records, certainty).length > 0);
  expect(together.join()).toBe(expected);
});

test('thousands of copies are one group, without the one somebody told apart from another', () => {
  const copies = Array.from(
    { length: 3_000 },
    (_, i): Given => ({ ...others[7], customer_id: `C-${String(i + 1).padStart(6, '0')}` }),
  );
  const [group = [], ...more] = found(copies, 'exact', [[0, 1]]);
  expect(more).toEqual([]);
  expect(group.length).toBeGreaterThanOrEqual(copies.length - 2);
  expect(group.includes('C-000001') && group.includes('C-000002')).toBe(false);
});

test.each([60, 61, 130])('%i spellings of one customer are one group, to be looked at where they are too many', (size) => {
  const spellings = Array.from(
    { length: size },
    (_, i): Given => ({
      customer_id: `C-${String(i + 1).padStart(6, '0')}`,
      name: '张伟',
      mobile: '+8613912345678',
      email: `zhangwei${i}@example.com`,
    }),
  );
  const certainty = size > 60 ? 'review' : 'exact';
  for (const each of ['exact', 'near', 'review'] as const)
    expect(found(spellings, each).map((ids) => ids.length)).toEqual(each === certainty ? [size] : []);
});

test.each([
  [' 张  伟 ', '张伟'],
  ['Ｗａｎｇ  Wei', 'wang wei'],
  ['张伟 Wei', '张伟wei'],
  ['O’Brien', 'o’brien'],
])('the name %j is compared as %j', (name, key) => {
  expect(nameKey(name)).toBe(key);
});
