// One timeline of a customer, newest first: contacts, orders, feedback and changes, all or of one kind.
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { CardView, TimelineEntry } from '../../src/contract/customer-api';
import type { Start } from '../../src/contract/template-api';
import type { Locale } from '../../src/template/types';
import type { Say } from '../panel';
import { Icon, type IconName } from '../parts/icon';
import { ago, dayName, figure } from '../show';

const KINDS = ['interaction', 'order', 'feedback', 'change'] as const satisfies readonly TimelineEntry['kind'][];
type Tab = 'all' | TimelineEntry['kind'];
const SIGNS = { interaction: 'chat', order: 'order', feedback: 'flag', change: 'edit' } as const satisfies Record<
  TimelineEntry['kind'],
  IconName
>;

export interface TimelineProps {
  readonly t: Say;
  readonly locale: Locale;
  readonly card: CardView;
  /** By what name an account goes. */
  readonly people: Start['people'];
  /** What can be added to it. */
  readonly children: ComponentChildren;
}

export function Timeline({ t, locale, card, people, children }: TimelineProps) {
  const named = (part: string) => people.find(({ email }) => email === part.toLowerCase())?.name ?? part;
  const [tab, setTab] = useState<Tab>('all');
  const list = useRef<HTMLDivElement>(null);
  const tabs: Tab[] = ['all', ...KINDS.filter((kind) => kind !== 'feedback' || card.counts.feedback > 0)];
  const entries = card.timeline.filter(({ kind }) => tab === 'all' || kind === tab);
  const all = KINDS.reduce((sum, kind) => sum + card.counts[kind], 0);
  const missing = (tab === 'all' ? all : card.counts[tab]) - entries.length;
  const move = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const to = (tabs.indexOf(tab) + by + tabs.length) % tabs.length;
    setTab(tabs[to] ?? 'all');
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <section class="stack" aria-label={t('timeline.title')}>
      <div class="row">{children}</div>
      <div class="subtabs" role="tablist" aria-label={t('timeline.title')} ref={list} onKeyDown={move}>
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`timeline-${card.id}-${each}`}
            aria-selected={each === tab}
            aria-controls={`timeline-${card.id}`}
            tabIndex={each === tab ? 0 : -1}
            onClick={() => setTab(each)}
          >
            {t(`timeline.${each}`)}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`timeline-${card.id}`} aria-labelledby={`timeline-${card.id}-${tab}`}>
        {entries.length === 0 && <p class="sub">{t('timeline.none')}</p>}
        <ol class="line">
          {entries.map((entry) => (
            <li key={`${entry.kind} ${entry.id}`}>
              <span class="pin">
                <Icon name={SIGNS[entry.kind]} label={t(`timeline.${entry.kind}`)} />
              </span>
              <p>{entry.title}</p>
              <p class="muted num">
                {[ago(t, entry.day, card.day), dayName(entry.day, locale, card.day), ...entry.details.map(named)]
                  .filter((part, index, parts) => part !== '' && parts.indexOf(part) === index)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ol>
        {missing > 0 && <p class="sub">{t('timeline.more', { count: figure(missing, locale) })}</p>}
      </div>
    </section>
  );
}
