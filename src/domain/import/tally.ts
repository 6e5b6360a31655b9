// The account of an import: no row and no value without an entry.
import type { Message } from '../../i18n/index';
import type { RowPlan } from './row-plan';

export interface Tally {
  /** Data records, wholly blank ones not counted; always imported + quarantined + skipped (rulings 15). */
  readonly read: number;
  /** Rows that came in: created + updated + duplicate. */
  readonly imported: number;
  readonly created: number;
  readonly updated: number;
  readonly duplicate: number;
  readonly quarantined: number;
  readonly skipped: number;
  /** Values that went to Quarantine while their row came in. */
  readonly setAside: number;
  /** Rows that came in with something to put right. */
  readonly withIssues: number;
  /** Why rows and values are not as they should be, one of each kind and column, most frequent first. */
  readonly reasons: readonly Reason[];
}

interface Reason {
  /** Key of the column; null when it is about whole rows. */
  readonly column: string | null;
  /** The first one met. */
  readonly reason: Message;
  readonly count: number;
}

export function tally(plans: readonly RowPlan[]): Tally {
  const outcomes = { created: 0, updated: 0, duplicate: 0, invalid: 0 };
  const counts = { setAside: 0, withIssues: 0 };
  const reasons = new Map<string, { column: string | null; reason: Message; count: number }>();
  const add = (column: string | null, reason: Message) => {
    const key = `${column ?? ''} ${reason.code}`;
    const known = reasons.get(key);
    if (known === undefined) reasons.set(key, { column, reason, count: 1 });
    else known.count++;
  };
  for (const plan of plans) {
    outcomes[plan.outcome]++;
    if (plan.reason !== undefined) add(null, plan.reason);
    if (plan.outcome === 'duplicate') continue;
    counts.setAside += plan.asides.length;
    if (plan.issues.length > 0) counts.withIssues++;
    for (const { column, reason } of plan.issues) add(column, reason);
  }
  const { invalid: quarantined, ...came } = outcomes;
  const imported = came.created + came.updated + came.duplicate;
  const account = { read: imported + quarantined, imported, ...came, quarantined, skipped: 0 };
  return { ...account, ...counts, reasons: [...reasons.values()].sort((a, b) => b.count - a.count) };
}
