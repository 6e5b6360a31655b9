// Sample data: invented customers with a history, to try things on.
import type { PanelProps } from '../panel';
import { FailureNote } from '../parts/failure-note';
import { Icon } from '../parts/icon';
import { Note } from '../parts/note';
import { Working } from '../parts/working';
import { useAct } from '../state/act';

/** As many as the product's demo shows; the seed makes everybody's sample the same. */
export const SAMPLE = { seed: 1, size: 60, customers: true };

export function Sample({ server, t, locale, changed }: PanelProps) {
  const load = useAct(() => server.loadSample(SAMPLE), changed);
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
        {load.view.state === 'error' && (
          <FailureNote t={t} title={t('samplePanel.failed')} failure={load.view.failure} retry={() => void load.retry()} />
        )}
        {load.view.state === 'done' ? (
          <Note kind="good" title={t('samplePanel.done', { customers: load.view.value.customers })}>
            <p>{t('samplePanel.with', { ...load.view.value })}</p>
          </Note>
        ) : (
          <div class="row">
            <button type="button" aria-disabled={load.busy} onClick={() => void load.run()}>
              {t('samplePanel.load', { size: SAMPLE.size })}
            </button>
          </div>
        )}
      </div>
    </section>
  );
}
