// What is to be said at a cell: that an act was refused, why its content is wrong, its note, what its rule asks for.
import type { CellView } from '../grid-wire';
import type { Refusal } from './sheet-acts';
import { t } from './words';

interface TipProps {
  readonly at: Record<string, string>;
  readonly refusal: Refusal | null;
  readonly cell: CellView | null;
  readonly hint: string | null;
}

export function Tip({ at, refusal, cell, hint }: TipProps) {
  const note = cell?.note ?? null;
  const invalid = cell?.invalid === true;
  const said = refusal !== null || note !== null || invalid || hint !== null;
  return (
    <div class={said ? 'tip' : 'tip unseen'} style={said ? at : {}}>
      {/* Always there: a live region born with its text is not announced. */}
      <div role="alert">
        {refusal !== null && (
          <>
            <b>{t('grid.refused')}</b>
            <p>{refusal.sentence}</p>
            {refusal.typed !== null && <p>{t('grid.typed', { text: refusal.typed })}</p>}
          </>
        )}
      </div>
      {refusal === null && invalid && (
        <p>
          <b>{t('grid.invalid')}</b> {hint}
        </p>
      )}
      {refusal === null && !invalid && hint !== null && <p>{hint}</p>}
      {refusal === null && note !== null && <p class="note">{note}</p>}
    </div>
  );
}
