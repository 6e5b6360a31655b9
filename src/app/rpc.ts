// The one function the sidebar can call.
import type { Reply, Wire } from '../contract/wire';
import { Refusal } from '../domain/refusal';
import { recordFault } from '../gateway/faults';
import { handlers } from './handlers';

/** A map, because a name from outside must not reach what objects inherit. */
const byName = new Map(Object.entries(handlers) as [string, (...args: unknown[]) => Wire][]);

/**
 * @param argsJson the arguments as a JSON array
 * @returns a `Reply` as JSON; never throws, for the page would see localised prose
 */
export function rpc(name: string, argsJson: string): string {
  return JSON.stringify(answer(name, argsJson));
}

function answer(name: string, argsJson: string): Reply {
  const handler = byName.get(name);
  if (handler === undefined) return { ok: false, code: 'rpc.unknown', args: { name } };
  let args: unknown;
  try {
    args = JSON.parse(argsJson);
  } catch {
    args = null;
  }
  if (!Array.isArray(args)) return { ok: false, code: 'rpc.args', args: { name } };
  try {
    return { ok: true, value: handler(...args) };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ok: false, code: thrown.failure.code, args: thrown.failure.args ?? {} };
    return { ok: false, code: 'unexpected', args: { name, fault: recordFault(name, thrown) } };
  }
}
