// What a planned row becomes in the workbook: a customer with its stamps, and lines of Quarantine for what could not go where it belongs.
import { completenessOf } from '../domain/facts/completeness';
import type { RowPlan } from '../domain/import/index';
import { issueText } from '../domain/issues';
import type { AsideLine } from '../gateway/import-rows';
import type { Run } from '../gateway/run';
import { labelAt, type Table } from '../gateway/table';
import { say } from '../i18n/index';
import { workbook } from '../template/index';
import type { Cell } from '../template/types';

const { columns } = workbook.sheets.customers;

/** When a record came in, and by whose hand. */
interface Entered {
  readonly today: string;
  readonly stamp: string;
  readonly actor: string;
}

export function customerOf(
  run: Run,
  table: Table,
  { cells, issues }: RowPlan,
  id: string,
  { today, stamp, actor }: Entered,
): Record<string, Cell> {
  const label = (key: string) => labelAt(table, key);
  const bad = new Set(issues.flatMap(({ column }) => column ?? []));
  return {
    ...cells,
    customer_id: id,
    issue: issueText(issues, label, run.state?.locale ?? 'zh-CN'),
    status_since: today,
    claimed_at: cells['owner'] === undefined ? null : today,
    completeness: completenessOf(columns, run.state?.preset ?? 'b2b', cells, bad),
    created_at: stamp,
    created_by: actor,
    updated_at: stamp,
    updated_by: actor,
  };
}

/**
 * Lines for Quarantine: one for a row nobody can use, one for each value set aside.
 * @param original the whole row, asked for only where it is needed
 */
export function asideLines(
  run: Run,
  batch: string,
  plan: RowPlan,
  id: string | null,
  original: () => Readonly<Record<string, string>>,
): AsideLine[] {
  const locale = run.state?.locale ?? 'zh-CN';
  const line = { batch, row_no: plan.line, record_id: id, column_key: null, value: null, suggestion: null, original: null };
  const whole =
    plan.reason === undefined ? [] : [{ ...line, reason: say(locale, plan.reason), original: JSON.stringify(original()) }];
  const cells = plan.asides.map(({ column, value, reason, suggestion }) => ({
    ...line,
    column_key: column,
    value,
    reason: say(locale, reason),
    suggestion: suggestion ?? null,
  }));
  return [...whole, ...cells];
}

/** A row as people know it: by the file's headers; a number where one is missing or stands twice. */
export function namedCells(headers: readonly string[], cells: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  cells.forEach((cell, i) => {
    if (cell === '') return;
    const header = headers[i] ?? '';
    record[header === '' || header in record ? `${header}#${i + 1}` : header] = cell;
  });
  return record;
}
