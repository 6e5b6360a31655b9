// Words typed and not saved, with the way back to them.
import { useState } from 'preact/hooks';
import type { Say } from '../panel';
import { changedIn, type Draft, dropDraft, readDraft } from '../state/drafts';
import { Note } from './note';

export interface DraftNoteProps {
  readonly t: Say;
  readonly draftKey: string;
  title(draft: Draft, count: number): string;
  goOn(): void;
}

export function DraftNote({ t, draftKey, title, goOn }: DraftNoteProps) {
  const [, redraw] = useState(0);
  const draft = readDraft(draftKey);
  if (draft === null) return null;
  const discard = () => {
    dropDraft(draftKey);
    redraw((count) => count + 1);
  };
  return (
    <Note kind="info" sign="history" title={title(draft, changedIn(draft))}>
      <div class="row">
        <button type="button" class="small" onClick={goOn}>
          {t('search.goOn')}
        </button>
        <button type="button" class="plain small" onClick={discard}>
          {t('customerForm.discard')}
        </button>
      </div>
    </Note>
  );
}
