// Takes an act back: says first what that will do, and does it on a second click; cells changed since are listed first, and the user says what becomes of them.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChangedChoice } from '../../src/contract/duplicates-api';
import { finishAct } from '../../src/contract/finish';
import type { Server, ValueOf } from '../../src/contract/server-api';
import type { Reply } from '../../src/contract/wire';
import type { Say } from '../panel';
import { useAct } from '../state/act';
import { ChangedCells } from './changed-cells';
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
  /** The act is an undo itself: taking it back is doing again. */
  readonly redo?: boolean;
  changed(): void;
}

export function UndoAct({ server, t, txn, ask, redo = false, changed }: UndoActProps) {
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
    async (choice: ChangedChoice | undefined): Promise<Reply<Undone>> => {
      const first = await server.undo({ txn, changed: choice });
      return first.ok && waits(first.value) ? first : finishAct(server, first);
    },
    (value) => {
      if (!waits(value)) changed();
    },
  );
  const view = undo.view;
  const act = t(redo ? 'undo.redo' : 'undo.act');
  if (view.state === 'done' && waits(view.value)) {
    const cancel = () => {
      undo.clear();
      requestAnimationFrame(() => opener.current?.focus());
    };
    const decide = (choice: ChangedChoice) => void undo.run(choice);
    return <ChangedCells server={server} t={t} txn={txn} first={view.value.changedSince} decide={decide} cancel={cancel} />;
  }
  if (view.state === 'done') {
    return (
      <p role="status">
        {t(redo ? 'undo.redone' : 'undo.done', { txn })}
        {view.value.left > 0 && ` ${t('undo.left', { count: view.value.left })}`}
      </p>
    );
  }
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
                {act}
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
            {undo.busy ? t(redo ? 'undo.redoing' : 'undo.busy') : act}
          </button>
        </div>
      )}
      {view.state === 'error' && (
        <FailureNote t={t} title={t('undo.failed')} failure={view.failure} retry={() => void undo.retry()} />
      )}
    </>
  );
}

/** Nothing was done yet: the cells changed since wait for a decision. */
function waits(value: Undone): boolean {
  return value.changedSince.total > 0 && value.done === 0;
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
