// A pool with two owners, their customers due, protected as in real life; the calls of a follow-up as the page makes them.
import type { Host } from '../../local/host/index';
import type { ContactLog } from '../../src/contract/today-api';
import { addPeople, addRows, call, due, openPool, recordsIn } from '../reminders/pool';

export const RAN = 'ran@example.com';
const LI = 'li@example.com';
/** Where the safe sort leaves them: 李雷's block comes first. */
export const ROWS = { 'C-000001': 4, 'C-000002': 5, 'C-000003': 3 } as const;

/** Customers 1 and 2 are 魏然's, 3 is 李雷's; the sheet is protected, and 魏然 sits at the keyboard. */
export function followPool(): Host {
  const host = openPool({ editors: [RAN, LI] });
  addPeople(host, [
    { name: '魏然', email: RAN },
    { name: '李雷', email: LI },
  ]);
  addRows(host, 'customers', [
    { ...due(1, '魏然', '2026-03-07'), ...FULL, tier: '重要', sales_status: '待跟进', next_action: '确认二期报价' },
    { ...due(2, '魏然', '2026-03-11'), ...FULL },
    { ...due(3, '李雷', '2026-03-09'), ...FULL },
  ]);
  call(host, 'applyProtection');
  return host.as(RAN);
}

/** What a customer must have besides. */
const FULL = { stage: '潜在客户', source: '展会', country: 'CN', consent_status: '未取得', created_at: '2026-01-05 10:00' };

export function logOf(rest: Partial<ContactLog> = {}): ContactLog {
  return {
    customer: 'C-000001',
    row: ROWS['C-000001'],
    by: '魏然',
    type: 'call',
    result: 'reached',
    summary: '报价已收到，周五前给答复',
    nextFollowUp: '2026-03-18',
    nextAction: '寄合同',
    status: '',
    token: 'log-1',
    ...rest,
  };
}

export function customerIn(host: Host, id: string): Record<string, unknown> {
  return recordsIn(host, 'customers').find((record) => record['customer_id'] === id) ?? {};
}

/** Spreadsheet number of a day. */
export function serial(day: string): number {
  return (Date.parse(`${day}T00:00Z`) - Date.parse('1899-12-30T00:00Z')) / 86_400_000;
}

export function spent(host: Host): number {
  return host.calls.reads + host.calls.writes;
}
