// What a panel shows of the workbook: read when first seen, kept while read again, and known to be old when the workbook changed since.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Reply } from '../../src/contract/wire';
import type { Changes } from '../panel';

/** Milliseconds after which a look at the sheet, or at another panel, makes a reading old; the next day it is old anyway. */
const TRUSTED = 60_000;

export interface Reading<T> {
  /** The last good answer; stays while the next one is under way or failed. */
  readonly value: T | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly since: number;
  /** When it was read, and whether something may have changed since; null before the first answer. */
  readonly readAt: number | null;
  readonly stale: boolean;
  reload(): Promise<void>;
  /** 0-based. */
  readonly page: number;
  /** Reads another page, 0-based, which reloading keeps to. */
  turn(page: number): Promise<void>;
  /** Shows what an act has answered, without reading again. */
  show(value: T): void;
  /** Lets go of what is being read; its answer counts for nothing. */
  cancel(): void;
}

/**
 * @param read is given the page, which readings of one page ignore
 * @param visible read only while the panel is seen; on return after a change it is read anew
 * @param changes counts the acts of this sidebar that changed the workbook
 */
export function useReading<T>(read: (page: number) => Promise<Reply<T>>, visible: boolean, changes: Changes): Reading<T> {
  const [held, setHeld] = useState<{ value: T; readAt: number; changes: number } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [since, setSince] = useState<number | null>(null);
  const [left, setLeft] = useState(false);
  const [, look] = useState(0);
  const asked = useRef(0);
  const page = useRef(0);

  const reload = async () => {
    asked.current += 1;
    const mine = asked.current;
    // As it stands when asked: what changes until the answer may or may not be in it.
    const before = changes.count;
    setSince(Date.now());
    const reply = await read(page.current);
    // A later reading has begun: its answer counts.
    if (mine !== asked.current) return;
    setSince(null);
    setLeft(false);
    setFailure(reply.ok ? null : reply);
    if (!reply.ok) return;
    const day = dayOf(reply.value);
    if (day > (changes.day ?? '')) changes.day = day;
    setHeld({ value: reply.value, readAt: Date.now(), changes: before });
  };
  const turn = (to: number) => {
    page.current = to;
    return reload();
  };
  const show = (value: T) => {
    asked.current += 1;
    setSince(null);
    setFailure(null);
    setHeld({ value, readAt: Date.now(), changes: changes.count });
  };
  const cancel = () => {
    asked.current += 1;
    setSince(null);
  };

  useEffect(() => {
    if (!visible) return;
    if (held?.changes !== changes.count) void reload();
    else setLeft(true);
  }, [visible]);

  // Coming back from the grid: what was typed there is not known here.
  useEffect(() => {
    const back = () => setLeft(true);
    const seen = () => document.visibilityState === 'visible' && back();
    window.addEventListener('focus', back);
    document.addEventListener('visibilitychange', seen);
    // Who leaves it open overnight is told, though he comes back from nowhere.
    const watch = setInterval(() => look(Date.now()), TRUSTED);
    return () => {
      window.removeEventListener('focus', back);
      document.removeEventListener('visibilitychange', seen);
      clearInterval(watch);
    };
  }, []);

  const isPast = (readAt: number) =>
    new Date(readAt).toDateString() !== new Date().toDateString() || (left && Date.now() - readAt > TRUSTED);
  const old = held !== null && (held.changes !== changes.count || isPast(held.readAt) || isOfYesterday(held.value, changes));
  return {
    value: held?.value ?? null,
    failure,
    busy: since !== null,
    since: since ?? 0,
    readAt: held?.readAt ?? null,
    stale: old && since === null,
    page: page.current,
    reload,
    turn,
    show,
    cancel,
  };
}

/** The day an answer says it is of; empty where it says none. */
function dayOf(value: unknown): string {
  const { day } = (value ?? {}) as { day?: unknown };
  return typeof day === 'string' ? day : '';
}

function isOfYesterday(value: unknown, { day = '' }: Changes): boolean {
  const own = dayOf(value);
  return own !== '' && own < day;
}
