// The fields of a form or of one of its steps: those that matter first, the others folded until they are wanted.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FieldNote, FieldView, FormValues, FormView, Suggestion } from '../../src/contract/customer-api';
import type { Say } from '../panel';
import { Field } from './field';

export interface FieldsProps {
  readonly t: Say;
  /** Begins the ids of the inputs, unique on the page. */
  readonly prefix: string;
  readonly fields: readonly FieldView[];
  /** What the form was opened with: a field that had a value then is never folded. */
  readonly base: FormValues;
  readonly values: FormValues;
  readonly notes: { readonly [key: string]: FieldNote };
  readonly suggestions?: readonly Suggestion[];
  readonly within?: FormView['within'];
  set(key: string, value: string): void;
  leave(key: string): void;
  accept(offer: { key: string; value: string }): void;
  under?(key: string): ComponentChildren;
}

export function Fields({ t, prefix, fields, base, values, notes, suggestions = [], within = {}, ...act }: FieldsProps) {
  const one = (field: FieldView) => (
    <Field
      key={field.key}
      t={t}
      id={`${prefix}-${field.key}`}
      field={field}
      value={values[field.key] ?? ''}
      offered={field.within === null ? undefined : within[field.key]?.[values[field.within] ?? '']}
      note={notes[field.key]}
      suggestion={suggestions.find(({ key }) => key === field.key)}
      set={(value) => act.set(field.key, value)}
      leave={() => act.leave(field.key)}
      accept={(value) => act.accept({ key: field.key, value })}
    >
      {act.under?.(field.key)}
    </Field>
  );
  const first = (field: FieldView) => field.essential || field.required || (base[field.key] ?? '') !== '';
  const folded = fields.filter((field) => !first(field));
  return (
    <>
      {fields.filter(first).map(one)}
      {folded.length > 0 && (
        <More label={t('form.more', { count: folded.length })} wanted={folded.some(({ key }) => notes[key]?.state === 'problem')}>
          {folded.map(one)}
        </More>
      )}
    </>
  );
}

/** Opened by the user, or by a problem inside; it never closes by itself, for somebody may be typing in it. */
function More({ label, wanted, children }: { label: string; wanted: boolean; children: ComponentChildren }) {
  const [open, setOpen] = useState(wanted);
  useEffect(() => {
    if (wanted) setOpen(true);
  }, [wanted]);
  return (
    <details class="more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      <div class="stack">{children}</div>
    </details>
  );
}
