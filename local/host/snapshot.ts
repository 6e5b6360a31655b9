// Copies of workbooks and their comparison: cheap enough to do hundreds of times in a crash test.
import type { Book, CellValue, ColumnRuns, SheetModel } from './book';

/**
 * A copy that shares nothing that changes with the original. Styles and rules are shared: they are never changed in place.
 * @param earlier another copy, with which equal rows are shared: of hundreds of moments of one act most rows are the same
 */
export function cloneBook(book: Book, earlier: Book | null = null): Book {
  const before = new Map(earlier?.sheets.map((sheet) => [sheet.id, sheet.cells]));
  return {
    ...book,
    editors: [...book.editors],
    viewers: [...book.viewers],
    sheets: book.sheets.map((sheet) => cloneSheet(sheet, before.get(sheet.id) ?? [])),
    namedRanges: new Map(book.namedRanges),
  };
}

function cloneSheet(sheet: SheetModel, before: SheetModel['cells']): SheetModel {
  return {
    ...sheet,
    cells: sheet.cells.map((line, r) => (line === undefined ? line : (sameLine(line, before[r]) ?? line.slice()))),
    formulas: copyNested(sheet.formulas),
    styles: copyRuns(sheet.styles),
    validations: copyRuns(sheet.validations),
    notes: copyNested(sheet.notes),
    columnWidths: new Map(sheet.columnWidths),
    rowHeights: new Map(sheet.rowHeights),
    hiddenColumns: new Set(sheet.hiddenColumns),
    hiddenRows: new Set(sheet.hiddenRows),
    hiddenValues: new Map(sheet.hiddenValues),
    filteredRows: new Set(sheet.filteredRows),
    merges: [...sheet.merges],
    conditionalFormats: [...sheet.conditionalFormats],
    protections: sheet.protections.map((protection) => ({
      ...protection,
      editors: [...protection.editors],
      unprotected: [...protection.unprotected],
    })),
    charts: sheet.charts.map((chart) => ({ ...chart, ranges: [...chart.ranges], options: { ...chart.options } })),
  };
}

function sameLine(line: readonly CellValue[], other: CellValue[] | undefined): CellValue[] | undefined {
  return other?.length === line.length && line.every((value, c) => value === other[c]) ? other : undefined;
}

function copyNested<T>(map: Map<number, Map<number, T>>): Map<number, Map<number, T>> {
  return new Map(Array.from(map, ([key, inner]) => [key, new Map(inner)]));
}

function copyRuns<T>(map: Map<number, ColumnRuns<T>>): Map<number, ColumnRuns<T>> {
  return new Map(Array.from(map, ([key, runs]) => [key, runs.copy()]));
}

export function equalBooks(a: Book, b: Book): boolean {
  return differences(a, b, 1).length === 0;
}

/**
 * What differs, in words such as `Customers!C5: "a" → null`, at most `most` of it. Ids of charts and protections do not count: who
 * repeats an act may make them anew.
 */
export function differences(a: Book, b: Book, most = 20): string[] {
  const found: string[] = [];
  const say = (where: string, before: unknown, after: unknown) => {
    if (found.length < most) found.push(`${where}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`);
  };
  const same = (where: string, before: unknown, after: unknown) => {
    if (JSON.stringify(before) !== JSON.stringify(after)) say(where, before, after);
  };
  for (const key of ['name', 'locale', 'timeZone', 'owner', 'editors', 'viewers'] as const) same(key, a[key], b[key]);
  same('named ranges', sorted(a.namedRanges), sorted(b.namedRanges));
  same(
    'sheets',
    a.sheets.map(({ name }) => name),
    b.sheets.map(({ name }) => name),
  );
  for (const sheet of a.sheets) {
    const other = b.sheets.find(({ name }) => name === sheet.name);
    if (other !== undefined && found.length < most) compareSheets(sheet, other, same, say);
  }
  return found;
}

type Say = (where: string, before: unknown, after: unknown) => void;

const PLAIN = [
  'hidden',
  'tabColor',
  'maxRows',
  'maxColumns',
  'frozenRows',
  'frozenColumns',
  'hiddenGridlines',
  'merges',
  'filter',
] as const;

function compareSheets(a: SheetModel, b: SheetModel, same: Say, say: Say): void {
  for (const key of PLAIN) same(`${a.name} ${key}`, a[key], b[key]);
  compareCells(a, b, say);
  same(`${a.name} formulas`, nested(a.formulas), nested(b.formulas));
  same(`${a.name} notes`, nested(a.notes), nested(b.notes));
  for (const key of ['columnWidths', 'rowHeights'] as const) same(`${a.name} ${key}`, sorted(a[key]), sorted(b[key]));
  for (const key of ['hiddenColumns', 'hiddenRows'] as const) same(`${a.name} ${key}`, [...a[key]].sort(), [...b[key]].sort());
  same(`${a.name} conditional formats`, a.conditionalFormats, b.conditionalFormats);
  same(`${a.name} protections`, protectionsOf(a), protectionsOf(b));
  same(`${a.name} charts`, chartsOf(a), chartsOf(b));
  for (let c = 1; c <= Math.max(a.maxColumns, b.maxColumns); c++) {
    for (const [what, one, two] of [
      ['styles', a.styles.get(c), b.styles.get(c)],
      ['rules', a.validations.get(c), b.validations.get(c)],
    ] as const) {
      if (a.maxRows === b.maxRows && one?.equals(two) === true) continue;
      same(`${a.name} ${what} of column ${c}`, one?.runs(a.maxRows) ?? [], two?.runs(b.maxRows) ?? []);
    }
  }
}

function compareCells(a: SheetModel, b: SheetModel, say: Say): void {
  for (let r = 0; r < Math.max(a.cells.length, b.cells.length); r++) {
    const [one, two] = [a.cells[r], b.cells[r]];
    if (one === two) continue;
    for (let c = 0; c < Math.max(one?.length ?? 0, two?.length ?? 0); c++) {
      const [before, after] = [one?.[c] ?? null, two?.[c] ?? null];
      if (!sameValue(before, after)) say(`${a.name} row ${r + 1} column ${c + 1}`, before, after);
    }
  }
}

function sameValue(a: CellValue, b: CellValue): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && a.error === b.error);
}

function protectionsOf({ protections }: SheetModel): unknown[] {
  return protections
    .map(({ id: _, editors, ...rest }) => ({ ...rest, editors: [...editors].sort() }))
    .sort((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1));
}

function chartsOf({ charts }: SheetModel): unknown[] {
  return charts.map(({ id: _, ...rest }) => rest);
}

function nested<T>(map: Map<number, Map<number, T>>): unknown {
  return sorted(new Map([...map].filter(([, inner]) => inner.size > 0).map(([key, inner]) => [key, sorted(inner)])));
}

function sorted<K, T>(map: ReadonlyMap<K, T>): [K, T][] {
  return [...map].sort(([x], [y]) => (x < y ? -1 : 1));
}
