// One sheet of ours as plain data, in the fewest reads: its head, its rules, what else its template declares.

import { kindOf } from '../domain/kinds/index';
import { FIRST_ROW, hasContents, type PageRead, type TableRead } from '../domain/plan/index';
import type { Cell, EnumTemplate, PageTemplate, TableTemplate } from '../template/types';
import type { ListPlaces } from './rules';
import type { Run, Sheet } from './run';
import { type Protections, readCharts, readFormats, readRules } from './snapshot-parts';
import { cellReader } from './table';

/** Rows of a table looked at for lost rules; further down the watcher marks what it saw damaged (rulings 6). */
const RULE_ROWS = 2000;

export interface SheetReading {
  readonly run: Run;
  readonly places: ListPlaces;
  readonly protections: Protections;
  readonly enums: Readonly<Record<string, EnumTemplate>>;
  /** Whether notes are compared, because the language changes. */
  readonly notes: boolean;
}

/** Rows 1 and 2 of a sheet, as wide as the grid. One read. */
export function readHead(sheet: Sheet): readonly (readonly string[])[] {
  return sheet
    .getRange(`1:${FIRST_ROW - 1}`)
    .getValues()
    .map((line) => line.map(String));
}

/** Rows 1 and 2, and the records below where the plan compares them. */
export interface TableCells {
  readonly head: readonly (readonly string[])[];
  readonly records: readonly Readonly<Record<string, Cell>>[] | null;
}

export function readTableCells(run: Run, key: string, sheet: Sheet, rows: Readonly<Record<string, unknown>>): TableCells {
  if (!hasContents(key, rows)) return { head: readHead(sheet), records: null };
  const grid = sheet.getDataRange().getValues();
  const cellOf = cellReader(run);
  const keys = (grid[0] ?? []).map(String);
  const records: Record<string, Cell>[] = [];
  let filled = 0;
  for (const line of grid.slice(FIRST_ROW - 1)) {
    const record: Record<string, Cell> = {};
    const cells = line.map(cellOf);
    cells.forEach((cell, c) => {
      const name = keys[c] ?? '';
      if (cell !== null && name !== '' && !(name in record)) record[name] = cell;
    });
    records.push(record);
    // Cells of columns without a key count: nothing may be written over them.
    if (cells.some((cell) => cell !== null && cell !== false)) filled = records.length;
  }
  return { head: [keys, (grid[1] ?? keys.map(() => '')).map(String)], records: records.slice(0, filled) };
}

/** Two to five reads beside those of the cells. */
export function readTableSheet(
  reading: SheetReading,
  sheet: Sheet,
  template: TableTemplate,
  cells: TableCells,
  name: string | null,
  widthBefore: number | undefined,
): TableRead {
  const { run, places, protections, notes } = reading;
  const [keys = [], labels = []] = cells.head;
  const ruled = hasRules(reading, template, cells.records !== null);
  const measured = ruled || (template.formats ?? []).length > 0 || template.guard === 'append' || template.guard === 'owners';
  const rows = measured ? sheet.getMaxRows() : 0;
  const looked = Math.min(rows - FIRST_ROW + 1, RULE_ROWS);
  const grid = ruled && looked > 0 ? sheet.getRange(FIRST_ROW, 1, looked, keys.length).getDataValidations() : [];
  const id = sheet.getSheetId();
  return {
    shape: 'table',
    id,
    name,
    rows,
    keys,
    labels,
    notes: notes ? (sheet.getRange(FIRST_ROW - 1, 1, 1, keys.length).getNotes()[0] ?? []) : null,
    blankTail: blankTail(keys, labels, widthBefore),
    formats: sheet.getRange(FIRST_ROW, 1, 1, keys.length).getNumberFormats()[0] ?? [],
    rules: readRules(grid, sheet, places, dayText(run)),
    ruleRows: grid.length,
    records: cells.records,
    formatRules: (template.formats ?? []).length > 0 ? readFormats(sheet) : [],
    protections: (protections.bySheet.get(id) ?? []).map(({ read }) => read),
    takenOver: protections.takenOver.has(id),
  };
}

/** A page is read as far as it is filled. */
export function readPageSheet(
  { run, places, protections }: SheetReading,
  sheet: Sheet,
  template: PageTemplate,
  values: readonly (readonly unknown[])[],
  name: string | null,
): PageRead {
  const cellOf = cellReader(run);
  const range = sheet.getDataRange();
  const some = (has: (cell: PageTemplate['cells'][number]) => boolean) => template.cells.some(has);
  const listed = some((cell) => cell.list !== undefined || cell.listRange !== undefined);
  const id = sheet.getSheetId();
  return {
    shape: 'page',
    id,
    name,
    rows: (template.formats ?? []).length > 0 ? sheet.getMaxRows() : 0,
    values: values.map((line) => line.map(cellOf)),
    formulas: some((cell) => cell.formula !== undefined) ? range.getFormulas() : [],
    formats: some((cell) => cell.numberFormat !== undefined) ? range.getNumberFormats() : [],
    // Each cell of a page has a rule of its own.
    rules: listed ? range.getDataValidations().map((line) => readRules([line], sheet, places, dayText(run))) : [],
    charts: (template.charts ?? []).length > 0 ? readCharts(sheet) : [],
    formatRules: (template.formats ?? []).length > 0 ? readFormats(sheet) : [],
    protections: (protections.bySheet.get(id) ?? []).map(({ read }) => read),
    takenOver: protections.takenOver.has(id),
  };
}

/** Ticks are looked for only where the records are known. */
function hasRules({ run, enums }: SheetReading, template: TableTemplate, counted: boolean): boolean {
  const context = { locale: run.state?.locale ?? 'zh-CN', today: run.today, homeRegion: 'CN', enums } as const;
  return Object.values(template.columns).some((column) => {
    const { rule } = kindOf(column).setup(column, context);
    return rule !== null && (rule.type !== 'checkbox' || counted);
  });
}

/** Columns a killed apply inserted at the right end: the head is blank there, and the grid is wider than it was before. */
function blankTail(keys: readonly string[], labels: readonly string[], before: number | undefined): number {
  if (before === undefined) return 0;
  let blank = 0;
  while (blank < keys.length - before && keys[keys.length - 1 - blank] === '' && (labels[keys.length - 1 - blank] ?? '') === '')
    blank++;
  return blank;
}

function dayText(run: Run): (day: Date) => string {
  return (day) => Utilities.formatDate(day, run.zone, 'yyyy-MM-dd');
}
