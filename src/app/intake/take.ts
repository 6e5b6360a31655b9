// Takes what a linked form brought, as it arrives or once an hour: each response once.
import { Refusal } from '../../domain/refusal';
import { recordFault } from '../../gateway/faults';
import { linkOf } from '../../gateway/intake';
import { openHead } from '../../gateway/journal';
import { leaseOf } from '../../gateway/lease';
import { withLock } from '../../gateway/lock';
import { onBehalfOf, openRun, type Run } from '../../gateway/run';
import { removeTriggers, triggerAccount } from '../../gateway/triggers';
import { workbook } from '../../template/index';
import { settleOpen } from '../acts';
import { beginIntake, openTaken } from './act';
import { linkedSheet, prepareIntake } from './prepare';

/** Name of the function Google calls when a response arrives. */
export const ON_RESPONSE = 'onResponse';

type SubmitEvent = GoogleAppsScript.Events.SheetsOnFormSubmit;

export interface Taken {
  readonly taken: number;
  /** Responses that wait for the next call. */
  readonly left: number;
}

/** Takes a response as it arrives. Whatever keeps it from being taken, the hourly run comes back to it. */
export function onResponse(event: SubmitEvent): void {
  try {
    withLock(() => {
      // Nobody is at the keyboard: who answered may be one of the team, and is not who takes.
      const run = onBehalfOf(openRun(), triggerAccount());
      // A workbook of a later version is read only to this code.
      if (run.state === null || run.state.version > workbook.version) return;
      if (event.range.getSheet().getSheetId() !== linkOf(run)?.sheet) return;
      // Somebody else has taken over: one who takes is enough.
      if (leaseOf(run)?.account !== run.actor) removeTriggers(ON_RESPONSE);
      else takeNext(run);
    });
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) recordFault(ON_RESPONSE, thrown);
  }
}

/**
 * Takes all that waits, slice by slice; for the hourly run.
 * @param until milliseconds after the run's start; what waits longer is for the next one
 */
export function takeWaiting(run: Run, until: number): void {
  try {
    while (Date.now() - run.now.getTime() < until) {
      // Opened under the lock: somebody may have entered customers meanwhile. The clock goes on.
      const result = linkOf(run) === null ? null : withLock(() => takeNext(openRun(run.now)));
      if (result === null || result.left === 0) return;
    }
  } catch (thrown) {
    recordFault('intake', thrown);
  }
}

/**
 * Takes the next responses, at most a slice. Call under the lock.
 * @returns null without a linked sheet of responses
 * @throws Refusal `act.closed`, or what keeps an open act from being finished
 */
export function takeNext(run: Run): Taken | null {
  const link = linkOf(run);
  const sheet = linkedSheet(run);
  if (link === null || sheet === null) return null;
  if (openHead(run) !== null) settleOpen(run);
  const ledger = openTaken(run);
  const prepared = prepareIntake(run, link, sheet, ledger);
  if (prepared === null) return { taken: 0, left: 0 };
  beginIntake(run, prepared, ledger);
  return { taken: prepared.body.taken.length, left: prepared.left };
}
