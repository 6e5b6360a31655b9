// Tables that would drown a careless search: counted, not timed, and nobody in them is joined for being in a crowd.
import { type Cells, crowds, people, tableOf } from '../../../bench/linkage-crowds';
import { candidatesOf } from '../../../src/domain/linkage/candidates';
import { comparisonsOf } from '../../../src/domain/linkage/compare';
import { featuresOf } from '../../../src/domain/linkage/features';
import { type LinkTable, link } from '../../../src/domain/linkage/index';
import { chanceOf, Scorer } from '../../../src/domain/linkage/score';
import { firstWeights } from '../../../src/domain/linkage/weights';

/** Candidates a row. */
const MOST = 50;

test.each(['one company', 'one mobile in a tenth of the rows', '5,000 of one name'] as const)(
  '10,000 rows, %s: few candidates, and nobody joined',
  (what) => {
    const rows = people(10_000).map(crowds[what]);
    const { candidates, cluster } = link(tableOf(rows));
    expect(candidates).toBeLessThanOrEqual(MOST * rows.length);
    // A few strangers share name and company by chance.
    expect(new Set(cluster).size).toBeGreaterThan(0.995 * rows.length);
  },
);

test('100,000 rows of one company, a tenth with one mobile, 5,000 of one name: few candidates', () => {
  const put = [crowds['one company'], crowds['one mobile in a tenth of the rows'], crowds['5,000 of one name']];
  const rows = people(100_000).map((row, i) => put.reduce((cells, more) => more(cells, i), row));
  expect(candidatesIn(tableOf(rows))).toBeLessThanOrEqual(MOST * rows.length);
});

test('10,000 rows of nothing but one name and empty columns: few candidates', () => {
  const rows = people(10_000).map(crowds['nothing but one name']);
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
