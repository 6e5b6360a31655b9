// What a person does in the grid goes to the host, one act after the other; the host says what became of it.
import { useRef, useState } from 'preact/hooks';
import type { GridAct, GridAnswer, Spot } from '../grid-wire';
import { addressOf } from './sheet-geometry';

/** An act the sheet refused. */
export interface Refusal {
  readonly spot: Spot;
  /** In Google's words. */
  readonly sentence: string;
  /** What was typed: it is kept. */
  readonly typed: string | null;
}

export interface Acts {
  /** Resolves once the host has answered; `null` where it could not be asked. */
  run(act: GridAct, spot: Spot, typed?: string): Promise<GridAnswer | null>;
  /** What was typed and is not yet drawn, by address. */
  readonly pending: ReadonlyMap<string, string>;
  /** Cells were drawn anew: what the host has taken shows there. */
  drawn(): void;
}

export function useActs(refused: (refusal: Refusal) => void): Acts {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const taken = useRef(new Set<string>());
  const [pending, setPending] = useState<ReadonlyMap<string, string>>(new Map());
  const without = (gone: Iterable<string>) =>
    setPending((now) => {
      const rest = new Map(now);
      for (const address of gone) rest.delete(address);
      return rest;
    });

  const ask = async (act: GridAct, spot: Spot, typed: string | undefined) => {
    const answer = await sent(act);
    const address = addressOf(spot);
    if (answer?.done === true) taken.current.add(address);
    else without([address]);
    if (answer?.done === false) refused({ spot, sentence: answer.refused, typed: typed ?? null });
    return answer;
  };
  return {
    run(act, spot, typed) {
      if (typed !== undefined) setPending((now) => new Map(now).set(addressOf(spot), typed));
      // In the order they were done, whatever each one takes.
      const next = last.current.then(() => ask(act, spot, typed));
      last.current = next;
      return next;
    },
    pending,
    drawn() {
      if (taken.current.size === 0) return;
      without(taken.current);
      taken.current = new Set();
    },
  };
}

async function sent(act: GridAct): Promise<GridAnswer | null> {
  try {
    const response = await fetch('/grid', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    return response.ok ? ((await response.json()) as GridAnswer) : { done: false, refused: await response.text() };
  } catch {
    // The page says that the server is gone.
    return null;
  }
}
