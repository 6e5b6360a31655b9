// Entering customers in the sheet beside 50,000 others: what the watcher costs an edit.
import type { CellValue, Host } from '../local/host/index';
import { type TableKey, workbook } from '../src/template/index';
import { type Bench, type Figures, measure } from './figures';
import { applyPool, emptyHost } from './pool';

const CUSTOMERS = 50_000;
const FIRST = 3;
const LAST = FIRST + CUSTOMERS - 1;

export const entry: Bench = {
  cases: {
    outside: () => edited((host) => host.edit("'别的表'!A5", '13800138000')),
    cell: () => edited((host, at) => host.edit(at('customers', LAST, 'tier'), '重要')),
    duplicate: () => edited((host, at) => host.edit(at('customers', LAST, 'mobile'), '139-1000-0007')),
    newRow: () => edited((host, at) => host.edit(at('customers', LAST + 1, 'name'), '李雷')),
    paste20: () => edited((host, at) => host.paste(at('customers', LAST + 1, 'name'), pasted(20))),
    paste1000: () => edited((host, at) => host.paste(at('customers', LAST + 1, 'name'), pasted(1000))),
    quick: () => edited((host, at) => host.edit(at('customers', LAST, 'quick'), '已联系')),
    interaction: () =>
      edited((host, at) => {
        const row = [['C-000001', null, '2026-03-10', null, '电话', null, '谈了报价', '有效沟通']];
        host.paste(at('interactions', FIRST, 'customer_id'), row, { valuesOnly: true });
      }),
    hourly: () => edited((host) => host.run('hourly')),
  },
};

type At = (key: TableKey, row: number, column: string) => string;

/** One act in a pool whose automation is on; cells read besides the calls, for they are budgeted too. */
async function edited(act: (host: Host, at: At) => unknown): Promise<Figures> {
  const { host, server } = emptyHost();
  await applyPool(server);
  fill(host);
  host.insertSheet('别的表');
  await server.remindersOn();
  const at: At = (key, row, column) => {
    const sheet = tabOf(host, key);
    return `'${sheet.name}'!${letters((sheet.cells[0] ?? []).indexOf(column) + 1)}${row}`;
  };
  const figures = await measure(host, async () => act(host, at));
  return { ...figures, cellsRead: host.calls.cellsRead };
}

function tabOf(host: Host, key: TableKey) {
  const keys = Object.keys(workbook.sheets[key].columns);
  const sheet = host.book.sheets.find(({ cells }) => keys.every((one) => cells[0]?.includes(one)));
  if (sheet === undefined) throw new Error(`no sheet ${key}`);
  return sheet;
}

/** Puts the customers where they stand; no run of the script sees it. */
function fill(host: Host): void {
  const sheet = tabOf(host, 'customers');
  host.insertRows(sheet.name, sheet.maxRows, LAST + 2000 - sheet.maxRows);
  const keys = (sheet.cells[0] ?? []).map(String);
  for (let i = 0; i < CUSTOMERS; i++) {
    const customer: Readonly<Record<string, CellValue>> = {
      customer_id: `C-${String(i + 1).padStart(6, '0')}`,
      name: `客户${i}`,
      company: `公司${i}`,
      mobile: `+86139${String(10_000_000 + i)}`,
      email: `c${i}@example.com`,
      wechat: `wx_${100_000 + i}`,
      tier: '普通',
      stage: '潜在客户',
      sales_status: '联系中',
      source: '展会',
      country: 'CN',
      consent_status: '未取得',
      created_at: '2026-01-01 08:00',
    };
    sheet.cells[FIRST - 1 + i] = keys.map((key) => customer[key] ?? null);
  }
}

function pasted(rows: number): string[][] {
  return Array.from({ length: rows }, (_, i) => [`新${i}`, `新公司${i}`, `138-${1000 + i}-0000`, '', `N${i}@Example.com`]);
}

function letters(column: number): string {
  return column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
}
