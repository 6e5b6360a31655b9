// A workbook made by hand for the judges: every agreed function, and one of everything a file declares.
import { type Book, type CellValue, DEFAULT_STYLE, intern, type ValidationModel } from '../../local/host/book';
import { area, bookOf, put, sheetOf, spread } from '../host/files/books';

const rows: CellValue[][] = [
  ['customer_id', 'name', 'stage', 'amount', 'due', 'vip', 'phone', 'tier'],
  ['编号', '名称', '阶段', '金额', '下次跟进', 'VIP', '手机', '级别'],
  ['C-000001', '明远机械', '成交', 1200.5, 46_340, true, '+86 139 0000 0001', 'A'],
  ['C-000002', '远景 "科技"', '潜在', -3.25, 46_349, false, '007', 'B'],
  ['C-000003', "O'Neil & Sons", '公海', 0.1, 46_400, false, '-12', 'A'],
  ['C-000004', '张三', '成交', 0.2, null, true, null, 'C'],
  ['C-000005', '李四', '潜在', 99_999_999.99, 45_000.5, null, '@x', null],
  ['C-000006', '=SUM(1)', null, 7, 46_349, null, '1e5', 'B'],
];

/** Of the agreed subset (docs: formulas that Sheets, the engine and LibreOffice compute alike). */
const formulas = [
  "SUM('客户'!D:D)",
  "COUNT('客户'!D:D)",
  "COUNTA('客户'!B:B)-2",
  "COUNTBLANK('客户'!C3:C8)",
  'COUNTIF(\'客户\'!C:C,"成交")',
  'COUNTIF(\'客户\'!D:D,">0")',
  'COUNTIFS(\'客户\'!C:C,"成交",\'客户\'!H:H,"A")',
  'COUNTIFS(\'客户\'!E:E,">="&as_of,\'客户\'!E:E,"<"&as_of+60)',
  'COUNTIFS(\'客户\'!B:B,"*远*")',
  "SUMIFS('客户'!D:D,'客户'!C:C,\"潜在\")",
  "SUMIFS('客户'!D:D,'客户'!E:E,\"<\"&B1)",
  "AVERAGE('客户'!D3:D6)",
  "AVERAGEIFS('客户'!D:D,'客户'!H:H,\"A\")",
  "MAX('客户'!D:D)",
  "MIN('客户'!D:D)",
  "MAXIFS('客户'!D:D,'客户'!C:C,\"成交\")",
  "MINIFS('客户'!D:D,'客户'!C:C,\"成交\")",
  "MEDIAN('客户'!D3:D8)",
  "PERCENTILE('客户'!D3:D8,1/4)",
  "LARGE('客户'!D3:D8,2)",
  "SMALL('客户'!D3:D8,2)",
  "RANK(7,'客户'!D3:D8)",
  'IF(B1>0,"yes","no")',
  'IFS(B1<0,"a",B1>0,"b")',
  'SWITCH(3,1,"x",3,"y","z")',
  'CHOOSE(2,"x","y")',
  'IFERROR(1/0,"none")',
  'IFNA(MATCH("无",\'客户\'!B:B,0),-1)',
  'AND(B1>0,OR(FALSE,NOT(FALSE)))',
  'VLOOKUP("C-000003",\'客户\'!A3:D8,2,FALSE)',
  "INDEX('客户'!B3:B8,MATCH(\"公海\",'客户'!C3:C8,0))",
  'N(TODAY()>B1-100000)',
  'DATE(2026,11,23)-B1',
  'YEAR(B1)*10000+MONTH(B1)*100+DAY(B1)',
  'EDATE(B1,-1)',
  'EOMONTH(B1,0)',
  'DATEDIF(B1,B1+400,"D")',
  'DATEDIF(B1,B1+400,"M")',
  'NETWORKDAYS(B1,B1+30)',
  'WORKDAY(B1,10)',
  'WEEKDAY(B1)',
  'WEEKDAY(B1,2)',
  'WEEKNUM(B1)',
  'TEXT(B1,"yyyy-mm-dd")',
  'TEXT(1234.5,"#,##0.00")',
  'TEXTJOIN("; ",TRUE,\'客户\'!C3:C8)',
  'SUBSTITUTE(\'客户\'!G3," ","")',
  'SEARCH("机",\'客户\'!B3)',
  "LEFT('客户'!B3,2)&MID('客户'!A3,3,2)&LEN('客户'!B4)",
  'TRIM("  a  b ")&UPPER("ab")',
  'EXACT(\'客户\'!H3,"a")',
  'REPT("▇",3)',
  'INT(-2.5)+MOD(7,3)+ABS(-4)',
  'ROUND(2.345,2)+ROUNDUP(2.341,2)+ROUNDDOWN(2.349,2)',
  "N('客户'!B3)",
  "ISBLANK('客户'!G6)",
  "ISNUMBER('客户'!G4)",
  'ISERROR(1/0)',
  "SUMPRODUCT(('客户'!C3:C8=\"成交\")*'客户'!D3:D8)",
  'INDIRECT("\'客户\'!D"&3)',
  "OFFSET('客户'!D3,1,0)",
  "SUM('客户'!D3:D)",
  '(1+2)*3/4-5^2%',
  '0.1+0.2=0.3',
  'B5+B6',
];

/** 2026-11-23. */
const AS_OF = 46_349;

export function madeBook(): Book {
  const book = bookOf({
    客户: rows.map((line) => line.map((value) => (value === '=SUM(1)' ? null : value))),
    面板: [['截至', AS_OF]],
    设置: [['键', '值']],
  });
  addDashboard(book);
  addLooks(book);
  addRules(book);
  addGuards(book);
  return book;
}

function addDashboard(book: Book): void {
  const page = sheetOf(book, '面板');
  book.namedRanges.set('as_of', area(page, 1, 2));
  formulas.forEach((formula, i) => {
    put(page, i + 2, 1, /^\w+/.exec(formula)?.[0] ?? 'sum');
    put(page, i + 2, 2, `=${formula}`);
  });
  [
    ['阶段', '客户数', '金额'],
    ['成交', "=COUNTIF('客户'!C:C,E2)", 10],
    ['潜在', "=COUNTIF('客户'!C:C,E3)", 20],
  ].forEach((line, r) => {
    line.forEach((value, c) => {
      put(page, r + 1, 5 + c, value);
    });
  });
  page.hiddenGridlines = true;
  const size = { width: 420, height: 260 };
  const chart = (id: number, type: string, title: string, columns: readonly number[], row: number) => ({
    id,
    type,
    ranges: columns.map((column) => area(page, 1, column, 3)),
    options: { title, ...size },
    numHeaders: 1,
    position: { row, column: 9, offsetX: 0, offsetY: 0 },
  });
  page.charts = [
    chart(1, 'BAR', '销售漏斗', [5, 6], 1),
    chart(2, 'COLUMN', '金额', [5, 6, 7], 15),
    chart(3, 'LINE', 'Trend', [5, 7], 29),
  ];
}

function addLooks(book: Book): void {
  const sheet = sheetOf(book, '客户');
  const header = intern({
    ...DEFAULT_STYLE,
    fontWeight: 'bold',
    background: '#e8f0fe',
    fontColor: '#174ea6',
    wrapStrategy: 'WRAP',
  } as const);
  const day = intern({ ...DEFAULT_STYLE, numberFormat: 'yyyy-mm-dd', horizontalAlignment: 'right' });
  const text = intern({ ...DEFAULT_STYLE, numberFormat: '@' });
  const money = intern({ ...DEFAULT_STYLE, numberFormat: '#,##0.00', borders: [null, null, '#dadce0', null] } as const);
  spread(sheet.styles, area(sheet, 1, 1, sheet.maxRows, 8), text);
  spread(sheet.styles, area(sheet, 3, 4, sheet.maxRows - 2), money);
  spread(sheet.styles, area(sheet, 3, 5, sheet.maxRows - 2), day);
  spread(sheet.styles, area(sheet, 1, 1, 2, 8), header);
  // Text that begins like a formula stands in a text column.
  (sheet.cells[7] ?? [])[1] = '=SUM(1)';
  Object.assign(sheet, { frozenRows: 2, frozenColumns: 2, tabColor: '#1a73e8', filter: area(sheet, 2, 1, 7, 8) });
  sheet.hiddenRows.add(1);
  sheet.hiddenColumns.add(7);
  sheet.columnWidths.set(2, 180);
  sheet.notes.set(2, new Map([[3, '阶段由脚本计算\n不要手改']]));
  sheetOf(book, '设置').hidden = true;
}

function addRules(book: Book): void {
  const sheet = sheetOf(book, '客户');
  const base = { allowInvalid: false, helpText: null, showDropdown: true };
  const rule = (column: number, criteria: string, values: readonly unknown[], more: Partial<ValidationModel> = {}) =>
    spread(sheet.validations, area(sheet, 3, column, sheet.maxRows - 2), intern({ criteria, values, ...base, ...more }));
  rule(1, 'CUSTOM_FORMULA', ['=COUNTIF($A:$A,$A1)=1'], { allowInvalid: true });
  rule(2, 'CUSTOM_FORMULA', ['=LEN(B1)<=100'], { allowInvalid: true, helpText: '2–100 个字' });
  rule(3, 'VALUE_IN_LIST', ['潜在', '成交', '公海'], { helpText: '选一个阶段' });
  rule(4, 'NUMBER_BETWEEN', [-1000, 100_000_000]);
  rule(5, 'DATE_IS_VALID_DATE', []);
  rule(6, 'CHECKBOX', []);
  rule(
    7,
    'VALUE_IN_LIST',
    Array.from({ length: 80 }, (_, i) => `选项 ${i}, "第 ${i} 项"`),
    { allowInvalid: true },
  );
  rule(8, 'VALUE_IN_RANGE', [area(sheetOf(book, '面板'), 2, 5, 2)], { allowInvalid: true });
  const format = { fontColor: null, italic: null, underline: null, strikethrough: null, bold: null, criteria: 'CUSTOM_FORMULA' };
  const below = (column: number, columns = 1) => area(sheet, 3, column, sheet.maxRows - 2, columns);
  sheet.conditionalFormats = [
    {
      ...format,
      areas: [below(5)],
      values: ['=AND(ISNUMBER(E3),E3<TODAY(),N("cp:overdue")=0)'],
      background: '#fce8e6',
      fontColor: '#c5221f',
      bold: true,
    },
    {
      ...format,
      areas: [below(2), below(4, 2)],
      values: ['=AND($A3<>"",B3="",N("cp:missing")=0)'],
      background: '#fef7e0',
      italic: true,
    },
    {
      ...format,
      areas: [below(8)],
      values: ['=AND(H3="A",N("cp:tier.a")=0)'],
      background: '#ceead6',
      strikethrough: true,
      underline: true,
    },
  ];
}

function addGuards(book: Book): void {
  const sheet = sheetOf(book, '客户');
  const guard = { id: 'p1', sheetId: sheet.id, warningOnly: false, domainEdit: false, editors: ['ann@example.com'] };
  sheet.protections = [
    { ...guard, type: 'SHEET', area: null, description: 'cp:sheet', unprotected: [area(sheet, 7, 1, sheet.maxRows - 6, 8)] },
    { ...guard, id: 'p2', type: 'RANGE', area: area(sheet, 3, 1, 2, 8), description: 'cp:owner:ann', unprotected: [] },
  ];
  const page = sheetOf(book, '面板');
  page.protections = [
    {
      ...guard,
      id: 'p3',
      sheetId: page.id,
      type: 'RANGE',
      area: area(page, 1, 1, 2, 2),
      description: 'cp:page',
      unprotected: [],
    },
  ];
  const settings = sheetOf(book, '设置');
  settings.protections = [
    {
      ...guard,
      id: 'p4',
      sheetId: settings.id,
      type: 'SHEET',
      area: null,
      description: 'cp:warn',
      warningOnly: true,
      unprotected: [],
    },
  ];
}
