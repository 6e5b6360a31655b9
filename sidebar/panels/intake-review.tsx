// Answers of known customers: each is taken into the record or left, response by response.
import { useState } from 'preact/hooks';
import type { ReviewItem } from '../../src/contract/intake-api';
import { FailureNote } from '../parts/failure-note';
import { Note } from '../parts/note';
import { Pager } from '../parts/pager';
import { Working } from '../parts/working';
import { useAct } from '../state/act';
import { useReading } from '../state/reading';
import type { InnerProps } from './data';

interface ReviewProps extends InnerProps {
  /** To be called when nothing is left to look at. */
  left(): void;
}

export function IntakeReview(props: ReviewProps) {
  const { server, t, locale, visible, changes, left } = props;
  const reading = useReading((page) => server.intakeReview({ page }), visible, changes);
  const list = reading.value;
  const settled = () => {
    if (list !== null && list.total <= 1) left();
    else void reading.reload();
  };
  return (
    <section class="group" aria-label={t('intakePanel.review', { count: list?.total ?? 0 })}>
      <h3>{t('intakePanel.review', { count: list?.total ?? 0 })}</h3>
      {reading.busy && <Working t={t} locale={locale} what={t('intakePanel.reading')} since={reading.since} />}
      {reading.failure !== null && <FailureNote t={t} failure={reading.failure} retry={() => void reading.reload()} />}
      {list !== null && (
        <>
          <ul>
            {list.items.map((item) => (
              <Response key={item.response} {...props} item={item} settled={settled} />
            ))}
          </ul>
          <Pager t={t} page={reading.page} pages={list.pages} turn={(to) => void reading.turn(to)} />
        </>
      )}
    </section>
  );
}

function Response({ server, t, item, changed, settled }: InnerProps & { item: ReviewItem; settled(): void }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const settle = useAct(
    (columns: ReadonlySet<string>, asNew: boolean) => {
      const accept = item.answers.filter(({ column }) => columns.has(column)).map(({ column, now }) => ({ column, now }));
      return server.intakeSettle({ response: item.response, accept, asNew });
    },
    () => {
      changed();
      settled();
    },
  );
  const toggle = (column: string) => {
    const next = new Set(chosen);
    if (!next.delete(column)) next.add(column);
    setChosen(next);
  };
  const who = item.name === '' ? t('intakePanel.nobody') : `${item.name} · ${item.id}`;
  const outcome = settle.view.state === 'done' ? settle.view.value.changed : [];
  return (
    <li class="item">
      <p>
        <b>{who}</b>
      </p>
      {item.answers.length > 0 && (
        <fieldset aria-label={t('intakePanel.answers', { who })}>
          {item.answers.map(({ column, label, now, answer }) => (
            <label key={column} class="tick">
              <input type="checkbox" checked={chosen.has(column)} onChange={() => toggle(column)} />
              <span>
                {label}
                <span class="hint">
                  {' '}
                  {now === '' ? '—' : now} → <b>{answer}</b>
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {item.problems.map(({ label, value, reason }) => (
        <p key={label + value} class="muted">
          {label !== '' && `${label}: ${value} · `}
          {reason}
        </p>
      ))}
      {item.original.length > 0 && (
        <details>
          <summary>{t('intakePanel.original')}</summary>
          {item.original.map(({ question, answer }) => (
            <p key={question} class="muted">
              {question}: {answer}
            </p>
          ))}
        </details>
      )}
      {outcome.length > 0 && <Note kind="warn" title={t('intakePanel.changed', { columns: outcome.join(', ') })} />}
      {settle.view.state === 'error' && <FailureNote t={t} failure={settle.view.failure} retry={() => void settle.retry()} />}
      <div class="row">
        {item.answers.length > 0 && (
          <button
            type="button"
            class="small"
            aria-disabled={chosen.size === 0 || settle.busy}
            onClick={() => chosen.size > 0 && void settle.run(chosen, false)}
          >
            {t('intakePanel.accept', { count: chosen.size })}
          </button>
        )}
        <button type="button" class="small" aria-disabled={settle.busy} onClick={() => void settle.run(new Set(), false)}>
          {t('intakePanel.ignore')}
        </button>
        {item.answers.length > 0 && (
          <button type="button" class="small" aria-disabled={settle.busy} onClick={() => void settle.run(new Set(), true)}>
            {t('intakePanel.asNew')}
          </button>
        )}
      </div>
    </li>
  );
}
