// The grid's endpoints: what the page is shown of a sheet, and what becomes of what a person does there.

import type {
  CellDetail,
  CellView,
  GridAct,
  GridAnswer,
  SheetView,
  ValueView,
  WindowView,
} from '../../local/workbench/grid-wire';
import { type Host, serveWorkbench, type Workbench } from '../../local/workbench/index';
import { ANN, hostOf, mainOf } from '../host/script';

const FURNISH = mainOf(`
  const rule = () => SpreadsheetApp.newDataValidation();
  sheet.getRange('A1:D5').setValues([['name', 'stage', 'sum', 'done'], ['Zoe', 'Lead', 3, false], ['Ann', 'Won', 20, true], ['Ben', 'Lead', 900, false], ['Cid', 'Lead', 5, false]]);
  sheet.getRange('E2').setFormula('=C2*2');
  sheet.getRange('B2:B9').setDataValidation(rule().requireValueInList(['Lead', 'Won']).setAllowInvalid(false).build());
  sheet.getRange('C2:C9').setDataValidation(rule().requireNumberBetween(0, 500).setHelpText('0 to 500').build());
  sheet.getRange('D2:D5').insertCheckboxes('yes', 'no');
  sheet.getRange('D2:D3').setValues([['no'], ['yes']]);
  sheet.getRange('C2:C5').setNumberFormat('#,##0.00');
  sheet.getRange('A3').setNote('Asked for a call');
  sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$C2>50').setBackground('#ff0000').setRanges([sheet.getRange('C2:C9')]).build()]);
  sheet.getRange('A1:E5').createFilter();
  sheet.hideRows(1); sheet.hideColumns(2); sheet.setFrozenRows(1); sheet.setColumnWidth(1, 60);
  sheet.getRange('G1').setValue('a long line that does not fit into its column').setWrap(true);
  const closed = sheet.getRange('A2:A3').protect(); closed.removeEditors(closed.getEditors());`);

let bench: Workbench;
let host: Host;

beforeEach(async () => {
  host = hostOf(`${FURNISH} function onEdit(e) { if (e.value === 'boom') throw new Error('from the script') }`);
  host.run('main');
  const files = { sidebar: '<head></head>', script: '', style: '' };
  bench = await serveWorkbench({ host, locale: 'en', files, port: 0 });
});

afterEach(() => bench.close());

async function asked<T>(path: string, query: Record<string, number>): Promise<T> {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return (await (await fetch(`${bench.url}${path}?${search}`)).json()) as T;
}

async function act(what: GridAct): Promise<GridAnswer> {
  const headers = { origin: bench.url.slice(0, -1), 'content-type': 'application/json' };
  const response = await fetch(`${bench.url}grid`, { method: 'POST', headers, body: JSON.stringify(what) });
  return (await response.json()) as GridAnswer;
}

const window = (of: { row: number; rows: number; column: number; columns: number }) =>
  asked<WindowView>('window', { sheet: 0, ...of });

/** Cells of the first rows by address as far as they say something besides text and look. */
async function told(): Promise<Record<string, Omit<CellView, 'style' | 'text'>>> {
  const { columns, lines } = await window({ row: 0, rows: 5, column: 0, columns: 5 });
  const said = lines.flatMap(({ row, cells }) =>
    cells.map(({ style: _style, text: _text, ...rest }, i) => [`${'ABCDE'[(columns[i] ?? 1) - 1]}${row}`, rest] as const),
  );
  return Object.fromEntries(said.filter(([, rest]) => Object.keys(rest).length > 0));
}

test('a sheet’s shape: sizes, what is hidden, what stands still, where the filter lies', async () => {
  const shape = await asked<SheetView>('sheet', { sheet: 0 });
  expect(shape).toMatchObject({
    rows: 1000,
    columns: 26,
    hiddenRows: [[1, 1]],
    hiddenColumns: [2],
    frozenRows: 1,
    widths: [[1, 60]],
  });
  expect(shape.filter).toMatchObject({ row: 1, column: 1, rows: 5, columns: 5, active: [] });
  // A row is as high as its text asks, where nobody said otherwise.
  expect(new Map(shape.heights).get(1)).toBeGreaterThan(40);
});

test('a window counts what is seen, and shows it as the sheet would', async () => {
  const { columns, lines, styles } = await window({ row: 1, rows: 2, column: 0, columns: 4 });
  expect(columns).toEqual([1, 3, 4, 5]);
  expect(lines.map(({ row, cells }) => [row, cells.map(({ text }) => text)])).toEqual([
    [3, ['Ann', '20.00', 'yes', '']],
    [4, ['Ben', '900.00', 'FALSE', '']],
  ]);
  const [, ben] = lines;
  const look = styles[ben?.cells[1]?.style ?? 0];
  expect(look).toMatchObject({ ground: '#ff0000', align: 'right' });
});

test('a cell tells its box, its note, a broken rule and who may not change it', async () => {
  const everybody = {
    A3: { note: 'Asked for a call' },
    C4: { invalid: true },
    D2: { check: false },
    D3: { check: true },
    // FALSE is none of the box's two values.
    D4: { check: false, invalid: true },
    D5: { check: false, invalid: true },
  };
  expect(await told()).toEqual(everybody);
  host.as(ANN);
  expect(await told()).toEqual({ ...everybody, A2: { locked: true }, A3: { note: 'Asked for a call', locked: true } });
});

test('the active cell comes with its input, its options, its box and its hint', async () => {
  const cell = (row: number, column: number) => asked<CellDetail>('cell', { sheet: 0, row, column });
  expect(await cell(2, 2)).toEqual({ input: 'Lead', options: ['Lead', 'Won'], box: null, hint: null });
  expect(await cell(2, 3)).toEqual({ input: '3', options: null, box: null, hint: '0 to 500' });
  expect(await cell(2, 4)).toEqual({ input: 'no', options: null, box: { on: 'yes', off: 'no' }, hint: null });
  expect((await cell(2, 5)).input).toBe('=C2*2');
});

test('what is copied ends with the content, and leaves out what a filter hides', async () => {
  const text = async () => (await fetch(`${bench.url}text?sheet=0&row=2&column=1&rows=1000&columns=3`)).text();
  expect(await text()).toBe('Zoe\tLead\t3.00\nAnn\tWon\t20.00\nBen\tLead\t900.00\nCid\tLead\t5.00');
  host.filter('Sheet1', 2, ['Lead']);
  expect(await text()).toBe('Ann\tWon\t20.00');
});

test('a filter names a column’s texts, and hides their rows', async () => {
  const values = () => asked<ValueView[]>('values', { sheet: 0, column: 2 });
  expect(await values()).toEqual([
    { text: 'Lead', rows: 3, hidden: false },
    { text: 'Won', rows: 1, hidden: false },
  ]);
  expect(await act({ act: 'filter', sheet: 0, column: 2, hidden: ['Lead'] })).toEqual({ done: true });
  expect((await values())[0]).toEqual({ text: 'Lead', rows: 3, hidden: true });
  const shape = await asked<SheetView>('sheet', { sheet: 0 });
  expect([shape.hiddenRows, shape.filter?.active]).toEqual([
    [
      [1, 2],
      [4, 2],
    ],
    [2],
  ]);
  const { lines } = await window({ row: 0, rows: 2, column: 0, columns: 1 });
  expect(lines.map(({ row }) => row)).toEqual([3, 6]);
});

test('rows are sorted under the heading of the filter', async () => {
  await act({ act: 'sort', sheet: 0, column: 1, ascending: true });
  expect(host.values('Sheet1').map(([name]) => name)).toEqual(['name', 'Ann', 'Ben', 'Cid', 'Zoe']);
});

test('a refusal is an answer in Google’s words; an error of the script is none', async () => {
  const edit = (row: number, column: number, value: string) => act({ act: 'edit', sheet: 0, at: { row, column }, value });
  expect(await edit(2, 2, 'lost')).toEqual({
    done: false,
    refused: 'The data you entered in cell B2 violates the data validation rules set on this cell.',
  });
  host.as(ANN);
  expect(await edit(2, 1, 'Mine')).toMatchObject({ done: false, refused: expect.stringContaining('protected cell') });
  expect(await edit(9, 1, 'boom')).toEqual({ done: true, failed: 'from the script' });
  expect(host.values('Sheet1')[8]?.[0]).toBe('boom');
});

test('what was done last is taken back, and said where', async () => {
  await act({ act: 'paste', sheet: 0, at: { row: 7, column: 1 }, rows: [['x', 'y']], valuesOnly: true });
  expect(host.values('Sheet1')[6]?.slice(0, 2)).toEqual(['x', 'y']);
  expect(await act({ act: 'undo' })).toMatchObject({ done: true, sheet: 0, at: { row: 7, column: 1, rows: 1, columns: 2 } });
  expect(host.values('Sheet1')[6]).toBeUndefined();
  expect(await act({ act: 'undo' })).toEqual({ done: true });
  expect(await act({ act: 'redo' })).toMatchObject({ done: true, sheet: 0, at: { row: 7, column: 1, rows: 1, columns: 2 } });
  expect(host.values('Sheet1')[6]?.slice(0, 2)).toEqual(['x', 'y']);
});
