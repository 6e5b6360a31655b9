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
  ['an account like a number', '同微信'],
  ['halves of numbers', '(1'],
])('50,000 characters of %s are few pieces, and nothing of them is lost', (_of, unit) => {
  const text = unit.repeat(50_000 / unit.length);
  const pieces = read(text);
  expect(pieces.length).toBeLessThan(20);
  expect(signs(pieces.map(({ words }) => words).join('')).length).toBe(signs(text).length);
});

/** Characters that patterns are run over while a text is read. */
function runOver(text: string): number {
  let sum = 0;
  const spies = ([Symbol.replace, Symbol.search, Symbol.match, Symbol.matchAll, Symbol.split] as const).map((way) => {
    const native = RegExp.prototype[way] as (this: RegExp, of: string, ...rest: unknown[]) => unknown;
    return jest.spyOn(RegExp.prototype, way as never).mockImplementation(function (this: RegExp, of: string, ...rest: unknown[]) {
      sum += of.length;
      return native.call(this, of, ...rest);
    } as never);
  });
  read(text);
  for (const spy of spies) spy.mockRestore();
  return sum;
}

test.each(['同微信', '微信同号', '/微信', '同 微信 ', '(1', 'qq:1 ', '王总 ', '微信a-12345 ', '手机1', 'tel: 13800002468 '])(
  'twice as much of %s is no more than about twice the work',
  (unit) => {
    const [half, whole] = [2_400, 4_800].map((length) => runOver(unit.repeat(length / unit.length)));
    expect(half).toBeGreaterThan(2_400);
    expect(whole).toBeLessThan(2.3 * Number(half));
  },
);

test('a field that no form asks for takes nothing', () => {
  const context = contextOf('zh-CN');
  const { email: _none, remark: _neither, ...columns } = columnsOf(context);
  const pieces = extract('李雷 lilei@example.com 传真：010-55556666', columns, context);
  expect(fieldsOf(pieces)).toEqual({ name: '李雷', rest: 'lilei@example.com|传真：010-55556666' });
});
