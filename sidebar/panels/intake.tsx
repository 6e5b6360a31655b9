// Form: a sheet of responses is linked once; what it brings comes in by itself, and what it says of known customers is decided here.
import { useState } from 'preact/hooks';
import { repeated } from '../../src/contract/finish';
import type { FormLook, IntakeView, QuestionTarget } from '../../src/contract/intake-api';
import type { Reply } from '../../src/contract/wire';
import { Empty } from '../parts/empty';
import { FailureNote } from '../parts/failure-note';
import { Note } from '../parts/note';
import { PanelFrame } from '../parts/panel';
import { StaleNote } from '../parts/stale-note';
import { Working } from '../parts/working';
import { useAct } from '../state/act';
import { useReading } from '../state/reading';
import type { InnerProps } from './data';
import { Columns, doubled } from './import-columns';
import { IntakeReview } from './intake-review';

export function Intake(props: InnerProps) {
  const { server, t, locale, visible, changes, changed, back } = props;
  const reading = useReading(() => server.intake(), visible, changes);
  const view = reading.value;
  const [columns, setColumns] = useState<readonly QuestionTarget[]>([]);
  const look = useAct(
    (sheet: number) => server.intakeLook({ sheet }),
    (found) => setColumns(found.columns),
  );
  const shown = (next: IntakeView) => {
    look.clear();
    changed();
    reading.show(next);
  };
  const link = useAct((sheet: number) => server.intakeLink({ sheet, columns }), shown);
  const unlink = useAct(() => server.intakeUnlink(), shown);
  const take = useAct(
    async (): Promise<Reply<{ taken: number }>> => {
      let taken = 0;
      const reply = await repeated(async () => {
        const part = await server.intakeTake();
        if (!part.ok) return part;
        taken += part.value.taken;
        return { ok: true as const, value: { finished: part.value.left === 0 } };
      });
      return reply.ok ? { ok: true, value: { taken } } : reply;
    },
    () => {
      changed();
      void reading.reload();
    },
  );
  const found = look.view.state === 'done' ? look.view.value : null;
  const taken = take.view.state === 'done' ? t('intakePanel.taken', { count: take.view.value.taken }) : '';
  return (
    <PanelFrame t={t} title={t('data.intake')} back={back} foot={footOf()} status={taken}>
      <p class="sub">{t('intakePanel.what')}</p>
      {reading.failure !== null && <FailureNote t={t} failure={reading.failure} retry={() => void reading.reload()} />}
      {[look, link, unlink, take].map(
        ({ view: one, retry }, i) =>
          one.state === 'error' && <FailureNote key={i} t={t} failure={one.failure} retry={() => void retry()} />,
      )}
      {reading.busy && <Working t={t} locale={locale} what={t('intakePanel.reading')} since={reading.since} />}
      {take.view.state === 'busy' && <Working t={t} locale={locale} what={t('intakePanel.taking')} since={take.view.since} />}
      <StaleNote t={t} reading={reading} />
      {taken !== '' && <Note kind="good" title={taken} />}
      {found !== null ? <Look {...props} look={found} columns={columns} change={setColumns} /> : view !== null && standing(view)}
    </PanelFrame>
  );

  function standing(now: IntakeView) {
    if (now.linked !== null) {
      const { sheet, name } = now.linked;
      return (
        <>
          <Note kind="info" title={t('intakePanel.linked', { name })}>
            <p>{t(now.automatic ? 'intakePanel.automatic' : 'intakePanel.byHand')}</p>
            <div class="row">
              <button type="button" class="small" onClick={() => void look.run(sheet)}>
                {t('intakePanel.questions')}
              </button>
              <button type="button" class="small" onClick={() => void unlink.run()}>
                {t('intakePanel.unlink')}
              </button>
            </div>
          </Note>
          {now.review > 0 ? (
            <IntakeReview {...props} left={() => void reading.reload()} />
          ) : (
            now.waiting === 0 && <p class="muted">{t('intakePanel.none')}</p>
          )}
        </>
      );
    }
    if (now.sheets.length === 0)
      return <Empty icon="chat" title={t('intakePanel.noSheet')} next={t('intakePanel.noSheetNext')} />;
    return (
      <>
        {now.gone && <Note kind="warn" title={t('intakePanel.gone')} />}
        <div class="field">
          <label for="intake-sheet">{t('intakePanel.choose')}</label>
          <select
            id="intake-sheet"
            value=""
            aria-describedby="intake-sheet-hint"
            onChange={(event) => void look.run(Number(event.currentTarget.value))}
          >
            <option value="" disabled>
              {t('intakePanel.chooseOne')}
            </option>
            {now.sheets.map(({ sheet, name }) => (
              <option key={sheet} value={String(sheet)}>
                {name}
              </option>
            ))}
          </select>
          <p id="intake-sheet-hint" class="hint">
            {t('intakePanel.noSheetNext')}
          </p>
        </div>
      </>
    );
  }

  function footOf() {
    if (found !== null) {
      const clash = doubled(columns.flatMap(asked));
      return (
        <>
          <button type="button" class="plain push" onClick={look.clear}>
            {t('act.cancel')}
          </button>
          <button
            type="button"
            class="action"
            aria-disabled={clash !== null || link.busy}
            onClick={() => clash === null && void link.run(found.sheet)}
          >
            {t('intakePanel.link')}
          </button>
        </>
      );
    }
    if (view === null || view.linked === null || view.waiting === 0) return undefined;
    return (
      <button type="button" class="action block" aria-disabled={take.busy} onClick={() => void take.run()}>
        {t('intakePanel.take', { count: view.waiting })}
      </button>
    );
  }
}

/** A question as the list of columns shows it; the time beside the answers is none. */
function asked({ to, ...column }: QuestionTarget) {
  return to === 'stamp' ? [] : [{ ...column, to }];
}

type LookProps = InnerProps & {
  readonly look: FormLook;
  readonly columns: readonly QuestionTarget[];
  change(columns: readonly QuestionTarget[]): void;
};

function Look({ t, locale, look, columns, change }: LookProps) {
  const questions = columns.flatMap(asked);
  return (
    <>
      <p class="sub">{t('intakePanel.found', { name: look.name, count: look.responses })}</p>
      {!look.likely && <Note kind="warn" title={t('intakePanel.unlikely')} />}
      <Columns
        t={t}
        locale={locale}
        columns={questions}
        targets={look.targets}
        clash={doubled(questions)}
        change={(next) =>
          change(
            columns.map((column) => {
              const now = next.find(({ index }) => index === column.index);
              return now === undefined ? column : { ...now, to: now.to === 'column' ? 'column' : 'notes' };
            }),
          )
        }
      />
    </>
  );
}
