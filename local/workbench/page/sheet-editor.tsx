// Where typing goes: one text box that always has the grid's focus and lies over the active cell, and the options a cell offers.
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Spot } from '../grid-wire';
import { addressOf } from './sheet-geometry';
import { cellId } from './sheet-rows';
import { t } from './words';

/** A cell being changed. */
export interface Editing {
  readonly spot: Spot;
  /** `typed`: begun by typing, arrows leave the cell. `opened`: arrows move in the text. */
  readonly mode: 'typed' | 'opened';
  readonly text: string;
  /** What it held; null until it is known. */
  readonly before: string | null;
  /** The option the arrows stand on; -1 for none. */
  readonly option: number;
}

/** Options drawn at once; typing narrows them. */
const MOST_OPTIONS = 200;

/** What of a list fits what was typed; all of it as long as nothing was. */
export function fitting(options: readonly string[], { text, before }: Editing): readonly string[] {
  if (text === before) return options.slice(0, MOST_OPTIONS);
  const wanted = text.trim().toLowerCase();
  return options.filter((option) => option.toLowerCase().includes(wanted)).slice(0, MOST_OPTIONS);
}

export interface EditorProps {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly spot: Spot;
  /** Its cell stands in the page; one scrolled well out of view does not. */
  readonly drawn: boolean;
  /** Pixels in the canvas. */
  readonly place: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  readonly editing: Editing | null;
  readonly options: readonly string[] | null;
  typed(text: string): void;
  picked(option: string): void;
  left(event: FocusEvent): void;
  readonly on: {
    onKeyDown(event: KeyboardEvent): void;
    onCopy(event: ClipboardEvent): void;
    onCut(event: ClipboardEvent): void;
    onPaste(event: ClipboardEvent): void;
    onContextMenu(event: MouseEvent): void;
  };
}

export function Editor({ box, spot, drawn, place, editing, options, typed, picked, left, on }: EditorProps) {
  const { width, height } = place;
  const at = { left: `${place.left}px`, top: `${place.top}px` };
  const marked = options !== null && (editing?.option ?? -1) >= 0 ? optionId(editing?.option ?? 0) : null;
  const pointed = editing === null ? (drawn ? cellId(spot.row, spot.column) : null) : marked;
  return (
    <>
      <textarea
        ref={box}
        class={editing === null ? 'editor resting' : 'editor'}
        aria-label={t('grid.cell', { address: addressOf(spot) })}
        aria-activedescendant={pointed ?? undefined}
        aria-autocomplete={options === null ? undefined : 'list'}
        aria-controls={options === null ? undefined : LIST}
        rows={1}
        spellcheck={false}
        autocomplete="off"
        value={editing?.text ?? ''}
        style={{ ...at, minWidth: `${width + 1}px`, minHeight: `${height + 1}px` }}
        onInput={(event) => typed(event.currentTarget.value)}
        onBlur={left}
        {...on}
      />
      {options !== null && (
        <Options
          at={{ left: at.left, top: `${place.top + height}px`, minWidth: `${width}px` }}
          options={options}
          marked={editing?.option ?? -1}
          picked={picked}
        />
      )}
    </>
  );
}

const LIST = 'cell-options';

function optionId(index: number): string {
  return `${LIST}-${index}`;
}

interface OptionsProps {
  readonly at: Record<string, string>;
  readonly options: readonly string[];
  readonly marked: number;
  picked(option: string): void;
}

function Options({ at, options, marked, picked }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }), [marked]);
  return (
    <div ref={list} role="listbox" id={LIST} class="options" aria-label={t('grid.options')} style={at}>
      {options.map((option, i) => (
        <div
          key={option}
          role="option"
          id={optionId(i)}
          aria-selected={i === marked}
          // The editor keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => picked(option)}
        >
          {option}
        </div>
      ))}
      {options.length === 0 && <p class="quiet">{t('grid.noOption')}</p>}
    </div>
  );
}
