// Random workbooks: everything an .xlsx can say, mixed without regard to sense.
import fc from 'fast-check';
import {
  type Area,
  type Book,
  type CellStyle,
  type CellValue,
  type ChartModel,
  type ConditionalFormatModel,
  DEFAULT_STYLE,
  intern,
  type ProtectionModel,
  type SheetModel,
  type ValidationModel,
} from '../../../local/host/book';
import { bookOf, put, spread } from './books';

const colour = fc.constantFrom('#000000', '#e8eaed', '#ceead6', '#d93025', '#ffffff');
const maybeColour = fc.option(colour);

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
  fc.constantFrom(
    '客户',
    '+86 138',
    '007',
    "'x",
    '=1+1',
    '@SUM',
    ' a ',
    'a\nb',
    'a\r\nb',
    '\t',
    '_x000D_',
    '_x',
    '<&>"',
    '\ud800',
    '\u0000\u0007',
    '𠮷野家',
  ),
);

const constant: fc.Arbitrary<CellValue> = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom({ error: '#N/A' }, { error: '#REF!' }),
);

const formula = fc.constantFrom(
  '=SUM(A:A)',
  '=COUNTIFS(\'客户\'!B:B,"成交")',
  '=IFS(A1>1,"a<b",TRUE,"&")',
  '=SUM(C2:C)',
  '=TEXTJOIN(",",TRUE,$A$1:B2)',
  '=-A1%',
);

const style: fc.Arbitrary<CellStyle> = fc
  .record({
    numberFormat: fc.constantFrom('General', '@', '0.00', 'yyyy-mm-dd', '"¥"#,##0', '0%'),
    background: maybeColour,
    fontColor: maybeColour,
    fontWeight: fc.constantFrom('normal' as const, 'bold' as const),
    fontStyle: fc.constantFrom('normal' as const, 'italic' as const),
    fontLine: fc.constantFrom('none' as const, 'underline' as const, 'line-through' as const),
    fontSize: fc.constantFrom(8, 10, 13),
    fontFamily: fc.constantFrom('Arial', 'Noto Sans SC'),
    horizontalAlignment: fc.constantFrom('general', 'left', 'center', 'right'),
    verticalAlignment: fc.constantFrom('bottom', 'middle', 'top'),
    wrapStrategy: fc.constantFrom('OVERFLOW' as const, 'WRAP' as const, 'CLIP' as const),
    borders: fc.tuple(maybeColour, maybeColour, maybeColour, maybeColour),
  })
  .map((values) => intern({ ...DEFAULT_STYLE, ...values }));

const plain = intern({ ...DEFAULT_STYLE });

const item = fc.constantFrom('潜在', '成交', 'a,b', 'say "x"', 'TRUE', '1', 'long '.repeat(20).trim());

function ruleFor(areas: fc.Arbitrary<Area>): fc.Arbitrary<ValidationModel> {
  const criteria = fc.oneof(
    fc.uniqueArray(item, { minLength: 1, maxLength: 7 }).map((values) => ['VALUE_IN_LIST', values] as const),
    areas.map((range) => ['VALUE_IN_RANGE', [range]] as const),
    fc.constant(['CHECKBOX', []] as const),
    fc.constant(['DATE_IS_VALID_DATE', []] as const),
    fc.constantFrom('DATE_ON_OR_AFTER', 'NUMBER_GREATER_THAN').map((name) => [name, [45_000]] as const),
    fc.constantFrom('NUMBER_BETWEEN', 'DATE_NOT_BETWEEN').map((name) => [name, [1, 99.5]] as const),
    fc
      .constantFrom('=LEN($D1)>6', '=COUNTIF(A:A,A1)=1', "=ISNUMBER(MATCH(B1,'客户'!$A$1:$A$9,0))")
      .map((value) => ['CUSTOM_FORMULA', [value]] as const),
  );
  return fc
    .record({
      criteria,
      allowInvalid: fc.boolean(),
      helpText: fc.option(fc.constantFrom('2–100 个字', 'line one\nline two', '"<&>"')),
      showDropdown: fc.boolean(),
    })
    .map(({ criteria: [name, values], showDropdown, ...rest }) => {
      const isList = name.startsWith('VALUE_IN');
      return intern({
        criteria: name,
        values,
        allowInvalid: rest.allowInvalid,
        helpText: rest.helpText,
        showDropdown: isList ? showDropdown : true,
      });
    });
}

function formatFor(areas: fc.Arbitrary<Area>): fc.Arbitrary<ConditionalFormatModel> {
  const flag = fc.option(fc.boolean());
  return fc.record({
    areas: fc.array(areas, { minLength: 1, maxLength: 3 }),
    criteria: fc.constant('CUSTOM_FORMULA'),
    values: fc.constantFrom(['=AND($A1<TODAY(),N("cp:overdue")=0)'], ['=B$2="x"'], ['=$C$3>1']),
    background: maybeColour,
    fontColor: maybeColour,
    bold: flag,
    italic: flag,
    underline: flag,
    strikethrough: flag,
  });
}

/** Looks are drawn by number, so that a chart's place does not depend on the widths of columns. */
function chartFor(areas: fc.Arbitrary<Area>): fc.Arbitrary<Omit<ChartModel, 'id'>> {
  return fc
    .record({
      type: fc.constantFrom('BAR', 'COLUMN', 'LINE'),
      ranges: fc.array(areas, { minLength: 2, maxLength: 3 }),
      title: fc.option(fc.constantFrom('销售漏斗 <&>', 'Orders'), { nil: undefined }),
      width: fc.option(fc.constantFrom(420, 511), { nil: undefined }),
      colors: fc.option(fc.constant(['#1a73e8', '#188038']), { nil: undefined }),
      numHeaders: fc.constantFrom(0, 1),
      position: fc.record({
        row: fc.integer({ min: 1, max: 9 }),
        column: fc.integer({ min: 1, max: 9 }),
        offsetX: fc.constant(0),
        offsetY: fc.constant(7),
      }),
    })
    .map(({ type, ranges, title, width, colors, numHeaders, position }) => {
      const columns = ranges.map((range) => ({ ...range, row: Math.min(range.row, GRID.rows - 1), rows: 2, columns: 1 }));
      const options = Object.fromEntries(
        Object.entries({ title, width, colors: colors?.slice(0, columns.length - 1) }).filter(([, value]) => value !== undefined),
      );
      return { type, ranges: columns, options, numHeaders, position };
    });
}

const SHEETS = ['客户', 'Orders', "O'Neil & 子"];
const GRID = { rows: 24, columns: 9 };

function areaIn(sheetId: number): fc.Arbitrary<Area> {
  return fc
    .record({
      row: fc.integer({ min: 1, max: GRID.rows }),
      column: fc.integer({ min: 1, max: GRID.columns }),
      rows: fc.integer({ min: 1, max: GRID.rows }),
      columns: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ row, column, rows, columns }) => ({
      sheetId,
      row,
      column,
      rows: Math.min(rows, GRID.rows - row + 1),
      columns: Math.min(columns, GRID.columns - column + 1),
    }));
}

function sheetFor(sheetId: number): fc.Arbitrary<(sheet: SheetModel) => void> {
  const areas = areaIn(sheetId);
  const row = fc.integer({ min: 1, max: GRID.rows });
  const column = fc.integer({ min: 1, max: GRID.columns });
  const protection = fc.record({
    area: fc.option(areas),
    description: fc.constantFrom('cp:owner:ann', 'header', ''),
    warningOnly: fc.boolean(),
    unprotected: fc.array(areas, { maxLength: 2 }),
  });
  return fc
    .record({
      cells: fc.array(fc.tuple(row, column, fc.oneof({ weight: 4, arbitrary: constant }, formula)), { maxLength: 25 }),
      styles: fc.array(fc.tuple(areas, fc.option(style)), { maxLength: 5 }),
      rules: fc.array(fc.tuple(areas, fc.option(ruleFor(areas))), { maxLength: 4 }),
      formats: fc.array(formatFor(areas), { maxLength: 3 }),
      protections: fc.array(protection, { maxLength: 2 }),
      charts: fc.array(chartFor(areas), { maxLength: 2 }),
      notes: fc.array(fc.tuple(row, column, text), { maxLength: 3 }),
      widths: fc.array(fc.tuple(column, fc.integer({ min: 2, max: 900 })), { maxLength: 4 }),
      heights: fc.array(fc.tuple(row, fc.integer({ min: 2, max: 300 })), { maxLength: 3 }),
      hiddenColumns: fc.array(column, { maxLength: 2 }),
      hiddenRows: fc.array(row, { maxLength: 2 }),
      frozenRows: fc.integer({ min: 0, max: 3 }),
      frozenColumns: fc.integer({ min: 0, max: 3 }),
      hiddenGridlines: fc.boolean(),
      tabColor: maybeColour,
      filter: fc.option(areas),
    })
    .map((made) => (sheet) => {
      sheet.maxRows = GRID.rows;
      sheet.maxColumns = GRID.columns;
      for (const [r, c, value] of made.cells) {
        const literal = typeof value === 'string' && value === '=1+1';
        put(sheet, r, c, literal ? 'x' : value);
        if (literal) (sheet.cells[r - 1] ?? [])[c - 1] = value;
      }
      for (const [where, look] of made.styles) spread(sheet.styles, where, look === plain ? null : look);
      for (const [where, rule] of made.rules) spread(sheet.validations, where, rule);
      sheet.conditionalFormats = made.formats;
      sheet.protections = made.protections.map(
        ({ area, ...rest }, i): ProtectionModel => ({
          id: `p${sheetId}${i}`,
          type: area ? 'RANGE' : 'SHEET',
          area,
          sheetId,
          domainEdit: false,
          editors: ['ann@example.com'],
          ...rest,
          unprotected: area ? [] : rest.unprotected,
        }),
      );
      sheet.charts = made.charts.map((chart, i) => ({ id: sheetId * 10 + i + 1, ...chart }));
      for (const [r, c, note] of made.notes) sheet.notes.set(r, (sheet.notes.get(r) ?? new Map()).set(c, note));
      sheet.columnWidths = new Map(made.widths);
      sheet.rowHeights = new Map(made.heights);
      sheet.hiddenColumns = new Set(made.hiddenColumns);
      sheet.hiddenRows = new Set(made.hiddenRows);
      const { frozenRows, frozenColumns, hiddenGridlines, tabColor, filter } = made;
      Object.assign(sheet, { frozenRows, frozenColumns, hiddenGridlines, tabColor, filter });
    });
}

export const anyBook: fc.Arbitrary<Book> = fc
  .tuple(...SHEETS.map((_, id) => sheetFor(id)), fc.option(areaIn(0)), fc.constantFrom(false, true))
  .map((made) => {
    const book = bookOf(Object.fromEntries(SHEETS.map((name) => [name, []])));
    const fills = made.slice(0, SHEETS.length) as ((sheet: SheetModel) => void)[];
    fills.forEach((fill, i) => {
      const sheet = book.sheets[i];
      if (sheet) fill(sheet);
    });
    const [named, hidden] = made.slice(SHEETS.length) as [Area | null, boolean];
    if (named) book.namedRanges.set('as_of', named);
    if (hidden && book.sheets[1]) book.sheets[1].hidden = true;
    book.nextChartId = 100;
    book.nextProtectionId = 100;
    return book;
  });
