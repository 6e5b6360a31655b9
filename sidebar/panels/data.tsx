// Data: lists come in, duplicates go out, and every act can be taken back.
import { useState } from 'preact/hooks';
import type { PanelProps } from '../panel';
import { Icon, type IconName } from '../parts/icon';
import { NoPool } from '../parts/no-pool';
import { PanelFrame } from '../parts/panel';
import { Duplicates } from './duplicates';
import { History } from './history';
import { Import } from './import';
import { Intake } from './intake';

const DOORS = [
  ['import', 'upload'],
  ['intake', 'chat'],
  ['duplicates', 'merge'],
  ['history', 'history'],
] as const satisfies readonly (readonly [string, IconName])[];

type Door = (typeof DOORS)[number][0];

/** What a panel behind a door is given besides. */
export interface InnerProps extends PanelProps {
  back(): void;
}

export function DataArea(props: PanelProps) {
  const { t, start, visible } = props;
  const [open, setOpen] = useState<Door | null>(null);
  const [seen, setSeen] = useState<readonly Door[]>([]);
  const enter = (door: Door) => {
    setOpen(door);
    if (!seen.includes(door)) setSeen([...seen, door]);
  };
  const inner = (door: Door) => {
    const given: InnerProps = { ...props, visible: visible && open === door, back: () => setOpen(null) };
    if (door === 'import') return <Import {...given} />;
    if (door === 'intake') return <Intake {...given} />;
    if (door === 'duplicates') return <Duplicates {...given} />;
    return <History {...given} />;
  };
  return (
    <>
      <div class="area" hidden={open !== null}>
        <PanelFrame t={t} title={t('area.data')} status="">
          {start.workbook.state === 'none' ? (
            <NoPool {...props} />
          ) : (
            <div class="doors">
              {DOORS.map(([door, icon]) => (
                <button key={door} type="button" onClick={() => enter(door)}>
                  <Icon name={icon} />
                  <span class="txt">
                    {t(`data.${door}`)}
                    <span class="muted">{t(`data.${door}What`)}</span>
                  </span>
                  <Icon name="next" />
                </button>
              ))}
            </div>
          )}
        </PanelFrame>
      </div>
      {seen.map((door) => (
        <div key={door} class="area" hidden={open !== door}>
          {inner(door)}
        </div>
      ))}
    </>
  );
}
