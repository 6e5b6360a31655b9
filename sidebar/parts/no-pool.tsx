// Where there is no pool yet: one way on.
import type { PanelProps } from '../panel';
import { Empty } from './empty';

export function NoPool({ t, go }: Pick<PanelProps, 't' | 'go'>) {
  return (
    <Empty icon="data" title={t('noPool.title')} next={t('noPool.next')}>
      <button type="button" class="action" onClick={() => go('settings')}>
        {t('noPool.go')}
      </button>
    </Empty>
  );
}
