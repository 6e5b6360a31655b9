// What becomes of text in a cell: numbers, days, truth values, formulas, errors; by locale and number format.
import fc from 'fast-check';
import { hostOf, mainOf, plain } from './script';

type Kept = string | number | boolean | null | { error: string };

interface Case {
  readonly typed: string | number | boolean | null;
  readonly kept: Kept;
  readonly shown: string;
  readonly formula?: string;
  readonly locale?: string;
  /** Number format the cell has before. */
  readonly format?: string;
}

const cases: Readonly<Record<string, Case>> = {
  'leading zeros are lost': { typed: '007', kept: 7, shown: '7' },
  'unless the cell is plain text': { typed: '007', format: '@', kept: '007', shown: '007' },
  'a leading apostrophe makes text and goes': { typed: "'007", kept: '007', shown: '007' },
  'in a text cell too': { typed: "'=1+1", format: '@', kept: '=1+1', shown: '=1+1' },
  'only one of two goes': { typed: "''x", kept: "'x", shown: "'x" },
  'a phone with plus and spaces is a broken formula': {
    typed: '+86 138 0013 8000',
    kept: { error: '#ERROR!' },
    shown: '#ERROR!',
  },
  'and text in a text cell': { typed: '+86 138 0013 8000', format: '@', kept: '+86 138 0013 8000', shown: '+86 138 0013 8000' },
  'a phone of figures alone loses its plus': { typed: '+8613800138000', kept: 8613800138000, shown: '8613800138000' },
  'a leading at sign is an error': { typed: '@ann', kept: { error: '#ERROR!' }, shown: '#ERROR!' },
  'a dash before words is a formula': { typed: '-call', kept: { error: '#NAME?' }, shown: '#NAME?', formula: '=-call' },
  'a formula is computed': { typed: '=1+2', kept: 3, shown: '3', formula: '=1+2' },
  'its semicolons become commas': { typed: '=SUM(1;2)', kept: 3, shown: '3', formula: '=SUM(1,2)' },
  'not those inside text': { typed: '=LEN("a;b")', kept: 3, shown: '3', formula: '=LEN("a;b")' },
  'a broken formula': { typed: '=1+', kept: { error: '#ERROR!' }, shown: '#ERROR!' },
  'a formula stays text in a text cell': { typed: '=1+2', format: '@', kept: '=1+2', shown: '=1+2' },
  'a lone equals sign': { typed: '=', kept: '=', shown: '=' },
  'a minus makes a number': { typed: '-5', kept: -5, shown: '-5' },
  'brackets make a negative number': { typed: '(5)', kept: -5, shown: '-5' },
  'groups of thousands': { typed: '1,234,567', kept: 1234567, shown: '1,234,567' },
  'with decimals': { typed: '1,234.5', kept: 1234.5, shown: '1,234.50' },
  'wrong groups are text': { typed: '12,34', kept: '12,34', shown: '12,34' },
  'German figures': { typed: '1.234,5', locale: 'de_DE', kept: 1234.5, shown: '1.234,50' },
  'a decimal point makes a day in German': { typed: '1.5', locale: 'de_DE', kept: 46143, shown: '1.5' },
  'per cent': { typed: '50%', kept: 0.5, shown: '50%' },
  'per cent with decimals': { typed: '12.5%', kept: 0.125, shown: '12.50%' },
  dollars: { typed: '$1,200', kept: 1200, shown: '$1,200' },
  yuan: { typed: '¥88.5', locale: 'zh_CN', kept: 88.5, shown: '¥88.50' },
  'powers of ten': { typed: '1e5', kept: 100000, shown: '1.00E+05' },
  'an id like a power of ten': { typed: '12E3', kept: 12000, shown: '1.20E+04' },
  'long numbers lose figures': {
    typed: '91310000123456789012',
    kept: Number('91310000123456789012'),
    shown: '9.131E+19',
  },
  'true in any case': { typed: 'True', kept: true, shown: 'TRUE' },
  'true as text in a text cell': { typed: 'TRUE', format: '@', kept: 'TRUE', shown: 'TRUE' },
  'a day in figures': { typed: '2026-01-05', kept: 46027, shown: '2026-01-05' },
  'a day with slashes in China': { typed: '2026/1/5', locale: 'zh_CN', kept: 46027, shown: '2026/1/5' },
  'a day in Chinese': { typed: '2026年1月5日', locale: 'zh_CN', kept: 46027, shown: '2026年1月5日' },
  'month first in America': { typed: '1/5/2026', kept: 46027, shown: '1/5/2026' },
  'day first in Britain': { typed: '1/5/2026', locale: 'en_GB', kept: 46143, shown: '01/05/2026' },
  'dots in Germany': { typed: '5.1.2026', locale: 'de_DE', kept: 46027, shown: '05.01.2026' },
  'dots mean nothing in America': { typed: '5.1.2026', kept: '5.1.2026', shown: '5.1.2026' },
  'a day without a year is this year': { typed: '1/5', kept: 46027, shown: '1/5' },
  'a named month': { typed: 'Jan 5, 2026', kept: 46027, shown: 'Jan 5, 2026' },
  'no such day': { typed: '2026-02-30', kept: '2026-02-30', shown: '2026-02-30' },
  'the thirteenth month': { typed: '13/5/2026', kept: '13/5/2026', shown: '13/5/2026' },
  'a day in a formatted cell keeps the format': { typed: '2026-01-05', format: 'yyyy/mm/dd', kept: 46027, shown: '2026/01/05' },
  'a day in a text cell': { typed: '2026-01-05', format: '@', kept: '2026-01-05', shown: '2026-01-05' },
  'a day with a time': { typed: '2026-01-05 18:30', kept: 46027.770833333336, shown: '2026-01-05 6:30:00 PM' },
  'a time': { typed: '18:30', locale: 'zh_CN', kept: 0.7708333333333334, shown: '18:30:00' },
  'words with figures': { typed: '3 kg', kept: '3 kg', shown: '3 kg' },
  'Chinese words': { typed: '上海明远机械', kept: '上海明远机械', shown: '上海明远机械' },
  'spaces stay around text': { typed: ' a ', kept: ' a ', shown: ' a ' },
  'spaces go around numbers': { typed: ' 5 ', kept: 5, shown: '5' },
  'nothing empties the cell': { typed: '', kept: null, shown: '' },
  'a number': { typed: 1.005, kept: 1.005, shown: '1.005' },
  'a number in a text cell': { typed: 5, format: '@', kept: '5', shown: '5' },
  'a number no cell holds': { typed: Number.POSITIVE_INFINITY, kept: { error: '#NUM!' }, shown: '#NUM!' },
};

test.each(Object.entries(cases))('%s', (_title, { typed, kept, shown, formula = '', locale = 'en_US', format }) => {
  const write = mainOf(`
    const cell = sheet.getRange('B2');
    if (${JSON.stringify(format ?? null)} !== null) cell.setNumberFormat(${JSON.stringify(format ?? '')});
    cell.setValue(${typeof typed === 'number' ? String(typed) : JSON.stringify(typed)});
    return [cell.getFormula(), cell.getDisplayValue()];`);
  const host = hostOf(write, { locale });
  const [gotFormula, gotShown] = host.run('main') as [string, string];
  const sheet = host.book.sheets[0];
  expect({ kept: sheet?.cells[1]?.[1] ?? null, shown: gotShown, formula: gotFormula }).toEqual({ kept, shown, formula });
});

test('people and scripts are read alike', () => {
  const typable = Object.values(cases).filter(({ locale, format, typed }) => !locale && !format && typeof typed === 'string');
  expect(typable.length).toBeGreaterThan(20);
  const host = hostOf(mainOf(''));
  typable.forEach(({ typed }, i) => {
    host.edit(`Sheet1!A${i + 1}`, typed);
  });
  host.edit('Sheet1!B1', 'end');
  expect(typable.map((_, i) => host.book.sheets[0]?.cells[i]?.[0] ?? null)).toEqual(typable.map(({ kept }) => kept));
});

test.each([
  ['blank cells are empty text', `return sheet.getRange('A1:B1').getValues()`, [['', '']]],
  ['errors are their text', `return sheet.getRange('A1').setValue('=1/0').getValue()`, '#DIV/0!'],
  [
    'a number in a cell formatted as a day is a date',
    `return sheet.getRange('A1').setNumberFormat('yyyy-mm-dd').setValue(46027).getValue().toISOString()`,
    '2026-01-04T16:00:00.000Z',
  ],
  [
    'a date comes back as the same instant',
    `const d = new Date(2026, 0, 5, 18, 30); return sheet.getRange('A1').setValue(d).getValue().getTime() === d.getTime()`,
    true,
  ],
  ['a date gives the cell a format', `return sheet.getRange('A1').setValue(new Date(2026, 0, 5)).getDisplayValue()`, '1/5/2026'],
  ['the automatic format reads as a pattern', `return sheet.getRange('A1').getNumberFormat()`, '0.###############'],
  [
    'general resets',
    `return sheet.getRange('A1').setNumberFormat('0.00').setNumberFormat('general').getNumberFormat()`,
    '0.###############',
  ],
  [
    'a formula that shows nothing is content',
    `sheet.getRange('A7').setFormula('=""'); return [sheet.getLastRow(), sheet.getRange('A7').getValue()]`,
    [7, ''],
  ],
  [
    'an unticked box is content',
    `sheet.getRange('A5:A9').insertCheckboxes(); return [sheet.getLastRow(), sheet.getRange('A9').getValue()]`,
    [9, false],
  ],
  [
    'formats and rules are not content',
    `sheet.getRange('A5').setBackground('red').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build()); return [sheet.getLastRow(), sheet.getLastColumn()]`,
    [0, 0],
  ],
  ['a value clears the formula', `return sheet.getRange('A1').setFormula('=1').setValue(2).getFormula()`, ''],
  [
    'a note as a number',
    `return [sheet.getRange('A1').setNote(25).getNote(), sheet.getRange('A1').setNotes([[25]]).getNote()]`,
    ['25', '25.0'],
  ],
])('%s', (_title, body, value) => {
  expect(plain(hostOf(mainOf(body)).run('main'))).toEqual(value);
});

test('a day in another zone than the script is the day of the file', () => {
  const host = hostOf(
    mainOf(`const value = sheet.getRange('A1').setValue('2026-01-05').getValue();
    return [Utilities.formatDate(value, ss.getSpreadsheetTimeZone(), 'yyyy-MM-dd HH:mm'), value.getDate()]`),
    { timeZone: 'America/New_York' },
  );
  // Midnight in New York is noon in Shanghai, where the script lives.
  expect(plain(host.run('main'))).toEqual(['2026-01-05 00:00', 5]);
});

test('text in text cells comes back as it went in, whatever it is', () => {
  const host = hostOf(
    'function put(texts) { SpreadsheetApp.getActiveSheet().getRange(1, 1, texts.length, 1).setNumberFormat("@").setValues(texts.map((t) => [t])); return SpreadsheetApp.getActiveSheet().getRange(1, 1, texts.length, 1).getValues().map((line) => line[0]); }',
  );
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1', '+1', '-1', '@x', '\t=1', '1e9', 'TRUE'),
  );
  fc.assert(
    fc.property(
      fc.array(
        text.filter((one) => !one.startsWith("'")),
        { minLength: 1, maxLength: 20 },
      ),
      (texts) => {
        expect(plain(host.run('put', texts))).toEqual(texts);
      },
    ),
    { seed: 20260101, numRuns: 50 },
  );
});
