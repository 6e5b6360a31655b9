// What protects the customers now and what ought to; and keeping it in line when rows have moved under it.
import { hashOf } from '../domain/hash';
import { type Access, type ProtectionPlan, planProtection } from '../domain/protection/plan';
import { fileAccess, readPeople } from '../gateway/people';
import { applyProtections, type FoundProtections, hasOwnerRanges, readProtections } from '../gateway/protection';
import { isLate, type Run, setProperties } from '../gateway/run';
import { FIRST_ROW, findSheet, readTable, type Table, tableTemplate, textOf } from '../gateway/table';

export interface ProtectionState {
  readonly table: Table;
  readonly found: FoundProtections;
  readonly plan: ProtectionPlan;
}

export function readProtection(run: Run): ProtectionState {
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

/**
 * Brings owners' ranges in line after rows have moved; a workbook without any is left without, at the price of one service read. Stops
 * ahead of the time limit.
 * @returns whether nothing is left for another run
 */
export function followRows(run: Run, stop: () => boolean = () => isLate(run)): boolean {
  const sheet = findSheet(run, 'customers');
  if (sheet === null || !hasOwnerRanges(sheet)) return true;
  const { table, found, plan } = readProtection(run);
  return plan.sortFirst || applyProtections(run, table.sheet, found, plan, stop);
}

/** Whose the rows were, from the first to the last, when owners' ranges were last looked at by the clock. */
const ORDER = 'cp:order';

/**
 * Brings owners' ranges in line with rows that moved without an act of ours, as when somebody sorts the sheet by a header. One read while
 * nothing has moved. Where the rows are so mixed that there would be too many ranges, they stay until an admin sorts.
 * @param stop asked between two changes
 * @returns whether nothing is left for another run
 * @throws Refusal `protection.closed` when this account may not change them
 */
export function followOrder(run: Run, stop: () => boolean): boolean {
  const sheet = findSheet(run, 'customers');
  if (sheet === null) return true;
  const table = readTable(run, 'customers', ['owner']);
  const order = hashOf(table.rows.map((row) => textOf(table, row, 'owner')).join('\n')).toString(36);
  if (run.properties[ORDER] === order) return true;
  if (!followRows(run, stop)) return false;
  setProperties(run, { [ORDER]: order });
  return true;
}
