// Team: who holds how many customers, whose rows are closed to others, and who sends the reminders.
import type { PanelProps } from '../panel';
import { NoPool } from '../parts/no-pool';
import { PanelFrame } from '../parts/panel';
import { Owners } from './owners';
import { Protection } from './protection';
import { Reminders } from './reminders';

export function Team(props: PanelProps) {
  const { t, start } = props;
  return (
    <PanelFrame t={t} title={t('area.team')} status="">
      {start.workbook.state === 'none' ? (
        <NoPool {...props} />
      ) : (
        <>
          <Owners {...props} />
          <Protection {...props} />
          <Reminders {...props} />
        </>
      )}
    </PanelFrame>
  );
}
