// Rows, columns and sheets that come and go, and what moves with them.
import fc from 'fast-check';
import { cloneBook, differences, type Host } from '../../local/host/index';
import { failureOf, hostOf, mainOf, resultOf } from './script';

/** A sheet with something of everything in and around B3:C6. */
const FURNISH = `
  sheet.getRange('B3:C6').setValues([[1, 'a'], [2, 'b'], [3, 'c'], [4, 'd']]).setBackground('#00ff00');
  sheet.getRange('E1').setFormula('=SUM(B3:B6)+B4+$B$5');
  sheet.getRange('C3:C6').setDataValidation(SpreadsheetApp.newDataValidation().requireFormulaSatisfied('=LEN(C3)<9').build());
  sheet.getRange('D3:D6').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange('C3:C6')).build());
  sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$B3>2').setBackground('#ff0000').setRanges([sheet.getRange('B3:C6')]).build()]);
  sheet.getRange('B4').setNote('four');
  sheet.getRange('B3:C6').createFilter();
  ss.setNamedRange('block', sheet.getRange('B3:C6'));
  sheet.insertChart(sheet.newChart().setChartType(Charts.ChartType.PIE).addRange(sheet.getRange('B3:B6')).setPosition(3, 2, 0, 0).build());
  sheet.hideRows(6); sheet.setFrozenRows(2); sheet.setColumnWidth(3, 77);`;

const LOOK = `
  const rule = (a1) => { const r = sheet.getRange(a1).getDataValidation(); return r === null ? null : r.getCriteriaValues().map((v) => v.getA1Notation ? v.getA1Notation() : v)[0] };
  const chart = sheet.getCharts()[0];
  return { rows: sheet.getMaxRows(), columns: sheet.getMaxColumns(), frozen: sheet.getFrozenRows(), formats: sheet.getConditionalFormatRules().map((r) => [r.getRanges()[0].getA1Notation(), r.getBooleanCondition().getCriteriaValues()[0]]),
    filter: sheet.getFilter() && sheet.getFilter().getRange().getA1Notation(), named: ss.getRangeByName('block') && ss.getRangeByName('block').getA1Notation(),
    chart: [chart.getRanges().map((r) => r.getA1Notation()), chart.getContainerInfo().getAnchorRow()]`;

function after(act: string, look = ''): unknown {
  return resultOf(`${FURNISH} ${act} ${LOOK} ${look} }`);
}

const BEFORE = {
  rows: 1000,
  columns: 26,
  frozen: 2,
  formats: [['B3:C6', '=$B3>2']],
  filter: 'B3:C6',
  named: 'B3:C6',
  chart: [['B3:B6'], 3],
};

test.each([
  [
    'nothing',
    '',
    {},
    `, formula: sheet.getRange('E1').getFormula(), cell: rule('C4'), list: rule('D3')`,
    { formula: '=SUM(B3:B6)+B4+$B$5', cell: '=LEN(C4)<9', list: 'C3:C6' },
  ],
  [
    'rows above',
    'sheet.insertRowsBefore(2, 2);',
    { rows: 1002, frozen: 4, formats: [['B5:C8', '=$B5>2']], filter: 'B5:C8', named: 'B5:C8', chart: [['B5:B8'], 5] },
    `, formula: sheet.getRange('E1').getFormula(), cell: rule('C6'), list: rule('D5'), note: sheet.getRange('B6').getNote(), hidden: sheet.isRowHiddenByUser(8)`,
    { formula: '=SUM(B5:B8)+B6+$B$7', cell: '=LEN(C6)<9', list: 'C5:C8', note: 'four', hidden: true },
  ],
  [
    'rows inside',
    'sheet.insertRowsAfter(4, 1);',
    { rows: 1001, formats: [['B3:C7', '=$B3>2']], filter: 'B3:C7', named: 'B3:C7', chart: [['B3:B7'], 3] },
    `, formula: sheet.getRange('E1').getFormula(), cell: rule('C6'), new: rule('C5'), colour: sheet.getRange('B5').getBackground()`,
    { formula: '=SUM(B3:B7)+B4+$B$6', cell: '=LEN(C6)<9', new: '=LEN(C5)<9', colour: '#00ff00' },
  ],
  [
    'rows below',
    'sheet.insertRowsAfter(6, 1);',
    { rows: 1001 },
    `, new: rule('C7'), colour: sheet.getRange('B7').getBackground()`,
    { new: '=LEN(C7)<9', colour: '#00ff00' },
  ],
  [
    'the first row of it away',
    'sheet.deleteRow(3);',
    { rows: 999, formats: [['B3:C5', '=$B3>2']], filter: 'B3:C5', named: 'B3:C5', chart: [['B3:B5'], 3] },
    `, formula: sheet.getRange('E1').getFormula(), cell: rule('C3'), list: rule('D3'), value: sheet.getRange('B3').getValue()`,
    { formula: '=SUM(B3:B5)+B3+$B$4', cell: '=LEN(C3)<9', list: 'C3:C5', value: 2 },
  ],
  [
    'all rows of it away',
    'sheet.deleteRows(3, 4);',
    { rows: 996, formats: [], filter: null, named: null, chart: [[], 3] },
    `, formula: sheet.getRange('E1').getFormula(), value: sheet.getRange('E1').getDisplayValue(), cell: rule('C3')`,
    { formula: '=SUM(#REF!)+#REF!+#REF!', value: '#REF!', cell: null },
  ],
  [
    'a column before',
    'sheet.insertColumnsBefore(2, 1);',
    { columns: 27, formats: [['C3:D6', '=$C3>2']], filter: 'C3:D6', named: 'C3:D6', chart: [['C3:C6'], 3] },
    `, formula: sheet.getRange('F1').getFormula(), cell: rule('D4'), list: rule('E3'), width: sheet.getColumnWidth(4)`,
    { formula: '=SUM(C3:C6)+C4+$C$5', cell: '=LEN(D4)<9', list: 'D3:D6', width: 77 },
  ],
  [
    'a column inside',
    'sheet.insertColumnsAfter(2, 1);',
    { columns: 27, formats: [['B3:D6', '=$B3>2']], filter: 'B3:D6', named: 'B3:D6' },
    `, colour: sheet.getRange('C3').getBackground(), value: sheet.getRange('D3').getValue()`,
    { colour: '#00ff00', value: 'a' },
  ],
  [
    'a column of it away',
    'sheet.deleteColumn(2);',
    { columns: 25, formats: [['B3:B6', '=#REF!>2']], filter: 'B3:B6', named: 'B3:B6', chart: [[], 3] },
    `, cell: rule('B4'), value: sheet.getRange('B3').getValue()`,
    { cell: '=LEN(B4)<9', value: 'a' },
  ],
])('with %s', (_title, act, changed, look, seen) => {
  expect(after(act, look)).toEqual({ ...BEFORE, ...changed, ...seen });
});

test('rows and columns put in and taken out again leave all as it was', () => {
  const host = hostOf(
    `${mainOf(FURNISH)} function act(kind, at, count) { const sheet = SpreadsheetApp.getActiveSheet(); sheet['insert' + kind + 'sBefore'](at, count); sheet['delete' + kind + 's'](at, count) }`,
  );
  host.run('main');
  const before = cloneBook(host.book);
  fc.assert(
    fc.property(
      fc.constantFrom('Row', 'Column'),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 5 }),
      (kind, at, count) => {
        host.run('act', kind, at, count);
        expect(differences(before, host.book)).toEqual([]);
      },
    ),
    { seed: 20260101, numRuns: 60 },
  );
});

test('formulas of other sheets move, and follow a new name', () => {
  const body = `${FURNISH} const other = ss.insertSheet('Other'); other.getRange('A1').setFormula("=Sheet1!B4*10"); sheet.insertRowsBefore(1, 1); sheet.setName('My data'); return [other.getRange('A1').getFormula(), other.getRange('A1').getValue()]`;
  expect(resultOf(body)).toEqual(["='My data'!B5*10", 20]);
});

test('a deleted sheet leaves broken references', () => {
  expect(
    resultOf(
      `const other = ss.insertSheet('Other'); sheet.getRange('A1').setFormula('=Other!A1'); ss.deleteSheet(other); return [sheet.getRange('A1').getFormula(), sheet.getRange('A1').getValue()]`,
    ),
  ).toEqual(['=#REF!', '#REF!']);
});

test('a list rule points at its list wherever that goes', () => {
  expect(
    resultOf(`const list = ss.insertSheet('List'); sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(list.getRange('B2:B9')).build()); list.insertRowsBefore(1, 3); list.insertColumnBefore(1);
    return sheet.getRange('A1').getDataValidation().getCriteriaValues()[0].getA1Notation()`),
  ).toBe('C5:C12');
});

test.each([
  ['outside the grid', `sheet.getRange(1001, 1)`, 'The coordinates of the range are outside the dimensions of the sheet.'],
  ['row 0', `sheet.getRange(0, 1)`, 'The starting row of the range is too small.'],
  ['no rows', `sheet.getRange(1, 1, 0, 1)`, 'The number of rows in the range must be at least 1.'],
  ['no such name', `sheet.getRange('nowhere')`, 'Range not found'],
  [
    'too few rows of values',
    `sheet.getRange('A1:A3').setValues([[1], [2]])`,
    'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 3.',
  ],
  [
    'too many columns of values',
    `sheet.getRange('A1').setValues([[1, 2]])`,
    'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.',
  ],
  ['a sheet of the same name', `ss.insertSheet('sheet1')`, 'A sheet with the name "sheet1" already exists.'],
  ['the last sheet', `ss.deleteSheet(sheet)`, "You can't remove all the visible sheets in a document."],
  [
    'the last sheet that shows',
    `ss.insertSheet('Hidden').hideSheet(); ss.deleteSheet(sheet)`,
    "You can't remove all the visible sheets in a document.",
  ],
  ['hiding the only sheet', `sheet.hideSheet()`, "You can't hide all the sheets in a document."],
  ['all rows', `sheet.deleteRows(1, 1000)`, "You can't delete all the rows on the sheet."],
  [
    'all rows that are not frozen',
    `sheet.setFrozenRows(2); sheet.deleteRows(3, 998)`,
    'not possible to delete all non-frozen rows',
  ],
  ['a deleted sheet', `const other = ss.insertSheet('x'); ss.deleteSheet(other); other.getName()`, 'not found'],
  ['a second filter', `sheet.getRange('A1:B2').createFilter(); sheet.getRange('D1:E2').createFilter()`, 'already has a filter'],
  [
    'format rules of another sheet',
    `const r = SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setRanges([ss.insertSheet('x').getRange('A1')]).build(); sheet.setConditionalFormatRules([r])`,
    'must be on the same sheet',
  ],
])('refused: %s', (_title, act, message) => {
  expect(failureOf(act)).toContain(message);
});

test.each([
  [
    'sheets by name, id and index',
    `const s = ss.insertSheet('Second', 0); return [ss.getSheetByName('Second').getIndex(), ss.getSheetById(s.getSheetId()).getName(), ss.getSheets().map((x) => x.getName()), ss.getSheetByName('none'), ss.getSheetById(99)]`,
    [1, 'Second', ['Second', 'Sheet1'], null, null],
  ],
  [
    'moving the active sheet',
    `ss.insertSheet('b'); ss.insertSheet('c').activate(); ss.moveActiveSheet(1); return ss.getSheets().map((x) => x.getName())`,
    ['c', 'Sheet1', 'b'],
  ],
  [
    'a new sheet follows the active one',
    `ss.insertSheet('b'); sheet.activate(); ss.insertSheet('c'); return ss.getSheets().map((x) => x.getName())`,
    ['Sheet1', 'c', 'b'],
  ],
  [
    'open ranges reach the end',
    `return [sheet.getRange('C:C').getA1Notation(), sheet.getRange('B2:C').getNumRows(), sheet.getRange('4:5').getNumColumns()]`,
    ['C1:C1000', 999, 26],
  ],
  ['quoted sheet names', `ss.insertSheet("It's here"); return ss.getRange("'It''s here'!B2").getSheet().getName()`, "It's here"],
  [
    'named ranges',
    `ss.setNamedRange('a', sheet.getRange('B2')); ss.getNamedRanges()[0].setRange(sheet.getRange('C3')); const seen = [ss.getRangeByName('a').getA1Notation(), ss.getNamedRanges().map((n) => n.getName())]; ss.removeNamedRange('a'); return [...seen, ss.getRangeByName('a')]`,
    ['C3', ['a'], null],
  ],
  [
    'charts',
    `sheet.insertChart(sheet.newChart().setChartType(Charts.ChartType.COLUMN).addRange(sheet.getRange('A1:B5')).setOption('title', 'T').setNumHeaders(1).setPosition(2, 3, 0, 0).build());
    sheet.updateChart(sheet.getCharts()[0].modify().setOption('legend', { position: 'none' }).build());
    const c = sheet.getCharts()[0]; const seen = [c.getOptions().get('title'), c.getOptions().get('legend'), c.getNumHeaders(), String(c.modify().getChartType()), c.getContainerInfo().getAnchorColumn()]; sheet.removeChart(c); return [...seen, sheet.getCharts().length]`,
    ['T', { position: 'none' }, 1, 'COLUMN', 3, 0],
  ],
])('%s', (_title, body, value) => {
  expect(resultOf(body)).toEqual(value);
});

test.each<[string, (host: Host) => void, string]>([
  ['a name that is taken', (host) => host.insertSheet('second'), 'already exists'],
  ['a name taken by another', (host) => host.renameSheet('Sheet1', 'SECOND'), 'already exists'],
  ['no sheet to see', (host) => host.deleteSheet('Sheet1'), 'all the visible sheets'],
])('people are refused %s', (_title, act, why) => {
  const host = hostOf(mainOf(`ss.insertSheet('Second').hideSheet()`));
  host.run('main');
  expect(() => act(host)).toThrow(why);
  expect(host.book.sheets.map(({ name }) => name).sort()).toEqual(['Second', 'Sheet1']);
});
