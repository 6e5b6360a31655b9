// The outbox: mails as they were sent, the newest first, each drawn in a frame that can do nothing else.
import { useState } from 'preact/hooks';
import type { MailView, PersonView } from '../frame-wire';
import { Icon } from './icon';
import { t } from './words';

/** Pixels: a mail as a desk and as a telephone show it. */
const WIDTHS = [600, 360] as const;

interface OutboxProps {
  readonly mails: readonly MailView[];
  readonly people: readonly PersonView[];
  /** Of the clock, `yyyy-MM-dd HH:mm`. */
  readonly now: string;
  fold(): void;
}

export function Outbox({ mails, people, now, fold }: OutboxProps) {
  const [open, setOpen] = useState<number | null>(null);
  const [width, setWidth] = useState<number>(WIDTHS[0]);
  const shown = mails.find((mail) => mail.id === open) ?? mails[mails.length - 1];
  return (
    <section class="outbox" id="outbox" aria-label={t('outbox')}>
      <div class="head">
        <h2>{t('outbox')}</h2>
        <span class="quiet">{t('outboxLocal')}</span>
        <fieldset class="widths">
          <legend class="unseen">{t('width')}</legend>
          {WIDTHS.map((each) => (
            <button
              key={each}
              type="button"
              class={each === width ? 'button chosen' : 'button'}
              aria-pressed={each === width}
              onClick={() => setWidth(each)}
            >
              {each}
            </button>
          ))}
        </fieldset>
        <button type="button" class="button" aria-label={t('outboxFold')} onClick={fold}>
          <Icon name="down" />
        </button>
      </div>
      {shown === undefined ? (
        <p class="quiet">{t('noMail')}</p>
      ) : (
        <div class="mails">
          <ul>
            {mails
              .map((mail) => (
                <li key={mail.id}>
                  <button type="button" aria-current={mail.id === shown.id ? 'true' : undefined} onClick={() => setOpen(mail.id)}>
                    <b>{mail.subject}</b>
                    <time>{when(mail.at, now)}</time>
                    <span class="quiet">{addressee(mail.to, people)}</span>
                  </button>
                </li>
              ))
              .reverse()}
          </ul>
          <div class="letter">
            <iframe src={`/mail?id=${shown.id}`} title={shown.subject} sandbox="" style={{ width: `${width}px` }} />
          </div>
        </div>
      )}
    </section>
  );
}

/** The time of today's mails, the day of older ones. */
function when(at: string, now: string): string {
  const [day = '', time = ''] = at.split(' ');
  return now.startsWith(day) ? time : day.slice(5);
}

function addressee(to: string, people: readonly PersonView[]): string {
  const name = people.find(({ email }) => email === to.toLowerCase())?.name ?? null;
  return name === null ? to : t('mailTo', { name, to });
}
