// What kinds need to know to read a value in this workbook; each part is read from the sheets only when a kind asks for it.
import type { KindContext } from '../domain/kinds/index';
import { regionRows, type SettingKey } from '../template/index';
import type { Cell } from '../template/types';
import { enumsInForce } from './options';
import type { Run } from './run';
import { settingsOf } from './settings';
import { readTable, type Table, textOf } from './table';

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
    lookup: (sheet, text) => (sheet === 'users' ? (people().get(fold(text)) ?? null) : text),
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

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function memo<T>(make: () => T): () => T {
  let held: { readonly value: T } | null = null;
  return () => {
    held ??= { value: make() };
    return held.value;
  };
}
