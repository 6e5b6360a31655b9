// An act that did not happen: why, what is kept, and the way on.
import type { ComponentChildren } from 'preact';
import type { Failure } from '../../src/contract/wire';
import type { Say } from '../panel';
import { Icon } from './icon';
import { Note } from './note';

export interface FailureNoteProps {
  readonly t: Say;
  readonly failure: Failure;
  /** What did not happen. */
  readonly title?: string;
  readonly retry?: (() => void) | undefined;
  /** Other ways on, beside retry. */
  readonly children?: ComponentChildren;
}

export function FailureNote({ t, failure, title, retry, children }: FailureNoteProps) {
  return (
    <div role="alert">
      <Note kind="error" {...(title === undefined ? {} : { title })}>
        <p>{t(failure.code, failure.args)}</p>
        <div class="row">
          {retry !== undefined && (
            <button type="button" class="small" onClick={retry}>
              <Icon name="retry" />
              {t('act.retry')}
            </button>
          )}
          {children}
        </div>
        <details>
          <summary>{t('failure.technical')}</summary>
          <code>{[failure.code, ...Object.values(failure.args)].join(' ')}</code>
        </details>
      </Note>
    </div>
  );
}
