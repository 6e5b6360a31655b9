// Takes an act back; cells changed since are listed first, and the user says what becomes of them.
import { finishAct } from '../../src/contract/finish';
import type { Server, ValueOf } from '../../src/contract/server-api';
import type { Reply } from '../../src/contract/wire';
import type { Say } from '../panel';
import { useAct } from '../state/act';
import { FailureNote } from './failure-note';
import { Icon } from './icon';
import { Note } from './note';

type Undone = ValueOf<'undo'>;

export interface UndoActProps {
  readonly server: Server;
  readonly t: Say;
  readonly txn: string;
  changed(): void;
}

export function UndoAct({ server, t, txn, changed }: UndoActProps) {
  const undo = useAct(
    async (keep: 'now' | 'then' | undefined): Promise<Reply<Undone>> => {
      const first = await server.undo({ txn, changed: keep });
      return first.ok && waits(first.value) ? first : finishAct(server, first);
    },
    (value) => {
      if (!waits(value)) changed();
    },
  );
  const view = undo.view;
  if (view.state === 'done' && !waits(view.value)) return <p role="status">{t('undo.done', { txn })}</p>;
  return (
    <>
      <div class="row">
        <button type="button" class="small" aria-disabled={undo.busy} onClick={() => void undo.run(undefined)}>
          <Icon name="undo" />
          {t(undo.busy ? 'undo.busy' : 'undo.act')}
        </button>
      </div>
      {view.state === 'error' && (
        <FailureNote t={t} title={t('undo.failed')} failure={view.failure} retry={() => void undo.retry()} />
      )}
      {view.state === 'done' && (
        <Note kind="warn" title={t('undo.changed', { count: view.value.changedSince.length })}>
          <dl class="changed">
            {view.value.changedSince.map((cell) => [
              <dt key={`${cell.id} ${cell.column}`}>
                {cell.id} · {cell.column}
              </dt>,
              <dd key={`${cell.id} ${cell.column} values`}>
                {t('undo.cell', { before: cell.then || '—', now: cell.now || '—' })}
              </dd>,
            ])}
          </dl>
          <div class="row">
            <button type="button" class="small" onClick={() => void undo.run('now')}>
              {t('undo.keepNow')}
            </button>
            <button type="button" class="small" onClick={() => void undo.run('then')}>
              {t('undo.backThen')}
            </button>
            <button type="button" class="plain" onClick={undo.clear}>
              {t('act.cancel')}
            </button>
          </div>
        </Note>
      )}
    </>
  );
}

/** Nothing was done yet: the cells changed since wait for a decision. */
function waits(value: Undone): boolean {
  return value.changedSince.length > 0 && value.done === 0;
}
