// Takes an act back: says first what that will do, and does it on a second click; cells changed since are listed first, and the user says what becomes of them.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { finishAct } from '../../src/contract/finish';
import type { Server, ValueOf } from '../../src/contract/server-api';
import type { Reply } from '../../src/contract/wire';
import type { Say } from '../panel';
import { useAct } from '../state/act';
import { FailureNote } from './failure-note';
import { Icon } from './icon';
import { kindName } from './kind-name';
import { Note } from './note';

type Undone = ValueOf<'undo'>;

export interface UndoActProps {
  readonly server: Server;
  readonly t: Say;
  readonly txn: string;
  /** What the undo will do, as a question. */
  readonly ask: string;
  changed(): void;
}

export function UndoAct({ server, t, txn, ask, changed }: UndoActProps) {
  const [asking, setAsking] = useState(false);
  const question = useRef<HTMLFieldSetElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const fresh = useRef(true);
  // The button that was pressed is gone: the question is read out, its answers are the next stops, and a held key answers nothing.
  useLayoutEffect(() => {
    if (!fresh.current) (asking ? question : opener).current?.focus();
    fresh.current = false;
  }, [asking]);
  const close = () => setAsking(false);
  const undo = useAct(
    async (keep: 'now' | 'then' | undefined): Promise<Reply<Undone>> => {
      const first = await server.undo({ txn, changed: keep });
      return first.ok && waits(first.value) ? first : finishAct(server, first);
    },
    (value) => {
      if (!waits(value)) changed();
    },
  );
  const view = undo.view;
  if (view.state === 'done' && !waits(view.value)) return <p role="status">{t('undo.done', { txn })}</p>;
  return (
    <>
      {asking ? (
        <fieldset ref={question} tabIndex={-1} aria-label={ask}>
          <Note kind="warn" title={ask}>
            <div class="row">
              <button
                type="button"
                class="small"
                onClick={() => {
                  close();
                  void undo.run(undefined);
                }}
              >
                <Icon name="undo" />
                {t('undo.act')}
              </button>
              <button type="button" class="plain" onClick={close}>
                {t('act.cancel')}
              </button>
            </div>
          </Note>
        </fieldset>
      ) : (
        <div class="row">
          <button
            type="button"
            class="small"
            ref={opener}
            aria-disabled={undo.busy}
            onClick={() => !undo.busy && setAsking(true)}
          >
            <Icon name="undo" />
            {t(undo.busy ? 'undo.busy' : 'undo.act')}
          </button>
        </div>
      )}
      {view.state === 'error' && (
        <FailureNote t={t} title={t('undo.failed')} failure={view.failure} retry={() => void undo.retry()} />
      )}
      {view.state === 'done' && (
        <Note kind="warn" title={t('undo.changed', { count: view.value.changedSince.length })}>
          <dl class="changed">
            {view.value.changedSince.map((cell) => [
              <dt key={`${cell.id} ${cell.column}`}>
                {cell.id} · {cell.column}
              </dt>,
              <dd key={`${cell.id} ${cell.column} values`}>
                {t('undo.cell', { before: cell.then || '—', now: cell.now || '—' })}
              </dd>,
            ])}
          </dl>
          <div class="row">
            <button type="button" class="small" onClick={() => void undo.run('now')}>
              {t('undo.keepNow')}
            </button>
            <button type="button" class="small" onClick={() => void undo.run('then')}>
              {t('undo.backThen')}
            </button>
            <button type="button" class="plain" onClick={undo.clear}>
              {t('act.cancel')}
            </button>
          </div>
        </Note>
      )}
    </>
  );
}

/** Nothing was done yet: the cells changed since wait for a decision. */
function waits(value: Undone): boolean {
  return value.changedSince.length > 0 && value.done === 0;
}

/** What taking an act back will do, by its kind and how many records it touched. */
export function undoQuestion(t: Say, kind: string, count: number): string {
  switch (kind) {
    case 'import':
    case 'merge':
    case 'sort':
    case 'undo':
      return t(`undo.ask.${kind}`, { count });
    default:
      return t('undo.ask.other', { kind: kindName(t, kind), count });
  }
}
