// Kills an act before each of its service writes and after it, and lets whoever comes next go on.
import { equalBooks, type Fault, type Host, type HostState, Killed } from '../../local/host/index';

/** Runs something under a fault. @returns whether the fault struck */
export function struck(host: Host, fault: Fault, act: () => void): boolean {
  host.failAt(fault);
  try {
    act();
    return false;
  } catch (error) {
    if (error instanceof Killed || (error as Error).name === 'Killed') return true;
    throw error;
  } finally {
    host.failAt(null);
  }
}

/**
 * Kills an act of calls before each of its writes, in a run of its own, and after it. A run killed after a write leaves behind what one
 * killed before the next leaves; that is not believed but compared each time, and where it is not so `goOn` is asked for both.
 * @param begin goes back to where the act begins
 * @param goOn is called where a kill has left the workbook
 * @returns how many writes the act makes
 */
export function strikeEach(host: Host, begin: () => void, act: () => void, goOn: (fault: Fault) => void): number {
  begin();
  const moments = host.moments(act);
  let last: HostState | null = null;
  for (const [at, moment] of moments.entries()) {
    const write = at + 1;
    begin();
    if (!struck(host, { write, effect: 'before' }, act)) throw new Error(`no write ${write} to be killed before`);
    const { acting } = host.world;
    const left = host.snapshot();
    goOn({ write, effect: 'before' });
    if (last !== null && !isSame(host.restore(last).as(acting).snapshot(), left)) goOn({ write: write - 1, effect: 'after' });
    last = moment;
  }
  begin();
  if (struck(host, { write: moments.length + 1, effect: 'before' }, act))
    throw new Error('a write more than in the undisturbed run');
  if (last !== null) {
    host.restore(last);
    goOn({ write: moments.length, effect: 'after' });
  }
  return moments.length;
}

/** Whether two moments are one, but for the clock. */
export function isSame(a: HostState, b: HostState): boolean {
  return equalBooks(a.book, b.book) && JSON.stringify(a.memory) === JSON.stringify(b.memory);
}
