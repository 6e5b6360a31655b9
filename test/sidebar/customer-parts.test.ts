// Marks on what was found, words kept from a form, and how long ago a day is.
import fc from 'fast-check';
import { ago, carried, cut, phone } from '../../sidebar/show';
import { changedIn, type Draft, dropDraft, keepDraft, newToken, readDraft } from '../../sidebar/state/drafts';
import { noteRecent, readRecent } from '../../sidebar/state/recent';
import type { Hit } from '../../src/contract/customer-api';
import { wordsOf } from '../e2e/words';

const anyHits = fc.array(fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]): Hit => [Math.min(a, b), Math.max(a, b)]));

test('a text is cut where marks begin and end: nothing lost, each character marked as it was met', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 10 }), anyHits, (text, hits) => {
      const parts = cut(text, hits);
      expect(parts.map(([part]) => part).join('')).toBe(text);
      const marked = parts.flatMap(([part, hit]) => Array.from({ length: part.length }, () => hit));
      expect(marked).toEqual(
        Array.from({ length: text.length }, (_none, at) => hits.some(([from, to]) => at >= from && at < to)),
      );
    }),
    { seed: 20261122 },
  );
});

test.each([
  ['digits across a gap', '+8613800002468', [[6, 11]], '00002', '0000 2'],
  ['the first ones, without the code', '+8613800002468', [[3, 6]], '138', '138'],
  ['what begins in the code', '+8613800002468', [[1, 5]], '8613', '13'],
  ['the code alone', '+8613800002468', [[0, 3]], '+86', undefined],
  ['the last ones', '+8613800002468', [[10, 14]], '2468', '2468'],
  ['a foreign number, shown as it stands', '+447700900123', [[3, 7]], '7700', '7700'],
] as const)('a mark moves with the number: %s', (_title, stored, hits, met, shown) => {
  const [[from, to]] = hits;
  expect(stored.slice(from, to)).toBe(met);
  const [hit] = carried(stored, phone(wordsOf('en'), stored), hits);
  expect(hit && phone(wordsOf('en'), stored).slice(...hit)).toBe(shown);
});

const draft = (values: Record<string, string>, reason = ''): Draft => ({
  base: { name: 'a' },
  values,
  reason,
  token: newToken(),
});

describe('a draft', () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'sessionStorage');
  });

  test('is kept where the browser has no storage for frames', () => {
    const typed = draft({ name: 'b' });
    keepDraft('no storage', typed);
    expect(readDraft('no storage')).toEqual(typed);
    dropDraft('no storage');
    expect(readDraft('no storage')).toBeNull();
  });

  test('outlives the page where there is one, and a full or broken one harms nothing', () => {
    const held = new Map<string, string>([['customer-pool.draft:broken', '{']]);
    Object.assign(globalThis, {
      sessionStorage: {
        getItem: (key: string) => held.get(key) ?? null,
        setItem: (key: string, text: string) => {
          if (text.length > 1_000) throw new Error('full');
          held.set(key, text);
        },
        removeItem: (key: string) => held.delete(key),
      },
    });
    const typed = draft({ name: 'b' });
    keepDraft('kept', typed);
    expect(JSON.parse(held.get('customer-pool.draft:kept') ?? 'null')).toEqual(typed);
    expect(readDraft('broken')).toBeNull();
    const long = draft({ name: 'x'.repeat(2_000) });
    keepDraft('long', long);
    expect(readDraft('long')).toEqual(long);
  });

  test('is one only when something was typed', () => {
    keepDraft('untouched', draft({ name: 'a', company: '' }));
    expect(readDraft('untouched')).toBeNull();
    keepDraft('reason alone', draft({ name: 'a' }, 'a brother'));
    expect(readDraft('reason alone')).not.toBeNull();
    expect(changedIn(draft({ name: '', company: 'c', city: '' }))).toBe(2);
  });
});

test('the customers seen last come first, each once, six at most', () => {
  for (const id of ['1', '2', '3', '4', '5', '6', '7', '3']) noteRecent('me', { id, row: 3, name: id, company: '' });
  expect(readRecent('me').map(({ id }) => id)).toEqual(['3', '7', '6', '5', '4', '2']);
  expect(readRecent('you')).toEqual([]);
});

test.each([
  ['2026-03-11', '今天'],
  ['2026-03-10', '1 天前'],
  ['2025-03-11', '365 天前'],
  ['2026-03-12', '2026-03-12'],
  ['soon', 'soon'],
])('%s is %s on 11 March', (day, said) => {
  expect(ago(wordsOf('zh-CN'), day, '2026-03-11')).toBe(said);
});
