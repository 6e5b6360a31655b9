// A script of the next version: one column has another key. Bundled by the test that upgrades a pool with it.
import type { Migrations } from '../../src/domain/plan/index';
import { applyTemplateIn } from '../../src/gateway/apply';
import { withLock } from '../../src/gateway/lock';
import { openRun } from '../../src/gateway/run';
import { regionRows, workbook } from '../../src/template/index';
import type { ColumnTemplate, WorkbookTemplate } from '../../src/template/types';

const columns: Readonly<Record<string, ColumnTemplate>> = workbook.sheets.customers.columns;

const next: WorkbookTemplate = {
  ...workbook,
  version: 2,
  sheets: {
    ...workbook.sheets,
    customers: {
      ...workbook.sheets.customers,
      columns: Object.fromEntries(Object.entries(columns).map(([key, column]) => [key === 'remark' ? 'notes' : key, column])),
    },
  },
};

const migrations: Migrations = {
  2: ({ sheets }) => {
    const { customers } = sheets;
    const old = customers?.shape === 'table' && customers.keys.includes('remark');
    return old ? [{ type: 'renameKey', sheet: 'customers', from: 'remark', to: 'notes' }] : [];
  },
};

/** @returns operations carried out, as JSON */
export function upgrade(): string {
  return withLock(() => {
    const run = openRun();
    const { state } = run;
    if (state === null) throw new Error('there is no pool');
    const choice = { locale: state.locale, preset: state.preset };
    const rows = { regions: regionRows.map((row) => ({ ...row })) };
    const { operations, finished } = applyTemplateIn(run, { template: next, choice, rows, migrations });
    return JSON.stringify({ operations, finished });
  });
}
