// Compares a book of the host with what LibreOffice and openpyxl find in its file. Each complaint is a sentence; none is well.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Area, Book, CellValue, ConditionalFormatModel, SheetModel, ValidationModel } from '../../local/host/book';
import { translateFormula } from '../../local/host/engine/shift';
import { columnLetters } from '../../local/host/engine/tokens';
import { saveBook } from '../../local/host/xlsx/index';
import { type JudgedValue, recalculated } from './libreoffice';
import { type ReadBook, type ReadFormat, type ReadSheet, type ReadValidation, readBack } from './openpyxl';

/** Of the larger of two numbers. */
const TOLERANCE = 1e-9;

/** Hands over the path of a file for as long as `use` runs. */
export async function inFile<T>(content: Uint8Array, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'judged-'));
  try {
    const path = join(folder, 'book.xlsx');
    await writeFile(path, content);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Lets LibreOffice compute the book, whose formulas the engine has computed before.
 * @returns where the two disagree, and where either sees an error
 */
export async function judgeFormulas(book: Book): Promise<string[]> {
  return inFile(await saveBook(book, { cached: false }), async (path) => {
    const judged = await recalculated(path);
    return book.sheets.flatMap((sheet) =>
      formulasOf(sheet).flatMap(({ address, formula, value }) => {
        const other = judged.get(sheet.name)?.get(address) ?? null;
        const isError = (one: unknown) => typeof one === 'object' && one !== null;
        if (!isError(value) && !isError(other) && agree(value, other)) return [];
        return [
          `${sheet.name}!${address} ${formula}: the engine says ${JSON.stringify(value)}, LibreOffice ${JSON.stringify(other)}`,
        ];
      }),
    );
  });
}

function formulasOf(sheet: SheetModel): { address: string; formula: string; value: CellValue }[] {
  return [...sheet.formulas].flatMap(([row, line]) =>
    [...line].map(([column, formula]) => ({
      address: `${columnLetters(column)}${row}`,
      formula,
      value: sheet.cells[row - 1]?.[column - 1] ?? null,
    })),
  );
}

function agree(ours: CellValue, other: JudgedValue | null): boolean {
  // LibreOffice has no cell that is empty by formula.
  if (ours === null || ours === '') return other === null || other === '' || (ours === null && other === 0);
  // Nor one that is true: truth is a number shown as a word.
  if (typeof ours === 'boolean') return other === ours || other === Number(ours);
  if (typeof ours !== 'number' || typeof other !== 'number') return ours === other;
  return Math.abs(ours - other) <= TOLERANCE * Math.max(1, Math.abs(ours), Math.abs(other));
}

/**
 * Lets openpyxl read the book's file.
 * @param file the one that was delivered, when it is not to be made for the occasion
 */
export async function judgeDeclarations(book: Book, file?: Uint8Array): Promise<string[]> {
  return inFile(file ?? (await saveBook(book)), async (path) => {
    const read = await readBack(path);
    const complaints = book.sheets.flatMap((sheet) => {
      const found = read.sheets.find(({ name }) => name === sheet.name);
      return found ? sheetComplaints(book, sheet, found, read) : [`${sheet.name} is missing`];
    });
    for (const [name, { sheetId, row, column }] of book.namedRanges) {
      const place = `${columnLetters(column)}$${row}`;
      const owner = book.sheets.find(({ id }) => id === sheetId)?.name ?? '';
      const text = read.names[name] ?? '';
      if (!text.includes(owner) || !text.includes(`$${place}`)) complaints.push(`the name ${name} means ${text || 'nothing'}`);
    }
    return complaints;
  });
}

function sheetComplaints(book: Book, sheet: SheetModel, found: ReadSheet, read: ReadBook): string[] {
  const complaints: string[] = [];
  const expectSame = (what: string, ours: unknown, theirs: unknown) => {
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
      complaints.push(`${sheet.name}: ${what} is ${JSON.stringify(theirs)}, not ${JSON.stringify(ours)}`);
    }
  };
  const numbers = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b);
  const { frozenRows, frozenColumns } = sheet;
  const isFrozen = frozenRows > 0 || frozenColumns > 0;
  expectSame('state', sheet.hidden ? 'hidden' : 'visible', found.state);
  expectSame('freeze', isFrozen ? `${columnLetters(frozenColumns + 1)}${frozenRows + 1}` : null, found.frozen);
  expectSame('tab colour', sheet.tabColor?.slice(1).toLowerCase() ?? null, found.tab);
  expectSame('gridlines', !sheet.hiddenGridlines, found.gridlines);
  expectSame('filter', sheet.filter && rangeOf(sheet.filter), found.filter);
  expectSame('hidden columns', numbers(sheet.hiddenColumns), found.hiddenColumns);
  expectSame('hidden rows', numbers(sheet.hiddenRows), found.hiddenRows);
  for (const [row, line] of sheet.notes) {
    for (const [column, text] of line) expectSame(`note at row ${row}`, text, found.notes[`${columnLetters(column)}${row}`]);
  }
  complaints.push(
    ...valueComplaints(sheet, found),
    ...validationComplaints(sheet, found, read),
    ...formatComplaints(sheet, found),
    ...protectionComplaints(sheet, found),
    ...chartComplaints(book, sheet, found),
  );
  return complaints;
}

function valueComplaints(sheet: SheetModel, found: ReadSheet): string[] {
  return sheet.cells.flatMap((line, r) =>
    (line ?? []).flatMap((value, c) => {
      const address = `${columnLetters(c + 1)}${r + 1}`;
      const isFormula = sheet.formulas.get(r + 1)?.has(c + 1) ?? false;
      if (isFormula) return found.formulas[address] ? [] : [`${sheet.name}!${address} lost its formula`];
      const format = sheet.styles.get(c + 1)?.at(r + 1)?.numberFormat ?? 'General';
      // openpyxl turns dates into its own kind of value; the number format says that it did.
      const isPlain =
        (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') && !/[ymdh]/i.test(format);
      const kept = !isPlain || found.values[address] === value;
      const shown = value === null || format === 'General' || found.formats[address] === format;
      return kept && shown
        ? []
        : [`${sheet.name}!${address} holds ${JSON.stringify(found.values[address])} as ${found.formats[address]}`];
    }),
  );
}

/** Excel's words for what a rule wants. */
function expectedRule({ criteria, values }: ValidationModel, down: number): Partial<ReadValidation> | null {
  const number = /^NUMBER_/.test(criteria);
  if (number || (/^DATE_/.test(criteria) && criteria !== 'DATE_IS_VALID_DATE')) {
    return { type: number ? 'decimal' : 'date', formulas: values.map(String) };
  }
  if (criteria === 'DATE_IS_VALID_DATE') return { type: 'date' };
  if (criteria === 'CUSTOM_FORMULA') return { type: 'custom', formulas: [translateFormula(String(values[0]), down, 0).slice(1)] };
  return /^VALUE_IN_|^CHECKBOX$/.test(criteria) ? { type: 'list' } : null;
}

function validationComplaints(sheet: SheetModel, found: ReadSheet, read: ReadBook): string[] {
  const complaints: string[] = [];
  for (const [column, runs] of sheet.validations) {
    for (const [row, , rule] of runs.runs(sheet.maxRows)) {
      const where = `${sheet.name}!${columnLetters(column)}${row}`;
      const file = found.validations.find(({ ranges }) => ranges.some((range) => holds(range, row, column)));
      if (!file) {
        complaints.push(`${where} has no rule, should have ${rule.criteria}`);
        continue;
      }
      const [first = ''] = file.ranges;
      const expected = expectedRule(rule, Number(/\d+/.exec(first)?.[0] ?? 1) - 1);
      const sameType = expected === null || expected.type === file.type;
      const sameFormulas = !expected?.formulas || JSON.stringify(expected.formulas) === JSON.stringify(file.formulas);
      if (!sameType || !sameFormulas)
        complaints.push(`${where} is ruled by ${file.type} ${file.formulas.join(' ')}, not ${rule.criteria}`);
      if (file.strict === rule.allowInvalid) complaints.push(`${where} ${file.strict ? 'refuses' : 'warns'}`);
      if (rule.helpText !== null && file.prompt !== rule.helpText) complaints.push(`${where} helps with ${file.prompt}`);
      if (rule.criteria !== 'VALUE_IN_LIST') continue;
      const offered = listOf(file.formulas[0] ?? '', read);
      if (JSON.stringify(offered) !== JSON.stringify(rule.values)) complaints.push(`${where} offers ${JSON.stringify(offered)}`);
    }
  }
  return complaints;
}

/** The items of a list rule, from its own text or from the range it names. */
export function listOf(formula: string, read: ReadBook): string[] {
  if (formula.startsWith('"')) return formula.slice(1, -1).split(',');
  const [, name, column, , last] = /^'?([^'!]+)'?!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(formula) ?? [];
  const values = read.sheets.find((sheet) => sheet.name === name)?.values ?? {};
  return Array.from({ length: Number(last ?? 0) }, (_, i) => String(values[`${column}${i + 1}`]));
}

function formatComplaints(sheet: SheetModel, found: ReadSheet): string[] {
  const expected = sheet.conditionalFormats.flatMap((rule) => rule.areas.map((area) => ({ rule, area })));
  if (expected.length !== found.conditionalFormats.length) {
    return [`${sheet.name} has ${found.conditionalFormats.length} conditional formats, not ${expected.length}`];
  }
  const inOrder = [...found.conditionalFormats].sort((a, b) => a.priority - b.priority);
  return expected.flatMap(({ rule, area }, i) => {
    const file = inOrder[i];
    return file && sameFormat(rule, area, file) ? [] : [`${sheet.name}!${rangeOf(area)} is formatted by ${JSON.stringify(file)}`];
  });
}

function sameFormat(rule: ConditionalFormatModel, area: Area, file: ReadFormat): boolean {
  const [first = area] = rule.areas;
  const custom = rule.criteria === 'CUSTOM_FORMULA';
  const formula = custom
    ? translateFormula(String(rule.values[0]), area.row - first.row, area.column - first.column).slice(1)
    : file.formula;
  const six = (colour: string | null) => colour?.slice(1).toLowerCase() ?? null;
  const range = file.ranges[0] ?? '';
  return (
    file.formula === formula &&
    holds(range, area.row, area.column) &&
    holds(range, area.row + area.rows - 1, area.column + area.columns - 1) &&
    file.ground === six(rule.background) &&
    file.ink === six(rule.fontColor) &&
    file.bold === (rule.bold ?? false) &&
    file.italic === (rule.italic ?? false) &&
    file.underline === (rule.underline ?? false) &&
    file.strikethrough === (rule.strikethrough ?? false)
  );
}

/** Cells under a protection that is no mere warning are locked, the rest of the sheet is not. */
function protectionComplaints(sheet: SheetModel, found: ReadSheet): string[] {
  const guards = sheet.protections.filter(({ warningOnly }) => !warningOnly);
  if (found.protected !== guards.length > 0) return [`${sheet.name} is ${found.protected ? '' : 'not '}protected`];
  if (guards.length === 0) return [];
  const whole = guards.filter(({ type }) => type === 'SHEET');
  const inside = (areas: readonly Area[], row: number, column: number) =>
    areas.some(
      (area) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
    );
  const unlocked = new Set(found.unlocked);
  const complaints = guards.flatMap(({ area, description }) =>
    area && !found.guarded.includes(rangeOf(area)) ? [`${sheet.name}!${rangeOf(area)} is not guarded for ${description}`] : [],
  );
  sheet.cells.forEach((line, r) => {
    line?.forEach((value, c) => {
      if (value === null) return;
      const guarded = guards.some(({ area }) => area !== null && inside([area], r + 1, c + 1));
      const open = whole.every(({ unprotected }) => inside(unprotected, r + 1, c + 1));
      const address = `${columnLetters(c + 1)}${r + 1}`;
      if (unlocked.has(address) !== (!guarded && open))
        complaints.push(`${sheet.name}!${address} is ${unlocked.has(address) ? 'open' : 'locked'}`);
    });
  });
  return complaints;
}

const CHARTS: Readonly<Record<string, [type: string, direction: string | null]>> = {
  BAR: ['BarChart', 'bar'],
  COLUMN: ['BarChart', 'col'],
  LINE: ['LineChart', null],
};

function chartComplaints(book: Book, sheet: SheetModel, found: ReadSheet): string[] {
  const drawn = sheet.charts.filter(({ type }) => type in CHARTS);
  if (drawn.length !== found.charts.length) return [`${sheet.name} has ${found.charts.length} charts, not ${drawn.length}`];
  return drawn.flatMap((chart) => {
    const { row, column } = chart.position;
    const file = found.charts.find((one) => one.row === row && one.column === column);
    const [type, direction] = CHARTS[chart.type] ?? [];
    const columns = chart.ranges.reduce((sum, range) => sum + range.columns, 0);
    const last = chart.ranges[chart.ranges.length - 1];
    const home = book.sheets.find(({ id }) => id === last?.sheetId)?.name ?? '';
    const ends = last ? `$${columnLetters(last.column + last.columns - 1)}$${last.row + last.rows - 1}` : '';
    const fits =
      file?.type === type &&
      file?.direction === direction &&
      file?.title === (chart.options['title'] ?? '') &&
      file?.series.length === columns - 1 &&
      file.series.every(({ values }) => values.includes(home)) &&
      file.series[columns - 2]?.values.endsWith(ends);
    return fits ? [] : [`${sheet.name}: the chart at row ${row} is ${JSON.stringify(file)}`];
  });
}

function rangeOf({ row, column, rows, columns }: Area): string {
  return `${columnLetters(column)}${row}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}

/** Whether `A3:B9` or `C3` holds a cell. */
export function holds(range: string, row: number, column: number): boolean {
  const [, c1 = '', r1 = '', c2 = c1, r2 = r1] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(range) ?? [];
  const number = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return row >= Number(r1) && row <= Number(r2) && column >= number(c1) && column <= number(c2);
}
