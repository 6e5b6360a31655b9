// Cells and rows changed since an act: what stood there, what stands there now, and a choice for each before the act is taken back.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChangedCellView, ChangedChoice, Side } from '../../src/contract/duplicates-api';
import type { Server } from '../../src/contract/server-api';
import type { Page } from '../../src/contract/wire';
import type { Say } from '../panel';
import { useAct } from '../state/act';
import { Choice } from './choice';
import { FailureNote } from './failure-note';
import { Note } from './note';
import { Pager } from './pager';

const SIDES = ['now', 'then'] as const satisfies readonly Side[];

export interface ChangedCellsProps {
  readonly server: Server;
  readonly t: Say;
  readonly txn: string;
  readonly first: Page<ChangedCellView>;
  decide(choice: ChangedChoice): void;
  cancel(): void;
}

export function ChangedCells({ server, t, txn, first, decide, cancel }: ChangedCellsProps) {
  const [choice, setChoice] = useState<ChangedChoice>({ default: 'now', cells: {} });
  const turn = useAct((page: number) => server.changedSince({ txn, page }));
  const [page, setPage] = useState(first);
  const shown = turn.view.state === 'done' ? turn.view.value : page;
  const question = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => question.current?.focus(), []);
  const back = putBack(choice, shown.total);
  return (
    <fieldset ref={question} tabIndex={-1} aria-label={t('undo.changed', { count: shown.total })}>
      <Note kind="warn" title={t('undo.changed', { count: shown.total })}>
        <p>{t('undo.changedWhat')}</p>
        {shown.items.some(({ isRow }) => isRow) && <p>{t('undo.changedRows')}</p>}
        <Choice
          name={`${txn}-all`}
          legend={t('undo.all')}
          value={Object.keys(choice.cells).length === 0 ? choice.default : null}
          options={SIDES.map((side) => ({ value: side, label: t(`undo.${side}`) }))}
          onPick={(side) => setChoice({ default: side, cells: {} })}
        />
        {shown.items.map((cell) => (
          <fieldset key={cell.cell} class="pick">
            <legend>
              {cell.id} · {cell.isRow ? cell.now : cell.column}
            </legend>
            {SIDES.map((side) => (
              <label key={side}>
                <input
                  type="radio"
                  name={`${txn}-${cell.cell}`}
                  checked={(choice.cells[cell.cell] ?? choice.default) === side}
                  onChange={() => setChoice(chosen(choice, cell.cell, side))}
                />
                <span>{becomes(t, cell, side)}</span>
              </label>
            ))}
          </fieldset>
        ))}
        <Pager
          t={t}
          page={shown.page}
          pages={shown.pages}
          turn={(to) => {
            setPage(shown);
            void turn.run(to);
          }}
        />
        {turn.busy && <p class="sub">{t('undo.cellsReading')}</p>}
        {turn.view.state === 'error' && <FailureNote t={t} failure={turn.view.failure} retry={() => void turn.retry()} />}
        <div class="row">
          <button type="button" class="small" onClick={() => decide(choice)}>
            {t(back === 0 ? 'undo.decidedNow' : 'undo.decided', { count: back === 0 ? shown.total : back })}
          </button>
          <button type="button" class="plain" onClick={cancel}>
            {t('act.cancel')}
          </button>
        </div>
      </Note>
    </fieldset>
  );
}

function becomes(t: Say, { isRow, now, was }: ChangedCellView, side: Side): string {
  if (isRow) return t(`undo.${side}Row`);
  return t(`undo.${side}Value`, { value: (side === 'now' ? now : was) || '—' });
}

/** Only what differs from the rest is named, so that thousands of cells fit the wire. */
function chosen(choice: ChangedChoice, cell: string, side: Side): ChangedChoice {
  const { [cell]: _former, ...cells } = choice.cells;
  return { ...choice, cells: side === choice.default ? cells : { ...cells, [cell]: side } };
}

function putBack(choice: ChangedChoice, total: number): number {
  const others = Object.keys(choice.cells).length;
  return choice.default === 'now' ? others : total - others;
}
