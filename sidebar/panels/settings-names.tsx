// A name in both languages of the product.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Text } from '../../src/template/types';
import type { Say } from '../panel';

export interface NamesProps {
  readonly t: Say;
  /** Begins the ids of the inputs. */
  readonly id: string;
  readonly label: Text;
  set(label: Text): void;
}

export function Names({ t, id, label, set }: NamesProps) {
  const form = useRef<HTMLDivElement>(null);
  // What opens with a click begins at its first field.
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <div class="stack" ref={form}>
      {(['zh-CN', 'en'] as const).map((locale) => (
        <div key={locale} class="field">
          <label for={`${id}-${locale}`}>{t(`names.${locale}`)}</label>
          <input
            id={`${id}-${locale}`}
            type="text"
            autocomplete="off"
            value={label[locale]}
            onInput={(event) => set({ ...label, [locale]: event.currentTarget.value })}
          />
        </div>
      ))}
    </div>
  );
}
