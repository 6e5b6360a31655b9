// Why two records may be one customer: what speaks for it, against it and what is not counted, in words and in bits that add up.
import type { EvidenceView, GroupView } from '../../src/contract/duplicates-api';
import type { Locale } from '../../src/template/types';
import type { Say } from '../panel';
import { oddsOf, signed } from '../state/review';
import { Icon, type IconName } from './icon';

const SIGNS = { for: 'ok', against: 'close', uncounted: 'ring' } as const satisfies Record<EvidenceView['side'], IconName>;

/** Pixels a bit is wide in the bar, and room on either side of its zero. */
const PER_BIT = 3.2;
const ROOM = { for: 52, against: 20 } as const;

export interface EvidenceProps {
  readonly t: Say;
  readonly locale: Locale;
  readonly pair: GroupView['pairs'][number];
  readonly open: boolean;
}

export function Evidence({ t, locale, pair, open }: EvidenceProps) {
  const odds = oddsOf(pair.total, locale);
  return (
    <details open={open}>
      <summary>
        {t('review.evidence')} · {t('review.evidenceOf', { master: pair.to, other: pair.other, odds })}
      </summary>
      <ul class="ev">
        {pair.evidence.map((one) => (
          <Piece key={one.about} t={t} one={one} />
        ))}
      </ul>
      <p class="sum num">
        <span class="muted">{t('review.start', { bits: signed(pair.start) })}</span>
        <b>{t('review.total', { bits: signed(pair.total), odds })}</b>
      </p>
    </details>
  );
}

function Piece({ t, one }: { t: Say; one: EvidenceView }) {
  const { side, bits } = one;
  return (
    <li class={side}>
      <Icon name={SIGNS[side]} label={t(`review.${side}`)} />
      <span class="w">
        {t(one.says)}
        {one.detail.length > 0 && <small>{one.detail.map((each) => t(each)).join(t('evidence.between'))}</small>}
      </span>
      <span class="bits num">
        {side === 'uncounted' ? t('review.uncounted') : signed(bits)}
        <span class="track" aria-hidden="true">
          {side !== 'uncounted' && <i style={{ width: `${Math.min(ROOM[side], Math.abs(bits) * PER_BIT)}px` }} />}
        </span>
      </span>
    </li>
  );
}
