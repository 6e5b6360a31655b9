// Owners' protection: planned from the order of the customers, applied as differences.
import type { ProtectionPlanView, TeamApi } from '../contract/team-api';
import type { ProtectionPlan } from '../domain/protection/plan';
import { admitPeople } from '../gateway/apply-editors';
import { withLock } from '../gateway/lock';
import { readPeople, requireAdmin } from '../gateway/people';
import { applyProtections } from '../gateway/protection';
import { isLate, openRun, poolState } from '../gateway/run';
import { requirePool, settleOpen } from './acts';
import { readProtection } from './protection-state';
import { sortCustomers } from './sort';

export const protectionApi = { planProtection: planned, applyProtection: applied } satisfies Partial<TeamApi>;

function planned(): ProtectionPlanView {
  const run = openRun();
  poolState(run);
  return viewOf(readProtection(run).plan);
}

/** Sorts, so that blocks are few, then brings the protections in line. The second time nothing is written. */
function applied(): ReturnType<TeamApi['applyProtection']> {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    const people = readPeople(run);
    requireAdmin(run, people, 'protection.adminOnly');
    settleOpen(run);
    const sort = sortCustomers(run);
    const { table, found, plan } = readProtection(run);
    // Protections follow the rows: while some still move, there is nothing to bring in line.
    const whole = sort.finished && applyProtections(run, table.sheet, found, plan, () => isLate(run));
    if (whole) admitPeople(run, people);
    return { ...viewOf(plan), txn: sort.txn === '' ? null : sort.txn, finished: whole && !plan.sortFirst };
  });
}

function viewOf(plan: ProtectionPlan): ProtectionPlanView {
  const reused = plan.changes.filter(({ reuse }) => reuse !== null).length;
  return {
    wanted: plan.wanted,
    add: plan.changes.length,
    remove: plan.remove.length + reused,
    keep: plan.keep,
    sortFirst: plan.sortFirst,
    notes: plan.notes,
  };
}
