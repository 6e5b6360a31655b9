import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Book, DEFAULT_STYLE, intern, type ValidationModel } from '../../../local/host/book';
import { loadWorkingFile, saveWorkingFile, sideFileOf } from '../../../local/host/side-file';
import { differences } from '../../../local/host/snapshot';
import { cutCells, loadBook, saveBook } from '../../../local/host/xlsx/index';
import { unzip } from '../../../local/host/xlsx/zip';
import { area, bookOf, put, sheetOf, spread } from './books';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pool-'));
  path = join(folder, 'pool.xlsx');
});
afterEach(() => rm(folder, { recursive: true }));

const email: ValidationModel = intern({
  criteria: 'TEXT_IS_VALID_EMAIL',
  values: [],
  allowInvalid: true,
  helpText: '长'.repeat(300),
  showDropdown: true,
});

/** Holds what an .xlsx cannot say. */
function hostBook(): Book {
  const book = bookOf({
    客户: [
      ['名称', '邮箱'],
      ['明远', 'a@example.com'],
    ],
    [`很长的表名${'一'.repeat(40)}`]: [["=COUNTA('客户'!A:A)"]],
  });
  const sheet = sheetOf(book, '客户');
  spread(sheet.validations, area(sheet, 2, 2, 20), email);
  sheet.protections = [
    {
      id: 'p7',
      type: 'RANGE',
      area: area(sheet, 2, 1, 3, 2),
      sheetId: sheet.id,
      description: 'cp:owner:ann',
      warningOnly: false,
      domainEdit: true,
      editors: ['ann@example.com'],
      unprotected: [],
    },
    {
      id: 'p8',
      type: 'SHEET',
      area: null,
      sheetId: sheet.id,
      description: 'cp:warn',
      warningOnly: true,
      domainEdit: false,
      editors: [],
      unprotected: [],
    },
  ];
  sheet.conditionalFormats = [
    {
      areas: [area(sheet, 2, 1, 9)],
      criteria: 'TEXT_CONTAINS',
      values: ['远'],
      background: '#ceead6',
      fontColor: null,
      bold: null,
      italic: null,
      underline: null,
      strikethrough: null,
    },
  ];
  sheet.charts = [
    {
      id: 5,
      type: 'PIE',
      ranges: [area(sheet, 1, 1, 2, 2)],
      options: {},
      numHeaders: 1,
      position: { row: 5, column: 1, offsetX: 0, offsetY: 0 },
    },
    {
      id: 6,
      type: 'BAR',
      ranges: [area(sheet, 1, 1, 2, 2)],
      options: { title: 'x', 'hAxis.title': 'y' },
      numHeaders: -1,
      position: { row: 9, column: 1, offsetX: 0, offsetY: 0 },
    },
  ];
  book.editors.push('ann@example.com');
  return book;
}

/** What another program does: it reads the .xlsx alone, changes it, and writes it back. */
async function editElsewhere(edit: (book: Book) => void): Promise<void> {
  const book = await loadBook(await readFile(path));
  edit(book);
  await writeFile(path, await saveBook(book));
}

test('what an .xlsx cannot say comes back from the file beside it', async () => {
  const book = hostBook();
  await saveWorkingFile(path, book, { outbox: ['x'] });
  const read = await loadWorkingFile(path);
  expect(differences(book, read.book)).toEqual([]);
  expect(read.hostState).toEqual({ outbox: ['x'] });
  expect(read.book.sheets[0]?.charts.map(({ id }) => id).sort()).toEqual([5, 6]);
  expect((await readdir(folder)).sort()).toEqual(['pool.host.json', 'pool.xlsx']);
});

test('the .xlsx alone tells nothing of the host', async () => {
  const text = [...unzip(await saveBook(hostBook())).values()].map(String).join('');
  expect(text).not.toMatch(/ann@|Shanghai|local-spreadsheet|owner@|"p7"/);
});

test('a file without its side file is a book with nothing else known', async () => {
  await writeFile(path, await saveBook(bookOf({ 客户: [['x']] })));
  const { book, hostState } = await loadWorkingFile(path);
  expect(hostState).toBeNull();
  expect(sheetOf(book, '客户').cells).toEqual([['x']]);
});

test('values changed elsewhere win; protections and kinds of rules stay', async () => {
  const before = hostBook();
  await saveWorkingFile(path, before, {});
  await editElsewhere((book) => put(sheetOf(book, '客户'), 3, 1, '远景'));
  const { book } = await loadWorkingFile(path);
  const sheet = sheetOf(book, '客户');
  expect(sheet.cells[2]?.[0]).toBe('远景');
  expect(sheet.protections).toEqual(sheetOf(before, '客户').protections);
  expect(sheet.validations.get(2)?.at(5)).toBe(email);
  expect(sheet.conditionalFormats).toEqual(sheetOf(before, '客户').conditionalFormats);
});

test('rules, formats and sheets changed elsewhere are as changed', async () => {
  await saveWorkingFile(path, hostBook(), {});
  const list = intern({ criteria: 'VALUE_IN_LIST', values: ['a', 'b'], allowInvalid: false, helpText: null, showDropdown: true });
  await editElsewhere((book) => {
    const sheet = sheetOf(book, '客户');
    spread(sheet.validations, area(sheet, 2, 2, 20), list);
    sheet.conditionalFormats = [];
    sheet.name = '客户 2026';
    book.sheets.pop();
  });
  const { book } = await loadWorkingFile(path);
  const [sheet, gone] = book.sheets;
  expect(gone).toBeUndefined();
  expect(sheet?.name).toBe('客户 2026');
  expect(sheet?.validations.get(2)?.at(5)).toBe(list);
  expect(sheet?.conditionalFormats).toEqual([]);
  expect(sheet?.protections.length).toBe(2);
});

test('a text longer than a file holds is cut, marked and listed, and comes back whole', async () => {
  const long = '客户'.repeat(20_000);
  const book = bookOf({ 客户: [['x', long], ['短']] });
  expect(cutCells(book)).toEqual([{ sheetId: 0, row: 1, column: 2, text: long }]);
  await saveWorkingFile(path, book, {});
  const alone = (await loadBook(await readFile(path))).sheets[0]?.cells[0]?.[1];
  expect(String(alone)).toHaveLength(32_767);
  expect(String(alone).endsWith('…✂')).toBe(true);
  await editElsewhere((edited) => sheetOf(edited, '客户').cells.unshift(['new']));
  expect((await loadWorkingFile(path)).book.sheets[0]?.cells).toEqual([['new'], ['x', long], ['短']]);
});

test('a write that fails leaves the former file and no remains', async () => {
  await saveWorkingFile(path, bookOf({ 客户: [['kept']] }), { kept: true });
  await rm(sideFileOf(path));
  // A folder in the way of the side file.
  await mkdir(join(sideFileOf(path), 'x'), { recursive: true });
  await expect(saveWorkingFile(path, bookOf({ 客户: [['new']] }), {})).rejects.toThrow();
  expect((await readdir(folder)).sort()).toEqual(['pool.host.json', 'pool.xlsx']);
});

test.each([
  ['no file', Buffer.from('not a zip')],
  ['an empty file', Buffer.alloc(0)],
])('%s of ours is refused by name', async (_title, bytes) => {
  await expect(loadBook(bytes)).rejects.toThrow('not an .xlsx file');
});

test('a file for judges carries formulas without what they came to, one for people with it', async () => {
  const book = bookOf({ 甲: [[7, '=A1*6']] });
  (book.sheets[0]?.cells[0] ?? [])[1] = 42;
  const sheet = (file: Uint8Array) => String(unzip(file).get('xl/worksheets/sheet1.xml'));
  expect(sheet(await saveBook(book))).toContain('<f>A1*6</f><v>42</v>');
  expect(sheet(await saveBook(book, { cached: false }))).toContain('<f>A1*6</f></c>');
});

test('cells of a row that was never written take the look of their column', async () => {
  const book = bookOf({ 甲: [['x']] });
  const sheet = sheetOf(book, '甲');
  const text = intern({ ...DEFAULT_STYLE, numberFormat: '@' });
  spread(sheet.styles, area(sheet, 1, 1, sheet.maxRows), text);
  const file = await saveBook(book);
  expect(String(unzip(file).get('xl/worksheets/sheet1.xml'))).toContain('<col min="1" max="1" width="14.28515625" style="1"/>');
  expect((await loadBook(file)).sheets[0]?.styles.get(1)?.at(1000)).toBe(text);
});
