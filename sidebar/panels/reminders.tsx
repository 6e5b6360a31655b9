// Reminders: who sends the daily mails, when it last ran, and mails nobody knows to have left.
import type { RemindersView } from '../../src/contract/team-api';
import type { PanelProps } from '../panel';
import { FailureNote } from '../parts/failure-note';
import { Icon } from '../parts/icon';
import { Note } from '../parts/note';
import { StaleNote } from '../parts/stale-note';
import { Working } from '../parts/working';
import { useAct } from '../state/act';
import { useReading } from '../state/reading';

export function Reminders({ server, t, locale, visible, changes }: PanelProps) {
  const reading = useReading(() => server.reminders(), visible, changes);
  const turn = useAct((on: boolean) => (on ? server.remindersOn() : server.remindersOff()), reading.show);
  const settle = useAct((key: string, again: boolean) => server.settleMail({ key, again }), reading.show);
  const view = reading.value;
  return (
    <section class="group" aria-label={t('remindersPanel.title')}>
      <h3>
        <Icon name="mail" />
        {t('remindersPanel.title')}
        {view !== null && (
          <span class={view.steward === null ? 'tag end' : 'tag ok end'}>
            {view.steward !== null && <Icon name="ok" />}
            {t(view.steward === null ? 'remindersPanel.off' : 'remindersPanel.on')}
          </span>
        )}
      </h3>
      <div class="stack">
        <p role="status" class="sr">
          {turn.view.state === 'done' ? t(turn.view.value.steward === null ? 'remindersPanel.isOff' : 'remindersPanel.isOn') : ''}
        </p>
        {reading.failure !== null && (
          <FailureNote t={t} title={t('remindersPanel.notRead')} failure={reading.failure} retry={() => void reading.reload()} />
        )}
        {reading.busy && <Working t={t} locale={locale} what={t('remindersPanel.reading')} since={reading.since} />}
        <StaleNote t={t} reading={reading} />
        {view !== null && <Running t={t} view={view} />}
        {turn.view.state === 'error' && (
          <FailureNote t={t} title={t('remindersPanel.failed')} failure={turn.view.failure} retry={() => void turn.retry()} />
        )}
        {view !== null && (
          <div class="row">
            {view.steward === null && (
              <button type="button" aria-disabled={turn.busy} onClick={() => void turn.run(true)}>
                {t(turn.busy ? 'remindersPanel.turning' : 'remindersPanel.turnOn')}
              </button>
            )}
            {view.mine && (
              <button type="button" aria-disabled={turn.busy} onClick={() => void turn.run(false)}>
                {t(turn.busy ? 'remindersPanel.turning' : 'remindersPanel.turnOff')}
              </button>
            )}
          </div>
        )}
        {view !== null && view.unknown.length > 0 && (
          <Note kind="warn" title={t('remindersPanel.unknown', { count: view.unknown.length })}>
            <p>{t('remindersPanel.unknownWhy')}</p>
            {settle.view.state === 'error' && <FailureNote t={t} failure={settle.view.failure} />}
            <ul>
              {view.unknown.map((mail) => (
                <li key={mail.key}>
                  {mail.recipient}
                  <div class="row">
                    <button
                      type="button"
                      class="small"
                      aria-disabled={settle.busy}
                      onClick={() => void settle.run(mail.key, true)}
                    >
                      {t('remindersPanel.again')}
                    </button>
                    <button
                      type="button"
                      class="small"
                      aria-disabled={settle.busy}
                      onClick={() => void settle.run(mail.key, false)}
                    >
                      {t('remindersPanel.drop')}
                    </button>
                  </div>
                </li>
              ))}
            </ul>
          </Note>
        )}
      </div>
    </section>
  );
}

function Running({ t, view }: { t: PanelProps['t']; view: RemindersView }) {
  if (view.steward === null) return <p class="sub">{t('remindersPanel.what', { hour: view.sendHour })}</p>;
  return (
    <>
      <p>{t(view.mine ? 'remindersPanel.byYou' : 'remindersPanel.by', { who: view.steward })}</p>
      <p class="sub">
        {view.lastRun === null ? t('remindersPanel.notYet') : t('remindersPanel.last', { at: view.lastRun })}{' '}
        {t('remindersPanel.quota', { hour: view.sendHour, left: view.quotaLeft })}
      </p>
      {!view.mine && <p class="sub">{t('remindersPanel.theirs')}</p>}
    </>
  );
}
