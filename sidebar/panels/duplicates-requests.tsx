// Merges asked for: those that wait for whoever decides, each opened as a card; or one's own, and what became of them.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { GroupSummary, MergeRequest, MergeRequests } from '../../src/contract/duplicates-api';
import type { Locale } from '../../src/template/types';
import { requestStatuses } from '../labels.made';
import type { PanelProps, Say } from '../panel';
import { FailureNote } from '../parts/failure-note';
import { Pager } from '../parts/pager';
import { labelOf } from '../parts/request-note';
import { useReading } from '../state/reading';
import type { Decided } from '../state/review';
import { DuplicateReview } from './duplicates-review';

interface Requests {
  readonly list: ComponentChildren;
  /** The card of the one that is open; null: none is. */
  readonly card: ComponentChildren;
  close(): void;
}

/** @param decided told what became of a group that was asked about */
export function useRequests(
  props: PanelProps,
  { decided, scanAgain }: { decided(id: string, what: Decided): void; scanAgain(): void },
): Requests {
  const { server, t, locale, visible, changes, changed } = props;
  const reading = useReading((page) => server.mergeRequests({ page }), visible, changes);
  const [open, setOpen] = useState<MergeRequest | null>(null);
  const close = () => setOpen(null);
  const list = (
    <>
      {reading.failure !== null && (
        <FailureNote t={t} title={t('requests.failed')} failure={reading.failure} retry={() => void reading.reload()} />
      )}
      {reading.value !== null && (
        <RequestList {...{ t, locale }} requests={reading.value} open={setOpen} turn={(page) => void reading.turn(page)} />
      )}
    </>
  );
  if (open === null) return { list, card: null, close };
  const group = groupOf(open);
  const decide = (what: Decided) => {
    close();
    if (what.as === 'merged') changed();
    decided(group.id, what);
    void reading.reload();
  };
  const card = (
    <DuplicateReview
      {...{ ...props, group, decide, scanAgain }}
      key={open.id}
      request={open}
      at={1}
      of={1}
      first={true}
      decided={null}
      skip={close}
      back={close}
    />
  );
  return { list, card, close };
}

interface RequestListProps {
  readonly t: Say;
  readonly locale: Locale;
  readonly requests: MergeRequests;
  open(request: MergeRequest): void;
  turn(page: number): void;
}

function RequestList({ t, locale, requests, open, turn }: RequestListProps) {
  const { items, total, page, pages, decides } = requests;
  if (total === 0) return null;
  const title = t(decides ? 'requests.waiting' : 'requests.own', { count: total });
  return (
    <section class="group" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {items.map((request) => (
          <li key={request.id} class="item">
            <div class="top">
              {decides ? (
                <button type="button" class="plain name clip" onClick={() => open(request)}>
                  {whoIn(request)}
                </button>
              ) : (
                <b class="name clip">{whoIn(request)}</b>
              )}
              {(!decides || request.status !== 'open') && (
                <span class="end">{labelOf(requestStatuses, request.status, locale)}</span>
              )}
            </div>
            <p class="muted">{t('requests.asked', { by: request.by, at: request.at, reason: request.reason })}</p>
            {request.reply !== '' && <p>{t('requests.answered', { by: request.decidedBy, reply: request.reply })}</p>}
          </li>
        ))}
      </ul>
      <Pager t={t} page={page} pages={pages} turn={turn} />
    </section>
  );
}

/** The group a request is about, as a card opens it. */
function groupOf(request: MergeRequest): GroupSummary {
  const { ids, names } = request;
  return { id: ids.join('+'), certainty: 'review', names, size: ids.length, obstacle: null };
}

function whoIn({ names, ids }: MergeRequest): string {
  return names.join(' / ') || ids.join(' · ');
}
