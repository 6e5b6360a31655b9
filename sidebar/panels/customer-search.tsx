// Search: a few words find a customer; how each was read stands under the field, what met it is marked.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FoundCustomer, SearchToken, SearchView } from '../../src/contract/customer-api';
import type { Failure } from '../../src/contract/wire';
import type { PanelProps, Say } from '../panel';
import { Empty } from '../parts/empty';
import { FailureNote } from '../parts/failure-note';
import { FoundRow } from '../parts/found-row';
import { Icon, type IconName } from '../parts/icon';
import { Note } from '../parts/note';
import { PanelFrame } from '../parts/panel';
import { StaleNote } from '../parts/stale-note';
import { Working } from '../parts/working';
import { figure } from '../show';
import { changedKeys, dropDraft, readDraft } from '../state/drafts';
import { readRecent } from '../state/recent';
import { draftKeyOf } from './customer-form';

/** Milliseconds without a key before the words are sent. */
const PAUSE = 300;

export interface CustomerSearchProps extends PanelProps {
  open(id: string): void;
  /** Enters a new customer, of this name so far. */
  add(name: string): void;
}

/** What is shown, and what it answers: pages of one question under each other. */
interface Shown {
  readonly text: string;
  readonly view: SearchView;
  readonly items: readonly FoundCustomer[];
  readonly readAt: number;
  readonly changes: number;
}

export function CustomerSearch(props: CustomerSearchProps) {
  const { server, t, locale, visible, changes, open, add } = props;
  const [text, setText] = useState('');
  const [shown, setShown] = useState<Shown | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [since, setSince] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const asked = useRef(0);

  const ask = async (words: string, page: number) => {
    asked.current += 1;
    const mine = asked.current;
    if (words === '') {
      setShown(null);
      setFailure(null);
      setSince(null);
      return;
    }
    setSince(Date.now());
    const before = changes.count;
    const reply = await server.search({ text: words, page, locale });
    // More was typed meanwhile: that answer counts.
    if (mine !== asked.current) return;
    setSince(null);
    setFailure(reply.ok ? null : reply);
    if (!reply.ok) return;
    setShown((old) => {
      const items = page > 0 && old?.text === words ? [...old.items, ...reply.value.items] : reply.value.items;
      return { text: words, view: reply.value, items, readAt: Date.now(), changes: before };
    });
  };
  const words = text.trim();
  useEffect(() => {
    const timer = setTimeout(() => void ask(words, 0), words === '' ? 0 : PAUSE);
    return () => clearTimeout(timer);
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

  const rows = () => Array.from(list.current?.querySelectorAll<HTMLButtonElement>('.name') ?? []);
  const step = (event: KeyboardEvent, by: 1 | -1) => {
    const all = rows();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    event.preventDefault();
    if (at + by < 0) field.current?.focus();
    else all[at + by]?.focus();
  };
  const stale = shown !== null && since === null && shown.changes !== changes.count;
  const more = shown === null ? 0 : shown.view.total - shown.items.length;

  return (
    <PanelFrame
      t={t}
      title={t('area.customer')}
      quiet
      status={since !== null ? t('search.busy') : shown === null ? '' : t('search.found', { count: shown.view.total })}
      foot={
        <button type="button" class="action block" onClick={() => add('')}>
          <Icon name="plus" />
          {t('customerForm.new')}
        </button>
      }
    >
      <search
        class="field"
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') step(event, 1);
        }}
      >
        <label class="sr" for="customer-search">
          {t('search.label')}
        </label>
        <div class="searching">
          <Icon name="search" />
          <input
            id="customer-search"
            ref={field}
            type="search"
            autocomplete="off"
            value={text}
            aria-describedby="customer-search-hint"
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void ask(words, 0);
            }}
          />
        </div>
        <p id="customer-search-hint" class="hint">
          {t('search.hint')}
        </p>
      </search>
      {shown !== null && (
        <div class="row">
          {shown.view.tokens.map((token, index) => (
            <Token key={index} t={t} token={token} />
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
      {since !== null && <Working t={t} locale={locale} what={t('search.busy')} since={since} />}
      {failure !== null && <FailureNote t={t} title={t('search.failed')} failure={failure} retry={() => void ask(words, 0)} />}
      {shown === null && <Idle {...props} />}
      {shown !== null && <StaleNote t={t} reading={{ stale, readAt: shown.readAt, reload: () => ask(shown.text, 0) }} />}
      {shown !== null && shown.view.total === 0 && (
        <Empty icon="search" title={t('search.none', { text: shown.text })} next={t('search.noneNext')}>
          <button type="button" onClick={() => add(shown.text)}>
            {t('search.addAs', { name: shown.text })}
          </button>
        </Empty>
      )}
      {shown !== null && shown.items.length > 0 && (
        <section class="group" aria-label={t('search.results')}>
          <h3>
            {t('search.found', { count: figure(shown.view.total, locale) })}
            <span class="muted end">{t('search.bestFirst')}</span>
          </h3>
          <ul
            ref={list}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') step(event, 1);
              if (event.key === 'ArrowUp') step(event, -1);
            }}
          >
            {shown.items.map((found) => (
              <FoundRow key={found.id} t={t} locale={locale} found={found} day={shown.view.day} open={() => open(found.id)} />
            ))}
          </ul>
          {more > 0 && (
            <button
              type="button"
              class="plain"
              aria-disabled={since !== null}
              onClick={() => since === null && void ask(shown.text, shown.view.page + 1)}
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
function Idle({ t, start, open, add }: Pick<CustomerSearchProps, 't' | 'start' | 'open' | 'add'>) {
  const key = draftKeyOf(start, null);
  const [, redraw] = useState(0);
  const draft = readDraft(key);
  const recent = readRecent(start.user.email);
  return (
    <>
      {draft !== null && changedKeys(draft).length > 0 && (
        <Note kind="info" sign="history" title={t('search.draft', { name: draft.values['name'] || t('customerForm.new') })}>
          <div class="row">
            <button type="button" class="small" onClick={() => add('')}>
              {t('search.goOn')}
            </button>
            <button
              type="button"
              class="plain small"
              onClick={() => {
                dropDraft(key);
                redraw((count) => count + 1);
              }}
            >
              {t('customerForm.discard')}
            </button>
          </div>
        </Note>
      )}
      {recent.length > 0 ? (
        <section class="group" aria-label={t('search.recent')}>
          <h3>{t('search.recent')}</h3>
          <ul>
            {recent.map(({ id, name, company }) => (
              <li key={id} class="item">
                <div class="top">
                  <button type="button" class="plain name" onClick={() => open(id)}>
                    {name || id}
                  </button>
                  <span class="rest">{company}</span>
                  <span class="end muted num">{id}</span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <Note kind="info">{t('search.stranger')}</Note>
      )}
    </>
  );
}

/** How a word was read, in a sign and in words. */
function Token({ t, token: { as, text, label } }: { t: Say; token: SearchToken }) {
  const sign = SIGNS[as];
  return (
    <span class={as === 'due' ? 'tag warn' : 'tag'}>
      {sign !== undefined && <Icon name={sign} />}
      {as === 'pinyin' || as === 'digits' || as === 'tag' || as === 'owner'
        ? t(`search.as.${as}`, { text: label || text })
        : label || text}
    </span>
  );
}

const SIGNS: Partial<Readonly<Record<SearchToken['as'], IconName>>> = {
  place: 'visit',
  due: 'due',
  pool: 'pool',
  mine: 'customer',
  owner: 'customer',
  birthday: 'gift',
  duplicate: 'merge',
};

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
