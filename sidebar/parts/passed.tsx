// How long something has been running, where nobody can say how long it will.
import { useEffect, useState } from 'preact/hooks';
import type { Say } from '../panel';

/** @param since `Date.now()` at the start */
export function Passed({ t, since }: { t: Say; since: number }) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p class="sub num" aria-hidden="true">
      {t('duplicatesPanel.passed', { seconds: Math.max(0, Math.round((now - since) / 1_000)) })}
    </p>
  );
}
