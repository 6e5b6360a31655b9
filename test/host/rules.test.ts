// Data validation: strict rules bind scripts and people, a warning rule binds nobody; rules read back as they were set.
import { failureOf, hostOf, mainOf, plain, resultOf } from './script';

const rule = (criterion: string) => `SpreadsheetApp.newDataValidation().${criterion}.setAllowInvalid(false).build()`;
const broken = (cell: string) =>
  `Exception: The data you entered in cell ${cell} violates the data validation rules set on this cell.`;

test.each([
  ['a list', `requireValueInList(['a', 'b', '5'])`, ['a', 5, ''], ['A', 'c', 4]],
  ['a check box', `requireCheckbox()`, [true, false], ['yes', 1]],
  ['a check box with values', `requireCheckbox('yes', 'no')`, ['yes', 'no'], [true, 'maybe']],
  ['numbers between', `requireNumberBetween(1, 3)`, [1, 3, 2.5], [0.9, 4, 'x']],
  ['numbers from', `requireNumberGreaterThanOrEqualTo(0)`, [0], [-1, 'x']],
  ['text that is mail', `requireTextIsEmail()`, ['a@example.com'], ['a@b', 'x', 5]],
  ['text that is an address', `requireTextIsUrl()`, ['https://example.com/x', 'example.com'], ['no address']],
  ['text with', `requireTextContains('Ab')`, ['xaby'], ['xy']],
  ['days', `requireDate()`, ['2026-01-05'], ['soon', 5]],
  ['days from', `requireDateOnOrAfter(new Date(2026, 0, 5, 18))`, ['2026-01-05', '2026-01-05 08:00'], ['2026-01-04']],
  ['days between', `requireDateBetween(new Date(2026, 0, 5), new Date(2026, 0, 7))`, ['2026-01-07'], ['2026-01-08']],
  ['a formula about the cell itself', `requireFormulaSatisfied('=LEN(B2)>2')`, ['abc'], ['ab']],
  ['a formula that counts in the column', `requireFormulaSatisfied('=COUNTIF(B:B;B2)=1')`, ['new'], ['taken']],
])('a strict rule: %s', (_title, criterion, good, bad) => {
  const body = (value: unknown) =>
    `sheet.getRange('B9').setValue('taken'); const cell = sheet.getRange('B2'); cell.setDataValidation(${rule(criterion)}); cell.setValue(${JSON.stringify(value)});`;
  for (const value of good) expect([value, failureOf(body(value))]).toEqual([value, 'nothing thrown']);
  for (const value of bad) expect([value, failureOf(body(value))]).toEqual([value, broken('B2')]);
});

test('one bad cell fails the whole write, and says which', () => {
  const host = hostOf(
    mainOf(`
    sheet.getRange('B2:B4').setDataValidation(${rule(`requireValueInList(['a'])`)});
    sheet.getRange('A1:B4').setValues([[1, 1], [1, 'a'], [1, 'b'], [1, 'c']]);`),
  );
  expect(() => host.run('main')).toThrow('The data you entered in cell B3 violates the data validation rules set on this cell.');
  expect(host.values('Sheet1')).toEqual([]);
});

test('a warning rule lets everything pass', () => {
  expect(
    failureOf(
      `sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build()).setValue('soon')`,
    ),
  ).toBe('nothing thrown');
});

test('a rule by range follows its list', () => {
  const strict = rule(`requireValueInRange(sheet.getRange('D1:D9'))`);
  expect(
    failureOf(
      `sheet.getRange('A1').setDataValidation(${strict}); sheet.getRange('D5').setValue('x'); sheet.getRange('A1').setValue('x')`,
    ),
  ).toBe('nothing thrown');
  expect(failureOf(`sheet.getRange('A1').setDataValidation(${strict}).setValue('x')`)).toBe(broken('A1'));
});

test('each cell of a range is judged by its own formula', () => {
  const strict = rule(`requireFormulaSatisfied('=B2=C2')`);
  const body = (value: number) =>
    `sheet.getRange('B2:B4').setDataValidation(${strict}); sheet.getRange('C2:C4').setValues([[1], [2], [3]]); sheet.getRange('B4').setValue(${value})`;
  expect(failureOf(body(3))).toBe('nothing thrown');
  expect(failureOf(body(1))).toBe(broken('B4'));
  expect(
    resultOf(
      `sheet.getRange('B2:B4').setDataValidation(${strict}); return sheet.getRange('B4').getDataValidation().getCriteriaValues()`,
    ),
  ).toEqual(['=B4=C4']);
});

test('the last criterion named is the one that counts', () => {
  expect(
    resultOf(
      `const r = SpreadsheetApp.newDataValidation().requireDate().requireTextIsEmail().build(); return String(r.getCriteriaType())`,
    ),
  ).toBe('TEXT_IS_VALID_EMAIL');
});

test.each([
  [`requireValueInList(['a', 'b'])`, 'VALUE_IN_LIST', [['a', 'b'], true]],
  [`requireValueInList(['a'], false)`, 'VALUE_IN_LIST', [['a'], false]],
  [`requireNumberBetween(1, 2)`, 'NUMBER_BETWEEN', [1, 2]],
  [`requireDateOnOrAfter(new Date(2026, 0, 5, 18))`, 'DATE_ON_OR_AFTER', ['2026-01-04T16:00:00.000Z']],
  [`withCriteria(SpreadsheetApp.DataValidationCriteria.DATE_AFTER, ['=I1'])`, 'DATE_AFTER', ['=I1']],
  [`requireFormulaSatisfied('=AND(A1>0;A1<9)')`, 'CUSTOM_FORMULA', ['=AND(A1>0,A1<9)']],
  [`requireCheckbox()`, 'CHECKBOX', []],
])('%s reads back', (criterion, type, values) => {
  const body = `const cell = sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().${criterion}.setHelpText('why').build());
    const rule = cell.getDataValidations()[0][0]; return [String(rule.getCriteriaType()), rule.getCriteriaValues(), rule.getAllowInvalid(), rule.getHelpText()]`;
  expect(resultOf(body)).toEqual([type, values, true, 'why']);
});

test('a date criterion takes no formula but through withCriteria', () => {
  expect(failureOf(`SpreadsheetApp.newDataValidation().requireDateAfter('=I1')`)).toBe(
    `Exception: The parameters (String) don't match the method signature for SpreadsheetApp.DataValidationBuilder.requireDateAfter.`,
  );
});

test('a list takes 500 items', () => {
  const items = (count: number) =>
    `SpreadsheetApp.newDataValidation().requireValueInList(Array.from({ length: ${count} }, (_, i) => 'x' + i))`;
  expect(failureOf(items(500))).toBe('nothing thrown');
  expect(failureOf(items(501))).toContain("limit of 500. Use the 'List from a range' criteria");
});

test('people are refused by strict rules when they type, not when they paste', () => {
  const host = hostOf(mainOf(`sheet.getRange('B2:B9').setDataValidation(${rule(`requireValueInList(['a'])`)})`));
  host.run('main');
  expect(() => host.edit('Sheet1!B2', 'b')).toThrow('The data you entered in cell B2 violates');
  host.edit('Sheet1!B2', 'a');
  host.paste('Sheet1!B3', [['b']], { valuesOnly: true });
  host.paste('Sheet1!B4', [['c']]);
  expect(host.values('Sheet1').map((line) => line[1])).toEqual([null, 'a', 'b', 'c']);
  // The paste with all took the rule away, the paste of values left it.
  expect(() => host.edit('Sheet1!B3', 'd')).toThrow('The data you entered in cell B3 violates');
  host.edit('Sheet1!B4', 'd');
});

test('conditional format rules are replaced wholesale and read back in order', () => {
  const body = `
    const make = (formula, a1) => SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(formula).setBackground('#FFF0F0').setFontColor('red').setBold(true).setRanges([sheet.getRange(a1), sheet.getRange('Z1')]).build();
    sheet.setConditionalFormatRules([make('=$A1="x"', 'A1:B9')]);
    sheet.setConditionalFormatRules([make('=$A1;1', 'A2'), make('=$A3=1', 'A3')]);
    return sheet.getConditionalFormatRules().map((rule) => { const c = rule.getBooleanCondition(); return [rule.getRanges().map((r) => r.getA1Notation()), String(c.getCriteriaType()), c.getCriteriaValues(), c.getBackground(), c.getFontColor(), c.getBold(), c.getItalic(), rule.getGradientCondition()] })`;
  const looks = ['#fff0f0', '#ff0000', true, null, null];
  expect(resultOf(body)).toEqual([
    [['A2', 'Z1'], 'CUSTOM_FORMULA', ['=$A1,1'], ...looks],
    [['A3', 'Z1'], 'CUSTOM_FORMULA', ['=$A3=1'], ...looks],
  ]);
});

test('a set colour is told, a conditional one is not', () => {
  const body = `sheet.getRange('A1').setBackground('grey'); const rule = SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setBackground('#ff0000').setRanges([sheet.getRange('A1')]).build();
    sheet.setConditionalFormatRules([rule]); return [sheet.getRange('A1').getBackground(), sheet.getRange('A1').setBackground('no colour').getBackground()]`;
  expect(plain(resultOf(body))).toEqual(['#808080', '#ffffff']);
});
