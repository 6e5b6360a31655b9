// Reads a workbook as the template plan needs it: bounded calls, whatever its size (rulings 6).
import {
  type Choice,
  FIRST_ROW,
  type Intent,
  type Mark,
  PAGE_MARK,
  type SheetRead,
  sheetsNamedIn,
  type WorkbookSnapshot,
} from '../domain/plan/index';
import type { Preset, SheetTemplate, WorkbookTemplate } from '../template/types';
import type { ListPlaces } from './rules';
import { dataColumn } from './rules';
import type { Run, Sheet } from './run';
import { type Protections, readProtections } from './snapshot-parts';
import { readHead, readPageSheet, readTableCells, readTableSheet, type SheetReading, type TableCells } from './snapshot-sheet';

/** Document property that says what an apply set out to do, from its first change to its last. */
export const INTENT = 'cp:apply';

/** An {@link Intent} with what only the gateway asks for. */
export interface HeldIntent extends Intent {
  /** Columns of sheets about to be widened, before. */
  readonly widths: Readonly<Record<string, number>>;
}

/** A snapshot with the objects it was read from. */
export interface WorkbookReading {
  readonly snapshot: WorkbookSnapshot;
  /** By template key; grows as sheets are made. */
  readonly sheets: Map<string, Sheet>;
  /** All sheets, in tab order. */
  readonly all: readonly Sheet[];
  readonly protections: Protections;
}

/** What is known of one sheet before it is read in full: a table's cells, or a page's. */
type Known = { readonly sheet: Sheet; readonly table: TableCells | null; readonly page: readonly (readonly unknown[])[] };

/** @param rows sheets whose first contents are shipped as rows, by template key */
export function readSnapshot(
  run: Run,
  template: WorkbookTemplate,
  choice: Choice,
  rows: Readonly<Record<string, unknown>>,
): WorkbookReading {
  const intent = heldIntent(run);
  const all = run.ss.getSheets();
  const known = recognise(run, template, all, choice.preset, rows);
  const sheets = new Map([...known].map(([key, { sheet }]) => [key, sheet]));
  const others = all.filter((sheet) => ![...sheets.values()].includes(sheet));
  const mark = markOf(run);
  const translates = mark !== null && mark.locale !== choice.locale;
  // A sheet is to be made: then names must be known.
  const lacking = Object.entries(template.sheets).some(([key, sheet]) => !known.has(key) && isWanted(sheet, choice.preset));
  const named = sheetsNamedIn(template);
  const nameOf = new Map<Sheet, string>();
  for (const [key, { sheet }] of known) if (lacking || translates || named.has(key)) nameOf.set(sheet, sheet.getName());
  for (const sheet of lacking || translates ? others : []) nameOf.set(sheet, sheet.getName());
  const begun = begunSheets(template, known, others, nameOf, intent);
  const protections = readProtections(run.ss, intent !== null);
  const places = listPlaces(sheets, known);
  const reading: SheetReading = { run, places, protections, enums: template.enums, notes: translates };
  const reads: Record<string, SheetRead> = {};
  for (const [key, { sheet, table, page }] of known) {
    const declared = template.sheets[key];
    const name = nameOf.get(sheet) ?? null;
    if (declared?.shape === 'table' && table !== null) {
      reads[key] = readTableSheet(reading, sheet, declared, table, name, intent?.widths[key]);
    } else if (declared?.shape === 'page') {
      reads[key] = readPageSheet(reading, sheet, declared, page, name);
    }
  }
  const [alone] = all;
  const spare =
    mark === null && all.length === 1 && others.length === 1 && begun.size === 0 && alone?.getLastRow() === 0 ? alone : null;
  const begunIds = [...begun].map(([key, sheet]) => [key, sheet.getSheetId()] as const);
  return {
    snapshot: {
      mark,
      unfinished: intent,
      sheets: reads,
      begun: Object.fromEntries(begunIds),
      spare: spare?.getSheetId() ?? null,
      otherNames: others
        .filter((sheet) => sheet !== spare && ![...begun.values()].includes(sheet))
        .flatMap((sheet) => nameOf.get(sheet) ?? []),
      editors: editorsOf(run),
      locale: run.ss.getSpreadsheetLocale(),
    },
    sheets,
    all,
    protections,
  };
}

/** What an apply was about when its run was killed. */
export function heldIntent(run: Run): HeldIntent | null {
  const text = run.properties[INTENT];
  return text === undefined ? null : (JSON.parse(text) as HeldIntent);
}

function markOf(run: Run): Mark | null {
  const { state } = run;
  if (state === null) return null;
  const { version, locale, preset, fields, sheets } = state;
  return { version, locale, preset, ...(fields !== undefined && { fields }), sheets };
}

/**
 * Finds our sheets: first by the ids remembered, checked against key row or page mark, then among all others. A sheet that somebody
 * copied has the same keys; the one remembered is ours.
 */
function recognise(
  run: Run,
  template: WorkbookTemplate,
  all: readonly Sheet[],
  preset: Preset,
  rows: Readonly<Record<string, unknown>>,
): Map<string, Known> {
  const byId = new Map(all.map((sheet) => [sheet.getSheetId(), sheet]));
  const known = new Map<string, Known>();
  const looked = new Set<Sheet>();
  for (const [key, id] of Object.entries(run.state?.sheets ?? {})) {
    const [sheet, declared] = [byId.get(id), template.sheets[key]];
    if (sheet === undefined || declared === undefined) continue;
    const found = read(run, key, declared, sheet, rows);
    if (!isOurs(key, declared, found, true)) continue;
    known.set(key, found);
    looked.add(sheet);
  }
  const missing = Object.entries(template.sheets).filter(([key, sheet]) => !known.has(key) && isWanted(sheet, preset));
  for (const sheet of missing.length > 0 ? all : []) {
    if (looked.has(sheet)) continue;
    const head = readHead(sheet);
    const cells: Known = { sheet, table: { head, records: null }, page: head };
    const key = missing.find(([name, declared]) => !known.has(name) && isOurs(name, declared, cells, false));
    if (key !== undefined) known.set(key[0], read(run, key[0], key[1], sheet, rows));
  }
  return known;
}

function read(run: Run, key: string, declared: SheetTemplate, sheet: Sheet, rows: Readonly<Record<string, unknown>>): Known {
  return declared.shape === 'table'
    ? { sheet, table: readTableCells(run, key, sheet, rows), page: [] }
    : { sheet, table: null, page: sheet.getDataRange().getValues() };
}

/** @param remembered the workbook's state says so; then labels speak too, since keys may have been lost */
function isOurs(key: string, declared: SheetTemplate, { table, page }: Known, remembered: boolean): boolean {
  if (declared.shape === 'page') return remembered || page[0]?.[0] === PAGE_MARK + key;
  const [first = [], second = []] = table?.head ?? [];
  const columns = Object.entries(declared.columns);
  const keys = new Set(columns.map(([name]) => name));
  const labels = new Set(columns.flatMap(([, { label }]) => Object.values(label)));
  const alike = (line: readonly string[], words: ReadonlySet<string>) => line.filter((text) => words.has(text)).length;
  const most = Math.max(alike(first, keys), remembered ? Math.max(alike(first, labels), alike(second, labels)) : 0);
  // Sheets share keys: one that has many keys of its own is another one.
  const strange = remembered ? 0 : first.filter((text) => text !== '' && !text.startsWith('u_') && !keys.has(text)).length;
  return most > (columns.length + strange) / 2;
}

function isWanted({ made, shown }: SheetTemplate, preset: Preset): boolean {
  return made === 'apply' || shown === 'all' || (shown?.includes(preset) ?? false);
}

/** Sheets a killed apply inserted: known by the name it had written down, which nobody else had then. */
function begunSheets(
  template: WorkbookTemplate,
  known: ReadonlyMap<string, unknown>,
  others: readonly Sheet[],
  nameOf: ReadonlyMap<Sheet, string>,
  intent: Intent | null,
): Map<string, Sheet> {
  const begun = new Map<string, Sheet>();
  for (const [key, name] of Object.entries(intent?.names ?? {})) {
    const sheet = others.find((other) => nameOf.get(other) === name);
    if (sheet !== undefined && !known.has(key) && template.sheets[key] !== undefined) begun.set(key, sheet);
  }
  return begun;
}

function listPlaces(sheets: ReadonlyMap<string, Sheet>, known: ReadonlyMap<string, Known>): ListPlaces {
  const idOf = new Map([...sheets].map(([key, sheet]) => [sheet.getSheetId(), key]));
  const rowsOf = new Map<string, number>();
  return {
    column(sheet, key) {
      const [place, cells] = [sheets.get(sheet), known.get(sheet)?.table];
      const at = cells?.head[0]?.indexOf(key) ?? -1;
      return place === undefined || at < 0 ? null : dataColumn(place, at + 1);
    },
    keyOf(range) {
      const sheet = idOf.get(range.getSheet().getSheetId());
      const cells = sheet === undefined ? undefined : known.get(sheet)?.table;
      const column = cells?.head[0]?.[range.getColumn() - 1] ?? '';
      if (sheet === undefined || column === '' || range.getNumColumns() !== 1) return null;
      // The cities of a province are a part of the list: narrowed is no drift.
      if (sheet === 'regions') return { sheet, column };
      if (range.getRow() !== FIRST_ROW) return null;
      // Where records are known the list must hold them all, elsewhere it must reach the end of the sheet.
      const rows = rowsOf.get(sheet) ?? cells?.records?.length ?? (sheets.get(sheet)?.getMaxRows() ?? 0) - FIRST_ROW + 1;
      rowsOf.set(sheet, rows);
      return range.getNumRows() >= rows ? { sheet, column } : null;
    },
  };
}

/** Who may edit the file, without its owner, who always may. */
function editorsOf({ ss }: Run): string[] {
  const owner = ss.getOwner()?.getEmail().toLowerCase();
  return ss
    .getEditors()
    .map((user) => user.getEmail().toLowerCase())
    .filter((email) => email !== owner);
}
