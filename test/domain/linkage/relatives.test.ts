// Namesakes in part: people who share a surname, a house or a phone, and are not one, however their names are laid out in columns.
import type { Cells } from '../../../bench/linkage-crowds';
import { foreigners, groupsIn, others } from './tables';

/** The same rows with each name in two columns, in that of given names and that of family names. */
function inParts(rows: readonly Cells[], split: (name: string) => readonly [given: string, family: string]): Cells[] {
  return rows.map(({ person_name = '', ...cells }) => {
    const [given_name, family_name] = split(person_name);
    return { ...cells, given_name, family_name };
  });
}

const abroad = inParts(foreigners, (name) => [name.split(' ')[0] ?? '', name.split(' ')[1] ?? '']);
const athome = inParts(others, (name) => [name.slice(1), name.slice(0, 1)]);

/** Pairs of the first rows of a table that come out as one. */
function pairs(rows: readonly Cells[], background: readonly Cells[], certainty: 'review' | 'certain'): string[] {
  const group = groupsIn([...rows, ...background], certainty);
  return rows.flatMap((_, a) => rows.flatMap((_, b) => (a < b && group[a] === group[b] ? [`${a + 1}+${b + 1}`] : [])));
}

const office = { company: 'Weimann and Sons', phone: '(519) 555-2632', address: '9841 Richard Mountains', postcode: '15863' };

describe('names in two columns', () => {
  test.each<[string, readonly Cells[], readonly Cells[]]>([
    [
      'colleagues whose names begin alike',
      abroad,
      [
        { given_name: 'Ronald', family_name: 'Hauck', ...office, email: 'r.hauck3150@weimannandsons.example.com' },
        { given_name: 'Roslyn', family_name: 'Abbott', ...office, email: 'r.abbott@weimannandsons.example.com' },
      ],
    ],
    [
      'colleagues of one surname',
      abroad,
      [
        { given_name: 'Fannie', family_name: 'Turner', ...office },
        { given_name: 'Webster', family_name: 'Turner', ...office },
      ],
    ],
    [
      'colleagues of one given name',
      abroad,
      [
        { given_name: 'Fannie', family_name: 'Turner', ...office },
        { given_name: 'Fannie', family_name: 'Abbott', ...office },
      ],
    ],
    [
      'a name whose second word is a letter, and a name that begins with it',
      abroad,
      [
        { given_name: 'Dasia', family_name: 'Mohr', ...office },
        { given_name: 'Darren', family_name: "D'Amore", ...office },
      ],
    ],
    [
      'husband and wife where companies stand too',
      abroad,
      [
        { given_name: 'Jenna', family_name: 'Helmke', phone: '0151 35561995', address: 'Im Eisholz 257', postcode: '41739' },
        { given_name: 'Simon', family_name: 'Helmke', phone: '0151/35561995', address: 'Im Eisholz 257', postcode: '41739' },
      ],
    ],
    [
      'Chinese colleagues',
      athome,
      [
        {
          given_name: '云永',
          family_name: '蒋',
          company: '东莞盛康贸易有限公司',
          phone: '0769-87625962',
          address: '人民大道284号',
        },
        {
          given_name: '丽华',
          family_name: '龚',
          company: '东莞盛康贸易有限公司',
          phone: '0769-87625962',
          address: '人民大道284号',
        },
      ],
    ],
  ])('keep apart %s', (_what, background, rows) => {
    for (const size of [20, 120]) expect(pairs(rows, background.slice(0, size), 'review')).toEqual([]);
  });

  test.each<[string, readonly Cells[], readonly Cells[]]>([
    [
      'a slip in both parts',
      abroad,
      [
        { given_name: 'Ronald', family_name: 'Hauck', ...office },
        { given_name: 'Ronlad', family_name: 'Hauk', ...office },
      ],
    ],
    [
      'parts in each other’s column',
      abroad,
      [
        { given_name: 'Ronald', family_name: 'Hauck', ...office },
        { given_name: 'Hauck', family_name: 'Ronald', ...office },
      ],
    ],
    [
      'a surname that changed, with the same mail',
      abroad,
      [
        { given_name: 'Amie', family_name: 'Nitzsche', ...office, email: 'amie.bechtelar@mail.example.com' },
        { given_name: 'Amie', family_name: 'Bechtelar', ...office, email: 'amie.bechtelar@mail.example.com' },
      ],
    ],
    [
      'a second given name he is called by',
      abroad,
      [
        { given_name: 'Robert William', family_name: 'Hauck', ...office, email: 'hauck3150@weimannandsons.example.com' },
        { given_name: 'William', family_name: 'Hauck', ...office, email: 'hauck3150@weimannandsons.example.com' },
      ],
    ],
  ])('still show %s', (_what, background, rows) => {
    expect(pairs(rows, background, 'review')).toEqual(['1+2']);
  });
});

describe('father and son of one name', () => {
  const home = { phone: '(474) 444-1683', address: '858 Hassie Expressway', postcode: '97566' };
  test.each<[string, Cells, Cells]>([
    ['Sr. and Jr.', { person_name: 'Ova Batz Sr.' }, { person_name: 'Ova Batz Jr.' }],
    ['Sr. and Jr. behind the surname', { person_name: 'Batz Sr., Ova' }, { person_name: 'Batz Jr., Ova' }],
    ['sen. and jun.', { person_name: 'Blanchard sen. Coline' }, { person_name: 'Blanchard jun. Coline' }],
    ['Senior and Junior', { person_name: 'Klaas Frauen Senior' }, { person_name: 'Klaas Frauen Junior' }],
    ['père and fils', { person_name: 'Alexandre Dumas père' }, { person_name: 'Alexandre Dumas fils' }],
    ['padre and hijo', { person_name: 'Leonor Grijalva padre' }, { person_name: 'Leonor Grijalva hijo' }],
    ['Jr. and III', { person_name: 'Ova Batz Jr.' }, { person_name: 'Ova Batz III' }],
    [
      'sen. and jun. in a column of surnames',
      { given_name: 'Klaas', family_name: 'Frauen sen.' },
      { given_name: 'Klaas', family_name: 'Frauen jun.' },
    ],
  ])('keep apart %s', (_what, one, other) => {
    const background = one.given_name === undefined ? foreigners : abroad;
    expect(
      pairs(
        [
          { ...one, ...home },
          { ...other, ...home },
        ],
        background,
        'review',
      ),
    ).toEqual([]);
  });

  test.each<[string, Cells, Cells]>([
    ['the same, said once', { person_name: 'Ova Batz Jr.' }, { person_name: 'Ova Batz' }],
    ['the same in other words', { person_name: 'Ova Batz Jr.' }, { person_name: 'Ova Batz II' }],
    ['a gentleman', { person_name: 'Sr. Leonor Grijalva' }, { person_name: 'Leonor Grijalva Jr.' }],
    ['who is called Jun, or Sen', { person_name: 'Li Jun' }, { person_name: 'Jun Li' }],
  ])('still unseen %s', (_what, one, other) => {
    expect(
      pairs(
        [
          { ...one, ...home },
          { ...other, ...home },
        ],
        foreigners,
        'certain',
      ),
    ).toEqual(['1+2']);
  });

  test('his father’s phone does not tell which of both a name without more is', () => {
    const rows = ['Ova Batz Sr.', 'Ova Batz', 'Ova Batz Jr.'].map((person_name) => ({ person_name, ...home }));
    expect(pairs(rows, foreigners, 'certain')).toEqual([]);
  });
});

describe('a family on one mobile', () => {
  const on = (person_name: string, birth_date: string): Cells => ({ person_name, birth_date, mobile: '19968173677' });
  const born: readonly Cells[] = others.map((row, i) => ({
    ...row,
    birth_date: `19${50 + (i % 50)}-0${1 + (i % 9)}-${10 + (i % 18)}`,
  }));
  /** Customers who stand there twice, so that the table shows what a birthday is worth. */
  const members = [...born, ...born.slice(0, 60)];

  test.each<[string, Cells, Cells]>([
    ['mother and daughter', on('张云兰', '2014-12-23'), on('张女士', '2009-05-08')],
    ['father and son', on('于先生', '1963-05-19'), on('于璐昊', '2012-09-15')],
    ['sisters', on('林欣涵', '2011-01-21'), on('林欣轩', '2014-08-02')],
  ])('keep apart %s, born on other days', (_what, one, other) => {
    expect(pairs([one, other], members, 'review')).toEqual([]);
  });

  test.each<[string, Cells, Cells]>([
    ['twins, one in pinyin', on('jinjiachen', '2008/08/28'), on('金嘉昊', '2008-08-28')],
    ['twins', on('林欣涵', '2011/01/21'), on('林欣轩', '2011-01-21')],
    ['father and son of one name', on('王建国', '1963-05-19'), on('王建国', '1990-09-15')],
  ])('not unseen %s', (_what, one, other) => {
    expect(pairs([one, other], members, 'certain')).toEqual([]);
  });

  test.each<[string, Cells, Cells]>([
    ['day and month in turn', on('张云兰', '2014-12-03'), on('张女士', '2014-03-12')],
    ['one digit off', on('张云兰', '2014-12-23'), on('张女士', '2014-12-28')],
    ['the year alone', on('张云兰', '2014-12-23'), on('张女士', '2014')],
    ['a given name in the other script', on('孙静明', '2014-12-23'), on('Sun Jingming', '2014-12-23')],
    ['an English given name', on('孙芳', '2014-12-23'), on('Linda Sun', '2014-12-23')],
  ])('still show %s', (_what, one, other) => {
    expect(pairs([one, other], members, 'review')).toEqual(['1+2']);
  });

  test.each<[string, string, string]>([
    ['one glued', '孙芳', 'sunjingming'],
    ['Sun Jingming and Sun Fang', '孙芳', 'Sun Jingming'],
    ['Liu Pingwei and Liu Qiangdong', '刘强东', 'Liu Pingwei'],
  ])('keep apart two names of one surname, %s', (_what, han, latin) => {
    const rows = [han, latin].map((person_name) => ({ person_name, company: '宁波市隆乐玩具有限公司', mobile: '15961082398' }));
    expect(pairs(rows, others, 'review')).toEqual([]);
  });
});

describe('one name with a title, or without the surname, on one mobile', () => {
  test.each<[string, string, 'review' | 'certain']>([
    ['陈成', '陈成哥', 'certain'],
    ['杨锐总', '杨锐', 'certain'],
    ['李静工', '李静', 'certain'],
    ['王睿宇', '睿宇', 'review'],
  ])('%s and %s are one', (one, other, certainty) => {
    const rows = [one, other].map((person_name) => ({ person_name, mobile: '13396510157' }));
    expect(pairs(rows, others, certainty)).toEqual(['1+2']);
  });

  test.each<[string, string]>([
    ['张伟', '张伟嫂'],
    ['李静', '李静怡'],
    ['王睿宇', '睿宇'],
  ])('not unseen %s and %s', (one, other) => {
    const rows = [one, other].map((person_name) => ({ person_name, mobile: '13396510157' }));
    expect(pairs(rows, others, 'certain')).toEqual([]);
  });
});
