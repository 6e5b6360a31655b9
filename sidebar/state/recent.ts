// The customers looked at last, so that the way back to them needs no search; kept as long as the browser's tab.

export interface Recent {
  readonly id: string;
  /** Where he stood, 1-based: looked at first. */
  readonly row: number;
  readonly name: string;
  readonly company: string;
}

const KEPT = 6;
const PREFIX = 'customer-pool.recent:';
/** Where the browser closes its storage to frames. */
const memory = new Map<string, readonly Recent[]>();

/** @param of whose list; people may share a browser */
export function readRecent(of: string): readonly Recent[] {
  const held = memory.get(of);
  if (held !== undefined) return held;
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(PREFIX + of) ?? '[]');
    return Array.isArray(kept) ? (kept as Recent[]) : [];
  } catch {
    return [];
  }
}

export function noteRecent(of: string, seen: Recent): void {
  const next = [seen, ...readRecent(of).filter(({ id }) => id !== seen.id)].slice(0, KEPT);
  memory.set(of, next);
  try {
    sessionStorage.setItem(PREFIX + of, JSON.stringify(next));
  } catch {
    // Memory holds it.
  }
}
