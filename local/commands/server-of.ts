// The server as the sidebar sees it, with the local host behind it instead of Google.
import type { Server } from '../../src/contract/server-api';
import type { Reply } from '../../src/contract/wire';
import type { Host } from '../host/index';

/** @throws Error on a fault of ours, with what the bundle wrote to its log; expected failures are replies */
export function serverOf(host: Host): Server {
  return new Proxy({} as Server, {
    get:
      (_none, name) =>
      async (...args: unknown[]) => {
        const reply = host.rpc(String(name), ...args) as Reply;
        if (!reply.ok && reply.code === 'unexpected') throw new Error(host.logs[host.logs.length - 1]?.text ?? reply.code);
        return reply;
      },
  });
}
