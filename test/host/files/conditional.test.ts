import type { ConditionalFormatModel } from '../../../local/host/book';
import { cellKey, conditionalStyles } from '../../../local/host/index';
import { area, bookOf, sheetOf } from './books';

/** 2026-11-23. */
const clock = { todaySerial: 46_349, nowSerial: 46_349.5 };
const nothing = { background: null, fontColor: null, bold: null, italic: null, underline: null, strikethrough: null };

const rows = [
  ['key', 'next', 'tier', 'issue'],
  ['客户', '下次跟进', '级别', '问题'],
  ['明远', 46_340, 'A', null],
  ['远景', 46_349, 'B', '手机 = C-000144'],
  ['', null, 'A', '客户 → 空'],
  ['明远', '看情况', null, null],
];

function styled(
  criteria: string,
  values: readonly unknown[],
  [row, column, height, width]: readonly number[],
  shift = 0,
): string[] {
  const book = bookOf({ 客户: rows });
  const sheet = sheetOf(book, '客户');
  const rule: ConditionalFormatModel = {
    ...nothing,
    areas: [area(sheet, row ?? 1, column ?? 1, height, width)],
    criteria,
    values,
    bold: true,
  };
  sheet.conditionalFormats = [rule];
  const styles = conditionalStyles(book, sheet, [{ row: 1 + shift, column: 1, rows: 6, columns: 4 }], clock);
  return [...styles.keys()];
}

const names = [3, 1, 4, 1];
const dates = [3, 2, 4, 1];
const block = [3, 1, 4, 3];

test.each([
  ['a day before today', 'CUSTOM_FORMULA', ['=AND(ISNUMBER(B3),B3<TODAY())'], dates, ['3,2']],
  ['a day that is today', 'CUSTOM_FORMULA', ['=B3=TODAY()'], dates, ['4,2']],
  ['a fixed column colours whole rows', 'CUSTOM_FORMULA', ['=$C3="A"'], block, ['3,1', '3,2', '3,3', '5,1', '5,2', '5,3']],
  ['empty or no text at all', 'CUSTOM_FORMULA', ['=LEN(A3)=0'], names, ['5,1']],
  ['blank is not the same as empty text', 'CUSTOM_FORMULA', ['=OR(ISBLANK(B3),N(B3)=46349)'], dates, ['4,2', '5,2']],
  ['a search for the label of the own column', 'CUSTOM_FORMULA', ['=ISNUMBER(SEARCH(A$2&" → ",$D3))'], names, ['5,1']],
  ['a value that stands twice', 'CUSTOM_FORMULA', ['=COUNTIF($A$3:$A$6,A3)>1'], names, ['3,1', '6,1']],
  ['a count over a row', 'CUSTOM_FORMULA', ['=COUNTA($A3:$C3)=2'], names, ['5,1', '6,1']],
  ['an error colours nothing', 'CUSTOM_FORMULA', ['=1/0'], names, []],
  ['a number is true unless it is 0', 'CUSTOM_FORMULA', ['=N(B3)'], dates, ['3,2', '4,2']],
  ['the text is', 'TEXT_EQUAL_TO', ['A'], block, ['3,3', '5,3']],
  ['the text contains a sign that others read as a wildcard', 'TEXT_CONTAINS', ['?'], block, []],
  ['the cell is empty', 'CELL_EMPTY', [], [3, 4, 4, 1], ['3,4', '6,4']],
  ['a number greater than', 'NUMBER_GREATER_THAN', [46_340], dates, ['4,2']],
  ['a day before a relative one', 'DATE_BEFORE', ['TODAY'], dates, ['3,2']],
])('%s', (_title, criteria, values, where, expected) => {
  expect(styled(criteria, values, where).sort()).toEqual([...expected].sort());
});

test('only cells of the window are asked about', () => {
  expect(styled('CUSTOM_FORMULA', ['=$C3="A"'], block, 3)).toEqual(['5,1', '5,2', '5,3']);
});

test('earlier rules win where rules disagree, later ones add to them; keys of ours are told', () => {
  const book = bookOf({ 客户: rows });
  const sheet = sheetOf(book, '客户');
  const areas = [area(sheet, 3, 2, 4)];
  const rule = (formula: string, looks: Partial<ConditionalFormatModel>): ConditionalFormatModel => ({
    ...nothing,
    areas,
    criteria: 'CUSTOM_FORMULA',
    values: [formula],
    ...looks,
  });
  sheet.conditionalFormats = [
    rule('=AND(B3<TODAY(),N("cp:overdue")=0)', { background: '#f8d7da', bold: true }),
    rule('=AND(ISNUMBER(B3),N("cp:dated")=0)', { background: '#ffffff', fontColor: '#5f6368', strikethrough: true }),
    rule('=B3<>""', { italic: true }),
  ];
  expect(conditionalStyles(book, sheet, [{ row: 3, column: 2, rows: 1, columns: 1 }], clock).get(cellKey(3, 2))).toEqual({
    background: '#f8d7da',
    fontColor: '#5f6368',
    fontWeight: 'bold',
    fontStyle: 'italic',
    fontLine: 'line-through',
    markers: ['cp:overdue', 'cp:dated'],
  });
});

test('a rule over several columns speaks of the first cell of its first range', () => {
  const book = bookOf({ 客户: rows });
  const sheet = sheetOf(book, '客户');
  const areas = [area(sheet, 3, 3, 4), area(sheet, 3, 1, 4)];
  sheet.conditionalFormats = [{ ...nothing, areas, criteria: 'CUSTOM_FORMULA', values: ['=C3="明远"'], bold: true }];
  const keys = [...conditionalStyles(book, sheet, [{ row: 1, column: 1, rows: 6, columns: 4 }], clock).keys()];
  expect(keys.sort()).toEqual(['3,1', '6,1']);
});

test('an answer changes with the cells it read, and with the day', () => {
  const book = bookOf({ 客户: rows.map((line) => [...line]) });
  const sheet = sheetOf(book, '客户');
  sheet.conditionalFormats = [
    { ...nothing, areas: [area(sheet, 3, 2, 4)], criteria: 'CUSTOM_FORMULA', values: ['=B3=TODAY()'], bold: true },
  ];
  const keys = (today: number) => [
    ...conditionalStyles(book, sheet, [{ row: 3, column: 2, rows: 4, columns: 1 }], {
      todaySerial: today,
      nowSerial: today,
    }).keys(),
  ];
  expect(keys(46_349)).toEqual(['4,2']);
  expect(keys(46_340)).toEqual(['3,2']);
  (sheet.cells[5] ?? [])[1] = 46_340;
  expect(keys(46_340)).toEqual(['3,2', '6,2']);
});
