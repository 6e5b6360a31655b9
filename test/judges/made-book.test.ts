import type { Book } from '../../local/host/book';
import { createEngine } from '../../local/host/index';
import { loadBook, saveBook } from '../../local/host/xlsx/index';
import { area, put, sheetOf, spread } from '../host/files/books';
import { judgeDeclarations, judgeFormulas } from './judge';
import { madeBook } from './made-book';
import { describeJudged } from './policy';

const clock = { todaySerial: 46_349, nowSerial: 46_349 };

function computed() {
  const book = madeBook();
  createEngine().refresh(book, clock);
  return book;
}

describeJudged('formulas', ['libreoffice'], () => {
  test('LibreOffice computes the agreed functions as the engine does', async () => {
    expect(await judgeFormulas(computed())).toEqual([]);
  });

  test('a wrong value would be noticed', async () => {
    const book = computed();
    const page = book.sheets.find(({ name }) => name === '面板');
    (page?.cells[1] ?? [])[1] = 999;
    expect(await judgeFormulas(book)).toEqual([expect.stringContaining('999')]);
  });
});

describeJudged('declarations', ['openpyxl'], () => {
  test('openpyxl reads back each thing the book declares', async () => {
    expect(await judgeDeclarations(computed())).toEqual([]);
  });

  test.each<[string, (book: Book) => void]>([
    ['a rule', (book) => sheetOf(book, '客户').validations.delete(3)],
    ['an item of a long list', (book) => spread(sheetOf(book, '客户').validations, area(sheetOf(book, '客户'), 3, 7, 9), null)],
    ['a conditional format', (book) => sheetOf(book, '客户').conditionalFormats.pop()],
    ['the frozen rows', (book) => Object.assign(sheetOf(book, '客户'), { frozenRows: 0 })],
    ['a hidden sheet', (book) => Object.assign(sheetOf(book, '设置'), { hidden: false })],
    ['a protection', (book) => sheetOf(book, '客户').protections.pop()],
    ['a chart', (book) => sheetOf(book, '面板').charts.pop()],
    ['a note', (book) => sheetOf(book, '客户').notes.clear()],
    ['a name', (book) => book.namedRanges.clear()],
    ['a formula', (book) => sheetOf(book, '面板').formulas.delete(5)],
    ['a number format', (book) => sheetOf(book, '客户').styles.delete(5)],
    ['text that looks like a number', (book) => put(sheetOf(book, '客户'), 4, 7, 7)],
  ])('%s that is lost would be noticed', async (_what, lose) => {
    const poorer = computed();
    lose(poorer);
    expect(await judgeDeclarations(computed(), await saveBook(poorer))).not.toEqual([]);
  });

  test('and again from a file that was loaded and saved', async () => {
    const again = await loadBook(await saveBook(computed()));
    expect(await judgeDeclarations(again)).toEqual([]);
  });
});
