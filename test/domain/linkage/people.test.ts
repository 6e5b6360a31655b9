// Who must never become one customer, and who must: the cases a sales team meets, in both languages.
import type { Cells } from '../../../bench/linkage-crowds';
import { foreigners, groupsIn, others } from './tables';

interface Case {
  readonly what: string;
  readonly rows: readonly Cells[];
  /** Rows at the end that are somebody else each. */
  readonly alone?: number;
}

/** The rows of the case come after the others. */
function joins({ rows }: Case, background: readonly Cells[]): boolean {
  const groups = groupsIn([...background, ...rows]).slice(background.length);
  return new Set(groups).size < groups.length;
}

const apart: readonly Case[] = [
  {
    what: 'three namesakes in three companies',
    rows: [
      { person_name: '张伟', company: '上海启明科技有限公司', mobile: '13800002468', city: '上海市' },
      { person_name: '张伟', company: '广州联创贸易有限公司', mobile: '13900001357', city: '广州市' },
      { person_name: '张伟', company: '杭州云杉食品有限公司', mobile: '13600001122', city: '杭州市' },
    ],
  },
  {
    what: 'two namesakes in one company with other mobiles and mails',
    rows: [
      { person_name: '张伟', company: '上海启明科技有限公司', mobile: '13800002468', email: 'zhangwei@qiming.example.com' },
      { person_name: '张伟', company: '上海启明科技有限公司', mobile: '13900001357', email: 'wei.zhang2@qiming.example.com' },
    ],
  },
  {
    what: 'colleagues behind one switchboard',
    rows: [
      { person_name: '魏然', company: '上海启明科技有限公司', phone: '021-65529988 转 801' },
      { person_name: '李雷', company: '上海启明科技有限公司', phone: '021-65529988 转 802' },
      { person_name: '韩梅', company: '上海启明科技有限公司', phone: '021-65529988' },
    ],
  },
  {
    what: 'a family on one phone',
    rows: [
      { person_name: '陈建国', mobile: '13800002468', city: '上海市' },
      { person_name: '陈思源', mobile: '13800002468', city: '上海市' },
    ],
  },
  {
    what: 'two branches of one company',
    rows: [
      { company: '启明科技有限公司上海分公司', city: '上海市' },
      { company: '启明科技有限公司北京分公司', city: '北京市' },
    ],
  },
  {
    what: 'two businesses in one building',
    rows: [
      { company: '蓝湖咨询有限公司', address: '中山路 88 号', city: '上海市' },
      { company: '禾木设计有限公司', address: '中山路 88 号', city: '上海市' },
    ],
  },
  {
    what: 'strangers who share a filler number',
    rows: Array.from({ length: 12 }, (_, i) => ({
      person_name: '赵钱孙李周吴郑王冯陈褚卫'.charAt(i) + '甲乙丙丁戊己庚辛壬癸子丑'.charAt(i),
      mobile: '13812345678',
      company: `${'一二三四五六七八九十百千'.charAt(i)}方商行`,
    })),
  },
];

const together: readonly Case[] = [
  {
    what: 'a number that a program made a fraction of',
    rows: [
      { person_name: '何静', mobile: '13100004321.0' },
      { person_name: '何静', mobile: '131-0000-4321（微信同号）' },
    ],
  },
  {
    what: 'two numbers with spaces in them, in a line each',
    rows: [
      { person_name: '何静', mobile: '131 0000 4321\n+86 136 0000 9753' },
      { person_name: '何静', mobile: '手机：13600009753' },
    ],
  },
  {
    what: 'an account and a number in the remarks',
    rows: [
      { person_name: '何静', wechat: 'hejing_0357', mobile: '13100004321' },
      { person_name: '何静', text: '微信 hejing_0357，下周回访' },
      { person_name: '何静 13100004321', text: '' },
    ],
  },
  {
    what: 'a filler where the number should be',
    rows: [
      { person_name: '万玲欣', company: '深圳蓝湖咨询有限公司', mobile: '13912345678' },
      { person_name: '万玲欣', company: '蓝湖咨询', mobile: '13540530211' },
      ...Array.from({ length: 12 }, (_, i) => ({
        person_name: '赵钱孙李周吴郑王冯陈褚卫'.charAt(i) + '甲乙丙丁戊己庚辛壬癸子丑'.charAt(i),
        mobile: '13912345678',
        company: `${'一二三四五六七八九十百千'.charAt(i)}方商行`,
      })),
    ],
    alone: 12,
  },
  {
    what: 'the company in front of the name',
    rows: [
      { person_name: '蓝湖欧阳敏', mobile: '13700002468' },
      { person_name: '欧阳敏', company: '蓝湖咨询有限公司', mobile: '13700002468' },
    ],
  },
  {
    what: 'name and company in each other’s column',
    rows: [
      { person_name: '欧阳敏', company: '双达', mobile: '13700002468' },
      { person_name: '双达', company: '欧阳敏', mobile: '13700002468' },
    ],
  },
  {
    what: 'simplified and traditional',
    rows: [
      { person_name: '陈伟明', company: '广州联创贸易有限公司', mobile: '13900001357' },
      { person_name: '陳偉明', company: '广州联创贸易', mobile: '+86 139-0000-1357' },
    ],
  },
  {
    what: 'pinyin either way round',
    rows: [
      { person_name: '陈伟明', company: '广州联创贸易有限公司', mobile: '13900001357' },
      { person_name: 'Weiming Chen', mobile: '13900001357' },
      { person_name: 'Chen Weiming', company: '联创贸易', mobile: '139 0000 1357' },
    ],
  },
  {
    what: 'full width, and a country code',
    rows: [
      { person_name: '魏然', mobile: '１３８００００２４６８' },
      { person_name: '魏然', mobile: '0086 138 0000 2468' },
    ],
  },
  {
    what: 'a surname and a title on the same mobile and in the same company',
    rows: [
      { person_name: '欧阳敏', company: '蓝湖咨询有限公司', mobile: '13700002468' },
      { person_name: '欧阳总', company: '蓝湖咨询', mobile: '13700002468' },
    ],
  },
  {
    what: 'another job, the same mobile and mail',
    rows: [
      { person_name: '欧阳敏', company: '蓝湖咨询有限公司', mobile: '13700002468', email: 'oym@example.com' },
      { person_name: '欧阳敏', company: '禾木设计有限公司', mobile: '13700002468', email: 'oym@example.com' },
    ],
  },
  {
    what: 'two numbers in a cell, one of them known',
    rows: [
      { person_name: '何静', mobile: '13100004321/13600009753' },
      { person_name: '何静', mobile: '13600009753' },
    ],
  },
];

const apartAbroad: readonly Case[] = [
  {
    what: 'father and son',
    rows: [
      { person_name: 'Robert Meier', phone: '+49 30 12345678', email: 'meier@example.org' },
      { person_name: 'Lukas Meier', phone: '+49 30 12345678' },
    ],
  },
  {
    what: 'colleagues of one surname',
    rows: [
      { person_name: 'Donna Hall', company: 'Prime Foods Ltd', email: 'dhall@primefoods.example.com', phone: '+44 7700 900111' },
      { person_name: 'David Hall', company: 'Prime Foods Ltd', email: 'dhall2@primefoods.example.com', phone: '+44 7700 900222' },
    ],
  },
  {
    what: 'a person and a colleague at the same desk phone',
    rows: [
      { person_name: 'Lisa Hill', company: 'Stone Design Inc', phone: '+44 7700 900333' },
      { person_name: 'Tom Ward', company: 'Stone Design Inc', phone: '+44 7700 900333' },
    ],
  },
];

const sameInAnyTable: readonly Case[] = [
  {
    what: 'name and company, and nothing else',
    rows: [
      { person_name: '王建国', company: '上海启明科技有限公司' },
      { person_name: '王建国', company: '启明科技' },
    ],
  },
  {
    what: 'name and company abroad',
    rows: [
      { person_name: 'Anna Fischer', company: 'Blue Foods Ltd' },
      { person_name: 'Fischer, Anna', company: 'BLUE FOODS' },
    ],
  },
  {
    what: 'surname and title on the same mobile',
    rows: [
      { person_name: '王总', mobile: '13812345679' },
      { person_name: '王建国', mobile: '138 1234 5679' },
    ],
  },
  { what: 'one mobile and no name', rows: [{ mobile: '13812345679' }, { mobile: '+86 138 1234 5679' }] },
];

const othersInAnyTable: readonly Case[] = [
  {
    what: 'two people on one mobile',
    rows: [
      { person_name: '王建国', mobile: '13812345679' },
      { person_name: '李梅', mobile: '13812345679' },
    ],
  },
  {
    what: 'namesakes in two companies',
    rows: [
      { person_name: '王建国', company: '上海启明科技有限公司' },
      { person_name: '王建国', company: '广州联创贸易有限公司' },
    ],
  },
  {
    what: 'colleagues',
    rows: [
      { person_name: '王建国', company: '上海启明科技有限公司' },
      { person_name: '李梅', company: '上海启明科技有限公司' },
    ],
  },
  { what: 'two branches', rows: [{ company: '启明科技有限公司上海分公司' }, { company: '启明科技有限公司北京分公司' }] },
  { what: 'one name and nothing else', rows: [{ person_name: '王建国' }, { person_name: '王建国' }] },
];

const apartWhenUnseen: readonly Case[] = [
  {
    what: 'a row without a name at the address of somebody’s company',
    rows: [
      { person_name: '程飞', company: '康通汽车销售有限公司', address: '文化路221号', mobile: '15114610030' },
      { person_name: '', company: '康通汽车销售有限公司', address: '文化路221号', mobile: '15922951954' },
    ],
  },
  {
    what: 'a surname that many have, in one company',
    rows: [
      { person_name: '王军洁', company: '惠博科技有限公司', city: '成都市' },
      { person_name: '王小姐', company: '惠博科技有限公司', city: '成都市' },
    ],
  },
];

const togetherAbroad: readonly Case[] = [
  {
    what: 'last name first, and an initial',
    rows: [
      { person_name: 'Elizabeth Warren', company: 'Maple Motors Ltd', email: 'ewarren@maplemotors.example.com' },
      { person_name: 'Warren, Elizabeth', company: 'Maple Motors', email: 'EWARREN@maplemotors.example.com' },
      { person_name: 'E. Warren', email: 'ewarren@maplemotors.example.com' },
    ],
  },
  {
    what: 'accents and a slip',
    rows: [
      { person_name: 'Łukasz Nowák', phone: '+48 601 234 567', company: 'Orion Textiles' },
      { person_name: 'Lukasz Novak', phone: '0048601234567', company: 'Orion Textiles GmbH' },
    ],
  },
];

test.each(apart)('apart: $what', (each) => expect(joins(each, others)).toBe(false));
test.each(together)('together: $what', (each) => {
  const groups = groupsIn([...others, ...each.rows]).slice(others.length);
  expect(new Set(groups).size).toBe(1 + (each.alone ?? 0));
});
test.each(apartAbroad)('apart abroad: $what', (each) => expect(joins(each, foreigners)).toBe(false));
test.each(togetherAbroad)('together abroad: $what', (each) => {
  const groups = groupsIn([...foreigners, ...each.rows]).slice(foreigners.length);
  expect(new Set(groups).size).toBe(1);
});

describe.each([0, 1, 5, 18, 48])('beside %i others', (size) => {
  test.each(sameInAnyTable)('together: $what', (each) => expect(joins(each, others.slice(0, size))).toBe(true));
  test.each(othersInAnyTable)('apart: $what', (each) => expect(joins(each, others.slice(0, size))).toBe(false));
});

test.each(apartWhenUnseen)('not to be merged unseen: $what', ({ rows }) => {
  const [one, other] = groupsIn([...others, ...rows], 'certain').slice(others.length);
  expect(one).not.toBe(other);
});

test('a list of companies: its own name is enough to find one again', () => {
  const list = [...new Set(others.map(({ company }) => company ?? ''))].map((company) => ({ company }));
  const groups = groupsIn([...list, { company: '蓝湖咨询有限公司' }, { company: '蓝湖咨询' }]).slice(list.length);
  expect(new Set(groups).size).toBe(1);
});
