// Settings: the workbook's template, its options and fields, sample data, and how this sidebar looks.
import { useState } from 'preact/hooks';
import type { PanelProps } from '../panel';
import { Choice } from '../parts/choice';
import { Icon, type IconName } from '../parts/icon';
import { PanelFrame } from '../parts/panel';
import type { Choices } from '../state/choices';
import { Fields } from './fields';
import { Options } from './options';
import { Sample } from './sample';
import { LANGUAGES, Template } from './template';
import { Wizard } from './wizard';

export interface SettingsProps extends PanelProps {
  readonly choices: Choices;
  choose(next: Choices): void;
  startTour(): void;
}

const DOORS = [
  ['options', 'edit'],
  ['fields', 'plus'],
] as const satisfies readonly (readonly [string, IconName])[];

type Door = (typeof DOORS)[number][0];

export function Settings({ choices, choose, startTour, ...props }: SettingsProps) {
  const { t, start, visible } = props;
  const [open, setOpen] = useState<Door | null>(null);
  // Stays until it is left: the pool it has built is not the end of it.
  const [setup, setSetup] = useState(start.workbook.state === 'none');
  if (setup) {
    return (
      <Wizard
        {...props}
        finish={(tour) => {
          setSetup(false);
          if (tour) startTour();
          props.go('today');
        }}
      >
        <View t={t} choices={choices} choose={choose} />
      </Wizard>
    );
  }
  const ready = start.workbook.state === 'ready';
  const inner = { ...props, visible: visible && open !== null, back: () => setOpen(null) };
  return (
    <>
      {/* Hidden, not taken away: a plan that was read stays read. */}
      <div class="area" hidden={open !== null}>
        <PanelFrame t={t} title={t('area.settings')} status="">
          <Template {...props} visible={visible && open === null} />
          {ready && (
            <div class="doors">
              {DOORS.map(([door, icon]) => (
                <button key={door} type="button" onClick={() => setOpen(door)}>
                  <Icon name={icon} />
                  <span class="txt">
                    {t(`${door}Panel.title`)}
                    <span class="muted">{t(`${door}Panel.door`)}</span>
                  </span>
                  <Icon name="next" />
                </button>
              ))}
            </div>
          )}
          {ready && <Sample {...props} startTour={startTour} />}
          <View t={t} choices={choices} choose={choose} />
        </PanelFrame>
      </div>
      {open === 'options' && <Options {...inner} />}
      {open === 'fields' && <Fields {...inner} />}
    </>
  );
}

/** How this person's own sidebar speaks and looks. */
function View({ t, choices, choose }: Pick<SettingsProps, 't' | 'choices' | 'choose'>) {
  return (
    <section class="group" aria-label={t('view.title')}>
      <h3>{t('view.title')}</h3>
      <div class="stack">
        <Choice
          name="view-language"
          legend={t('view.language')}
          value={choices.locale ?? 'account'}
          options={[{ value: 'account', label: t('view.account') }, ...LANGUAGES]}
          onPick={(value) => choose({ ...choices, locale: value === 'account' ? null : value })}
        />
        <Choice
          name="view-theme"
          legend={t('view.theme')}
          value={choices.theme}
          options={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
          onPick={(theme) => choose({ ...choices, theme })}
        />
      </div>
    </section>
  );
}
