// The steward's lease: which account runs the automation of this workbook, and when it was last heard of.
import { deleteProperty, type Run, setProperties } from './run';

const LEASE = 'cp:steward';
const HOUR = 3_600_000;
/** After so long a silence another account may take over. */
const SILENCE = 48 * HOUR;
/** No run lives longer than six minutes. */
const RUN = HOUR / 10;

export interface Lease {
  readonly account: string;
  /** Stamp of the click that took it. */
  readonly since: string;
  /** Stamp of the last hourly run; null before the first. */
  readonly lastRun: string | null;
  /** Instants of the last sign of life, and of the start of the run under way. */
  readonly beat: string;
  readonly running: string | null;
}

/** Who holds the lease, from the properties alone. */
export function leaseOf(run: Run): Lease | null {
  const text = run.properties[LEASE];
  return text === undefined ? null : (JSON.parse(text) as Lease);
}

/** Whether this account may hold it: it does already, nobody does, or whoever does has been silent for 48 hours. */
export function mayTake(run: Run): boolean {
  const lease = leaseOf(run);
  return lease === null || lease.account === run.actor || run.now.getTime() - Date.parse(lease.beat) >= SILENCE;
}

/** Takes or keeps the lease; call under the lock. One service write. */
export function takeLease(run: Run): void {
  const held = leaseOf(run);
  const fresh = { account: run.actor, since: run.stamp, lastRun: null, running: null };
  write(run, { ...(held?.account === run.actor ? held : fresh), beat: run.now.toISOString() });
}

export function dropLease(run: Run): void {
  deleteProperty(run, LEASE);
}

/**
 * Begins an hourly run; false when the lease is not this account's any more, or another of its runs is still alive. Call under the lock.
 */
export function beginRun(run: Run): boolean {
  const lease = ownLease(run);
  if (lease === null || (lease.running !== null && run.now.getTime() - Date.parse(lease.running) < RUN)) return false;
  const now = run.now.toISOString();
  write(run, { ...lease, beat: now, running: now });
  return true;
}

/** Ends it. A lease let go or taken over meanwhile stays so: written back, it would keep everybody out and send nothing. */
export function endRun(run: Run): void {
  const lease = ownLease(run);
  if (lease !== null) write(run, { ...lease, beat: run.now.toISOString(), lastRun: run.stamp, running: null });
}

/** This account's lease as it stands now, not as the run first read it. One service read. */
function ownLease(run: Run): Lease | null {
  const text = PropertiesService.getDocumentProperties().getProperty(LEASE);
  const lease = text === null ? null : (JSON.parse(text) as Lease);
  return lease?.account === run.actor ? lease : null;
}

function write(run: Run, lease: Lease): void {
  setProperties(run, { [LEASE]: JSON.stringify(lease) });
}
