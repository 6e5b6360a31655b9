// LibreOffice as the judge of formulas: it computes a workbook of its own accord and tells every value.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { columnLetters } from '../../local/host/engine/tokens';
import { child, childrenOf, type Element, parseXml } from '../../local/host/xlsx/xml';

const run = promisify(execFile);
const PROFILE = resolve('.cache/libreoffice');

export type JudgedValue = number | string | boolean | { readonly error: string };

/** By sheet name, then by address (`B3`); empty cells are missing. */
export type JudgedBook = ReadonlyMap<string, ReadonlyMap<string, JudgedValue>>;

/** Converts a file in a new folder and hands the result's path over; the folder goes afterwards. */
export async function converted<T>(path: string, format: string, use: (made: string) => Promise<T>): Promise<T> {
  await mkdir(PROFILE, { recursive: true });
  const folder = await mkdtemp(join(PROFILE, 'out-'));
  try {
    // A profile of its own: another LibreOffice that runs, the user's or a test's, would take the job and answer nothing.
    const profile = `-env:UserInstallation=file://${PROFILE}/profile-${process.env['JEST_WORKER_ID'] ?? 0}`;
    await run('soffice', ['--headless', profile, '--convert-to', format, '--outdir', folder, path], { timeout: 120_000 });
    return await use(join(folder, basename(path).replace(/\.xlsx$/, `.${format}`)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What LibreOffice computes. The file must carry no cached values, for it believes those. */
export function recalculated(path: string): Promise<JudgedBook> {
  return converted(path, 'fods', async (made) => {
    const spreadsheet = child(parseXml(await readFile(made)), 'body', 'spreadsheet');
    return new Map(childrenOf(spreadsheet, 'table').map((table) => [table.attributes['table:name'] ?? '', valuesOf(table)]));
  });
}

function valuesOf(table: Element): Map<string, JudgedValue> {
  const values = new Map<string, JudgedValue>();
  let row = 0;
  for (const line of rowsOf(table)) {
    let column = 0;
    for (const cell of line.children) {
      const times = Number(cell.attributes['table:number-columns-repeated'] ?? 1);
      const value = valueIn(cell);
      for (let i = 1; value !== null && i <= times; i++) values.set(`${columnLetters(column + i)}${row + 1}`, value);
      column += times;
    }
    row += Number(line.attributes['table:number-rows-repeated'] ?? 1);
  }
  return values;
}

/** Rows may stand in groups: hidden ones, headers. */
function rowsOf(parent: Element): Element[] {
  return parent.children.flatMap((part) => {
    if (part.name === 'table-row') return [part];
    return part.name.startsWith('table-row') || part.name.startsWith('table-header-row') ? rowsOf(part) : [];
  });
}

const DAY = 86_400_000;

function valueIn(cell: Element): JudgedValue | null {
  const { 'office:value-type': type, 'calcext:value-type': shown } = cell.attributes;
  if (shown === 'error') return { error: textOf(cell) };
  if (type === 'boolean') return cell.attributes['office:boolean-value'] === 'true';
  if (type === 'string') return cell.attributes['office:string-value'] ?? textOf(cell);
  if (type === 'date') return serialOf(cell.attributes['office:date-value'] ?? '');
  return type === undefined ? null : Number(cell.attributes['office:value'] ?? Number.NaN);
}

/** Days since 1899-12-30 of `2026-11-23` or `2026-11-23T09:30:00.5`. */
function serialOf(moment: string): number {
  return Date.parse(moment.includes('T') ? `${moment}Z` : moment) / DAY + 25_569;
}

function textOf(cell: Element): string {
  return childrenOf(cell, 'p').map(textIn).join('\n');
}

function textIn(element: Element): string {
  return element.text + element.children.map(textIn).join('');
}
