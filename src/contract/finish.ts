// Long acts answer before they are done: these go on asking, the same way from the sidebar and from the command line.
import type { ActResult } from './duplicates-api';
import type { Server } from './server-api';
import type { Failure, Reply } from './wire';

/** Slices that may pass without another record done: moving rows together takes some, and none of them counts. */
export const PATIENCE = 50;

/** An act that answers over and over without getting on would be asked for ever. */
export const stuck = (txn: string): Failure => ({ ok: false, code: 'act.stuck', args: { txn } });

/**
 * Carries an act on to its end.
 * @param first what the call that began it has answered
 * @param watch told after every slice
 * @returns the first answer, finished; or the failure that stopped it, `act.stuck` when slice after slice got nowhere
 */
export async function finishAct<T extends ActResult>(
  server: Pick<Server, 'resume'>,
  first: Reply<T>,
  watch: (progress: { readonly done: number; readonly of: number }) => void = () => undefined,
): Promise<Reply<T>> {
  if (!first.ok) return first;
  let { finished, done } = first.value;
  let still = 0;
  while (!finished) {
    watch({ done, of: first.value.of });
    const next = await server.resume();
    if (!next.ok) return next;
    // Somebody else's run has finished it meanwhile.
    if (next.value === null) break;
    still = next.value.done > done ? 0 : still + 1;
    if (!next.value.finished && still >= PATIENCE) return stuck(first.value.txn);
    ({ finished, done } = next.value);
  }
  return { ok: true, value: { ...first.value, done: first.value.of, finished: true } };
}

/** Repeats a call that does its work in parts until it says it is finished. */
export async function repeated<T extends { readonly finished: boolean }>(
  call: () => Promise<Reply<T>>,
  watch: (value: T) => void = () => undefined,
): Promise<Reply<T>> {
  for (let calls = 0; calls < MOST_CALLS; calls++) {
    const reply = await call();
    if (!reply.ok) return reply;
    watch(reply.value);
    if (reply.value.finished) return reply;
  }
  return stuck('');
}

/** Far more than the longest act of 50,000 rows takes. */
const MOST_CALLS = 200;
