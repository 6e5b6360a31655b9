// Logs a contact in place: call chosen, the next date filled in and explained, so that a click on Save is all it takes.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Server } from '../../src/contract/server-api';
import type { Start } from '../../src/contract/template-api';
import type { Agenda, LoggedContact } from '../../src/contract/today-api';
import type { Message } from '../../src/i18n/index';
import type { Locale } from '../../src/template/types';
import { contactTypes } from '../labels.made';
import type { Say } from '../panel';
import { dayName } from '../show';
import { useAct } from '../state/act';
import { type Draft, dropDraft, keepDraft, newToken, readDraft } from '../state/drafts';
import { draftKeyOf } from '../state/form-source';
import { Choice } from './choice';
import { FailureNote } from './failure-note';

/** Shown as a bar; the others come behind the last of it. */
const USUAL = ['call', 'wechat', 'visit'];
const OTHER = 'other';
/** After these it may be entered all the same. */
const UNSURE: readonly string[] = ['server.lost', 'unexpected'];
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Under which a half written log is kept: the person's own, as forms are. */
export const logKey = (start: Start, customer: string) => `${draftKeyOf(start, customer)}:log`;

export interface LogContactProps {
  readonly server: Server;
  readonly t: Say;
  readonly locale: Locale;
  readonly start: Start;
  readonly customer: {
    readonly id: string;
    readonly row: number;
    /** Option id. */
    readonly tier: string;
    readonly name: string;
    /** What is to be done next as it stands. */
    readonly action: string;
  };
  readonly agenda: Agenda;
  done(logged: LoggedContact): void;
  close(): void;
}

export function LogContact({ server, t, locale, start, customer, agenda, done, close }: LogContactProps) {
  const draftKey = logKey(start, customer.id);
  const [draft, setDraft] = useState<Draft>(() => readDraft(draftKey) ?? fresh(customer.action));
  const summary = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => summary.current?.focus(), []);
  const { values } = draft;
  const value = (key: string) => values[key] ?? '';
  const set = (key: string, to: string) => {
    const next = { ...draft, values: { ...values, [key]: to } };
    setDraft(next);
    keepDraft(draftKey, next);
  };
  const plan = agenda.reached[customer.tier] ?? agenda.reached[''];
  const again = agenda.missed[customer.tier] ?? agenda.missed[''];
  const day = value('next') || (plan?.day ?? '');
  const save = useAct(
    (result: 'reached' | 'no_answer') =>
      server.logContact({
        customer: customer.id,
        row: customer.row,
        by: agenda.me,
        type: value('type'),
        result,
        summary: value('summary'),
        nextFollowUp: value('next') || ((result === 'reached' ? plan : again)?.day ?? ''),
        nextAction: value('action'),
        status: '',
        // Whoever was not reached after all is another contact than the one whose answer was lost.
        token: `${draft.token}-${result}`,
      }),
    (logged) => {
      dropDraft(draftKey);
      done(logged);
    },
  );
  const cancel = () => {
    dropDraft(draftKey);
    close();
  };
  const usual = USUAL.includes(value('type'));
  const label = (id: string) => contactTypes.find((type) => type.id === id)?.label[locale] ?? id;
  const id = (part: string) => `log-${customer.id}-${part}`;
  // Of a day typed in another form the server knows which it is, and what is wrong with it.
  const known: readonly Message[] = DAY.test(day)
    ? [{ code: 'followUp.booked', args: { booked: agenda.booked[day] ?? 0, cap: agenda.cap } }]
    : [];
  const why = day === plan?.day ? plan.why : known;
  return (
    <form
      class="entry"
      aria-label={t('today.log', { name: customer.name })}
      onSubmit={(event) => {
        event.preventDefault();
        void save.run('reached');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) void save.run('reached');
        // What was typed is kept: only Cancel lets go of it.
        if (event.key === 'Escape') close();
        if (event.key === 'Escape') event.stopPropagation();
      }}
    >
      <Choice
        name={id('type')}
        legend={t('log.type')}
        value={usual ? value('type') : OTHER}
        options={[...USUAL, OTHER].map((type) => ({ value: type, label: type === OTHER ? t('log.others') : label(type) }))}
        onPick={(type) => set('type', type === OTHER ? (contactTypes.find((one) => !USUAL.includes(one.id))?.id ?? '') : type)}
      />
      {!usual && (
        <select aria-label={t('log.type')} value={value('type')} onChange={(event) => set('type', event.currentTarget.value)}>
          {contactTypes
            .filter((type) => !USUAL.includes(type.id))
            .map((type) => (
              <option key={type.id} value={type.id}>
                {type.label[locale]}
              </option>
            ))}
        </select>
      )}
      <div class="field">
        <label for={id('summary')}>
          {t('log.summary')} <span class="hint">{t('log.summaryHint')}</span>
        </label>
        <textarea
          id={id('summary')}
          ref={summary}
          rows={2}
          maxLength={500}
          value={value('summary')}
          onInput={(event) => set('summary', event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={id('next')}>{t('log.next')}</label>
        <input
          id={id('next')}
          type="text"
          autocomplete="off"
          value={day}
          aria-describedby={id('why')}
          onInput={(event) => set('next', event.currentTarget.value)}
        />
        <p id={id('why')} class="hint">
          {[DAY.test(day) ? dayName(day, locale, agenda.today) : '', ...why.map((reason) => t(reason.code, reason.args))]
            .filter((part) => part !== '')
            .join(t('log.list'))}
        </p>
      </div>
      <div class="field">
        <label for={id('action')}>{t('log.action')}</label>
        <input
          id={id('action')}
          type="text"
          maxLength={200}
          autocomplete="off"
          value={value('action')}
          onInput={(event) => set('action', event.currentTarget.value)}
        />
      </div>
      {save.view.state === 'error' && (
        <FailureNote
          t={t}
          title={t(UNSURE.includes(save.view.failure.code) ? 'log.unsure' : 'log.failed')}
          failure={save.view.failure}
          retry={() => void save.retry()}
        />
      )}
      <div class="row">
        <button type="submit" class="action" aria-disabled={save.busy}>
          {t(save.busy ? 'log.saving' : 'log.save')}
        </button>
        <button
          type="button"
          class="plain push"
          aria-disabled={save.busy}
          aria-describedby={id('again')}
          onClick={() => void save.run('no_answer')}
        >
          {t('log.missed')}
        </button>
        <button type="button" class="plain" onClick={cancel}>
          {t('act.cancel')}
        </button>
      </div>
      <p id={id('again')} class="hint">
        {t('log.missedNext', { day: dayName(value('next') || (again?.day ?? ''), locale, agenda.today) })}
      </p>
    </form>
  );
}

function fresh(action: string): Draft {
  const base = { type: 'call', summary: '', next: '', action };
  return { base, values: base, reason: '', token: newToken() };
}
