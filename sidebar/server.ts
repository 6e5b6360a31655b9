// The server as the page sees it: one typed call an API function, every one of which ends in a reply.
import type { Server } from '../src/contract/server-api';
import type { Failure, Reply } from '../src/contract/wire';

/** What a call answers when nothing came back: no connection, a signed-out account, a run cut off. */
const LOST: Failure = { ok: false, code: 'server.lost', args: {} };

/** The server behind `google.script.run`. Its calls never reject and never throw. */
export function connect(): Server {
  return new Proxy({} as Server, {
    get:
      (_none, name) =>
      (...args: unknown[]) =>
        call(String(name), args),
  });
}

function call(name: string, args: unknown[]): Promise<Reply<unknown>> {
  return new Promise((resolve) => {
    if (typeof google === 'undefined') {
      resolve(LOST);
      return;
    }
    google.script.run
      .withSuccessHandler((json) => resolve(readReply(json)))
      .withFailureHandler(() => resolve(LOST))
      .rpc(name, JSON.stringify(args));
  });
}

function readReply(json: unknown): Reply<unknown> {
  // A reply too large for the wire, or one with a Date in it, arrives as null.
  if (typeof json !== 'string') return LOST;
  try {
    return JSON.parse(json) as Reply<unknown>;
  } catch {
    return LOST;
  }
}
