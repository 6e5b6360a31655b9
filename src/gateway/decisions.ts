// What people decided about pairs of records: the hidden DupDecisions sheet, made with the first decision.
import type { Decision } from '../domain/duplicates/decisions';
import type { Cell } from '../template/types';
import { ensureTable } from './ensure';
import type { Run } from './run';
import { appendRecords, FIRST_ROW, findMade, readTable, recordOf, writeRecords } from './table';

const KEY = 'dup_decisions';

/** One service read; none before the first decision. */
export function readDecisions(run: Run): Decision[] {
  if (findMade(run, KEY) === null) return [];
  const table = readTable(run, KEY);
  return table.rows.map((row) => {
    const { pair_key, fingerprint, verdict } = recordOf(table, row);
    return { pair: String(pair_key ?? ''), fingerprint: String(fingerprint ?? ''), verdict: String(verdict ?? '') };
  });
}

/** Writes decisions, over earlier ones on the same pairs. Call under the lock. */
export function saveDecisions(run: Run, decisions: readonly Decision[]): void {
  ensureTable(run, KEY);
  const table = readTable(run, KEY);
  const standing = new Map(table.rows.map((row, i) => [String(recordOf(table, row)['pair_key'] ?? ''), FIRST_ROW + i]));
  const lineOf = ({ pair, fingerprint, verdict }: Decision): Record<string, Cell> => ({
    pair_key: pair,
    fingerprint,
    verdict,
    by: run.actor,
    at: run.now.toISOString(),
  });
  const fresh = decisions.filter((decision) => {
    const row = standing.get(decision.pair);
    if (row !== undefined) writeRecords(table, row, [lineOf(decision)]);
    return row === undefined;
  });
  appendRecords(table, fresh.map(lineOf));
}
