// A pool with duplicates, orders and columns of the user's own, as the tests of bulk acts need it.
import { type Book, type CellValue, differences, type Host, type HostState, openHost } from '../../local/host/index';
import type { ActResult } from '../../src/contract/duplicates-api';
import type { ApiName, ArgsOf, ValueOf } from '../../src/contract/server-api';
import type { Reply } from '../../src/contract/wire';
import { type TableKey, workbook } from '../../src/template/index';

export const OWNER = 'owner@example.com';
const NOW = '2026-11-23T09:00';

export type Given = Readonly<Record<string, string | number | boolean | null>>;

/** Calls the server as the page does. @throws Error with the code of a refusal */
export function call<N extends ApiName>(host: Host, name: N, ...args: ArgsOf<N>): ValueOf<N> {
  const reply = host.rpc(name, ...args) as Reply<ValueOf<N>>;
  if (reply.ok) return reply.value;
  throw new Error(`${name}: ${reply.code} ${JSON.stringify(reply.args)}\n${host.logs.at(-1)?.text ?? ''}`);
}

/** The code a call is refused with; null when it is not. */
export function refusal<N extends ApiName>(host: Host, name: N, ...args: ArgsOf<N>): string | null {
  const reply = host.rpc(name, ...args) as Reply<ValueOf<N>>;
  return reply.ok ? null : reply.code;
}

/** A person's name, another one for every number below 2,000; figures are no part of a name. */
export function nameOf(n: number): string {
  const at = (text: string, i: number) => text.charAt(Math.floor(i) % text.length);
  return (
    at('赵钱孙李周吴郑王冯陈', n) + at('伟芳娜敏静丽强磊军洋', n / 10) + at('国文海云春秋冬雪梅兰竹荣明远山川江河湖波', n / 100)
  );
}

/** Carries an act on to its end; how many slices it took. @throws Error when it does not come to one */
export function finish(host: Host, first: ActResult): number {
  let slices = 1;
  for (let next: ActResult | null = first; next !== null && !next.finished; slices++) {
    if (slices > 200) throw new Error(`no end in sight: ${JSON.stringify(next)}`);
    next = call(host, 'resume');
  }
  return slices;
}

/** What is the same for certain. */
export const EXACT = { certainties: ['exact'] } as const;

export function mergeAll(host: Host): ValueOf<'mergeBatch'> {
  const first = call(host, 'mergeBatch', EXACT);
  finish(host, first);
  return first;
}

/** A group with the master proposed for it, as the button below its card sends it. */
export function decisionOf(host: Host, ids: readonly string[]): ArgsOf<'mergeGroup'>[0] {
  return { ids, master: call(host, 'duplicateGroup', { ids, master: null }).master, fields: {} };
}

/** The first page of a scan made anew. */
export function scan(host: Host): ValueOf<'scanDuplicates'> {
  return call(host, 'scanDuplicates', { page: 0, certainty: null, fresh: true });
}

const made = new Map<string, HostState>();

/** A new pool of {@link OWNER}, with a column of his own before `email` and one at the right end. Made once a test file. */
export function newPool(editors: readonly string[] = []): Host {
  const key = editors.join();
  const known = made.get(key);
  const host = openHost({ owner: OWNER, now: NOW, editors });
  if (known !== undefined) return host.restore(known);
  makePool(host);
  made.set(key, host.snapshot());
  return host;
}

function makePool(host: Host): void {
  const apply = () => {
    while (!call(host, 'applyTemplate', { locale: 'zh-CN', preset: 'b2b' }).finished);
  };
  apply();
  const tab = tabOf(host, 'customers');
  const columns = (host.values(tab)[0] ?? []).map(String);
  for (const [at, label] of [
    [columns.length + 1, '我的标记'],
    [columns.indexOf('email') + 1, '我的公式'],
  ] as const) {
    host.insertColumns(tab, at);
    host.edit(`'${tab}'!${letters(at)}2`, label);
    // A column of one's own computes; the new one took the text format of its neighbour.
    host.paste(
      `'${tab}'!${letters(at)}${FIRST}`,
      Array.from({ length: 200 }, () => [null]),
    );
  }
  apply();
}

export function tabOf(host: Host, key: TableKey): string {
  const keys = Object.keys(workbook.sheets[key].columns);
  const hits = (cells: readonly (readonly unknown[] | undefined)[]) => keys.filter((k) => cells[0]?.includes(k)).length;
  const { sheets } = host.book;
  // Sheets share keys: one that has all of them comes first.
  const sheet =
    sheets.find(({ cells }) => hits(cells) === keys.length) ?? sheets.find(({ cells }) => hits(cells) > keys.length / 2);
  if (sheet === undefined) throw new Error(`no sheet ${key}`);
  return sheet.name;
}

/** Adds rows below the last filled one, as values pasted by the owner over more cells than the edit trigger looks at; days as text. */
export function addRows(host: Host, key: TableKey, rows: readonly Given[]): void {
  const tab = tabOf(host, key);
  const keys = (host.values(tab)[0] ?? []).map(String);
  const lines = rows.map((row) => keys.map((k) => row[k] ?? null));
  while (lines.length * keys.length <= 500) lines.push(keys.map(() => null));
  host.as(OWNER).paste(`'${tab}'!A${FIRST + recordsIn(host, key).length}`, lines, { valuesOnly: true });
}

/** 1-based sheet row of the first record. */
export const FIRST = 3;

/** Data rows by key, blank cells left out; dates as serial numbers. */
export function recordsIn(host: Host, key: TableKey): Record<string, CellValue>[] {
  const [keys = [], , ...rows] = host.values(tabOf(host, key));
  return rows
    .map((row) => Object.fromEntries(keys.flatMap((k, i) => (row[i] == null ? [] : [[String(k), row[i] as CellValue]]))))
    .filter((record) => Object.values(record).some((value) => value !== false));
}

export function idsIn(host: Host, key: TableKey, column: string): string[] {
  return recordsIn(host, key).map((record) => String(record[column] ?? ''));
}

/** The cell of a record as an address, e.g. `'客户池'!C5`. */
export function cellOf(host: Host, key: TableKey, row: number, column: string): string {
  const at = (host.values(tabOf(host, key))[0] ?? []).indexOf(column);
  return `'${tabOf(host, key)}'!${letters(at + 1)}${row}`;
}

function letters(column: number): string {
  return column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
}

/** What differs between two moments, the journal aside; of Archive what stands in its cells, but not the instants. */
export function changesBetween(host: Host, before: Book, after: Book): string[] {
  const [journal, archive] = [tabOf(host, 'journal'), tabOf(host, 'archive')];
  const at = (before.sheets.find(({ name }) => name === archive)?.cells[0] ?? []).indexOf('at');
  const archived = new RegExp(`^${archive} row \\d+ column (?!${at + 1}:)`);
  return differences(before, after, 500).filter(
    (line) => !line.startsWith(`${journal} `) && (!line.startsWith(`${archive} `) || archived.test(line)),
  );
}

export { struck } from './strike';
export type { Host, HostState };
