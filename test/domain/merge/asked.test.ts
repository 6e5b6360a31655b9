// Merges that were asked for: which one a merge carries out, and who records are after earlier ones.
import { askedMerge, askingCells, becomeOne, followMerges } from '../../../src/domain/merge/asked';

test('what was asked for is read as it was written', () => {
  const asked = { ids: ['C-1', 'C-2'], master: 'C-2', fields: { city: 'C-1' } };
  const { targets, params } = askingCells(asked, ['陈伟明']);
  expect(askedMerge(targets, params)).toEqual({ ...asked, names: ['陈伟明'] });
});

test.each([
  ['one group', ['b', 'a'], true],
  ['a part of a group', ['b', 'c'], true],
  ['two groups of one merge', ['a', 'x'], false],
  ['one the merge has nothing to do with', ['a', 'z'], false],
  ['none it has to do with', ['y', 'z'], false],
  ['a single record', ['b'], false],
  ['no record', [], false],
])('%s', (_title, ids, expected) => {
  const ends = new Map(Object.entries({ a: 'a', b: 'a', c: 'a', x: 'x' }));
  expect(becomeOne(ids, (id) => ends.get(id))).toBe(expected);
});

test.each([
  ['who stands', 'a', 'a'],
  ['who went into another', 'b', 'a'],
  ['through several', 'd', 'a'],
  ['who left otherwise', 'e', 'e'],
  ['who went into somebody who left', 'f', 'e'],
  ['nobody knows', 'z', 'z'],
  ['a circle somebody typed', 'g', 'g'],
])('%s', (_title, id, expected) => {
  const into = new Map(Object.entries({ b: 'a', c: 'b', d: 'c', e: '', f: 'e', g: 'h', h: 'g', a: 'z' }));
  expect(followMerges(id, into, (one) => one === 'a')).toBe(expected);
});
