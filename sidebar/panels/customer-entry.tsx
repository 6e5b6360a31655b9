// An order, a piece of feedback or a contact entered for a customer.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChildFormView, ChildSheet, FieldNote, FormValues } from '../../src/contract/customer-api';
import type { Failure } from '../../src/contract/wire';
import type { PanelProps } from '../panel';
import { FailureNote } from '../parts/failure-note';
import { focusField } from '../parts/field';
import { Fields } from '../parts/fields';
import { PanelFrame } from '../parts/panel';
import { Working } from '../parts/working';
import { useAct } from '../state/act';
import { changedKeys, type Draft, dropDraft, keepDraft, newToken, readDraft } from '../state/drafts';

export interface CustomerEntryProps extends PanelProps {
  readonly sheet: ChildSheet;
  /** Id of the customer. */
  readonly customer: string;
  readonly name: string;
  back(): void;
  saved(id: string): void;
}

export function CustomerEntry({ server, t, locale, start, sheet, customer, name, back, saved }: CustomerEntryProps) {
  const draftKey = `${start.user.email}:${sheet}:${customer}`;
  const prefix = `${sheet}-${customer}`;
  const [view, setView] = useState<ChildFormView | null>(null);
  const [unread, setUnread] = useState<Failure | null>(null);
  const [draft, setDraft] = useState<Draft | null>(() => readDraft(draftKey));
  const [notes, setNotes] = useState<{ readonly [key: string]: FieldNote }>({});
  const since = useRef(Date.now());

  const read = async () => {
    setUnread(null);
    const reply = await server.entryForm({ sheet, customer, locale });
    if (!reply.ok) {
      setUnread(reply);
      return;
    }
    setView(reply.value);
    const { values } = reply.value;
    setDraft((old) => (old === null ? { base: values, values, reason: '', token: newToken() } : old));
  };
  useEffect(() => void read(), [locale]);
  const ready = view !== null;
  useEffect(() => {
    const first = view?.fields.find(({ closed }) => closed === null);
    if (first !== undefined) focusField(`${prefix}-${first.key}`);
  }, [ready]);

  const refuse = (refused: readonly FieldNote[]) => {
    setNotes(Object.fromEntries(refused.map((note) => [note.key, note])));
    if (refused[0] !== undefined) focusField(`${prefix}-${refused[0].key}`);
  };
  const save = useAct(
    (values: FormValues, token: string) => server.saveEntry({ sheet, customer, values, token }),
    (outcome) => {
      if (outcome.outcome === 'invalid') {
        refuse(outcome.notes);
        return;
      }
      dropDraft(draftKey);
      saved(outcome.id);
    },
  );
  const title = t(`customerEntry.${sheet}`);
  if (view === null || draft === null) {
    return (
      <PanelFrame t={t} title={title} back={back} status="">
        {unread === null ? (
          <Working t={t} locale={locale} what={t('customerForm.reading')} since={since.current} />
        ) : (
          <FailureNote t={t} title={t('customerForm.notRead')} failure={unread} retry={() => void read()} />
        )}
      </PanelFrame>
    );
  }
  const set = (key: string, value: string) => {
    const next = { ...draft, values: { ...draft.values, [key]: value } };
    if (changedKeys(next).length > 0) keepDraft(draftKey, next);
    else dropDraft(draftKey);
    setDraft(next);
    const { [key]: _gone, ...rest } = notes;
    setNotes(rest);
  };
  const submit = () => {
    const missing = view.fields.filter(({ key, required }) => required && (draft.values[key] ?? '').trim() === '');
    if (missing.length === 0) void save.run(draft.values, draft.token);
    else {
      refuse(
        missing.map(({ key, label }) => ({
          key,
          state: 'problem',
          message: { code: 'form.missing', args: { field: label } },
          suggestion: null,
        })),
      );
    }
  };
  const bad = Object.values(notes)[0];
  return (
    <PanelFrame
      t={t}
      title={title}
      back={back}
      status={save.busy ? t('customerForm.saving') : bad === undefined ? '' : t(bad.message.code, bad.message.args)}
      foot={
        <>
          <button type="button" class="plain push" onClick={back}>
            {t('act.cancel')}
          </button>
          <button type="button" class="action" aria-disabled={save.busy} onClick={submit}>
            {t(save.busy ? 'customerForm.saving' : 'customerForm.save')}
          </button>
        </>
      }
    >
      <p class="sub">
        {name} · <span class="num">{customer}</span>
      </p>
      <form
        class="entry"
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          submit();
        }}
      >
        <Fields
          t={t}
          prefix={prefix}
          fields={view.fields}
          base={draft.base}
          values={draft.values}
          notes={notes}
          set={set}
          leave={() => {}}
          accept={({ key, value }) => set(key, value)}
        />
        {/* Enter in a field saves. */}
        <button type="submit" class="sr" tabIndex={-1}>
          {t('customerForm.save')}
        </button>
      </form>
      {save.view.state === 'error' && (
        <FailureNote t={t} title={t('customerForm.notSaved')} failure={save.view.failure} retry={() => void save.retry()} />
      )}
    </PanelFrame>
  );
}
