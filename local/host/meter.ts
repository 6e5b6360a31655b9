// Counts service calls, prices them in virtual time, and breaks a run where it was asked to.
import type { CostModel, Fault } from './settings';

export type CallKind = 'read' | 'write' | 'other';

export interface Calls {
  /** Reads or changes of the file, properties, cache, locks, mail, triggers: what a budget counts (rulings 1). */
  reads: number;
  writes: number;
  other: number;
  cellsRead: number;
  cellsWritten: number;
  /** By `Class.method`. */
  byMethod: Record<string, number>;
}

export class Meter {
  /** Milliseconds since 1970. */
  now: number;
  calls: Calls = noCalls();
  /** Milliseconds of service calls and sleep since the last reset. */
  virtual = 0;
  private readonly cost: CostModel;
  private fault: Fault | null = null;
  private hooks: { at: number; act: () => void }[] = [];
  /** Writes since a fault or a hook was last asked for. */
  private counted = 0;
  private readHook: { left: number; act: () => void } | null = null;

  constructor(now: number, cost: CostModel) {
    this.now = now;
    this.cost = cost;
  }

  reset(): void {
    this.calls = noCalls();
    this.virtual = 0;
  }

  charge(label: string, kind: CallKind, cells: number): void {
    const { calls, cost } = this;
    calls.byMethod[label] = (calls.byMethod[label] ?? 0) + 1;
    if (kind === 'read') {
      calls.reads++;
      calls.cellsRead += cells;
      this.spend(cost.read + cells * cost.readCell);
    } else if (kind === 'write') {
      calls.writes++;
      calls.cellsWritten += cells;
      const base = label.endsWith('.insertSheet') ? cost.insertSheet : label.endsWith('.sendEmail') ? cost.sendEmail : cost.write;
      this.spend(base + cells * cost.writeCell);
    } else {
      calls.other++;
      this.spend(cost.other);
    }
  }

  /** Passes time that belongs to the run: calls, sleep, waiting for a lock. */
  spend(ms: number): void {
    this.now += ms;
    this.virtual += ms;
  }

  /** Arms a fault; its writes are counted from here. */
  failAt(fault: Fault | null): void {
    this.fault = fault;
    this.counted = 0;
  }

  /** Lets `act` happen just before the `at`-th write from here on. */
  before(at: number, act: () => void): void {
    this.hooks.push({ at: this.counted + at, act });
  }

  /** Lets `act` happen just before the `at`-th read from here on; null: nothing. */
  beforeRead(at: number, act: (() => void) | null): void {
    this.readHook = act === null ? null : { left: at, act };
  }

  /** Counts a read that is about to happen. */
  enterRead(): void {
    const hook = this.readHook;
    if (hook === null) return;
    hook.left--;
    if (hook.left > 0) return;
    // What another user reads in between is not this run's.
    this.readHook = null;
    hook.act();
  }

  /** Counts a write that is about to happen. */
  enterWrite(): 'go' | 'die before' | 'die after' {
    this.counted++;
    const due = this.hooks.filter(({ at }) => at === this.counted);
    this.hooks = this.hooks.filter((hook) => !due.includes(hook));
    const { counted, fault } = this;
    // What another user does in between has writes of its own: they are not this run's.
    this.fault = null;
    for (const { act } of due) act();
    this.counted = counted;
    this.fault = fault;
    if (fault?.write !== counted) return 'go';
    this.fault = null;
    return fault.effect === 'before' ? 'die before' : 'die after';
  }
}

function noCalls(): Calls {
  return { reads: 0, writes: 0, other: 0, cellsRead: 0, cellsWritten: 0, byMethod: {} };
}
