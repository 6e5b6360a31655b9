// Known customers in a list: what is to become of them, with the numbers of each choice, and the cells it would change.
import { useState } from 'preact/hooks';
import type { CellForecast, ImportMatches, KnownChoice } from '../../src/contract/import-api';
import type { Reply } from '../../src/contract/wire';
import { FailureNote } from '../parts/failure-note';
import { Note } from '../parts/note';
import { Pager } from '../parts/pager';
import { Working } from '../parts/working';
import { useReading } from '../state/reading';
import type { InnerProps } from './data';

const CHOICES = ['fill', 'merge', 'skip', 'keep'] as const satisfies readonly KnownChoice[];

interface KnownProps extends Pick<InnerProps, 't' | 'locale' | 'changes'> {
  readonly matches: ImportMatches;
  readonly choice: KnownChoice;
  pick(choice: KnownChoice): void;
  /** Reads a page of the cells a choice would change. */
  read(choice: KnownChoice, page: number): Promise<Reply<ImportMatches>>;
}

export function Known(props: KnownProps) {
  const { t, matches, choice, pick } = props;
  const { certain, possible, choices } = matches;
  return (
    <>
      {certain > 0 && (
        <fieldset class="field">
          <legend>{t('importPanel.known', { count: certain })}</legend>
          {CHOICES.map((each) => (
            <label key={each} class="tick">
              <input type="radio" name="import-known" checked={each === choice} onChange={() => pick(each)} />
              <span>
                {t(`importPanel.known.${each}`)}
                <span class="hint"> {t('importPanel.knownCounts', { ...choices[each] })}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {certain === 0 && <p class="sub">{t('importPanel.knownNone')}</p>}
      {possible > 0 && <p class="sub">{t('importPanel.possible', { count: possible })}</p>}
      {choices[choice].cells > 0 && matches.closed !== null && (
        <Note kind="warn">{t(matches.closed.code, matches.closed.args)}</Note>
      )}
      {choices[choice].cells > 0 && <Cells key={choice} {...props} />}
    </>
  );
}

/** Before and after, read when it is opened. */
function Cells({ t, locale, changes, matches, choice, read }: KnownProps) {
  const [open, setOpen] = useState(false);
  const reading = useReading((page) => read(choice, page), false, changes);
  const cells = reading.value?.cells ?? null;
  return (
    <details
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        if (event.currentTarget.open && cells === null) void reading.reload();
      }}
    >
      <summary>{t('importPanel.knownCells', { count: matches.choices[choice].cells })}</summary>
      {reading.busy && <Working t={t} locale={locale} what={t('importPanel.rejectedReading')} since={reading.since} />}
      {reading.failure !== null && <FailureNote t={t} failure={reading.failure} retry={() => void reading.reload()} />}
      {cells !== null && (
        <>
          <ul>
            {cells.items.map((cell) => (
              <li key={`${cell.id} ${cell.column}`} class="item">
                <p>
                  {cell.name} <span class="muted">{cell.id}</span>
                </p>
                <p class="muted">{sentence(cell)}</p>
              </li>
            ))}
          </ul>
          <Pager t={t} page={reading.page} pages={cells.pages} turn={(to) => void reading.turn(to)} />
        </>
      )}
    </details>
  );

  function sentence({ column, before, after }: CellForecast): string {
    return t('importPanel.knownCell', { column, before: before || '—', after });
  }
}
