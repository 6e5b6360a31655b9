// What the watcher remembers of a workbook: that it is there, which rows it left for later, how much time it took today.
import type { TableKey } from '../template/index';
import type { Day } from '../template/types';
import { leaseOf } from './lease';
import { deleteProperty, type Run, setProperties } from './run';

const WATCH = 'cp:watch';
const SPENT = 'cp:watch:spent';

/** Seconds of edit handling a day; the rest of the triggers' time is for mail (product.md §4.2). */
const A_DAY = 45 * 60;
/** One run in so many pays for all of them: a write in each would cost more than what is counted. */
const SAMPLE = 10;
/** Milliseconds after which a steward whose hourly run was not heard of watches no more. */
const SILENT = 3 * 3_600_000;

/** First and last 1-based sheet row. */
export type Stretch = readonly [first: number, last: number];

export interface Watch {
  /** Rows to be looked at by the next hourly run, by table. */
  readonly dirty: Readonly<Partial<Record<TableKey, readonly Stretch[]>>>;
  /** What the hourly run under way took from {@link dirty} and has not done yet: rows marked meanwhile are marked anew. */
  readonly doing?: Watch['dirty'];
  /** Where the last look at all rows had to stop; null when it saw everything. */
  readonly cursor: { readonly key: TableKey; readonly row: number } | null;
  /** Day of the last look at all rows that came to its end; absent: there was none. */
  readonly looked?: Day;
  /** The newest act when duplicates were last marked: what is merged, brought in or put back marks others, or none any more. */
  readonly marked?: string;
}

/** Null where nobody switched the watcher on. */
export function watchOf(run: Run): Watch | null {
  const text = run.properties[WATCH];
  return text === undefined ? null : (JSON.parse(text) as Watch);
}

/** Whether the watcher sees to edits, from the properties alone; else the light handler does. */
export function isWatched(run: Run): boolean {
  const lease = leaseOf(run);
  return watchOf(run) !== null && lease !== null && run.now.getTime() - Date.parse(lease.beat) < SILENT && !isSpent(run);
}

/** From now on the watcher is there; what it remembered is kept. */
export function beginWatch(run: Run): void {
  if (watchOf(run) === null) saveWatch(run, { dirty: {}, cursor: null });
}

export function endWatch(run: Run): void {
  if (watchOf(run) !== null) deleteProperty(run, WATCH);
}

function saveWatch(run: Run, watch: Watch): void {
  setProperties(run, { [WATCH]: JSON.stringify(watch) });
}

/**
 * Changes what is remembered, as it stands now: other runs left their marks since this one began. One service read, and a write where
 * something differs. @returns what is remembered from now on; null where nobody watches
 */
export function changeWatch(run: Run, change: (watch: Watch) => Watch): Watch | null {
  const text = PropertiesService.getDocumentProperties().getProperty(WATCH);
  if (text === null) return null;
  const watch = change(JSON.parse(text) as Watch);
  if (JSON.stringify(watch) !== text) saveWatch(run, watch);
  return watch;
}

/** Leaves rows for the hourly run. */
export function leaveDirty(run: Run, key: TableKey, stretch: Stretch): void {
  changeWatch(run, (watch) => ({
    ...watch,
    dirty: { ...watch.dirty, [key]: joined([...(watch.dirty[key] ?? []), stretch]) },
  }));
}

/** Takes all rows that were left, and what another run took and was killed over. */
export function takeDirty(watch: Watch): Watch {
  const doing: Record<string, readonly Stretch[]> = { ...watch.doing };
  for (const [key, stretches] of Object.entries(watch.dirty)) doing[key] = joined([...(doing[key] ?? []), ...stretches]);
  return { ...watch, dirty: {}, doing };
}

/** Stretches that touch become one; of many far apart one, so that the property stays small. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const [first, last] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const before = out[out.length - 1];
    if (before !== undefined && (first <= before[1] + 1 || out.length >= 40)) {
      out[out.length - 1] = [before[0], Math.max(before[1], last)];
    } else out.push([first, last]);
  }
  return out;
}

/** Whether today's time for edits is used up. */
export function isSpent(run: Run): boolean {
  return secondsSpent(run) >= A_DAY;
}

function secondsSpent(run: Run): number {
  const [day, seconds] = (run.properties[SPENT] ?? '').split(' ');
  return day === dayOf(run) ? Number(seconds) || 0 : 0;
}

/** Google's own day, not the spreadsheet's: that would have to be asked for. */
function dayOf(run: Run): string {
  return run.now.toISOString().slice(0, 10);
}

/** Counts the time a short run took, in one run of ten, chosen by the second it began in. One service write in that one. */
export function countSome(run: Run): void {
  if (Math.floor(run.now.getTime() / 1000) % SAMPLE === 0) count(run, SAMPLE);
}

/** Counts the time a longer run took. One service write. */
export function countTime(run: Run): void {
  count(run, 1);
}

function count(run: Run, times: number): void {
  const seconds = (Date.now() - run.now.getTime()) / 1000;
  setProperties(run, { [SPENT]: `${dayOf(run)} ${Math.ceil(secondsSpent(run) + seconds * times)}` });
}
