// The sheet, the form and a list refuse what the template forbids with one sentence, on the built bundle.
import { type Host, openHost } from '../../local/host/index';
import type { CheckView } from '../../src/contract/customer-api';
import { type Message, say } from '../../src/i18n/index';
import { issueMarks, workbook } from '../../src/template/index';
import { call, cellOf, FIRST, recordsIn } from '../acts/pool';
import { context, type Violation, violations } from '../domain/record/violations';
import { csvOf, importFile } from '../import/pool';

const OWNER = 'owner@example.com';
/** The first admin goes by the name before his address. */
const ADMIN = 'owner';

let host: Host;
let fresh: ReturnType<Host['snapshot']>;
let fields: ReadonlySet<string>;

beforeAll(() => {
  host = openHost({ owner: OWNER, now: `${context.today}T09:00` });
  while (!call(host, 'applyTemplate', { locale: 'zh-CN', preset: 'b2b' }).finished);
  fields = new Set(call(host, 'customerForm', { id: null }).steps.flatMap(({ fields: some }) => some.map(({ key }) => key)));
  fresh = host.snapshot();
});

beforeEach(() => {
  host.restore(fresh);
});

type Cells = Readonly<Record<string, string>>;

/** Rules about other rows, and those about what script writes itself, have tests of their own. */
const all = violations.filter(({ table, rule }) => table === 'customers' && !/^(?:required|unique|notBefore)$/.test(rule));

/** Every rule of every kind once: that each column's is refused is proven without a host, see test/domain/record. */
const declared = all.filter((violation, i) => all.findIndex((other) => sort(other) === sort(violation)) === i);

function sort({ column, rule }: Violation): string {
  return `${rule} ${column === null ? '' : workbook.sheets.customers.columns[column as 'name'].kind}`;
}

const cellsOf = ({ row }: Violation): Cells =>
  Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cell === '谁' ? ADMIN : String(cell)]));

/** What the sheet says of a row it was typed into. */
function atSheet(cells: Cells): string[] {
  for (const [key, text] of Object.entries({ name: '张伟', ...cells })) {
    host.paste(cellOf(host, 'customers', FIRST, key), [[text]], { valuesOnly: true });
  }
  return entriesOf(recordsIn(host, 'customers')[0]?.['issue']);
}

function entriesOf(issue: unknown): string[] {
  return typeof issue === 'string' ? issue.split(issueMarks.between) : [];
}

function atForm(cells: Cells): string[] {
  const values = { name: '张伟', ...cells };
  const { notes } = call(host, 'checkCustomer', { id: null, values, touched: [...fields], locale: 'zh-CN' });
  return notes.filter(({ state }) => state !== 'ok').map((note: CheckView['notes'][number]) => entry(note.key, note.message));
}

function atImport(cells: Cells): string[] {
  const columns = { name: '张伟', ...cells };
  const label = (key: string) => workbook.sheets.customers.columns[key as 'name'].label['zh-CN'];
  const text = csvOf([Object.keys(columns).map(label), Object.values(columns)]);
  importFile(host, {
    text,
    acceptOwners: false,
    // As chosen by hand: what the values look like shall not decide where they go.
    choose: (found) =>
      found.map((column, i) => ({
        ...column,
        to: 'column' as const,
        key: Object.keys(columns)[i] ?? null,
        why: 'chosen' as const,
      })),
  });
  return entriesOf(recordsIn(host, 'customers')[0]?.['issue']);
}

function entry(key: string, message: Message): string {
  return `${workbook.sheets.customers.columns[key as 'name'].label['zh-CN']}${issueMarks.invalid}${say('zh-CN', message)}`;
}

test.each(declared.map((violation) => [`${violation.column ?? '*'} ${violation.rule}`, violation] as const))(
  '%s',
  (_title, violation) => {
    const { column } = violation;
    const cells = cellsOf(violation);
    const about = (entries: readonly string[]) =>
      entries.filter(
        (text) => column !== null && text.startsWith(entry(column, { code: 'record.wanted' }).split(issueMarks.invalid)[0] ?? ''),
      );
    const sheet = atSheet(cells);
    if (column === null) {
      const whole = sheet.filter((text) => !text.includes(issueMarks.invalid));
      expect(whole).toHaveLength(1);
      host.restore(fresh);
      expect(atImport(cells)).toEqual(whole);
      return;
    }
    const [said, ...more] = about(sheet);
    expect([said, more]).toEqual([expect.stringContaining(issueMarks.invalid), []]);
    host.restore(fresh);
    if (fields.has(column)) expect(about(atForm(cells))).toEqual([said]);
    host.restore(fresh);
    const acts = ['claim', 'quick', 'lock_state', 'return_reason', 'verified_at'];
    if (!acts.includes(column) && `${column} ${violation.rule}` !== 'other_im max')
      expect(about(atImport(cells))).toEqual([said]);
  },
);

test('most of what is declared is met at all three doors', () => {
  expect(declared.filter(({ column }) => column !== null && fields.has(column)).length).toBeGreaterThan(10);
});
