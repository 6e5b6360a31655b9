// Many groups at once: first what merging them would change, in numbers, then the merge, on a click of its own.
import { useState } from 'preact/hooks';
import type { MergePlanView, MergeResult } from '../../src/contract/duplicates-api';
import { finishAct } from '../../src/contract/finish';
import type { Reply } from '../../src/contract/wire';
import type { PanelProps, Say } from '../panel';
import { FailureNote } from '../parts/failure-note';
import { Icon } from '../parts/icon';
import { Merging } from '../parts/merging';
import { NotKept } from '../parts/not-kept';
import { Note } from '../parts/note';
import { PanelFrame } from '../parts/panel';
import { UndoAct } from '../parts/undo-act';
import { Working } from '../parts/working';
import { useAct } from '../state/act';
import { useReading } from '../state/reading';
import type { Batched } from '../state/review';
import type { InnerProps } from './data';

export interface DuplicateBatchProps extends InnerProps {
  readonly certainties: readonly Batched[];
  done(result: MergeResult): void;
}

export function DuplicateBatch(props: DuplicateBatchProps) {
  const { server, t, locale, changes, back, certainties, done } = props;
  const plan = useReading(() => server.planBatch({ certainties, locale }), true, changes);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const merge = useAct(async (): Promise<Reply<MergeResult>> => {
    setProgress(null);
    return finishAct(server, await server.mergeBatch({ certainties }), setProgress);
  }, done);
  const planned = plan.value;
  const ready = planned !== null && planned.merged > 0 && !merge.busy;
  return (
    <PanelFrame
      t={t}
      title={t('duplicatesPanel.batch')}
      back={back}
      status={planned === null ? '' : t('duplicatesPanel.plan', { groups: planned.groups, merged: planned.merged })}
      foot={
        <>
          <button type="button" class="plain push" onClick={back}>
            {t('act.cancel')}
          </button>
          <button type="button" class="action" aria-disabled={!ready} onClick={() => ready && void merge.run()}>
            <Icon name="merge" />
            {t('duplicatesPanel.merge', { count: planned?.merged ?? 0 })}
          </button>
        </>
      }
    >
      {plan.busy && <Working t={t} locale={locale} what={t('duplicatesPanel.planning')} since={plan.since} />}
      {plan.failure !== null && (
        <FailureNote t={t} title={t('duplicatesPanel.planFailed')} failure={plan.failure} retry={() => void plan.reload()} />
      )}
      {planned !== null && <Plan t={t} plan={planned} />}
      <Merging {...{ t, locale, merge, progress }} />
    </PanelFrame>
  );
}

function Plan({ t, plan }: { t: Say; plan: MergePlanView }) {
  return (
    <>
      <Note kind="info" title={t('duplicatesPanel.plan', { groups: plan.groups, merged: plan.merged })}>
        <p>{t('duplicatesPanel.planChildren', { count: plan.children })}</p>
      </Note>
      <NotKept t={t} values={plan.notKept} total={plan.notKeptTotal} />
      {plan.leftOut.length > 0 && (
        <Note kind="warn" title={t('duplicatesPanel.leftOut', { count: plan.leftOut.length })}>
          <ul>
            {plan.leftOut.map((left) => (
              <li key={left.group}>
                {left.group.split('+').join(' · ')}: {t(left.reason)}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}

/** What merging many came to, with the way back. */
export function BatchMerged({ result, ...props }: Pick<PanelProps, 'server' | 't' | 'changed'> & { result: MergeResult }) {
  const { t } = props;
  return (
    <Note kind="good" title={t('duplicatesPanel.merged', { groups: result.groups, merged: result.merged })}>
      <p>{t('duplicatesPanel.children', { count: result.children })}</p>
      <UndoAct key={result.txn} {...props} txn={result.txn} ask={t('undo.ask.merged', { count: result.merged })} />
    </Note>
  );
}
