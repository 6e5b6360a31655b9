// Leads through the pages of a list.
import type { Say } from '../panel';

export function Pager({ t, page, pages, turn }: { t: Say; page: number; pages: number; turn(page: number): void }) {
  if (pages < 2) return null;
  const first = page === 0;
  const last = page >= pages - 1;
  return (
    <nav class="row" aria-label={t('pager.name')}>
      <button type="button" class="small" aria-disabled={first} onClick={() => !first && turn(page - 1)}>
        {t('pager.back')}
      </button>
      <span class="muted num">{t('pager.at', { page: page + 1, pages })}</span>
      <button type="button" class="small" aria-disabled={last} onClick={() => !last && turn(page + 1)}>
        {t('pager.on')}
      </button>
    </nav>
  );
}
