// What must change so that a workbook is what its template declares: the whole plan, in running order.
import type { PageTemplate, SheetTemplate, TableTemplate, WorkbookTemplate } from '../../template/types';
import { type Choice, type Circumstances, type PlanContext, planContext, showsIn, tableRead } from './context';
import { lostHeadRow } from './head';
import type { Operation } from './operations';
import { planPage } from './page';
import type { WorkbookSnapshot } from './snapshot';
import { tableFrame } from './table-frame';
import { tableSurface } from './table-surface';

/**
 * One step to a template version: what it changes in a workbook as found. Run again after being killed it finds less to do, and
 * nothing when all is done.
 */
type Migration = (found: WorkbookSnapshot) => readonly Operation[];

/** What is to be done. Not `whole`: read the workbook again when it is done, and plan again. */
export interface Plan {
  readonly operations: readonly Operation[];
  readonly whole: boolean;
}

/** Steps by the template version they lead to. */
export type Migrations = Readonly<Record<number, Migration>>;

/**
 * Plans a new pool, a repair, an upgrade, a change of language or preset. Empty when nothing is to be done. The user's own columns,
 * sheets and formats are never mentioned.
 *
 * What stands in the way of reading the workbook rightly (a lost head row, a step of an upgrade) is planned alone.
 */
export function planWorkbook(
  template: WorkbookTemplate,
  found: WorkbookSnapshot,
  choice: Choice,
  circumstances: Circumstances,
  migrations: Migrations = {},
): Plan {
  const first = [...lostHeads(template, found), ...migrationSteps(template, found, migrations)];
  if (first.length > 0) return { operations: first, whole: false };
  const context = planContext(template, found, choice, circumstances);
  const tables = context.wanted.filter((entry): entry is readonly [string, TableTemplate] => entry[1].shape === 'table');
  const pages = context.wanted.filter((entry): entry is readonly [string, PageTemplate] => entry[1].shape === 'page');
  const operations = [
    ...renamed(context),
    ...tables.flatMap(([key, table]) => tableFrame(context, key, table)),
    ...tables.flatMap(([key, table]) => tableSurface(context, key, table)),
    ...pages.flatMap(([key, page]) => planPage(context, key, page)),
    ...presetSheets(context),
    ...opening(context),
  ];
  return { operations: [...operations, ...stamped(context, operations)], whole: true };
}

/** Names of the sheets that a plan makes, by template key. */
export function namesMade(operations: readonly Operation[]): Record<string, string> {
  return Object.fromEntries(operations.flatMap((one) => (one.type === 'addSheet' ? [[one.sheet, one.name]] : [])));
}

/** Columns of the sheets that a plan widens, before, by template key. */
export function widthsBefore(operations: readonly Operation[]): Record<string, number> {
  return Object.fromEntries(operations.flatMap((one) => (one.type === 'addColumns' ? [[one.sheet, one.have]] : [])));
}

/** Tables that formulas of pages name: their names must be known to compare formulas. */
export function sheetsNamedIn(template: WorkbookTemplate): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [key, sheet] of Object.entries<SheetTemplate>(template.sheets)) {
    if (sheet.shape !== 'page') continue;
    const texts = [...sheet.cells.map(({ formula }) => formula ?? ''), ...(sheet.formats ?? []).map(({ when }) => when)];
    for (const [, name = ''] of texts.join().matchAll(/\{(\w+)\.\w+\}/g)) keys.add(name);
    // Another page may name a cell of this one.
    if (sheet.cells.some(({ name }) => name !== undefined)) keys.add(key);
  }
  return keys;
}

function lostHeads(template: WorkbookTemplate, found: WorkbookSnapshot): Operation[] {
  return Object.entries<SheetTemplate>(template.sheets).flatMap(([key, sheet]): Operation[] => {
    const read = tableRead(found.sheets[key]);
    const row = read === null || sheet.shape !== 'table' ? null : lostHeadRow(sheet, read);
    return row === null ? [] : [{ type: 'insertHead', sheet: key, row }];
  });
}

/** The first step that still has something to do. */
function migrationSteps(template: WorkbookTemplate, found: WorkbookSnapshot, migrations: Migrations): readonly Operation[] {
  const { mark } = found;
  if (mark === null) return [];
  for (let version = mark.version + 1; version <= template.version; version++) {
    const steps = migrations[version]?.(found) ?? [];
    if (steps.length > 0) return steps;
  }
  return [];
}

function renamed({ wanted, found, names }: PlanContext): Operation[] {
  return wanted.flatMap(([key]): Operation[] => {
    const was = found.sheets[key]?.name ?? null;
    const name = names.get(key);
    return was === null || name === undefined || was === name ? [] : [{ type: 'renameSheet', sheet: key, name }];
  });
}

/** A change of preset shows and hides the tabs in which the two differ. */
function presetSheets({ template, found, choice }: PlanContext): Operation[] {
  const before = found.mark?.preset ?? choice.preset;
  if (before === choice.preset) return [];
  return Object.entries<SheetTemplate>(template.sheets).flatMap(([key, sheet]): Operation[] => {
    const [was, is] = [showsIn(sheet.shown, before), showsIn(sheet.shown, choice.preset)];
    if (found.sheets[key] === undefined || was === is) return [];
    return [{ type: is ? 'showSheet' : 'hideSheet', sheet: key }];
  });
}

/** A new pool opens on its first sheet. */
function opening({ found, wanted }: PlanContext): Operation[] {
  const first = wanted[0];
  return found.mark === null && first !== undefined ? [{ type: 'activate', sheet: first[0] }] : [];
}

/** Last of all: what the workbook is now, and which sheet is which. */
function stamped({ template, found, choice, fields, remade }: PlanContext, before: readonly Operation[]): Operation[] {
  const { mark, sheets } = found;
  const remembered = Object.entries(sheets).every(([key, { id }]) => mark?.sheets[key] === id);
  const made = before.some(({ type }) => type === 'addSheet');
  const same =
    mark?.version === template.version &&
    mark.locale === choice.locale &&
    mark.preset === choice.preset &&
    remembered &&
    !made &&
    remade.size === 0;
  return same ? [] : [{ type: 'stamp', version: template.version, locale: choice.locale, preset: choice.preset, fields }];
}
