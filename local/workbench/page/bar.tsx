// The cream bar of what Sheets does not have: who acts, the clock, triggers, the outbox, the cost of the last run.
import { useState } from 'preact/hooks';
import type { PersonView, RunView, StateView, TriggerView } from '../frame-wire';
import { Clock } from './bar-clock';
import { Icon } from './icon';
import { says, t } from './words';

/** Asks the server for an act; whoever holds the page shows why it failed. */
export type Act = (path: string, body: unknown) => void;

export interface BarProps {
  readonly state: StateView;
  readonly act: Act;
  readonly outboxOpen: boolean;
  toggleOutbox(): void;
}

export function Bar({ state, act, outboxOpen, toggleOutbox }: BarProps) {
  return (
    <section class="bar" aria-busy={state.busy !== null} aria-label={t('bar')}>
      <div class="group">
        <label>
          <span class="label">{t('user')}</span>
          <select value={state.user} onChange={(event) => act('/acting', { user: event.currentTarget.value })}>
            {state.people.map((person) => (
              <option key={person.email} value={person.email}>
                {nameOf(person)}
              </option>
            ))}
          </select>
        </label>
        <span class="legend">{t('closed')}</span>
      </div>
      <Clock now={state.now} busy={state.busy !== null} act={act} />
      <Triggers triggers={state.triggers} busy={state.busy !== null} act={act} />
      <div class="group">
        <button
          type="button"
          class={outboxOpen ? 'button chosen' : 'button'}
          aria-expanded={outboxOpen}
          aria-controls="outbox"
          onClick={toggleOutbox}
        >
          <Icon name="mail" />
          {t('outboxCount', state.outbox.length)}
        </button>
      </div>
      {state.toasts.length > 0 && <Said texts={state.toasts} />}
      <p class="last" role="status">
        {state.busy === null
          ? state.lastRun !== null && costOf(state.lastRun)
          : t(state.busy === 'clock' ? 'passing' : 'resetting')}
      </p>
    </section>
  );
}

/** What the script has said so far, the latest first. */
function Said({ texts }: { texts: readonly string[] }) {
  const [open, setOpen] = useState(false);
  return (
    <div class="said">
      <button type="button" class="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('said', texts.length)}
      </button>
      {open && <ol reversed>{texts.map((text, index) => <li key={index}>{text}</li>).reverse()}</ol>}
    </div>
  );
}

interface TriggersProps {
  readonly triggers: readonly TriggerView[];
  readonly busy: boolean;
  readonly act: Act;
}

function Triggers({ triggers, busy, act }: TriggersProps) {
  return (
    <fieldset class="group">
      <legend class="label">{t('triggers')}</legend>
      {triggers.length === 0 && <span class="quiet">{t('noTrigger')}</span>}
      {triggers.map(({ id, handler, due }) => (
        <button
          key={id}
          type="button"
          class="button"
          aria-disabled={busy}
          title={due === null ? runName(handler) : t('due', { name: runName(handler), at: due })}
          onClick={() => !busy && act('/trigger', { id })}
        >
          <Icon name="run" />
          {t('runNow')}
          {triggers.length > 1 && ` ${runName(handler)}`}
        </button>
      ))}
    </fieldset>
  );
}

function nameOf({ email, name, role }: PersonView): string {
  if (name === null) return email;
  return role === null ? name : t('role', { name, role });
}

/** Functions of the script by what sets them off; others by their own name. */
function runName(name: string): string {
  return says(`run.${name}`) ? t(`run.${name}`) : name;
}

function costOf({ name, calls, virtualSeconds, failed }: RunView): string {
  if (failed !== null) return t('runFailed', { name: runName(name), reason: failed });
  return t('lastRun', { name: runName(name), calls, seconds: Math.round(virtualSeconds * 10) / 10 });
}
