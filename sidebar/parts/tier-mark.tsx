// The customer's tier as a shape with a word for readers: star, dot, ring.
import { tiers } from '../labels.made';
import { Icon, type IconName } from './icon';

const SIGNS: Readonly<Record<string, IconName>> = { key: 'star', standard: 'dot', prospect: 'ring' };

/** @param tier an option's id */
export function tierSign(tier: string): IconName | undefined {
  return SIGNS[tier];
}

/** @param tier the cell's text, an option's label in the workbook's language; nothing is drawn for a text of the user's own */
export function TierMark({ tier }: { tier: string }) {
  const option = tiers.find((o) => o.id === tier || Object.values(o.label).includes(tier));
  const sign = option && SIGNS[option.id];
  if (option === undefined || sign === undefined) return null;
  return (
    <span class={`tier-${option.id}`}>
      <Icon name={sign} label={tier} />
    </span>
  );
}
