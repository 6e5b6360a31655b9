// The working file of the host: pool.xlsx, and pool.host.json beside it for what an .xlsx cannot say.
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Book, ChartModel, ConditionalFormatModel, ProtectionModel, SheetModel, ValidationModel } from './book';
import { intern } from './book';
import { renameSheet } from './structure';
import { chartColumns, chartTitle, DRAWN } from './xlsx/charts';
import { type FileFormat, fromFileFormat, toFileFormat } from './xlsx/formats';
import { type FileNames, fileNamesOf, rangeText } from './xlsx/formulas';
import { type FileSheet, loadBook, type Recall } from './xlsx/load';
import { CUT_MARK, textInFile } from './xlsx/rows';
import { cutCells, saveBook } from './xlsx/save';
import { type FileRule, fromFileRule, toFileRule } from './xlsx/validations';

export interface WorkingFile {
  readonly book: Book;
  /** What was given to {@link saveWorkingFile}; null when no side file stands beside the .xlsx. */
  readonly hostState: unknown;
}

interface SideSheet {
  readonly fileName: string;
  readonly name: string;
  readonly id: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly protections: readonly ProtectionModel[];
  /** What stands in the file, and what it is said of. */
  readonly rules: readonly (readonly [key: string, rule: ValidationModel])[];
  readonly formats: readonly (readonly [key: string, format: ConditionalFormatModel])[];
  readonly charts: readonly ChartModel[];
  readonly longTexts: readonly string[];
}

interface Side {
  readonly version: 1;
  readonly book: Omit<Book, 'sheets' | 'namedRanges'>;
  readonly sheets: readonly SideSheet[];
  readonly host: unknown;
}

export function sideFileOf(path: string): string {
  return `${path.replace(/\.xlsx$/i, '')}.host.json`;
}

/**
 * Writes both files, each whole or not at all.
 * @param hostState what the host keeps beside the book (properties, triggers, outbox), as JSON; only the host knows its shape
 */
export async function saveWorkingFile(path: string, book: Book, hostState: unknown): Promise<void> {
  const bytes = await saveBook(book);
  await replaceFile(path, bytes);
  await replaceFile(sideFileOf(path), JSON.stringify(sideOf(book, hostState)));
}

async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (failure) {
    await rm(draft, { force: true });
    throw failure;
  }
}

/**
 * Reads both files. What was changed in the .xlsx by another program wins; what only the host knows is put back where it still
 * fits.
 */
export async function loadWorkingFile(path: string): Promise<WorkingFile> {
  const bytes = await readFile(path);
  const side = await readSide(sideFileOf(path));
  if (!side) return { book: await loadBook(bytes), hostState: null };
  const book = await loadBook(bytes, side.book, recallFrom(side));
  for (const sheet of book.sheets) {
    const known = side.sheets.find(({ id }) => id === sheet.id);
    if (!known) continue;
    putBack(sheet, known);
    if (known.name !== known.fileName && sheet.name === known.fileName) renameSheet(book, sheet, known.name);
  }
  return { book, hostState: side.host };
}

async function readSide(path: string): Promise<Side | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Side;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw failure;
  }
}

function sideOf(book: Book, host: unknown): Side {
  const { sheets, namedRanges: _, ...identity } = book;
  const names = fileNamesOf(book);
  const long = cutCells(book);
  return {
    version: 1,
    book: identity,
    sheets: sheets.map((sheet) => ({
      fileName: names.get(sheet.id) ?? sheet.name,
      name: sheet.name,
      id: sheet.id,
      maxRows: sheet.maxRows,
      maxColumns: sheet.maxColumns,
      protections: sheet.protections,
      rules: rulesOf(sheet, book, names),
      formats: sheet.conditionalFormats.map((format) => [formatKey(toFileFormat(format, book, names)), format]),
      charts: sheet.charts,
      longTexts: long.filter(({ sheetId }) => sheetId === sheet.id).map(({ text }) => text),
    })),
    host,
  };
}

function rulesOf(sheet: SheetModel, book: Book, names: FileNames): [string, ValidationModel][] {
  const rules = new Map<string, ValidationModel>();
  for (const [column, runs] of sheet.validations) {
    for (const [, , rule] of runs.runs(sheet.maxRows)) rules.set(ruleKey(toFileRule(rule, column, book, names), column), rule);
  }
  return [...rules];
}

function ruleKey({ type, operator, formulas, items, strict, prompt, dropdown }: FileRule, column: number): string {
  return JSON.stringify([type, operator, formulas, items, strict, prompt, dropdown, type === 'custom' ? column : null]);
}

function formatKey({ areas, formula, style }: FileFormat): string {
  const { background, fontColor, bold, italic, underline, strikethrough } = style;
  return JSON.stringify([areas.map(rangeText), formula, background, fontColor, bold, italic, underline, strikethrough]);
}

/** Charts are known by what anybody can see of them. */
function chartKey(chart: ChartModel): string {
  const { labels, series } = chartColumns(chart);
  const ranges = [labels, ...series].map((area) => area && [area.sheetId, rangeText(area)]);
  return JSON.stringify([chart.type, ranges, chart.position, chartTitle(chart)]);
}

function recallFrom(side: Side): Recall {
  const sheets = new Map(
    side.sheets.map((sheet) => [sheet.id, { ...sheet, ruleBy: new Map(sheet.rules), formatBy: new Map(sheet.formats) }]),
  );
  return {
    sheetIds: (listed) => idsOf(listed, side),
    grid(sheetId) {
      const known = sheets.get(sheetId);
      return known ? { rows: known.maxRows, columns: known.maxColumns } : null;
    },
    rule(file, { sheetId, column }, sheetNamed) {
      const known = sheets.get(sheetId)?.ruleBy.get(ruleKey(file, column));
      return known ? intern({ ...known }) : fromFileRule(file, column, sheetNamed);
    },
    format: (file, sheetId) => sheets.get(sheetId)?.formatBy.get(formatKey(file)) ?? fromFileFormat(file),
    chart: (chart, sheetId) => sheets.get(sheetId)?.charts.find((known) => chartKey(known) === chartKey(chart)) ?? chart,
  };
}

/** A sheet is known by its name in the file; one renamed elsewhere by its number, which some programs keep. */
function idsOf(listed: readonly FileSheet[], side: Side): number[] {
  const byName = new Map(side.sheets.map(({ fileName, id }) => [fileName.toLowerCase(), id]));
  const ids = listed.map(({ name }) => byName.get(name.toLowerCase()) ?? null);
  const taken = new Set(ids);
  let next = side.book.nextSheetId;
  return ids.map((known, i) => {
    if (known !== null) return known;
    const own = listed[i]?.id ?? next;
    const id = taken.has(own) ? next++ : own;
    taken.add(id);
    return id;
  });
}

function putBack(sheet: SheetModel, known: SideSheet): void {
  sheet.protections = [...known.protections];
  const drawn = new Set(sheet.charts.map(({ id }) => id));
  const kept = known.charts.filter(({ id, type, ranges }) => drawn.has(id) || !DRAWN.has(type) || ranges.length === 0);
  const keptIds = new Set(kept.map(({ id }) => id));
  sheet.charts = [...kept, ...sheet.charts.filter(({ id }) => !keptIds.has(id))];
  const whole = new Map(known.longTexts.map((text) => [textInFile(text), text]));
  if (whole.size === 0) return;
  for (const line of sheet.cells) {
    line?.forEach((value, i) => {
      if (typeof value === 'string' && value.endsWith(CUT_MARK)) line[i] = whole.get(value) ?? value;
    });
  }
}
