// Search: a few words find a customer; how each was read stands under the field, what met it is marked.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SearchToken, SearchView } from '../../src/contract/customer-api';
import type { Reply } from '../../src/contract/wire';
import type { PanelProps, Say } from '../panel';
import { DraftNote } from '../parts/draft-note';
import { Empty } from '../parts/empty';
import { FailureNote } from '../parts/failure-note';
import { FoundRow } from '../parts/found-row';
import { Icon, type IconName } from '../parts/icon';
import { Note } from '../parts/note';
import { PanelFrame } from '../parts/panel';
import { StaleNote } from '../parts/stale-note';
import { Working } from '../parts/working';
import { figure } from '../show';
import { draftKeyOf } from '../state/form-source';
import { useReading } from '../state/reading';
import { readRecent } from '../state/recent';

/** Milliseconds without a key before the words are sent. */
const PAUSE = 300;

export interface CustomerSearchProps extends PanelProps {
  open(id: string, row?: number): void;
  /** Enters a new customer, of this name so far. */
  add(name: string): void;
}

/** What is shown and what it answers: the pages of one question under each other. */
type Shown = SearchView & { readonly text: string };

export function CustomerSearch(props: CustomerSearchProps) {
  const { server, t, locale, visible, changes, open, add } = props;
  const [text, setText] = useState('');
  const words = text.trim();
  const field = useRef<HTMLInputElement>(null);
  const last = useRef<Shown | null>(null);
  const reading = useReading<Shown | null>(
    async (page): Promise<Reply<Shown>> => {
      const reply = await server.search({ text: words, page, locale });
      if (!reply.ok) return reply;
      const before = page > 0 && last.current?.text === words ? last.current.items : [];
      last.current = { ...reply.value, items: [...before, ...reply.value.items], text: words };
      return { ok: true, value: last.current };
    },
    false,
    changes,
  );
  const pause = useRef(0);
  const ask = () => {
    clearTimeout(pause.current);
    return reading.turn(0);
  };
  useEffect(() => {
    if (words === '') reading.show(null);
    else pause.current = setTimeout(() => void ask(), PAUSE);
    return () => clearTimeout(pause.current);
  }, [words, locale]);

  // `/` goes to the field from anywhere in the area where nothing is being typed.
  useEffect(() => {
    if (!visible) return;
    const slash = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', slash);
    return () => document.removeEventListener('keydown', slash);
  }, [visible]);

  const shown = reading.value;
  const more = shown === null ? 0 : shown.total - shown.items.length;
  return (
    <PanelFrame
      t={t}
      title={t('area.customer')}
      quiet
      status={reading.busy ? t('search.busy') : shown === null ? '' : t('search.found', { count: shown.total })}
      foot={
        <button type="button" class="action block" onClick={() => add('')}>
          <Icon name="plus" />
          {t('customerForm.new')}
        </button>
      }
    >
      <search class="field">
        <div class="searching">
          <Icon name="search" />
          <input
            ref={field}
            type="search"
            autocomplete="off"
            value={text}
            aria-label={t('search.label')}
            aria-describedby="search-hint"
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && words !== '') void ask();
            }}
          />
        </div>
        <p id="search-hint" class="hint">
          {t('search.hint')}
        </p>
      </search>
      {shown !== null && (
        <div class="row">
          {shown.tokens.map((token) => (
            <Token key={token.text} t={t} token={token} />
          ))}
          <button
            type="button"
            class="plain small end"
            onClick={() => {
              setText('');
              field.current?.focus();
            }}
          >
            {t('search.clear')}
          </button>
        </div>
      )}
      {reading.busy && <Working t={t} locale={locale} what={t('search.busy')} since={reading.since} />}
      {reading.failure !== null && (
        <FailureNote t={t} title={t('search.failed')} failure={reading.failure} retry={() => void ask()} />
      )}
      {words === '' && <Idle {...props} />}
      {shown !== null && <StaleNote t={t} reading={{ ...reading, reload: ask }} />}
      {shown?.total === 0 && (
        <Empty icon="search" title={t('search.none', { text: shown.text })} next={t('search.noneNext')}>
          <button type="button" onClick={() => add(shown.text)}>
            {t('search.addAs', { name: shown.text })}
          </button>
        </Empty>
      )}
      {shown !== null && shown.total > 0 && (
        <section class="group" aria-label={t('search.results')}>
          <h3>
            {t('search.found', { count: figure(shown.total, locale) })}
            <span class="muted end">{t('search.bestFirst')}</span>
          </h3>
          <ul>
            {shown.items.map((found) => (
              <FoundRow
                key={found.id}
                t={t}
                locale={locale}
                found={found}
                day={shown.day}
                open={() => open(found.id, found.row)}
              />
            ))}
          </ul>
          {more > 0 && (
            <button
              type="button"
              class="plain"
              aria-disabled={reading.busy}
              onClick={() => !reading.busy && void reading.turn(shown.page + 1)}
            >
              {t('search.more', { count: more })}
            </button>
          )}
        </section>
      )}
    </PanelFrame>
  );
}

/** Before anything is searched for: a customer left half entered, and those looked at last. */
function Idle({ t, start, open, add }: CustomerSearchProps) {
  const recent = readRecent(start.user.email);
  return (
    <>
      <DraftNote
        t={t}
        draftKey={draftKeyOf(start, null)}
        title={({ values }) => t('search.draft', { name: values['name'] || t('customerForm.new') })}
        goOn={() => add('')}
      />
      {recent.length === 0 ? (
        <Note kind="info">{t('search.stranger')}</Note>
      ) : (
        <section class="group" aria-label={t('search.recent')}>
          <h3>{t('search.recent')}</h3>
          <ul>
            {recent.map(({ id, row, name, company }) => (
              <li key={id} class="item">
                <div class="top">
                  <button type="button" class="plain name" onClick={() => open(id, row)}>
                    {name}
                  </button>
                  <span class="rest">{company}</span>
                  <span class="end muted num">{id}</span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** How a word was read, in a sign and in words. */
function Token({ t, token: { as, text, label } }: { t: Say; token: SearchToken }) {
  const sign = SIGNS[as];
  const told = as === 'pinyin' || as === 'digits' || as === 'tag' || as === 'owner';
  return (
    <span class={as === 'due' ? 'tag warn' : 'tag'}>
      {sign !== undefined && <Icon name={sign} />}
      {told ? t(`search.as.${as}`, { text: label || text }) : label || text}
    </span>
  );
}

const SIGNS: Partial<Readonly<Record<SearchToken['as'], IconName>>> = {
  place: 'visit',
  due: 'due',
  pool: 'pool',
  duplicate: 'merge',
};

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
