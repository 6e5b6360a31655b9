// An act that did not happen: why, what is kept, and the way on; a refusal is no failure, and trying again is no way on.
import type { ComponentChildren } from 'preact';
import type { Failure } from '../../src/contract/wire';
import type { MessageCode } from '../../src/i18n/index';
import type { Say } from '../panel';
import { Icon } from './icon';
import { Note } from './note';

/** The same click by the same person on the same data is refused again. */
const REFUSALS: ReadonlySet<MessageCode> = new Set([
  'act.closed',
  'duplicates.gone',
  'duplicates.managerOnly',
  'duplicates.merged',
  'duplicates.stale',
  'duplicates.tooMany',
  'followUp.closed',
  'followUp.stranger',
  'form.closed',
  'form.closedPool',
  'form.ownerByManager',
  'intake.managerOnly',
  'fields.name',
  'fields.noOptions',
  'fields.noSetting',
  'fields.taken',
  'options.adminOnly',
  'options.closed',
  'options.default',
  'options.gone',
  'options.name',
  'options.needed',
  'options.noRow',
  'options.shipped',
  'options.taken',
  'options.used',
  'owners.adminOnly',
  'pool.newer',
  'protection.adminOnly',
  'protection.closed',
  'reminders.adminOnly',
  'reminders.notYours',
  'reminders.otherSteward',
  'sort.managerOnly',
  'template.admin',
  'undo.already',
  'undo.closed',
  'undo.impossible',
  'undo.managerOnly',
  'undo.unknown',
  'record.gone',
  'requests.decided',
  'requests.notMerged',
  'requests.otherKind',
  'requests.others',
  'requests.twice',
]);

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
  const refused = REFUSALS.has(failure.code);
  return (
    <div role="alert">
      <Note kind="error" {...(title === undefined ? {} : { title: refused ? t('failure.refused') : title })}>
        <p>{t(failure.code, failure.args)}</p>
        <div class="row">
          {retry !== undefined && !refused && (
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
