// Small tables for the tests of duplicates, merging and sorting.
import type { Rows } from '../../../src/domain/acts/rows';
import { completenessOf } from '../../../src/domain/facts/completeness';
import type { KindContext } from '../../../src/domain/kinds/index';
import type { MergeInput } from '../../../src/domain/merge/plan';
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
