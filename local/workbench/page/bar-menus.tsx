// The row of menus: as in Sheets, those without effect here are disabled; the add-on's own stands under Extensions.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MenuEntry } from '../frame-wire';
import type { GridAct } from '../grid-wire';
import { Icon } from './icon';
import { t } from './words';

interface MenusProps {
  /** What the add-on is called. */
  readonly title: string;
  /** The add-on's own menu. */
  readonly entries: readonly MenuEntry[];
  run(functionName: string): void;
  /** The sheet that is shown. */
  readonly sheet: number | null;
  edit(act: GridAct): void;
}

export function Menus({ title, entries, run, sheet, edit }: MenusProps) {
  const undo: MenuEntry = { type: 'item', caption: t('menu.undo'), function: 'undo' };
  const makeFilter: MenuEntry = { type: 'item', caption: t('grid.makeFilter'), function: 'makeFilter' };
  const addOn: MenuEntry = { type: 'menu', caption: title, entries };
  return (
    <nav class="menus" aria-label={t('menus')}>
      <Idle name="file" />
      <Drop label={t('menu.edit')} entries={[undo]} run={() => edit({ act: 'undo' })} />
      <Idle name="view" />
      <Idle name="insert" />
      <Idle name="format" />
      <Drop label={t('menu.data')} entries={[makeFilter]} run={() => sheet !== null && edit({ act: 'makeFilter', sheet })} />
      <Idle name="tools" />
      <Drop label={t('menu.extensions')} entries={[addOn]} none={t('menu.addOns')} run={run} />
      <Idle name="help" />
    </nav>
  );
}

/** A menu of Sheets that has no effect here. */
function Idle({ name }: { name: 'file' | 'view' | 'insert' | 'format' | 'tools' | 'help' }) {
  return (
    <button type="button" disabled>
      {t(`menu.${name}`)}
    </button>
  );
}

interface DropProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** A last line for what is not there. */
  readonly none?: string;
  run(functionName: string): void;
}

function Drop({ label, entries, none, run }: DropProps) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event) => {
      if (event.target instanceof Node && place.current?.contains(event.target) !== true) setOpen(false);
    };
    // The focus leaves by Tab, or into the frame beside.
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  return (
    <div class="drop" ref={place}>
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
        {label}
      </button>
      {open && (
        <Popup
          label={label}
          entries={entries}
          {...(none !== undefined && { none })}
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

interface PopupProps extends DropProps {
  leave(): void;
}

function Popup({ label, entries, none, leave, run }: PopupProps) {
  const list = useRef<HTMLDivElement>(null);
  const [inner, setInner] = useState<number | null>(null);
  // Before it is painted: a key pressed on sight belongs to this menu.
  useLayoutEffect(() => list.current?.querySelector<HTMLElement>(':scope > [role=menuitem]')?.focus(), []);
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
