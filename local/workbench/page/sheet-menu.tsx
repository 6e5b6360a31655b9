// The menu of a cell, a row number or a column letter, and the list a filter's arrow opens.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ValueView } from '../grid-wire';
import { asked } from './asked';
import { t } from './words';

/** Where it opens, in the window's pixels. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

export type MenuItem = { readonly caption: string; run(): void } | 'line';

interface PopupProps {
  readonly place: MenuPlace;
  readonly role: 'menu' | 'dialog';
  readonly label: string;
  close(): void;
  readonly children: ComponentChildren;
}

/** Stands at its place, moved back into the window; closes on Esc and on a press elsewhere. */
function Popup({ place, role, label, close, children }: PopupProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const panel = box.current;
    if (panel === null) return;
    panel.style.left = `${Math.max(4, Math.min(place.x, innerWidth - panel.offsetWidth - 4))}px`;
    panel.style.top = `${Math.max(4, Math.min(place.y, innerHeight - panel.offsetHeight - 4))}px`;
    panel.querySelector<HTMLElement>('button, input')?.focus();
  }, [place]);
  useEffect(() => {
    const pressed = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) close();
    };
    addEventListener('pointerdown', pressed, true);
    return () => removeEventListener('pointerdown', pressed, true);
  }, [close]);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name
    <div
      ref={box}
      role={role}
      aria-label={label}
      class={`grid-popup ${role}`}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || (role === 'menu' && event.key === 'Tab')) {
          event.preventDefault();
          close();
        }
        if (role === 'menu' && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
          event.preventDefault();
          step(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
        }
      }}
    >
      {children}
    </div>
  );
}

function step(menu: HTMLElement, by: number): void {
  const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const now = items.indexOf(document.activeElement as HTMLElement);
  items[(now + by + items.length) % items.length]?.focus();
}

interface MenuProps {
  readonly place: MenuPlace;
  readonly label: string;
  readonly items: readonly MenuItem[];
  close(): void;
}

export function Menu({ place, label, items, close }: MenuProps) {
  return (
    <Popup place={place} role="menu" label={label} close={close}>
      {items.map((item, i) =>
        item === 'line' ? (
          <hr key={i} />
        ) : (
          <button
            key={item.caption}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              close();
              item.run();
            }}
          >
            {item.caption}
          </button>
        ),
      )}
    </Popup>
  );
}

interface FilterMenuProps {
  readonly place: MenuPlace;
  readonly sheet: number;
  readonly column: number;
  sort(ascending: boolean): void;
  apply(hidden: readonly string[]): void;
  close(): void;
}

export function FilterMenu({ place, sheet, column, sort, apply, close }: FilterMenuProps) {
  const [values, setValues] = useState<readonly ValueView[] | null>(null);
  useEffect(() => {
    void asked<ValueView[]>('/values', { sheet, column }).then(setValues);
  }, [sheet, column]);
  const finish = (run: () => void) => () => {
    close();
    run();
  };
  return (
    <Popup place={place} role="dialog" label={t('grid.filter')} close={close}>
      <button type="button" onClick={finish(() => sort(true))}>
        {t('grid.sortUp')}
      </button>
      <button type="button" onClick={finish(() => sort(false))}>
        {t('grid.sortDown')}
      </button>
      {values !== null && (
        <Values
          values={values}
          close={close}
          apply={(hidden) => {
            close();
            apply(hidden);
          }}
        />
      )}
    </Popup>
  );
}

interface ValuesProps {
  readonly values: readonly ValueView[];
  apply(hidden: readonly string[]): void;
  close(): void;
}

/** Which texts of the column are shown. */
function Values({ values, apply, close }: ValuesProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(
    () => new Set(values.filter((value) => value.hidden).map(({ text }) => text)),
  );
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const listed = values.filter(({ text }) => text.toLowerCase().includes(wanted));
  const mark = (of: readonly Pick<ValueView, 'text'>[], hide: boolean) => {
    const next = new Set(hidden);
    for (const { text } of of) {
      if (hide) next.add(text);
      else next.delete(text);
    }
    setHidden(next);
  };
  return (
    <>
      <hr />
      <input
        type="search"
        aria-label={t('grid.search')}
        placeholder={t('grid.search')}
        value={search}
        onInput={(event) => setSearch(event.currentTarget.value)}
      />
      <p class="all">
        <button type="button" class="link" onClick={() => mark(listed, false)}>
          {t('grid.selectAll')}
        </button>
        <button type="button" class="link" onClick={() => mark(listed, true)}>
          {t('grid.selectNone')}
        </button>
      </p>
      <fieldset aria-label={t('grid.values')}>
        {listed.map(({ text, rows }) => (
          <label key={text}>
            <input
              type="checkbox"
              checked={!hidden.has(text)}
              onChange={(event) => mark([{ text }], !event.currentTarget.checked)}
            />
            {text === '' ? t('grid.blank') : text} <span class="quiet">{rows}</span>
          </label>
        ))}
      </fieldset>
      <footer>
        <button type="button" class="button" onClick={close}>
          {t('grid.cancel')}
        </button>
        <button type="button" class="button action" onClick={() => apply([...hidden])}>
          {t('grid.apply')}
        </button>
      </footer>
    </>
  );
}
