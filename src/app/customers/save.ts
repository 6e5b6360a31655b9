// Saving a customer's form: judged as the sheet judges, held against what stands there now, written once, only what was changed.
import type { CustomerApi, SaveOutcome, SaveRequest } from '../../contract/customer-api';
import { isMarked, markedIssue } from '../../domain/door/marks';
import { idColumn, STAMPS } from '../../domain/entry';
import { changed } from '../../domain/follow-up/contact';
import { changedKeys, clashesOf } from '../../domain/form/conflict';
import { customerKeys, formText, shownText } from '../../domain/form/fields';
import { Refusal } from '../../domain/refusal';
import { cut } from '../../domain/text';
import { readIdentity } from '../../gateway/door';
import { reserveIds } from '../../gateway/ids';
import { mayWriteRows } from '../../gateway/import-rights';
import { withLock } from '../../gateway/lock';
import { setNotes } from '../../gateway/notes';
import { actingPerson, isAccountOf, nameByAccount, readPeople } from '../../gateway/people';
import { kindContext } from '../../gateway/reading';
import { type Appendable, appendRecord, type Found, foundAgain, readRecord, writeCells, writeMany } from '../../gateway/records';
import { openRun, type Run } from '../../gateway/run';
import { FIRST_ROW, labelAt, labelOf, readHead, type Table, tableTemplate, textOf } from '../../gateway/table';
import { outcomeOf, remembering } from '../../gateway/tokens';
import { userLocale } from '../../gateway/ui';
import { say } from '../../i18n/index';
import type { Cell, Locale } from '../../template/types';
import { requirePool } from '../acts';
import { requireManager } from '../managers';
import { byColumn, doorColumnsOf } from '../watch/notice';
import { changeOf, type Site } from '../watch/record';
import { recordNotes, rowFrom, warnings } from './check';
import { compared, type Door, labelsOf, matchViews, myName } from './door';
import { closedReason } from './form';

type Row = Readonly<Record<string, Cell>>;
type Request = SaveRequest & { readonly locale: Locale };

export const saveCustomer: CustomerApi['saveCustomer'] = (request) =>
  withLock(() => {
    const run = openRun();
    requirePool(run);
    const asked = { ...request, locale: request.locale ?? userLocale() };
    const known = asked.id ?? outcomeOf(run, asked.token);
    // A call whose answer was lost: what was typed since is changed in the customer it entered, who is not his own duplicate.
    return (known === null ? null : change(run, asked, known)) ?? enter(run, asked);
  });

/** A new customer: at most thirteen service calls. */
function enter(run: Run, request: Request): SaveOutcome {
  const { values, locale } = request;
  const head = readHead(run, 'customers');
  const template = tableTemplate('customers');
  const keys = customerKeys(template).filter((key) => (values[key] ?? '').trim() !== '');
  const typed = pick(rowFrom(template, values), keys);
  const notes = recordNotes(run, template, { ...typed, created_at: run.stamp }, undefined, locale);
  if (notes.some(({ state }) => state === 'problem')) return { outcome: 'invalid', notes };
  const record = { ...typed, ...changeOf(siteOf(run, head, values), lineOf(head, typed), keys).values };
  mayAssign(run, null, record);
  const only = doorColumnsOf(keys);
  const door = compared(run, readIdentity(run, only, head), record, only);
  const known = outcomeOf(run, request.token);
  if (isUndecided(door, request)) return { outcome: 'duplicate', matches: matchViews(run, head, door, locale) };
  const place = placeBelow(head, door.identity);
  if (!mayWriteRows(run, { ...place.table, height: place.rows }, place.below, 1))
    throw new Refusal('act.closed', { sheet: labelOf(run, 'customers') });
  const { key = '', prefix = '' } = idColumn(template) ?? {};
  const remember = ([id = '']: readonly string[]) => remembering(run, request.token, id);
  const [id = ''] = known === null ? reserveIds(run, door.identity, key, prefix, 1, remember) : [known];
  const row = appendRecord(place, { ...record, ...decided(run, head, record, door, request.reason), [key]: id });
  return { outcome: 'saved', id, row, issues: warnings(notes) };
}

/**
 * A standing customer. Without a change nothing is written.
 * @param isLast whether it is written whatever somebody typed since it was read
 * @returns null where a new customer's number was given and he was not entered yet
 */
function change(run: Run, request: Request, id: string, isLast = false): SaveOutcome | null {
  const { base, values, locale } = request;
  const template = tableTemplate('customers');
  const typed = changedKeys(base, values, template).filter((key) => customerKeys(template).includes(key));
  const asked = request.id === null ? customerKeys(template) : typed;
  const standing = findCustomer(run, id, request.row ?? 0, doorColumnsOf(asked));
  if (standing === null) {
    if (request.id === null) return null;
    throw new Refusal('record.gone', { id, sheet: labelOf(run, 'customers') });
  }
  const { found, identity } = standing;
  // What he entered himself a moment ago is in nobody's way.
  const isOwn = request.id === null && found.cells['updated_by'] === run.actor;
  const undone = isOwn ? takenBack(values, typed, found) : [];
  const mine = [...typed, ...undone];
  const wanted = { ...found.cells, ...pick(rowFrom(template, values), mine) };
  const notes = recordNotes(run, template, wanted, mine, locale);
  if (notes.some(({ state }) => state === 'problem')) return { outcome: 'invalid', notes };
  const line = lineOf(found.table, wanted);
  const record = { ...wanted, ...changeOf(siteOf(run, found.table, values), line, mine).values };
  const here = kindContext(run, found.cells);
  const shown = (key: string, cell: Cell | undefined) => shownText(cell, template.columns[key], here);
  // What was written since may be no part of what he entered: nobody takes it out unseen.
  const isAsEntered = formText(found.cells['updated_at']) === formText(found.cells['created_at']);
  const doubtful = isOwn ? (isAsEntered ? [] : undone) : mine;
  const clashes = clashesOf(doubtful, base, found.cells, record, shown);
  if (clashes.length > 0) {
    const account = formText(found.cells['updated_by']);
    const by = account.includes('@') ? nameByAccount(run)(account) : account;
    const own = isAccountOf(run, [account.toLowerCase()]);
    const fields = clashes.map((clash) => ({ ...clash, label: labelsOf([clash.key], locale) }));
    return { outcome: 'conflict', by, own, at: formText(found.cells['updated_at']), fields };
  }
  const different = mine.filter((key) => (record[key] ?? null) !== (found.cells[key] ?? null));
  if (different.length === 0) return { outcome: 'saved', id, row: found.row, issues: [] };
  mayAssign(run, found, record);
  const only = doorColumnsOf(request.id === null ? mine : different);
  const door = only.length === 0 || identity === null ? null : compared(run, identity, record, only);
  if (door !== null && isUndecided(door, request)) {
    return { outcome: 'duplicate', matches: matchViews(run, found.table, door, locale) };
  }
  const after = { ...record, ...(door === null ? {} : decided(run, found.table, record, door, request.reason)) };
  const written = writeChanged(run, found, after, isLast);
  if (written === null) return change(run, request, id, true);
  if (door !== null) takeBackNotes(written, door, after);
  return { outcome: 'saved', id, row: written.row, issues: warnings(notes) };
}

/**
 * Keys of fields that are in the form as it was opened and may stand otherwise: filled in before the answer was lost, and taken back
 * since. What script suggests is not asked for.
 */
function takenBack(values: SaveRequest['values'], typed: readonly string[], { cells }: Found): string[] {
  const template = tableTemplate('customers');
  return customerKeys(template).filter((key) => {
    const value = values[key];
    if (value === undefined || typed.includes(key) || template.columns[key]?.kept !== undefined) return false;
    return value.trim() !== '' || formText(cells[key]) !== '';
  });
}

interface Standing {
  readonly found: Found;
  /** Null where nothing that identifies him was changed. */
  readonly identity: Table | null;
}

/** Where all customers are read to be compared, his row is found among them. */
function findCustomer(run: Run, id: string, seen: number, only: readonly string[]): Standing | null {
  if (only.length === 0) return { found: readRecord(run, 'customers', id, seen), identity: null };
  const head = readHead(run, 'customers');
  const identity = readIdentity(run, only, head);
  const index = rowOf(identity, id);
  if (index < 0) return null;
  return { found: foundAgain(run, { table: head, row: FIRST_ROW + index, cells: { customer_id: id } }), identity };
}

/** A new customer is whose the form says, also when it says nobody's; where it does not say, his who saves it. */
function siteOf(run: Run, table: Table, values: SaveRequest['values']): Site {
  return { run, key: 'customers', table, person: () => ('owner' in values ? null : actingPerson(run, readPeople(run))) };
}

/** @throws Refusal `form.ownerByManager` where somebody gives a customer to another, who may not */
function mayAssign(run: Run, found: Found | null, record: Row): void {
  const owner = formText(record['owner']);
  if (found !== null && owner === formText(found.cells['owner'])) return;
  if (found === null && (owner === '' || owner === myName(run))) return;
  requireManager(run, readPeople(run), 'form.ownerByManager');
}

/** Whether somebody he may be already was not decided on: a reason speaks of those it was given for and of nobody who came since. */
function isUndecided({ matches }: Door, { reason, reasonFor }: Request): boolean {
  return matches.some(({ id }) => reason === '' || !reasonFor.includes(id));
}

/**
 * What a decision to save a possible duplicate leaves in the row: the marks that colour it, and the reason, in the notes, where everybody
 * who meets the two records reads it.
 */
function decided(run: Run, table: Table, record: Row, { matches, only }: Door, reason: string): Row {
  const locale = run.state?.locale ?? 'zh-CN';
  const found = byColumn(matches);
  const ids = new Map([...found].map(([key, { id }]) => [labelAt(table, key), id] as const));
  const issue = markedIssue(
    record['issue'] ?? null,
    only.map((key) => labelAt(table, key)),
    ids,
  );
  if (matches.length === 0 || reason === '') return { issue };
  const column = tableTemplate('customers').columns['remark'];
  const most = column?.kind === 'text' ? column.max : 0;
  const said = say(locale, { code: 'offer.decided', args: { ids: matches.map(({ id }) => id).join(', '), reason } });
  const before = formText(record['remark']);
  if (before.includes(said)) return { issue };
  const remark = before === '' ? said : `${before}\n${said}`;
  // Notes that are full already keep what they hold; the reason loses its end, not they theirs.
  return { issue, remark: remark.length <= most ? remark : cut(remark, Math.max(most, before.length))[0] };
}

/** What a cell's note says of a duplicate goes with the mark. */
function takeBackNotes({ table, row, cells }: Found, { only }: Door, after: Row): void {
  const gone = only.filter((key) => {
    const label = labelAt(table, key);
    return isMarked(cells['issue'] ?? null, label) && !isMarked(after['issue'] ?? null, label);
  });
  setNotes(table.sheet, new Map(gone.map((key) => [table.columns.get(key) ?? -1, new Map([[row, null]])])));
}

/**
 * Stamps first: where protection keeps this account out, that is refused and nothing was written.
 * @returns where he stands by now; null where somebody typed into these cells meanwhile, and nothing was written
 */
function writeChanged(run: Run, seen: Found, after: Row, isLast: boolean): Found | null {
  const keys = Object.keys(changed(seen.cells, after)).filter((key) => seen.table.columns.has(key));
  const found = foundAgain(run, seen);
  if (!isLast && keys.some((key) => (found.cells[key] ?? null) !== (seen.cells[key] ?? null))) return null;
  const valuesOf = (wanted: (key: string) => boolean) => pick(after, keys.filter(wanted));
  try {
    writeCells(
      found,
      valuesOf((key) => STAMPS.includes(key)),
    );
  } catch (error) {
    const closed = closedReason(found);
    throw closed === null ? error : new Refusal(closed.code, closed.args);
  }
  const others = valuesOf((key) => !STAMPS.includes(key) && !isSystem(key));
  if (runsOf(found.table, Object.keys(others)) <= MOST_RUNS || !writtenAsOne(found, others))
    writeCells(found, others, scriptKept);
  // What begins a record is closed to owners in a protected workbook: the steward's look completes it.
  writeMany([{ ...found, values: valuesOf(isSystem) }]);
  return found;
}

function isSystem(key: string): boolean {
  return tableTemplate('customers').columns[key]?.editor === 'script';
}

/**
 * Many fields far apart: what stands between them is written along as it was read a moment ago, under the lock, for a call each would
 * take longer than anybody waits.
 * @returns false where a cell between them is refused: a bad value in a strict column
 */
function writtenAsOne(found: Found, values: Row): boolean {
  try {
    writeCells(found, values, Object.keys(tableTemplate('customers').columns));
    return true;
  } catch {
    return false;
  }
}

/** Groups of these columns between which only others stand that people type into. */
function runsOf(table: Table, keys: readonly string[]): number {
  const passed = new Set([...keys, ...scriptKept]);
  const columns = [...table.columns].sort((a, b) => a[1] - b[1]);
  let runs = 0;
  let isOpen = false;
  for (const [key] of columns) {
    if (!passed.has(key)) isOpen = false;
    else if (keys.includes(key)) {
      if (!isOpen) runs++;
      isOpen = true;
    }
  }
  return runs;
}

/** Calls that writing a row's fields may take besides the stamps. */
const MOST_RUNS = 3;

/** Nobody types into these, so that writing them as they were read loses nothing and joins two writes into one. */
const scriptKept = Object.entries(tableTemplate('customers').columns).flatMap(([key, { kept }]) =>
  kept === 'script' ? [key] : [],
);

function placeBelow(table: Table, identity: Table): Appendable {
  const lastRow = table.sheet.getDataRange().getLastRow();
  return { table: { ...table, lastRow }, below: Math.max(FIRST_ROW, lastRow + 1), rows: identity.height ?? 0 };
}

function lineOf(table: Table, record: Row): Cell[] {
  const line = new Array<Cell>(table.labels.length).fill(null);
  for (const [key, at] of table.columns) line[at] = record[key] ?? null;
  return line;
}

function rowOf(identity: Table, id: string): number {
  return identity.rows.findIndex((cells) => textOf(identity, cells, 'customer_id') === id);
}

function pick(row: Row, keys: readonly string[]): Record<string, Cell> {
  return Object.fromEntries(keys.map((key) => [key, row[key] ?? null]));
}
