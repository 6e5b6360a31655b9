// Duplicates: scan the customers, review the groups one by one or merge the sure ones at once, take it back.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Certainty, GroupSummary, MergeResult, ScanView } from '../../src/contract/duplicates-api';
import { PAGE_SIZE } from '../../src/contract/wire';
import type { Say } from '../panel';
import { DecidedNote, decidedWords } from '../parts/decided-note';
import { FailureNote } from '../parts/failure-note';
import { Icon } from '../parts/icon';
import { Note } from '../parts/note';
import { PanelFrame } from '../parts/panel';
import { Passed } from '../parts/passed';
import { StaleNote } from '../parts/stale-note';
import { Working } from '../parts/working';
import { useReading } from '../state/reading';
import { type Batched, type Decided, nextOf, without } from '../state/review';
import type { InnerProps } from './data';
import { BatchMerged, DuplicateBatch } from './duplicates-batch';
import { DuplicatesFound } from './duplicates-found';
import { useRequests } from './duplicates-requests';
import { DuplicateReview } from './duplicates-review';

/** What is asked for besides the page. */
interface Asked {
  readonly certainty: Certainty | null;
  /** Looked at again even where nothing changed. */
  readonly fresh: boolean;
  /** Groups put off, instead of the others. */
  readonly later: boolean;
}

export function Duplicates(props: InnerProps) {
  const { server, t, locale, start, changes, changed, back } = props;
  const asked = useRef<Asked>({ certainty: null, fresh: false, later: false });
  // Not read when the panel opens: a scan of 50,000 customers is started by a click.
  const scan = useReading((page) => server.scanDuplicates({ page, ...asked.current }), false, changes);
  const [group, setGroup] = useState<GroupSummary | null>(null);
  const [decided, setDecided] = useState<Decided | null>(null);
  const [handled, setHandled] = useState(0);
  const [ticked, setTicked] = useState<readonly Batched[]>([]);
  const [batch, setBatch] = useState<'plan' | MergeResult | null>(null);
  const [cancelled, setCancelled] = useState(false);
  const found = scan.value;
  /** The groups of a page are through: the first of what follows is the next. */
  const follow = useRef(false);
  useEffect(() => {
    if (!follow.current || scan.busy) return;
    follow.current = false;
    setGroup(scan.value?.items[0] ?? null);
  }, [scan.busy]);
  // Another page or filter of what was found: the list stays meanwhile, and the focus in it.
  const scanning = scan.busy && (found === null || asked.current.fresh || follow.current);

  const look = (next: Partial<Asked>) => {
    asked.current = { ...asked.current, ...next };
    setGroup(null);
    requests.close();
    setDecided(null);
    setHandled(0);
    setTicked([]);
    setBatch(null);
    setCancelled(false);
    void scan.turn(0).then(() => {
      asked.current = { ...asked.current, fresh: false };
    });
  };
  const cancel = () => {
    scan.cancel();
    setCancelled(true);
  };
  /** The group is dealt with: it leaves the list, and the next one takes its place. */
  const decide = (of: GroupSummary, what: Decided) => {
    if (found === null) return;
    setDecided(what);
    setHandled(handled + 1);
    if (what.as === 'merged') changed();
    const rest = without(found, of);
    scan.show(rest);
    const next = nextOf(found.items, of.id);
    setGroup(next);
    if (next !== null || rest.total === 0) return;
    follow.current = true;
    // What follows has moved up.
    void scan.turn(Math.min(rest.page, Math.max(0, rest.pages - 2)));
  };

  const requests = useRequests(props, {
    decided(id, what) {
      setDecided(what);
      const same = found?.items.find((item) => item.id === id);
      if (what.as === 'merged' && found !== null && same !== undefined) scan.show(without(found, same));
    },
    scanAgain: () => look({ fresh: true }),
  });

  if (requests.card !== null) return requests.card;
  if (group !== null && found !== null) {
    const place = found.items.findIndex(({ id }) => id === group.id);
    return (
      <DuplicateReview
        {...props}
        key={group.id}
        group={group}
        request={null}
        at={handled + found.page * PAGE_SIZE + place + 1}
        of={handled + found.total}
        first={handled === 0}
        decided={decided}
        decide={(what) => decide(group, what)}
        skip={() => setGroup(found.items[(place + 1) % found.items.length] ?? null)}
        scanAgain={() => look({ fresh: true })}
        back={() => setGroup(null)}
      />
    );
  }
  if (batch === 'plan') {
    return (
      <DuplicateBatch
        {...props}
        certainties={ticked}
        done={(result) => {
          changed();
          setTicked([]);
          setBatch(result);
          void scan.turn(0);
        }}
        back={() => setBatch(null)}
      />
    );
  }
  const first = found?.items[0];
  const tickedGroups = found === null ? 0 : ticked.reduce((sum, each) => sum + found.ready[each].groups, 0);
  return (
    <PanelFrame
      t={t}
      title={t('data.duplicates')}
      back={back}
      tools={
        found !== null &&
        !scanning && (
          <button type="button" class="bare" aria-label={t('duplicatesPanel.scanAgain')} onClick={() => look({ fresh: true })}>
            <Icon name="retry" />
          </button>
        )
      }
      status={scanning ? '' : said(t, decided, batch, found)}
      foot={
        scanning ? (
          <button type="button" class="push" onClick={cancel}>
            {t('act.cancel')}
          </button>
        ) : tickedGroups > 0 ? (
          <button type="button" class="action block" onClick={() => setBatch('plan')}>
            {t('duplicatesPanel.preview', { count: tickedGroups })}
          </button>
        ) : first !== undefined && !scan.stale ? (
          <button type="button" class="action block" onClick={() => setGroup(first)}>
            {t('duplicatesPanel.review')}
          </button>
        ) : (
          <button type="button" class="action block" onClick={() => look({ fresh: found !== null })}>
            {t(found === null ? 'duplicatesPanel.scan' : 'duplicatesPanel.scanAgain')}
          </button>
        )
      }
    >
      {found === null && !scanning && scan.failure === null && <p class="sub">{t('duplicatesPanel.what')}</p>}
      {cancelled && !scan.busy && (
        <p role="status" class="sub">
          {t('duplicatesPanel.cancelled')}
        </p>
      )}
      {scan.busy && (
        <Working
          t={t}
          locale={locale}
          what={t('duplicatesPanel.scanning', { customers: start.workbook.customers })}
          since={scan.since}
        >
          <Passed t={t} since={scan.since} />
          <Note kind="info">{t('duplicatesPanel.readsOnly')}</Note>
        </Working>
      )}
      {scan.failure !== null && (
        <FailureNote t={t} title={t('duplicatesPanel.scanFailed')} failure={scan.failure} retry={() => look({})} />
      )}
      {batch !== null && <BatchMerged {...props} result={batch} />}
      {decided !== null && <DecidedNote {...props} decided={decided} />}
      {!scanning && requests.list}
      <StaleNote t={t} reading={{ ...scan, reload: async () => look({}) }} />
      {found !== null && !scanning && (
        <DuplicatesFound
          {...{ t, locale, ticked }}
          scan={found}
          through={handled > 0}
          only={asked.current.certainty}
          later={asked.current.later}
          showLater={(later) => look({ later, certainty: null })}
          filter={(only) => look({ certainty: only })}
          tick={setTicked}
          open={setGroup}
          turn={(page) => void scan.turn(page)}
        />
      )}
    </PanelFrame>
  );
}

/** What just happened, else what was found. */
function said(t: Say, decided: Decided | null, batch: 'plan' | MergeResult | null, found: ScanView | null): string {
  if (decided !== null) return decidedWords(t, decided);
  if (batch !== null && batch !== 'plan') return t('duplicatesPanel.merged', { groups: batch.groups, merged: batch.merged });
  return found === null ? '' : t('duplicatesPanel.status', { ...found.counts });
}
