// The workbook's clock: it stands still until it is moved on.
import { useState } from 'preact/hooks';
import type { Act } from './bar';
import { locale, t } from './words';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** When a working day's first mails are out. */
const MORNING = '08:10';

interface ClockProps {
  /** `yyyy-MM-dd HH:mm`. */
  readonly now: string;
  readonly busy: boolean;
  readonly act: Act;
}

export function Clock({ now, busy, act }: ClockProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const pass = (body: unknown) => {
    if (busy) return;
    setTyped(null);
    act('/advance', body);
  };
  return (
    <fieldset class="group">
      <legend class="label">{t('clock')}</legend>
      <b class="num">{shown(now)}</b>
      <button type="button" class="button" aria-disabled={busy} onClick={() => pass({ by: HOUR })}>
        {t('hour')}
      </button>
      <button type="button" class="button" aria-disabled={busy} onClick={() => pass({ to: nextMorning(now) })}>
        {t('morning')}
      </button>
      <button type="button" class="button" aria-disabled={busy} onClick={() => pass({ by: 7 * DAY })}>
        {t('week')}
      </button>
      <button
        type="button"
        class="button"
        aria-expanded={typed !== null}
        onClick={() => setTyped(typed === null ? now.replace(' ', 'T') : null)}
      >
        {t('other')}
      </button>
      {typed !== null && (
        <form
          class="moment"
          onSubmit={(event) => {
            event.preventDefault();
            pass({ to: typed });
          }}
        >
          <input
            type="datetime-local"
            aria-label={t('moment')}
            value={typed}
            min={now.replace(' ', 'T')}
            required
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" class="button" aria-disabled={busy}>
            {t('go')}
          </button>
        </form>
      )}
    </fieldset>
  );
}

/** The moment with its day of the week. */
function shown(now: string): string {
  const [day = '', time = ''] = now.split(' ');
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));
  return `${day} ${weekday} ${time}`;
}

/** The first morning after now: today's where it is still to come. */
function nextMorning(now: string): string {
  const [day = '', time = ''] = now.split(' ');
  const morning = time < MORNING ? day : new Date(Date.parse(`${day}T00:00Z`) + DAY).toISOString().slice(0, 10);
  return `${morning}T${MORNING}`;
}
