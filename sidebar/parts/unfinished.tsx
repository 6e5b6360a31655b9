// An act that a killed run left open: it is named, and finished on a click.
import type { ActResult } from '../../src/contract/duplicates-api';
import { finishAct } from '../../src/contract/finish';
import type { Server } from '../../src/contract/server-api';
import type { Start } from '../../src/contract/template-api';
import type { Reply } from '../../src/contract/wire';
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
  const resume = useAct(async (): Promise<Reply<ActResult | null>> => {
    const first = await server.resume();
    return first.ok && first.value === null ? first : finishAct(server, first as Reply<ActResult>);
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
