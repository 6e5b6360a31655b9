// A small pool on the local host: people, customers with follow-up days, and what stands in the sheets afterwards.
import { type Host, type HostOptions, type HostState, openHost } from '../../local/host/index';
import type { ApiName, ArgsOf, ValueOf } from '../../src/contract/server-api';
import type { Reply } from '../../src/contract/wire';
import { type TableKey, workbook } from '../../src/template/index';
import type { Locale } from '../../src/template/types';

/** A Wednesday, nine o'clock in Shanghai. */
export const WEDNESDAY = '2026-03-11T09:00';
export const BOSS = 'boss@example.com';

const made = new Map<string, { host: Host; fresh: HostState }>();

/** A spreadsheet of {@link BOSS} with a new pool in it. Made once for the same options, then taken back to its beginning. */
export function openPool(options: HostOptions & { language?: Locale } = {}): Host {
  const key = JSON.stringify(options);
  const known = made.get(key);
  const { language = 'zh-CN', owner = BOSS, ...rest } = options;
  if (known !== undefined) return known.host.restore(known.fresh).as(owner);
  const host = openHost({ owner, now: WEDNESDAY, ...rest });
  while (!call(host, 'applyTemplate', { locale: language, preset: 'b2b' }).finished);
  made.set(key, { host, fresh: host.snapshot() });
  return host;
}

/** Calls the server as the page does. @throws Error with the code of a refusal */
export function call<N extends ApiName>(host: Host, name: N, ...args: ArgsOf<N>): ValueOf<N> {
  const reply = host.rpc(name, ...args) as Reply<ValueOf<N>>;
  if (!reply.ok) throw new Error(`${name}: ${reply.code} ${JSON.stringify(reply.args)}`);
  return reply.value;
}

/** The code a call is refused with; null when it is not. */
export function refusal<N extends ApiName>(host: Host, name: N, ...args: ArgsOf<N>): string | null {
  const reply = host.rpc(name, ...args);
  return reply.ok ? null : reply.code;
}

export function addPeople(
  host: Host,
  people: readonly { name: string; role?: string; active?: boolean; email?: string }[],
): void {
  for (const { name, role = 'sales', active = true, email = `${name}@example.com` } of people) {
    call(host, 'saveOwner', { name, email, role, active });
  }
}

/** The name of a table's tab in this workbook. */
export function tabOf(host: Host, key: TableKey): string {
  const keys = Object.keys(workbook.sheets[key].columns);
  const sheet = host.book.sheets.find(({ cells }) => keys.every((k) => cells[0]?.includes(k)));
  if (sheet === undefined) throw new Error(`no sheet ${key}`);
  return sheet.name;
}

export function hasTab(host: Host, key: TableKey): boolean {
  const keys = Object.keys(workbook.sheets[key].columns);
  return host.book.sheets.some(({ cells }) => keys.every((k) => cells[0]?.includes(k)));
}

/** Adds rows below the last, as values pasted by the owner; days as text. */
export function addRows(host: Host, key: TableKey, rows: readonly Readonly<Record<string, string | number | boolean>>[]): void {
  const tab = tabOf(host, key);
  const grid = host.values(tab);
  const keys = (grid[0] ?? []).map(String);
  const lines = rows.map((row) => keys.map((k) => row[k] ?? null));
  const acting = host.world.acting;
  host.as(BOSS).paste(`'${tab}'!A${recordsIn(host, key).length + 3}`, lines, { valuesOnly: true });
  host.as(acting);
}

/** Data rows by key, blank cells left out; dates as serial numbers. */
export function recordsIn(host: Host, key: TableKey): Record<string, unknown>[] {
  const [keys = [], , ...rows] = host.values(tabOf(host, key));
  return rows
    .map((row) =>
      Object.fromEntries(keys.flatMap((k, i) => (row[i] === null || row[i] === undefined ? [] : [[String(k), row[i]]]))),
    )
    .filter((record) => Object.values(record).some((value) => value !== false));
}

/** A customer of an owner, due on a day. */
export function due(number: number, owner: string, nextFollowUp: string, rest: Readonly<Record<string, string | boolean>> = {}) {
  return {
    customer_id: `C-${String(number).padStart(6, '0')}`,
    name: `客户${number}`,
    mobile: `+8613800002${String(number).padStart(3, '0')}`,
    owner,
    tier: '普通',
    sales_status: '联系中',
    next_follow_up: nextFollowUp,
    ...rest,
  };
}
