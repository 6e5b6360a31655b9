import fc from 'fast-check';
import { type Change, inverse, runsOf, sizeOf, wayOf } from '../../../src/domain/acts/change';
import { idColumnOf, tokensOf } from '../../../src/domain/acts/rows';
import { customerRefs } from '../../../src/domain/merge/plan';

const reason = { code: 'archive.undone' } as const;

const changes: Change[] = [
  { type: 'cells', sheet: 'customers', records: [{ id: 'C-000001', before: { remark: null }, after: { remark: 'x' } }] },
  {
    type: 'removed',
    sheet: 'customers',
    rows: [{ id: 'C-000002', at: 1, into: 'C-000001' }],
    way: 'rows',
    reason: { code: 'archive.merged' },
  },
  { type: 'order', sheet: 'customers', ids: ['C-000003', 'C-000001', 'C-000004'], moves: [1, 2, 0] },
];

test('taking back runs backwards, and names the act whose rows return', () => {
  const back = inverse(changes, 'X-000007', reason);
  expect(back.map(({ type }) => type)).toEqual(['order', 'added', 'cells']);
  expect(back[0]).toEqual({ type: 'order', sheet: 'customers', ids: ['C-000001', 'C-000004', 'C-000003'], moves: [2, 0, 1] });
  expect(back[1]).toMatchObject({ from: 'X-000007', rows: [{ id: 'C-000002', at: 1 }] });
});

test('taking back what was taken back is the act itself', () => {
  expect(inverse(inverse(changes, 'X-000007', reason), 'X-000008', reason)).toEqual(changes);
});

test('an order and its inverse lead back', () => {
  const anyOrder = fc.integer({ min: 0, max: 12 }).chain((n) => {
    const places = Array.from({ length: n }, (_, i) => i);
    return fc.shuffledSubarray(places, { minLength: n });
  });
  fc.assert(
    fc.property(anyOrder, (moves) => {
      const ids = moves.map((_, i) => `C-${i}`);
      const [back] = inverse([{ type: 'order', sheet: 'customers', ids, moves }], 'X-1', reason);
      if (back?.type !== 'order') throw new Error('not an order');
      const after = moves.map((was) => ids[was]);
      expect(back.ids).toEqual(after);
      expect(back.moves.map((was) => after[was])).toEqual(ids);
    }),
    { seed: 20260101 },
  );
});

test('the size counts records', () => {
  expect(sizeOf(changes)).toBe(5);
});

test('neighbouring rows are one run; more than fifty runs are sorted away', () => {
  const rows = (places: number[]) => places.map((at) => ({ id: `C-${at}`, at }));
  expect(runsOf(rows([0, 1, 3, 4, 5, 9])).map((run) => run.length)).toEqual([2, 3, 1]);
  expect(wayOf(rows(Array.from({ length: 50 }, (_, i) => i * 2)))).toBe('rows');
  expect(wayOf(rows(Array.from({ length: 51 }, (_, i) => i * 2)))).toBe('sort');
  expect(wayOf(rows(Array.from({ length: 5000 }, (_, i) => i)))).toBe('rows');
});

test('a row is known by its id; without one, or with one that stands twice, by its place', () => {
  expect(tokensOf(['a', null, 'b', '', 'b', 7])).toEqual(['a', '@1', '@2', '@3', '@4', '7']);
});

test('every sheet that points at customers is found, and its rows can be told apart', () => {
  expect(customerRefs.map(({ sheet }) => sheet)).toEqual(
    expect.arrayContaining(['interactions', 'orders', 'feedback', 'consent', 'moves', 'coupons']),
  );
  expect(customerRefs.map(({ sheet }) => idColumnOf(sheet))).not.toContain(null);
});
