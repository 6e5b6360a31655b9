// What the clipboard brings is read as a sheet reads it, and what it takes away comes back the same.
import fc from 'fast-check';
import { cellsOf, tsvOf } from '../../local/workbench/tsv';

test.each([
  ['one cell', 'a', [['a']]],
  ['a row', 'a\tb\t', [['a', 'b', '']]],
  ['rows, however their lines end', 'a\r\nb\rc\n', [['a'], ['b'], ['c']]],
  ['a break inside a cell', '"two\nlines"\tb', [['two\nlines', 'b']]],
  ['a quote inside quotes', '"say ""hi"""\tb', [['say "hi"', 'b']]],
  ['a quote that is meant', '5" pipe\tb', [['5" pipe', 'b']]],
  ['a quote nobody closes', '"open\tb\nc', [['"open', 'b'], ['c']]],
  ['text behind a quote', '"a"b\tc', [['"a"b', 'c']]],
  ['an empty line between', 'a\n\nb', [['a'], [''], ['b']]],
  ['nothing', '', [['']]],
])('%s', (_title, text, cells) => {
  expect(cellsOf(text)).toEqual(cells);
});

test('a block goes to the clipboard and comes back', () => {
  const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('', '"', '""', 'a\tb', 'two\nlines', '"x"', '客户'));
  // A carriage return is a line's end to every clipboard.
  const block = fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.array(
      fc.array(
        cell.map((text) => text.replaceAll('\r', '')),
        { minLength: width, maxLength: width },
      ),
      { minLength: 1, maxLength: 5 },
    ),
  );
  fc.assert(
    fc.property(block, (rows) => {
      // A last line that is empty cannot be told from the end of the text.
      const lines = rows.length > 1 && rows[rows.length - 1]?.join('') === '' && rows[0]?.length === 1 ? rows.slice(0, -1) : rows;
      expect(cellsOf(tsvOf(rows))).toEqual(lines);
    }),
    { seed: 20260311, numRuns: 2000 },
  );
});
