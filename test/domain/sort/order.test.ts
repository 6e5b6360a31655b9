import fc from 'fast-check';
import { movedRows, sortOrder } from '../../../src/domain/sort/order';
import { type Given, people } from '../merge/pool';

function sorted(records: readonly Given[], by?: readonly string[]): unknown[] {
  return sortOrder(people(records), by).map((at) => records[at]?.['customer_id'] ?? records[at]?.['name'] ?? '–');
}

const c = (id: number, cells: Given = {}): Given => ({ customer_id: `C-00000${id}`, ...cells });

test.each<[string, Given[], string[] | undefined, unknown[]]>([
  [
    'blocks by owner, the pool last',
    [c(1), c(2, { owner: 'B' }), c(3, { owner: 'A' }), c(4, { owner: 'B' })],
    undefined,
    ['C-000003', 'C-000002', 'C-000004', 'C-000001'],
  ],
  ['inside by id', [c(3, { owner: 'A' }), c(1, { owner: 'A' })], undefined, ['C-000001', 'C-000003']],
  [
    'a long id is the later one',
    [{ customer_id: 'C-1000000' }, { customer_id: 'C-999999' }],
    undefined,
    ['C-999999', 'C-1000000'],
  ],
  [
    'inside by chosen columns, empty last',
    [c(1, { tier: null }), c(2, { tier: 'b' }), c(3, { tier: 'a' })],
    ['tier'],
    ['C-000003', 'C-000002', 'C-000001'],
  ],
  ['numbers by size', [c(1, { points: 10 }), c(2, { points: 9 })], ['points'], ['C-000002', 'C-000001']],
  ['blank rows close up at the end', [c(1), {}, c(2)], undefined, ['C-000001', 'C-000002', '–']],
  [
    'a row without id stays in its block',
    [{ name: 'neu', owner: 'B' }, c(2), {}, { name: 'neuer', owner: 'A' }, c(1, { owner: 'A' })],
    undefined,
    ['C-000001', 'C-000002', 'neu', '–', 'neuer'],
  ],
])('%s', (_title, records, by, expected) => {
  expect(sorted(records, by)).toEqual(expected);
});

const anyRow = fc.record({
  customer_id: fc.option(fc.integer({ min: 1, max: 30 }).map((n) => `C-0000${n}`)),
  owner: fc.constantFrom(null, '李雷', '韩梅梅', 'Ann'),
  tier: fc.constantFrom(null, 'a', 'b', 3, true),
});

test('a second sort moves nothing, and no row is lost', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 20 }), (records) => {
      const moves = sortOrder(people(records), ['tier']);
      expect([...moves].sort((a, b) => a - b)).toEqual(records.map((_, i) => i));
      const again = moves.map((at) => records[at] as Given);
      expect(movedRows(sortOrder(people(again), ['tier']))).toBe(0);
      const owners = again.filter((row) => row['customer_id'] !== null).map((row) => row['owner'] ?? '');
      const blocks = owners.filter((owner, i) => owner !== owners[i - 1]);
      expect(new Set(blocks).size).toBe(blocks.length);
    }),
    { seed: 20260101 },
  );
});
