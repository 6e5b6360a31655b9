// The formula bar: where the active cell is, and what it holds.
import type { RefObject } from 'preact';
import { t } from './words';

interface FormulaBarProps {
  readonly address: string;
  readonly text: string;
  readonly box: RefObject<HTMLInputElement | null>;
  typed(text: string): void;
  /** @param kept whether what was typed is to stand */
  ended(kept: boolean): void;
  left(event: FocusEvent): void;
}

export function FormulaBar({ address, text, box, typed, ended, left }: FormulaBarProps) {
  return (
    <section class="formula" aria-label={t('grid.bar')}>
      <output aria-label={t('grid.address')}>{address}</output>
      <i aria-hidden="true">fx</i>
      <input
        ref={box}
        type="text"
        aria-label={t('grid.content')}
        spellcheck={false}
        autocomplete="off"
        value={text}
        onInput={(event) => typed(event.currentTarget.value)}
        onBlur={left}
        onKeyDown={(event) => {
          if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          event.preventDefault();
          ended(event.key === 'Enter');
        }}
      />
    </section>
  );
}
