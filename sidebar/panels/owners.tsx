// Owners: the people customers belong to, added and changed in place.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OwnerView } from '../../src/contract/team-api';
import { roles, usualRole } from '../labels.made';
import type { PanelProps, Say } from '../panel';
import { FailureNote } from '../parts/failure-note';
import { Icon } from '../parts/icon';
import { StaleNote } from '../parts/stale-note';
import { Working } from '../parts/working';
import { figure } from '../show';
import { useAct } from '../state/act';
import { useReading } from '../state/reading';

const NOBODY: OwnerView = { name: '', email: '', role: usualRole, active: true, customers: 0, editor: false };

export function Owners({ server, t, locale, visible, changes, changed }: PanelProps) {
  const reading = useReading(() => server.owners(), visible, changes);
  // The person whose form is open: somebody of the list, or nobody yet.
  const [open, setOpen] = useState<OwnerView | null>(null);
  const save = useAct(
    (person: OwnerView) => server.saveOwner({ name: person.name, email: person.email, role: person.role, active: person.active }),
    (owners) => {
      setOpen(null);
      changed();
      reading.show(owners);
    },
  );
  const edit = (person: OwnerView) => {
    save.clear();
    setOpen(person);
  };
  return (
    <section class="group" aria-label={t('ownersPanel.title')}>
      <h3>
        <Icon name="team" />
        {t('ownersPanel.title')}
        <span class="end">
          <button type="button" class="small" onClick={() => edit(NOBODY)}>
            <Icon name="plus" />
            {t('ownersPanel.add')}
          </button>
        </span>
      </h3>
      <p role="status" class="sr">
        {save.view.state === 'done' ? t('ownersPanel.saved') : ''}
      </p>
      {reading.failure !== null && (
        <FailureNote t={t} title={t('ownersPanel.failed')} failure={reading.failure} retry={() => void reading.reload()} />
      )}
      {reading.busy && <Working t={t} locale={locale} what={t('ownersPanel.reading')} since={reading.since} />}
      <StaleNote t={t} reading={reading} />
      {open !== null && (
        <OwnerForm
          key={open.name}
          t={t}
          locale={locale}
          person={open}
          busy={save.busy}
          save={save.run}
          cancel={() => setOpen(null)}
        />
      )}
      {save.view.state === 'error' && (
        <FailureNote t={t} title={t('ownersPanel.notSaved')} failure={save.view.failure} retry={() => void save.retry()} />
      )}
      {reading.value !== null && reading.value.length === 0 && <p class="sub">{t('ownersPanel.none')}</p>}
      {reading.value !== null && reading.value.length > 0 && (
        <ul>
          {reading.value.map((person) => (
            <li key={person.name} class="item">
              <div class="top">
                <button type="button" class="plain small" onClick={() => edit(person)}>
                  {person.name}
                </button>
                <span class="rest">{roleOf(person)?.label[locale] ?? person.role}</span>
                <span class="end num">{t('ownersPanel.holds', { count: figure(person.customers, locale) })}</span>
              </div>
              <p class="muted">{standing(t, person)}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A role is told by its id or by its label in any language; a text of the user's own is none of ours. */
function roleOf(person: OwnerView) {
  return roles.find((option) => option.id === person.role || Object.values(option.label).includes(person.role));
}

/** What keeps a person from mails or from a range of his own; his address when nothing does. */
function standing(t: Say, person: OwnerView): string {
  if (!person.active) return t('ownersPanel.inactive');
  if (person.email === '') return t('ownersPanel.noMail');
  return person.editor ? person.email : t('ownersPanel.notEditor', { email: person.email });
}

interface OwnerFormProps extends Pick<PanelProps, 't' | 'locale'> {
  readonly person: OwnerView;
  readonly busy: boolean;
  save(person: OwnerView): Promise<void>;
  cancel(): void;
}

function OwnerForm({ t, locale, person, busy, save, cancel }: OwnerFormProps) {
  const [draft, setDraft] = useState({ ...person, role: roleOf(person)?.id ?? person.role });
  const [left, setLeft] = useState(false);
  const set = (part: Partial<OwnerView>) => setDraft({ ...draft, ...part });
  const unnamed = draft.name.trim() === '';
  const isNew = person.name === '';
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <form
      class="stack"
      aria-label={t('ownersPanel.form')}
      onSubmit={(event) => {
        event.preventDefault();
        setLeft(true);
        if (!unnamed && !busy) void save(draft);
      }}
    >
      <div class="field">
        <label for="owner-name">
          {t('ownersPanel.name')} <span class="overdue">{t('form.required')}</span>
        </label>
        <input
          id="owner-name"
          ref={first}
          type="text"
          autocomplete="off"
          value={draft.name}
          // The name is what customers' rows carry: changing it here would part them from their owner.
          readOnly={!isNew}
          aria-invalid={left && unnamed}
          aria-describedby="owner-name-hint"
          onInput={(event) => set({ name: event.currentTarget.value })}
          onBlur={() => setLeft(true)}
        />
        <p id="owner-name-hint" class={left && unnamed ? 'hint bad' : 'hint'}>
          {t(left && unnamed ? 'ownersPanel.nameMissing' : isNew ? 'ownersPanel.nameHint' : 'ownersPanel.nameFixed')}
        </p>
      </div>
      <div class="field">
        <label for="owner-email">{t('ownersPanel.email')}</label>
        <input
          id="owner-email"
          type="email"
          autocomplete="off"
          value={draft.email}
          aria-describedby="owner-email-hint"
          onInput={(event) => set({ email: event.currentTarget.value })}
        />
        <p id="owner-email-hint" class="hint">
          {t('ownersPanel.emailHint')}
        </p>
      </div>
      <div class="field">
        <label for="owner-role">{t('ownersPanel.role')}</label>
        <select id="owner-role" value={draft.role} onChange={(event) => set({ role: event.currentTarget.value })}>
          {roles.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label[locale]}
            </option>
          ))}
        </select>
      </div>
      <label class="tick">
        <input type="checkbox" checked={draft.active} onChange={(event) => set({ active: event.currentTarget.checked })} />
        {t('ownersPanel.active')}
      </label>
      <div class="row">
        <button type="submit" class="action" aria-disabled={busy}>
          {t(busy ? 'ownersPanel.saving' : 'ownersPanel.save')}
        </button>
        <button type="button" class="plain" onClick={cancel}>
          {t('act.cancel')}
        </button>
      </div>
    </form>
  );
}
