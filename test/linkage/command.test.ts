// `npm run dedupe` as a person runs it: any CSV in, a cluster a row out, or one sentence and nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { messyTable } from '../../bench/linkage-messy';
import { contents, inFolder } from '../demo/command';

const KINDS = { id: 'id', 姓名: 'person_name', 手机: 'mobile', 公司: 'company', 备注: 'text' };
const LIST = `id,姓名,手机,公司,备注
A1,陈伟明,13900001357,广州联创贸易有限公司,
A2,魏然,13800002468,上海启明科技有限公司,老客户
A3,陳偉明,+86 139-0000-1357,广州联创贸易,
A4,张敏,13700005566,杭州云杉食品有限公司,
`;
const APART = [
  ['A1', 'A1'],
  ['A2', 'A2'],
  ['A3', 'A1'],
  ['A4', 'A4'],
];

/** The list with columns of no use behind its own. */
function wide(list: string, delimiter: string): string {
  const more = (text: (i: number) => string) => Array.from({ length: 300 }, (_, i) => delimiter + text(i)).join('');
  return list
    .trimEnd()
    .split('\n')
    .map((line, row) => line + more((i) => (row === 0 ? `c${i}` : 'x')))
    .join('\n');
}

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
  /** Row and cluster ids of what was written; null where nothing was. */
  readonly clusters: string[][] | null;
  readonly text: string;
  readonly left: string[];
}

/** Runs it in a folder of its own, in English. */
function dedupe(list: string | null, schema: string | null, ...more: string[]): Promise<Run> {
  return inFolder((folder) => {
    const file = (name: string) => path.join(folder, name);
    if (list !== null) writeFileSync(file('list.csv'), list);
    if (schema !== null) writeFileSync(file('schema.json'), schema);
    mkdirSync(file('folder'));
    const placed = more.map((word) => word.replace(/^@/, `${folder}/`));
    const args = [
      '--in',
      file('list.csv'),
      '--out',
      file('out.csv'),
      '--lang',
      'en',
      ...(schema === null ? [] : ['--schema', file('schema.json')]),
    ];
    const done = spawnSync(process.execPath, ['.cache/local/commands.cjs', 'dedupe', ...args, ...placed], { encoding: 'utf8' });
    const text = existsSync(file('out.csv')) ? readFileSync(file('out.csv'), 'utf8') : '';
    const clusters =
      text === ''
        ? null
        : text
            .trim()
            .split('\n')
            .slice(1)
            .map((line) => line.split(',').slice(0, 2));
    return {
      code: done.status,
      out: done.stdout,
      error: done.stderr.replaceAll(folder, '').trim(),
      clusters,
      text,
      left: contents(folder),
    };
  });
}

const schema = JSON.stringify({ columns: KINDS });

test.each([
  ['as it is', LIST],
  ['with a byte order mark', `\uFEFF${LIST}`],
  ['with CRLF', LIST.replace(/\n/g, '\r\n')],
  ['with semicolons', LIST.replace(/,/g, ';')],
  ['with a line break in a quoted cell', LIST.replace('老客户', '"老客户\n""VIP"", 上海"')],
  ['with semicolons and three hundred columns', wide(LIST.replace(/,/g, ';'), ';')],
  ['with cells missing at the end of rows', LIST.replace(/,\n/g, '\n')],
  ['with cells too many', LIST.replace(/,\n/g, ',,,多\n')],
  ['without a line break at the end', LIST.trimEnd()],
])('a list %s', async (_what, list) => {
  const { code, out, error, clusters } = await dedupe(list, schema);
  expect({ code, out, error, clusters }).toEqual({ code: 0, out: '', error: '', clusters: APART });
});

test('a list whose kinds nobody names', async () => {
  expect((await dedupe(LIST, null)).clusters).toEqual(APART);
});

test('a list of only a header gives a header', async () => {
  const { code, error, text } = await dedupe('id,姓名,手机,公司,备注\n', schema);
  expect({ code, error, text }).toEqual({ code: 0, error: '', text: 'row_id,cluster_id,confidence\n' });
});

test('rows are numbered where there is no id, and keep their order', async () => {
  const list = LIST.replace(/^[^,]*,/gm, '');
  expect((await dedupe(list, JSON.stringify({ columns: { ...KINDS, id: undefined } }))).clusters).toEqual([
    ['1', '1'],
    ['2', '2'],
    ['3', '1'],
    ['4', '4'],
  ]);
});

test('columns called as objects are made of', async () => {
  const { code, clusters } = await dedupe(
    'id,constructor,__proto__,姓名,手机\n1,a,b,陈伟明,13900001357\n2,c,d,陈伟明,139 0000 1357\n',
    JSON.stringify({ columns: { id: 'id', 姓名: 'person_name', 手机: 'mobile' } }),
  );
  expect(code).toBe(0);
  expect(clusters).toEqual([
    ['1', '1'],
    ['2', '1'],
  ]);
});

test('help is said, and nothing is read', async () => {
  const { code, out, error, clusters } = await dedupe(null, null, '--help');
  expect([code, error, clusters]).toEqual([0, '', null]);
  expect(out).toMatch(/--certainty/);
});

test('ids that stand twice or are empty do not join their rows', async () => {
  const list = LIST.replace('A4', 'A2').replace('A1', '');
  expect((await dedupe(list, schema)).clusters).toEqual([
    ['', '#2'],
    ['A2', 'A2'],
    ['A3', '#2'],
    ['A2', 'A2#2'],
  ]);
});

test('the same list gives the same bytes, whatever the certainty; what is certain is part of what is shown', async () => {
  const { header, rows } = messyTable(300, 5);
  const list = [header, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
  const [once, twice, certain] = [
    await dedupe(list, null),
    await dedupe(list, null),
    await dedupe(list, null, '--certainty', 'certain'),
  ];
  expect(once.text).toBe(twice.text);
  const shown = new Map(once.clusters?.map(([row = '', cluster = '']) => [row, cluster]));
  for (const [row = '', cluster = ''] of certain.clusters ?? []) expect(shown.get(cluster)).toBe(shown.get(row));
  expect(new Set(certain.clusters?.map(([, cluster]) => cluster)).size).toBeGreaterThan(new Set(shown.values()).size);
  for (const line of once.text.trim().split('\n').slice(1)) expect(Number(line.split(',')[2])).toBeLessThanOrEqual(1);
});

test('figures of the run', async () => {
  await inFolder(async (folder) => {
    const stats = path.join(folder, 'stats.json');
    await dedupe(LIST, schema, '--stats', stats);
    const figures = JSON.parse(readFileSync(stats, 'utf8')) as Record<string, unknown>;
    expect(figures).toMatchObject({ rows: 4, kinds: KINDS, passes: expect.arrayContaining([]) });
    expect(Object.keys(figures['ms'] as object)).toEqual(
      expect.arrayContaining(['read', 'normalise', 'encode', 'block', 'compare', 'estimate', 'score', 'cluster']),
    );
    expect(figures['peakHeapBytes']).toBeGreaterThan(1e6);
  });
});

test.each<[string, string | null, string | null, string[], number, RegExp]>([
  ['no such list', null, null, [], 1, /no file .*list\.csv/],
  ['a list of nothing', '', null, [], 1, /list\.csv is empty/],
  ['a schema that is no JSON', LIST, '{columns', [], 1, /schema\.json has no columns/],
  ['a schema without columns', LIST, '{"kinds": {}}', [], 1, /schema\.json has no columns/],
  ['a schema of a list', LIST, '{"columns": ["id"]}', [], 1, /schema\.json has no columns/],
  ['a schema of other columns', LIST, '{"columns": {"Name": "person_name"}}', [], 1, /None of the columns .*schema\.json/],
  ['a kind nobody knows', LIST, '{"columns": {"姓名": "nickname"}}', [], 1, /“姓名” cannot be nickname.*person_name/],
  ['a quote that never ends', 'id,name\n1,"open\n', null, [], 1, /line 2/i],
  ['a certainty nobody knows', LIST, null, ['--certainty', 'maybe'], 2, /review, certain/],
  ['an option nobody knows', LIST, null, ['--fast', 'yes'], 2, /--fast/],
  ['a result over the list', LIST, null, ['--out', '@list.csv'], 2, /--out .*file to be read/],
  ['a result where a folder is', LIST, null, ['--out', '@folder'], 1, /cannot be written/],
  ['a result in no folder', LIST, null, ['--out', '@none/out.csv'], 1, /cannot be written/],
])('%s: one sentence, and nothing written', async (_what, list, kinds, more, exit, sentence) => {
  const { code, out, error, left } = await dedupe(list, kinds, ...more);
  expect({ code, out }).toEqual({ code: exit, out: '' });
  expect(error).toMatch(sentence);
  expect(error).not.toContain('\n');
  expect(left.filter((name) => !['list.csv', 'schema.json', 'folder'].includes(name))).toEqual([]);
});
