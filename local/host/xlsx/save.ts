// A book as the bytes of an .xlsx file.
import type { Area, Book, SheetModel } from '../book';
import { columnLetters } from '../engine/tokens';
import { chartPart, drawingPart, drawnCharts } from './charts';
import { formatsXml } from './formats';
import { type FileNames, fileNamesOf, fixedRangeText, rangeText, toFileFormula } from './formulas';
import { type ColumnLooks, looksOf } from './looks';
import { CONTENT, MAIN, PACKAGE, RELATIONS } from './namespaces';
import { commentShapesPart, commentsPart, hasNotes } from './notes';
import { protectionXml } from './protection';
import { MAX_TEXT, sheetData } from './rows';
import { SharedStrings } from './strings';
import { argb, StyleTables } from './styles';
import { validationsXml } from './validations';
import { attributes, escapedText, xmlPart } from './xml';
import { zip } from './zip';

/** Says whose grid a file keeps: other programs shrink `<dimension>` to the cells in use. */
export const APPLICATION = 'Customer Pool';
const DEFAULT_WIDTH = 100;
/** Pixels of a character of the file's plain font; widths of a file are counted in characters. */
export const CHARACTER_WIDTH = 7;
const DEFAULT_POINTS = 15.75;
/** Pixels that fit on a page lying down at half size. */
const PRINTED_WIDTH = 2000;

/** Names of the veiled sheet that holds long lists; there is one at most. */
export const LISTS_NAME = /^_lists_of_rules\d*$/;

export interface SaveOptions {
  /** False leaves out what formulas came to, so that another program must compute them itself. */
  readonly cached?: boolean;
}

export interface CutCell {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Cells whose text is longer than a file holds: it will be cut and marked. */
export function cutCells(book: Book): CutCell[] {
  const cut: CutCell[] = [];
  for (const { id: sheetId, cells } of book.sheets) {
    cells.forEach((line, row) => {
      line?.forEach((text, column) => {
        if (typeof text === 'string' && text.length > MAX_TEXT) cut.push({ sheetId, row: row + 1, column: column + 1, text });
      });
    });
  }
  return cut;
}

/** Equal books give equal bytes. */
export async function saveBook(book: Book, { cached = true }: SaveOptions = {}): Promise<Uint8Array> {
  return zip(new Package(book, cached).parts());
}

type Relation = readonly [type: string, target: string];

class Package {
  private readonly out = new Map<string, Buffer>();
  private readonly types: [path: string, type: string][] = [];
  private readonly tables = new StyleTables();
  private readonly strings = new SharedStrings();
  private readonly names: FileNames;
  private readonly lists: string[] = [];
  private readonly listsName: string;
  private readonly book: Book;
  private readonly cached: boolean;
  private charts = 0;

  constructor(book: Book, cached: boolean) {
    this.book = book;
    this.cached = cached;
    this.names = fileNamesOf(book);
    const taken = new Set([...this.names.values()].map((name) => name.toLowerCase()));
    let name = '_lists_of_rules';
    for (let n = 2; taken.has(name); n++) name = `_lists_of_rules${n}`;
    this.listsName = name;
  }

  parts(): Map<string, Buffer> {
    const { sheets } = this.book;
    for (const [i, sheet] of sheets.entries()) this.addSheet(sheet, i + 1);
    if (this.lists.length > 0) this.addLists(sheets.length + 1);
    this.add('xl/styles.xml', `${CONTENT}.spreadsheetml.styles+xml`, this.tables.part());
    this.add('xl/sharedStrings.xml', `${CONTENT}.spreadsheetml.sharedStrings+xml`, this.strings.part());
    this.addWorkbook();
    const core = `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapedText(this.book.name)}</dc:title></cp:coreProperties>`;
    this.add('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml', xmlPart(core));
    const app = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${APPLICATION}</Application></Properties>`;
    this.add('docProps/app.xml', `${CONTENT}.extended-properties+xml`, xmlPart(app));
    this.addRelations('_rels/.rels', [
      [`${RELATIONS}/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      [`${RELATIONS}/extended-properties`, 'docProps/app.xml'],
    ]);
    const overrides = this.types.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`).join('');
    const defaults =
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      `<Default Extension="vml" ContentType="${CONTENT}.vmlDrawing"/>`;
    const types = xmlPart(`<Types xmlns="${PACKAGE}/content-types">${defaults}${overrides}</Types>`);
    return new Map([['[Content_Types].xml', types], ...this.out]);
  }

  private add(path: string, type: string, part: Buffer): void {
    this.types.push([path, type]);
    this.out.set(path, part);
  }

  private addRelations(path: string, relations: readonly Relation[]): void {
    const items = relations.map(([Type, Target], i) => `<Relationship${attributes({ Id: `rId${i + 1}`, Type, Target })}/>`);
    this.out.set(path, xmlPart(`<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`));
  }

  private addWorkbook(): void {
    const { sheets, namedRanges } = this.book;
    const listed = sheets.map(({ id, hidden }, i) =>
      attributes({ name: this.names.get(id), sheetId: id + 1, state: hidden ? 'hidden' : null, 'r:id': `rId${i + 1}` }),
    );
    if (this.lists.length > 0) {
      const sheetId = Math.max(...sheets.map(({ id }) => id)) + 2;
      listed.push(attributes({ name: this.listsName, sheetId, state: 'veryHidden', 'r:id': `rId${sheets.length + 1}` }));
    }
    const named = [...namedRanges].map(([name, area]) => this.definedName({ name }, area));
    // LibreOffice shows the arrows of a filter only where this name stands.
    sheets.forEach(({ filter }, localSheetId) => {
      if (filter) named.push(this.definedName({ name: '_xlnm._FilterDatabase', localSheetId, hidden: true }, filter));
    });
    const active = Math.max(
      0,
      sheets.findIndex(({ hidden }) => !hidden),
    );
    const body =
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="${active}"/></bookViews>` +
      `<sheets>${listed.map((values) => `<sheet${values}/>`).join('')}</sheets>` +
      `${named.length > 0 ? `<definedNames>${named.join('')}</definedNames>` : ''}<calcPr fullCalcOnLoad="1"/></workbook>`;
    this.add('xl/workbook.xml', `${CONTENT}.spreadsheetml.sheet.main+xml`, xmlPart(body));
    const relations = listed.map((_, i): Relation => [`${RELATIONS}/worksheet`, `worksheets/sheet${i + 1}.xml`]);
    relations.push([`${RELATIONS}/styles`, 'styles.xml'], [`${RELATIONS}/sharedStrings`, 'sharedStrings.xml']);
    this.addRelations('xl/_rels/workbook.xml.rels', relations);
  }

  private definedName(values: Parameters<typeof attributes>[0], area: Area): string {
    return `<definedName${attributes(values)}>${escapedText(fixedRangeText(area, this.names))}</definedName>`;
  }

  private addSheet(sheet: SheetModel, number: number): void {
    const relations: Relation[] = [];
    const relate = (type: string, target: string) => `r:id="rId${relations.push([`${RELATIONS}/${type}`, target])}"`;
    const looks = looksOf(sheet, this.tables);
    const cells = sheetData({
      sheet,
      looks,
      strings: this.strings,
      formula: (text) => toFileFormula(text, this.book, this.names),
      cached: this.cached,
    });
    const merges = sheet.merges.map((area) => `<mergeCell ref="${rangeText(area)}"/>`);
    const drawing = this.addCharts(sheet, number);
    const after = [
      protectionXml(sheet),
      sheet.filter ? `<autoFilter ref="${rangeText(sheet.filter)}"/>` : '',
      merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '',
      formatsXml(sheet, this.book, this.names, this.tables),
      validationsXml(sheet, this.book, this.names, (items) => this.listRange(items)),
      '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup orientation="landscape" fitToHeight="0"/>',
      drawing ? `<drawing ${relate('drawing', drawing)}/>` : '',
      hasNotes(sheet) ? `<legacyDrawing ${relate('vmlDrawing', `../drawings/comments${number}.vml`)}/>` : '',
      '</worksheet>',
    ];
    if (hasNotes(sheet)) {
      relate('comments', `../comments${number}.xml`);
      this.add(`xl/comments${number}.xml`, `${CONTENT}.spreadsheetml.comments+xml`, commentsPart(sheet));
      this.out.set(`xl/drawings/comments${number}.vml`, commentShapesPart(sheet));
    }
    const active = this.book.sheets.find(({ hidden }) => !hidden) === sheet;
    const part = Buffer.concat([xmlPart(sheetHead(sheet, looks, active)), ...cells, Buffer.from(after.join(''))]);
    this.add(`xl/worksheets/sheet${number}.xml`, `${CONTENT}.spreadsheetml.worksheet+xml`, part);
    if (relations.length > 0) this.addRelations(`xl/worksheets/_rels/sheet${number}.xml.rels`, relations);
  }

  /** @returns where the sheet's drawing stands, seen from the sheet; null without charts */
  private addCharts(sheet: SheetModel, number: number): string | null {
    const charts = drawnCharts(sheet);
    if (charts.length === 0) return null;
    const relations = charts.map((chart): Relation => {
      const name = `chart${++this.charts}.xml`;
      this.add(`xl/charts/${name}`, `${CONTENT}.drawingml.chart+xml`, chartPart(chart, this.book, this.names));
      return [`${RELATIONS}/chart`, `../charts/${name}`];
    });
    this.add(`xl/drawings/drawing${number}.xml`, `${CONTENT}.drawing+xml`, drawingPart(charts));
    this.addRelations(`xl/drawings/_rels/drawing${number}.xml.rels`, relations);
    return `../drawings/drawing${number}.xml`;
  }

  private listRange(items: readonly string[]): string {
    const key = JSON.stringify(items);
    const known = this.lists.indexOf(key);
    const letters = columnLetters((known < 0 ? this.lists.push(key) - 1 : known) + 1);
    return `${this.listsName}!$${letters}$1:$${letters}$${items.length}`;
  }

  private addLists(number: number): void {
    const columns = this.lists.map((key) => JSON.parse(key) as string[]);
    const height = Math.max(...columns.map(({ length }) => length));
    let rows = '';
    for (let row = 1; row <= height; row++) {
      const cells = columns.map((items, i) => {
        const item = items[row - 1];
        return item === undefined ? '' : `<c r="${columnLetters(i + 1)}${row}" t="s"><v>${this.strings.id(item)}</v></c>`;
      });
      rows += `<row r="${row}">${cells.join('')}</row>`;
    }
    const body = `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
    this.add(`xl/worksheets/sheet${number}.xml`, `${CONTENT}.spreadsheetml.worksheet+xml`, xmlPart(body));
  }
}

/** Everything of a sheet before its cells. */
function sheetHead(sheet: SheetModel, looks: readonly ColumnLooks[], active: boolean): string {
  const colour = argb(sheet.tabColor);
  const view = attributes({
    showGridLines: sheet.hiddenGridlines ? false : null,
    tabSelected: active || null,
    workbookViewId: 0,
  });
  return (
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr>${colour ? `<tabColor rgb="${colour}"/>` : ''}<pageSetUpPr fitToPage="${isNarrow(sheet) ? 1 : 0}"/></sheetPr>` +
    `<dimension ref="${rangeText({ row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns })}"/>` +
    `<sheetViews><sheetView${view}>${paneXml(sheet)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultColWidth="${characters(DEFAULT_WIDTH)}" defaultRowHeight="${DEFAULT_POINTS}"/>${columnsXml(sheet, looks)}`
  );
}

/** Whether the sheet can be read when it is printed as wide as a page. */
function isNarrow({ maxColumns, columnWidths, hiddenColumns }: SheetModel): boolean {
  let width = 0;
  for (let column = 1; column <= maxColumns; column++) {
    if (!hiddenColumns.has(column)) width += columnWidths.get(column) ?? DEFAULT_WIDTH;
  }
  return width <= PRINTED_WIDTH;
}

function characters(pixels: number): number {
  return Math.round((pixels / CHARACTER_WIDTH) * 256) / 256;
}

function paneXml({ frozenRows, frozenColumns }: SheetModel): string {
  if (frozenRows === 0 && frozenColumns === 0) return '';
  const activePane = frozenRows === 0 ? 'topRight' : frozenColumns === 0 ? 'bottomLeft' : 'bottomRight';
  const topLeftCell = `${columnLetters(frozenColumns + 1)}${frozenRows + 1}`;
  return `<pane${attributes({ xSplit: frozenColumns || null, ySplit: frozenRows || null, topLeftCell, activePane, state: 'frozen' })}/><selection pane="${activePane}"/>`;
}

function columnsXml({ maxColumns, columnWidths, hiddenColumns }: SheetModel, looks: readonly ColumnLooks[]): string {
  const runs: { first: number; last: number; values: string }[] = [];
  for (let column = 1; column <= maxColumns; column++) {
    const width = columnWidths.get(column);
    const style = looks[column]?.whole ?? 0;
    const hidden = hiddenColumns.has(column);
    if (width === undefined && style === 0 && !hidden) continue;
    const values = attributes({
      width: characters(width ?? DEFAULT_WIDTH),
      style: style || null,
      hidden: hidden || null,
      customWidth: width !== undefined || null,
    });
    const last = runs[runs.length - 1];
    if (last?.last === column - 1 && last.values === values) last.last = column;
    else runs.push({ first: column, last: column, values });
  }
  return runs.length === 0
    ? ''
    : `<cols>${runs.map(({ first, last, values }) => `<col min="${first}" max="${last}"${values}/>`).join('')}</cols>`;
}
