// What runs and how far it is; shown once it has taken longer than a glance.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../src/template/types';
import type { Say } from '../panel';
import { figure } from '../show';

/** Milliseconds before a wait is worth a word. */
const NOTICED = 400;

export interface WorkingProps {
  readonly t: Say;
  readonly locale: Locale;
  readonly what: string;
  /** `Date.now()` at the start. */
  readonly since: number;
  readonly done?: number | undefined;
  readonly of?: number | undefined;
  readonly children?: ComponentChildren;
}

export function Working({ t, locale, what, since, done, of, children }: WorkingProps) {
  const [shown, setShown] = useState(Date.now() - since > NOTICED);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), NOTICED);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  const counted = done !== undefined && of !== undefined && of > 0;
  return (
    <div class="working">
      <progress aria-label={what} {...(counted ? { max: of, value: done } : {})} />
      <p class="sub figures num">
        <span>{what}</span>
        {counted && <span>{secondsLeft(t, since, done, of) ?? `${figure(done, locale)} / ${figure(of, locale)}`}</span>}
      </p>
      {children}
    </div>
  );
}

/** Time left, once enough is done to tell. */
function secondsLeft(t: Say, since: number, done: number, of: number): string | null {
  const spent = (Date.now() - since) / 1000;
  if (spent < 3 || done < of / 20) return null;
  return t('working.left', { seconds: Math.max(1, Math.round((spent / done) * (of - done))) });
}
