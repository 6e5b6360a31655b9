// What the demo cannot use it refuses in one sentence, in the chosen language, before it writes anything.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contents, demo, inFolder } from './command';

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0, 8, 0]);
const XLSX = Buffer.concat([ZIP, Buffer.from('    [Content_Types].xml  xl/workbook.xml ')]);
const wide = Array.from({ length: 81 }, (_, i) => `列${i + 1}`).join(',');

interface BadFile {
  readonly title: string;
  readonly content: string | Buffer;
  readonly args?: readonly string[];
  readonly zh: RegExp;
  readonly en: RegExp;
}

const files: readonly BadFile[] = [
  { title: 'an empty file', content: '', zh: /空/, en: /empty/ },
  { title: 'nothing but blank lines', content: '\n \r\n\n', zh: /空/, en: /empty/ },
  { title: 'headers only', content: '姓名,手机\n', zh: /没有|只有/, en: /no |only/ },
  { title: 'an Excel workbook', content: XLSX, zh: /CSV/, en: /CSV/ },
  { title: 'an archive', content: ZIP, zh: /压缩包/, en: /archive/ },
  { title: 'a PDF', content: '%PDF-1.7\n%âãÏÓ\n1 0 obj', zh: /PDF/, en: /PDF/ },
  { title: 'a picture', content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), zh: /图片/, en: /picture/ },
  {
    title: 'bytes that are no text',
    content: Buffer.from([0, 1, 2, 3, 0, 0, 255, 254, 0, 9, 0, 7]),
    zh: /编码|文本/,
    en: /text|encoding/i,
  },
  {
    title: 'an encoding named that it is not in',
    content: Buffer.from('姓名,手机\n张伟,13800002468\n'),
    args: ['--encoding', 'utf-16le'],
    zh: /utf-16le/i,
    en: /utf-16le/i,
  },
  { title: 'more than 80 columns', content: `${wide}\n${'x,'.repeat(80)}x\n`, zh: /80/, en: /80/ },
  {
    title: 'a cell longer than a cell can be, by line and column',
    content: `姓名,备注\n张伟,好\n李雷,${'长'.repeat(50_001)}\n`,
    zh: /第 3 行第 2 列/,
    en: /Line 3, column 2/,
  },
];

describe.each(files)('$title', ({ content, args = [], zh, en }) => {
  test.each([
    ['zh-CN', zh],
    ['en', en],
  ])('is refused in %s', async (lang, says) => {
    await inFolder((folder) => {
      const csv = path.join(folder, 'list.csv');
      writeFileSync(csv, content);
      const out = path.join(folder, 'results');
      const { code, out: said, error } = demo('--once', '--csv', csv, '--out', out, '--lang', lang, ...args);
      expect(error).toMatch(says);
      expect(error.split('\n')).toHaveLength(1);
      expect(error).not.toMatch(/\bat .+:\d+|Error:|undefined|\{\w+\}/);
      expect(code).toBe(1);
      expect(said).toBe('');
      expect(contents(out)).toEqual([]);
    });
  });
});

test.each([
  ['a missing file', ['--csv', 'nowhere/list.csv'], 1, /nowhere\/list\.csv/],
  ['a folder as the list', ['--csv', 'src'], 1, /文件夹/],
  ['a file as the folder of results', ['--out', 'package.json'], 1, /package\.json/],
  ['a folder below a file', ['--out', 'package.json/out'], 1, /package\.json\/out/],
  ['an unknown option', ['--fast'], 2, /--fast/],
  ['an option without its value', ['--csv'], 2, /--csv/],
  ['an option taken for a value', ['--csv', '--once'], 2, /--csv/],
  ['a value where none belongs', ['--once=yes'], 2, /--once/],
  ['an unknown preset', ['--preset', 'school'], 2, /school.*b2b/],
  ['an unknown language', ['--lang', 'fr'], 2, /fr.*zh-CN/],
  ['a day that is none', ['--now', '2026-02-30T09:00'], 2, /2026-02-30T09:00/],
  ['a region that is none', ['--region', 'XX'], 2, /XX/],
  ['an unknown encoding', ['--encoding', 'latin-9'], 2, /latin-9.*gb18030/],
  ['a workbook that is no .xlsx', ['--file', 'pool.ods'], 2, /pool\.ods/],
  ['an empty workbook that is filled', ['--empty'], 2, /--once.*--empty/],
  ['a stray word', ['list.csv'], 2, /list\.csv/],
])('%s is refused', (_title, args, exit, says) => {
  const { code, out, error } = demo('--once', ...args);
  expect(error).toMatch(says);
  expect(error.split('\n')).toHaveLength(1);
  expect([code, out]).toEqual([exit, '']);
});

test('the complaint about the line comes in the language the line asks for', () => {
  expect(demo('--lang', 'en', '--fast').error).toMatch(/no option --fast/);
  expect(demo('--fast', '--lang=en').error).toMatch(/no option --fast/);
});

test('results of an earlier demo stay when a later one is refused', async () => {
  await inFolder((folder) => {
    writeFileSync(path.join(folder, 'customer-pool.xlsx'), 'mine');
    mkdirSync(path.join(folder, 'outbox'));
    const before = contents(folder);
    expect(demo('--once', '--csv', 'nowhere.csv', '--out', folder).code).toBe(1);
    expect(contents(folder)).toEqual(before);
  });
});

test('help says every option and makes nothing', async () => {
  await inFolder((folder) => {
    const out = path.join(folder, 'results');
    for (const lang of ['zh-CN', 'en']) {
      const help = demo('--help', '--lang', lang, '--out', out);
      for (const option of [
        'once',
        'empty',
        'csv',
        'encoding',
        'out',
        'preset',
        'lang',
        'now',
        'region',
        'file',
        'fresh',
        'json',
        'help',
      ]) {
        expect(help.out).toContain(`--${option}`);
      }
      expect(help.code).toBe(0);
    }
    expect(contents(out)).toEqual([]);
  });
});
