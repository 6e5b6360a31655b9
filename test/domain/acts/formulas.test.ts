import { movedFormula, rowsRead, sameButCells } from '../../../src/domain/acts/formulas';

test.each<[string, number[]]>([
  ['=B3&"!"', [3]],
  ['=SUM(H$3:H12)', [3, 12]],
  ['=LOG10(5)+A1', [1]],
  ['="B7"&C8', [8]],
  ["=Other!B7+'My sheet'!C8", []],
  ['=Q1_total+2', []],
])('%s reads rows %j', (formula, rows) => {
  expect(rowsRead(formula).map(({ row }) => row)).toEqual(rows);
});

test('what stands fixed does not follow', () => {
  expect(rowsRead('=B$3+B4')).toEqual([
    { row: 3, fixed: true },
    { row: 4, fixed: false },
  ]);
});

test.each([
  ['=B3&"B3"', 3, 7, '=B7&"B3"'],
  ['=H4+$I5', 5, 6, '=H5+$I6'],
  ['=B$3+Other!B3', 3, 9, '=B$3+Other!B3'],
  ['=B3', 3, 3, '=B3'],
])('%s moved from row %i to %i is %s', (formula, from, to, moved) => {
  expect(movedFormula(formula, from, to)).toBe(moved);
});

test.each([
  ['=H4+1', '=#REF!+1', true],
  ['=SUM(B3:B10)', '=SUM(B3:B9)', true],
  ['=SUM(B3:B10)', '=SUM(#REF!)', true],
  ['=H4+1', '= H4 + 1', true],
  ['=H4+1', '=H4+2', false],
  ['=IF(H4="B3",1,2)', '=IF(H4="B4",1,2)', false],
])('%s and %s: the sheet’s doing %s', (before, after, same) => {
  expect(sameButCells(before, after)).toBe(same);
});
