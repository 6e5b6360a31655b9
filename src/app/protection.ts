// Owners' protection: planned from the order of the customers, applied as differences.
import type { ProtectionPlanView, TeamApi } from '../contract/team-api';
import { type Access, type ProtectionPlan, planProtection } from '../domain/protection/plan';
import { withLock } from '../gateway/lock';
import { fileAccess, readPeople, requireAdmin } from '../gateway/people';
import { applyProtections, type FoundProtections, readProtections } from '../gateway/protection';
import { openRun, poolState, type Run } from '../gateway/run';
import { FIRST_ROW, readTable, type Table, tableTemplate, textOf } from '../gateway/table';
import { requirePool, settleOpen } from './acts';
import { sortCustomers } from './sort';

export const protectionApi = { planProtection: planned, applyProtection: applied } satisfies Partial<TeamApi>;

interface Reading {
  readonly table: Table;
  readonly found: FoundProtections;
  readonly plan: ProtectionPlan;
}

function planned(): ProtectionPlanView {
  const run = openRun();
  poolState(run);
  return viewOf(read(run).plan);
}

/** Sorts, so that blocks are few, then brings the protections in line. The second time nothing is written. */
function applied(): ReturnType<TeamApi['applyProtection']> {
  return withLock(() => {
    const run = openRun();
    requirePool(run);
    requireAdmin(run, readPeople(run), 'protection.adminOnly');
    settleOpen(run);
    const sort = sortCustomers(run);
    const { table, found, plan } = read(run);
    // Protections follow the rows: while some still move, there is nothing to bring in line.
    if (sort.finished) applyProtections(run, table.sheet, found, plan);
    return { ...viewOf(plan), txn: sort.txn === '' ? null : sort.txn, finished: sort.finished && !plan.sortFirst };
  });
}

function read(run: Run): Reading {
  const people = readPeople(run);
  const table = readTable(run, 'customers', ['customer_id', 'owner']);
  const found = readProtections(table.sheet);
  const access: Access = { ...fileAccess(run), me: run.actor.toLowerCase() };
  const sheet = {
    template: tableTemplate('customers'),
    positions: table.columns,
    firstRow: FIRST_ROW,
    owners: table.rows.map((row) => textOf(table, row, 'owner')),
    maxRows: table.sheet.getMaxRows(),
    maxColumns: table.sheet.getMaxColumns(),
  };
  return { table, found, plan: planProtection(sheet, people.list, access, found) };
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
