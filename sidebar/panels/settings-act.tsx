// A change said in numbers first: asked about, shown, carried out on a second click, with its undo beside the result.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ActResult } from '../../src/contract/duplicates-api';
import { finishAct } from '../../src/contract/finish';
import type { Reply } from '../../src/contract/wire';
import type { PanelProps } from '../panel';
import { FailureNote } from '../parts/failure-note';
import { Note } from '../parts/note';
import { UndoAct } from '../parts/undo-act';
import { Working } from '../parts/working';
import { type Act, useAct } from '../state/act';

interface Looked<A, P> {
  readonly asked: A;
  readonly plan: P;
}

export interface SettingsAct<A, P> {
  readonly look: Act<[A], Looked<A, P>>;
  readonly save: Act<[A], ActResult>;
}

/** @param then what a success changes in the panel itself */
export function useSettingsAct<A, P>(
  { server, changed }: PanelProps,
  plan: (asked: A) => Promise<Reply<P>>,
  commit: (asked: A) => Promise<Reply<ActResult>>,
  then: () => void = () => undefined,
): SettingsAct<A, P> {
  const save = useAct(
    async (asked: A) => finishAct(server, await commit(asked)),
    () => {
      look.clear();
      changed();
      then();
    },
  );
  const look = useAct(async (asked: A): Promise<Reply<Looked<A, P>>> => {
    save.clear();
    const reply = await plan(asked);
    return reply.ok ? { ok: true, value: { asked, plan: reply.value } } : reply;
  });
  return { look, save };
}

export interface SettingsActNotesProps<A, P> extends PanelProps {
  readonly act: SettingsAct<A, P>;
  /** What will be done, as a question or in numbers. */
  title(plan: P, asked: A): string;
  body(plan: P, asked: A): ComponentChildren;
  /** The button that does it. */
  yes(plan: P, asked: A): string;
  readonly done: string;
  /** What an undo will do, as a question. */
  readonly undo: string;
}

export function SettingsActNotes<A, P>(props: SettingsActNotesProps<A, P>) {
  const { t, locale, act, done, undo } = props;
  const { look, save } = act;
  const question = useRef<HTMLFieldSetElement>(null);
  const asks = look.view.state === 'done';
  // The answer to the click stands here now: reading goes on with it.
  useLayoutEffect(() => {
    if (asks) question.current?.focus();
  }, [asks]);
  return (
    <>
      <p role="status" class="sr">
        {save.view.state === 'done' ? done : ''}
      </p>
      {look.view.state === 'busy' && <Working t={t} locale={locale} what={t('settingsAct.looking')} since={look.view.since} />}
      {look.view.state === 'error' && (
        <FailureNote t={t} title={t('settingsAct.failed')} failure={look.view.failure} retry={() => void look.retry()} />
      )}
      {look.view.state === 'done' && (
        <fieldset ref={question} tabIndex={-1} aria-label={props.title(look.view.value.plan, look.view.value.asked)}>
          <Note kind="info" title={props.title(look.view.value.plan, look.view.value.asked)}>
            {props.body(look.view.value.plan, look.view.value.asked)}
            <div class="row">
              <Confirm look={look} save={save} label={props.yes(look.view.value.plan, look.view.value.asked)} />
              <button type="button" class="plain" onClick={look.clear}>
                {t('act.cancel')}
              </button>
            </div>
          </Note>
        </fieldset>
      )}
      {save.view.state === 'busy' && <Working t={t} locale={locale} what={t('settingsAct.saving')} since={save.view.since} />}
      {save.view.state === 'error' && (
        <FailureNote t={t} title={t('settingsAct.failed')} failure={save.view.failure} retry={() => void save.retry()} />
      )}
      {save.view.state === 'done' && (
        <Note kind="good" title={done}>
          {save.view.value.left > 0 && <p>{t('settingsAct.left', { count: save.view.value.left })}</p>}
          {save.view.value.txn !== '' && <UndoAct {...props} txn={save.view.value.txn} ask={undo} />}
        </Note>
      )}
    </>
  );
}

function Confirm<A, P>({ look, save, label }: SettingsAct<A, P> & { label: string }) {
  const { view } = look;
  if (view.state !== 'done') return null;
  return (
    <button type="button" class="action" aria-disabled={save.busy} onClick={() => void save.run(view.value.asked)}>
      {label}
    </button>
  );
}
