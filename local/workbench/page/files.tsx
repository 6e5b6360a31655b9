// The workbook as a file: where it is kept, how to take it along, how to start over.
import { useRef } from 'preact/hooks';
import type { FileView } from '../frame-wire';
import type { Act } from './bar';
import { Icon } from './icon';
import { t } from './words';

export function Saved({ file }: { file: FileView | null }) {
  return (
    <span class="quiet" role="status">
      {file === null ? t('local') : t(`file.${file.state}`, { name: file.name })}
    </span>
  );
}

export function Files({ busy, act }: { busy: boolean; act: Act }) {
  const asking = useRef<HTMLDialogElement>(null);
  return (
    <div class="files">
      <a class="button" href="/download" download>
        <Icon name="download" />
        {t('download')}
      </a>
      <button type="button" class="button" aria-disabled={busy} onClick={() => !busy && asking.current?.showModal()}>
        <Icon name="undo" />
        {t('reset')}
      </button>
      <dialog ref={asking} aria-labelledby="reset-title">
        <h2 id="reset-title">{t('resetTitle')}</h2>
        <p>{t('resetSays')}</p>
        <form method="dialog" class="choices">
          <button type="submit" class="button">
            {t('cancel')}
          </button>
          <button type="submit" class="button action" onClick={() => act('/reset', {})}>
            {t('resetDo')}
          </button>
        </form>
      </dialog>
    </div>
  );
}
