// The guided tour: a strip above the panels that leads through the first uses, one step at a time; steps tick themselves when done.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TOUR_STEPS, type TourStep } from '../../src/contract/settings-api';
import type { Area, PanelProps } from '../panel';
import { Icon } from '../parts/icon';
import { useReading } from '../state/reading';

/** Where a step is done; null: in the sheet. */
const PLACES: Readonly<Record<TourStep, Area | null>> = {
  choose: null,
  enter: 'customer',
  contact: 'today',
  merge: 'data',
  remind: 'team',
  leave: 'settings',
};

/** How far this person is; ticked by hand where the workbook cannot show it. */
interface Way {
  readonly at: number;
  readonly ticked: readonly TourStep[];
}

const KEY = 'customer-pool-tour';

export interface TourState {
  readonly way: Way | null;
  /** Null ends the tour. */
  go(way: Way | null): void;
  start(): void;
  /** Whether it was called just now: then it comes before the eyes, from wherever it was called. */
  readonly called: { current: boolean };
}

/** Kept in the browser: a sidebar opened again goes on where it was left. */
export function useTour(): TourState {
  const [way, setWay] = useState<Way | null>(readWay);
  const called = useRef(false);
  const go = (next: Way | null) => {
    setWay(next);
    try {
      if (next === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // Storage is closed to frames in some browsers: the tour then lasts as long as the sidebar is open.
    }
  };
  const start = () => {
    called.current = true;
    go({ at: 0, ticked: [] });
  };
  return { way, go, start, called };
}

function readWay(): Way | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Way | null;
    return kept !== null && TOUR_STEPS[kept.at] !== undefined && Array.isArray(kept.ticked) ? kept : null;
  } catch {
    return null;
  }
}

type TourProps = Pick<PanelProps, 'server' | 't' | 'changes' | 'go'> & { tour: TourState };

export function Tour({ tour, ...props }: TourProps) {
  return tour.way === null ? null : <Strip {...props} tour={tour} way={tour.way} />;
}

function Strip({ server, t, changes, go, tour, way }: TourProps & { way: Way }) {
  const reading = useReading(() => server.tour(), true, changes);
  useEffect(() => {
    if (reading.value !== null) void reading.reload();
  }, [way.at, changes.count]);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!tour.called.current) return;
    tour.called.current = false;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'center' });
  }, [way]);
  const step = TOUR_STEPS[way.at] ?? 'choose';
  const seen = reading.value?.includes(step) === true;
  const done = seen || way.ticked.includes(step);
  const last = way.at === TOUR_STEPS.length - 1;
  const show = () => {
    const area = PLACES[step];
    if (area !== null) go(area);
    else void server.showSheet({ sheet: 'customers' });
  };
  const tick = (on: boolean) => {
    tour.go({ ...way, ticked: on ? [...way.ticked, step] : way.ticked.filter((one) => one !== step) });
  };
  return (
    <section class="tour" aria-label={t('tour.title')}>
      <div class="head">
        <h2 ref={heading} tabIndex={-1}>
          <Icon name={done ? 'ok' : 'flag'} />
          {t(`tour.${step}`)}
        </h2>
        <span class="muted num">{t('tour.at', { at: way.at + 1, of: TOUR_STEPS.length })}</span>
      </div>
      <p role="status">{t(`tour.${step}How`)}</p>
      <label class="tick">
        <input type="checkbox" checked={done} disabled={seen} onChange={(event) => tick(event.currentTarget.checked)} />
        {t(seen ? 'tour.seen' : 'tour.done')}
      </label>
      <div class="row">
        <button type="button" class="small" onClick={show}>
          <Icon name="arrow" />
          {t('tour.show')}
        </button>
        {way.at > 0 && (
          <button type="button" class="small" onClick={() => tour.go({ ...way, at: way.at - 1 })}>
            {t('act.back')}
          </button>
        )}
        {!last && (
          <button type="button" class="small" onClick={() => tour.go({ ...way, at: way.at + 1 })}>
            {t('wizard.next')}
          </button>
        )}
        <button type="button" class="plain small" onClick={() => tour.go(null)}>
          {t('tour.end')}
        </button>
      </div>
    </section>
  );
}
