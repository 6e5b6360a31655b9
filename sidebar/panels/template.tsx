// The template: repairs the pool, switches its language and line of business; says first what will change.
import { useEffect, useState } from 'preact/hooks';
import type { Start, TemplateChoice, TemplatePlan } from '../../src/contract/template-api';
import type { Locale, Preset } from '../../src/template/types';
import type { PanelProps, Say } from '../panel';
import { Choice } from '../parts/choice';
import { Facts } from '../parts/facts';
import { FailureNote } from '../parts/failure-note';
import { Icon } from '../parts/icon';
import { Note } from '../parts/note';
import { StaleNote } from '../parts/stale-note';
import { Working } from '../parts/working';
import { useReading } from '../state/reading';
import { useTemplateAct } from './template-apply';

export const PRESETS = ['b2b', 'retail', 'consulting', 'ecommerce'] as const satisfies readonly Preset[];

export const LANGUAGES = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
] as const satisfies readonly { value: Locale; label: string }[];

export function Template(props: PanelProps) {
  const { server, t, locale, start, visible, changes, changed } = props;
  const { state } = start.workbook;
  const [choice, setChoice] = useState<{ locale: Locale; preset: Preset }>({
    locale: start.workbook.locale ?? start.locale,
    preset: start.workbook.preset ?? 'b2b',
  });
  const asked: TemplateChoice = choice;
  const reading = useReading(() => server.planTemplate(asked), visible && state !== 'newer', changes);
  // Another choice is another plan.
  useEffect(() => {
    if (reading.value !== null) void reading.reload();
  }, [choice.locale, choice.preset]);

  const apply = useTemplateAct(server, () => {
    changed();
    void reading.reload();
  });

  const plan = reading.value;
  const switched = plan?.state === 'repair' ? chosenAnew(t, choice, start.workbook) : '';
  const result = apply.view.state === 'done' ? apply.view.value : null;
  return (
    <section class="group" aria-label={t('templatePanel.title')}>
      <h3>
        <Icon name="data" />
        {t('templatePanel.title')}
        {plan !== null && (
          <span class={plan.state === 'current' ? 'tag ok end' : 'tag end'}>
            {plan.state === 'current' && <Icon name="ok" />}
            {t(switched === '' ? `templatePanel.${plan.state}` : 'templatePanel.switch')}
          </span>
        )}
      </h3>
      <div class="stack">
        {state === 'newer' && <Note kind="warn">{t('pool.newer')}</Note>}
        {state !== 'newer' && (
          <>
            <Choice
              name="template-language"
              legend={t('templatePanel.language')}
              value={choice.locale}
              options={LANGUAGES}
              onPick={(next) => setChoice({ ...choice, locale: next })}
            />
            <Choice
              name="template-preset"
              legend={t('templatePanel.preset')}
              tall
              value={choice.preset}
              options={PRESETS.map((preset) => ({ value: preset, label: t(`preset.${preset}`) }))}
              onPick={(preset) => setChoice({ ...choice, preset })}
            />
          </>
        )}
        <p role="status" class="sr">
          {result === null ? '' : t('templatePanel.done', { count: result.operations })}
        </p>
        {reading.failure !== null && (
          <FailureNote t={t} title={t('templatePanel.notRead')} failure={reading.failure} retry={() => void reading.reload()} />
        )}
        {reading.busy && !apply.busy && <Working t={t} locale={locale} what={t('templatePanel.reading')} since={reading.since} />}
        {!apply.busy && <StaleNote t={t} reading={reading} />}
        {plan !== null && !apply.busy && <PlanFacts t={t} plan={plan} />}
        {apply.view.state === 'busy' && (
          <Working
            t={t}
            locale={locale}
            what={t('templatePanel.busy')}
            since={apply.view.since}
            done={apply.done}
            of={plan?.operations}
          />
        )}
        {apply.view.state === 'error' && (
          <FailureNote t={t} title={t('templatePanel.failed')} failure={apply.view.failure} retry={() => void apply.retry()} />
        )}
        {result !== null && plan?.state === 'current' && (
          <Note kind="good" title={t('templatePanel.done', { count: result.operations })}>
            <p>{t('templatePanel.kept')}</p>
          </Note>
        )}
        {plan !== null && plan.operations > 0 && (
          <div class="row">
            <button
              type="button"
              class="action"
              aria-disabled={apply.busy || reading.busy}
              onClick={() => !reading.busy && void apply.run(asked)}
            >
              {switched === ''
                ? t(plan.state === 'upgrade' ? 'templatePanel.upgradeNow' : 'templatePanel.repairNow', { count: plan.operations })
                : t('templatePanel.switchNow', { to: switched, count: plan.operations })}
            </button>
          </div>
        )}
      </div>
    </section>
  );
}

/** What of the choice the workbook is not yet, by name; empty: it is all that already. */
function chosenAnew(t: Say, choice: { locale: Locale; preset: Preset }, { locale, preset }: Start['workbook']): string {
  const names = [
    locale !== null && locale !== choice.locale ? LANGUAGES.find(({ value }) => value === choice.locale)?.label : undefined,
    preset !== null && preset !== choice.preset ? t(`preset.${choice.preset}`) : undefined,
  ];
  return names.filter((name) => name !== undefined).join(' · ');
}

function PlanFacts({ t, plan }: { t: Say; plan: TemplatePlan }) {
  if (plan.operations === 0) return <p class="sub">{t('templatePanel.asDeclared')}</p>;
  const touched = plan.sheets.filter((sheet) => sheet.operations > 0);
  return <Facts of={touched.map((sheet) => [sheet.label, t('templatePanel.changes', { count: sheet.operations })])} />;
}
