// Today: who is overdue, due today and due soon, the key customers first.
import { useEffect, useState } from 'preact/hooks';
import type { DueItem, TodayView } from '../../src/contract/today-api';
import type { PanelProps, Say } from '../panel';
import { Empty } from '../parts/empty';
import { FailureNote } from '../parts/failure-note';
import { Icon, type IconName } from '../parts/icon';
import { NoPool } from '../parts/no-pool';
import { PanelFrame } from '../parts/panel';
import { StaleNote } from '../parts/stale-note';
import { TierMark } from '../parts/tier-mark';
import { Working } from '../parts/working';
import { dayName, phone } from '../show';
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

function DueList({ server, t, locale, start, visible, changes, go, counted }: PanelProps & { counted(overdue: number): void }) {
  const reading = useReading(() => server.today(), visible, changes);
  const [only, setOnly] = useState<Group | null>(null);
  const view = reading.value;
  const overdue = view?.counts.overdue ?? 0;
  useEffect(() => counted(overdue), [overdue, counted]);

  const title = view === null ? t('area.today') : dayName(view.day, locale, view.day);
  const status = view === null || reading.busy ? '' : t('today.status', { ...view.counts });
  const refresh = (
    <button type="button" class="bare" aria-label={t('today.refresh')} onClick={() => void reading.reload()}>
      <Icon name="retry" />
    </button>
  );
  const nobody = view !== null && GROUPS.every((group) => view.counts[group] === 0);
  return (
    <PanelFrame t={t} title={title} tools={refresh} status={status}>
      {reading.failure !== null && (
        <FailureNote t={t} title={t('today.failed')} failure={reading.failure} retry={() => void reading.reload()} />
      )}
      {reading.busy && <Working t={t} locale={locale} what={t('today.reading')} since={reading.since} />}
      <StaleNote t={t} reading={reading} />
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
            <DueGroup key={group} group={group} view={view} t={t} locale={locale} />
          ))}
        </>
      )}
    </PanelFrame>
  );
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

type DueGroupProps = Pick<PanelProps, 't' | 'locale'> & { group: Group; view: TodayView };

function DueGroup({ group, view, t, locale }: DueGroupProps) {
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
          <li key={item.id} class="item">
            <div class="top">
              <TierMark tier={item.tier} />
              <span class="name">{item.name}</span>
              <span class="rest">{item.company}</span>
              <span class={`end ${group}`}>
                <Icon name={SIGNS[group]} />
                {when(item, group, view, t, locale)}
              </span>
            </div>
            <p>{item.action}</p>
            <div class="do">
              <Phone t={t} item={item} />
              <span class="muted num end">
                {item.id} · {t('today.row', { row: item.row })}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="sub">{t('today.more', { count: more })}</p>}
    </section>
  );
}

/** A text that is no number, as a list brought it, is shown and not dialled. */
function Phone({ t, item }: { t: Say; item: DueItem }) {
  if (!item.phone.startsWith('+')) return <span class="tel">{item.phone}</span>;
  return (
    <a class="tel" href={`tel:${item.phone}`}>
      <Icon name="phone" label={t('today.call', { name: item.name })} /> {phone(item.phone)}
    </a>
  );
}

function when(item: DueItem, group: Group, view: TodayView, t: Say, locale: PanelProps['locale']): string {
  if (group === 'overdue') return t('today.late', { days: item.late });
  if (group === 'today') return t('today.now');
  return item.late === -1 ? t('today.tomorrow') : dayName(item.due, locale, view.day);
}
