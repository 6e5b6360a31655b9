// What becomes of a group that is not merged: remembered as different, put off, or filed as a request for a manager.
import type { ReviewApi } from '../contract/duplicates-api';
import { decide } from '../domain/duplicates/decisions';
import { shownOf } from '../domain/duplicates/scan';
import { idColumn } from '../domain/entry';
import { Refusal } from '../domain/refusal';
import { cut } from '../domain/text';
import { saveDecisions } from '../gateway/decisions';
import { ensureTable } from '../gateway/ensure';
import { reserveIds } from '../gateway/ids';
import { withLock } from '../gateway/lock';
import { labelInForce } from '../gateway/options';
import { actingPerson, readPeople } from '../gateway/people';
import { appendRecord, readAppendable } from '../gateway/records';
import { openRun } from '../gateway/run';
import { loadScan, storeScan } from '../gateway/scan-store';
import { tableTemplate } from '../gateway/table';
import { workbook } from '../template/index';
import { requirePool, settleOpen } from './acts';
import { membersOf } from './duplicates-group';

type Settling = Parameters<ReviewApi['settleGroup']>[0];
type Request = Parameters<ReviewApi['requestMerge']>[0];

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

/**
 * Files a merge as a line of Requests. Approving it is for a later version: a manager opens the group himself until then.
 * @throws Refusal `duplicates.reason` without a reason, `duplicates.gone`
 */
export function requestMerge({ decision, reason }: Request): { readonly id: string } {
  const why = reason.trim();
  if (why === '') throw new Refusal('duplicates.reason');
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    membersOf(run, decision.ids);
    ensureTable(run, 'requests');
    const place = readAppendable(run, 'requests');
    const { key = '', prefix = '' } = idColumn(tableTemplate('requests')) ?? {};
    const me = actingPerson(run, readPeople(run));
    const [id = ''] = reserveIds(run, place.table, key, prefix, 1);
    appendRecord(place, {
      [key]: id,
      at: run.stamp,
      actor: me?.name ?? run.actor,
      confidence: labelInForce(run, 'confidence', me === null ? 'stated' : 'verified'),
      action: labelInForce(run, 'request_action', 'merge'),
      targets: decision.ids.join('; '),
      params: JSON.stringify({ master: decision.master, fields: decision.fields }),
      reason: cut(why, workbook.sheets.requests.columns.reason.max)[0],
      status: labelInForce(run, 'request_status', 'open'),
    });
    return { id };
  });
}
