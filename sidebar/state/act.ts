// One act of the user: idle, busy, done or failed; a second click while it runs does nothing.
import { useRef, useState } from 'preact/hooks';
import type { Failure, Reply } from '../../src/contract/wire';

type ActState<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'busy'; readonly since: number }
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'error'; readonly failure: Failure };

export interface Act<A extends unknown[], T> {
  readonly view: ActState<T>;
  readonly busy: boolean;
  /** Starts the act, unless it runs already. */
  run(...args: A): Promise<void>;
  /** The same again, with what it was started with. */
  retry(): Promise<void>;
  /** Back to idle, e.g. when the result was read. */
  clear(): void;
}

/** @param then what a success changes elsewhere */
export function useAct<A extends unknown[], T>(call: (...args: A) => Promise<Reply<T>>, then?: (value: T) => void): Act<A, T> {
  const [view, setView] = useState<ActState<T>>({ state: 'idle' });
  // A ref beside the state: two clicks in one frame see the same state.
  const running = useRef(false);
  const last = useRef<A | null>(null);

  const run = async (...args: A) => {
    if (running.current) return;
    running.current = true;
    last.current = args;
    setView({ state: 'busy', since: Date.now() });
    const reply = await call(...args);
    running.current = false;
    if (!reply.ok) {
      setView({ state: 'error', failure: reply });
      return;
    }
    setView({ state: 'done', value: reply.value });
    then?.(reply.value);
  };
  const retry = async () => {
    if (last.current !== null) await run(...last.current);
  };
  return { view, busy: view.state === 'busy', run, retry, clear: () => setView({ state: 'idle' }) };
}
