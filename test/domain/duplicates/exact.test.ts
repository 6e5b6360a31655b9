import fc from 'fast-check';
import { nameKey } from '../../../src/domain/door/identity';
import { findExact } from '../../../src/domain/duplicates/exact';
import { context, type Given, people } from '../merge/pool';

const CODE_A = '91350100M000100Y43';
const CODE_B = '91110000600037341L';

function found(records: readonly Given[]): string[][] {
  const table = people(records);
  return findExact(table, context).map(({ rows }) => rows.map((row) => String(records[row]?.['customer_id'])));
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
  ['one mobile read by the country', { mobile: '91234567', country: 'HK' }, { mobile: '+85291234567' }],
  ['one address in another case', { email: 'Zhang@Example.com' }, { email: 'zhang@example.com' }],
  ['one WeChat in another case', { wechat: 'ZhangWei88' }, { wechat: 'zhangwei88' }],
  ['one credit code', { uscc: CODE_A }, { uscc: CODE_A.toLowerCase() }],
  ['names apart by spaces and width', { name: '张 伟', mobile: '+8613912345678' }, { name: '张　伟', mobile: '+8613912345678' }],
  ['names apart by case', { name: 'Li ANNA', email: 'a@example.com' }, { name: 'li  anna', email: 'a@example.com' }],
])('the same: %s', (_title, first, second) => {
  expect(found(two(first, second))).toEqual([['C-000001', 'C-000002']]);
});

test.each<[string, Given, Given]>([
  ['nothing but the name', { company: '明远机械' }, { company: '明远机械' }],
  ['family on one phone', { name: '王芳', mobile: '+8613912345678' }, { name: '王强', mobile: '+8613912345678' }],
  ['colleagues behind one switchboard', { phone: '+86 10 65529988' }, { phone: '+86 10 65529988' }],
  ['a landline in the mobile column', { mobile: '010-65529988' }, { mobile: '010-65529988' }],
  ['an advertised number', { mobile: '13800138000' }, { mobile: '13800138000' }],
  ['a number of one figure', { mobile: '13999999999' }, { mobile: '13999999999' }],
  ['a mailbox of the office', { email: 'info@example.com' }, { email: 'info@example.com' }],
  ['nothing, written as 无', { wechat: '无' }, { wechat: '无' }],
  ['nothing, written as dashes', { wechat: '--------' }, { wechat: '--------' }],
  ['a code with a wrong check character', { uscc: '91350100M000100Y40' }, { uscc: '91350100M000100Y40' }],
  ['two codes', { mobile: '+8613912345678', uscc: CODE_A }, { mobile: '+8613912345678', uscc: CODE_B }],
  ['a name that is none', { name: 'test', mobile: '+8613912345678' }, { name: 'test', mobile: '+8613912345678' }],
  ['no name', { name: null, mobile: '+8613912345678' }, { name: null, mobile: '+8613912345678' }],
  ['a row without id', { customer_id: null, mobile: '+8613912345678' }, { mobile: '+8613912345678' }],
  ['one value in two columns', { wechat: 'a13912345678' }, { email: 'a13912345678@example.com' }],
])('not the same: %s', (_title, first, second) => {
  expect(found(two(first, second))).toEqual([]);
});

test('a third record joins two that share nothing between them', () => {
  const records = [
    { customer_id: 'C-000003', name: '李雷', mobile: '+8613912345678' },
    { customer_id: 'C-000001', name: '李雷', email: 'li@example.com' },
    { customer_id: 'C-000002', name: '李雷', mobile: '+8613912345678', email: 'li@example.com' },
  ];
  expect(found(records)).toEqual([['C-000001', 'C-000002', 'C-000003']]);
  expect(findExact(people(records), context)[0]?.same).toEqual(['mobile', 'email']);
});

test('a group with two codes falls apart by code, and who has none stays out', () => {
  const mobile = '+8613912345678';
  const records = [
    { customer_id: 'C-000001', name: '李雷', mobile, uscc: CODE_A },
    { customer_id: 'C-000002', name: '李雷', mobile, uscc: CODE_B },
    { customer_id: 'C-000003', name: '李雷', mobile },
    { customer_id: 'C-000004', name: '李雷', mobile, uscc: CODE_A },
  ];
  expect(found(records)).toEqual([['C-000001', 'C-000004']]);
});

test.each([
  [' 张  伟 ', '张伟'],
  ['Ｗａｎｇ  Wei', 'wang wei'],
  ['张伟 Wei', '张伟wei'],
  ['O’Brien', 'o’brien'],
])('the name %j is compared as %j', (name, key) => {
  expect(nameKey(name)).toBe(key);
});

const anyPerson = fc.record({
  name: fc.constantFrom('张伟', '张 伟', '李雷', 'Anna', '无'),
  mobile: fc.constantFrom(null, '13912345678', '+8613912345678', '13700000001', '13800138000'),
  email: fc.constantFrom(null, 'a@example.com', 'A@EXAMPLE.COM', 'b@example.com', 'info@example.com'),
  wechat: fc.constantFrom(null, 'weixin01', 'weixin02', '无'),
  uscc: fc.constantFrom(null, null, CODE_A, CODE_B),
});
const anyPool = fc
  .array(anyPerson, { maxLength: 12 })
  .map((list) => list.map((person, i) => ({ customer_id: `C-${String(i + 1).padStart(6, '0')}`, ...person })));

/** Oracle: compares every two rows, spreads group numbers until nothing changes, then divides by code. */
function naive(records: readonly Given[]): string[][] {
  const id = (r: Given) => String(r['customer_id']);
  const key: Record<string, (value: unknown) => string> = {
    mobile: (v) => (v === '13800138000' ? '' : String(v ?? '').slice(-11)),
    email: (v) => (v === 'info@example.com' ? '' : String(v ?? '').toLowerCase()),
    wechat: (v) => (v === '无' ? '' : String(v ?? '')),
    uscc: (v) => String(v ?? ''),
  };
  const name = (r: Given) => String(r['name']).replace(' ', '').toLowerCase();
  const linked = (a: Given, b: Given) =>
    name(a) === name(b) &&
    name(a) !== '无' &&
    Object.entries(key).some(([column, of]) => of(a[column]) !== '' && of(a[column]) === of(b[column]));
  const group = records.map((_, i) => i);
  for (let round = 0; round < records.length; round++) {
    for (const [i, a] of records.entries()) {
      for (const [j, b] of records.entries()) {
        if (linked(a, b)) group[i] = group[j] = Math.min(group[i] ?? 0, group[j] ?? 0);
      }
    }
  }
  const groups = [...new Set(group)].map((g) => records.filter((_, i) => group[i] === g));
  const divided = groups.flatMap((members) => {
    const codes = new Set(members.flatMap((r) => r['uscc'] ?? []));
    return codes.size < 2 ? [members] : [...codes].map((code) => members.filter((r) => r['uscc'] === code));
  });
  return divided
    .map((members) => members.map(id).sort())
    .filter((members) => members.length > 1)
    .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}

test('groups are those of comparing every two rows', () => {
  fc.assert(
    fc.property(anyPool, (records) => {
      expect(found(records)).toEqual(naive(records));
    }),
    { seed: 20260101, numRuns: 400 },
  );
});

test('the order of rows changes nothing', () => {
  const shuffled = anyPool.chain((records) =>
    fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
  );
  fc.assert(
    fc.property(shuffled, ([records, others]) => {
      expect(found(others)).toEqual(found(records));
    }),
    { seed: 20260101, numRuns: 200 },
  );
});
