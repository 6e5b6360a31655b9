// Sample data: invented people, products, customers and what happened with them, added to a workbook in a few writes.
import type { SampleApi } from '../contract/sample-api';
import { idColumn, initialValues } from '../domain/entry';
import { readRates, toBase } from '../domain/facts/rates';
import { Refusal } from '../domain/refusal';
import { type SampleRecord, sampleActivity, type Target } from '../domain/sample/activity';
import { customersCsv, type SampleOrigin, SMALLEST, sampleCustomers } from '../domain/sample/customers';
import { findSample, sampleRecords } from '../domain/sample/records';
import { type Named, nameIn, SELLERS, sampleProducts, sampleTeam } from '../domain/sample/team';
import { ensureTable } from '../gateway/ensure';
import { reserveIds } from '../gateway/ids';
import { withLock } from '../gateway/lock';
import { enumsInForce } from '../gateway/options';
import { actingPerson, type Person, readPeople, requireAdmin } from '../gateway/people';
import { forgetPeople, kindContext } from '../gateway/reading';
import { openRun, poolState, type Run, setProperties } from '../gateway/run';
import { settingsOf } from '../gateway/settings';
import { appendRecords, cellOf, FIRST_ROW, readTable, recordOf, tableTemplate, textOf, writeRecords } from '../gateway/table';
import type { SettingKey, TableKey } from '../template/index';
import type { Cell, Day } from '../template/types';
import { requirePool } from './acts';
import { refreshFacts } from './facts';
import { BEGUN, sampleRemovalApi } from './sample-removal';

export const sampleApi: SampleApi = { loadSample, sampleCsv, ...sampleRemovalApi };

type Row = Readonly<Record<string, Cell>>;
type Choice = Parameters<SampleApi['loadSample']>[0];

/** A load as far as it has come; one that was killed goes on with the same day and the same ids. */
interface Begun {
  readonly choice: Choice;
  readonly day: Day;
  /** First id given, and whether all rows stand, by table. */
  readonly tables: Readonly<Record<string, { readonly ids: readonly [first: string, count: number]; readonly done: boolean }>>;
}

interface Load {
  readonly run: Run;
  readonly origin: SampleOrigin & { readonly known: Map<Named, string> };
  readonly stamps: Row;
}

/** Rows a workbook takes in one run, and customers whose CSV the wire carries. */
const LARGEST = 5000;
const LARGEST_CSV = 2000;

function sampleCsv({ seed, size }: { seed: number; size: number }): { csv: string; rows: number } {
  const run = openRun();
  const origin = originOf(run, seed, size, run.today, LARGEST_CSV);
  return { csv: customersCsv(sampleCustomers(origin), origin.locale), rows: size };
}

function loadSample(choice: Choice): ReturnType<SampleApi['loadSample']> {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    const people = readPeople(run);
    requireAdmin(run, people, 'sample.adminOnly');
    const day = begunOf(run, choice).day;
    const load: Load = {
      run,
      origin: { ...originOf(run, choice.seed, choice.size, day, LARGEST), known: knownNames(run, people.list) },
      stamps: {
        created_at: run.stamp,
        created_by: run.actor,
        updated_at: run.stamp,
        updated_by: run.actor,
        is_sample: choice.customers ? true : null,
      },
    };
    if (choice.customers) requireUnloaded(load, choice);
    const added = addPeople(load);
    if (choice.customers) standIn(load);
    addProducts(load);
    const customers = choice.customers ? addCustomers(load, choice) : 0;
    return { people: added, customers, ...addActivity(load, choice) };
  });
}

function originOf(run: Run, seed: number, size: number, today: Day, largest: number): SampleOrigin {
  if (!Number.isInteger(size) || size < SMALLEST || size > largest)
    throw new Refusal('sample.size', { min: SMALLEST, max: largest });
  return { seed, today, size, locale: poolState(run).locale };
}

/** What the workbook calls people and products of the sample it has: by account and by SKU, whatever language they were loaded in. */
function knownNames(run: Run, people: readonly Person[]): Map<Named, string> {
  const known = new Map<Named, string>();
  for (const person of sampleTeam) {
    const held = people.find(({ email }) => email === person.email);
    if (held !== undefined && !isUnnamed(held)) known.set(person, held.name);
  }
  const table = readTable(run, 'products', ['sku', 'name']);
  for (const row of table.rows) {
    const product = sampleProducts.find(({ sku }) => sku === textOf(table, row, 'sku'));
    const name = textOf(table, row, 'name');
    if (product !== undefined && name !== '') known.set(product, name);
  }
  return known;
}

/** Whoever loads customers to try things on has those of one seller, or there would be nobody for him to follow up. */
function standIn({ run, origin }: Load): void {
  const me = actingPerson(run, readPeople(run));
  const [, seller] = SELLERS.flatMap((i) => sampleTeam[i] ?? []);
  const sells = SELLERS.some((i) => sampleTeam[i]?.email === me?.email);
  if (me !== null && seller !== undefined && !sells) origin.known.set(seller, me.name);
}

/**
 * A load that was begun goes on; another one would add the same people again.
 * @throws Refusal when customers of the sample stand in the workbook already
 */
function requireUnloaded(load: Load, choice: Choice): void {
  if (begunOf(load.run, choice).tables['customers'] !== undefined) return;
  const { length: customers } = targetsOf(load);
  if (customers > 0) throw new Refusal('sample.loaded', { customers });
}

/**
 * People by account, else by name: somebody an import brought in without an address becomes the sample's, and so does the first admin,
 * who is called by his address until somebody names him. An account of another address is left alone.
 */
function addPeople({ run, origin }: Load): number {
  const { locale } = origin;
  const label = labelsOf(run, 'users');
  const wanted = sampleTeam.map((person) => ({
    name: nameIn(origin, person),
    email: person.email,
    role: label('role', person.role),
    team: person.team[locale],
    active: true,
    language: label('language', locale),
    digest: true,
  }));
  const { table, list } = readPeople(run);
  const fresh = wanted.filter((person) => knownAs(list, person) === undefined);
  if (fresh.length > 0) {
    const ids = reserveIds(run, table, 'user_id', idColumn(tableTemplate('users'))?.prefix ?? '', fresh.length);
    appendRecords(
      table,
      fresh.map((person, i) => ({ user_id: ids[i] ?? null, ...person })),
    );
  }
  forgetPeople(run);
  // Every name stands in the sheet now, so that the list managers are chosen from holds them.
  const after = readPeople(run);
  wanted.forEach((person, i) => {
    const known = knownAs(after.list, person);
    if (known === undefined || (known.email !== '' && known.email !== person.email)) return;
    const unnamed = isUnnamed(known);
    if (known.email !== '' && !unnamed && !fresh.includes(person)) return;
    const before = recordOf(after.table, after.table.rows[known.index] ?? []);
    const chief = sampleTeam[sampleTeam[i]?.manager ?? -1];
    const manager = chief === undefined ? null : nameIn(origin, chief);
    const row = { ...before, ...person, name: unnamed ? person.name : known.name, manager };
    writeRecords(after.table, FIRST_ROW + known.index, [row]);
  });
  forgetPeople(run);
  return fresh.length;
}

function knownAs(list: readonly Person[], { name, email }: { name: string; email: string }): Person | undefined {
  return list.find((known) => known.email === email) ?? list.find((known) => known.name === name);
}

/** Called by his address, since nobody named him. */
function isUnnamed({ name, email }: Person): boolean {
  return name === email.replace(/@.*$/, '');
}

function addProducts({ run, origin, stamps }: Load): void {
  const table = readTable(run, 'products');
  const known = new Set(table.rows.map((row) => textOf(table, row, 'sku')));
  const fresh = sampleProducts.filter(({ sku }) => !known.has(sku));
  if (fresh.length === 0) return;
  appendRecords(
    table,
    fresh.map(({ sku, name, category, price }) => ({
      sku,
      name: name[origin.locale],
      category: category[origin.locale],
      price,
      currency: 'CNY',
      active: true,
      ...stamps,
    })),
  );
}

function addCustomers(load: Load, choice: Choice): number {
  const context = kindContext(load.run);
  const template = tableTemplate('customers');
  const records = sampleRecords(load.origin, context);
  return add(
    load,
    choice,
    'customers',
    records.map((record) => ({ ...initialValues(template, record, context), ...record })),
  );
}

/** Contacts, orders and feedback of the sample's customers in this workbook, and the facts that follow from them. */
function addActivity(load: Load, choice: Choice): { interactions: number; orders: number; feedback: number } {
  const { run, origin } = load;
  const targets = targetsOf(load);
  if (targets.length === 0) return { interactions: 0, orders: 0, feedback: 0 };
  ensureTable(run, 'feedback');
  const setting = settingsOf(run);
  const dueDays = (kind: string, severity: string | null) => {
    const key = kind === 'complaint' ? `due.complaint_${severity}` : `due.${kind}`;
    return kind === 'survey' ? null : Number(setting(key as SettingKey));
  };
  const made = sampleActivity(targets, { ...origin, dueDays });
  const base = String(setting('general.base_currency'));
  const rates = readRates(String(setting('general.rates') ?? ''));
  const orders = rowsOf(run, 'orders', made.orders).map((row) => ({
    ...row,
    amount_base: toBase(Number(row['amount']), String(row['currency']), base, rates),
  }));
  const counts = {
    interactions: add(load, choice, 'interactions', rowsOf(run, 'interactions', made.interactions)),
    orders: add(load, choice, 'orders', orders),
    feedback: add(load, choice, 'feedback', rowsOf(run, 'feedback', made.feedback)),
  };
  if (counts.interactions + counts.orders > 0) refreshFacts(run, new Set(targets.map(({ id }) => id)), { follow: false });
  return counts;
}

/** The sample's customers among those in the workbook, however they came in. */
function targetsOf({ run, origin }: Load): Target[] {
  const context = kindContext(run);
  const records = sampleRecords(origin, context);
  const table = readTable(run, 'customers', ['customer_id', 'name', 'mobile', 'phone', 'email', 'wechat', 'owner']);
  const active = new Set(readPeople(run).list.flatMap((person) => (person.active ? [person.name] : [])));
  const rows = table.rows.map((row) => (cellOf(table, row, 'customer_id') === null ? {} : recordOf(table, row)));
  return findSample(records, rows).map((i) => {
    const row = rows[i] ?? {};
    const owner = String(row['owner'] ?? '');
    return { id: String(row['customer_id']), name: String(row['name'] ?? ''), owner: active.has(owner) ? owner : null };
  });
}

/**
 * Adds rows to a table once, under ids reserved before. A load killed between two writes finds its rows by their first id and writes
 * them again in the same place.
 * @returns how many were added; 0 when they stand already
 */
function add({ run, stamps }: Load, choice: Choice, key: TableKey, rows: readonly Row[]): number {
  const begun = begunOf(run, choice);
  const held = begun.tables[key];
  const id = idColumn(tableTemplate(key));
  if (held?.done || id === null || rows.length === 0) return 0;
  const table = readTable(run, key);
  const mark = (first: string, count: number, done: boolean) => {
    const { tables } = begunOf(run, choice);
    setProperties(run, { [BEGUN]: JSON.stringify({ ...begun, tables: { ...tables, [key]: { ids: [first, count], done } } }) });
  };
  let [first, count] = held?.ids ?? ['', 0];
  if (held === undefined) {
    first = reserveIds(run, table, id.key, id.prefix, rows.length)[0] ?? '';
    count = rows.length;
    mark(first, count, false);
  }
  const from = Number(first.slice(id.prefix.length));
  const records = rows.slice(0, count).map((row, i) => ({
    ...row,
    ...stamps,
    [id.key]: id.prefix + String(from + i).padStart(first.length - id.prefix.length, '0'),
  }));
  const at = table.rows.findIndex((row) => textOf(table, row, id.key) === first);
  if (at < 0) appendRecords(table, records);
  else writeRecords(table, FIRST_ROW + at, records);
  mark(first, count, true);
  return records.length;
}

function begunOf(run: Run, choice: Choice): Begun {
  const text = run.properties[BEGUN];
  const held = text === undefined ? null : (JSON.parse(text) as Begun);
  const same = held !== null && JSON.stringify(held.choice) === JSON.stringify(choice);
  return same ? held : { choice, day: run.today, tables: {} };
}

/** Rows with options as the labels they are stored as. */
function rowsOf(run: Run, key: TableKey, records: readonly SampleRecord[]): Row[] {
  const label = labelsOf(run, key);
  return records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([column, cell]) => [
        column,
        typeof cell === 'object' && cell !== null ? label(column, cell.option) : cell,
      ]),
    ),
  );
}

/** The label in force of an option of one of a table's columns. */
function labelsOf(run: Run, key: TableKey): (column: string, id: string) => string {
  const { columns } = tableTemplate(key);
  const enums = enumsInForce(run);
  const { locale } = poolState(run);
  return (name, id) => {
    const column = columns[name];
    const list = column?.kind === 'enum' ? enums[column.enum] : undefined;
    return list?.options.find((option) => option.id === id)?.label[locale] ?? id;
  };
}
