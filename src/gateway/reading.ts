// What kinds need to know to read a value in this workbook; each part is read from the sheets only when a kind asks for it.
import type { KindContext } from '../domain/kinds/index';
import { regionRows, type SettingKey, type SheetKey } from '../template/index';
import type { Cell } from '../template/types';
import { enumsInForce } from './options';
import type { Run } from './run';
import { settingsOf } from './settings';
import { findSheet, readTable, type Table, textOf } from './table';

/** @param row the record the value stands in, for kinds that look at its neighbours */
export function kindContext(run: Run, row?: Readonly<Record<string, Cell>>): KindContext {
  const people = memo(() => peopleOf(run));
  const homeRegion = memo(() => String(settingsOf(run)('general.home_region')));
  return {
    locale: run.state?.locale ?? 'zh-CN',
    today: run.today,
    get homeRegion() {
      return homeRegion();
    },
    get enums() {
      return enumsInForce(run);
    },
    ...(run.state?.fields !== undefined && { fields: run.state.fields }),
    regions: regionRows,
    sheetLocale: memo(() => run.ss.getSpreadsheetLocale()),
    setting: (key) => settingsOf(run)(key as SettingKey),
    lookup: (sheet, text) => (sheet === 'users' ? (people().get(fold(text)) ?? null) : recordNamed(run, sheet, text)),
    ...(row === undefined ? {} : { row, country: row['country'] === undefined ? null : String(row['country']) }),
  };
}

const held = new WeakMap<Run, Table>();

/** The Users sheet as it stood when first asked for in this run; one service read. */
export function peopleTable(run: Run): Table {
  const table = held.get(run) ?? readTable(run, 'users');
  held.set(run, table);
  return table;
}

/** People were added in this run: whoever asks next reads them anew. */
export function forgetPeople(run: Run): void {
  held.delete(run);
}

/** Names of the people by name, address and user id. */
function peopleOf(run: Run): ReadonlyMap<string, string> {
  const table = peopleTable(run);
  const names = new Map<string, string>();
  for (const row of table.rows) {
    const name = textOf(table, row, 'name');
    if (name === '') continue;
    for (const spelling of [name, textOf(table, row, 'email'), textOf(table, row, 'user_id')]) {
      if (spelling !== '' && !names.has(fold(spelling))) names.set(fold(spelling), name);
    }
  }
  return names;
}

/** Columns by which people call the records of a sheet; the first is what a reference holds. */
const CALLED: Readonly<Record<string, readonly [SheetKey, ...string[]]>> = {
  products: ['products', 'name', 'sku'],
  orders: ['orders', 'order_no'],
};

const named = new WeakMap<Run, Map<string, ReadonlyMap<string, string>>>();

/**
 * The record of a sheet that a text names, as references hold it; null for none. Every text where the sheet is missing or empty: who keeps
 * no list of products sells them all the same. Three service reads a run for each sheet asked about.
 */
function recordNamed(run: Run, sheet: string, text: string): string | null {
  const [key, ...columns] = CALLED[sheet] ?? [];
  if (key === undefined) return text;
  const known = named.get(run) ?? new Map<string, ReadonlyMap<string, string>>();
  named.set(run, known);
  const names = known.get(key) ?? namesIn(run, key, columns);
  known.set(key, names);
  return names.size === 0 ? text : (names.get(fold(text)) ?? null);
}

function namesIn(run: Run, key: SheetKey, columns: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  if (findSheet(run, key) === null) return names;
  const table = readTable(run, key, columns);
  for (const column of columns) {
    for (const row of table.rows) {
      const spelling = fold(textOf(table, row, column));
      if (spelling !== '' && !names.has(spelling)) names.set(spelling, textOf(table, row, columns[0] ?? ''));
    }
  }
  return names;
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** What is worked out once, when it is first asked for. */
export function memo<T>(make: () => T): () => T {
  let held: { readonly value: T } | null = null;
  return () => {
    held ??= { value: make() };
    return held.value;
  };
}
