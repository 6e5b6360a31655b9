import fc from 'fast-check';
import type { Book, CellValue } from '../../../local/host/book';
import { createEngine } from '../../../local/host/index';
import { bookOf, put, sheetOf } from './books';

const seed = 20260101;
/** 2026-11-23, noon. */
const clock = { todaySerial: 46_349, nowSerial: 46_349.5 };

function cellOf(book: Book, name: string, row: number, column: number): CellValue {
  return sheetOf(book, name).cells[row - 1]?.[column - 1] ?? null;
}

const data: CellValue[][] = [
  ['name', 'stage', 'amount', 'due'],
  ['名称', '阶段', '金额', '日期'],
  ['明远机械', '成交', 1200.5, 46_349],
  ['+86 138', '潜在', -3, 46_340],
  ["'quoted", '成交', null, null],
  ['007', '公海', 0.1, 46_400],
  ['未命名', '成交', 0.2, null],
];

test.each([
  ['whole columns', '=COUNTIFS(\'客户\'!B:B,"成交")', 3],
  ['a Chinese sheet without quotes', '=SUMIFS(客户!C:C,客户!B:B,"成交")', 1200.7],
  ['an open range', "=SUM('客户'!C3:C)", 1197.8],
  ['text that looks like a number stays text', "=ISNUMBER('客户'!A6)", false],
  ['text keeps its plus', "='客户'!A4", '+86 138'],
  ['text keeps its apostrophe', "=LEN('客户'!A5)", 7],
  ['today is the host’s', '=TODAY()', 46_349],
  ['now is the host’s', '=NOW()-TODAY()', 0.5],
  ['days before today', '=COUNTIFS(\'客户\'!D:D,"<"&TODAY())', 1],
  ['a formula on a formula', '=B12*2', 46_349 * 2],
  ['a date is a number', '=DATE(2026,11,23)', 46_349],
  ['a fraction to twelve figures', '=1/3', 0.333333333333],
  ['a sum without the noise of binary', '=0.1+0.2', 0.3],
  ['a very large number', '=10^200*3', 3e200],
  ['a very small number', '=3/10^200', 3e-200],
  ['text', '="a"&1', 'a1'],
  ['nothing as text', '=""', ''],
  ['an empty cell alone stays empty', "='客户'!C5", null],
  ['a cell that is an empty cell alone', "='面板'!B14", null],
  ['a computed 0 stays 0', "='面板'!B15", 0],
  ['an empty cell in arithmetic is 0', "='客户'!C5+0", 0],
  ['truth', '=1=1', true],
  ['division by zero', '=1/0', { error: '#DIV/0!' }],
  ['an unknown function', '=QUERY(A1)', { error: '#NAME?' }],
  ['an unknown sheet', "='无'!A1", { error: '#REF!' }],
  ['a circle', '=B25', { error: '#REF!' }],
  ['a name', '=SUM(amounts)', 1197.8],
  ['a cell found by its address', `=INDIRECT("'客户'!B"&3)`, '成交'],
  ['a cell found by steps', "=OFFSET('客户'!C3,1,0)", -3],
])('%s', (title, formula, expected) => {
  const book = bookOf({ 客户: data, 面板: [] });
  // The row only keeps the circle's own address right.
  const row = title === 'a circle' ? 25 : 13;
  put(sheetOf(book, '面板'), 12, 2, '=TODAY()');
  put(sheetOf(book, '面板'), row, 2, formula);
  put(sheetOf(book, '面板'), 14, 2, "='客户'!C5");
  put(sheetOf(book, '面板'), 15, 2, '=1-1');
  book.namedRanges.set('amounts', { sheetId: sheetOf(book, '客户').id, row: 3, column: 3, rows: 5, columns: 1 });
  createEngine().refresh(book, clock);
  expect(cellOf(book, '面板', row, 2)).toEqual(expected);
});

test('text that begins like a formula is handed over as text', () => {
  const book = bookOf({ 客户: [['x', '=LEN(A1)']] });
  (sheetOf(book, '客户').cells[0] ?? [])[0] = '=1+1';
  createEngine().refresh(book, clock);
  expect(cellOf(book, '客户', 1, 2)).toBe(4);
});

test('a book without formulas is left as it is', () => {
  const book = bookOf({ 客户: data });
  const before = JSON.stringify(book.sheets[0]?.cells);
  createEngine().refresh(book, clock);
  expect(JSON.stringify(book.sheets[0]?.cells)).toBe(before);
});

test('the next day is noticed, and so are renamed sheets, moved names and grown grids', () => {
  const book = bookOf({ 客户: data, 面板: [['=TODAY()', "=COUNTA('客户'!A:A)", '=SUM(amounts)']] });
  const sheet = sheetOf(book, '客户');
  const amounts = { sheetId: sheet.id, row: 3, column: 3, rows: 1, columns: 1 };
  book.namedRanges.set('amounts', amounts);
  const engine = createEngine();
  engine.refresh(book, clock);
  expect(sheetOf(book, '面板').cells[0]).toEqual([46_349, 7, 1200.5]);

  sheet.name = 'Clients';
  put(sheetOf(book, '面板'), 1, 2, '=COUNTA(Clients!A:A)');
  book.namedRanges.set('amounts', { ...amounts, rows: 2 });
  sheet.maxRows = 2000;
  put(sheet, 1500, 1, 'far below');
  engine.refresh(book, { todaySerial: 46_350, nowSerial: 46_350 });
  expect(sheetOf(book, '面板').cells[0]).toEqual([46_350, 8, 1197.5]);
});

test('a deleted sheet is gone for the engine', () => {
  const book = bookOf({ 客户: data, 面板: [["='客户'!A3"]] });
  const engine = createEngine();
  engine.refresh(book, clock);
  book.sheets.shift();
  engine.refresh(book, clock);
  expect(sheetOf(book, '面板').cells[0]).toEqual([{ error: '#REF!' }]);
});

test('whatever is edited, and in whatever order, the values are those of a fresh engine', () => {
  const cell = fc.record({ row: fc.integer({ min: 1, max: 6 }), column: fc.integer({ min: 1, max: 3 }) });
  const content = fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.constantFrom(
      null,
      'x',
      '成交',
      true,
      '=A1',
      '=B2+1',
      '=SUM(A1:B3)',
      '=COUNTIF(A:A,"x")',
      "=SUM('乙'!A:C)",
      '=C6&"!"',
      '=1/A1',
    ),
  );
  const edit = fc.record({ sheet: fc.constantFrom('甲', '乙'), cell, content, refresh: fc.boolean() });
  const values = (book: Book) => book.sheets.map(({ cells }) => cells.map((line) => [...(line ?? [])]));
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 15 }), (edits) => {
      const book = bookOf({ 甲: [], 乙: [] });
      const engine = createEngine();
      for (const {
        sheet,
        cell: { row, column },
        content: value,
        refresh,
      } of edits) {
        put(sheetOf(book, sheet), row, column, value);
        if (refresh) engine.refresh(book, clock);
      }
      engine.refresh(book, clock);
      const fresh = {
        ...book,
        sheets: book.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((line) => line?.slice()) })),
      };
      for (const { cells, formulas } of fresh.sheets) {
        for (const [row, line] of formulas) for (const column of line.keys()) (cells[row - 1] as CellValue[])[column - 1] = null;
      }
      createEngine(true).refresh(fresh, clock);
      expect(values(book)).toEqual(values(fresh));
    }),
    { seed, numRuns: 300 },
  );
});

test('what was computed once is known again only where formulas, places and cells are the same', () => {
  const books: [string, Record<string, CellValue[][]>][] = [
    ['a book', { 甲: [[1, 2, '=A1+B1']] }],
    ['the same once more', { 甲: [[1, 2, '=A1+B1']] }],
    ['a cell more', { 甲: [[1, 3, '=A1+B1']] }],
    ['cells that changed places', { 甲: [[2, 1, '=A1-B1']] }],
    ['their difference the other way', { 甲: [[1, 2, '=A1-B1']] }],
    ['a number as text', { 甲: [['1', 2, '=COUNT(A1:B1)']] }],
    ['the number', { 甲: [[1, 2, '=COUNT(A1:B1)']] }],
    ['a text that says it', { 甲: [['number 1', 2, '=COUNT(A1:B1)']] }],
    ['the formula one row down', { 甲: [[1, 2], ['=A1+B1']] }],
    ['two formulas in another order', { 甲: [['=C1', '=D1', 1, 2]] }],
    ['and in this one', { 甲: [['=D1', '=C1', 1, 2]] }],
  ];
  const engines = [createEngine(), createEngine(true)];
  for (const [title, sheets] of [...books, ...books]) {
    const [known, fresh] = engines.map((engine) => {
      const book = bookOf(sheets);
      engine.refresh(book, clock);
      return sheetOf(book, '甲').cells;
    });
    expect([title, known]).toEqual([title, fresh]);
  }
});

test('a book taken back to a moment and changed again computes as one that never was elsewhere', () => {
  const states: CellValue[][][] = [
    [[1, '=A1*2', '=B1+A2'], [5]],
    [[2, '=A1*2', '=B1+A2'], [5]],
    [[2, '=A1*3', '=B1+A2'], [7]],
    [['x', '=A1*3', '=B1+A2'], [7]],
  ];
  const book = bookOf({ 甲: [] });
  const engine = createEngine();
  for (const state of [0, 1, 2, 0, 3, 1, 1, 2, 3, 0]) {
    (states[state] ?? []).forEach((line, r) => {
      line.forEach((value, c) => {
        put(sheetOf(book, '甲'), r + 1, c + 1, value);
      });
    });
    engine.refresh(book, clock);
    const fresh = bookOf({ 甲: states[state] ?? [] });
    createEngine(true).refresh(fresh, clock);
    expect([state, sheetOf(book, '甲').cells]).toEqual([state, sheetOf(fresh, '甲').cells]);
  }
});
