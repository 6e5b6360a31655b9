// What makes a table: the sheet, its columns, their looks and names. Looks are set once, so they come before the keys: a sheet or
// column without key is unfinished, and is dressed again.
import type { ColumnTemplate, CustomFields, TableTemplate } from '../../template/types';
import { runsOf } from './areas';
import { dressesOf, noteOf } from './columns';
import { lines, missingRecords } from './contents';
import { type PlanContext, showsIn, tableRead } from './context';
import { FIRST_ROW, OPEN_ROWS } from './formats';
import type { Head } from './head';
import { numberFormats } from './number-formats';
import type { Dress, Operation, Span, ValueAt } from './operations';
import type { TableRead } from './snapshot';

export function tableFrame(context: PlanContext, key: string, template: TableTemplate): Operation[] {
  const head = context.heads.get(key);
  const read = tableRead(context.found.sheets[key]);
  if (head === undefined) return [];
  return read === null ? newTable(context, key, template, head) : changedTable(context, key, template, head, read);
}

function newTable(context: PlanContext, key: string, template: TableTemplate, head: Head): Operation[] {
  const records = lines(missingRecords(context, key, null), head);
  const cells = records.flatMap((line, i) => line.map((value, j): ValueAt => ({ row: FIRST_ROW + i, column: j + 1, value })));
  return [
    addSheet(context, key, FIRST_ROW - 1 + records.length + OPEN_ROWS, head.width),
    ...numberFormats(context, key, template, head, null),
    ...dressed(context, key, template, head.added, 1),
    frameOf(key, template, head, template.tabColour ?? null),
    ...hide(key, hiddenSpans(context, template, head, head.added)),
    ...(showsIn(template.shown, context.choice.preset) ? [] : [{ type: 'hideSheet', sheet: key } as const]),
    { type: 'setHead', sheet: key, cells: [...head.cells, ...cells] },
  ];
}

function changedTable(context: PlanContext, key: string, template: TableTemplate, head: Head, read: TableRead): Operation[] {
  const plan = mended(context, key, template, head, read);
  if (head.added.length > 0) {
    const have = read.keys.length;
    const count = head.width - have;
    if (count > 0) plan.push({ type: 'addColumns', sheet: key, have, count });
    plan.push(...dressed(context, key, template, head.added, head.addedAt));
    plan.push(...hide(key, hiddenSpans(context, template, head, head.added)));
  }
  if (head.cells.length > 0) plan.push({ type: 'setHead', sheet: key, cells: head.cells });
  plan.push(
    ...translatedNotes(context, key, template, head, read),
    ...presetColumns(context, key, template, head),
    ...fieldColumns(context, key, head),
  );
  return plan;
}

/** A head of which a whole row was lost gets its looks and its frame back. */
function mended(context: PlanContext, key: string, template: TableTemplate, head: Head, read: TableRead): Operation[] {
  const ours = Object.keys(template.columns).filter((name) => !head.added.includes(name));
  const keyless = !ours.some((name) => read.keys.includes(name));
  const nameless = !ours.some((name) => read.labels[(head.positions.get(name) ?? 0) - 1]);
  if (!keyless && !nameless) return [];
  const bare = nameless && template.place !== 'system' ? spans(head, ours) : [];
  const keyAt = new Map([...head.positions].map(([name, column]) => [column, name]));
  return [
    ...bare.map(({ column, columns }): Operation => {
      const keys = Array.from({ length: columns }, (_, i) => keyAt.get(column + i) ?? '');
      return { type: 'dressColumns', sheet: key, column, columns: dresses(context, template, keys), headOnly: true, clip: false };
    }),
    frameOf(key, template, head, null),
  ];
}

function frameOf(key: string, template: TableTemplate, head: Head, tabColour: string | null): Operation {
  const filter = template.filter ? { row: FIRST_ROW - 1, column: 1, rows: null, columns: head.width } : null;
  const frozenColumns = template.frozenColumns ?? 0;
  return {
    type: 'frame',
    sheet: key,
    hideFirstRow: true,
    frozenRows: FIRST_ROW - 1,
    frozenColumns,
    filter,
    tabColour,
    gridlines: true,
  };
}

/** `after`: the sheet before it in tab order that there is or that is made before it. */
export function addSheet(context: PlanContext, key: string, rows: number, columns: number): Operation {
  const keys = Object.keys(context.template.sheets);
  const there = new Set([...Object.keys(context.found.sheets), ...madeBefore(context, key)]);
  const before = keys.slice(0, keys.indexOf(key)).filter((other) => there.has(other));
  const first = context.wanted[0]?.[0] === key ? context.found.spare : null;
  return {
    type: 'addSheet',
    sheet: key,
    name: context.names.get(key) ?? key,
    after: before[before.length - 1] ?? null,
    reuse: context.found.begun[key] ?? first,
    rows,
    columns,
  };
}

/** Tables are made before pages, each in tab order. */
function madeBefore({ wanted }: PlanContext, key: string): string[] {
  const order = [...wanted].sort((a, b) => Number(a[1].shape === 'page') - Number(b[1].shape === 'page')).map(([name]) => name);
  return order.slice(0, order.indexOf(key));
}

/** Sheets that stay hidden are not dressed: nobody sees them, and every looks cost calls. */
function dressed(
  context: PlanContext,
  key: string,
  template: TableTemplate,
  keys: readonly string[],
  column: number,
): Operation[] {
  if (template.place === 'system') return [];
  const clip = template.place === 'daily';
  return [{ type: 'dressColumns', sheet: key, column, columns: dresses(context, template, keys), headOnly: false, clip }];
}

function dresses({ choice }: PlanContext, template: TableTemplate, keys: readonly string[]): Dress[] {
  const chosen = choosesColumns(template);
  const columns = keys.flatMap((name) => template.columns[name] ?? []);
  return dressesOf(columns, choice.locale, ({ shown }) => !chosen || showsIn(shown, choice.preset));
}

/** Columns show in the presets they name. A sheet in which no column names any shows them all. */
function hiddenSpans(context: PlanContext, template: TableTemplate, head: Head, keys: readonly string[]): Span[] {
  if (!choosesColumns(template)) return [];
  return spans(
    head,
    keys.filter((name) => !showsIn(template.columns[name]?.shown, context.choice.preset)),
  );
}

/** A change of preset shows and hides what the two presets differ in; everything else stays as people left it. */
function presetColumns({ found, choice }: PlanContext, key: string, template: TableTemplate, head: Head): Operation[] {
  const before = found.mark?.preset ?? choice.preset;
  if (before === choice.preset || !choosesColumns(template)) return [];
  const changed = (shown: boolean) =>
    Object.entries(template.columns)
      .filter(([, column]) => showsIn(column.shown, choice.preset) === shown && showsIn(column.shown, before) !== shown)
      .map(([name]) => name)
      .filter((name) => !head.added.includes(name));
  return [...show(key, spans(head, changed(true))), ...hide(key, spans(head, changed(false)))];
}

/** A spare column shows while it is a field; what people hid or showed since then stays. */
function fieldColumns({ found, fields, remade }: PlanContext, key: string, head: Head): Operation[] {
  if (key !== 'customers') return [];
  const isOn = (of: CustomFields | undefined, slot: string) => of?.[slot] !== undefined && of[slot]?.off !== true;
  const turned = (on: boolean) =>
    [...remade].filter(
      (slot) => isOn(fields, slot) === on && isOn(found.mark?.fields, slot) !== on && !head.added.includes(slot),
    );
  return [...show(key, spans(head, turned(true))), ...hide(key, spans(head, turned(false)))];
}

function choosesColumns(template: TableTemplate): boolean {
  return Object.values<ColumnTemplate>(template.columns).some(({ shown }) => shown !== undefined);
}

function show(key: string, shown: readonly Span[]): Operation[] {
  return shown.length > 0 ? [{ type: 'showColumns', sheet: key, spans: shown }] : [];
}

function hide(key: string, hidden: readonly Span[]): Operation[] {
  return hidden.length > 0 ? [{ type: 'hideColumns', sheet: key, spans: hidden }] : [];
}

function spans(head: Head, keys: readonly string[]): Span[] {
  return runsOf(keys.flatMap((name) => head.positions.get(name) ?? [])).map(({ at, count }) => ({ column: at, columns: count }));
}

/** Notes follow the language like labels: only where they are as shipped. */
function translatedNotes(context: PlanContext, key: string, template: TableTemplate, head: Head, read: TableRead): Operation[] {
  const { from, choice } = context;
  if (from === null) return [];
  const notes = Object.entries(template.columns).flatMap(([name, column]) => {
    const at = head.positions.get(name);
    const [old, now] = [noteOf(column, from), noteOf(column, choice.locale)];
    return at !== undefined && old !== now && read.notes?.[at - 1] === old ? [{ column: at, text: now }] : [];
  });
  return notes.length > 0 ? [{ type: 'setNotes', sheet: key, notes }] : [];
}
