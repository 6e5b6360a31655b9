// One group of duplicates as a card: who, why, what stays; merged, told apart, put off, split or asked for, or declined where it was.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { GroupSummary, MergeRequest } from '../../src/contract/duplicates-api';
import type { MessageCode } from '../../src/i18n/index';
import type { Say } from '../panel';
import { CertaintyTag } from '../parts/certainty';
import { CloseMerged } from '../parts/close-merged';
import { DecidedNote, decidedWords } from '../parts/decided-note';
import { Evidence } from '../parts/evidence';
import { FailureNote } from '../parts/failure-note';
import { FieldChoices } from '../parts/field-choices';
import { Icon } from '../parts/icon';
import { Merging } from '../parts/merging';
import { NotKept } from '../parts/not-kept';
import { Note } from '../parts/note';
import { PanelFrame } from '../parts/panel';
import { ReasonForm, type ReasonWords } from '../parts/reason-form';
import { RecordHeads } from '../parts/record-heads';
import { RequestNote } from '../parts/request-note';
import { TakeOut } from '../parts/take-out';
import { Working } from '../parts/working';
import { readDraft } from '../state/drafts';
import { type GroupReview, useGroup } from '../state/group';
import type { Decided } from '../state/review';
import { useShortcuts } from '../state/shortcuts';
import type { InnerProps } from './data';

export interface DuplicateReviewProps extends InnerProps {
  readonly group: GroupSummary;
  /** The merge of it that somebody asked for: it is carried out or declined. */
  readonly request: MergeRequest | null;
  /** Where it stands among those found, counted from 1. */
  readonly at: number;
  readonly of: number;
  /** Evidence of the first group is open. */
  readonly first: boolean;
  /** What became of the group before. */
  readonly decided: Decided | null;
  decide(decided: Decided): void;
  skip(): void;
  scanAgain(): void;
}

const REQUEST: ReasonWords = {
  title: 'review.request',
  why: 'review.requestWhy',
  hint: 'review.requestHint',
  needed: 'review.requestNeeded',
  send: 'review.requestSend',
  failed: 'review.requestFailed',
};

/** What stands against a merge for those who may merge, and nobody need be asked for. */
const ONE_S_OWN: ReadonlySet<string> = new Set(['duplicates.owners', 'duplicates.doubleId'] satisfies MessageCode[]);

const DECLINE: ReasonWords = {
  title: 'requests.decline',
  why: 'requests.declineWhy',
  hint: 'requests.declineHint',
  needed: 'requests.declineNeeded',
  send: 'requests.decline',
  failed: 'requests.declineFailed',
};

export function DuplicateReview(props: DuplicateReviewProps) {
  const { server, t, locale, start, visible, group, request, at, of, decided, decide } = props;
  const review = useGroup(props, group, decide, request);
  const [aside, setAside] = useState<'split' | 'say' | null>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const asked = useRef(aside);
  // A question given up gives the focus back to the button that asked it.
  useLayoutEffect(() => {
    const [first, ...others] = buttons.current?.querySelectorAll('button') ?? [];
    // Asking for the merge is the first of them, taking out and declining the last.
    const isFirst = asked.current === 'say' && request === null;
    if (aside === null && asked.current !== null) (isFirst ? first : others[others.length - 1])?.focus();
    asked.current = aside;
  }, [aside]);
  const { reading, decision, obstacle, merge, settle } = review;
  const isForOwner = obstacle?.code === 'duplicates.owners';
  const isForManager = obstacle !== null && !ONE_S_OWN.has(obstacle.code);
  const view = reading.value;
  const busy = merge.busy || settle.busy;
  const ready = decision !== null && !reading.busy && !review.counting && !busy;
  const draftKey = `${start.user.email}:${request === null ? `merge ${group.id}` : `decline ${request.id}`}`;
  const say = () => setAside('say');
  const acts = {
    m() {
      if (!ready) return;
      if (obstacle === null) void merge.run(decision);
      else if (isForOwner) showOwners(card.current);
      else if (request === null && isForManager) say();
    },
    n() {
      if (busy) return;
      if (request === null) void settle.run('different');
      else say();
    },
    l() {
      if (!busy && request === null) void settle.run('later');
    },
    s() {
      if (ready && request === null) setAside('split');
    },
  };
  const keys = useShortcuts(acts, visible && aside === null);
  const takeOut = (id: string) => {
    setAside(null);
    if (view !== null && view.records.length > 2) review.takeOut(id);
    else acts.n();
  };
  const who = [...new Set(group.names), decision?.master ?? ''].join(' ').trim();
  const send = async (words: string) =>
    request === null && decision !== null
      ? server.requestMerge({ decision, reason: words })
      : server.declineMerge({ id: request?.id ?? '', reply: words });

  return (
    <PanelFrame
      t={t}
      title={request === null ? t('review.title', { at, of }) : t('requests.title', { id: request.id })}
      back={props.back}
      tools={
        <>
          <CertaintyTag t={t} of={view?.certainty ?? group.certainty} />
          {of > 1 && (
            <button type="button" class="bare" aria-label={t('review.next')} onClick={props.skip}>
              <Icon name="next" />
            </button>
          )}
        </>
      }
      status={decided === null ? '' : decidedWords(t, decided)}
      foot={
        <Decide
          {...{ t, acts, busy, buttons }}
          ready={ready && (obstacle === null || isForOwner || (request === null && isForManager))}
          keys={keys.on}
          main={mainOf(t, decision?.master ?? '', isForOwner, request === null && isForManager)}
          asked={request !== null}
          saying={aside === 'say'}
        />
      }
    >
      {decided !== null && <DecidedNote {...props} decided={decided} />}
      {request !== null && <RequestNote {...{ t, locale, request }} />}
      {reading.busy && <Working t={t} locale={locale} what={t('review.reading')} since={reading.since} />}
      {reading.failure !== null && (
        <FailureNote t={t} title={t('review.failed')} failure={reading.failure} retry={() => void reading.reload()}>
          {request !== null && reading.failure.code === 'duplicates.merged' ? (
            <CloseMerged {...{ server, t, request, decide }} />
          ) : (
            <button type="button" class="small" onClick={props.scanAgain}>
              {t('duplicatesPanel.scanAgain')}
            </button>
          )}
        </FailureNote>
      )}
      {obstacle !== null && (
        <Note kind="warn" sign="lock" title={t(isForOwner ? 'review.chooseOwner' : 'review.obstacle')}>
          <p>{isForOwner ? t('review.chooseOwnerWhy', obstacle.args) : t(obstacle)}</p>
          {request === null && isForManager && <p>{t('review.obstacleAsk')}</p>}
        </Note>
      )}
      {aside === 'say' && (request !== null || decision !== null) && (
        <ReasonForm
          {...{ t, draftKey, send }}
          words={request === null ? REQUEST : DECLINE}
          done={(id) => decide(request === null ? { as: 'requested', request: id, who } : { as: 'declined', request: id })}
          close={() => setAside(null)}
        />
      )}
      {aside !== 'say' && <Kept t={t} draftKey={draftKey} goOn={say} />}
      <div ref={card} class="body bare">
        {view !== null && <Card {...props} review={review} />}
      </div>
      {aside === 'split' && view !== null && (
        <TakeOut {...{ t, records: view.records, master: view.master }} take={takeOut} close={() => setAside(null)} />
      )}
      <Deciding {...{ t, locale, review }} scanAgain={props.scanAgain} />
      {request === null && (
        <label class="tick hint">
          <input type="checkbox" checked={keys.on} onChange={(event) => keys.turn(event.currentTarget.checked)} />
          {t('review.keys')}
        </label>
      )}
    </PanelFrame>
  );
}

function Card({ server, t, locale, first, group, review }: DuplicateReviewProps & { review: GroupReview }) {
  const { reading, picks, pick, out, plan, counting } = review;
  const view = reading.value;
  if (view === null) return null;
  const { master, records, pairs, children } = view;
  const lost = plan === null ? view.notKept : plan.notKept;
  const shown = records.length + out.length;
  return (
    <>
      {group.size > shown && <p class="sub">{t('review.part', { count: group.size, shown })}</p>}
      <RecordHeads {...{ server, t, records, master }} setMaster={review.setMaster} />
      {out.length > 0 && (
        <p class="row sub">
          {t('review.out', { ids: out.join(' · ') })}
          <button type="button" class="plain small" onClick={review.putBack}>
            {t('review.putBack')}
          </button>
        </p>
      )}
      <div>
        {pairs.map((pair, i) => (
          <Evidence key={pair.other} {...{ t, locale, pair }} open={first && i === 0} />
        ))}
      </div>
      <FieldChoices {...{ t, picks, pick }} group={view} />
      {children > 0 && <p class="sub">{t('review.childrenMove', { count: children })}</p>}
      {counting ? (
        <p class="sub">{t('review.counting')}</p>
      ) : (
        <NotKept t={t} values={lost} total={plan === null ? lost.length : plan.notKeptTotal} />
      )}
    </>
  );
}

interface DecideProps {
  readonly t: Say;
  readonly acts: Readonly<Record<'m' | 'n' | 'l' | 's', () => void>>;
  /** The card is here and nothing runs. */
  readonly ready: boolean;
  readonly busy: boolean;
  readonly keys: boolean;
  /** What the main button does, in words. */
  readonly main: string;
  /** Somebody asked for it: it is merged or declined, nothing else. */
  readonly asked: boolean;
  /** A reason or an answer is being written: what opened its box would do nothing more. */
  readonly saying: boolean;
  readonly buttons: RefObject<HTMLDivElement | null>;
}

function Decide({ t, acts, ready, busy, keys, main, asked, saying, buttons }: DecideProps) {
  const key = (letter: string) => (keys ? { 'aria-keyshortcuts': letter } : {});
  return (
    <div ref={buttons} class="decide">
      {(asked || !saying) && (
        <button type="button" class="action block" aria-disabled={!ready} {...key('m')} onClick={acts.m}>
          <Icon name="merge" />
          {main}
        </button>
      )}
      {asked && !saying && (
        <button type="button" class="small block" aria-disabled={busy} {...key('n')} onClick={acts.n}>
          <Icon name="different" />
          {t('requests.decline')}
        </button>
      )}
      {!asked && (
        <div class="three">
          <button type="button" class="small" aria-disabled={busy} {...key('n')} onClick={acts.n}>
            <Icon name="different" />
            {t('review.different')}
          </button>
          <button type="button" class="small" aria-disabled={busy} {...key('l')} onClick={acts.l}>
            <Icon name="due" />
            {t('review.later')}
          </button>
          <button type="button" class="small" aria-disabled={!ready} {...key('s')} onClick={acts.s}>
            <Icon name="split" />
            {t('review.split')}
          </button>
        </div>
      )}
    </div>
  );
}

/** What the main button does: it merges, shows where the owner is chosen, or asks a manager. */
function mainOf(t: Say, master: string, isForOwner: boolean, isForManager: boolean): string {
  if (isForOwner) return t('review.chooseOwner');
  return isForManager ? t('review.request') : t('review.merge', { master });
}

/** Brings who has to choose an owner to where that is done. */
function showOwners(card: HTMLElement | null): void {
  const choice = card?.querySelector<HTMLElement>('.pick.open');
  choice?.querySelector('input')?.focus();
  choice?.scrollIntoView({ block: 'center' });
}

/** What runs, or why it did not happen. */
function Deciding({
  t,
  locale,
  review: { merge, settle, progress },
  scanAgain,
}: Pick<DuplicateReviewProps, 't' | 'locale' | 'scanAgain'> & { review: GroupReview }) {
  return (
    <>
      {settle.view.state === 'busy' && <Working t={t} locale={locale} what={t('review.settling')} since={settle.view.since} />}
      <Merging {...{ t, locale, merge, progress }}>
        <button type="button" class="small" onClick={scanAgain}>
          {t('duplicatesPanel.scanAgain')}
        </button>
      </Merging>
      {settle.view.state === 'error' && (
        <FailureNote t={t} title={t('review.settleFailed')} failure={settle.view.failure} retry={() => void settle.retry()} />
      )}
    </>
  );
}

/** A reason typed and not sent. */
function Kept({ t, draftKey, goOn }: { t: Say; draftKey: string; goOn(): void }) {
  const draft = readDraft(draftKey);
  if (draft === null) return null;
  return (
    <Note kind="info" sign="history" title={t('review.requestKept', { reason: draft.reason })}>
      <div class="row">
        <button type="button" class="small" onClick={goOn}>
          {t('search.goOn')}
        </button>
      </div>
    </Note>
  );
}
