// Protection: every owner's rows open to him alone; what would change is counted before it is done.
import { repeated } from '../../src/contract/finish';
import type { ValueOf } from '../../src/contract/server-api';
import type { ProtectionPlanView } from '../../src/contract/team-api';
import type { Reply } from '../../src/contract/wire';
import type { PanelProps, Say } from '../panel';
import { Facts } from '../parts/facts';
import { FailureNote } from '../parts/failure-note';
import { Icon } from '../parts/icon';
import { Note } from '../parts/note';
import { StaleNote } from '../parts/stale-note';
import { UndoAct } from '../parts/undo-act';
import { Working } from '../parts/working';
import { figure } from '../show';
import { useAct } from '../state/act';
import { useReading } from '../state/reading';

type Applied = ValueOf<'applyProtection'>;

export function Protection(props: PanelProps) {
  const { server, t, locale, start, visible, changes, changed } = props;
  const reading = useReading(() => server.planProtection(), visible, changes);
  const apply = useAct(
    (): Promise<Reply<Applied>> => repeated(async () => ended(await server.applyProtection())),
    () => {
      changed();
      void reading.reload();
    },
  );
  const plan = reading.value;
  const result = apply.view.state === 'done' ? apply.view.value : null;
  const level = plan !== null && plan.add + plan.remove === 0 && !plan.sortFirst;
  return (
    <section class="group" aria-label={t('protectionPanel.title')}>
      <h3>
        <Icon name="shield" />
        {t('protectionPanel.title')}
        {level && !reading.stale && (
          <span class="tag ok end">
            <Icon name="ok" />
            {t(plan.wanted === 0 ? 'protectionPanel.nobody' : 'protectionPanel.level')}
          </span>
        )}
      </h3>
      <div class="stack">
        <p class="sub">{t('protectionPanel.what')}</p>
        <p role="status" class="sr">
          {result === null ? '' : t('protectionPanel.done', { add: result.add, remove: result.remove })}
        </p>
        {reading.failure !== null && (
          <FailureNote t={t} title={t('protectionPanel.notRead')} failure={reading.failure} retry={() => void reading.reload()} />
        )}
        {reading.busy && <Working t={t} locale={locale} what={t('protectionPanel.reading')} since={reading.since} />}
        <StaleNote t={t} reading={reading} />
        {plan !== null && (
          <Facts
            of={[
              [t('protectionPanel.wanted'), figure(plan.wanted, locale)],
              [t('protectionPanel.keep'), figure(plan.keep, locale)],
              [t('protectionPanel.add'), figure(plan.add, locale)],
              [t('protectionPanel.remove'), figure(plan.remove, locale)],
            ]}
          />
        )}
        <Notes t={t} notes={(result ?? plan)?.notes ?? []} />
        {plan?.sortFirst === true && result === null && (
          <Note kind="info">{t('protectionPanel.sortFirst', { count: start.workbook.customers })}</Note>
        )}
        {apply.view.state === 'busy' && (
          <Working t={t} locale={locale} what={t('protectionPanel.busy')} since={apply.view.since} />
        )}
        {apply.view.state === 'error' && (
          <FailureNote t={t} title={t('protectionPanel.failed')} failure={apply.view.failure} retry={() => void apply.retry()} />
        )}
        {result?.sortFirst === true && <Note kind="warn">{t('protectionPanel.tooMany', { wanted: result.wanted })}</Note>}
        {result?.sortFirst === false && (
          <Note kind="good" title={t('protectionPanel.done', { add: result.add, remove: result.remove })}>
            {result.txn !== null && (
              <>
                <p>{t('protectionPanel.sorted', { txn: result.txn })}</p>
                <UndoAct {...props} txn={result.txn} ask={t('undo.ask.sorted')} />
              </>
            )}
          </Note>
        )}
        {plan !== null && !level && (
          <div class="row">
            <button type="button" aria-disabled={apply.busy} onClick={() => void apply.run()}>
              <Icon name="shield" />
              {t('protectionPanel.apply')}
            </button>
          </div>
        )}
      </div>
    </section>
  );
}

/** Sorted as well as can be and still too many ranges: asking again would change nothing. */
function ended(reply: Reply<Applied>): Reply<Applied> {
  if (!reply.ok || !reply.value.sortFirst || reply.value.txn !== null) return reply;
  return { ok: true, value: { ...reply.value, finished: true } };
}

function Notes({ t, notes }: { t: Say; notes: ProtectionPlanView['notes'] }) {
  if (notes.length === 0) return null;
  return (
    <Note kind="warn">
      <ul>
        {notes.map((note) => (
          <li key={JSON.stringify(note)}>{t(note.code, note.args)}</li>
        ))}
      </ul>
    </Note>
  );
}
