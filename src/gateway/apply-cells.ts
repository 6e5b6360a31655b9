// Cells: heads, page cells, notes, number formats, first records, and words of another language.
import { relabelledIssue } from '../domain/issues';
import { a1, FIRST_ROW, runsOf, type Translation, type ValueAt } from '../domain/plan/index';
import type { Acts, Op, Site } from './apply-site';
import type { Sheet } from './run';
import { makeRoom, writeBlock } from './table';

export const cellActs: Acts<'setHead' | 'setCells' | 'setNotes' | 'setNumberFormats' | 'fillRows' | 'translateCells'> = {
  setHead,
  setCells(site, { sheet: key, cells }) {
    const sheet = site.sheet(key);
    if (!site.fresh.has(key)) makeGrid(sheet, cells);
    // On a page just made the cells between are empty, and all of them are one block.
    writeCells(sheet, site.fresh.has(key) ? boxed(cells) : cells);
  },
  setNotes(site, { sheet, notes }) {
    const texts = new Map(notes.map(({ column, text }) => [column, text]));
    for (const { at, count } of runsOf([...texts.keys()])) {
      const line = Array.from({ length: count }, (_, i) => texts.get(at + i) ?? '');
      site
        .sheet(sheet)
        .getRange(FIRST_ROW - 1, at, 1, count)
        .setNotes([line]);
    }
  },
  setNumberFormats,
  fillRows(site, { sheet: key, row, values }) {
    const sheet = site.sheet(key);
    if (!site.fresh.has(key)) {
      makeRoom(sheet, row + values.length - 1);
      site.sized(key, Math.max(site.rowsOf(key), row + values.length - 1));
    }
    writeBlock(sheet, row, 1, values);
  },
  translateCells,
};

function setHead(site: Site, { sheet: key, cells }: Op<'setHead'>): void {
  writeCells(site.sheet(key), cells);
  const keys = [...site.keysOf(key)];
  for (const { row, column, value } of cells) if (row === 1) keys[column - 1] = String(value);
  site.keyed(
    key,
    Array.from(keys, (name) => name ?? ''),
  );
}

/** As Sheets would take it if it were typed: formulas compute, an apostrophe marks text. */
function writeCells(sheet: Sheet, cells: readonly ValueAt[]): void {
  for (const { row, column, values } of rectangles(cells)) {
    const lines = values.map((line) => line.map((value) => value ?? ''));
    sheet.getRange(row, column, lines.length, lines[0]?.length ?? 0).setValues(lines);
  }
}

interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly values: ValueAt['value'][][];
}

/** Cells joined to rectangles: neighbours in a row first, then rows of one width below each other. */
function rectangles(cells: readonly ValueAt[]): Rectangle[] {
  const lines: { row: number; column: number; values: ValueAt['value'][] }[] = [];
  for (const { row, column, value } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const last = lines[lines.length - 1];
    if (last?.row === row && last.column + last.values.length === column) last.values.push(value);
    else lines.push({ row, column, values: [value] });
  }
  const done: Rectangle[] = [];
  for (const line of lines) {
    const above = done.find(
      (one) =>
        one.row + one.values.length === line.row && one.column === line.column && one.values[0]?.length === line.values.length,
    );
    if (above !== undefined) above.values.push(line.values);
    else done.push({ row: line.row, column: line.column, values: [line.values] });
  }
  return done;
}

/** The cells with all those between them, which are empty. */
function boxed(cells: readonly ValueAt[]): ValueAt[] {
  const rows = Math.max(...cells.map(({ row }) => row));
  const columns = Math.max(...cells.map(({ column }) => column));
  const values = new Map(cells.map(({ row, column, value }) => [`${row}:${column}`, value]));
  return Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns) + 1, (i % columns) + 1];
    return { row, column, value: values.get(`${row}:${column}`) ?? null };
  });
}

/** People may have cut a page down. */
function makeGrid(sheet: Sheet, cells: readonly ValueAt[]): void {
  const rows = Math.max(...cells.map(({ row }) => row));
  const columns = Math.max(...cells.map(({ column }) => column));
  makeRoom(sheet, rows);
  const have = sheet.getMaxColumns();
  if (have < columns) sheet.insertColumnsAfter(have, columns - have);
}

function setNumberFormats(site: Site, { sheet: key, on }: Op<'setNumberFormats'>): void {
  const sheet = site.sheet(key);
  const formats = new Set(on.map(({ format }) => format));
  const last = site.rowsOf(key);
  const rows = Math.max(...on.map(({ area }) => (area.rows === null ? last : area.row + area.rows - 1)));
  const columns = Math.max(...on.map(({ area }) => area.column + area.columns - 1));
  // A sheet just made has no other formats to lose.
  if (site.fresh.has(key) && formats.size > 1 && site.isSmall(rows, columns)) {
    const grid = Array.from({ length: rows }, () => new Array<string>(columns).fill('General'));
    for (const { area, format } of on) {
      for (const line of grid.slice(area.row - 1, area.rows === null ? rows : area.row - 1 + area.rows)) {
        line.fill(format, area.column - 1, area.column - 1 + area.columns);
      }
    }
    sheet.getRange(1, 1, rows, columns).setNumberFormats(grid);
    return;
  }
  for (const format of formats) {
    const areas = on.filter((one) => one.format === format).map(({ area }) => a1(area));
    sheet.getRangeList(areas).setNumberFormat(format);
  }
}

/** Only columns in which something changes are written; their rules are set anew by the operation that follows. */
function translateCells(site: Site, { sheet: key, columns }: Op<'translateCells'>): void {
  const sheet = site.sheet(key);
  const rows = sheet.getLastRow() - FIRST_ROW + 1;
  if (rows < 1) return;
  const wanted = new Set(columns.flatMap(({ column, by }) => (by === undefined ? [column] : [column, by.column])));
  const values = new Map<number, unknown[]>();
  const formulas = new Map<number, string[]>();
  for (const { at, count } of runsOf([...wanted])) {
    const range = sheet.getRange(FIRST_ROW, at, rows, count);
    const [grid, texts] = [range.getValues(), range.getFormulas()];
    for (let c = 0; c < count; c++) {
      values.set(
        at + c,
        grid.map((line) => line[c]),
      );
      formulas.set(
        at + c,
        texts.map((line) => line[c] ?? ''),
      );
    }
  }
  for (const translation of columns) {
    const old = values.get(translation.column) ?? [];
    const own = formulas.get(translation.column) ?? [];
    const by = translation.by === undefined ? [] : (values.get(translation.by.column) ?? []);
    const say = sayer(translation);
    const now = old.map((value, i) => own[i] || say(value, by[i]));
    if (now.every((value, i) => value === old[i] || own[i])) continue;
    const range = sheet.getRange(FIRST_ROW, translation.column, rows, 1);
    // The old words' strict rule would refuse the new ones.
    range.clearDataValidations();
    range.setValues(now.map((value) => [value]));
  }
}

/** Says a value of one row in the other language; what is no word of ours stays. */
function sayer({ labels, by, entries }: Translation): (value: unknown, on: unknown) => unknown {
  const words = new Map(Object.entries(labels));
  if (entries) return (value) => (typeof value === 'string' ? relabelledIssue(value, words) : value);
  const own = new Map(Object.entries(by?.labels ?? {}).map(([on, texts]) => [on, new Map(Object.entries(texts))]));
  return (value, on) => own.get(String(on))?.get(String(value)) ?? words.get(String(value)) ?? value;
}
