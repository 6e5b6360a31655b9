// The bytes of an .xlsx file as a book.
import {
  type Book,
  type ChartModel,
  ColumnRuns,
  type ConditionalFormatModel,
  newBook,
  newSheet,
  type SheetModel,
  type ValidationModel,
} from '../book';
import { columnNumber } from '../engine/tokens';
import { type FileFormat, fromFileFormat, readFormats } from './formats';
import { areaOf } from './formulas';
import { readNotes } from './notes';
import { readProtections } from './protection';
import { readChart, readDrawing } from './read-charts';
import { fillSheet, splitSheet } from './read-sheet';
import { type ReadStyles, readStyles } from './read-styles';
import { APPLICATION, LISTS_NAME } from './save';
import { readSharedStrings } from './strings';
import { type FileRule, fromFileRule, readValidations, type SheetNamed } from './validations';
import { child, childrenOf, type Element, parseXml } from './xml';
import { type Parts, unzip } from './zip';

/** What an .xlsx does not say of a book. */
export type Identity = Partial<Omit<Book, 'sheets' | 'namedRanges'>>;

/** What somebody knows beyond what the file says: the host's side file does. */
export interface Recall {
  /** Ids of the sheets, in their order; a file's own numbers are not kept by every program. */
  sheetIds(listed: readonly FileSheet[]): readonly number[];
  /** The least size of a sheet's grid. */
  grid(sheetId: number): { readonly rows: number; readonly columns: number } | null;
  rule(rule: FileRule, at: { readonly sheetId: number; readonly column: number }, sheetNamed: SheetNamed): ValidationModel;
  format(format: FileFormat, sheetId: number): ConditionalFormatModel;
  chart(chart: ChartModel, sheetId: number): ChartModel;
}

/** A sheet as the file lists it. */
export interface FileSheet {
  readonly name: string;
  readonly id: number;
}

const NOTHING: Recall = {
  sheetIds: (listed) => listed.map(({ id }) => id),
  grid: () => null,
  rule: (rule, { column }, sheetNamed) => fromFileRule(rule, column, sheetNamed),
  format: fromFileFormat,
  chart: (chart) => chart,
};

/** @throws Error when the bytes are no .xlsx file */
export async function loadBook(bytes: Uint8Array, identity: Identity = {}, recall: Recall = NOTHING): Promise<Book> {
  return new Reader(unzip(bytes), recall).book(identity);
}

/** The grid of a fresh sheet; the file of another program tells only the cells in use. */
const FRESH_GRID = { rows: 1000, columns: 26 };
const NO_GRID = { rows: 1, columns: 1 };

interface Relations {
  /** Path of the part by relation id. */
  readonly byId: ReadonlyMap<string, string>;
  /** Paths by the last word of the relation's type. */
  readonly byType: ReadonlyMap<string, string>;
}

interface Listed {
  readonly sheet: SheetModel;
  readonly path: string;
}

class Reader {
  private readonly parts: Parts;
  private readonly recall: Recall;
  private readonly strings: string[];
  private readonly styles: ReadStyles;
  private readonly workbook: string;
  /** Saved by us, and by nobody since. */
  private readonly isOwn: boolean;
  private readonly lists = new Map<string, SheetModel>();

  constructor(parts: Parts, recall: Recall) {
    this.parts = parts;
    this.recall = recall;
    this.workbook = this.relationsOf('').byType.get('officeDocument') ?? 'xl/workbook.xml';
    const { byType } = this.relationsOf(this.workbook);
    const part = (type: string) => parts.get(byType.get(type) ?? '');
    this.strings = readSharedStrings(part('sharedStrings'));
    this.isOwn = parts.get('docProps/app.xml')?.includes(`<Application>${APPLICATION}<`) ?? false;
    this.styles = readStyles(part('styles'), part('theme'), this.isOwn);
  }

  book(identity: Identity): Book {
    const root = parseXml(this.part(this.workbook));
    const title = this.title();
    const book: Book = {
      ...newBook({ owner: '', locale: 'zh_CN', timeZone: 'Asia/Shanghai', ...identity }),
      ...(title && { name: title }),
      ...identity,
      sheets: [],
    };
    const listed = this.listSheets(root, book);
    const read = listed.map(({ sheet, path }) => {
      const split = splitSheet(this.part(path));
      const least = this.recall.grid(sheet.id) ?? (this.isOwn ? NO_GRID : FRESH_GRID);
      return { sheet, path, root: split.root, cells: fillSheet(sheet, split, this.strings, this.styles, least) };
    });
    // Only now all sheets have their size, which ranges are clipped to.
    for (const { sheet, path, root: sheetRoot, cells } of read) {
      if (this.lists.has(sheet.name)) continue;
      this.readRules(sheetRoot, sheet, book);
      sheet.protections = readProtections(sheetRoot, sheet, cells.open, () => `p${book.nextProtectionId++}`);
      this.readAttached(path, sheet, book);
    }
    for (const { attributes, text } of childrenOf(child(root, 'definedNames'), 'definedName')) {
      const area = attributes['localSheetId'] === undefined ? areaOf(text, (name) => named(book, name)) : null;
      if (area && attributes['name']) book.namedRanges.set(attributes['name'], area);
    }
    return book;
  }

  private title(): string | undefined {
    const core = this.parts.get('docProps/core.xml');
    return core && child(parseXml(core), 'title')?.text;
  }

  private listSheets(root: Element, book: Book): Listed[] {
    const { byId } = this.relationsOf(this.workbook);
    const found = childrenOf(child(root, 'sheets'), 'sheet').flatMap(({ attributes }) => {
      const { name = '', sheetId, state = 'visible' } = attributes;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const path = byId.get(relation);
      // Charts and macros may be sheets too.
      return path?.includes('worksheets/') ? [{ name, id: Number(sheetId) - 1, state, path }] : [];
    });
    // Some programs know only one way to hide a sheet.
    const isList = ({ name, state }: { name: string; state: string }) => state !== 'visible' && LISTS_NAME.test(name);
    const visible = found.filter((sheet) => !isList(sheet));
    const ids = this.recall.sheetIds(visible);
    const { nextSheetId } = book;
    book.sheets = visible.map(({ name, id, state }, i) => ({
      ...newSheet(book, name),
      id: ids[i] ?? id,
      hidden: state !== 'visible',
    }));
    book.nextSheetId = Math.max(nextSheetId, ...book.sheets.map(({ id }) => id + 1));
    const listed = visible.map(({ path }, i) => ({ path, sheet: book.sheets[i] as SheetModel }));
    for (const { name, path } of found.filter(isList)) {
      const sheet = newSheet(book, name);
      this.lists.set(name, sheet);
      listed.push({ path, sheet });
    }
    return listed;
  }

  private readRules(root: Element, sheet: SheetModel, book: Book): void {
    const sheetNamed = (name: string) => named(book, name);
    const models = new Map<string, ValidationModel>();
    const put = (column: number, row: number, rows: number, rule: FileRule) => {
      const key = JSON.stringify([column, rule]);
      const model = models.get(key) ?? this.recall.rule(rule, { sheetId: sheet.id, column }, sheetNamed);
      models.set(key, model);
      const runs = sheet.validations.get(column) ?? new ColumnRuns<ValidationModel>();
      runs.set(row, rows, model);
      sheet.validations.set(column, runs);
    };
    readValidations(root, sheet, { sheetNamed, listAt: (range) => this.listAt(range) }, put);
    sheet.conditionalFormats = readFormats(root, sheet, this.styles).map((format) => this.recall.format(format, sheet.id));
  }

  /** The texts of a long list, which stand on a veiled sheet. */
  private listAt(range: string): string[] | null {
    const [, name = '', letters = '', last = '0'] = /^'?(\w+)'?!\$([A-Z]+)\$1(?::\$[A-Z]+\$(\d+))?$/.exec(range) ?? [];
    const list = this.lists.get(name);
    if (!list) return null;
    const column = columnNumber(letters) - 1;
    return Array.from({ length: Number(last || 1) }, (_, i) => String(list.cells[i]?.[column] ?? ''));
  }

  private readAttached(path: string, sheet: SheetModel, book: Book): void {
    const { byType } = this.relationsOf(path);
    const comments = this.parts.get(byType.get('comments') ?? '');
    if (comments) sheet.notes = readNotes(comments);
    const drawingPath = byType.get('drawing') ?? '';
    const drawing = this.parts.get(drawingPath);
    if (!drawing) return;
    const { byId } = this.relationsOf(drawingPath);
    for (const anchored of readDrawing(drawing, sheet)) {
      const part = this.parts.get(byId.get(anchored.relation) ?? '');
      const chart = part && readChart(part, anchored, book.nextChartId, (name) => named(book, name));
      if (!chart) continue;
      sheet.charts.push(this.recall.chart(chart, sheet.id));
      book.nextChartId++;
    }
  }

  private part(path: string): Buffer {
    const part = this.parts.get(path);
    if (!part) throw new Error(`This .xlsx file lacks its part ${path}.`);
    return part;
  }

  private relationsOf(path: string): Relations {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const part = this.parts.get(`${folder}_rels/${path.slice(folder.length)}.rels`);
    const byId = new Map<string, string>();
    const byType = new Map<string, string>();
    for (const { attributes } of part ? parseXml(part).children : []) {
      const { Id = '', Type = '', Target = '', TargetMode } = attributes;
      if (TargetMode === 'External') continue;
      const target = joined(folder, Target);
      byId.set(Id, target);
      byType.set(Type.slice(Type.lastIndexOf('/') + 1), target);
    }
    return { byId, byType };
  }
}

function joined(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function named(book: Book, name: string): SheetModel | undefined {
  const wanted = name.toLowerCase();
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}
