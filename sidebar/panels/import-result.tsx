// What an import did: counts that add up, what was set aside and why, and the way back.
import { useState } from 'preact/hooks';
import type { ImportResult } from '../../src/contract/import-api';
import { Facts } from '../parts/facts';
import { FailureNote } from '../parts/failure-note';
import { Note } from '../parts/note';
import { Pager } from '../parts/pager';
import { UndoAct } from '../parts/undo-act';
import { Working } from '../parts/working';
import { figure } from '../show';
import { useReading } from '../state/reading';
import type { InnerProps } from './data';

type ImportedProps = InnerProps & { result: ImportResult };

export function Imported(props: ImportedProps) {
  const { t, locale, result } = props;
  const touched = result.created + result.updated;
  const elsewhere = result.columns.filter((column) => column.to === 'custom' || column.to === 'notes');
  return (
    <>
      <Note kind="good" title={t('importPanel.done', { count: touched })}>
        <UndoAct {...props} txn={result.txn} ask={t('undo.ask.import', { count: touched })} />
      </Note>
      <Facts
        of={[
          [t('importPanel.read'), figure(result.read, locale)],
          [t('importPanel.created'), figure(result.created, locale)],
          result.updated > 0 ? [t('importPanel.updated'), figure(result.updated, locale)] : null,
          result.duplicate > 0 ? [t('importPanel.duplicate'), figure(result.duplicate, locale)] : null,
          [t('importPanel.quarantined'), figure(result.quarantined, locale)],
          result.skipped > 0 ? [t('importPanel.skipped'), figure(result.skipped, locale)] : null,
          [t('importPanel.setAside'), figure(result.setAside, locale)],
          [t('importPanel.withIssues'), figure(result.withIssues, locale)],
        ]}
      />
      {result.newOwners.length > 0 && (
        <p class="sub">{t('importPanel.newOwners', { names: result.newOwners.join(locale === 'zh-CN' ? '、' : ', ') })}</p>
      )}
      {elsewhere.length > 0 && (
        <section class="group" aria-label={t('importPanel.where')}>
          <h3>{t('importPanel.where')}</h3>
          <ul>
            {elsewhere.map((column) => (
              <li key={column.index} class="sub">
                {t('importPanel.went', {
                  header: column.header || t('importPanel.noHeader', { index: column.index + 1 }),
                  to: column.label ?? t('importPanel.toNotes'),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {result.possible.length > 0 && (
        <section class="group" aria-label={t('importPanel.possibleList', { count: result.possibleTotal })}>
          <h3>{t('importPanel.possibleList', { count: result.possibleTotal })}</h3>
          <ul>
            {result.possible.map(({ row, id, other }) => (
              <li key={row} class="sub">
                {t('importPanel.possibleRow', { row, id, other })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {result.reasons.length > 0 && (
        <section class="group" aria-label={t('importPanel.reasons')}>
          <h3>{t('importPanel.reasons')}</h3>
          <Facts of={result.reasons.map(({ reason, count }) => [t(reason.code, reason.args), figure(count, locale)])} />
        </section>
      )}
      {result.setAside + result.quarantined > 0 && <Rejected {...props} />}
    </>
  );
}

/** Read when it is opened: most imports are right, and the list can be long. */
function Rejected({ server, t, locale, result, changes }: ImportedProps) {
  const [open, setOpen] = useState(false);
  const reading = useReading((page) => server.importRejected({ batch: result.batch, page }), false, changes);
  const list = reading.value;
  return (
    <details
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        if (event.currentTarget.open && list === null) void reading.reload();
      }}
    >
      <summary>{t('importPanel.rejected')}</summary>
      {reading.busy && <Working t={t} locale={locale} what={t('importPanel.rejectedReading')} since={reading.since} />}
      {reading.failure !== null && <FailureNote t={t} failure={reading.failure} retry={() => void reading.reload()} />}
      {list !== null && (
        <>
          <ul>
            {list.items.map((item) => (
              <li key={`${item.row} ${item.column ?? ''} ${item.value}`} class="item">
                <p>{item.column === null ? rowText(item.value) : `${item.column}: ${item.value}`}</p>
                <p class="muted">
                  {t('importPanel.rejectedRow', { row: item.row })} · {item.reason}
                </p>
              </li>
            ))}
          </ul>
          <Pager t={t} page={reading.page} pages={list.pages} turn={(to) => void reading.turn(to)} />
        </>
      )}
    </details>
  );
}

/** A whole row, kept as JSON by column, as a person reads it; any other text as it is. */
function rowText(original: string): string {
  try {
    const row = JSON.parse(original) as Record<string, unknown>;
    return Object.entries(row)
      .map(([header, value]) => `${header}: ${String(value)}`)
      .join(' · ');
  } catch {
    return original;
  }
}
