// Duplicates: find customers that are exactly the same, see why, merge one group or all, take it back.
import { useState } from 'preact/hooks';
import type { DuplicateGroup, DuplicateScan, MergePlanView, MergeResult } from '../../src/contract/duplicates-api';
import { finishAct } from '../../src/contract/finish';
import type { Failure, Reply } from '../../src/contract/wire';
import type { Say } from '../panel';
import { Empty } from '../parts/empty';
import { FailureNote } from '../parts/failure-note';
import { Icon } from '../parts/icon';
import { Note } from '../parts/note';
import { Pager } from '../parts/pager';
import { PanelFrame } from '../parts/panel';
import { StaleNote } from '../parts/stale-note';
import { UndoAct } from '../parts/undo-act';
import { Working } from '../parts/working';
import { phone } from '../show';
import { useAct } from '../state/act';
import { useReading } from '../state/reading';
import type { InnerProps } from './data';

/** Groups to merge: their ids, or all of the workbook. */
type Chosen = readonly string[] | null;

export function Duplicates(props: InnerProps) {
  const { server, t, locale, start, changes, changed, back } = props;
  const [chosen, setChosen] = useState<Chosen>(null);
  const [merged, setMerged] = useState<readonly string[]>([]);
  // Not read when the panel opens: a scan of 50,000 customers is started by a click.
  const scan = useReading((page) => server.findDuplicates({ page }), false, changes);
  // What merging all would come to, so that the button counts only what it does.
  const reach = useReading(() => server.planMerge({ groups: null }), false, changes);
  const plan = useAct((groups: Chosen) => server.planMerge({ groups }));
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const merge = useAct(
    async (groups: Chosen): Promise<Reply<MergeResult>> => {
      setProgress(null);
      return finishAct(server, await server.mergeDuplicates({ groups }), setProgress);
    },
    () => {
      plan.clear();
      changed();
      setMerged([...merged, ...(chosen ?? [])]);
    },
  );
  const propose = (groups: Chosen) => {
    merge.clear();
    setChosen(groups);
    void plan.run(groups);
  };
  const look = () => {
    merge.clear();
    plan.clear();
    void scan.reload().then(reach.reload);
  };

  // Groups just merged are gone, whatever else the list still says.
  const all = merge.view.state === 'done' && chosen === null;
  const found = all ? null : scan.value;
  const planned = plan.view.state === 'done' ? plan.view.value : null;
  const mergeable = reach.busy ? null : reach.value;
  const busy = scan.busy || reach.busy || plan.busy || merge.busy;
  const foot =
    planned !== null ? (
      <>
        <button type="button" class="plain push" onClick={plan.clear}>
          {t('act.cancel')}
        </button>
        <button
          type="button"
          class="action"
          aria-disabled={merge.busy || planned.merged === 0}
          onClick={() => planned.merged > 0 && void merge.run(chosen)}
        >
          <Icon name="merge" />
          {t('duplicatesPanel.merge', { count: planned.merged })}
        </button>
      </>
    ) : found === null || found.total === 0 || scan.stale || reach.stale || reach.failure !== null || mergeable?.groups === 0 ? (
      <button type="button" class="action block" aria-disabled={busy} onClick={look}>
        {t(scan.value === null ? 'duplicatesPanel.scan' : 'duplicatesPanel.scanAgain')}
      </button>
    ) : (
      <button
        type="button"
        class="action block"
        aria-disabled={busy || mergeable === null}
        onClick={() => !busy && mergeable !== null && propose(null)}
      >
        {mergeable === null ? t('duplicatesPanel.counting') : t('duplicatesPanel.planAll', { groups: mergeable.groups })}
      </button>
    );

  return (
    <PanelFrame
      t={t}
      title={t('data.duplicates')}
      back={back}
      foot={foot}
      status={statusOf(t, found, merge.view.state === 'done')}
    >
      {scan.value === null && !scan.busy && scan.failure === null && <p class="sub">{t('duplicatesPanel.what')}</p>}
      {scan.busy && (
        <Working
          t={t}
          locale={locale}
          what={t('duplicatesPanel.scanning', { customers: start.workbook.customers })}
          since={scan.since}
        >
          <Note kind="info">{t('duplicatesPanel.readsOnly')}</Note>
        </Working>
      )}
      {scan.failure !== null && <FailureNote t={t} title={t('duplicatesPanel.scanFailed')} failure={scan.failure} retry={look} />}
      {found !== null && !scan.busy && reach.failure !== null && (
        <FailureNote t={t} title={t('duplicatesPanel.planFailed')} failure={reach.failure} retry={() => void reach.reload()} />
      )}
      {merge.view.state === 'done' && <Merged {...props} result={merge.view.value} />}
      {planned === null && found !== null && <StaleNote t={t} reading={{ ...scan, reload: async () => look() }} />}
      {plan.view.state === 'busy' && (
        <Working t={t} locale={locale} what={t('duplicatesPanel.planning')} since={plan.view.since} />
      )}
      {plan.view.state === 'error' && (
        <Stopped t={t} title={t('duplicatesPanel.planFailed')} failure={plan.view.failure} retry={plan.retry} look={look} />
      )}
      {merge.view.state === 'busy' && (
        <Working
          t={t}
          locale={locale}
          what={t('duplicatesPanel.merging')}
          since={merge.view.since}
          done={progress?.done}
          of={progress?.of}
        />
      )}
      {merge.view.state === 'error' && (
        <FailureNote
          t={t}
          title={t('duplicatesPanel.mergeFailed')}
          failure={merge.view.failure}
          retry={() => void merge.retry()}
        />
      )}
      {planned !== null && <Plan t={t} plan={planned} />}
      {planned === null && found !== null && !scan.busy && (
        <Groups t={t} found={found} mergeable={mergeable} without={merged} propose={propose} turn={(to) => void scan.turn(to)} />
      )}
    </PanelFrame>
  );
}

interface StoppedProps {
  readonly t: Say;
  readonly title: string;
  readonly failure: Failure;
  retry(): Promise<void>;
  look(): void;
}

/** Where the groups have changed since, the way on is a new scan, not the same again. */
function Stopped({ t, title, failure, retry, look }: StoppedProps) {
  const stale = failure.code === 'duplicates.stale';
  return (
    <FailureNote t={t} title={title} failure={failure} retry={stale ? undefined : () => void retry()}>
      {stale && (
        <button type="button" class="small" onClick={look}>
          {t('duplicatesPanel.scanAgain')}
        </button>
      )}
    </FailureNote>
  );
}

function statusOf(t: Say, found: DuplicateScan | null, merged: boolean): string {
  if (merged) return t('duplicatesPanel.statusMerged');
  if (found === null) return '';
  return found.total === 0
    ? t('duplicatesPanel.none')
    : t('duplicatesPanel.found', { groups: found.total, losers: found.losers });
}

function Merged(props: InnerProps & { result: MergeResult }) {
  const { t, result } = props;
  return (
    <Note kind="good" title={t('duplicatesPanel.merged', { groups: result.groups, merged: result.merged })}>
      <p>{t('duplicatesPanel.children', { count: result.children })}</p>
      <UndoAct {...props} txn={result.txn} ask={t('undo.ask.merged', { count: result.merged })} />
    </Note>
  );
}

function Plan({ t, plan }: { t: Say; plan: MergePlanView }) {
  return (
    <>
      <Note kind="info" title={t('duplicatesPanel.plan', { groups: plan.groups, merged: plan.merged })}>
        <p>{t('duplicatesPanel.planChildren', { count: plan.children })}</p>
      </Note>
      {plan.notKeptTotal > 0 && (
        <Note kind="warn" title={t('duplicatesPanel.notKept', { count: plan.notKeptTotal })}>
          <p>{t('duplicatesPanel.notKeptWhere')}</p>
          <details>
            <summary>{t('duplicatesPanel.notKeptList')}</summary>
            <ul>
              {plan.notKept.map((lost) => (
                <li key={`${lost.id} ${lost.column}`}>
                  {lost.id} · {lost.column}: {lost.value}
                </li>
              ))}
            </ul>
            {plan.notKeptTotal > plan.notKept.length && (
              <p class="muted">{t('duplicatesPanel.notKeptMore', { count: plan.notKeptTotal - plan.notKept.length })}</p>
            )}
          </details>
        </Note>
      )}
      {plan.leftOut.length > 0 && (
        <Note kind="warn" title={t('duplicatesPanel.leftOut', { count: plan.leftOut.length })}>
          <ul>
            {plan.leftOut.map((left) => (
              <li key={left.group}>
                {left.group.split('+').join(' · ')}: {t(left.reason.code, left.reason.args)}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}

/** Groups no merge takes, counted, and every reason once. */
function LeftOut({ t, plan }: { t: Say; plan: MergePlanView }) {
  const reasons = new Set(plan.leftOut.map(({ reason }) => t(reason.code, reason.args)));
  return (
    <Note
      kind="warn"
      title={
        plan.groups === 0 ? t('duplicatesPanel.noneMergeable') : t('duplicatesPanel.without', { count: plan.leftOut.length })
      }
    >
      <ul>
        {[...reasons].map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Note>
  );
}

interface GroupsProps {
  readonly t: Say;
  readonly found: DuplicateScan;
  /** What merging all would come to; null while that is not known. */
  readonly mergeable: MergePlanView | null;
  readonly without: readonly string[];
  propose(groups: readonly string[]): void;
  turn(page: number): void;
}

function Groups({ t, found, mergeable, without, propose, turn }: GroupsProps) {
  const groups = found.items.filter((group) => !without.includes(group.id));
  const closed = new Set(mergeable?.leftOut.map((left) => left.group));
  if (found.total === 0) return <Empty icon="ok" title={t('duplicatesPanel.none')} next={t('duplicatesPanel.noneNext')} />;
  return (
    <>
      <p class="sub">{t('duplicatesPanel.found', { groups: found.total, losers: found.losers })}</p>
      <p class="sub">{t('duplicatesPanel.exactMeans')}</p>
      {mergeable !== null && mergeable.leftOut.length > 0 && <LeftOut t={t} plan={mergeable} />}
      <ul>
        {groups.map((group, i) => (
          <GroupCard key={group.id} t={t} group={group} open={i === 0} closed={closed.has(group.id)} propose={propose} />
        ))}
      </ul>
      <Pager t={t} page={found.page} pages={found.pages} turn={turn} />
    </>
  );
}

function GroupCard({
  t,
  group,
  open,
  closed,
  propose,
}: {
  t: Say;
  group: DuplicateGroup;
  open: boolean;
  /** Known to be left out of any merge. */
  closed: boolean;
  propose: GroupsProps['propose'];
}) {
  const names = [...new Set(group.records.map((record) => record.name))].join(' / ');
  return (
    <li class="item">
      <details open={open}>
        <summary>
          <b>{names}</b> · {t('duplicatesPanel.records', { count: group.records.length })}{' '}
          <span class="tag exact">
            <Icon name="certain" />
            {t('duplicatesPanel.exact')}
          </span>
        </summary>
        <div class="stack">
          <div class="heads">
            {group.records.map((record) => (
              <div key={record.id} class={record.id === group.master ? 'person master' : 'person'}>
                <b>{record.name}</b>
                <span class="num">{record.id}</span>
                {record.id === group.master && ` · ${t('duplicatesPanel.master')}`}
                <br />
                <span class="muted">
                  {t('today.row', { row: record.row })} · {t('duplicatesPanel.filled', { count: record.filled })}
                </span>
                {[record.company, phone(record.mobile), record.email, record.wechat, record.owner].filter(Boolean).map((fact) => (
                  <div key={fact}>{fact}</div>
                ))}
              </div>
            ))}
          </div>
          <ul class="why" aria-label={t('duplicatesPanel.why')}>
            {group.why.map((reason) => (
              <li key={reason.code}>
                <span class="ok">
                  <Icon name="ok" />
                </span>
                {t(reason.code, reason.args)}
              </li>
            ))}
          </ul>
          {!closed && (
            <div class="row">
              <button type="button" class="small" onClick={() => propose([group.id])}>
                <Icon name="merge" />
                {t('duplicatesPanel.planOne', { master: group.master })}
              </button>
            </div>
          )}
        </div>
      </details>
    </li>
  );
}
