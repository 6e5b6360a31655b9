// Calls that were carried out, by the token the page gave them: an answer that was lost does not make its call happen twice.
import { type Run, setProperties } from './run';

const DONE = 'cp:done';
/** Far more than are under way at once; a property holds 9 kB. */
const MOST = 60;
const LONGEST = 40;

type Done = readonly (readonly [token: string, outcome: string])[];

/** What a call with this token came to; null for a new one. Call under the lock, in a run opened there. */
export function outcomeOf(run: Run, token: string): string | null {
  return readDone(run).find(([known]) => known === key(token))?.[1] ?? null;
}

/** The property that remembers a call, to be set in one write with others. @param outcome short: an id, a day */
export function remembering(run: Run, token: string, outcome: string): Record<string, string> {
  const others = readDone(run).filter(([known]) => known !== key(token));
  return { [DONE]: JSON.stringify([...others.slice(1 - MOST), [key(token), outcome]]) };
}

/** One service write. */
export function remember(run: Run, token: string, outcome: string): void {
  setProperties(run, remembering(run, token, outcome));
}

/** Lets the same token begin anew. One service write. */
export function forget(run: Run, token: string): void {
  setProperties(run, { [DONE]: JSON.stringify(readDone(run).filter(([known]) => known !== key(token))) });
}

function readDone(run: Run): Done {
  const text = run.properties[DONE];
  return text === undefined ? [] : (JSON.parse(text) as Done);
}

function key(token: string): string {
  return token.slice(0, LONGEST);
}
