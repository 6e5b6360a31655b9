// Format rules that read single cells are answered away from the book; they must say what the same formula says in a cell.
import fc from 'fast-check';
import { type CellValue, cellKey, conditionalStyles, createEngine } from '../../../local/host/index';
import { bookOf } from './books';

const CLOCK = { todaySerial: 46_092, nowSerial: 46_092.5 };

const anyValue: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(null, '', 'a', 'A', '=x', "'", '"', '007', 'TRUE', 0, 1, -2.5, 46_092, 1e12, true, false, {
    error: '#N/A',
  }),
  fc.string({ maxLength: 8 }),
  fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
);

/** About A2, B2 and the heading above. */
const FORMULAS = [
  '=A2=B2',
  '=A2<>""',
  '=AND($A2<>"",B2="")',
  '=A2=0',
  '=A2<TODAY()',
  '=A2&B2="a"',
  '=ISNUMBER(SEARCH(A$1,B2))',
  '=ISBLANK(A2)',
  '=LEN(A2)>1',
  '=A2>B2',
  '=IF(A2,TRUE,B2)',
  '=COUNTIF(A2,B2)=1',
  '=ISERROR(A2)',
  '=ROW()=3',
  '=ROW(A2)=3',
  '=SUM(A2:B2)>0',
  '=A2',
];

test('a format rule says of each row what its formula says in a cell of the row', () => {
  const rows = fc.array(fc.tuple(anyValue, anyValue), { minLength: 3, maxLength: 6 });
  fc.assert(
    fc.property(rows, fc.constantFrom(...FORMULAS), (lines, formula) => {
      const book = bookOf({ Data: lines.map((line) => [...line]) });
      const [sheet] = book.sheets;
      if (sheet === undefined) throw new Error('no sheet');
      const rule = { background: null, fontColor: null, bold: true, italic: null, underline: null, strikethrough: null };
      const area = { sheetId: sheet.id, row: 2, column: 1, rows: lines.length - 1, columns: 1 };
      sheet.conditionalFormats = [{ ...rule, areas: [area], criteria: 'CUSTOM_FORMULA', values: [formula] }];
      const shown = conditionalStyles(book, sheet, [area], CLOCK);
      const marked = lines.slice(1).map((_, i) => shown.has(cellKey(i + 2, 1)));

      for (let row = 2; row <= lines.length; row++) {
        sheet.formulas.set(row, new Map([[4, formula.replace(/([A-B])2/g, `$1${row}`)]]));
      }
      createEngine().refresh(book, CLOCK);
      const computed = lines.slice(1).map((_, i) => sheet.cells[i + 1]?.[3] ?? null);
      expect(marked).toEqual(computed.map((value) => value === true || (typeof value === 'number' && value !== 0)));
    }),
    { seed: 20260311, numRuns: 300 },
  );
});
