// Copying, sorting, finding, lists of ranges, looks; Utilities.
import fc from 'fast-check';
import { failureOf, hostOf, resultOf } from './script';

const STRIPE = `sheet.getRange('A1:B1').setValues([[1, 'x']]).setBackground('#00ff00'); sheet.getRange('B1').setFormula('=A1+1'); sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThanOrEqualTo(0).build()); const seen = (a1) => [sheet.getRange(a1).getValue(), sheet.getRange(a1).getFormula(), sheet.getRange(a1).getBackground(), sheet.getRange(a1).getDataValidation() !== null];`;

test.each([
  [
    'everything',
    `sheet.getRange('A1:B1').copyTo(sheet.getRange('A5')); return [seen('A5'), seen('B5')]`,
    [
      [1, '', '#00ff00', true],
      [2, '=A5+1', '#00ff00', false],
    ],
  ],
  [
    'values only',
    `sheet.getRange('A1:B1').copyTo(sheet.getRange('A5'), SpreadsheetApp.CopyPasteType.PASTE_VALUES, false); return [seen('A5'), seen('B5')]`,
    [
      [1, '', '#ffffff', false],
      [2, '', '#ffffff', false],
    ],
  ],
  [
    'contents only, by options',
    `sheet.getRange('A1').copyTo(sheet.getRange('A5'), { contentsOnly: true }); return [seen('A5')]`,
    [[1, '', '#ffffff', false]],
  ],
  [
    'looks only',
    `sheet.getRange('A1').copyTo(sheet.getRange('A5:A6'), SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false); return [seen('A5'), seen('A6'), seen('A7')]`,
    [
      ['', '', '#00ff00', false],
      ['', '', '#00ff00', false],
      ['', '', '#ffffff', false],
    ],
  ],
  [
    'rules only',
    `sheet.getRange('A1').copyTo(sheet.getRange('A5:A6'), SpreadsheetApp.CopyPasteType.PASTE_DATA_VALIDATION, false); return [seen('A6')]`,
    [['', '', '#ffffff', true]],
  ],
  [
    'a larger place is tiled',
    `sheet.getRange('A1').copyTo(sheet.getRange('A5:B6')); return [seen('B6')]`,
    [[1, '', '#00ff00', true]],
  ],
  [
    'a smaller one is overrun',
    `sheet.getRange('A1:B1').copyTo(sheet.getRange('C5')); return [seen('D5')]`,
    [[2, '=C5+1', '#00ff00', false]],
  ],
])('copyTo: %s', (_title, body, value) => {
  expect(resultOf(STRIPE + body)).toEqual(value);
});

test.each([
  [
    'numbers, text, truth values, blanks last',
    `sheet.getRange('A1:A6').setValues([['b'], [true], [''], [2], ['A'], [1]]).sort(1); return sheet.getRange('A1:A6').getValues().map((l) => l[0])`,
    [1, 2, 'A', 'b', true, ''],
  ],
  [
    'descending, blanks still last',
    `sheet.getRange('A1:A4').setValues([[1], [''], [3], [2]]).sort({ column: 1, ascending: false }); return sheet.getRange('A1:A4').getValues().map((l) => l[0])`,
    [3, 2, 1, ''],
  ],
  [
    'by two columns',
    `sheet.getRange('A1:B3').setValues([['b', 1], ['a', 2], ['a', 1]]).sort([1, { column: 2, ascending: false }]); return sheet.getRange('A1:B3').getValues()`,
    [
      ['a', 2],
      ['a', 1],
      ['b', 1],
    ],
  ],
  [
    'formulas read their new row',
    `sheet.getRange('A1:A2').setValues([[2], [1]]); sheet.getRange('B1:B2').setFormulas([['=A1*10'], ['=A2*10']]); sheet.getRange('A1:B2').sort(1); return [sheet.getRange('B1:B2').getFormulas(), sheet.getRange('B1:B2').getValues()]`,
    [
      [['=A1*10'], ['=A2*10']],
      [[10], [20]],
    ],
  ],
  [
    'looks, rules and notes go along',
    `sheet.getRange('A1:A2').setValues([[2], [1]]); sheet.getRange('A1').setBackground('#ff0000').setNote('two').insertCheckboxes(2, 0).setValue(2); sheet.getRange('A1:A2').sort(1); return [sheet.getRange('A2').getBackground(), sheet.getRange('A1').getBackground(), sheet.getRange('A2').getNote(), sheet.getRange('A1').getNote(), sheet.getRange('A2').getDataValidation() !== null]`,
    ['#ff0000', '#ffffff', 'two', '', true],
  ],
  [
    'columns outside stay',
    `sheet.getRange('A1:B2').setValues([[2, 'x'], [1, 'y']]); sheet.getRange('A1:A2').sort(1); return sheet.getRange('A1:B2').getValues()`,
    [
      [1, 'x'],
      [2, 'y'],
    ],
  ],
])('sort: %s', (_title, body, value) => {
  expect(resultOf(body)).toEqual(value);
});

test('sorting keeps every row whole and equal rows in order', () => {
  const host = hostOf(
    `function sort(rows) { const range = SpreadsheetApp.getActiveSheet().getRange(1, 1, rows.length, 2); range.setValues(rows).sort(1); return range.getValues() }`,
  );
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 30 }), (keys) => {
      const rows = keys.map((key, i) => [key, i]);
      // Oracle: Array.prototype.sort is stable.
      expect(host.run('sort', rows)).toEqual([...rows].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)));
    }),
    { seed: 20260101, numRuns: 40 },
  );
});

test.each([
  [
    'all places, by row',
    `sheet.getRange('A1:B2').setValues([['ab', 'x'], ['B', 'cab']]); return sheet.createTextFinder('b').findAll().map((r) => r.getA1Notation())`,
    ['A1', 'A2', 'B2'],
  ],
  [
    'by case',
    `sheet.getRange('A1:A2').setValues([['b'], ['B']]); return sheet.createTextFinder('B').matchCase(true).findAll().length`,
    1,
  ],
  [
    'whole cells',
    `sheet.getRange('A1:A2').setValues([['C-1'], ['C-10']]); return sheet.getRange('A:A').createTextFinder('C-1').matchEntireCell(true).findAll().map((r) => r.getRow())`,
    [1],
  ],
  [
    'what is shown',
    `sheet.getRange('A1').setValue('2026-01-05'); return sheet.createTextFinder('01-05').findNext() !== null`,
    true,
  ],
  [
    'one after the other',
    `sheet.getRange('A1:A2').setValues([['x'], ['x']]); const f = sheet.createTextFinder('x'); return [f.findNext().getRow(), f.findNext().getRow(), f.findNext()]`,
    [1, 2, null],
  ],
  [
    'dots are dots',
    `sheet.getRange('A1').setValue('a.b'); return [sheet.createTextFinder('a.b').findAll().length, sheet.createTextFinder('axb').findAll().length, sheet.createTextFinder('a.b').useRegularExpression(true).findAll().length]`,
    [1, 0, 1],
  ],
  [
    'replacing',
    `sheet.getRange('A1:A2').setValues([['x1'], ['y']]); return [sheet.createTextFinder('x').replaceAllWith('z$1'), sheet.getRange('A1').getValue()]`,
    [1, 'z$11'],
  ],
])('TextFinder: %s', (_title, body, value) => {
  expect(resultOf(body)).toEqual(value);
});

test('a table made by hand takes values, no looks and no rules', () => {
  const host = hostOf(
    `function write() { SpreadsheetApp.getActiveSheet().getRange('B2').setValue(1) } function act(name) { const range = SpreadsheetApp.getActiveSheet().getRange('B2'); name === 'setBackground' ? range.setBackground('red') : range[name]() }`,
  );
  host.makeTable('Sheet1!A1:C9');
  host.run('write');
  for (const name of ['setBackground', 'clearDataValidations', 'clear', 'insertCheckboxes', 'clearFormat']) {
    expect(() => host.run('act', name)).toThrow('This operation is not allowed on cells in typed columns.');
  }
  expect(host.values('Sheet1')[1]).toEqual([null, 1]);
});

test('a list of ranges is set in one write', () => {
  const host = hostOf(
    `function main() { const list = SpreadsheetApp.getActiveSheet().getRangeList(['A1', 'C3:D4']); list.setBackground('#ff0000'); return list.getRanges().map((r) => r.getBackgrounds()) }`,
  );
  expect(host.run('main')).toEqual([
    [['#ff0000']],
    [
      ['#ff0000', '#ff0000'],
      ['#ff0000', '#ff0000'],
    ],
  ]);
  expect(host.calls.byMethod['RangeList.setBackground']).toBe(1);
  expect(host.calls.writes).toBe(1);
});

test.each([
  ['colours', `return sheet.getRange('A1:B1').setBackgrounds([['#F00', 'green']]).getBackgrounds()`, [['#ff0000', '#008000']]],
  [
    'alignments',
    `return [null, 'normal', 'center'].map((a) => sheet.getRange('A1').setHorizontalAlignment(a).getHorizontalAlignment())`,
    ['general', 'general-left', 'center'],
  ],
  [
    'fresh cells say they wrap',
    `return [sheet.getRange('A1').getWrap(), sheet.getRange('A1').setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP).getWrap()]`,
    [true, false],
  ],
  [
    'merging keeps the first value',
    `sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]).merge(); return [sheet.getRange('A1:B2').getValues(), sheet.getRange('B2').isPartOfMerge()]`,
    [
      [
        [1, ''],
        ['', ''],
      ],
      true,
    ],
  ],
  [
    'clear leaves rules',
    `const c = sheet.getRange('A1').setValue(1).setBackground('red').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build()).clear(); return [c.getValue(), c.getBackground(), c.getDataValidation() !== null]`,
    ['', '#ffffff', true],
  ],
  [
    'clearContent leaves looks',
    `const c = sheet.getRange('A1').setValue(1).setBackground('#ff0000').clearContent(); return [c.getValue(), c.getBackground()]`,
    ['', '#ff0000'],
  ],
  [
    'appendRow goes below the last content',
    `sheet.getRange('B7').setValue(1); sheet.appendRow(['x', 'y']); return sheet.getRange('A8:B8').getValues()`,
    [['x', 'y']],
  ],
])('%s', (_title, body, value) => {
  expect(resultOf(body)).toEqual(value);
});

test.each([
  [
    'digests are signed bytes',
    `return Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'abc').slice(0, 4)`,
    [-112, 1, 80, -104],
  ],
  [
    'text is ASCII unless told',
    `const d = (t, ...c) => Utilities.base64Encode(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, t, ...c)); return [d('客') === d('?'), d('客', Utilities.Charset.UTF_8) === d('?')]`,
    [true, false],
  ],
  [
    'base 64 both ways',
    `return [Utilities.base64Encode('héllo', Utilities.Charset.UTF_8), Utilities.newBlob(Utilities.base64Decode('5a6i')).getDataAsString()]`,
    ['aMOpbGxv', '客'],
  ],
  [
    'gzip both ways',
    `const b = Utilities.gzip(Utilities.newBlob('客户'.repeat(99), 'text/plain', 'a.txt')); return [b.getName(), b.getBytes().length < 99, Utilities.ungzip(b).getDataAsString() === '客户'.repeat(99)]`,
    ['a.txt.gz', true, true],
  ],
  [
    'ids never come twice',
    `return [Utilities.getUuid() === Utilities.getUuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/.test(Utilities.getUuid())]`,
    [false, true],
  ],
  [
    'dates by zone',
    `return ['Asia/Shanghai', 'UTC', 'Nowhere/Land'].map((z) => Utilities.formatDate(new Date(0), z, 'HH:mm'))`,
    ['08:00', '00:00', '00:00'],
  ],
])('Utilities: %s', (_title, body, value) => {
  expect(resultOf(body)).toEqual(value);
});

test('a page that is not there is named', () => {
  expect(failureOf(`HtmlService.createHtmlOutputFromFile('Missing')`)).toBe('Exception: No HTML file named Missing was found.');
});

test('dates come where a format shows one, each a date of its own, however many rows are read', () => {
  const body = `sheet.insertRowsAfter(sheet.getMaxRows(), 1000);
    sheet.getRange('A1:C900').setValues(Array.from({ length: 900 }, () => [1, 46092, 46092]));
    sheet.getRange('B200:B700').setNumberFormat('yyyy-mm-dd');
    const grid = sheet.getRange('B1:C900').getValues();
    const days = grid.flatMap(([day, number], i) => (day instanceof Date && number === 46092 ? [i + 1] : []));
    const [one, other] = [grid[199][0], grid[200][0]];
    return [days.length, days[0], days[days.length - 1], Utilities.formatDate(other, 'Asia/Shanghai', 'yyyy-MM-dd HH:mm'), one === other]`;
  expect(resultOf(body)).toEqual([501, 200, 700, '2026-03-11 00:00', false]);
});
