// One field of a form: label, input, and under it what is said about it; its shape follows from the column's kind.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FieldNote, FieldView, Suggestion } from '../../src/contract/customer-api';
import type { Say } from '../panel';
import { Icon } from './icon';

export interface FieldProps {
  readonly t: Say;
  /** Unique on the page. */
  readonly id: string;
  readonly field: Pick<FieldView, 'label' | 'help' | 'input' | 'required' | 'options' | 'closed'>;
  readonly value: string;
  /** What is offered, where it depends on another field; else the field's own. */
  readonly offered?: readonly string[] | undefined;
  readonly note?: FieldNote | undefined;
  readonly suggestion?: Suggestion | undefined;
  set(value: string): void;
  leave?(): void;
  accept?(value: string): void;
  /** Said under the field, e.g. a customer who has the same number. */
  readonly children?: ComponentChildren;
}

export function Field(props: FieldProps) {
  const { t, id, field, value, note, suggestion, accept, children } = props;
  const hint = `${id}-hint`;
  const offer = suggestion?.value ?? note?.suggestion ?? undefined;
  const described = note !== undefined || field.help !== '' ? hint : undefined;
  if (field.closed !== null) return <Closed t={t} field={field} value={value} />;
  return (
    <>
      <div class="field">
        {field.input === 'flag' ? (
          <label class="tick" for={id}>
            <Input {...props} described={described} />
            {field.label}
          </label>
        ) : (
          <>
            <label for={id}>
              {field.label} {field.required && <span class="overdue">{t('form.required')}</span>}
            </label>
            <Input {...props} described={described} />
          </>
        )}
        {described !== undefined && <Hint t={t} id={hint} note={note} help={field.help} />}
        {offer !== undefined && offer !== value && (
          // Offered with its reason, never taken without a click.
          <p class="row hint">
            {suggestion !== undefined && <span>{t(suggestion.why)}</span>}
            <button type="button" class="small" onClick={() => accept?.(offer)}>
              {t('form.accept', { value: offer })}
            </button>
          </p>
        )}
      </div>
      {children}
    </>
  );
}

/** Goes to a field, also to one that is folded: its fold opens first. */
export function focusField(id: string): void {
  const field = document.getElementById(id);
  const fold = field?.closest('details');
  if (fold != null) fold.open = true;
  field?.focus();
}

function Hint({ t, id, note, help }: { t: Say; id: string; note: FieldNote | undefined; help: string }) {
  if (note === undefined) {
    return (
      <p id={id} class="hint">
        {help}
      </p>
    );
  }
  const look = { ok: 'good', warn: 'warn', problem: 'bad' } as const;
  const sign = { ok: 'ok', warn: 'warning', problem: 'overdue' } as const;
  return (
    <p id={id} class={`hint ${look[note.state]}`}>
      <Icon name={sign[note.state]} /> {t(note.message)}
    </p>
  );
}

/** What the acting user may not change is read, not greyed out. */
function Closed({ t, field, value }: Pick<FieldProps, 't' | 'field' | 'value'>) {
  const label = field.options.find((option) => option.value === value)?.label ?? value;
  return (
    <dl class="field closed">
      <dt>{field.label}</dt>
      <dd>{label === '' ? '—' : label}</dd>
      {field.closed !== null && <dd class="hint">{t(field.closed)}</dd>}
    </dl>
  );
}

const DAY = /^(\d{4}-\d\d-\d\d)?$/;

function Input({ id, field, value, offered, note, set, leave, described }: FieldProps & { described: string | undefined }) {
  // A calendar to pick from, except where there is a text that it could not show.
  const [type] = useState<'date' | 'text'>(field.input === 'date' && DAY.test(value) ? 'date' : 'text');
  const said = { 'aria-describedby': described, 'aria-invalid': note?.state === 'problem', onBlur: leave };
  switch (field.input) {
    case 'text':
      return <textarea id={id} rows={3} value={value} {...said} onInput={(event) => set(event.currentTarget.value)} />;
    case 'flag':
      return (
        <input
          id={id}
          type="checkbox"
          checked={value === 'true'}
          {...said}
          onChange={(event) => set(event.currentTarget.checked ? 'true' : '')}
        />
      );
    case 'choice':
      return (
        <select id={id} value={value} {...said} onChange={(event) => set(event.currentTarget.value)}>
          <option value="" />
          {/* A text that is no option of the list stays until somebody picks one. */}
          {value !== '' && !field.options.some((option) => option.value === value) && <option value={value}>{value}</option>}
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
    default: {
      const list = offered?.map((each) => ({ value: each, label: each })) ?? field.options;
      return (
        <>
          <input
            id={id}
            type={type}
            autocomplete="off"
            inputMode={field.input === 'number' ? 'decimal' : undefined}
            list={list.length > 0 ? `${id}-list` : undefined}
            value={value}
            {...said}
            onInput={(event) => set(event.currentTarget.value)}
          />
          {list.length > 0 && (
            <datalist id={`${id}-list`}>
              {list.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label === option.value ? undefined : option.label}
                </option>
              ))}
            </datalist>
          )}
        </>
      );
    }
  }
}
