// Team: what waits for a decision, who holds how many customers, whose rows are closed to others, and who sends the reminders.
import { useState } from 'preact/hooks';
import type { PanelProps } from '../panel';
import { DecidedNote, decidedWords } from '../parts/decided-note';
import { NoPool } from '../parts/no-pool';
import { PanelFrame } from '../parts/panel';
import type { Decided } from '../state/review';
import { useRequests } from './duplicates-requests';
import { Owners } from './owners';
import { Protection } from './protection';
import { Reminders } from './reminders';

export function Team(props: PanelProps) {
  const { t, start, visible, go } = props;
  const isNone = start.workbook.state === 'none';
  const [decided, setDecided] = useState<Decided | null>(null);
  const requests = useRequests(
    { ...props, visible: visible && !isNone },
    { decided: (_id, what) => setDecided(what), scanAgain: () => go('data') },
  );
  return (
    <>
      {requests.card}
      {/* Hidden, not taken away: what was typed below stays while a request is looked at. */}
      <div class="area" hidden={requests.card !== null}>
        <PanelFrame t={t} title={t('area.team')} status={decided === null ? '' : decidedWords(t, decided)}>
          {isNone ? (
            <NoPool {...props} />
          ) : (
            <>
              {decided !== null && <DecidedNote {...props} decided={decided} />}
              {requests.list}
              <Owners {...props} />
              <Protection {...props} />
              <Reminders {...props} />
            </>
          )}
        </PanelFrame>
      </div>
    </>
  );
}
