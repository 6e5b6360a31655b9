// Painting a line in the fewest strokes: it comes out right, and no other way takes fewer.
import fc from 'fast-check';
import { strokes } from '../../../src/domain/plan/index';

const line = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 });

function painted(length: number, list: ReturnType<typeof strokes<number>>): (number | null)[] {
  const out = new Array<number | null>(length).fill(null);
  for (const { at, count, value } of list) out.fill(value, at, at + count);
  return out;
}

/** Oracle: breadth first over all lines that some strokes paint. */
function fewest(values: readonly number[]): number {
  const goal = values.join();
  let edge = new Set([new Array<number>(values.length).fill(-1).join()]);
  const seen = new Set(edge);
  for (let count = 1; ; count++) {
    const next = new Set<string>();
    for (const text of edge) {
      for (const value of new Set(values)) {
        for (let from = 0; from < values.length; from++) {
          for (let to = from + 1; to <= values.length; to++) {
            const found = text.split(',').map(Number).fill(value, from, to).join();
            if (found === goal) return count;
            if (!seen.has(found)) next.add(found);
            seen.add(found);
          }
        }
      }
    }
    edge = next;
  }
}

test('every position holds its value in the end', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }), (values) => {
      expect(painted(values.length, strokes(values))).toEqual(values);
    }),
    { seed: 20260311 },
  );
});

test('no other way takes fewer strokes', () => {
  fc.assert(
    fc.property(line, (values) => {
      expect(strokes(values)).toHaveLength(fewest(values));
    }),
    { seed: 20260311, numRuns: 60 },
  );
});

test.each([
  ['islands on a long stroke', [1, 2, 1, 3, 1], 3],
  ['all alike', [4, 4, 4], 1],
  ['nothing', [], 0],
])('%s', (_title, values: number[], count) => {
  expect(strokes(values)).toHaveLength(count);
});
