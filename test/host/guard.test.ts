// The guard: only what Apps Script has is there, arguments must fit, and what is missing here says so by name.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pricedMethods } from '../../local/host/costs';
import { exposedMethods } from '../../local/host/index';
import table from '../../local/host/surface.generated.json';
import { failureOf, resultOf } from './script';

const classes = table.classes as Record<string, Record<string, string>>;

test('the table of signatures is the one the official types give', () => {
  const fresh = execFileSync(process.execPath, ['scripts/surface.mjs', '--print'], { encoding: 'utf8' });
  expect(fresh).toBe(readFileSync('local/host/surface.generated.json', 'utf8'));
});

test.each([
  [
    'text where a grid belongs',
    `sheet.getRange('A1').setValues('x')`,
    'Exception',
    `The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.`,
  ],
  [
    'one row where rows belong',
    `sheet.getRange('A1').setValues([1, 2])`,
    'Exception',
    `The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.`,
  ],
  [
    'too few arguments',
    `sheet.getRange(1)`,
    'Exception',
    `The parameters (number) don't match the method signature for SpreadsheetApp.Sheet.getRange.`,
  ],
  [
    'too many arguments',
    `SpreadsheetApp.flush(1)`,
    'Exception',
    `The parameters (number) don't match the method signature for SpreadsheetApp.flush.`,
  ],
  [
    'text where a number belongs',
    `sheet.getRange('1', 2)`,
    'Exception',
    `The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.`,
  ],
  [
    'null where text belongs',
    `sheet.getRange('A1').setNumberFormat(null)`,
    'Exception',
    `The parameters (null) don't match the method signature for SpreadsheetApp.Range.setNumberFormat.`,
  ],
  [
    'undefined is told as null',
    `ss.getSheetByName(undefined)`,
    'Exception',
    `The parameters (null) don't match the method signature for SpreadsheetApp.Spreadsheet.getSheetByName.`,
  ],
  [
    'a plain object where a sheet belongs',
    `ss.deleteSheet({})`,
    'Exception',
    `The parameters ((class)) don't match the method signature for SpreadsheetApp.Spreadsheet.deleteSheet.`,
  ],
  [
    'the wrong class',
    `ss.deleteSheet(sheet.getRange('A1'))`,
    'Exception',
    `The parameters (SpreadsheetApp.Range) don't match the method signature for SpreadsheetApp.Spreadsheet.deleteSheet.`,
  ],
  [
    'the name of an enum where its value belongs',
    `ss.getProtections('RANGE')`,
    'Exception',
    `The parameters (String) don't match the method signature for SpreadsheetApp.Spreadsheet.getProtections.`,
  ],
  [
    'another service',
    `Utilities.formatDate('2026', 'GMT', 'yyyy')`,
    'Exception',
    `The parameters (String,String,String) don't match the method signature for Utilities.formatDate.`,
  ],
  ['a misspelt method', `sheet.getRange('A1').setValeu(1)`, 'TypeError', 'SpreadsheetApp.Range has no member setValeu'],
  [
    'a misspelt value of an enum',
    `SpreadsheetApp.ProtectionType.RANG`,
    'TypeError',
    'SpreadsheetApp.ProtectionType has no value RANG',
  ],
  ['assigning to a host object', `sheet.colour = 1`, 'TypeError', 'SpreadsheetApp.Sheet has no member colour'],
  [
    'a real method that is not built here',
    `sheet.getRange('A1').setRichTextValue(1)`,
    'Error',
    '[local host] Spreadsheet.Range.setRichTextValue() exists in Apps Script but is not implemented locally',
  ],
])('%s', (_title, body, name, message) => {
  expect(failureOf(body)).toBe(`${name}: ${message}`);
});

test.each([
  ['numbers become text where text belongs', `sheet.setName(2026); return sheet.getName()`, '2026'],
  ['null where the types allow it', `return sheet.getRange('A1').setBackground(null).getBackground()`, '#ffffff'],
  [
    'text of a closed list',
    `const list = sheet.getRangeList(['A1']); list.setFontWeight('bold').setFontStyle('italic').setFontLine('underline'); return sheet.getRange('A1').getFontWeights()`,
    [['bold']],
  ],
  ['an object names its class', `return String(sheet.getRange('A1'))`, 'Range'],
  ['an enum value names itself', `return String(SpreadsheetApp.ProtectionType.RANGE)`, 'RANGE'],
  ['an enum value is one object', `return SpreadsheetApp.WrapStrategy.CLIP === SpreadsheetApp.WrapStrategy.CLIP`, true],
  [
    'nothing of ours shows',
    `const seen = []; for (const key in sheet.getRange('A1')) if (classesOf(key)) seen.push(key); return seen; function classesOf(key) { return ['area', 'world', 'handle', 'model', 'span'].includes(key) }`,
    [],
  ],
])('%s', (_title, body, value) => {
  expect(resultOf(body)).toEqual(value);
});

test('results belong to the realm of the script', () => {
  const body = `
    sheet.getRange('A1').setValue(new Date(2026, 0, 5));
    const values = sheet.getRange('A1:B2').getValues();
    let caught; try { sheet.getRange(0, 1) } catch (error) { caught = error }
    let typed; try { sheet.nothing } catch (error) { typed = error }
    return [values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date, ss.getSheets() instanceof Array,
      caught instanceof Error, caught.name, typed instanceof TypeError,
      PropertiesService.getDocumentProperties().getProperties() instanceof Object];`;
  expect(resultOf(body)).toEqual([true, true, true, true, true, 'Exception', true, true]);
});

test('every method that has a price exists in Apps Script', () => {
  const unknown = pricedMethods.filter((name) => {
    const [namespace, className, method = ''] = name.split('.');
    return classes[`${namespace}.${className}`]?.[method] === undefined;
  });
  expect(unknown).toEqual([]);
});

/** Names that the bundle's services share with classes of ours it does not call them on. */
const OTHER_RECEIVERS: Readonly<Record<string, readonly string[]>> = {
  'Base.Logger': ['clear'],
  'HTML.HtmlOutput': ['clear'],
  'Spreadsheet.Filter': ['sort'],
  'Spreadsheet.NamedRange': ['setName'],
  'Spreadsheet.Range': ['getFontColor'],
  'Spreadsheet.RangeList': ['activate'],
  'Spreadsheet.Sheet': ['copyTo'],
  'Spreadsheet.Spreadsheet': Object.keys(classes['Spreadsheet.Sheet'] ?? {}).concat('addEditor', 'addEditors'),
  'Spreadsheet.SpreadsheetApp': ['create', 'open'],
};

test('whatever the bundle calls is built here', () => {
  const sources = ['src/gateway', 'src/app'].flatMap((folder) =>
    (readdirSync(folder, { recursive: true }) as string[])
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  );
  const called = new Set(sources.flatMap((text) => Array.from(text.matchAll(/\.([A-Za-z]+)\(/g), (match) => match[1] ?? '')));
  expect(called.size).toBeGreaterThan(50);
  const missing = [...exposedMethods()].flatMap(([className, methods]) =>
    Object.keys(classes[className] ?? {})
      .filter((method) => called.has(method) && !methods.includes(method) && !OTHER_RECEIVERS[className]?.includes(method))
      .map((method) => `${className}.${method}`),
  );
  expect(missing).toEqual([]);
});
