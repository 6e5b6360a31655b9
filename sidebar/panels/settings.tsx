// Settings: the workbook's template, sample data, and how this sidebar looks.
import { useState } from 'preact/hooks';
import type { PanelProps } from '../panel';
import { Choice } from '../parts/choice';
import { PanelFrame } from '../parts/panel';
import type { Choices } from '../state/choices';
import { Sample } from './sample';
import { Template } from './template';
import { Wizard } from './wizard';

export interface SettingsProps extends PanelProps {
  readonly choices: Choices;
  choose(next: Choices): void;
}

export function Settings({ choices, choose, ...props }: SettingsProps) {
  const { t, start } = props;
  // Stays until it is left: the pool it has built is not the end of it.
  const [setup, setSetup] = useState(start.workbook.state === 'none');
  if (setup) {
    return (
      <Wizard
        {...props}
        finish={() => {
          setSetup(false);
          props.go('today');
        }}
      >
        <View t={t} choices={choices} choose={choose} />
      </Wizard>
    );
  }
  return (
    <PanelFrame t={t} title={t('area.settings')} status="">
      <Template {...props} />
      {start.workbook.state === 'ready' && <Sample {...props} />}
      <View t={t} choices={choices} choose={choose} />
    </PanelFrame>
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
          options={[
            { value: 'account', label: t('view.account') },
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
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
