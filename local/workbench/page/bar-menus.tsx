// The row of menus: as in Sheets, those without effect here disabled; the add-on's own stands under Extensions.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MenuEntry } from '../frame-wire';
import { Icon } from './icon';
import { t } from './words';

const IDLE_BEFORE = ['file', 'edit', 'view', 'insert', 'format', 'data', 'tools'] as const;

interface MenusProps {
  /** What the add-on is called. */
  readonly title: string;
  readonly entries: readonly MenuEntry[];
  run(functionName: string): void;
}

export function Menus({ title, entries, run }: MenusProps) {
  return (
    <nav class="menus" aria-label={t('menus')}>
      {IDLE_BEFORE.map((name) => (
        <button key={name} type="button" disabled>
          {t(`menu.${name}`)}
        </button>
      ))}
      <Extensions title={title} entries={entries} run={run} />
      <button type="button" disabled>
        {t('menu.help')}
      </button>
    </nav>
  );
}

function Extensions({ title, entries, run }: MenusProps) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && place.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  const addOn: MenuEntry = { type: 'menu', caption: title, entries };
  return (
    <div class="extensions" ref={place}>
      <button
        type="button"
        ref={opener}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {t('menu.extensions')}
      </button>
      {open && (
        <Popup
          label={t('menu.extensions')}
          entries={[addOn]}
          none={t('menu.addOns')}
          leave={close}
          run={(name) => {
            close();
            run(name);
          }}
        />
      )}
    </div>
  );
}

interface PopupProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** A last line for what is not there. */
  readonly none?: string;
  leave(): void;
  run(functionName: string): void;
}

function Popup({ label, entries, none, leave, run }: PopupProps) {
  const list = useRef<HTMLDivElement>(null);
  const [inner, setInner] = useState<number | null>(null);
  useEffect(() => list.current?.querySelector<HTMLElement>(':scope > [role=menuitem]')?.focus(), []);
  const back = () => {
    setInner(null);
    const items = list.current?.querySelectorAll<HTMLElement>(':scope > [role=menuitem]');
    items?.[inner ?? 0]?.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'ArrowLeft') leave();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(list.current, event.key === 'ArrowDown' ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // The focus is in the items; their keys come up to the menu.
    <div class="popup" role="menu" aria-label={label} ref={list} onKeyDown={pressed}>
      {entries.map((entry, i) => {
        if (entry.type === 'separator') return <hr key={`line ${i}`} />;
        if (entry.type === 'item')
          return (
            <button key={entry.caption} type="button" role="menuitem" tabIndex={-1} onClick={() => run(entry.function)}>
              {entry.caption}
            </button>
          );
        return (
          <button
            key={entry.caption}
            type="button"
            role="menuitem"
            tabIndex={-1}
            aria-haspopup="menu"
            aria-expanded={inner === i}
            onClick={() => setInner(inner === i ? null : i)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') setInner(i);
            }}
          >
            {entry.caption}
            <Icon name="next" />
          </button>
        );
      })}
      {none !== undefined && (
        <>
          <hr />
          <button type="button" role="menuitem" tabIndex={-1} aria-disabled="true">
            {none}
          </button>
        </>
      )}
      {entries.map((entry, i) =>
        entry.type === 'menu' && inner === i ? (
          <Popup key={entry.caption} label={entry.caption} entries={entry.entries} leave={back} run={run} />
        ) : null,
      )}
    </div>
  );
}

/** Moves the focus among a menu's own items, round its ends. */
function step(menu: HTMLElement | null, by: 1 | -1): void {
  const items = [...(menu?.querySelectorAll<HTMLElement>(':scope > [role=menuitem]') ?? [])];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + by + items.length) % items.length]?.focus();
}
