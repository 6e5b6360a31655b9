// Says why in a sentence before something goes to somebody else: the sentence is needed, and stays when it does not get through.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Reply } from '../../src/contract/wire';
import type { MessageCode } from '../../src/i18n/index';
import type { Say } from '../panel';
import { useAct } from '../state/act';
import { dropDraft, keepDraft, readDraft } from '../state/drafts';
import { FailureNote } from './failure-note';

/** What the form is called, asks, gives as an example, misses, does, and says when that failed. */
export type ReasonWords = Readonly<Record<'title' | 'why' | 'hint' | 'needed' | 'send' | 'failed', MessageCode>>;

export interface ReasonFormProps {
  readonly t: Say;
  /** Under which the words are kept until they are sent. */
  readonly draftKey: string;
  readonly words: ReasonWords;
  /** Answers with the id of what was sent. */
  send(reason: string): Promise<Reply<{ readonly id: string }>>;
  done(id: string): void;
  close(): void;
}

export function ReasonForm({ t, draftKey, words, send, done, close }: ReasonFormProps) {
  const [reason, setReason] = useState(() => readDraft(draftKey)?.reason ?? '');
  const [needed, setNeeded] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  const sending = useAct(
    () => send(reason.trim()),
    ({ id }) => {
      dropDraft(draftKey);
      done(id);
    },
  );
  const type = (said: string) => {
    setReason(said);
    setNeeded(false);
    keepDraft(draftKey, { base: {}, values: {}, reason: said, token: '' });
  };
  const submit = () => {
    setNeeded(reason.trim() === '');
    if (reason.trim() === '') box.current?.focus();
    else void sending.run();
  };
  return (
    <form
      class="entry"
      aria-label={t(words.title)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) submit();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <div class="field">
        <label for="merge-reason">{t(words.why)}</label>
        <textarea
          id="merge-reason"
          ref={box}
          rows={2}
          maxLength={500}
          value={reason}
          aria-invalid={needed}
          aria-describedby="merge-reason-hint"
          onInput={(event) => type(event.currentTarget.value)}
        />
        <p id="merge-reason-hint" class={needed ? 'hint bad' : 'hint'}>
          {t(needed ? words.needed : words.hint)}
        </p>
      </div>
      {sending.view.state === 'error' && (
        <FailureNote t={t} title={t(words.failed)} failure={sending.view.failure} retry={() => void sending.retry()} />
      )}
      <div class="row">
        <button type="submit" class="action" aria-disabled={sending.busy}>
          {t(words.send)}
        </button>
        <button type="button" class="plain" onClick={close}>
          {t('act.cancel')}
        </button>
      </div>
    </form>
  );
}
