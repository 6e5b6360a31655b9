import fc from 'fast-check';
import { type SheetEdit, shiftFormula, translateFormula } from '../../../local/host/engine/shift';
import { normalFormula, tokensOf } from '../../../local/host/engine/tokens';
import { fileNamesOf, fromFileFormula, toFileFormula } from '../../../local/host/xlsx/formulas';
import { bookOf } from './books';

const seed = 20260101;

test.each([
  ['separators become commas', '=IF(A1;1;2)', '=IF(A1,1,2)'],
  ['text keeps its semicolons', '=A1&";"&"a"";b"', '=A1&";"&"a"";b"'],
  ['a sheet may have a semicolon in its name', "='a;b'!A1;1", "='a;b'!A1,1"],
  ['rows of an array keep theirs', '=SUM({1;2};3)', '=SUM({1;2},3)'],
  ['a Chinese sheet is quoted, as typed or not', '=COUNTA(客户!B:B)', "=COUNTA('客户'!B:B)"],
  ['quotes that nobody needs go', "='Orders'!A1", '=Orders!A1'],
  ['a sheet named like a cell keeps its quotes', "='Q4'!A1", "='Q4'!A1"],
  ['an apostrophe in a name is doubled', "='O''Neil'!A1", "='O''Neil'!A1"],
  ['what is normal stays', "=SUMIFS('客户'!C:C,'客户'!A:A,\">\"&$B$2)", "=SUMIFS('客户'!C:C,'客户'!A:A,\">\"&$B$2)"],
])('%s', (_title, written, normal) => {
  expect(normalFormula(written)).toBe(normal);
});

test.each([
  ['a function that ends in figures is no cell', '=LOG10(A1)', ['LOG10'], ['A1']],
  ['a name that begins like a cell is none', '=A1B+as_of', [], []],
  [
    'open ranges are references',
    '=SUM(C2:C)+SUM(2:2)+SUM(B:D)+SUM(B2:4)',
    ['SUM', 'SUM', 'SUM', 'SUM'],
    ['C2:C', '2:2', 'B:D', 'B2:4'],
  ],
  ['a cell inside text is none', '="A1"&B1', [], ['B1']],
  ['sheets belong to their reference', "='客户 池'!$A$1+Orders!B2", [], ["'客户 池'!$A$1", 'Orders!B2']],
  ['numbers are numbers', '=1.5e3+2', [], []],
])('%s', (_title, formula, calls, references) => {
  const tokens = tokensOf(formula);
  expect(tokens.map(({ text }) => text).join('')).toBe(formula);
  expect(tokens.filter(({ type }) => type === 'call').map(({ text }) => text)).toEqual(calls);
  expect(tokens.filter(({ type }) => type === 'reference').map(({ text }) => text)).toEqual(references);
});

const rows = (type: 'insertRows' | 'deleteRows', at: number, count: number): SheetEdit => ({ type, sheet: '客户', at, count });
const columns = (type: 'insertColumns' | 'deleteColumns', at: number, count: number): SheetEdit => ({
  type,
  sheet: '客户',
  at,
  count,
});

test.each([
  ['a cell below moves down', '=A5', rows('insertRows', 3, 2), '=A7'],
  ['fixed cells move as well', '=$A$5', rows('insertRows', 3, 2), '=$A$7'],
  ['a cell above stays', '=A2', rows('insertRows', 3, 2), '=A2'],
  ['a range grows around new rows', '=SUM(A2:A5)', rows('insertRows', 3, 2), '=SUM(A2:A7)'],
  ['rows before its first move a range', '=SUM(A2:A5)', rows('insertRows', 2, 1), '=SUM(A3:A6)'],
  ['rows behind its last leave it', '=SUM(A2:A5)', rows('insertRows', 6, 1), '=SUM(A2:A5)'],
  ['whole columns do not mind rows', '=SUM(A:A)', rows('deleteRows', 1, 9), '=SUM(A:A)'],
  ['an open range keeps its open end', '=SUM(C2:C)', rows('insertRows', 1, 1), '=SUM(C3:C)'],
  ['a deleted cell is lost', '=A3+1', rows('deleteRows', 3, 1), '=#REF!+1'],
  ['a range shrinks', '=SUM(A2:A9)', rows('deleteRows', 1, 3), '=SUM(A1:A6)'],
  ['a range wholly deleted is lost', '=SUM(A2:A3)', rows('deleteRows', 1, 3), '=SUM(#REF!)'],
  ['columns move letters', '=B1+$D$1', columns('insertColumns', 3, 1), '=B1+$E$1'],
  ['whole columns move', "=COUNTA('客户'!J:J)", columns('deleteColumns', 2, 1), "=COUNTA('客户'!I:I)"],
  ['a whole column deleted is lost', '=COUNTA(J:J)', columns('deleteColumns', 10, 1), '=COUNTA(#REF!)'],
  ['other sheets are left alone', '=Orders!A5', rows('insertRows', 1, 1), '=Orders!A5'],
  ['text is left alone', '="A5"', rows('insertRows', 1, 1), '="A5"'],
  [
    'a renamed sheet is followed',
    "='客户'!A1+A1",
    { type: 'renameSheet', sheet: '客户', to: 'My clients' },
    "='My clients'!A1+A1",
  ],
  ['a sheet is found whatever its case', '=orders!A1', { type: 'renameSheet', sheet: 'Orders', to: 'Sales' }, '=Sales!A1'],
  ['a deleted sheet is lost', "='客户'!A1+A1", { type: 'deleteSheet', sheet: '客户' }, '=#REF!+A1'],
] as [string, string, SheetEdit, string][])('%s', (_title, formula, edit, expected) => {
  expect(shiftFormula(formula, '客户', edit)).toBe(expected);
});

/** Row numbers a range of column A covers. */
function rowsIn(formula: string): number[] {
  const [, first, last] = /^=A(\d+):A(\d+)$/.exec(formula) ?? [];
  return first ? Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => Number(first) + i) : [];
}

test('after any edit a range holds the same rows, and new ones only between them', () => {
  const span = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 6 }));
  const edit = fc.tuple(
    fc.constantFrom('insertRows' as const, 'deleteRows' as const),
    fc.integer({ min: 1, max: 20 }),
    fc.integer({ min: 1, max: 5 }),
  );
  fc.assert(
    fc.property(span, edit, ([first, more], [type, at, count]) => {
      // Oracle: a list of rows that is really edited.
      const sheet: (number | 'new')[] = Array.from({ length: 40 }, (_, i) => i + 1);
      if (type === 'insertRows') sheet.splice(at - 1, 0, ...Array<'new'>(count).fill('new'));
      else sheet.splice(at - 1, count);
      const before = rowsIn(`=A${first}:A${first + more}`);
      const kept = before.map((row) => sheet.indexOf(row) + 1).filter((row) => row > 0);
      const expected =
        kept.length === 0
          ? []
          : Array.from({ length: Math.max(...kept) - Math.min(...kept) + 1 }, (_, i) => Math.min(...kept) + i);
      expect(rowsIn(shiftFormula(`=A${first}:A${first + more}`, 'S', { type, sheet: 'S', at, count }))).toEqual(expected);
    }),
    { seed },
  );
});

test.each([
  ['what is free moves', '=A1+B$2+$C3+$D$4', '=B3+C$2+$C5+$D$4'],
  ['ranges and open ranges move', '=SUM(A1:B2)+SUM(C2:C)+SUM(1:2)', '=SUM(B3:C4)+SUM(D4:D)+SUM(3:4)'],
])('a copy two lower and one to the right: %s', (_title, formula, expected) => {
  expect(translateFormula(formula, 2, 1)).toBe(expected);
});

test('a copy that would leave the sheet reads #REF!', () => {
  expect(translateFormula('=A1+B5', -1, 0)).toBe('=#REF!+B4');
});

test.each([
  ['younger functions carry a prefix', '=IFS(A1>1,TEXTJOIN(",",TRUE,B:B))', '_xlfn.IFS(A1>1,_xlfn.TEXTJOIN(",",TRUE,B:B))'],
  ['older ones do not', '=IFERROR(SUMIFS(A:A,B:B,1),0)', 'IFERROR(SUMIFS(A:A,B:B,1),0)'],
  ['open ranges end with the file', '=SUM(C2:C)+SUM(B3:3)', 'SUM(C2:C1048576)+SUM(B3:XFD3)'],
  ['sheets go by their name in the file', "='2026/11 客户'!A1", "'2026_11 客户'!A1"],
])('in a file %s', (_title, formula, expected) => {
  const book = bookOf({ '2026/11 客户': [] });
  const text = toFileFormula(formula, book, fileNamesOf(book));
  expect(text).toBe(expected);
  expect(fromFileFormula(text)).toBe(formula.replace('2026/11', '2026_11'));
});

test('names of sheets in a file are short, free of signs it forbids, and differ', () => {
  const long = '一'.repeat(40);
  const names = [...fileNamesOf(bookOf({ [long]: [], [`${long}二`]: [], 'a/b': [], 'A?b': [], "'q'": [] })).values()];
  expect(names.every((name) => name.length <= 31 && !/[[\]:*?/\\]|^'|'$/.test(name))).toBe(true);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(5);
});
