// The fields of a form or of one of its steps: those that matter first, the others folded until they are wanted.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FieldView, FormView } from '../../src/contract/customer-api';
import type { Say } from '../panel';
import type { Form } from '../state/form';
import { Field } from './field';

export interface FieldsProps {
  readonly t: Say;
  idOf(key: string): string;
  readonly fields: readonly FieldView[];
  readonly view: FormView;
  readonly filling: NonNullable<Form['filling']>;
  readonly form: Form;
  /** What is said under a field besides. */
  under(key: string): ComponentChildren;
}

export function Fields({ t, idOf, fields, view, filling, form, under }: FieldsProps) {
  const { draft, judged } = filling;
  const one = (field: FieldView) => {
    const { key, within } = field;
    return (
      <Field
        key={key}
        t={t}
        id={idOf(key)}
        field={field}
        value={draft.values[key] ?? ''}
        offered={within === null ? undefined : view.within[key]?.[draft.values[within] ?? '']}
        note={judged.notes[key]}
        suggestion={judged.suggestions.find((each) => each.key === key)}
        set={(value) => form.set(key, value)}
        leave={() => form.leave(key)}
        accept={(value) => form.accept({ key, value })}
      >
        {under(key)}
      </Field>
    );
  };
  // What had a value when the form was opened is never folded.
  const first = ({ essential, required, key }: FieldView) => essential || required || (draft.base[key] ?? '') !== '';
  const folded = fields.filter((field) => !first(field));
  return (
    <>
      {fields.filter(first).map(one)}
      {folded.length > 0 && (
        <More
          label={t('form.more', { count: folded.length })}
          wanted={folded.some(({ key }) => judged.notes[key]?.state === 'problem')}
        >
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
