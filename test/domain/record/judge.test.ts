// Every rule the template declares is refused at every door, with the same sentence in both languages.
import fc from 'fast-check';
import { readTyped } from '../../../src/domain/entry';
import { type MappedColumn, planRows } from '../../../src/domain/import/index';
import { kindOf } from '../../../src/domain/kinds/index';
import { type Finding, judgedWith, judgeRecord, type Others } from '../../../src/domain/record/judge';
import { type Message, say } from '../../../src/i18n/index';
import { type TableKey, tableOf, workbook } from '../../../src/template/index';
import type { Cell } from '../../../src/template/types';
import { context, declaredProperties, known, type Violation, violations } from './violations';

const seed = 20260101;

type Row = Readonly<Record<string, Cell>>;

/** A table in which every value stands already, with another customer. */
const others: Others = { isTaken: () => true, holdings: () => ['C-000002'] };
const alone: Others = { isTaken: () => false, holdings: () => [] };

const othersFor = ({ rule }: Violation) =>
  /^(?:unique|uniqueWith|oneFor)$/.test(rule) ? (rule === 'oneFor' ? { ...alone, holdings: others.holdings } : others) : alone;

/** The doors: what each says of a row as typed. */
const doors = {
  form: (violation: Violation) => judgeRecord(tableOf(violation.table), violation.row, context, { others: othersFor(violation) }),
  sheet: (violation: Violation) => {
    const template = tableOf(violation.table);
    const typed = [
      ...Object.keys(violation.row),
      ...(violation.column === null ? Object.keys(template.columns) : [violation.column]),
    ];
    return readTyped(template, violation.row, typed, { ...context, row: violation.row }, othersFor(violation)).issues;
  },
  import: ({ row }: Violation) => imported({ name: '张伟', ...row })?.issues ?? [],
};

function imported(row: Row) {
  const { columns, oneOf } = workbook.sheets.customers;
  const mapping = Object.keys(row).map((key, index): MappedColumn => ({ index, header: `h${index}`, to: 'column', key }));
  const cells = Object.values(row).map((cell) => String(cell ?? ''));
  return planRows([{ line: 2, cells }], mapping, { ...context, columns, oneOf })[0];
}

function sentences(reason: Message): string {
  return `${say('zh-CN', reason)} / ${say('en', reason)}`;
}

const title = ({ table, column, rule }: Violation) => `${table}.${column ?? '*'} ${rule}`;
const told = (issues: readonly { readonly column: string | null; readonly reason: Message }[], { column, code }: Violation) =>
  issues.filter((issue) => issue.column === column && issue.reason.code === code).map(({ reason }) => sentences(reason));

test.each(violations.map((violation) => [title(violation), violation] as const))('%s', (_title, violation) => {
  const [atForm, ...more] = told(doors.form(violation), violation);
  expect([atForm, more]).toEqual([expect.not.stringMatching(/[{}]/), []]);
  expect(told(doors.sheet(violation), violation)).toEqual([atForm]);
  // A list comes in without asking who is there already, numbers its rows itself, and puts what is too long into the notes.
  const elsewhere = /^(?:required|unique|notBefore)$/.test(violation.rule) || title(violation) === 'customers.other_im max';
  if (violation.table !== 'customers' || elsewhere) return;
  expect(told(doors.import(violation), violation)).toEqual([atForm]);
});

test('what is declared on a column is broken above, or refuses nothing', () => {
  expect([...declaredProperties].filter((property) => !known.has(property))).toEqual([]);
  expect(violations.length).toBeGreaterThan(150);
});

test('a list leaves no required cell of a customer empty, whatever it lacks', () => {
  const required = Object.entries(workbook.sheets.customers.columns).filter(
    ([, column]) => 'required' in column && !('kept' in column && column.kept === 'script'),
  );
  expect(Object.keys(imported({ company: '启明' })?.cells ?? {})).toEqual(expect.arrayContaining(required.map(([key]) => key)));
  expect(imported({ mobile: '13800138000' })?.outcome).toBe('invalid');
});

test.each<[string, TableKey, Row, readonly string[]]>([
  [
    'a customer with all that is needed',
    'customers',
    {
      name: '张伟',
      mobile: '13800138000',
      tier: 'VIP',
      stage: '潜在',
      sales_status: '待跟进',
      source: '官网',
      country: 'CN',
      consent_status: '无',
    },
    [],
  ],
  [
    'a next date is wanted of an owned customer',
    'customers',
    { ...customer(), owner: '谁', sales_status: '联系中' },
    ['next_follow_up'],
  ],
  ['not in the pool', 'customers', { ...customer(), sales_status: '联系中' }, []],
  ['not of one who is lost', 'customers', { ...customer(), owner: '谁', sales_status: '无效' }, []],
  ['an unticked box is an answer', 'users', { name: '李雷', email: 'li@example.com', role: '销售' }, []],
  ['a survey with one of its figures', 'feedback', { ...feedback(), kind: '满意度', nps: 9 }, []],
  ['a suggestion needs no figure', 'feedback', { ...feedback(), kind: '建议' }, []],
])('%s', (_title, table, row, columns) => {
  const found = judgeRecord(tableOf(table), row, { ...context, lookup: (_sheet, text) => text });
  expect(found.map(({ column }) => column)).toEqual(columns);
});

function customer(): Row {
  return {
    name: '张伟',
    mobile: '13800138000',
    tier: '重要',
    stage: '潜在客户',
    source: '官网',
    country: 'CN',
    consent_status: '未取得',
  };
}

function feedback(): Row {
  return { customer_id: 'C-000001', date: '2026-03-01', status: '待处理' };
}

test.each<[string, Row, string | null, Finding['severity']]>([
  ['a number nobody can dial', { mobile: '1.38E+10' }, 'mobile', 'block'],
  ['a number that looks made up', { mobile: '13888888888' }, 'mobile', 'warn'],
  ['a credit code with a wrong check character', { uscc: '91350100M000100Y44' }, 'uscc', 'block'],
  ['a city of another province', { province: '江苏省', city: '深圳市' }, 'city', 'warn'],
  ['an age nobody reaches', { age: 300 }, 'age', 'block'],
  ['no name', {}, 'name', 'block'],
  ['no next date', { owner: '谁', sales_status: '联系中' }, 'next_follow_up', 'warn'],
  ['no way of contact', {}, null, 'block'],
])('%s: whether it may be saved all the same', (_title, row, column, severity) => {
  const found = judgeRecord(tableOf('customers'), row, { ...context, lookup: (_sheet, text) => text });
  expect(found.find((finding) => finding.column === column)?.severity).toBe(severity);
});

test('what a row lacks one of is named by its columns, so that a form can say it where it is asked', () => {
  const survey = { ...feedback(), kind: '满意度' };
  const found = judgeRecord(tableOf('feedback'), survey, context);
  expect(found).toMatchObject([{ column: null, of: ['csat', 'nps'], severity: 'block' }]);
});

test('judging what was typed and all that depends on it says what judging the whole record says of them', () => {
  const template = tableOf('customers');
  const keys = Object.keys(template.columns);
  const cell = fc.constantFrom<Cell>(
    null,
    '1.38E+10',
    '13800138000',
    '深圳市',
    '江苏省',
    'SG',
    '2026-01-01',
    '联系中',
    '无效',
    '谁',
    '08-31',
    'x'.repeat(2001),
  );
  const row = fc.dictionary(fc.constantFrom(...keys), cell, { maxKeys: 20 });
  fc.assert(
    fc.property(row, row, (before, typed) => {
      const after = { ...before, ...typed };
      const touched = Object.keys(typed);
      const judged = judgedWith(template, touched);
      // What is not judged anew is what it was: that is why it need not be.
      const rest = (all: readonly Finding[]) => all.filter(({ column }) => column !== null && !judged.includes(column));
      expect(rest(judgeRecord(template, after, context))).toEqual(rest(judgeRecord(template, before, context)));
      const found = judgeRecord(template, after, context, { touched }).filter(({ column }) => column !== null);
      expect(found).toEqual(
        judgeRecord(template, after, context).filter(({ column }) => column !== null && judged.includes(column)),
      );
    }),
    { seed, numRuns: 300 },
  );
});

test('canonical values read as typed ones: a record is judged alike before and after it is tidied', () => {
  for (const { table, row } of violations) {
    const template = tableOf(table);
    const tidy = Object.fromEntries(
      Object.entries(row).map(([key, cell]) => {
        const column = template.columns[key];
        const reading = column === undefined ? null : kindOf(column).parse(cell, column, { ...context, row });
        return [key, reading?.ok && reading.currency === undefined ? reading.value : cell];
      }),
    );
    expect(judgeRecord(template, tidy, context)).toEqual(judgeRecord(template, row, context));
  }
});
