// The act of taking responses: journaled whole, carried out so that a killed run can be finished by any other, and taken back like an import.
import type { ActResult } from '../../contract/duplicates-api';
import { type Change, wayOf } from '../../domain/acts/change';
import { ensureTable } from '../../gateway/ensure';
import { raiseTo, reservedUpTo } from '../../gateway/ids';
import { customersToAppendTo, quarantine, writeCustomers } from '../../gateway/import-rows';
import { readTaken, type TakenLedger, writeTaken } from '../../gateway/intake';
import { markTransaction, openTransaction, readTransaction, type Transaction, type TransactionHead } from '../../gateway/journal';
import type { Run } from '../../gateway/run';
import { FIRST_ROW, requireSheet, type Table } from '../../gateway/table';
import { workbook } from '../../template/index';
import type { IntakeBody, Prepared } from './prepare';

const { prefix } = workbook.sheets.customers.columns.customer_id;

type Act = Transaction<IntakeBody>;

/** The ledger of responses, made when it is first needed. */
export function openTaken(run: Run): TakenLedger {
  const known = readTaken(run);
  if (known !== null) return known;
  ensureTable(run, 'form_log');
  return readTaken(run) ?? { sheet: requireSheet(run, 'form_log'), column: [], keys: new Set() };
}

/** Journals and writes what was prepared. Call under the lock, with no act open. */
export function beginIntake(run: Run, { body, table }: Prepared, ledger: TakenLedger): ActResult {
  return carryOut(run, openTransaction(run, 'intake', body, body.created.length), table, ledger, false);
}

/**
 * Writes what the journal says: customers, lines of Quarantine, and last the ledger.
 * @param again whether a run that was killed has tried before
 */
function carryOut(run: Run, act: Act, table: Table, ledger: TakenLedger, again: boolean): ActResult {
  const { created, asides, taken } = act.body;
  const number = act.txn.slice(act.txn.indexOf('-') + 1);
  const last = created[created.length - 1]?.['customer_id'];
  // Raised before the first row is written, so that nobody is given these numbers meanwhile.
  if (typeof last === 'string' && reservedUpTo(run, prefix) < numberOf(last)) raiseTo(run, prefix, numberOf(last));
  writeCustomers(run, table, created, again);
  quarantine(
    run,
    asides.map((line) => ({ ...line, batch: line.batch + number })),
    again,
  );
  const isWritten = taken.some(({ response }) => ledger.keys.has(response));
  if (!isWritten) writeTaken(ledger, taken, act);
  markTransaction(run, act, 'done');
  return { txn: act.txn, done: taken.length, of: taken.length, finished: true, left: 0 };
}

function numberOf(id: string): number {
  return Number(id.slice(prefix.length));
}

/** The kind of act, for whoever finishes or takes back what is open. Responses stay taken: nobody is entered anew after an undo. */
export const intakeKind = {
  resume(run: Run, head: TransactionHead): ActResult {
    const act = readTransaction<IntakeBody>(run, head);
    const { table } = customersToAppendTo(run);
    return carryOut(run, act, table, openTaken(run), true);
  },

  changes(body: unknown): readonly Change[] {
    const { created, row } = body as IntakeBody;
    const rows = created.map(({ customer_id: id }, i) => ({ id: String(id), at: row - FIRST_ROW + i }));
    return [{ type: 'added', sheet: 'customers', rows, way: wayOf(rows), from: null }];
  },
};
