// How much one run may still do: a bulk act stops ahead of its limits and goes on in the next run.
import type { Run } from './run';

/** Service calls of one slice (rulings 18). */
const MOST_CALLS = 40;
/** And for each further sheet whose rows leave or return: looking at it before every slice takes some. */
const FURTHER = 16;
/** Calls kept back for marking the act, the cursor and the lock. */
const RESERVE = 8;
/** Milliseconds; a run is ended at six minutes, and a call under way may last. */
const MOST_TIME = 270_000;

export class Slice {
  private readonly run: Run;
  private calls: number;

  /** @param spent service calls this run has made already */
  /** @param sheets whose rows leave or return */
  constructor(run: Run, spent: number, sheets: number) {
    this.run = run;
    this.calls = MOST_CALLS + FURTHER * Math.max(0, sheets - 1) - RESERVE - spent;
  }

  /** Calls that may still be made. */
  get left(): number {
    return Date.now() - this.run.now.getTime() > MOST_TIME ? 0 : this.calls;
  }

  spend(calls: number): void {
    this.calls -= calls;
  }
}
