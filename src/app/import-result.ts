// What came of an import, as the sidebar shows it while it runs and afterwards.
import type { ActResult } from '../contract/duplicates-api';
import type { ImportProgress, ImportResult } from '../contract/import-api';
import { PAGE_SIZE } from '../contract/wire';
import { readHeads, readTransaction } from '../gateway/journal';
import type { Run } from '../gateway/run';
import type { Act, ImportBody } from './import-commit';
import { siteOf } from './import-prospect';

/** The last import of a batch, finished or not; null when it was never begun. */
export function importOf(run: Run, batch: string): Act | null {
  const heads = readHeads(run).filter(({ kind, state }) => kind === 'import' && state !== 'closed');
  const head = heads[heads.length - 1];
  if (head === undefined) return null;
  const act = readTransaction<ImportBody>(run, head);
  return act.body.batch === batch ? act : null;
}

/** @param result what `proceedImport` answered; null when the act was finished by an earlier run */
export function progressOf(run: Run, act: Act, result: ActResult | null): ImportProgress {
  const { batch, records } = act.body;
  if (result !== null && !result.finished) return { batch, done: result.done, of: result.of, result: null };
  return { batch, done: records, of: records, result: resultOf(run, act) };
}

function resultOf(run: Run, act: Act): ImportResult {
  const { batch, tally: account, owners, possible } = act.body;
  const { stage, customers } = siteOf(run, act.body);
  const { table } = customers;
  const label = (key: string | null) => (key === null ? null : (table.labels[table.columns.get(key) ?? -1] ?? null));
  const { reasons, ...counts } = account;
  return {
    batch,
    txn: act.txn,
    ...counts,
    columns: stage.head.columns.map(({ key, why, ...column }) => ({
      ...column,
      key,
      label: label(key),
      why: why as ImportResult['columns'][number]['why'],
      examples: [],
    })),
    newOwners: owners,
    reasons: reasons.map(({ column, reason, count }) => ({ column: label(column), reason, count })),
    possible: possible.slice(0, PAGE_SIZE),
    possibleTotal: possible.length,
  };
}
