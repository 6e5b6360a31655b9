// Asks a manager for a merge one may not do oneself: the reason is needed, and stays when the request does not get through.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { GroupDecision } from '../../src/contract/duplicates-api';
import type { Server } from '../../src/contract/server-api';
import type { Say } from '../panel';
import { useAct } from '../state/act';
import { dropDraft, keepDraft, readDraft } from '../state/drafts';
import { FailureNote } from './failure-note';

export interface RequestMergeProps {
  readonly server: Server;
  readonly t: Say;
  /** Under which the words are kept until they are sent. */
  readonly draftKey: string;
  readonly decision: GroupDecision;
  done(request: string): void;
  close(): void;
}

export function RequestMerge({ server, t, draftKey, decision, done, close }: RequestMergeProps) {
  const [reason, setReason] = useState(() => readDraft(draftKey)?.reason ?? '');
  const [needed, setNeeded] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  const send = useAct(
    () => server.requestMerge({ decision, reason: reason.trim() }),
    ({ id }) => {
      dropDraft(draftKey);
      done(id);
    },
  );
  const type = (words: string) => {
    setReason(words);
    setNeeded(false);
    keepDraft(draftKey, { base: {}, values: {}, reason: words, token: '' });
  };
  const submit = () => {
    setNeeded(reason.trim() === '');
    if (reason.trim() === '') box.current?.focus();
    else void send.run();
  };
  return (
    <form
      class="entry"
      aria-label={t('review.request')}
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
        <label for="merge-reason">{t('review.requestWhy')}</label>
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
          {t(needed ? 'review.requestNeeded' : 'review.requestHint')}
        </p>
      </div>
      {send.view.state === 'error' && (
        <FailureNote t={t} title={t('review.requestFailed')} failure={send.view.failure} retry={() => void send.retry()} />
      )}
      <div class="row">
        <button type="submit" class="action" aria-disabled={send.busy}>
          {t('review.requestSend')}
        </button>
        <button type="button" class="plain" onClick={close}>
          {t('act.cancel')}
        </button>
      </div>
    </form>
  );
}
