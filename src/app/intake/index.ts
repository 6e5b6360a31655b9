// A linked form as the sidebar asks for it.
import type { IntakeApi } from '../../contract/intake-api';
import { withLock } from '../../gateway/lock';
import { openRun } from '../../gateway/run';
import { requirePool } from '../acts';
import { intake, intakeLink, intakeLook, intakeUnlink } from './link';
import { intakeReview, intakeSettle } from './review';
import { takeNext } from './take';

export const intakeApi: IntakeApi = {
  intake,
  intakeLook,
  intakeLink,
  intakeUnlink,
  intakeTake: () =>
    withLock(() => {
      const run = openRun();
      requirePool(run);
      return takeNext(run) ?? { taken: 0, left: 0 };
    }),
  intakeReview,
  intakeSettle,
};
