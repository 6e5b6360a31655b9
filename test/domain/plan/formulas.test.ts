// Formulas of the template: placeholders, letters, and the form in which two spellings are the same.
import fc from 'fast-check';
import { filled, letters, quoted, sheetPrefix } from '../../../src/domain/plan/formulas';
import { a1, areaOf, normalForm, runsOf, sameAreas } from '../../../src/domain/plan/index';
import type { EnumTemplate } from '../../../src/template/types';

test.each([
  ['separators of any locale', '=SUM(A1;B2)', '=SUM(A1,B2)', true],
  ['spaces and case', '=Sum( a1 ; B2 )', '=SUM(A1;B2)', true],
  ['needless quotes of a sheet’s name', "='Orders'!A:A", '=Orders!A:A', true],
  ['a quote inside a sheet’s name', "='Tom''s'!A1", "=tom's!A1", true],
  ['what stands in text counts', '=IF(A1="a;b";1;2)', '=IF(A1="a,b",1,2)', false],
  ['spaces in text count', '=IF(A1="a b";1;2)', '=IF(A1="ab";1;2)', false],
  ['case of text counts', '="Won"', '="won"', false],
  ['another cell', '=A1', '=A2', false],
])('%s', (_title, one, other, same) => {
  expect(normalForm(one) === normalForm(other)).toBe(same);
});

test('the normal form is its own', () => {
  const part = fc.constantFrom('A1', ';', ',', ' ', '"a;b ""c"', "'My sheet'!", '(', ')', 'SUM', '+', '重要');
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const once = normalForm(parts.join(''));
      expect(normalForm(once)).toBe(once);
    }),
    { seed: 20260311 },
  );
});

const tier: EnumTemplate = {
  label: { 'zh-CN': '分层', en: 'Tier' },
  options: [{ id: 'key', label: { 'zh-CN': '“重要”', en: '"Key"' } }],
};

test.each([
  ['an option by its label, quoted', '{option:tier.key}', '"""Key"""'],
  ['a name the caller knows', '{@as_of}+1', '$P$3+1'],
])('%s', (_title, formula, expected) => {
  expect(filled(formula, { locale: 'en', enums: { tier } }, (name) => (name === '@as_of' ? '$P$3' : null))).toBe(expected);
});

test('a name nobody knows is a mistake of the template', () => {
  expect(() => filled('{option:tier.gone}', { locale: 'en', enums: { tier } }, () => null)).toThrow('option:tier.gone');
});

test('names of sheets and texts are quoted', () => {
  expect([sheetPrefix("Tom's"), quoted('say "no"')]).toEqual(["'Tom''s'!", '"say ""no"""']);
});

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
])('column %d is %s', (column, text) => {
  expect(letters(column)).toBe(text);
});

const area = fc.record({
  row: fc.integer({ min: 1, max: 40 }),
  column: fc.integer({ min: 1, max: 60 }),
  rows: fc.option(fc.integer({ min: 1, max: 40 })),
  columns: fc.integer({ min: 1, max: 9 }),
});

test('an area written in A1 reads as itself', () => {
  fc.assert(
    fc.property(area, (one) => {
      expect(areaOf(a1(one))).toEqual(one);
    }),
    { seed: 20260311 },
  );
});

test('areas are the same when they cover the same cells of the grid', () => {
  const rows = 30;
  const cellsOf = (areas: readonly (typeof area extends fc.Arbitrary<infer A> ? A : never)[]) => {
    const cells = new Set<string>();
    for (const { row, column, rows: height, columns } of areas) {
      const end = height === null ? rows : Math.min(rows, row + height - 1);
      for (let r = row; r <= end; r++) for (let c = column; c < column + columns; c++) cells.add(`${r}:${c}`);
    }
    return [...cells].sort().join();
  };
  const small = area.filter(({ row }) => row <= rows);
  fc.assert(
    fc.property(fc.array(small, { maxLength: 4 }), fc.array(small, { maxLength: 4 }), (a, b) => {
      expect(sameAreas(a, b, rows)).toBe(cellsOf(a) === cellsOf(b));
      expect(sameAreas([...a, ...b], [...b, ...a], rows)).toBe(true);
    }),
    { seed: 20260311, numRuns: 300 },
  );
});

test('runs hold every number once, in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 50 })), (numbers) => {
      const runs = runsOf(numbers);
      expect(runs.flatMap(({ at, count }) => Array.from({ length: count }, (_, i) => at + i))).toEqual(
        numbers.sort((x, y) => x - y),
      );
      for (const [i, { at }] of runs.entries())
        if (i > 0) expect(at).toBeGreaterThan((runs[i - 1]?.at ?? 0) + (runs[i - 1]?.count ?? 0));
    }),
    { seed: 20260311 },
  );
});
