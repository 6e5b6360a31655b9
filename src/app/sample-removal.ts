// One click takes the sample away: said in numbers first, carried out as one act, to be undone like any other.
import type { ActResult } from '../contract/duplicates-api';
import type { SampleApi, SampleRemoval } from '../contract/sample-api';
import { planRemoval, type Removal, removalSheets } from '../domain/sample/removal';
import { withLock } from '../gateway/lock';
import { readPeople, requireAdmin } from '../gateway/people';
import { deleteProperty, openRun, poolState, type Run } from '../gateway/run';
import { findSheet, readTable } from '../gateway/table';
import { beginAct, requirePool, settleOpen } from './acts';

export const sampleRemovalApi = { planSampleRemoval, removeSample } satisfies Partial<SampleApi>;

/** Where a load keeps how far it has come; without it the sample can be loaded again. */
export const BEGUN = 'cp:sample';

/** Service calls up to the plan, the sheets not counted. */
const PLANNED = 8;

function planSampleRemoval(): SampleRemoval {
  const run = asAdmin();
  const { customers, children, people, own } = planned(run);
  return { customers, children, people, own };
}

function asAdmin(): Run {
  const run = openRun();
  requirePool(run);
  requireAdmin(run, readPeople(run), 'sample.adminOnly');
  return run;
}

function planned(run: Run): Removal {
  const made = poolState(run).sheets;
  const tables = Object.fromEntries(
    removalSheets.flatMap((sheet) =>
      sheet in made && findSheet(run, sheet) !== null ? [[sheet, readTable(run, sheet)] as const] : [],
    ),
  );
  const owner = run.ss.getOwner()?.getEmail() ?? '';
  return planRemoval({ tables, staying: [owner, run.actor].map((email) => email.toLowerCase()) });
}

function removeSample(): ActResult {
  return withLock(() => {
    const run = asAdmin();
    settleOpen(run);
    const { changes, customers, children, people } = planned(run);
    if (changes.length === 0) return { txn: '', done: 0, of: 0, finished: true, left: 0 };
    // Before the act: a load that goes on would take its rows for written.
    if (BEGUN in run.properties) deleteProperty(run, BEGUN);
    return beginAct(run, 'sample', { changes, tally: { customers, children, people } }, PLANNED + removalSheets.length);
  });
}
