import fc from 'fast-check';
import { type Delimiter, delimiters, detectDelimiter, readRecords, type SourceRecord } from '../../../src/domain/import/index';

const seed = 20260101;

function whole(text: string, delimiter: Delimiter = ','): readonly SourceRecord[] {
  const slice = readRecords(text, { delimiter, firstLine: 1, last: true });
  if (!slice.ok) throw new Error(slice.reason.code);
  return slice.records;
}

test.each<[string, string, readonly (readonly string[])[]]>([
  [
    'plain records',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'no line break at the end',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'CRLF',
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'lone CR',
    'a,b\r1,2\r',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['a byte order mark', '\ufeffa,b\n', [['a', 'b']]],
  ['the line that tells Excel the delimiter', 'sep=,\r\na,b\r\n', [['a', 'b']]],
  ['quoted delimiter, quote and line break', '"a,1","b ""x""","c\r\nd"\n', [['a,1', 'b "x"', 'c\r\nd']]],
  ['an empty quoted cell', '"",x\n', [['', 'x']]],
  ['a quote inside an unquoted cell', '5" pipe,x\n', [['5" pipe', 'x']]],
  ['text behind a closing quote', '"Joe" Smith,x\n', [['Joe Smith', 'x']]],
  ['a space before a quoted cell', 'a, "Chicago, IL", b\n', [['a', 'Chicago, IL', ' b']]],
  ['short and long records', 'a,b,c\n1\n1,2,3,4\n', [['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']]],
  ['cells padded at the end', 'a,b,,,\n1,,,,\n', [['a', 'b'], ['1']]],
  [
    'blank lines, and lines of blank cells',
    'a,b\n\n , \n,,\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
])('%s', (_title, text, cells) => {
  expect(whole(text).map((record) => record.cells)).toEqual(cells);
});

test('records know the line they begin on', () => {
  expect(whole('a,b\n"x\ny",1\n\n2,3\n').map((record) => record.line)).toEqual([1, 2, 5]);
  expect(whole('\ufeffsep=;\na;b\n', ';').map((record) => record.line)).toEqual([2]);
});

test.each<[string, string, string, object]>([
  ['a quote that never closes', 'a,b\n1,"2\n3,4\n', 'csv.quote', { line: 2, column: 2 }],
  ['81 columns', `${'x,'.repeat(80)}x\n`, 'csv.columns', { line: 1, columns: 81 }],
  ['a cell over 50,000 characters', `a,b\n1,${'x'.repeat(50_001)}\n`, 'csv.cell', { line: 2, column: 2 }],
  ['a quoted one', `a\n"${'x'.repeat(50_001)}"\n`, 'csv.cell', { line: 2, column: 1 }],
])('%s is refused with its place', (_title, text, code, args) => {
  expect(readRecords(text, { delimiter: ',', firstLine: 1, last: true })).toMatchObject({ ok: false, reason: { code, args } });
});

test('the limits themselves are no reason to refuse', () => {
  expect(whole(`${'x,'.repeat(79)}x,,,,\n"${'""'.repeat(50_000)}"\n`)).toHaveLength(2);
});

/** RFC 4180 the other way round; the oracle of the reader. */
function written(rows: readonly (readonly string[])[], delimiter: Delimiter, lineEnd: string): string {
  const quoted = (cell: string) => (/["\r\n,;\t]|^\s|\s$/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join(delimiter) + lineEnd).join('');
}

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', ' ', '张', '𠮷'), maxLength: 6 }),
  fc.string({ maxLength: 8 }),
);
/** The reader leaves out blank records and blank ends; a table without them comes back as it was. */
const table = fc.array(
  fc.array(cell, { maxLength: 4 }).map((row) => [...row, 'x']),
  { maxLength: 8 },
);

test('what is written by the rules is read as it was', () => {
  fc.assert(
    fc.property(table, fc.constantFrom(...delimiters), fc.constantFrom('\n', '\r\n', '\r'), (rows, delimiter, lineEnd) => {
      expect(whole(written(rows, delimiter, lineEnd), delimiter).map((record) => record.cells)).toEqual(rows);
    }),
    { seed, numRuns: 500 },
  );
});

test('a file in slices is the file as a whole, wherever it is cut', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        table.map((rows) => written(rows, ',', '\r\n')),
        fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r'), maxLength: 40 }),
      ),
      fc.array(fc.nat(12), { minLength: 1, maxLength: 30 }),
      (text, steps) => {
        const expected = readRecords(text, { delimiter: ',', firstLine: 1, last: true });
        const records: SourceRecord[] = [];
        let rest = '';
        let line = 1;
        let at = 0;
        for (let i = 0; at < text.length; i++) {
          const step = steps[i % steps.length] ?? 1;
          const piece = text.slice(at, at + step + 1);
          at += step + 1;
          const slice = readRecords(rest + piece, { delimiter: ',', firstLine: line, last: at >= text.length });
          if (!slice.ok) {
            expect(expected.ok).toBe(false);
            return;
          }
          records.push(...slice.records);
          ({ rest, nextLine: line } = slice);
        }
        if (text !== '') expect({ ok: true, records }).toEqual({ ok: expected.ok, records: expected.ok ? expected.records : [] });
      },
    ),
    { seed, numRuns: 1000 },
  );
});

test.each<[string, string, Delimiter]>([
  ['commas', 'a,b,c\n1,2,3\n', ','],
  ['semicolons with decimal commas', 'name;amount\nx;1,5\ny;2,5\n', ';'],
  ['tabs with commas in prose', 'name\tnote\nx\tone, two, three\ny\tfour, five\n', '\t'],
  ['a delimiter inside quotes counts for nothing', '"a;b;c;d",x\n"e;f;g;h",y\n', ','],
  ['one column', 'name\nx\ny\n', ','],
  ['the delimiter is said', 'sep=;\na,b;c,d\n', ';'],
  ['a title above the table', '客户表\n姓名;电话;备注\n张伟;1,2;x\n', ';'],
])('the delimiter is found: %s', (_title, text, delimiter) => {
  expect(detectDelimiter(text)).toBe(delimiter);
});
