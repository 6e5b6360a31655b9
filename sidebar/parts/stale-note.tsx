// A list that may have been overtaken: it stays readable, and says so.
import type { Say } from '../panel';
import { clock } from '../show';
import type { Reading } from '../state/reading';
import { Icon } from './icon';
import { Note } from './note';

export function StaleNote({ t, reading }: { t: Say; reading: Pick<Reading<unknown>, 'readAt' | 'stale' | 'reload'> }) {
  if (!reading.stale || reading.readAt === null) return null;
  return (
    <div role="status">
      <Note kind="warn" sign="history" title={t('stale.title')}>
        <p>{t('stale.since', { time: clock(reading.readAt) })}</p>
        <div class="row">
          <button type="button" class="small" onClick={() => void reading.reload()}>
            <Icon name="retry" />
            {t('stale.update')}
          </button>
        </div>
      </Note>
    </div>
  );
}
