import fc from 'fast-check';
import { simplified } from '../../src/domain/han';
import { cut, excerpt, headerKey, optionKey, plain, tidyLine, tidyProse } from '../../src/domain/text';

const seed = 20260101;
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '\u3000', '\u200b', '\u200d', '👩', '\ud800', '\n', '\r', 'Ａ', 'é', 'e\u0301', '张'),
    maxLength: 12,
  }),
);

test.each([
  ['tidyProse', tidyProse],
  ['tidyLine', tidyLine],
  ['plain', plain],
  ['simplified', simplified],
  ['optionKey', optionKey],
  ['headerKey', headerKey],
])('%s leaves what it made as it is', (_name, work) => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(work(work(text))).toBe(work(text));
    }),
    { seed, numRuns: 1000 },
  );
});

test('text cut in two is the text, and no character is cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '𠮷', '张') }), fc.integer({ min: 1, max: 12 }), (text, max) => {
      const [kept, rest] = cut(text, max);
      expect(kept + rest).toBe(text);
      expect(kept.length).toBeLessThanOrEqual(max);
      expect([...kept, ...rest]).toEqual([...text]);
    }),
    { seed },
  );
});

test.each([
  ['客戶　電話：', '客户电话'],
  ['E-mail', 'ｅｍａｉｌ'],
  ['phone_number', 'Phone Number'],
])('the headers %s and %s are one', (a, b) => {
  expect(headerKey(a)).toBe(headerKey(b));
});

test('an excerpt is one line of at most 40 characters', () => {
  expect(excerpt('a\nb')).toBe('a b');
  expect(excerpt('长'.repeat(41))).toBe(`${'长'.repeat(39)}…`);
});
