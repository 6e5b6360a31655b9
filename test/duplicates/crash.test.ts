// A merge of hundreds of groups with children, killed at every service write, and resumed.
import { everywhere, people, poolOf, stamp, undone } from '../acts/kills';
import { call, changesBetween, EXACT, finish, recordsIn, scan } from '../acts/pool';

jest.setTimeout(300_000);

test('200 groups with children, and their undo', () => {
  const host = poolOf(people(200, 1));
  // As a person comes to a merge: the groups are known, and no killed run has to look for them anew.
  expect(scan(host).counts.exact).toBe(200);
  const made = host.snapshot();
  const merge = () => call(host, 'mergeBatch', EXACT);
  expect(everywhere(host, made, merge, stamp)).toBeGreaterThan(20);
  host.restore(made);
  expect(merge()).toMatchObject({ groups: 200, merged: 200, children: 200 });
  finish(host, call(host, 'resume') ?? merge());
  expect(recordsIn(host, 'archive')).toHaveLength(200);
  const merged = host.snapshot();
  expect(everywhere(host, merged, () => undone(host))).toBeGreaterThan(20);
  expect(changesBetween(host, made.book, host.book)).toEqual([]);
});
