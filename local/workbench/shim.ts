// google.script.run for a page served here: the same handlers, the same wire, the local host behind it.
import type { ScriptAnswer, ScriptCall } from './wire';

/**
 * Runs in the sidebar's page before anything else, as text: it may use nothing of this module.
 * Dates and functions in arguments fail at once, as in Google's client.
 */
function installShim(): void {
  const deny = (value: unknown): boolean =>
    typeof value === 'function' ||
    value instanceof Date ||
    (typeof value === 'object' && value !== null && Object.values(value).some(deny));
  const call = async (name: string, args: unknown[], succeed: (value: unknown) => void, fail: (error: Error) => void) => {
    try {
      const body: ScriptCall = { function: name, args };
      const response = await fetch('/rpc', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const answer = (await response.json()) as ScriptAnswer;
      if ('error' in answer) fail(Object.assign(new Error(answer.error.message), { name: answer.error.name }));
      else succeed(answer.value);
    } catch (thrown) {
      fail(thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
  };
  const runner = (succeed: (value: unknown) => void, fail: (error: Error) => void, user?: unknown): object =>
    new Proxy(
      {},
      {
        get: (_none, name: string) => {
          if (name === 'withSuccessHandler') return (next: typeof succeed) => runner(next, fail, user);
          if (name === 'withFailureHandler') return (next: typeof fail) => runner(succeed, next, user);
          if (name === 'withUserObject') return (next: unknown) => runner(succeed, fail, next);
          return (...args: unknown[]) => {
            if (args.some(deny)) throw new TypeError('Failed due to illegal value in property: 0');
            void call(name, args, succeed, fail);
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
  Object.assign(globalThis, { google: { script: { run: runner(nothing, nothing), host } } });
}

/** The shim as a script element, to stand first in the page's head. */
export const shimScript = `<script>(${installShim.toString()})()</script>`;
