// The first run: four short steps from an empty spreadsheet to a pool, with the plan in numbers before anything is written.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TemplatePlan } from '../../src/contract/template-api';
import type { Locale, Preset } from '../../src/template/types';
import { countries } from '../labels.made';
import type { PanelProps, Say } from '../panel';
import { Choice } from '../parts/choice';
import { Facts } from '../parts/facts';
import { FailureNote } from '../parts/failure-note';
import { Note } from '../parts/note';
import { PanelFrame } from '../parts/panel';
import { Working } from '../parts/working';
import { figure } from '../show';
import { useAct } from '../state/act';
import { useReading } from '../state/reading';
import { SAMPLE } from './sample';
import { LANGUAGES, PRESETS } from './template';
import { useTemplateAct } from './template-apply';

const STEPS = [1, 2, 3, 4] as const;
type Step = (typeof STEPS)[number];

export interface WizardProps extends PanelProps {
  /** Leaves the wizard for good; with the tour, if that was asked for. */
  finish(tour: boolean): void;
  /** What stands below the questions. */
  readonly children: ComponentChildren;
}

interface Wanted {
  readonly locale: Locale;
  readonly preset: Preset;
  readonly homeRegion: string;
  readonly sample: boolean;
}

export function Wizard(props: WizardProps) {
  const { server, t, locale, start, visible, changes, changed, finish, children } = props;
  const [step, setStep] = useState<Step>(1);
  const [wanted, setWanted] = useState<Wanted>(() => ({
    locale: start.locale,
    preset: 'b2b',
    homeRegion: browserRegion(start.locale),
    sample: true,
  }));
  const set = (part: Partial<Wanted>) => setWanted({ ...wanted, ...part });
  const { sample, ...asked } = wanted;

  const reading = useReading(() => server.planTemplate(asked), visible && step === 4, changes);
  // The choices may be others than those last planned for.
  useEffect(() => {
    if (step === 4 && reading.value !== null) void reading.reload();
  }, [step]);
  const load = useAct(() => server.loadSample(SAMPLE), changed);
  const build = useTemplateAct(server, () => {
    changed();
    if (sample) void load.run();
  });
  const built = build.view.state === 'done' ? build.view.value : null;
  const ready = built !== null && (load.view.state === 'done' || !sample);

  const question = useRef<HTMLHeadingElement>(null);
  const fresh = useRef(true);
  // The button that was pressed may be gone: reading goes on at the next question.
  useLayoutEffect(() => {
    if (!fresh.current) question.current?.focus();
    fresh.current = false;
  }, [step, ready]);

  const status = ready ? t('wizard.ready') : '';
  const begun = build.busy || built !== null;
  const forward = () => {
    if (step < 4) setStep((step + 1) as Step);
    else if (!reading.busy && reading.value !== null) void build.run(asked);
  };
  return (
    <PanelFrame t={t} title={t('wizard.title')} status={status}>
      <ol class="steps" aria-label={t('wizard.steps', { step })}>
        {STEPS.map((n) => (
          <li key={n} class={n < step ? 'past' : undefined} aria-current={n === step ? 'step' : undefined}>
            {n} {t(`wizard.step${n}`)}
          </li>
        ))}
      </ol>
      <form
        class="group"
        aria-label={t('wizard.title')}
        onSubmit={(event) => {
          event.preventDefault();
          if (!begun) forward();
        }}
      >
        <h3 ref={question} tabIndex={-1}>
          {t(ready ? 'wizard.ready' : `wizard.ask${step}`)}
        </h3>
        <div class="stack">
          <Question t={t} locale={locale} step={step} wanted={wanted} set={set} />
          {step === 4 && !ready && (
            <>
              {reading.busy && !begun && (
                <Working t={t} locale={locale} what={t('templatePanel.reading')} since={reading.since} />
              )}
              {reading.failure !== null && (
                <FailureNote
                  t={t}
                  title={t('templatePanel.notRead')}
                  failure={reading.failure}
                  retry={() => void reading.reload()}
                />
              )}
              {reading.value !== null && <NewPool t={t} locale={locale} plan={reading.value} sample={sample} />}
            </>
          )}
          {build.view.state === 'busy' && (
            <Working
              t={t}
              locale={locale}
              what={t('templatePanel.busy')}
              since={build.view.since}
              done={build.done}
              of={reading.value?.operations}
            />
          )}
          {build.view.state === 'error' && (
            <FailureNote t={t} title={t('templatePanel.failed')} failure={build.view.failure} retry={() => void build.retry()} />
          )}
          {load.view.state === 'busy' && <Working t={t} locale={locale} what={t('samplePanel.busy')} since={load.view.since} />}
          {load.view.state === 'error' && (
            <FailureNote t={t} title={t('samplePanel.failed')} failure={load.view.failure} retry={() => void load.retry()}>
              <button type="button" class="plain" onClick={() => finish(false)}>
                {t('wizard.without')}
              </button>
            </FailureNote>
          )}
          {ready && (
            <Note kind="good" title={t('templatePanel.done', { count: built.operations })}>
              {load.view.state === 'done' && <p>{t('samplePanel.done', { customers: load.view.value.customers })}</p>}
            </Note>
          )}
          <div class="row">
            {ready ? (
              <>
                <button type="button" class="action" onClick={() => finish(sample)}>
                  {t(sample ? 'tour.start' : 'wizard.finish')}
                </button>
                {sample && (
                  <button type="button" class="plain" onClick={() => finish(false)}>
                    {t('wizard.noTour')}
                  </button>
                )}
              </>
            ) : (
              <>
                {step > 1 && !begun && (
                  <button type="button" onClick={() => setStep((step - 1) as Step)}>
                    {t('act.back')}
                  </button>
                )}
                <button
                  type="submit"
                  class="action"
                  aria-disabled={begun || (step === 4 && (reading.busy || reading.value === null))}
                >
                  {t(step === 4 ? 'templatePanel.build' : 'wizard.next')}
                </button>
              </>
            )}
          </div>
        </div>
      </form>
      {children}
    </PanelFrame>
  );
}

function Question({
  t,
  locale,
  step,
  wanted,
  set,
}: Pick<WizardProps, 't' | 'locale'> & { step: Step; wanted: Wanted; set(part: Partial<Wanted>): void }) {
  if (step === 1) {
    return (
      <>
        <p class="sub">{t('templatePanel.what')}</p>
        <Choice
          name="wizard-language"
          legend={t('templatePanel.language')}
          value={wanted.locale}
          options={LANGUAGES}
          onPick={(next) => set({ locale: next })}
        />
      </>
    );
  }
  if (step === 2) {
    return (
      <>
        <p class="sub">{t('wizard.presetWhy')}</p>
        <Choice
          name="wizard-preset"
          legend={t('templatePanel.preset')}
          tall
          value={wanted.preset}
          options={PRESETS.map((preset) => ({ value: preset, label: t(`preset.${preset}`) }))}
          onPick={(preset) => set({ preset })}
        />
      </>
    );
  }
  if (step === 4) return null;
  return (
    <>
      <div class="field">
        <label for="wizard-region">{t('wizard.region')}</label>
        <select
          id="wizard-region"
          value={wanted.homeRegion}
          aria-describedby="wizard-region-hint"
          onChange={(event) => set({ homeRegion: event.currentTarget.value })}
        >
          {regionsBy(locale).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <p id="wizard-region-hint" class="hint">
          {t('wizard.regionHint')}
        </p>
      </div>
      <Choice
        name="wizard-sample"
        legend={t('samplePanel.title')}
        value={wanted.sample ? 'yes' : 'no'}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`wizard.sample.${value}`) }))}
        onPick={(value) => set({ sample: value === 'yes' })}
      />
      <p class="sub">{t('wizard.sampleHint', { size: SAMPLE.size })}</p>
    </>
  );
}

/** What a new pool will be, in numbers. */
function NewPool({ t, locale, plan, sample }: { t: Say; locale: Locale; plan: TemplatePlan; sample: boolean }) {
  const visible = plan.sheets.filter((sheet) => sheet.visible).length;
  return (
    <Facts
      of={[
        [t('templatePanel.sheets'), t('templatePanel.sheetsOf', { visible, behind: plan.sheets.length - visible })],
        [t('templatePanel.columns'), t('templatePanel.columnsOf', { shown: plan.shownColumns, all: plan.columns })],
        [t('templatePanel.charts'), figure(plan.charts, locale)],
        [t('samplePanel.title'), sample ? t('wizard.sampleOf', { size: figure(SAMPLE.size, locale) }) : t('wizard.sample.no')],
      ]}
    />
  );
}

/** Every country by its name in the reader's language. */
function regionsBy(locale: Locale): readonly { readonly code: string; readonly name: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return countries
    .split(' ')
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

/** The region of the browser's language, e.g. US of en-US; a language alone speaks for its largest one. */
function browserRegion(locale: Locale): string {
  const region = new Intl.Locale(navigator.language).maximize().region ?? '';
  const known = countries.split(' ').includes(region);
  // Someone who reads Chinese on an English computer is more likely at home in China.
  if (locale === 'zh-CN' && !navigator.language.startsWith('zh')) return 'CN';
  return known ? region : locale === 'en' ? 'US' : 'CN';
}
