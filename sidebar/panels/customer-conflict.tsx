// Somebody else saved the same customer meanwhile: what he wrote beside what you wrote, and a choice for each field.
import { useState } from 'preact/hooks';
import type { Say } from '../panel';
import { Note } from '../parts/note';
import { PanelFrame } from '../parts/panel';
import type { Conflict, Decisions, Form } from '../state/form';

export interface ConflictProps {
  readonly t: Say;
  readonly title: string;
  readonly conflict: Conflict;
  readonly form: Form;
}

export function ConflictView({ t, title, conflict, form }: ConflictProps) {
  const [decisions, setDecisions] = useState<Decisions>({});
  const open = conflict.fields.filter(({ key }) => decisions[key] === undefined).length;
  const { by, at } = conflict;
  const changed = by === '' ? 'conflict.changed' : conflict.own ? 'conflict.changedByYou' : 'conflict.changedBy';
  return (
    <PanelFrame
      t={t}
      title={title}
      back={form.putOff}
      status={t('conflict.title')}
      foot={
        <>
          <button type="button" class="plain push" onClick={form.putOff}>
            {t('conflict.back')}
          </button>
          <button
            type="button"
            class="action"
            aria-disabled={open > 0}
            aria-describedby="conflict-open"
            onClick={() => open === 0 && form.settle(decisions)}
          >
            {t('conflict.save')}
          </button>
        </>
      }
    >
      <div role="alert">
        <Note kind="warn" title={t('conflict.title')}>
          <p>{t(changed, { by, at })}</p>
        </Note>
      </div>
      {conflict.fields.map(({ key, label, before, theirs, mine }) => (
        <fieldset key={key} class="field">
          <legend>{label}</legend>
          {(['theirs', 'mine'] as const).map((whose) => (
            <label key={whose} class="tick">
              <input
                type="radio"
                name={`conflict-${key}`}
                checked={decisions[key] === whose}
                onChange={() => setDecisions({ ...decisions, [key]: whose })}
              />
              <span>
                <span class="muted">{t(`conflict.${whose}`)}</span> {(whose === 'theirs' ? theirs : mine) || t('conflict.blank')}
              </span>
            </label>
          ))}
          <p class="hint">{t('conflict.before', { value: before || t('conflict.blank') })}</p>
        </fieldset>
      ))}
      <p id="conflict-open" class="hint" role="status">
        {open > 0 ? t('conflict.open', { count: open }) : t('conflict.ready')}
      </p>
    </PanelFrame>
  );
}
