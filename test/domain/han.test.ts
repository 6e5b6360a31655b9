// Traditional characters in their simplified form.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { simplified } from '../../src/domain/han';

test.each([
  ['names', '陳偉明 單曉峰 鄭麗娟 趙雲龍', '陈伟明 单晓峰 郑丽娟 赵云龙'],
  ['companies', '廣州聯創貿易有限公司', '广州联创贸易有限公司'],
  ['places', '臺北 台灣 遼寧 烏魯木齊', '台北 台湾 辽宁 乌鲁木齐'],
  ['what is simplified already', '张伟 后天 乾坤', '张伟 后天 乾坤'],
  ['two spellings of one character', '裏裡', '里里'],
  ['what is not Chinese', 'Zhang Wei 😀 é', 'Zhang Wei 😀 é'],
])('%s', (_title, text, expected) => {
  expect(simplified(text)).toBe(expected);
});

test('a simplified text stays as it is, and no character is lost', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)) }),
  );
  fc.assert(
    fc.property(anything, (text) => {
      const once = simplified(text);
      expect(once).toHaveLength(text.length);
      expect(simplified(once)).toBe(once);
    }),
    { seed: 20261122, numRuns: 1000 },
  );
});

test('the table takes at most 6.5 kB of the bundle', () => {
  expect(readFileSync('src/domain/han.generated.json').length).toBeLessThan(6_500);
});
