// Single keys that act on what is shown: dead while typing, and a person can switch them off for his browser.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

const KEY = 'customer-pool.keys';

/**
 * @param acts what each key does, lower case; a key that is not there does nothing
 * @param live whether the panel is seen and nothing else has the word
 */
export function useShortcuts(acts: Readonly<Record<string, () => void>>, live: boolean) {
  const [on, setOn] = useState(kept);
  const now = useRef(acts);
  now.current = acts;
  // Before the next key can come: somebody who knows them presses two in a frame.
  useLayoutEffect(() => {
    if (!live || !on) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing || isTyping(event.target)) return;
      const act = now.current[event.key.toLowerCase()];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [live, on]);
  const turn = (to: boolean) => {
    keep(to);
    setOn(to);
  };
  return { on, turn };
}

/** A letter typed into any of these is a letter. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('textarea, select, input:not([type=radio], [type=checkbox])') !== null;
}

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    // Storage is closed to frames in some browsers: the choice then lasts as long as the panel is open.
    return true;
  }
}

function keep(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // As above.
  }
}
