// google.script.run for a page served here: the same handlers, the same wire, the local host behind it.
import type { ScriptAnswer, ScriptCall } from './wire';

/**
 * Runs in the sidebar's page before anything else, as text: it may use nothing of this module.
 * Dates, functions, elements and cycles in arguments fail at once, as in Google's client; ten calls are under way at most.
 */
function installShim(): void {
  type Handler = (value: unknown, user: unknown) => void;
  interface Handlers {
    readonly succeed: Handler;
    readonly fail: Handler;
    readonly user: unknown;
  }
  const MOST = 10;
  const waiting: (() => void)[] = [];
  let running = 0;

  const deny = (value: unknown, above: readonly unknown[]): boolean => {
    if (typeof value === 'function') return true;
    if (typeof value !== 'object' || value === null) return false;
    if (value instanceof Date || 'nodeType' in value || above.includes(value)) return true;
    return Object.values(value).some((inner) => deny(inner, [...above, value]));
  };
  const call = async (name: string, args: unknown[], { succeed, fail, user }: Handlers) => {
    if (running < MOST) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    let answer: ScriptAnswer;
    try {
      const body: ScriptCall = { function: name, args };
      const response = await fetch('/rpc', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      answer = (await response.json()) as ScriptAnswer;
    } catch (thrown) {
      answer = { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
    }
    // Its place goes to the one that waits longest.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
    // Outside of the attempt: what a handler throws is the page's own fault, and no failed call.
    if ('error' in answer) fail(Object.assign(new Error(answer.error.message), { name: answer.error.name }), user);
    else succeed(answer.value, user);
  };
  const runner = (handlers: Handlers): object =>
    new Proxy(
      {},
      {
        get: (_none, name: string) => {
          if (name === 'withSuccessHandler') return (succeed: Handler) => runner({ ...handlers, succeed });
          if (name === 'withFailureHandler') return (fail: Handler) => runner({ ...handlers, fail });
          if (name === 'withUserObject') return (user: unknown) => runner({ ...handlers, user });
          return (...args: unknown[]) => {
            const illegal = args.findIndex((arg) => deny(arg, []));
            if (illegal >= 0) throw new TypeError(`Failed due to illegal value in property: ${illegal}`);
            void call(name, args, handlers);
          };
        },
      },
    );
  const nothing = () => undefined;
  const page = globalThis as unknown as {
    parent: { postMessage(text: string, to: string): void };
    location: { origin: string };
  };
  const close = () => page.parent.postMessage('google.script.host.close', page.location.origin);
  const host = { close, setHeight: nothing, setWidth: nothing, editor: { focus: nothing } };
  Object.assign(globalThis, { google: { script: { run: runner({ succeed: nothing, fail: nothing, user: undefined }), host } } });
}

/** The shim as a script element, to stand first in the page's head. */
export const shimScript = `<script>(${installShim.toString()})()</script>`;
