// Tables that would drown a careless search: counted, not timed, and nobody in them is joined for being in a crowd.
import { candidatesOf } from '../../../src/domain/linkage/candidates';
import { comparisonsOf } from '../../../src/domain/linkage/compare';
import { featuresOf } from '../../../src/domain/linkage/features';
import { type LinkTable, link } from '../../../src/domain/linkage/index';
import { chanceOf, Scorer } from '../../../src/domain/linkage/score';
import { firstWeights } from '../../../src/domain/linkage/weights';
import { draws } from './messy-table';
import { type Cells, tableOf } from './tables';

/** Candidates a row. */
const MOST = 50;

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华玉兰建国红梅志文斌辉鹏飞宇晨欣怡雪琳佳慧';

/** Different people, each with a mobile and a mail of his own. */
function people(rows: number): Cells[] {
  const draw = draws(rows);
  const one = (text: string) => text.charAt(draw(text.length));
  return Array.from({ length: rows }, (_, i) => ({
    person_name: one(SURNAMES) + one(GIVEN) + one(GIVEN),
    company: `${one(GIVEN)}${one(SURNAMES)}${one(GIVEN)}${['科技', '贸易', '食品', '物流'][draw(4)]}有限公司`,
    mobile: `13${String(100_000_000 + ((i * 6_700_417) % 899_999_981))}`,
    email: `u${(i * 7919) % 9_999_991}@mail${i % 997}.example.com`,
    city: ['上海市', '深圳市', '杭州市', '成都市'][draw(4)] ?? '',
  }));
}

const crowds: readonly { readonly what: string; readonly put: (row: Cells, i: number) => Cells }[] = [
  { what: 'all of one company', put: (row) => ({ ...row, company: '启明科技有限公司', city: '上海市' }) },
  { what: 'one mobile in a tenth of the rows', put: (row, i) => (i % 10 === 0 ? { ...row, mobile: '13912345678' } : row) },
  { what: '5,000 of one name', put: (row, i) => (i < 5000 ? { ...row, person_name: '张伟' } : row) },
];

test.each(crowds)('10,000 rows, $what: few candidates, and nobody joined', ({ put }) => {
  const rows = people(10_000).map(put);
  const { candidates, cluster } = link(tableOf(rows));
  expect(candidates).toBeLessThanOrEqual(MOST * rows.length);
  // A few strangers share name and company by chance.
  expect(new Set(cluster).size).toBeGreaterThan(0.995 * rows.length);
});

test('100,000 rows, all of one company, a tenth with one mobile, 5,000 of one name: few candidates', () => {
  const rows = people(100_000).map((row, i) => crowds.reduce((cells, { put }) => put(cells, i), row));
  expect(candidatesIn(tableOf(rows))).toBeLessThanOrEqual(MOST * rows.length);
});

test('10,000 rows of nothing but one name, and as many empty columns: few candidates', () => {
  const rows = Array.from({ length: 10_000 }, () => ({ person_name: '张伟', company: '', mobile: '', email: '', address: '' }));
  expect(candidatesIn(tableOf(rows))).toBeLessThanOrEqual(MOST * rows.length);
});

test('10,000 rows that all say the same: few candidates', () => {
  const [row = {}] = people(1);
  const rows = Array.from({ length: 10_000 }, () => row);
  expect(candidatesIn(tableOf(rows))).toBeLessThanOrEqual(MOST * rows.length);
});

test.each([
  ['a pasted letter', '我们公司的业务范围包括很多内容。'.repeat(3_125)],
  ['a word without end', 'x'.repeat(50_000)],
  ['digits without end', '1380'.repeat(12_500)],
  ['mails without end', 'a@b.example.com '.repeat(3_125)],
  ['brackets that never close', '（'.repeat(50_000)],
  ['emoji', '😀👩‍👩‍👧'.repeat(5_000)],
  ['halves of characters', '\uD83D\uDC00\uDFFF'.repeat(16_666)],
])('cells of 50,000 characters do no harm: %s', (_what, text) => {
  const rows: Cells[] = people(60).map((row, i) =>
    i % 3 > 0 ? row : { person_name: text, company: text, mobile: text, email: text, city: text, address: text, text },
  );
  const { cluster } = link(tableOf(rows));
  // Rows that say the same in every cell may be one; no other row may be drawn in.
  rows.forEach((_, row) => {
    if (row % 3 > 0) expect(cluster.filter((group) => group === cluster[row])).toHaveLength(1);
  });
});

function candidatesIn(table: LinkTable): number {
  const features = featuresOf(table);
  const comparisons = comparisonsOf(features);
  const scorer = new Scorer(features, comparisons, firstWeights(features, comparisons));
  return candidatesOf(features, comparisons, (a, b) => chanceOf(scorer.of(a, b))).a.length;
}
