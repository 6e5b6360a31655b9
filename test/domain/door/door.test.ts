// Who a customer being entered may be already: compared with every other record, by whatever identifies people.
import fc from 'fast-check';
import { doorMatches, keyMatches } from '../../../src/domain/door/door';
import { readWeights, weightsText } from '../../../src/domain/door/weigh';
import { linkTableOf } from '../../../src/domain/duplicates/columns';
import { judge } from '../../../src/domain/linkage/index';
import { maskName } from '../../../src/domain/reminders/mask';
import type { Cell } from '../../../src/template/types';
import { context, type Given, people } from '../merge/pool';

const seed = 20260101;
const CODE_A = '91350100M000100Y43';
const CODE_B = '91110000600037341L';

/** What is found of one probe among records: ids, columns, certainty. */
function found(probe: Given, known: readonly Given[], only?: readonly string[]): string[] {
  const records = known.map((given, i) => ({ customer_id: `C-00000${i + 1}`, ...given }));
  const { customer_id: id = null, ...cells } = probe;
  const [matches = []] = doorMatches(people(records), [{ id: id === null ? null : String(id), cells }], context, only);
  return matches.map(({ id, same, certainty }) => `${id} ${same.join('+')} ${certainty}`);
}

test.each<[string, Given, Given, string]>([
  [
    'a mobile under one name',
    { name: '张伟', mobile: '13912345678' },
    { name: '张 伟', mobile: '+8613912345678' },
    'mobile exact',
  ],
  [
    'a mobile under another name',
    { name: '王芳', mobile: '13912345678' },
    { name: '张伟', mobile: '+8613912345678' },
    'mobile review',
  ],
  [
    'a mobile in the other place',
    { name: '张伟', phone: '139 1234 5678' },
    { name: '张伟', mobile: '+8613912345678' },
    'phone exact',
  ],
  [
    'a landline under one name',
    { name: '张伟', phone: '010-65529988' },
    { name: '张伟', phone: '+86 10 65529988' },
    'phone review',
  ],
  ['an address', { email: 'ZHANG@example.com' }, { name: '张伟', email: 'zhang@example.com' }, 'email review'],
  ['a WeChat', { wechat: 'ZhangWei88' }, { wechat: 'zhangwei88' }, 'wechat review'],
  [
    'a credit code',
    { company: '启明', uscc: CODE_A.toLowerCase() },
    { company: '启明', uscc: CODE_A },
    'name+company+uscc exact',
  ],
  ['name and company', { name: '张伟', company: '启明 ' }, { name: '张伟', company: '启明' }, 'name+company review'],
  ['a company without names', { company: '启明' }, { company: '启明' }, 'name+company review'],
])('the same: %s', (_title, probe, known, expected) => {
  expect(found(probe, [known])).toEqual([`C-000001 ${expected}`]);
});

test.each<[string, Given, Given]>([
  ['his own record', { customer_id: 'C-000001', mobile: '13912345678' }, { mobile: '13912345678' }],
  ['one name alone', { name: '张伟' }, { name: '张伟' }],
  ['one company, other people', { name: '张伟', company: '启明' }, { name: '王芳', company: '启明' }],
  ['a switchboard', { name: '张伟', phone: '010-65529988' }, { name: '王芳', phone: '010-65529988' }],
  ['two credit codes', { mobile: '13912345678', uscc: CODE_A }, { mobile: '13912345678', uscc: CODE_B }],
  ['an advertised number', { mobile: '13800138000' }, { mobile: '13800138000' }],
  ['a mailbox of the office', { email: 'info@example.com' }, { email: 'info@example.com' }],
  ['fillers for name and company', { name: '无', company: '-' }, { name: '无', company: '-' }],
  ['what cannot be read', { mobile: '1391234' }, { mobile: '1391234' }],
  ['a row that is no record yet', { mobile: '13912345678' }, { customer_id: null, mobile: '13912345678' }],
])('not the same: %s', (_title, probe, known) => {
  expect(found(probe, [known])).toEqual([]);
});

test.each<[string, Given, Given]>([
  ['traditional characters', { name: '張偉', company: '明遠機械' }, { name: '张伟', company: '明远机械' }],
  ['pinyin', { name: 'Zhang Wei', company: '明远机械有限公司' }, { name: '张伟', company: '明远机械' }],
  ['a company in short', { name: '张伟', company: '明远机械' }, { name: '张伟', company: '上海明远机械设备有限公司' }],
  [
    'a title behind the name',
    { name: '欧阳娜娜经理', company: '明远机械' },
    { name: '欧阳娜娜', company: '上海明远机械有限公司' },
  ],
])('the same in another spelling: %s', (_title, probe, known) => {
  const others = Array.from({ length: 300 }, (_, i) => ({ name: `客${i}`, company: `云帆${i}贸易` }));
  for (const table of [[known], [known, ...others]]) expect(found(probe, table)).toEqual(['C-000001 name+company review']);
});

test.each<[string, Given, Given]>([
  ['a branch elsewhere', { name: '张伟', company: '北京明远机械有限公司' }, { name: '张伟', company: '上海明远机械有限公司' }],
  ['a namesake elsewhere', { name: '張偉', company: '云帆贸易' }, { name: '张伟', company: '明远机械' }],
  ['a colleague', { name: '王磊', company: '明远机械' }, { name: '张伟', company: '上海明远机械有限公司' }],
  ['a surname and a title', { name: '张总', company: '明远机械' }, { name: '张伟', company: '上海明远机械有限公司' }],
  ['two credit codes', { name: '張偉', company: '启明', uscc: CODE_A }, { name: '张伟', company: '启明', uscc: CODE_B }],
])('not the same in another spelling: %s', (_title, probe, known) => {
  expect(found(probe, [known])).toEqual([]);
});

test('a name many people have is no evidence that an uncertain company is theirs', () => {
  const known = [
    { name: '张伟', company: '上海明远机械有限公司' },
    ...Array.from({ length: 400 }, () => ({ name: '张伟', company: '明远机械' })),
  ];
  expect(found({ name: '張偉', company: '明远' }, known).every((match) => match.endsWith('review'))).toBe(true);
});

test('what a search has learned is kept in a property, and read again', () => {
  const customers = Array.from({ length: 60 }, (_, i) => ({
    customer_id: `C-${i}`,
    name: `张${i % 50}`,
    mobile: `1391234${1000 + (i % 50)}`,
  }));
  const judged = judge(linkTableOf(people(customers)));
  const text = weightsText(judged);
  expect(text.length).toBeLessThan(9_000);
  const read = readWeights(text);
  judged.comparisons.list.forEach(({ name }, c) => {
    expect(read[name]?.m).toEqual(Array.from(judged.weights.m[c] ?? [], (share) => expect.closeTo(share, 2)));
  });
  expect(readWeights('no JSON')).toEqual({});
  expect(readWeights(undefined)).toEqual({});
});

test('the best three, the surest first, then by id', () => {
  const mobile = '13912345678';
  const known = [
    { name: '甲', mobile },
    { name: '乙', mobile },
    { name: '丙', mobile, email: 'a@example.com' },
    { name: '张伟', mobile },
  ];
  expect(found({ name: '张伟', mobile, email: 'a@example.com' }, known)).toEqual([
    'C-000004 mobile exact',
    'C-000003 mobile+email review',
    'C-000001 mobile review',
  ]);
});

test('only what is asked for is compared', () => {
  const known = [{ name: '张伟', mobile: '13912345678', email: 'a@example.com' }];
  expect(found({ mobile: '13912345678', email: 'a@example.com' }, known, ['email'])).toEqual(['C-000001 email review']);
});

test('many probes find what each finds alone, whatever the order of the records', () => {
  const cell = <T>(...values: T[]) => fc.constantFrom<T | null>(null, ...values);
  const record = fc.record({
    name: cell('张伟', '张 伟', '王芳', '无'),
    company: cell('启明', '明远'),
    mobile: cell('13912345678', '+8613912345678', '139-0000-1111', '1'),
    phone: cell('13912345678', '010-65529988'),
    email: cell('a@example.com', 'A@Example.com', 'info@example.com'),
    uscc: cell(CODE_A, CODE_B),
  });
  fc.assert(
    fc.property(fc.array(record, { maxLength: 8 }), fc.array(record, { maxLength: 4 }), fc.boolean(), (known, asked, turn) => {
      const records = known.map((given, i) => ({ customer_id: `C-00000${i + 1}`, ...given }));
      const table = people(turn ? [...records].reverse() : records);
      const probes = asked.map((cells) => ({ id: null, cells }));
      const idsOf = (matches: ReturnType<typeof doorMatches>) => matches.map((list) => list.map(({ row, ...rest }) => rest));
      const together = idsOf(doorMatches(table, probes, context));
      expect(together).toEqual(probes.flatMap((probe) => idsOf(doorMatches(people(records), [probe], context))));
    }),
    { seed },
  );
});

test('however a value is written in the table, who has it is known', () => {
  const wide = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  const numbers = ['13912345678', '139 1234-5678', '0086 139 1234 5678', '(+86)13912345678', wide('13912345678'), 13912345678];
  const others = ['13912345679', '+8613912345679', 'abc', '1'];
  const mails = ['a.b@example.com', 'A.B@Example.COM', ' a.b @ example.com', 'mailto:a.b@example.com', wide('a.b@example.com')];
  const codes = [CODE_A, CODE_A.toLowerCase(), wide(CODE_A)];
  const names = ['张伟', ' 张 伟', '张\u200b伟'];
  const asked = {
    name: '张伟',
    company: '启明',
    mobile: '+8613912345678',
    email: 'a.b@example.com',
    wechat: 'zw_8888',
    uscc: CODE_A,
  };
  const cell = (...values: readonly Cell[]) => fc.constantFrom<Cell>(null, ...values);
  const record = fc.record({
    name: cell(...names, '王芳'),
    company: cell('启明', 'ＱＭ', ' 启明'),
    mobile: cell(...numbers, ...others),
    phone: cell(...numbers, ...others),
    email: cell(...mails, 'b@example.com'),
    wechat: cell('zw_8888', 'ZW_8888', ' zw_8888', 'other'),
    uscc: cell(...codes, CODE_B),
  });
  fc.assert(
    fc.property(fc.array(record, { maxLength: 6 }), (list) => {
      const [matches = []] = keyMatches(
        people(list.map((one, i) => ({ ...one, customer_id: `C-${i}` }))),
        [{ id: null, cells: asked }],
        context,
      );
      const expected = list.flatMap(({ name, company, mobile, phone, email, wechat, uscc }, row) => {
        const has = (values: readonly Cell[], ...cells: readonly Cell[]) =>
          cells.some((one) => one !== null && values.includes(one));
        const named = has(names, name) && has(['启明', ' 启明'], company);
        // Two credit codes are two customers, whatever else agrees.
        if (uscc === CODE_B) return [];
        const shares = has(numbers, mobile, phone) || has(mails, email) || has(['zw_8888', 'ZW_8888', ' zw_8888'], wechat);
        return shares || has(codes, uscc) || named ? [row] : [];
      });
      expect(matches.map(({ row }) => row).sort()).toEqual(expected);
    }),
    { seed, numRuns: 500 },
  );
});

test.each([
  ['王芳', '王*'],
  [' O’Brien ', 'O*'],
  ['𠮷田', '𠮷*'],
  ['', ''],
])('of a name “%s” others see %s', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});
