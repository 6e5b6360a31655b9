// The review of duplicates without its looks: what a decision says, what it leaves of the list, and how evidence is counted.
import type {
  Certainty,
  FieldChoice,
  GroupDecision,
  GroupSummary,
  GroupView,
  MergeResult,
  ScanView,
} from '../../src/contract/duplicates-api';

/** Best first, as they are shown. */
export const CERTAINTIES = ['exact', 'near', 'review'] as const satisfies readonly Certainty[];

/** Those of which many may be accepted at once. */
export type Batched = 'exact' | 'near';

/** What was decided about a group, for the note above the next one. */
export type Decided =
  | { readonly as: 'merged'; readonly master: string; readonly result: MergeResult }
  | { readonly as: 'different' | 'later'; readonly ids: readonly string[] }
  | { readonly as: 'requested'; readonly request: string; readonly who: string }
  | { readonly as: 'declined' | 'closed'; readonly request: string };

/** The record whose value a person chose, by column key. */
export type Picks = Readonly<Record<string, string>>;

/** What a card as it stands asks for; a choice that names a record no longer in the group is left away. */
export function decisionOf({ master, records, fields }: GroupView, picks: Picks): GroupDecision {
  const ids = records.map(({ id }) => id);
  const open = new Set(fields.flatMap(({ key, locked }) => (locked ? [] : [key])));
  const chosen = Object.entries(picks).filter(([key, id]) => open.has(key) && ids.includes(id));
  return { ids, master, fields: Object.fromEntries(chosen) };
}

/** The value a field is going to have; null where nobody has decided and no rule does: two owners. */
export function valueIn(
  { key, values, chosen }: FieldChoice,
  picks: Picks,
  { obstacle }: Pick<GroupView, 'obstacle'>,
): string | null {
  const id = picks[key];
  const picked = values.find(({ ids }) => id !== undefined && ids.includes(id));
  if (picked !== undefined) return picked.value;
  return key === 'owner' && obstacle?.code === 'duplicates.owners' ? null : chosen;
}

/** A list as it will be read again: without a group that was dealt with. */
export function without(scan: ScanView, group: GroupSummary): ScanView {
  const items = scan.items.filter(({ id }) => id !== group.id);
  if (items.length === scan.items.length) return scan;
  const counts = { ...scan.counts, [group.certainty]: scan.counts[group.certainty] - 1 };
  return { ...scan, items, counts, total: scan.total - 1, ready: fewer(scan.ready, group) };
}

/** What can be merged at once is counted without groups something stands against. */
function fewer(ready: ScanView['ready'], { certainty, size, obstacle }: GroupSummary): ScanView['ready'] {
  if (certainty === 'review' || obstacle !== null) return ready;
  const { groups, losers } = ready[certainty];
  return { ...ready, [certainty]: { groups: groups - 1, losers: losers - (size - 1) } };
}

/** The group below, else the one above; null where it was the last. */
export function nextOf(items: readonly GroupSummary[], id: string): GroupSummary | null {
  const at = items.findIndex((item) => item.id === id);
  return items[at + 1] ?? items[at - 1] ?? null;
}

/** Bits with their sign and a real minus: `+14.2`, `−2.6`. */
export function signed(bits: number): string {
  return `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1)}`;
}

/** Bits as odds of two figures, `830 : 1`; beyond millions nobody counts. */
export function oddsOf(bits: number, locale: string): string {
  const times = Number((2 ** Math.min(Math.abs(bits), MOST_BITS)).toPrecision(2));
  const figure = `${Math.abs(bits) > MOST_BITS ? '> ' : ''}${times.toLocaleString(locale)}`;
  return bits < 0 ? `1 : ${figure}` : `${figure} : 1`;
}

const MOST_BITS = 30;
