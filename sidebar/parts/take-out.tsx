// Takes a record out of a group: which one, and what that means, before it is done.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReviewRecord } from '../../src/contract/duplicates-api';
import type { Say } from '../panel';
import { Icon } from './icon';

export interface TakeOutProps {
  readonly t: Say;
  readonly records: readonly ReviewRecord[];
  readonly master: string;
  take(id: string): void;
  close(): void;
}

export function TakeOut({ t, records, master, take, close }: TakeOutProps) {
  const [chosen, setChosen] = useState(records.find(({ id }) => id !== master)?.id ?? '');
  const question = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    const box = question.current;
    box?.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true });
    box?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <fieldset
      ref={question}
      class="item open asking"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <legend class="sr">{t('review.splitWhich')}</legend>
      <b aria-hidden="true">{t('review.splitWhich')}</b>
      {records.map(({ id, name, company }) => (
        <label key={id} class="tick">
          <input type="radio" name="take-out" checked={id === chosen} onChange={() => setChosen(id)} />
          <span>
            {name || company} <span class="num">{id}</span>
          </span>
        </label>
      ))}
      <p class="hint">{t(records.length > 2 ? 'review.splitMany' : 'review.splitTwo')}</p>
      <div class="row">
        <button type="button" class="small" onClick={() => take(chosen)}>
          <Icon name="split" />
          {t('review.splitDo', { id: chosen })}
        </button>
        <button type="button" class="plain" onClick={close}>
          {t('act.cancel')}
        </button>
      </div>
    </fieldset>
  );
}
