// A customer found, in three lines: who, how to reach him, how things stand.
import type { FoundCustomer } from '../../src/contract/customer-api';
import { isRounded } from '../../src/template/rounded';
import type { Locale } from '../../src/template/types';
import type { Say } from '../panel';
import { ago, carried, dayName, phone } from '../show';
import { Icon } from './icon';
import { Marked } from './marked';
import { TierMark } from './tier-mark';

export interface FoundRowProps {
  readonly t: Say;
  readonly locale: Locale;
  readonly found: FoundCustomer;
  /** The day of the answer. */
  readonly day: string;
  open(): void;
}

export function FoundRow({ t, locale, found, day, open }: FoundRowProps) {
  const { id, name, company, city, tier, statusLabel, owner, mine, masked, email, hits } = found;
  const number = masked ? found.phone : phone(t, found.phone);
  const numberHits = masked || isRounded(found.phone) ? [] : carried(found.phone, number, hits['phone'] ?? []);
  const inPool = owner === '' && !mine;
  const reach =
    found.lastContact === '' ? t('customer.neverReached') : t('customer.reached', { when: ago(t, found.lastContact, day) });
  return (
    <li class="item">
      <div class="top">
        <TierMark tier={tier} />
        <button type="button" class="plain name" onClick={open}>
          <span>
            <Marked text={name} hits={hits['name']} />
          </span>
        </button>
        <span class="rest">
          <Marked text={company} hits={hits['company']} />
        </span>
        <Due t={t} locale={locale} found={found} day={day} inPool={inPool} />
      </div>
      <p class="sub num dots">
        <span>
          <Marked text={id} hits={hits['id']} />
        </span>
        {number !== '' && (
          <span>
            {masked && <span class="sr">{t('customer.masked')}</span>}
            <span aria-hidden={masked}>
              <Marked text={number} hits={numberHits} />
            </span>
          </span>
        )}
        {(number === '' || hits['email'] !== undefined) && email !== '' && (
          <span>
            <Marked text={email} hits={hits['email']} />
          </span>
        )}
        {city !== '' && (
          <span>
            <Marked text={city} hits={hits['city']} />
          </span>
        )}
      </p>
      <p class="muted dots">
        <span>{mine ? t('customer.ownedByMe') : inPool ? t('customer.noOwner') : t('customer.ownedBy', { owner })}</span>
        {statusLabel !== '' && <span>{statusLabel}</span>}
        <span>{reach}</span>
      </p>
    </li>
  );
}

function Due({ t, locale, found, day, inPool }: Omit<FoundRowProps, 'open'> & { inPool: boolean }) {
  const { late, due } = found;
  if (inPool) {
    return (
      <span class="end">
        <Icon name="pool" />
        {t('customer.pool')}
      </span>
    );
  }
  if (late === null) return null;
  const group = late > 0 ? 'overdue' : late === 0 ? 'today' : late >= -3 ? 'soon' : null;
  const said =
    late > 0
      ? t('today.late', { days: late })
      : late === 0
        ? t('today.now')
        : late === -1
          ? t('today.tomorrow')
          : dayName(due, locale, day);
  return (
    <span class={`end ${group ?? 'muted'}`}>
      {group !== null && <Icon name={({ overdue: 'overdue', today: 'due', soon: 'soon' } as const)[group]} />}
      {said}
    </span>
  );
}
