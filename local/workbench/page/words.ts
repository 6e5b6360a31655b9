// The page's sentences, which came with it.
import type { PageStart } from '../wire';

const { words } = JSON.parse(document.getElementById('start')?.textContent ?? '{}') as PageStart;

/** Says a sentence by its code without the area's name; `{count}` takes the number. */
export function t(code: string, count = 0): string {
  return (words[code] ?? code).replace('{count}', String(count));
}
