// The card of a customer: the most pressing first, facts, and one timeline of all that happened.
import { useEffect, useState } from 'preact/hooks';
import type { CardView, ChildSheet } from '../../src/contract/customer-api';
import type { PanelProps } from '../panel';
import { DraftNote } from '../parts/draft-note';
import { FailureNote } from '../parts/failure-note';
import { Icon, type IconName } from '../parts/icon';
import { LogContact, logKey } from '../parts/log-contact';
import { Note } from '../parts/note';
import { PanelFrame } from '../parts/panel';
import { Snooze, snoozedWords } from '../parts/snooze';
import { StaleNote } from '../parts/stale-note';
import { tierSign } from '../parts/tier-mark';
import { Working } from '../parts/working';
import { dayName, phone } from '../show';
import { useAct } from '../state/act';
import { readDraft } from '../state/drafts';
import { draftKeyOf } from '../state/form-source';
import { useReading } from '../state/reading';
import { noteRecent } from '../state/recent';
import type { Said } from './customer';
import { Timeline } from './customer-timeline';

export interface CustomerCardProps extends PanelProps {
  readonly id: string;
  readonly row: number | undefined;
  readonly said: Said | null;
  back(): void;
  edit(name: string, row: number): void;
  /** Enters an order, a piece of feedback. */
  enter(sheet: ChildSheet, name: string, row: number): void;
}

const TONES = {
  overdue: ['error', 'overdue'],
  today: ['warn', 'due'],
  soon: ['info', 'soon'],
  info: ['info', 'info'],
} as const satisfies Record<NonNullable<CardView['notice']>['tone'], readonly ['error' | 'warn' | 'info', IconName]>;

export function CustomerCard(props: CustomerCardProps) {
  const { server, t, locale, start, visible, changes, changed, id, row, said, back, edit, enter } = props;
  const reading = useReading(() => server.card({ id, row, locale }), visible, changes);
  const show = useAct(() => server.showRecord({ sheet: 'customers', id }));
  const card = reading.value;
  const [did, setDid] = useState('');
  // What was done elsewhere is news; what was said here is not any more.
  useEffect(() => setDid(''), [said]);
  const name = card?.name || card?.company || id;
  const [logging, setLogging] = useState(() => readDraft(logKey(start, id)) !== null);
  // Read after the card, which does not wait for it: when the owner can follow up next.
  const plan = useReading(() => server.agenda({ customer: id, row: card?.row ?? 0 }), false, changes);
  useEffect(() => {
    if (card !== null) void plan.reload();
  }, [card?.id]);
  useEffect(() => {
    if (card !== null) noteRecent(start.user.email, { id, row: card.row, name, company: card.company });
  }, [card]);
  useEffect(() => {
    // The labels come with the card: in another language it is read again.
    if (card !== null) void reading.reload();
  }, [locale]);

  const status = did !== '' || said === null ? did : t(said.done);
  const handled = (words: string) => {
    setLogging(false);
    setDid(words);
    changed();
    void reading.reload().then(plan.reload);
  };
  const factOf = (key: string) => card?.facts.find((fact) => fact.key === key)?.value ?? '';
  const customer = {
    id,
    name,
    row: card?.row ?? 0,
    tier: card?.badges.find(({ key }) => key === 'tier')?.option ?? '',
    due: factOf('next_follow_up'),
    action: factOf('next_action'),
  };
  const agenda = plan.value;
  return (
    <PanelFrame
      t={t}
      title={name}
      back={back}
      status={status}
      foot={
        agenda === null || agenda.closed !== null || logging ? undefined : (
          <>
            <div class="push up">
              <Snooze
                {...{ server, t, locale, customer, agenda }}
                done={(put) => {
                  const words = snoozedWords(put, dayName(put.to, locale, agenda.today));
                  handled(t(words));
                }}
              />
            </div>
            <button type="button" class="action" onClick={() => setLogging(true)}>
              {t('card.log')}
            </button>
          </>
        )
      }
      tools={
        card !== null && (
          <>
            <button type="button" class="bare" aria-label={t('card.edit')} onClick={() => edit(name, card?.row ?? 0)}>
              <Icon name="edit" />
            </button>
            <button
              type="button"
              class="bare"
              aria-label={t('card.show', { row: card.row })}
              aria-disabled={show.busy}
              onClick={() => void show.run()}
            >
              <Icon name="data" />
            </button>
          </>
        )
      }
    >
      {reading.failure !== null && (
        <FailureNote t={t} title={t('card.failed')} failure={reading.failure} retry={() => void reading.reload()} />
      )}
      {reading.busy && <Working t={t} locale={locale} what={t('card.reading')} since={reading.since} />}
      {show.view.state === 'error' && <FailureNote t={t} failure={show.view.failure} retry={() => void show.retry()} />}
      <StaleNote t={t} reading={reading} />
      {did !== '' && (
        <p class="sub ok" aria-hidden="true">
          <Icon name="ok" /> {did}
        </p>
      )}
      {plan.failure !== null && (
        <FailureNote t={t} title={t('card.noAgenda')} failure={plan.failure} retry={() => void plan.reload()} />
      )}
      {did === '' && said !== null && (
        <Note kind={said.issues.length > 0 ? 'warn' : 'good'} title={t(said.done)}>
          {said.issues.length > 0 && (
            <ul>
              {said.issues.map((issue) => (
                <li key={issue.code}>{t(issue)}</li>
              ))}
            </ul>
          )}
        </Note>
      )}
      <DraftNote
        t={t}
        draftKey={draftKeyOf(start, id)}
        title={(_draft, count) => t('card.unsaved', { count })}
        goOn={() => edit(name, card?.row ?? 0)}
      />
      {card !== null && (
        <>
          <Head card={card} />
          {card.notice !== null && (
            <Note kind={TONES[card.notice.tone][0]} sign={TONES[card.notice.tone][1]}>
              <b>{t(card.notice.message)}</b>
              {card.notice.action !== '' && ` · ${card.notice.action}`}
            </Note>
          )}
          {agenda !== null && agenda.closed !== null && <Note kind="warn">{t(agenda.closed)}</Note>}
          {logging && agenda !== null && agenda.closed === null && (
            <LogContact
              {...{ server, t, locale, start, customer, agenda }}
              done={(logged) => handled(t('log.done', { name, day: dayName(logged.nextFollowUp, locale, agenda.today) }))}
              close={() => setLogging(false)}
            />
          )}
          <FactList t={t} locale={locale} card={card} copied={(label) => setDid(t('card.copied', { label }))} />
          {card.issues.length > 0 && (
            <Note kind="warn" title={t('card.issues')}>
              <ul>
                {card.issues.map((issue) => (
                  <li key={issue}>{issue}</li>
                ))}
              </ul>
            </Note>
          )}
          <Timeline t={t} locale={locale} card={card} people={start.people}>
            <button type="button" class="small" onClick={() => enter('orders', name, card.row)}>
              <Icon name="order" />
              {t('card.addOrder')}
            </button>
            <button type="button" class="small" onClick={() => enter('feedback', name, card.row)}>
              <Icon name="flag" />
              {t('card.addFeedback')}
            </button>
          </Timeline>
        </>
      )}
    </PanelFrame>
  );
}

function Head({ card }: { card: CardView }) {
  const line = [card.name === '' ? '' : card.company, card.title].filter((part) => part !== '').join(' · ');
  return (
    <div class="stack tight">
      {line !== '' && <p class="sub">{line}</p>}
      <p class="sub num">{card.id}</p>
      <div class="row">
        {card.badges.map(({ key, option, label }) => {
          const sign = key === 'tier' ? tierSign(option) : key === 'stage' ? STAGES[option] : undefined;
          return (
            <span key={key} class="tag">
              {sign !== undefined && (
                <span class={`${key}-${option}`}>
                  <Icon name={sign} />
                </span>
              )}
              {label}
            </span>
          );
        })}
      </div>
    </div>
  );
}

const STAGES: Readonly<Record<string, IconName>> = {
  lead: 'bars1',
  first: 'bars2',
  repeat: 'bars3',
  loyal: 'bars4',
  lost: 'falling',
};

type FactListProps = Pick<PanelProps, 't' | 'locale'> & { card: CardView; copied(label: string): void };

function FactList({ t, locale, card, copied }: FactListProps) {
  return (
    <dl class="facts wide">
      {card.facts.map(({ key, label, value, copy, note }) => {
        const shown = dayName(phone(t, value), locale, card.day);
        const masked = value.includes('****');
        return [
          <dt key={key}>{label}</dt>,
          <dd key={`${key} value`}>
            {masked && <span class="sr">{t('customer.masked')}</span>}
            <span aria-hidden={masked}>{shown || '—'}</span>
            {copy && value !== '' && (
              <button
                type="button"
                class="bare"
                aria-label={t('card.copy', { label })}
                onClick={() => copyText(shown) && copied(label)}
              >
                <Icon name="copy" />
              </button>
            )}
            {note !== null && <span class="muted"> {t(note)}</span>}
          </dd>,
        ];
      })}
    </dl>
  );
}

/** The old way, because browsers keep the clipboard itself from frames. */
function copyText(text: string): boolean {
  const box = document.createElement('textarea');
  const before = document.activeElement as HTMLElement | null;
  box.value = text;
  document.body.append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  before?.focus();
  return done;
}
