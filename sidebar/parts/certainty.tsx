// How sure a match is: a tag with one to three filled dots, so that colour is never alone.
import type { Certainty } from '../../src/contract/duplicates-api';
import type { Say } from '../panel';

const FILLED = { exact: 3, near: 2, review: 1 } as const satisfies Record<Certainty, number>;

export function CertaintyDots({ of }: { of: Certainty }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      {[3, 8, 13].map((x, i) => (
        <circle key={x} cx={x} cy={8} r={i < FILLED[of] ? 2 : 1.7} fill={i < FILLED[of] ? 'currentColor' : undefined} />
      ))}
    </svg>
  );
}

export function CertaintyTag({ t, of }: { t: Say; of: Certainty }) {
  return (
    <span class={`tag x-${of}`}>
      <CertaintyDots of={of} />
      {t(`certainty.${of}`)}
    </span>
  );
}
