// Pinyin in a search box: which letters find which text, and what of it.
import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { pinyinFinder, pinyinLetters } from '../../../src/domain/pinyin/match';
import { readings } from '../../../src/domain/pinyin/readings';

test.each([
  ['initials', 'zw', '张伟', '张伟'],
  ['whole syllables', 'zhangwei', '张伟', '张伟'],
  ['a syllable and an initial', 'zhangw', '张伟', '张伟'],
  ['an initial and a syllable', 'zwei', '张伟', '张伟'],
  ['an initial of two letters', 'zhw', '张伟', '张伟'],
  ['a syllable not yet whole', 'zhangwe', '张伟', '张伟'],
  ['the middle of a text', 'myjx', '上海明远机械有限公司', '明远机械'],
  ['a surname read as a surname', 'shanxf', '单晓峰', '单晓峰'],
  ['a surname read as a word', 'danxf', '单晓峰', '单晓峰'],
  ['a surname of two characters', 'yuchigong', '尉迟恭', '尉迟恭'],
  ['a surname of two characters, read character by character', 'weichi', '尉迟恭', '尉迟'],
  ['ü as v', 'lvm', '吕明', '吕明'],
  ['ü as ü', 'lü', '吕明', '吕'],
  ['ü as in a passport', 'lyu', '吕明', '吕'],
  ['ü as u before e', 'lue', '略', '略'],
  ['the same letters parted in another way', 'xian', '西安路', '西安'],
  ['parted by an apostrophe', "xi'an", '西安路', '西安'],
  ['capital letters', 'ZhangWei', '张伟', '张伟'],
  ['full-width letters', 'ｚｗ', '张伟', '张伟'],
  ['traditional characters', 'chenwei', '陳偉', '陳偉'],
  ['letters of the text itself', 'abckj', 'ABC科技', 'ABC科技'],
  ['initials of Latin words', 'zw', 'Zhou Wen', 'Zhou Wen'],
  ['a Latin word and an initial', 'pudongf', 'Pudong Foods', 'Pudong Foods'],
  ['a dot inside a name', 'abdlmmt', '阿卜杜拉·买买提', '阿卜杜拉·买买提'],
])('%s: %s finds %s', (_title, typed, text, part) => {
  const letters = pinyinLetters(typed) ?? '';
  const found = pinyinFinder(letters)(text);
  expect(found && text.slice(found[0], found[1])).toBe(part);
});

test.each([
  ['other initials', 'zl', '张伟'],
  ['a syllable that is not there', 'zhangwen', '张伟'],
  ['a beginning that is not the last', 'zhawei', '张伟'],
  ['more than the text has', 'zhangweix', '张伟'],
  ['one Latin word', 'zhang', 'Zhang Wei'],
  ['the middle of a Latin word', 'hw', 'Zhou Wen'],
  ['an empty text', 'zw', ''],
])('%s: %s does not find %s', (_title, typed, text) => {
  expect(pinyinFinder(pinyinLetters(typed) ?? '')(text)).toBeNull();
});

test.each(['张', 'a1', '138', '', ' ', 'chen@example.com', 'a'.repeat(61)])('%s is no pinyin', (word) => {
  expect(pinyinLetters(word)).toBeNull();
});

const han = fc.constantFrom(
  ...'王李张刘陈杨赵黄周吴晓峰雨桐浩然文博佳琪海燕立新雪梅思远欣怡志强丽娟子涵明轩春华婷吕女绿单曾解仇欧阳尉迟科技有限公司',
);

test('the source reading of any part of a text finds it, whole, as initials and as far as it is typed', () => {
  fc.assert(
    fc.property(fc.array(han, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (chars, a, b) => {
      const from = a % chars.length;
      const to = from + 1 + (b % (chars.length - from));
      const spoken = chars.slice(from, to).map((char) => pinyin(char, { toneType: 'none', v: true }));
      const whole = spoken.join('');
      const text = chars.join('');
      for (const typed of [
        whole,
        spoken.map((one) => one.charAt(0)).join(''),
        whole.slice(0, whole.length - (b % (spoken.at(-1)?.length ?? 1))),
      ]) {
        const found = typed === '' || typed.length > 60 ? [0, 1] : pinyinFinder(typed)(text);
        expect(found).not.toBeNull();
      }
    }),
    { seed: 20261122, numRuns: 300 },
  );
});

test('any letters and any text: an answer lies within the text, at once', () => {
  const letters = fc.stringMatching(/^[a-z]{0,60}$/);
  fc.assert(
    fc.property(
      letters,
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(han).map((a) => a.join('')),
      ),
      (typed, text) => {
        const found = pinyinFinder(typed)(text);
        if (found) expect(0 <= found[0] && found[0] < found[1] && found[1] <= text.length).toBe(true);
      },
    ),
    { seed: 20261122, numRuns: 500 },
  );
});

/** Oracle: everything that may be typed for a text of Chinese characters, spelt out. */
function typedFor(text: string): Set<string> {
  let before = [''];
  let all: string[] = [];
  for (const char of text) {
    const ways = readings(char);
    const behind = (spoken: readonly string[]) => before.flatMap((start) => spoken.map((one) => start + one));
    all = behind(ways.flatMap((way) => Array.from(way, (_, i) => way.slice(0, i + 1))));
    before = behind(ways.flatMap((way) => [way, way.charAt(0), ...(way.charAt(1) === 'h' ? [way.slice(0, 2)] : [])]));
  }
  return new Set(all);
}

test('a text is found by what may be typed for a part of it, and by nothing else', () => {
  const few = fc.array(fc.constantFrom(...'张单曾欧西安绿吕石施'), { maxLength: 4 }).map((chars) => chars.join(''));
  const strange = fc
    .array(fc.constantFrom('z', 'zh', 'an', 'x', 'xi', 'l', 'lv', 's', 'shi'), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(''));
  let hits = 0;
  fc.assert(
    fc.property(few, strange, fc.nat(), (text, other, at) => {
      const all = [...typedFor(text), other];
      const typed = all[at % all.length] ?? '';
      const spans = Array.from(text, (_, from) =>
        Array.from(text.slice(from), (_char, i) => [from, from + i + 1] as const).find(([a, b]) =>
          typedFor(text.slice(a, b)).has(typed),
        ),
      );
      const first = spans.find((span) => span !== undefined) ?? null;
      if (first !== null) hits++;
      expect(pinyinFinder(typed)(text)).toEqual(first);
    }),
    { seed: 20261122, numRuns: 1_000 },
  );
  expect(hits).toBeGreaterThan(500);
  expect(hits).toBeLessThan(900);
});
