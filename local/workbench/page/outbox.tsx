// The outbox: mails as they were sent, each drawn in a frame that can do nothing else.
import { useState } from 'preact/hooks';
import type { MailView } from '../wire';
import { t } from './words';

export function Outbox({ mails }: { mails: readonly MailView[] }) {
  const [open, setOpen] = useState<number | null>(null);
  const shown = mails.find((mail) => mail.id === open) ?? mails[mails.length - 1];
  return (
    <section class="outbox" aria-label={t('outbox')}>
      <h2>
        {t('outbox')} {mails.length} <span class="quiet">{t('outboxLocal')}</span>
      </h2>
      {shown === undefined ? (
        <p class="quiet">{t('noMail')}</p>
      ) : (
        <div class="mails">
          <ul>
            {mails.map((mail) => (
              <li key={mail.id}>
                <button type="button" aria-current={mail.id === shown.id ? 'true' : undefined} onClick={() => setOpen(mail.id)}>
                  <b>{mail.subject}</b>
                  <span class="quiet">
                    {mail.to} · {mail.at}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <iframe src={`/mail?id=${shown.id}`} title={shown.subject} sandbox="" />
        </div>
      )}
    </section>
  );
}
