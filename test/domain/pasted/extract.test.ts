// Pasted texts taken apart: what goes where, in both languages, and that nothing of any text is lost.
import fc from 'fast-check';
import { extractCustomer as extract } from '../../../src/domain/pasted/extract';
import { tidyProse } from '../../../src/domain/text';
import { typed } from '../../customers/typed';
import { CHINESE_CARDS } from './chinese-cards';
import { CHINESE_LINES } from './chinese-lines';
import { ENGLISH } from './english';
import { columnsOf, contextOf, fieldsOf, read } from './read';

const seed = 20261122;

const CHINESE = [...CHINESE_CARDS, ...CHINESE_LINES];

test.each(CHINESE)('%s', (_title, text, fields) => {
  expect(fieldsOf(read(text, 'zh-CN'))).toEqual(fields);
});

test.each(ENGLISH)('%s, in English', (_title, text, fields) => {
  expect(fieldsOf(read(text, 'en'))).toEqual(fields);
});

/** Characters that are not blank, sorted; what cannot be seen is no character of a text. */
function signs(text: string): string[] {
  return [...text.replace(/\s/gu, '')].sort();
}

const locale = fc.constantFrom('zh-CN' as const, 'en' as const);
// Pieces of texts that mean something, shuffled: labels without values, two of everything, lines broken anywhere.
const bits = fc.constantFrom(...[...CHINESE, ...ENGLISH].flatMap(([, text]) => text.split(/(?<=[\s：，:|])/)));
const texts = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: bits }, { weight: 1, arbitrary: typed }, fc.constantFrom('\n', '\t', '，', ' | ', '　')),
    {
      maxLength: 25,
    },
  )
  .map((parts) => parts.join(''));

test('each character of a text stands in the words of exactly one piece', () => {
  fc.assert(
    fc.property(texts, locale, (text, of) => {
      const pieces = read(text, of);
      expect(signs(pieces.map(({ words }) => words).join(''))).toEqual(signs(tidyProse(text)));
      const columns = columnsOf(contextOf(of));
      for (const { key, value, words } of pieces) {
        expect(value).not.toBe('');
        if (key === null) expect(value === words || words === '').toBe(true);
        else expect(columns).toHaveProperty(key);
      }
    }),
    { seed, numRuns: 200 },
  );
});

test('a text is taken apart the same way each time, and its pieces say no more than it did', () => {
  fc.assert(
    fc.property(texts, locale, (text, of) => {
      const pieces = read(text, of);
      expect(read(text, of)).toEqual(pieces);
      // What was not rewritten by a kind is a part of what was pasted.
      for (const { key, value } of pieces)
        if (key === 'name' || key === 'company' || key === 'title')
          expect(tidyProse(text).replace(/\s/g, '')).toContain(value.replace(/\s/g, ''));
    }),
    { seed, numRuns: 60 },
  );
});

test.each([
  ['digits', '1'],
  ['digits and dashes', '1-'],
  ['dots', 'a.'],
  ['signs of mail', 'a@'],
  ['brackets', '('],
  ['labels', '姓名：'],
  ['companies', '云杉公司'],
  ['lines', '李雷\n'],
  ['tabs', '姓名\t'],
  ['commas', 'a, '],
])('50,000 characters of %s are few pieces, and nothing of them is lost', (_of, unit) => {
  const text = unit.repeat(50_000 / unit.length);
  const pieces = read(text);
  expect(pieces.length).toBeLessThan(20);
  expect(signs(pieces.map(({ words }) => words).join('')).length).toBe(signs(text).length);
});

test('a field that no form asks for takes nothing', () => {
  const context = contextOf('zh-CN');
  const { email: _none, remark: _neither, ...columns } = columnsOf(context);
  const pieces = extract('李雷 lilei@example.com 传真：010-55556666', columns, context);
  expect(fieldsOf(pieces)).toEqual({ name: '李雷', rest: 'lilei@example.com|传真：010-55556666' });
});
