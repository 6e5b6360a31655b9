// The page's sentences, which came with it.
import type { PageStart } from '../wire';

let { words, locale } = JSON.parse(document.getElementById('start')?.textContent ?? '{}') as PageStart;

export { locale };

/** Speaks another language from now on; whoever asks draws the page anew. */
export function speak(start: PageStart): void {
  ({ words, locale } = start);
  document.documentElement.lang = locale;
  document.title = t('title');
}

/** Says a sentence by its code without the area's name; a number alone fills `{count}`. */
export function t(code: string, args: number | Readonly<Record<string, string | number>> = {}): string {
  const values: Readonly<Record<string, string | number>> = typeof args === 'number' ? { count: args } : args;
  return (words[code] ?? code).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Whether there is a sentence of that code. */
export function says(code: string): boolean {
  return Object.hasOwn(words, code);
}
