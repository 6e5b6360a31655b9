// Pasted texts taken apart: what goes where, in both languages, and that nothing of any text is lost.
import fc from 'fast-check';
import { CHINESE, ENGLISH } from './cases';
import { fieldsOf, read } from './read';

test.each(CHINESE)('%s', (_title, text, fields) => {
  expect(fieldsOf(read(text, 'zh-CN'))).toEqual(fields);
});

test.each(ENGLISH)('%s (English)', (_title, text, fields) => {
  expect(fieldsOf(read(text, 'en'))).toEqual(fields);
});

/** Characters that are not blank, sorted. */
function signs(text: string): string[] {
  return [...text.replace(/\s/gu, '')].sort();
}

const bits = fc.constantFrom(...[...CHINESE, ...ENGLISH].flatMap(([, text]) => text.split(/(?=[\s：，:|])/)));
const texts = fc.array(
  fc.oneof(bits, fc.string({ unit: 'grapheme-ascii', maxLength: 8 }), fc.constantFrom('\n', '\t', '，', ' | ')),
  {
    maxLength: 30,
  },
);

test('each character of a text stands in the words of exactly one piece', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('zh-CN' as const, 'en' as const), (parts, locale) => {
      const text = parts.join('');
      expect(
        signs(
          read(text, locale)
            .map(({ words }) => words)
            .join(''),
        ),
      ).toEqual(signs(text));
    }),
    { seed: 20261122, numRuns: 300 },
  );
});
