// History: every act of many cells, newest first, each of which can be undone while the journal holds it.
import { Empty } from '../parts/empty';
import { FailureNote } from '../parts/failure-note';
import { kindName } from '../parts/kind-name';
import { Pager } from '../parts/pager';
import { PanelFrame } from '../parts/panel';
import { StaleNote } from '../parts/stale-note';
import { UndoAct, undoQuestion } from '../parts/undo-act';
import { Working } from '../parts/working';
import { useReading } from '../state/reading';
import type { InnerProps } from './data';

const STATES = { open: 'open', done: 'done', undone: 'undone', 'rolled back': 'rolledBack', closed: 'closed' } as const;

export function History(props: InnerProps) {
  const { server, t, locale, visible, changes, back } = props;
  const reading = useReading((page) => server.history({ page }), visible, changes);
  const list = reading.value;
  return (
    <PanelFrame
      t={t}
      title={t('data.history')}
      back={back}
      status={list === null || reading.busy ? '' : t('history.status', { count: list.total })}
    >
      <p class="sub">{t('history.what')}</p>
      {reading.failure !== null && (
        <FailureNote t={t} title={t('history.failed')} failure={reading.failure} retry={() => void reading.reload()} />
      )}
      {reading.busy && <Working t={t} locale={locale} what={t('history.reading')} since={reading.since} />}
      <StaleNote t={t} reading={reading} />
      {list !== null && list.total === 0 && <Empty icon="history" title={t('history.none')} next={t('history.noneNext')} />}
      {list !== null && list.total > 0 && (
        <>
          <ul>
            {list.items.map((act) => (
              <li key={act.txn} class="item">
                <div class="top">
                  <span class="name">{kindName(t, act.kind)}</span>
                  <span class="rest">{t('history.size', { count: act.size })}</span>
                  <span class="end">
                    <span class={act.state === 'open' ? 'tag warn' : 'tag'}>{t(`history.${STATES[act.state]}`)}</span>
                  </span>
                </div>
                <p class="muted num">
                  {act.txn} · {act.at} · {act.actor}
                </p>
                {act.undoable && <UndoAct {...props} txn={act.txn} ask={undoQuestion(t, act.kind, act.size)} />}
              </li>
            ))}
          </ul>
          <Pager t={t} page={list.page} pages={list.pages} turn={(to) => void reading.turn(to)} />
        </>
      )}
    </PanelFrame>
  );
}
