// A customer who may be the same as the one being entered: who, why, whose, and what to do.
import type { DoorMatchView } from '../../src/contract/customer-api';
import type { Say } from '../panel';
import { Note } from './note';

export function DoorNote({ t, match, open }: { t: Say; match: DoorMatchView; open(id: string): void }) {
  const { id, name, company, why, advice } = match;
  return (
    <div role="alert">
      <Note kind="warn" title={t('door.title')}>
        <p>{[`${id} ${name}`.trim(), company].filter(Boolean).join(' · ')}</p>
        <p class="sub">
          {t(why.code, why.args)} {standing(t, match)}
        </p>
        <p class="sub">{t(advice.code, advice.args)}</p>
        <div class="row">
          <button type="button" class="small" onClick={() => open(id)}>
            {t('door.open', { id })}
          </button>
        </div>
      </Note>
    </div>
  );
}

function standing(t: Say, { owner, mine, statusLabel, lastContact }: DoorMatchView): string {
  const who = mine ? t('customer.ownedByMe') : owner === '' ? t('customer.inPool') : t('customer.ownedBy', { owner });
  const when = lastContact === '' ? t('customer.neverReached') : t('customer.reached', { when: lastContact });
  return [who, statusLabel, when].filter((part) => part !== '').join(' · ');
}
