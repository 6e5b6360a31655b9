// What an edit of a row brings with it: canonical values, a new record's id and defaults, stamps, what is wrong, how full it is.
import { idColumn, initialValues, isRecord, readTyped } from '../../domain/entry';
import { completenessOf } from '../../domain/facts/completeness';
import { knownHeader } from '../../domain/import/index';
import { formerLabels, type Issue, isNamed, issueText, revisedIssue } from '../../domain/issues';
import type { KindContext } from '../../domain/kinds/index';
import { provinceOfCity } from '../../domain/kinds/place';
import { judgedWith, judgeRecord, type Others, rowReasons } from '../../domain/record/judge';
import type { Person } from '../../gateway/people';
import { kindContext } from '../../gateway/reading';
import type { Run } from '../../gateway/run';
import { labelAt, recordOf, type Table, tableTemplate } from '../../gateway/table';
import { type Message, say } from '../../i18n/index';
import { issueMarks, type TableKey } from '../../template/index';
import type { Cell, TableTemplate } from '../../template/types';
import { isBare, nothing } from './bare';

export type Row = Readonly<Record<string, Cell>>;

/** A row with only a phone number is not a customer yet. */
const NAMED_BY: Partial<Record<TableKey, readonly string[]>> = { customers: ['name', 'company'] };

/** Where an edit takes place, and who made it. */
export interface Site {
  /** On behalf of who typed. */
  readonly run: Run;
  readonly key: TableKey;
  /** With its head read. */
  readonly table: Table;
  /** The one of the team who typed; null where nobody knows. */
  readonly person: () => Person | null;
  /** Records of other sheets that a text means; absent: the team's people alone are looked up. */
  readonly lookup?: (sheet: string, text: string) => string | null;
}

export interface RowChange {
  /** The row as it was read. */
  readonly before: Row;
  /** Cells that are to hold something else, by key; new records without their id yet. */
  readonly values: Record<string, Cell>;
  /** A record that has no id yet. */
  readonly isNew: boolean;
  /** What is wrong with the cells that were judged. */
  readonly issues: readonly Issue[];
}

/** What is known of a row besides its cells. */
export interface Circumstances {
  /** It was copied from another record and becomes one of its own. */
  readonly isCopy?: boolean;
  /** Another row has its id, and nobody knows which of them is the copy. */
  readonly isTwice?: boolean;
  /** Keys of cells that hold a formula, which gives way to its value. */
  readonly formulas?: ReadonlySet<string>;
  /** What cells kept by script held before they were typed into. */
  readonly restored?: Row;
  /** Only looked at, not edited: stamped if something of it changes. */
  readonly isLook?: boolean;
  /** Several cells were edited at once: who empties the name of a row alone is about to write another. */
  readonly isBlock?: boolean;
  /** Looked at by night, when nobody is known to be at it. */
  readonly isNight?: boolean;
  /** The other records of the table; absent: nothing is said of uniqueness. */
  readonly others?: Others | undefined;
}

/**
 * @param typed keys of the columns the edit touched
 */
export function changeOf(
  site: Site,
  cells: readonly Cell[],
  typed: readonly string[],
  {
    isCopy = false,
    isTwice = false,
    formulas = new Set(),
    restored = {},
    isLook = false,
    isBlock = false,
    isNight = false,
    others,
  }: Circumstances = {},
): RowChange {
  const { run } = site;
  const template = tableTemplate(site.key);
  const before = recordOf(site.table, cells);
  if ((isBlock || isNight) && isNameless(site.key, before) && isBare(site, cells, before, isNight))
    return { before, values: nothing(site, before), isNew: false, issues: [] };
  const kept = isCopy ? keptByScript(template) : {};
  const row: Row = { ...before, ...restored, ...kept };
  const context = contextOf(site, row);
  const { values: read, issues, judged } = readTyped(template, row, typed, context, others);
  const values: Record<string, Cell> = { ...restored, ...kept, ...read };
  Object.assign(values, provinces(template, { ...row, ...values }, typed, context));
  const id = idColumn(template);
  const hasId = id !== null && (row[id.key] ?? null) !== null;
  const isNew = isUnnumbered(site.key, row);
  const identity = identityIssues(site, row, isTwice);
  // A run killed between a record's cells and its stamps.
  const isBegun = hasId && 'created_at' in template.columns && (row['created_at'] ?? null) === null;
  if (isNew || isBegun) Object.assign(values, beginning(site, { ...row, ...values }, isNew, context));
  if (isNew || hasId || identity.length > 0) {
    if (isNew || !isLook || differs(values, before)) Object.assign(values, { updated_at: run.stamp, updated_by: run.actor });
    const after = { ...row, ...values };
    // What a new record lacks is said once it is one; before that it was no record to lack anything.
    const said = isNew || isBegun ? judgedWith(template, Object.keys(template.columns)) : judged;
    const anew = id !== null && (typed.includes(id.key) || identity.length > 0) ? [...said, id.key] : said;
    const found = [...(isNew || isBegun ? judgeRecord(template, after, context, { others }) : issues), ...identity];
    const settled = (isLook ? anew.filter((one) => !saysMore(site, after, one, found)) : anew).map((one) =>
      labelAt(site.table, one),
    );
    // A look judges all columns: what stands under a label that is gone is said anew, or holds no longer.
    if (isLook) settled.push(...formerLabels(after['issue'] ?? null, site.table.labels));
    Object.assign(values, factsOf(site, after, settled, found, rowReasons(template, context)));
  }
  for (const k of Object.keys(values)) {
    if (!(k in template.columns) || (values[k] === (before[k] ?? null) && !formulas.has(k))) delete values[k];
  }
  for (const k of formulas) if (k in template.columns && !(k in values)) values[k] = before[k] ?? null;
  return { before, values, isNew, issues: [...issues, ...identity] };
}

/** Whether a row has become a record that was never given an id. */
export function isUnnumbered(key: TableKey, row: Row): boolean {
  return isWithoutId(key, row) && !isStamped(row);
}

/** Whether a row is a record without an id. */
export function isWithoutId(key: TableKey, row: Row): boolean {
  const template = tableTemplate(key);
  const id = idColumn(template);
  return (
    id !== null && (row[id.key] ?? null) === null && isRecord(template, row, NAMED_BY[key] ?? []) && !isHeading(template, row)
  );
}

/** Whether a row holds the heads of another table, which came along with a paste: they say what stands below them, not who. */
function isHeading({ columns }: TableTemplate, row: Row): boolean {
  const texts = Object.keys(columns).flatMap((key) => (typeof row[key] === 'string' && row[key] !== '' ? [row[key]] : []));
  // No head has a digit in it, and nearly every customer has: the words are looked up for few.
  return texts.length > 1 && !/\d/.test(texts.join('')) && texts.every(headsOf(columns));
}

const heads = new WeakMap<TableTemplate['columns'], (text: string) => boolean>();

/** Gathering the words takes a millisecond: once for all rows of a paste. */
function headsOf(columns: TableTemplate['columns']): (text: string) => boolean {
  const known = heads.get(columns) ?? knownHeader(columns);
  heads.set(columns, known);
  return known;
}

/** Whether a row has none of what its table calls a record by. */
function isNameless(key: TableKey, row: Row): boolean {
  const naming = NAMED_BY[key];
  return naming !== undefined && !isRecord(tableTemplate(key), row, naming);
}

/** Only records have stamps: what has one and no id has lost that, and what is about it elsewhere still says the old one. */
function isStamped(row: Row): boolean {
  return ['created_at', 'created_by', 'updated_at', 'updated_by'].some((key) => (row[key] ?? null) !== null);
}

function identityIssues({ key }: Site, row: Row, isTwice: boolean): Issue[] {
  const id = idColumn(tableTemplate(key));
  if (id === null) return [];
  if (isTwice) return [{ column: id.key, reason: { code: 'watch.idTwice' } }];
  return isWithoutId(key, row) && isStamped(row) ? [{ column: id.key, reason: { code: 'watch.idMissing' } }] : [];
}

/** What a new record takes where nothing was typed; its author's, if it has an owner. */
function beginning(site: Site, row: Row, isNew: boolean, context: KindContext): Record<string, Cell> {
  const { columns } = tableTemplate(site.key);
  const initial = initialValues(tableTemplate(site.key), row, context);
  const column = columns['owner'];
  const isOpen = isNew && column !== undefined && column.kept === undefined && (row['owner'] ?? null) === null;
  const owner = isOpen ? ownerOf(site.person()) : null;
  return {
    ...initial,
    created_at: site.run.stamp,
    created_by: site.run.actor,
    ...(owner !== null && { owner }),
    ...('claimed_at' in columns && (owner ?? row['owner'] ?? null) !== null && { claimed_at: site.run.today }),
  };
}

/** Roles whose people have customers of their own. */
const SELLING: readonly string[] = ['sales', 'manager', 'admin'];

function ownerOf(person: Person | null): string | null {
  return person?.active && SELLING.includes(person.role) ? person.name : null;
}

/** A copied row's script columns, all empty: what they said is about the record it was copied from. */
function keptByScript({ columns }: TableTemplate): Record<string, Cell> {
  return Object.fromEntries(Object.keys(columns).flatMap((key) => (columns[key]?.kept === 'script' ? [[key, null]] : [])));
}

/** A city that lies in one province only fills it, where none stands. */
function provinces({ columns }: TableTemplate, row: Row, typed: readonly string[], context: KindContext): Record<string, Cell> {
  const found: Record<string, Cell> = {};
  for (const key of typed) {
    const column = columns[key];
    const within = column?.kind === 'place' ? column.within : undefined;
    if (within === undefined || (row[key] ?? null) === null || (row[within] ?? null) !== null) continue;
    const province = provinceOfCity(String(row[key]), context);
    if (province !== null) found[within] = province;
  }
  return found;
}

/** How a cell is called empty. */
const EMPTY = ['record.missing', 'record.wanted'] as const;

/**
 * Whether a row's issues say of a cell what the cell does not show any more: an import left it empty, or cut it to the column's length.
 * Only who types into it settles that.
 */
function saysMore({ run, table }: Site, row: Row, key: string, issues: readonly Issue[]): boolean {
  const text = String(row['issue'] ?? '');
  const label = (one: string) => labelAt(table, one);
  if (!isNamed(text, label(key)) || issues.some(({ column }) => column === key)) return false;
  const cell = row[key] ?? null;
  const column = tableTemplate(table.key).columns[key];
  if (cell !== null) return column?.kind === 'text' && String(cell).length > column.max * 0.9;
  const entries = text.split(issueMarks.between);
  const locale = run.state?.locale ?? 'zh-CN';
  return !EMPTY.some((code) => entries.includes(String(issueText([{ column: key, reason: { code } }], label, locale))));
}

/** What the row says of itself: what is wrong in it, and how full it is. @param judged labels */
function factsOf(
  { run, table }: Site,
  row: Row,
  judged: readonly string[],
  issues: readonly Issue[],
  reasons: readonly Message[],
): Record<string, Cell> {
  const { columns } = tableTemplate(table.key);
  const locale = run.state?.locale ?? 'zh-CN';
  const label = (key: string) => labelAt(table, key);
  const issue = revisedIssue(String(row['issue'] ?? ''), {
    judged,
    settled: reasons.map((reason) => say(locale, reason)),
    found: issueText(issues, label, locale),
  });
  const bad = Object.keys(columns).filter((key) => isNamed(String(issue ?? ''), label(key)));
  return { issue, completeness: completenessOf(columns, run.state?.preset ?? 'b2b', row, new Set(bad)) };
}

/** Laid over, not copied: its parts are read from the sheets only when a kind asks for them. */
function contextOf({ run, lookup }: Site, row: Row): KindContext {
  const context = kindContext(run, row);
  if (lookup === undefined) return context;
  const own = {
    lookup: (sheet: string, text: string) =>
      sheet === 'customers' ? lookup(sheet, text) : (context.lookup?.(sheet, text) ?? null),
  };
  return Object.assign(Object.create(context) as KindContext, own);
}

function differs(values: Row, before: Row): boolean {
  return Object.keys(values).some((key) => (values[key] ?? null) !== (before[key] ?? null));
}
