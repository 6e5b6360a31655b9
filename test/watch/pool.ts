// A pool whose steward has switched the automation on, with people of the same domain, as the tests of the watcher need it.
import type { Host } from '../../local/host/index';
import { addRows, call, cellOf, FIRST, type Given, newPool, OWNER, recordsIn, tabOf } from '../acts/pool';

export const ANN = 'ann@example.com';
export const BOB = 'bob@example.com';
/** May edit the file and is none of the team. */
export const EVE = 'eve@example.com';

/** Two salespeople; {@link OWNER} is steward. */
export function watchedPool(customers: readonly Given[] = []): Host {
  const host = newPool([ANN, BOB, EVE]);
  call(host, 'saveOwner', { name: '安安', email: ANN, role: 'sales', active: true });
  call(host, 'saveOwner', { name: '鲍勃', email: BOB, role: 'sales', active: true });
  if (customers.length > 0) addRows(host, 'customers', customers);
  call(host, 'remindersOn');
  return host;
}

/** A customer as it stands after everything was put in order. */
export function given(number: number, rest: Given = {}): Given {
  return {
    customer_id: `C-${String(number).padStart(6, '0')}`,
    name: `客户${number}`,
    owner: '安安',
    country: 'CN',
    tier: '普通',
    stage: '潜在客户',
    sales_status: '联系中',
    source: '展会',
    consent_status: '未取得',
    created_at: '2026-01-01 08:00',
    updated_at: '2026-01-01 08:00',
    updated_by: OWNER,
    ...rest,
  };
}

/** The hourly run of a night: it looks at all rows, as if the last look at them had been the night before. */
export function night(host: Host): void {
  const { looked: _, ...watch } = JSON.parse(host.properties.get('cp:watch') ?? '{}') as Record<string, unknown>;
  host.properties.set('cp:watch', JSON.stringify(watch));
  host.as(OWNER).run('hourly');
}

/** Reads and writes since the last reset. */
export function spent(host: Host): number {
  return host.calls.reads + host.calls.writes;
}

/** The note on a cell. */
export function noteOn(host: Host, key: Parameters<typeof cellOf>[1], row: number, column: string): string {
  const { sheet, area } = host.place(cellOf(host, key, row, column));
  return sheet.notes.get(area.row)?.get(area.column) ?? '';
}

export type { Given, Host };
export { call, cellOf, FIRST, OWNER, recordsIn, tabOf };
