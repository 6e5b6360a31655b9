// A form in steps: judged field by field on leaving it, saved from any step, nothing typed ever lost.
import { useLayoutEffect, useState } from 'preact/hooks';
import type { FormStep, FormValues, FormView } from '../../src/contract/customer-api';
import type { Locale } from '../../src/template/types';
import type { Say } from '../panel';
import { DoorNote } from '../parts/door-note';
import { FailureNote } from '../parts/failure-note';
import { Field, focusField } from '../parts/field';
import { Fields } from '../parts/fields';
import { Note } from '../parts/note';
import { PanelFrame } from '../parts/panel';
import { forgetPasted, notesWith, PasteBox } from '../parts/paste-box';
import { PasteLeft } from '../parts/paste-left';
import { Working } from '../parts/working';
import { type Form, type FormSource, type Saved, useForm } from '../state/form';
import { ConflictView } from './customer-conflict';

export interface CustomerFormProps {
  readonly t: Say;
  readonly locale: Locale;
  readonly title: string;
  /** Whom it is about, where the title does not say it. */
  readonly about?: string | undefined;
  readonly source: FormSource;
  /** Entered and not edited: the way leads through the steps, and saving is the last of them. */
  readonly fresh: boolean;
  readonly given: FormValues;
  back(): void;
  open(id: string, row: number): void;
  saved(outcome: Saved): void;
}

export function CustomerForm({ t, locale, title, about, source, fresh, given, back, open, saved }: CustomerFormProps) {
  const idOf = (key: string) => `${source.key} ${key}`.replace(/[^\w-]/g, '-');
  const [at, setAt] = useState(0);
  /** The field to go to, once its step is drawn. */
  const [wanted, setWanted] = useState<{ key: string } | null>(null);
  /** What was pasted and is in no field, whether saving asks about it, and how often that was settled. */
  const [left, setLeft] = useState('');
  const [asks, setAsks] = useState(false);
  const [settled, setSettled] = useState(0);
  const done = (outcome: Saved) => {
    forgetPasted(source);
    saved(outcome);
  };
  const form = useForm({ source, locale, given, saved: done, refused: (key) => setWanted({ key }) });
  const { view, filling, save } = form;
  const steps = view?.steps ?? [];
  const go = (step: number) => {
    setAt(step);
    const first = steps[step]?.fields.find(({ closed }) => closed === null);
    setWanted(first === undefined ? null : { key: first.key });
  };
  // Before anything is painted: a focus that comes a moment later takes what is typed meanwhile into another field.
  useLayoutEffect(() => {
    if (wanted === null) return;
    const step = steps.findIndex(({ fields }) => fields.some(({ key }) => key === wanted.key));
    if (step >= 0 && step !== at) setAt(step);
    else focusField(idOf(wanted.key));
  }, [wanted, at]);
  useLayoutEffect(() => {
    if (view !== null) go(0);
  }, [view === null]);

  if (view === null || filling === null) {
    return (
      <PanelFrame t={t} title={title} back={back} status="">
        {form.unread === null ? (
          <Working t={t} locale={locale} what={t('customerForm.reading')} since={Date.now()} />
        ) : (
          <FailureNote t={t} title={t('customerForm.notRead')} failure={form.unread} retry={() => void form.read()} />
        )}
      </PanelFrame>
    );
  }
  if (filling.conflict !== null) return <ConflictView t={t} title={title} conflict={filling.conflict} form={form} />;

  const { draft, judged } = filling;
  const { matches } = judged;
  // Somebody like him is there: saving all the same wants a reason.
  const held = matches.length > 0 && draft.reason.trim() === '';
  const idle = !save.busy && view.closed === null;
  const submit = () => {
    if (held) focusField(idOf('reason'));
    else if (idle && left !== '') {
      setAsks(true);
      focusField(idOf('left'));
    } else if (idle) form.submit();
  };
  const notes = notesWith(view, draft.values, left);
  const settle = (to: 'notes' | 'nowhere') => {
    if (to === 'notes' && notes !== null) form.set(notes.field.key, notes.value);
    forgetPasted(source);
    setLeft('');
    setAsks(false);
    setSettled(settled + 1);
    form.submit();
  };
  const problem = problemOf(t, form, view);
  const last = at >= steps.length - 1;
  const next = () => (last ? submit() : go(at + 1));
  /** What is told under a field of this step, or, without one, under all of it. */
  const doors = (place: string | undefined) => (
    <DoorNote
      t={t}
      matches={matches.filter(({ same }) => steps[at]?.fields.find(({ key }) => same.includes(key))?.key === place)}
      short={place === undefined}
      open={open}
    />
  );
  return (
    <PanelFrame
      t={t}
      title={title}
      back={back}
      status={save.busy ? t('customerForm.saving') : (problem?.said ?? '')}
      foot={
        <>
          <button type="button" class="plain push" onClick={back}>
            {t('act.cancel')}
          </button>
          <button
            type="button"
            class={last || !fresh ? 'action' : undefined}
            aria-disabled={held || !idle}
            aria-describedby={held ? idOf('reason-hint') : undefined}
            onClick={submit}
          >
            {t(save.busy ? 'customerForm.saving' : matches.length > 0 ? 'customerForm.saveAnyway' : 'customerForm.save')}
          </button>
          {!last && (
            <button type="button" class={fresh ? 'action' : undefined} onClick={next}>
              {t('customerForm.next')}
            </button>
          )}
        </>
      }
    >
      {about !== undefined && <p class="sub">{about}</p>}
      {steps.length > 1 && <Steps t={t} steps={steps} at={at} go={go} />}
      {view.closed !== null && <Note kind="warn">{t(view.closed)}</Note>}
      {form.restored && (
        <Note kind="info" sign="history">
          {t('customerForm.restored')}
          <div class="row">
            <button type="button" class="small" onClick={form.discard}>
              {t('customerForm.discard')}
            </button>
          </div>
        </Note>
      )}
      {source.extract !== undefined && (
        // Hidden, not taken away: what could not be placed stays while the steps are gone through.
        <div hidden={at !== 0}>
          <PasteBox
            key={settled}
            t={t}
            locale={locale}
            id={idOf('pasted')}
            source={source}
            view={view}
            form={form}
            done={() => go(0)}
            left={(words) => {
              setLeft(words);
              if (words === '') setAsks(false);
            }}
          />
        </div>
      )}
      <form
        class="entry"
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          submit();
        }}
      >
        <Fields
          key={at}
          t={t}
          idOf={idOf}
          fields={steps[at]?.fields ?? []}
          view={view}
          filling={filling}
          form={form}
          under={doors}
        />
        {doors(undefined)}
        {at === 0 &&
          view.oneOf.map((keys) => (
            <p key={keys.join()} class="hint">
              {t('form.oneOf', { field: labels(view, keys) })}
            </p>
          ))}
        {matches.length > 0 && (
          <Field
            t={t}
            id={idOf('reason')}
            field={{ ...REASON, label: t('customerForm.reason'), help: t('customerForm.reasonHint') }}
            value={draft.reason}
            set={form.setReason}
          />
        )}
        {/* Enter in a field goes on. */}
        <input type="submit" hidden />
      </form>
      {/* In another step, or in a column that the form does not show. */}
      {problem !== null && !steps[at]?.fields.some(({ key }) => key === problem.key) && <p class="hint bad">{problem.said}</p>}
      {asks && left !== '' && <PasteLeft t={t} id={idOf('left')} words={left} field={notes?.field.label} decide={settle} />}
      {form.unchecked && <p class="hint">{t('customerForm.unchecked')}</p>}
      {save.view.state === 'error' && (
        <FailureNote t={t} title={t('customerForm.notSaved')} failure={save.view.failure} retry={submit} />
      )}
    </PanelFrame>
  );
}

const REASON = { key: 'reason', input: 'line', required: false, options: [], closed: null } as const;

function Steps({ t, steps, at, go }: { t: Say; steps: readonly FormStep[]; at: number; go(step: number): void }) {
  return (
    <ol class="steps" aria-label={t('customerForm.steps')}>
      {steps.map(({ step }, index) => (
        <li key={step} class={index < at ? 'past' : undefined} aria-current={index === at ? 'step' : undefined}>
          <button type="button" onClick={() => go(index)}>
            {index + 1} {t(`customerForm.${step}`)}
          </button>
        </li>
      ))}
    </ol>
  );
}

function labels({ steps }: FormView, keys: readonly string[]): string {
  return keys
    .flatMap((wanted) => steps.flatMap(({ fields }) => fields).filter(({ key }) => key === wanted))
    .map(({ label }) => label)
    .join(' / ');
}

/** What keeps it from being saved, first of all. */
function problemOf(t: Say, { filling }: Form, view: FormView): { key: string; said: string } | null {
  const bad = Object.values(filling?.judged.notes ?? {}).find(({ state }) => state === 'problem');
  if (bad === undefined) return null;
  const { key, message } = bad;
  return { key, said: t('form.problem', { field: labels(view, [key]) || key, problem: t(message) }) };
}
