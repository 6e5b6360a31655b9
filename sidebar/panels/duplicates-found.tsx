// What a scan found: three counts that are also filters, what may be merged at once, and the groups themselves.
import type { Certainty, GroupSummary, ScanView } from '../../src/contract/duplicates-api';
import type { MessageCode } from '../../src/i18n/index';
import type { Locale } from '../../src/template/types';
import type { Say } from '../panel';
import { CertaintyDots, CertaintyTag } from '../parts/certainty';
import { Empty } from '../parts/empty';
import { Icon } from '../parts/icon';
import { Pager } from '../parts/pager';
import { figure } from '../show';
import { type Batched, CERTAINTIES } from '../state/review';

export interface DuplicatesFoundProps {
  readonly t: Say;
  readonly locale: Locale;
  readonly scan: ScanView;
  /** Some were there and have been dealt with. */
  readonly through: boolean;
  readonly only: Certainty | null;
  filter(only: Certainty | null): void;
  /** Those put off are shown, instead of the others. */
  readonly later: boolean;
  showLater(later: boolean): void;
  readonly ticked: readonly Batched[];
  tick(ticked: readonly Batched[]): void;
  open(group: GroupSummary): void;
  turn(page: number): void;
}

const BATCHED = ['exact', 'near'] as const satisfies readonly Batched[];

export function DuplicatesFound(props: DuplicatesFoundProps) {
  const { t, locale, scan, through, only, filter, later, showLater, ticked, tick, open, turn } = props;
  const { counts, ready, settled, items } = scan;
  const batched = BATCHED.filter((each) => ready[each].groups > 0 && !later);
  return (
    <>
      <p class="sub">{t('duplicatesPanel.checked', { at: scan.at, customers: figure(scan.customers, locale) })}</p>
      <fieldset class="sums" aria-label={t('duplicatesPanel.filter')}>
        {CERTAINTIES.map((each) => (
          <button key={each} type="button" aria-pressed={only === each} onClick={() => filter(only === each ? null : each)}>
            <b>{counts[each]}</b>
            <span>
              <CertaintyDots of={each} />
              {t(`certainty.${each}`)}
            </span>
          </button>
        ))}
      </fieldset>
      {batched.length > 0 && (
        <fieldset class="field">
          <legend>{t('duplicatesPanel.batch')}</legend>
          {batched.map((each) => (
            <label key={each} class="tick">
              <input
                type="checkbox"
                checked={ticked.includes(each)}
                onChange={(event) => {
                  const others = ticked.filter((other) => other !== each);
                  tick(event.currentTarget.checked ? [...others, each] : others);
                }}
              />
              <span>
                {t('duplicatesPanel.batchOf', {
                  certainty: t(`certainty.${each}`),
                  count: ready[each].groups,
                  losers: ready[each].losers,
                })}
              </span>
            </label>
          ))}
          <p class="hint">{t('duplicatesPanel.batchHint')}</p>
        </fieldset>
      )}
      {items.length === 0 && <Empty icon="ok" title={t(emptyTitle(through, only))} next={t('duplicatesPanel.noneNext')} />}
      {items.length > 0 && (
        <section class="group" aria-label={t('duplicatesPanel.groups')}>
          <ul>
            {items.map((group) => (
              <li key={group.id} class="item">
                <div class="top">
                  <button type="button" class="plain name clip" onClick={() => open(group)}>
                    {group.names.join(' / ')}
                  </button>
                  <span class="rest">{t('duplicatesPanel.records', { count: group.size })}</span>
                  <span class="end">
                    <CertaintyTag t={t} of={group.certainty} />
                  </span>
                </div>
                {group.obstacle !== null && (
                  <p class="muted">
                    <Icon name="lock" /> {t(group.obstacle)}
                  </p>
                )}
              </li>
            ))}
          </ul>
          <Pager t={t} page={scan.page} pages={scan.pages} turn={turn} />
        </section>
      )}
      {settled.different > 0 && <p class="muted">{t('duplicatesPanel.settled', { count: settled.different })}</p>}
      {(later || settled.later > 0) && (
        <button type="button" class="plain small" onClick={() => showLater(!later)}>
          {later ? t('duplicatesPanel.laterBack') : t('duplicatesPanel.laterShow', { count: settled.later })}
        </button>
      )}
    </>
  );
}

function emptyTitle(through: boolean, only: Certainty | null): MessageCode {
  if (through) return 'duplicatesPanel.through';
  return only === null ? 'duplicatesPanel.none' : 'duplicatesPanel.noneHere';
}
