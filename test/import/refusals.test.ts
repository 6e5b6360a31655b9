// What an import refuses, it refuses before it writes anything.
import type { Host } from '../../local/host/index';
import { call, csvOf, differencesOf, freshPool, importFile, propertiesOf, refusal, stageFile } from './pool';

/** Looks at a file and reads it through, as the sidebar does before it offers to import. */
function lookAt(host: Host, text: string): string | null {
  const seen = refusal(host, 'importPreview', { fileName: 'list.csv', text, last: true });
  return seen ?? refusal(host, 'importCheck', { text, delimiter: ',', line: 1, width: null, last: true });
}

const wide = (columns: number) => Array.from({ length: columns }, (_, i) => `c${i}`).join(',');

test.each<[string, string, string | null]>([
  ['an empty file', '', 'file.empty'],
  ['a file of blanks', ' \r\n,,\r\n\t\r\n', 'file.empty'],
  ['a byte order mark and nothing else', '\ufeff', 'file.empty'],
  ['a header without data', '姓名,手机\r\n', 'import.noRows'],
  ['81 columns', `${wide(81)}\r\n${wide(81)}`, 'csv.columns'],
  ['81 columns in one record', `姓名,手机\r\n张伟,1\r\n${wide(81)}`, 'csv.columns'],
  ['80 columns', `${wide(80)}\r\n${wide(80)}`, null],
  ['a cell of 50,001 characters', `姓名,备注\r\n张伟,${'长'.repeat(50_001)}`, 'csv.cell'],
  ['a quoted cell of 50,001 characters', `姓名,备注\r\n张伟,"${'长'.repeat(50_001)}"`, 'csv.cell'],
  ['a cell of 50,000 characters', `姓名,备注\r\n张伟,${'长'.repeat(50_000)}`, null],
  ['a quote that never closes', '姓名,备注\r\n张伟,"从此\r\n李雷,x', 'csv.quote'],
])('%s', (_title, text, code) => {
  const host = freshPool();
  const before = host.snapshot();
  expect(lookAt(host, text)).toBe(code);
  expect(host.calls.writes).toBe(0);
  expect(differencesOf(host, before.book, host.book)).toEqual([]);
});

test('a refusal names line and column', () => {
  const host = freshPool();
  const text = `姓名,备注\r\n"张\r\n伟",a\r\n李雷,${'x'.repeat(50_001)}`;
  const reply = host.rpc('importCheck', { text, delimiter: ',', line: 1, width: null, last: true });
  expect(reply).toMatchObject({ ok: false, code: 'csv.cell', args: { line: 4, column: 2, max: 50_000 } });
});

test('a list the spreadsheet has no room for is refused before anything is written', () => {
  const host = freshPool();
  const before = host.snapshot();
  const file = { fileName: 'list.csv', delimiter: ',', columns: [], dataLine: 2, records: 100_001 } as const;
  expect(refusal(host, 'importBegin', file)).toBe('import.tooMany');
  expect(differencesOf(host, before.book, host.book)).toEqual([]);
});

test('a batch that was not sent whole, was never begun, or gave way to another, brings nobody in', () => {
  const host = freshPool();
  const before = host.snapshot();
  expect(refusal(host, 'importCommit', { batch: 'B-000001', acceptOwners: true })).toBe('import.noBatch');
  const file = { fileName: 'a.csv', delimiter: ',' as const, columns: [], dataLine: 2, records: 3 };
  const { batch } = call(host, 'importBegin', file);
  const slice = { text: '姓名\n张伟\n', delimiter: ',' as const, line: 1, staged: 0, last: false };
  call(host, 'importStage', { batch, ...slice });
  expect(refusal(host, 'importCommit', { batch, acceptOwners: true })).toBe('import.partStaged');
  const other = stageFile(host, { text: csvOf([['姓名'], ['李雷']]) });
  expect(refusal(host, 'importStage', { batch, ...slice })).toBe('import.noBatch');
  expect(refusal(host, 'importCommit', { batch, acceptOwners: true })).toBe('import.noBatch');
  call(host, 'importCommit', { batch: other, acceptOwners: true });
  expect(
    host
      .values('客户池')
      .slice(2)
      .map((line) => line[1]),
  ).toEqual(['李雷']);
  host.restore(before);
});

test('a pool without its Import sheet, or with a damaged one, says so', () => {
  const host = freshPool();
  host.deleteSheet('导入');
  expect(refusal(host, 'importBegin', { fileName: 'a', delimiter: ',', columns: [], dataLine: 1, records: 1 })).toBe(
    'sheet.missing',
  );
  freshPool();
  const batch = stageFile(host, { text: csvOf([['姓名'], ['李雷']]) });
  const properties = propertiesOf(host);
  host.insertColumns('导入', 2);
  expect(refusal(host, 'importCommit', { batch, acceptOwners: true })).toBe('sheet.keys');
  expect(propertiesOf(host)).toEqual(properties);
});

test('a spreadsheet without a pool is told so', () => {
  const host = freshPool();
  host.properties.delete('cp:state');
  expect(refusal(host, 'importPreview', { fileName: 'a', text: '姓名\n张伟', last: true })).toBe('pool.none');
  freshPool();
  expect(importFile(host, { text: csvOf([['姓名'], ['张伟']]) }).imported).toBe(1);
});
