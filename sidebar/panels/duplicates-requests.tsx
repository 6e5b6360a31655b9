// Merges asked for: those that wait for whoever decides, or one's own and what became of them.
import type { GroupSummary, MergeRequest, MergeRequests } from '../../src/contract/duplicates-api';
import type { Locale } from '../../src/template/types';
import { confidences, type Labelled, requestStatuses } from '../labels.made';
import type { Say } from '../panel';
import { Note } from '../parts/note';
import { Pager } from '../parts/pager';

export interface RequestListProps {
  readonly t: Say;
  readonly locale: Locale;
  readonly requests: MergeRequests;
  open(request: MergeRequest): void;
  turn(page: number): void;
}

export function RequestList({ t, locale, requests, open, turn }: RequestListProps) {
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

/** Who asked for the merge on the card, and why. */
export function RequestNote({ t, locale, request }: { t: Say; locale: Locale; request: MergeRequest }) {
  const { by, at, confidence, reason } = request;
  const identity = labelOf(confidences, confidence, locale);
  return (
    <Note kind="info" title={t('requests.by', { by, identity, at })}>
      <p>{reason}</p>
    </Note>
  );
}

/** The group a request is about, as a card opens it. */
export function groupOf(request: MergeRequest): GroupSummary {
  const { ids, names } = request;
  return { id: ids.join('+'), certainty: 'review', names, size: ids.length, obstacle: null };
}

function whoIn({ names, ids }: MergeRequest): string {
  return names.join(' / ') || ids.join(' · ');
}

function labelOf(options: readonly Labelled[], id: string, locale: Locale): string {
  return options.find((option) => option.id === id)?.label[locale] ?? id;
}
