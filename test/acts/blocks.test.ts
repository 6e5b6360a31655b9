import fc from 'fast-check';
import { blocksOf, stretchesOf } from '../../src/gateway/acts-blocks';

const always = () => true;

test.each<[string, number[], number[], (column: number) => boolean, string[]]>([
  ['one cell', [5], [2], always, ['5-5 × 2-2']],
  ['neighbours are one block', [5, 6, 7], [2, 3], always, ['5-7 × 2-3']],
  ['a small gap is cheaper to read along', [5, 50], [2, 9], always, ['5-50 × 2-9']],
  ['the user’s own column is never read along', [5, 6], [2, 4], (at) => at !== 3, ['5-6 × 2-2', '5-6 × 4-4']],
  ['far rows are blocks of their own', [5, 20_000], [2], always, ['5-5 × 2-2', '20000-20000 × 2-2']],
])('%s', (_title, rows, columns, mayBridge, expected) => {
  const written = blocksOf(rows, columns, mayBridge).map(
    (block) => `${block.rows.from}-${block.rows.to} × ${block.columns.from}-${block.columns.to}`,
  );
  expect(written).toEqual(expected);
});

const ascending = (max: number) =>
  fc.uniqueArray(fc.nat(max), { minLength: 1, maxLength: 40 }).map((list) => list.sort((a, b) => a - b));

test('every cell is in one block, no block is huge, no forbidden column is in any', () => {
  fc.assert(
    fc.property(ascending(60_000), ascending(60), fc.nat(60), (rows, columns, forbidden) => {
      const mayBridge = (column: number) => column !== forbidden;
      const blocks = blocksOf(rows, columns, mayBridge);
      for (const row of rows) {
        for (const column of columns) {
          const holding = blocks.filter(
            (block) =>
              row >= block.rows.from && row <= block.rows.to && column >= block.columns.from && column <= block.columns.to,
          );
          expect(holding).toHaveLength(1);
        }
      }
      for (const block of blocks) {
        expect((block.rows.to - block.rows.from + 1) * (block.columns.to - block.columns.from + 1)).toBeLessThanOrEqual(200_000);
        const bridged = !columns.includes(forbidden) && block.columns.from <= forbidden && forbidden <= block.columns.to;
        expect(bridged).toBe(false);
      }
    }),
    { seed: 20260101, numRuns: 60 },
  );
});

test('stretches are few and cover every row', () => {
  fc.assert(
    fc.property(ascending(5_000), fc.integer({ min: 1, max: 6 }), (rows, most) => {
      const stretches = stretchesOf(rows, most);
      expect(stretches.length).toBeLessThanOrEqual(most);
      for (const row of rows) expect(stretches.filter(({ from, to }) => row >= from && row <= to)).toHaveLength(1);
    }),
    { seed: 20260101 },
  );
  expect(stretchesOf([1, 2, 100, 101, 5_000], 2)).toEqual([
    { from: 1, to: 101 },
    { from: 5_000, to: 5_000 },
  ]);
});
