// The records of a group side by side, eight a page: who stays is outlined, and each leads to its row.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReviewRecord } from '../../src/contract/duplicates-api';
import type { Server } from '../../src/contract/server-api';
import type { Say } from '../panel';
import { useAct } from '../state/act';
import { FailureNote } from './failure-note';
import { Icon } from './icon';
import { Pager } from './pager';

const A_PAGE = 8;

export interface RecordHeadsProps {
  readonly server: Server;
  readonly t: Say;
  readonly records: readonly ReviewRecord[];
  readonly master: string;
  setMaster(id: string): void;
}

export function RecordHeads({ server, t, records, master, setMaster }: RecordHeadsProps) {
  const [page, setPage] = useState(0);
  const show = useAct((id: string) => server.showRecord({ sheet: 'customers', id }));
  const list = useRef<HTMLUListElement>(null);
  // Who was chosen, taken out or put back had the button that was pressed: with it the focus would be gone.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) list.current?.focus();
  }, [master, records.length]);
  const pages = Math.ceil(records.length / A_PAGE);
  const at = Math.min(page, pages - 1);
  // The one that stays first, wherever its row is.
  const sorted = [...records.filter(({ id }) => id === master), ...records.filter(({ id }) => id !== master)];
  return (
    <>
      <ul ref={list} tabIndex={-1} class="heads" aria-label={t('review.heads')}>
        {sorted.slice(at * A_PAGE, (at + 1) * A_PAGE).map((record) => (
          <li key={record.id} class={record.id === master ? 'person master' : 'person'}>
            <b>{record.name || record.company}</b>
            <span class="num">{record.id}</span>
            {record.id === master && ` · ${t('review.master')}`}
            <p class="muted">
              {[
                t('review.filled', { count: record.filled }),
                record.orders > 0 ? t('review.orders', { count: record.orders }) : t('review.noOrders'),
                record.owner,
                record.lastContact === '' ? '' : t('review.lastContact', { day: record.lastContact }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <div class="ways">
              <button type="button" class="plain small" onClick={() => void show.run(record.id)}>
                {t('today.row', { row: record.row })}
              </button>
              {record.id !== master && (
                <button
                  type="button"
                  class="plain small"
                  onClick={() => {
                    setPage(0);
                    setMaster(record.id);
                  }}
                >
                  {t('review.setMaster')}
                  <span class="sr"> {record.id}</span>
                </button>
              )}
            </div>
            {record.closed !== null && (
              <p class="hint">
                <Icon name="lock" /> {t(record.closed)}
              </p>
            )}
          </li>
        ))}
      </ul>
      <Pager t={t} page={at} pages={pages} turn={setPage} />
      {show.view.state === 'error' && <FailureNote t={t} failure={show.view.failure} />}
    </>
  );
}
