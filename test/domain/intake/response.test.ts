// A form's questions are known however politely they are put, and a response by what was answered, not by where it stands.
import fc from 'fast-check';
import { mappingOf, recogniseQuestions, remembered, stampColumn, untaken } from '../../../src/domain/intake/response';
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
const AT = '2026-03-01 08:00:00';

/** Responses as a sheet has them that begins with their times, others last. */
function responses(...rows: readonly (readonly string[])[]) {
  const width = Math.max(...rows.map(({ length }) => length));
  const headers = ['Timestamp', ...Array.from({ length: width - 1 }, (_, i) => `Q${i}`)];
  return { headers, records: rows.map((row, i) => ({ line: i + 2, cells: [...row] })) };
}

function keysOf(...rows: readonly (readonly string[])[]): Set<string> {
  return new Set(untaken(responses(...rows), new Set()).map(({ key }) => key));
}

/** A key as versions before the marks remembered it. */
const unmarked = (key: string) => key.slice(0, AT.length + 17);

test('a response is the same wherever its columns stand and whatever new questions beside it nobody answered', () => {
  fc.assert(
    fc.property(cells, fc.integer(), fc.nat({ max: 3 }), (answers, turn, blanks) => {
      const turned = answers.map((_, i) => answers[(i + Math.abs(turn)) % answers.length] ?? '');
      const wider = [...Array.from({ length: blanks }, () => ''), ...turned, AT];
      const headers = wider.map((_, i) => (i === wider.length - 1 ? 'Timestamp' : `Q${i}`));
      const keys = untaken({ headers, records: [{ line: 9, cells: wider }] }, new Set()).map(({ key }) => key);
      expect(keys).toEqual([...keysOf([AT, ...answers])]);
    }),
    { seed },
  );
});

test('another answer or another moment is another response', () => {
  fc.assert(
    fc.property(cells, fc.string({ minLength: 9, maxLength: 12 }), (answers, other) => {
      const taken = keysOf([AT, ...answers]);
      const fresh = responses([AT, ...answers], ['2026-03-01 08:00:01', ...answers], [AT, ...answers.slice(1), other]);
      expect(untaken(fresh, taken).map(({ record }) => record.line)).toEqual([3, 4]);
    }),
    { seed },
  );
});

test('what people write beside a response, and correct in less than half of it, makes no new one', () => {
  fc.assert(
    fc.property(
      cells,
      fc.array(fc.string({ minLength: 9, maxLength: 12 }), { maxLength: 4 }),
      fc.nat(),
      (answers, notes, turn) => {
        const taken = keysOf([AT, ...answers]);
        const corrected = answers.map((answer, i) => (i * 2 + 1 < answers.length ? `corrected ${answer}` : answer));
        for (const row of [answers, corrected]) {
          const changed = responses([AT, ...row, ...notes], [`2026-03-01 09:00:0${turn % 10}`, ...answers]);
          expect(untaken(changed, taken).map(({ record }) => record.line)).toEqual([3]);
          expect(untaken(changed, new Set([...taken].map(unmarked))).map(({ record }) => record.line)).toEqual([3]);
        }
      },
    ),
    { seed },
  );
});

test.each<[string, readonly string[], readonly (readonly string[])[], readonly number[]]>([
  [
    'a second one of the same second is new, though somebody wrote beside the first',
    [AT, 'a', 'b'],
    [
      [AT, 'a', 'b', 'called'],
      [AT, 'c', 'd'],
    ],
    [3],
  ],
  ['another one of the same second, after the first was deleted', [AT, 'a', 'b'], [[AT, 'c', 'd']], [2]],
  ['a time told to the day alone says little', ['2026-03-01', 'a', 'b'], [['2026-03-01', 'a', 'c']], [2]],
  ['no time at all', ['', 'a', 'b'], [['', 'a', 'c']], [2]],
])('%s', (_title, known, rows, lines) => {
  expect(untaken(responses(...rows), keysOf(known)).map(({ record }) => record.line)).toEqual(lines);
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
