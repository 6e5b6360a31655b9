// What becomes of a group that is not merged: remembered as different, or put off.
import type { ReviewApi } from '../contract/duplicates-api';
import { decide } from '../domain/duplicates/decisions';
import { shownOf } from '../domain/duplicates/scan';
import { saveDecisions } from '../gateway/decisions';
import { withLock } from '../gateway/lock';
import { openRun } from '../gateway/run';
import { loadScan, storeScan } from '../gateway/scan-store';
import { requirePool, settleOpen } from './acts';
import { membersOf } from './duplicates-group';

type Settling = Parameters<ReviewApi['settleGroup']>[0];

/** @throws Refusal `duplicates.gone` */
export function settleGroup({ ids, verdict }: Settling): { readonly settled: number } {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    settleOpen(run);
    const decisions = decide(
      membersOf(run, ids).map(({ cells }) => cells),
      verdict,
    );
    saveDecisions(run, decisions);
    rememberSettled(ids, verdict, decisions.length);
    return { settled: decisions.length };
  });
}

/** What the last scan shows follows, so that the next page need not look again. Two service calls. */
function rememberSettled(ids: readonly string[], verdict: Settling['verdict'], pairs: number): void {
  const scan = loadScan();
  if (scan === null) return;
  const isMeant = (group: { readonly ids: readonly string[] }) => ids.every((id) => group.ids.includes(id));
  if (verdict === 'later') {
    const groups = scan.groups.map((group) =>
      isMeant(group) && shownOf(group.ids).length === ids.length ? { ...group, isPutOff: true } : group,
    );
    storeScan({ ...scan, groups });
  } else if (verdict === 'open') {
    // What it left out is no longer known: no customers look like this, so the next page looks again.
    storeScan({ ...scan, stamp: '' });
  } else storeScan({ ...scan, different: scan.different + pairs, groups: scan.groups.filter((group) => !isMeant(group)) });
}
