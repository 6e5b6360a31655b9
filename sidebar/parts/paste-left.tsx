// Words pasted that no field has yet when a form is saved: they are lost only to who says so.
import { useLayoutEffect } from 'preact/hooks';
import type { Say } from '../panel';
import { focusField } from './field';
import { Note } from './note';

export interface PasteLeftProps {
  readonly t: Say;
  /** Unique on the page; of what is to be looked at first. */
  readonly id: string;
  readonly words: string;
  /** Label of the field of notes; absent: none may be written. */
  readonly field: string | undefined;
  decide(to: 'notes' | 'nowhere'): void;
}

export function PasteLeft({ t, id, words, field, decide }: PasteLeftProps) {
  useLayoutEffect(() => focusField(id), []);
  return (
    <Note kind="warn" title={t('paste.left')}>
      <textarea id={id} aria-label={t('paste.left')} rows={3} readOnly value={words} />
      <div class="row">
        {field !== undefined && (
          <button type="button" class="small" onClick={() => decide('notes')}>
            {t('paste.leftNotes', { field })}
          </button>
        )}
        <button type="button" class="small plain" onClick={() => decide('nowhere')}>
          {t('paste.leftNowhere')}
        </button>
      </div>
    </Note>
  );
}
