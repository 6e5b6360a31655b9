// What was just decided about a group, with the way back beside it.
import type { PanelProps, Say } from '../panel';
import type { Decided } from '../state/review';
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
    </Note>
  );
}

export function decidedWords(t: Say, decided: Decided): string {
  switch (decided.as) {
    case 'merged':
      return t('review.doneMerged', { master: decided.master, count: decided.result.children });
    case 'requested':
      return t('review.doneRequested', { id: decided.request });
    case 'different':
      return t('review.doneDifferent', { ids: decided.ids.join(' · ') });
    case 'later':
      return t('review.doneLater', { ids: decided.ids.join(' · ') });
  }
}
