// Customers who may be the same as the one being entered: who, why, whose, and what to do.
import type { DoorMatchView } from '../../src/contract/customer-api';
import type { Say } from '../panel';
import { Note } from './note';

export interface DoorNoteProps {
  readonly t: Say;
  readonly matches: readonly DoorMatchView[];
  /** Away from the field in which they agree, their names are enough. */
  readonly short: boolean;
  open(id: string, row: number): void;
}

export function DoorNote({ t, matches, short, open }: DoorNoteProps) {
  if (matches.length === 0) return null;
  return (
    <div role="alert">
      <Note kind="warn" title={t('door.title')}>
        {matches.map((match) => (
          <div key={match.id} class="door">
            {!short && <Match t={t} match={match} />}
            <button type="button" class="small" onClick={() => open(match.id, match.row)}>
              {t('door.open', { id: short ? `${match.id} ${match.name}` : match.id })}
            </button>
          </div>
        ))}
      </Note>
    </div>
  );
}

function Match({ t, match }: { t: Say; match: DoorMatchView }) {
  const { id, name, company, owner, mine, statusLabel, lastContact, why, advice } = match;
  const who = mine ? t('customer.ownedByMe') : owner === '' ? t('customer.inPool') : t('customer.ownedBy', { owner });
  const when = lastContact === '' ? t('customer.neverReached') : t('customer.reached', { when: lastContact });
  const line = (...parts: string[]) => parts.filter(Boolean).join(' · ');
  return (
    <>
      <p>{line(`${id} ${name}`, company)}</p>
      <p class="sub">{line(t(why), who, statusLabel, when)}</p>
      <p class="sub">{t(advice)}</p>
    </>
  );
}
