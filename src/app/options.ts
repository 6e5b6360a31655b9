// The options editor: names, colours and order of the lists people choose from; a new name reaches every cell that holds the old one.
import type { ActResult } from '../contract/duplicates-api';
import type { OptionChange, OptionList, OptionPlan, SettingsApi } from '../contract/settings-api';
import type { CellChange, Change } from '../domain/acts/change';
import { idsOf, rowAbove, tokensOf } from '../domain/acts/rows';
import { fieldLists } from '../domain/fields/fields';
import { clashIn, columnsOf, editableLists, newOptionId, OPTION_MAX } from '../domain/fields/options';
import { optionRead, optionsKnown } from '../domain/plan/options';
import { Refusal } from '../domain/refusal';
import { withLock } from '../gateway/lock';
import { readPeople, requireAdmin } from '../gateway/people';
import { openRun, poolState, type Run } from '../gateway/run';
import { appendRecords, labelOf, readTable, recordOf, type Table, textOf } from '../gateway/table';
import { type TableKey, workbook } from '../template/index';
import type { Cell, CustomFields, EnumTemplate, OptionTemplate } from '../template/types';
import { beginAct, requirePool, settleOpen } from './acts';

export const optionsApi = { optionLists, planOption, saveOption, orderOptions, removeOption } satisfies Partial<SettingsApi>;

/** Service calls up to the plan of a change, the sheets that hold the list not counted. */
const PLANNED = 12;

const NOTHING: ActResult = { txn: '', done: 0, of: 0, finished: true, left: 0 };

/** The Options sheet and what it makes of the lists, options switched off among them. */
interface Lists {
  readonly run: Run;
  readonly table: Table;
  readonly fields: CustomFields;
  /** As they come with the product, and with the fields. */
  readonly shipped: Readonly<Record<string, EnumTemplate>>;
  readonly known: Readonly<Record<string, EnumTemplate>>;
}

function readLists(run: Run): Lists {
  const table = readTable(run, 'options');
  const fields = poolState(run).fields ?? {};
  const shipped = { ...workbook.enums, ...fieldLists(fields) };
  const rows = table.rows.map((row) => optionRead(recordOf(table, row)));
  return { run, table, fields, shipped, known: optionsKnown(shipped, rows) };
}

function optionLists(): readonly OptionList[] {
  const run = openRun();
  requirePool(run);
  const read = readLists(run);
  return editableLists(read.fields, read.known).map((key): OptionList => {
    const list = listOf(read, key);
    const options = list.options.map(({ id, label, aliases = [], colour }) => ({
      id,
      label,
      aliases,
      colour: colour?.ground ?? null,
      active: read.table.rows[rowOf(read, key, id)] === undefined || recordAt(read, key, id)['active'] !== false,
      shipped: isShipped(read, key, id),
    }));
    return { key, label: list.label, open: list.open === true, coloured: isColoured(read, key), options };
  });
}

/** @throws Refusal `options.unknown` */
function listOf({ known, fields }: Lists, key: string): EnumTemplate {
  const list = known[key];
  if (list === undefined || !editableLists(fields, { [key]: list }).includes(key))
    throw new Refusal('options.gone', { list: key });
  return list;
}

/** Only some lists colour their cells (rulings 7); those come with colours. */
function isColoured({ shipped }: Lists, key: string): boolean {
  return shipped[key]?.options.some(({ colour }) => colour !== undefined) === true;
}

function isShipped({ shipped }: Lists, key: string, id: string): boolean {
  return shipped[key]?.options.some((option) => option.id === id) === true;
}

function rowOf({ table }: Lists, list: string, id: string): number {
  return table.rows.findIndex((row) => textOf(table, row, 'enum') === list && textOf(table, row, 'id') === id);
}

function recordAt(read: Lists, list: string, id: string): Readonly<Record<string, Cell>> {
  return recordOf(read.table, read.table.rows[rowOf(read, list, id)] ?? []);
}

/** A change that may be made, in the form it is kept in. @throws Refusal what stands against it */
function judged(read: Lists, change: OptionChange): { readonly change: OptionChange; readonly before: OptionTemplate | null } {
  const list = listOf(read, change.list);
  const label = { 'zh-CN': change.label['zh-CN'].trim(), en: change.label.en.trim() };
  const aliases = [...new Set(change.aliases.map((alias) => alias.trim()).filter((alias) => alias !== ''))];
  const id = change.id ?? likeIt(read, { ...change, label, aliases });
  const before = list.options.find((option) => option.id === id) ?? null;
  if (id === null && list.open !== true) throw new Refusal('options.closed', { list: labelIn(read, list) });
  if (id !== null && before === null) throw new Refusal('options.gone', { list: id });
  for (const text of [...Object.values(label), ...aliases]) {
    if (text === '' || text.length > OPTION_MAX || text.includes(';'))
      throw new Refusal('options.name', { text, max: OPTION_MAX });
  }
  if (change.colour !== null && !/^#[0-9a-f]{6}$/i.test(change.colour))
    throw new Refusal('options.colour', { text: change.colour });
  if (!change.active && list.open !== true) throw new Refusal('options.needed', { option: labelIn(read, before ?? list) });
  if (!change.active && id === list.dflt) throw new Refusal('options.default', { option: labelIn(read, before ?? list) });
  const clash = clashIn(list, id, label, aliases);
  if (clash !== null) throw new Refusal('options.taken', { text: clash.text, other: labelIn(read, clash.other) });
  return { change: { ...change, id, label, aliases }, before };
}

/** The option that is in all but being on what somebody adds: one whose addition was cut off, or that was switched off since. */
function likeIt(read: Lists, change: OptionChange): string | null {
  const { active: _, ...wanted } = recordOfChange(read, change);
  const same = listOf(read, change.list).options.find(({ id }) => {
    const row = recordAt(read, change.list, id);
    return Object.keys(wanted).every((key) => (row[key] ?? null) === wanted[key]);
  });
  return same?.id ?? null;
}

function labelIn({ run }: Lists, named: { readonly label: OptionTemplate['label'] }): string {
  return named.label[poolState(run).locale];
}

interface Cells {
  readonly sheet: TableKey;
  readonly records: readonly CellChange[];
}

/** Cells that hold a label, sheet by sheet, as they would say another. Sheets that were never made hold none. */
function cellsOf({ run, fields }: Lists, list: string, from: string, to: string): Cells[] {
  const made = poolState(run).sheets;
  const bySheet = new Map<TableKey, string[]>();
  for (const { sheet, column } of columnsOf(list, fields)) {
    if (sheet in made) bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), column]);
  }
  return [...bySheet].flatMap(([sheet, columns]) => {
    const table = readTable(run, sheet);
    const records = tokensOf(idsOf(sheet, table)).flatMap((id, row): CellChange[] => {
      const held = columns.filter((column) => textOf(table, table.rows[row] ?? [], column) === from);
      const all = (text: string) => Object.fromEntries(held.map((column) => [column, text]));
      return held.length > 0 ? [{ id, before: all(from), after: all(to) }] : [];
    });
    return records.length > 0 ? [{ sheet, records }] : [];
  });
}

const countOf = (cells: readonly Cells[]) =>
  cells.reduce((sum, { records }) => sum + records.reduce((n, { after }) => n + Object.keys(after).length, 0), 0);

function planOption(asked: OptionChange): OptionPlan {
  const run = openRun();
  requirePool(run);
  // Said before anything is filled in any further.
  requireAdmin(run, readPeople(run), 'options.adminOnly');
  const read = readLists(run);
  const { change, before } = judged(read, asked);
  if (before === null) return { used: 0, cells: [] };
  const [was, now] = [labelIn(read, before), labelIn(read, change)];
  const cells = cellsOf(read, change.list, was, now);
  return {
    used: countOf(cells),
    cells: was === now ? [] : cells.map((one) => ({ sheet: labelOf(run, one.sheet), count: countOf([one]) })),
  };
}

/** Runs an admin's change under the lock, with no act open. */
function changing(act: (read: Lists) => ActResult): ActResult {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    requireAdmin(run, readPeople(run), 'options.adminOnly');
    settleOpen(run);
    return act(readLists(run));
  });
}

function saveOption(asked: OptionChange): ActResult {
  return changing((read) => saved(read, asked));
}

function saved(read: Lists, asked: OptionChange): ActResult {
  const { change, before } = judged(read, asked);
  // Switched on by the act, which goes on where a run ends before dropdowns and colours have followed.
  if (before === null) {
    const id = addOff(read, change);
    return saved(readLists(read.run), { ...change, id });
  }
  const was = recordAt(read, change.list, before.id);
  const row = rowOf(read, change.list, before.id);
  if (row < 0) throw new Refusal('options.noRow', { option: labelIn(read, before) });
  const renamed = labelIn(read, before) !== labelIn(read, change);
  const wanted = recordOfChange(read, { ...change, aliases: renamed ? withFormer(read, change, before) : change.aliases });
  const changed = Object.keys(wanted).filter((key) => (was[key] ?? null) !== wanted[key]);
  if (changed.length === 0) return NOTHING;
  const pick = (of: Readonly<Record<string, Cell>>) => Object.fromEntries(changed.map((key) => [key, of[key] ?? null]));
  const option: Change = {
    type: 'cells',
    sheet: 'options',
    records: [{ id: `@${row}`, before: pick(was), after: pick(wanted) }],
  };
  const cells = renamed ? cellsOf(read, change.list, labelIn(read, before), labelIn(read, change)) : [];
  const changes = [option, ...cells.map(({ sheet, records }): Change => ({ type: 'cells', sheet, records }))];
  return beginAct(read.run, 'options', { changes, tally: { cells: countOf(cells) } }, PLANNED + cells.length);
}

/** The name an option had stays known to import and paste, unless another option bears it. */
function withFormer(read: Lists, change: OptionChange, before: OptionTemplate): readonly string[] {
  const former = labelIn(read, before);
  const known = [...Object.values(change.label), ...change.aliases].some((text) => text === former);
  return known || former.includes(';') ? change.aliases : [...change.aliases, former];
}

function recordOfChange(read: Lists, { list, label, aliases, colour, active }: OptionChange): Record<string, Cell> {
  return {
    zh: label['zh-CN'],
    en: label.en,
    aliases: aliases.length > 0 ? aliases.join('; ') : null,
    active,
    ...(isColoured(read, list) && { colour }),
  };
}

/** Adds an option, switched off for now. @returns its id */
function addOff(read: Lists, change: OptionChange): string {
  const list = listOf(read, change.list);
  const id = newOptionId(list, change.label);
  const order = 1 + Math.max(0, ...read.table.rows.map((row) => orderIn(read, row, change.list)));
  appendRecords(read.table, [{ enum: change.list, id, order, ...recordOfChange(read, change), active: false }]);
  return id;
}

function orderIn({ table }: Lists, row: readonly Cell[], list: string): number {
  const { list: key, order } = optionRead(recordOf(table, row));
  return key === list && Number.isFinite(order) ? order : 0;
}

function orderOptions({ list: key, ids }: { list: string; ids: readonly string[] }): ActResult {
  return changing((read) => {
    const all = listOf(read, key).options.map(({ id }) => id);
    const order = [...ids.filter((id) => all.includes(id)), ...all.filter((id) => !ids.includes(id))];
    const records = order.flatMap((id, i): CellChange[] => {
      const was = recordAt(read, key, id)['order'] ?? null;
      const row = rowOf(read, key, id);
      return row < 0 || was === i + 1 ? [] : [{ id: `@${row}`, before: { order: was }, after: { order: i + 1 } }];
    });
    if (records.length === 0) return NOTHING;
    return beginAct(read.run, 'options', { changes: [{ type: 'cells', sheet: 'options', records }], tally: {} }, PLANNED);
  });
}

function removeOption({ list: key, id }: { list: string; id: string }): ActResult {
  return changing((read) => {
    const option = listOf(read, key).options.find((one) => one.id === id);
    if (option === undefined) throw new Refusal('options.gone', { list: id });
    if (isShipped(read, key, id)) throw new Refusal('options.shipped', { option: labelIn(read, option) });
    const label = labelIn(read, option);
    const count = countOf(cellsOf(read, key, label, label));
    if (count > 0) throw new Refusal('options.used', { option: label, count });
    const at = rowOf(read, key, id);
    const rows = [{ id: `@${at}`, at, ...rowAbove(idsOf('options', read.table), at) }];
    const reason = { code: 'archive.option' } as const;
    const changes: Change[] = [{ type: 'removed', sheet: 'options', rows, way: 'rows', reason }];
    return beginAct(read.run, 'options', { changes, tally: {} }, PLANNED + 1);
  });
}
