// A server in part: what a test answers itself instead of the bundle, when and how it likes; all else goes on to the real one.
import type { Page } from 'playwright-core';
import type { ApiName, ArgsOf, ValueOf } from '../../src/contract/server-api';
import type { Failure } from '../../src/contract/wire';

/** `lost`: no answer comes back, as when the connection is down. */
export type Answers = { [N in ApiName]?: (...args: ArgsOf<N>) => Promise<ValueOf<N> | Failure | 'lost'> };

/** The answers can be changed while the page is open. */
export async function answering(page: Page, answers: Answers): Promise<void> {
  await page.route('**/rpc', async (route) => {
    const { args } = route.request().postDataJSON() as { args: [string, string] };
    const [name, json] = args;
    const answer = answers[name as ApiName] as ((...given: unknown[]) => Promise<unknown>) | undefined;
    if (answer === undefined) return route.continue();
    const value = await answer(...(JSON.parse(json) as unknown[]));
    if (value === 'lost') return route.abort();
    const reply = isFailure(value) ? value : { ok: true, value };
    return route.fulfill({ json: { value: JSON.stringify(reply) } });
  });
}

function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && (value as { ok?: unknown }).ok === false;
}

/** An answer that the test gives when it likes. */
export function later<T>() {
  let give: (value: T) => void = () => undefined;
  const answer = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { answer, give };
}
