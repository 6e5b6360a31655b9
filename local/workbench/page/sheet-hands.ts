// What hands do in the grid: keys, pointer and clipboard become acts of the person, moves of the selection, or an open editor.
import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { CellDetail, Spot } from '../grid-wire';
import { cellsOf } from '../tsv';
import type { Acts, Refusal } from './sheet-acts';
import { type Editing, fitting } from './sheet-editor';
import { type Geometry, isInside, isWhole } from './sheet-geometry';
import type { Opened } from './sheet-menus';
import { type Copied, detailNow, textNow } from './sheet-now';
import { movedBy, type PageSize, type Selection, selectionOf } from './sheet-selection';
import type { Drawn } from './sheet-tiles';

interface HandsOf {
  readonly sheet: number;
  readonly geometry: Geometry;
  readonly selection: Selection;
  /** @param shown whether the other corner is scrolled into view */
  select(selection: Selection, shown?: boolean): void;
  readonly page: PageSize;
  readonly detail: CellDetail | null;
  drawnAt(spot: Spot): Drawn | null;
  readonly acts: Acts;
  readonly refusal: Refusal | null;
  setRefusal(refusal: Refusal | null): void;
  readonly typing: RefObject<HTMLTextAreaElement | null>;
  readonly bar: RefObject<HTMLInputElement | null>;
  openMenu(menu: Opened): void;
}

export function useHands(of: HandsOf) {
  const { sheet, geometry, selection, select, page, detail, drawnAt, acts, refusal, setRefusal, typing, bar, openMenu } = of;
  const { anchor, block } = selection;
  const [editing, setEditing] = useState<Editing | null>(null);
  const open = useRef<Editing | null>(null);
  open.current = editing;
  const [copied, setCopied] = useState<Copied | null>(null);
  const bare = useRef(false);
  /** The column a row of Tabs began in. */
  const begun = useRef<number | null>(null);
  /** After Esc the Tab key leaves the grid, so that nobody is caught in it: until a press, or something typed. */
  const leaving = useRef(false);

  const offered = editing === null ? null : (detail?.options ?? null);
  const options = editing === null || offered === null ? null : fitting(offered, editing);
  const focus = () => typing.current?.focus({ preventScroll: true });

  const edit = (spot: Spot, value: string | boolean) =>
    acts.run({ act: 'edit', sheet, at: spot, value }, spot, typeof value === 'string' ? value : undefined);

  /** Ends the editing; what was typed goes to the host unless it is what was there. */
  const commit = (text?: string) => {
    const ending = open.current;
    if (ending === null) return;
    open.current = null;
    setEditing(null);
    setRefusal(null);
    const typed = text ?? ending.text;
    if (typed !== ending.before) void edit(ending.spot, typed);
    focus();
  };
  const cancel = () => {
    open.current = null;
    setEditing(null);
    setRefusal(null);
    focus();
  };
  /** Commits on going elsewhere; words that were just refused are not sent again. */
  const leave = () => {
    if (open.current === null) return;
    if (refusal !== null && refusal.typed === open.current.text) cancel();
    else commit();
  };
  const detailOf = (spot: Spot) =>
    (spot.row === anchor.row && spot.column === anchor.column ? detail : null) ?? detailNow(sheet, spot);
  const openEditor = (spot: Spot) => {
    const known = detailOf(spot);
    if (known === null || known.box !== null) return;
    const option = known.options?.indexOf(known.input) ?? -1;
    setEditing({ spot, mode: 'opened', text: known.input, before: known.input, option });
    focus();
  };
  const tick = (spot: Spot) => {
    const box = detailOf(spot)?.box ?? null;
    if (box !== null) void edit(spot, drawnAt(spot)?.cell.check === true ? box.off : box.on);
  };
  const arrow = (spot: Spot) => {
    const { filter } = geometry.shape;
    const place = document.getElementById(`cell-${spot.row}-${spot.column}`)?.getBoundingClientRect();
    if (filter !== null && filter.row === spot.row && isInside({ ...filter, rows: 1 }, spot)) {
      openMenu({ kind: 'filter', column: spot.column, place: { x: place?.left ?? 0, y: place?.bottom ?? 0 } });
    } else if (drawnAt(spot)?.cell.list) openEditor(spot);
  };

  /** Moves as the key says; Enter after a row of Tabs goes on under its beginning. @returns false for keys that do not move */
  const go = (from: Selection, event: KeyboardEvent): boolean => {
    const moved = movedBy(geometry, from, event, page);
    if (moved === null) return false;
    const start = begun.current;
    begun.current = event.key === 'Tab' ? (start ?? from.anchor.column) : null;
    select(event.key === 'Enter' && start !== null ? selectionOf({ row: moved.anchor.row, column: start }) : moved);
    return true;
  };

  const keyWhileEditing = (event: KeyboardEvent, now: Editing) => {
    const { key } = event;
    const chosen = options?.[now.option];
    leaving.current = false;
    if (key === 'Escape') cancel();
    else if (key === 'Enter' && event.altKey) document.execCommand('insertText', false, '\n');
    else if (key === 'Enter' || key === 'Tab') {
      commit(chosen);
      go(selectionOf(now.spot), event);
    } else if (options !== null && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const count = Math.max(1, options.length);
      setEditing({ ...now, option: (now.option + (key === 'ArrowDown' ? 1 : -1) + count) % count });
    } else if (now.mode === 'typed' && key.startsWith('Arrow')) {
      commit();
      go(selectionOf(now.spot), event);
    } else return;
    event.preventDefault();
  };

  const keyAtRest = (event: KeyboardEvent) => {
    const { key } = event;
    const control = event.ctrlKey || event.metaKey;
    const cell = drawnAt(anchor)?.cell;
    const left = leaving.current;
    leaving.current = key === 'Escape' || (left && key === 'Shift');
    if (key === 'Tab' && left) return;
    const letter = control ? key.toLowerCase() : '';
    bare.current = letter === 'v' && event.shiftKey;
    if (letter === 'y' || (letter === 'z' && event.shiftKey)) void goBack('redo');
    else if (letter === 'z') void goBack('undo');
    else if (letter === 'd') fillDown();
    else if (letter === 'a') select(everything(), false);
    else if (control && !/^(Arrow|Home|End|Page)/.test(key)) return;
    else if (key === 'Escape') {
      setCopied(null);
      setRefusal(null);
    } else if (event.altKey && key === 'ArrowDown') arrow(anchor);
    else if (cell?.check !== undefined && (key === ' ' || key === 'Enter')) tick(anchor);
    else if (key === 'F2' || (key === 'Enter' && !event.shiftKey)) openEditor(anchor);
    else if (key === 'Delete' || key === 'Backspace') void acts.run({ act: 'clear', sheet, at: block }, anchor, undefined);
    else {
      if (!go(selection, event)) return;
      setRefusal(null);
    }
    event.preventDefault();
  };

  const goBack = async (act: 'undo' | 'redo') => {
    const answer = await acts.run({ act }, anchor);
    if (answer?.done !== true || answer.at === undefined || answer.sheet !== sheet) return;
    const { row, column, rows, columns } = answer.at;
    select(selectionOf({ row, column }, { row: row + rows - 1, column: column + columns - 1 }));
  };
  /** The first row of what is selected goes into those under it; one row alone gets the row above it. */
  const fillDown = () => {
    const above = block.rows === 1 ? 1 : 0;
    const from = { sheet, ...block, row: block.row - above, rows: 1 };
    const at = { ...block, row: from.row + 1, rows: block.rows - 1 + above };
    if (from.row < 1 || !isWhole(geometry, { ...at, row: from.row, rows: at.rows + 1 })) return;
    void acts.run({ act: 'copy', sheet, at, from, cut: false, valuesOnly: false }, at);
  };
  const everything = () => {
    const { rows, columns } = geometry.shape;
    return selectionOf({ row: 1, column: 1 }, { row: rows, column: columns });
  };

  const copy = (event: ClipboardEvent, cut: boolean) => {
    if (open.current !== null) return;
    event.preventDefault();
    const text = textNow(sheet, block);
    event.clipboardData?.setData('text/plain', text);
    // With filtered rows between, the clipboard's text says what was copied: those seen.
    setCopied(isWhole(geometry, block) ? { text, from: { sheet, ...block }, cut } : null);
  };
  const paste = async (event: ClipboardEvent) => {
    if (open.current !== null) return;
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n') ?? '';
    if (text === '') return;
    const mine = copied?.text === text ? copied : null;
    // Cells of another program come as a table with looks of their own; text has none, and leaves those of the cells.
    const asText = mine === null && !/<table/i.test(event.clipboardData?.getData('text/html') ?? '');
    const valuesOnly = bare.current || asText;
    const cells = cellsOf(text);
    // One cell fills all that is selected.
    const only = cells.length === 1 && cells[0]?.length === 1 ? (cells[0][0] ?? '') : null;
    const rows = only === null ? cells : Array.from({ length: block.rows }, () => Array<string>(block.columns).fill(only));
    const at = { row: block.row, column: block.column };
    const size = mine?.from ?? { rows: rows.length, columns: Math.max(...rows.map((line) => line.length)) };
    if (mine?.cut) setCopied(null);
    const answer = await acts.run(
      mine === null
        ? { act: 'paste', sheet, at, rows, valuesOnly }
        : { act: 'copy', sheet, at: block, from: mine.from, cut: mine.cut, valuesOnly },
      at,
    );
    if (answer?.done !== true) return;
    const end = mine === null ? size : { rows: Math.max(size.rows, block.rows), columns: Math.max(size.columns, block.columns) };
    select(selectionOf(at, { row: at.row + end.rows - 1, column: at.column + end.columns - 1 }), false);
  };

  const headOf = (event: Event) => (event.target as Element).closest<HTMLElement>('[data-row],[data-column],[data-corner]');
  /** What a press on a cell, a number, a letter or the corner selects; null elsewhere. */
  const pointed = (event: Event): Selection | null => {
    const { row, column, corner } = headOf(event)?.dataset ?? {};
    const { rows, columns } = geometry.shape;
    if (corner !== undefined) return everything();
    if (row !== undefined && column !== undefined) return selectionOf({ row: Number(row), column: Number(column) });
    if (row !== undefined) return selectionOf({ row: Number(row), column: 1 }, { row: Number(row), column: columns });
    if (column !== undefined) return selectionOf({ row: 1, column: Number(column) }, { row: rows, column: Number(column) });
    return null;
  };

  return {
    editing,
    /** Marked until it is pasted or given up. */
    copied: copied?.from ?? null,
    options,
    refused(found: Refusal) {
      setRefusal(found);
      if (found.typed === null || open.current !== null) return;
      select(selectionOf(found.spot));
      setEditing({ spot: found.spot, mode: 'opened', text: found.typed, before: null, option: -1 });
      focus();
    },
    typed(text: string) {
      const now = open.current;
      if (now === null) setRefusal(null);
      setEditing(now === null ? { spot: anchor, mode: 'typed', text, before: null, option: -1 } : { ...now, text, option: -1 });
    },
    picked(option: string) {
      commit(option);
    },
    typedInBar(text: string) {
      const now = open.current;
      setEditing(
        now === null ? { spot: anchor, mode: 'opened', text, before: detail?.input ?? null, option: -1 } : { ...now, text },
      );
    },
    endedInBar(kept: boolean) {
      leaving.current = false;
      if (kept) commit();
      else cancel();
      focus();
    },
    left(event: FocusEvent) {
      const to = event.relatedTarget;
      // The window that loses the focus as a whole keeps what is being typed.
      if (to === typing.current || to === bar.current || !document.hasFocus()) return;
      leave();
    },
    pressed(event: PointerEvent) {
      const next = pointed(event);
      if (next === null) return;
      const target = event.target as Element;
      begun.current = null;
      leaving.current = false;
      leave();
      event.preventDefault();
      focus();
      if (event.button !== 0 && isInside(block, next.anchor)) return;
      setRefusal(null);
      if (event.shiftKey) select(selectionOf(anchor, next.focus));
      // Whole rows and columns reach far out of view.
      else select(next, next.block.rows * next.block.columns === 1);
      if (event.button === 0 && target.closest('[data-arrow]') !== null) arrow(next.anchor);
      if (event.button === 0 && target.closest('.box') !== null) tick(next.anchor);
    },
    dragged(event: PointerEvent) {
      if (event.buttons !== 1 || open.current !== null) return;
      const next = pointed(event);
      if (next !== null && (next.focus.row !== selection.focus.row || next.focus.column !== selection.focus.column)) {
        if (headOf(event)?.id !== '') select(selectionOf(anchor, next.focus));
      }
    },
    /** The cell under the pointer if it has something to tell. */
    tellingSpot(event: Event): Spot | null {
      const { row, column } = headOf(event)?.dataset ?? {};
      if (row === undefined || column === undefined) return null;
      const spot = { row: Number(row), column: Number(column) };
      const cell = drawnAt(spot)?.cell;
      return cell?.note !== undefined || cell?.invalid ? spot : null;
    },
    opened(event: MouseEvent) {
      const { row, column } = headOf(event)?.dataset ?? {};
      if (row !== undefined && column !== undefined) openEditor({ row: Number(row), column: Number(column) });
    },
    asked(event: MouseEvent) {
      const next = pointed(event);
      if (next === null) return;
      event.preventDefault();
      const { row, column } = headOf(event)?.dataset ?? {};
      const kind = row === undefined ? 'column' : column === undefined ? 'row' : 'cell';
      openMenu({ kind, column: next.anchor.column, place: { x: event.clientX, y: event.clientY } });
    },
    on: {
      onKeyDown(event: KeyboardEvent) {
        // The keys of an input method are its own.
        if (event.isComposing) return;
        if (open.current === null) keyAtRest(event);
        else keyWhileEditing(event, open.current);
      },
      onCopy: (event: ClipboardEvent) => copy(event, false),
      onCut: (event: ClipboardEvent) => copy(event, true),
      onPaste: (event: ClipboardEvent) => void paste(event),
      onContextMenu(event: MouseEvent) {
        if (open.current !== null) return;
        event.preventDefault();
        event.stopPropagation();
        const place = document.getElementById(`cell-${anchor.row}-${anchor.column}`)?.getBoundingClientRect();
        openMenu({ kind: 'cell', column: anchor.column, place: { x: place?.left ?? 0, y: place?.bottom ?? 0 } });
      },
    },
  };
}
