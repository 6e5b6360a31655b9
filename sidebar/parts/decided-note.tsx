// What was just decided about a group, with the way back beside it.
import type { PanelProps, Say } from '../panel';
import { useAct } from '../state/act';
import type { Decided } from '../state/review';
import { FailureNote } from './failure-note';
import { Icon } from './icon';
import { Note } from './note';
import { UndoAct } from './undo-act';

export function DecidedNote({ decided, ...props }: Pick<PanelProps, 'server' | 't' | 'changed'> & { decided: Decided }) {
  const { t } = props;
  return (
    <Note kind="good" title={decidedWords(t, decided)}>
      {decided.as === 'merged' && (
        <UndoAct
          key={decided.result.txn}
          {...props}
          txn={decided.result.txn}
          ask={t('undo.ask.merged', { count: decided.result.merged })}
        />
      )}
      {(decided.as === 'different' || decided.as === 'later') && (
        <ProposeAgain key={decided.ids.join()} {...props} ids={decided.ids} />
      )}
    </Note>
  );
}

/** Takes back what was noted about a group; nothing in the sheet has changed, so there is nothing to ask first. */
function ProposeAgain({ server, t, ids, changed }: Pick<PanelProps, 'server' | 't' | 'changed'> & { ids: readonly string[] }) {
  const settle = useAct(() => server.settleGroup({ ids, verdict: 'open' }), changed);
  if (settle.view.state === 'done') return <p role="status">{t('review.reopened')}</p>;
  return (
    <>
      <div class="row">
        <button type="button" class="small" aria-disabled={settle.busy} onClick={() => void settle.run()}>
          <Icon name="undo" />
          {t(settle.busy ? 'undo.busy' : 'undo.act')}
        </button>
      </div>
      {settle.view.state === 'error' && (
        <FailureNote t={t} title={t('undo.failed')} failure={settle.view.failure} retry={() => void settle.retry()} />
      )}
    </>
  );
}

export function decidedWords(t: Say, decided: Decided): string {
  switch (decided.as) {
    case 'merged':
      return t('review.doneMerged', { master: decided.master, count: decided.result.children });
    case 'requested':
      return t('review.doneRequested', { id: decided.request, who: decided.who });
    case 'declined':
      return t('requests.declined', { id: decided.request });
    case 'closed':
      return t('requests.closed', { id: decided.request });
    case 'different':
      return t('review.doneDifferent', { ids: decided.ids.join(' · ') });
    case 'later':
      return t('review.doneLater', { ids: decided.ids.join(' · ') });
  }
}
