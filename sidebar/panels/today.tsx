// Today: who is overdue, due today and due soon, the key customers first.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DueItem, TodayView } from '../../src/contract/today-api';
import type { PanelProps, Say } from '../panel';
import { Empty } from '../parts/empty';
import { FailureNote } from '../parts/failure-note';
import { Icon, type IconName } from '../parts/icon';
import { LogContact, logKey } from '../parts/log-contact';
import { NoPool } from '../parts/no-pool';
import { PanelFrame } from '../parts/panel';
import { Snooze, snoozedWords } from '../parts/snooze';
import { StaleNote } from '../parts/stale-note';
import { TierMark } from '../parts/tier-mark';
import { Working } from '../parts/working';
import { dayName, phone } from '../show';
import { readDraft } from '../state/drafts';
import { useReading } from '../state/reading';

const GROUPS = ['overdue', 'today', 'soon'] as const;
type Group = (typeof GROUPS)[number];
const SIGNS = { overdue: 'overdue', today: 'due', soon: 'soon' } as const satisfies Record<Group, IconName>;

export function Today(props: PanelProps & { counted(overdue: number): void }) {
  const { t, start } = props;
  if (start.workbook.state === 'none') {
    return (
      <PanelFrame t={t} title={t('area.today')} status="">
        <NoPool {...props} />
      </PanelFrame>
    );
  }
  return <DueList {...props} />;
}

function DueList({
  server,
  t,
  locale,
  start,
  visible,
  changes,
  changed,
  go,
  counted,
}: PanelProps & { counted(overdue: number): void }) {
  const reading = useReading(() => server.today(), visible, changes);
  const [only, setOnly] = useState<Group | null>(null);
  const [said, setSaid] = useState('');
  /** Read again after an act of one's own: the list stays as it is meanwhile. */
  const quietly = useRef(false);
  const list = useRef<HTMLDivElement>(null);
  const view = reading.value;
  const overdue = view?.counts.overdue ?? 0;
  useEffect(() => counted(overdue), [overdue, counted]);
  // The number at the top is seen from everywhere: what was done elsewhere counts there at once.
  useEffect(() => {
    if (!visible && view !== null && changes.count > 0) void reload(true);
  }, [changes.count]);

  const reload = async (quiet = false) => {
    quietly.current = quiet;
    if (!quiet) setSaid('');
    await reading.reload();
  };
  /** A customer was dealt with: he leaves the list, the next one takes the focus, and the days are planned anew. */
  const handled = (id: string, words: string) => {
    if (view === null) return;
    focusAfter(list.current, id);
    setSaid(words);
    changed();
    reading.show(without(view, id));
    void reload(true);
  };
  const title = view === null ? t('area.today') : dayName(view.day, locale, view.day);
  const status = view === null || (reading.busy && !quietly.current) ? '' : said || t('today.status', { ...view.counts });
  const refresh = (
    <button type="button" class="bare" aria-label={t('today.refresh')} onClick={() => void reload()}>
      <Icon name="retry" />
    </button>
  );
  const nobody = view !== null && GROUPS.every((group) => view.counts[group] === 0);
  return (
    <PanelFrame t={t} title={title} tools={refresh} status={status}>
      {reading.failure !== null && (
        <FailureNote t={t} title={t('today.failed')} failure={reading.failure} retry={() => void reload()} />
      )}
      {reading.busy && !quietly.current && <Working t={t} locale={locale} what={t('today.reading')} since={reading.since} />}
      {/* What was said last tells it too. */}
      {said === '' && <StaleNote t={t} reading={reading} />}
      {said !== '' && (
        <p class="sub ok" aria-hidden="true">
          <Icon name="ok" /> {said}
        </p>
      )}
      {/* Takes the focus when the last row is gone. */}
      <div ref={list} class="body bare" tabIndex={-1}>
        {view !== null && nobody && start.workbook.customers === 0 && (
          <Empty icon="today" title={t('today.noCustomers')} next={t('today.noCustomersNext')}>
            <button type="button" class="action" onClick={() => go('data')}>
              <Icon name="upload" />
              {t('data.import')}
            </button>
          </Empty>
        )}
        {view !== null && nobody && start.workbook.customers > 0 && (
          <Empty icon="today" title={t('today.nobody')} next={t(view.owner === '' ? 'today.notInTeam' : 'today.nobodyNext')} />
        )}
        {view !== null && !nobody && (
          <>
            <Sums view={view} only={only} pick={setOnly} t={t} />
            {GROUPS.filter((group) => view.counts[group] > 0 && (only === null || only === group)).map((group) => (
              <DueGroup key={group} {...{ group, view, t, locale, server, start, go, handled }} />
            ))}
          </>
        )}
      </div>
    </PanelFrame>
  );
}

/** The list as it will be read again: without a customer who is no longer due. */
function without(view: TodayView, id: string): TodayView {
  const next = { ...view, counts: { ...view.counts } };
  for (const group of GROUPS) {
    next[group] = view[group].filter((item) => item.id !== id);
    next.counts[group] -= view[group].length - next[group].length;
  }
  return next;
}

/** Moves the focus to the row below, else to the one above, else to the list itself. */
function focusAfter(list: HTMLElement | null, id: string): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-customer]') ?? [])];
  const at = rows.findIndex((row) => row.dataset['customer'] === id);
  const row = rows[at + 1] ?? rows[at - 1];
  (row?.querySelector<HTMLElement>('.do button, textarea') ?? list)?.focus();
}

function Sums({ view, only, pick, t }: { view: TodayView; only: Group | null; pick(group: Group | null): void; t: Say }) {
  return (
    <fieldset class="sums" aria-label={t('today.filter')}>
      {GROUPS.map((group) => (
        <button key={group} type="button" aria-pressed={only === group} onClick={() => pick(only === group ? null : group)}>
          <b class={group}>{view.counts[group]}</b>
          <span class={group}>
            <Icon name={SIGNS[group]} />
            {t(`today.${group}`)}
          </span>
        </button>
      ))}
    </fieldset>
  );
}

type DueGroupProps = Pick<PanelProps, 't' | 'locale' | 'server' | 'start' | 'go'> & {
  group: Group;
  view: TodayView;
  handled(id: string, words: string): void;
};

function DueGroup(props: DueGroupProps) {
  const { group, view, t } = props;
  const items = view[group];
  const more = view.counts[group] - items.length;
  return (
    <section class="group" aria-label={t(`today.${group}`)}>
      <h3 class={group}>
        <Icon name={SIGNS[group]} />
        {t(`today.${group}`)} {view.counts[group]}
        {group === 'overdue' && <span class="muted end">{t('today.keyFirst')}</span>}
      </h3>
      <ul>
        {items.map((item) => (
          <DueRow key={item.id} {...props} item={item} />
        ))}
      </ul>
      {more > 0 && <p class="sub">{t('today.more', { count: more })}</p>}
    </section>
  );
}

function DueRow({ item, group, view, t, locale, server, start, go, handled }: DueGroupProps & { item: DueItem }) {
  const [logging, setLogging] = useState(() => readDraft(logKey(start, item.id)) !== null);
  const opener = useRef<HTMLButtonElement>(null);
  const fresh = useRef(true);
  useLayoutEffect(() => {
    if (!fresh.current && !logging) opener.current?.focus();
    fresh.current = false;
  }, [logging]);
  const shared = { server, t, locale, start, customer: item, agenda: view.agenda };
  const named = (day: string) => dayName(day, locale, view.day);
  return (
    <li class={logging ? 'item open' : 'item'} data-customer={item.id}>
      <div class="top">
        <TierMark tier={item.tier} />
        <button type="button" class="plain name" onClick={() => go('customer', item.id, item.row)}>
          {item.name}
        </button>
        <span class="rest">{item.company}</span>
        <span class={`end ${group}`}>
          <Icon name={SIGNS[group]} />
          {when(item, group, view, t, locale)}
        </span>
      </div>
      {item.action !== '' && <p>{item.action}</p>}
      {logging ? (
        <LogContact
          {...shared}
          close={() => setLogging(false)}
          done={({ name, nextFollowUp: day }) => handled(item.id, t('log.done', { name, day: named(day) }))}
        />
      ) : (
        <div class="do">
          <Phone t={t} item={item} />
          <button
            type="button"
            class="small"
            ref={opener}
            aria-label={`${t('today.reached')}, ${item.name}`}
            onClick={() => setLogging(true)}
          >
            {t('today.reached')}
          </button>
          <Snooze
            {...shared}
            done={(snoozed) => {
              const { code, args } = snoozedWords(snoozed, named(snoozed.to));
              handled(item.id, t(code, args));
            }}
          />
        </div>
      )}
    </li>
  );
}

/** A text that is no number, as a list brought it, is shown and not dialled. */
function Phone({ t, item }: { t: Say; item: DueItem }) {
  if (!item.phone.startsWith('+')) return <span class="tel">{phone(t, item.phone)}</span>;
  return (
    <a class="tel" href={`tel:${item.phone}`}>
      <Icon name="phone" label={t('today.call', { name: item.name })} /> {phone(t, item.phone)}
    </a>
  );
}

function when(item: DueItem, group: Group, view: TodayView, t: Say, locale: PanelProps['locale']): string {
  if (group === 'overdue') return t('today.late', { days: item.late });
  if (group === 'today') return t('today.now');
  return item.late === -1 ? t('today.tomorrow') : dayName(item.due, locale, view.day);
}
