// What a decision about a group says, what it leaves of the list, and how its evidence is counted.
import fc from 'fast-check';
import { decisionOf, nextOf, oddsOf, signed, valueIn, without } from '../../sidebar/state/review';
import type { Certainty, FieldChoice, GroupSummary, GroupView, ReviewRecord, ScanView } from '../../src/contract/duplicates-api';

const CERTAINTIES: readonly Certainty[] = ['exact', 'near', 'review'];

const anyGroup = fc.record({
  certainty: fc.constantFrom(...CERTAINTIES),
  size: fc.integer({ min: 2, max: 6 }),
  obstacle: fc.constantFrom(null, { code: 'duplicates.doubleId', args: { id: 'C-000001' } } as const),
});
const anyScan = fc.array(anyGroup, { minLength: 1, maxLength: 8 }).map((groups): ScanView => {
  const items = groups.map((group, i): GroupSummary => ({ ...group, id: `g${i}`, names: [`n${i}`] }));
  return scanOf(items);
});

/** Oracle: the counts of a list, counted anew. */
function scanOf(items: readonly GroupSummary[]): ScanView {
  const count = (certainty: Certainty) => items.filter((item) => item.certainty === certainty).length;
  const ready = (certainty: Certainty) => {
    const free = items.filter((item) => item.certainty === certainty && item.obstacle === null);
    return { groups: free.length, losers: free.reduce((sum, { size }) => sum + size - 1, 0) };
  };
  return {
    items,
    page: 0,
    pages: 1,
    total: items.length,
    counts: { exact: count('exact'), near: count('near'), review: count('review') },
    ready: { exact: ready('exact'), near: ready('near') },
    settled: { different: 0, later: 0 },
    customers: 100,
    at: '2026-03-11 08:30',
  };
}

test('a list without groups that were dealt with is the list of the others, counted anew', () => {
  fc.assert(
    fc.property(anyScan, fc.array(fc.nat(9), { maxLength: 4 }), (scan, dealt) => {
      const gone = dealt.map((i) => `g${i}`);
      const left = scan.items.filter(({ id }) => gone.includes(id)).reduce(without, scan);
      expect(left).toEqual(scanOf(scan.items.filter(({ id }) => !gone.includes(id))));
    }),
    { seed: 20260101 },
  );
});

test('the next group is the one below, at the end the one above, and none is next to the last one left', () => {
  const { items } = scanOf(['a', 'b', 'c'].map((id) => ({ id, certainty: 'near', names: [id], size: 2, obstacle: null })));
  expect(['a', 'b', 'c'].map((id) => nextOf(items, id)?.id)).toEqual(['b', 'c', 'b']);
  expect(nextOf(items.slice(0, 1), 'a')).toBeNull();
});

const field = (key: string, more: Partial<FieldChoice> = {}): FieldChoice => ({
  key,
  label: key,
  values: [
    { value: 'x', ids: ['C-1', 'C-3'] },
    { value: 'y', ids: ['C-2'] },
  ],
  chosen: 'x',
  rule: { code: 'archive.merged' },
  locked: false,
  ...more,
});

const group = (fields: readonly FieldChoice[], obstacle: GroupView['obstacle'] = null): GroupView => ({
  id: 'C-1+C-2+C-3',
  certainty: 'near',
  master: 'C-1',
  records: ['C-1', 'C-2', 'C-3'].map((id) => ({ id }) as ReviewRecord),
  pairs: [],
  fields,
  equal: [],
  notKept: [],
  children: 0,
  obstacle,
});

const OWNERS = { code: 'duplicates.owners', args: { owners: 'x / y' } } as const;

test.each([
  ['what nobody chose follows its rule', [field('city')], {}, {}],
  ['a choice names the record', [field('city')], { city: 'C-2' }, { city: 'C-2' }],
  ['a choice of what the rule chooses is a choice too', [field('city')], { city: 'C-1' }, { city: 'C-1' }],
  ['a ruled field is not chosen by hand', [field('city', { locked: true })], { city: 'C-2' }, {}],
  ['a record no longer in the group has no say', [field('city')], { city: 'C-9' }, {}],
  ['a field in which all agree now is left away', [], { city: 'C-2' }, {}],
] as const)('%s', (_title, fields, picks, said) => {
  expect(decisionOf(group(fields), picks)).toEqual({ ids: ['C-1', 'C-2', 'C-3'], master: 'C-1', fields: said });
});

test.each([
  ['the rule’s value', field('city'), {}, null, 'x'],
  ['the value of the record chosen', field('city'), { city: 'C-2' }, null, 'y'],
  ['nobody’s where two own the customer', field('owner'), {}, OWNERS, null],
  ['the owner chosen, who may be the master’s', field('owner'), { owner: 'C-3' }, OWNERS, 'x'],
] as const)('a field shows %s', (_title, of, picks, obstacle, value) => {
  expect(valueIn(of, picks, { obstacle })).toBe(value);
});

test.each([
  [14.2, '+14.2', '19,000 : 1'],
  [9.7, '+9.7', '830 : 1'],
  [0, '+0.0', '1 : 1'],
  [-2.6, '−2.6', '1 : 6.1'],
  [-3, '−3.0', '1 : 8'],
  [44, '+44.0', '> 1,100,000,000 : 1'],
])('%d bits read %s, odds of %s', (bits, said, odds) => {
  expect(signed(bits)).toBe(said);
  expect(oddsOf(bits, 'en')).toBe(odds);
});
