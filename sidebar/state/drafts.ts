// Words typed into a form and not yet saved: kept over errors, lost connections, changes of area and a reload of the sidebar.
import type { FormValues } from '../../src/contract/customer-api';

export interface Draft {
  /** What the form was opened with; a save says what changed since. */
  readonly base: FormValues;
  readonly values: FormValues;
  /** Why it is saved although a customer like it exists. */
  readonly reason: string;
  /** One for each form opened, so that a save asked for twice is made once. */
  readonly token: string;
}

/** Storage is closed to frames in some browsers: drafts then last as long as the sidebar is open. */
const memory = new Map<string, Draft>();
const PREFIX = 'customer-pool.draft:';

/** @returns null also for a draft in which nothing was typed */
export function readDraft(key: string): Draft | null {
  const held = memory.get(key);
  if (held !== undefined) return held;
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
}

export function keepDraft(key: string, draft: Draft): void {
  if (draft.reason === '' && changedIn(draft) === 0) {
    dropDraft(key);
    return;
  }
  memory.set(key, draft);
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
  } catch {
    // As above, or full: memory holds it.
  }
}

export function dropDraft(key: string): void {
  memory.delete(key);
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    // As above.
  }
}

/** How many fields were changed. */
export function changedIn({ base, values }: Draft): number {
  return Object.keys(values).filter((key) => values[key] !== (base[key] ?? '')).length;
}

/** Known to the server by nothing else, so it need not be hard to guess, only unlikely to come twice. */
export function newToken(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 12)}`;
}
