// Values a merge does not keep in the table: counted, said where they stay, and listed behind a fold.
import type { MergePlanView } from '../../src/contract/duplicates-api';
import type { Say } from '../panel';
import { Note } from './note';

/** So few are said at once, without a fold. */
const FEW = 3;

/** @param total of all, also where not all are listed */
export function NotKept({ t, values, total }: { t: Say; values: MergePlanView['notKept']; total: number }) {
  if (total === 0) return null;
  const list = (
    <ul>
      {values.map(({ id, column, value }) => (
        <li key={`${id} ${column}`}>
          {id} · {column}: {value}
        </li>
      ))}
    </ul>
  );
  return (
    <Note kind="warn" title={t('duplicatesPanel.notKept', { count: total })}>
      <p>{t('duplicatesPanel.notKeptWhere')}</p>
      {total <= FEW ? (
        list
      ) : (
        <details>
          <summary>{t('duplicatesPanel.notKeptList')}</summary>
          {list}
          {total > values.length && <p class="muted">{t('duplicatesPanel.notKeptMore', { count: total - values.length })}</p>}
        </details>
      )}
    </Note>
  );
}
