// A merge of hundreds of groups with children, killed and resumed. Smaller merges are killed at every write by test/acts/crash.test.ts;
// here at every fourth, by turns before and after it took effect, for each kill merges 200 groups anew.
import { everywhere, people, poolOf, stamp, undone } from '../acts/kills';
import { call, changesBetween, EXACT, finish, recordsIn } from '../acts/pool';

jest.setTimeout(300_000);

test('200 groups with children, and their undo', () => {
  const host = poolOf(people(200, 1));
  const made = host.snapshot();
  const merge = () => call(host, 'mergeBatch', EXACT);
  const fourth = (write: number, effect: 'before' | 'after') => write % 8 === (effect === 'before' ? 1 : 5);
  expect(everywhere(host, made, merge, stamp, undefined, fourth)).toBeGreaterThan(16);
  host.restore(made);
  expect(merge()).toMatchObject({ groups: 200, merged: 200, children: 200 });
  finish(host, call(host, 'resume') ?? merge());
  expect(recordsIn(host, 'archive')).toHaveLength(200);
  const merged = host.snapshot();
  expect(everywhere(host, merged, () => undone(host), undefined, undefined, fourth)).toBeGreaterThan(16);
  expect(changesBetween(host, made.book, host.book)).toEqual([]);
});
