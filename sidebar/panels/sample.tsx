// Sample data: invented customers with a history, to try things on; brought in and taken away with a click each.
import type { SampleRemoval } from '../../src/contract/sample-api';
import type { PanelProps } from '../panel';
import { Facts } from '../parts/facts';
import { FailureNote } from '../parts/failure-note';
import { Icon } from '../parts/icon';
import { Note } from '../parts/note';
import { Working } from '../parts/working';
import { figure } from '../show';
import { useAct } from '../state/act';
import { SettingsActNotes, useSettingsAct } from './settings-act';

/** As many as the product's demo shows; the seed makes everybody's sample the same. */
export const SAMPLE = { seed: 1, size: 60, customers: true };

export function Sample({ startTour, ...props }: PanelProps & { startTour(): void }) {
  const { server, t, locale, changed } = props;
  const load = useAct(() => server.loadSample(SAMPLE), changed);
  const away = useSettingsAct<null, SampleRemoval>(
    props,
    () => server.planSampleRemoval(),
    () => server.removeSample(),
    load.clear,
  );
  // Asking again is no way on; taking the sample away is, by the button below.
  const isLoaded = load.view.state === 'error' && load.view.failure.code === 'sample.loaded';
  return (
    <section class="group" aria-label={t('samplePanel.title')}>
      <h3>
        <Icon name="plus" />
        {t('samplePanel.title')}
      </h3>
      <div class="stack">
        <p class="sub">{t('samplePanel.what', { size: SAMPLE.size })}</p>
        <p role="status" class="sr">
          {load.view.state === 'done' ? t('samplePanel.done', { customers: load.view.value.customers }) : ''}
        </p>
        {load.view.state === 'busy' && <Working t={t} locale={locale} what={t('samplePanel.busy')} since={load.view.since} />}
        {isLoaded && (
          <Note kind="info" title={t('samplePanel.already')}>
            <p>{t(load.view.failure)}</p>
          </Note>
        )}
        {load.view.state === 'error' && !isLoaded && (
          <FailureNote t={t} title={t('samplePanel.failed')} failure={load.view.failure} retry={() => void load.retry()} />
        )}
        {load.view.state === 'done' && (
          <Note kind="good" title={t('samplePanel.done', { customers: load.view.value.customers })}>
            <p>{t('samplePanel.with', { ...load.view.value })}</p>
          </Note>
        )}
        <div class="row">
          {load.view.state !== 'done' && !isLoaded && (
            <button type="button" aria-disabled={load.busy} onClick={() => void load.run()}>
              {t('samplePanel.load', { size: SAMPLE.size })}
            </button>
          )}
          <button type="button" aria-disabled={away.look.busy} onClick={() => void away.look.run(null)}>
            {t('samplePanel.away')}
          </button>
          <button type="button" class="plain" onClick={startTour}>
            {t('tour.start')}
          </button>
        </div>
        <SettingsActNotes
          {...props}
          act={away}
          title={({ customers, children }) => t(customers + children > 0 ? 'samplePanel.goes' : 'samplePanel.none')}
          body={(plan) => (
            <>
              <Facts
                of={[
                  [t('samplePanel.customers'), figure(plan.customers, locale)],
                  [t('samplePanel.children'), figure(plan.children, locale)],
                  [t('samplePanel.people'), figure(plan.people, locale)],
                ]}
              />
              {plan.own > 0 && <p>{t('samplePanel.own', { count: plan.own })}</p>}
            </>
          )}
          yes={() => t('samplePanel.away')}
          done={t('samplePanel.gone')}
          undo={t('samplePanel.undo')}
        />
      </div>
    </section>
  );
}
