// Custom fields: what the spare columns of Customers hold; said first what a change touches.
import { useState } from 'preact/hooks';
import type { FieldChange, FieldPlan, FieldSlot } from '../../src/contract/settings-api';
import type { CustomField, FieldKind, Text } from '../../src/template/types';
import type { Say } from '../panel';
import { Facts } from '../parts/facts';
import { FailureNote } from '../parts/failure-note';
import { PanelFrame } from '../parts/panel';
import { StaleNote } from '../parts/stale-note';
import { Working } from '../parts/working';
import { figure } from '../show';
import { useReading } from '../state/reading';
import type { InnerProps } from './data';
import { SettingsActNotes, useSettingsAct } from './settings-act';
import { Names } from './settings-names';

const KINDS = ['text', 'number', 'date', 'enum', 'flag', 'tags', 'url'] as const satisfies readonly FieldKind[];

export function Fields(props: InnerProps) {
  const { server, t, locale, visible, changes, back } = props;
  const reading = useReading(() => server.fields(), visible, changes);
  const [open, setOpen] = useState<FieldSlot | null>(null);
  const act = useSettingsAct<FieldChange, FieldPlan>(props, server.planField, server.saveField, () => {
    setOpen(null);
    void reading.reload();
  });
  const pick = (slot: FieldSlot | null) => {
    act.look.clear();
    act.save.clear();
    setOpen(slot);
  };
  return (
    <PanelFrame t={t} title={t('fieldsPanel.title')} back={back} status="">
      <p class="sub">{t('fieldsPanel.what')}</p>
      {reading.failure !== null && (
        <FailureNote t={t} title={t('fieldsPanel.failed')} failure={reading.failure} retry={() => void reading.reload()} />
      )}
      {reading.busy && <Working t={t} locale={locale} what={t('fieldsPanel.reading')} since={reading.since} />}
      <StaleNote t={t} reading={reading} />
      {open === null ? (
        <ul>
          {reading.value?.map((slot) => (
            <li key={slot.slot} class="item">
              <div class="top">
                <button type="button" class="plain small" onClick={() => pick(slot)}>
                  {slot.label}
                </button>
                <span class="end">{t(stateOf(slot.field))}</span>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <FieldForm
          key={open.slot}
          t={t}
          slot={open}
          busy={act.look.busy || act.save.busy}
          look={(change) => void act.look.run(change)}
          cancel={() => pick(null)}
        />
      )}
      <SettingsActNotes
        {...props}
        act={act}
        title={(_plan, { field }) => t(field === null ? 'fieldsPanel.hides' : 'fieldsPanel.touches')}
        body={(plan, { field }) => (
          <>
            <Facts
              of={[
                [t('fieldsPanel.filled'), figure(plan.filled, locale)],
                field === null ? null : [t('fieldsPanel.rewritten'), figure(plan.rewritten, locale)],
                field === null ? null : [t('fieldsPanel.unfit'), figure(plan.unfit, locale)],
              ]}
            />
            {plan.unfit > 0 && <p>{t('fieldsPanel.stays', { examples: plan.examples.join(' · ') })}</p>}
            <p>{t(field === null ? 'fieldsPanel.kept' : 'fieldsPanel.reach')}</p>
          </>
        )}
        yes={(_plan, { field }) => t(field === null ? 'fieldsPanel.turnOff' : 'fieldsPanel.save')}
        done={t('fieldsPanel.saved')}
        undo={t('fieldsPanel.undo')}
      />
    </PanelFrame>
  );
}

function stateOf(field: CustomField | null) {
  if (field === null) return 'fieldsPanel.free';
  return field.off ? 'fieldsPanel.off' : (`fieldsPanel.kind.${field.kind}` as const);
}

interface FieldFormProps {
  readonly t: Say;
  readonly slot: FieldSlot;
  readonly busy: boolean;
  look(change: FieldChange): void;
  cancel(): void;
}

function FieldForm({ t, slot: { slot, field }, busy, look, cancel }: FieldFormProps) {
  const [label, setLabel] = useState<Text>(field?.label ?? { 'zh-CN': '', en: '' });
  const [kind, setKind] = useState<FieldKind>(field?.kind ?? 'text');
  const [lines, setLines] = useState('');
  return (
    <form
      class="stack"
      aria-label={t('fieldsPanel.form')}
      onSubmit={(event) => {
        event.preventDefault();
        // One language will do: the other then says the same.
        const [zh, en] = [label['zh-CN'].trim(), label.en.trim()];
        if (!busy) look({ slot, field: { kind, label: { 'zh-CN': zh || en, en: en || zh } }, options: optionsIn(lines) });
      }}
    >
      <Names t={t} id="field" label={label} set={setLabel} />
      <div class="field">
        <label for="field-kind">{t('fieldsPanel.kind')}</label>
        <select id="field-kind" value={kind} onChange={(event) => setKind(event.currentTarget.value as FieldKind)}>
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`fieldsPanel.kind.${each}`)}
            </option>
          ))}
        </select>
      </div>
      {kind === 'enum' && (
        <div class="field">
          <label for="field-options">{t('fieldsPanel.options')}</label>
          <textarea
            id="field-options"
            rows={4}
            value={lines}
            aria-describedby="field-options-hint"
            onInput={(event) => setLines(event.currentTarget.value)}
          />
          <p id="field-options-hint" class="hint">
            {t(field?.kind === 'enum' ? 'fieldsPanel.optionsMore' : 'fieldsPanel.optionsHint')}
          </p>
        </div>
      )}
      <div class="row">
        <button type="submit" class="action" aria-disabled={busy}>
          {t('settingsAct.look')}
        </button>
        {field !== null && !field.off && (
          <button type="button" onClick={() => !busy && look({ slot, field: null, options: [] })}>
            {t('fieldsPanel.turnOff')}
          </button>
        )}
        <button type="button" class="plain" onClick={cancel}>
          {t('act.cancel')}
        </button>
      </div>
    </form>
  );
}

/** A line an option, `轿车 / Saloon`; one name stands for both languages. */
function optionsIn(lines: string): Text[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [zh = '', en = zh] = line.split('/').map((part) => part.trim());
      return { 'zh-CN': zh, en };
    });
}
