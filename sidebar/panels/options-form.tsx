// One option being changed: its names, other spellings, colour, and whether it is offered.
import { useState } from 'preact/hooks';
import type { OptionChange, OptionList } from '../../src/contract/settings-api';
import type { Say } from '../panel';
import { Names } from './settings-names';

export interface OptionFormProps {
  readonly t: Say;
  readonly list: OptionList;
  readonly change: OptionChange;
  readonly busy: boolean;
  save(change: OptionChange): void;
  /** Null: it came with the product. */
  readonly remove: (() => void) | null;
  cancel(): void;
}

export function OptionForm({ t, list, change, busy, save, remove, cancel }: OptionFormProps) {
  const [draft, setDraft] = useState(change);
  const [aliases, setAliases] = useState(change.aliases.join('; '));
  const set = (part: Partial<OptionChange>) => setDraft({ ...draft, ...part });
  return (
    <form
      class="stack"
      aria-label={t('optionsPanel.form')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) save({ ...draft, aliases: aliases.split(/[;；]/) });
      }}
    >
      <Names t={t} id="option" label={draft.label} set={(label) => set({ label })} />
      <div class="field">
        <label for="option-aliases">{t('optionsPanel.aliases')}</label>
        <input
          id="option-aliases"
          type="text"
          autocomplete="off"
          value={aliases}
          aria-describedby="option-aliases-hint"
          onInput={(event) => setAliases(event.currentTarget.value)}
        />
        <p id="option-aliases-hint" class="hint">
          {t('optionsPanel.aliasesHint')}
        </p>
      </div>
      {list.coloured && (
        <div class="field">
          <label for="option-colour">{t('optionsPanel.colour')}</label>
          <input
            id="option-colour"
            type="color"
            value={draft.colour ?? '#ffffff'}
            onInput={(event) => set({ colour: event.currentTarget.value })}
          />
        </div>
      )}
      {list.open && draft.id !== null && (
        <label class="tick">
          <input type="checkbox" checked={draft.active} onChange={(event) => set({ active: event.currentTarget.checked })} />
          {t('optionsPanel.active')}
        </label>
      )}
      <div class="row">
        <button type="submit" class="action" aria-disabled={busy}>
          {t('settingsAct.look')}
        </button>
        {remove !== null && (
          <button type="button" onClick={remove}>
            {t('optionsPanel.remove')}
          </button>
        )}
        <button type="button" class="plain" onClick={cancel}>
          {t('act.cancel')}
        </button>
      </div>
    </form>
  );
}
