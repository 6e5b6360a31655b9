// The workbench's server on a pool with the sample in it, asked as its page asks.

import type { Outcome, StateView } from '../../local/workbench/frame-wire';
import type { Host } from '../../local/workbench/index';
import { serveWorkbench, type Workbench } from '../../local/workbench/index';
import { samplePool } from '../e2e/pool';

/** Nothing here looks at what the page is made of. */
const FILES = { sidebar: '<html><head></head></html>', script: '', style: '' };

const opened: Workbench[] = [];

export async function closeDesks(): Promise<void> {
  for (const bench of opened.splice(0)) await bench.close();
}

export class Desk {
  readonly host: Host;
  readonly bench: Workbench;

  constructor(host: Host, bench: Workbench) {
    this.host = host;
    this.bench = bench;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(`${this.bench.url}${path}`, { headers });
  }

  async json<T>(path: string): Promise<T> {
    return (await (await this.get(path)).json()) as T;
  }

  state(): Promise<StateView> {
    return this.json('state');
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = this.ours()): Promise<Response> {
    return fetch(`${this.bench.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** @returns why it failed; null when it did not */
  async act(path: string, body: unknown = {}): Promise<string | null> {
    return ((await (await this.post(path, body)).json()) as Outcome).failed;
  }

  private ours(): Record<string, string> {
    return { origin: this.bench.url.slice(0, -1) };
  }
}

/** A Thursday, before the first mails. */
const MOMENT = '2026-03-12T08:00';

let pool: { readonly host: Host; readonly state: ReturnType<Host['snapshot']> } | null = null;

/**
 * A desk on the sample's pool with reminders on, at {@link MOMENT}; made once, and put back to that moment for each desk.
 * @param file an .xlsx to keep it in
 */
export async function openDesk(file?: string): Promise<Desk> {
  if (pool === null) {
    const host = await samplePool('en');
    // Before the hour of sending: who turns them on later gets the first mail the next morning.
    host.advanceTo('2026-03-12T07:50');
    host.rpc('remindersOn');
    host.advanceTo(MOMENT);
    pool = { host, state: host.snapshot() };
  }
  const { host, state } = pool;
  host.restore(state).as(host.book.owner);
  const bench = await serveWorkbench({ host, locale: 'en', files: FILES, port: 0, ...(file !== undefined && { file }) });
  opened.push(bench);
  return new Desk(host, bench);
}
