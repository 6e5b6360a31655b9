// A customer entered or edited in three steps: judged field by field on leaving it, saved from any step, nothing typed ever lost.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FormStep, FormView, SaveOutcome } from '../../src/contract/customer-api';
import type { PanelProps, Say } from '../panel';
import { DoorNote } from '../parts/door-note';
import { FailureNote } from '../parts/failure-note';
import { focusField } from '../parts/field';
import { Fields } from '../parts/fields';
import { Note } from '../parts/note';
import { PanelFrame } from '../parts/panel';
import { Working } from '../parts/working';
import { type Form, useForm } from '../state/form';
import { ConflictView } from './customer-conflict';

export interface CustomerFormProps extends PanelProps {
  /** Null: a new one. */
  readonly id: string | null;
  /** The name of the one that is edited, or a first guess at the new one's. */
  readonly name: string;
  back(): void;
  open(id: string): void;
  saved(outcome: Extract<SaveOutcome, { outcome: 'saved' }>): void;
}

/** What the draft of a form is kept under; one for each person, who may share the browser. */
export function draftKeyOf(start: PanelProps['start'], id: string | null): string {
  return `${start.user.email}:${id ?? 'new'}`;
}

export function CustomerForm({ server, t, locale, start, id, name, back, open, saved }: CustomerFormProps) {
  const prefix = `customer-${id ?? 'new'}`;
  const [at, setAt] = useState(0);
  /** The field to go to, once its step is drawn. */
  const [wanted, setWanted] = useState<{ key: string } | null>(null);
  const reason = useRef<HTMLInputElement>(null);
  const form = useForm({
    server,
    locale,
    id,
    draftKey: draftKeyOf(start, id),
    given: id === null && name !== '' ? { name } : {},
    saved,
    refused: ([key]) => key !== undefined && setWanted({ key }),
  });
  const { view, filling } = form;
  const steps = view?.steps ?? [];
  const go = (step: number) => {
    setAt(step);
    const first = steps[step]?.fields.find(({ closed }) => closed === null);
    setWanted(first === undefined ? null : { key: first.key });
  };
  useEffect(() => {
    if (wanted === null) return;
    const step = steps.findIndex(({ fields }) => fields.some(({ key }) => key === wanted.key));
    if (step >= 0 && step !== at) setAt(step);
    else focusField(`${prefix}-${wanted.key}`);
  }, [wanted, at]);
  const ready = view !== null;
  useEffect(() => {
    if (ready) go(0);
  }, [ready]);

  const title = id === null ? t('customerForm.new') : t('customerForm.edit', { name: name || id });
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
  if (filling.conflict !== null) {
    return (
      <ConflictView
        t={t}
        title={title}
        conflict={filling.conflict}
        busy={form.save.busy}
        settle={form.settle}
        back={form.putOff}
      />
    );
  }

  const { draft, judged } = filling;
  const { matches } = judged;
  // Somebody like him is there: saving all the same wants a reason.
  const held = matches.length > 0 && draft.reason.trim() === '';
  const submit = () => {
    if (view.closed !== null) return;
    if (held) reason.current?.focus();
    else form.submit();
  };
  const last = at === steps.length - 1;
  const next = () => (last ? submit() : go(at + 1));
  return (
    <PanelFrame
      t={t}
      title={title}
      back={back}
      status={statusOf(t, form, view)}
      foot={
        <>
          <button type="button" class="plain push" onClick={back}>
            {t('act.cancel')}
          </button>
          <button
            type="button"
            class={last || id !== null ? 'action' : undefined}
            aria-disabled={form.save.busy || held || view.closed !== null}
            aria-describedby={held ? `${prefix}-reason-hint` : undefined}
            onClick={submit}
          >
            {t(form.save.busy ? 'customerForm.saving' : matches.length > 0 ? 'customerForm.saveAnyway' : 'customerForm.save')}
          </button>
          {!last && (
            <button type="button" class={id === null ? 'action' : undefined} onClick={next}>
              {t('customerForm.next')}
            </button>
          )}
        </>
      }
    >
      <Steps t={t} steps={steps} at={at} go={go} />
      {view.closed !== null && <Note kind="warn">{t(view.closed.code, view.closed.args)}</Note>}
      {form.restored && (
        <Note kind="info" sign="history">
          <p>{t('customerForm.restored')}</p>
          <div class="row">
            <button type="button" class="small" onClick={form.discard}>
              {t('customerForm.discard')}
            </button>
          </div>
        </Note>
      )}
      <form
        class="entry"
        aria-label={t('customerForm.step', { step: at + 1, of: steps.length })}
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
          prefix={prefix}
          fields={steps[at]?.fields ?? []}
          base={draft.base}
          values={draft.values}
          notes={judged.notes}
          suggestions={judged.suggestions}
          within={view.within}
          set={form.set}
          leave={form.leave}
          accept={form.accept}
          under={(key) =>
            matches
              .filter((match) => placeOf(match.same, steps[at]) === key)
              .map((match) => <DoorNote key={match.id} t={t} match={match} open={open} />)
          }
        />
        {matches
          .filter((match) => placeOf(match.same, steps[at]) === null)
          .map((match) => (
            <DoorNote key={match.id} t={t} match={match} open={open} />
          ))}
        {at === 0 && view.oneOf.length > 0 && <p class="hint">{oneOfHint(t, view)}</p>}
        {matches.length > 0 && (
          <div class="field">
            <label for={`${prefix}-reason`}>{t('customerForm.reason')}</label>
            <input
              id={`${prefix}-reason`}
              ref={reason}
              type="text"
              autocomplete="off"
              value={draft.reason}
              aria-describedby={`${prefix}-reason-hint`}
              onInput={(event) => form.setReason(event.currentTarget.value)}
            />
            <p id={`${prefix}-reason-hint`} class="hint">
              {t('customerForm.reasonHint')}
            </p>
          </div>
        )}
        {/* Enter in a field goes on, in every step. */}
        <button type="submit" class="sr" tabIndex={-1}>
          {t(last ? 'customerForm.save' : 'customerForm.next')}
        </button>
      </form>
      <Orphans t={t} form={form} view={view} />
      {form.unchecked && <p class="hint">{t('customerForm.unchecked')}</p>}
      {form.save.view.state === 'error' && (
        <FailureNote
          t={t}
          title={t('customerForm.notSaved')}
          failure={form.save.view.failure}
          retry={() => void form.save.retry()}
        />
      )}
    </PanelFrame>
  );
}

/** Problems of columns that the form does not show, e.g. one that script keeps. */
function Orphans({ t, form, view }: { t: Say; form: Form; view: FormView }) {
  const shown = new Set(view.steps.flatMap(({ fields }) => fields).map(({ key }) => key));
  const notes = Object.values(form.filling?.judged.notes ?? {}).filter(
    ({ key, state }) => state === 'problem' && !shown.has(key),
  );
  if (notes.length === 0) return null;
  return (
    <div role="alert">
      {notes.map(({ key, message }) => (
        <Note key={key} kind="error">
          {t(message.code, message.args)}
        </Note>
      ))}
    </div>
  );
}

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

/** Under which field of a step a match is told: the first in which they agree; null: under none of it. */
function placeOf(same: readonly string[], step: FormStep | undefined): string | null {
  return step?.fields.find(({ key }) => same.includes(key))?.key ?? null;
}

function oneOfHint(t: Say, { steps, oneOf }: FormView): string {
  const labelOf = (wanted: string) => steps.flatMap(({ fields }) => fields).find(({ key }) => key === wanted)?.label;
  return oneOf
    .map((keys) =>
      t('form.oneOf', {
        field: keys
          .map(labelOf)
          .filter((label) => label !== undefined)
          .join(' / '),
      }),
    )
    .join(' ');
}

function statusOf(t: Say, form: Form, view: FormView): string {
  if (form.save.busy) return t('customerForm.saving');
  const notes = Object.values(form.filling?.judged.notes ?? {});
  const bad = notes.find(({ state }) => state === 'problem');
  if (bad === undefined) return '';
  const label = view.steps.flatMap(({ fields }) => fields).find(({ key }) => key === bad.key)?.label ?? bad.key;
  return t('form.problem', { field: label, problem: t(bad.message.code, bad.message.args) });
}
