// A form's questions are known however politely they are put, and a response by what was answered, not by where it stands.
import fc from 'fast-check';
import { mappingOf, recogniseQuestions, remembered, responseKey, stampColumn } from '../../../src/domain/intake/response';
import { workbook } from '../../../src/template/index';
import { context } from '../record/violations';

const seed = 20260101;
const { columns } = workbook.sheets.customers;

test.each<[string, string | null]>([
  ['您的姓名', 'name'],
  ['请问您的姓名是？', 'name'],
  ['姓名（必填）', 'name'],
  ['请填写您的手机号码：', 'mobile'],
  ['联系电话 *', 'mobile'],
  ['贵公司名称', 'company'],
  ['公司全称', 'company'],
  ['您的电子邮箱地址', 'email'],
  ['微信号【选填】', 'wechat'],
  ['所在城市是哪里？', 'city'],
  ['What is your name?', 'name'],
  ['Your full name', 'name'],
  ['Please enter your phone number', 'mobile'],
  ['E-mail address (required)', 'email'],
  ['What is your company name?', 'company'],
  ['您对我们的服务有什么建议？', null],
  ['Anything else?', null],
  ['您的负责人', null],
])('the question “%s” belongs to %s', (question, key) => {
  // Beside the others every form has, so that no column is taken for want of a better one.
  const beside = key === 'name' ? '公司名称' : '姓名';
  const headers = ['Timestamp', beside, question];
  const found = recogniseQuestions({ headers, records: [] }, { columns }, context)[2];
  expect([found?.header, found?.key]).toEqual([question, key]);
});

test.each<[string, readonly string[], readonly (readonly string[])[], number]>([
  ['by its name', ['姓名', 'Timestamp'], [], 1],
  ['by its values', ['姓名', 'When'], [['张伟', '2026-03-01 08:00:00']], 1],
  ['not by a day alone', ['姓名', '生日'], [['张伟', '1988-05-20']], -1],
  ['not where there is none', ['姓名'], [], -1],
])('the column of times is known %s', (_title, headers, rows, at) => {
  expect(stampColumn({ headers, records: rows.map((cells, i) => ({ line: i + 2, cells })) })).toBe(at);
});

const cells = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 });

test('a response is the same wherever its columns stand and whatever new questions beside it nobody answered', () => {
  fc.assert(
    fc.property(cells, fc.integer(), fc.nat({ max: 3 }), (answers, turn, blanks) => {
      const at = '2026-03-01 08:00:00';
      const turned = answers.map((_, i) => answers[(i + Math.abs(turn)) % answers.length] ?? '');
      const wider = [...Array.from({ length: blanks }, () => ''), ...turned, at];
      expect(responseKey({ line: 9, cells: wider }, wider.length - 1)).toBe(responseKey({ line: 2, cells: [at, ...answers] }, 0));
    }),
    { seed },
  );
});

test('another answer or another moment is another response', () => {
  fc.assert(
    fc.property(cells, fc.string({ minLength: 9, maxLength: 12 }), (answers, other) => {
      const key = (at: string, list: readonly string[]) => responseKey({ line: 2, cells: [at, ...list] }, 0);
      const known = key('2026-03-01 08:00:00', answers);
      expect(key('2026-03-01 08:00:01', answers)).not.toBe(known);
      expect(key('2026-03-01 08:00:00', [...answers.slice(1), other])).not.toBe(known);
    }),
    { seed },
  );
});

test('a column stays linked when it is moved, and one asked later goes to the notes', () => {
  const linked = remembered([
    { header: 'Timestamp', to: 'stamp', key: null },
    { header: '姓名', to: 'column', key: 'name' },
    { header: '意见', to: 'notes', key: null },
  ]);
  const mapping = mappingOf({ headers: ['新问题', '姓名', 'Timestamp', '意见'], records: [] }, linked);
  expect(mapping.map(({ to, key }) => [to, key])).toEqual([
    ['notes', null],
    ['column', 'name'],
    ['empty', null],
    ['notes', null],
  ]);
});

test('forty questions of any length are remembered in one property', () => {
  const long = Array.from({ length: 40 }, (_, i) => ({
    header: `${i} ${'问'.repeat(500)}`,
    to: 'column' as const,
    key: 'needs',
  }));
  expect(new TextEncoder().encode(JSON.stringify(remembered(long))).length).toBeLessThan(9 * 1024);
});
