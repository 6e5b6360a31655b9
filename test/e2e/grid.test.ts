// The grid in a real browser: what a person does in a sheet, done with keys, pointer and clipboard; the host tells what became of it.
import type { Page } from 'playwright-core';
import type { Host } from '../../local/workbench/index';
import { FIRST, recordsIn, tabOf } from '../customers/pool';
import { ANN, hostOf, mainOf } from '../host/script';
import { open as openPage, violations, withBrowser } from './browser';
import { samplePool } from './pool';
import { LOCALES, wordsOf } from './words';

const t = wordsOf('en');

/** A sheet with something of everything, and a script that notes every edit. */
const FURNISH = mainOf(`
  const rule = () => SpreadsheetApp.newDataValidation();
  sheet.getRange('A2:F5').setValues([['Name', 'Stage', 'Sum', 'Done', 'Day', 'Double'], ['Zoe', 'Lead', 3, false, '2026-03-01', ''], ['Ann', 'Won', 20, true, '2026-04-01', ''], ['Ben', 'Lead', 100, false, '', '']]);
  sheet.getRange('F3').setFormula('=C3*2');
  sheet.getRange('B3:B100').setDataValidation(rule().requireValueInList(['Lead', 'Offer', 'Won']).setAllowInvalid(false).build());
  sheet.getRange('C3:C100').setDataValidation(rule().requireNumberBetween(0, 500).setAllowInvalid(true).setHelpText('0 to 500').build());
  sheet.getRange('D3:D5').insertCheckboxes();
  sheet.getRange('A4').setNote('Asked for a call');
  sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$C3>50').setBackground('#ff0000').setRanges([sheet.getRange('C3:C100')]).build()]);
  sheet.getRange('A2:F100').createFilter();
  sheet.hideRows(1); sheet.setFrozenRows(2); sheet.setFrozenColumns(1);
  const closed = sheet.getRange('A3:A5').protect(); closed.removeEditors(closed.getEditors());`);
const NOTE = `function onEdit(e) { console.log(JSON.stringify([e.range.getA1Notation(), e.value, e.oldValue])) }`;

function furnished(): Host {
  const host = hostOf(`${FURNISH} ${NOTE}`);
  host.run('main');
  return host;
}

const edits = (host: Host) => host.logs.map(({ text }) => JSON.parse(text) as unknown);

/** Cells by what they show are ambiguous; by where they stand they are not. */
const cellAt = (page: Page, address: string) =>
  page.locator(
    `#cell-${address.replace(/(\D+)(\d+)/, (_all, letters: string, row: string) => `${row}-${letters.charCodeAt(0) - 64}`)}`,
  );

async function shows(page: Page, address: string, text: string): Promise<void> {
  await cellAt(page, address).getByText(text, { exact: true }).waitFor();
}

async function activeIs(page: Page, address: string): Promise<void> {
  await page.getByRole('textbox', { name: t('workbench.grid.cell', { address }) }).waitFor();
}

async function open(host: Host): Promise<Page> {
  const { page } = await openPage({ locale: 'en', path: '', host });
  await shows(page, 'A3', 'Zoe');
  return page;
}

withBrowser('the grid', () => {
  test('typing goes to the cell as a person types it, and is taken back', async () => {
    const host = furnished();
    const page = await open(host);
    await cellAt(page, 'A6').click();
    await page.keyboard.type('Cid');
    await page.keyboard.press('Enter');
    await activeIs(page, 'A7');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await activeIs(page, 'C6');
    await page.keyboard.type('1,250');
    // Enter goes on under where the row of Tabs began.
    await page.keyboard.press('Enter');
    await activeIs(page, 'B7');
    await shows(page, 'C6', '1,250');
    await shows(page, 'A6', 'Cid');
    // A changed number recomputes what reads it.
    await cellAt(page, 'C3').dblclick();
    await page.keyboard.press('End');
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await shows(page, 'F3', '70');
    // Esc gives up, Delete empties.
    await page.keyboard.type('never');
    await page.keyboard.press('Escape');
    await cellAt(page, 'A6').click();
    await page.keyboard.press('Delete');
    await page.waitForFunction(() => document.getElementById('cell-6-1')?.textContent === '');
    await page.keyboard.press('Control+z');
    await shows(page, 'A6', 'Cid');
    await page.keyboard.press('Control+z');
    await shows(page, 'F3', '6');
    await activeIs(page, 'C3');
    // And done again.
    await page.keyboard.press('Control+y');
    await shows(page, 'F3', '70');
    await page.keyboard.press('Control+z');
    await shows(page, 'F3', '6');
    expect(edits(host)).toEqual([
      ['A6', 'Cid', null],
      ['C6', '1250', null],
      ['C3', '35', '3'],
      ['A6', null, 'Cid'],
      ['A6', 'Cid', null],
      ['C3', '3', '35'],
      ['C3', '35', '3'],
      ['C3', '3', '35'],
    ]);
  });

  test('Esc lets the next Tab out of the grid, unless a press or something typed comes between', async () => {
    const host = furnished();
    const page = await open(host);
    await cellAt(page, 'A6').click();
    await page.keyboard.press('Escape');
    await cellAt(page, 'A7').click();
    await page.keyboard.press('Tab');
    await activeIs(page, 'B7');
    await page.keyboard.press('Escape');
    // As an input method types: no key tells of it.
    await page.keyboard.insertText('Won');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await activeIs(page, 'D7');
    await page.keyboard.type('13912340009');
    await page.keyboard.press('Enter');
    await shows(page, 'D7', '13912340009');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.grid-frame') === null)).toBe(true);
  });

  test('Ctrl+D fills what is selected with its first row, one row with the row above', async () => {
    const host = furnished();
    const page = await open(host);
    await cellAt(page, 'B4').click();
    await cellAt(page, 'C5').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+d');
    await shows(page, 'C5', '20');
    await cellAt(page, 'F4').click();
    await page.keyboard.press('Control+d');
    await shows(page, 'F4', '40');
    expect(host.values('Sheet1')[4]?.slice(1, 3)).toEqual(['Won', 20]);
    expect(host.book.sheets[0]?.formulas.get(4)?.get(6)).toBe('=C4*2');
    expect(edits(host)).toEqual([
      ['B5:C5', null, null],
      ['F4', '40', null],
    ]);
  });

  test('an input method opens in the cell; the formula bar is the same cell', async () => {
    const host = furnished();
    const page = await open(host);
    await cellAt(page, 'A6').click();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
    await devtools.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 });
    await devtools.send('Input.insertText', { text: '你好' });
    const bar = page.getByRole('textbox', { name: t('workbench.grid.content') });
    expect(await bar.inputValue()).toBe('你好');
    await page.keyboard.press('Enter');
    await shows(page, 'A6', '你好');
    await cellAt(page, 'F3').click();
    await page.waitForFunction(
      (label) => document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)?.value === '=C3*2',
      t('workbench.grid.content'),
    );
    await bar.fill('=C3*3');
    await bar.press('Enter');
    await shows(page, 'F3', '9');
    // Esc in the bar leaves the cell as it was.
    await bar.fill('lost');
    await bar.press('Escape');
    expect([host.values('Sheet1')[2]?.[5], edits(host).length]).toEqual([9, 2]);
  });

  test('a dropdown offers its options; what a rule forbids is refused and kept, or marked', async () => {
    const host = furnished();
    const page = await open(host);
    await cellAt(page, 'B3').click({ position: { x: 92, y: 10 } });
    const list = page.getByRole('listbox', { name: t('workbench.grid.options') });
    await list.getByRole('option', { name: 'Lead', selected: true }).waitFor();
    await list.getByRole('option', { name: 'Offer' }).click();
    await shows(page, 'B3', 'Offer');
    // By keyboard: opened, moved in, taken.
    await cellAt(page, 'B6').click();
    await page.keyboard.press('Alt+ArrowDown');
    await list.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await shows(page, 'B6', 'Offer');
    // Typing narrows the list.
    await page.keyboard.type('wo');
    await list.getByRole('option').first().waitFor();
    expect(await list.getByRole('option').allTextContents()).toEqual(['Won']);
    await page.keyboard.type('w');
    await page.keyboard.press('Enter');
    const alert = page.getByRole('alert').filter({ hasText: 'B7' });
    await alert.getByText('violates the data validation rules').waitFor();
    await activeIs(page, 'B7');
    expect(await page.getByRole('textbox', { name: t('workbench.grid.cell', { address: 'B7' }) }).inputValue()).toBe('wow');
    await page.keyboard.press('Escape');
    // A warning lets it in and marks it.
    await cellAt(page, 'C5').click();
    await page.keyboard.type('900');
    await page.keyboard.press('ArrowUp');
    await page.waitForFunction(() => document.getElementById('cell-5-3')?.getAttribute('aria-invalid') === 'true');
    expect(edits(host)).toEqual([
      ['B3', 'Offer', 'Lead'],
      ['B6', 'Offer', null],
      ['C5', '900', '100'],
    ]);
    // A box is ticked by the space bar and by the pointer.
    await cellAt(page, 'D3').click({ position: { x: 8, y: 10 } });
    await page.keyboard.press(' ');
    await cellAt(page, 'D3')
      .getByRole('img', { name: t('workbench.grid.ticked') })
      .waitFor();
    await cellAt(page, 'D4').getByRole('img').click();
    await cellAt(page, 'D4')
      .getByRole('img', { name: t('workbench.grid.unticked') })
      .waitFor();
    expect(
      host
        .values('Sheet1')
        .slice(2, 4)
        .map((line) => line[3]),
    ).toEqual([true, false]);
  });

  test('a block comes from the clipboard and goes back to it; within the sheet its looks come along', async () => {
    const host = furnished();
    const page = await open(host);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const block = Array.from({ length: 20 }, (_, r) => Array.from({ length: 5 }, (__, c) => `r${r}c${c}`));
    block[3] = ['two\nlines', '7', 'say "hi"', '', '=1+1'];
    const text = block.map((line) => line.map((cell) => (cell.includes('\n') ? `"${cell}"` : cell)).join('\t')).join('\n');
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await cellAt(page, 'G10').click();
    await page.keyboard.press('Control+v');
    await shows(page, 'K29', 'r19c4');
    expect(
      host
        .values('Sheet1')
        .slice(9)
        .map((line) => line.slice(6)),
    ).toEqual(block.map((line, r) => (r === 3 ? ['two\nlines', 7, 'say "hi"', null, 2] : line)));
    // Several cells: the event knows no value.
    expect(edits(host)).toEqual([['G10:K29', null, null]]);
    await page.keyboard.press('Control+c');
    expect((await page.evaluate(() => navigator.clipboard.readText())).split('\n').slice(0, 3)).toEqual([
      block[0]?.join('\t'),
      block[1]?.join('\t'),
      block[2]?.join('\t'),
    ]);
    await cellAt(page, 'B3').click();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+x');
    await cellAt(page, 'B8').click();
    await page.keyboard.press('Control+v');
    await shows(page, 'B8', 'Lead');
    await page.waitForFunction(() => document.getElementById('cell-3-2')?.textContent === '');
    const [sheet] = host.book.sheets;
    expect(sheet?.validations.get(2)?.at(8)?.criteria).toBe('VALUE_IN_LIST');
    await page.keyboard.press('Control+z');
    await shows(page, 'B3', 'Lead');
    expect(host.values('Sheet1')[7]?.[1] ?? null).toBeNull();
    // Values alone leave the rule behind.
    await cellAt(page, 'B4').click();
    await page.keyboard.press('Control+c');
    await cellAt(page, 'H8').click();
    await page.keyboard.press('Control+Shift+v');
    await shows(page, 'H8', 'Won');
    expect(sheet?.validations.get(8)?.at(8) ?? null).toBeNull();
  });

  test('text pasted into the customers keeps its zeros and signs; a table of cells brings its own format and rules', async () => {
    const host = await samplePool('zh-CN');
    const { page } = await openPage({ locale: 'zh-CN', path: '', host });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const keys = ['name', 'company', 'mobile', 'phone', 'email', 'wechat', 'uscc'];
    const sheet = host.book.sheets.find(({ name }) => name === tabOf(host, 'customers'));
    const first = `B${FIRST}`;
    await cellAt(page, first).click();
    const line = ['-王五', '=1+1', '+86-139-1111-0088', '075581234567', '', '007788', '110108196001010011'];
    await page.evaluate((text) => navigator.clipboard.writeText(text), line.join('\t'));
    await page.keyboard.press('Control+v');
    await shows(page, first, '-王五');
    const [entered = {}] = recordsIn(host, 'customers');
    // Read as they were meant, because nothing was computed from them on the way.
    expect(keys.map((key) => entered[key] ?? '')).toEqual([
      ...line.slice(0, 2),
      '+8613911110088',
      '+86 755 81234567',
      ...line.slice(4),
    ]);
    await page.evaluate(
      ([text = '', html = '']) =>
        navigator.clipboard.write([
          new ClipboardItem({
            'text/plain': new Blob([text], { type: 'text/plain' }),
            'text/html': new Blob([html], { type: 'text/html' }),
          }),
        ]),
      ['007\t008', '<table><tr><td>007</td><td>008</td></tr></table>'],
    );
    await page.keyboard.press('Control+v');
    await shows(page, first, '7');
    expect(sheet?.styles.get(2)?.at(FIRST) ?? null).toBeNull();
  });

  test('rows come and go, are sorted, and are filtered by what a column shows', async () => {
    const host = furnished();
    const page = await open(host);
    const names = () =>
      host
        .values('Sheet1')
        .slice(2)
        .map(([name]) => name);
    const item = (code: Parameters<typeof t>[0], count = 1) => page.getByRole('menuitem', { name: t(code, { count }) });
    await page.getByRole('rowheader', { name: '4', exact: true }).click({ button: 'right' });
    await item('workbench.grid.rowsAbove').click();
    await shows(page, 'A5', 'Ann');
    expect(names()).toEqual(['Zoe', null, 'Ann', 'Ben']);
    await page.getByRole('rowheader', { name: '4', exact: true }).click({ button: 'right' });
    await item('workbench.grid.deleteRows').click();
    await shows(page, 'A4', 'Ann');
    expect(names()).toEqual(['Zoe', 'Ann', 'Ben']);

    // The heading's arrow, by keyboard.
    await page.getByRole('gridcell', { name: 'Name', exact: true }).click();
    await page.keyboard.press('Alt+ArrowDown');
    const menu = page.getByRole('dialog', { name: t('workbench.grid.filter') });
    await menu.getByRole('button', { name: t('workbench.grid.sortUp') }).click();
    await shows(page, 'A3', 'Ann');
    expect(names()).toEqual(['Ann', 'Ben', 'Zoe']);
    await page.getByRole('gridcell', { name: 'Stage', exact: true }).click({ position: { x: 92, y: 10 } });
    await menu.getByRole('checkbox', { name: /^Lead/ }).uncheck();
    await menu.getByRole('checkbox', { name: /Blanks/ }).waitFor({ state: 'detached' });
    await menu.getByRole('button', { name: t('workbench.grid.apply') }).click();
    await page.getByRole('rowheader', { name: '4', exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('rowheader', { name: '6', exact: true }).waitFor();
    // Keys pass over what is hidden.
    await cellAt(page, 'A3').click();
    await page.keyboard.press('ArrowDown');
    await activeIs(page, 'A6');
    await page.getByRole('gridcell', { name: 'Stage', exact: true }).click({ position: { x: 92, y: 10 } });
    await menu.getByRole('button', { name: t('workbench.grid.selectAll') }).click();
    await menu.getByRole('button', { name: t('workbench.grid.apply') }).click();
    await page.getByRole('rowheader', { name: '4', exact: true }).waitFor();
  });

  test('what is closed to the acting user is hatched, and refused in Google’s words', async () => {
    const host = furnished();
    const page = await open(host);
    await page.getByLabel(t('workbench.user')).selectOption(ANN);
    await page.waitForFunction(() => document.getElementById('cell-3-1')?.getAttribute('aria-readonly') === 'true');
    expect(await cellAt(page, 'A6').getAttribute('aria-readonly')).toBeNull();
    await cellAt(page, 'A3').click();
    await page.keyboard.type('Mine');
    await page.keyboard.press('Enter');
    await page.getByText('You are trying to edit a protected cell or object.').waitFor();
    await page.getByText(t('workbench.grid.typed', { text: 'Mine' })).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('You are trying to edit a protected cell or object.').waitFor({ state: 'detached' });
    expect([host.values('Sheet1')[2]?.[0], edits(host)]).toEqual(['Zoe', []]);
    // So is a sort that would move what is closed.
    await page.getByRole('gridcell', { name: 'Name', exact: true }).click();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('button', { name: t('workbench.grid.sortUp') }).click();
    await page.getByText('You are trying to edit a protected cell or object.').waitFor();
    await page.keyboard.press('Escape');
    // A note is told when its cell is pointed at.
    await cellAt(page, 'A4').hover();
    await page.getByText('Asked for a call').waitFor();
  });

  test('fifty thousand rows are scrolled by windows, and their headings stay', async () => {
    const host = furnished();
    const [sheet] = host.book.sheets;
    if (sheet === undefined) throw new Error('no sheet');
    sheet.maxRows = 50_002;
    for (let row = 3; row <= 50_002; row++) sheet.cells[row - 1] = [`Row ${row}`, null, row % 100, null, null, null];
    const { page } = await openPage({ locale: 'en', path: '', host });
    await shows(page, 'A3', 'Row 3');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    // A drag over the whole sheet: what is only scrolled past is not asked for.
    await page.getByRole('grid').evaluate(async (grid) => {
      const box = grid.closest('.grid-box');
      for (let step = 1; box !== null && step <= 100; step++) {
        box.scrollTop = (box.scrollHeight * step) / 100;
        await new Promise(requestAnimationFrame);
      }
    });
    await shows(page, 'A50002', 'Row 50002');
    // The heading is where it was: above the last rows.
    const [heading, lastRow] = await Promise.all([cellAt(page, 'B2').boundingBox(), cellAt(page, 'B50002').boundingBox()]);
    expect(heading?.y).toBeLessThan((lastRow?.y ?? 0) - 300);
    expect(heading?.y).toBeGreaterThan(0);
    // A tenth of the sheet's windows at most.
    expect(asked.filter((path) => path === '/window').length).toBeLessThanOrEqual(170);
    expect(await page.getByRole('row').count()).toBeLessThan(100);
    // From end to end by keyboard, too.
    await cellAt(page, 'B50002').click();
    await page.keyboard.press('Control+Home');
    await shows(page, 'A3', 'Row 3');
    await page.keyboard.press('PageDown');
    await shows(page, 'A40', 'Row 40');
  });

  test('the editor points at the active cell only while that is drawn', async () => {
    const page = await open(furnished());
    const pointed = () => page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant'));
    await cellAt(page, 'C3').click();
    await activeIs(page, 'C3');
    expect(await pointed()).toBe('cell-3-3');
    const scroll = (to: number) =>
      page.getByRole('grid').evaluate((grid, top) => grid.closest('.grid-box')?.scrollTo({ top }), to);
    await scroll(10_000);
    await cellAt(page, 'C3').waitFor({ state: 'detached' });
    expect(await pointed()).toBeNull();
    await scroll(0);
    await cellAt(page, 'C3').waitFor();
    expect(await pointed()).toBe('cell-3-3');
  });

  test.each(LOCALES)('%s: the customers as Sheets would show them, to everybody', async (locale) => {
    const host = await samplePool(locale);
    const words = wordsOf(locale);
    const { page } = await openPage({ locale, path: '', host });
    await page.getByRole('gridcell', { name: 'C-000001', exact: true }).waitFor();
    const name = host.book.sheets.find(({ hidden }) => !hidden)?.name ?? '';
    expect(await page.getByRole('grid', { name }).getAttribute('aria-rowcount')).toBe(
      String((host.book.sheets[0]?.maxRows ?? 0) + 1),
    );
    expect(await violations(page.mainFrame())).toEqual([]);
    await page.getByRole('gridcell', { name: 'C-000001', exact: true }).click({ button: 'right' });
    await page.getByRole('menu', { name: words('workbench.grid.menu') }).waitFor();
    expect(await violations(page.mainFrame())).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    // Keys do not catch anybody in the grid.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.grid-frame') === null)).toBe(true);
  });
});
