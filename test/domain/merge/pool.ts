// Small tables for the tests of duplicates, merging and sorting.

import type { Change } from '../../../src/domain/acts/change';
import type { Rows } from '../../../src/domain/acts/rows';
import { completenessOf } from '../../../src/domain/facts/completeness';
import type { KindContext } from '../../../src/domain/kinds/index';
import { type MergeInput, type MergePlan, planMerge } from '../../../src/domain/merge/plan';
import { customers } from '../../../src/template/customers';
import { enums, type SheetKey, workbook } from '../../../src/template/index';
import type { Cell } from '../../../src/template/types';

export type Given = Readonly<Record<string, Cell>>;

export const context: KindContext = { locale: 'zh-CN', today: '2026-11-23', homeRegion: 'CN', enums };

/** A table with every declared column, and those only the records have. */
function table(sheet: SheetKey, records: readonly Given[]): Rows {
  const declared = workbook.sheets[sheet];
  const keys = [...new Set([...('columns' in declared ? Object.keys(declared.columns) : []), ...records.flatMap(Object.keys)])];
  return {
    columns: new Map(keys.map((key, i) => [key, i])),
    left: 0,
    rows: records.map((record) => keys.map((key) => record[key] ?? null)),
  };
}

export function people(records: readonly Given[]): Rows {
  return table('customers', records);
}

export function merging(records: readonly Given[], children: Partial<Record<SheetKey, readonly Given[]>> = {}): MergeInput {
  return {
    customers: people(records),
    children: Object.fromEntries(Object.entries(children).map(([sheet, rows]) => [sheet, table(sheet as SheetKey, rows)])),
    groups: [{ rows: records.map((_, row) => row) }],
    context,
    lists: enums,
    today: '2026-11-23',
    stamp: '2026-11-23 09:00',
    actor: 'ann@example.com',
    completeness: (cells) => completenessOf(customers.columns, 'b2b', cells, new Set()),
  };
}

/** A zh-CN label, as the cell holds it. */
export function label(list: keyof typeof enums, id: string): string {
  const option = enums[list].options.find((one) => one.id === id);
  if (option === undefined) throw new Error(`${list} has no ${id}`);
  return option.label['zh-CN'];
}

export const customerKeys = Object.keys(customers.columns);

export type Of<T extends Change['type']> = Extract<Change, { type: T }>;

/** The first change of a type; there must be one. */
export function only<T extends Change['type']>(plan: MergePlan, type: T): Of<T> {
  const found = plan.changes.filter((change): change is Of<T> => change.type === type);
  expect(found.length).toBeGreaterThan(0);
  return found[0] as Of<T>;
}

/** The record that stays, as it stands afterwards; without stamps of the merge itself and how full it is. */
function stays(records: readonly Given[]): Given {
  const plan = planMerge(merging(records));
  const change = only(plan, 'cells').records[0];
  const master = records.find((record) => record['customer_id'] === change?.id);
  const {
    updated_at: _at,
    updated_by: _by,
    completeness: _full,
    ...rest
  } = Object.fromEntries(Object.entries({ ...master, ...change?.after }).filter(([, cell]) => cell !== null));
  return rest;
}

/** The first is the master: it has one more cell filled than the others. */
export function into(master: Given, ...others: Given[]): Given {
  const filled = Object.fromEntries(
    ['title', 'industry', 'address', 'postcode', 'currency', 'cf_1', 'cf_2', 'cf_3'].map((key) => [key, 'x']),
  );
  return stays([
    { customer_id: 'C-000001', name: '张伟', created_at: '2026-01-01 09:00', ...filled, ...master },
    ...others.map((other, i) => ({
      customer_id: `C-00000${i + 2}`,
      name: '张伟',
      created_at: `2026-01-0${i + 2} 09:00`,
      ...other,
    })),
  ]);
}
