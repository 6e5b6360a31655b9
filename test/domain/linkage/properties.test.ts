// Laws of linkage: what may not matter does not, and nothing breaks on a table that says nothing.
import fc from 'fast-check';
import { messy } from '../../../bench/linkage';
import { clustersOf, type Edges, meanScore } from '../../../src/domain/linkage/cluster';
import { isSlip, jaroWinkler, lettersOf, mayBeAlike, mayBeWithin, osa } from '../../../src/domain/linkage/distance';
import { type LinkTable, link, linkKinds } from '../../../src/domain/linkage/index';

const SEED = { seed: 20261122 };

/** Ids of each group, in an order of their own. */
function groups({ ids }: LinkTable, cluster: Int32Array): string[] {
  const byGroup = new Map<number, string[]>();
  for (const [row, group] of cluster.entries()) byGroup.set(group, [...(byGroup.get(group) ?? []), ids[row] ?? '']);
  return [...byGroup.values()].map((members) => members.sort().join(' ')).sort();
}

function reordered({ ids, columns }: LinkTable, order: readonly number[]): LinkTable {
  const moved = <T>(list: readonly T[]) => order.map((row) => list[row] as T);
  return { ids: moved(ids), columns: columns.map(({ kind, values }) => ({ kind, values: moved(values) })) };
}

const table = messy(250, 7).table;
const expected = groups(table, link(table).cluster);

test('the order of the rows changes nothing', () => {
  const last = table.ids.length - 1;
  const turned = reordered(
    table,
    table.ids.map((_, row) => last - row),
  );
  const shuffled = reordered(
    table,
    table.ids.map((_, row) => row).sort((a, b) => ((a * 7919) % 1009) - ((b * 7919) % 1009)),
  );
  expect(groups(turned, link(turned).cluster)).toEqual(expected);
  expect(groups(shuffled, link(shuffled).cluster)).toEqual(expected);
});

test('the order of the columns, empty ones and ignored ones change nothing', () => {
  const other: LinkTable = {
    ids: table.ids,
    columns: [
      { kind: 'ignore', values: table.ids.map((_, row) => String(row % 3)) },
      ...[...table.columns].reverse(),
      { kind: 'birth_date', values: table.ids.map(() => '') },
      { kind: 'id', values: table.ids },
    ],
  };
  expect(groups(other, link(other).cluster)).toEqual(expected);
});

test('the same table gives the same bytes', () => {
  const [once, twice] = [link(table), link(table)];
  expect(twice.cluster).toEqual(once.cluster);
  expect(twice.confidence).toEqual(once.confidence);
});

test('what is certain is part of what is shown', () => {
  const review = link(table, 'review').cluster;
  const certain = link(table, 'certain').cluster;
  for (const [row, group] of certain.entries()) expect(review[group]).toBe(review[row]);
  expect(groups(table, certain).some((members) => members.includes(' '))).toBe(true);
});

test('every confidence is a chance', () => {
  for (const certainty of ['review', 'certain'] as const)
    for (const chance of link(table, certainty).confidence) {
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
    }
});

test('a copy of a row with a mobile is in its group', () => {
  const mobile = table.columns.findIndex(({ kind }) => kind === 'mobile');
  const row = table.ids.findIndex(
    (_, at) => /^1\d{10}$/.test(table.columns[mobile]?.values[at] ?? '') && table.columns[0]?.values[at] !== '',
  );
  const copied: LinkTable = {
    ids: [...table.ids, 'C-999999'],
    columns: table.columns.map(({ kind, values }) => ({ kind, values: [...values, values[row] ?? ''] })),
  };
  const { cluster } = link(copied);
  expect(cluster[table.ids.length]).toBe(cluster[row]);
});

test.each([
  ['no rows', []],
  ['one row', ['张伟']],
  ['two rows', ['张伟', '张伟']],
  ['all empty', ['', '', '']],
  ['all equal', Array.from({ length: 50 }, () => '张伟')],
  ['50,000 characters', ['张'.repeat(50_000), 'x'.repeat(50_000), '😀'.repeat(25_000), '\uD83D']],
])('nothing breaks on %s', (_what, values) => {
  const ids = values.map((_, row) => String(row));
  const { cluster, confidence } = link({ ids, columns: [{ kind: 'person_name', values }] });
  expect(cluster).toHaveLength(values.length);
  expect([...confidence].every((chance) => chance >= 0 && chance <= 1)).toBe(true);
});

test('nothing breaks on any text in any kind of column', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '=1+1', '张伟', '13800002468', 'a@b.c', '1999-13-41', '（）'),
  );
  const anyTable = fc.record({
    kinds: fc.array(fc.constantFrom(...linkKinds), { minLength: 1, maxLength: 6 }),
    rows: fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 12 }),
  });
  fc.assert(
    fc.property(anyTable, ({ kinds, rows }) => {
      const { cluster, confidence } = link({
        ids: rows.map((_, row) => String(row)),
        columns: kinds.map((kind, c) => ({ kind, values: rows.map((row) => row[c] ?? '') })),
      });
      expect(cluster).toHaveLength(rows.length);
      for (const chance of confidence) expect(chance).toBeGreaterThanOrEqual(0);
    }),
    { ...SEED, numRuns: 60 },
  );
});

/** Edit distance with neighbours changing places, cell by cell of the whole table. */
function naiveDistance(a: string, b: string): number {
  const cost = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => cost[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, at(i - 2, j - 2) + 1);
      (cost[i] as number[])[j] = least;
    }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', '伟'), maxLength: 9 });

test('edit distances agree with the table of all of them', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = naiveDistance(a, b);
      expect(osa(a, b, 20)).toBe(distance);
      expect(isSlip(a, b)).toBe(distance <= 1);
      expect(osa(a, b, 2) <= 2).toBe(distance <= 2);
    }),
    { ...SEED, numRuns: 3000 },
  );
});

test('letters rule out no pair of words that is near enough', () => {
  fc.assert(
    fc.property(word, word, fc.constantFrom(0.7, 0.78, 0.88), (a, b, least) => {
      const [inA, inB] = [lettersOf(a), lettersOf(b)];
      expect(mayBeAlike(least, a, inA, b, inB) || jaroWinkler(a, b) < least).toBe(true);
      expect(mayBeWithin(2, inA, inB) || naiveDistance(a, b) > 2).toBe(true);
    }),
    { ...SEED, numRuns: 3000 },
  );
  expect(mayBeAlike(0.78, 'peter', lettersOf('peter'), 'joana', lettersOf('joana'))).toBe(false);
  expect(mayBeWithin(2, lettersOf('peter'), lettersOf('joana'))).toBe(false);
});

test.each([
  // Winkler's own examples, to three places.
  ['martha', 'marhta', 0.961],
  ['dwayne', 'duane', 0.84],
  ['dixon', 'dicksonx', 0.813],
  ['jones', 'johnson', 0.832],
  ['abc', 'xyz', 0],
])('Jaro–Winkler of %s and %s', (a, b, expectedValue) => {
  expect(jaroWinkler(a, b)).toBeCloseTo(expectedValue, 3);
  expect(jaroWinkler(b, a)).toBeCloseTo(expectedValue, 3);
});

/** The same agglomeration, looking at every edge with sets and nothing remembered. */
function naiveClusters(rows: number, edges: Edges, link: number, scoreOf: (a: number, b: number) => number): string[] {
  let sets = Array.from({ length: rows }, (_, row) => [row]);
  const refused = new Set<string>();
  const order = [...edges.score.keys()]
    .filter((i) => (edges.score[i] ?? 0) >= link)
    .sort(
      (x, y) =>
        (edges.score[y] ?? 0) - (edges.score[x] ?? 0) ||
        (edges.a[x] ?? 0) - (edges.a[y] ?? 0) ||
        (edges.b[x] ?? 0) - (edges.b[y] ?? 0),
    );
  for (const i of order) {
    const left = sets.find((set) => set.includes(edges.a[i] ?? 0)) ?? [];
    const right = sets.find((set) => set.includes(edges.b[i] ?? 0)) ?? [];
    const pair = [left[0] ?? 0, right[0] ?? 0].sort((x, y) => x - y).join(' ');
    if (left === right || refused.has(pair)) continue;
    const [first, second] = (left[0] ?? 0) < (right[0] ?? 0) ? [left, right] : [right, left];
    if (meanScore(first, second, scoreOf) < link) refused.add(pair);
    else sets = [...sets.filter((set) => set !== left && set !== right), [...left, ...right].sort((x, y) => x - y)];
  }
  return sets.map((set) => set.join(' ')).sort();
}

test('groups of small random tables are those of the naive reference', () => {
  const graph = fc.integer({ min: 2, max: 14 }).chain((rows) =>
    fc.record({
      rows: fc.constant(rows),
      scores: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: rows * rows, maxLength: rows * rows }),
    }),
  );
  fc.assert(
    fc.property(graph, ({ rows, scores }) => {
      const scoreOf = (a: number, b: number) => scores[Math.min(a, b) * rows + Math.max(a, b)] ?? 0;
      const pairs = Array.from({ length: rows }, (_, a) =>
        Array.from({ length: rows - a - 1 }, (_, k) => [a, a + k + 1] as const),
      ).flat();
      const edges = {
        a: Int32Array.from(pairs, ([a]) => a),
        b: Int32Array.from(pairs, ([, b]) => b),
        score: Float64Array.from(pairs, ([a, b]) => scoreOf(a, b)),
      };
      const group = clustersOf(rows, edges, { edge: 0, link: 0 }, scoreOf);
      const found = new Map<number, number[]>();
      for (const [row, name] of group.entries()) found.set(name, [...(found.get(name) ?? []), row]);
      expect([...found.values()].map((set) => set.join(' ')).sort()).toEqual(naiveClusters(rows, edges, 0, scoreOf));
    }),
    { ...SEED, numRuns: 300 },
  );
});
