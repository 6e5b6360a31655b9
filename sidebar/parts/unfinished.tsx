// An act that a killed run left open: it is named, and finished on a click.
import type { Server } from '../../src/contract/server-api';
import type { Start } from '../../src/contract/template-api';
import type { Say } from '../panel';
import { useAct } from '../state/act';
import { FailureNote } from './failure-note';
import { kindName } from './kind-name';
import { Note } from './note';

export interface UnfinishedProps {
  readonly server: Server;
  readonly t: Say;
  readonly act: NonNullable<Start['unfinished']>;
  changed(): void;
}

export function Unfinished({ server, t, act, changed }: UnfinishedProps) {
  const resume = useAct(async () => {
    for (;;) {
      const reply = await server.resume();
      if (!reply.ok || reply.value === null || reply.value.finished) return reply;
    }
  }, changed);
  return (
    <div class="above">
      <Note kind="warn" sign="history" title={t('unfinished.title', { kind: kindName(t, act.kind), txn: act.txn })}>
        <p>{t('unfinished.explain')}</p>
        <div class="row">
          <button type="button" class="small" aria-disabled={resume.busy} onClick={() => void resume.run()}>
            {t(resume.busy ? 'unfinished.busy' : 'unfinished.resume')}
          </button>
        </div>
      </Note>
      {resume.view.state === 'error' && <FailureNote t={t} failure={resume.view.failure} />}
    </div>
  );
}
