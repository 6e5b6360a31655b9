// What a person does beyond typing: copies cells, takes an edit back, filters rows; and what a cell says to whoever opens it.
import fc from 'fast-check';
import { invalidCells } from '../../local/host/index';
import { inputOf } from '../../local/host/input';
import { typeValue } from '../../local/host/typing';
import { ANN, BEN, hostOf, mainOf, OWNER } from './script';

const NOTED = `function onEdit(e) { console.log(JSON.stringify([e.range.getA1Notation(), e.value, e.oldValue])) }`;
const said = (host: { logs: readonly { text: string }[] }) => host.logs.map(({ text }) => JSON.parse(text) as unknown);
const FURNISH = mainOf(`
  sheet.getRange('A1:B4').setValues([['name', 'n'], ['ann', 1], ['ben', 2], ['cid', 3]]);
  sheet.getRange('B2').setBackground('#ff0000').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(1, 9).build());
  sheet.getRange('C2').setFormula('=B2*2');`);

function furnished(events = '') {
  const host = hostOf(`${FURNISH} ${events}`);
  host.run('main');
  return host;
}

test('a copy carries contents, looks and rules; formulas speak of their new neighbours', () => {
  const host = furnished(NOTED);
  host.copy('Sheet1!B2:C2', 'Sheet1!B3:C4');
  expect(host.values('Sheet1').slice(1)).toEqual([
    ['ann', 1, 2],
    ['ben', 1, 2],
    ['cid', 1, 2],
  ]);
  const [sheet] = host.book.sheets;
  expect(sheet?.formulas.get(4)?.get(3)).toBe('=B4*2');
  expect(sheet?.styles.get(2)?.at(4)?.background).toBe('#ff0000');
  expect(sheet?.validations.get(2)?.at(4)?.criteria).toBe('NUMBER_BETWEEN');
  // Several cells: no value.
  expect(said(host)).toEqual([['B3:C4', null, null]]);
});

test('a cut leaves its place empty; values alone leave looks behind', () => {
  const host = furnished();
  host.copy('Sheet1!A2', 'Sheet1!D2', { cut: true });
  host.undo();
  expect(host.values('Sheet1')[1]).toEqual(['ann', 1, 2]);
  host.copy('Sheet1!A2', 'Sheet1!D2', { cut: true });
  host.copy('Sheet1!B2', 'Sheet1!D3', { valuesOnly: true });
  expect(host.values('Sheet1').map((line) => [line[0], line[3]])).toEqual([
    ['name', null],
    [null, 'ann'],
    ['ben', 1],
    ['cid', null],
  ]);
  expect(host.book.sheets[0]?.styles.get(4)?.at(3) ?? null).toBeNull();
});

test('undo gives back what the own last edits took, with looks and rules, newest first', () => {
  const host = furnished(NOTED);
  const before = host.snapshot();
  host.edit('Sheet1!B3', 7);
  host.paste('Sheet1!B2', [['x'], ['y']]);
  host.clear('Sheet1!A2:A3');
  expect([host.undo()?.row, host.undo()?.row, host.undo()?.row]).toEqual([2, 2, 3]);
  expect(host.undo()).toBeNull();
  expect(host.values('Sheet1')).toEqual(hostValues(before));
  expect(host.book.sheets[0]?.validations.get(2)?.at(2)?.criteria).toBe('NUMBER_BETWEEN');
  // One cell has its values, as when it was typed; several have none.
  expect(said(host).slice(3)).toEqual([
    ['A2:A3', null, null],
    ['B2:B3', null, null],
    ['B3', '2', '7'],
  ]);
});

test('what was taken back is done again, until something else is edited', () => {
  const host = furnished(NOTED);
  host.edit('Sheet1!B3', 7);
  host.paste('Sheet1!A3', [['x', 'y']]);
  host.undo();
  host.undo();
  expect([host.redo()?.column, host.values('Sheet1')[2]]).toEqual([2, ['ben', 7, null]]);
  expect([host.redo()?.column, host.values('Sheet1')[2]]).toEqual([1, ['x', 'y', null]]);
  expect(host.redo()).toBeNull();
  // And back once more, as if nothing had been.
  host.undo();
  host.undo();
  expect(host.values('Sheet1')[2]).toEqual(['ben', 2, null]);
  host.edit('Sheet1!A4', 'cyd');
  expect(host.redo()).toBeNull();
  expect(said(host).slice(-3)).toEqual([
    ['A3:B3', null, null],
    ['B3', '2', '7'],
    ['A4', 'cyd', 'cid'],
  ]);
});

test('text pasted into text columns stays text, elsewhere it is read as typed; cells from elsewhere bring their own format', () => {
  const host = hostOf(mainOf(`sheet.getRange('A1:A9').setNumberFormat('@');`));
  host.run('main');
  const pasted = ['+86-139-1111-0088', '007788', '@star', '-王五', '=1+1', '1.38E+10', '110108196001010011'];
  const rows = pasted.map((text) => [text, text]);
  host.paste('Sheet1!A1', rows, { valuesOnly: true });
  const typed = [-1252, 7788, { error: '#ERROR!' }, { error: '#ERROR!' }, 2, 1.38e10, Number('110108196001010011')];
  expect(host.values('Sheet1')).toEqual(pasted.map((text, i) => [text, typed[i]]));
  // Within the sheet the format comes along, and text with it.
  host.copy('Sheet1!A1:A2', 'Sheet1!B1');
  expect(host.values('Sheet1')[1]).toEqual(['007788', '007788']);
  host.edit('Sheet1!B2', '008');
  host.paste('Sheet1!A1', rows);
  expect(host.values('Sheet1').map(([text]) => text)).toEqual(typed);
  expect(host.values('Sheet1')[1]?.[1]).toBe(7788);
});

function hostValues(state: ReturnType<ReturnType<typeof hostOf>['snapshot']>) {
  return hostOf('').restore(state).values('Sheet1');
}

test('undo is a person’s own, and ends where cells changed places', () => {
  const host = furnished();
  host.as(ANN).edit('Sheet1!B3', 7);
  expect(host.as(BEN).undo()).toBeNull();
  host.as(OWNER).insertRows('Sheet1', 2);
  expect(host.as(ANN).undo()).toBeNull();
});

test('a block over the edges of the sheet makes it larger; all rows or columns cannot go', () => {
  const host = furnished();
  host.paste('Sheet1!Z1000', [
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(host.book.sheets[0]).toMatchObject({ maxRows: 1001, maxColumns: 27 });
  expect(() => host.deleteRows('Sheet1', 1, 1001)).toThrow("You can't delete all the rows on the sheet.");
  expect(() => host.deleteColumns('Sheet1', 1, 27)).toThrow("You can't delete all the columns on the sheet.");
});

test('an edit that was refused is nothing to take back', () => {
  const host = hostOf(
    mainOf(
      `sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(1, 9).setAllowInvalid(false).build())`,
    ),
  );
  host.run('main');
  host.edit('Sheet1!B1', 'kept');
  expect(() => host.edit('Sheet1!A1', 12)).toThrow('The data you entered in cell A1 violates');
  expect(host.undo()).toMatchObject({ row: 1, column: 2 });
});

test('a filter hides the rows that show a text, until it is looked at anew', () => {
  const host = furnished();
  host.makeFilter('Sheet1!A1:B4');
  const hidden = () => [...(host.book.sheets[0]?.filteredRows ?? [])];
  host.filter('Sheet1', 1, ['ben']);
  expect(hidden()).toEqual([3]);
  host.filter('Sheet1', 2, ['3']);
  expect(hidden()).toEqual([3, 4]);
  host.insertRows('Sheet1', 2);
  expect(hidden()).toEqual([4, 5]);
  host.sort('Sheet1!A2:B5', 1, false);
  expect(host.values('Sheet1').map(([name]) => name)).toEqual(['name', 'cid', 'ben', 'ann']);
  expect(hidden().sort()).toEqual([2, 3]);
  host.filter('Sheet1', 1, []);
  expect(hidden()).toEqual([2]);
});

test('cells that break their rule are known, whichever way it speaks', () => {
  const rule = (criterion: string) => `SpreadsheetApp.newDataValidation().${criterion}.build()`;
  const host = hostOf(
    mainOf(`sheet.getRange('A1:A3').setDataValidation(${rule(`requireFormulaSatisfied('=LEN(A1)>2')`)});
      sheet.getRange('B1:B3').setDataValidation(${rule(`requireValueInList(['x'])`)});
      sheet.getRange('A1:B3').setValues([['abc', 'x'], ['ab', 'y'], ['', '']]);`),
  );
  host.run('main');
  const [sheet] = host.book.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  expect([...invalidCells(host.world, sheet, [{ row: 1, column: 1, rows: 3, columns: 2 }])].sort()).toEqual(['2,1', '2,2']);
});

test.each([
  ['a number', 1234.5, 'General', '1234.5'],
  ['a day', 46_000, 'yyyy-mm-dd', '12/9/2025'],
  ['a share', 0.83, '0%', '83%'],
  ['text that looks like a number', '007', 'General', "'007"],
  ['text of a text column', '007', '@', '007'],
  ['a truth', true, 'General', 'TRUE'],
])('the formula bar: %s', (_title, value, format, text) => {
  expect(inputOf(value, null, format, { locale: 'en_US', timeZone: 'Asia/Shanghai', year: 2026 })).toBe(text);
});

test('what the formula bar says, typed again, is the same cell', () => {
  const value = fc.oneof(
    fc.string({ maxLength: 12 }).filter((text) => text !== ''),
    fc.constantFrom("'", '=1+1', '+86 138', '@x', '12月3日', '1/2/2026', 'true', '50%', ' 7 ', '(3)'),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
    fc.integer({ min: 0, max: 80_000 }),
    fc.boolean(),
  );
  const format = fc.constantFrom('General', '@', 'yyyy-mm-dd', 'yyyy-mm-dd hh:mm', '0%', '#,##0.00', 'h:mm');
  const locale = fc.constantFrom('zh_CN', 'en_US', 'de_DE');
  fc.assert(
    fc.property(value, format, locale, (content, numberFormat, where) => {
      const place = { locale: where, timeZone: 'Asia/Shanghai', year: 2026 };
      // A text column holds texts.
      const held = numberFormat === '@' ? String(content) : content;
      const typed = typeValue(inputOf(held, null, numberFormat, place), numberFormat, place);
      expect([typed.formula, typed.value]).toEqual([undefined, Object.is(held, -0) ? 0 : held]);
    }),
    { seed: 20260311, numRuns: 2000 },
  );
});
