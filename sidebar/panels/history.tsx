// History: every act of many cells, newest first, each of which can be undone while the journal holds it.
import { useState } from 'preact/hooks';
import type { HistoryEntry } from '../../src/contract/duplicates-api';
import type { Say } from '../panel';
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
  const { server, t, locale, visible, changes, changed, back } = props;
  // What was taken back here keeps its place and says so, though the list that is read again offers it no more.
  const [taken, setTaken] = useState<readonly string[]>([]);
  const reading = useReading((page) => server.history({ page }), visible, changes);
  const list = reading.value;
  const took = (txn: string) => {
    setTaken([...taken, txn]);
    changed();
    void reading.reload();
  };
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
                  <span class="name">{actName(t, act)}</span>
                  {act.about !== null && <span class="clip">{whom(t, act.about)}</span>}
                  <span class="rest">{t('history.size', { count: act.size })}</span>
                  <span class="end">
                    <span class={act.state === 'open' ? 'tag warn' : 'tag'}>{t(`history.${STATES[act.state]}`)}</span>
                  </span>
                </div>
                <p class="muted num">
                  {act.txn} · {act.at} · {act.actor}
                  {act.of !== null && ` · ${t('history.of', { txn: act.of.txn })}`}
                </p>
                {(act.undoable || taken.includes(act.txn)) && (
                  <UndoAct
                    {...{ server, t }}
                    txn={act.txn}
                    ask={undoQuestion(t, act.kind, act.size)}
                    redo={act.kind === 'undo'}
                    changed={() => took(act.txn)}
                  />
                )}
              </li>
            ))}
          </ul>
          <Pager t={t} page={list.page} pages={list.pages} turn={(to) => void reading.turn(to)} />
        </>
      )}
    </PanelFrame>
  );
}

/** The customer that stays, or of how many groups. */
function whom(t: Say, { groups, name, id }: NonNullable<HistoryEntry['about']>): string {
  return groups === 1 ? [name, id].filter(Boolean).join(' ') : t('history.groups', { count: groups });
}

/** What an act is called: an undo by what it took back. */
function actName(t: Say, { kind, of }: HistoryEntry): string {
  return kind === 'undo' && of !== null ? t('history.undoOf', { kind: kindName(t, of.kind) }) : kindName(t, kind);
}
