// What is entered for a customer: contacts, order lines and feedback, judged as the sheet judges them; facts follow at once.
import type { ChildFormView, ChildSheet, CustomerApi } from '../../contract/customer-api';
import { plusWorkingDays } from '../../domain/calendar/workdays';
import { idColumn, initialValues } from '../../domain/entry';
import { isEffective } from '../../domain/facts/facts';
import { orderAmounts } from '../../domain/facts/order-line';
import { readRates } from '../../domain/facts/rates';
import { cellFrom, childKeys, type FieldContext, fieldOf, formText } from '../../domain/form/fields';
import { readCalendar } from '../../gateway/due-customers';
import { ensureTable } from '../../gateway/ensure';
import { reserveIds } from '../../gateway/ids';
import { withLock } from '../../gateway/lock';
import { optionId } from '../../gateway/options';
import { actingPerson, readPeople } from '../../gateway/people';
import { kindContext, peopleTable } from '../../gateway/reading';
import { appendRecord, type Found, readAppendable, readRecord, writeCells } from '../../gateway/records';
import { openRun, poolState, type Run } from '../../gateway/run';
import { settingsOf } from '../../gateway/settings';
import { cellOf, FIRST_ROW, findSheet, readTable, requireSheet, tableTemplate, textOf } from '../../gateway/table';
import { outcomeOf, remembering } from '../../gateway/tokens';
import { userLocale } from '../../gateway/ui';
import { othersOf } from '../../gateway/unique';
import type { Message } from '../../i18n/index';
import type { Cell } from '../../template/types';
import { requirePool } from '../acts';
import { refreshFacts } from '../facts';
import { managerRefusal, requireManager } from '../managers';
import { changeOf } from '../watch/record';
import { recordNotes, warnings } from './check';
import { myName } from './door';

type Row = Readonly<Record<string, Cell>>;

const SHEETS: readonly string[] = ['interactions', 'orders', 'feedback'] satisfies ChildSheet[];

export const entryForm: CustomerApi['entryForm'] = ({ sheet, customer, locale = userLocale() }): ChildFormView => {
  const run = openRun();
  const { preset } = poolState(run);
  const template = tableTemplate(known(sheet));
  const people = readPeople(run);
  const found = readRecord(run, 'customers', customer);
  const closed = managerRefusal(run, people, 'form.ownerByManager')?.failure ?? null;
  const context: FieldContext = {
    kinds: kindContext(run),
    locale,
    preset,
    records: (target) => namesIn(run, target, customer),
    closed: (key) => (template.columns[key]?.editor === 'manager' ? closed : null),
  };
  const me = actingPerson(run, people)?.name ?? null;
  const begun = begin(run, sheet, { ...found.cells, owner: found.cells['owner'] ?? me }, me);
  const keys = childKeys(template);
  return {
    sheet,
    fields: keys.flatMap((key) => {
      const column = template.columns[key];
      return column === undefined ? [] : [{ ...fieldOf(key, column, context), essential: true }];
    }),
    values: Object.fromEntries(keys.map((key) => [key, formText(begun[key])])),
  };
};

export const saveEntry: CustomerApi['saveEntry'] = ({ sheet, customer, values, token, locale = userLocale() }) =>
  withLock(() => {
    const run = openRun();
    requirePool(run);
    const template = tableTemplate(known(sheet));
    if (sheet === 'feedback') ensureTable(run, sheet);
    const { cells } = readRecord(run, 'customers', customer);
    const place = readAppendable(run, sheet);
    const { key = '', prefix = '' } = idColumn(template) ?? {};
    const done = outcomeOf(run, token);
    const at = done === null ? -1 : place.table.rows.findIndex((row) => textOf(place.table, row, key) === done);
    const row = at < 0 ? null : FIRST_ROW + at;
    const keys = childKeys(template).filter((one) => (values[one] ?? '').trim() !== '');
    const typed: Record<string, Cell> = { customer_id: customer };
    for (const one of keys) {
      const column = template.columns[one];
      if (column !== undefined) typed[one] = cellFrom(values[one] ?? '', column);
    }
    const line = new Array<Cell>(place.table.labels.length).fill(null);
    for (const [one, at] of place.table.columns) line[at] = typed[one] ?? null;
    const person = () => actingPerson(run, readPeople(run));
    const change = changeOf({ run, key: sheet, table: place.table, person }, line, ['customer_id', ...keys]);
    const read: Row = { ...typed, ...change.values };
    const record = { ...read, ...kept(run, sheet, read, cells) };
    mayCredit(run, formText(read['owner']), cells);
    // What could not be read stands there as typed, so that what is wrong with it is said.
    const notes = recordNotes(run, template, record, undefined, locale, othersOf(run, place.table, row));
    if (notes.some(({ state }) => state === 'problem')) return { outcome: 'invalid', notes };
    if (done !== null && row !== null) {
      const blank = Object.fromEntries(childKeys(template).map((one) => [one, null]));
      complete(run, readRecord(run, sheet, done, row), { ...blank, ...record });
      // The call that entered it may have been cut off behind it.
      follow(run, sheet, customer);
      return { outcome: 'saved', id: done, issues: [] };
    }
    const [id = ''] =
      done !== null ? [done] : reserveIds(run, place.table, key, prefix, 1, ([first = '']) => remembering(run, token, first));
    appendRecord(place, { ...record, [key]: id });
    follow(run, sheet, customer);
    return { outcome: 'saved', id, issues: [...warnings(notes), ...(sheet === 'orders' ? unrated(run, record) : [])] };
  });

/** What was typed since the answer was lost is written too; over what somebody else changed meanwhile nothing is. */
function complete(run: Run, found: Found, entered: Row): void {
  const stands = (key: string) => formText(found.cells[key]);
  const isMine = stands('updated_by') === run.actor;
  const keys = Object.keys(entered).filter(
    (key) => found.table.columns.has(key) && stands(key) !== formText(entered[key]) && (isMine || stands(key) === ''),
  );
  const wanted = keys.filter((key) => !key.startsWith('created_'));
  if (wanted.some((key) => !key.startsWith('updated_')))
    writeCells(found, Object.fromEntries(wanted.map((key) => [key, entered[key] ?? null])));
}

function follow(run: Run, sheet: ChildSheet, customer: string): void {
  if (sheet !== 'feedback') refreshFacts(run, new Set([customer]), { of: [sheet] });
}

/** @throws Refusal `form.ownerByManager` where somebody credits another than himself or the customer's owner, who may not */
function mayCredit(run: Run, owner: string, customer: Row): void {
  if (owner !== '' && owner !== formText(customer['owner']) && owner !== myName(run))
    requireManager(run, readPeople(run), 'form.ownerByManager');
}

/** The page is the only one who asks, but a name from outside must not reach another sheet. */
function known(sheet: ChildSheet): ChildSheet {
  if (!SHEETS.includes(sheet)) throw new Error(`${sheet} is entered elsewhere`);
  return sheet;
}

/** What a new row begins with: today, made by me, credited to the customer's owner. */
function begin(run: Run, sheet: ChildSheet, customer: Row, me: string | null): Row {
  const initial = initialValues(tableTemplate(sheet), {}, kindContext(run));
  if (sheet === 'interactions') return { ...initial, date: run.today, owner: me };
  if (sheet === 'feedback') return { ...initial, date: run.today };
  const currency = settingsOf(run)('general.base_currency');
  return { ...initial, order_date: run.today, currency, owner: customer['owner'] ?? null };
}

/** What script adds to the row: whose it is, what counts, what is owed, by when. */
function kept(run: Run, sheet: ChildSheet, row: Row, customer: Row): Row {
  const common = { customer_name: customer['name'] ?? customer['company'] ?? null };
  if (sheet === 'feedback') return { ...common, due_on: dueDay(run, row) };
  const me = myName(run) || null;
  if (sheet === 'orders')
    return { ...common, owner: row['owner'] ?? customer['owner'] ?? me, ...orderAmounts(row, moneyOf(run)) };
  return { ...common, owner: row['owner'] ?? me, effective: isEffective(optionId(run, 'result', row['result'])) };
}

/** That an order line stays outside the totals, where Settings has no rate for its currency. */
function unrated(run: Run, line: Row): Message[] {
  if (typeof line['amount'] !== 'number' || typeof line['amount_base'] === 'number') return [];
  const currency = formText(line['currency']) || String(settingsOf(run)('general.base_currency'));
  return [{ code: 'order.noRate', args: { currency } }];
}

function moneyOf(run: Run): Parameters<typeof orderAmounts>[1] {
  const setting = settingsOf(run);
  return {
    base: String(setting('general.base_currency')),
    rates: readRates(String(setting('general.rates') ?? '')),
    priceOf(product) {
      const table = readTable(run, 'products');
      const row = table.rows.find((one) => textOf(table, one, 'name') === product);
      const price = row === undefined ? null : cellOf(table, row, 'price');
      return typeof price === 'number' ? price : null;
    },
  };
}

/** The day feedback is to be settled by, in working days from its own; null for what is only heard. */
function dueDay(run: Run, row: Row): Cell {
  const setting = settingsOf(run);
  const kind = optionId(run, 'feedback_kind', row['kind']);
  const severity = optionId(run, 'severity', row['severity']) || 'medium';
  const days: Readonly<Record<string, () => Cell>> = {
    'complaint high': () => setting('due.complaint_high'),
    'complaint medium': () => setting('due.complaint_medium'),
    'complaint low': () => setting('due.complaint_low'),
    request: () => setting('due.request'),
    suggestion: () => setting('due.suggestion'),
  };
  const within = days[kind === 'complaint' ? `${kind} ${severity}` : kind];
  const day = String(row['date'] ?? '').slice(0, 10);
  if (within === undefined || day === '') return null;
  return plusWorkingDays(day, Number(within()), String(setting('general.home_region')), readCalendar(run));
}

/** Names a reference may hold: people of the team, products that are sold, orders of this customer. */
function namesIn(run: Run, sheet: string, customer: string): readonly string[] {
  if (sheet === 'users') {
    const table = peopleTable(run);
    return table.rows.filter((row) => cellOf(table, row, 'active') === true).map((row) => textOf(table, row, 'name'));
  }
  if (sheet === 'products' && findSheet(run, 'products') !== null) {
    const table = readTable(run, 'products');
    return distinct(table.rows.map((row) => textOf(table, row, 'name')));
  }
  if (sheet !== 'orders') return [];
  const table = readTable(run, 'orders', ['order_no', 'customer_id']);
  const own = table.rows.filter((row) => textOf(table, row, 'customer_id') === customer);
  return distinct(own.map((row) => textOf(table, row, 'order_no')));
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name !== '');
}

/** Takes the sheet to a record's row; false where there is no such record. */
export const showRecord: CustomerApi['showRecord'] = ({ sheet, id }) => {
  const run = openRun();
  poolState(run);
  const tab = requireSheet(run, sheet === 'customers' ? sheet : known(sheet));
  const found = readRecord(run, sheet, id);
  if (tab.isSheetHidden()) tab.showSheet();
  tab.activate();
  tab.getRange(Math.max(FIRST_ROW, found.row), 1).activate();
  return true;
};
