// Notes the watcher writes: in one read, however many there are, and never over somebody's own.
import { setNotes } from '../../src/gateway/notes';
import type { Sheet } from '../../src/gateway/run';

interface Written {
  readonly row: number;
  readonly column: number;
  readonly lines: readonly (readonly string[])[];
}

/** A sheet of nothing but notes. */
function sheetOf(noteAt: (row: number, column: number) => string): { readonly sheet: Sheet; readonly written: Written[] } {
  const written: Written[] = [];
  const getRange = (row: number, column: number, rows: number, columns: number) => ({
    getNotes: () =>
      Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => noteAt(row + r, column + c))),
    setNotes: (lines: Written['lines']) => written.push({ row, column, lines }),
  });
  return { sheet: { getRange } as unknown as Sheet, written };
}

test('a night of 200,000 notes', () => {
  const rows = 100_000;
  const { sheet, written } = sheetOf(() => '');
  const texts = (text: string) => new Map(Array.from({ length: rows }, (_, i) => [3 + i, text]));
  setNotes(
    sheet,
    new Map([
      [1, texts('a')],
      [4, texts('b')],
    ]),
  );
  expect(written.map(({ row, column, lines }) => [row, column, lines.length, lines[rows - 1]])).toEqual([
    [3, 2, rows, ['a']],
    [3, 5, rows, ['b']],
  ]);
});

test('a note of somebody stays', () => {
  const { sheet, written } = sheetOf((row) => (row === 4 ? '我的备注' : ''));
  setNotes(
    sheet,
    new Map([
      [
        0,
        new Map([
          [3, 'a'],
          [4, 'b'],
          [5, 'c'],
        ]),
      ],
    ]),
  );
  expect(written).toEqual([{ row: 3, column: 1, lines: [['a'], ['我的备注'], ['c']] }]);
});
