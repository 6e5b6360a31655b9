// What one measured case comes to, and how a run of the host is measured.
import type { Host } from '../local/host/index';

/** Counters are asserted by tests and tracked; seconds, megabytes and milliseconds are printed only. */
export interface Figures {
  readonly reads?: number;
  readonly writes?: number;
  readonly other?: number;
  readonly virtualSeconds?: number;
  readonly cpuSeconds?: number;
  readonly [more: string]: number | undefined;
}

/** A case runs in a process of its own, so that memory and warm-up are its own. */
export interface Bench {
  /** All its figures are the machine's. */
  readonly unrecorded?: boolean;
  readonly cases: Readonly<Record<string, () => Promise<Figures>>>;
  /** Said before it runs: what it goes without. */
  readonly note?: string | null;
  /** Where it is recorded, if not with all others. */
  readonly document?: { readonly file: string; readonly of: (lines: readonly object[]) => string };
}

/** Measures an act: service calls, virtual seconds and CPU seconds from here to its end. */
export async function measure(host: Host, act: () => Promise<unknown>): Promise<Figures> {
  host.resetCalls();
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  const { reads, writes, other } = host.calls;
  return { reads, writes, other, virtualSeconds: round(host.virtualSeconds, 2), cpuSeconds: round((user + system) / 1e6, 2) };
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
